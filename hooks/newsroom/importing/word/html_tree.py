"""mammoth's HTML as a tree: elements and texts, nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "img", "input"})


@dataclass(slots=True)
class Node:
    """An element; its children are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The attribute *name*, empty where it is missing."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Node]:
        """Children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def all(self, tag: str) -> Iterator[Node]:
        """Every descendant of that tag, in order."""
        for child in self.elements():
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def texts(self) -> Iterator[str]:
        """Every text within, in order."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.texts()
            else:
                yield child

    def beginning(self, most: int = 80) -> str:
        """The first words within; empty when there are none."""
        found = ""
        for text in self.texts():
            found += f"{text[:most]} "
            if len(found.strip()) > most:
                break
        return found.strip()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse_html(html: str) -> Node:
    """The root above all elements of *html*, which mammoth has written."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root
