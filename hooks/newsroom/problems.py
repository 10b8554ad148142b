"""A problem is a value: where it is, what is wrong, how to mend it.

The core returns problems; the hook logs them, ``scripts/check.py`` prints them, the preview shows
them on the page. The catalogue below is the one list of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsroom.problem_catalogue import CATALOGUE


class Severity(StrEnum):
    """``error``: left out of the site; ``warning``: shown, but wrong; ``note``: never fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word writers see."""
        return {"error": "Lỗi", "warning": "Cảnh báo", "note": "Lưu ý"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one place. ``line`` and ``column`` count from 1; None means the whole file."""

    path: str
    line: int | None
    column: int | None
    code: str
    severity: Severity
    message: str
    hint: str

    @property
    def place(self) -> str:
        """``tin/2025/bai.md:3``."""
        return self.path if self.line is None else f"{self.path}:{self.line}"

    def as_dict(self) -> dict[str, str | int | None]:
        """The fields of one line of ``check.py --format json``."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
        }


def problem(
    code: str,
    path: str,
    line: int | None = None,
    *,
    column: int | None = None,
    severity: Severity | None = None,
    hint: str | None = None,
    **values: object,
) -> Problem:
    """Make the problem *code* of the catalogue; *values* fill its message and hint.

    ``severity`` and ``hint`` replace the catalogue's where a case is graver or better known.
    """
    kind = CATALOGUE[code]
    return Problem(
        path=path,
        line=line,
        column=column,
        code=code,
        severity=severity or Severity(kind.severity),
        message=kind.message.format(**values),
        hint=hint if hint is not None else kind.hint.format(**values),
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of *problems* keeps its page off the site."""
    return any(p.severity is Severity.ERROR for p in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by path, line, gravity and code."""
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda p: (p.path, p.line or 0, p.column or 0, p.severity.rank, p.code, p.message),
        )
    )
