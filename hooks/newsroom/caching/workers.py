"""Work shared among processes that start as copies of this one, where the system can do that.

The result is the same with one worker as with many; where copies cannot be made, or one of them
dies, its part is done here.
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""

_FEWEST = 24
"""Fewer items for each worker than this are done sooner than copies are made."""
_MOST_SHARES = 256
"""Each is a few bytes in a pipe, which must hold them all."""
_MOST_WORKERS = 8
_PAUSE = 0.02
"""Seconds between two looks at what workers have done."""
_NUMBER = 8
"""Bytes that a number takes wherever one is passed on."""


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
    before: Iterable[object] = (),
) -> Iterator[Result]:
    """What *work* makes of shares of *items*, in any order; it must be plain (see ``plain``).

    This process takes part. It first goes through *before*, while its copies begin: of many pages
    they then do more. After each share the cycles it has left behind are swept up, and only they:
    looking at everything from before would take long, and would copy it in each copy.
    """
    count = workers or worker_count(len(items))
    shares = _Shares(items, count, progress)
    copies: list[_Copy] = []
    gc.freeze()
    try:
        for worker in range(1, count):
            copies.append(_start(work, shares, worker))
        for _ in before:
            shares.tell()
        for number in shares.taken():
            yield _swept(work, shares.of(number, 0))
        _wait(copies, shares)
        for copy in copies:
            for number, result in copy.results():
                shares.left.discard(number)
                yield result
        for number in sorted(shares.left):  # of copies that failed
            yield _swept(work, shares.of(number, 0))
    finally:
        gc.unfreeze()
        _end(copies)
        shares.close()


class _Shares(Generic[Item]):
    """Shares of *items*, each for the process that takes it first.

    Share *k* of *n* holds each *n*-th item from the *k*-th on: long and short ones are mixed.
    """

    def __init__(self, items: Sequence[Item], workers: int, progress: Progress | None) -> None:
        self._items = items
        self._progress = progress
        self._done = mmap.mmap(-1, workers * _NUMBER)
        """How many items each process has done."""
        self.count = min(_MOST_SHARES, -(-len(items) // _FEWEST))
        self.left = set(range(self.count))
        """Whose results this process has not seen."""
        self._queue, end = os.pipe()
        os.write(end, b"".join(map(_as_bytes, range(self.count))))
        os.close(end)

    def taken(self) -> Iterator[int]:
        """Shares that no other process has taken."""
        while data := os.read(self._queue, _NUMBER):
            number = int.from_bytes(data, "little")
            self.left.discard(number)
            yield number

    def of(self, number: int, worker: int) -> Iterator[Item]:
        """The items of a share; each is done when *worker* asks for the next."""
        at = slice(worker * _NUMBER, (worker + 1) * _NUMBER)
        done = int.from_bytes(self._done[at], "little")
        for count, item in enumerate(self._items[number :: self.count], start=done + 1):
            yield item
            self._done[at] = _as_bytes(count)
            if not worker:
                self.tell()

    def tell(self) -> None:
        """Say how much is done."""
        if self._progress:
            numbers = (self._done[at : at + _NUMBER] for at in range(0, len(self._done), _NUMBER))
            done = sum(int.from_bytes(number, "little") for number in numbers)
            self._progress(min(done, len(self._items)), len(self._items))

    def close(self) -> None:
        """Let go of the queue."""
        os.close(self._queue)


def _as_bytes(number: int) -> bytes:
    return number.to_bytes(_NUMBER, "little")


@dataclass(slots=True)
class _Copy:
    pid: int
    output: BinaryIO
    is_done: bool = False

    def results(self) -> Iterator[tuple[int, Any]]:
        """Number and result of each share it has done; what is cut or not plain ends them."""
        self.output.seek(0)
        with suppress(NotPlainError):
            while size := int.from_bytes(self.output.read(_NUMBER), "little"):
                number: int
                number, result = from_bytes(self.output.read(size))
                yield number, result


def _start(work: Callable[[Iterator[Item]], Result], shares: _Shares[Item], worker: int) -> _Copy:
    output: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - read when the copy has ended
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return _Copy(pid, output)
    try:
        gc.disable()  # it would touch, and so copy, all memory
        for number in shares.taken():
            data = to_bytes((number, _swept(work, shares.of(number, worker))))
            output.write(_as_bytes(len(data)) + data)
        output.flush()
    finally:
        os._exit(0)  # what it has not done is done again where a failure can be told


def _swept(work: Callable[[Iterator[Item]], Result], items: Iterator[Item]) -> Result:
    result = work(items)
    gc.collect()
    gc.freeze()
    return result


def _wait(copies: Sequence[_Copy], shares: _Shares[Item]) -> None:
    while left := [copy for copy in copies if not copy.is_done]:
        for copy in left:
            pid, _ = os.waitpid(copy.pid, os.WNOHANG)
            copy.is_done = bool(pid)
        shares.tell()
        time.sleep(_PAUSE)


def _end(copies: Sequence[_Copy]) -> None:
    """Leave no copy running when this process was interrupted."""
    for copy in copies:
        copy.output.close()
        if not copy.is_done:
            with suppress(ProcessLookupError, ChildProcessError):  # interrupted as it was awaited
                os.kill(copy.pid, signal.SIGKILL)
                os.waitpid(copy.pid, 0)
