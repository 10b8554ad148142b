"""A page for each unit and body, and the index of units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from newsroom.dates import short_date
from newsroom.model import UNIT_KIND_LABELS, Article, Unit
from newsroom.newsroom import Participation
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import HOME, UNITS, PageContext
from newsroom.pages.feed_links import unit_feed
from newsroom.pages.lists import Order, PagedList, by_publication, paged_list
from newsroom.pages.site_page import SitePage
from newsroom.pages.succession import closing_notices, period, succession_facts, what_followed
from newsroom.schema import UnitKind
from newsroom.views import Card, Fact, Group, IndexView, Link, UnitView


def unit_pages(context: PageContext) -> Iterator[SitePage]:
    """Each unit's page with what is about it and what it takes part in, and the further pages."""
    for unit in context.newsroom.units:
        title = unit.meta.title
        crumbs = (HOME, UNITS, Link(title, unit.address))
        own = _own_list(unit, context)
        others = _participation_list(unit, context)
        view = partial(_view, unit, context, own, others)
        changed = max(own.lastmod, others.lastmod)
        yield SitePage(unit.address, unit.path, view, changed)
        yield from own.pages(title, crumbs, "don-vi/", unit_feed(unit))
        yield from others.pages(f"{title}: có tham gia", crumbs, "don-vi/", unit_feed(unit))


def _own_list(unit: Unit, context: PageContext) -> PagedList:
    articles = context.newsroom.by_unit.get(unit.id, ())
    order = by_publication(context.cards)
    return paged_list(
        articles,
        order,
        unit.address,
        "Tin, bài",
        explanation="Tin, bài về đơn vị, mới nhất đứng trước.",
        by_year=True,
        with_filter=True,
    )


def _participation_list(unit: Unit, context: PageContext) -> PagedList:
    parts = context.newsroom.taking_part.get(unit.id, ())
    notes = {part.article.path: _roles(part) for part in parts}
    dated = by_publication(context.cards)

    def card(article: Article) -> Card:
        return replace(dated.card(article), note=notes[article.path])

    return paged_list(
        [part.article for part in parts],
        Order(card, dated.day),
        f"{unit.address}tham-gia/",
        "Có tham gia",
        landing_address=unit.address,
        anchor="tham-gia",
        explanation="Tin, bài về đơn vị khác, trong đó đơn vị này có vai trò hoặc được nhắc đến.",
    )


def _roles(part: Participation) -> str:
    return "; ".join(role.label for role in part.roles)


def _view(unit: Unit, context: PageContext, own: PagedList, others: PagedList) -> UnitView:
    meta = unit.meta
    described = meta.function or unit.scan.first_paragraph or meta.full_name or meta.title
    return UnitView(
        title=meta.title,
        description=shorten(described, DESCRIPTION_LENGTH),
        crumbs=(HOME, UNITS, Link(meta.title)),
        section="don-vi/",
        feed=unit_feed(unit),
        notices=(*closing_notices(unit, context), *context.problem_notices(unit.path)),
        full_name=meta.full_name if meta.full_name != meta.title else None,
        function=meta.function,
        facts=tuple(_facts(unit, context)),
        own=own.landing,
        taking_part=others.landing,
        plans=tuple(_plans(unit, context)),
    )


def _facts(unit: Unit, context: PageContext) -> Iterator[Fact]:
    meta = unit.meta
    units = context.newsroom.units
    if meta.parent and (parent := units.get(meta.parent)):
        yield Fact("Thuộc", (Link(parent.meta.title, parent.address),))
    if meta.valid_from or meta.valid_to:
        yield Fact("Thời gian hoạt động", (Link(period(meta.valid_from, meta.valid_to) or ""),))
    if meta.names:
        names = tuple(
            Link(name.name, None, period(name.valid_from, name.valid_to)) for name in meta.names
        )
        yield Fact("Tên gọi qua các thời kỳ", names)
    yield from succession_facts(unit, context)


def _plans(unit: Unit, context: PageContext) -> Iterator[Link]:
    for plan in context.newsroom.plans:
        count = sum(1 for a in plan.articles if a.unit and a.unit.unit is unit)
        if count:
            title = plan.document.meta.title if plan.document else None
            yield Link(f"Kế hoạch {plan.ref.number}", plan.address, title, count)


def unit_index(context: PageContext) -> SitePage:
    """``/don-vi/``: units by kind in official order; closed ones apart."""
    introduction = context.introduction("don-vi/")
    return SitePage("don-vi/", introduction, partial(_index_view, context), context.newest_change)


def _index_view(context: PageContext) -> IndexView:
    groups = tuple(group for _, group in unit_groups(context))
    today = context.newsroom.now.date()
    closed = [u for u in context.newsroom.units if u.has_ended_by(today)]
    if closed:
        links = tuple(_former_link(u, context) for u in closed)
        groups = (*groups, Group("Đã kết thúc hoạt động", links))
    return IndexView(
        title=context.title("don-vi/", "Đơn vị"),
        description=context.summary("don-vi/")
        or f"Các đơn vị, tổ chức của {context.settings.name}.",
        crumbs=(HOME, Link("Đơn vị")),
        section="don-vi/",
        notices=context.introduction_notices("don-vi/"),
        groups=groups,
        explanation="Con số bên cạnh tên là số tin, bài về đơn vị.",
    )


def unit_groups(
    context: PageContext, *, with_notes: bool = True
) -> tuple[tuple[UnitKind, Group], ...]:
    """Working units and bodies, grouped by kind, in official order."""
    today = context.newsroom.now.date()
    groups = []
    for kind, heading in UNIT_KIND_LABELS.items():
        links = tuple(
            _unit_link(u, context) if with_notes else _bare_link(u, context)
            for u in context.newsroom.units
            if u.meta.kind is kind and not u.has_ended_by(today)
        )
        if links:
            groups.append((kind, Group(heading, links)))
    return tuple(groups)


def _bare_link(unit: Unit, context: PageContext) -> Link:
    count = len(context.newsroom.by_unit.get(unit.id, ()))
    return Link(unit.meta.title, unit.address, None, count or None)


def _former_link(unit: Unit, context: PageContext) -> Link:
    return replace(_bare_link(unit, context), note=what_followed(unit, context) or None)


def _unit_link(unit: Unit, context: PageContext) -> Link:
    count = len(context.newsroom.by_unit.get(unit.id, ()))
    note = unit.meta.function
    starts = unit.meta.valid_from
    if starts and starts > context.newsroom.now.date():
        note = f"hoạt động từ ngày {short_date(starts)}"
    if note is None and unit.meta.kind is UnitKind.DEPARTMENT:
        note = unit.meta.full_name if unit.meta.full_name != unit.meta.title else None
    return Link(unit.meta.title, unit.address, note, count or None)
