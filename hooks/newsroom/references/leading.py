"""What stands before a number: “số”, the kind of document, a name between the two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.references.alphabet import listed
from newsroom.references.kinds import (
    ABBREVIATIONS,
    KIND,
    KINDS,
    LAST_SYLLABLES,
    LONGEST,
    OF_THE_ASSEMBLY,
    spelled,
)
from newsroom.references.numbered import Number

_WORD_BEFORE = re.compile(r"[^\W_]+(?=\s*\Z)")
_NAME_WINDOW = 160
_NAME = re.compile(
    r"(?:[^\d.;:!?()|“”\n]|\n(?!\s*\n)|(?<=năm\s)\d{4}(?!\w)|“[^“”\n]{1,80}”|\([^()\d\n]{1,40}\))*+"
)
_AMENDING = re.compile(
    r"(?i:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)[^.;:()\d]{0,60}?(?i:của|điều)\s+\Z"
)
_FORMS = frozenset(listed("mẫu|biểu|lục|bảng|hình"))
_OTHER_THINGS = frozenset(
    listed(
        "sơ|án|vụ|lý|biển|nhà|quyển|thửa|lô|thẻ|chiếu|khoản|phòng|tổ|khối|cụm|giam|cửa|tập|trang|điểm"
        "|bàn|nhóm|đội|khu|đường|phố|ngõ|ngách|kiệt|hẻm|kho|máy|xe|giấy|phép|tài|hóa|hoá|đơn|vé|phách"
        "|đề|bài|câu|kỳ|km|tờ|bản|phiếu"
    )
)


_ENDINGS = ("số", *LAST_SYLLABLES)


@dataclass(frozen=True, slots=True)
class Lead:
    """``start``: where the reference begins; ``kind``: None where no word names it."""

    start: int
    kind: str | None
    has_so: bool
    is_capital: bool = False
    word: str = ""
    """The word before “số”, or before the number, in lower case."""

    def is_of_something_else(self, number: Number) -> bool:
        """“Mẫu số 01/KH-VKS”, “hồ sơ số 12/VKS”: numbers of other things."""
        if self.kind is not None:
            return False
        return self.word in _FORMS or (not number.is_certain and self.word in _OTHER_THINGS)


def may_lead(text: str, start: int) -> bool:
    """Whether the last word before *start* could name a kind or be “số”: a cheap first look."""
    before = text[max(0, start - 16) : start].rstrip(" \n\u00a0\t\r:.–-").lower()
    return before.endswith(_ENDINGS)


def read_lead(text: str, low: int, start: int) -> Lead:
    """What stands right before the number at *start*; looks back no further than *low*."""
    low = max(low, start - 60)
    so, begins = _so(text, low, start)
    before = _skip_space(text, low, begins)
    if so and before > low and text[before - 1] in ":–-" and _is_space(text[before:begins]):
        before = _skip_space(text, low, before - 1)
    kind_at = _adjacent_kind(text, low, before)
    if kind_at is not None:
        words = spelled(" ".join(text[kind_at:before].split()))
        kind = KINDS.get(words) or ABBREVIATIONS[text[kind_at:before]]
        return Lead(kind_at, kind, so, text[kind_at].isupper(), words.split()[-1])
    word = _WORD_BEFORE.search(text, max(low, before - 20), begins)
    return Lead(begins, None, so, word=word.group().lower() if word else "")


def _so(text: str, low: int, start: int) -> tuple[bool, int]:
    """Whether “số”, “Số:” stands before *start*, and where it begins (else *start*)."""
    position = _skip_space(text, low, start)
    if position > low and text[position - 1] in ":.":
        position = _skip_space(text, low, position - 1)
    if text[max(low, position - 2) : position].lower() != "số":
        return False, start
    begins = position - 2
    return (False, start) if begins > 0 and text[begins - 1].isalnum() else (True, begins)


def _skip_space(text: str, low: int, position: int) -> int:
    """The end of what stands before the space before *position*; a blank line is not passed."""
    end = position
    while position > low and text[position - 1].isspace():
        position -= 1
    return end if text.count("\n", position, end) > 1 else position


def _is_space(text: str) -> bool:
    return not text or text.isspace()


def _adjacent_kind(text: str, low: int, end: int) -> int | None:
    """Where the words begin that end at *end* and name a kind; the longest such words."""
    words: list[str] = []
    found, position = None, end
    for _ in range(LONGEST):
        begin = position
        while begin > low and text[begin - 1].isalpha():
            begin -= 1
        if begin == position:
            break
        words.insert(0, text[begin:position])
        if len(words) == 1 and words[0].lower() not in LAST_SYLLABLES:
            is_code = words[0] in ABBREVIATIONS and text[begin - 1 : begin] not in set("/-–&")
            return begin if is_code else None
        if spelled(" ".join(words)) in KINDS:
            found = begin
        position = _skip_space(text, low, begin)
        if position == begin or text.count("\n", position, begin) > 1:
            break
    return found


def named_between(text: str, low: int, lead: Lead, number: Number) -> tuple[int, str] | None:
    """Start and kind where a name stands between: “Luật Ngân sách nhà nước số 83/2015/QH13”.

    The nearest kind that the number's code allows. Without “số” the code must name the kind.
    """
    low = max(low, lead.start - _NAME_WINDOW)
    found: tuple[int, str] | None = None
    first_end = -1
    for match in KIND.finditer(text, low, lead.start):
        kind = KINDS[spelled(" ".join(match.group().split()))]
        if not _NAME.fullmatch(text, match.end(), lead.start):
            continue
        if not _agrees(kind, number, lead):
            continue
        amends = found and found[1] == kind and _AMENDING.search(text, first_end, match.start())
        if not amends:
            found, first_end = (match.start(), kind), match.end()
    return found


def kind_around(text: str, low: int, lead: Lead, number: Number) -> str | None:
    """The kind of a number in brackets after a name: “Luật Đấu thầu (số 22/2023/QH15)”."""
    before = _skip_space(text, low, lead.start)
    if before <= low or text[before - 1] != "(":
        return None
    between = named_between(text, low, Lead(before - 1, None, has_so=True), number)
    return between[1] if between else None


def kind_before(text: str, low: int, lead: Lead, number: Number) -> tuple[int, str] | None:
    """“Thông báo kết luận số 12/TB-VKS”: the kind that the code names, before another one."""
    if not number.kinds or lead.kind in number.kinds:
        return None
    before = _skip_space(text, low, lead.start)
    begin = _adjacent_kind(text, max(low, before - 60), before)
    if begin is None or before == lead.start:
        return None
    kind = KINDS.get(spelled(" ".join(text[begin:before].split())))
    return (begin, kind) if kind in number.kinds and kind else None


def _agrees(kind: str, number: Number, lead: Lead) -> bool:
    if number.is_of_the_assembly and not number.kinds:
        return kind in OF_THE_ASSEMBLY
    if number.kinds:
        return kind in number.kinds
    return lead.has_so and not number.is_of_a_case
