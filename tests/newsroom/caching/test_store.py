"""Whatever happens to its file, the store gives what was put into it, or nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from newsroom.caching.fingerprint import DIGEST_BYTES, digest
from newsroom.caching.store import Store

KEY, OTHER = digest("một"), digest("hai")
VALUE = b"noi dung duoc giu" * 40
FILE = "kho-1.sqlite"
_fork = get_context("fork")


def held(folder: Path, values: dict[bytes, bytes]) -> Path:
    """The file of a store into which an earlier build has put *values*."""
    store = Store(folder)
    store.put(values)
    store.close()
    return folder / FILE


def many(count: int, length: int = 1000) -> dict[bytes, bytes]:
    return {digest(f"giá trị {k}"): os.urandom(length) for k in range(count)}


def assert_works(folder: Path) -> None:
    """A build keeps a value, the next one has it."""
    store = Store(folder)
    store.put({KEY: VALUE})
    assert store.get(KEY) == VALUE
    store.close()
    again = Store(folder)
    assert again.get(KEY) == VALUE
    again.close()


def test_what_was_put_is_given_to_this_build_and_the_next(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get(KEY) is None
    store.put({KEY: VALUE, OTHER: b""})
    assert (store.get(KEY), store.get(OTHER)) == (VALUE, b"")
    store.put({KEY: b"khac"})
    store.close()
    again = Store(tmp_path)
    assert (again.get(KEY), again.get(OTHER)) == (b"khac", b"")
    again.close()


def test_putting_nothing_is_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({})
    assert store.used == frozenset()
    store.close()


@pytest.mark.parametrize("byte", [0, 7, 15, 16, 300, -1], ids=str)
def test_a_value_with_one_byte_altered_is_not_given(tmp_path: Path, byte: int) -> None:
    """Bytes 0 to 15 are the digest, the value follows."""
    file = held(tmp_path, {KEY: VALUE, OTHER: VALUE})
    with sqlite3.connect(file) as base:
        (row,) = base.execute("SELECT value FROM held WHERE key = ?", (KEY,)).fetchone()
        spoilt = bytearray(row)
        spoilt[byte] ^= 1
        base.execute("UPDATE held SET value = ? WHERE key = ?", (bytes(spoilt), KEY))
    base.close()
    store = Store(tmp_path)
    assert (store.get(KEY), store.get(OTHER)) == (None, VALUE)
    assert KEY not in store.used
    store.close()


def test_a_value_under_the_key_of_another_is_not_given(tmp_path: Path) -> None:
    file = held(tmp_path, {KEY: VALUE})
    with sqlite3.connect(file) as base:
        base.execute("UPDATE held SET key = ?", (OTHER,))
    base.close()
    store = Store(tmp_path)
    assert store.get(OTHER) is None
    store.close()


def test_every_single_byte_of_the_file_may_be_altered(tmp_path: Path) -> None:
    """Every 97th byte in turn: each value is given whole or not at all, and a build goes on."""
    values = many(40)
    whole = held(tmp_path / "ban-dau", values).read_bytes()
    for place in range(0, len(whole), 97):
        folder = tmp_path / str(place)
        folder.mkdir()
        spoilt = bytearray(whole)
        spoilt[place] ^= 0xFF
        (folder / FILE).write_bytes(spoilt)
        store = Store(folder, limit=5_000)
        for key, value in values.items():
            assert store.get(key) in {value, None}, place
        store.put({KEY: VALUE})
        assert store.get(KEY) in {VALUE, None}
        store.trim()
        store.close()


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9, 0.999], ids=str)
def test_a_file_cut_short_gives_what_is_whole_and_is_mended(tmp_path: Path, share: float) -> None:
    values = many(60)
    file = held(tmp_path, values)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    store = Store(tmp_path)
    for key, value in values.items():
        assert store.get(key) in {value, None}
    store.close()
    Store(tmp_path).close()
    store = Store(tmp_path)
    store.put(values)
    store.close()
    again = Store(tmp_path)
    kept = sum(again.get(key) == value for key, value in values.items())
    again.close()
    assert kept == len(values)


GARBAGE: dict[str, bytes] = {
    "text": "không phải cơ sở dữ liệu\n".encode() * 400,
    "zeros": bytes(20_000),
    "random": os.urandom(20_000),
    "the right beginning, then garbage": b"SQLite format 3\0" + os.urandom(8_176),
}


@pytest.mark.parametrize("content", GARBAGE.values(), ids=GARBAGE.keys())
def test_a_file_that_is_no_store_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert_works(tmp_path)


SHAPES = {
    "the table has other columns": "CREATE TABLE held (ten TEXT, noi_dung TEXT)",
    "a column is missing": "CREATE TABLE uses (key BLOB PRIMARY KEY, build INTEGER)",
    "builds are something else": "CREATE TABLE builds (name TEXT, day TEXT, why TEXT)",
    "a view has the name": "CREATE VIEW held AS SELECT 1 AS key, 2 AS value",
}


@pytest.mark.parametrize("statement", SHAPES.values(), ids=SHAPES.keys())
def test_a_file_of_another_version_is_begun_anew(tmp_path: Path, statement: str) -> None:
    base = sqlite3.connect(tmp_path / FILE)
    base.execute(statement)
    base.commit()
    base.close()
    first = Store(tmp_path)
    first.put({KEY: VALUE})
    first.close()
    assert_works(tmp_path)


ODD = {
    "a text instead of bytes": "UPDATE held SET value = 'chữ'",
    "a text that is none": "UPDATE held SET value = CAST(x'ff80fe' AS TEXT)",
    "a number": "UPDATE held SET value = 5",
    "an empty value": "UPDATE held SET value = x''",
    "no sizes": "UPDATE uses SET size = NULL",
    "sizes in words": "UPDATE uses SET size = 'to'",
    "huge sizes": "UPDATE uses SET size = 9223372036854775807",
    "uses of no build": "UPDATE uses SET build = NULL",
    "no uses": "DELETE FROM uses",
    "no builds": "DELETE FROM builds",
}


@pytest.mark.parametrize("statement", ODD.values(), ids=ODD.keys())
def test_odd_rows_are_no_failure(tmp_path: Path, statement: str) -> None:
    file = held(tmp_path, {KEY: VALUE, OTHER: VALUE})
    with sqlite3.connect(file) as base:
        base.execute(statement)
    base.close()
    store = Store(tmp_path, limit=10)
    assert store.get(KEY) in {VALUE, None}
    store.put({digest("ba"): VALUE})
    store.trim()
    store.close()
    Store(tmp_path).close()
    assert_works(tmp_path)


def test_a_disk_image_that_is_malformed_is_an_empty_store(tmp_path: Path) -> None:
    """As after a power cut: all pages but the first are spoilt."""
    values = many(200)
    file = held(tmp_path, values)
    data = file.read_bytes()
    file.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        sqlite3.connect(file).execute("SELECT count(*), max(value) FROM held").fetchall()
    store = Store(tmp_path)
    assert {store.get(key) for key in values} == {None}
    store.put({KEY: VALUE})
    store.trim()
    store.close()
    assert_works(tmp_path)


def test_deleted_while_open(tmp_path: Path) -> None:
    values = many(10)
    store = Store(tmp_path)
    store.put(values)
    for file in tmp_path.iterdir():
        file.unlink()
    for key, value in values.items():
        assert store.get(key) in {value, None}
    store.put({KEY: VALUE})
    store.trim()
    store.close()
    assert_works(tmp_path)


def test_the_whole_folder_is_deleted_while_open(tmp_path: Path) -> None:
    folder = tmp_path / "bo-nho-dem"
    store = Store(folder)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    store.put({KEY: VALUE})
    store.trim()
    store.close()
    assert_works(folder)


def test_closed_it_is_empty_and_takes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({KEY: VALUE})
    store.close()
    store.close()
    assert store.get(KEY) is None
    store.put({OTHER: VALUE})
    store.trim()
    again = Store(tmp_path)
    assert (again.get(KEY), again.get(OTHER)) == (VALUE, None)
    again.close()


def _folder_is_a_file(folder: Path) -> None:
    folder.write_text("tệp", encoding="utf-8")


def _file_is_a_folder(folder: Path) -> None:
    (folder / FILE / "trong").mkdir(parents=True)


def _folder_lies_below_a_file(folder: Path) -> None:
    folder.symlink_to(Path(__file__) / "trong")


@pytest.mark.parametrize("spoil", [_folder_is_a_file, _file_is_a_folder, _folder_lies_below_a_file])
def test_where_no_store_can_be_it_is_empty(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    folder = tmp_path / "bo-nho-dem"
    spoil(folder)
    store = Store(folder)
    store.put({KEY: VALUE})
    assert store.get(KEY) is None
    store.trim()
    store.close()


@pytest.fixture
def nobody() -> Iterator[None]:
    """Root may write into a read-only folder: be somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_left_alone(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = tmp_path / "bo-nho-dem"
    file = held(folder, {KEY: VALUE})
    before = file.read_bytes()
    for above in (*folder.relative_to("/").parents,):
        if str(above) not in {".", "tmp"}:
            Path("/", above).chmod(0o755)
    folder.chmod(0o555)
    file.chmod(0o444)
    request.getfixturevalue("nobody")
    store = Store(folder)
    assert store.get(KEY) in {VALUE, None}
    store.put({OTHER: VALUE})
    store.trim()
    store.close()
    assert file.read_bytes() == before


class _LittleRoom(Store):
    """On a disk that holds 20 pages of 4 KB."""

    def _connect(self) -> sqlite3.Connection:
        base = super()._connect()
        base.execute("PRAGMA max_page_count = 20").fetchall()
        return base


def test_a_full_disk_keeps_what_was_there_and_fails_no_build(tmp_path: Path) -> None:
    held(tmp_path, {KEY: VALUE})
    store = _LittleRoom(tmp_path)
    more = many(200)
    store.put(more)
    assert {store.get(key) for key in more} == {None}
    store.put({OTHER: VALUE})
    store.trim()
    store.close()
    again = Store(tmp_path)
    assert again.get(KEY) == VALUE
    assert {again.get(key) for key in more} == {None}
    again.close()


def test_a_store_that_another_build_is_writing_is_waited_for(tmp_path: Path) -> None:
    one, two = Store(tmp_path), Store(tmp_path)
    one.put({KEY: b"mot"})
    two.put({OTHER: b"hai"})
    two.put({KEY: b"ba"})
    assert (one.get(OTHER), one.get(KEY)) == (b"hai", b"ba")
    one.trim()
    two.trim()
    one.close()
    two.close()
    assert_works(tmp_path)


def _write(folder: Path, number: int) -> None:
    store = Store(folder)
    for k in range(30):
        same, own = digest(f"chung {k}"), digest(f"riêng {number} {k}")
        store.put({same: b"%d" % k * 500, own: b"%d-%d" % (number, k)})
        assert store.get(same) == b"%d" % k * 500
    store.trim()
    store.close()


def test_two_builds_write_the_same_and_different_keys_at_once(tmp_path: Path) -> None:
    writers = [_fork.Process(target=_write, args=(tmp_path, number)) for number in (1, 2, 3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    store = Store(tmp_path)
    for k in range(30):
        assert store.get(digest(f"chung {k}")) == b"%d" % k * 500
        for number in (1, 2, 3):
            assert store.get(digest(f"riêng {number} {k}")) == b"%d-%d" % (number, k)
    store.close()


def size_of(folder: Path) -> int:
    """All bytes of the store's files, once nobody has it open."""
    return sum(file.stat().st_size for file in folder.iterdir())


def test_it_stays_within_its_limit_however_many_builds_there_are(tmp_path: Path) -> None:
    for number in range(30):
        store = Store(tmp_path, limit=100_000)
        store.put({digest(f"{number} {k}"): os.urandom(1000) for k in range(40)})
        store.trim()
        store.close()
    assert size_of(tmp_path) < 250_000


def use(folder: Path, *keys: bytes, limit: int = 10**9) -> None:
    """A build that asks for *keys*."""
    store = Store(folder, limit)
    for key in keys:
        assert store.get(key)
    store.trim()
    store.close()


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    old, recent = [digest(f"cũ {k}") for k in range(5)], [digest(f"mới {k}") for k in range(5)]
    store = Store(tmp_path)
    store.put(dict.fromkeys((*recent, *old), os.urandom(1000)))
    store.trim()
    store.close()
    for _ in range(10):
        use(tmp_path, *recent)
    store = Store(tmp_path, limit=7_500)
    store.put({KEY: os.urandom(1000)})
    store.trim()
    assert all(store.get(key) for key in recent)
    assert sum(store.get(key) is None for key in old) in {4, 5}
    store.close()


def test_what_this_build_used_never_goes(tmp_path: Path) -> None:
    asked, idle, put = digest("hỏi"), digest("không hỏi"), digest("ghi")
    held(tmp_path, dict.fromkeys((asked, idle), os.urandom(1000)))
    store = Store(tmp_path, limit=10)
    assert store.get(asked)
    store.put({put: os.urandom(1000)})
    store.trim()
    assert store.get(asked)
    assert store.get(put)
    assert store.get(idle) is None
    store.close()


def in_a_copy(work: Callable[[], set[bytes]]) -> set[bytes]:
    """What a copy of this process finds."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.write(writer, b"".join(work()))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        found = stream.read()
    os.waitpid(pid, 0)
    return {found[at : at + DIGEST_BYTES] for at in range(0, len(found), DIGEST_BYTES)}


needs_copies = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")


@needs_copies
def test_a_copy_and_its_original_write_side_by_side(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keys = [digest(f"{number}") for number in range(200)]

    def put(own: list[bytes]) -> set[bytes]:
        for key in own:
            store.put({key: VALUE})
        return store.take_used()

    assert in_a_copy(lambda: put(keys[::2])) == {*keys[::2]}
    put(keys[1::2])
    assert all(store.get(key) == VALUE for key in keys)
    store.close()
    again = Store(tmp_path)
    assert all(again.get(key) == VALUE for key in keys)
    again.close()


@needs_copies
def test_a_copy_of_a_closed_store_keeps_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({KEY: VALUE})
    store.close()
    assert in_a_copy(lambda: {KEY} if store.get(KEY) else set()) == set()


def test_what_is_taken_as_used_is_told_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({KEY: VALUE})
    assert store.take_used() == {KEY}
    assert store.take_used() == set()
    store.get(KEY)
    assert store.take_used() == {KEY}
    store.close()


@needs_copies
def test_what_copies_used_never_goes(tmp_path: Path) -> None:
    asked, idle = digest("hỏi"), digest("không hỏi")
    held(tmp_path, dict.fromkeys((asked, idle), os.urandom(1000)))
    store = Store(tmp_path, limit=10)
    store.note_used(in_a_copy(lambda: store.take_used() if store.get(asked) else set()))
    store.trim()
    assert store.get(asked)
    assert store.get(idle) is None
    store.close()


def test_room_is_given_back_to_the_disk(tmp_path: Path) -> None:
    held(tmp_path, many(100, 40_000))
    assert size_of(tmp_path) > 4_000_000
    store = Store(tmp_path, limit=100_000)
    store.put({KEY: VALUE})
    store.trim()
    store.close()
    assert size_of(tmp_path) < 400_000
