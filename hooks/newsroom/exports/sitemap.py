"""The sitemap: every page of the site with its true last change, for search engines.

The protocol wants absolute addresses, so without the site's own address there is no sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from xml.sax.saxutils import escape

from newsroom.exports.references import absolute
from newsroom.exports.site_file import SiteFile
from newsroom.pages import SitePage

SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""Limits of the protocol for one file."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_files(
    pages: Sequence[SitePage],
    site_url: str,
    *,
    most_addresses: int = MOST_ADDRESSES,
    most_bytes: int = MOST_BYTES,
) -> Iterator[SiteFile]:
    """``sitemap.xml``; beyond what one file may hold, an index of ``sitemap-<k>.xml``."""
    if not site_url:
        return
    entries = [_entry("url", absolute(p.address, site_url), p.lastmod) for p in pages]
    changes = [page.lastmod for page in pages]
    parts = list(_parts(entries, most_addresses, most_bytes))
    if len(parts) <= 1:
        yield SiteFile(SITEMAP, _document("urlset", entries))
        return
    index = []
    for number, part in zip(count(1), parts, strict=False):
        path = f"sitemap-{number}.xml"
        yield SiteFile(path, _document("urlset", entries[part]))
        index.append(_entry("sitemap", absolute(path, site_url), max(changes[part])))
    yield SiteFile(SITEMAP, _document("sitemapindex", index))


def _entry(tag: str, address: str, changed: str) -> str:
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{tag}><loc>{escape(address)}</loc>{lastmod}</{tag}>\n"


def _document(root: str, entries: Sequence[str]) -> bytes:
    return f"{_DECLARATION}<{root} {_NAMESPACE}>\n{''.join(entries)}</{root}>\n".encode()


def _parts(entries: Sequence[str], most_addresses: int, most_bytes: int) -> Iterator[slice]:
    """Runs of *entries* that each fit into one file."""
    room = most_bytes - len(_document("urlset", ()))
    start, size = 0, 0
    for place, entry in enumerate(entries):
        length = len(entry.encode())
        if place > start and (place - start >= most_addresses or size + length > room):
            yield slice(start, place)
            start, size = place, 0
        size += length
    yield slice(start, len(entries))
