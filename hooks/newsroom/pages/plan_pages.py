"""Pages of plans, registered or only cited, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from newsroom.activities import activities
from newsroom.coverage import missing_units
from newsroom.model import Document
from newsroom.newsroom import CitedPlan
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import HOME, PLANS, PageContext
from newsroom.pages.counts import told_of
from newsroom.pages.document_facts import (
    cited_facts,
    document_facts,
    execution_period,
    public_abstract,
    public_attachments,
    replacement_notices,
    year_groups,
)
from newsroom.pages.feed_links import plan_feed, plan_table
from newsroom.pages.lists import PagedList, by_event, paged_list
from newsroom.pages.plan_overview import months, scope_links, units_by_role, values_by_axis
from newsroom.pages.site_page import SitePage
from newsroom.views import IndexView, Link, Notice, PlanCard, PlanView


def plan_pages(context: PageContext) -> Iterator[SitePage]:
    """A page for each plan, registered or only cited."""
    for plan in context.newsroom.plans:
        listing = paged_list(
            plan.articles,
            by_event(context.cards),
            plan.address,
            "Tin, bài theo kế hoạch này",
            explanation="Tin, bài về việc thực hiện kế hoạch, xếp theo ngày diễn ra.",
            with_filter=True,
        )
        crumbs = (HOME, PLANS, Link(plan.ref.number, plan.address))
        path = plan.document.path if plan.document else context.introduction(plan.address)
        view = partial(_plan_view, plan, listing, context)
        yield SitePage(plan.address, path, view, listing.lastmod)
        yield from listing.pages(_title(plan), crumbs, "ke-hoach/", plan_feed(plan))


def _title(plan: CitedPlan) -> str:
    return plan.document.meta.title if plan.document else f"Kế hoạch {plan.ref.number}"


def _plan_view(plan: CitedPlan, listing: PagedList, context: PageContext) -> PlanView:
    title, document = _title(plan), plan.document
    found = activities(plan.articles)
    return PlanView(
        title=title,
        description=shorten(f"{title}, số {plan.ref.number}", DESCRIPTION_LENGTH),
        crumbs=(HOME, PLANS, Link(plan.ref.number)),
        section="ke-hoach/",
        feed=plan_feed(plan),
        notices=tuple(_notices(plan, context)),
        kind="Kế hoạch",
        facts=tuple(document_facts(document, context) if document else cited_facts(plan.ref)),
        abstract=public_abstract(document) if document else None,
        attachments=public_attachments(document, context) if document else (),
        listing=listing.landing,
        counted=told_of(plan.articles),
        table=plan_table(plan) if plan.articles else None,
        roles=units_by_role(found, context),
        values=values_by_axis(found, context),
        months=months(plan.articles, found),
        scope=scope_links(document, context) if document and context.newsroom.is_preview else (),
        missing=_missing(plan, context),
    )


def _missing(plan: CitedPlan, context: PageContext) -> tuple[Link, ...]:
    """Units in scope that no article under the plan tells of; for the editor's eyes only."""
    if plan.document is None or not context.newsroom.is_preview:
        return ()
    refs = missing_units(plan.document, plan.articles, context.newsroom.units)
    return tuple(context.cards.unit_link(ref) for ref in refs)


def _notices(plan: CitedPlan, context: PageContext) -> Iterator[Notice]:
    if plan.document:
        yield from replacement_notices(plan.document, context)
        yield from context.problem_notices(plan.document.path)
    elif context.newsroom.is_preview:
        line = f"Trang này dựng từ các bài nhắc tới kế hoạch {plan.ref.number}."
        title = "Kế hoạch chưa có trong thư mục ke-hoach/"
        yield Notice("problem", title, (line, "Thêm trang cho kế hoạch, hoặc sửa số trong bài."))
        yield from context.introduction_notices(plan.address)


def plan_index(context: PageContext) -> SitePage:
    """``/ke-hoach/``: plans by year."""
    view = partial(_index_view, context)
    return SitePage("ke-hoach/", context.introduction("ke-hoach/"), view, context.newest_change)


def _index_view(context: PageContext) -> IndexView:
    return IndexView(
        title=context.title("ke-hoach/", "Kế hoạch"),
        description=context.summary("ke-hoach/")
        or "Các kế hoạch công tác và tin, bài về việc thực hiện.",
        crumbs=(HOME, Link("Kế hoạch")),
        section="ke-hoach/",
        notices=context.introduction_notices("ke-hoach/"),
        groups=year_groups((p.ref.year, _index_link(p)) for p in context.newsroom.plans),
        explanation="Con số bên cạnh là số tin, bài theo kế hoạch.",
    )


def _index_link(plan: CitedPlan) -> Link:
    document = plan.document
    period = execution_period(document) if document else None
    note = f"Số {plan.ref.number}" if document else None
    if period:
        note = f"{note} · thực hiện {period}"
    return Link(_title(plan), plan.address, note, len(plan.articles) or None)


def plan_card(document: Document) -> PlanCard:
    """A plan on the front page."""
    return PlanCard(
        document.number, document.meta.title, document.address, execution_period(document)
    )


def is_running(document: Document, today: date) -> bool:
    """Whether a plan's time of execution includes *today*."""
    plan = document.plan
    if plan is None or (plan.starts is None and plan.ends is None):
        return False
    return (plan.starts or date.min) <= today <= (plan.ends or date.max)
