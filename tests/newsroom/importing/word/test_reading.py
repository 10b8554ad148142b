"""Word files to blocks: each thing Word can do, with what comes out and what is reported."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from newsroom.importing.word import read_word
from newsroom.importing.word.limits import LIMITS
from newsroom.importing.word.reading import read_within

from .ooxml import cell, docx, p, photo, picture, r, row, table, text_box
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


@pytest.mark.parametrize(
    ("what", "body", "expected"),
    [
        ("chữ tổ hợp", p("Tie\u0302\u0301ng Vie\u0323\u0302t"), ["Tiếng Việt"]),
        ("ký tự điều khiển", p("Đảo\u202e chiều\u200b, \u0085hết"), ["Đảo chiều, hết"]),
        ("đoạn trống", "<w:p/>" + p("Chữ") + p(" "), ["Chữ"]),
        ("ngắt dòng trong đầu đề", p("Đầu đề", "<w:r><w:br/></w:r>", "hai dòng", properties='<w:outlineLvl w:val="0"/>'), ["Đầu đề hai dòng"]),
        ("hai lần ngắt dòng", p("a", "<w:r><w:br/><w:br/></w:r>", "b"), ["a", "b"]),
        ("ô gộp kiểu cũ", table(row(cell("Gộp", properties='<w:hMerge w:val="restart"/>'), cell("", properties="<w:hMerge/>")), row("1", "2")), ["Gộp\tGộp\n1\t2"]),
        ("hàng lùi vào", table(row("A", "B"), row("C", properties='<w:gridBefore w:val="1"/>')), ["A\tB\n\tC"]),
        ("ô gộp dọc", table(row("A", "B"), row(cell("1", properties='<w:vMerge w:val="restart"/>'), "x"), row(cell("", properties="<w:vMerge/>"), "y")), ["A\tB\n1\tx\n\ty"]),
        ("khung một ô", table(row(cell(p("Trong khung"), p("Dòng hai")))), ["Trong khung", "Dòng hai"]),
        ("bảng trống", table(row("", ""), row("", "")), []),
        ("bảng trong khung chữ", p(text_box(table(row("A", "B"), row("C", "D")))), ["A\tB\nC\tD"]),
        ("hai chú thích một dấu", p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="1"/></w:r>'), ["a", "Ghi chú"]),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)  # fmt: skip
def test_details(what: str, body: str, expected: list[str]) -> None:
    data = docx(body, footnotes=f'<w:footnote w:id="1">{p("Ghi chú")}</w:footnote>')
    assert [block.text for block in read_within(data, what, LIMITS).blocks] == expected


def test_a_cropped_picture_comes_without_what_was_cut_off() -> None:
    data = docx(
        p(picture("rId1", crop='<a:srcRect l="50000"/>'), picture("rId1")),
        rows=(("rId1", "image", "media/image1.jpeg"),),
        files={"word/media/image1.jpeg": photo(size=(60, 40))},
    )
    reading = read_within(data, "bai.docx", LIMITS)
    sizes = [Image.open(io.BytesIO(one)).size for one in reading.pictures.values()]
    assert sizes == [(30, 40), (60, 40)]
    assert len({block.picture for block in reading.blocks}) == 2
    assert "chỉ lấy phần nhìn thấy" in reading.remarks[0].message


def test_numbers_of_paragraphs_are_those_of_word() -> None:
    reading = read_within(
        docx(p("một"), p(""), p("ba"), table(row("x", "y"), row("z", "t")), p("tám")), "x", LIMITS
    )
    assert [block.line for block in reading.blocks] == [1, 3, 4, 8]


def test_raised_letters_of_libreoffice_are_superscripts() -> None:
    data = docx(
        p("m", r("2", '<w:position w:val="8"/>'), " H", r("2", '<w:position w:val="-6"/>'), "O")
    )
    (block,) = read_within(data, "x", LIMITS).blocks
    assert block.markdown == "m<sup>2</sup> H<sub>2</sub>O"
