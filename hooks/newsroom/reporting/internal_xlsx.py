"""What only the person who files the report sees, in a file of its own: never part of the annex."""

from __future__ import annotations

from openpyxl import Workbook

from newsroom.documents import reference_to
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
from newsroom.reporting.news_rows import document_words
from newsroom.reporting.report import Gap, Report

_WARNING = "Dùng nội bộ khi soạn báo cáo; không gửi kèm báo cáo, không đăng lên Trang."
_EXPLANATION = (
    "Chưa có tin, bài không có nghĩa là đơn vị chưa thực hiện. Phạm vi đọc theo tên đơn vị vào ngày"
    " ban hành kế hoạch; tin, bài của đơn vị kế tục được tính cho đơn vị trước đó."
)
_BARE = CellLook(is_centred=True, is_bold=True, has_frame=False)
_NOTE = CellLook(is_italic=True, has_frame=False)


def internal_xlsx(report: Report) -> bytes:
    """Units in the plans' scope without news, and what in the supplement needs a look."""
    book = new_workbook("Ghi chú nội bộ khi soạn báo cáo")
    gaps = [_gap(number, gap) for number, gap in enumerate(report.gaps, start=1)]
    _add(
        book,
        "Chưa có tin, bài",
        ("Đơn vị trong phạm vi kế hoạch chưa có tin, bài trên Trang", report.period_line),
        _EXPLANATION,
        {"STT": 12, "Kế hoạch": 70, "Đơn vị": 70, "Đơn vị kế tục": 70, "Tin, bài trước kỳ": 30},
        gaps,
    )
    remarks: list[list[Value]] = [
        [number, remark.subject, remark.line, remark.text]
        for number, remark in enumerate(report.remarks, start=1)
    ]
    _add(
        book,
        "Cần xem lại",
        ("Những điểm cần xem lại trong tệp bổ sung", report.period_line),
        "Số dòng là dòng của tệp bổ sung.",
        {"STT": 12, "Mã hoạt động": 60, "Dòng": 14, "Nội dung": 166},
        remarks,
    )
    return saved(book)


def _gap(number: int, gap: Gap) -> list[Value]:
    plan = document_words(reference_to(gap.plan))
    had = "có" if gap.had_news_before else "không"
    return [number, plan, gap.unit.text, "; ".join(gap.heirs), had]


def _add(
    book: Workbook,
    name: str,
    titles: tuple[str, str],
    explanation: str,
    columns: dict[str, int],
    rows: list[list[Value]],
) -> None:
    width = len(columns)
    sheet = add_sheet(book, name, list(columns.values()))
    add_line(sheet, 1, titles[0], width, _BARE)
    add_line(sheet, 2, titles[1], width, CellLook(True, has_frame=False))
    add_line(sheet, 3, _WARNING, width, _BARE)
    add_line(sheet, 4, explanation, width, _NOTE)
    add_row(sheet, 6, list(columns), [HEADING] * width)
    repeat_header(sheet, 6)
    looks = [CellLook(is_centred=True), *[CellLook()] * (width - 1)]
    for number, row in enumerate(rows, start=7):
        add_row(sheet, number, row, looks)
    if not rows:
        add_line(sheet, 7, "Không có.", width, _NOTE)
