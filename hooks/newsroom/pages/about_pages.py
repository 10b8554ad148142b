"""Pages about the site itself: contacts, the agency's own data, feeds, the map of the site.

Contacts and the agency's data come from the configuration; what is not set is absent, and visibly
empty in the preview.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from newsroom.dates import as_day
from newsroom.pages.context import (
    DOCUMENTS,
    HOME,
    NEWS,
    PLANS,
    TAGS,
    UNITS,
    PageContext,
)
from newsroom.pages.data_links import DATA_PAGE
from newsroom.pages.feed_links import archive_feed, plan_feed, site_feed, unit_feed
from newsroom.pages.site_page import SitePage
from newsroom.pages.unit_pages import unit_groups
from newsroom.settings import CONTACTS, FOOTER_IDENTITY, Contact, SiteSettings
from newsroom.views import ContactsView, Fact, Group, IndexView, Link, View

CONTACT_PAGE = Link("Liên hệ", "lien-he/")
ABOUT_PAGE = Link("Giới thiệu", "gioi-thieu/")
MAP_PAGE = Link("Sơ đồ trang", "so-do-trang/")
FEEDS_PAGE = Link("Theo dõi qua RSS", "theo-doi/")
ACCESS_PAGE = Link("Hỗ trợ tiếp cận", "ho-tro-tiep-can/")
SET_BY_CONFIGURATION = frozenset({"lien-he/", "gioi-thieu/"})
"""Addresses of pages that are there only where the configuration has something for them."""
_EMAIL = re.compile(r"[^\s@<>\"&?]+@[^\s@<>\"&?]+")
_UNSET = Link("(chưa khai báo)")


def about_pages(context: PageContext) -> Iterator[SitePage]:
    """The pages that this site has."""
    if contact_facts(context.settings, context.newsroom.is_preview):
        yield _page(CONTACT_PAGE, context, partial(_contacts_view, context))
    if identity_facts(context.settings, context.newsroom.is_preview):
        yield _page(ABOUT_PAGE, context, partial(_about_view, context))
    yield _page(MAP_PAGE, context, partial(_map_view, context), context.newest_change)
    yield _page(FEEDS_PAGE, context, partial(_feeds_view, context))


def _page(
    link: Link, context: PageContext, make_view: Callable[[], View], lastmod: str = ""
) -> SitePage:
    address = link.address or ""
    return SitePage(address, context.introduction(address), make_view, lastmod)


def footer_links(context: PageContext) -> tuple[Link, ...]:
    """What the footer links to: pages about the site that exist."""
    preview = context.newsroom.is_preview
    known = {
        CONTACT_PAGE: bool(contact_facts(context.settings, preview)),
        ABOUT_PAGE: bool(identity_facts(context.settings, preview)),
        DATA_PAGE: True,
        MAP_PAGE: True,
        FEEDS_PAGE: True,
        TAGS: True,
    }
    links = (ABOUT_PAGE, CONTACT_PAGE, DATA_PAGE, MAP_PAGE, ACCESS_PAGE, FEEDS_PAGE, TAGS)
    pages = context.newsroom.pages
    return tuple(link for link in links if known.get(link) or link.address in pages)


def identity_facts(settings: SiteSettings, is_preview: bool) -> tuple[Fact, ...]:
    """Who publishes the site, as entered."""
    facts = []
    for key, label in FOOTER_IDENTITY.items():
        if value := settings.identity.get(key):
            facts.append(Fact(label, (_reach(key, value),)))
        elif is_preview:
            facts.append(Fact(label, (_UNSET,)))
    return tuple(facts)


def contact_facts(settings: SiteSettings, is_preview: bool) -> tuple[Fact, ...]:
    """Whom to turn to in each matter: everything that was entered."""
    facts = []
    for key, label in CONTACTS.items():
        if contact := settings.contacts.get(key):
            facts.append(Fact(label, tuple(_contact_lines(contact))))
        elif is_preview:
            facts.append(Fact(label, (_UNSET,)))
    return tuple(facts)


def _contact_lines(contact: Contact) -> Iterator[Link]:
    notes = {"phone": "điện thoại", "email": "thư điện tử", "hours": "thời gian"}
    for key, value in contact.model_dump(exclude_none=True).items():
        link = _reach(key, value)
        yield Link(link.text, link.address, notes.get(key))


def _reach(key: str, value: str) -> Link:
    """Text, or a link that dials or writes."""
    if key == "email" and _EMAIL.fullmatch(value):
        return Link(value, f"mailto:{value}")
    digits = re.sub(r"[^\d+]", "", value)
    if key == "phone" and len(digits) >= 8 and not re.search(r"[^\d\s().+-]", value):
        return Link(value, f"tel:{digits}")
    return Link(value)


def _contacts_view(context: PageContext) -> ContactsView:
    address = CONTACT_PAGE.address or ""
    return ContactsView(
        title=context.title(address, "Liên hệ"),
        description=context.summary(address) or f"Đầu mối liên hệ của {context.settings.name}.",
        crumbs=(HOME, Link("Liên hệ")),
        notices=context.introduction_notices(address),
        contacts=contact_facts(context.settings, context.newsroom.is_preview),
        identity=identity_facts(context.settings, is_preview=False),
    )


def _about_view(context: PageContext) -> ContactsView:
    address = ABOUT_PAGE.address or ""
    return ContactsView(
        title=context.title(address, "Giới thiệu"),
        description=context.summary(address)
        or f"Thông tin về {context.settings.tagline.lower()} {context.settings.name}.",
        crumbs=(HOME, Link("Giới thiệu")),
        notices=context.introduction_notices(address),
        identity=identity_facts(context.settings, context.newsroom.is_preview),
    )


def _feeds_view(context: PageContext) -> IndexView:
    newsroom, address = context.newsroom, FEEDS_PAGE.address or ""
    archives = tuple(archive_feed(index.archive) for index in newsroom.archives)
    groups = [
        Group("Toàn Trang", (site_feed(context.settings), *archives)),
        Group("Đơn vị", tuple(unit_feed(u) for u in newsroom.units if newsroom.by_unit.get(u.id))),
        Group("Kế hoạch", tuple(plan_feed(p) for p in newsroom.plans if p.articles)),
    ]
    return IndexView(
        title=context.title(address, "Theo dõi qua RSS"),
        description=context.summary(address) or "Các nguồn RSS (Atom) để theo dõi tin, bài mới.",
        crumbs=(HOME, Link("Theo dõi qua RSS")),
        notices=context.introduction_notices(address),
        explanation="Chép địa chỉ một nguồn dưới đây vào phần mềm đọc tin (RSS, Atom):"
        " khi có tin, bài mới, phần mềm sẽ báo.",
        groups=tuple(group for group in groups if group.links),
        feed=site_feed(context.settings),
    )


def _map_view(context: PageContext) -> IndexView:
    address = MAP_PAGE.address or ""
    about = Group("Về Trang", footer_links(context))
    return IndexView(
        title=context.title(address, "Sơ đồ trang"),
        description=context.summary(address) or "Các mục của Trang.",
        crumbs=(HOME, Link("Sơ đồ trang")),
        notices=context.introduction_notices(address),
        groups=(*_sections(context), about),
    )


def _sections(context: PageContext) -> Iterator[Group]:
    newsroom = context.newsroom
    counts: dict[int, int] = {}
    for article in newsroom.articles:
        year = as_day(article.listed_on).year
        counts[year] = counts.get(year, 0) + 1
    yield Group("Tin tức", _years(counts), NEWS.address)
    groups = unit_groups(context, with_notes=False)
    today = newsroom.now.date()
    ended = [unit for unit in newsroom.units if unit.has_ended_by(today)]
    closed = (Link(unit.meta.title, unit.address, unit.validity_text()) for unit in ended)
    units = (*(link for _, group in groups for link in group.links), *closed)
    yield Group("Đơn vị", units, UNITS.address)
    plans = tuple(
        Link(
            plan.document.meta.title if plan.document else f"Kế hoạch {plan.ref.number}",
            plan.address,
            f"Số {plan.ref.number}" if plan.document else None,
            len(plan.articles) or None,
        )
        for plan in newsroom.plans
    )
    yield Group("Kế hoạch", plans, PLANS.address)
    documents = tuple(
        Link(document.meta.title, document.address, f"Số {document.number}")
        for document in newsroom.documents
        if not document.is_plan
    )
    yield Group("Văn bản", documents, DOCUMENTS.address)
    for index in newsroom.archives:
        archive = index.archive
        values = tuple(
            Link(value.label, archive.value_address(axis, value), axis.label)
            for axis in archive.axes
            for value in axis.values
        )
        yield Group(archive.title, values, archive.address)


def _years(counts: Mapping[int, int]) -> tuple[Link, ...]:
    years = sorted(counts, reverse=True)
    return tuple(Link(f"Năm {y}", f"tin/{y}/", None, counts[y]) for y in years)
