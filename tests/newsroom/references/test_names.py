"""Documents named without a number."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.references import Names, find_named

LAW = "Luật Thực hiện dân chủ ở cơ sở"
NAMES = (LAW, "Luật Thực hiện dân chủ", "Quy chế dân chủ", "Luật Phòng, chống tham nhũng", "KH 31")

FOUND = {
    f"Theo {LAW} năm 2022.": [(LAW, LAW)],
    "Theo luật thực hiện dân chủ\nở cơ sở.": [("luật thực hiện dân chủ\nở cơ sở", LAW)],
    "LUẬT  THỰC HIỆN\u00a0DÂN CHỦ Ở CƠ SỞ": [("LUẬT  THỰC HIỆN\u00a0DÂN CHỦ Ở CƠ SỞ", LAW)],
    "Luật Thực hiện dân chủ ở xã": [("Luật Thực hiện dân chủ", "Luật Thực hiện dân chủ")],
    "Quy chế dân chủ; quy chế dân chủ": [
        ("Quy chế dân chủ", "Quy chế dân chủ"),
        ("quy chế dân chủ", "Quy chế dân chủ"),
    ],
    "Luật Phòng , chống tham nhũng": [
        ("Luật Phòng , chống tham nhũng", "Luật Phòng, chống tham nhũng")
    ],
    "Bộ Luật Thực hiện": [],
    "Quy chế dân chủng": [],
    "Quy che dan chu": [],
    "KH 31 và KH 310": [("KH 31", "KH 31")],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(n.text, n.name) for n in find_named(text, NAMES)] == expected
    decomposed = unicodedata.normalize("NFD", text)
    found = find_named(decomposed, Names(NAMES))
    assert [n.name for n in found] == [name for _, name in expected]
    assert all(decomposed[n.start : n.end] == n.text for n in found)


def test_names_of_nothing_are_no_names() -> None:
    assert find_named("Chữ nào đó.", ["", " ", "_"]) == []


@given(
    st.lists(st.sampled_from(["a", "b", "A", "ế", ",", " ", "\n", "\u00ad", "_"]), max_size=30).map(
        "".join
    )
)
def test_matches_never_overlap(text: str) -> None:
    found = find_named(text, ["a", "a b", "b a b", "ế a", "a, b"])
    assert all(text[n.start : n.end] == n.text for n in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
