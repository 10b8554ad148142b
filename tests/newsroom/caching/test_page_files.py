"""Finished pages that are kept: only what was kept is used again, and no more than fits."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.caching import page_files
from newsroom.caching.fingerprint import digest
from newsroom.caching.page_files import FOLDER, KeptPages, Record
from newsroom.caching.plain import to_bytes
from newsroom.caching.store import Store

KEY = digest("trang")
PAGE = "<!doctype html><p>Trang đã dựng xong.</p>".encode() * 20
NEEDS = frozenset({("img-src", "data:")})
DAY = 24 * 60 * 60
NOW = 1_800_000_000.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "bo-nho-dem")
    yield store
    store.close()


@pytest.fixture
def kept(tmp_path: Path, store: Store) -> KeptPages:
    return KeptPages(tmp_path / "bo-nho-dem", store)


def keep(kept: KeptPages, source: Path, key: bytes = KEY, content: bytes = PAGE) -> Path:
    """Write a page at *source* as a build does, and keep it; the file of the kept page."""
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(content)
    kept.keep(key, os.fspath(source), content, NEEDS, ("lỗi",))
    kept.store.put(kept.made)
    return kept_file(kept, key)


def kept_file(kept: KeptPages, key: bytes = KEY) -> Path:
    return Path(kept._path(key))


def placed(kept: KeptPages, target: Path, key: bytes = KEY) -> Record | None:
    target.parent.mkdir(parents=True, exist_ok=True)
    return kept.place(key, os.fspath(target))


def test_a_kept_page_is_put_into_the_next_site_with_what_is_known_of_it(
    tmp_path: Path, kept: KeptPages
) -> None:
    keep(kept, tmp_path / "site/a/index.html")
    target = tmp_path / "site-2/a/index.html"
    record = placed(kept, target)
    assert record
    assert (record.needs, record.faults) == (NEEDS, ("lỗi",))
    assert target.read_bytes() == PAGE
    assert target.stat().st_ino == kept_file(kept).stat().st_ino


def test_a_page_that_was_never_kept_is_not_there(tmp_path: Path, kept: KeptPages) -> None:
    keep(kept, tmp_path / "site/a.html")
    target = tmp_path / "site-2/a.html"
    assert placed(kept, target, digest("trang khác")) is None
    assert not target.exists()


def _in_place(file: Path, change: Callable[[bytes], bytes]) -> None:
    """As an editor does that keeps the file, and sets its time back."""
    stat, data = file.stat(), change(file.read_bytes())
    with file.open("r+b") as out:
        out.write(data)
        out.truncate()
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a letter": lambda data: data.replace(b"xong", b"XONG", 1),
    "cut short": lambda data: data[: len(data) // 2],
    "emptied": lambda data: b"",
    "longer": lambda data: data + b"<!-- -->",
    "another page": lambda data: bytes(len(data)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("where", ["in the site", "in the cache"])
def test_a_page_changed_in_place_is_not_used_again(
    tmp_path: Path, kept: KeptPages, change: Callable[[bytes], bytes], where: str
) -> None:
    """The page in the site and the kept one are the same file: both change, with size and time."""
    source = tmp_path / "site/a.html"
    file = keep(kept, source)
    assert source.samefile(file)
    _in_place(source if where == "in the site" else file, change)
    target = tmp_path / "site-2/a.html"
    assert placed(kept, target) is None
    assert not target.exists()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_page_made_again_replaces_the_spoilt_one(
    tmp_path: Path, kept: KeptPages, change: Callable[[bytes], bytes]
) -> None:
    _in_place(keep(kept, tmp_path / "site/a.html"), change)
    keep(kept, tmp_path / "site-2/a.html")
    target = tmp_path / "site-3/a.html"
    assert placed(kept, target)
    assert target.read_bytes() == PAGE


def test_a_page_that_changed_as_it_was_kept_is_not_used(tmp_path: Path, kept: KeptPages) -> None:
    source = tmp_path / "site/a.html"
    source.parent.mkdir()
    source.write_bytes(PAGE.replace(b"xong", b"XONG"))
    kept.keep(KEY, os.fspath(source), PAGE, NEEDS, ())
    kept.store.put(kept.made)
    assert placed(kept, tmp_path / "site-2/a.html") is None


def test_a_page_is_used_by_its_content_whatever_its_time(tmp_path: Path, kept: KeptPages) -> None:
    """Restored from a copy of the disk, say."""
    file = keep(kept, tmp_path / "site/a.html")
    data = file.read_bytes()
    file.unlink()
    file.write_bytes(data)
    os.utime(file, (1, 1))
    assert placed(kept, tmp_path / "site-2/a.html")


def _becomes_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _becomes_a_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("khong-co")


GONE: dict[str, Callable[[Path], object]] = {
    "the file": lambda file: file.unlink(),
    "its folder": lambda file: shutil.rmtree(file.parent),
    "all pages": lambda file: shutil.rmtree(file.parents[1]),
    "a folder in its place": _becomes_a_folder,
    "a link to nothing": _becomes_a_link,
}


@pytest.mark.parametrize("spoil", GONE.values(), ids=GONE.keys())
def test_a_page_that_is_gone_is_a_miss(
    tmp_path: Path, kept: KeptPages, spoil: Callable[[Path], object]
) -> None:
    spoil(keep(kept, tmp_path / "site/a.html"))
    assert placed(kept, tmp_path / "site-2/a.html") is None
    again = KeptPages(tmp_path / "bo-nho-dem", kept.store)
    keep(again, tmp_path / "site-3/a.html")  # may fail, must not raise


RECORDS = {
    "bytes that are no record": b"khong phai",
    "another value": to_bytes(("chữ", 1)),
    "none": to_bytes(None),
}


@pytest.mark.parametrize("data", RECORDS.values(), ids=RECORDS.keys())
def test_without_a_record_a_file_is_not_used(tmp_path: Path, kept: KeptPages, data: bytes) -> None:
    keep(kept, tmp_path / "site/a.html")
    kept.store.put({KEY: data})
    assert placed(kept, tmp_path / "site-2/a.html") is None


def test_where_links_cannot_be_made_pages_are_copied(
    tmp_path: Path, kept: KeptPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: str, target: str) -> None:
        raise OSError(errno.EXDEV, "another disk", path, None, target)

    monkeypatch.setattr(os, "link", no_links)
    file = keep(kept, tmp_path / "site/a.html")
    target = tmp_path / "site-2/a.html"
    assert placed(kept, target)
    assert target.read_bytes() == PAGE
    assert not target.samefile(file)


def test_a_disk_without_room_keeps_no_page_and_leaves_nothing(
    tmp_path: Path, kept: KeptPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: str, target: str) -> None:
        raise OSError(errno.EXDEV, "another disk", path, None, target)

    def no_room(path: str, target: str) -> None:
        Path(target).write_bytes(b"nua")
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(page_files, "_link_or_copy", no_room)
    file = keep(kept, tmp_path / "site/a.html")
    assert kept.made == {}
    assert list(file.parent.iterdir()) == []


def test_beyond_the_limit_pages_that_this_build_has_not_used_go(tmp_path: Path) -> None:
    folder = tmp_path / "bo-nho-dem"
    keys = [digest(f"trang {k}") for k in range(10)]
    store = Store(folder)
    for key in keys:
        keep(KeptPages(folder, store), tmp_path / "site" / key.hex(), key)
    store.close()
    store = Store(folder)
    later = KeptPages(folder, store, limit=5 * len(PAGE))
    for key in keys[:2]:
        assert placed(later, tmp_path / "site-2" / key.hex(), key)
    new = digest("trang mới")
    keep(later, tmp_path / "site-2/moi", new)
    later.trim(NOW)
    left = {path.name for path in (folder / FOLDER).rglob("*") if path.is_file()}
    assert left == {key.hex() for key in (*keys[:2], new)}
    assert (tmp_path / "site" / keys[5].hex()).read_bytes() == PAGE
    store.close()


def test_within_the_limit_all_pages_stay(tmp_path: Path) -> None:
    folder = tmp_path / "bo-nho-dem"
    store = Store(folder)
    keys = [digest(f"trang {k}") for k in range(5)]
    for key in keys:
        keep(KeptPages(folder, store), tmp_path / "site" / key.hex(), key)
    store.close()
    store = Store(folder)
    KeptPages(folder, store, limit=5 * len(PAGE)).trim(NOW)
    assert len([path for path in (folder / FOLDER).rglob("*") if path.is_file()]) == 5
    store.close()


@pytest.mark.parametrize(("age", "stays"), [(60, True), (DAY - 60, True), (DAY + 60, False)])
def test_what_killed_builds_left_unfinished_goes_after_a_day(
    tmp_path: Path, kept: KeptPages, age: int, stays: bool
) -> None:
    """Younger ones may be those of a build under way."""
    file = keep(kept, tmp_path / "site/a.html")
    left = file.with_name(f"{file.name}.0123456789abcdef.tmp")
    left.write_bytes(PAGE)
    os.utime(left, (NOW - age, NOW - age))
    os.utime(file, (NOW - 9 * DAY, NOW - 9 * DAY))
    kept.trim(NOW)
    assert left.exists() == stays
    assert file.exists()


def test_nothing_kept_nothing_trimmed(kept: KeptPages) -> None:
    kept.trim(NOW)
