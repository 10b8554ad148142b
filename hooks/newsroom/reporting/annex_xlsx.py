"""The annex as an Excel file: the list on one sheet, the totals on those after it."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from newsroom.reporting.cells import (
    GUIDANCE,
    LINKS,
    NUMBER,
    NUMBER_WIDTH,
    TOTAL,
    Column,
    activity_count,
    annex_columns,
    matrix_caption,
)
from newsroom.reporting.excel import (
    HEADING,
    CellLook,
    Value,
    add_line,
    add_row,
    add_sheet,
    new_workbook,
    repeat_header,
    saved,
)
from newsroom.reporting.news_rows import Row
from newsroom.reporting.paper import LANDSCAPE_WIDTH
from newsroom.reporting.report import Matrix, Report
from newsroom.reporting.supplement import ATTENDANCE, DAY, OPINIONS

_BARE = CellLook(is_centred=True, is_bold=True, has_frame=False)
_NOTE = CellLook(is_italic=True, has_frame=False)
_CENTRED, _PLAIN = CellLook(is_centred=True), CellLook()
_UNIT_WIDTH, _SUM_WIDTH = 44.0, 18.0
_ADDRESS_WIDTH = 60.0
"""mm; a sheet is as wide as it needs and printed smaller."""


def annex_xlsx(report: Report) -> bytes:
    """The annex's file; nothing in it is for the editor's eyes only."""
    book = new_workbook(f"Phụ lục – {report.title}")
    _add_list(book, report)
    for matrix in report.matrices:
        _add_matrix(book, report, matrix)
    return saved(book)


def _add_list(book: Workbook, report: Report) -> None:
    columns = annex_columns(report.archive)
    width = len(columns) + 1
    widths = [_ADDRESS_WIDTH if c.title == LINKS else c.width for c in columns]
    sheet = add_sheet(book, "Phụ lục", [NUMBER_WIDTH, *widths])
    add_line(sheet, 1, "Phụ lục", width, _BARE)
    add_line(sheet, 2, report.title, width, _BARE)
    add_line(sheet, 3, GUIDANCE, width, CellLook(True, is_italic=True, has_frame=False))
    add_line(sheet, 4, report.period_line, width, CellLook(True, has_frame=False))
    add_row(sheet, 6, [NUMBER, *(column.title for column in columns)], [HEADING] * width)
    repeat_header(sheet, 6)
    looks = [_CENTRED, *(CellLook(column.is_centred, size=column.size) for column in columns)]
    for number, row in enumerate(report.rows, start=1):
        values = [number, *(_value(column, row) for column in columns)]
        add_row(sheet, 6 + number, values, looks)
    _add_total(sheet, 7 + len(report.rows), report, columns)
    for number, note in enumerate(report.notes):
        add_line(sheet, 9 + len(report.rows) + number, note, width, _NOTE)


def _value(column: Column, row: Row) -> Value:
    typed = {DAY: row.when, ATTENDANCE: row.attendance, OPINIONS: row.opinions}
    return typed[column.title] if column.title in typed else column.text(row)


def _add_total(sheet: Worksheet, number: int, report: Report, columns: tuple[Column, ...]) -> None:
    sums = {ATTENDANCE: report.attendance, OPINIONS: report.opinions}
    values: list[Value] = [None, *(sums.get(column.title) for column in columns)]
    add_row(sheet, number, values, [HEADING] * len(values))
    before = next(i for i, column in enumerate(columns, start=1) if column.title == ATTENDANCE)
    add_line(sheet, number, f"{TOTAL}: {activity_count(len(report.rows))}", before, HEADING)


def _add_matrix(book: Workbook, report: Report, matrix: Matrix) -> None:
    width = len(matrix.columns) + 2
    room = (LANDSCAPE_WIDTH - _UNIT_WIDTH - _SUM_WIDTH) / len(matrix.columns)
    widths = [_UNIT_WIDTH, *[room] * len(matrix.columns), _SUM_WIDTH]
    sheet = add_sheet(book, f"Theo {matrix.axis.label.lower()}", widths)
    add_line(sheet, 1, matrix_caption(matrix.axis), width, _BARE)
    add_line(sheet, 2, report.period_line, width, CellLook(True, has_frame=False))
    head = ["Đơn vị", *(value.label for value in matrix.columns), "Số hoạt động"]
    add_row(sheet, 4, head, [HEADING] * width)
    repeat_header(sheet, 4)
    looks = [_PLAIN, *[_CENTRED] * (width - 1)]
    for number, (name, cells, total) in enumerate(matrix.rows, start=5):
        add_row(sheet, number, [name, *(cell or None for cell in cells), total], looks)
    sums: list[Value] = [TOTAL, *matrix.totals, matrix.total]
    add_row(sheet, 5 + len(matrix.rows), sums, [HEADING] * width)
