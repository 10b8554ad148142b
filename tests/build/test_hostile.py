"""Mistaken and hostile input: each says what is wrong and where, and takes nothing else down."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from .building import Built, build, card_links, read_html, snapshot, write_files
from .content import ARTICLE, GOOD, NEIGHBOUR, Row
from .rows_bodies import ROWS as BODIES
from .rows_files import ROWS as FILES
from .rows_front_matter import ROWS as FRONT_MATTER

ROWS = (*FRONT_MATTER, *BODIES, *FILES)
PAGE = ARTICLE.removesuffix(".md") + "/"
_UNSAFE_TARGET = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)


def live_code(file: Path) -> list[str]:
    """What could run on a page: script elements, event handlers, addresses that are code."""
    found = []
    for element in read_html(file).iter("*"):
        if element.tag in {"script", "iframe", "object", "embed", "style", "svg", "base", "form"}:
            found.append(element.tag)
        for name, value in element.attrib.items():
            if name.startswith("on") or _UNSAFE_TARGET.match(value):
                found.append(f"{element.tag} {name}={value}")
    return found


def built(row: Row, folder: Path, *, preview: bool = False) -> tuple[Built, dict[str, object]]:
    docs = folder / "docs"
    write_files(docs, GOOD | row.files)
    if row.prepare:
        row.prepare(docs)
    before = snapshot(docs)
    return build(docs, folder / "site", preview=preview), before


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_build(row: Row, tmp_path: Path, record_property: pytest.FixtureRequest) -> None:
    done, before = built(row, tmp_path)
    record_property("seconds", round(done.seconds, 2))  # type: ignore[operator]

    assert done.error is None
    assert {(p.path, p.line, str(p.severity), p.code) for p in done.problems} == row.expected
    messages = "\n".join(f"{p.message} {p.hint}" for p in done.problems)
    assert "Traceback" not in messages + done.log
    for words in row.says:
        assert words in messages

    assert done.has(NEIGHBOUR)
    for address in ("tin/", "don-vi/phong-9/", "ke-hoach/118-kh-vkshp-ttr-2025/"):
        assert NEIGHBOUR in card_links(done, address), address
    published = not row.is_left_out if row.published is None else row.published
    if ARTICLE in row.files:
        assert done.has(PAGE) is published
        assert (PAGE in card_links(done, "tin/")) is published
    for text in row.shows:
        assert text in done.page(PAGE).text_content()
    for path in row.absent:
        assert not (done.site / path).exists(), path
    for path in row.present:
        assert (done.site / path).is_file(), path

    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]
    assert snapshot(done.docs) == before
    for file in done.html_files:
        assert live_code(file) == [], file


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_preview(row: Row, tmp_path: Path) -> None:
    done, before = built(row, tmp_path, preview=True)
    assert done.error is None
    assert snapshot(done.docs) == before
    desk = done.page("bien-tap/").text_content()
    for problem in done.problems:
        assert problem.code in desk
    if row.is_left_out:
        boxes = done.page(PAGE).xpath('//div[contains(@class, "notice-problem")]')
        text = " ".join(box.text_content() for box in boxes)
        for problem in done.problems:
            if problem.path == ARTICLE and problem.severity != "note":
                assert " ".join(problem.message.split())[:60] in " ".join(text.split())


def test_a_photo_goes_out_upright_and_without_its_place(tmp_path: Path) -> None:
    row = next(row for row in ROWS if row.name == "a photo with its place")
    done, _ = built(row, tmp_path)
    data = (done.site / "tin/2025/a.jpg").read_bytes()
    assert b"Exif" not in data
    assert b"So dien thoai" not in data
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (20, 40)
        assert not picture.getexif()


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 60
    assert len({row.name for row in ROWS}) == len(ROWS)
