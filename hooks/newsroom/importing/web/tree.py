"""A web page as a plain tree: what a browser would show, whatever tags were left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.web.tokens import Tag, tokens

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
        "button",
        "canvas",
        "audio",
        "video",
        "dialog",
        "datalist",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
# An opening tag ends these, up to the nearest of the second set.
_ENDS = {
    "li": ({"li", "p"}, {"ul", "ol"}),
    "td": ({"td", "th", "p"}, {"tr", "table"}),
    "th": ({"td", "th", "p"}, {"tr", "table"}),
    "tr": ({"tr", "td", "th", "p"}, {"table"}),
    "dt": ({"dt", "dd", "p"}, {"dl"}),
    "dd": ({"dt", "dd", "p"}, {"dl"}),
}
_CELLS = frozenset({"table", "td", "th"})
_BREAKS_OUT = frozenset({"table", "tr", "tbody", "thead", "tfoot", "body", "html"})
_NOT_PARAGRAPHS = set(BLOCKS - {"p"})
_DEEPEST = 150
_MOST_NODES = 50_000


@dataclass(slots=True)
class Node:
    """An element; ``children`` are elements and pieces of text in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = field(default=None, repr=False)

    @property
    def marks(self) -> str:
        """Id and classes in lower case."""
        return f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}".lower()

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the page."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self) -> str:
        """All text below, blanks collapsed; blocks part words."""
        pieces: list[str] = []
        ahead: list[Node | str] = [self]
        while ahead:
            one = ahead.pop()
            if isinstance(one, str):
                pieces.append(one)
                continue
            if one.tag in BLOCKS or one.tag == "br":
                pieces.append(" ")
                ahead.append(" ")
            ahead += reversed(one.children)
        return " ".join("".join(pieces).split())


class _Builder:
    def __init__(self) -> None:
        self.root = Node("#root")
        self._open = [self.root]
        self._unseen: list[str] = []
        self._count = 0

    def feed(self, one: Tag | str) -> None:
        """Take the next token."""
        if isinstance(one, str):
            if not self._unseen:
                self._text(one)
        elif self._unseen:
            self._feed_unseen(one)
        elif one.is_end:
            self._end(one.name)
        elif one.name in _UNSEEN:
            self._unseen.append(one.name)
        else:
            self._start(one)

    def _text(self, text: str) -> None:
        siblings = self._open[-1].children
        if siblings and isinstance(siblings[-1], str) and len(siblings[-1]) < 200:
            siblings[-1] += text
        else:
            siblings.append(text)

    def _feed_unseen(self, tag: Tag) -> None:
        if tag.name == self._unseen[-1]:
            if tag.is_end:
                self._unseen.pop()
            else:
                self._unseen.append(tag.name)

    def _start(self, tag: Tag) -> None:
        self._close_implied(tag.name)
        node = self._add(Node(tag.name, tag.attributes))
        if tag.name not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def _end(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if self._open[index].tag in _CELLS and tag not in _BREAKS_OUT:
                return  # a stray end tag does not break out of a cell

    def _add(self, node: Node) -> Node:
        self._count += 1
        if self._count > _MOST_NODES:
            raise ImportRefused(
                f"Trang web có quá {_MOST_NODES} thẻ. Mở trang bằng trình duyệt, bôi đen bài viết,"
                " dán vào Notepad rồi lưu thành tệp .txt để nhập."
            )
        node.parent = self._open[-1]
        self._open[-1].children.append(node)
        return node

    def _close_implied(self, tag: str) -> None:
        if tag in _ENDS:
            ended, bounds = _ENDS[tag]
        elif tag in BLOCKS:
            ended, bounds = {"p"}, _NOT_PARAGRAPHS
        else:
            return
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in bounds:
                return
            if self._open[index].tag in ended:
                del self._open[index:]
                if tag not in _ENDS:
                    return
                self._close_implied(tag)
                return


def parse_page(text: str) -> Node:
    """The tree of a page. Raises ImportRefused where it has too many tags."""
    builder = _Builder()
    for one in tokens(text):
        builder.feed(one)
    return builder.root
