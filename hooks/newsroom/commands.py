"""What the commands for people share: failing with a message, progress on a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from newsroom.problems import Problem

Printer = Callable[[list[tuple[Path, Problem]], int], None]
"""Prints problems (each with its docs folder) and the count of pages checked."""


def fail(message: str) -> NoReturn:
    """Say on standard error what was called wrongly, and leave with exit code 2."""
    sys.stderr.write(f"Lỗi: {message}\n")
    raise SystemExit(2)


def speak_utf8() -> None:
    """Write UTF-8 on both outputs, whatever code page the console has; letters are never lost."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def reading_progress(
    label: str = "Đọc tin, bài", *, quiet: bool = False
) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar for work on many files, on a terminal only; gone when done."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Drawn by each hundredth, not by a thread: a process with threads cannot be copied safely.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task(label, total=None)
        drawn = -1

        def show(done: int, total: int) -> None:
            nonlocal drawn
            part = done * 100 // max(total, 1)
            if part != drawn:
                drawn = part
                progress.update(task, completed=done, total=total, refresh=True)

        yield show
