"""Reporting periods: named stretches of the year, which may begin in the year before.

Which periods an office reports on is configuration (``extra.portal.periods``); the defaults are
the half-years and the year that procuracies count from December.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from newsroom.dates import short_date

REORGANISED_ON = date(2025, 7, 1)
"""District procuracies ended, regional ones began (Nghị quyết 84/2025/UBTVQH15)."""

_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")


def _day_month(value: Any) -> tuple[int, int]:
    """``01/12`` → (1, 12): day and month of any year, the last of February as 28 or 29."""
    match = _DAY_MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if not match:
        raise ValueError(f"“{value}” không phải là ngày/tháng viết theo dạng 01/12")
    day, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024, month)[1]:
        raise ValueError(f"“{value}” không phải là một ngày có thật trong năm")
    return day, month


def _not_a_year(value: str) -> str:
    if value.isdecimal():
        raise ValueError(f"mã kỳ “{value}” không được chỉ gồm chữ số")
    return value


DayMonth = Annotated[tuple[int, int], BeforeValidator(_day_month)]
PeriodId = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,12}$"), AfterValidator(_not_a_year)
]
_Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period of one year: both days belong to it."""

    first: date
    last: date
    id: str
    """``2025-H1``."""
    label: str
    """``6 tháng đầu năm 2025``."""

    def __contains__(self, when: date) -> bool:
        return self.first <= when <= self.last

    @property
    def slug(self) -> str:
        """``2025-h1``, its part of addresses."""
        return self.id.lower()

    @property
    def span(self) -> str:
        """``từ 01/12/2024 đến 31/5/2025``."""
        return f"từ {short_date(self.first)} đến {short_date(self.last)}"

    @property
    def crosses_reorganisation(self) -> bool:
        """Whether units before and after 01/7/2025 fall into it: their figures do not compare."""
        return crosses_reorganisation(self.first, self.last)


def crosses_reorganisation(first: date, last: date) -> bool:
    """Whether units before and after 01/7/2025 worked between the two days."""
    return first < REORGANISED_ON <= last


class PeriodRule(BaseModel):
    """``{id: H1, label: 6 tháng đầu năm, starts: 01/12, ends: 31/5}``.

    Where the start lies later in the year than the end, it is that of the year before.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: PeriodId
    label: _Label
    starts: DayMonth
    ends: DayMonth

    def of_year(self, year: int) -> Period:
        """The period of *year*, the year in which it ends."""
        (first_day, first_month), (last_day, last_month) = self.starts, self.ends
        last = _on(year, last_month, last_day)
        first = _on(year, first_month, first_day)
        if first > last:
            first = _on(year - 1, first_month, first_day)
        return Period(first, last, f"{year}-{self.id}", f"{self.label} {year}")


def _on(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


DEFAULT_PERIODS = (
    PeriodRule(id="H1", label="6 tháng đầu năm", starts="01/12", ends="31/5"),
    PeriodRule(id="H2", label="6 tháng cuối năm", starts="01/6", ends="30/11"),
    PeriodRule(id="CN", label="Cả năm", starts="01/12", ends="30/11"),
)


def find_period(rules: tuple[PeriodRule, ...], text: str) -> Period | None:
    """The period that ``2025-H1`` names, letter case aside; None where none is called so."""
    match = re.fullmatch(r"(\d{4})-(\w+)", text.strip())
    if not match or not 1901 <= int(match[1]) <= 2200:
        return None
    return next(
        (r.of_year(int(match[1])) for r in rules if r.id.casefold() == match[2].casefold()), None
    )


def periods_with(rules: tuple[PeriodRule, ...], days: Collection[date]) -> tuple[Period, ...]:
    """The periods into which any of *days* falls, the newest first, in the order of the rules."""
    if not days:
        return ()
    years = range(max(days).year + 1, min(days).year - 1, -1)
    found = (rule.of_year(year) for year in years for rule in rules)
    return tuple(period for period in found if any(day in period for day in days))
