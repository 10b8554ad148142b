"""Where a page of an old portal holds the article, its headline, lead, date and author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.importing.leftovers import leftover_heading
from newsroom.importing.understanding.days import is_date_line
from newsroom.importing.web.tree import BLOCKS, Node
from newsroom.text import clean, fold

_LIKELY = re.compile(
    r"article|content|noi-?dung|chi-?tiet|detail|post|entry|news-?body|bai-?viet|main|story"
)
_UNLIKELY = re.compile(
    r"side|footer|comment|menu|nav|related|lien-?quan|other|khac|banner|widget|breadcrumb|share"
    r"|copyright|binh-?luan|popup|y-?kien"
)
_HEADLINE = re.compile(r"title|tieu-?de|headline|heading")
_LEAD = re.compile(r"sapo|\blead\b|summary|trich-?dan|trich-?yeu|description|intro|mo-?ta")
_AUTHOR = re.compile(r"author|tac-?gia|nguoi-?viet|byline")
_SITE = re.compile(r"\s+[-|–»]\s+")
_NO_PROSE = frozenset({"nav", "footer", "aside", "header", "html"})
_SHARES = (1.0, 0.5, 0.2, 0.1)
"""How much of a paragraph's length counts for the elements it lies in, the nearest first."""
_LONG_RUN = 400
"""A longer run is a whole text parted by line breaks: its element is the container."""
_SHORTEST = 25
"""A run of text shorter than this is no prose."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of a page; ``left_out`` names side columns that stand outside the article."""

    container: Node
    headline: str | None
    lead: str | None
    date_line: str | None
    author: str | None
    is_certain: bool
    left_out: tuple[str, ...]
    words_outside: int


def find_parts(root: Node) -> PageParts:
    """Find the article in the page *root*."""
    nodes = list(root.walk())
    container, is_certain = _container(root, nodes)
    inside = {id(node) for node in container.walk()}
    before = [node for node in _until(nodes, container) if id(node) not in inside]
    around = [node for node in nodes if id(node) not in inside]
    headline = _headline(nodes, before)
    inner = fold(container.text())
    return PageParts(
        container,
        headline,
        _outside(before, _LEAD, inner, most=1500),
        next((text for node in before[-80:] if is_date_line(text := _short(node))), None),
        _outside(around, _AUTHOR, inner, most=120),
        is_certain,
        tuple(dict.fromkeys(t for node in around if leftover_heading(t := _short(node)))),
        max(0, len(root.text().split()) - len(container.text().split())),
    )


def _container(root: Node, nodes: list[Node]) -> tuple[Node, bool]:
    """The element with most prose directly or nearly directly in it."""
    scores: dict[int, float] = {}
    by_id: dict[int, Node] = {}
    for node in nodes:
        amount = _own_prose(node)
        holder = node if amount > _LONG_RUN and node.tag != "p" else node.parent
        for share in _SHARES:
            if holder is None or not amount:
                break
            scores[id(holder)] = scores.get(id(holder), 0) + amount * share
            by_id[id(holder)] = holder
            holder = holder.parent
    if not scores:
        body = next((node for node in nodes if node.tag == "body"), root)
        return body, False
    weighed = {key: score * _weight(by_id[key]) for key, score in scores.items()}
    best = max(weighed, key=lambda key: weighed[key])
    inside = {id(node) for node in by_id[best].walk()}
    rival = max(
        (
            w
            for key, w in weighed.items()
            if key not in inside and not _holds(by_id[key], by_id[best])
        ),
        default=0,
    )
    return by_id[best], weighed[best] >= 2 * rival


def _holds(outer: Node, inner: Node) -> bool:
    one: Node | None = inner
    while one is not None and one is not outer:
        one = one.parent
    return one is outer


def _own_prose(node: Node) -> int:
    """Characters of prose in *node* itself, links and short runs not counted."""
    if node.tag not in BLOCKS or node.tag in _NO_PROSE:
        return 0
    length = linked = 0
    ahead: list[tuple[Node | str, bool]] = [(child, False) for child in node.children]
    while ahead:
        one, in_link = ahead.pop()
        if isinstance(one, str):
            size = len(one.strip())
            length += size
            linked += size if in_link else 0
        elif one.tag not in BLOCKS:
            ahead += [(child, in_link or one.tag == "a") for child in one.children]
    return length - 2 * linked if length >= _SHORTEST and linked * 2 < length else 0


def _weight(node: Node) -> float:
    weight = 1.0
    if _LIKELY.search(node.marks) or node.tag in {"article", "main"}:
        weight *= 1.3
    one: Node | None = node
    while one is not None:
        if one.tag in _NO_PROSE or (_UNLIKELY.search(one.marks) and not _LIKELY.search(one.marks)):
            weight *= 0.3
        one = one.parent
    return weight


def _until(nodes: list[Node], last: Node) -> Iterator[Node]:
    for node in nodes:
        if node is last:
            return
        yield node


def _short(node: Node) -> str:
    """The text of a small element; empty for large ones, which are no label."""
    if len(node.children) > 12 or node.tag in {"html", "body", "head", "#root"}:
        return ""
    text = clean(node.text())
    return text if len(text) < 320 else ""


def _headline(nodes: list[Node], before: list[Node]) -> str | None:
    """The heading that the page's own title repeats; else the first, else that title."""
    title = next((clean(node.text()) for node in nodes if node.tag == "title"), "")
    shared = next(
        (
            clean(node.attributes.get("content", ""))
            for node in nodes
            if node.tag == "meta" and node.attributes.get("property") == "og:title"
        ),
        "",
    )
    found = [
        text
        for tag in ("h1", "marked", "h2")
        for node in nodes
        if (
            node.tag == tag
            or (tag == "marked" and node.tag != "meta" and _HEADLINE.search(node.marks))
        )
        and 8 <= len(text := _short(node)) <= 300
    ]
    named = [text for text in found if fold(text) in fold(title) or fold(text) == fold(shared)]
    outside = [t for n in before if n.tag in {"h1", "h2"} and 8 <= len(t := _short(n)) <= 300]
    usual = [*named, *outside[:1], *found[:1], shared, _SITE.split(title)[0]]
    return next((text for text in usual if text), None)


def _outside(nodes: list[Node], marks: re.Pattern[str], inner: str, most: int) -> str | None:
    """Text of a marked element outside the article, unless the article repeats it."""
    for node in nodes:
        if node.tag in {"meta", "html", "body"} or not marks.search(node.marks):
            continue
        text = clean(node.text())
        if 3 < len(text) <= most and fold(text) not in inner:
            return text
    return None
