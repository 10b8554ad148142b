"""mammoth's HTML to blocks, in order, with footnotes at the end.

A line break within a paragraph ends it (writers press Shift+Enter where they mean a new line),
unless it stands in the midst of a sentence: then it is a leftover of hard wrapping and is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsroom.importing.blocks import Block, BlockKind
from newsroom.importing.markdown import list_marker
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.html_tree import Node, parse_html
from newsroom.importing.word.images import GAP
from newsroom.importing.word.inline import Piece, markdown, pieces, plain
from newsroom.importing.word.tables import is_layout, laid_out, paragraphs, table_block
from newsroom.importing.word.template_fields import template_fields

_SENTENCE_END = re.compile(r"[.!?:;…”\")/]\s*$")
_AROUND = 8
"""Pieces before and after a line break that tell whether a sentence runs on."""
_LINE = re.compile(r"p(\d+)")


class BlockReader:
    """Reads one document; afterwards ``blocks`` and ``fields`` hold what was found."""

    def __init__(self, html: str, findings: Findings) -> None:
        self._findings = findings
        self._root = parse_html(html)
        self._notes = _note_numbers(self._root)
        self._line = 1
        self._seen_table = False
        self.blocks: list[Block] = []
        self.fields: dict[str, str] = {}
        notes = None
        for child in self._root.elements():
            if child.tag == "ol":
                notes = child
            else:
                self._block(child)
        if notes is not None:
            self._footnotes(notes)

    def _block(self, node: Node) -> None:
        self._line = _line(node) or self._line
        if node.tag == "table":
            self._table(node)
        elif node.tag == "p" or node.tag.startswith("h"):
            self._paragraph(node)

    def _table(self, table: Node) -> None:
        is_first, self._seen_table = not self._seen_table, True
        line = self._line
        if is_first and (fields := template_fields(table, line, self._findings)) is not None:
            self.fields = fields
            return
        if is_layout(table):
            if table.beginning() and len(list(islice(table.all("td"), 2))) > 1:
                self._findings.add("layout", table.beginning(), line)
            for node in laid_out(table):
                self._block(node)
            return
        if not table.beginning() and not any(table.all("img")):
            return
        block, pictures = table_block(table, line, self._notes, self._findings)
        self.blocks.append(block)
        self.blocks += [_picture(piece, line) for piece in pictures]

    def _paragraph(self, node: Node) -> None:
        kind, level = _kind(node)
        is_caption = node.get("class") == "caption"
        for some in self._parts(list(pieces(node)), kind):
            if some[0].picture:
                self.blocks.append(_picture(some[0], self._line))
                continue
            text = plain(some)
            if not text and not any(piece.note for piece in some):
                continue
            marked = self._markdown(node, some, kind)
            self.blocks.append(Block(kind, text, marked, self._line, level, is_caption=is_caption))
            if kind is BlockKind.ITEM:  # what follows a break in an item is no item
                kind, level = BlockKind.PARAGRAPH, 0

    def _markdown(self, node: Node, some: list[Piece], kind: BlockKind) -> str:
        """Items with a bullet, or a plain number, become list items; others keep their label."""
        if kind is not BlockKind.ITEM:
            return markdown(some, self._notes)
        inside = markdown((piece for piece in some if not piece.is_label), self._notes)
        if node.get("class").startswith("bullet"):
            return f"- {inside}"
        label = "".join(piece.text for piece in some if piece.is_label).strip()
        item = f"{label} {inside}"
        return item if list_marker(item) else markdown(some, self._notes)

    def _parts(self, some: list[Piece], kind: BlockKind) -> Iterator[list[Piece]]:
        """Cut at pictures, and at line breaks that end a line; the others become blanks."""
        part: list[Piece] = []
        for index, piece in enumerate(some):
            if piece.picture:
                if part:
                    yield part
                yield [piece]
                part = []
            elif piece.is_break and kind is not BlockKind.HEADING:
                if self._is_wrap(part, some[index + 1 : index + 1 + _AROUND]):
                    part.append(Piece(" "))
                elif part:
                    yield part
                    part = []
            else:
                part.append(piece)
        if part:
            yield part

    def _is_wrap(self, before: list[Piece], after: list[Piece]) -> bool:
        text, following = plain(before[-_AROUND:]), plain(after)
        if not text or not following[:1].islower() or _SENTENCE_END.search(text):
            return False
        if after[0].is_break or after[0].picture:
            return False
        self._findings.add("wrapped", f"{text[-25:]} {following[:25]}", self._line)
        return True

    def _footnotes(self, notes: Node) -> None:
        """A note that is marked twice stands there twice: the first is enough."""
        done: set[str] = set()
        for item in notes.elements():
            number = self._notes.get(item.get("id"))
            if number is None or item.get("id") in done:
                continue
            done.add(item.get("id"))
            parts = [list(pieces(node)) for node in _paragraphs_within(item)]
            parts = [part for part in parts if plain(part) or any(p.picture for p in part)]
            text = " ".join(filter(None, map(plain, parts)))
            inside = "\n\n    ".join(filter(None, (markdown(part, self._notes) for part in parts)))
            marked = f"[^{number}]: {inside}"
            self.blocks.append(Block(BlockKind.FOOTNOTE, text, marked, _line(item) or self._line))
            pictures = [piece for part in parts for piece in part if piece.picture]
            self.blocks += [_picture(piece, self._line) for piece in pictures]


def _paragraphs_within(node: Node) -> Iterator[Node]:
    yield from paragraphs(node)
    for table in node.elements():
        if table.tag == "table":
            for cell in table.all("td"):
                yield from paragraphs(cell)


def _note_numbers(root: Node) -> dict[str, int]:
    """Ids of notes in the order of their marks, from 1."""
    numbers: dict[str, int] = {}
    for piece in pieces(root):
        if piece.note:
            numbers.setdefault(piece.note, len(numbers) + 1)
    return numbers


def _kind(node: Node) -> tuple[BlockKind, int]:
    if node.tag.startswith("h"):
        return BlockKind.HEADING, int(node.tag[1:])
    name = node.get("class")
    if name.startswith(("item", "bullet")):
        return BlockKind.ITEM, int(name[-1])
    return BlockKind.PARAGRAPH, 0


def _picture(piece: Piece, line: int) -> Block:
    if piece.picture == GAP:
        return Block(BlockKind.GAP, "", "", line)
    return Block(BlockKind.PICTURE, piece.text, "", line, picture=piece.picture)


def _line(node: Node) -> int:
    """Number of the paragraph, which stands in a bookmark."""
    for link in node.all("a"):
        if match := _LINE.fullmatch(link.get("id")):
            return int(match[1])
    return 0
