"""Numbers and lists, read back as the page's script reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.codec import Form, id_list, number


def read_number(data: bytes, at: int = 0) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def read_list(data: bytes, total: int) -> list[int]:
    head, at = read_number(data)
    count, form = head >> 2, Form(head & 3)
    if form is Form.BITS:
        bits = data[at : at + count]
        assert at + count == len(data)
        return [i for i in range(total) if bits[i >> 3] >> (i & 7) & 1]
    found, last = [], -1
    for _ in range(count):
        gap, at = read_number(data, at)
        last += gap + 1
        found.append(last)
    assert at == len(data)
    return found if form is Form.GAPS else [i for i in range(total) if i not in set(found)]


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (300, "ac02"), (2**31, "8080808008")],
)
def test_numbers(value: int, written: str) -> None:
    assert number(value).hex() == written


@given(st.integers(0, 2**40))
def test_any_number_comes_back(value: int) -> None:
    assert read_number(number(value)) == (value, len(number(value)))


@given(st.integers(1, 600).flatmap(lambda n: st.tuples(st.just(n), st.sets(st.integers(0, n - 1)))))
def test_any_list_comes_back(case: tuple[int, set[int]]) -> None:
    total, ids = case
    assert read_list(id_list(sorted(ids), total), total) == sorted(ids)


@pytest.mark.parametrize(
    ("count", "form"), [(0, Form.GAPS), (100, Form.GAPS), (400, Form.BITS), (990, Form.ABSENT)]
)
def test_a_list_is_never_longer_than_a_bit_an_entry(count: int, form: Form) -> None:
    written = id_list(list(range(count)), 1000)
    assert written[0] & 3 == form
    assert len(written) <= 1000 // 8 + 4
