"""Work shared among copies of this process: the same result, whatever becomes of the copies."""

from __future__ import annotations

import gc
import itertools
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsroom.caching.workers import collector_at_rest, shared_out, worker_count

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
HERE = os.getpid()
ITEMS = tuple(range(100))


def squares(items: Iterator[int]) -> list[tuple[int, int]]:
    return [(item, item * item) for item in items]


def merged(parts: Iterable[list[tuple[int, int]]]) -> dict[int, int]:
    return {key: value for part in parts for key, value in part}


WHOLE = {item: item * item for item in ITEMS}


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("length", [0, 1, 2, 7, 23, 24, 25, 100, 10_000])
def test_any_number_of_workers_gives_the_same(count: int, length: int) -> None:
    items = range(length)
    parts = list(shared_out(squares, items, workers=count))
    assert sum(map(len, parts)) == length
    assert merged(parts) == {item: item * item for item in items}
    assert len(parts) <= 256


def test_several_processes_do_it_and_this_is_one_of_them() -> None:
    def patient(items: Iterator[int]) -> list[int]:
        return [os.getpid() for item in items if not time.sleep(0.002)]  # type: ignore[func-returns-value]

    pids = {pid for part in shared_out(patient, range(600), workers=3) for pid in part}
    assert len(pids) == 3
    assert os.getpid() in pids


@pytest.mark.parametrize("count", [1, 3])
def test_this_process_first_does_what_comes_before(count: int) -> None:
    """Once, though its copies begin meanwhile; on a machine without copies too."""
    done: list[str] = []
    before = map(done.append, ("tệp một", "tệp hai"))

    def noted(items: Iterator[int]) -> list[tuple[int, int]]:
        assert is_copy() or len(done) == 2
        return squares(items)

    assert merged(shared_out(noted, ITEMS, workers=count, before=before)) == WHOLE
    assert done == ["tệp một", "tệp hai"]


def test_while_this_process_is_busy_its_copies_do_the_work(tmp_path: Path) -> None:
    def busy() -> Iterator[None]:
        while len(list(tmp_path.iterdir())) < len(ITEMS):
            time.sleep(0.005)
            yield

    def mark(items: Iterator[int]) -> list[int]:
        for item in items:
            (tmp_path / str(item)).touch()
        return [os.getpid()]

    assert HERE not in {pid for pids in shared_out(mark, ITEMS, None, 2, busy()) for pid in pids}


def is_copy() -> bool:
    return os.getpid() != HERE


def waits_for_copies() -> Iterator[None]:
    """Gives the copies time to take all shares."""
    time.sleep(0.2)
    yield


def dies(items: Iterator[int]) -> list[tuple[int, int]]:
    done = squares(items)
    if is_copy() and done[0][0] == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return done


def raises(items: Iterator[int]) -> list[tuple[int, int]]:
    done = squares(items)
    if is_copy() and done[0][0] == 1:
        raise ValueError("hỏng")
    return done


def exits(items: Iterator[int]) -> list[tuple[int, int]]:
    done = squares(items)
    if is_copy() and done[0][0] == 1:
        raise SystemExit(0)
    return done


def ends_at_once(items: Iterator[int]) -> list[tuple[int, int]]:
    if is_copy():
        os._exit(0)
    return squares(items)


def gives_what_is_not_plain(items: Iterator[int]) -> object:
    done = squares(items)
    return [Path("tệp")] if is_copy() and done[0][0] == 1 else done


def gives_what_cannot_be_packed(items: Iterator[int]) -> object:
    done = squares(items)
    return (lambda: done) if is_copy() and done[0][0] == 1 else done


FAILING = [
    *(dies, raises, exits, ends_at_once),
    *(gives_what_is_not_plain, gives_what_cannot_be_packed),
]


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("work", FAILING)
def test_what_a_copy_fails_to_do_is_done_here(work: Callable[..., object], count: int) -> None:
    told: list[tuple[int, int]] = []
    note = lambda done, total: told.append((done, total))  # noqa: E731
    parts = list(shared_out(work, ITEMS, note, count, waits_for_copies()))
    assert merged(parts) == WHOLE  # type: ignore[arg-type]
    assert sum(map(len, parts)) == len(ITEMS)  # type: ignore[arg-type, misc]
    assert all(done <= total for done, total in told)
    assert_no_child()


