"""Says cheaply that a text holds none of many names: most texts hold none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_LONGEST = 4
_FEW = 100
"""So many runs of words are sooner looked for one by one than all at once."""
_OTHER_SPACE = re.compile(
    "[\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_WIDE_SPACES = ("  ", " \n", "\n ")
_OPENING = ("", "(", "[", "“", '"', "‘", "'", "*", "**", "(“", "/", "–", "-")


class NameHints:
    """Looks for the first words of each name, up to four, its last word left out.

    They stand between spaces, or after an opening sign, in a text that holds the name: splitting
    the text is enough, and comparing takes no longer for a thousand names than for one. Few names
    are looked for as they are before that.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._plain: set[str] = set()
        self._runs: list[set[tuple[str, ...]]] = [set() for _ in range(_LONGEST + 1)]
        for name in names:
            run = tuple(name.split()[:-1][:_LONGEST])
            self._plain.add(" ".join(run))
            self._runs[len(run)] |= {(sign + run[0], *run[1:]) for sign in _OPENING}
        self._single = {run[0] for run in self._runs[1]}
        self._pairs = {run[:2] for runs in self._runs[2:] for run in runs}

    def may_hold(self, text: str) -> bool:
        """Whether *text* may hold a name. Both are in lower case; single words are no names."""
        if len(self._plain) <= _FEW and _has_narrow_spaces(text):
            plain = text.replace("\n", " ").replace(" ,", ",")
            if not any(run in plain for run in self._plain):
                return False
        words = text.replace(" ,", ",").split()
        if not self._single.isdisjoint(words):
            return True
        if self._pairs.isdisjoint(pairwise(words)):
            return False
        return any(
            runs and not runs.isdisjoint(zip(*(words[i:] for i in range(size)), strict=False))
            for size, runs in enumerate(self._runs)
        )


def _has_narrow_spaces(text: str) -> bool:
    """Whether words of a line are parted by single blanks: then runs of words can be looked for."""
    return not any(wide in text for wide in _WIDE_SPACES) and not _OTHER_SPACE.search(text)
