"""Pages of plans and documents, and their indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from newsroom.dates import short_date
from newsroom.model import Article, Document
from newsroom.newsroom import CitedPlan
from newsroom.pages.article_page import attachment_links
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import DOCUMENTS, HOME, PLANS, PageContext
from newsroom.pages.feed_links import plan_feed
from newsroom.pages.lists import PagedList, by_event, paged_list
from newsroom.pages.site_page import SitePage
from newsroom.schema import DocumentStatus, PlanMeta, RelationKind
from newsroom.views import DocumentView, Fact, Group, IndexView, Link, Notice, PlanCard

STATUS_LABELS: dict[DocumentStatus, str] = {
    DocumentStatus.IN_FORCE: "còn hiệu lực",
    DocumentStatus.LAPSED: "hết hiệu lực",
    DocumentStatus.PARTLY_LAPSED: "hết hiệu lực một phần",
    DocumentStatus.NOT_YET: "chưa có hiệu lực",
}
_RELATION_LABELS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.ISSUED_WITH: ("Ban hành kèm theo", "Văn bản ban hành kèm theo"),
    RelationKind.REPLACES: ("Thay thế", "Được thay thế bởi"),
    RelationKind.AMENDS: ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    RelationKind.BASED_ON: ("Căn cứ", "Là căn cứ của"),
}


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
        title = _plan_title(plan)
        crumbs = (HOME, PLANS, Link(plan.ref.number, plan.address))
        path = plan.document.path if plan.document else context.introduction(plan.address)
        view = partial(_plan_view, plan, listing, context)
        yield SitePage(plan.address, path, view, listing.lastmod)
        yield from listing.pages(title, crumbs, "ke-hoach/", plan_feed(plan))


def document_pages(context: PageContext) -> Iterator[SitePage]:
    """A page for each other registered document."""
    for document in context.newsroom.documents:
        if document.is_plan:
            continue
        articles = context.newsroom.by_document.get(document.path, ())
        listing = paged_list(
            articles,
            by_event(context.cards),
            document.address,
            "Tin, bài viện dẫn văn bản này",
            explanation="Xếp theo ngày diễn ra, mới nhất đứng trước.",
            by_year=True,
            with_filter=True,
        )
        crumbs = (HOME, DOCUMENTS, Link(document.number, document.address))
        view = partial(_document_view, document, listing, context)
        yield SitePage(document.address, document.path, view, listing.lastmod)
        yield from listing.pages(document.meta.title, crumbs, "van-ban/")


def _plan_title(plan: CitedPlan) -> str:
    return plan.document.meta.title if plan.document else f"Kế hoạch {plan.ref.number}"


def _plan_view(plan: CitedPlan, listing: PagedList, context: PageContext) -> DocumentView:
    title = _plan_title(plan)
    document = plan.document
    facts = _facts(document, context) if document else _cited_facts(plan)
    notices = context.problem_notices(document.path) if document else _unregistered(plan, context)
    return DocumentView(
        title=title,
        description=shorten(f"{title}, số {plan.ref.number}", DESCRIPTION_LENGTH),
        crumbs=(HOME, PLANS, Link(plan.ref.number)),
        section="ke-hoach/",
        feed=plan_feed(plan),
        notices=tuple(notices),
        kind="Kế hoạch",
        facts=tuple(facts),
        abstract=_public_abstract(document) if document else None,
        attachments=_public_attachments(document, context) if document else (),
        units=_units_with_news(plan.articles, context),
        missing=_missing_units(plan, context),
        listing=listing.landing if listing.landing.total else None,
    )


def _document_view(document: Document, listing: PagedList, context: PageContext) -> DocumentView:
    return DocumentView(
        title=document.meta.title,
        description=shorten(f"{document.meta.title}, số {document.number}", DESCRIPTION_LENGTH),
        crumbs=(HOME, DOCUMENTS, Link(document.number)),
        section="van-ban/",
        notices=context.problem_notices(document.path),
        kind=(document.type or "văn bản").capitalize(),
        facts=tuple(_facts(document, context)),
        abstract=_public_abstract(document),
        attachments=_public_attachments(document, context),
        listing=listing.landing if listing.landing.total else None,
    )


def _public_abstract(document: Document) -> str | None:
    return document.meta.abstract if document.meta.public else None


def _public_attachments(document: Document, context: PageContext) -> tuple[Link, ...]:
    if not document.meta.public:
        return ()
    return tuple(attachment_links(document.path, document.meta.attachments, context))


def _facts(document: Document, context: PageContext) -> Iterator[Fact]:
    meta = document.meta
    yield Fact("Số, ký hiệu", (Link(document.number),))
    if document.type:
        yield Fact("Loại văn bản", (Link(document.type.capitalize()),))
    if meta.date is not None:
        yield Fact("Ngày ban hành", (Link(_day(meta.date)),))
    if meta.issuer:
        yield Fact("Cơ quan ban hành", (Link(meta.issuer),))
    if period := execution_period(document):
        yield Fact("Thời gian thực hiện", (Link(period),))
    if meta.effective_from:
        yield Fact("Có hiệu lực từ", (Link(f"ngày {short_date(meta.effective_from)}"),))
    if meta.effective_to:
        yield Fact("Hết hiệu lực", (Link(f"ngày {short_date(meta.effective_to)}"),))
    if meta.status:
        yield Fact("Tình trạng hiệu lực", (Link(STATUS_LABELS[meta.status]),))
    yield from _relation_facts(document, context)


def _day(when: date | int) -> str:
    return f"năm {when}" if isinstance(when, int) else short_date(when)


def _cited_facts(plan: CitedPlan) -> Iterator[Fact]:
    yield Fact("Số, ký hiệu", (Link(plan.ref.number),))
    if plan.ref.date:
        yield Fact("Ngày ban hành", (Link(short_date(plan.ref.date)),))


def _unregistered(plan: CitedPlan, context: PageContext) -> tuple[Notice, ...]:
    if not context.newsroom.is_preview:
        return ()
    line = f"Trang này dựng từ các bài nhắc tới kế hoạch {plan.ref.number}."
    title = "Kế hoạch chưa có trong thư mục ke-hoach/"
    lines = (line, "Thêm trang cho kế hoạch, hoặc sửa số trong bài.")
    return (Notice("problem", title, lines), *context.introduction_notices(plan.address))


def execution_period(document: Document) -> str | None:
    """``năm 2025`` or ``từ 01/3/2025 đến 30/6/2025``; None when nobody entered it."""
    plan = document.meta if isinstance(document.meta, PlanMeta) else None
    if plan is None or (plan.starts is None and plan.ends is None):
        return None
    first, last = plan.starts, plan.ends
    if first and last and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"năm {first.year}"
    parts = [f"từ {short_date(first)}"] if first else []
    if last:
        parts.append(f"đến {short_date(last)}")
    return " ".join(parts)


def _relation_facts(document: Document, context: PageContext) -> Iterator[Fact]:
    documents = context.newsroom.documents
    for kind, (outward, inward) in _RELATION_LABELS.items():
        targets = [documents.find(r.to) for r in document.meta.relations if r.kind is kind]
        if links := tuple(_document_link(d) for d in targets if d):
            yield Fact(outward, links)
        sources = documents.related_from(document, kind)
        if links := tuple(_document_link(d) for d in sources):
            yield Fact(inward, links)


def _document_link(document: Document) -> Link:
    return Link(document.number, document.address, document.meta.title)


def _units_with_news(articles: Sequence[Article], context: PageContext) -> tuple[Link, ...]:
    counts: dict[str, int] = defaultdict(int)
    for article in articles:
        if article.unit and article.unit.unit:
            counts[article.unit.unit.id] += 1
    return tuple(
        Link(unit.meta.title, unit.address, None, counts[unit.id])
        for unit in context.newsroom.units
        if unit.id in counts
    )


def _missing_units(plan: CitedPlan, context: PageContext) -> tuple[Link, ...]:
    """Units in scope that no article under the plan is about; for the editor's eyes only."""
    meta = plan.document.plan if plan.document else None
    if meta is None or not context.newsroom.is_preview:
        return ()
    when = meta.starts or (meta.date if isinstance(meta.date, date) else None)
    if when is None:
        return ()
    covered = {a.unit.unit.id for a in plan.articles if a.unit and a.unit.unit}
    links = []
    for text in meta.scope:
        ref, _ = context.newsroom.units.resolve(text, when, "", None)
        if ref.unit is None or ref.unit.id not in covered:
            links.append(context.cards.unit_link(ref))
    return tuple(links)


