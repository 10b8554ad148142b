"""The few things our Excel files are made of; every text is stored as text, never as a formula."""

from __future__ import annotations

import io
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
_MM_PER_CHARACTER = 2.35
"""Width of a column's unit, one digit, in the table's font."""
_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PAGE_NUMBER = _HeaderFooterPart("&P", f"{FONT},Regular", TABLE_SIZE)
_MOST_LETTERS = 32_767
"""What one cell of Excel holds."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is set."""

    is_centred: bool = False
    is_bold: bool = False
    is_italic: bool = False
    has_frame: bool = True


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
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    put(sheet, row, 1, text, look)


def add_row(sheet: Worksheet, row: int, values: Sequence[Value], looks: Sequence[CellLook]) -> None:
    """A row of the table, from the first column on."""
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
    cell.font = Font(name=FONT, size=TABLE_SIZE, bold=look.is_bold, italic=look.is_italic)
    cell.alignment = Alignment(
        horizontal="center" if look.is_centred else "left", vertical="top", wrap_text=True
    )
    if look.has_frame:
        cell.border = _FRAME


def _put_text(cell: Cell, text: str) -> None:
    if not text:
        return
    cell.value = printable(text)[:_MOST_LETTERS]
    cell.data_type = "s"
    cell.quotePrefix = True  # it stays a text when someone edits it
