"""The date that follows a number: “ngày 07/02/2025”, “, ngày 07 tháng 02 năm 2025”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from newsroom.references.alphabet import DASH, GAP
from newsroom.references.kinds import KIND

_SEP = rf"[^\S\n]?[/.{DASH}](?:[^\S\n]{{0,2}}\n?[^\S\n]{{0,2}})?"
_DATE = re.compile(
    rf"{GAP}(?:(?P<comma>,){GAP}|\({GAP})?"
    rf"(?:(?:được{GAP})?(?:ban{GAP}hành|ký|ra|đề){GAP}|(?P<same>(?:đều{GAP})?cùng){GAP})?"
    rf"ngày:?{GAP}(?:m[ồù]ng{GAP})?(?P<day>\d{{1,2}})"
    rf"(?:{_SEP}(?P<month>\d{{1,2}}){_SEP}(?P<year>\d{{4}})"
    rf"|{GAP}tháng{GAP}(?P<month_said>\d{{1,2}}){GAP}(?:,?{GAP}năm{GAP}|[/{DASH}])(?P<year_said>\d{{4}}))"
    r"(?!\d)",
    re.IGNORECASE,
)
_MAY_FOLLOW = re.compile(
    rf"{GAP},{GAP}(?:của|về|do|v/v|quy|hướng|kèm|cùng|và|số|các|{KIND.pattern})", re.IGNORECASE
)
_CLAUSE = re.compile(rf"{GAP},{GAP}\w")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Issued:
    """A date and where it ends; ``is_same_day``: “cùng ngày”, that of the documents before too."""

    day: date
    end: int
    is_same_day: bool


def read_date(text: str, end: int, number: str, *, is_party: bool) -> Issued | None:
    """The date after a number that ends at *end*.

    None where it is no day of the calendar, lacks its year, or opens a clause that tells of an
    event (“Kế hoạch số …, ngày 05/3/2025, Phòng 2 …”).
    """
    match = _DATE.match(text, end)
    if not match:
        return None
    before = text[end : match.start("day")]
    day = _day_of(match)
    if day is None or ("\n" in before and "Ngày" in before):  # a line of its own begins
        return None
    if match["comma"] and not match["same"]:
        own_year = _YEAR.search(number)
        opens = _CLAUSE.match(text, match.end()) and not _MAY_FOLLOW.match(text, match.end())
        if (own_year and int(own_year[1]) != day.year) or (opens and not is_party):
            return None
    return Issued(day, match.end(), bool(match["same"]))


def _day_of(match: re.Match[str]) -> date | None:
    """The day of the calendar, if it is one between 1900 and 2200."""
    month, year = match["month"] or match["month_said"], match["year"] or match["year_said"]
    try:
        day = date(int(year), int(month), int(match["day"]))
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None
