"""Links from prose to registered documents, made in the parsed tree of a body.

The first mention of each document in a section (up to the next heading) becomes a link; the words
stay as written. Links, headings and code stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from newsroom.citations import Citations, Mention, may_hold_numbers
from newsroom.dates import short_date
from newsroom.model import Document
from newsroom.schema import DocumentStatus

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED = _HEADINGS | {"a", "code", "pre", "script", "style", "picture", "img"}
_LAPSED = {
    DocumentStatus.LAPSED: "đã hết hiệu lực",
    DocumentStatus.PARTLY_LAPSED: "đã hết hiệu lực một phần",
}
AddressOf = Callable[[Document], str | None]
"""The link's target, None where the document has no page to go to."""


class DocumentLinker:
    """Links the documents of one body, part of something of the day *when*."""

    def __init__(self, citations: Citations, when: date, address_of: AddressOf) -> None:
        self._citations = citations
        self._when = when
        self._address_of = address_of
        self._may_name = True
        self._linked: set[str] = set()
        """Paths of the documents this section has linked."""

    def link(self, root: Element) -> None:
        """Link what *root* holds, in the order of the text."""
        words = "\n\n".join(root.itertext())
        self._may_name = self._citations.may_name(words)
        if self._may_name or may_hold_numbers(words):
            self._open(root)

    def _open(self, element: Element) -> None:
        element.text, children = self._linked_text(element.text)
        for child in element:
            if child.tag in _HEADINGS:
                self._linked.clear()
            if child.tag not in _CLOSED and isinstance(child.tag, str):
                self._open(child)
            child.tail, links = self._linked_text(child.tail)
            children += [child, *links]
        if len(children) > len(element):
            element[:] = children

    def _linked_text(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The words before the first link, and the links, each with the words after it."""
        links: list[Element] = []
        if not text or text.isspace() or isinstance(text, AtomicString):
            return text, links
        before, at = text, 0
        for mention, attributes in list(self._new(text)):
            words = text[at : mention.start]
            if links:
                links[-1].tail = words
            else:
                before = words
            link = Element("a", attributes)
            link.text = AtomicString(text[mention.start : mention.end])
            links.append(link)
            at = mention.end
        if links:
            links[-1].tail = text[at:]
        return before, links

    def _new(self, text: str) -> Iterator[tuple[Mention, dict[str, str]]]:
        for mention in self._citations.find(text, self._when, names=self._may_name):
            document = mention.document
            if document is None or not mention.is_certain or document.path in self._linked:
                continue
            if address := self._address_of(document):
                self._linked.add(document.path)
                yield mention, {"href": address, "title": link_title(document)}


def link_title(document: Document) -> str:
    """``Quyết định số 143/QĐ-VKSHP ngày 22/10/2024: trích yếu (đã hết hiệu lực)``.

    The abstract only where somebody made the document public, the status only where entered.
    """
    meta = document.meta
    title = f"{(document.type or 'văn bản').capitalize()} số {document.number}"
    if isinstance(meta.date, date):
        title += f" ngày {short_date(meta.date)}"
    elif meta.date is not None:
        title += f" năm {meta.date}"
    if meta.public and meta.abstract:
        title += f": {meta.abstract}"
    lapsed = _LAPSED.get(meta.status) if meta.status else None
    return f"{title} ({lapsed})" if lapsed else title
