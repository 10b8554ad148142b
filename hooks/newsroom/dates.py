"""Dates as Vietnamese administration writes them, and the portal's one time zone.

Babel's Vietnamese forms ("5 tháng 3, 2025") are not what readers of administrative prose
expect (Nghị định 30/2020/NĐ-CP, Annex I: a leading zero for days below 10 and months 1 and 2).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(r"(\d{1,2})[:hg](\d{2})(?::(\d{2}))?")
_OFFSET = re.compile(r"(.*\d)(Z|[+-]\d{2}:?\d{2})")


def parse_date(text: str) -> date:
    """Read ``2025-03-05``, ``05/3/2025`` or ``5/3/2025`` (day first).

    Raises ValueError with a Vietnamese message for anything else, 30 February included.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise ValueError(f"“{text}” không phải là ngày viết theo dạng 2025-03-05 hoặc 05/3/2025")
    try:
        parsed = date(year, month, day)
    except ValueError:
        raise ValueError(f"“{text}” không phải là một ngày có thật trong lịch") from None
    if not 1900 <= year <= 2200:
        raise ValueError(f"“{text}”: năm {year} nằm ngoài khoảng 1900–2200")
    return parsed


def parse_moment(text: str) -> date | datetime:
    """Read a date with an optional time (``2025-03-05 08:00``, ``05/3/2025 8h00``).

    A time means Asia/Ho_Chi_Minh unless it carries an offset. Raises ValueError.
    """
    text = text.strip()
    day_part, _, time_part = text.replace("T", " ").partition(" ")
    day = parse_date(day_part)
    time_part = time_part.strip()
    if not time_part:
        return day
    zone = None
    if offset := _OFFSET.fullmatch(time_part):
        time_part = offset.group(1)
        zone = _zone(offset.group(2))
    match = _TIME.fullmatch(time_part)
    if not match:
        raise ValueError(f"“{time_part}” không phải là giờ viết theo dạng 08:00")
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second)
    except ValueError:
        raise ValueError(f"“{time_part}” không phải là giờ có thật") from None
    return moment.replace(tzinfo=zone or TIME_ZONE).astimezone(TIME_ZONE)


def _zone(offset: str) -> tzinfo | None:
    try:
        return datetime.fromisoformat("2000-01-01T00:00:00" + offset.replace("Z", "+00:00")).tzinfo
    except ValueError:
        raise ValueError(f"“{offset}” không phải là giờ có thật ở múi nào") from None


def as_moment(when: date | datetime) -> datetime:
    """Return *when* as a moment in the portal's time zone; a bare date is its midnight."""
    if isinstance(when, datetime):
        return when.astimezone(TIME_ZONE) if when.tzinfo else when.replace(tzinfo=TIME_ZONE)
    return datetime(when.year, when.month, when.day, tzinfo=TIME_ZONE)


def as_day(when: date | datetime) -> date:
    """Return the calendar day of *when* in Hải Phòng."""
    if isinstance(when, datetime):
        return as_moment(when).date()
    return when


def short_date(when: date) -> str:
    """``05/3/2025``: day with a leading zero below 10, month with one only for 1 and 2."""
    month = f"{when.month:02d}" if when.month <= 2 else str(when.month)
    return f"{when.day:02d}/{month}/{when.year}"


def long_date(when: date) -> str:
    """``ngày 05 tháng 3 năm 2025``."""
    month = f"{when.month:02d}" if when.month <= 2 else str(when.month)
    return f"ngày {when.day:02d} tháng {month} năm {when.year}"


def month_heading(year: int, month: int) -> str:
    """``Tháng 3 năm 2025``."""
    return f"Tháng {month} năm {year}"


def day_after(when: date) -> date:
    """The day after *when*: the first day a closed unit no longer works."""
    return when + timedelta(days=1)
