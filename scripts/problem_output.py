"""How found problems are printed: for people, for programs, for code hosting."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.text import Text

from newsroom.commands import Printer
from newsroom.problems import Problem, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Format(StrEnum):
    """``--format`` of the command that checks."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def print_problems(problems: list[tuple[Path, Problem]], files: int, output: Format) -> None:
    """Print *problems*, each with its docs folder, and how many pages were read."""
    _PRINTERS[output](problems, files)


def _shown(root: Path, path: str) -> str:
    """The path from where the command was called, if it lies below, else absolute."""
    full = root / path
    relative = os.path.relpath(full)
    return str(full) if relative.startswith("..") else Path(relative).as_posix()


def _print_text(problems: list[tuple[Path, Problem]], files: int) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for root, problem in problems:
        place = _shown(root, problem.path) + (f":{problem.line}" if problem.line else "")
        line = Text.assemble(
            (place, "bold"),
            ": ",
            (problem.severity.label, _STYLES[problem.severity]),
            f": {problem.message} ",
            (f"[{problem.code}]", "dim"),
        )
        console.print(line)
        console.print(Text(f"    Cách sửa: {problem.hint}"))
    counts = Counter(problem.severity for _, problem in problems)
    summary = ", ".join(f"{counts[s]} {s.label.lower()}" for s in Severity)
    console.print(f"Đã kiểm tra {files} trang: {summary}.")


def _print_json(problems: list[tuple[Path, Problem]], files: int) -> None:
    del files
    for root, problem in problems:
        fields = problem.as_dict() | {"path": _shown(root, problem.path)}
        sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")


def _print_github(problems: list[tuple[Path, Problem]], files: int) -> None:
    del files
    for root, problem in problems:
        place = f"file={_shown(root, problem.path)}"
        if problem.line:
            place += f",line={problem.line}"
        if problem.column:
            place += f",col={problem.column}"
        text = f"{problem.message} {problem.hint}".replace("%", "%25").replace("\n", "%0A")
        level = _GITHUB[problem.severity]
        sys.stdout.write(f"::{level} {place},title={problem.code}::{text}\n")


_PRINTERS: dict[Format, Printer] = {
    Format.TEXT: _print_text,
    Format.JSON: _print_json,
    Format.GITHUB: _print_github,
}
