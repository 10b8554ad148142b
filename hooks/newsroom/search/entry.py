"""One page that may be found: what it is found by, what a hit shows, what it is narrowed by."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

ARTICLE, UNIT, PLAN, DOCUMENT = "tin", "don-vi", "ke-hoach", "van-ban"

Facts = tuple[tuple[str, str], ...]
"""Label and text, as they stand beside an article: units, numbers, authors, tags."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One page that may be found, with what it is found by and what a hit shows."""

    kind: str
    address: str
    title: str
    body: str
    """Markdown."""
    names: tuple[str, ...] = ()
    """Other whole names: of a unit, a number of a document; a query that is one leads there."""
    summary: str = ""
    facts: Facts = ()
    captions: tuple[str, ...] = ()
    day: str = ""
    """ISO day a hit shows and is sorted by: publication, else the event; issue of a document."""
    shown_day: str = ""
    year: int | None = None
    own_days: tuple[str, ...] = ()
    """Terms of its own days: event, publication, issue."""
    cited_days: tuple[str, ...] = ()
    """Terms of the days of the documents it cites."""
    unit: str = ""
    """The unit's name on the day of the event."""
    unit_id: str = ""
    plans: tuple[str, ...] = ()
    """Addresses of the plans it is filed under."""
    contents: Facts = ()
    """Facet and value: its values on the first axis of each archive (``archive_facets``)."""


_FIELDS = tuple(field.name for field in fields(SearchEntry))


def entry_line(entry: SearchEntry) -> bytes:
    """The entry as a line of a job."""
    return as_json([getattr(entry, name) for name in _FIELDS]) + b"\n"


def read_entry(line: bytes) -> SearchEntry:
    """The entry on a line of a job."""
    return SearchEntry(**dict(zip(_FIELDS, json.loads(line), strict=True)))


def as_json(value: object) -> bytes:
    """*value* as the search page reads it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
