"""What the commands for people share: failing with a message, progress on a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

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


class ShownProgress:
    """A line on the terminal: what is being done, and how far it is where that can be counted."""

    def __init__(self, progress: Progress, label: str) -> None:
        self._progress = progress
        self._task = progress.add_task(label, total=None, count="")
        self._drawn = -1

    def __call__(self, done: int, total: int) -> None:
        """*done* of *total* files are done; drawn anew with each hundredth."""
        part = done * 100 // max(total, 1)
        if part != self._drawn:
            self._drawn = part
            count = f"{_grouped(done)}/{_grouped(total)}"
            self._progress.update(
                self._task, completed=done, total=total, count=count, refresh=True
            )

    def begin(self, label: str) -> None:
        """What follows is *label*; how far it is will be told, or not."""
        self._drawn = -1
        self._progress.reset(self._task, total=None, description=label, count="")
        self._progress.refresh()


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@contextmanager
def reading_progress(
    label: str = "Đọc tin, bài", *, quiet: bool = False
) -> Iterator[ShownProgress | None]:
    """A progress bar for work on many files, on a terminal only; gone when done."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"))
    # Drawn by who does the work, not by a thread: a process with threads cannot be copied safely.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        shown = ShownProgress(progress, label)
        progress.refresh()
        yield shown
