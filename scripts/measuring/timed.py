"""Run one command and say what it took, as JSON; begun anew for each run, and small.

The system counts the memory of whoever starts a command as the command's own, so a measuring
process that has read thousands of articles must not start it itself. Only the standard library:
it runs without this project's modules.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_PAUSE = 0.1
"""Seconds between two looks at the memory in use."""
_SHARE = re.compile(rb"^Pss:\s+(\d+)", re.MULTILINE)


def main(look: str, *command: str) -> None:
    """Run *command*; with *look* ``1`` also add up the memory of all its processes, as it goes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    looking = _Looking(process.pid)
    if look == "1":
        looking.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    looking.over.set()
    unit = 1 if sys.platform == "darwin" else 1024
    found = {
        "status": process.returncode,
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": max(usage.ru_maxrss * unit, looking.most) / 1024 / 1024,
    }
    sys.stdout.write(json.dumps(found))


class _Looking(threading.Thread):
    """Keeps the most memory that a process and its descendants were seen to use, in bytes."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.most = 0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(_PAUSE):
            self.most = max(self.most, sum(map(_share, _family(self.root))))


def _family(root: int) -> set[int]:
    """*root* and all that it started, where the system tells."""
    parents = dict(_parents())
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for folder in _PROC.glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has ended meanwhile
            continue
        yield int(folder.name), int(stat.rpartition(")")[2].split()[1])


def _share(process: int) -> int:
    """Bytes of memory, those shared with other processes counted in part."""
    try:
        found = _SHARE.search((_PROC / str(process) / "smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    main(*sys.argv[1:])
