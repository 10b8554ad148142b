"""The annex as an Excel file: the list on one sheet, the totals on the next."""

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
    put,
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


def annex_xlsx(report: Report) -> bytes:
    """The annex's file; nothing in it is for the editor's eyes only."""
    book = new_workbook(f"Phụ lục – {report.title}")
    _add_list(book, report)
    _add_totals(book, report)
    return saved(book)


def _add_list(book: Workbook, report: Report) -> None:
    columns = annex_columns(report.archive)
    width = len(columns) + 1
    sheet = add_sheet(book, "Phụ lục", [NUMBER_WIDTH, *(column.width for column in columns)])
    add_line(sheet, 1, "Phụ lục", width, _BARE)
    add_line(sheet, 2, report.title, width, _BARE)
    add_line(sheet, 3, GUIDANCE, width, CellLook(True, is_italic=True, has_frame=False))
    add_line(sheet, 4, report.period_line, width, CellLook(True, has_frame=False))
    add_row(sheet, 6, [NUMBER, *(column.title for column in columns)], [HEADING] * width)
    repeat_header(sheet, 6)
    looks = [_CENTRED, *(_CENTRED if column.is_centred else _PLAIN for column in columns)]
    for number, row in enumerate(report.rows, start=1):
        values = [number, *(_value(column, row) for column in columns)]
        add_row(sheet, 6 + number, values, looks)
        _link(sheet, 6 + number, row, columns)
    _add_total(sheet, 7 + len(report.rows), report, columns)
    for number, note in enumerate(report.notes):
        add_line(sheet, 9 + len(report.rows) + number, note, width, _NOTE)


def _value(column: Column, row: Row) -> Value:
    typed = {DAY: row.when, ATTENDANCE: row.attendance, OPINIONS: row.opinions}
    return typed[column.title] if column.title in typed else column.text(row)


def _link(sheet: Worksheet, number: int, row: Row, columns: tuple[Column, ...]) -> None:
    """Make the address one to click on, where it is whole and the only one."""
    if len(row.links) == 1 and row.links[0].startswith(("https://", "http://")):
        place = next(i for i, column in enumerate(columns, start=2) if column.title == LINKS)
        sheet.cell(number, place).hyperlink = row.links[0]


def _add_total(sheet: Worksheet, number: int, report: Report, columns: tuple[Column, ...]) -> None:
    sums = {ATTENDANCE: report.attendance, OPINIONS: report.opinions}
    values: list[Value] = [None, *(sums.get(column.title) for column in columns)]
    add_row(sheet, number, values, [HEADING] * len(values))
    before = next(i for i, column in enumerate(columns, start=1) if column.title == ATTENDANCE)
    add_line(sheet, number, f"{TOTAL}: {activity_count(len(report.rows))}", before, HEADING)


def _add_totals(book: Workbook, report: Report) -> None:
    most = max(len(matrix.columns) for matrix in report.matrices)
    room = (LANDSCAPE_WIDTH - _UNIT_WIDTH - _SUM_WIDTH) / most
    sheet = add_sheet(book, "Tổng hợp", [_UNIT_WIDTH, *[room] * most, _SUM_WIDTH])
    add_line(sheet, 1, report.period_line, most + 2, CellLook(True, has_frame=False))
    line = 3
    for matrix in report.matrices:
        line = _add_matrix(sheet, line, matrix)


def _add_matrix(sheet: Worksheet, line: int, matrix: Matrix) -> int:
    """Add the table from row *line* on; returns the row where the next may begin."""
    width = len(matrix.columns) + 2
    add_line(sheet, line, matrix_caption(matrix.axis), width, _BARE)
    head = ["Đơn vị", *(value.label for value in matrix.columns), "Số hoạt động"]
    add_row(sheet, line + 1, head, [HEADING] * width)
    looks = [_PLAIN, *[_CENTRED] * (width - 1)]
    for number, (name, cells, total) in enumerate(matrix.rows, start=line + 2):
        add_row(sheet, number, [name, *(cell or None for cell in cells), total], looks)
    last = line + 2 + len(matrix.rows)
    put(sheet, last, 1, TOTAL, CellLook(is_bold=True))
    for column, number in enumerate((*matrix.totals, matrix.total), start=2):
        put(sheet, last, column, number, HEADING)
    return last + 2
