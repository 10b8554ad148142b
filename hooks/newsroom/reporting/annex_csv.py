"""The annex as a CSV file: the list and its totals row, for other programs."""

from __future__ import annotations

from newsroom.reporting.cells import (
    NUMBER,
    TOTAL,
    activity_count,
    annex_columns,
    total_text,
)
from newsroom.reporting.csv_file import new_file
from newsroom.reporting.report import Report
from newsroom.reporting.supplement import UNIT


def annex_csv(report: Report) -> bytes:
    """UTF-8 with BOM, commas, CRLF; no cell that a spreadsheet program would calculate."""
    columns = annex_columns(report.archive)
    count = {UNIT: activity_count(len(report.rows))}
    total = [count.get(c.title) or total_text(report, c.title) for c in columns]
    return new_file(
        [
            [NUMBER, *(column.title for column in columns)],
            *(
                [str(number), *(column.text(row) for column in columns)]
                for number, row in enumerate(report.rows, start=1)
            ),
            [TOTAL, *total],
        ]
    )
