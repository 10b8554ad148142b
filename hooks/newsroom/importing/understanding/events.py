"""The day of the event, among all days that a text names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsroom.dates import as_day, parse_date, short_date
from newsroom.importing.blocks import Block
from newsroom.importing.understanding.days import NamedDay, named_days
from newsroom.importing.understanding.ends import Ends
from newsroom.importing.understanding.gathered import Gathered
from newsroom.importing.understanding.model import Finding
from newsroom.references import find_references

LEAD_BLOCKS = 2
"""How many blocks open an article: the lead, and what explains it."""


def find_event(
    ends: Ends, prose: list[Block], stated: str | None, gathered: Gathered
) -> date | None:
    """The day of the event: *stated* by the file, else the likeliest of the days in the text."""
    if stated:
        words = stated
        day = next((one.day for one in named_days(words)), None) or _plain_day(words)
        if day:
            gathered.findings.append(Finding("event_date", short_date(day), words))
            return day
        gathered.doubt(f"Không hiểu ngày diễn ra “{words}” ghi trong bảng đầu tệp.", None)
    latest = as_day(ends.published) if ends.published else None
    days = list(_event_days(ends, prose, latest))
    if not days:
        gathered.doubt("Không thấy ngày diễn ra trong bài; nếu biết thì thêm `event_date`.", None)
        return None
    rank, one, block = max(days, key=lambda found: found[0])
    others = dict.fromkeys(short_date(d.day) for _, d, _ in days if d.day != one.day)
    doubt = "" if rank >= 6 else "câu chứa ngày này không nói rõ là ngày diễn ra"
    if not one.is_whole:
        doubt = f"trong bài không ghi năm; lấy năm {one.day.year}"
    words = _around(block.text, one.start, one.end)
    gathered.findings.append(
        Finding("event_date", short_date(one.day), words, block.line, doubt, tuple(others)[:4])
    )
    return one.day


def _plain_day(words: str) -> date | None:
    try:
        return parse_date(words)
    except ValueError:
        return None


def _event_days(
    ends: Ends, prose: list[Block], latest: date | None
) -> Iterator[tuple[int, NamedDay, Block]]:
    """Days with a rank: how their words fit an event, and how near to the head they stand.

    A document's date is none of them.
    """
    blocks = [*([ends.headline] if ends.headline else []), *prose]
    year = latest.year if latest else None
    for index, block in enumerate(blocks):
        documents = find_references(block.text)
        for one in named_days(block.text, year):
            if any(ref.start <= one.start < ref.end for ref in documents) or one.score == 0:
                continue
            if latest and one.day > latest:
                continue
            year = year or one.day.year
            place = 3 if index <= LEAD_BLOCKS else 1 if index <= 2 * LEAD_BLOCKS else 0
            yield one.score + place - min(index, 2), one, block


def _around(text: str, start: int, end: int) -> str:
    first = max(text.rfind(". ", 0, start) + 1, start - 40, 0)
    return text[first : end + 60].strip()
