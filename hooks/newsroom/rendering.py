"""Markdown bodies to safe HTML: links to pages made relative, pictures sized, HTML sanitised."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor

from newsroom.content import page_address
from newsroom.link_checks import resolve
from newsroom.markdown_scan import link_scheme
from newsroom.newsroom import Newsroom

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
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "class"},
    "li": {"class"},
    "div": {"class"},
    "sup": {"class"},
    "code": {"class"},
    "pre": {"class"},
    "th": {"scope", "colspan", "rowspan", "class"},
    "td": {"colspan", "rowspan", "class"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Drop the source of a picture that lies elsewhere, whatever way it got in."""
    elsewhere = link_scheme(value) or value.lstrip().startswith(("//", "\\"))
    return None if tag == "img" and attribute == "src" and elsewhere else value


def _cleaner(**options: Any) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
        **options,
    )


class Renderer:
    """Renders bodies for one build; one Markdown instance serves all pages."""

    def __init__(
        self,
        extensions: Sequence[Any],
        configs: Mapping[str, Mapping[str, Any]],
        newsroom: Newsroom,
        addresses: frozenset[str],
    ) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=dict(configs)
        )
        self._links = _Links(self._markdown, newsroom, addresses)
        self._markdown.treeprocessors.register(self._links, "newsroom-links", 0)
        self._cleaner = _cleaner()
        self._raw_picture_cleaner = _cleaner(attribute_filter=_own_pictures)

    def render(self, body: str, path: str, address: str) -> str:
        """HTML of the *body* of the file *path*, for its page at *address*."""
        if not body.strip():
            return ""
        self._links.path, self._links.address = path, address
        self._markdown.reset()
        # Markdown's own pictures are already ours; the filter costs a call for each attribute.
        has_raw_picture = "<im" in body.lower()  # browsers read <image> as <img>
        cleaner = self._raw_picture_cleaner if has_raw_picture else self._cleaner
        return cleaner.clean(self._markdown.convert(body))


class _Links(Treeprocessor):
    """Rewrites what links and pictures point to, from files to addresses."""

    def __init__(
        self, md: markdown.Markdown, newsroom: Newsroom, addresses: frozenset[str]
    ) -> None:
        super().__init__(md)
        self._newsroom = newsroom
        self._addresses = addresses
        self.path = self.address = ""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                element.set("href", self._href(element.get("href", "")))
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "h1":
                element.tag = "h2"  # the page's title is the only h1

    def _href(self, target: str) -> str:
        if not target or target.startswith(("#", "/")) or link_scheme(target):
            return target
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        resolved = resolve(self.path, parts.path)
        if resolved is None:
            return target
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if resolved.endswith(".md"):
            address = page_address(resolved)
            known = address in self._addresses
            return self._relative(address) + fragment if known else target
        known = resolved in self._newsroom.assets
        return self._relative(quote(resolved)) + fragment if known else target

    def _relative(self, address: str) -> str:
        relative = posixpath.relpath(address or ".", self.address or ".")
        return relative + "/" if address.endswith("/") or not address else relative

    def _picture(self, element: Element) -> None:
        resolved = resolve(self.path, element.get("src", ""))
        if resolved is None or resolved not in self._newsroom.assets:
            # Not ours, or not there: its words stand in its place, no request leaves the site.
            alt, tail = element.get("alt", ""), element.tail
            element.clear()
            element.tag, element.text, element.tail = "span", alt, tail
            return
        element.set("src", self._relative(quote(resolved)))
        element.set("loading", "lazy")
        if size := self._newsroom.pictures.get(resolved):
            element.set("width", str(size.width))
            element.set("height", str(size.height))
