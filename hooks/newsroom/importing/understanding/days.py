"""Days that a text names: the event's, and the portal's line with the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from newsroom.dates import TIME_ZONE

_WEEKDAY = r"(?:Thứ (?:hai|ba|tư|năm|sáu|bảy)|Chủ nhật)"
_SHORT = r"(?P<d{0}>\d{{1,2}})\s?[/.-]\s?(?P<m{0}>\d{{1,2}})\s?[/.-]\s?(?P<y{0}>(?:19|20)\d\d)"
_LONG = r"(?P<d{0}>\d{{1,2}}) tháng (?P<m{0}>\d{{1,2}}),? năm (?P<y{0}>(?:19|20)\d\d)"
_DAY = re.compile(
    rf"(?<![\d/.-])(?:{_SHORT.format(1)}(?![\d/-])|(?:ngày )?{_LONG.format(2)})", re.IGNORECASE
)
_YEARLESS = re.compile(r"[Nn]gày (?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")
_CLOCK = r"(?P<hour>\d{1,2})\s?(?:[:hg]|giờ)\s?(?P<minute>\d{2})?(?::\d{2})?(?:\s?[AP]M)?"
_DATE_LINE = re.compile(
    rf"[\[(]?\s*(?:(?:ngày đăng|đăng ngày|cập nhật(?: lúc)?|ngày viết|ngày|đăng lúc)\s*:?\s*)?"
    rf"(?:{_CLOCK}\s*[|,–-]?\s*)?(?:{_WEEKDAY}\s*,?\s*)?(?:ngày )?"
    rf"(?:{_SHORT.format(3)}|{_LONG.format(4)})"
    rf"\s*[|,–-]?\s*(?:{_CLOCK.replace('hour', 'hour2').replace('minute', 'minute2')})?"
    rf"(?:\s*(?:AM|PM|\(?GMT ?\+7\)?))*\s*[\])]?\.?",
    re.IGNORECASE,
)
_EVENT_LEAD = re.compile(
    r"(?:^|[.;:,(]\s*|\b(?:vào|trong|hôm)\s+|\s)"
    r"(?:(?:sáng|chiều|tối|trưa)(?: ngày)?|ngày|các ngày|từ ngày|vào hồi .{0,20}ngày)\s*$",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"(?:hiệu lực(?: thi hành)?(?: kể)?(?: từ)?(?: ngày)?|sinh(?: ngày)?|thành lập|kỷ niệm"
    r"|ban hành(?: ngày)?|ký(?: ngày)?|đến(?: hết)?(?: ngày)?|trước(?: ngày)?|kể từ(?: ngày)?"
    r"|[-–(]\s*)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day in a text: offsets, and how well its words fit an event (higher is better)."""

    start: int
    end: int
    day: date
    score: int
    is_whole: bool = True
    """False where the text names no year."""


def is_date_line(text: str) -> bool:
    """Whether a line holds a date, an hour, and nothing else: the portal's line of publication."""
    return len(text) < 80 and _DATE_LINE.fullmatch(text.strip()) is not None


def date_line(text: str) -> date | datetime | None:
    """The moment on a date line; None where it is none or no day of the calendar."""
    match = _DATE_LINE.fullmatch(text.strip()) if len(text) < 80 else None
    if match is None:
        return None
    day = _day(match["d3"] or match["d4"], match["m3"] or match["m4"], match["y3"] or match["y4"])
    hour = match["hour"] or match["hour2"]
    minute = match["minute"] or match["minute2"] or "00"
    if day is None or hour is None or int(hour) > 23 or int(minute) > 59:
        return day
    return datetime.combine(day, time(int(hour), int(minute)), TIME_ZONE)


def named_days(text: str, year: int | None = None) -> Iterator[NamedDay]:
    """All days in *text*, in order. *year* stands in where the text has day and month only."""
    for match in _DAY.finditer(text):
        day = _day(
            match["d1"] or match["d2"], match["m1"] or match["m2"], match["y1"] or match["y2"]
        )
        if day:
            yield NamedDay(match.start(), match.end(), day, _score(text, match.start()))
    for match in _YEARLESS.finditer(text):
        day = _day(match["d"], match["m"], str(year)) if year else None
        if day:
            score = _score(text, match.start("d")) - 2
            yield NamedDay(match.start(), match.end(), day, score, is_whole=False)


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _score(text: str, start: int) -> int:
    before = text[max(0, start - 40) : start]
    if _OTHER_DAY.search(before):
        return 0
    if _EVENT_LEAD.search(before):
        opens = re.search(r"(?:^|[.:;]\s)\W*\w+(?: \w+)?\s*$", before)
        return 6 if opens else 4
    return 2
