"""Tables to Markdown; tables that only lay out a page to the paragraphs in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.importing.blocks import Block, BlockKind
from newsroom.importing.markdown import escape_cell
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.grid import Grid, Place, grid
from newsroom.importing.word.html_tree import Node
from newsroom.importing.word.inline import Piece, markdown, pieces, plain

_LAYOUT_CELLS = 12
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    markdown: str


def is_layout(table: Node) -> bool:
    """Whether *table* only arranges: a box, a single row, or pictures with their captions."""
    found = grid(table)
    cells = [place for row in found.rows for place in row if place.is_first]
    if len(found.rows) < 2 or all(len(row) < 2 for row in found.rows):
        return True
    return len(cells) <= _LAYOUT_CELLS and any(table.all("img"))


def laid_out(table: Node) -> Iterator[Node]:
    """The paragraphs and tables within a layout table, in the order a reader takes them.

    By rows; but under a row of pictures alone each picture is followed by what stands below it.
    """
    rows = grid(table).rows
    number = 0
    while number < len(rows):
        row = rows[number]
        following = rows[number + 1] if number + 1 < len(rows) else ()
        if len(row) > 1 and _is_pictures(row) and following and not _is_pictures(following):
            for above, below in zip(row, following, strict=True):
                yield from _content(above)
                yield from _content(below)
            number += 2
        else:
            for place in row:
                yield from _content(place)
            number += 1


def table_block(
    table: Node, line: int, notes: dict[str, int], findings: Findings
) -> tuple[Block, list[Piece]]:
    """The table as one block, and the pictures that stood in it."""
    found = grid(table)
    if found.has_merged:
        findings.add("merged", table.beginning(), line)
    rows = [[_cell(place, notes, findings, line) for place in row] for row in found.rows]
    shown = _with_one_head(rows, found)
    lines = [f"| {' | '.join(cell.markdown for cell in row)} |" for row in shown]
    lines.insert(1, "|" + " --- |" * len(shown[0]))
    text = "\n".join("\t".join(cell.text for cell in row) for row in shown)
    pictures = [piece for piece in pieces(table) if piece.picture]
    return Block(BlockKind.TABLE, text, "\n".join(lines), line), pictures


def paragraphs(node: Node) -> Iterator[Node]:
    """The paragraphs of a cell or note, those of nested tables left out."""
    return (child for child in node.elements() if child.tag in _PARAGRAPHS)


def _is_pictures(row: tuple[Place, ...]) -> bool:
    cells = [place.cell for place in row if place.cell is not None]
    return bool(cells) and all(any(cell.all("img")) and not cell.beginning() for cell in cells)


def _content(place: Place) -> Iterator[Node]:
    if place.is_first and place.cell is not None:
        yield from place.cell.elements()


def _with_one_head(rows: list[list[_Cell]], found: Grid) -> list[list[_Cell]]:
    """Markdown knows one row of column heads: several become “Kết quả: Đạt”."""
    if found.heads < 2 and not found.has_merged:
        return rows
    heads = []
    for column in range(len(rows[0])):
        parts: list[_Cell] = []
        for number in range(found.heads):
            cell = rows[number][column]
            if found.rows[number][column].is_across:
                cell = _left_of(rows, found, number, column)
            if cell.text and cell not in parts:
                parts.append(cell)
        text = ": ".join(part.text for part in parts)
        heads.append(_Cell(text, ": ".join(part.markdown for part in parts)))
    return [heads, *rows[found.heads :]]


def _left_of(rows: list[list[_Cell]], found: Grid, number: int, column: int) -> _Cell:
    while column and found.rows[number][column].is_across:
        column -= 1
    return rows[number][column]


def _cell(place: Place, notes: dict[str, int], findings: Findings, line: int) -> _Cell:
    if not place.is_first or place.cell is None:
        return _Cell("", "")
    texts: list[str] = []
    marked: list[str] = []
    for child in place.cell.elements():
        if child.tag == "table":
            findings.add("nested", child.beginning(), line)
            for row in grid(child).rows:
                inner = [_cell(one, notes, findings, line) for one in row]
                texts.append("; ".join(cell.text for cell in inner if cell.text))
                marked.append("; ".join(cell.markdown for cell in inner if cell.markdown))
        elif child.tag in _PARAGRAPHS:
            some = list(pieces(child))
            texts.append(plain(some))
            bullet = "• " if child.get("class").startswith("bullet") and texts[-1] else ""
            marked.append(bullet + escape_cell(markdown(some, notes, "<br>")))
    return _Cell(" ".join(filter(None, texts)), "<br>".join(filter(None, marked)))
