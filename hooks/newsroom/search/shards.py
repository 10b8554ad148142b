"""The lists, written in many small files, of which a query needs a few.

A run of words has a hash (CRC-32 of its folded words); the hash tells the file. In a file stand, by
ascending hash: the hash (4 bytes), the length of what follows, and for each spelling of those words
its mark (2 bytes of the CRC-32 of the spelling), the places that have lists (a byte), the lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from newsroom.search.codec import id_list, number
from newsroom.search.grams import (
    ENTRY_SHIFT,
    LONGEST_WITH_PARTS,
    PLACES,
    SIDE,
    TEXT,
    TITLE,
    Postings,
    Vocabulary,
    words_of,
)

SHARD_SIZE = 4096
"""Bytes; about what a question and its answer cost in headers anyway."""
MOST_SHARDS = 4096
"""Files of one kind: with very many articles files grow rather than their number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One run of folded words: its lists, and the parts of the texts they stand in."""

    hash: int
    lists: bytes
    parts: bytes = b""


def hash_of(words: str) -> int:
    """The hash of folded words joined by single spaces."""
    return crc32(words.encode())


def mark_of(words: str) -> int:
    """The mark that tells spellings of the same folded words apart."""
    return crc32(words.encode()) & 0xFFFF


def rows(found: Postings, size: int, vocabulary: Vocabulary, total: int) -> Iterator[Row]:
    """The rows of *found* by ascending hash; *found* is emptied on the way."""
    keys: list[tuple[int, int]] = []
    for key in found.text.keys() | found.head.keys():
        if words := words_of(key, size):
            folded = " ".join([vocabulary.folded[word] for word in words])
            keys.append((hash_of(folded), key))
    keys.sort()
    for hashed, group in groupby(keys, key=itemgetter(0)):
        lists, texts = b"", []
        for _, key in group:
            spelled = " ".join([vocabulary.spelled[word] for word in words_of(key, size)])
            head, text = _values(found.head.pop(key, ())), _values(found.text.pop(key, ()))
            lists += mark_of(spelled).to_bytes(2, "little") + _places(head, text, total)
            texts.append(text)
        yield Row(hashed, lists, (_parts if size <= LONGEST_WITH_PARTS else _places_in_text)(texts))


def _values(known: int | Sequence[int]) -> Sequence[int]:
    return (known,) if isinstance(known, int) else known


def _places(head: Sequence[int], text: Sequence[int], total: int) -> bytes:
    """Which of the three places have a list, and the lists."""
    places, lists = 0, b""
    for where in (TITLE, SIDE):
        if ids := [value >> ENTRY_SHIFT for value in head if value & where]:
            places |= where
            lists += id_list(ids, total)
    if text:
        places |= TEXT
        lists += id_list(list(dict.fromkeys([v >> ENTRY_SHIFT for v in text])), total)
    return bytes([places]) + lists


def _parts(spellings: list[Sequence[int]]) -> bytes:
    """A byte for each entry with the words in its text, whatever their spelling."""
    if len(spellings) == 1:
        return bytes([value & 0xFF for value in spellings[0]])
    merged: dict[int, int] = {}
    for values in spellings:
        for value in values:
            entry = value >> ENTRY_SHIFT
            merged[entry] = merged.get(entry, 0) | value & 0xFF
    return bytes([merged[entry] for entry in sorted(merged)])


def _places_in_text(spellings: list[Sequence[int]]) -> bytes:
    """For each entry the places of a triple in its text: one, or 255, their number and all of them.

    Places run to 254.
    """
    merged: dict[int, list[int]] = {}
    for values in spellings:
        for value in values:
            merged.setdefault(value >> ENTRY_SHIFT, []).append(value & 0xFF)
    out = bytearray()
    for entry in sorted(merged):
        places = merged[entry][:PLACES]
        out += bytes(places) if len(places) == 1 else bytes((PLACES, len(places), *places))
    return bytes(out)


def write_shards(folder: Path, found: Iterator[Row], suffix: str) -> int:
    """Write rows into *folder*; returns the number of files (``0.<suffix>`` …).

    Where the words stand in texts is in as many files of their own (``0p.<suffix>`` …).
    """
    everything = list(found)
    size = sum(len(row.lists) + 6 for row in everything)
    has_parts = any(row.parts for row in everything)
    count = min(max(size // SHARD_SIZE, 1), MOST_SHARDS)
    folder.mkdir(parents=True)
    place = 0
    for shard in range(count):
        lists, parts = bytearray(), bytearray()
        while place < len(everything) and everything[place].hash * count >> 32 == shard:
            row = everything[place]
            head = row.hash.to_bytes(4, "little")
            lists += head + number(len(row.lists)) + row.lists
            if row.parts:
                parts += head + number(len(row.parts)) + row.parts
            place += 1
        _write(folder / f"{shard}.{suffix}", lists)
        if has_parts:
            _write(folder / f"{shard}p.{suffix}", parts)
    return count


def _write(path: Path, content: bytearray) -> None:
    with path.open("wb", buffering=0) as file:
        file.write(content)
