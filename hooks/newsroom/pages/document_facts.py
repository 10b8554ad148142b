"""What is said of a document wherever it is named or shown, only as far as somebody entered it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from newsroom.dates import short_date
from newsroom.model import Document, DocumentRef
from newsroom.pages.article_page import attachment_links
from newsroom.pages.cards import STATUS_LABELS, shown_day
from newsroom.pages.context import PageContext
from newsroom.schema import RelationKind
from newsroom.text import fold
from newsroom.views import Fact, Group, Link, Notice

_RELATION_LABELS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.ISSUED_WITH: ("Ban hành kèm theo", "Văn bản ban hành kèm theo"),
    RelationKind.REPLACES: ("Thay thế", "Được thay thế bởi"),
    RelationKind.AMENDS: ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    RelationKind.BASED_ON: ("Căn cứ", "Là căn cứ của"),
}


def document_facts(document: Document, context: PageContext) -> Iterator[Fact]:
    """Attributes, then relations in both directions."""
    meta = document.meta
    yield Fact("Số, ký hiệu", (Link(document.number),))
    if document.type:
        yield Fact("Loại văn bản", (Link(document.type.capitalize()),))
    if meta.date is not None:
        yield Fact("Ngày ban hành", (Link(shown_day(meta.date)),))
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


def cited_facts(ref: DocumentRef) -> Iterator[Fact]:
    """Of a document known only from what articles say of it."""
    yield Fact("Số, ký hiệu", (Link(ref.number),))
    if ref.date:
        yield Fact("Ngày ban hành", (Link(short_date(ref.date)),))


def execution_period(document: Document) -> str | None:
    """``năm 2025`` or ``từ 01/3/2025 đến 30/6/2025``; None when nobody entered it."""
    plan = document.plan
    if plan is None or (plan.starts is None and plan.ends is None):
        return None
    if plan.starts and plan.ends:
        year = plan.starts.year
        if (plan.starts, plan.ends) == (date(year, 1, 1), date(year, 12, 31)):
            return f"năm {year}"
    parts = []
    if plan.starts:
        parts.append(f"từ {short_date(plan.starts)}")
    if plan.ends:
        parts.append(f"đến {short_date(plan.ends)}")
    return " ".join(parts)


def public_abstract(document: Document) -> str | None:
    """The abstract, where somebody said that it is public."""
    return document.meta.abstract if document.meta.public else None


def public_attachments(document: Document, context: PageContext) -> tuple[Link, ...]:
    """The files, where somebody said that they are public; never those with security marks."""
    if not document.meta.public:
        return ()
    return tuple(attachment_links(document.path, document.meta.attachments, context))


def replacement_notices(document: Document, context: PageContext) -> Iterator[Notice]:
    """Says near the top that another document replaces this one, where a relation was entered."""
    newer = context.newsroom.documents.related_from(document, RelationKind.REPLACES)
    by_path = {one.path: one for one in newer if one is not document}
    links = tuple(map(_replacement, by_path.values()))
    if links:
        yield Notice("closed", "Văn bản này được thay thế bởi", (), links)


def _relation_facts(document: Document, context: PageContext) -> Iterator[Fact]:
    register = context.newsroom.documents
    for kind, (outward, inward) in _RELATION_LABELS.items():
        named = (register.find(r.to) for r in document.meta.relations if r.kind is kind)
        targets = {one.path: one for one in named if one}
        sources = {one.path: one for one in register.related_from(document, kind)}
        for label, others in ((outward, targets), (inward, sources)):
            others.pop(document.path, None)
            if others:
                yield Fact(label, tuple(map(related_link, others.values())))


def _replacement(newer: Document) -> Link:
    link, starts = related_link(newer), newer.meta.effective_from
    effect = f" · có hiệu lực từ {short_date(starts)}" if starts else ""
    return replace(link, note=f"{link.note}{effect}")


def related_link(document: Document) -> Link:
    """``143/QĐ-VKSHP``, with its type, day and title as the note."""
    title = document.meta.title
    kind = (document.type or "").capitalize()
    day = shown_day(document.meta.date) if document.meta.date is not None else ""
    is_named = bool(kind) and fold(title).startswith(fold(kind))
    parts = [part for part in ("" if is_named else kind, day, title) if part]
    return Link(document.number, document.address, " · ".join(parts))


def year_groups(links: Iterable[tuple[int | None, Link]]) -> tuple[Group, ...]:
    """Links under the years of their documents, the newest first, those without one last."""
    by_year: dict[int, list[Link]] = {}
    for year, link in links:
        by_year.setdefault(year or 0, []).append(link)
    return tuple(
        Group(f"Năm {year}" if year else "Chưa rõ năm", tuple(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )
