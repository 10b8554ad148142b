"""What an article's Markdown holds, found without rendering it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.markdown_scan import (
    FRAME_IDS,
    first_paragraph,
    heading_anchor,
    is_unsafe_target,
    link_scheme,
    plain_text,
    scan,
)

HEADINGS: dict[str, Any] = {
    "đề mục": ("## Kết quả", [(2, "Kết quả", "ket-qua", 1)]),
    "đ trong đề mục": ("## Đầu đề", [(2, "Đầu đề", "dau-de", 1)]),
    "cấp 1": ("Một\n\n# Hai", [(1, "Hai", "hai", 3)]),
    "gạch dưới bằng =": ("Một\n\nĐề mục\n===", [(1, "Đề mục", "de-muc", 3)]),
    "gạch dưới bằng -": ("Đề mục\n---", [(2, "Đề mục", "de-muc", 1)]),
    "có đậm và liên kết": ("## **Kết** [quả](a.md)", [(2, "Kết quả", "ket-qua", 1)]),
    "mã giữa đề mục": ("## Mẫu `01` mới", [(2, "Mẫu 01 mới", "mau-01-moi", 1)]),
    "mã cuối đề mục": (
        "## Mẫu `01`",
        [(2, "Mẫu 01", "mau-01", 1)],
    ),
    "mã đầu đề mục": (
        "## `01` mới",
        [(2, "01 mới", "01-moi", 1)],
    ),
    "# đóng": ("## Kết quả ##", [(2, "Kết quả", "ket-qua", 1)]),
    "hai đề mục trùng": (
        "## Kết quả\n\n## Kết quả",
        [(2, "Kết quả", "ket-qua", 1), (2, "Kết quả", "ket-qua_1", 3)],
    ),
    "không có chữ La-tinh": ("## 检察", [(2, "检察", "muc", 1)]),
    "trong khối mã": ("```\n## Không\n```", []),
    "đường kẻ": ("Một\n\n---\n\nHai", []),
    "bảng": ("| a | b |\n|---|---|\n| 1 | 2 |", []),
    "# giữa dòng": ("Đợt # 2", []),
}


@pytest.mark.parametrize(("body", "expected"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings(body: str, expected: list[tuple[int, str, str, int]]) -> None:
    assert [(h.level, h.text, h.anchor, h.line) for h in scan(body).headings] == expected


LINKS: dict[str, Any] = {
    "liên kết": ("Xem [Phòng 2](../don-vi/phong-2.md).", [("../don-vi/phong-2.md", 1, 5, False)]),
    "ảnh": ("![Đoàn](anh.jpg)", [("anh.jpg", 1, 1, True)]),
    "có tiêu đề": ('[a](b.md "tiêu đề")', [("b.md", 1, 1, False)]),
    "trong ngoặc nhọn": ("[a](<b c.md>)", [("b c.md", 1, 1, False)]),
    "ngoặc tròn trong địa chỉ": ("[a](b_(c).md)", [("b_(c).md", 1, 1, False)]),
    "hai trên một dòng": ("[a](b.md) [c](d.md)", [("b.md", 1, 1, False), ("d.md", 1, 11, False)]),
    "chữ xuống dòng": ("Một\n[a\nb](c.md)", [("c.md", 2, 1, False)]),
    "ngoặc vuông trong chữ": ("[a [b] c](d.md)", [("d.md", 1, 1, False)]),
    "ảnh trong liên kết": (
        "[![a](b.jpg)](c.md)",
        [("c.md", 1, 1, False), ("b.jpg", 1, 2, True)],
    ),
    "theo tham chiếu": ("[a][b]\n\n[b]: c.md", [("c.md", 3, 6, False)]),
    "ảnh theo tham chiếu": ("![a][b]\n\n[b]: c.jpg", [("c.jpg", 3, 6, True)]),
    "địa chỉ trần": ("<https://x.example/a>", [("https://x.example/a", 1, 1, False)]),
    "thư điện tử": ("<mailto:a@b.example>", [("mailto:a@b.example", 1, 1, False)]),
    "xuống dòng sau dấu (": (
        "[a](\nb.md)",
        [("b.md", 1, 1, False)],
    ),
    "tham chiếu ở dòng sau": (
        "[a][b]\n\n[b]:\n    c.md",
        [("c.md", 4, 5, False)],
    ),
    "ảnh theo tham chiếu tắt": (
        "![a]\n\n[a]: c.jpg",
        [("c.jpg", 3, 6, True)],
    ),
    "rỗng": ("[a]()", [("", 1, 1, False)]),
    "neo": ("[a](#muc)", [("#muc", 1, 1, False)]),
    "trong mã": ("`[a](b.md)` và ``[c](`d.md)``", []),
    "trong khối mã": ("```\n[a](b.md)\n```", []),
    "trong khối mã ~": ("~~~\n[a](b.md)\n~~~", []),
    "không phải liên kết": ("Theo [1] (trang 2)", []),
    "chú thích": ("Một[^1]\n\n[^1]: Xem a.md", []),
}


@pytest.mark.parametrize(("body", "expected"), LINKS.values(), ids=LINKS.keys())
def test_links(body: str, expected: list[tuple[str, int, int, bool]]) -> None:
    assert [(x.target, x.line, x.column, x.is_image) for x in scan(body).links] == expected


def test_lines_count_from_where_the_body_begins() -> None:
    result = scan("Một\n\n[a](b.md)\n\n## Hai\n\n<b>", first_line=10)
    assert [link.line for link in result.links] == [12]
    assert [heading.line for heading in result.headings] == [14]
    assert [finding.line for finding in result.html] == [16]


UNSAFE = {
    "script": "<script>alert(1)</script>",
    "script viết hoa": "<SCRIPT src=a>",
    "script có khoảng trắng": "< script >",
    "đóng title": "</title><script>",
    "onerror": '<img src="x" onerror="alert(1)">',
    "onerror không ngoặc": "<img src=x onerror=alert(1)>",
    "onload sau dấu /": "<svg/onload=alert(1)>",
    "onclick viết hoa": '<p ONCLICK = "a">',
    "iframe": "<iframe src=a></iframe>",
    "style": "<style>p{}</style>",
    "form": "<form action=a>",
    "meta": "<meta http-equiv=refresh>",
    "base": "<base href=//x>",
    "javascript trong thẻ": '<a href="javascript:alert(1)">',
    "javascript có ký tự mã hóa": '<a href="java&#115;cript:alert(1)">',
    "javascript có Tab": '<a href="java&#9;script:alert(1)">',
    "data": '<img src="data:text/html,a">',
    "object chưa đóng": "<object data=a",
}


@pytest.mark.parametrize("body", UNSAFE.values(), ids=UNSAFE.keys())
def test_unsafe_html(body: str) -> None:
    assert any(finding.is_unsafe for finding in scan(f"Một\n\n{body}\n").html)


TAGS: dict[str, tuple[str, list[str]]] = {
    "thẻ": ("<center>A</center>", ["center", "center"]),
    "xuống dòng": ("Một<br>hai<br/>", ["br", "br"]),
    "chú thích HTML": ("<!-- ẩn -->", ["!--"]),
    "CDATA": ("<![CDATA[a]]>", ["!["]),
    "so sánh": ("5 < 6 và 7 > 2", []),
    "nhỏ hơn chữ": ("a <b và c", []),
    "địa chỉ trần": ("<https://x.example>", []),
    "thư điện tử": ("<a@b.example>", []),
    "mã": ("`<script>`", []),
    "khối mã": ("```\n<script>\n```", []),
    "thẻ viết bằng mã": ("Viết &lt;b&gt; nhé", ["&lt;b&gt;"]),
    "mã số": ("&#60;script&#62;", ["&#60;script&#62;"]),
    "dấu < viết bằng mã": ("5 &lt; 6", []),
}


@pytest.mark.parametrize(("body", "expected"), TAGS.values(), ids=TAGS.keys())
def test_other_html(body: str, expected: list[str]) -> None:
    found = scan(body).html
    assert [finding.what for finding in found] == expected
    assert not any(finding.is_unsafe for finding in found)


FIRST = {
    "đoạn đầu": ("Một câu.\n\nHai câu.", "Một câu."),
    "ngắt dòng cứng": ("Một\ncâu dài.\n\nHai.", "Một câu dài."),
    "sau đề mục": ("## Đề mục\n\nMột câu.", "Một câu."),
    "sau ảnh": ("![a](b.jpg)\n\nMột câu.", "Một câu."),
    "sau danh sách": ("- a\n- b\n\nMột câu.", "Một câu."),
    "sau trích dẫn": ("> a\n\nMột câu.", "Một câu."),
    "sau bảng": ("| a |\n|---|\n\nMột câu.", "Một câu."),
    "có đậm, liên kết": ("**Một** [câu](a.md) `b`.", "Một câu b."),
    "có mã ký tự": ("A &amp; B", "A & B"),
    "số ở đầu": ("5 đồng chí dự họp.", "5 đồng chí dự họp."),
    "chỉ có đề mục": ("## Đề mục", ""),
    "rỗng": ("", ""),
}


@pytest.mark.parametrize(("body", "text"), FIRST.values(), ids=FIRST.keys())
def test_first_paragraph(body: str, text: str) -> None:
    assert first_paragraph(body) == text
    assert scan(body).first_paragraph == text


@pytest.mark.parametrize(
    ("markdown_text", "text"),
    [
        ("**Đậm** và *nghiêng*", "Đậm và nghiêng"),
        ("![Đoàn](a.jpg) Phòng 2 họp", "Phòng 2 họp"),
        ("xem <https://x.example/a>", "xem https://x.example/a"),
        ("tệp `<a_b>`", "tệp <a_b>"),
        ("a_b_c và _nghiêng_", "a_b_c và nghiêng"),
        ("Một[^1] hai", "Một hai"),
        ("Một<br>hai", "Mộthai"),
        ("a\\*b", "a*b"),
    ],
)
def test_plain_text(markdown_text: str, text: str) -> None:
    assert plain_text(markdown_text) == text


SCHEMES = {
    "https://x": "https",
    "MAILTO:a@b": "mailto",
    "javascript:alert(1)": "javascript",
    " java\nscript:alert(1)": "javascript",
    "java&#115;cript:alert(1)": "javascript",
    "JaVaScRiPt:alert(1)": "javascript",
    "\x01javascript:a": "javascript",
    "C:\\a": "c",
    "bai.md": "",
    "#muc": "",
    "../a:b.md": "",
    "": "",
}


@pytest.mark.parametrize(("target", "scheme"), SCHEMES.items(), ids=map(repr, SCHEMES))
def test_scheme(target: str, scheme: str) -> None:
    assert link_scheme(target) == scheme


@pytest.mark.parametrize(
    ("target", "is_unsafe"),
    [
        ("javascript:alert(1)", True),
        ("vbscript:a", True),
        ("data:text/html,a", True),
        ("https://x.example", False),
        ("tel:0225", False),
        ("bai.md", False),
    ],
)
def test_unsafe_target(target: str, is_unsafe: bool) -> None:
    assert is_unsafe_target(target) is is_unsafe


TEXTS = [
    "Kết quả",
    "Đầu đề",
    "**Đậm**",
    "[a](b.md)",
    "Mẫu `mã` mới",
    "A & B",
    "检察",
    "1. Một",
    "Main",
    "Main 2",
    "Tin, bài",
    "số_ký_hiệu và _nghiêng_",
    "a\\*b",
    "`<b>`",
    "![ảnh](b.jpg) Kết quả",
    "<https://x.example>",
    "<b>Đậm</b>",
]
line = st.one_of(
    st.sampled_from(TEXTS).map("## {}".format),
    st.sampled_from(TEXTS).map("### {} ###".format),
    st.sampled_from(TEXTS).map("{}\n---".format),
    st.sampled_from(TEXTS).map("> ## {}".format),
    st.sampled_from(TEXTS).map("- ## {}".format),
    st.sampled_from(["Một câu.", "```\n## x\n```", "- a\n- b", "![a](b.jpg)", "> trích"]),
)


@given(st.lists(line, max_size=8).map("\n\n".join))
@settings(max_examples=60)
def test_anchors_are_those_the_rendered_page_has(body: str) -> None:
    toc: dict[str, Any] = {"toc": {"slugify": heading_anchor}}
    renderer = markdown.Markdown(extensions=["fenced_code", "toc"], extension_configs=toc)
    html = renderer.convert(body)
    rendered = re.findall(r'<h[1-6] id="([^"]*)"', html)
    assert [heading.anchor for heading in scan(body).headings] == rendered
    assert not FRAME_IDS & set(rendered)


FRAME_TEMPLATES = Path(__file__).resolve().parents[2] / "overrides"
ID = re.compile(r"""(?:\bid=|section_head\(|matrix\(table, )"([^"]+)""")


def test_no_heading_takes_an_id_of_the_frame() -> None:
    templates = FRAME_TEMPLATES.rglob("*.html")
    used = {name for file in templates for name in ID.findall(file.read_text(encoding="utf-8"))}
    assert "main" in used
    numbered = {name.replace("{{ loop.index }}", "1") for name in used}
    whole = {name for name in numbered if "{" not in name and not name.endswith("-")}
    assert whole <= FRAME_IDS


@given(st.text(st.sampled_from("ab ()[]!<>`~#=-*_&;:\"'/\\.\nĐ"), max_size=80))
@settings(max_examples=200)
def test_any_body_can_be_scanned(body: str) -> None:
    result = scan(body, first_line=5)
    last = 5 + body.count("\n")
    for found in (*result.links, *result.html, *result.headings):
        assert 5 <= found.line <= last
