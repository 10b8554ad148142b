"""Checks of a body that need nothing but the body: HTML, headings, wording."""

from __future__ import annotations

import pytest

from newsroom.body_checks import check_body, check_wording
from newsroom.markdown_scan import scan
from newsroom.problems import Problem, Severity

from .small import article, read

FIRST_LINE = 8
"""Of the body in an ordinary article."""


def body_problems(body: str) -> list[Problem]:
    source = read(article(body))
    assert source.body_line == FIRST_LINE
    return list(check_body(source, scan(source.body, source.body_line)))


def wording_problems(body: str) -> list[Problem]:
    return list(check_wording(read(article(body))))


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


SLIPS = {
    "cơ cở": ("dân chủ ở cơ cở", "cơ sở"),
    "tiến tiến": ("tập thể tiến tiến", "tiên tiến"),
    "hình thực": ("nhiều hình thực", "hình thức"),
    "nhất và": ("cán bộ, nhất và lãnh đạo", "nhất là"),
    "qui chế": ("ban hành qui chế", "quy chế"),
    "Qui định": ("Qui định mới", "quy định"),
    "qui trình": ("đúng qui trình", "quy trình"),
    "khoảng trắng trước dấu phẩy": ("sửa đổi , bổ sung", "dấu phẩy liền sau chữ"),
    "ngày dính chữ": ("ngày 12/8/2017của", "có khoảng trắng"),
}


@pytest.mark.parametrize(("text", "meant"), SLIPS.values(), ids=SLIPS.keys())
def test_slips_are_reported_never_corrected(text: str, meant: str) -> None:
    (problem,) = wording_problems(f"Một.\n\nĐơn vị {text}.")
    assert (problem.code, problem.line, problem.severity) == (
        "spelling-slip",
        FIRST_LINE + 2,
        Severity.NOTE,
    )
    assert meant in problem.hint


def test_each_slip_is_reported_on_its_line() -> None:
    found = wording_problems("Ở cơ cở.\n\nVề cơ cở và hình thực.")
    assert sorted((p.line, p.message.partition("“")[2]) for p in found) == [
        (8, "cơ cở”."),
        (10, "cơ cở”."),
        (10, "hình thực”."),
    ]


PRESUMED = {
    "thủ phạm": "bắt giữ thủ phạm",
    "hung thủ": "truy tìm hung thủ",
    "tên X": "đã bắt tên Nguyễn Văn A",
    "tên Đ": "đã bắt tên Đỗ Văn A",
    "đầu câu": ("Thủ phạm đã bị bắt",),
}


@pytest.mark.parametrize("text", PRESUMED.values(), ids=PRESUMED.keys())
def test_presumption_of_innocence(text: str) -> None:
    found = wording_problems(f"Một.\n\n{text}.")
    assert [(p.code, p.line) for p in found] == [("presumption-of-innocence", FIRST_LINE + 2)]


FINE = {
    "họ tên": "ghi rõ họ tên, chức vụ",
    "mang tên": ("con đường mang tên Lê Hồng Phong",),
    "tên của": "đặt tên cho phong trào",
    "tên đơn vị": "Tên Phòng 2 được giữ nguyên",
    "quy chế": "ban hành quy chế",
    "cơ sở": "dân chủ ở cơ sở",
    "nhất và đầu": "Hội nghị lần thứ nhất và thứ hai",
    "ngày tháng": "ngày 12/8/2017 của",
    "số văn bản": "Luật 10/2022/QH15",
    "số điện thoại": "gọi 0225.3842.123",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert [p.message for p in wording_problems(text)] == []


NUMBERS = {
    "số căn cước": ("CCCD 031085012345", ["legal-number"]),
    "số điện thoại": ("0912345678", []),
    "trong địa chỉ": ("tin/031085012345-a", []),
    "mười ba chữ số": ("0310850123456", []),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers_of_persons(text: str, expected: list[str]) -> None:
    assert [p.code for p in wording_problems(text)] == expected
