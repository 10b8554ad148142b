"""Which entries hold which words: lists of entries for single words, pairs and triples.

Text is kept as word numbers, with 0 between paragraphs. An entry in a list is one number: the
entry, three bits for where the words stand (title, side, text), eight for the parts of the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsroom.search.tokens import BREAK, fold_token, spellings

TITLE, SIDE, TEXT = 1, 2, 4
"""Where words stand: in a title or name; in summary, numbers, tags and the like; in the body."""
PARTS = 8
"""A body is cut into that many parts, to tell which words stand near each other."""
LONGEST_WITH_PARTS = 2
"""Words in a run: triples only serve to find phrases."""
SMALLEST_PART = 32
"""Words; so short bodies have fewer parts."""
FIELD_SHIFT, ENTRY_SHIFT = 8, 11
_ALL_PARTS = 255
_BITS = 21
"""Bits of a word number within a pair or triple: two million spellings."""
_MASK = (1 << _BITS) - 1

Postings = dict[int, "int | array[int]"]
"""Words → an entry, or an array of several."""


class Vocabulary:
    """Numbers of spellings, from 1; 0 is the break between paragraphs."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {BREAK: 0}
        self.spelled: list[str] = [""]
        self.folded: list[str] = [""]

    def number(self, spelling: str) -> int:
        """The number of a spelling, a new one where it is new."""
        known = self._numbers.get(spelling)
        if known is None:
            known = self._numbers[spelling] = len(self.spelled)
            self.spelled.append(spelling)
            self.folded.append(fold_token(spelling))
        return known

    def read(self, texts: Iterable[str]) -> array[int]:
        """The word numbers of *texts*, with 0 between them."""
        words, known = spellings(BREAK.join(texts)), self._numbers
        try:
            return array("I", [known[word] for word in words])
        except KeyError:
            return array("I", [self.number(word) for word in words])


@dataclass(slots=True)
class Words:
    """The words of one entry by where they stand, and its terms for days."""

    title: array[int]
    side: array[int]
    text: array[int]
    days: dict[str, int] = field(default_factory=dict)
    """Term → where."""


def postings(entries: Iterable[Words], size: int, vocabulary: Vocabulary) -> Postings:
    """The lists of all runs of *size* words. Runs that hold a 0 are in it as well."""
    found: Postings = {}
    get = found.get
    for number, words in enumerate(entries):
        entry = number << ENTRY_SHIFT
        for key, bits in _of_entry(words, size, vocabulary).items():
            known = get(key)
            if known is None:
                found[key] = entry | bits
            elif isinstance(known, int):
                found[key] = array("I", (known, entry | bits))
            else:
                known.append(entry | bits)
    return found


def _of_entry(words: Words, size: int, vocabulary: Vocabulary) -> dict[int, int]:
    text = runs(words.text, size)
    if size > LONGEST_WITH_PARTS:
        found = dict.fromkeys(text, TEXT << FIELD_SHIFT)
    else:
        found = _by_part(text)
    for where, numbers in ((TITLE, words.title), (SIDE, words.side)):
        for key in runs(numbers, size):
            found[key] = found.get(key, 0) | where << FIELD_SHIFT
    if size == 1:
        for term, where in words.days.items():
            found[vocabulary.number(term)] = where << FIELD_SHIFT | _ALL_PARTS
    return found


def _by_part(text: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    length = max(-(-len(text) // PARTS), SMALLEST_PART)
    for part, start in enumerate(range(0, len(text), length)):
        bits = TEXT << FIELD_SHIFT | 1 << part
        for key in set(text[start : start + length]):
            found[key] = found.get(key, 0) | bits
    return found


def runs(numbers: Sequence[int], size: int) -> Sequence[int]:
    """Every run of *size* words as one number."""
    if size == 1:
        return numbers
    pairs = [a << _BITS | b for a, b in pairwise(numbers)]
    if size == 2:
        return pairs
    return [pair << _BITS | c for pair, c in zip(pairs, numbers[2:], strict=False)]


def words_of(key: int, size: int) -> tuple[int, ...]:
    """The words of a run; empty when it reaches over the end of a paragraph."""
    numbers = tuple(key >> _BITS * place & _MASK for place in reversed(range(size)))
    return numbers if all(numbers) else ()
