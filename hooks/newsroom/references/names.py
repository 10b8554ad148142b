"""Documents that prose names without a number, found by their names in the register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsroom.references.composed import compose

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the register in a text; offsets are the text's as given."""

    start: int
    end: int
    text: str
    name: str
    """As the register writes it."""


@dataclass(slots=True)
class _Branch:
    after: dict[str, _Branch] = field(default_factory=dict)
    name: str | None = None


class Names:
    """Names made ready once for many texts: a tree of words, so that their count costs nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self._root = _Branch()
        for name in names:
            branch = self._root
            for word in _TOKEN.findall(_same(name)):
                branch = branch.after.setdefault(word, _Branch())
            if branch is not self._root and branch.name is None:
                branch.name = name

    def find(self, text: str) -> list[Named]:
        """Each name in *text*, the longest where several begin; none overlaps another."""
        if not self._root.after:
            return []
        composed = compose(text)
        return [
            Named(*(span := composed.span(start, end)), text[slice(*span)], name)
            for start, end, name in self._find(composed.text)
        ]

    def _find(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = [(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        first = self._root.after
        at = 0
        while at < len(words):
            found = self._longest(words, at) if words[at][0] in first else None
            if found is None:
                at += 1
                continue
            last, name = found
            yield words[at][1], words[last][2], name
            at = last + 1

    def _longest(self, words: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
        branch, found = self._root, None
        while at < len(words) and (following := branch.after.get(words[at][0])):
            branch = following
            if branch.name is not None:
                found = at, branch.name
            at += 1
        return found


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def find_named(text: str, names: Names | Iterable[str]) -> list[Named]:
    """The *names* that stand in *text*, letter case and line breaks aside, on word boundaries.

    Make :class:`Names` once where many texts are searched for the same names.
    """
    return (names if isinstance(names, Names) else Names(names)).find(text)
