"""Emphasis and signs: what the Markdown shows on a page is what stood in Word."""

from __future__ import annotations

import random
import re
from html import unescape

import markdown as python_markdown
import pytest

from newsroom.importing.word.inline import Piece, link_target, markdown, plain

_EXTENSIONS = ["tables", "footnotes", "sane_lists", "fenced_code"]


def shown(text: str) -> str:
    """The text that the site's Markdown makes of one paragraph, without its tags."""
    html = python_markdown.markdown(text, extensions=_EXTENSIONS)
    assert html.startswith("<p>") or not html, html
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([Piece("đậm ", is_bold=True), Piece("thường")], "**đậm** thường"),
        ([Piece("a", is_bold=True), Piece("b", is_italic=True)], "**a***b*"),
        ([Piece("a", is_italic=True), Piece("b", is_bold=True)], "*a***b**"),
        ([Piece(" ", is_bold=True), Piece("x")], "x"),
        ([Piece("x", link="https://a.vn/(1)"), Piece(" y")], "[x](https://a.vn/%281%29) y"),
        ([Piece("x", is_bold=True, link="https://a.vn")], "[**x**](https://a.vn)"),
        ([Piece("a"), Piece(is_break=True), Piece(" b")], "a b"),
    ],
)
def test_markdown(pieces: list[Piece], expected: str) -> None:
    assert markdown(pieces, {}) == expected


def test_addresses_end_no_link() -> None:
    assert link_target('https://a.vn/x y(1)?q="<b>"') == "https://a.vn/x%20y%281%29?q=%22%3Cb%3E%22"


_WORDS = ["năm", " ", "2025", "*", "_", "**", "`", "[a]", "(b)", "<i>", "&lt;", "#", "1.", "-", "+",
          "|", "~~~", "\\", "!", "=", "===", ">", "a_b", "x*y", "  ", "./.", "“", "$", ":", "{.c}"]  # fmt: skip


@pytest.mark.parametrize("seed", range(300))
def test_any_mixture_shows_its_own_text(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        Piece(
            "".join(chance.choices(_WORDS, k=chance.randint(1, 4))),
            is_bold=chance.random() < 0.3,
            is_italic=chance.random() < 0.3,
            vertical=chance.choice(["", "", "", "sup", "sub"]),
            link=chance.choice(["", "", "", "https://a.vn/"]),
        )
        for _ in range(chance.randint(1, 6))
    ]
    assert shown(markdown(pieces, {})) == plain(pieces)
