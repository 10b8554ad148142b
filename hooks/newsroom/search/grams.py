"""Which entries hold which words: lists of entries for single words, pairs and triples.

Text is kept as word numbers, with 0 between paragraphs. An entry in a list is one number: the entry
and eight more bits. They say where the words stand: title or side; of a body the parts with single
words and pairs, by which one sees what stands near each other; of a triple its place in the body,
by which one sees that several make a phrase. A triple that occurs more than once is in its list as
often.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, pairwise

from newsroom.search.tokens import BREAK, canonical, fold_token, written_words

TITLE, SIDE, TEXT = 1, 2, 4
"""Where words stand: in a title or name; in summary, numbers, tags and the like; in the body."""
HEAD = TITLE | SIDE
PARTS = 8
"""A body is cut into that many parts."""
LONGEST_WITH_PARTS = 2
"""Words in a run."""
PLACES = 255
"""Places in a body are counted modulo this; one value of a byte is left for something else."""
SMALLEST_PART = 32
"""Words; so short bodies have fewer parts."""
ENTRY_SHIFT = 8
_ALL_PARTS = 255
_BITS = 21
"""Bits of a word number within a pair or triple: two million spellings."""
_MASK = (1 << _BITS) - 1

Lists = dict[int, "int | array[int]"]
"""Words → an entry, or an array of several."""


class Vocabulary:
    """Numbers of spellings, from 1; 0 is the break between paragraphs."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {BREAK: 0}
        self.spelled: list[str] = [""]
        self.folded: list[str] = [""]

    def number(self, written: str) -> int:
        """The number of a word as it was written, a new one where it is new."""
        known = self._numbers.get(written)
        if known is None:
            spelled = canonical(written)
            known = self._numbers.get(spelled)
            if known is None:
                known = len(self.spelled)
                self.spelled.append(spelled)
                self.folded.append(fold_token(spelled))
            self._numbers[written] = self._numbers[spelled] = known
        return known

    def read(self, texts: Iterable[str]) -> array[int]:
        """The word numbers of *texts*, with 0 between them."""
        words, known = written_words(BREAK.join(texts)), self._numbers
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


@dataclass(slots=True)
class Postings:
    """The lists of all runs of some length, of bodies and of what stands above and beside them."""

    text: Lists = field(default_factory=dict)
    head: Lists = field(default_factory=dict)


def postings(entries: Iterable[Words], size: int, vocabulary: Vocabulary) -> Postings:
    """The lists of all runs of *size* words. Runs that hold a 0 are in them as well."""
    found = Postings()
    for number, words in enumerate(entries):
        text = runs(words.text, size)
        in_text = _by_part(text) if size <= LONGEST_WITH_PARTS else {}
        in_head: dict[int, int] = {}
        for where, numbers in ((TITLE, words.title), (SIDE, words.side)):
            for key in runs(numbers, size):
                in_head[key] = in_head.get(key, 0) | where
        if size == 1:
            for term, where in words.days.items():
                key = vocabulary.number(term)
                if where & TEXT:
                    in_text[key] = _ALL_PARTS
                if where & HEAD:
                    in_head[key] = where & HEAD
        places = in_text.items() if in_text else zip(text, cycle(range(PLACES)), strict=False)
        _add(found.text, places, number << ENTRY_SHIFT)
        _add(found.head, in_head.items(), number << ENTRY_SHIFT)
    return found


def _add(lists: Lists, bits: Iterable[tuple[int, int]], entry: int) -> None:
    get = lists.get
    for key, value in bits:
        known = get(key)
        if known is None:
            lists[key] = entry | value
        elif isinstance(known, int):
            lists[key] = array("I", (known, entry | value))
        else:
            known.append(entry | value)


def _by_part(text: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    length = max(-(-len(text) // PARTS), SMALLEST_PART)
    for part, start in enumerate(range(0, len(text), length)):
        bit = 1 << part
        for key in set(text[start : start + length]):
            found[key] = found.get(key, 0) | bit
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
