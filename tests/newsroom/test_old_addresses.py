"""Old addresses (``aliases:``) of articles, units, plans and documents."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.old_addresses import is_old_address, old_number

from .small import PATH, PDF, LoadSmall, article, codes, page, places

ALIASES: dict[str, Any] = {
    "địa chỉ cũ": ("/vksnd-tp/ten-bai-21687", None),
    "địa chỉ cũ hơn": ("/132/3105/4313/10992/gioi-thieu/ten-bai.aspx", None),
    "đuôi viết hoa": ("/132/3105/gioi-thieu/Ten-Bai.ASPX", None),
    "có / ở cuối": ("/vksnd-tp/ten-bai-21687/", None),
    "ghi cả máy chủ cũ": ("http://vien-cu.example/vksnd-tp/ten-bai-21687", None),
    "ghi cả máy chủ cũ, viết hoa": ("HTTPS://Vien-cu.example:8080/vksnd-tp/ten-bai-21687", None),
    "máy chủ cũ, có mục": ("http://vien-cu.example/cu/bai#phan-2", None),
    "máy chủ cũ, không có đường dẫn": ("http://vien-cu.example", "không phải là đường dẫn"),
    "máy chủ cũ, có tham số": ("http://vien-cu.example/default.aspx?id=5", "sau dấu ?"),
    "máy chủ cũ viết hỏng": ("http://[a/b", "không phải là đường dẫn"),
    "máy chủ cũ, chính bài": ("http://vien-cu.example/tin/2025/bai", "vòng tròn"),
    "sang trang khác": ("//example.org/a", "dẫn ra ngoài Trang"),
    "giao thức khác": ("ftp://example.org/a", "dẫn ra ngoài Trang"),
    "mã lệnh": ("javascript:alert(1)", "dẫn ra ngoài Trang"),
    "không có / đầu": ("vksnd-tp/a", "không phải là đường dẫn"),
    "ra ngoài thư mục": ("/../a", "dấu chấm"),
    "ra ngoài, ở cuối": ("/a/..", "dấu chấm"),
    "có dấu": ("/vksnd-tp/bài", "không phải là đường dẫn"),
    "có tham số": ("/a?id=1", "sau dấu ?"),
    "cú pháp nginx": ("/a;}b", "không phải là đường dẫn"),
    "biến nginx": ("/a$uri", "không phải là đường dẫn"),
    "mẫu của _redirects": ("/a/*", "không phải là đường dẫn"),
    "khoảng trắng": ("/a /b 200", "không phải là đường dẫn"),
    "trang chủ": ("/", "không phải là đường dẫn"),
    "chính bài": ("/tin/2025/bai/", "vòng tròn"),
    "chính bài, viết hoa": ("/Tin/2025/BAI", "vòng tròn"),
    "tệp trang của chính bài": ("/tin/2025/bai/index.html", "vòng tròn"),
    "trang có sẵn": ("/don-vi/phong-2/", "đã có một trang"),
    "trang do hệ thống dựng": ("/tin/2025/03", "đã có một trang"),
    "dưới một tệp đã có": ("/tin/2025/anh.pdf/a", "dưới một tệp"),
    "tệp đã có": ("/tin/2025/anh.pdf", "đã có một trang"),
    "dưới một trang đã có": ("/don-vi/phong-2/cu", None),
    "có dấu chấm": ("/gioi-thieu/ten.bai.aspx/a", None),
    "thư mục giao diện": ("/assets/a", "tệp của chính Trang"),
    "sơ đồ trang": ("/sitemap.xml", "tệp của chính Trang"),
    "phần của sơ đồ trang": ("/sitemap-2.xml", "tệp của chính Trang"),
    "nguồn tin Atom": ("/don-vi/phong-2/atom.xml", "tệp của chính Trang"),
    "tệp của máy chủ": ("/may-chu/a", "tệp của chính Trang"),
    "tiêu đề HTTP": ("/_headers", "tệp của chính Trang"),
    "trang chủ, ghi cả tệp": ("/index.html", "tệp của chính Trang"),
    "dấu chấm ở cuối": ("/a./b", "dấu chấm"),
    "phần quá dài": (f"/{'a' * 151}", "quá dài"),
    "quá nhiều tầng": ("/a" * 13, "quá dài"),
    "vừa đủ dài": (f"/{'a' * 150}" + "/a" * 11, None),
}


@pytest.mark.parametrize(("alias", "reason"), ALIASES.values(), ids=ALIASES.keys())
def test_alias(newsroom_of: LoadSmall, alias: str, reason: str | None) -> None:
    files = {PATH: article("[x](anh.pdf)", aliases=f'\n  - "{alias}"'), "tin/2025/anh.pdf": PDF}
    newsroom = newsroom_of(files)
    assert codes(newsroom) == ([] if reason is None else ["7 alias-invalid"])
    assert len(newsroom.redirects) == (reason is None)
    if reason is not None:
        assert reason in newsroom.problems[0].message


def test_of_a_whole_address_the_path_counts(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(aliases="http://cu.example/132/bai.aspx#a")})
    assert list(newsroom.redirects) == ["132/bai.aspx"]


def test_an_address_with_its_file_is_the_same_address(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(aliases="[/cu/bai/index.html, /cu/bai]")})
    assert list(newsroom.redirects) == ["cu/bai"]
    assert codes(newsroom) == ["6 alias-invalid"]


SECOND = "tin/2025/bai-2.md"
CLAIMS: dict[str, tuple[str, str, str | None]] = {
    "hai địa chỉ": ("/cu/bai-1", "/cu/bai-2", None),
    "một địa chỉ": ("/cu/bai-1", "/cu/bai-1", "đã dùng ở"),
    "khác chữ hoa và dấu / cuối": ("/cu/bai-1", "/CU/Bai-1/", "đã dùng ở"),
    "khác máy chủ": ("http://a.example/cu", "http://b.example/cu", "đã dùng ở"),
    "một số ở cuối": ("/vksnd-tp/ten-cu-21687", "/vksnd-tp/ten-moi-21687", "số 21687"),
    "một số, khác mục": ("/vksnd-tp/a-21687", "/gop-y/b-21687/", "số 21687"),
    "một số, đuôi .aspx": ("/vksnd-tp/a-21687", "/132/b-21687.aspx", "số 21687"),
    "hai số": ("/vksnd-tp/ten-21687", "/vksnd-tp/ten-21688", None),
    "cùng năm ở cuối": ("/cu/tong-ket-nam-2025", "/cu/ke-hoach-nam-2025", None),
    "cùng số nhỏ ở cuối": ("/cu/phong-2", "/khac/phong-2", None),
}


@pytest.mark.parametrize(("one", "two", "reason"), CLAIMS.values(), ids=CLAIMS.keys())
def test_an_old_address_belongs_to_one_article(
    newsroom_of: LoadSmall, one: str, two: str, reason: str | None
) -> None:
    files = {PATH: article(date="2025-03-07", aliases=one), SECOND: article(aliases=two)}
    newsroom = newsroom_of(files)
    if reason is None:
        assert newsroom.problems == ()
        return
    (problem,) = newsroom.problems
    assert (problem.place, problem.code) == (f"{SECOND}:6", "alias-invalid")
    assert reason in problem.message
    assert PATH in problem.message


def test_one_page_may_have_two_addresses_with_one_number(newsroom_of: LoadSmall) -> None:
    aliases = "[/vksnd-tp/ten-21687, /dang-va-doan-the/ten-khac-21687]"
    assert codes(newsroom_of({PATH: article(aliases=aliases)})) == []


NUMBERS = {
    "/vksnd-tp/ten-bai-21687": "21687",
    "/132/ten-bai-21687.aspx": "21687",
    "/132/ten-bai-21687.ASPX": "21687",
    "/132/3105/ten-bai.aspx": None,
    "/cu/nam-2025": None,
    "/cu/bai-20251": "20251",
    "/cu/phong-2": None,
    "/cu/21687": None,
    "/cu/bai-0123456789": None,
}


@pytest.mark.parametrize(("address", "number"), NUMBERS.items())
def test_the_number_of_the_old_portal(address: str, number: str | None) -> None:
    assert old_number(address) == number


# --- of units, plans and documents, whose aliases are names as well ---

UNIT = (
    "title: Phòng 3\nkind: phong\naliases: [P3, /vksnd-tp/phong-3-123, http://cu.example/p3.aspx]"
)
PLAN = "title: Kế hoạch\nnumber: 9/KH-VKSHP\naliases: [Kế hoạch số chín, /vksnd-tp/ke-hoach-9-456]"
DOCUMENT = "title: Quy chế\nnumber: 1/QĐ-VKSHP\naliases:\n  - /cu/quy-che\n  - Quy chế số một"
REGISTERED = {
    "don-vi/phong-3.md": page(UNIT),
    "ke-hoach/9-kh-vkshp-2025.md": page(PLAN),
    "van-ban/1-qd-vkshp-2025.md": page(DOCUMENT),
}


def test_old_addresses_of_register_pages(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(REGISTERED)
    assert {alias: one.address for alias, one in newsroom.redirects.items()} == {
        "vksnd-tp/phong-3-123": "don-vi/phong-3/",
        "p3.aspx": "don-vi/phong-3/",
        "vksnd-tp/ke-hoach-9-456": "ke-hoach/9-kh-vkshp-2025/",
        "cu/quy-che": "van-ban/1-qd-vkshp-2025/",
    }
    assert places(newsroom.problems) == []


def test_an_old_address_is_no_name(newsroom_of: LoadSmall) -> None:
    cited = article(unit="P3", plan="Kế hoạch số chín", documents="[Quy chế số một]")
    assert codes(newsroom_of({**REGISTERED, PATH: cited})) == []
    by_address = article(unit="/vksnd-tp/phong-3-123", documents="[/cu/quy-che]")
    found = codes(newsroom_of({**REGISTERED, PATH: by_address}))
    assert found == ["5 unit-unknown", "6 document-unknown"]
    assert "/cu/" not in newsroom_of({**REGISTERED, PATH: by_address}).problems[1].hint


WRONG: dict[str, tuple[str, str]] = {
    "trang đã có": ("/don-vi/phong-9/", "đã có một trang"),
    "chính đơn vị": ("/don-vi/phong-3/", "vòng tròn"),
    "viết sai": ("/vksnd-tp/phòng", "không phải là đường dẫn"),
    "có tham số": ("https://cu.example/a?b", "sau dấu ?"),
    "dưới tệp của một trang": ("/don-vi/phong-9/index.html/a", "nằm dưới một tệp"),
    "dưới tệp của chính nó": ("/cu/INDEX.html/a", "nằm dưới một tệp"),
}


@pytest.mark.parametrize(("alias", "reason"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_old_address_of_a_unit(newsroom_of: LoadSmall, alias: str, reason: str) -> None:
    text = page(f'title: Phòng 3\nkind: phong\naliases:\n  - P3\n  - "{alias}"')
    (problem,) = newsroom_of({"don-vi/phong-3.md": text}).problems
    assert (problem.place, problem.code) == ("don-vi/phong-3.md:6", "alias-invalid")
    assert reason in problem.message


def test_a_unit_and_an_article_may_not_claim_one_address(newsroom_of: LoadSmall) -> None:
    unit = page("title: Phòng 3\nkind: phong\naliases: [/cu/phong-3]")
    newsroom = newsroom_of({"don-vi/phong-3.md": unit, PATH: article(aliases="/cu/phong-3")})
    (problem,) = newsroom.problems
    assert problem.place == "don-vi/phong-3.md:4"
    assert PATH in problem.message


KINDS = {
    "P2": False,
    "Phòng 2 / Phòng 3": False,
    "/cu/a": True,
    "http://a.example/b": True,
    "HTTPS://a.example": True,
    "httpd": False,
    "": False,
}


@pytest.mark.parametrize(("alias", "is_address"), KINDS.items())
def test_names_and_addresses(alias: str, is_address: bool) -> None:
    assert is_old_address(alias) is is_address
