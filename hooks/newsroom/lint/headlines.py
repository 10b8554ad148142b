"""Headlines: short enough for a list on a phone, and not shouted."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.lint.prose import Prose, Slip

LONGEST = 120
"""Characters; the lists of the portal and of search engines cut longer ones."""
_WORDS_IN_CAPITALS = 4


def long_headline(prose: Prose) -> Iterator[Slip]:
    """More than 120 characters."""
    if len(prose.title) > LONGEST:
        yield Slip(None, {"length": str(len(prose.title)), "limit": str(LONGEST)})


def headline_in_capitals(prose: Prose) -> Iterator[Slip]:
    """All letters capital: screen readers may spell it, and it is hard to read."""
    words = [word for word in prose.title.split() if any(letter.isalpha() for letter in word)]
    if len(words) >= _WORDS_IN_CAPITALS and prose.title == prose.title.upper():
        yield Slip(None)
