"""The sitemap by the rules of its protocol, and robots.txt."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.etree
import pytest

from newsroom.exports.robots import robots_file
from newsroom.exports.site_file import SiteFile
from newsroom.exports.sitemap import sitemap_files
from newsroom.pages import SitePage
from newsroom.views import View

URL = "https://trang.example/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
W3C_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?")


def page(address: str, lastmod: str = "") -> SitePage:
    return SitePage(address, None, lambda: View("Trang"), lastmod)


def pages(count: int) -> list[SitePage]:
    return [page(f"tin/{n}/", f"2025-03-{n % 28 + 1:02d}") for n in range(count)]


def faults(file: SiteFile) -> list[str]:
    """What breaks a rule of the protocol in one file."""
    root = lxml.etree.fromstring(file.content)
    kind = root.tag.removeprefix(NAMESPACE)
    found = [] if file.content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>') else ["xml"]
    if kind not in {"urlset", "sitemapindex"}:
        return [*found, f"root {root.tag}"]
    entry = NAMESPACE + {"urlset": "url", "sitemapindex": "sitemap"}[kind]
    found += [f"entry {e.tag}" for e in root if e.tag != entry]
    found += [f"{len(root)} entries"] if not 1 <= len(root) <= 50_000 else []
    found += [f"{len(file.content)} bytes"] if len(file.content) > 50 * 1024 * 1024 else []
    for element in root:
        tags = [child.tag.removeprefix(NAMESPACE) for child in element]
        if tags not in (["loc"], ["loc", "lastmod"]):
            found.append(f"children {tags}")
        loc = element.findtext(f"{NAMESPACE}loc") or ""
        if not loc.startswith(URL) or len(loc) >= 2048 or not loc.isascii() or urlsplit(loc).query:
            found.append(f"loc {loc}")
        changed = element.findtext(f"{NAMESPACE}lastmod")
        if changed is not None and not W3C_DATE.fullmatch(changed):
            found.append(f"lastmod {changed}")
    return found


def entries(file: SiteFile) -> list[tuple[str, str | None]]:
    return [
        (str(e.findtext(f"{NAMESPACE}loc")), e.findtext(f"{NAMESPACE}lastmod"))
        for e in lxml.etree.fromstring(file.content)
    ]


def test_each_page_with_its_last_change() -> None:
    listed = [page(""), page("tin/2025/bai/", "2025-03-06"), page("tin/Bài mới & cũ/")]
    (file,) = sitemap_files(listed, URL)
    assert file.path == "sitemap.xml"
    assert faults(file) == []
    assert entries(file) == [
        (URL, None),
        (f"{URL}tin/2025/bai/", "2025-03-06"),
        (f"{URL}tin/B%C3%A0i%20m%E1%BB%9Bi%20%26%20c%C5%A9/", None),
    ]


def test_without_the_sites_address_there_is_none() -> None:
    assert list(sitemap_files(pages(3), "")) == []


SIZES: dict[str, tuple[int, int, list[int]]] = {
    "vừa một tệp": (5, 5, [5]),
    "thừa một": (6, 5, [5, 1]),
    "vừa hai tệp": (10, 5, [5, 5]),
    "nhiều tệp": (23, 5, [5, 5, 5, 5, 3]),
}


@pytest.mark.parametrize(("count", "most", "expected"), SIZES.values(), ids=SIZES.keys())
def test_more_addresses_than_a_file_may_hold(count: int, most: int, expected: list[int]) -> None:
    files = {f.path: f for f in sitemap_files(pages(count), URL, most_addresses=most)}
    assert all(faults(f) == [] for f in files.values())
    index = files.pop("sitemap.xml")
    if len(expected) == 1:
        assert len(entries(index)) == count
        return
    assert [loc for loc, _ in entries(index)] == [URL + path for path in files]
    assert [len(entries(f)) for f in files.values()] == expected
    listed = [loc for f in files.values() for loc, _ in entries(f)]
    assert listed == [URL + p.address for p in pages(count)]


def test_an_index_knows_the_last_change_of_each_part() -> None:
    listed = [page("a/", "2025-03-01"), page("b/", "2025-03-09"), page("c/"), page("d/")]
    index = next(f for f in sitemap_files(listed, URL, most_addresses=2) if f.path == "sitemap.xml")
    assert [changed for _, changed in entries(index)] == ["2025-03-09", None]


def test_more_bytes_than_a_file_may_hold() -> None:
    files = list(sitemap_files(pages(100), URL, most_bytes=1_000))
    assert all(len(f.content) <= 1_000 for f in files if f.path != "sitemap.xml")
    assert sum(len(entries(f)) for f in files if f.path != "sitemap.xml") == 100


def test_a_hundred_thousand_pages() -> None:
    files = list(sitemap_files(pages(100_001), URL))
    assert [f.path for f in files] == [
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
        "sitemap.xml",
    ]
    assert all(faults(f) == [] for f in files)


ROBOTS: dict[str, tuple[str, bool, list[str]]] = {
    "Trang": (URL, False, ["Allow: /", f"Sitemap: {URL}sitemap.xml"]),
    "chưa có địa chỉ": ("", False, ["Allow: /"]),
    "bản xem trước": (URL, True, ["Disallow: /"]),
}


@pytest.mark.parametrize(("site_url", "preview", "lines"), ROBOTS.values(), ids=ROBOTS.keys())
def test_robots(site_url: str, preview: bool, lines: list[str]) -> None:
    text = robots_file(site_url, is_preview=preview).content.decode()
    assert [line for line in text.splitlines() if line] == ["User-agent: *", *lines]
