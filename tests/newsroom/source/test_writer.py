"""What is written is read back to the same values, whatever odd text it holds."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.schema import ArticleMeta
from newsroom.source import read_bytes, write_source
from newsroom.validation import validate

PATH = "tin/2025/bai.md"
ODD = [
    *("Phòng 2: kiểm tra", "a: b: c", ":", "- gạch đầu dòng", "-", "--- ", "# ghi chú", "Đợt #2"),
    *("100 %", "%d", "@vkshp", "`mã`", "&a", "*a", "!x", "| cột |", "> trích", "? hỏi", "=", "<<"),
    *("true", "True", "false", "null", "Null", "~", "no", "No", "yes", "on", "off", "y", "n"),
    *("010", "0x1F", "1_000", "12:30", "1e3", ".inf", "2025-03-05", "2025-02-30", "05/3/2025"),
    *("'nháy'", '"kép"', "\"a\": 'b' #2", "“ngoặc”", "a\\b", "\\n", "[a]", "{a: b}", "a, b", ","),
    *("🎉 chúc mừng", "Thuỷ", "Đoàn", "  ", " a", "a ", "dòng một\ndòng hai", "\n", "cột\tcột"),
    *("", "...", "---", "key: |", "# ", "a #b", "C:\\Users\\a", "https://x.example/?a=1#b"),
    *("x" * 130, "từ " * 60, '"Vì dân" ' * 20 + "phục vụ: tất cả #2"),
]
letters = st.characters(
    codec="utf-8",
    categories=["L", "N", "P", "S", "Zs"],
    exclude_characters="\u200b\u00ad\ufeff",
)
text = st.one_of(
    st.sampled_from(ODD),
    st.lists(st.sampled_from(ODD), min_size=2, max_size=5).map(" ".join),
    st.text(letters, max_size=40),
    st.text(st.sampled_from("abĐế:#-'\"[]{}&*!|>%@`,? \n\t\\"), max_size=160),
).map(lambda value: unicodedata.normalize("NFC", value))
values = st.recursive(
    st.one_of(text, st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(text.filter(lambda t: t != "<<"), inner, max_size=3),
    ),
    max_leaves=8,
)
keys = st.sampled_from(["title", "summary", "tags", "units", "image", "author", "lint_ignore"])


def round_trip(given_values: dict[str, Any], body: str = "Nội dung.") -> None:
    source = read_bytes(write_source(given_values, body).encode(), PATH)
    assert [p for p in source.problems if p.code != "encoding-legacy"] == []
    assert source.values == given_values
    assert source.body == body


@pytest.mark.parametrize("value", ODD, ids=lambda value: repr(value)[:24])
def test_odd_text_is_read_back(value: str) -> None:
    round_trip({"title": value, "tags": [value], "lint_ignore": {"ma": value}})


@pytest.mark.parametrize("key", [odd for odd in ODD if odd != "<<"], ids=lambda k: repr(k)[:24])
def test_an_odd_key_is_read_back(key: str) -> None:
    round_trip({"lint_ignore": {key: "lý do"}})


@given(st.dictionaries(keys, values, max_size=5))
@settings(max_examples=300)
def test_any_values_are_read_back(given_values: dict[str, Any]) -> None:
    round_trip(given_values)


def test_a_long_quoted_value_is_not_cut_where_it_is_folded() -> None:
    for length in range(60, 110):
        round_trip({"title": "x" * length + '"A: b #2 c'})


ORDER = {"title": "B", "date": "2025-03-06", "author": "A", "tags": ["c"], "aliases": ["/d-1"]}


def test_the_order_of_keys_is_kept() -> None:
    source = read_bytes(write_source(ORDER, "x").encode(), PATH)
    assert list(source.values) == list(ORDER)


def test_a_day_is_written_as_one_would_type_it() -> None:
    text = write_source({"title": "A", "date": date(2025, 3, 6), "event_date": "2025-03-05"}, "x")
    assert "date: 2025-03-06\n" in text
    assert "event_date: 2025-03-05\n" in text


def test_ordinary_text_stays_plain() -> None:
    text = write_source({"author": "Phạm Thị Chinh", "plan": "118/KH-VKSHP-TTr"}, "Nội dung.")
    assert text == ("---\nauthor: Phạm Thị Chinh\nplan: 118/KH-VKSHP-TTr\n---\n\nNội dung.\n")


BODIES = {
    "đoạn": "Một.\n\nHai.",
    "gạch ngang": "Một\n\n---\n\nHai",
    "gạch ngang đầu bài": "---\nMột",
    "giống khai báo": "title: x",
    "danh sách": "- a\n- b",
    "rỗng": "",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_the_body_is_read_back(body: str) -> None:
    round_trip({"title": "A"}, body)


line = text.filter(lambda value: value.strip() and "<" not in value and value.isprintable())
headline = line.map(lambda value: f"Tin {value}"[:300].strip())
names = st.lists(line.map(str.strip), max_size=3)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
articles = st.fixed_dictionaries(
    {"title": headline, "date": days},
    optional={
        "author": names,
        "unit": line,
        "plan": names,
        "tags": names,
        "event_date": days,
        "units": st.fixed_dictionaries({}, optional={"led_by": names, "mentioned": names}),
        "summary": line,
        "democracy": st.fixed_dictionaries({}, optional={"content": names, "result": line}),
        "image": st.fixed_dictionaries({"src": line}, optional={"alt": line, "caption": line}),
        "aliases": names,
        "lint_ignore": st.dictionaries(line, line, max_size=2),
        "draft": st.booleans(),
    },
)


@given(articles)
@settings(max_examples=200)
def test_any_article_means_the_same_after_it_was_written_and_read(meta: dict[str, Any]) -> None:
    source = read_bytes(write_source(meta, "Nội dung.").encode(), PATH)
    read_back, problems = validate(source, ArticleMeta)
    assert problems == []
    assert read_back == ArticleMeta.model_validate(meta)
