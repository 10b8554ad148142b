"""One build at a time: what it takes, and what it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

ROOT = Path(__file__).resolve().parents[2]
MKDOCS = (sys.executable, "-m", "mkdocs")
_TIMED = (sys.executable, "-I", "-S", str(Path(__file__).with_name("timed.py")))
_SAID = 2000
"""Characters shown of what a failed command said."""
Step = TypeVar("Step")


@dataclass(frozen=True)
class Run:
    """One finished build: wall and CPU seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def build(command: Sequence[str], environment: Mapping[str, str], *, look: bool = False) -> Run:
    """Run *command* with *environment* added; leaves with its message when it fails.

    With *look* the memory of all its processes is added up, which disturbs the time a little;
    without, it is that of the largest process.
    """
    known = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | dict(environment)
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [*_TIMED, "1" if look else "0", *command],
            env=known,
            stdout=subprocess.PIPE,
            stderr=said,
            check=False,
        )
        found = json.loads(done.stdout or b'{"status": 1}')
        if found["status"]:
            said.seek(0)
            words = said.read().decode(errors="replace")[-_SAID:]
            raise SystemExit(f"Lệnh {' '.join(command)} thất bại ({found['status']}).\n{words}")
    return Run(found["wall"], found["cpu"], found["memory"])


def folder_size(folder: Path) -> int:
    """Bytes of all files below *folder*."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


def progress_bar(title: str, steps: Sequence[Step]) -> Iterator[Step]:
    """Go through *steps*, with a bar on a terminal and nothing elsewhere.

    It is drawn between the steps only: nothing of it runs while they are timed.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from steps
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        yield from bar.track(steps)
