"""Writing sample pages: from the schema's models to files as a careful writer would leave them."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from pathlib import Path

from newsroom.sample.page import Page
from newsroom.source import write_source

_SHORT_FORMS = {"author": "name", "plan": "number", "documents": "number"}
"""Lists whose entries may stand as plain text when only this key of theirs is given."""
_ONE_OR_MANY = frozenset({"author", "plan"})
"""Lists that writers leave out the brackets of when there is one entry."""


def write_page(out: Path, page: Page) -> None:
    """Write *page* below *out*, byte for byte the same on every system."""
    file = out / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page_text(page).encode())


def page_text(page: Page) -> str:
    """Return the whole file of *page*: front matter and body."""
    values = page.meta.model_dump(by_alias=True, exclude_defaults=True)
    return write_source({key: _as_written(key, value) for key, value in values.items()}, page.body)


def _as_written(key: str, value: object) -> object:
    plain = _plain(value)
    if not isinstance(plain, list) or key not in _SHORT_FORMS:
        return plain
    short = [_shortened(entry, _SHORT_FORMS[key]) for entry in plain]
    return short[0] if key in _ONE_OR_MANY and len(short) == 1 else short


def _shortened(entry: object, key: str) -> object:
    return entry[key] if isinstance(entry, dict) and list(entry) == [key] else entry


def _plain(value: object) -> object:
    """Return *value* in the few types that front matter knows."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case dict():
            return {key: _plain(entry) for key, entry in value.items()}
        case tuple() | list():
            return [_plain(entry) for entry in value]
        case _:
            return value