def test_what_fails_everywhere_fails_here_with_its_own_error() -> None:
    def fails(items: Iterator[int]) -> list[int]:
        return [1 // (item - 51) for item in items]

    with pytest.raises(ZeroDivisionError):
        list(shared_out(fails, ITEMS, workers=2))
    assert_no_child()


def test_a_failure_before_leaves_no_copy_running(tmp_path: Path) -> None:
    def fails() -> Iterator[None]:
        while not list(tmp_path.iterdir()):
            time.sleep(0.005)
        raise ValueError("hỏng")
        yield

    with pytest.raises(ValueError, match="hỏng"):
        list(shared_out(partial(slow, tmp_path), ITEMS, None, 2, fails()))
    assert_no_child()
    assert not any(is_running(int(mark.name)) for mark in tmp_path.iterdir())


def test_who_no_longer_wants_the_rest_leaves_no_copy_running() -> None:
    parts = shared_out(squares, ITEMS, workers=2)
    next(parts)
    parts.close()  # type: ignore[attr-defined]
    assert_no_child()


_copies: list[int] = []


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note the copies made: the browser of other tests is a child of this process too."""
    fork = os.fork
    _copies.clear()

    def noted() -> int:
        pid = fork()
        if pid:
            _copies.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)


def assert_no_child() -> None:
    assert _copies
    for pid in _copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def slow(marks: Path, items: Iterator[int]) -> list[int]:
    (marks / str(os.getpid())).touch()
    time.sleep(30)
    return list(items)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_leaves_no_copy_running(tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        del done, total
        if len(list(tmp_path.iterdir())) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(shared_out(partial(slow, tmp_path), ITEMS, progress, 3, itertools.repeat(None)))
    assert_no_child()
    assert not any(is_running(int(mark.name)) for mark in tmp_path.iterdir())


def test_an_interrupt_when_a_copy_has_just_ended_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Awaited, but not noted yet."""
    await_copy = os.waitpid

    def interrupted(pid: int, options: int) -> tuple[int, int]:
        found = await_copy(pid, options)
        if found[0] and options == os.WNOHANG:
            raise KeyboardInterrupt
        return found

    monkeypatch.setattr(os, "waitpid", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(shared_out(squares, ITEMS, workers=2))
    monkeypatch.undo()
    assert_no_child()


def _pausing(item: int) -> int:
    time.sleep(0.002)
    return item


@pytest.mark.parametrize("count", [1, 2, 3])
def test_progress_grows_to_all(count: int) -> None:
    told: list[tuple[int, int]] = []

    def careful(items: Iterator[int]) -> list[int]:
        return [_pausing(item) for item in items]

    list(shared_out(careful, ITEMS, lambda done, total: told.append((done, total)), workers=count))
    done = [number for number, _ in told]
    assert {total for _, total in told} == {len(ITEMS)}
    assert done == sorted(done)
    assert done[-1] == len(ITEMS)
    assert len(set(done)) > 2


def test_no_copies_are_made_while_other_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy has one thread only: locks that others hold would stay shut in it."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert worker_count(10_000) == 4
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3})
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert worker_count(10_000) == 1
    finally:
        stop.set()
        thread.join()


COUNTS = {
    "few items are done here": (0, 4, 1),
    "still few": (47, 4, 1),
    "two shares": (48, 4, 2),
    "as many as processors": (10_000, 4, 4),
    "one processor": (10_000, 1, 1),
    "never more than eight": (10_000, 64, 8),
}


@pytest.mark.parametrize(("items", "processors", "count"), COUNTS.values(), ids=COUNTS.keys())
def test_how_many_share(
    items: int, processors: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)))
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert worker_count(items) == count


def test_the_collector_rests_and_works_again() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="hỏng"), collector_at_rest():
        assert not gc.isenabled()
        raise ValueError("hỏng")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
