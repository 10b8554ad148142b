"""Problems on MkDocs' log, so that ``--strict`` counts them."""

from __future__ import annotations

import logging

from mkdocs.plugins import get_plugin_logger

from newsroom.model import Hold
from newsroom.newsroom import Newsroom
from newsroom.problems import Problem, Severity

log = get_plugin_logger("portal")
_MOST_NOTES = 20
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}


def log_problems(newsroom: Newsroom, docs_name: str) -> None:
    """Log each problem once; of notes only the first, and how many more there are.

    A draft is not published yet: its warnings are told, but do not stop ``mkdocs build --strict``.
    """
    drafts = set() if newsroom.is_preview else _drafts(newsroom)
    told = [p for p in newsroom.problems if p.severity is not Severity.NOTE]
    notes = [p for p in newsroom.problems if p.severity is Severity.NOTE]
    for problem in told:
        in_draft = problem.path in drafts and problem.severity is Severity.WARNING
        _log(problem, docs_name, logging.INFO if in_draft else _LEVELS[problem.severity])
    for problem in notes[:_MOST_NOTES]:
        _log(problem, docs_name, logging.INFO)
    if len(notes) > _MOST_NOTES:
        rest = len(notes) - _MOST_NOTES
        log.info("Còn %d lưu ý nữa; xem đủ bằng lệnh: python scripts/check.py", rest)
    left_out = len(newsroom.broken)
    if left_out and not newsroom.is_preview:
        log.error("%d tệp có lỗi không được đưa lên Trang.", left_out)


def _drafts(newsroom: Newsroom) -> set[str]:
    return {article.path for article in newsroom.held if article.hold is Hold.DRAFT}


def _log(problem: Problem, docs_name: str, level: int) -> None:
    log.log(
        level,
        "%s/%s: %s. %s Cách sửa: %s [%s]",
        docs_name,
        problem.place,
        problem.severity.label,
        problem.message,
        problem.hint,
        problem.code,
    )
