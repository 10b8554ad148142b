"""Bytes to text: what is not UTF-8 is named, never guessed at."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from newsroom.source.decode import decode, legacy_sample

from ..small import article, places, read

BODY = (
    "Ngày 05/3/2025, Đoàn kiểm tra của Ban Chỉ đạo thực hiện dân chủ ở cơ sở đã làm việc với"
    " Phòng 2. Lãnh đạo đơn vị báo cáo kết quả thực hiện, nêu hạn chế và kiến nghị, đề xuất."
)
FILE = article(BODY, author="Nguyễn Thị Mẫu")
TONES = "\u0300\u0309\u0303\u0301\u0323"

# One row a letter: without a tone, then huyền, hỏi, ngã, sắc, nặng.
_TCVN3 = {
    "a": b"a\xb5\xb6\xb7\xb8\xb9",
    "ă": b"\xa8\xbb\xbc\xbd\xbe\xc6",
    "â": b"\xa9\xc7\xc8\xc9\xca\xcb",
    "e": b"e\xcc\xce\xcf\xd0\xd1",
    "ê": b"\xaa\xd2\xd3\xd4\xd5\xd6",
    "i": b"i\xd7\xd8\xdc\xdd\xde",
    "o": b"o\xdf\xe1\xe2\xe3\xe4",
    "ô": b"\xab\xe5\xe6\xe7\xe8\xe9",
    "ơ": b"\xac\xea\xeb\xec\xed\xee",
    "u": b"u\xef\xf1\xf2\xf3\xf4",
    "ư": b"\xad\xf5\xf6\xf7\xf8\xf9",
    "y": b"y\xfa\xfb\xfc\xfd\xfe",
}
_VNI_TONES = b"\xf8\xfb\xf5\xf9\xef"
_VNI = {
    "a": [b"a", *(b"a" + bytes([tone]) for tone in _VNI_TONES)],
    "ă": [b"a\xea", b"a\xe8", b"a\xfa", b"a\xfc", b"a\xe9", b"a\xeb"],
    "â": [b"a\xe2", b"a\xe0", b"a\xe5", b"a\xe3", b"a\xe1", b"a\xe4"],
    "e": [b"e", *(b"e" + bytes([tone]) for tone in _VNI_TONES)],
    "ê": [b"e\xe2", b"e\xe0", b"e\xe5", b"e\xe3", b"e\xe1", b"e\xe4"],
    "i": [b"i", b"\xec", b"\xe6", b"\xf3", b"\xed", b"\xf2"],
    "o": [b"o", *(b"o" + bytes([tone]) for tone in _VNI_TONES)],
    "ô": [b"o\xe2", b"o\xe0", b"o\xe5", b"o\xe3", b"o\xe1", b"o\xe4"],
    "ơ": [b"\xf4", *(b"\xf4" + bytes([tone]) for tone in _VNI_TONES)],
    "u": [b"u", *(b"u" + bytes([tone]) for tone in _VNI_TONES)],
    "ư": [b"\xf6", *(b"\xf6" + bytes([tone]) for tone in _VNI_TONES)],
    "y": [b"y", b"y\xf8", b"y\xfb", b"y\xf5", b"y\xf9", b"\xee"],
}


def split_tone(char: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's number (0 for none)."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((TONES.index(c) + 1 for c in parts if c in TONES), 0)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)), tone


def tcvn3(text: str) -> bytes:
    """As typed in a font named .Vn…: capitals have no tones, as in .VnTime."""
    out = b""
    for char in text:
        letter, tone = split_tone(char)
        if char in "đĐ":
            out += b"\xae" if char == "đ" else b"\xa7"
        elif letter.lower() in _TCVN3 and not char.isascii():
            out += _TCVN3[letter.lower()][tone : tone + 1]
        else:
            out += char.encode("ascii")
    return out


def vni(text: str) -> bytes:
    """As typed in a font named VNI-…."""
    out = b""
    for char in text:
        letter, tone = split_tone(char)
        if char in "đĐ":
            out += b"\xf1" if char == "đ" else b"\xd1"
        elif letter.lower() in _VNI and not char.isascii():
            out += _VNI[letter.lower()][tone]
        else:
            out += char.encode("ascii")
    return out


def windows_1258(text: str) -> bytes:
    """As Windows saves Vietnamese "ANSI" text: letter, then a combining tone."""
    out = b""
    for char in text:
        letter, tone = split_tone(char)
        out += letter.encode("cp1258") + (TONES[tone - 1].encode("cp1258") if tone else b"")
    return out


OLD = {
    "TCVN3": (tcvn3, "TCVN3, phông .Vn…"),
    "VNI": (vni, "VNI, phông VNI-…"),
    "Windows-1258": (windows_1258, "Windows-1258"),
}


@pytest.mark.parametrize(("encode", "name"), OLD.values(), ids=OLD.keys())
def test_an_old_encoding_is_named(encode: Callable[[str], bytes], name: str) -> None:
    assert decode(encode(FILE)) == (None, name)


HEADLINES = {
    "đoàn kiểm tra": "Phòng 2 tiếp đoàn kiểm tra việc thực hiện dân chủ ở cơ sở",
    "hội nghị": "Hội nghị cán bộ, công chức năm 2025",
    "quyên góp": "Chi đoàn Thanh niên quyên góp ủng hộ đồng bào bị thiên tai",
}


@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES.keys())
@pytest.mark.parametrize(("encode", "name"), [OLD["TCVN3"], OLD["VNI"]], ids=["TCVN3", "VNI"])
def test_a_headline_is_enough(encode: Callable[[str], bytes], name: str, headline: str) -> None:
    assert decode(encode(headline)) == (None, name)


@pytest.mark.parametrize("headline", ["đoàn kiểm tra", "hội nghị"])
def test_a_headline_in_windows_1258_is_enough(headline: str) -> None:
    assert decode(windows_1258(HEADLINES[headline])) == (None, "Windows-1258")


@pytest.mark.parametrize(("encode", "name"), OLD.values(), ids=OLD.keys())
def test_the_message_names_the_encoding_and_the_import_command(
    encode: Callable[[str], bytes], name: str
) -> None:
    (problem,) = read(encode(FILE)).problems
    assert problem.code == "encoding"
    assert name in problem.message
    assert "import_article.py" in problem.hint


UTF_16 = {
    "có BOM": FILE.encode("utf-16"),
    "có BOM, byte cao trước": b"\xfe\xff" + FILE.encode("utf-16-be"),
    "không dấu, không có BOM": "---\ntitle: Phong 2\n---\n".encode("utf-16-le"),
    "có dấu, không có BOM": FILE.encode("utf-16-le"),
}


@pytest.mark.parametrize("data", UTF_16.values(), ids=UTF_16.keys())
def test_utf_16_is_named(data: bytes) -> None:
    assert decode(data) == (None, "UTF-16")


UTF_8 = {
    "không BOM": FILE.encode(),
    "có BOM": b"\xef\xbb\xbf" + FILE.encode(),
}


@pytest.mark.parametrize("data", UTF_8.values(), ids=UTF_8.keys())
def test_utf_8_is_read_with_or_without_a_bom(data: bytes) -> None:
    assert decode(data) == (FILE, None)
    source = read(data)
    assert (source.problems, source.values["title"]) == ((), "Phòng 2 tiếp đoàn kiểm tra")
    assert source.body == BODY


def test_bytes_that_are_nothing_known() -> None:
    assert decode(b"\x80\x81\x82\x83" * 50) == (None, "một bảng mã không rõ")


PASTED = {
    "TCVN3": (tcvn3, "TCVN3"),
    "VNI": (vni, "VNI"),
}


@pytest.mark.parametrize(("encode", "name"), PASTED.values(), ids=PASTED.keys())
def test_old_text_pasted_as_unicode_is_recognised(
    encode: Callable[[str], bytes], name: str
) -> None:
    pasted = encode(BODY).decode("latin-1")
    found = legacy_sample(pasted)
    assert found is not None
    assert found[0] == name
    assert set(found[1].split()) <= set(pasted.split())
    assert places(list(read(article(pasted)).problems)) == ["tin/2025/bai.md encoding-legacy"]


ORDINARY = {
    "tiếng Việt": BODY,
    "tên nước ngoài": "Ông François Müller thăm Viện kiểm sát tại São Paulo năm ngoái.",
    "ký hiệu": "Điều 5 § 2 khoản ½, nhiệt độ 25 °C, diện tích 30 m² ± 2.",
    "rỗng": "",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY.keys())
def test_ordinary_text_is_not_taken_for_old(text: str) -> None:
    assert legacy_sample(text) is None
