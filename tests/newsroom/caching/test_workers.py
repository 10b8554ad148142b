"""Work shared among copies of this process: the same result, whatever becomes of the copies."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsroom.caching.workers import Beside, collector_at_rest, shared_out, worker_count

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
HERE = os.getpid()
ITEMS = tuple(range(100))


def squares(items: Iterator[int]) -> list[tuple[int, int]]:
    return [(item, item * item) for item in items]


def merged(parts: list[list[tuple[int, int]]]) -> dict[int, int]:
    return {key: value for part in parts for key, value in part}


WHOLE = {item: item * item for item in ITEMS}
WHOLE_BUT_FIRST = {item: square for item, square in WHOLE.items() if item}


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("length", [0, 1, 2, 7, 100])
def test_any_number_of_workers_gives_the_same(count: int, length: int) -> None:
    parts = shared_out(squares, ITEMS[:length], workers=count)
    assert len(parts) == count
    assert sum(map(len, parts)) == length
    assert merged(parts) == {item: item * item for item in ITEMS[:length]}


def test_several_workers_do_it_in_other_processes() -> None:
    parts = shared_out(lambda items: [os.getpid() for _ in items], ITEMS, workers=3)
    pids = {pid for part in parts for pid in part}
    assert len(pids) == 3
    assert os.getpid() not in pids


def is_copy() -> bool:
    return os.getpid() != HERE


def dies(items: Iterator[int]) -> list[tuple[int, int]]:
    done = squares(items)
    if is_copy() and done[0][0] == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return done


def raises(items: Iterator[int]) -> list[tuple[int, int]]:
    if is_copy() and next(items) == 1:
        raise ValueError("hỏng")
    return squares(iter(ITEMS[::2])) if is_copy() else squares(items)


def exits(items: Iterator[int]) -> list[tuple[int, int]]:
    if is_copy() and next(items) == 1:
        raise SystemExit(0)
    return squares(iter(ITEMS[::2])) if is_copy() else squares(items)


def ends_at_once(items: Iterator[int]) -> list[tuple[int, int]]:
    if is_copy():
        os._exit(0)
    return squares(items)


def gives_what_is_not_plain(items: Iterator[int]) -> object:
    return squares(items) if not is_copy() else [Path("tệp")]


@pytest.mark.parametrize("work", [dies, raises, exits, ends_at_once, gives_what_is_not_plain])
def test_the_share_of_a_copy_that_fails_is_done_here(work: Callable[..., object]) -> None:
    parts = shared_out(work, ITEMS, workers=2)
    assert merged(parts) == WHOLE  # type: ignore[arg-type]
    assert_no_child()


def test_what_fails_everywhere_fails_here_with_its_own_error() -> None:
    def fails(items: Iterator[int]) -> list[int]:
        return [1 // (item - 51) for item in items]

    with pytest.raises(ZeroDivisionError):
        shared_out(fails, ITEMS, workers=2)
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
        shared_out(partial(slow, tmp_path), ITEMS, progress, workers=2)
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
        shared_out(squares, ITEMS, workers=2)
    monkeypatch.undo()
    assert_no_child()


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Test runners that share tests out have threads of their own."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("one_thread")
def test_work_beside_is_done_by_a_copy_while_this_process_goes_on(tmp_path: Path) -> None:
    go_on = tmp_path / "go-on"

    def wait() -> int:
        while not go_on.exists():
            time.sleep(0.005)
        return os.getpid()

    beside = Beside(wait)
    go_on.touch()
    assert beside.result() != HERE
    assert_no_child()


@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("work", [dies, raises, exits, ends_at_once, gives_what_is_not_plain])
def test_work_beside_that_fails_is_done_here(work: Callable[..., object]) -> None:
    assert merged([Beside(lambda: work(iter(ITEMS[1:]))).result()]) == WHOLE_BUT_FIRST  # type: ignore[list-item]
    assert_no_child()


@pytest.mark.usefixtures("one_thread")
def test_work_beside_that_fails_everywhere_fails_with_its_own_error() -> None:
    beside = Beside(lambda: 1 // (len(ITEMS) - 100))
    with pytest.raises(ZeroDivisionError):
        beside.result()
    assert_no_child()


def test_work_beside_is_done_here_while_other_threads_run() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert Beside(os.getpid).result() == HERE
    finally:
        stop.set()
        thread.join()


@pytest.mark.usefixtures("one_thread")
def test_work_beside_that_nobody_wants_is_ended(tmp_path: Path) -> None:
    beside = Beside(lambda: slow(tmp_path, iter(ITEMS)))
    while not (marks := list(tmp_path.iterdir())):
        time.sleep(0.005)
    beside.stop()
    assert_no_child()
    assert not is_running(int(marks[0].name))
    beside.stop()


def _pausing(item: int) -> int:
    time.sleep(0.002)
    return item


@pytest.mark.parametrize("count", [1, 2, 3])
def test_progress_grows_to_all(count: int) -> None:
    told: list[tuple[int, int]] = []

    def careful(items: Iterator[int]) -> list[int]:
        return [_pausing(item) for item in items]

    shared_out(careful, ITEMS, lambda done, total: told.append((done, total)), workers=count)
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
