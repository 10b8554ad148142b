"""New rows for the supplement: what was published since, below what people filled in."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.archives import Archive
from newsroom.dates import short_date
from newsroom.reporting.csv_file import appended, new_file
from newsroom.reporting.news_rows import Row
from newsroom.reporting.supplement import KEY, ON_SITE, Supplement, columns


def grown(supplement: Supplement | None, new: Sequence[Row], archive: Archive) -> bytes:
    """The supplement's bytes with a row for each of *new*; a fresh file where there is none."""
    rows = [{KEY: row.key, ON_SITE: _recognisable(row)} for row in new]
    if supplement:
        return appended(supplement.table, rows)
    titles = columns(archive)
    return new_file([titles, *([row.get(title, "") for title in titles] for row in rows)])


def _recognisable(row: Row) -> str:
    """``05/3/2025 – Phòng 2 – Phòng 2 tiếp Đoàn kiểm tra …``."""
    parts = (short_date(row.when), row.unit_names, row.headline)
    return " – ".join(part for part in parts if part)
