"""Folding, slugs, alphabetical order and nearest match of Vietnamese text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import ascii_letters, clean, fold, nearest, nfc, slugify, sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY0123456789 -–/.,:“”"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
vietnamese = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(TONES)).map("".join), max_size=40
).map(lambda parts: nfc("".join(parts)))
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


ALIKE = {
    "dấu ở u hay y": ("thuỷ", "thủy"),
    "dấu ở o hay a": ("hoà giải", "hòa giải"),
    "dấu ở u hay y, sắc": ("uý", "úy"),
    "i hay y": ("quí", "quý"),
    "i hay y, cuối từ": ("kỉ luật", "kỷ luật"),
    "chữ hoa": ("ĐOÀN KIỂM TRA", "đoàn kiểm tra"),
    "không dấu": ("Thuy Nguyen", "Thủy Nguyên"),
    "đ không dấu": ("doan thanh nien", "Đoàn Thanh niên"),
    "Đ tổ hợp và d": ("Đảng", "dang"),
    "dấu tách rời": (nfd("Viện kiểm sát"), nfc("Viện kiểm sát")),
    "nhiều khoảng trắng": ("Phòng  2\n", " Phòng\u00a02"),
    "ký tự không chiếm chỗ": ("Phòng\u200b 2", "Phòng 2"),
    "ngoặc đơn hẹp và rộng": ("（a）", "(a)"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE.keys())
def test_fold_makes_spellings_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Phòng 2", "Phòng 3"), ("Phòng 2", "Phòng2"), ("HĐ", "HB"), ("an", "ang")],
)
def test_fold_keeps_other_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Viện kiểm sát nhân dân", "vien kiem sat nhan dan"),
        ("Đường Lý Thường Kiệt", "duong li thuong kiet"),
        ("118/KH-VKSHP-TTr", "118/kh-vkshp-ttr"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(vietnamese)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["№ 5", "Mẫu ℌ", "TTXVN™"])
def test_fold_is_idempotent_for_signs_made_of_letters(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_fold_and_slug_do_not_see_the_normal_form(text: str) -> None:
    assert fold(nfd(text)) == fold(nfc(text))
    assert slugify(nfd(text)) == slugify(nfc(text))


CLEAN = {
    "khoảng trắng thừa": ("  Phòng   2 \n", "Phòng 2"),
    "khoảng trắng không ngắt": ("Phòng\u00a02", "Phòng 2"),
    "ký tự không chiếm chỗ": ("Phòng\u200b 2\ufeff", "Phòng 2"),
    "gạch nối mềm": ("kiểm\u00adtra", "kiểmtra"),
    "dấu tách rời": (nfd("Đoàn kiểm tra"), "Đoàn kiểm tra"),
}


@pytest.mark.parametrize(("text", "expected"), CLEAN.values(), ids=CLEAN.keys())
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_clean_composes_across_a_zero_width_character() -> None:
    assert clean("ha\u200b\u0300ng") == "hàng"


SLUGS = {
    "đầu đề": (
        "Phòng 2 tiếp Đoàn kiểm tra thực hiện dân chủ năm 2025",
        "phong-2-tiep-doan-kiem-tra-thuc-hien-dan-chu-nam-2025",
    ),
    "đ đầu từ": ("Đầu đề", "dau-de"),
    "số văn bản": ("118/KH-VKSHP-TTr", "118-kh-vkshp-ttr"),
    "chữ hoa có dấu": ("TẬP HUẤN, TỌA ĐÀM", "tap-huan-toa-dam"),
    "ngoặc kép, gạch ngang": ("“Vì dân” – phục vụ!", "vi-dan-phuc-vu"),
    "dấu tách rời": (nfd("Thủy Nguyên"), "thuy-nguyen"),
    "không có chữ La-tinh": ("检察院", ""),
    "rỗng": ("", ""),
    "chỉ có dấu câu": ("– … –", ""),
}


@pytest.mark.parametrize(("text", "slug"), SLUGS.values(), ids=SLUGS.keys())
def test_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


CUTS = {
    "vừa đủ": ("phong 2", 7, "phong-2"),
    "cắt ở cuối từ": ("phong 2 kiem tra", 10, "phong-2"),
    "từ cuối vừa khít": ("phong kiem tra", 10, "phong-kiem"),
    "từ cuối dài hơn một chữ": ("phong kiems tra", 10, "phong"),
    "một từ quá dài": ("kiemtragiamsat", 10, "kiemtragia"),
}


@pytest.mark.parametrize(("text", "limit", "slug"), CUTS.values(), ids=CUTS.keys())
def test_slug_is_cut_at_a_word_end(text: str, limit: int, slug: str) -> None:
    assert slugify(text, limit) == slug


@given(st.one_of(vietnamese, anything, st.lists(vietnamese, max_size=20).map(" ".join)))
def test_slugs_are_short_plain_and_stable(text: str) -> None:
    slug = slugify(text)
    whole = slugify(text, limit=10**6)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 96
    assert slugify(slug) == slug
    assert whole.startswith(slug)
    if len(whole) > 96 and "-" in whole[:97]:
        assert whole[len(slug)] == "-"


@pytest.mark.parametrize(
    ("text", "plain"), [("Đống Đa", "Dong Da"), ("quý", "quy"), ("QĐ-VKSHP", "QD-VKSHP")]
)
def test_ascii_letters_keeps_case_and_y(text: str, plain: str) -> None:
    assert ascii_letters(text) == plain


ORDERS = {
    "bảng chữ cái": list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    "thanh: ngang huyền hỏi ngã sắc nặng": ["la", "là", "lả", "lã", "lá", "lạ"],
    "thanh trên chữ có mũ": ["ân", "ần", "ẩn", "ẫn", "ấn", "ận"],
    "chữ trước, thanh sau": ["ba", "bà", "bạ", "ban", "bàn", "băn", "bân"],
    "số như số": ["Phòng 2", "Phòng 8", "Phòng 9", "Phòng 10", "Phòng 11"],
    "số giữa tên": ["Khu vực 2 – A", "Khu vực 10 – A"],
    "đ sau d": ["Dương", "Đảng", "Em"],
    "tên người": ["Bùi An", "Bùi Ân", "Đỗ An", "Lê Ánh", "Nguyễn Văn A", "Ông B", "Ưng C"],
    "dấu câu, số, chữ, chữ lạ": ["– mở đầu", "2 tin", "an", "yên", "检察"],
    "ngắn trước dài": ["Phòng", "Phòng 2", "Phòng 2 kiểm tra"],
}


@pytest.mark.parametrize("expected", ORDERS.values(), ids=ORDERS.keys())
def test_alphabetical_order(expected: list[str]) -> None:
    backwards = expected[::-1]
    assert sorted(backwards, key=sort_key) == expected


@pytest.mark.parametrize("expected", ORDERS.values(), ids=ORDERS.keys())
def test_alphabetical_order_of_decomposed_text(expected: list[str]) -> None:
    assert sorted(map(nfd, reversed(expected)), key=sort_key) == [nfd(text) for text in expected]


@given(st.one_of(vietnamese, anything), st.one_of(vietnamese, anything))
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@given(st.lists(vietnamese, max_size=6))
def test_order_does_not_depend_on_the_order_given(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(texts, key=sort_key) == sorted(backwards, key=sort_key)


@given(anything)
def test_letters_and_tones_do_not_see_the_normal_form(text: str) -> None:
    assert sort_key(nfd(text))[:2] == sort_key(nfc(text))[:2]


def test_order_of_capitals_does_not_see_the_normal_form() -> None:
    pair = ["Ánh", "ánh"]
    mixed = sorted([pair[0], nfd(pair[1])], key=sort_key)
    assert [nfc(text) for text in mixed] == sorted(pair, key=sort_key)


def test_a_very_long_number_can_be_sorted() -> None:
    assert sort_key("9" * 5000) > sort_key("8" * 5000)


UNITS = ["Phòng 2", "Phòng 10", "Thanh tra", "VKSND quận Lê Chân", "VKSND quận Ngô Quyền"]
NEAREST = {
    "không dấu": ("vksnd quan le chan", "VKSND quận Lê Chân"),
    "gõ thiếu chữ": ("Thanh ta", "Thanh tra"),
    "thừa số 0": ("Phòng 02", "Phòng 2"),
    "viết hoa": ("PHÒNG 10", "Phòng 10"),
}


@pytest.mark.parametrize(("wanted", "best"), NEAREST.values(), ids=NEAREST.keys())
def test_nearest_is_best_first(wanted: str, best: str) -> None:
    found = nearest(wanted, UNITS)
    assert found[0] == best
    assert len(found) <= 3


def test_nothing_is_near_to_something_else() -> None:
    assert nearest("xyzw", UNITS) == []


def test_nearest_gives_at_most_as_many_as_asked_for() -> None:
    assert len(nearest("Phòng", [f"Phòng {n}" for n in range(9)], count=2)) == 2
