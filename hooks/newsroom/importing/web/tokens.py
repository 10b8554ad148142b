"""HTML to start tags, end tags and text, each sign looked at once.

Python's own ``html.parser`` takes minutes over a few hundred kilobytes of open ``<a `` tags.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:_-]*")
_STOP = re.compile(r"[\"'>]")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
_RAW = frozenset({"script", "style", "textarea", "xmp", "noembed", "noframes"})
"""Elements whose content is no markup."""
_MOST_ATTRIBUTES = 50


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; ``attributes`` hold the first value of each name."""

    name: str
    is_end: bool
    attributes: dict[str, str]


def tokens(text: str) -> Iterator[Tag | str]:
    """The tags and pieces of text of a page, in order; entities in text are resolved."""
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            yield html.unescape(text[at:])
            return
        if start > at:
            yield html.unescape(text[at:start])
        if text.startswith("<!--", start):
            end = text.find("-->", start + 4)
            at = len(text) if end < 0 else end + 3
            continue
        name = _NAME.match(text, start + 1)
        if name is None and text[start + 1 : start + 2] not in {"!", "?", "/"}:
            yield "<"
            at = start + 1
            continue
        end = _tag_end(text, name.end() if name else start + 2)
        if end < 0:  # an open tag swallows the rest, as in browsers; here it is shown instead
            yield html.unescape(text[start:])
            return
        at = end + 1
        if name is None:
            continue
        tag = _tag(name.group(), text[name.end() : end])
        yield tag
        if tag.name in _RAW and not tag.is_end:
            closing = re.compile(f"</{tag.name}", re.IGNORECASE).search(text, at)
            at = closing.start() if closing else len(text)


def _tag_end(text: str, at: int) -> int:
    """Where the tag's ``>`` stands; one within a quoted value is none. -1 where there is none."""
    while stop := _STOP.search(text, at):
        if stop.group() == ">":
            return stop.start()
        at = stop.end()
        if text[max(at - 40, 0) : stop.start()].rstrip().endswith("="):
            close = text.find(stop.group(), at)
            if close < 0:
                return text.find(">", at)
            at = close + 1
    return -1


def _tag(name: str, rest: str) -> Tag:
    attributes: dict[str, str] = {}
    for count, match in enumerate(_ATTRIBUTE.finditer(rest)):
        if count == _MOST_ATTRIBUTES:
            break
        value = match[2] or match[3] or match[4] or ""
        attributes.setdefault(match[1].lower(), html.unescape(value))
    return Tag(name.lstrip("/").lower(), name.startswith("/"), attributes)
