"""Documents that prose names without a number, found by their names in the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsroom.references.composed import compose
from newsroom.text import nfc

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_NEXT = re.compile(r"[\s_]{0,60}+([^\W_]+|[^\w\s])")


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
            for word in _TOKEN.findall(_lower(nfc(name))):
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
        lower, first, done = _lower(text), self._root.after, 0
        for word in _TOKEN.finditer(lower):
            start = word.start()
            if start >= done and word.group() in first and (found := self._longest(lower, start)):
                done = found[0]
                yield start, *found

    def _longest(self, lower: str, at: int) -> tuple[int, str] | None:
        branch, found = self._root, None
        while (word := _NEXT.match(lower, at)) and (following := branch.after.get(word[1])):
            branch, at = following, word.end()
            if branch.name is not None:
                found = at, branch.name
        return found


def _lower(text: str) -> str:
    """*text* in small letters, each in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def find_named(text: str, names: Names | Iterable[str]) -> list[Named]:
    """The *names* that stand in *text*, letter case and line breaks aside, on word boundaries.

    Make :class:`Names` once where many texts are searched for the same names.
    """
    return (names if isinstance(names, Names) else Names(names)).find(text)
