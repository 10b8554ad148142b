"""Pages of documents that are no plans, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.model import Document
from newsroom.pages.cards import DESCRIPTION_LENGTH, document_attributes, shorten
from newsroom.pages.context import DOCUMENTS, HOME, PageContext
from newsroom.pages.document_facts import (
    document_facts,
    public_abstract,
    public_attachments,
    replacement_notices,
    year_groups,
)
from newsroom.pages.lists import PagedList, by_event, paged_list
from newsroom.pages.site_page import SitePage
from newsroom.views import DocumentView, IndexView, Link


def document_pages(context: PageContext) -> Iterator[SitePage]:
    """A page for each registered document that is no plan."""
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


def _document_view(document: Document, listing: PagedList, context: PageContext) -> DocumentView:
    return DocumentView(
        title=document.meta.title,
        description=shorten(f"{document.meta.title}, số {document.number}", DESCRIPTION_LENGTH),
        crumbs=(HOME, DOCUMENTS, Link(document.number)),
        section="van-ban/",
        notices=(
            *replacement_notices(document, context),
            *context.problem_notices(document.path),
        ),
        kind=document_attributes(document),
        facts=tuple(document_facts(document, context)),
        abstract=public_abstract(document),
        attachments=public_attachments(document, context),
        listing=listing.landing,
    )


def document_index(context: PageContext) -> SitePage:
    """``/van-ban/``: documents by year; plans have their own index."""
    view = partial(_index_view, context)
    return SitePage("van-ban/", context.introduction("van-ban/"), view, context.newest_change)


def _index_view(context: PageContext) -> IndexView:
    documents = [d for d in context.newsroom.documents if not d.is_plan]
    return IndexView(
        title=context.title("van-ban/", "Văn bản"),
        description=context.summary("van-ban/") or "Các văn bản được viện dẫn trong tin, bài.",
        crumbs=(HOME, Link("Văn bản")),
        section="van-ban/",
        notices=context.introduction_notices("van-ban/"),
        groups=year_groups((d.year, _index_link(d, context)) for d in documents),
        explanation="Con số bên cạnh là số tin, bài viện dẫn văn bản.",
    )


def _index_link(document: Document, context: PageContext) -> Link:
    count = len(context.newsroom.by_document.get(document.path, ()))
    note = f"Số {document.number} · {document_attributes(document)}"
    return Link(document.meta.title, document.address, note, count or None)
