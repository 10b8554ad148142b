"""Pages that no list makes: other content pages, and in the preview broken ones and the desk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.model import BrokenPage, Hold, Page
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import DESK, HOME, PageContext, problem_notices
from newsroom.pages.site_page import SitePage
from newsroom.views import DeskProblem, DeskView, Link, PageView


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
            Link(article.title, article.address, index.archive.short_title)
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
