"""Markdown bodies to safe HTML: links to pages made relative, pictures sized, HTML sanitised."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.citations import Citations
from newsroom.content import DESK_FOLDER, page_address
from newsroom.document_links import DocumentLinker
from newsroom.figures import figures, responsive
from newsroom.link_checks import resolve
from newsroom.markdown_scan import link_scheme
from newsroom.model import Document
from newsroom.newsroom import Newsroom
from newsroom.pictures.sources import PictureSources, picture_sources
from newsroom.sanitising import Own, Sanitiser

_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")


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
        self._sanitiser = Sanitiser()

    def render(self, body: str, path: str, address: str) -> str:
        """HTML of the *body* of the file *path*, for its page at *address*."""
        if not body.strip():
            return ""
        self._links.begin(path, address)
        self._markdown.reset()
        html = self._markdown.convert(body)
        return self._sanitiser.clean(html, body, self._links.own)


class _Links(Treeprocessor):
    """Rewrites what links and pictures point to, from files to addresses."""

    def __init__(
        self, md: markdown.Markdown, newsroom: Newsroom, addresses: frozenset[str]
    ) -> None:
        super().__init__(md)
        self._newsroom = newsroom
        self._addresses = addresses
        self._citations = Citations(newsroom.documents)
        self._days = {a.path: a.happened_on for a in (*newsroom.articles, *newsroom.held)}
        self.begin("", "")

    def begin(self, path: str, address: str) -> None:
        """What follows is the body of the file *path*, for its page at *address*."""
        self._path, self._address = path, address
        self._sources: dict[Element, PictureSources] = {}
        self.own = Own()

    def run(self, root: Element) -> None:
        has_pictures = False
        for element in root.iter():
            if element.tag == "a":
                element.set("href", self._href(element.get("href", "")))
            elif element.tag == "img":
                has_pictures |= self._is_shown(element)
            elif element.tag in {"th", "td"}:
                _align(element)
            elif element.tag == "h1":
                element.tag = "h2"  # the page's title is the only h1
            if name := element.get("id"):
                self.own.ids.add(name)
        if has_pictures:
            self._show_pictures(root)
        if not self._path.startswith(f"{DESK_FOLDER}/"):  # the guide shows how to write them
            when = self._days.get(self._path, self._newsroom.now.date())
            DocumentLinker(self._citations, when, self._document_address).link(root)

    def _document_address(self, document: Document) -> str | None:
        is_own = document.path == self._path
        return (
            None
            if is_own or document.address not in self._addresses
            else self._relative(document.address)
        )

    def _href(self, target: str) -> str:
        if not target or target.startswith(("#", "/")) or link_scheme(target):
            return target
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        resolved = resolve(self._path, parts.path)
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
        relative = posixpath.relpath(address or ".", self._address or ".")
        return relative + "/" if address.endswith("/") or not address else relative

    def _is_shown(self, image: Element) -> bool:
        """Note which file the image shows. Words stand in place of one that is not ours."""
        resolved = resolve(self._path, image.get("src", ""))
        if sources := picture_sources(self._newsroom, resolved) if resolved else None:
            self._sources[image] = sources
            return True
        alt, tail = image.get("alt", ""), image.tail
        image.clear()
        image.tag, image.text, image.tail = "span", alt, tail
        return False

    def _show_pictures(self, root: Element) -> None:
        parents = [root]
        for parent in parents:
            children: list[Element] = []
            for child in parent:
                children += (
                    [self._picture(child)] if child.tag == "img" else figures(child) or [child]
                )
            parent[:] = children
            parents += [child for child in children if len(child) and child.tag != "picture"]

    def _picture(self, image: Element) -> Element:
        picture = responsive(image, self._sources[image], self._relative)
        self.own.srcsets.update(one.get("srcset", "") for one in picture.iter())
        return picture


def _align(cell: Element) -> None:
    """Say the alignment of a table's cell by a class: no page has a ``style`` attribute."""
    if found := _ALIGNMENT.search(cell.attrib.pop("style", "")):
        cell.set("class", f"text-{found[1]}")
