"""Numbers of documents (số, ký hiệu)."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.numbers import (
    TYPE_CODES,
    document_slug,
    is_number,
    lookalike_key,
    normalise_number,
    number_key,
    number_type,
    number_year,
    year_of,
)

NORMAL = {
    "như đã viết": ("118/KH-VKSHP-TTr", "118/KH-VKSHP-TTr"),
    "khoảng trắng": ("118 / KH - VKSHP - TTr", "118/KH-VKSHP-TTr"),
    "khoảng trắng trước dấu /": ("46 /VKSTC", "46/VKSTC"),
    "khoảng trắng quanh gạch nối": ("01/CT - VKSTC", "01/CT-VKSTC"),
    "xuống dòng trong số": ("25-\nNQ/TW", "25-NQ/TW"),
    "gạch ngang ngắn": ("118/KH–VKSHP–TTr", "118/KH-VKSHP-TTr"),
    "gạch ngang dài": ("118/KH—VKSHP", "118/KH-VKSHP"),
    "gạch nối không ngắt U+2011": ("118/KH\u2011VKSHP", "118/KH-VKSHP"),
    "dấu trừ": ("118/KH\u2212VKSHP", "118/KH-VKSHP"),
    "khoảng trắng không ngắt": ("118\u00a0/KH-VKSHP", "118/KH-VKSHP"),
    "có chữ Số": ("Số: 143/QĐ-VKSHP", "143/QĐ-VKSHP"),
    "có chữ số, không hai chấm": ("số 143/QĐ-VKSHP", "143/QĐ-VKSHP"),
    "Đ tách dấu ở chữ khác": (unicodedata.normalize("NFD", "01/QyĐ-Ủy"), "01/QyĐ-Ủy"),
}


@pytest.mark.parametrize(("written", "number"), NORMAL.values(), ids=NORMAL.keys())
def test_normal_form(written: str, number: str) -> None:
    assert normalise_number(written) == number


@given(st.text(st.sampled_from("0123456789/-– \u00a0\u2011KHQĐVTr&"), max_size=30))
def test_the_normal_form_is_stable(text: str) -> None:
    assert normalise_number(normalise_number(text)) == normalise_number(text)


NUMBERS = [
    "118/KH-VKSHP-TTr",
    "143/QĐ-VKSHP",
    "10/2022/QH15",
    "84/2025/UBTVQH15",
    "30/2020/NĐ-CP",
    "01/2017/TTLT-BCA-BQP-BTC-BNN&PTNT-VKSNDTC",
    "4946/BTTTT-CĐSQG",
    "57-NQ/TW",
    "21-KH/ĐU",
    "46 /VKSTC",
    "06-TT-H",
    "25-\nNQ/TW",
    "118/KH–VKSHP-TTr",
    "12a/QĐ-VKS",
    "410/TTr-NV1",
]
NOT_NUMBERS = [
    "05/3/2025",
    "24/7",
    "km/h",
    "và/hoặc",
    "Khối thi đua số 02",
    "Trại tạm giam số 2",
    "Mẫu số 06/DS",
    "686 quyết định",
    "87 việc/85,8 tỉ đồng",
    "kế hoạch 118",
    "118",
    "2025-03-05",
    "15A-123.45",
    "0225.3842.123",
    "https://vksnd.example/118",
    "Luật Thực hiện dân chủ ở cơ sở",
    "",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_is_a_number(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_is_no_number(text: str) -> None:
    assert not is_number(text)


SAME = {
    "chữ hoa, chữ thường": ("118/kh-vkshp-ttr", "118/KH-VKSHP-TTr"),
    "số 0 đứng đầu": ("06/HD-VKSTC", "6/HD-VKSTC"),
    "khoảng trắng": ("118/KH - VKSHP", "118/KH-VKSHP"),
    "gạch ngang": ("118/KH–VKSHP", "118/KH-VKSHP"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_one_number_in_two_spellings(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


ONLY_D = {
    "hợp đồng, hướng dẫn": ("12/HĐ-VKS", "12/HD-VKS"),
    "đề án, dự án": ("12/ĐA-VKS", "12/DA-VKS"),
    "công điện": ("12/CĐ-TTg", "12/CD-TTg"),
}


@pytest.mark.parametrize(("one", "other"), ONLY_D.values(), ids=ONLY_D.keys())
def test_d_and_d_with_a_stroke_are_two_numbers_that_look_alike(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)
    assert lookalike_key(one) == lookalike_key(other)
    assert number_type(one) != number_type(other)


TYPES = {
    "kế hoạch, đơn vị soạn thảo là Thanh tra": ("118/KH-VKSHP-TTr", "kế hoạch"),
    "tờ trình": ("410/TTr-NV1", "tờ trình"),
    "quyết định": ("143/QĐ-VKSHP", "quyết định"),
    "nghị định": ("30/2020/NĐ-CP", "nghị định"),
    "thông tư": ("22/2023/TT-BTTTT", "thông tư"),
    "thông tư liên tịch": ("01/2017/TTLT-BCA-BQP-BTC", "thông tư liên tịch"),
    "quy định": ("05/QyĐ-VKS", "quy định"),
    "hợp đồng": ("12/HĐ-VKS", "hợp đồng"),
    "hướng dẫn": ("12/HD-VKS", "hướng dẫn"),
    "nghị quyết của Đảng": ("57-NQ/TW", "nghị quyết"),
    "kế hoạch của Đảng": ("21-KH/ĐU", "kế hoạch"),
    "nghị quyết xuống dòng": ("25-\nNQ/TW", "nghị quyết"),
    "công văn không có loại": ("4946/BTTTT-CĐSQG", None),
    "số cũ": ("46/VKSTC", None),
    "luật của Quốc hội": ("10/2022/QH15", None),
    "của Ủy ban Thường vụ Quốc hội": ("84/2025/UBTVQH15", None),
    "không phải số": ("kế hoạch 118", None),
}


@pytest.mark.parametrize(("number", "type_"), TYPES.values(), ids=TYPES.keys())
def test_type_by_position(number: str, type_: str | None) -> None:
    assert number_type(number) == type_


@pytest.mark.parametrize("code", TYPE_CODES)
def test_every_code_is_found_as_a_type_and_not_as_a_suffix(code: str) -> None:
    assert number_type(f"7/{code}-VKSHP") == TYPE_CODES[code]
    assert number_type(f"7/VKSHP-{code}") is None


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("10/2022/QH15", 2022),
        ("30/2020/NĐ-CP", 2020),
        ("84 / 2025 / UBTVQH15", 2025),
        ("118/KH-VKSHP-TTr", None),
        ("57-NQ/TW", None),
    ],
)
def test_year_within_a_number(number: str, year: int | None) -> None:
    assert number_year(number) == year


SLUGS = {
    "số và năm": ("118/KH-VKSHP-TTr", 2025, "118-kh-vkshp-ttr-2025"),
    "quyết định": ("143/QĐ-VKSHP", 2024, "143-qd-vkshp-2024"),
    "năm đã có trong số": ("10/2022/QH15", 2022, "10-2022-qh15"),
    "năm chưa rõ": ("57-NQ/TW", None, "57-nq-tw"),
    "hai năm khác nhau": ("10/2022/QH15", 2023, "10-2022-qh15-2023"),
    "khoảng trắng": ("118 / KH – VKSHP", 2025, "118-kh-vkshp-2025"),
}


@pytest.mark.parametrize(("number", "year", "slug"), SLUGS.values(), ids=SLUGS.keys())
def test_address_of_a_document(number: str, year: int | None, slug: str) -> None:
    assert document_slug(number, year) == slug


@pytest.mark.parametrize(("when", "year"), [(date(2025, 2, 7), 2025), (2024, 2024), (None, None)])
def test_year_of_a_date_or_a_bare_year(when: date | int | None, year: int | None) -> None:
    assert year_of(when) == year
