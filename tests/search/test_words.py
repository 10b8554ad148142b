"""One table of words and days, read by the index (Python) and by the page (JavaScript) alike."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from newsroom.search.day_terms import terms_in
from newsroom.search.shards import hash_of
from newsroom.search.tokens import fold_token, spellings
from newsroom.text import fold

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY0123456789 -–/.,:“”"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
vietnamese = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(TONES)).map("".join), max_size=40
).map("".join)


def shortest(terms: set[str]) -> set[str]:
    """Only what was written: a day stands for its month and year as well."""
    return {t for t in terms if not any(o != t and o.startswith(t) for o in terms)}


@pytest.mark.parametrize(("text", "spelled", "folded"), CASES["words"])
def test_words_in_the_index(text: str, spelled: str, folded: str) -> None:
    assert " ".join(spellings(text)) == spelled
    assert " ".join(map(fold_token, spellings(text))) == folded


@pytest.mark.parametrize(("text", "days"), CASES["days"])
def test_days_in_the_index(text: str, days: str) -> None:
    assert shortest(terms_in(text)) == set(days.split())


@given(vietnamese)
def test_folding_is_that_of_the_whole_portal(text: str) -> None:
    for word in spellings(text):
        assert fold_token(word) == fold(word)


@given(vietnamese)
def test_words_do_not_see_the_normal_form(text: str) -> None:
    assert spellings(unicodedata.normalize("NFC", text)) == spellings(
        unicodedata.normalize("NFD", text)
    )


READ = """async ([root, texts]) => {
  const { words } = await import(root + "text.js");
  const { findDays } = await import(root + "days.js");
  const { hash } = await import(root + "lists.js");
  return texts.map((text) => ({
    spelled: words(text).map((word) => word.spelled).join(" "),
    folded: words(text).map((word) => word.folded).join(" "),
    days: findDays(text).map((day) => day.term),
    hash: hash(text),
  }));
}"""


def read_in_browser(page: Page, scripts: str, texts: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(READ, [scripts, texts])
    return found


def test_words_on_the_page(page: Page, scripts: str) -> None:
    found = read_in_browser(page, scripts, [text for text, _, _ in CASES["words"]])
    assert [[one["spelled"], one["folded"]] for one in found] == [
        [spelled, folded] for _, spelled, folded in CASES["words"]
    ]


def test_days_on_the_page(page: Page, scripts: str) -> None:
    found = read_in_browser(page, scripts, [text for text, _ in CASES["days"]])
    assert [sorted(one["days"]) for one in found] == [
        sorted(days.split()) for _, days in CASES["days"]
    ]


def test_both_agree_on_every_text_of_the_sample(page: Page, scripts: str, docs: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((docs / "tin").rglob("*.md"))[:60]]
    for text, found in zip(texts, read_in_browser(page, scripts, texts), strict=True):
        assert found["spelled"].split() == spellings(text)
        assert found["folded"].split() == [fold_token(word) for word in spellings(text)]
        assert found["hash"] == hash_of(text)
        assert set(found["days"]) <= terms_in(text)


EQUAL = [
    ("hoà", {"hoà", "hòa"}),
    ("hòa", {"hoà", "hòa"}),
    ("thuỷ", {"thuỷ", "thủy"}),
    ("úy", {"úy", "uý"}),
    ("khoẻ", {"khoẻ", "khỏe"}),
    ("kỹ", {"kỹ", "kĩ"}),
    ("lí", {"lí", "lý"}),
    ("quý", {"quý", "quí"}),
    ("quy", {"quy", "qui"}),
    ("tỷ", {"tỷ", "tỉ"}),
    ("hai", {"hai"}),
    ("tay", {"tay"}),
    ("túi", {"túi"}),
    ("ý", {"ý"}),
    ("quá", {"quá"}),
    ("toàn", {"toàn"}),
    ("hỏi", {"hỏi"}),
    ("118", {"118"}),
]


def test_equal_spellings(page: Page, scripts: str) -> None:
    read = "async ([root, list]) => { const { equalSpellings } = await import(root + 'text.js'); return list.map(equalSpellings); }"
    found = page.evaluate(read, [scripts, [word for word, _ in EQUAL]])
    assert [set(ways) for ways in found] == [ways for _, ways in EQUAL]
