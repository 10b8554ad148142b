"""Long lists: a landing page, full pages at ``…/trang/k/``, a filter by year at ``…/2025/``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from newsroom.activities import Activity
from newsroom.dates import as_day
from newsroom.listing import paginate
from newsroom.model import Article
from newsroom.pages.cards import Cards
from newsroom.pages.site_page import SitePage
from newsroom.views import Card, Filter, Link, Listing, ListView, Pager

MakeListing = Callable[[], Listing]


@dataclass(frozen=True, slots=True)
class Order:
    """How a list shows its articles, and the day it goes by."""

    card: Callable[[Article], Card]
    day: Callable[[Article], date]


def by_publication(cards: Cards) -> Order:
    """Dated by publication."""
    return Order(cards.card, _publication_day)


def by_event(cards: Cards) -> Order:
    """Dated by the event."""
    return Order(partial(cards.card, by_event=True), _event_day)


def _publication_day(article: Article) -> date:
    return as_day(article.listed_on)


def _event_day(article: Article) -> date:
    return article.happened_on


class ActivityDays:
    """Which activity each article tells of, and the year it belongs to: that of its first day."""

    def __init__(self, activities: Iterable[Activity]) -> None:
        self._of: dict[str, tuple[int, int]] = {
            article.path: (place, activity.happened_on.year)
            for place, activity in enumerate(activities)
            for article in activity.articles
        }

    def count(self, articles: Iterable[Article]) -> int:
        """How many activities *articles* tell of."""
        return len({self._of[article.path][0] for article in articles})

    def year(self, article: Article) -> int:
        """The year of the activity that *article* tells of."""
        return self._of[article.path][1]


def last_change(articles: Iterable[Article]) -> str:
    """ISO day of the last change among *articles*; empty when there are none."""
    days = [article.changed_on for article in articles]
    return max(days).isoformat() if days else ""


@dataclass(frozen=True, slots=True)
class PagedList:
    """A list of cards below *base*, of which the landing page itself shows a part.

    What a page shows is made when it is asked for: there are many, and several processes share
    them.
    """

    own_landing: MakeListing
    """Makes what the landing page shows."""
    total: int
    """Articles of the whole list."""
    full: tuple[tuple[MakeListing, str], ...]
    """Full pages from page 1, each with the day of its last change."""
    base: str
    lastmod: str
    years: tuple[tuple[int, PagedList], ...] = ()
    """One list a year, where the list has a filter of its own."""

    @property
    def landing(self) -> Listing | None:
        """What the landing page shows; None where there is nothing to show."""
        return self.own_landing() if self.total else None

    def pages(
        self, title: str, crumbs: Sequence[Link], section: str, feed: Link | None = None
    ) -> Iterator[SitePage]:
        """The pages of the full parts, and the years of the filter."""
        frame = _Frame(title, tuple(crumbs), section, feed)
        for number, (make_listing, changed) in enumerate(self.full, start=1):
            name, crumb = f"{title} – trang {number}", f"Trang {number}"
            view = partial(_part_page, make_listing, name, crumb, frame)
            yield SitePage(f"{self.base}trang/{number}/", None, view, changed)
        for year, of_year in self.years:
            name, crumb = f"{title}, năm {year}", f"Năm {year}"
            view = partial(_part_page, of_year.own_landing, name, crumb, frame)
            yield SitePage(of_year.base, None, view, of_year.lastmod)
            above = (*crumbs, Link(crumb, of_year.base))
            yield from of_year.pages(name, above, section, feed)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the pages of one list share; the last crumb is the list's landing page."""

    title: str
    crumbs: tuple[Link, ...]
    section: str
    feed: Link | None


def _part_page(make_listing: MakeListing, title: str, crumb: str, frame: _Frame) -> ListView:
    listing = make_listing()
    return ListView(
        title=title,
        description=f"{title}: {listing.total} tin, bài.",
        crumbs=(*frame.crumbs, Link(crumb)),
        section=frame.section,
        feed=frame.feed,
        listing=listing,
    )


