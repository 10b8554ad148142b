"""Tables of a page: those with figures become Markdown tables, those for layout are dissolved."""

from __future__ import annotations

from newsroom.importing.blocks import Block, BlockKind
from newsroom.importing.markdown import escape, escape_cell
from newsroom.importing.web.tree import Node
from newsroom.text import clean

_MOST_COLUMNS = 30
_LONGEST_CELL = 400


def rows_of(table: Node) -> list[list[Node]]:
    """The cells of each row, nested tables not counted."""
    rows: list[list[Node]] = []
    ahead = [table]
    while ahead:
        node = ahead.pop()
        if node.tag == "tr":
            rows.append([c for c in node.children if isinstance(c, Node) and c.tag in {"td", "th"}])
            continue
        if node is table or node.tag in {"tbody", "thead", "tfoot"}:
            ahead += [child for child in reversed(node.children) if isinstance(child, Node)]
    return [row for row in rows if row]


def is_data(table: Node) -> bool:
    """Whether a table holds data: two rows and columns at least, no picture, no long text."""
    rows = rows_of(table)
    if len(rows) < 2 or not 2 <= max(map(len, rows)) <= _MOST_COLUMNS:
        return False
    inner = list(table.walk())[1:]
    if any(node.tag in {"table", "img", "ul", "ol", "h1", "h2", "h3"} for node in inner):
        return False
    return all(len(cell.text()) <= _LONGEST_CELL for row in rows for cell in row)


def table_block(table: Node, number: int) -> tuple[Block, int]:
    """The table as a block, and how many of its cells were merged ones."""
    merged = 0
    rows: list[list[str]] = []
    for row in rows_of(table):
        cells: list[str] = []
        for cell in row:
            span = _span(cell.attributes.get("colspan", ""))
            merged += span > 1 or _span(cell.attributes.get("rowspan", "")) > 1
            cells += [clean(cell.text()), *[""] * (span - 1)]
        rows.append(cells[:_MOST_COLUMNS])
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(escape_cell(escape(cell)) for cell in row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * width}")
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text, "\n".join(lines), number), merged


def _span(value: str) -> int:
    return (
        min(int(value), _MOST_COLUMNS) if value.isdecimal() and len(value) < 4 and int(value) else 1
    )
