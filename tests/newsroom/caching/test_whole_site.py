"""“Nothing has changed” is said only where it is so: of what went in, what came out, and the day."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsroom.caching.plain import to_bytes
from newsroom.caching.store import Store
from newsroom.caching.whole_site import (
    Inputs,
    SiteRecord,
    _key,
    files_below,
    inputs_of,
    marks_of,
    recall,
    remember,
)
from newsroom.clock import read_now

BUILT = read_now("2025-08-01 09:00")
TEXT = "tin/2025/bai.md"
HOUR = timedelta(hours=1)


def write_all(root: Path, files: dict[str, str]) -> Path:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return root


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    files = {TEXT: "Một.", "tin/2025/hai.md": "Hai.", "tin/2025/anh.jpg": "anh", "index.md": "Chào"}
    return write_all(tmp_path / "docs", files)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_all(
        tmp_path / "site", {"index.html": "Trang", "tin/index.html": "Tin", "a.js": ""}
    )


def record_of(docs: Path, site: Path, until: datetime | None = None) -> SiteRecord:
    return SiteRecord(inputs_of(docs, b"da biet"), BUILT, until, files_below(site), ())


def changed(
    record: SiteRecord, docs: Path, site: Path, now: datetime = BUILT, known: bytes = b"da biet"
) -> tuple[str, ...] | None:
    return record.changed_texts(inputs_of(docs, known), now, site)


def test_nothing_has_changed(docs: Path, site: Path) -> None:
    assert changed(record_of(docs, site), docs, site) == ()


def test_one_text_has_changed(docs: Path, site: Path) -> None:
    record = record_of(docs, site)
    (docs / TEXT).write_text("Mai.", encoding="utf-8")
    assert changed(record, docs, site) == (TEXT,)


MOMENTS = {
    "later the same day": (BUILT + HOUR, None, True),
    "just before midnight": (BUILT.replace(hour=23, minute=59, second=59), None, True),
    "the next day": (BUILT + timedelta(days=1), None, False),
    "just after midnight": (BUILT.replace(hour=0) + timedelta(days=1), None, False),
    "the clock was set back": (BUILT - HOUR, None, False),
    "the clock was set back to another day": (BUILT - timedelta(days=1), None, False),
    "the next scheduled article is not due yet": (BUILT + HOUR, BUILT + 2 * HOUR, True),
    "a scheduled article is due this moment": (BUILT + HOUR, BUILT + HOUR, False),
    "a scheduled article is overdue": (BUILT + 3 * HOUR, BUILT + 2 * HOUR, False),
}


@pytest.mark.parametrize(("now", "until", "same"), MOMENTS.values(), ids=MOMENTS.keys())
def test_the_moment(
    docs: Path, site: Path, now: datetime, until: datetime | None, same: bool
) -> None:
    found = changed(record_of(docs, site, until), docs, site, now)
    assert found == (() if same else None)


def test_other_settings_code_or_templates(docs: Path, site: Path) -> None:
    """The digest of them all is given (see ``engine.unchanged.read_inputs``)."""
    assert changed(record_of(docs, site), docs, site, known=b"khac") is None


def _rewrite(file: Path) -> None:
    """The same size, the time of before."""
    stat = file.stat()
    file.write_bytes(bytes(stat.st_size))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _replace(file: Path) -> None:
    """Another file with the same size and time."""
    stat = file.stat()
    fresh = file.with_name("moi")
    fresh.write_bytes(bytes(stat.st_size))
    os.utime(fresh, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    fresh.replace(file)


def _becomes_a_link(file: Path) -> None:
    file.rename(file.with_name("that"))
    file.symlink_to("that")


def _becomes_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()


def _becomes_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


Change = Callable[[Path], object]
IN_SITE: dict[str, Change] = {
    "a page touched": lambda site: (site / "index.html").touch(),
    "a page edited": lambda site: (site / "index.html").write_text("Khác", encoding="utf-8"),
    "a page edited, size and time as before": lambda site: _rewrite(site / "tin/index.html"),
    "a page replaced, size and time as before": lambda site: _replace(site / "tin/index.html"),
    "a page removed": lambda site: (site / "tin/index.html").unlink(),
    "an empty file removed": lambda site: (site / "a.js").unlink(),
    "a file added": lambda site: (site / "tin/la.html").touch(),
    "a hidden file added": lambda site: (site / ".la").touch(),
    "a page renamed": lambda site: (site / "a.js").rename(site / "b.js"),
    "a page becomes a link": lambda site: _becomes_a_link(site / "index.html"),
    "a folder removed": lambda site: shutil.rmtree(site / "tin"),
    "all removed": shutil.rmtree,
    "a file in its place": _becomes_a_file,
}


@pytest.mark.parametrize("change", IN_SITE.values(), ids=IN_SITE.keys())
def test_a_site_that_is_not_as_it_was_left(docs: Path, site: Path, change: Change) -> None:
    record = record_of(docs, site)
    change(site)
    assert changed(record, docs, site) is None


IN_DOCS: dict[str, Change] = {
    "a text added": lambda docs: (docs / "tin/2025/ba.md").touch(),
    "a text removed": lambda docs: (docs / TEXT).unlink(),
    "a text renamed": lambda docs: (docs / TEXT).rename(docs / "tin/2025/mot.md"),
    "a text becomes a folder": lambda docs: _becomes_a_folder(docs / TEXT),
    "a text becomes a link": lambda docs: _becomes_a_link(docs / TEXT),
    "a folder added": lambda docs: (docs / "van-ban").mkdir(),
    "a folder moved": lambda docs: (docs / "tin").rename(docs / "van-ban"),
    "a picture edited": lambda docs: (docs / "tin/2025/anh.jpg").write_bytes(b"moi"),
    "a picture touched": lambda docs: (docs / "tin/2025/anh.jpg").touch(),
    "a picture replaced by one of its size and time": lambda docs: _replace(
        docs / "tin/2025/anh.jpg"
    ),
    "a picture edited, size and time as before": lambda docs: _rewrite(docs / "tin/2025/anh.jpg"),
    "a file of no known kind": lambda docs: (docs / "a.docx").touch(),
    "the folder is gone": shutil.rmtree,
}


@pytest.mark.parametrize("change", IN_DOCS.values(), ids=IN_DOCS.keys())
def test_a_docs_folder_of_which_more_than_texts_changed(
    docs: Path, site: Path, change: Change
) -> None:
    record = record_of(docs, site)
    change(docs)
    assert changed(record, docs, site) is None


def test_two_texts_that_changed_places(docs: Path, site: Path) -> None:
    record = record_of(docs, site)
    one, two = docs / TEXT, docs / "tin/2025/hai.md"
    one.write_text("Hai.", encoding="utf-8")
    two.write_text("Một.", encoding="utf-8")
    assert changed(record, docs, site) == (TEXT, "tin/2025/hai.md")


MARKED: dict[str, Change] = {
    **{name: change for name, change in IN_DOCS.items() if name != "a folder added"},
    "a text edited": lambda docs: (docs / TEXT).write_text("Mai.", encoding="utf-8"),
    "a text edited, size and time as before": lambda docs: _rewrite(docs / TEXT),
}
"""An empty folder makes no page."""


@pytest.mark.parametrize("change", MARKED.values(), ids=MARKED.keys())
def test_whatever_happens_while_a_build_reads_leaves_a_mark(docs: Path, change: Change) -> None:
    before = marks_of(docs)
    assert marks_of(docs) == before
    change(docs)
    assert marks_of(docs) != before


def test_a_text_saved_and_undone_leaves_a_mark(docs: Path) -> None:
    before = marks_of(docs)
    text = (docs / TEXT).read_bytes()
    (docs / TEXT).write_bytes(b"")
    (docs / TEXT).write_bytes(text)
    assert marks_of(docs) != before


def test_a_record_is_recalled_for_its_own_site(tmp_path: Path, docs: Path, site: Path) -> None:
    store = Store(tmp_path / "bo-nho-dem")
    record = replace(record_of(docs, site, BUILT + HOUR), messages=(("mkdocs", 30, "Sai"),))
    assert recall(store, site) is None
    remember(store, site, record)
    assert recall(store, site) == record
    assert recall(store, tmp_path / "site-khac") is None
    store.close()


SPOILT = {
    "bytes": b"khong phai",
    "another value": to_bytes(Inputs(b"", {})),
    "none": to_bytes(None),
}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_record_is_none(tmp_path: Path, site: Path, data: bytes) -> None:
    store = Store(tmp_path / "bo-nho-dem")
    store.put({_key(site): data})
    assert recall(store, site) is None
    store.close()


def test_a_pipe_is_not_waited_for(docs: Path) -> None:
    os.mkfifo(docs / "tin/2025/ong.md")
    found: list[Inputs] = []
    looking = threading.Thread(target=lambda: found.append(inputs_of(docs, b"")), daemon=True)
    looking.start()
    looking.join(timeout=30)
    assert [sorted(inputs.texts) for inputs in found] == [["index.md", TEXT, "tin/2025/hai.md"]]
