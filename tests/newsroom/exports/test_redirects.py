"""Old addresses on any host, in ``_redirects`` and in nginx' map."""

from __future__ import annotations

from urllib.parse import urljoin

import lxml.html
import pytest

from newsroom.exports.redirects import redirect_files
from newsroom.newsroom import Newsroom
from newsroom.pages import site_pages
from newsroom.settings import SiteSettings

from ..small import PATH, LoadSmall, article, page
from .nginx_map import ask, maps

URL = "https://trang.example/"
NEW = "/tin/2025/bai/"
UNIT = page("title: Phòng 3\nkind: phong\naliases: [P3, /132/3105/gioi-thieu/phong-3.aspx]")
FILES: dict[str, str | bytes] = {
    PATH: article(
        title="'\"Ba không\" & <bốn có>'".replace("<bốn có>", "1 < 2"),
        aliases="[/vksnd-tp/ten-bai-21687, /132/3105/4313/10992/gioi-thieu/ten-bai.aspx]",
    ),
    "tin/2025/bai-21688.md": article(aliases="/vksnd-tp/bai-hai-21688", title="Bài hai"),
    "tin/2025/nhap.md": article(aliases="/vksnd-tp/nhap-30000", draft="true"),
    "don-vi/phong-3.md": UNIT,
    # Ends with the old number of another page.
    "tin/2025/so-lieu-21687.md": article(title="Số liệu 21687"),
}


def files(newsroom: Newsroom, site_url: str = URL) -> dict[str, str]:
    living = [p.address for p in site_pages(newsroom, SiteSettings())]
    return {f.path: f.content.decode() for f in redirect_files(newsroom, site_url, living)}


@pytest.fixture
def newsroom(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(FILES)


def test_every_old_address_has_a_page(newsroom: Newsroom) -> None:
    assert sorted(files(newsroom)) == [
        "132/3105/4313/10992/gioi-thieu/ten-bai.aspx/index.html",
        "132/3105/gioi-thieu/phong-3.aspx/index.html",
        "_redirects",
        "may-chu/nginx-chuyen-huong.conf",
        "vksnd-tp/bai-hai-21688/index.html",
        "vksnd-tp/ten-bai-21687/index.html",
    ]


@pytest.mark.parametrize("site_url", [URL, ""], ids=["có địa chỉ Trang", "chưa có địa chỉ"])
def test_the_page_leads_on_without_a_script(newsroom: Newsroom, site_url: str) -> None:
    text = files(newsroom, site_url)["vksnd-tp/ten-bai-21687/index.html"]
    here = f"{URL}vksnd-tp/ten-bai-21687/"
    html = lxml.html.fromstring(text)
    assert text.startswith('<!doctype html>\n<html lang="vi">')
    (refresh,) = html.xpath("//meta[@http-equiv='refresh']/@content")
    assert urljoin(here, refresh.removeprefix("0; url=")) == URL + NEW.strip("/") + "/"
    assert urljoin(here, html.xpath("//link[@rel='canonical']/@href")[0]) == f"{URL}tin/2025/bai/"
    assert html.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert html.xpath("//title/text()") == html.xpath("//a/text()") == ['"Ba không" & 1 < 2']
    assert html.xpath("//script | //style | //@style") == []


def test_lines_of_redirects(newsroom: Newsroom) -> None:
    assert sorted(files(newsroom)["_redirects"].splitlines()) == [
        f"/132/3105/4313/10992/gioi-thieu/ten-bai.aspx {NEW} 301",
        "/132/3105/gioi-thieu/phong-3.aspx /don-vi/phong-3/ 301",
        "/vksnd-tp/bai-hai-21688 /tin/2025/bai-21688/ 301",
        f"/vksnd-tp/ten-bai-21687 {NEW} 301",
    ]


REQUESTS = {
    "/vksnd-tp/ten-bai-21687": NEW,
    "/vksnd-tp/ten-bai-21687/": NEW,
    "/VKSND-TP/Ten-Bai-21687": NEW,
    "/vksnd-tp/ten-da-sua-21687": NEW,
    "/dang-va-doan-the/muc-khac-21687/": NEW,
    "/x-21687": NEW,
    "/132/3105/4313/10992/gioi-thieu/ten-bai.aspx": NEW,
    "/132/3105/4313/10992/gioi-thieu/ten-bai.aspx/": NEW,
    "/132/3105/4313/10992/Gioi-Thieu/Ten-Bai.ASPX": NEW,
    "/132/3105/gioi-thieu/PHONG-3.aspx": "/don-vi/phong-3/",
    "/vksnd-tp/x-21688": "/tin/2025/bai-21688/",
    "/vksnd-tp/x-21687.ASPX": NEW,
    "/": "",
    "/tin/2025/bai/": "",
    "/tin/2025/bai-21688/": "",
    "/tin/2025/bai-21688": "",
    "/tin/2025/so-lieu-21687/": "",
    "/vksnd-tp/khong-co-99999": "",
    "/vksnd-tp/nhap-30000": "",
    "/vksnd-tp/ten-bai-21687/them": "",
    "/vksnd-tp/ten-bai-216870": "",
    "/P3": "",
}


@pytest.mark.parametrize(("uri", "target"), REQUESTS.items())
def test_where_nginx_sends_a_request(newsroom: Newsroom, uri: str, target: str) -> None:
    known = maps(files(newsroom)["may-chu/nginx-chuyen-huong.conf"])
    assert ask(known, "$portal_new_address", uri) == target


def test_nginx_never_sends_in_a_circle(newsroom: Newsroom) -> None:
    known = maps(files(newsroom)["may-chu/nginx-chuyen-huong.conf"])
    for target in {ask(known, "$portal_new_address", uri) for uri in REQUESTS} - {""}:
        assert ask(known, "$portal_new_address", target) == ""
        assert ask(known, "$portal_new_address", target.rstrip("/")) == ""


def test_a_site_below_a_folder(newsroom: Newsroom) -> None:
    found = files(newsroom, "https://vien.example/trang/")
    known = maps(found["may-chu/nginx-chuyen-huong.conf"])
    assert ask(known, "$portal_new_address", "/vksnd-tp/x-21687") == "/trang/tin/2025/bai/"
    assert ask(known, "$portal_new_address", "/trang/tin/2025/so-lieu-21687/") == ""
    assert "/vksnd-tp/ten-bai-21687 /trang/tin/2025/bai/ 301\n" in found["_redirects"]


def test_hardly_legible_names_of_files_are_written_safely(newsroom_of: LoadSmall) -> None:
    name = "tin/2025/Bài {a}; $uri 'b' 21687-21687.md"
    found = files(newsroom_of({name: article(aliases="/cu/a-21687")}))
    known = maps(found["may-chu/nginx-chuyen-huong.conf"])
    target = ask(known, "$portal_new_address", "/cu/a-21687")
    assert target.isascii()
    assert not set(" ;{}$\"'") & set(target)
    address = name.removesuffix(".md")
    assert ask(known, "$portal_new_address", f"/{address}/") == ""
    assert found["_redirects"] == f"/cu/a-21687 {target} 301\n"


def test_a_site_without_old_addresses(newsroom_of: LoadSmall) -> None:
    found = files(newsroom_of({PATH: article()}))
    assert found["_redirects"] == ""
    known = maps(found["may-chu/nginx-chuyen-huong.conf"])
    assert ask(known, "$portal_new_address", "/vksnd-tp/x-21687") == ""