def paged_list(  # noqa: PLR0913 - keyword options with defaults
    articles: Sequence[Article],
    order: Order,
    base: str,
    heading: str,
    *,
    landing_address: str | None = None,
    anchor: str = "tin-bai",
    by_year: bool = False,
    explanation: str | None = None,
    filters: tuple[Filter, ...] = (),
    with_filter: bool = False,
    activities: ActivityDays | None = None,
) -> PagedList:
    """Split *articles* (newest first) into pages below the address *base*.

    *filters* are shown on the landing page. *with_filter* makes them, and a page a year, where the
    list spans years and needs more than one page. With *activities* the list also says how many of
    them it tells of, and has its years whatever its length, each with the activities of that year.
    """
    landing_link = Link("Mới nhất", landing_address if landing_address is not None else base)
    pages = paginate(articles)
    numbers = tuple(
        Link(str(number), f"{base}trang/{number}/") for number in range(len(pages.full), 0, -1)
    )
    common = Listing(
        heading=heading,
        cards=(),
        total=len(articles),
        by_year=by_year,
        anchor=anchor,
        explanation=explanation,
    )

    def listing(part: Sequence[Article], current: int | None) -> Listing:
        pager = _pager(landing_link, numbers, current) if numbers else None
        # A full page says nothing of newer ones, so that it stays as it is when they come.
        total = len(articles) if current is None else len(part)
        return replace(common, cards=tuple(map(order.card, part)), total=total, pager=pager)

    full = tuple(
        (partial(listing, part, number), last_change(part))
        for number, part in enumerate(pages.full, 1)
    )

    def own_landing() -> Listing:
        told = activities.count(articles) if activities else None
        shown = listing(pages.landing, None)
        return replace(shown, filters=chosen(filters, base), activities=told)

    whole = PagedList(own_landing, len(articles), full, base, last_change(articles))
    if not with_filter:
        return whole
    return _with_filter(whole, articles, order, landing_link.address or "", common, activities)


def _with_filter(
    whole: PagedList,
    articles: Sequence[Article],
    order: Order,
    landing: str,
    common: Listing,
    activities: ActivityDays | None,
) -> PagedList:
    year_of = activities.year if activities else lambda article: order.day(article).year
    members: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        members[year_of(article)].append(article)
    if len(members) < 2 or not (whole.full or activities):
        return whole
    filters = year_filters({year: len(own) for year, own in members.items()}, landing, whole.base)
    years = []
    for year in sorted(members, reverse=True):
        of_year = paged_list(
            members[year],
            order,
            f"{whole.base}{year}/",
            common.heading,
            anchor=common.anchor,
            explanation=common.explanation,
            filters=filters,
            activities=activities,
        )
        years.append((year, of_year))

    def own_landing() -> Listing:
        return replace(whole.own_landing(), filters=chosen(filters, landing))

    return replace(whole, own_landing=own_landing, years=tuple(years))


def year_filters(counts: Mapping[int, int], landing: str, base: str) -> tuple[Filter, ...]:
    """``Tất cả``, then each year from the newest; *base* is what years stand below."""
    years = (Filter(str(y), f"{base}{y}/", counts[y]) for y in sorted(counts, reverse=True))
    return (Filter("Tất cả", landing, sum(counts.values())), *years)


def chosen(filters: tuple[Filter, ...], address: str) -> tuple[Filter, ...]:
    """The same filters with the one of the page at *address* marked."""
    return tuple(replace(f, is_current=f.address == address) for f in filters)


def _pager(landing: Link, numbers: tuple[Link, ...], current: int | None) -> Pager:
    """*numbers* run from the newest full page down to 1."""
    if current is None:
        return Pager(landing, numbers, None, None, numbers[0])
    position = len(numbers) - current
    newer = numbers[position - 1] if position else landing
    older = numbers[position + 1] if current > 1 else None
    return Pager(landing, numbers[position:], current, newer, older)
