"""Bytes of a text file to Vietnamese in NFC, whatever the program and font it was typed with.

Where bytes do not say their encoding, each one that Vietnamese files have is tried, and the one
that makes most accented words well-formed syllables is taken.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.importing.blocks import ImportRefused, Remark
from newsroom.importing.old_fonts import from_tcvn3, from_vni
from newsroom.importing.syllables import syllable_score
from newsroom.source.decode import legacy_sample
from newsroom.text import nfc

MOST_BYTES = 5 * 1024 * 1024
"""Longest text or web page; an article of 1 MB is refused later anyway."""
_BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LOOKED_AT = 4000
_ENOUGH = 0.7
"""Least share of well-formed words among the accented ones; real texts hold foreign names."""
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC with line feeds, and what a person should know of how it was read."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...]


def decode_text(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a whole file; *declared* is the encoding a web page names. Raises ImportRefused."""
    if len(data) > MOST_BYTES:
        raise ImportRefused(
            f"Tệp dài {len(data) // 1024} KB; tệp chữ hoặc trang web được nhập dài tối đa"
            f" {MOST_BYTES // 1024} KB. Hãy tách tệp, mỗi tệp một bài."
        )
    text, encoding, why = _best(data, declared)
    text = _LINE_ENDS.sub("\n", text)
    remarks = [Remark("note", f"Đọc tệp theo bảng mã {encoding}: {why}.")]
    controls = _CONTROL.findall(text) + _SURROGATES.findall(text)
    if controls:
        codes = ", ".join(sorted({f"U+{ord(c):04X}" for c in controls})[:5])
        message = f"Đã bỏ {len(controls)} ký tự điều khiển không nhìn thấy được ({codes})."
        remarks.append(Remark("left-out", message))
        text = _SURROGATES.sub("", _CONTROL.sub("", text))
    if broken := text.count("\ufffd"):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = f"Có {broken} chỗ hỏng không đọc được, hiện thành “\ufffd”; hãy gõ lại chữ ở đó."
        remarks.append(Remark("doubtful", message, line))
    return Decoded(nfc(text), encoding, tuple(remarks))


def _best(data: bytes, declared: str | None) -> tuple[str, str, str]:
    for mark, codec, name in _BYTE_MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), name, "đầu tệp có dấu của bảng mã này"
    if data[:65536].count(0) * 10 > len(data[:65536]):
        return _utf16(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _most_vietnamese(data, declared)
    return _not_old_font(text)


def _utf16(data: bytes) -> tuple[str, str, str]:
    """UTF-16 without a mark: the order of bytes that gives letters and spaces."""
    texts = [data.decode(codec, "replace") for codec in ("utf-16-le", "utf-16-be")]
    best = max(texts, key=_legible)
    if _legible(best) * 10 < min(len(best), _LOOKED_AT) * 8:
        raise ImportRefused(
            "Đây không phải là tệp chữ (có thể là tệp của chương trình khác được đổi đuôi)."
            " Mở tệp bằng chương trình đã tạo ra nó rồi lưu thành .docx hoặc .txt."
        )
    return best, "UTF-16", "cứ hai byte là một chữ, dù đầu tệp không ghi"


def _legible(text: str) -> int:
    """How many of the first characters are letters, signs or blanks of a European script."""
    head = text[:_LOOKED_AT]
    return sum(1 for c in head if ord(c) < 0x2100 and (c.isprintable() or c in "\r\n\t"))


def _not_old_font(text: str) -> tuple[str, str, str]:
    """UTF-8, unless what it holds was typed in an old font and pasted letter for letter."""
    if legacy_sample(text):
        converters: tuple[tuple[str, Callable[[str], str]], ...] = (
            ("TCVN3 (phông .Vn…)", from_tcvn3),
            ("VNI (phông VNI-…)", from_vni),
        )
        before = _share(text)
        share, name, better = max((_share(c(text)), name, c(text)) for name, c in converters)
        if share > max(before, _ENOUGH):
            return better, name, f"{_percent(share)} từ có dấu đúng là âm tiết tiếng Việt"
    return text, "UTF-8", "mọi byte đúng quy tắc của bảng mã này"


def _most_vietnamese(data: bytes, declared: str | None) -> tuple[str, str, str]:
    ranked = sorted(
        ((_share(text), -rank, name, text) for rank, (name, text) in enumerate(_readings(data))),
        reverse=True,
    )
    share, _, name, text = ranked[0]
    if share >= _ENOUGH:
        return text, name, f"{_percent(share)} từ có dấu đúng là âm tiết tiếng Việt"
    if declared:
        try:
            return data.decode(declared, "replace"), declared, "trang tự khai như vậy"
        except LookupError:
            pass
    raise ImportRefused(
        "Không nhận ra bảng mã của tệp. Mở tệp bằng chương trình đã tạo ra nó, chọn Lưu thành"
        " (Save As) với bảng mã UTF-8, hoặc chuyển mã bằng UniKey (Ctrl+Shift+F6), rồi nhập lại."
    )


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 50 <= len(text):
        yield "UTF-8", text
    yield "Windows-1258", nfc(data.decode("cp1258", "replace"))
    latin = data.decode("latin-1").translate(_WINDOWS_SIGNS)
    yield "TCVN3 (phông .Vn…)", from_tcvn3(latin)
    yield "VNI (phông VNI-…)", from_vni(latin)
    yield "Windows-1252", latin


# Quotation marks and dashes that Word put between the letters of old fonts.
_WINDOWS_SIGNS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


def _share(text: str) -> float:
    good, seen = syllable_score(text)
    return good / seen if seen else 0.0


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %") if share < 1 else "mọi"
