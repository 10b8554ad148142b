"""A table of HTML as a grid of cells, merged cells spread over the places they cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.importing.word.html_tree import Node


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the grid: the cell that covers it, and whether the cell begins here."""

    cell: Node | None
    is_first: bool
    is_across: bool = False
    """Whether it repeats the cell on its left, in the cell's first row."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length."""

    rows: tuple[tuple[Place, ...], ...]
    heads: int
    """Rows on top that head the columns, at least 1."""
    has_merged: bool


def grid(table: Node) -> Grid:
    """The grid of *table*, without tables nested in it."""
    rows = list(_rows(table))
    places: list[dict[int, Place]] = [{} for _ in rows]
    has_merged = False
    for number, (row, _) in enumerate(rows):
        column = 0
        for cell in (child for child in row.elements() if child.tag in {"td", "th"}):
            while column in places[number]:
                column += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            has_merged = has_merged or across > 1 or down > 1
            for below in range(number, min(number + down, len(rows))):
                for beside in range(column, column + across):
                    is_first = below == number and beside == column
                    is_across = below == number and not is_first
                    places[below].setdefault(beside, Place(cell, is_first, is_across))
    width = max((max(row, default=-1) + 1 for row in places), default=0)
    whole = tuple(
        tuple(row.get(column, Place(None, True)) for column in range(width)) for row in places
    )
    declared = sum(1 for _, is_head in rows if is_head)
    return Grid(whole, _heads(declared, rows), has_merged)


def _rows(table: Node) -> Iterator[tuple[Node, bool]]:
    for child in table.elements():
        if child.tag == "tr":
            yield child, False
        elif child.tag in {"thead", "tbody"}:
            for row in child.elements():
                yield row, child.tag == "thead"


def _heads(declared: int, rows: list[tuple[Node, bool]]) -> int:
    """A first row that spans columns beside cells that span rows is a heading of two rows."""
    if declared > 1:
        return min(declared, 3, max(len(rows) - 1, 1))
    spans = (
        [(_span(c, "colspan"), _span(c, "rowspan")) for c in rows[0][0].elements()] if rows else []
    )
    if any(across > 1 for across, _ in spans) and any(down > 1 for _, down in spans):
        return min(max(down for _, down in spans), 3, max(len(rows) - 1, 1))
    return 1


def _span(cell: Node, name: str) -> int:
    text = cell.get(name)
    return int(text) if text.isdecimal() else 1
