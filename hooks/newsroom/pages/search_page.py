"""``/tim-kiem/``: the page whose script searches, and ways to go on without it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.pages.about_pages import MAP_PAGE
from newsroom.pages.context import DOCUMENTS, HOME, NEWS, PLANS, TAGS, UNITS, PageContext
from newsroom.pages.site_page import SitePage
from newsroom.search.archive_facets import archive_facets
from newsroom.views import Link, SearchFilter, SearchView

SEARCH_PAGE = Link("Tìm kiếm", "tim-kiem/")
_FIRST = (
    SearchFilter("don-vi", "Đơn vị"),
    SearchFilter("ke-hoach", "Kế hoạch"),
    SearchFilter("nam", "Năm"),
)
_LAST = SearchFilter("loai", "Loại trang")
"""Named as in ``search.facets``."""


def search_pages(context: PageContext) -> Iterator[SitePage]:
    """The page, unless the search is off."""
    if context.settings.search.enabled:
        address = SEARCH_PAGE.address or ""
        yield SitePage(address, context.introduction(address), partial(_view, context))


def _view(context: PageContext) -> SearchView:
    address = SEARCH_PAGE.address or ""
    archives = tuple(
        Link(index.archive.short_title, index.archive.address)
        for index in context.newsroom.archives
    )
    of_archives = (
        SearchFilter(facet.name, facet.label)
        for facet in archive_facets(index.archive for index in context.newsroom.archives)
    )
    return SearchView(
        title=context.title(address, SEARCH_PAGE.text),
        description=context.summary(address) or "Tìm tin, bài, đơn vị, kế hoạch và văn bản.",
        crumbs=(HOME, Link(SEARCH_PAGE.text)),
        section=address,
        notices=context.introduction_notices(address),
        filters=(*_FIRST, *of_archives, _LAST),
        ways=(NEWS, UNITS, PLANS, DOCUMENTS, *archives, TAGS, MAP_PAGE),
    )
