"""Kiểm tra tin, bài mà không dựng trang: python scripts/check.py [ĐƯỜNG DẪN…]."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsroom.clock import read_now
from newsroom.commands import fail, reading_progress
from newsroom.config_file import read_config_file
from newsroom.dates import TIME_ZONE
from newsroom.loading import load_newsroom
from newsroom.problems import Problem, Severity
from newsroom.settings import SettingsError
from problem_output import Format, print_problems
from watching import each_change

ROOT = Path(__file__).resolve().parent.parent


class FailOn(StrEnum):
    WARNING = "warning"
    ERROR = "error"


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
    fail_on: Annotated[
        FailOn, typer.Option(help="Từ mức nào thì mã thoát là 1; warning gồm cả lỗi.")
    ] = FailOn.WARNING,
    watch: Annotated[
        bool, typer.Option("--watch", help="Kiểm tra lại mỗi khi lưu tệp; Ctrl+C để dừng.")
    ] = False,
    config: Annotated[
        Path, typer.Option("--config-file", "-f", help="Tệp cấu hình của Trang.")
    ] = ROOT / "mkdocs.yml",
) -> None:
    """In ra lỗi, cảnh báo, lưu ý. Mã thoát: 0 ổn, 1 có lỗi hoặc cảnh báo, 2 gọi sai."""
    groups = _roots(paths or [])
    if watch:
        _watch(groups, output, config)
        return
    found = _check(groups, output, config)
    if any(p.severity is Severity.ERROR or _counts(p, fail_on) for p in found):
        raise typer.Exit(1)


def _counts(problem: Problem, fail_on: FailOn) -> bool:
    return fail_on is FailOn.WARNING and problem.severity is Severity.WARNING


def _check(groups: Mapping[Path, Sequence[str]], output: Format, config: Path) -> list[Problem]:
    """Read the folders, print what is wrong with their chosen parts, and return it."""
    try:
        now = read_now(os.environ.get("PORTAL_NOW"))
        settings = read_config_file(config, os.environ)
    except SettingsError as error:
        fail(str(error))
    problems: list[tuple[Path, Problem]] = []
    files = 0
    for root, chosen in groups.items():
        with reading_progress(quiet=output is Format.JSON) as progress:
            newsroom = load_newsroom(
                root,
                now,
                progress=progress,
                settings=settings,
                cache_folder=_cache_folder(),
                begin=progress.begin if progress else None,
            )
        files += sum(1 for path in newsroom.paths if path.endswith(".md") and _is_in(path, chosen))
        problems += [(root, p) for p in newsroom.problems if _is_in(p.path, chosen)]
    print_problems(problems, files, output)
    return [problem for _, problem in problems]


def _watch(groups: Mapping[Path, Sequence[str]], output: Format, config: Path) -> None:
    """Check now and after each change, until the writer stops it."""
    said = sys.stdout if output is Format.TEXT else sys.stderr
    try:
        for _ in each_change(groups):
            said.write(f"\n--- {datetime.now(TIME_ZONE):%H:%M:%S} ---\n")
            said.flush()
            _check(groups, output, config)
            sys.stdout.flush()
            said.write("Đang chờ: lưu tệp nào là kiểm tra lại. Nhấn Ctrl+C để dừng.\n")
            said.flush()
    except KeyboardInterrupt:
        said.write("\nĐã dừng.\n")


def _cache_folder() -> Path:
    """What builds keep, as mkdocs.yml names it."""
    return ROOT / (os.environ.get("PORTAL_CACHE") or ".cache")


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


def _is_in(path: str, chosen: Sequence[str]) -> bool:
    return not chosen or any(path == part or path.startswith(f"{part}/") for part in chosen)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    typer.run(main)
