"""How files and pages name each other."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from newsroom.exports.references import absolute, reference, rooted, xml_text

URL = "https://trang.example/"

# target, where it stands, relative reference
RELATIVE: dict[str, tuple[str, str, str]] = {
    "bài, từ nguồn tin của Trang": ("tin/2025/bai/", "atom.xml", "tin/2025/bai/"),
    "bài, từ nguồn tin của đơn vị": (
        "tin/2025/bai/",
        "don-vi/phong-2/atom.xml",
        "../../tin/2025/bai/",
    ),
    "trang chủ": ("", "don-vi/phong-2/atom.xml", "../../"),
    "trang chủ, từ trang chủ": ("", "", "./"),
    "trang chủ, viết ./": ("./", "tin/2025/", "../../"),
    "chính trang": ("don-vi/phong-2/", "don-vi/phong-2/", "./"),
    "chính nguồn tin": ("don-vi/phong-2/atom.xml", "don-vi/phong-2/atom.xml", "atom.xml"),
    "tệp": ("tin/2025/anh.jpg", "tin/2025/bai/", "../anh.jpg"),
    "có dấu": ("tin/2025/Bài mới/", "tin/", "2025/B%C3%A0i%20m%E1%BB%9Bi/"),
    "đã mã hóa": ("tin/a%20b.jpg", "tin/", "a%20b.jpg"),
    "dấu phần trăm": ("tin/100%/", "tin/", "100%25/"),
}


@pytest.mark.parametrize(("target", "base", "expected"), RELATIVE.values(), ids=RELATIVE.keys())
def test_without_the_sites_address_references_are_relative(
    target: str, base: str, expected: str
) -> None:
    assert reference(target, base, "") == expected
    assert urljoin(URL + base, expected) == absolute(target, URL)


@pytest.mark.parametrize("site_url", ["https://trang.example", "https://trang.example/"])
def test_absolute(site_url: str) -> None:
    assert absolute("tin/2025/bai/", site_url) == "https://trang.example/tin/2025/bai/"
    assert absolute("", site_url) == "https://trang.example/"
    assert reference("./", "tin/", site_url) == "https://trang.example/"


def test_a_site_may_stand_below_a_folder() -> None:
    assert rooted("tin/a/", "https://x.example/trang/") == "/trang/tin/a/"
    assert rooted("tin/a/", "https://x.example/") == "/tin/a/"
    assert rooted("tin/a/", "") == "/tin/a/"


def test_characters_that_no_xml_may_hold_go() -> None:
    assert xml_text("a\x00b\x0b\x1bc\ufffe\td\U0001f600") == "abc\td\U0001f600"
