"""What goes out besides pages: files that published pages use, and redirects of old addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsroom.link_checks import internal_files, link_targets, resolve
from newsroom.model import Article
from newsroom.newsroom import Newsroom
from newsroom.old_addresses import Moved
from newsroom.pages import SitePage


def published_assets(newsroom: Newsroom, pages: Iterable[SitePage]) -> frozenset[str]:
    """Paths of the pictures and downloads that published pages link to.

    A file beside a draft, or attached to a document that is not public, stays at home.
    """
    published = {page.path for page in pages if page.path}
    found: set[str] = set()
    everything = [
        *newsroom.articles,
        *newsroom.units,
        *newsroom.documents,
        *newsroom.pages.values(),
        *newsroom.broken,
    ]
    for page in everything:
        if page.path in published:
            targets = link_targets(page)
            found.update(r for target in targets if (r := resolve(page.path, target)))
    return frozenset(found & newsroom.assets.keys()) - internal_files(newsroom.documents)


def assets_of(article: Article, newsroom: Newsroom) -> frozenset[str]:
    """The same for one article that is published."""
    found = {r for target in link_targets(article) if (r := resolve(article.path, target))}
    return frozenset(found & newsroom.assets.keys()) - internal_files(newsroom.documents)


def redirects(newsroom: Newsroom) -> Iterator[tuple[str, Moved]]:
    """Old addresses of pages that are on the site, without slashes at the ends."""
    listed = {article.path for article in newsroom.articles}
    for alias, page in newsroom.redirects.items():
        if page.path in listed or not isinstance(page, Article):
            yield alias, page