def plan_index(context: PageContext) -> SitePage:
    """``/ke-hoach/``: plans by year."""
    view = partial(_plan_index_view, context)
    return SitePage("ke-hoach/", context.introduction("ke-hoach/"), view, context.newest_change)


def _plan_index_view(context: PageContext) -> IndexView:
    by_year: dict[int, list[Link]] = defaultdict(list)
    for plan in context.newsroom.plans:
        title = plan.document.meta.title if plan.document else f"Kế hoạch {plan.ref.number}"
        note = f"Số {plan.ref.number}" if plan.document else None
        link = Link(title, plan.address, note, len(plan.articles) or None)
        by_year[plan.ref.year or 0].append(link)
    return IndexView(
        title=context.title("ke-hoach/", "Kế hoạch"),
        description=context.summary("ke-hoach/")
        or "Các kế hoạch công tác và tin, bài về việc thực hiện.",
        crumbs=(HOME, Link("Kế hoạch")),
        section="ke-hoach/",
        notices=context.introduction_notices("ke-hoach/"),
        groups=_year_groups(by_year),
        explanation="Con số bên cạnh là số tin, bài theo kế hoạch.",
    )


def document_index(context: PageContext) -> SitePage:
    """``/van-ban/``: documents by year; plans have their own index."""
    view = partial(_document_index_view, context)
    return SitePage("van-ban/", context.introduction("van-ban/"), view, context.newest_change)


def _document_index_view(context: PageContext) -> IndexView:
    by_year: dict[int, list[Link]] = defaultdict(list)
    for document in context.newsroom.documents:
        if not document.is_plan:
            count = len(context.newsroom.by_document.get(document.path, ()))
            note = f"Số {document.number}"
            link = Link(document.meta.title, document.address, note, count or None)
            by_year[document.year or 0].append(link)
    return IndexView(
        title=context.title("van-ban/", "Văn bản"),
        description=context.summary("van-ban/") or "Các văn bản được viện dẫn trong tin, bài.",
        crumbs=(HOME, Link("Văn bản")),
        section="van-ban/",
        notices=context.introduction_notices("van-ban/"),
        groups=_year_groups(by_year),
        explanation="Con số bên cạnh là số tin, bài viện dẫn văn bản.",
    )


def _year_groups(by_year: dict[int, list[Link]]) -> tuple[Group, ...]:
    return tuple(
        Group(f"Năm {year}" if year else "Chưa rõ năm", tuple(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )


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
