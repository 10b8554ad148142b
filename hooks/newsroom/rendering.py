"""Markdown bodies to safe HTML: links to pages made relative, pictures sized, HTML sanitised."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.caching.fingerprint import digest
from newsroom.citations import Citations
from newsroom.content import DESK_FOLDER, page_address
from newsroom.document_links import DocumentLinker
from newsroom.figures import figures, responsive
from newsroom.link_checks import resolve
from newsroom.markdown_scan import link_scheme
from newsroom.model import Document
from newsroom.newsroom import Newsroom
from newsroom.pictures.sources import PictureSources, picture_sources
from newsroom.quick_markdown import quicken
from newsroom.sanitising import Own, Sanitiser

_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")


class BodyRenderer:
    """Renders bodies by what *lookups* say; one Markdown instance serves all pages."""

    def __init__(
        self,
        extensions: Sequence[Any],
        configs: Mapping[str, Mapping[str, Any]],
        lookups: Lookups,
    ) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=dict(configs)
        )
        quicken(self._markdown)
        self.lookups = lookups
        self._links = _Links(self._markdown, self.lookups)
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


Answers = dict[tuple[str, str], object]
"""What was asked for, as kind and name, and what the answer was."""


class Lookups:
    """All that rendering a body asks of the newsroom, and a note of each answer.

    A body rendered before is still right when its questions have the same answers.
    """

    def __init__(self, answer: Callable[[str, str], object], citations: Citations) -> None:
        self._answer = answer
        self._citations = citations
        self.answers: Answers = {}

    def has_page(self, address: str) -> bool:
        """Whether a page stands at *address*."""
        return bool(self._ask("page", address))

    def has_asset(self, path: str) -> bool:
        """Whether the docs folder has the file *path*, to be shown or downloaded."""
        return bool(self._ask("asset", path))

    def picture(self, path: str) -> PictureSources | None:
        """What stands for the picture file *path*; None when it cannot be shown."""
        found = self._ask("picture", path)
        return found if isinstance(found, PictureSources) else None

    def day(self, path: str) -> date:
        """What the day of the file *path* is: an article's event, else today."""
        return date.fromisoformat(str(self._ask("day", path)))

    def citations(self) -> Citations:
        """What finds registered documents in prose; all that it knows counts as asked for."""
        self._ask("register", "")
        return self._citations

    def still(self, answers: Answers) -> bool:
        """Whether all *answers* would be given again."""
        return all(self._answer(*question) == answer for question, answer in answers.items())

    def _ask(self, kind: str, name: str) -> object:
        answer = self.answers[kind, name] = self._answer(kind, name)
        return answer


class Renderer(BodyRenderer):
    """Renders the bodies of one build."""

    def __init__(
        self,
        extensions: Sequence[Any],
        configs: Mapping[str, Mapping[str, Any]],
        newsroom: Newsroom,
        addresses: frozenset[str],
    ) -> None:
        super().__init__(extensions, configs, newsroom_lookups(newsroom, addresses))


def newsroom_lookups(newsroom: Newsroom, addresses: frozenset[str]) -> Lookups:
    """Answers from *newsroom*, whose pages stand at *addresses*."""
    days = {a.path: a.happened_on for a in (*newsroom.articles, *newsroom.held)}
    register = digest(*map(repr, newsroom.documents))

    def answer(kind: str, name: str) -> object:
        if kind == "page":
            return name in addresses
        if kind == "asset":
            return name in newsroom.assets
        if kind == "day":
            return days.get(name, newsroom.now.date()).isoformat()
        if kind == "register":
            return register
        return picture_sources(newsroom, name)

    return Lookups(answer, Citations(newsroom.documents))


class _Links(Treeprocessor):
    """Rewrites what links and pictures point to, from files to addresses."""

    def __init__(self, md: markdown.Markdown, lookups: Lookups) -> None:
        super().__init__(md)
        self._lookups = lookups
        self.begin("", "")

    def begin(self, path: str, address: str) -> None:
        """What follows is the body of the file *path*, for its page at *address*."""
        self._path, self._address = path, address
        self._lookups.answers = {}
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
            citations, when = self._lookups.citations(), self._lookups.day(self._path)
            DocumentLinker(citations, when, self._document_address).link(root)

    def _document_address(self, document: Document) -> str | None:
        is_own = document.path == self._path
        return (
            None
            if is_own or not self._lookups.has_page(document.address)
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
            known = self._lookups.has_page(address)
            return self._relative(address) + fragment if known else target
        known = self._lookups.has_asset(resolved)
        return self._relative(quote(resolved)) + fragment if known else target

    def _relative(self, address: str) -> str:
        relative = posixpath.relpath(address or ".", self._address or ".")
        return relative + "/" if address.endswith("/") or not address else relative

    def _is_shown(self, image: Element) -> bool:
        """Note which file the image shows. Words stand in place of one that is not ours."""
        resolved = resolve(self._path, image.get("src", ""))
        if sources := self._lookups.picture(resolved) if resolved else None:
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
