"""The few things our Excel files are made of; every text is stored as text, never as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import (
    HeaderFooter,
    HeaderFooterItem,
    _HeaderFooterPart,
)
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from newsroom.reporting.package import printable, repacked
from newsroom.reporting.paper import FONT, LANDSCAPE, TABLE_SIZE

Value = str | int | date | None
_MM_PER_INCH = 25.4
_MM_PER_CHARACTER = 1.85
"""Excel's unit of a column's width: one digit of the workbook's default font."""
_MM_PER_LETTER, _LINE_HEIGHT = 2.05, 17.0
"""Of the table's font, the letter with room to spare (mm) and the line in points."""
_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PAGE_NUMBER = _HeaderFooterPart("&P", f"{FONT},Regular", TABLE_SIZE)
_MOST_POINTS = 409
"""The highest a row of Excel may be."""
_MOST_LETTERS = 32_767
"""What one cell of Excel holds."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is set."""

    is_centred: bool = False
    is_bold: bool = False
    is_italic: bool = False
    has_frame: bool = True
    size: float = TABLE_SIZE


HEADING = CellLook(is_centred=True, is_bold=True)


def new_workbook(title: str) -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = title
    book.properties.creator = ""
    book.properties.language = "vi-VN"
    return book


def saved(book: Workbook) -> bytes:
    """The file's bytes, the same for the same content."""
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def add_sheet(book: Workbook, title: str, widths: Sequence[float]) -> Worksheet:
    """A sheet printed on A4 landscape, as wide as the page; *widths* of its columns in mm."""
    sheet: Worksheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width / _MM_PER_CHARACTER
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.top, margins.bottom = LANDSCAPE.top / _MM_PER_INCH, LANDSCAPE.bottom / _MM_PER_INCH
    margins.left, margins.right = LANDSCAPE.left / _MM_PER_INCH, LANDSCAPE.right / _MM_PER_INCH
    margins.header = margins.top / 2
    sheet.HeaderFooter = HeaderFooter(
        differentFirst=True, oddHeader=HeaderFooterItem(center=_PAGE_NUMBER)
    )
    return sheet


def repeat_header(sheet: Worksheet, row: int) -> None:
    """Print row *row* on every page, and keep it in sight on the screen."""
    sheet.print_title_rows = f"{row}:{row}"
    sheet.freeze_panes = f"A{row + 1}"


def add_line(sheet: Worksheet, row: int, text: str, columns: int, look: CellLook) -> None:
    """A line of text across the first *columns* columns."""
    _make_room(sheet, row, [(text, sum(_width(sheet, c) for c in range(1, columns + 1)))])
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    put(sheet, row, 1, text, look)


def add_row(sheet: Worksheet, row: int, values: Sequence[Value], looks: Sequence[CellLook]) -> None:
    """A row of the table, from the first column on."""
    widths = [
        _width(sheet, column) * TABLE_SIZE / look.size for column, look in enumerate(looks, start=1)
    ]
    _make_room(sheet, row, [(str(v or ""), w) for v, w in zip(values, widths, strict=True)])
    for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
        put(sheet, row, column, value, look)


def put(sheet: Worksheet, row: int, column: int, value: Value, look: CellLook) -> None:
    """One cell: a text is a text whatever it begins with, a number a number, a day a day."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        return
    if isinstance(value, str):
        _put_text(cell, value)
    elif value is not None:
        cell.value = value
    if isinstance(value, date):
        # the style of short_date: a leading zero for the months 1 and 2 only
        cell.number_format = "dd/mm/yyyy" if value.month <= 2 else "dd/m/yyyy"
    cell.font = Font(name=FONT, size=look.size, bold=look.is_bold, italic=look.is_italic)
    cell.alignment = Alignment(
        horizontal="center" if look.is_centred else "left", vertical="top", wrap_text=True
    )
    if look.has_frame:
        cell.border = _FRAME


def _width(sheet: Worksheet, column: int) -> float:
    width = sheet.column_dimensions[get_column_letter(column)].width
    return float(width) * _MM_PER_CHARACTER


def _make_room(sheet: Worksheet, row: int, cells: Sequence[tuple[str, float]]) -> None:
    """Make *row* high enough for its texts, each in a width of mm: not every program does."""
    lines = max(
        sum(_lines(part, width) for part in text.splitlines() or [""]) for text, width in cells
    )
    sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT + 2, _MOST_POINTS)


def _lines(text: str, width: float) -> int:
    """How many lines *text* takes, broken between words, after hyphens, else anywhere."""
    room = max(int(width / _MM_PER_LETTER), 1)
    lines, used = 1, 0
    for word in re.findall(r"[^\s-]+-?|-", text):
        length = len(word) + 1
        if used and used + length > room + 1:
            lines, used = lines + 1, 0
        lines += (length - 1) // (room + 1)
        used += length
    return lines


def _put_text(cell: Cell, text: str) -> None:
    if not text:
        return
    cell.value = printable(text)[:_MOST_LETTERS]
    cell.data_type = "s"
    cell.quotePrefix = True  # it stays a text when someone edits it
