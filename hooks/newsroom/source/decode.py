"""Bytes to text: UTF-8 (with or without BOM) or a message that names the encoding found."""

from __future__ import annotations

import re

# Latin-1 characters that no Vietnamese word has: what is left when text typed in an old font
# (TCVN3: .Vn…, VNI: VNI-…) is read as Unicode.
_STRANGE = re.compile("[¨©§ª«¬®¸¹»¼½¾µ¶·ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
_TCVN3_ONLY = re.compile("[¨©§ª«¬®¸¹»¼½¾µ¶·]")
_VOWELS = frozenset(b"aeiouyAEIOUY")
_VNI_TONES = frozenset(
    b"\xf8\xf9\xfb\xf5\xef\xd8\xd9\xdb\xd5\xcf\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa"
)
_CP1258_TONES = frozenset(b"\xcc\xd2\xde\xec\xf2")
_CP1258_LETTERS = _VOWELS | frozenset(b"\xe2\xea\xf4\xf5\xe3\xfd\xc2\xca\xd4\xd5\xc3\xdd")


def decode(data: bytes) -> tuple[str, None] | tuple[None, str]:
    """Return ``(text, None)``, or ``(None, name of the encoding)`` when it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, "UTF-16"
    if data[:65536].count(0) * 5 > len(data[:65536]):  # every other byte of plain letters is zero
        return None, "UTF-16"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, _guess(data)
    return text, None


def _guess(data: bytes) -> str:
    """Name the most likely old Vietnamese encoding of *data*, which is not UTF-8."""
    high = [i for i, byte in enumerate(data) if byte >= 0x80]
    pairs = [(data[i - 1] if i else 0, data[i]) for i in high]
    tcvn3 = sum(1 for _, byte in pairs if 0xA8 <= byte <= 0xBF)
    cp1258 = sum(1 for before, byte in pairs if byte in _CP1258_TONES and before in _CP1258_LETTERS)
    cp1258 += sum(1 for _, byte in pairs if byte in b"\xf0\xfd")
    vni = sum(1 for before, byte in pairs if byte in _VNI_TONES and before in _VOWELS)
    vni += sum(1 for _, byte in pairs if byte in b"\xf1\xf6\xf4")
    best, name = max(
        (tcvn3 * 2, "TCVN3, phông .Vn…"), (vni, "VNI, phông VNI-…"), (cp1258, "Windows-1258")
    )
    return name if best * 3 >= len(high) else "một bảng mã không rõ"


def legacy_sample(text: str) -> tuple[str, str] | None:
    """Find text that was typed in an old font and pasted as if it were Unicode.

    Returns the encoding's name and some of the words, or None. A few odd words (a foreign name,
    a paragraph sign) are not enough.
    """
    if not _STRANGE.search(text):
        return None
    words = list(dict.fromkeys(text.split()))
    strange = [
        w for w in words if _STRANGE.search(w) and any(c.isascii() and c.isalpha() for c in w)
    ]
    if len(strange) < 4 or len(strange) * 12 < len(words):
        return None
    name = "TCVN3" if any(_TCVN3_ONLY.search(w) for w in strange) else "VNI"
    return name, " ".join(strange[:4])[:80]
