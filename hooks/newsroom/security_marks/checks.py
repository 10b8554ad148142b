"""Which files of the docs folder carry a mark and stay at home, and which pages must not go out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from newsroom.problems import Problem, problem
from newsroom.schema import AnyMeta, ArticleMeta, DocumentMeta
from newsroom.security_marks.in_names import mark_in_name
from newsroom.security_marks.in_texts import mark_in_title, marks_in_body
from newsroom.security_marks.marks import Mark
from newsroom.security_marks.pdf_files import Finding, look_through
from newsroom.source import Source

_STATE_SECRET_HINT = (
    "Đưa ngay tệp ra khỏi thư mục bài viết và báo người phụ trách bảo vệ bí mật nhà nước; kho bài"
    " còn giữ bản cũ trong lịch sử. Tên tệp trùng chữ mà không phải dấu mật thì đổi tên tệp."
)


def refused_files(
    root: Path, paths: Iterable[str], internal: Collection[str], cache: Path | None = None
) -> tuple[frozenset[str], list[Problem]]:
    """Which of the files *paths* below *root* may not go out, and what to say of each.

    *internal* are files of documents that are not public. They stay at home anyway, so the mark
    "lưu hành nội bộ" on them is as it should be; a state secret is not, wherever it lies.
    """
    refused: set[str] = set()
    problems: list[Problem] = []
    ordered = sorted(paths)
    pdfs = {path: root / path for path in ordered if path.lower().endswith(".pdf")}
    findings = look_through(pdfs.values(), cache)
    for path in ordered:
        finding = findings[pdfs[path]] if path in pdfs else Finding()
        for found in _file_problems(path, finding, is_internal=path in internal):
            problems.append(found)
            if found.code != "file-unread":
                refused.add(path)
    return frozenset(refused), problems


def _file_problems(path: str, finding: Finding, *, is_internal: bool) -> Iterator[Problem]:
    mark, where = mark_in_name(path), "ở tên tệp"
    if mark is None and finding.mark:
        mark = finding.mark
        where = f"ở trang {finding.page}" if finding.page else "ở thuộc tính tiêu đề của tệp"
    if mark and (mark.is_state_secret or not is_internal):
        yield _marked(path, mark, where)
    elif not finding.is_pdf:
        yield problem("file-not-pdf", path)
    elif finding.unread and not is_internal:
        yield problem("file-unread", path, reason=finding.unread)


def _marked(path: str, mark: Mark, where: str) -> Problem:
    hint = _STATE_SECRET_HINT if mark.is_state_secret else None
    return problem("file-security-mark", path, hint=hint, mark=mark.value, where=where)


def check_marks(source: Source, meta: AnyMeta | None) -> Iterator[Problem]:
    """Yield each stamp in the title, abstract or body of an article or a document.

    A page with one was most likely pasted from a marked document, so it is an error.
    """
    for key, index, text in _titles(meta):
        if mark := mark_in_title(text):
            line = source.line_of(key) if index is None else source.line_of(key, index)
            yield problem("text-security-mark", source.path, line, mark=mark.value)
    for number, mark in marks_in_body(source.body):
        line = source.body_line + number
        yield problem("text-security-mark", source.path, line, mark=mark.value)


def _titles(meta: AnyMeta | None) -> Iterator[tuple[str, int | None, str]]:
    if not isinstance(meta, ArticleMeta | DocumentMeta):
        return
    yield "title", None, meta.title
    summary = meta.summary if isinstance(meta, ArticleMeta) else meta.abstract
    if summary:
        yield ("summary" if isinstance(meta, ArticleMeta) else "abstract"), None, summary
    for index, attachment in enumerate(meta.attachments):
        yield "attachments", index, attachment.title
