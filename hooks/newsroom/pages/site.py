"""The whole site: all its pages, header and footer, and the addresses it generates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.newsroom import Newsroom
from newsroom.pages.archive_pages import archive_pages
from newsroom.pages.article_page import article_pages
from newsroom.pages.cards import Cards
from newsroom.pages.context import DOCUMENTS, HOME, NEWS, PLANS, UNITS, PageContext
from newsroom.pages.document_pages import (
    document_index,
    document_pages,
    plan_index,
    plan_pages,
)
from newsroom.pages.news_pages import (
    broken_pages,
    desk_page,
    front_page,
    news_pages,
    other_pages,
    tag_pages,
)
from newsroom.pages.site_page import SitePage
from newsroom.pages.unit_pages import unit_index, unit_pages
from newsroom.problems import Severity
from newsroom.settings import CONTACTS, FOOTER_IDENTITY, SiteSettings
from newsroom.views import Fact, Link, SiteView

_FOOTER_PAGES = ("gioi-thieu/", "ho-tro-tiep-can/")


def site_pages(newsroom: Newsroom, settings: SiteSettings) -> tuple[SitePage, ...]:
    """Every page of the site; addresses are unique."""
    broken = {page.address: page.path for page in newsroom.broken}
    context = PageContext(newsroom, Cards(newsroom), settings, broken)
    pages: dict[str, SitePage] = {}
    for page in _known_pages(context):
        pages.setdefault(page.address, page)
    for page in other_pages(context, set(pages)):
        pages[page.address] = page
    for page in broken_pages(context):
        pages.setdefault(page.address, page)  # a generated page shows the problems itself
    newest = max((p.lastmod for p in pages.values()), default="") or newsroom.now.date().isoformat()
    return tuple(p if p.lastmod else replace(p, lastmod=newest) for p in pages.values())


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
    if context.newsroom.is_preview:
        yield desk_page(context)


def generated_addresses(newsroom: Newsroom) -> frozenset[str]:
    """Addresses of all pages, generated ones included, for checking links and old addresses."""
    return frozenset(page.address for page in site_pages(newsroom, SiteSettings()))


def site_view(newsroom: Newsroom, settings: SiteSettings) -> SiteView:
    """What header and footer show. Unset fields are absent, but visibly empty in the preview."""
    archives = tuple(
        Link(index.archive.short_title, index.archive.address) for index in newsroom.archives
    )
    footer = tuple(
        Link(newsroom.pages[address].meta.title, address)
        for address in _FOOTER_PAGES
        if address in newsroom.pages
    )
    return SiteView(
        name=settings.name,
        tagline=settings.tagline,
        menu=(HOME, NEWS, UNITS, PLANS, DOCUMENTS, *archives),
        footer_links=(*footer, Link("Chủ đề", "chu-de/")),
        identity=_facts(settings.identity, FOOTER_IDENTITY, newsroom.is_preview),
        contacts=_facts(settings.contacts, CONTACTS, newsroom.is_preview),
        preview=newsroom.is_preview,
        problem_count=sum(1 for p in newsroom.problems if p.severity is not Severity.NOTE),
    )


def _facts(
    values: dict[str, str | None], labels: dict[str, str], is_preview: bool
) -> tuple[Fact, ...]:
    facts = []
    for key, label in labels.items():
        if value := values.get(key):
            facts.append(Fact(label, (Link(value),)))
        elif is_preview:
            facts.append(Fact(label, (Link("(chưa khai báo)"),)))
    return tuple(facts)
