"""The skeleton of the report itself: its headings, and under each what the news holds.

Nothing here judges: a sentence is made of what stands in the front matter and the supplement, and
whatever they do not say is a dotted blank.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.table import _Cell

from newsroom.dates import short_date
from newsroom.reporting.cells import activity_count, labels
from newsroom.reporting.news_rows import Row
from newsroom.reporting.paper import PORTRAIT_WIDTH, dots
from newsroom.reporting.report import REORGANISATION_NOTE, Report
from newsroom.reporting.supplement import BASIS, LEAD, LIMITS, RESULT
from newsroom.reporting.word import (
    BOTH,
    CENTRE,
    LEFT,
    Look,
    add_borderless,
    add_dotted_line,
    add_paragraph,
    add_rule,
)
from newsroom.reporting.word_file import new_document, saved

_BODY = Look(BOTH, before=6, first_line=10)
_BLANK = Look(LEFT, before=6, first_line=10)
_HEADING = Look(BOTH, is_bold=True, before=12, first_line=10, keep_with_next=True)
_ISSUER_WIDTH = 70.0
"""mm; the country's name needs the larger part."""


def outline_docx(report: Report) -> bytes:
    """The skeleton's file: A4 portrait, parts placed as Nghị định 30/2020/NĐ-CP, Annex I says."""
    document = new_document(f"Báo cáo {report.archive.title.lower()}", is_landscape=False)
    _add_head(document, report)
    _add_leadership(document, report)
    _add_results(document, report)
    _add_limits(document, report)
    _add_section(document, "IV. PHƯƠNG HƯỚNG, KIẾN NGHỊ")
    _add_blanks(document, 2)
    _add_end(document)
    return saved(document)


def _add_head(document: WordDocument, report: Report) -> None:
    left, right = add_borderless(document, (_ISSUER_WIDTH, PORTRAIT_WIDTH - _ISSUER_WIDTH))
    _add_lines(
        left,
        (dots(12), Look(CENTRE, 12)),
        (report.agency.upper(), Look(CENTRE, 12, is_bold=True)),
        (None, Look(CENTRE, 4)),
        (f"Số: {dots(4)}/BC-{dots(5)}", Look(CENTRE, 13, before=4)),
    )
    _add_lines(
        right,
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(CENTRE, 12, is_bold=True)),
        ("Độc lập - Tự do - Hạnh phúc", Look(CENTRE, 13, is_bold=True)),
        (None, Look(CENTRE, 4)),
        (
            f"{dots(6)}, ngày {dots(2)} tháng {dots(2)} năm {dots(3)}",
            Look(CENTRE, 13, is_italic=True, before=4),
        ),
    )
    add_paragraph(document, "BÁO CÁO", Look(CENTRE, is_bold=True, before=24))
    title = f"Kết quả {report.archive.title[:1].lower()}{report.archive.title[1:]}"
    add_paragraph(document, title, Look(CENTRE, is_bold=True))
    add_paragraph(document, report.period_line, Look(CENTRE, is_bold=True))
    add_rule(add_paragraph(document, "", Look(CENTRE, 4)), 60)
    add_paragraph(document, f"Kính gửi: {dots(20)}", Look(CENTRE, before=12, after=6))


def _add_lines(cell: _Cell, *lines: tuple[str | None, Look]) -> None:
    """Lines of one half of the head; None is a rule as long as half the line above it."""
    for text, look in lines:
        paragraph = add_paragraph(cell, text or "", look)
        if text is None:
            add_rule(paragraph, 22)
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _add_section(document: WordDocument, title: str) -> None:
    add_paragraph(document, title, _HEADING, style="Heading 1")


def _add_blanks(document: WordDocument, count: int) -> None:
    for _ in range(count):
        add_dotted_line(document, _BLANK, PORTRAIT_WIDTH)


