"""New article files: a name that is free, and writing that never overwrites nor leaves a half."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from newsroom.content import ARTICLE_FOLDER
from newsroom.text import SLUG_LIMIT, slugify

_RESERVED = frozenset(
    {"trang", "index", "readme", "con", "prn", "aux", "nul"}
    | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)


def free_name(headline: str, year: int, taken: Collection[str]) -> str:
    """A file name (without ``.md``) for an article of *year*: ASCII, ≤ 96 characters, not taken.

    *taken* holds addresses as ``registers.taken_addresses`` makes them: ``tin/2025/ten-bai``.
    """
    stem = slugify(headline) or "tin"
    if stem in _RESERVED or stem.replace("-", "").isdigit():
        stem = f"tin-{stem}"[:SLUG_LIMIT].strip("-")
    name, number = stem, 1
    while f"{ARTICLE_FOLDER}/{year}/{name}" in taken:
        number += 1
        tail = f"-{number}"
        name = slugify(stem, SLUG_LIMIT - len(tail)) + tail
    return name


def write_new(file: Path, data: bytes) -> None:
    """Write *data* to *file*, whole or not at all. Raises FileExistsError where it exists.

    The content is complete before the name appears. Where a disk knows no hard links (FAT), the
    file is created under its own name, still without overwriting.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name[:60]}.{os.getpid()}.tmp")  # dot: never published
    try:
        draft.write_bytes(data)
        try:
            os.link(draft, file)
        except FileExistsError:
            raise
        except OSError:
            with file.open("xb") as stream:
                stream.write(data)
    finally:
        draft.unlink(missing_ok=True)
