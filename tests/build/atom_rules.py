"""What RFC 4287 asks of a feed, as a table: a name, and the elements that break the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

import lxml.etree

Element = lxml.etree._Element
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_ONCE = {
    "feed": {"id": 1, "title": 1, "updated": 1, "subtitle": 0, "generator": 0, "icon": 0},
    "entry": {"id": 1, "title": 1, "updated": 1, "published": 0, "summary": 0, "content": 0},
}
"""How often a child must stand there at least; none of them more than once."""
_KNOWN = {
    *("feed", "entry", "author", "name", "uri", "email", "category", "contributor", "content"),
    *("generator", "icon", "id", "link", "logo", "published", "rights", "subtitle", "summary"),
    *("title", "updated"),
}
_TEXT = ("title", "subtitle", "summary", "rights")


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(ATOM)


def _containers(feed: Element) -> list[Element]:
    return [feed, *feed.iterfind(f"{ATOM}entry")]


def _foreign(feed: Element) -> Iterable[Element]:
    return (e for e in feed.iter() if _name(e) not in _KNOWN)


def _counts(feed: Element) -> Iterable[Element]:
    for container in _containers(feed):
        for name, least in _ONCE[_name(container)].items():
            if not least <= len(container.findall(ATOM + name)) <= 1:
                yield container


def _authors(feed: Element) -> Iterable[Element]:
    """Every entry has an author, its own or the feed's; an author has one name."""
    if feed.find(f"{ATOM}author") is None:
        yield from (e for e in feed.iterfind(f"{ATOM}entry") if e.find(f"{ATOM}author") is None)
    for author in feed.iter(f"{ATOM}author"):
        names = author.findall(f"{ATOM}name")
        if len(names) != 1 or not (names[0].text or "").strip():
            yield author


def _ids(feed: Element) -> Iterable[Element]:
    """An absolute IRI, used once."""
    seen: set[str] = set()
    for element in feed.iter(f"{ATOM}id"):
        text = element.text or ""
        if not urlsplit(text).scheme or text in seen or text != text.strip():
            yield element
        seen.add(text)


def _dates(feed: Element) -> Iterable[Element]:
    for name in ("updated", "published"):
        yield from (e for e in feed.iter(ATOM + name) if not RFC3339.fullmatch(e.text or ""))


def _links(feed: Element) -> Iterable[Element]:
    """A link leads somewhere; a container has one alternate of a kind, the feed names itself."""
    for link in feed.iter(f"{ATOM}link"):
        if not link.get("href") or len(link):
            yield link
    for container in _containers(feed):
        links = container.findall(f"{ATOM}link")
        kinds = [(e.get("type"), e.get("hreflang")) for e in links if e.get("rel") == "alternate"]
        if len(kinds) != 1:
            yield container
    if not any(e.get("rel") == "self" for e in feed.iterfind(f"{ATOM}link")):
        yield feed


def _text(feed: Element) -> Iterable[Element]:
    """Text constructs are plain: a known type, no child, something in them."""
    for name in _TEXT:
        for element in feed.iter(ATOM + name):
            if element.get("type", "text") != "text" or len(element):
                yield element
            if name == "title" and not (element.text or "").strip():
                yield element


def _categories(feed: Element) -> Iterable[Element]:
    return (e for e in feed.iter(f"{ATOM}category") if not e.get("term"))


def _newest(feed: Element) -> Iterable[Element]:
    """The feed is as new as its newest entry; no entry changed before it was published."""
    changes = [e.findtext(f"{ATOM}updated") or "" for e in feed.iterfind(f"{ATOM}entry")]
    if changes and feed.findtext(f"{ATOM}updated") != max(changes):
        yield feed
    for entry in feed.iterfind(f"{ATOM}entry"):
        if (entry.findtext(f"{ATOM}published") or "") > (entry.findtext(f"{ATOM}updated") or ""):
            yield entry


def _in_vietnam(feed: Element) -> Iterable[Element]:
    for name in ("updated", "published"):
        yield from (e for e in feed.iter(ATOM + name) if not (e.text or "").endswith("+07:00"))


def _language(feed: Element) -> Iterable[Element]:
    if feed.tag != f"{ATOM}feed" or feed.get(XML_LANG) != "vi":
        yield feed


RULES: dict[str, Callable[[Element], Iterable[Element]]] = {
    "the root is a feed in Vietnamese": _language,
    "only elements of Atom": _foreign,
    "what may stand once stands once": _counts,
    "every entry has an author": _authors,
    "ids are absolute and unique": _ids,
    "dates are those of RFC 3339": _dates,
    "dates are Vietnam's": _in_vietnam,
    "links lead somewhere": _links,
    "text is plain": _text,
    "categories have a term": _categories,
    "a feed is as new as its entries": _newest,
}


def broken_rules(content: bytes) -> list[str]:
    """The rules that a feed breaks, with the elements that do."""
    feed = lxml.etree.fromstring(content, lxml.etree.XMLParser(resolve_entities=False))
    return [f"{name}: {_name(e)}" for name, rule in RULES.items() for e in rule(feed)]


def linked(content: bytes, address: str) -> set[str]:
    """Everything a feed at *address* links to, absolute."""
    feed = lxml.etree.fromstring(content)
    return {urljoin(address, link.get("href", "")) for link in feed.iter(f"{ATOM}link")}
