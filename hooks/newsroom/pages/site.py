"""The whole site: all its pages, header and footer, and the addresses it generates."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model import Article
from newsroom.newsroom import Newsroom
from newsroom.pages.about_pages import (
    about_pages,
    contact_facts,
    footer_links,
    identity_facts,
)
from newsroom.pages.archive_pages import archive_pages
from newsroom.pages.article_page import article_pages
from newsroom.pages.cards import Cards
from newsroom.pages.context import DOCUMENTS, HOME, NEWS, PLANS, UNITS, PageContext
from newsroom.pages.data_page import data_page
from newsroom.pages.desk_pages import broken_pages, desk_page, other_pages
from newsroom.pages.document_pages import document_index, document_pages
from newsroom.pages.feed_links import site_feed
from newsroom.pages.form_page import form_missing_page
from newsroom.pages.front_page import front_page
from newsroom.pages.lists import last_change
from newsroom.pages.news_pages import news_pages, tag_pages
from newsroom.pages.plan_pages import plan_index, plan_pages
from newsroom.pages.related import RelatedArticles
from newsroom.pages.search_page import search_pages
from newsroom.pages.site_page import SitePage
from newsroom.pages.unit_pages import unit_index, unit_pages
from newsroom.problems import Severity
from newsroom.settings import SiteSettings
from newsroom.views import Link, SiteView

_NEWEST = 5


def site_pages(newsroom: Newsroom, settings: SiteSettings) -> tuple[SitePage, ...]:
    """Every page of the site; addresses are unique."""
    context = _context(newsroom, settings)
    pages: dict[str, SitePage] = {}
    for page in _known_pages(context):
        pages.setdefault(page.address, page)
    for page in other_pages(context, set(pages)):
        pages[page.address] = page
    for page in broken_pages(context):
        pages.setdefault(page.address, page)  # a generated page shows the problems itself
    return tuple(pages.values())


def page_of(article: Article, newsroom: Newsroom, settings: SiteSettings) -> SitePage:
    """The page of one article alone."""
    return next(iter(article_pages(_context(newsroom, settings), (article,))))


def _context(newsroom: Newsroom, settings: SiteSettings) -> PageContext:
    return PageContext(
        newsroom=newsroom,
        cards=Cards(newsroom),
        settings=settings,
        related=RelatedArticles(newsroom),
        broken_introductions={page.address: page.path for page in newsroom.broken},
        newest_change=last_change(newsroom.articles),
    )


def _known_pages(context: PageContext) -> Iterator[SitePage]:
    yield front_page(context)
    yield from article_pages(context)
    yield from news_pages(context)
    yield from tag_pages(context)
    yield unit_index(context)
    yield from unit_pages(context)
    yield plan_index(context)
    yield from plan_pages(context)
    yield document_index(context)
    yield from document_pages(context)
    yield from archive_pages(context)
    yield data_page(context)
    yield from about_pages(context)
    yield from search_pages(context)
    if context.newsroom.is_preview:
        yield desk_page(context)
        yield form_missing_page()


def generated_addresses(newsroom: Newsroom, settings: SiteSettings | None = None) -> frozenset[str]:
    """Addresses of all pages, generated ones included, for checking links and old addresses."""
    pages = site_pages(newsroom, settings or SiteSettings())
    return frozenset(page.address for page in pages)


def site_view(newsroom: Newsroom, settings: SiteSettings) -> SiteView:
    """What header and footer show. Unset fields are absent, but visibly empty in the preview."""
    context = _context(newsroom, settings)
    archives = tuple(
        Link(index.archive.short_title, index.archive.address) for index in newsroom.archives
    )
    return SiteView(
        name=settings.name,
        tagline=settings.tagline,
        menu=(HOME, NEWS, UNITS, PLANS, DOCUMENTS, *archives),
        footer_links=footer_links(context),
        identity=identity_facts(settings, newsroom.is_preview),
        contacts=contact_facts(settings, newsroom.is_preview),
        preview=newsroom.is_preview,
        problem_count=sum(1 for p in newsroom.problems if p.severity is not Severity.NOTE),
        feed=site_feed(settings),
        search=settings.search.enabled,
        newest=context.cards.cards(newsroom.articles[:_NEWEST]),
    )
