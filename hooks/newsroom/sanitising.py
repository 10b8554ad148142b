"""Which HTML a body may hold: a writer's raw HTML passes here, and so does what Markdown made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import nh3

from newsroom.markdown_scan import link_scheme

_TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "del",
        "ins",
        "sub",
        "sup",
        "small",
        "abbr",
        "cite",
        "q",
        "a",
        "img",
        "picture",
        "source",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "div",
        "span",
        "section",
        "mark",
    ]
)
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "title", "lang"},
    "a": {"href", "class"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "source": {"srcset", "sizes", "type"},
    "ol": {"start", "class"},
    "li": {"class"},
    "div": {"class"},
    "span": {"class"},
    "sup": {"class"},
    "code": {"class"},
    "pre": {"class"},
    "th": {"scope", "colspan", "rowspan", "class"},
    "td": {"colspan", "rowspan", "class"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
# Browsers read <image> as <img>.
_RAW = re.compile(r"<(?:im|pic|sou)|srcset|\bid\b", re.IGNORECASE)


@dataclass(slots=True)
class Own:
    """What this project itself put into one body; the same from a writer's HTML is dropped."""

    ids: set[str] = field(default_factory=set)
    srcsets: set[str] = field(default_factory=set)


class Sanitiser:
    """Cleans HTML: one for all pages."""

    def __init__(self) -> None:
        self._own = Own()
        self._cleaner = _cleaner()
        self._raw_cleaner = _cleaner(attribute_filter=self._filter)

    def clean(self, html: str, body: str, own: Own) -> str:
        """The *html* made from the Markdown *body*, without what may not stand on a page."""
        if "<" in body and _RAW.search(body):  # the filter costs a call for each attribute
            self._own = own
            return self._raw_cleaner.clean(html)
        return self._cleaner.clean(html)

    def _filter(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            # Each id of ours once. Those of raw HTML may be the frame's, and no link needs them.
            if value not in self._own.ids:
                return None
            self._own.ids.remove(value)
        elif attribute == "srcset":
            return value if value in self._own.srcsets else None
        elif tag == "img" and attribute == "src" and _lies_elsewhere(value):
            return None
        return value


def _lies_elsewhere(address: str) -> bool:
    return bool(link_scheme(address)) or address.lstrip().startswith(("//", "\\", "/\\"))


def _cleaner(**options: Any) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
        **options,
    )
