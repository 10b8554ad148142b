"""The guards before Python-Markdown's patterns: the same HTML, whatever is written."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from newsroom.markdown_scan import heading_anchor
from newsroom.quick_markdown import quicken

EXTENSIONS = ["tables", "footnotes", "sane_lists", "fenced_code", "toc"]
CONFIGS: dict[str, Any] = {"toc": {"slugify": heading_anchor}}


def stock() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS)


def quick() -> markdown.Markdown:
    md = stock()
    quicken(md)
    return md


STOCK, QUICK = stock(), quick()

TEXTS = {
    "chữ thường": "Ngày 07/02/2025, Viện kiểm sát nhân dân tổ chức hội nghị.",
    "hai đoạn": "Một.\n\nHai.",
    "đậm, nghiêng": "Chữ **đậm**, chữ *nghiêng*, chữ __đậm__, chữ _nghiêng_.",
    "gạch dưới trong từ": "tep_bai_viet",
    "đường dẫn": "[trang](bai.md), <https://vi.example/>, <a@vi.example>",
    "đường dẫn theo tên": "[trang][1] và [1]\n\n[1]: bai.md",
    "ảnh": "![alt](anh.jpg) và ![alt][a]\n\n[a]: anh.jpg",
    "mã": "Gõ `a < b` rồi ``c``.",
    "dấu thoát": r"\*không nghiêng\* \[không\]",
    "xuống dòng cứng": "Một  \nhai",
    "xuống dòng cứng ở cuối": "Một  \n",
    "thực thể": "&nbsp; &#273; &lt;b&gt; A & B &",
    "HTML": "<div>Một</div>\n\nHai <b>ba</b>\n\n<!-- bốn -->",
    "dấu bé hơn": "5 < 6",
    "chú thích": "Một[^1].\n\n[^1]: Hai.",
    "bảng": "| A | B |\n| --- | :-: |\n| *1* | 2 |",
    "danh sách": "- một\n- hai\n    - ba\n\n1. bốn\n2. năm",
    "trích dẫn": "> Một\n> hai\n\nBa > bốn",
    "đề mục": "# Một\n\n## Hai ##\n\nBa #4\n\nBốn\n===\n\nNăm\n---",
    "gạch ngang": "Một\n\n---\n\n- - -",
    "khối mã": "```\na < b *c*\n```\n\n    d *e*",
    "số ở đầu dòng": "Năm\n2025. Một\n\n2025. Hai\n\n2025 có ba.",
    "dấu ở đầu dòng": "Một\n+ hai\n\n= ba\n\n+ bốn\n\n_năm_\n\n___",
    "khối mã có tên": "~~~ { .python #ma }\na\n~~~\n\n```py\nb\n",
    "dòng chỉ có khoảng trắng": "Một\n  \nHai\n \n\n Ba",
    "tab và xuống dòng lạ": "Một\tHai\r\nBa\rBốn",
    "mục lục giữa bài": "## Một\n\n[TOC]\n\n## Hai *ba*\n\n### Một",
    "hai đề mục giống nhau": "## Một\n\nHai\n\n## Một",
    "ảnh trong đường dẫn": "[![a](b.jpg)](c.md) ![d] [e]\n\n[d]: f.jpg",
    "trống": "",
    "chỉ khoảng trắng": " \n\t\n",
    "mục lục": "[TOC]\n\n## Một",
    "ký tự điều khiển": "a\x02klzzwxh:0000\x03b",
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_html_is_that_of_python_markdown(name: str) -> None:
    assert QUICK.reset().convert(TEXTS[name]) == STOCK.reset().convert(TEXTS[name])


PIECES = [
    *("Một câu", " ", "  ", "\n", "\n\n", "  \n", "    ", "*", "**", "_", "`", "```\n", "~~~\n"),
    *("[a](b.md)", "[", "]", "](", "![", "[^1]", "[^1]: c", "\n[a]: b.md\n", "<b>", "</b>", "<"),
    *(
        "<!--",
        "-->",
        "<div>\n",
        "</div>\n",
        "&",
        "&amp;",
        "\\",
        "#",
        "\n# d\n",
        "\n===\n",
        "\n---\n",
    ),
    *(
        "> ",
        "- ",
        "1. ",
        "| a | b |\n",
        "| - | - |\n",
        "https://c.example/",
        "<https://c.example/>",
    ),
    *("a@b.example", "\t", "=", "x\u0300", "đ", "\x02", "\x03"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@settings(max_examples=400)
def test_the_html_is_that_of_python_markdown_for_any_mixture(text: str) -> None:
    assert QUICK.reset().convert(text) == STOCK.reset().convert(text)


def test_the_guards_are_on_for_the_set_up_of_the_site() -> None:
    assert type(QUICK.treeprocessors["inline"]) is not InlineProcessor


def test_blocks_that_are_not_known_are_all_offered_to_them() -> None:
    md = markdown.Markdown(extensions=[*EXTENSIONS, "def_list"], extension_configs=CONFIGS)
    quicken(md)
    assert "<dd>Hai</dd>" in md.convert("Một\n:   Hai")


def test_a_pattern_that_is_not_known_keeps_the_patterns_unguarded() -> None:
    md = stock()
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.*?)~~", "del"), "del", 60)
    quicken(md)
    assert type(md.treeprocessors["inline"]) is InlineProcessor
    assert md.convert("~~cũ~~") == "<p><del>cũ</del></p>"
