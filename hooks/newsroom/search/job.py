"""All that an index is made from, line by line as JSON: what is equal need not be made again.

The first line holds what belongs to no entry, each further line an entry.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from newsroom import numbers, text
from newsroom.dates import short_date
from newsroom.model import Unit
from newsroom.newsroom import Newsroom
from newsroom.numbers import TYPE_CODES
from newsroom.search.entries import SearchEntry, search_entries, unit_names
from newsroom.search.facets import facet_labels
from newsroom.search.tokens import folded
from newsroom.units import first_day_after

_KEY_BYTES = 8
_ENTRY_FIELDS = tuple(field.name for field in fields(SearchEntry))


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be indexed. Its lines can be read more than once."""

    head: dict[str, Any]
    entries: tuple[SearchEntry, ...]

    def lines(self) -> Iterator[bytes]:
        """The job as a worker reads it."""
        yield as_json(self.head) + b"\n"
        for entry in self.entries:
            yield as_json([getattr(entry, name) for name in _ENTRY_FIELDS]) + b"\n"

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
        "names": _names(newsroom),
        "synonyms": [[folded(way) for way in ways] for ways in synonyms],
        "codes": [[folded(name), folded(code)] for code, name in TYPE_CODES.items()],
    }
    return Job(head, entries)


def read_entry(line: bytes) -> SearchEntry:
    """The entry on a line of a job."""
    return SearchEntry(**dict(zip(_ENTRY_FIELDS, json.loads(line), strict=True)))


def as_json(value: object) -> bytes:
    """*value* as the search page reads it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _names(newsroom: Newsroom) -> dict[str, list[dict[str, Any]]]:
    """What a mistyped query may have meant, and where closed units lead."""
    others = [document for document in newsroom.documents if not document.is_plan]
    return {
        "units": [_unit(unit, newsroom) for unit in newsroom.units],
        "plans": [{"title": p.ref.number, "address": p.address} for p in newsroom.plans],
        "documents": [{"title": d.number, "address": d.address} for d in others],
        "tags": [{"title": tag.label, "address": tag.address} for tag, _ in newsroom.tags],
    }


def _unit(unit: Unit, newsroom: Newsroom) -> dict[str, Any]:
    values: dict[str, Any] = {
        "title": unit.meta.title,
        "address": unit.address,
        "names": unit_names(unit),
    }
    ended = first_day_after(unit)
    if ended and ended <= newsroom.now.date():
        values["ended"] = short_date(ended)
        values["successors"] = [
            {"title": successor.meta.title, "address": successor.address}
            for successor in newsroom.units.successors(unit)
        ]
    return values


@cache
def _code_digest() -> bytes:
    files = [*Path(__file__).parent.glob("*.py"), Path(text.__file__), Path(numbers.__file__)]
    digest = hashlib.blake2b(digest_size=32)
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.digest()
