"""What a page says of itself to search engines: JSON-LD in schema.org's words.

Only what a person entered; what is unknown is absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from newsroom.exports.references import reference
from newsroom.exports.social import shared_picture
from newsroom.settings import CONTACTS, SiteSettings
from newsroom.views import ArticleView, FrontView, Link, PersonView, PictureView, View

_CONTEXT = "https://schema.org"
# What could end the <script> element, or a line in JavaScript, is written as an escape.
_UNSAFE = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

Thing = dict[str, Any]


def structured_data(view: View, address: str, settings: SiteSettings, site_url: str) -> str:
    """The JSON for ``<script type="application/ld+json">``; empty where there is nothing to say.

    Without *site_url* references are relative to the page and things have no ids.
    """
    maker = _Maker(view, address, settings, site_url)
    things = list(maker.things())
    if not things:
        return ""
    data = {"@context": _CONTEXT, "@graph": things}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text


class _Maker:
    def __init__(self, view: View, address: str, settings: SiteSettings, site_url: str) -> None:
        self._view = view
        self._address = address
        self._settings = settings
        self._site_url = site_url

    def things(self) -> Iterator[Thing]:
        """Everything this page describes."""
        if isinstance(self._view, FrontView):
            yield self._agency()
            yield self._site()
        if isinstance(self._view, ArticleView):
            yield self._article(self._view)
        if self._view.crumbs:
            yield self._breadcrumbs(self._view.crumbs)

    def _reference(self, target: str) -> str:
        return reference(target, self._address, self._site_url)

    def _id(self, target: str, name: str) -> Thing:
        return {"@id": f"{self._reference(target)}#{name}"} if self._site_url else {}

    def _breadcrumbs(self, crumbs: Sequence[Link]) -> Thing:
        items = []
        for position, crumb in enumerate(crumbs, start=1):
            item: Thing = {"@type": "ListItem", "position": position, "name": crumb.text}
            target = self._address if position == len(crumbs) else crumb.address
            if target is not None:
                item["item"] = self._reference(target)
            items.append(item)
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _article(self, view: ArticleView) -> Thing:
        page = self._reference(self._address)
        return _known(
            {
                "@type": "NewsArticle",
                **self._id(self._address, "tin"),
                "headline": view.title,
                "description": view.description,
                "url": page,
                "mainEntityOfPage": {"@type": "WebPage", "@id": page},
                "inLanguage": "vi",
                "datePublished": view.published_iso,
                "dateModified": view.modified_iso,
                "articleSection": _section(view.crumbs),
                "keywords": [tag.text for tag in view.tags],
                "author": [_signed(person, view.kicker) for person in view.byline],
                "creditText": view.retelling,
                "isBasedOn": _original(view),
                "image": self._image(view.picture),
                "publisher": self._publisher(),
            }
        )

    def _image(self, picture: PictureView | None) -> Thing | None:
        if picture is None:
            return None
        shown = shared_picture(picture)
        return _known(
            {
                "@type": "ImageObject",
                "url": self._reference(shown.address),
                "width": shown.width,
                "height": shown.height,
                "caption": picture.caption,
                "creditText": picture.credit,
            }
        )

    def _publisher(self) -> Thing:
        return {
            "@type": "GovernmentOrganization",
            **self._id("", "co-quan"),
            "name": self._settings.name,
            "url": self._reference(""),
        }

    def _agency(self) -> Thing:
        identity = self._settings.identity
        above = identity.get("publisher")
        is_other = above and above != self._settings.name
        return _known(
            {
                **self._publisher(),
                "address": identity.get("address"),
                "telephone": identity.get("phone"),
                "email": identity.get("email"),
                "parentOrganization": (
                    {"@type": "GovernmentOrganization", "name": above} if is_other else None
                ),
                "contactPoint": list(self._contact_points()),
            }
        )

    def _contact_points(self) -> Iterator[Thing]:
        for key, label in CONTACTS.items():
            if contact := self._settings.contacts.get(key):
                about = "; ".join(t for t in (contact.address, contact.hours, contact.note) if t)
                yield _known(
                    {
                        "@type": "ContactPoint",
                        "contactType": label,
                        "name": contact.name,
                        "telephone": contact.phone,
                        "email": contact.email,
                        "description": about,
                        "availableLanguage": "vi",
                    }
                )

    def _site(self) -> Thing:
        return {
            "@type": "WebSite",
            **self._id("", "trang"),
            "name": f"{self._settings.tagline} {self._settings.name}",
            "url": self._reference(""),
            "inLanguage": "vi",
            "publisher": self._publisher(),
        }


def _known(thing: Thing) -> Thing:
    """*thing* without what is empty."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}


def _section(crumbs: Sequence[Link]) -> str | None:
    """The part of the site: what stands after the front page in the breadcrumb."""
    return crumbs[1].text if len(crumbs) > 2 else None


def _signed(person: PersonView, kicker: Sequence[Link]) -> Thing:
    """Who signed; an article may be signed by its unit alone."""
    is_unit = any(link.text.casefold() == person.name.casefold() for link in kicker)
    return {"@type": "Organization" if is_unit else "Person", "name": person.name}


def _original(view: ArticleView) -> Thing | None:
    """The article that a retelling retells, with the headline and author entered for it."""
    if view.original_title is None:
        return None
    author = view.original_author
    return _known(
        {
            "@type": "NewsArticle",
            "headline": view.original_title,
            "author": {"@type": "Person", "name": author} if author else None,
        }
    )