def _add_leadership(document: WordDocument, report: Report) -> None:
    _add_section(document, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
    if report.period.crosses_reorganisation:
        add_paragraph(document, f"Ghi chú khi soạn: {REORGANISATION_NOTE}", _BODY)
    bases = dict.fromkeys(
        line.rstrip(";") for row in report.rows for line in row.texts.get(BASIS, "").splitlines()
    )
    if bases:
        add_paragraph(document, "Văn bản làm căn cứ của các hoạt động trong kỳ:", _BODY)
    for basis in bases:
        add_paragraph(document, f"- {basis}.", _BODY)
    _add_blanks(document, 2)


def _add_results(document: WordDocument, report: Report) -> None:
    _add_section(document, "II. KẾT QUẢ THỰC HIỆN")
    text = f"Trong kỳ có {activity_count(len(report.rows))} được ghi nhận (danh mục tại Phụ lục)."
    add_paragraph(document, text, _BODY)
    if not report.archive.axes:
        _add_value(document, report, "1. Các hoạt động", list(report.rows))
        return
    axis = report.archive.axes[0]
    for number, value in enumerate(axis.values, start=1):
        rows = [
            row for row in report.rows if row.values(report.archive.id, axis.key)[:1] == (value.id,)
        ]
        _add_value(document, report, f"{number}. {value.label}", rows)
    rest = [row for row in report.rows if not row.classification.get(axis.key)]
    if rest:
        title = f"{len(axis.values) + 1}. Hoạt động chưa phân loại {axis.label.lower()}"
        _add_value(document, report, title, rest)


def _add_value(document: WordDocument, report: Report, title: str, rows: list[Row]) -> None:
    add_paragraph(document, title, _HEADING, style="Heading 2")
    for row in rows:
        add_paragraph(document, _sentence(report, row), _BODY)
    _add_blanks(document, 1)


def _sentence(report: Report, row: Row) -> str:
    """``- Ngày 05/3/2025, Phòng 2: …``: what is known of the activity, blanks for the rest."""
    main, *others = report.archive.axes
    who, what = row.unit_names or dots(4), row.headline or dots(4)
    parts = [f"- Ngày {short_date(row.when)}, {who}: {what}"]
    parts += [f"{axis.label.lower()}: {'; '.join(labels(axis, row)) or dots(4)}" for axis in others]
    if also := labels(main, row)[1:]:
        parts.append(f"cũng thuộc {main.label.lower()}: {'; '.join(also)}")
    parts.append(f"căn cứ: {_one_line(row.texts.get(BASIS, dots(4)))}")
    parts.append(f"người chủ trì: {_one_line(row.texts.get(LEAD, dots(4)))}")
    parts.append(f"kết quả: {_one_line(row.texts.get(RESULT, dots(4)))}")
    parts.append(f"số người dự: {dots(3) if row.attendance is None else row.attendance}")
    parts.append(f"số ý kiến: {dots(3) if row.opinions is None else row.opinions}")
    return "; ".join(parts) + "."


def _one_line(text: str) -> str:
    return "; ".join(line.rstrip(" ;.") for line in text.splitlines())


def _add_limits(document: WordDocument, report: Report) -> None:
    _add_section(document, "III. HẠN CHẾ, VƯỚNG MẮC")
    for row in report.rows:
        if limits := row.texts.get(LIMITS):
            where = f"{row.unit_names or dots(5)} (ngày {short_date(row.when)})"
            add_paragraph(document, f"- {where}: {_one_line(limits)}.", _BODY)
    _add_blanks(document, 2)


def _add_end(document: WordDocument) -> None:
    add_paragraph(document, "", Look())
    left, right = add_borderless(document, (PORTRAIT_WIDTH / 2, PORTRAIT_WIDTH / 2))
    small = Look(LEFT, 11)
    _add_lines(
        left,
        ("Nơi nhận:", Look(LEFT, 12, is_bold=True, is_italic=True)),
        *_repeated((f"- {dots(8)};", small), 2),
        (f"- Lưu: VT, {dots(3)}.", small),
    )
    _add_lines(
        right,
        (dots(8), Look(CENTRE, is_bold=True)),
        *_repeated(("", Look(CENTRE)), 4),
        (dots(10), Look(CENTRE, is_bold=True)),
    )


def _repeated(line: tuple[str, Look], count: int) -> Iterable[tuple[str, Look]]:
    return (line for _ in range(count))
