"""Days, months and years as terms of the index, however they are written.

``05/3/2025``, ``ngày 5 tháng 3 năm 2025`` and ``2025-03-05`` are all ``@20250305``; each also
stands for its month ``@202503`` and its year ``@2025``. ``tim-kiem/days.js`` reads queries by the
same patterns. Years in numbers of documents (``10/2022/QH15``) are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

_MARKS = re.compile("[\u0300-\u036f]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s")
# No look-behind: Safari knows it only since 16.4, and the script has the same patterns.
_BEFORE_NUMBER, _BEFORE_WORD = r"(?:^|[^\d/.-])", r"(?:^|[^a-z])"
_TO_YEAR = r"(?:\s*,?\s*nam\s+|\s*[/.-]\s*|\s+)(\d{4})(?!\d)"
_NOT_IN_NUMBER = r"(?!\d|\s?[/-]\s?[a-z])"
_DAY, _DAY_IN_WORDS, _ISO_DAY, _MONTH_IN_WORDS, _MONTH, _YEAR = (
    re.compile(pattern, re.ASCII)
    for pattern in (
        _BEFORE_NUMBER + r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})" + _NOT_IN_NUMBER,
        _BEFORE_NUMBER + r"(\d{1,2})\s+thang\s+(\d{1,2})" + _TO_YEAR,
        _BEFORE_NUMBER + r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)",
        _BEFORE_WORD + r"thang\s+(\d{1,2})" + _TO_YEAR,
        _BEFORE_NUMBER + r"(\d{1,2})\s?/\s?(\d{4})" + _NOT_IN_NUMBER,
        _BEFORE_WORD + r"nam\s+(\d{4})(?!\d)",
    )
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_JOINED = re.compile(r"\d\s?[/.-]\s?\d", re.ASCII)
_FOUR_DIGITS = re.compile(r"\d{4}", re.ASCII)


def day_terms(day: date) -> tuple[str, str, str]:
    """The terms of a day: itself, its month, its year."""
    return (f"@{day:%Y%m%d}", f"@{day:%Y%m}", f"@{day.year}")


def year_term(year: int) -> str:
    """The term of a year."""
    return f"@{year}"


def terms_in(*texts: str) -> set[str]:
    """The terms of all days, months and years written in *texts*."""
    with_years = [text for text in texts if _FOUR_DIGITS.search(text)]
    return set(_terms(_bare(" ; ".join(with_years)))) if with_years else set()


def _bare(text: str) -> str:
    """Lower case, no marks, spaces and dashes of one kind."""
    lower = unicodedata.normalize("NFKD", text.lower())
    return _DASHES.sub("-", _SPACES.sub(" ", _MARKS.sub("", lower).replace("đ", "d")))


def _terms(bare: str) -> Iterator[str]:
    if _JOINED.search(bare):
        for match in _DAY.finditer(bare):
            yield from _known(match[4], match[3], match[1])
        for match in _ISO_DAY.finditer(bare):
            yield from _known(match[1], match[2], match[3])
        for match in _MONTH.finditer(bare):
            yield from _known(match[2], match[1])
    if "thang " in bare:
        for match in _DAY_IN_WORDS.finditer(bare):
            yield from _known(match[3], match[2], match[1])
        for match in _MONTH_IN_WORDS.finditer(bare):
            yield from _known(match[2], match[1])
    if "nam " in bare:
        for match in _YEAR.finditer(bare):
            yield from _known(match[1])


def _known(year: str, month: str | None = None, day: str | None = None) -> tuple[str, ...]:
    """The terms of a day, a month or a year that is in the calendar."""
    try:
        when = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ()
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        return ()
    return day_terms(when)[0 if day else 1 if month else 2 :]
