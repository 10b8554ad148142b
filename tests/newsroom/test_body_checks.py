"""Checks of a body that need nothing but the body: HTML and headings."""

from __future__ import annotations

import pytest

from newsroom.body_checks import check_body
from newsroom.markdown_scan import scan
from newsroom.problems import Problem, Severity

from .small import article, read

FIRST_LINE = 8
"""Of the body in an ordinary article."""


def body_problems(body: str) -> list[Problem]:
    source = read(article(body))
    assert source.body_line == FIRST_LINE
    return list(check_body(source, scan(source.body, source.body_line)))


BODIES = {
    "đề mục cấp 1": ("Một.\n\n# Kết quả", ["10 heading-level-1"]),
    "đề mục cấp 1 gạch dưới": ("Một.\n\nKết quả\n===", ["10 heading-level-1"]),
    "đề mục cấp 2": ("## Kết quả", []),
    "script": ("Một.\n\n<script>alert(1)</script>", ["10 html-unsafe"]),
    "onerror": ('<img src="x" onerror="a">', ["8 html-unsafe"]),
    "hai thẻ nguy hiểm trên hai dòng": (
        "<script>\n\n<iframe>",
        ["8 html-unsafe", "10 html-unsafe"],
    ),
    "thẻ cũ": ("<center>A</center>", ["8 html-tag"]),
    "chú thích HTML": ("<!-- ẩn -->", ["8 html-tag"]),
    "thẻ vô hại": ("Một<br>hai m<sup>2</sup> H<sub>2</sub>O", []),
    "thẻ viết bằng mã ký tự": ("## X &lt;/title&gt;&lt;script&gt;", ["8 html-entity-tag"] * 2),
    "so sánh": ("5 < 6", []),
    "trong mã": ("Dùng `<b>` để in đậm.", []),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_body(body: str, expected: list[str]) -> None:
    assert [f"{p.line} {p.code}" for p in body_problems(body)] == expected


def test_unsafe_html_keeps_the_page_off_the_site_and_tags_do_not() -> None:
    (unsafe,) = body_problems("<script>")
    assert unsafe.severity is Severity.ERROR
    assert "<script>" in unsafe.message
    (tag, *_) = body_problems("<center>")
    assert tag.severity is Severity.WARNING
