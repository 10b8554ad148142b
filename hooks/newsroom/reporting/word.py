"""Paragraphs, tables and lines of our Word files."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from newsroom.reporting.package import printable
from newsroom.reporting.paper import BODY_SIZE, TABLE_SIZE

LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_CELL_MARGIN = 57
"""1 mm in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; sizes and spaces in points, indents in mm."""

    align: WD_ALIGN_PARAGRAPH = LEFT
    size: float = BODY_SIZE
    is_bold: bool = False
    is_italic: bool = False
    before: float = 0
    after: float = 0
    first_line: float = 0
    keep_with_next: bool = False


def add_paragraph(
    place: WordDocument | _Cell, text: str, look: Look = Look(), style: str | None = None
) -> Paragraph:
    """A paragraph; line ends in *text* become line breaks."""
    paragraph = place.add_paragraph(style=style)
    lay_out(paragraph, look)
    add_run(paragraph, text, look)
    return paragraph


def set_cell(cell: _Cell, text: str, look: Look) -> None:
    """Fill the one paragraph of a fresh cell."""
    paragraph = cell.paragraphs[0]
    lay_out(paragraph, look)
    add_run(paragraph, text, look)


def add_run(paragraph: Paragraph, text: str, look: Look) -> Run:
    """A stretch of text in *paragraph*."""
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(look.size)
    run.bold = look.is_bold
    run.italic = look.is_italic
    return run


def add_table(
    document: WordDocument, header: Sequence[str], widths: Sequence[float], size: float = TABLE_SIZE
) -> Table:
    """A bordered table of fixed *widths* (mm) whose first row repeats on every page."""
    table: Table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fix_layout(table, widths)
    head = table.rows[0]
    properties = head._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))
    look = Look(CENTRE, size, is_bold=True)
    for cell, title, width in zip(head.cells, header, widths, strict=True):
        cell.width = Mm(width)
        set_cell(cell, title, look)
        _centre_upright(cell)
    return table


def add_rows(table: Table, rows: Iterable[Sequence[str]], looks: Sequence[Look]) -> None:
    """Rows below the header, none of them split across pages; a look for each column."""
    pattern = _plain_row(table, looks)
    body = table._tbl
    for texts in rows:
        row = copy.deepcopy(pattern)
        body.append(row)
        for cell, text, look in zip(row.tc_lst, texts, looks, strict=True):
            add_run(Paragraph(cell.p_lst[0], table), text, look)


def _plain_row(table: Table, looks: Sequence[Look]) -> BaseOxmlElement:
    """A row without text, to be copied: python-docx looks up each cell of a table anew."""
    row = copy.deepcopy(table.rows[0]._tr)
    for mark in row.findall(f".//{qn('w:tblHeader')}") + row.findall(f".//{qn('w:vAlign')}"):
        mark.getparent().remove(mark)
    for cell, look in zip(row.tc_lst, looks, strict=True):
        paragraph = Paragraph(cell.p_lst[0], table)
        for run in paragraph.runs:
            paragraph._p.remove(run._r)
        lay_out(paragraph, look)
    return row


def join_cells(table: Table, count: int, text: str, look: Look) -> None:
    """Make the first *count* cells of the last row one, with *text*."""
    cells = table.rows[-1].cells
    joined = cells[0].merge(cells[count - 1])
    for paragraph in joined.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    set_cell(joined, text, look)


def add_borderless(document: WordDocument, widths: Sequence[float]) -> tuple[_Cell, ...]:
    """The cells of a table of one row that only sets things side by side."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    _fix_layout(table, widths)
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
    return tuple(table.rows[0].cells)


def add_dotted_line(document: WordDocument, look: Look, width: float) -> None:
    """A line of dots over the whole *width* (mm), for what is written in by hand."""
    paragraph = add_paragraph(document, "\t", look)
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def add_rule(paragraph: Paragraph, indent: float) -> None:
    """A line below *paragraph*, *indent* mm short on both sides."""
    paragraph.paragraph_format.left_indent = Mm(indent)
    paragraph.paragraph_format.right_indent = Mm(indent)
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="6", space="1", color="000000"))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def lay_out(paragraph: Paragraph, look: Look) -> None:
    """Set *paragraph*, not its letters, as *look* says."""
    form = paragraph.paragraph_format
    form.alignment = look.align
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    if look.first_line:
        form.first_line_indent = Mm(look.first_line)
    if look.keep_with_next:
        form.keep_with_next = True


def _fix_layout(table: Table, widths: Sequence[float]) -> None:
    table.autofit = False
    properties = table._tbl.tblPr
    width = properties.find(qn("w:tblW"))
    if width is None:
        width = OxmlElement("w:tblW")
        properties.append(width)
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(round(sum(widths) * 1440 / 25.4)))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=str(_CELL_MARGIN), type="dxa"))
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)
    for column, mm in zip(table.columns, widths, strict=True):
        column.width = Mm(mm)


def _centre_upright(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:vAlign", val="center"))


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML, its attributes in the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
