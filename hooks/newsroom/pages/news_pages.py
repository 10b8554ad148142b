"""Lists of news: all, by year, by month, by tag."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from newsroom.dates import as_day, month_heading
from newsroom.model import Article
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import HOME, NEWS, TAGS, PageContext
from newsroom.pages.feed_links import site_feed
from newsroom.pages.lists import PagedList, by_publication, paged_list, year_filters
from newsroom.pages.site_page import SitePage
from newsroom.views import Filter, Group, IndexView, Link, ListView

_BY_DAY = "Xếp theo ngày đăng; bài không rõ ngày đăng xếp theo ngày diễn ra."
_ALL_NEWS = f"Toàn bộ tin, bài của Trang. {_BY_DAY}"
_OF_TAG = "Tin, bài được gắn chủ đề này, mới nhất đứng trước."


@dataclass(frozen=True, slots=True)
class _NewsList:
    """What stands above one list; *crumbs* end with the list itself."""

    title: str
    crumbs: tuple[Link, ...]
    groups: tuple[Group, ...] = ()
    explanation: str = ""
    filters: tuple[Filter, ...] = ()
    own_filter: bool = False

    @property
    def address(self) -> str:
        return self.crumbs[-1].address or ""


def news_pages(context: PageContext) -> Iterator[SitePage]:
    """``/tin/``, its years and their months."""
    articles = context.newsroom.articles
    by_year: dict[int, list[Article]] = defaultdict(list)
    by_month: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in articles:
        day = as_day(article.listed_on)
        by_year[day.year].append(article)
        by_month[day.year, day.month].append(article)
    counts = Counter({year: len(members) for year, members in by_year.items()})
    filters = year_filters(counts, "tin/", "tin/") if len(by_year) > 1 else ()
    years = tuple(Link(f"Năm {y}", f"tin/{y}/", None, counts[y]) for y in counts)
    groups = () if filters else (Group("Theo năm", years),)
    yield from _pages(
        _NewsList("Tin tức", (HOME, NEWS), groups, _ALL_NEWS, filters), articles, context
    )
    for year, members in by_year.items():
        months = tuple(
            Link(f"Tháng {month}", f"tin/{year}/{month:02d}/", None, len(by_month[year, month]))
            for month in range(1, 13)
            if (year, month) in by_month
        )
        crumbs = (HOME, NEWS, Link(str(year), f"tin/{year}/"))
        groups = (Group("Theo tháng", months),)
        yield from _pages(
            _NewsList(f"Tin tức năm {year}", crumbs, groups, "", filters), members, context
        )
    for (year, month), of_month in by_month.items():
        address = f"tin/{year}/{month:02d}/"
        above = (HOME, NEWS, Link(str(year), f"tin/{year}/"), Link(f"Tháng {month}", address))
        yield from _pages(_NewsList(month_heading(year, month), above), of_month, context)


def tag_pages(context: PageContext) -> Iterator[SitePage]:
    """A page a tag, and their index ``/chu-de/``."""
    for tag, articles in context.newsroom.tags:
        crumbs = (HOME, TAGS, Link(tag.label, tag.address))
        about = _NewsList(f"Chủ đề: {tag.label}", crumbs, explanation=_OF_TAG, own_filter=True)
        yield from _pages(about, articles, context)
    view = partial(_tag_index, context)
    yield SitePage("chu-de/", context.introduction("chu-de/"), view, context.newest_change)


def _tag_index(context: PageContext) -> IndexView:
    links = tuple(
        Link(tag.label, tag.address, None, len(articles)) for tag, articles in context.newsroom.tags
    )
    return IndexView(
        title=context.title("chu-de/", "Chủ đề"),
        description=context.summary("chu-de/") or "Các chủ đề của tin, bài.",
        crumbs=(HOME, Link("Chủ đề")),
        section="tin/",
        notices=context.introduction_notices("chu-de/"),
        groups=(Group("Tất cả chủ đề", links),) if links else (),
        compact=True,
    )


def _pages(
    about: _NewsList, articles: Sequence[Article], context: PageContext
) -> Iterator[SitePage]:
    listing = paged_list(
        articles,
        by_publication(context.cards),
        about.address,
        "Tin, bài",
        explanation=about.explanation or _BY_DAY,
        filters=about.filters,
        with_filter=about.own_filter,
    )
    path = context.introduction(about.address)
    yield SitePage(about.address, path, partial(_view, about, listing, context), listing.lastmod)
    yield from listing.pages(about.title, about.crumbs, "tin/", site_feed(context.settings))


def _view(about: _NewsList, listing: PagedList, context: PageContext) -> ListView:
    described = context.summary(about.address)
    described = described or f"{about.title}: {listing.total} tin, bài."
    return ListView(
        title=context.title(about.address, about.title),
        description=shorten(described, DESCRIPTION_LENGTH),
        crumbs=(*about.crumbs[:-1], Link(about.crumbs[-1].text)),
        section="tin/",
        feed=site_feed(context.settings),
        notices=context.introduction_notices(about.address),
        groups=tuple(group for group in about.groups if group.links),
        listing=listing.landing,
    )
