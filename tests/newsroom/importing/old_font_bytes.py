"""Text as typed in the fonts of old, for tests: written from the fonts' keyboards, not our tables."""

from __future__ import annotations

import unicodedata

_TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
_VNI_WHOLE = {
    "í": "í",
    "ì": "ì",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
    "đ": "ñ",
    "ơ": "ô",
    "ư": "ö",
}
_TONE = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_BOWL = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_SIGNS = {"“": 0x93, "”": 0x94, "–": 0x96, "…": 0x85}


def to_tcvn3(text: str) -> bytes:
    """A font without capitals that bear tones: those words are typed small there."""
    return bytes(_tcvn3(char) for char in text)


def _tcvn3(char: str) -> int:
    if char in _SIGNS:
        return _SIGNS[char]
    return (
        ord(_TCVN3.get(char) or _TCVN3.get(char.lower()) or char) if ord(char) > 127 else ord(char)
    )


def to_vni(text: str) -> bytes:
    return b"".join(
        bytes([_SIGNS[char]]) if char in _SIGNS else _vni(char).encode("latin-1") for char in text
    )


def _vni(char: str) -> str:
    if char.isascii():
        return char
    typed = _vni_small(char.lower())
    return typed.upper() if char.isupper() else typed


def _vni_small(char: str) -> str:
    if char in _VNI_WHOLE:
        return _VNI_WHOLE[char]
    base, *marks = unicodedata.normalize("NFD", char)
    tone = next((mark for mark in marks if mark in _TONE), "")
    if "\u0302" in marks:
        return base + _HAT[tone]
    if "\u0306" in marks:
        return base + _BOWL[tone]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
    return base + _TONE[tone]


def to_cp1258(text: str) -> bytes:
    """Tones as marks of their own, the letters with circumflex, breve and horn whole."""
    out = []
    for char in text:
        base = unicodedata.normalize("NFD", char)
        tones = [c for c in base if c in "\u0300\u0301\u0303\u0309\u0323"]
        letter = unicodedata.normalize("NFC", "".join(c for c in base if c not in tones))
        out.append(letter + "".join(tones))
    return "".join(out).encode("cp1258")
