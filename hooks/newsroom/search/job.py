"""All that an index is made from, line by line as JSON: what is equal need not be made again.

The first line holds what belongs to no entry, each further line an entry.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsroom import numbers, text
from newsroom.newsroom import Newsroom
from newsroom.numbers import TYPE_CODES
from newsroom.search.entries import search_entries
from newsroom.search.entry import SearchEntry, as_json, entry_line
from newsroom.search.labels import facet_labels, known_names
from newsroom.search.tokens import folded

_KEY_BYTES = 8


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be indexed. Its lines can be read more than once."""

    head: dict[str, Any]
    entries: tuple[SearchEntry, ...]

    def lines(self) -> Iterator[bytes]:
        """The job as a worker reads it."""
        yield as_json(self.head) + b"\n"
        for entry in self.entries:
            yield entry_line(entry)

    def key(self) -> str:
        """A digest of all lines, and of the code: an index made by other code is another one."""
        digest = hashlib.blake2b(digest_size=_KEY_BYTES, key=_code_digest())
        for line in self.lines():
            digest.update(line)
        return digest.hexdigest()


def make_job(newsroom: Newsroom, synonyms: Sequence[Sequence[str]]) -> Job:
    """The job for the index of *newsroom*; *synonyms* are ways to say the same, a row each."""
    entries = search_entries(newsroom)
    head = {
        "total": len(entries),
        "firstUnit": len(entries) - len(newsroom.units),
        "facets": facet_labels(newsroom, entries),
        "names": known_names(newsroom),
        "synonyms": [[way for way in map(folded, ways) if way] for ways in synonyms],
        "codes": [[folded(name), folded(code)] for code, name in TYPE_CODES.items()],
    }
    return Job(head, entries)


@cache
def _code_digest() -> bytes:
    files = [*Path(__file__).parent.glob("*.py"), Path(text.__file__), Path(numbers.__file__)]
    digest = hashlib.blake2b(digest_size=32)
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.digest()
