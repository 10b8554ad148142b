"""Work shared among processes that start as copies of this one, where the system can do that.

The result is the same with one worker as with many; where copies cannot be made, or one of them
dies, its share is done here.
"""

from __future__ import annotations

import gc
import mmap
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar

from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""

_FEWEST = 24
"""Fewer items for each worker than this are done sooner than copies are made."""
_MOST_WORKERS = 8
_PAUSE = 0.02
"""Seconds between two looks at what workers have done."""
_COUNTER = 8
"""Bytes."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without the collector of reference cycles: what a build makes by the million has none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def worker_count(items: int) -> int:
    """How many processes should share *items*: 1 where this process must do all itself."""
    if not _can_copy():
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _MOST_WORKERS, items // _FEWEST))


def _can_copy() -> bool:
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def shared_out(
    work: Callable[[Iterator[Item]], Result],
    items: Sequence[Item],
    progress: Progress | None = None,
    workers: int | None = None,
) -> list[Result]:
    """*work* done on shares of *items*; its results must be plain (see ``plain``).

    Share *k* of *n* holds each *n*-th item from the *k*-th on: long and short ones are mixed.
    """
    count = workers or worker_count(len(items))
    if count == 1:
        return [work(_counted(items, progress))]
    counters = mmap.mmap(-1, count * _COUNTER)
    copies: list[_Copy] = []
    try:
        for k in range(count):
            copies.append(_start(work, items[k::count], counters, k))
        _wait(copies, counters, len(items), progress)
    finally:
        _end(copies)
    return [_result(copy, work, items[k::count]) for k, copy in enumerate(copies)]


class Beside(Generic[Result]):
    """*work* done by a copy of this process while this one goes on; its result must be plain.

    Where no copy can be made, or it dies, the work is done when its result is asked for.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._counter = mmap.mmap(-1, _COUNTER)
        self._copy = _start(self._all, [None], self._counter, 0) if _can_copy() else None

    def _all(self, once: Iterator[None]) -> Result:
        next(once)
        return self._work()

    def result(self) -> Result:
        """What came of it. Raises whatever *work* raises."""
        if self._copy is None:
            return self._work()
        os.waitpid(self._copy.pid, 0)
        copy, self._copy = self._copy, None
        copy.is_done = True
        return _result(copy, self._all, [None])

    def stop(self) -> None:
        """The result is no longer wanted."""
        if self._copy:
            _end([self._copy])
            self._copy = None


def _counted(items: Sequence[Item], progress: Progress | None) -> Iterator[Item]:
    for count, item in enumerate(items, start=1):
        yield item
        if progress:
            progress(count, len(items))


@dataclass(slots=True)
class _Copy:
    pid: int
    output: BinaryIO
    is_done: bool = False


def _start(
    work: Callable[[Iterator[Item]], Result],
    share: Sequence[Item],
    counters: mmap.mmap,
    number: int,
) -> _Copy:
    output: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - read when the copy has ended
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return _Copy(pid, output)
    try:
        gc.disable()  # it would touch, and so copy, all memory
        output.write(to_bytes(work(_noted(share, counters, number))))
        output.flush()
        os._exit(0)
    finally:
        os._exit(1)  # the share is done again where a failure can be told


def _noted(share: Sequence[Item], counters: mmap.mmap, number: int) -> Iterator[Item]:
    at = number * _COUNTER
    for count, item in enumerate(share, start=1):
        yield item
        counters[at : at + _COUNTER] = count.to_bytes(_COUNTER, "little")


def _wait(
    copies: Sequence[_Copy], counters: mmap.mmap, total: int, progress: Progress | None
) -> None:
    while left := [copy for copy in copies if not copy.is_done]:
        for copy in left:
            pid, _ = os.waitpid(copy.pid, os.WNOHANG)
            copy.is_done = bool(pid)
        if progress:
            numbers = (counters[k * _COUNTER : (k + 1) * _COUNTER] for k in range(len(copies)))
            progress(sum(int.from_bytes(number, "little") for number in numbers), total)
        time.sleep(_PAUSE)


def _end(copies: Sequence[_Copy]) -> None:
    """Leave no copy running when this process was interrupted."""
    for copy in copies:
        if not copy.is_done:
            with suppress(ProcessLookupError, ChildProcessError):  # interrupted as it was awaited
                os.kill(copy.pid, signal.SIGKILL)
                os.waitpid(copy.pid, 0)


def _result(copy: _Copy, work: Callable[[Iterator[Item]], Result], share: Sequence[Item]) -> Result:
    with copy.output:
        copy.output.seek(0)
        try:
            result: Result = from_bytes(copy.output.read())
        except NotPlainError:
            return work(iter(share))
    return result
