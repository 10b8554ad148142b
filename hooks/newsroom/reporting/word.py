"""The few things our Word files are made of, set as administrative documents are."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from newsroom.reporting.package import printable, repacked
from newsroom.reporting.paper import (
    BODY_SIZE,
    FONT,
    LANDSCAPE,
    LONG_SIDE,
    PORTRAIT,
    SHORT_SIDE,
    TABLE_SIZE,
)

LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_FONT_KINDS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
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


def new_document(title: str, *, is_landscape: bool) -> WordDocument:
    """An empty A4 document: font, margins, page numbers from page 2, Vietnamese for spelling."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(BODY_SIZE)
    _set_font(normal.element.get_or_add_rPr())
    normal.paragraph_format.space_after = Pt(0)
    for name in ("Heading 1", "Heading 2"):
        _set_heading(document, name)
    _set_page(document, is_landscape)
    _forget_the_template(document)
    document.core_properties.title = title
    document.core_properties.language = "vi-VN"
    return document


def saved(document: WordDocument) -> bytes:
    """The file's bytes, the same for the same content."""
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def add_paragraph(
    place: WordDocument | _Cell, text: str, look: Look = Look(), style: str | None = None
) -> Paragraph:
    """A paragraph; line ends in *text* become line breaks."""
    paragraph = place.add_paragraph(style=style)
    _lay_out(paragraph, look)
    add_run(paragraph, text, look)
    return paragraph


def set_cell(cell: _Cell, text: str, look: Look) -> None:
    """Fill the one paragraph of a fresh cell."""
    paragraph = cell.paragraphs[0]
    _lay_out(paragraph, look)
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
        _lay_out(paragraph, look)
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
    borders.append(_element("w:bottom", val="single", sz="6", space="1", color="000000"))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _lay_out(paragraph: Paragraph, look: Look) -> None:
    form = paragraph.paragraph_format
    form.alignment = look.align
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    if look.first_line:
        form.first_line_indent = Mm(look.first_line)
    if look.keep_with_next:
        form.keep_with_next = True


def _set_page(document: WordDocument, is_landscape: bool) -> None:
    section = document.sections[0]
    margins = LANDSCAPE if is_landscape else PORTRAIT
    width, height = (LONG_SIDE, SHORT_SIDE) if is_landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(margins.top / 2)
    section.footer_distance = Mm(margins.bottom / 2)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    _lay_out(number, Look(CENTRE))
    for part in (
        _element("w:fldChar", fldCharType="begin"),
        _instruction("PAGE"),
        _element("w:fldChar", fldCharType="separate"),
        "2",
        _element("w:fldChar", fldCharType="end"),
    ):
        run = add_run(number, part if isinstance(part, str) else "", Look())
        if not isinstance(part, str):
            run._r.append(part)


def _instruction(text: str) -> BaseOxmlElement:
    element = OxmlElement("w:instrText")
    element.text = text
    return element


def _forget_the_template(document: WordDocument) -> None:
    """Drop what python-docx' own template brings: author, comment, picture, old Word's layout."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        settings.append(compat)
    mode = _element("w:compatSetting", name="compatibilityMode", val="15")
    mode.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
    compat.append(mode)


def _set_font(properties: BaseOxmlElement) -> None:
    """One font for every script, so that no letter with a mark falls back to another."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for kind in _FONT_KINDS:
        fonts.set(qn(kind), FONT)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    for kind in ("w:val", "w:eastAsia"):
        language.set(qn(kind), "vi-VN")


def _set_heading(document: WordDocument, name: str) -> None:
    """A heading for Word's navigation that looks like the text around it."""
    style = document.styles[name]
    _set_font(style.element.get_or_add_rPr())
    style.font.color.rgb = RGBColor(0, 0, 0)


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
        margins.append(_element(f"w:{side}", w=str(_CELL_MARGIN), type="dxa"))
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)
    for column, mm in zip(table.columns, widths, strict=True):
        column.width = Mm(mm)


def _centre_upright(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:vAlign", val="center"))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
