"""Spoilt Word files: whatever is broken in them, they are read or refused in words."""

from __future__ import annotations

import io
import random
import re
import tracemalloc
import zipfile

import pytest

from newsroom.importing.blocks import ImportRefused, Reading
from newsroom.importing.word.limits import LIMITS
from newsroom.importing.word.reading import read_within

from .ooxml import zipped
from .specimens import SPECIMENS

_TAG = re.compile(rb"<[^>]+>")
_VALUE = re.compile(rb'"[^"]*"')
_ODD_VALUES = [b'""', b'"-1"', b'"99999999999"', b'"x"', b'"\xc2\xb2"', b'"true"', b'"../../x"']
_MOST_MEMORY = 100_000_000
"""Bytes; the whole of the bound for real files is five times that."""


def flipped_bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(200) :]


def spoilt_xml(data: bytes, chance: random.Random) -> bytes:
    """The tags or values of some parts dropped, doubled, exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 6)):
        name = chance.choice([one for one in files if one.endswith((".xml", ".rels"))])
        content = files[name]
        assert isinstance(content, bytes)
        files[name] = _changed(content, chance)
    return zipped(files)


def _changed(content: bytes, chance: random.Random) -> bytes:  # noqa: PLR0911
    kind = chance.randrange(5)
    tags = list(_TAG.finditer(content))
    values = list(_VALUE.finditer(content))
    if kind == 0 and values:
        one = chance.choice(values)
        return content[: one.start()] + chance.choice(_ODD_VALUES) + content[one.end() :]
    if kind == 1 and len(values) > 1:
        one, other = chance.sample(values, 2)
        return content[: one.start()] + other[0] + content[one.end() :]
    if not tags:
        return content
    one = chance.choice(tags)
    if kind == 2:
        return content[: one.end()] + one[0] + content[one.end() :]
    # A whole element goes, or moves elsewhere: mostly well-formed, and nothing Word would write.
    whole = re.match(rb"<([\w:]+)[^>]*?(?:/>|>.*?</\1>)", content[one.start() :], re.DOTALL)
    if whole is None:
        return content[: one.start()] + content[one.end() :]
    rest = content[: one.start()] + content[one.start() + whole.end() :]
    if kind == 3:
        return rest
    places = [place.start() for place in _TAG.finditer(rest)] or [0]
    at = chance.choice(places)
    return rest[:at] + whole[0] + rest[at:]


def read_or_refused(data: bytes) -> Reading | str:
    try:
        return read_within(data, "bai.docx", LIMITS)
    except ImportRefused as refusal:
        return str(refusal)


@pytest.mark.parametrize("spoil", [flipped_bytes, cut, spoilt_xml, spoilt_xml])
@pytest.mark.parametrize("seed", range(60))
def test_no_mutation_breaks_the_reader(seed: int, spoil: object) -> None:
    assert callable(spoil)
    chance = random.Random(f"{seed} {spoil.__name__}")
    data = spoil(chance.choice(SPECIMENS).data, chance)
    tracemalloc.start()
    try:
        outcome = read_or_refused(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < _MOST_MEMORY
    assert isinstance(outcome, Reading) or outcome.endswith(".")
