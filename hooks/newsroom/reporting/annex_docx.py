"""The annex as a Word file, as it is filed: A4 landscape, the list, the totals."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.table import Table

from newsroom.reporting.cells import (
    GUIDANCE,
    NUMBER,
    NUMBER_WIDTH,
    TOTAL,
    activity_count,
    annex_columns,
    matrix_caption,
    total_text,
)
from newsroom.reporting.paper import LANDSCAPE_WIDTH, TABLE_SIZE
from newsroom.reporting.report import Matrix, Report
from newsroom.reporting.supplement import ATTENDANCE
from newsroom.reporting.word import (
    BOTH,
    CENTRE,
    LEFT,
    Look,
    add_paragraph,
    add_rows,
    add_table,
    join_cells,
)
from newsroom.reporting.word_file import new_document, saved

_UNIT_WIDTH, _SUM_WIDTH = 44.0, 18.0
"""mm, in the tables of totals."""


def annex_docx(report: Report) -> bytes:
    """The annex's file. Headings as Nghị định 30/2020/NĐ-CP, Annex I, III.1 sets them."""
    document = new_document(f"Phụ lục – {report.title}", is_landscape=True)
    for text, look in (
        ("Phụ lục", Look(CENTRE, is_bold=True)),
        (report.title, Look(CENTRE, is_bold=True)),
        (GUIDANCE, Look(CENTRE, is_italic=True)),
        (report.period_line, Look(CENTRE, before=6, after=12)),
    ):
        add_paragraph(document, text, look)
    _add_list(document, report)
    for matrix in report.matrices:
        _add_matrix(document, matrix)
    for number, note in enumerate(report.notes):
        look = Look(BOTH, TABLE_SIZE, is_italic=True, before=12 if not number else 3)
        add_paragraph(document, f"Ghi chú: {note}" if not number else note, look)
    return saved(document)


def _add_list(document: WordDocument, report: Report) -> None:
    columns = annex_columns(report.archive)
    titles = [NUMBER, *(column.title for column in columns)]
    table = add_table(document, titles, [NUMBER_WIDTH, *(column.width for column in columns)])
    looks = [Look(CENTRE, TABLE_SIZE)]
    looks += [Look(CENTRE if c.is_centred else LEFT, c.size) for c in columns]
    rows = (
        [str(number), *(column.text(row) for column in columns)]
        for number, row in enumerate(report.rows, start=1)
    )
    add_rows(table, rows, looks)
    _add_total(table, report)


def _add_total(table: Table, report: Report) -> None:
    """The totals row: the sums below their columns, before them how many activities there are."""
    titles = [NUMBER, *(column.title for column in annex_columns(report.archive))]
    look = Look(CENTRE, TABLE_SIZE, is_bold=True)
    add_rows(table, [[total_text(report, title) for title in titles]], [look] * len(titles))
    words = f"{TOTAL}: {activity_count(len(report.rows))}"
    join_cells(table, titles.index(ATTENDANCE), words, look)


def _add_matrix(document: WordDocument, matrix: Matrix) -> None:
    if not matrix.rows:
        return
    caption = Look(CENTRE, is_bold=True, before=18, after=6, keep_with_next=True)
    add_paragraph(document, matrix_caption(matrix.axis), caption)
    room = (LANDSCAPE_WIDTH - _UNIT_WIDTH - _SUM_WIDTH) / len(matrix.columns)
    titles = ["Đơn vị", *(value.label for value in matrix.columns), "Số hoạt động"]
    widths = [_UNIT_WIDTH, *[room] * len(matrix.columns), _SUM_WIDTH]
    table = add_table(document, titles, widths)
    looks = [Look(LEFT, TABLE_SIZE), *[Look(CENTRE, TABLE_SIZE)] * (len(matrix.columns) + 1)]
    shown = [
        [name, *(str(cell) if cell else "" for cell in cells), str(total)]
        for name, cells, total in matrix.rows
    ]
    add_rows(table, shown, looks)
    strong = [Look(look.align, look.size, is_bold=True) for look in looks]
    add_rows(table, [[TOTAL, *map(str, matrix.totals), str(matrix.total)]], strong)
