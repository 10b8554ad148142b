"""How a page looks where it is shared."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.exports.social import (
    SharedPicture,
    drawn_picture,
    drawn_titles,
    shared_picture,
    social_view,
)
from newsroom.pictures.social import social_address
from newsroom.settings import SiteSettings
from newsroom.views import ArticleView, Link, PageView, PictureView, Rendition, UnitView, View

from ..small import LoadSmall, page

URL = "https://trang.example/"
SETTINGS = SiteSettings()
DRAWN = SharedPicture("assets/anh/chia-se-1.png", "Phòng 2", 1200, 630)
OWN = PictureView("tin/2025/anh.jpg", "Đoàn kiểm tra", None, None, 800, 600)


def test_without_the_sites_address_nothing_can_be_shared() -> None:
    assert social_view(PageView("Trang"), "a/", SETTINGS, "", DRAWN) is None


def test_an_article() -> None:
    view = ArticleView("Bài", "Mô tả.", picture=OWN, published_iso="2025-03-06")
    shared = social_view(view, "tin/2025/bai/", SETTINGS, URL, DRAWN)
    assert shared is not None
    assert (shared.kind, shared.title, shared.description) == ("article", "Bài", "Mô tả.")
    assert shared.url == f"{URL}tin/2025/bai/"
    assert (shared.image, shared.image_alt) == (f"{URL}tin/2025/anh.jpg", "Đoàn kiểm tra")
    assert (shared.image_width, shared.image_height) == (800, 600)
    assert (shared.published, shared.modified) == ("2025-03-06", None)


def test_a_page_without_a_picture_has_a_drawn_one() -> None:
    shared = social_view(PageView("Giới thiệu"), "gioi-thieu/", SETTINGS, URL, DRAWN)
    assert shared is not None
    assert (shared.kind, shared.image) == ("website", f"{URL}assets/anh/chia-se-1.png")
    assert shared.description == f"{SETTINGS.tagline} {SETTINGS.name}"


SIZES: dict[str, tuple[tuple[int, ...], tuple[str, int | None, int | None]]] = {
    "không có cỡ nào": ((), ("anh.jpg", 3000, 2000)),
    "cỡ vừa 1600": ((480, 960, 1600, 3000), ("1600.jpg", 1600, 1067)),
    "các cỡ đều nhỏ": ((480, 960), ("960.jpg", 960, 640)),
    "các cỡ đều quá lớn": ((2000,), ("anh.jpg", 3000, 2000)),
}


@pytest.mark.parametrize(("widths", "expected"), SIZES.values(), ids=SIZES.keys())
def test_the_size_that_others_fetch(widths: tuple[int, ...], expected: tuple[Any, ...]) -> None:
    plain = tuple(Rendition(f"{width}.jpg", width) for width in widths)
    shared = shared_picture(PictureView("anh.jpg", "", None, None, 3000, 2000, (), plain))
    assert (shared.address, shared.width, shared.height) == expected


UNIT = Link("Phòng 2", "don-vi/phong-2/")
PAGES: dict[str, tuple[View, str]] = {
    "đơn vị": (UnitView("Phòng 2"), "Phòng 2"),
    "bài về đơn vị": (ArticleView("Bài", kicker=(UNIT, Link("Kế hoạch 1/KH-X"))), "Phòng 2"),
    "bài về đơn vị mang tên cũ": (ArticleView("Bài", kicker=(Link("Phòng hai"),)), "Phòng hai"),
    "bài về đơn vị ngoài danh bạ": (ArticleView("Bài", kicker=(Link("Phòng 99"),)), ""),
    "bài không về đơn vị nào": (ArticleView("Bài"), ""),
    "trang khác": (PageView("Phòng 2"), ""),
}


@pytest.mark.parametrize(("view", "unit"), PAGES.values(), ids=PAGES.keys())
def test_which_drawn_picture(newsroom_of: LoadSmall, view: View, unit: str) -> None:
    names = "\nnames: [{name: Phòng hai, to: 2020-01-01}, {name: Phòng 2, from: 2020-01-02}]"
    files = {"don-vi/phong-2.md": page(f"title: Phòng 2\nkind: phong{names}")}
    titles = drawn_titles(newsroom_of(files), SETTINGS)
    picture = drawn_picture(view, SETTINGS, titles)
    pair = (unit, SETTINGS.name) if unit else (SETTINGS.name, SETTINGS.tagline)
    assert picture.address == social_address(*pair)
    assert picture.alt == " – ".join(pair)
    assert picture.address in {social_address(*known) for known in titles.items()}
