"""Bodies that would keep a Markdown parser busy for minutes are refused before it sees them."""

from __future__ import annotations

import pytest

from newsroom.source import Limits
from newsroom.source.body_limits import check_body_limits

from ..small import places

LIMITS = Limits(
    line_characters=100,
    repeated_markup=20,
    open_brackets=5,
    list_depth=3,
    markup_in_paragraph=60,
)


def found(body: str, limits: Limits = LIMITS) -> list[str]:
    problems = list(check_body_limits(body, "bai.md", 7, limits))
    return [place.removeprefix("bai.md:") for place in places(problems)]


TOO_MUCH = {
    "một dòng dài": ("Một\n" + "x" * 101, ["8 line-too-long"]),
    "dấu [ liền nhau": ("[" * 21, ["7 nesting-too-deep", "7 nesting-too-deep"]),
    "dấu * liền nhau": ("*" * 21, ["7 nesting-too-deep"]),
    "ngoặc vuông lồng nhau": ("[a " * 6 + "]" * 54, ["7 nesting-too-deep", "7 nesting-too-deep"]),
    "ký hiệu trong một đoạn": ("a* b_ " * 12 + "\n" + "(a) " * 20, ["7 nesting-too-deep"]),
    "ký hiệu trong đoạn sau": (
        "Một\n\n" + "a* b_ " * 12 + "\n" + "(a) " * 20,
        ["9 nesting-too-deep"],
    ),
    "trích dẫn lồng": ("Một\n\n> > > > Hai", ["9 nesting-too-deep"]),
    "danh sách thụt sâu": ("- a\n" + " " * 16 + "- b", ["8 nesting-too-deep"]),
    "danh sách trên một dòng": ("- - - - a", ["7 nesting-too-deep"]),
    "danh sách số trên một dòng": ("1. 1. 1. 1. a", ["7 nesting-too-deep"]),
    "Tab thụt sâu": ("- a\n\t\t\t\t- b", ["8 nesting-too-deep"]),
}


@pytest.mark.parametrize(("body", "expected"), TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_too_much(body: str, expected: list[str]) -> None:
    assert found(body) == expected


ENOUGH = {
    "rỗng": "",
    "dòng vừa đủ": "x" * 100,
    "vừa đủ dấu": "*" * 20,
    "ngoặc vuông vừa đủ": "[a [b [c [d [e]]]]]",
    "ngoặc vuông ở nhiều đoạn": "\n\n".join(["[a](b.md) [c](d.md)"] * 40),
    "trích dẫn vừa đủ": "> > > Một",
    "danh sách vừa đủ": "- a\n    - b\n        - c",
    "đường kẻ": "-" * 90,
    "bảng": "| a | b |\n|---|---|\n| 1 | 2 |",
}


@pytest.mark.parametrize("body", ENOUGH.values(), ids=ENOUGH.keys())
def test_within_the_limits(body: str) -> None:
    assert found(body) == []


BOMBS = {
    "20.000 dấu [": "[" * 20_000,
    "20.000 dấu [ cách nhau": "[ " * 9_000,
    "300 danh sách lồng": "\n".join(" " * 4 * n + "- a" for n in range(300)),
    "100.000 thẻ div": "<div>\n" * 100_000,
    "3.000 dấu >": ">" * 3_000 + " a",
    "cả bài trên một dòng": "Một câu. " * 3_000,
}


@pytest.mark.parametrize("body", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_refused_by_the_real_limits(body: str) -> None:
    assert found(body, Limits())


def test_a_long_real_article_is_within_the_real_limits() -> None:
    body = "\n\n".join(
        "**Phòng 2** [báo cáo](bai.md) kết quả _thực hiện_ (quý I):\n\n- a\n    - b\n\n> Trích"
        for _ in range(500)
    )
    assert found(body, Limits()) == []
