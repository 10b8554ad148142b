"""Allotting document numbers, some of them to two years: a number is unique only per year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

_REPEATED_SHARE = 0.15
"""Of new numbers: about a quarter of the documents then shares its number with another."""


@dataclass(frozen=True, slots=True)
class Number:
    """``repeated`` means that another year may bear it too: cite it with its date."""

    symbol: str
    repeated: bool


@dataclass(slots=True)
class NumberBook:
    """Remembers which numbers are taken, so that none is given twice in one year."""

    _taken: set[str] = field(default_factory=set)
    _waiting: list[tuple[str, int]] = field(default_factory=list)
    """Numbers to be given once more, with the year that has them already."""

    def allot(
        self, year: int, rng: Random, draw: Callable[[], str], *, may_repeat: bool = True
    ) -> Number:
        """Return a number for a document of *year*: one that waits, or the first free one drawn."""
        for place, (symbol, other_year) in enumerate(self._waiting):
            if other_year != year:
                del self._waiting[place]
                return Number(symbol, repeated=True)
        symbol = draw()
        while symbol in self._taken:
            symbol = draw()
        return self.take(symbol, year, repeated=may_repeat and rng.random() < _REPEATED_SHARE)

    def take(self, symbol: str, year: int, *, repeated: bool) -> Number:
        """Give *symbol* to a document of *year*, and later to one other year if *repeated*."""
        self._taken.add(symbol)
        if repeated:
            self._waiting.append((symbol, year))
        return Number(symbol, repeated)
