"""What pages a tagged archive has, and what each of them lists and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from newsroom.activities import Activity
from newsroom.archives import Axis, AxisValue
from newsroom.model import Article
from newsroom.newsroom import ArchiveIndex
from newsroom.pages.lists import ActivityDays, year_filters
from newsroom.periods import Period, PeriodRule, periods_with
from newsroom.views import Filter, Link

LIST_ANCHOR = "#tin-bai"


def _nowhere(axis: Axis, value: AxisValue) -> str | None:
    del axis, value
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """One page of an archive."""

    address: str
    title: str
    crumb: str
    articles: tuple[Article, ...]
    activities: tuple[Activity, ...] | None = None
    """What its tables count; None for pages without tables."""
    when: str = ""
    """``năm 2025``; empty where all time is meant."""
    span: tuple[date, date] | None = None
    value_list: Callable[[Axis, AxisValue], str | None] = _nowhere
    """Address of the list that holds what a column of the tables counts."""
    above: tuple[Link, ...] = ()
    """Between the archive and this page."""
    filters: tuple[Filter, ...] = ()


class ArchiveParts:
    """The pages of one archive, in the order of the site."""

    def __init__(self, index: ArchiveIndex, rules: tuple[PeriodRule, ...]) -> None:
        self.index = index
        self.archive = index.archive
        self.days = ActivityDays(index.activities)
        self.periods = periods_with(rules, index.days)
        counts = Counter(map(self.days.year, index.articles))
        address = self.archive.address
        self.filters = year_filters(counts, address, address) if len(counts) > 1 else ()

    def __iter__(self) -> Iterator[Part]:
        yield self.whole()
        yield from map(self.of_year, self.index.years)
        yield from map(self.of_period, self.periods)
        for axis in self.archive.axes:
            yield from (self.of_value(axis, value) for value in axis.values)
        if self.index.unclassified:
            yield self.unclassified()

    def whole(self) -> Part:
        """The archive's first page."""
        archive, index = self.archive, self.index
        return Part(
            archive.address,
            archive.title,
            archive.short_title,
            index.articles,
            index.activities,
            value_list=lambda axis, value: archive.value_address(axis, value) + LIST_ANCHOR,
            filters=self.filters,
        )

    def of_year(self, year: int) -> Part:
        """The activities of *year*."""
        activities = self.index.activities_of_year(year)
        return Part(
            f"{self.archive.address}{year}/",
            f"{self.archive.title}: hoạt động năm {year}",
            f"Năm {year}",
            self.index.members_of(activities),
            activities,
            f"năm {year}",
            (date(year, 1, 1), date(year, 12, 31)),
            partial(self._value_in_year, year),
            filters=self.filters,
        )

    def _value_in_year(self, year: int, axis: Axis, value: AxisValue) -> str:
        """The value's list of one year: a page of its own where the value has several years."""
        address = self.archive.value_address(axis, value)
        years = set(map(self.days.year, self.index.with_value(axis.key, value.id)))
        return (f"{address}{year}/" if len(years) > 1 else address) + LIST_ANCHOR

    def of_period(self, period: Period) -> Part:
        """The activities of a reporting period."""
        activities = self.index.activities_within(period)
        when = period.label[0].lower() + period.label[1:]
        return Part(
            f"{self.periods_link.address}{period.slug}/",
            f"{self.archive.title}: {when} ({period.span})",
            period.label,
            self.index.members_of(activities),
            activities,
            when,
            (period.first, period.last),
            above=(self.periods_link,),
        )

    @property
    def periods_link(self) -> Link:
        """The index of the periods."""
        return Link("Các kỳ", f"{self.archive.address}ky/")

    def of_value(self, axis: Axis, value: AxisValue) -> Part:
        """Everything with one value."""
        return Part(
            self.archive.value_address(axis, value),
            f"{axis.label}: {value.label}",
            value.label,
            self.index.with_value(axis.key, value.id),
        )

    def unclassified(self) -> Part:
        """What nobody has classified yet."""
        address = f"{self.archive.address}chua-phan-loai/"
        title = "Tin, bài chưa phân loại"
        return Part(address, title, "Chưa phân loại", self.index.unclassified)

    def figures(self, part: Part) -> str | None:
        """``12 tin, bài về 10 hoạt động``: what the list of *part* holds; None when empty."""
        if not part.articles:
            return None
        count = self.days.count(part.articles)
        return f"{len(part.articles)} tin, bài về {count} hoạt động"
