"""What an import says to the writer: understood, doubtful, left out, slips, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsroom.importing.blocks import Remark
from newsroom.importing.importing import Imported
from newsroom.importing.understanding.model import Finding
from newsroom.schema import FIELD_NAMES

_LABELS = {
    "date": "ngày đăng",
    "lead": "đoạn mở đầu",
    "caption": "chú thích ảnh",
    "credit": "người chụp",
    "cited": "văn bản được nhắc",
    "documents": "văn bản viện dẫn",
}
_SHOWN = 110


def report_lines(imported: Imported, target: str, *, dry_run: bool) -> Iterator[str]:
    """The report in Vietnamese, line by line; *target* is the file as the writer may open it."""
    article = imported.article
    head = "sẽ thành" if dry_run else "→"
    yield f"{article.source} {head} {target} (bản nháp)"
    yield "  Đã hiểu:"
    for one in article.findings:
        yield f"    {_label(one.field)}: {_short(one.value)}{_evidence(one)}"
    yield from _section(
        "  Cần xem lại:", [*_doubtful(article.findings), *_remarks(imported, "doubtful")]
    )
    yield from _section("  Không đưa vào bài:", list(_remarks(imported, "left-out")))
    slips = [
        f"dòng {slip.line} của bài: {slip.message} {slip.hint}" for slip in imported.written.slips
    ]
    yield from _section("  Có thể là lỗi gõ (giữ nguyên, không tự sửa):", slips)
    yield from _section("  Ghi chú:", list(_remarks(imported, "note")))
    yield from _section("  Việc còn lại:", list(_to_do(imported, target)))


def as_dict(imported: Imported, target: str, *, written: bool) -> dict[str, Any]:
    """The same for programs: one object a file."""
    article = imported.article
    return {
        "source": article.source,
        "target": target,
        "written": written,
        "fields": [
            {
                "field": one.field,
                "value": one.value,
                "words": one.words,
                "line": one.line,
                "doubt": one.doubt or None,
                "others": list(one.others),
            }
            for one in article.findings
        ],
        "suggestions": [
            {"axis": one.axis, "value": one.value, "words": one.words}
            for one in article.suggestions
        ],
        "remarks": [
            {"kind": r.kind, "message": r.message, "line": r.line, "readings": list(r.readings)}
            for r in imported.remarks
        ],
        "slips": [
            {"line": s.line, "code": s.code, "message": s.message} for s in imported.written.slips
        ],
        "pictures": [picture.name for picture in imported.pictures],
        "missing_pictures": list(imported.missing_pictures),
        "pictures_without_alt": list(imported.without_alt),
    }


def _section(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield heading
        yield from (f"    - {line}" for line in lines)


def _label(field: str) -> str:
    return _LABELS.get(field) or FIELD_NAMES.get(field, field)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _evidence(one: Finding) -> str:
    place = f"dòng {one.line}" if one.line else ""
    words = "" if one.words.startswith(one.value) else f"“{_short(one.words)}”"
    inside = ", ".join(part for part in (words, place) if part)
    return f" ({inside})" if inside else ""


def _doubtful(findings: tuple[Finding, ...]) -> Iterator[str]:
    for one in findings:
        if one.doubt or one.others:
            place = f"dòng {one.line}: " if one.line else ""
            others = f" Cách hiểu khác: {'; '.join(one.others)}." if one.others else ""
            why = f": {one.doubt}." if one.doubt else "."
            yield f"{place}{_label(one.field)} “{_short(one.value)}”{why}{others}"


def _remarks(imported: Imported, kind: str) -> Iterator[str]:
    for one in imported.remarks:
        if one.kind == kind:
            yield _remark(one)


def _remark(one: Remark) -> str:
    place = f"dòng {one.line}: " if one.line else ""
    if len(one.readings) < 2:
        return f"{place}{one.message}"
    return f"{place}{one.message} Đã hiểu: {one.readings[0]} Cách khác: {one.readings[1]}"


def _to_do(imported: Imported, target: str) -> Iterator[str]:
    article = imported.article
    for name in imported.missing_pictures:
        yield f"đặt ảnh còn thiếu vào cạnh bài với tên {name}, hoặc xóa dòng có tên ảnh này"
    if imported.without_alt:
        yield (
            "viết mô tả cho ảnh vào giữa hai dấu ngoặc vuông ![…] của"
            f" {', '.join(imported.without_alt)}"
        )
    if article.suggestions:
        yield "xem gợi ý phân loại dân chủ ở đầu tệp; đúng thì xóa dấu # ở đầu dòng"
    yield f"mở {target} bằng Notepad, đọc lại, sửa những chỗ ghi ở trên"
    yield "chạy scripts/check.py; khi bài được duyệt thì xóa dòng “draft: true”"
