"""The Word template: made anew it is the file in the repository; filled in, it needs no guess."""

from __future__ import annotations

import io
import re
import zipfile

import word_template
from newsroom.importing.blocks import Reading
from newsroom.importing.word import read_word

_CONTROL = re.compile(
    r'<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="mau-(?P<key>[a-z0-9-]+)"/>.*?</w:sdt>',
    re.DOTALL,
)
_FILLED = {
    "tieu-de": "Phòng mẫu tổ chức hội nghị",
    "ngay-dien-ra": "05/3/2025",
    "don-vi": "Phòng 2",
    "ke-hoach": "118/KH-VKSHP-TTr ngày 07/02/2025",
    "nguoi-viet": "Nguyễn Văn Mẫu, Chuyên viên",
    "sapo": "Đoạn mở đầu.",
    "noi-dung": "Nội dung bài./.",
    "chu-thich-1": "Ảnh: Quang cảnh hội nghị",
}


def filled(data: bytes, answers: dict[str, str]) -> bytes:
    """What Word makes of the template when a writer types *answers*: the hints go."""

    def answer(match: re.Match[str]) -> str:
        text = answers.get(match["key"])
        if text is None:
            return match[0]
        typed = f"<w:r><w:t>{text}</w:t></w:r>"
        control = match[0].replace("<w:showingPlcHdr/>", "")
        return re.sub(
            r"<w:sdtContent>.*</w:sdtContent>", f"<w:sdtContent>{typed}</w:sdtContent>", control
        )

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = _CONTROL.sub(answer, content.decode()).encode()
            made.writestr(name, content)
    return out.getvalue()


def read(answers: dict[str, str]) -> Reading:
    return read_word(filled(word_template.FILE.read_bytes(), answers), "mau-tin-bai.docx")


def test_the_file_in_the_repository_is_what_the_script_makes() -> None:
    assert word_template.FILE.read_bytes() == word_template.template()


def test_an_empty_template_says_nothing() -> None:
    reading = read({})
    assert reading.blocks == ()
    assert reading.fields == {}
    assert reading.remarks == ()


def test_a_filled_template_gives_its_fields() -> None:
    reading = read(_FILLED)
    assert reading.fields == {key: _FILLED[key] for key in _FILLED if key in _LABELLED}
    assert [(block.text, block.is_caption) for block in reading.blocks] == [
        ("Đoạn mở đầu.", False),
        ("Nội dung bài./.", False),
        ("Ảnh: Quang cảnh hội nghị", True),
    ]
    assert reading.remarks == ()


_LABELLED = {"tieu-de", "ngay-dien-ra", "don-vi", "ke-hoach", "nguoi-viet", "nguoi-duyet"}


def test_it_is_a4_in_times_new_roman_14() -> None:
    with zipfile.ZipFile(word_template.FILE) as archive:
        document = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert 'w:w="11906" w:h="16838"' in document
    normal = re.search(r'<w:style [^>]*w:styleId="Normal">.*?</w:style>', styles, re.DOTALL)
    assert normal is not None
    assert 'w:ascii="Times New Roman"' in normal[0]
    assert '<w:sz w:val="28"/>' in normal[0]
