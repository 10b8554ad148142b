"""A second processor, where there is one: part of the work in a copy of this process."""

from __future__ import annotations

import os
from collections.abc import Callable


def aside(task: Callable[[], int]) -> Callable[[], int]:
    """Begin *task*, which gives a small number; call what is returned for it.

    Only for a process without threads. Where the system cannot copy processes, or there is one
    processor, the task runs when its result is asked for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return task
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _run(task, writing)
    os.close(writing)

    def result() -> int:
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        if status or not told:
            raise RuntimeError(f"a part of the index failed ({status})")
        return int(told)

    return result


def _run(task: Callable[[], int], writing: int) -> None:
    """In the copy: do the task, tell the result, end without what the original does at its end."""
    code = 1
    try:
        os.write(writing, str(task()).encode())
        code = 0
    finally:
        os._exit(code)
