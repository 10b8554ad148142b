"""The date that follows a number: “ngày 07/02/2025”, “, ngày 07 tháng 02 năm 2025”."""

from __future__ import annotations

import re
from datetime import date

from newsroom.references.alphabet import DASH, GAP
from newsroom.references.kinds import KIND

_SEP = rf"[^\S\n]?[/.{DASH}](?:[^\S\n]{{0,2}}\n?[^\S\n]{{0,2}})?"
_DATE = re.compile(
    rf"{GAP}(?P<comma>,?){GAP}(?P<paren>\(?){GAP}"
    rf"(?:(?:được{GAP})?(?:ban{GAP}hành|ký|ra|đề){GAP}|(?P<same>(?:đều{GAP})?cùng){GAP})?"
    rf"ngày{GAP}(?:m[ồù]ng{GAP})?(?P<day>\d{{1,2}})"
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


def read_date(text: str, end: int, number: str, *, is_party: bool) -> tuple[date, int, bool] | None:
    """The date after a number that ends at *end*: the date, its own end, whether “cùng ngày”.

    None where it is no day of the calendar, lacks its year, or opens a clause that tells of an
    event (“Kế hoạch số …, ngày 05/3/2025, Phòng 2 …”).
    """
    match = _DATE.match(text, end)
    if not match:
        return None
    word = match.start("day")
    if "\n" in text[end:word] and "Ngày" in text[end:word]:
        return None  # a line of its own begins
    day, month = int(match["day"]), int(match["month"] or match["month_said"])
    year = int(match["year"] or match["year_said"])
    if not 1900 <= year <= 2200:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if match["comma"] and not match["same"]:
        own_year = _YEAR.search(number)
        if own_year and int(own_year[1]) != year:
            return None
        opens = _CLAUSE.match(text, match.end()) and not _MAY_FOLLOW.match(text, match.end())
        if opens and not is_party:
            return None
    return found, match.end(), bool(match["same"])
