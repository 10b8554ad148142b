"""What was read of a file is used again for the same file under the same settings and code only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newsroom.archive_blocks import article_model
from newsroom.caching import reads as reads_module
from newsroom.caching.fingerprint import digest
from newsroom.caching.reads import KeptReads
from newsroom.caching.store import Store
from newsroom.content import Entry, Kind, walk
from newsroom.folder import Outcome, ReadPage, read_all, read_entry
from newsroom.schema import ArticleMeta
from newsroom.settings import SiteSettings, read_settings
from newsroom.source import LIMITS, Source

from ..small import UNITS, article, write

PATH = "tin/2025/bai.md"
FILES: dict[str, str | bytes] = {
    **UNITS,
    PATH: article("Đoạn một.\n\n## Mục\n\nXem [bài khác](khac.md).\n", summary="Tóm tắt."),
    "tin/2025/khac.md": article("", title="Phòng 2: hỏng"),
    "tin/2025/loi.md": article("Chữ<script>alert(1)</script>", tags="[a, a]"),
    "tin/2025/la.md": "không có phần khai báo".encode("utf-16"),
    "tin/2025/windows.md": article("Một.\r\n\r\nHai.\r\n").replace("\n", "\r\n").encode(),
    "ke-hoach/118-kh-vkshp-ttr-2025.md": (
        "---\ntitle: Kế hoạch\nnumber: 118/KH-VKSHP-TTr\ntype: kế hoạch\ndate: 2025-02-07\n---\n"
    ),
    "index.md": "---\ntitle: Trang chủ\n---\n\nChào.\n",
}
ARCHIVES = {
    "archives": [
        {
            **{"id": "chuyen-doi-so", "title": "Chuyển đổi số", "tag": "chuyển đổi số"},
            "block": "digital",
            "axes": [
                {"key": "field", "folder": "linh-vuc", "label": "Lĩnh vực", "values": {"a": "Một"}}
            ],
        }
    ]
}


@dataclass
class Reader:
    """Reads the newsroom at ``root`` as one build after the other does."""

    root: Path
    cache: Path
    settings: SiteSettings = field(default_factory=lambda: read_settings({}))
    anew: list[str] = field(default_factory=list)
    """What the last build read anew."""
    model: type[ArticleMeta] | None = None

    def read_one(self, entry: Entry, source: Source) -> Outcome:
        self.anew.append(entry.path)
        return read_entry(self.model or ArticleMeta, entry, source)

    def entries(self) -> list[Entry]:
        return [entry for entry in walk(self.root).entries if entry.kind is not Kind.ASSET]

    def build(self, reads: KeptReads | None = None) -> list[Outcome]:
        """With a process and so a memory of its own, unless given *reads*."""
        self.anew = []
        self.model = article_model(self.settings.all_archives)
        store = Store(self.cache)
        reads = reads or KeptReads(store, repr(self.settings))
        reads.store = store
        found = list(reads(self.root, self.entries(), self.read_one, None))
        store.close()
        return found

    def clean(self) -> list[Outcome]:
        model = article_model(self.settings.all_archives)
        return list(read_all(self.root, self.entries(), partial(read_entry, model), None))


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(write(tmp_path / "docs", FILES), tmp_path / "bo-nho-dem")


def test_nothing_is_read_twice_and_all_is_as_it_was(reader: Reader) -> None:
    first = reader.build()
    assert first == reader.clean()
    assert sorted(reader.anew) == sorted(FILES)
    assert reader.build() == first
    assert reader.anew == []


def test_bodies_come_back_to_the_letter(reader: Reader) -> None:
    reader.build()
    kept, clean = reader.build(), reader.clean()
    assert [one.page.source.body for one in kept] == [one.page.source.body for one in clean]
    assert [one.page.source.raw for one in kept] == [one.page.source.raw for one in clean]


def test_the_text_is_held_twice_only_where_the_page_cannot_be_shown(reader: Reader) -> None:
    for one in reader.build():
        shown = isinstance(one.page, ReadPage)
        assert bool(one.page.source.raw) != shown, one.page.entry if shown else one.page


def _edit(root: Path) -> None:
    (root / PATH).write_text(article("Đoạn khác."), encoding="utf-8")


def _rename(root: Path) -> None:
    (root / PATH).rename(root / "tin/2025/ten-khac.md")


def _same_size_and_time(root: Path) -> None:
    file = root / PATH
    file.write_bytes(file.read_bytes().replace(b"m\xe1\xbb\x99t", b"hai12", 1))


def _other_kind(root: Path) -> None:
    (root / PATH).rename(root / "don-vi/bai.md")


EDITS = {
    "edited": (_edit, [PATH]),
    "edited to the same size": (_same_size_and_time, [PATH]),
    "renamed": (_rename, ["tin/2025/ten-khac.md"]),
    "moved to another folder, so of another kind": (_other_kind, ["don-vi/bai.md"]),
}


@pytest.mark.parametrize(("edit", "anew"), EDITS.values(), ids=EDITS.keys())
def test_what_changed_is_read_anew(
    reader: Reader, edit: Callable[[Path], None], anew: list[str]
) -> None:
    reader.build()
    edit(reader.root)
    assert reader.build() == reader.clean()
    assert reader.anew == anew


def test_two_files_of_the_same_bytes_are_two(reader: Reader) -> None:
    (reader.root / "tin/2025/cung-noi-dung.md").write_bytes((reader.root / PATH).read_bytes())
    reader.build()
    assert reader.build() == reader.clean()
    assert reader.anew == []


def test_other_settings_read_all_anew(reader: Reader) -> None:
    reader.build()
    reader.settings = read_settings({"tagline": "Khẩu hiệu khác"})
    assert reader.build() == reader.clean()
    assert len(reader.anew) == len(FILES)


def test_other_code_reads_all_anew(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.build()
    monkeypatch.setattr(reads_module, "code_fingerprint", lambda: digest("mã khác"))
    assert reader.build() == reader.clean()
    assert len(reader.anew) == len(FILES)


def test_configured_archives_are_kept_too(reader: Reader) -> None:
    reader.settings = read_settings(ARCHIVES)
    more = article("Nội dung.", digital="{field: a}", tags="[chuyển đổi số]")
    (reader.root / "tin/2025/so.md").write_text(more, encoding="utf-8")
    first = reader.build()
    assert any(hasattr(one.page, "meta") and hasattr(one.page.meta, "digital") for one in first)
    assert reader.build() == first == reader.clean()
    assert reader.anew == []
    reader.settings = read_settings({})
    assert reader.build() == reader.clean()


def changing(reader: Reader, text: str, times: int = 1) -> Callable[[Path, Entry], bytes]:
    """A digest of a file that is saved as *text* just after it was taken, *times* times."""
    digest_of = KeptReads.digest_of
    left = [times]

    def changed(self: Any, root: Path, entry: Entry) -> bytes:
        found = digest_of(self, root, entry)
        if entry.path == PATH and left[0]:
            left[0] -= 1
            (root / PATH).write_text(text, encoding="utf-8")
        return found

    return changed  # type: ignore[return-value]


def test_a_file_saved_between_its_key_and_its_reading_is_not_kept_under_the_old_key(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (reader.root / PATH).read_text(encoding="utf-8")
    monkeypatch.setattr(KeptReads, "digest_of", changing(reader, article("Vừa lưu.")))
    found = reader.build()
    assert any("Vừa lưu." in one.page.source.body for one in found)
    monkeypatch.undo()
    (reader.root / PATH).write_text(before, encoding="utf-8")
    assert reader.build() == reader.clean()


def test_nor_in_the_memory_of_a_preview(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (reader.root / PATH).read_text(encoding="utf-8")
    store = Store(reader.cache)
    reads = KeptReads(store, repr(reader.settings))
    store.close()
    monkeypatch.setattr(KeptReads, "digest_of", changing(reader, article("Vừa lưu.")))
    reader.build(reads)
    monkeypatch.undo()
    (reader.root / PATH).write_text(before, encoding="utf-8")
    assert reader.build(reads) == reader.clean()


def test_a_preview_without_a_store_remembers(reader: Reader, tmp_path: Path) -> None:
    reads = KeptReads(Store(tmp_path / "mot"), repr(reader.settings))
    first = reader.build(reads)
    reader.cache = tmp_path / "hai"
    assert reader.build(reads) == first
    assert reader.anew == []


def test_a_preview_forgets_files_that_are_gone(reader: Reader) -> None:
    reads = KeptReads(Store(reader.cache), repr(reader.settings))
    reader.build(reads)
    for path in list(FILES)[:3]:
        (reader.root / path).unlink()
    reader.build(reads)
    assert len(reads._known) == len(FILES) - 3


def _huge(root: Path) -> None:
    (root / PATH).write_bytes(b"---\n---\n" + b"a" * (LIMITS.file_bytes + 1))


def _folder(root: Path) -> None:
    (root / PATH).unlink()
    (root / PATH).mkdir()


@pytest.mark.parametrize("spoil", [_huge, _folder])
def test_what_cannot_be_read_as_a_whole_is_read_each_time(
    reader: Reader, spoil: Callable[[Path], None]
) -> None:
    reader.build()
    spoil(reader.root)
    assert reader.build() == reader.clean()
    assert reader.build() == reader.clean()


def test_a_file_that_is_gone_since_the_walk_is_no_failure(reader: Reader) -> None:
    entries = reader.entries()
    (reader.root / PATH).unlink()
    store = Store(reader.cache)
    found = list(KeptReads(store, "")(reader.root, entries, reader.read_one, None))
    store.close()
    assert len(found) == len(entries)


SPOILT = {"bytes": b"khong phai", "nothing": b"", "another value": b"\x80\x05K\x01."}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT.keys())
def test_spoilt_outcomes_are_read_anew(reader: Reader, data: bytes) -> None:
    reader.build()
    store = Store(reader.cache)
    keys = [reader_key(reader, store, entry) for entry in reader.entries()]
    store.put(dict.fromkeys(keys, data))
    store.close()
    assert reader.build() == reader.clean()
    assert len(reader.anew) == len(FILES)


def reader_key(reader: Reader, store: Store, entry: Entry) -> bytes:
    return KeptReads(store, repr(reader.settings))._key(reader.root, entry)


def test_what_is_recalled_is_of_those_bytes(reader: Reader) -> None:
    reader.build()
    store = Store(reader.cache)
    reads = KeptReads(store, repr(reader.settings))
    (entry,) = [entry for entry in reader.entries() if entry.path == PATH]
    known = reads.recall(entry, digest((reader.root / PATH).read_bytes()))
    assert known in reader.clean()
    assert reads.recall(entry, digest(b"khac")) is None
    assert (
        reads.recall(replace(entry, address="x/"), digest((reader.root / PATH).read_bytes()))
        is None
    )
    store.close()


def test_progress_is_told(reader: Reader) -> None:
    told: list[tuple[int, int]] = []
    store = Store(reader.cache)
    reads = KeptReads(store, "")
    note = lambda done, total: told.append((done, total))  # noqa: E731
    list(reads(reader.root, reader.entries(), reader.read_one, note))
    store.close()
    assert told[-1] == (len(FILES), len(FILES))
