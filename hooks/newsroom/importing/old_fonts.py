"""Text typed in the fonts of the years before Unicode: TCVN3 (``.Vn…``) and VNI (``VNI-…``).

Such text arrives as Latin letters (“kiÓm tra”, “kieåm tra”). Code points after TCVN 5712:1993
(VN2, which holds VN3) and the published layout of VNI for Windows; written for this program.
"""

from __future__ import annotations

import re
import unicodedata

# From U+00A1 on; a full stop stands for what the code leaves empty or uses for combining marks.
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ.....àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽé"
    "ẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {code: letter for code, letter in enumerate(_TCVN3_LETTERS, start=0xA1) if letter != "."}
_WORD = re.compile(r"[^\W\d_]+")

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_PLAIN_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_WITH_CIRCUMFLEX = {
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_WITH_BREVE = {
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_MARKS = {
    "a": _PLAIN_TONES | _WITH_CIRCUMFLEX | _WITH_BREVE,
    "e": _PLAIN_TONES | _WITH_CIRCUMFLEX,
    "o": _PLAIN_TONES | _WITH_CIRCUMFLEX,
    "u": _PLAIN_TONES,
    "y": _PLAIN_TONES,
    "ô": _PLAIN_TONES,
    "ö": _PLAIN_TONES,
}
_VNI_LETTERS = {
    "ô": "ơ",
    "ö": "ư",
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "ñ": "đ",
}
_VNI_PAIR = re.compile(
    "|".join(f"{base}[{''.join(marks)}]" for base, marks in _VNI_MARKS.items())
    + f"|[{''.join(_VNI_LETTERS)}]",
    re.IGNORECASE,
)


def from_tcvn3(text: str) -> str:
    """Convert *text* as typed in a ``.Vn…`` font (read as Latin letters) to Vietnamese, NFC.

    U+00AD is “ư” there: convert before soft hyphens are removed. The code has no capitals with
    tones: words in capitals are made capital throughout. A font whose name ends in “H” shows
    capitals only; whoever knows the font makes those.
    """
    return "\n".join(_with_capitals(line) for line in text.translate(_TCVN3).split("\n"))


def _with_capitals(line: str) -> str:
    plain = [c for c in line if c.isascii() and c.isalpha()]
    if len(plain) > 3 and all(c.isupper() for c in plain):
        return line.upper()
    return _WORD.sub(lambda match: _capital_word(match.group()), line)


def _capital_word(word: str) -> str:
    plain = [c for c in word if c.isascii()]
    return word.upper() if len(plain) > 1 and all(c.isupper() for c in plain) else word


def from_vni(text: str) -> str:
    """Convert *text* as typed in a ``VNI-…`` font (read as Latin letters) to Vietnamese, NFC."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    typed = match.group()
    base, mark = typed[0].lower(), typed[1:].lower()
    letter = _VNI_LETTERS.get(base, base) + (_VNI_MARKS[base][mark] if mark else "")
    return letter.upper() if typed[0].isupper() else letter
