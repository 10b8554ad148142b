"""Mistaken and hostile input: each says what is wrong and where, and takes nothing else down."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from .checks import check, with_bugs
from .content import Row
from .rows_bodies import ROWS as BODIES
from .rows_files import ROWS as FILES
from .rows_front_matter import ROWS as FRONT_MATTER
from .rows_markup import BUGS as MARKUP_BUGS
from .rows_markup import ROWS as MARKUP
from .rows_places import BUGS as PLACE_BUGS
from .rows_places import FAITHFUL, LEAK_BUGS, PICTURES, SECRET
from .rows_places import ROWS as PLACES
from .rows_registers import BUGS as REGISTER_BUGS
from .rows_registers import ROWS as REGISTERS

ROWS = (*FRONT_MATTER, *BODIES, *MARKUP, *REGISTERS, *FILES, *PLACES)
BUGS = MARKUP_BUGS | REGISTER_BUGS | PLACE_BUGS
BY_NAME = {row.name: row for row in ROWS}


@pytest.mark.parametrize("row", with_bugs(ROWS, BUGS))
def test_hostile(row: Row, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    built = check(row, tmp_path)
    record_property("seconds", round(built.seconds, 2))


@pytest.mark.parametrize("row", with_bugs((BY_NAME[name] for name in PICTURES), LEAK_BUGS))
def test_a_picture_does_not_say_where_it_was_taken(row: Row, tmp_path: Path) -> None:
    built = check(row, tmp_path)
    picture = next((built.site / "tin/2025").glob("a.*"))
    assert SECRET not in picture.read_bytes()
    with Image.open(picture) as image:
        image.load()
        assert not image.getexif()


@pytest.mark.parametrize("name", ["a JPEG with EXIF", "a WebP with EXIF", "a PNG with EXIF"])
def test_a_turned_picture_goes_out_upright(name: str, tmp_path: Path) -> None:
    built = check(BY_NAME[name], tmp_path)
    image = built.page("tin/2025/bai/").xpath("//article//img")[0]
    assert (image.get("width"), image.get("height")) == ("20", "40")
    with Image.open(next((built.site / "tin/2025").glob("a.*"))) as shown:
        assert shown.size == (20, 40)


@pytest.mark.parametrize("name", FAITHFUL)
def test_a_picture_goes_out_as_it_is(name: str, tmp_path: Path) -> None:
    built = check(BY_NAME[name], tmp_path)
    file, data = FAITHFUL[name]
    with (
        Image.open(io.BytesIO(data)) as wanted,
        Image.open(built.site / "tin/2025" / file) as shown,
    ):
        assert shown.size == wanted.size
        assert getattr(shown, "n_frames", 1) == getattr(wanted, "n_frames", 1)
        assert shown.convert("RGBA").tobytes() == wanted.convert("RGBA").tobytes()


def test_a_photo_goes_out_without_its_place(tmp_path: Path) -> None:
    built = check(BY_NAME["a photo with its place"], tmp_path)
    data = (built.site / "tin/2025/a.jpg").read_bytes()
    assert b"Exif" not in data
    assert b"So dien thoai" not in data
