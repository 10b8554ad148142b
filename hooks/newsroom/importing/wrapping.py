"""Hard-wrapped text: at which column it was wrapped, and which line ends are a paragraph's.

A line end is a wrap where the next line's first word would not have fitted; it is a paragraph's
where the line is short and closes a sentence. What is between is doubtful, and said to be so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_WIDTHS = range(40, 141)
_CLOSERS = "”’\"')]»"
_ENDS_SENTENCE = re.compile(rf"(?:[.?!…]|\./\.)[{re.escape(_CLOSERS)}]*$")
_SIGN_OFF = re.compile(rf"\./\.?[{re.escape(_CLOSERS)}]*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|tp|Q|P|H|TT|TX|ThS|Ths|TS|PGS|GS|Đ/c|đ/c|St|Tr|v\.v|vv|No|[A-ZĐ])\.)$"
)
_MARKER = re.compile(r"(?:[-+*•●▪–]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s|Điều \d+\.)")
_COUNTED = re.compile(
    r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy) là)\b[,:]?"
)
_NEW_TURN = re.compile(
    r"(?:Tại|Về|Sau (?:khi|đó)|Trước đó|Kết thúc|Phát biểu|Thay mặt|Đến dự|Tham dự|Dự|Thông qua|Qua"
    r"|Trong thời gian tới|Thời gian tới|Cuối|Mở đầu|Tiếp theo|Kết luận)\b"
)
"""How a paragraph opens more often than a sentence within one."""


class End(StrEnum):
    """What the end of a line is."""

    WRAP = "wrap"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``doubtful`` where the other reading is possible too."""

    end: End
    doubtful: bool = False


_SURE_WRAP, _DOUBTFUL_WRAP = Verdict(End.WRAP), Verdict(End.WRAP, doubtful=True)
_SURE_END, _DOUBTFUL_END = Verdict(End.PARAGRAPH), Verdict(End.PARAGRAPH, doubtful=True)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """``width`` in characters; None where lines are whole paragraphs already."""

    width: int | None = None
    is_regular: bool = False
    """Whether nearly all lines keep to the width, so that a short line says something."""

    def room_after(self, line: str, following: str) -> int:
        """Columns still free behind the next word; negative where it would not have fitted."""
        return (self.width or 0) - len(line) - 1 - len(_first_word(following))

    def is_full(self, line: str, following: str) -> bool:
        """Whether *line* ends where wrapping would have ended it."""
        return self.room_after(line, following) < (0 if self.is_regular else 6)


def find_wrapping(lines: Sequence[str]) -> Wrapping:
    """The column at which *lines* were wrapped: the one that explains most line ends."""
    pairs = [
        (len(a), len(a) + 1 + len(_first_word(b)))
        for a, b in pairwise(lines)
        if a and b and not ends_sentence(a)
    ]
    if len(pairs) < 2:
        return Wrapping()
    scores = {width: sum(1 for a, b in pairs if a <= width < b) for width in _WIDTHS}
    width = max(scores, key=lambda w: scores[w])
    share = scores[width] / len(pairs)
    if scores[width] < 2 or share < 0.4:
        return Wrapping()
    return Wrapping(width, is_regular=share >= 0.8)


def ends_sentence(line: str) -> bool:
    """Whether *line* closes with a full stop or the like, inside quotation marks or not."""
    return _ENDS_SENTENCE.search(line) is not None


def ends_article(line: str) -> bool:
    """Whether *line* closes with ``./.``, the sign that the text is over."""
    return _SIGN_OFF.search(line) is not None


def is_item(line: str) -> bool:
    """Whether *line* begins like an item of a list: “- ”, “1. ”, “a) ”, “Điều 5.”."""
    return _MARKER.match(line) is not None


def judge(  # noqa: PLR0911 - one return a rule
    wrapping: Wrapping, line: str, following: str, *, is_first: bool
) -> Verdict:
    """What the end of *line* is; *is_first*: it is the first of its paragraph."""
    if ends_article(line):
        return _SURE_END
    if wrapping.width is None:
        return _judge_unwrapped(line, following)
    full = wrapping.is_full(line, following)
    if is_item(following):
        return _judge_item(line, following, full=full)
    if ends_sentence(line) or line[-1:] in ":;":
        return _judge_sentence_end(wrapping, line, following, full=full)
    if not _starts_upper(following) or full:
        return _SURE_WRAP
    if wrapping.is_regular:
        return _SURE_END
    # Pages wrapped with their tags have short first lines: “Tại cuộc kiểm tra, Phòng”.
    if is_first or wrapping.room_after(line, following) < 25:
        return _DOUBTFUL_WRAP
    return _DOUBTFUL_END


def judge_caption(wrapping: Wrapping, line: str, following: str) -> Verdict:
    """The same where a picture stood: what is there first may be its caption."""
    if wrapping.width is None or ends_sentence(line) or not _starts_upper(following):
        return judge(wrapping, line, following, is_first=False)
    if wrapping.is_full(line, following):
        return _DOUBTFUL_END if _NEW_TURN.match(following) else _DOUBTFUL_WRAP
    return _SURE_END if wrapping.is_regular else _DOUBTFUL_END


def _judge_unwrapped(line: str, following: str) -> Verdict:
    runs_on = line[-1:] not in ".;:!?…" and line[-1:] not in _CLOSERS
    if runs_on and len(line) > 40 and following[:1].islower() and not is_item(following):
        return _DOUBTFUL_WRAP
    return _SURE_END


def _judge_item(line: str, following: str, *, full: bool) -> Verdict:
    if ends_sentence(line) or line[-1:] in ":;":
        return _SURE_END
    is_dash = following[:1] in "-–"
    if is_dash and full and following[2:3].islower():
        return _SURE_WRAP  # “thi đua / – khen thưởng”
    return _DOUBTFUL_WRAP if full else _DOUBTFUL_END


def _judge_sentence_end(wrapping: Wrapping, line: str, following: str, *, full: bool) -> Verdict:
    if following[:1].islower():
        return _SURE_WRAP
    if _ABBREVIATION.search(line):
        return _DOUBTFUL_WRAP
    if _COUNTED.match(following):
        return _SURE_END
    if full:
        return _DOUBTFUL_END if _NEW_TURN.match(following) else _DOUBTFUL_WRAP
    is_sure = wrapping.is_regular or wrapping.room_after(line, following) >= 10
    return _SURE_END if is_sure else _DOUBTFUL_END


def _starts_upper(line: str) -> bool:
    first = line.lstrip("“\"'(‘")[:1]
    return first.isupper()


def _first_word(line: str) -> str:
    return line.split(" ", 1)[0]
