"""Lists of news: all, by year, by month, by tag; the front page; other pages; the editors' desk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial

from newsroom.dates import as_day, month_heading
from newsroom.model import Article, BrokenPage, Hold, Page
from newsroom.newsroom import ArchiveIndex
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import DESK, HOME, NEWS, TAGS, PageContext, problem_notices
from newsroom.pages.document_pages import is_running, plan_card
from newsroom.pages.lists import PagedList, by_publication, paged_list
from newsroom.pages.site_page import SitePage
from newsroom.pages.unit_pages import unit_groups
from newsroom.views import (
    ArchiveTeaser,
    DeskProblem,
    DeskView,
    FrontView,
    Group,
    IndexView,
    Link,
    ListView,
    PageView,
)

_LATEST = 7
_TEASED = 3
_PLANS_SHOWN = 3


def news_pages(context: PageContext) -> Iterator[SitePage]:
    """``/tin/``, its years and their months."""
    articles = context.newsroom.articles
    by_year: dict[int, list[Article]] = defaultdict(list)
    by_month: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in articles:
        day = as_day(article.listed_on)
        by_year[day.year].append(article)
        by_month[day.year, day.month].append(article)
    years = tuple(
        Link(f"Năm {year}", f"tin/{year}/", None, len(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )
    yield from _list_pages(
        context, "tin/", "Tin tức", list(articles), (HOME,), (Group("Theo năm", years),)
    )
    for year, members in by_year.items():
        months = tuple(
            Link(f"Tháng {month}", f"tin/{year}/{month:02d}/", None, len(by_month[year, month]))
            for month in range(1, 13)
            if (year, month) in by_month
        )
        yield from _list_pages(
            context,
            f"tin/{year}/",
            f"Tin tức năm {year}",
            members,
            (HOME, NEWS),
            (Group("Theo tháng", months),),
            crumb=str(year),
        )
    for (year, month), members in by_month.items():
        yield from _list_pages(
            context,
            f"tin/{year}/{month:02d}/",
            month_heading(year, month),
            members,
            (HOME, NEWS, Link(str(year), f"tin/{year}/")),
            crumb=f"Tháng {month}",
        )


def tag_pages(context: PageContext) -> Iterator[SitePage]:
    """A page a tag, and their index ``/chu-de/``."""
    for tag, articles in context.newsroom.tags:
        yield from _list_pages(
            context,
            tag.address,
            f"Chủ đề: {tag.label}",
            list(articles),
            (HOME, TAGS),
            crumb=tag.label,
        )
    yield SitePage("chu-de/", context.introduction("chu-de/"), partial(_tag_index, context))


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


def _list_pages(
    context: PageContext,
    address: str,
    title: str,
    articles: list[Article],
    above: tuple[Link, ...],
    groups: tuple[Group, ...] = (),
    *,
    crumb: str | None = None,
) -> Iterator[SitePage]:
    listing = paged_list(articles, by_publication(context.cards), address, "Tin, bài")
    path = context.introduction(address)
    shown = tuple(group for group in groups if group.links)
    here = Link(crumb or title, address)
    yield SitePage(
        address, path, partial(_list_view, context, address, title, (*above, here), listing, shown)
    )
    yield from listing.pages(title, (*above, here), "tin/")


def _list_view(
    context: PageContext,
    address: str,
    title: str,
    crumbs: tuple[Link, ...],
    listing: PagedList,
    groups: tuple[Group, ...],
) -> ListView:
    described = context.summary(address) or f"{title}: {listing.landing.total} tin, bài."
    return ListView(
        title=context.title(address, title),
        description=shorten(described, DESCRIPTION_LENGTH),
        crumbs=(*crumbs[:-1], Link(crumbs[-1].text)),
        section="tin/",
        notices=context.introduction_notices(address),
        groups=groups,
        listing=listing.landing if listing.landing.total else None,
    )


def front_page(context: PageContext) -> SitePage:
    """The front page."""
    return SitePage("", context.introduction(""), partial(_front_view, context))


def _front_view(context: PageContext) -> FrontView:
    newsroom, cards = context.newsroom, context.cards
    newest = cards.cards(newsroom.articles[: _LATEST + 1])
    today = newsroom.now.date()
    running = [d for d in newsroom.documents.plans if is_running(d, today)]
    plans = running or list(newsroom.documents.plans[:_PLANS_SHOWN])
    return FrontView(
        title=context.settings.name,
        description=context.summary("")
        or f"{context.settings.tagline} {context.settings.name}: tin tức, kế hoạch, văn bản và"
        " hoạt động thực hiện dân chủ ở cơ sở.",
        section="./",
        notices=context.introduction_notices(""),
        lead=newest[0] if newest else None,
        latest=newest[1:],
        archive=_teaser(newsroom.archives[0], context) if newsroom.archives else None,
        plans=tuple(plan_card(document) for document in plans),
        plans_heading="Kế hoạch đang thực hiện" if running else "Kế hoạch",
        units=unit_groups(context, with_notes=False),
    )


def _teaser(index: ArchiveIndex, context: PageContext) -> ArchiveTeaser | None:
    if not index.articles:
        return None
    archive = index.archive
    year = index.years[0]
    axis = archive.axes[0]
    counts = Counter(
        value
        for article in index.of_year(year)
        for value in article.classification[archive.id].get(axis.key, ())
    )
    return ArchiveTeaser(
        title=archive.title,
        address=archive.address,
        all_text=f"Hoạt động năm {year}",
        caption=f"Số tin, bài năm {year} theo nội dung",
        counts=tuple(
            Link(value.label, archive.value_address(axis, value), None, counts[value.id])
            for value in axis.values
            if counts[value.id]
        ),
        cards=context.cards.cards(index.articles[:_TEASED], by_event=True),
    )


def other_pages(context: PageContext, taken: set[str]) -> Iterator[SitePage]:
    """Pages of their own: those that introduce no generated page."""
    for address, page in context.newsroom.pages.items():
        is_guide = address.startswith(DESK.address or "")
        if address in taken or (is_guide and not context.newsroom.is_preview):
            continue
        yield SitePage(address, page.path, partial(_page_view, page, context, is_guide))


def _page_view(page: Page, context: PageContext, is_guide: bool) -> PageView:
    above = (HOME, DESK) if is_guide else (HOME,)
    return PageView(
        title=page.meta.title,
        description=shorten(page.meta.summary or page.scan.first_paragraph, DESCRIPTION_LENGTH),
        crumbs=(*above, Link(page.meta.title)),
        notices=context.problem_notices(page.path),
    )


def broken_pages(context: PageContext) -> Iterator[SitePage]:
    """In the preview: a page for each file that cannot be published, with what is wrong."""
    if context.newsroom.is_preview:
        for page in context.newsroom.broken:
            yield SitePage(page.address, page.path, partial(_broken_view, page))


def _broken_view(page: BrokenPage) -> PageView:
    return PageView(
        title=page.title,
        crumbs=(HOME, DESK, Link(page.title)),
        notices=problem_notices(page.path, page.problems),
    )


def desk_page(context: PageContext) -> SitePage:
    """``/bien-tap/``, only in the preview."""
    return SitePage("bien-tap/", context.introduction("bien-tap/"), partial(_desk_view, context))


def _desk_view(context: PageContext) -> DeskView:
    newsroom = context.newsroom
    addresses = _addresses(context)
    guides = [
        p for a, p in newsroom.pages.items() if a.startswith("bien-tap/") and a != "bien-tap/"
    ]
    return DeskView(
        title="Bàn biên tập",
        description="Lỗi, bản nháp và bài hẹn giờ; chỉ có ở bản xem trước.",
        crumbs=(HOME, Link("Bàn biên tập")),
        notices=context.introduction_notices("bien-tap/"),
        problems=tuple(
            DeskProblem(
                p.path,
                p.line,
                str(p.severity),
                p.code,
                p.message,
                p.hint,
                addresses.get(p.path),
            )
            for p in sorted(newsroom.problems, key=lambda p: (p.severity.rank, p.path))
        ),
        drafts=_held_links(context, Hold.DRAFT),
        scheduled=_held_links(context, Hold.SCHEDULED),
        guides=tuple(Link(page.meta.title, page.address) for page in guides),
        unclassified=tuple(
            Link(article.title, article.address)
            for index in newsroom.archives
            for article in index.unclassified
        ),
    )


def _addresses(context: PageContext) -> dict[str, str]:
    newsroom = context.newsroom
    pages = [
        *newsroom.articles,
        *newsroom.units,
        *newsroom.documents,
        *newsroom.pages.values(),
        *newsroom.broken,
    ]
    return {page.path: page.address for page in pages}


def _held_links(context: PageContext, hold: Hold) -> tuple[Link, ...]:
    return tuple(
        Link(article.title, article.address, context.cards.card(article).mark)
        for article in context.newsroom.held
        if article.hold is hold
    )
