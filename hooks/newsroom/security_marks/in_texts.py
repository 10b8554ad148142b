"""Marks in texts: on the pages of a file, in a Markdown body, in a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsroom.security_marks.marks import Mark, squeeze, stamp
from newsroom.text import nfc

_TOP_LINES = 12
"""Lines of the first page, empty ones not counted, that hold the head of a document: agency, motto,
number, day, title. There a stamp may be in small letters."""
_HEAD_LINES = 6
"""Lines of the first page in which a stamp may share its line with the agency or the motto."""
_GAP = re.compile(r"\s{2,}|\t|\|")
# What stands beside a stamp when the columns of a document's head come out as one line
# (Nghị định 30/2020/NĐ-CP, Annex I: motto, number, copies).
_HEAD_PHRASES = re.compile(
    "CỘNGH(?:ÒA|OÀ)XÃHỘICHỦNGHĨAVIỆTNAM|ĐẢNGCỘNGSẢNVIỆTNAM"
    r"|Độclập[-–]Tựdo[-–]Hạnhphúc|Số:[\w/&.-]*|Bảnsố:?\d*"
)
_AT_AN_END = re.compile("(?P<first>^(?:TUYỆT|TỐI)?MẬT)|(?P<last>(?:TUYỆT|TỐI)?MẬT$)")
_COMPOUNDS = ("BẢO", "BÍ", "CƠ", "THÂN", "ẨN", "KÍN", "GIẢI", "ĐỘ")
"""After them "MẬT" is the second half of a word, or a degree that is only spoken of."""
_BEFORE = (*_COMPOUNDS, "VÀ", "HOẶC", "VỀ", "LIỆU", "BẢN", "TIN")
_AFTER = (
    *("ĐỘ", "MÃ", "VỤ", "THƯ", "NGỮ", "KHẨU", "ONG", "PHỤC", "THÁM", "THIẾT", "HẠN"),
    *("NHÀ", "VÀ", "LÀ"),
)
"""Before them it is the first half of one: MẬT ĐỘ, MẬT MÃ …"""
_LIST_OR_HEADING = re.compile(r"\s*(?:#{1,6}\s|>|(?:[-+*]|\d{1,3}[.)])\s+\S)")
_IN_EVERY_STAMP = ("Ậ", "Ë", "MAT", "ành nội bộ", "ÀNH NỘI BỘ", "anh noi bo", "ANH NOI BO")
"""Nearly all bodies hold none of them, and need not be read line by line."""
_IN_EVERY_TITLE = re.compile("ậ|ë|mat|nội bộ|noi bo", re.IGNORECASE)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_TITLE_PARTS = re.compile(r"\s+[-–—]\s+|:\s+|\.\s+")


def mark_on_page(text: str, *, is_first: bool) -> Mark | None:
    """The mark on one page of a file, whose *text* is as it comes out of it, line by line."""
    before = ""
    position = 0
    for line in nfc(text).splitlines():
        if not line.strip():
            continue
        position += 1
        found = _in_line(line, before, position if is_first else None)
        if found:
            return found
        before = line
    return None


def _in_line(line: str, before: str, position: int | None) -> Mark | None:
    """*position* counts the lines of the first page, from 1."""
    at_top = position is not None and position <= _TOP_LINES
    if whole := stamp(line, any_case=at_top):
        return _accepted(whole, before)
    parts = _GAP.split(line)
    for left, part in zip(("", *parts), parts, strict=False):
        if found := _accepted(stamp(part, any_case=at_top), left):
            return found
    if position is not None and position <= _HEAD_LINES:
        cells = _HEAD_PHRASES.split(squeeze(line))
        return next(filter(None, map(_beside_the_agency, cells)), None)
    return None


def _accepted(found: Mark | None, before: str) -> Mark | None:
    """The mark *found*, unless it only ends a word that *before*, a line or a cell, began.

    BẢO / MẬT is no mark; a stamp may itself be broken, TUYỆT / MẬT.
    """
    if found is not Mark.SECRET:
        return found
    last = squeeze(before).upper().rstrip(".,;:-–")
    degrees = {"TUYỆT": Mark.TOP, "TỐI": Mark.HIGH}
    return degrees.get(last) or (None if last.endswith(_COMPOUNDS) else found)


def _beside_the_agency(cell: str) -> Mark | None:
    """A stamp at the beginning or the end of a *cell* of the head, squeezed, in capitals."""
    if cell != cell.upper():
        return None
    for match in _AT_AN_END.finditer(cell):
        before, after = cell[: match.start()], cell[match.end() :]
        if not (before.endswith(_BEFORE) or _is_a_name(before) or after.startswith(_AFTER)):
            return stamp(match.group())
    return None


def _is_a_name(before: str) -> bool:
    """``NGUYỄN VĂN`` before ``MẬT``; ``CÔNG VĂN`` is none."""
    return before.endswith(("VĂN", "THỊ")) and not before.endswith("CÔNGVĂN")


def marks_in_body(body: str) -> Iterator[tuple[int, Mark]]:
    """Each mark that stands alone on a line of a Markdown *body*, with the number of its line.

    Headings, quotations, lists and code tell of marks more often than they carry one.
    """
    body = nfc(body)
    if not any(letters in body for letters in _IN_EVERY_STAMP):
        return
    fenced = False
    before = ""
    for number, line in enumerate(body.splitlines()):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and line.strip() and not _LIST_OR_HEADING.match(line):
            found = next(filter(None, map(stamp, line.split("|"))), None)
            if found := _accepted(found, before):
                yield number, found
        before = line


def mark_in_title(title: str) -> Mark | None:
    """The mark that a title, an abstract or a name of a file for readers carries.

    It is the whole of it, a part of it in brackets, or a part in capitals before or after a dash.
    """
    title = nfc(title)
    if not _IN_EVERY_TITLE.search(title):
        return None
    whole = stamp(title, any_case=True)
    bracketed = (stamp(part[:1].upper() + part[1:], any_case=True) for part in _brackets(title))
    parts = map(stamp, _TITLE_PARTS.split(title))
    return whole or next(filter(None, (*bracketed, *parts)), None)


def _brackets(title: str) -> Iterable[str]:
    return (match[1].strip() for match in _BRACKETED.finditer(title))
