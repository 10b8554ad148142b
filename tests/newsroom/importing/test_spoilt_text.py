"""Spoilt text files and pages: a file that passes our checks or a refusal, never a traceback."""

from __future__ import annotations

import random

import pytest

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.decoding import MOST_BYTES
from newsroom.importing.importing import prepare
from newsroom.importing.text_reader import read_text
from newsroom.importing.web.reader import read_page

from .articles import TODAY, registers
from .old_font_bytes import to_tcvn3
from .portal_text import wrapped
from .web.test_page import FRAMES, page

REGISTERS = registers()
_TEXT = wrapped(76)
SOURCES = {
    "text": [_TEXT.encode(), _TEXT.encode("utf-16"), to_tcvn3(_TEXT)],
    "page": [page(frame) for frame in FRAMES.values()],
}
PIECES = [b"\0", b"\xff", b"\xfe\xff", b"<", b"<table>", b"</div>", b"<!--", b"&#0;", b"&#xD800;", b"\r",
          b"\n\n\n", b"\xe1\xbb", b"\xc2\xad", b"\xe2\x80\xae", b"./.", b"---\n", b"```\n", b"[^1]: ",
          b"|", b"![](", b"<script>", b"\xef\xbb\xbf", b"9" * 40, b"31/02/2025", b"\xcc\x81" * 9]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """*data* with bytes changed, cut, doubled, moved, or with something put in."""
    for _ in range(chance.randint(1, 8)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        data = chance.choice(
            [
                lambda d, a, b: d[:a] + chance.choice(PIECES) + d[a:],
                lambda d, a, b: d[:a] + bytes([chance.randrange(256)]) + d[a + 1 :],
                lambda d, a, b: d[:a] + d[b:] or d,
                lambda d, a, b: d[:a] + d[a:b] * 2 + d[b:],
                lambda d, a, b: d[a:] + d[:a],
                lambda d, a, b: d.translate(bytes.maketrans(b"\n ", b" \n")) if a % 7 == 0 else d,
            ]
        )(data, at, to)
    return data


@pytest.mark.parametrize("kind", SOURCES)
def test_mutations(kind: str) -> None:
    chance = random.Random(20241118)
    passed = 0
    for number in range(200):
        data = mutated(chance.choice(SOURCES[kind]), chance)
        read = read_page if kind == "page" else read_text
        try:
            prepare(read(data, f"{number}.txt"), REGISTERS, frozenset(), TODAY)
            passed += 1
        except ImportRefused as refusal:
            assert str(refusal)
    assert passed > 100  # most spoilt files can still be used


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * (MOST_BYTES + 1), "tối đa"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "bảng mã"),
        (b"PK\x03\x04" + bytes(3000), "không phải là tệp chữ"),
        (b" \n\t\n", "không có chữ nào"),
        (("Chữ " * 400_000).encode(), "tối đa"),
        (("a\n" * 60_000).encode(), "tối đa"),
    ],
    ids=["quá dài", "ảnh đổi đuôi", "tệp nén đổi đuôi", "trống", "một bài 1,6 MB", "60000 dòng"],
)
def test_refusals_say_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        prepare(read_text(data, "a.txt"), REGISTERS, frozenset(), TODAY)


@pytest.mark.parametrize(
    "page",
    ["<" * 200_000, "<a " * 100_000, "<!--" * 100_000, '<a href="' * 50_000, "</a>" * 100_000, "&" * 200_000,
     "<script>" * 50_000, "a<br>" * 20_000, "<i>" * 20_000, "<ul><li>" * 10_000, "<table><td>" * 10_000],
    ids=lambda page: page[:12],
)  # fmt: skip
def test_hostile_pages_cost_little(page: str) -> None:
    try:
        prepare(read_page(page.encode(), "a.html"), REGISTERS, frozenset(), TODAY)
    except ImportRefused as refusal:
        assert str(refusal)
