"""Word files to blocks: each thing Word can do, with what comes out and what is reported."""

from __future__ import annotations

import pytest

from newsroom.importing.word import read_word
from newsroom.importing.word.limits import LIMITS
from newsroom.importing.word.reading import read_within

from .specimens import MACROS, SPECIMENS, Specimen


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_blocks(specimen: Specimen) -> None:
    reading = read_within(specimen.data, "bai.docx", LIMITS)
    assert [(block.kind.value, block.markdown) for block in reading.blocks] == list(specimen.blocks)


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_what_was_left_out_is_told(specimen: Specimen) -> None:
    messages = [remark.message for remark in read_word(specimen.data, "bai.docx").remarks]
    for expected in specimen.remarks:
        assert any(expected in message for message in messages), messages
    assert len(messages) == len(specimen.remarks), messages


def test_macros_are_ignored_and_told() -> None:
    reading = read_word(MACROS, "bai.docm")
    assert [block.text for block in reading.blocks] == ["Có macro"]
    assert "macro" in reading.remarks[0].message
