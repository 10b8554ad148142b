"""Links, anchors, pictures and attachments."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.link_checks import (
    LinkMap,
    check_attachment,
    check_links,
    check_picture,
    check_unsafe,
    resolve,
)
from newsroom.markdown_scan import scan
from newsroom.problems import Problem

from .small import PATH, LoadSmall, article, codes, read

KNOWN = LinkMap(
    pages={
        "index.md": scan("Trang chủ"),
        "don-vi/phong-2.md": scan("## Chức năng\n\n## Đầu mối"),
        "don-vi/index.md": scan(""),
        "tin/2025/bai.md": scan(""),
        "tin/2025/bai-khac.md": scan("Nội dung"),
        "tin/2025/ảnh đẹp.md": scan(""),
    },
    unpublished={"tin/2025/ban-nhap.md"},
    assets={"tin/2025/anh.jpg", "tin/2025/ảnh đoàn.jpg", "van-ban/143.pdf"},
    generated=lambda: {"tin/2025/", "tin/2025/03/", "dan-chu/"},
)


def links(body: str) -> list[Problem]:
    source = read(article(body))
    return list(check_links(source, scan(source.body, source.body_line), KNOWN))


def found(body: str) -> list[str]:
    return [f"{p.line}:{p.column} {p.code}" for p in links(body)]


GOOD = {
    "bài cùng thư mục": "[a](bai-khac.md)",
    "đơn vị": "[a](../../don-vi/phong-2.md)",
    "mục của trang khác": "[a](../../don-vi/phong-2.md#dau-moi)",
    "mục của chính trang": "## Kết quả\n\n[a](#ket-qua)",
    "chú thích": "[a](#fn:1)",
    "đầu trang": "[a](#)",
    "trang chủ": "[a](../../index.md)",
    "trang tổng hợp do hệ thống dựng": "[a](index.md) [b](03/index.md) [c](../../dan-chu/index.md)",
    "tệp đính kèm": "[a](../../van-ban/143.pdf)",
    "tên có dấu": "[a](<ảnh đẹp.md>)",
    "tên có dấu, mã hóa": "[a](%E1%BA%A3nh%20%C4%91%E1%BA%B9p.md)",
    "trang khác": "[a](https://x.example/a.md) <https://x.example>",
    "thư và điện thoại": "[a](mailto:a@b.example) [b](tel:0225)",
    "ảnh": "![Đoàn](anh.jpg)",
    "ảnh tên có dấu": "![Đoàn](<ảnh đoàn.jpg>)",
    "đi lên rồi xuống": "[a](../../tin/2025/bai-khac.md)",
    "có tham số": "[a](bai-khac.md?in=1#)",
    "trong mã": "`[a](khong-co.md)`",
}


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD.keys())
def test_a_good_link(body: str) -> None:
    assert found(body) == []


BAD: dict[str, tuple[str, str, str]] = {
    "không có trang": ("[a](bai-khong-co.md)", "8:1 link-dead", "Gần nhất"),
    "nhầm số lần ../": ("[a](../don-vi/phong-2.md)", "8:1 link-dead", "../../don-vi/phong-2.md"),
    "ra ngoài thư mục": ("[a](../../../mkdocs.yml)", "8:1 link-dead", "../"),
    "địa chỉ trang thay vì tệp": (
        "[a](../../don-vi/phong-2/)",
        "8:1 link-dead",
        "Sửa thành:  ../../don-vi/phong-2.md",
    ),
    "rỗng phần tệp": ("[a](khong-co/)", "8:1 link-dead", ""),
    "mục không có": ("[a](../../don-vi/phong-2.md#dau-moy)", "8:1 link-anchor", "“#dau-moi”"),
    "mục không có, cùng trang": ("Xem [a](#khong-co)", "8:5 link-anchor", "Bỏ phần sau dấu #"),
    "tuyệt đối": (
        "[a](/don-vi/phong-2/)",
        "8:1 link-absolute",
        "Sửa thành:  ../../don-vi/phong-2.md",
    ),
    "tuyệt đối, tới thư mục": ("[a](/don-vi/)", "8:1 link-absolute", "../../don-vi/index.md"),
    "tuyệt đối, không có": ("[a](/khong-co/)", "8:1 link-absolute", "tệp .md"),
    "Windows": ("[a](C:\\Users\\a.pdf)", "8:1 link-local", "thư mục của bài"),
    "Windows, gạch xuôi": ("[a](C:/Users/a.pdf)", "8:1 link-local", "thư mục của bài"),
    "máy chủ Windows": ("[a](\\\\may-chu\\a.pdf)", "8:1 link-local", "thư mục của bài"),
    "file:": ("[a](file:///home/a.pdf)", "8:1 link-local", "thư mục của bài"),
    "bản nháp": ("[a](ban-nhap.md)", "8:1 link-unpublished", "Đăng trang đó"),
    "javascript": ("[a](javascript:alert)", "8:1 link-unsafe", "https://"),
    "javascript viết lách": ("[a](JAVA&#115;cript:alert)", "8:1 link-unsafe", "https://"),
    "data": ("[a](data:text/html,b)", "8:1 link-unsafe", "https://"),
    "giao thức lạ": ("[a](ftp://x.example/a)", "8:1 link-dead", "Kiểm tra"),
    "ảnh ở trang khác": ("![a](https://x.example/a.jpg)", "8:1 image-remote", "Tải ảnh về"),
    "ảnh ở trang khác, không ghi giao thức": ("![a](//x.example/a.jpg)", "8:1 image-remote", "Tải"),
    "ảnh ngoài thư mục": ("![a](../../../etc/passwd)", "8:1 image-outside", "cạnh bài"),
    "ảnh Windows": ("![a](C:\\anh.jpg)", "8:1 image-outside", "cạnh bài"),
    "ảnh tuyệt đối": ("![a](/anh.jpg)", "8:1 image-outside", "cạnh bài"),
    "ảnh data": ("![a](data:image/png;base64,x)", "8:1 link-unsafe", "https://"),
    "ảnh không có": ("![a](anh-2.jpg)", "8:1 image-missing", "anh.jpg"),
    "ảnh là trang": ("![a](bai-khac.md)", "8:1 image-missing", ""),
    "ảnh không có mô tả": ("![](anh.jpg)", "8:1 image-alt", "mô tả"),
}


@pytest.mark.parametrize(("body", "expected", "hint"), BAD.values(), ids=BAD.keys())
def test_a_bad_link(body: str, expected: str, hint: str) -> None:
    (problem,) = links(body)
    assert f"{problem.line}:{problem.column} {problem.code}" == expected
    assert hint in problem.hint


def test_every_bad_link_is_told_with_its_place() -> None:
    assert found("Một.\n\nXem [a](x.md) và [b](y.md).\n\n![c](z.jpg)") == [
        "10:5 link-dead",
        "10:18 link-dead",
        "12:1 image-missing",
    ]


GRAVE = {
    "javascript": ("[a](javascript:b)", ["link-unsafe"]),
    "ảnh ở trang khác": ("![a](https://x.example/a.jpg)", ["image-remote"]),
    "ảnh ngoài thư mục": ("![a](../../../a.jpg)", ["image-outside"]),
    "liên kết chết": ("[a](x.md)", []),
    "ảnh không có": ("![a](x.jpg)", []),
}


@pytest.mark.parametrize(("body", "expected"), GRAVE.values(), ids=GRAVE.keys())
def test_what_keeps_the_page_off_the_site(body: str, expected: list[str]) -> None:
    source = read(article(body))
    assert [p.code for p in check_unsafe(source, scan(source.body))] == expected


RESOLVED: dict[str, tuple[str, str, str | None]] = {
    "cùng thư mục": ("tin/2025/bai.md", "anh.jpg", "tin/2025/anh.jpg"),
    "thư mục trên": ("tin/2025/bai.md", "../../don-vi/a.md", "don-vi/a.md"),
    "từ gốc": ("index.md", "tin/index.md", "tin/index.md"),
    "./": ("tin/2025/bai.md", "./anh.jpg", "tin/2025/anh.jpg"),
    "mã hóa": ("tin/2025/bai.md", "a%20b.jpg", "tin/2025/a b.jpg"),
    "ra ngoài": ("tin/2025/bai.md", "../../../a", None),
    "ra ngoài, mã hóa": ("tin/2025/bai.md", "..%2f..%2f../a", None),
    "đúng thư mục cha": ("a.md", "..", None),
    "tuyệt đối": ("a.md", "/etc/passwd", None),
    "gạch ngược": ("a.md", "..\\a", None),
    "NUL": ("a.md", "a%00.jpg", None),
}


@pytest.mark.parametrize(("path", "target", "resolved"), RESOLVED.values(), ids=RESOLVED.keys())
def test_resolve(path: str, target: str, resolved: str | None) -> None:
    assert resolve(path, target) == resolved


PICTURES = {
    "có": ("anh.jpg", []),
    "không có": ("anh-khong-co.jpg", ["image-missing"]),
    "ở trang khác": ("https://x.example/a.jpg", ["image-remote"]),
    "ra ngoài": ("../../../a.jpg", ["image-outside"]),
}


@pytest.mark.parametrize(("target", "expected"), PICTURES.values(), ids=PICTURES.keys())
def test_picture_of_an_article(target: str, expected: list[str]) -> None:
    assert [p.code for p in check_picture(PATH, target, 6, KNOWN)] == expected


ATTACHMENTS = {
    "có": ("../../van-ban/143.pdf", []),
    "không có": ("143.pdf", ["attachment-missing"]),
    "ra ngoài": ("../../../143.pdf", ["attachment-missing"]),
    "ở trang khác": ("https://x.example/143.pdf", ["attachment-missing"]),
}


@pytest.mark.parametrize(("target", "expected"), ATTACHMENTS.values(), ids=ATTACHMENTS.keys())
def test_attachment(target: str, expected: list[str]) -> None:
    assert [p.code for p in check_attachment(PATH, target, 6, KNOWN)] == expected


# --- what is on the site, seen from an article ---

SEEN: dict[str, Any] = {
    "bản nháp": ({"tin/2025/b.md": article(draft="true")}, "b.md", ["8 link-unpublished"]),
    "bài hẹn giờ": (
        {"tin/2025/b.md": article(publish_at="2026-01-01")},
        "b.md",
        ["8 link-unpublished"],
    ),
    "bài hỏng": ({"tin/2025/b.md": "hỏng"}, "b.md", ["8 link-unpublished"]),
    "bài đã đăng": ({"tin/2025/b.md": article()}, "b.md", []),
    "đơn vị": ({}, "../../don-vi/phong-2.md", []),
    "tháng": ({}, "03/index.md", []),
    "tháng không có bài": ({}, "04/index.md", ["8 link-dead"]),
    "kế hoạch chưa đăng ký": (
        {"tin/2025/b.md": article(plan="9/KH-VKSHP")},
        "../../ke-hoach/9-kh-vkshp-2025.md",
        [],
    ),
    "hướng dẫn biên tập": (
        {"bien-tap/huong-dan.md": "---\ntitle: Hướng dẫn\n---\n"},
        "../../bien-tap/huong-dan.md",
        ["8 link-unpublished"],
    ),
    "bàn biên tập": ({}, "../../bien-tap/index.md", ["8 link-dead"]),
}


@pytest.mark.parametrize(("files", "target", "expected"), SEEN.values(), ids=SEEN.keys())
def test_links_to_what_is_not_on_the_site(
    newsroom_of: LoadSmall, files: dict[str, str], target: str, expected: list[str]
) -> None:
    newsroom = newsroom_of({**files, PATH: article(f"[a]({target})")})
    assert codes(newsroom) == expected


def test_in_the_preview_a_draft_can_be_linked_to(newsroom_of: LoadSmall) -> None:
    files = {PATH: article("[a](b.md)"), "tin/2025/b.md": article(draft="true")}
    assert codes(newsroom_of(files, preview=True)) == []
