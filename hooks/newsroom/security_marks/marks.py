"""The marks a document may carry, and how one of them is told from the same letters in prose.

A mark stands by itself: a stamp in a line or a cell of its own. In prose the same letters are part
of another word ("bảo mật", "mật độ", "bí mật nhà nước"), of a name, or of words about secrets.
"""

from __future__ import annotations

import re
from enum import StrEnum

from newsroom.text import ascii_letters, nfc


class Mark(StrEnum):
    """A mark; the value is what messages say. The first three are degrees of state secrets."""

    TOP = "Tuyệt mật"
    HIGH = "Tối mật"
    SECRET = "Mật"
    INTERNAL = "Lưu hành nội bộ"

    @property
    def is_state_secret(self) -> bool:
        """Whether the law forbids the file outside the places meant for state secrets."""
        return self is not Mark.INTERNAL


_DECORATION = "()[]{}<>«»“”\"'*_=~.,:;!•·–—-|/\\"
_BULLET = re.compile(r"(?:[-+•*–]|\d{1,3}[.)]|[a-zđ]\))\s+\S")
_DEGREE = r"(?:CHỈDẤU|DẤU|CẤP|MỨC)?ĐỘMẬT[:–-]"
_KIND = r"(?:TÀILIỆU|VĂNBẢN|CÔNGVĂN|HỒSƠ)?(?:CHỈ)?"
_WORDS = {
    "TUYỆTMẬT": Mark.TOP,
    "TỐIMẬT": Mark.HIGH,
    "MẬT": Mark.SECRET,
    "LƯUHÀNHNỘIBỘ": Mark.INTERNAL,
}
_STAMPS = tuple((re.compile(f"({_DEGREE})?{_KIND}{words}"), mark) for words, mark in _WORDS.items())
# "MAT" without its mark may be any of a dozen words, so it counts only after "DO MAT:".
_PLAIN_STAMPS = (
    *(
        (re.compile(ascii_letters(pattern.pattern)), mark)
        for pattern, mark in _STAMPS
        if mark is not Mark.SECRET
    ),
    (re.compile(ascii_letters(f"({_DEGREE})MẬT")), Mark.SECRET),
)
_OLD_CODES = {
    "tuyötmët": Mark.TOP,
    "tèimët": Mark.HIGH,
    "mët": Mark.SECRET,
    "luhµnhnéibé": Mark.INTERNAL,
}
"""The stamps as letters of TCVN3 fonts (.VnTime, .VnTimeH) come out of a file, in lower case."""
_LONGEST = 60


def squeeze(text: str) -> str:
    """*text* without any space: programs that make PDF files tear words apart (``M Ậ T``)."""
    return "".join(nfc(text).replace("\u00ad", "").split())


def stamp(text: str, *, any_case: bool = False) -> Mark | None:
    """The mark that *text*, a line or a cell by itself, is; None when it is anything else.

    A stamp is in capitals. With *any_case* "Tối mật" and "Mật" count too, as they do near the top
    of a document. For "Lưu hành nội bộ" and "Độ mật: Mật" a capital in front is always enough.
    """
    text = text.strip()
    if len(text) > _LONGEST or (_BULLET.match(text) and text[-1] not in "-–*_"):
        return None
    cell = squeeze(text).strip(_DECORATION)
    if old := _OLD_CODES.get(cell.casefold().replace("\u03bc", "µ")):
        return old
    upper = cell.upper()
    for pattern, mark in _PLAIN_STAMPS if cell.isascii() else _STAMPS:
        if match := pattern.fullmatch(upper):
            by_label = bool(match[1]) or mark is Mark.INTERNAL
            is_written_so = cell == upper or (cell[:1].isupper() and (any_case or by_label))
            return mark if is_written_so else None
    return None
