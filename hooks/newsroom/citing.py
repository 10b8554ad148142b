"""What the bodies of all articles cite; several processes share the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from newsroom.caching.workers import shared_out
from newsroom.citations import Citations
from newsroom.cited_in_body import NOTHING_CITED, Cited, cited_in_body
from newsroom.documents import DocumentRegister
from newsroom.folder import Progress, ReadPage
from newsroom.problems import Problem
from newsroom.resolving import day_of
from newsroom.schema import ArticleMeta

Dated = tuple[ReadPage, date]
"""An article and the day by which its documents are looked up."""
Found = tuple[str, tuple[str, ...], tuple[Problem, ...]]
"""Path of an article, paths of the documents that its body cites, what is wrong there."""
Look = Callable[[Iterator[Dated]], list[Found]]
"""What some articles cite; those that cite nothing are left out."""
Citing = Callable[[Look, Sequence[Dated], Sequence[str], Progress | None], Iterator[Found]]
"""A way to look through articles; given the paths of all registered documents as well."""


def look_at_all(
    look: Look, articles: Sequence[Dated], register: Sequence[str], progress: Progress | None
) -> Iterator[Found]:
    """Look through each of *articles*."""
    del register
    for part in shared_out(look, articles, progress):
        yield from part


def cited_by_path(
    pages: Sequence[ReadPage],
    documents: DocumentRegister,
    citations: Citations,
    now: datetime,
    progress: Progress | None = None,
    citing: Citing = look_at_all,
) -> dict[str, Cited]:
    """What the bodies of *pages*, all articles, cite."""
    by_path = {document.path: document for document in documents}

    def look(articles: Iterator[Dated]) -> list[Found]:
        found: list[Found] = []
        for one, day in articles:
            cited = cited_in_body(one.source, citations, day)
            if cited.documents or cited.problems:
                paths = tuple(document.path for document in cited.documents)
                found.append((one.entry.path, paths, cited.problems))
        return found

    readable = [
        (one, day_of(one.meta, now))
        for one in pages
        if isinstance(one.meta, ArticleMeta) and one.source.body_is_safe
    ]
    cited = {one.entry.path: NOTHING_CITED for one in pages}
    for path, paths, problems in citing(look, readable, sorted(by_path), progress):
        cited[path] = Cited(tuple(by_path[own] for own in paths), problems)
    return cited
