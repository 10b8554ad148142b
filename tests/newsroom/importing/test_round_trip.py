"""Nothing is lost or made up: the words that come in are the words the rendered article shows."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.importing import prepare
from newsroom.importing.markdown import escape
from newsroom.importing.text_reader import read_text
from newsroom.importing.understanding.model import Understanding
from newsroom.source import read_bytes

from .articles import TODAY, registers

EXTENSIONS = ["tables", "footnotes", "sane_lists", "fenced_code", "toc"]  # as in mkdocs.yml
REGISTERS = registers()


class _Shown(HTMLParser):
    """Text and the titles of pictures, in order; list numbers as they are counted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._counts: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ol", "ul"}:
            self._counts.append(0 if tag == "ol" else -(10**6))
        if tag == "li":
            self._counts[-1] += 1
            if self._counts[-1] > 0:
                self.words.append(f"{self._counts[-1]}.")
        if tag == "img":
            self.words += (dict(attrs).get("title") or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self._counts.pop()

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def shown(body: str) -> list[str]:
    parser = _Shown()
    parser.feed(markdown.markdown(body, extensions=EXTENSIONS))
    parser.close()
    return parser.words


def words(text: str) -> list[str]:
    """What counts: letters and digits and signs, without bullets, which a list draws itself."""
    return [w for w in text.split() if w not in {"-", "+", "*", "•", "–", "●", "▪"}]


HOSTILE = [
    "# Đề mục giả", "## hai", "- gạch", "+ cộng", "* sao", "1. một", "10. mười", "1) một", "> trích",
    "---", "***", "___", "===", "~~~", "```", "``` py", "[a](b)", "![a](b)", "[^1]: x", "[^1]", "[TOC]",
    "<b>đậm</b>", "<script>alert(1)</script>", "&lt;b&gt;", "&copy; 2025", "&amp;", "a_b_c _x_ __y__",
    "**z** *y*", "a\\b \\# \\\\", "{: #id}", "| a | b |", "| --- | --- |", "2025.", "x #", "a ## b ##",
    "http://a.b/c_d?e=f&g=h", "<http://a.b>", "a < b > c", "5 * 3 * 2", "a`b`c", "*", "_", "`", "\\",
    "$a_1$", ":::", "!", "[", "]", "a]b[c", "“ngoặc”", "- [ ] việc", "a: b", "Term\n: nghĩa",
    "&#60;script&#62;", "1986\\. x", "~~bỏ~~", "www.a.b", "a@b.c", "-5 độ", "+84 225", "=1+1",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    line = " ".join(text.split())
    body = f"Trước.\n\n{escape(line)}\n\nSau.\n\n{escape(line)}\n"
    assert shown(body) == ["Trước.", *line.split(), "Sau.", *line.split()]


def _prepared(text: str) -> tuple[Understanding, str]:
    made = prepare(read_text(text.encode(), "bai.txt"), REGISTERS, frozenset(), TODAY)
    source = read_bytes(made.written.text.encode(), made.path)
    assert [p for p in source.problems if p.severity == "error"] == []
    return made.article, source.body


LETTERS = st.sampled_from(list("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ")) | st.sampled_from(
    list("*_`[]()<>#+-.!&|~\\{}$^:;\"'/=?%@–“”…0123456789")
)
WORD = st.text(LETTERS, min_size=1, max_size=8)
LINE = st.lists(WORD | st.sampled_from(HOSTILE), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=200)
@given(st.lists(LINE, min_size=1, max_size=6))
def test_words_in_are_words_out(lines: list[str]) -> None:
    """Paragraphs between a plain head and a plain end that no rule takes off."""
    paragraphs = [" ".join(line.split()) + " hết câu." for line in lines]
    text = "\n\n".join(["Đầu đề của bài mẫu", "Đoạn mở đầu của bài.", *paragraphs, "Đoạn cuối."])
    _, body = _prepared(text)
    expected = " ".join(["Đoạn mở đầu của bài.", *paragraphs, "Đoạn cuối."])
    expected = re.sub(r"(?<=\S)\./\.", ".", expected)
    assert _plain(words(" ".join(shown(body)))) == _plain(words(expected))


def _plain(some: list[str]) -> list[str]:
    """Bullets glued to nothing, and captions in brackets: the signs a figure does not repeat."""
    return [w for w in unescape(" ".join(some)).split() if w]


ANY_LINE = (
    st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2FFF), max_size=60) | LINE
)


@settings(max_examples=150)
@given(st.lists(ANY_LINE, max_size=12))
def test_any_text_gives_a_file_that_passes_or_a_refusal(lines: list[str]) -> None:
    try:
        _prepared("\n".join(lines))
    except ImportRefused as refusal:
        assert str(refusal)


@pytest.mark.parametrize(
    "title",
    ["<b>Đậm</b>: #1", "Đợt #2: “kết quả”", "- gạch", "true", "2025-03-05", "A" * 300, "'x' \"y\" \\z",
     "<script>alert(1)</script>", "&a *a !b", "{a: b}", "Tin\u202eđảo", "a\tb"],
)  # fmt: skip
def test_headlines_that_yaml_or_html_could_take_for_something_else(title: str) -> None:
    article, _ = _prepared(f"{title} mẫu\n\nNgày 05/3/2025, Phòng 9 họp.\n\nĐoạn sau.")
    assert article.title
