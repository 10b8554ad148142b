"""Finished pictures between builds: killed, cut short, shared, deleted, too many."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.pictures.cache import PictureCache

from .drawing import drawn

NAME = "0123456789ab-480.jpg"
DATA = drawn(size=(60, 40))


def never() -> bytes:
    raise AssertionError("made again")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "lan-dung"]


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    path = PictureCache(tmp_path).keep(NAME, DATA)
    assert path.read_bytes() == DATA
    assert PictureCache(tmp_path).find(NAME) == path
    assert PictureCache(tmp_path).find("0123456789ab-960.jpg") is None


def test_what_is_kept_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert PictureCache(tmp_path).keep(NAME, DATA).stat().st_mode == plain.stat().st_mode


def test_it_is_put_into_the_site(tmp_path: Path) -> None:
    cache, target = PictureCache(tmp_path / "cache"), tmp_path / "site/assets/anh" / NAME
    kept = cache.keep(NAME, DATA)
    for _ in range(2):  # the second time over what stands there
        cache.place(NAME, target, never)
        assert target.samefile(kept)


def test_what_is_prepared_is_made_once(tmp_path: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(DATA)
        return DATA

    cache = PictureCache(tmp_path / "cache")
    cache.prepare(NAME, make)
    cache.prepare(NAME, never)
    cache.place(NAME, tmp_path / "site" / NAME, never)
    assert made == [DATA]
    assert (tmp_path / "site" / NAME).read_bytes() == DATA


def test_what_cannot_be_prepared_is_made_when_it_is_placed(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    cache = PictureCache(tmp_path / "cache")
    cache.prepare(NAME, lambda: DATA)
    cache.place(NAME, tmp_path / "site" / NAME, lambda: DATA)
    assert (tmp_path / "site" / NAME).read_bytes() == DATA


def test_without_links_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Invalid cross-device link")

    cache, target = PictureCache(tmp_path / "cache"), tmp_path / "site" / NAME
    kept = cache.keep(NAME, DATA)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    cache.place(NAME, target, never)
    assert target.read_bytes() == DATA
    assert not target.samefile(kept)


def test_what_another_build_has_deleted_is_made_again(tmp_path: Path) -> None:
    cache, target = PictureCache(tmp_path / "cache"), tmp_path / "site" / NAME
    cache.keep(NAME, DATA).unlink()
    cache.place(NAME, target, lambda: DATA)
    assert target.read_bytes() == DATA
    assert cache.find(NAME)


SPOILT = {
    "JPEG bị cắt": (NAME, DATA[:-1]),
    "JPEG cụt nửa": (NAME, DATA[: len(DATA) // 2]),
    "JPEG toàn số không": (NAME, bytes(len(DATA))),
    "rỗng": (NAME, b""),
    "PNG bị cắt": ("0123456789ab-480.png", drawn("PNG", (60, 40))[:-1]),
    "WebP bị cắt": ("0123456789ab-480.webp", drawn("WEBP", (60, 40))[:-2]),
    "WebP toàn số không": ("0123456789ab-480.webp", bytes(500)),
    "GIF bị cắt": ("0123456789ab-goc.gif", drawn("GIF", (60, 40), "P")[:-1]),
}


@pytest.mark.parametrize(("name", "data"), SPOILT.values(), ids=SPOILT.keys())
def test_what_was_cut_short_is_not_used(tmp_path: Path, name: str, data: bytes) -> None:
    PictureCache(tmp_path).keep(name, data)
    assert PictureCache(tmp_path).find(name) is None


WHOLE = {
    "JPEG": (NAME, DATA),
    "PNG": ("0123456789ab-480.png", drawn("PNG", (60, 40))),
    "WebP": ("0123456789ab-480.webp", drawn("WEBP", (60, 40))),
    "WebP một điểm ảnh": ("0123456789ab-480.webp", drawn("WEBP", (1, 1))),
    "GIF": ("0123456789ab-goc.gif", drawn("GIF", (60, 40), "P")),
}


@pytest.mark.parametrize(("name", "data"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_whole_is_used(tmp_path: Path, name: str, data: bytes) -> None:
    PictureCache(tmp_path).keep(name, data)
    assert PictureCache(tmp_path).find(name)


KILLED = """
import os, pathlib, sys
from newsroom.pictures.cache import PictureCache

pathlib.Path.replace = lambda *_: os._exit(9)
PictureCache(pathlib.Path(sys.argv[1])).keep("{name}", b"x" * 100)
"""


def test_a_build_killed_while_writing_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED.format(name=NAME), str(tmp_path)]
    assert subprocess.run(command, check=False).returncode == 9
    (rest,) = files(tmp_path)
    assert rest.suffix == ".tmp"
    cache = PictureCache(tmp_path)
    assert cache.find(NAME) is None
    cache.keep(NAME, DATA)
    cache.trim()
    assert rest.exists()  # perhaps another build is writing it at this moment
    os.utime(rest, (0, 0))
    cache.trim()
    assert not rest.exists()
    assert cache.find(NAME)


WRITER = """
import pathlib, sys
from newsroom.pictures.cache import PictureCache

data = pathlib.Path(sys.argv[2]).read_bytes()
for _ in range(150):
    cache = PictureCache(pathlib.Path(sys.argv[1]))
    found = cache.find("{name}")
    assert found is None or found.read_bytes() == data
    cache.keep("{name}", data)
    cache.trim()
"""


def test_two_builds_may_share_it(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(DATA)
    command = [
        sys.executable,
        "-c",
        WRITER.format(name=NAME),
        str(tmp_path),
        str(tmp_path / "data"),
    ]
    builds = [subprocess.Popen(command) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    assert PictureCache(tmp_path).find(NAME)


def names(folder: Path) -> set[str]:
    return {path.name[0] for path in files(folder) if path.suffix == ".jpg"}


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    old = PictureCache(tmp_path)
    for number in range(6):
        path = old.keep(f"{number}{NAME}", DATA)
        os.utime(path, (1_000 + number, 1_000))
    cache = PictureCache(tmp_path, limit=4 * len(DATA))
    assert cache.find(f"0{NAME}")
    cache.trim()
    assert len(names(tmp_path)) == 6  # nothing was added: not this build's task
    cache.keep(f"9{NAME}", DATA)
    cache.trim()
    assert names(tmp_path) == {"0", "4", "5", "9"}


def test_what_this_build_uses_stays(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, limit=1)
    for number in range(3):
        cache.keep(f"{number}{NAME}", DATA)
    cache.trim()
    assert names(tmp_path) == {"0", "1", "2"}


def test_use_is_noted_without_changing_the_files_date(tmp_path: Path) -> None:
    path = PictureCache(tmp_path).keep(NAME, DATA)
    os.utime(path, (1_000, 2_000))
    PictureCache(tmp_path).find(NAME)
    assert path.stat().st_mtime == 2_000
    assert path.stat().st_atime > 3_000
