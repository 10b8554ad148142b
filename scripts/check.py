"""Kiểm tra tin, bài mà không dựng trang: python scripts/check.py [ĐƯỜNG DẪN…]."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from newsroom.clock import read_now
from newsroom.commands import Printer, fail, reading_progress
from newsroom.loading import load_newsroom
from newsroom.problems import Problem, Severity
from newsroom.settings import SettingsError

ROOT = Path(__file__).resolve().parent.parent
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def main(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Thư mục bài viết, hoặc một phần của nó. Bỏ trống: PORTAL_DOCS hoặc docs/.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Format,
        typer.Option("--format", help="text: cho người đọc; json: mỗi dòng một lỗi; github."),
    ] = Format.TEXT,
) -> None:
    """In ra lỗi, cảnh báo, lưu ý. Mã thoát: 0 ổn, 1 có lỗi hoặc cảnh báo, 2 gọi sai."""
    try:
        now = read_now(os.environ.get("PORTAL_NOW"))
    except SettingsError as error:
        fail(str(error))
    groups = _roots(paths or [])
    problems: list[tuple[Path, Problem]] = []
    files = 0
    for root, chosen in groups.items():
        with reading_progress(quiet=output is Format.JSON) as progress:
            newsroom = load_newsroom(root, now, progress=progress)
        files += sum(1 for path in newsroom.paths if path.endswith(".md") and _is_in(path, chosen))
        problems += [(root, p) for p in newsroom.problems if _is_in(p.path, chosen)]
    _PRINTERS[output](problems, files)
    if any(p.severity is not Severity.NOTE for _, p in problems):
        raise typer.Exit(1)


def _roots(paths: list[Path]) -> dict[Path, list[str]]:
    """Which docs folders to read, and which parts of each to report (empty: all)."""
    default = Path(os.environ.get("PORTAL_DOCS") or ROOT / "docs").absolute()
    if not paths:
        if not default.is_dir():
            fail(f"Không có thư mục {default}.")
        return {default: []}
    groups: dict[Path, list[str]] = {}
    for path in paths:
        if not path.exists() and not path.is_symlink():
            fail(f"Không có tệp hoặc thư mục {path}.")
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed
        root = next((r for r in (default, *_parents(absolute)) if _holds(r, absolute)), None)
        if root is None:
            root = absolute if absolute.is_dir() else absolute.parent
        part = absolute.relative_to(root).as_posix()
        groups.setdefault(root, [])
        if part != ".":
            groups[root].append(part)
    return groups


def _parents(path: Path) -> list[Path]:
    """Folders that look like a docs folder, from the outside in."""
    folders = [path, *path.parents]
    return [f for f in reversed(folders) if (f / "tin").is_dir() and (f / "index.md").is_file()]


def _holds(root: Path, path: Path) -> bool:
    return root.is_dir() and path.is_relative_to(root)


def _is_in(path: str, chosen: list[str]) -> bool:
    return not chosen or any(path == part or path.startswith(f"{part}/") for part in chosen)


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


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    typer.run(main)
