"""A page to be written: where, its front matter as the schema knows it, its Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsroom.schema import AnyMeta

FIRST_DAY = date(2014, 1, 1)
"""No sample tells of an earlier day."""
LAST_DAY = date(2025, 12, 31)
"""No sample was published later, except those that wait for 2199."""


@dataclass(frozen=True, slots=True)
class Page:
    """``path`` is relative to the sample folder, with forward slashes."""

    path: str
    meta: AnyMeta
    body: str
