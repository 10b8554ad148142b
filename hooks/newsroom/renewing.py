"""One article changed: the same newsroom with the article as it is now.

For the preview, which shows the writer's own page at once and reads the whole newsroom a moment
later. Lists and indexes still hold the article as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from newsroom.citations import Citations
from newsroom.content import Entry, Kind
from newsroom.folder import Outcome, ReadPage
from newsroom.link_checks import LinkMap
from newsroom.loading import links_of
from newsroom.model import Article
from newsroom.newsroom import Newsroom
from newsroom.problems import Problem, Severity, in_order
from newsroom.resolving import Resolver
from newsroom.schema import ArticleMeta


def entry_of(article: Article) -> Entry:
    """The file of *article*, as the walk through the folder gave it."""
    return Entry(article.path, Kind.ARTICLE, article.address, is_canonical=True)


def renewed(
    newsroom: Newsroom, outcome: Outcome, addresses: Collection[str]
) -> tuple[Newsroom, Article] | None:
    """*newsroom* and the article that *outcome* tells of; *addresses* are those of all pages.

    None where more has changed than one page: the article can no longer be shown, is new, or is
    held back otherwise than before.
    """
    read = outcome.page
    if not isinstance(read, ReadPage) or not isinstance(read.meta, ArticleMeta):
        return None
    old = next((a for a in newsroom.articles if a.path == read.entry.path), None)
    problems = list(outcome.problems)
    archives = tuple(index.archive for index in newsroom.archives)
    resolver = Resolver(
        newsroom.units,
        newsroom.documents,
        archives,
        newsroom.now,
        problems,
        Citations(newsroom.documents),
    )
    article = resolver.article(read.entry, read.meta, read.source, read.scan)
    if old is None or old.hold != article.hold or old.meta.aliases != article.meta.aliases:
        return None
    problems += links_of(read, _known(newsroom, addresses))
    own = tuple(in_order(_counted(problems, read.meta)))
    articles = tuple(article if a is old else a for a in newsroom.articles)
    by_path = {**newsroom.by_path, article.path: own}
    return replace(newsroom, articles=articles, by_path=by_path), article


def _known(newsroom: Newsroom, addresses: Collection[str]) -> LinkMap:
    pages = (
        *newsroom.articles,
        *newsroom.units,
        *newsroom.documents,
        *newsroom.pages.values(),
    )
    scans = {page.path: page.scan for page in pages}
    hidden = {page.path for page in newsroom.broken}
    return LinkMap(scans, hidden, newsroom.assets.keys(), lambda: addresses)


def _counted(problems: list[Problem], meta: ArticleMeta) -> Iterator[Problem]:
    """Those that the article does not say to ignore."""
    for found in problems:
        if found.severity is Severity.ERROR or found.code not in meta.lint_ignore:
            yield found
