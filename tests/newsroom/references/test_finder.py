"""Numbered references: where they are, their kind, number and date."""

from __future__ import annotations

import re
import unicodedata
from itertools import cycle, pairwise, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.references import Reference, find_references

from .real_rows import ROWS
from .written_rows import DATES, FRAMES, KINDS, LOOK_ALIKES, NUMBERS, WRITTEN


def told(reference: Reference) -> str:
    return f"{reference.type or '–'} | {reference.number} | {reference.date or '–'}"


@pytest.mark.parametrize(("sentence", "refs"), ROWS)
def test_real_references(
    sentence: str, refs: list[tuple[str, str | None, str, str | None]]
) -> None:
    found = find_references(sentence)
    assert [(r.text, r.type, r.number, r.date and r.date.isoformat()) for r in found] == refs


@pytest.mark.parametrize(("marked", "expected"), WRITTEN.items())
def test_forms(marked: str, expected: tuple[str, ...]) -> None:
    found = find_references(re.sub("[⟦⟧]", "", marked))
    assert [r.text for r in found] == re.findall("⟦([^⟧]+)⟧", marked)
    assert tuple(map(told, found)) == expected


_FRAMES = cycle(FRAMES)
COMPOSED = [
    (next(_FRAMES), f"{kind} {so}{number}{day}", kind.lower(), NUMBERS[number], DATES[day])
    for (kind, number, day), so in zip(
        product(KINDS, NUMBERS, DATES), cycle(("số ", "số: ", "", "Số "))
    )
]


@pytest.mark.parametrize(("frame", "written", "kind", "number", "day"), COMPOSED)
def test_combinations(frame: str, written: str, kind: str, number: str, day: str | None) -> None:
    if "," in written:
        frame = "Xem {}."  # a comma before the date, then a clause, would be an event's date
    if day is None:
        frame = frame.replace("{}của", "{} của")
    (found,) = find_references(frame.format(written))
    assert (found.text, told(found)) == (written, f"{kind} | {number} | {day or '–'}")


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes(text: str) -> None:
    assert find_references(text) == []


WORDS = (
    *(
        "Kế hoạch",
        "quyết định",
        "số",
        "Số:",
        "31",
        "12/KH-MAU",
        "57-NQ/TW",
        "10/2022/QH15",
        "/",
        "-",
    ),
    *(
        " ",
        "\n",
        "\n\n",
        ",",
        "và",
        "cùng",
        "ngày",
        "05/3/2025",
        "7 tháng 2 năm 2025",
        "của",
        "Luật",
    ),
    *(
        "–",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "(",
        ")",
        "“",
        "”",
        "Đ",
        "ế",
        "\u0323",
        "\u0301",
        "năm 2015",
    ),
)
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).flatmap(
    lambda words: st.sampled_from(("", " ")).map(lambda joint: joint.join(words))
)


@given(PROSE | st.text(max_size=80))
@example("Kế hoạch số 31/KH\u00ad-MAU")
@example("số " * 50)
def test_offsets_are_those_of_the_text_as_given(text: str) -> None:
    found = find_references(text)
    assert all(text[r.start : r.end] == r.text for r in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(r.number and not re.search(r"[\s–]", r.number) for r in found)


@given(
    st.sampled_from([re.sub("[⟦⟧]", "", marked) for marked in WRITTEN] + [row[0] for row in ROWS])
)
def test_composed_and_decomposed_letters_give_the_same(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    found, again = find_references(unicodedata.normalize("NFC", text)), find_references(decomposed)
    assert list(map(told, found)) == list(map(told, again))
    assert [unicodedata.normalize("NFC", r.text) for r in again] == [r.text for r in found]
    assert all(decomposed[r.start : r.end] == r.text for r in again)


def test_it_reads_on_in_the_same_text_only_within_bounds() -> None:
    """A near-match reads no further for standing in a longer text: nothing is read twice over."""
    for near in (
        "12/KH - ",
        "12/A-B-C-D-",
        "Luật số 1/",
        "Nghị quyết 1, ",
        "số ",
        "1/2022/",
        "12/A&",
    ):
        short, long = find_references(near * 20), find_references(near * 2000)
        assert [r.text for r in long[: len(short) - 2]] == [r.text for r in short[:-2]]
