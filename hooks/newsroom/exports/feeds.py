"""Atom feeds: of the site, each unit, each plan, each archive.

Only what is published is in a feed, also in the preview. The same content gives the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from newsroom.dates import TIME_ZONE, as_moment
from newsroom.exports.references import reference, xml_text
from newsroom.exports.site_file import SiteFile
from newsroom.indexes import newest_publication
from newsroom.model import Article
from newsroom.newsroom import Newsroom
from newsroom.pages.cards import shorten
from newsroom.pages.feed_links import (
    archive_feed,
    feed_address,
    plan_feed,
    site_feed,
    unit_feed,
)
from newsroom.settings import SiteSettings
from newsroom.views import Link

SITE_LENGTH = 50
LENGTH = 20
SUMMARY_LENGTH = 500
"""Characters; a lead is shorter, the first paragraph that stands for one may not be."""
_NAMESPACE = uuid.UUID("c3ab1d3b-29c3-439d-9ff7-e49e50938a38")
"""Never to be changed: every reader of a feed knows its entries by what is made from this."""
_NO_NEWS = datetime(2000, 1, 1, tzinfo=TIME_ZONE)
"""When a feed without entries "was changed": Atom wants a moment, and there is none to tell."""


def feed_files(newsroom: Newsroom, settings: SiteSettings, site_url: str) -> Iterator[SiteFile]:
    """All feeds. With *site_url* their addresses are absolute, else they resolve against the feed.

    Feeds of units, plans and archives are ordered as the site's is, by publication: a reader
    must not miss a new article about something long past.
    """
    maker = _FeedMaker(settings, site_url)
    yield maker.file("", site_feed(settings), newsroom.articles, SITE_LENGTH)
    for unit in newsroom.units:
        yield maker.file(unit.address, unit_feed(unit), newsroom.by_unit.get(unit.id, ()))
    for plan in newsroom.plans:
        yield maker.file(plan.address, plan_feed(plan), _newest_first(plan.articles))
    for index in newsroom.archives:
        articles = _newest_first(index.articles)
        yield maker.file(index.archive.address, archive_feed(index.archive), articles)


def stable_id(address: str) -> str:
    """The identity of the page at *address*, the same on every host."""
    return uuid.uuid5(_NAMESPACE, address).urn


def _newest_first(articles: Iterable[Article]) -> Sequence[Article]:
    return sorted(articles, key=newest_publication)


class _FeedMaker:
    def __init__(self, settings: SiteSettings, site_url: str) -> None:
        self._settings = settings
        self._site_url = site_url

    def file(
        self, address: str, link: Link, articles: Iterable[Article], length: int = LENGTH
    ) -> SiteFile:
        """The feed of the page at *address* with the first *length* published articles."""
        path = feed_address(address)
        feed = _AtomFeed(
            title=xml_text(link.text),
            link=reference(address, path, self._site_url),
            description="",
            subtitle=xml_text(f"{self._settings.tagline} – {self._settings.name}"),
            language="vi",
            author_name=xml_text(self._settings.name),
            feed_url=reference(path, path, self._site_url),
            feed_guid=stable_id(path),
        )
        published = [article for article in articles if article.hold is None]
        for article in published[:length]:
            self._add(feed, article, path)
        return SiteFile(path, feed.writeString("utf-8").encode())

    def _add(self, feed: _AtomFeed, article: Article, path: str) -> None:
        published = as_moment(article.published) if article.published else None
        feed.add_item(
            title=xml_text(article.title),
            link=reference(article.address, path, self._site_url),
            description=None,
            unique_id=stable_id(article.address),
            pubdate=published,
            updateddate=_changed(article),
            categories=[xml_text(tag) for tag in article.meta.tags],
            summary=xml_text(shorten(article.lead, SUMMARY_LENGTH)),
            authors=[xml_text(author.name) for author in article.meta.author],
        )


def _changed(article: Article) -> datetime:
    """The last change entered, but never before publication; the event's day where neither is."""
    known = [when for when in (article.published, article.meta.updated) if when]
    return max(map(as_moment, known), default=as_moment(article.happened_on))


class _AtomFeed(Atom1Feed):  # type: ignore[misc]
    """The library's feed with plain text summaries, several authors and no look at the clock."""

    def latest_post_date(self) -> datetime:
        """The newest change of an entry."""
        changes: list[datetime] = [item["updateddate"] for item in self.items]
        return max(changes, default=_NO_NEWS)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """What the library writes, then authors and summary."""
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        if item["summary"]:
            handler.addQuickElement("summary", item["summary"], {"type": "text"})
