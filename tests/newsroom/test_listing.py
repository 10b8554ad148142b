"""Long lists, counted from the oldest page up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.listing import PAGE_SIZE, paginate

counts = st.integers(0, 450)
sizes = st.integers(1, 30)


def newest_first(count: int) -> list[int]:
    """Items by age: 1 is the oldest."""
    return list(range(count, 0, -1))


@pytest.mark.parametrize(
    ("count", "on_landing", "full_pages"),
    [
        (0, 0, 0),
        (1, 1, 0),
        (19, 19, 0),
        (20, 20, 0),
        (39, 39, 0),
        (40, 20, 1),
        (59, 39, 1),
        (60, 20, 2),
        (10_000, 20, 499),
    ],
)
def test_how_many_items_stand_where(count: int, on_landing: int, full_pages: int) -> None:
    pages = paginate(newest_first(count))
    assert (len(pages.landing), len(pages.full)) == (on_landing, full_pages)


@given(counts, sizes)
def test_no_item_stands_twice_and_none_is_lost(count: int, size: int) -> None:
    pages = paginate(newest_first(count), size)
    in_order = [*pages.landing, *(item for page in reversed(pages.full) for item in page)]
    assert in_order == newest_first(count)


@given(counts, sizes)
def test_page_k_holds_the_kth_twenty_from_the_oldest(count: int, size: int) -> None:
    for number, page in enumerate(paginate(newest_first(count), size).full, start=1):
        assert list(page) == list(range(size * number, size * (number - 1), -1))


@given(counts, sizes, st.integers(0, 100))
def test_a_full_page_never_changes_when_newer_items_come(count: int, size: int, more: int) -> None:
    before = paginate(newest_first(count), size).full
    after = paginate(newest_first(count + more), size).full
    assert after[: len(before)] == before


@given(counts, sizes)
def test_the_landing_page_is_neither_empty_nor_long(count: int, size: int) -> None:
    landing = paginate(newest_first(count), size).landing
    assert min(count, size) <= len(landing) <= max(2 * size - 1, 1)
    if count < 2 * size:
        assert len(landing) == count


def test_twenty_a_page_is_the_rule() -> None:
    assert PAGE_SIZE == 20
