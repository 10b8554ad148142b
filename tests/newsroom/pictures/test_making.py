"""All renditions of a newsroom made at once; what cannot be made keeps no page from appearing."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.newsroom import Newsroom
from newsroom.pictures import making
from newsroom.pictures.cache import PictureCache
from newsroom.pictures.inspection import publishable
from newsroom.pictures.making import make_renditions, place_original, place_size, without
from newsroom.pictures.renditions import sizes
from newsroom.pictures.sources import picture_sources

from ..small import PATH, LoadSmall, article
from .drawing import drawn, opened, turned_by_the_camera
from .test_renditions import spoilt_png

GOOD, GPS, SPOILT, MOVING = (
    "tin/2025/tot.jpg",
    "tin/2025/vi-tri.jpg",
    "tin/2025/hong.png",
    "tin/2025/anh.gif",
)
FILES = {
    PATH: article(),
    GOOD: drawn(size=(700, 400)),
    GPS: drawn(size=(1200, 700), exif=turned_by_the_camera()),
    SPOILT: spoilt_png(),
    MOVING: drawn("GIF", (700, 400), "P"),
}


@pytest.fixture
def newsroom(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(FILES)


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "cache")


def kept(newsroom: Newsroom, path: str, cache: PictureCache) -> list[bool]:
    return [cache.find(size.name) is not None for size in sizes(newsroom.pictures[path])]


def test_only_what_is_asked_for_is_made(newsroom: Newsroom, cache: PictureCache) -> None:
    made = make_renditions(newsroom, [GOOD, MOVING, "tin/2025/khong-co.jpg"], cache)
    assert (made.broken, made.unkept) == ({}, {})
    assert kept(newsroom, GOOD, cache) == [True] * 3
    assert kept(newsroom, GPS, cache) == [False] * 3


def test_the_second_time_nothing_is_made(
    newsroom: Newsroom, cache: PictureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    make_renditions(newsroom, [GOOD, GPS], cache, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]
    monkeypatch.setattr(making, "make", None)
    make_renditions(newsroom, [GOOD, GPS], cache, lambda done, total: seen.append((done, total)))
    assert len(seen) == 2


def test_a_spoilt_picture_is_reported_and_not_shown(
    newsroom: Newsroom, cache: PictureCache
) -> None:
    made = make_renditions(newsroom, [GOOD, SPOILT], cache)
    assert made.broken == {SPOILT: "tệp hỏng hoặc thiếu dữ liệu"}
    rest = without(newsroom, made)
    assert picture_sources(rest, SPOILT) is None
    assert SPOILT not in rest.assets
    assert [p.code for p in rest.problems_of(SPOILT)] == ["image-broken"]
    assert [p for p in rest.problems if p.path == SPOILT] == list(rest.problems_of(SPOILT))
    assert picture_sources(rest, GOOD) == picture_sources(newsroom, GOOD)


def test_a_full_disk_leaves_the_picture_as_it_is(
    newsroom: Newsroom, cache: PictureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PictureCache, "keep", full)
    made = make_renditions(newsroom, [GOOD], cache)
    assert made.unkept == {GOOD: "ổ đĩa đã đầy"}
    sources = picture_sources(without(newsroom, made), GOOD)
    assert sources
    assert (sources.address, sources.webp, sources.plain) == (GOOD, (), ())


def test_a_file_that_has_gone_meanwhile_is_no_disaster(
    newsroom: Newsroom, cache: PictureCache
) -> None:
    (newsroom.root / GOOD).unlink()
    assert list(make_renditions(newsroom, [GOOD], cache).unkept) == [GOOD]


def test_a_clean_original_goes_out_byte_for_byte(
    newsroom: Newsroom, cache: PictureCache, tmp_path: Path
) -> None:
    target = tmp_path / "site" / "a.jpg"
    place_original(cache, newsroom.root / GOOD, newsroom.pictures[GOOD], target)
    assert target.read_bytes() == FILES[GOOD]
    assert not target.samefile(newsroom.root / GOOD)


def test_an_original_that_says_too_much_is_cleaned_once(
    newsroom: Newsroom, cache: PictureCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, info = newsroom.root / GPS, newsroom.pictures[GPS]
    place_original(cache, file, info, tmp_path / "a.jpg")
    monkeypatch.setattr(making, "publishable", None)
    place_original(cache, file, info, tmp_path / "b.jpg")
    clean = (tmp_path / "b.jpg").read_bytes()
    assert clean == (tmp_path / "a.jpg").read_bytes() == publishable(file.read_bytes(), ".jpg")
    assert opened(clean).size == (700, 1200)


def test_a_size_that_has_gone_meanwhile_is_made_in_its_place(
    newsroom: Newsroom, cache: PictureCache, tmp_path: Path
) -> None:
    size = sizes(newsroom.pictures[GOOD])[0]
    place_size(cache, newsroom.root / GOOD, size, tmp_path / "a.webp")
    assert opened((tmp_path / "a.webp").read_bytes()).size == (size.width, size.height)
