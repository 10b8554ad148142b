"""Text pasted from a portal, to blocks: unwrapped, with gaps where pictures were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsroom.importing.blocks import Block, BlockKind, Reading, Remark
from newsroom.importing.decoding import decode_text
from newsroom.importing.leftovers import is_gap_sign, leftover_heading, split_gap_sign
from newsroom.importing.markdown import escape, list_marker
from newsroom.importing.understanding.days import is_date_line
from newsroom.importing.wrapping import (
    End,
    Verdict,
    Wrapping,
    ends_sentence,
    find_wrapping,
    is_item,
    judge,
    judge_caption,
)
from newsroom.text import clean

_LONGEST_HEADLINE = 300
_OPENS_LEAD = re.compile(
    r"(?:Thực hiện|Ngày|Sáng|Chiều|Tối|Vừa qua|Nhằm|Căn cứ|Để|Trong|Hưởng ứng|Nhân|Tiếp tục)\b"
)
_LONGEST_CAPTION = 220
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(slots=True)
class _State:
    wrapping: Wrapping
    blanks_are_gaps: bool
    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    paragraph: list[_Line] = field(default_factory=list)
    after_gap: bool = False

    def close(self) -> None:
        """Make a block of the lines gathered."""
        if not self.paragraph:
            return
        text = " ".join(line.text for line in self.paragraph)
        kind = BlockKind.ITEM if is_item(text) else BlockKind.PARAGRAPH
        self.blocks.append(Block(kind, text, _markdown(kind, text), self.paragraph[0].number))
        self.paragraph = []
        self.after_gap = False

    def gap(self, line: _Line) -> None:
        """A picture stood here; *line* is what stands there now."""
        if self.blocks and self.blocks[-1].kind is BlockKind.GAP:
            if line.text:  # a sign says more than the empty line above it
                self.blocks[-1] = Block(BlockKind.GAP, line.text, "", line.number)
        else:
            self.blocks.append(Block(BlockKind.GAP, line.text, "", line.number))
        self.after_gap = True


def read_text(data: bytes, name: str) -> Reading:
    """Read a text file. Raises ImportRefused."""
    decoded = decode_text(data)
    lines = [
        _Line(number, clean(text)) for number, text in enumerate(decoded.text.split("\n"), start=1)
    ]
    lines, left_out = _without_sidebar(_trimmed(lines))
    texts = [line.text for line in lines]
    state = _State(wrapping := find_wrapping(texts), _blanks_are_gaps(texts, wrapping))
    state.remarks += [*decoded.remarks, *left_out]
    rest = _headline(state, lines)
    _body(state, rest)
    return Reading(name, tuple(state.blocks), tuple(state.remarks))


def _markdown(kind: BlockKind, text: str) -> str:
    if kind is BlockKind.ITEM:
        if text[0] in "-+*•●▪–":
            return f"- {escape(text[1:].strip())}"
        if marker := list_marker(text):
            return marker + escape(text[len(marker) :])
    return escape(text)


def _trimmed(lines: list[_Line]) -> list[_Line]:
    first = next((i for i, line in enumerate(lines) if line.text), len(lines))
    last = next((i for i in range(len(lines), first, -1) if lines[i - 1].text), first)
    return lines[first:last]


def _without_sidebar(lines: list[_Line]) -> tuple[list[_Line], list[Remark]]:
    """Cut what the portal shows below the article, from its heading on."""
    for index, line in enumerate(lines):
        if index >= 2 and leftover_heading(line.text):
            words = sum(len(one.text.split()) for one in lines[index:])
            message = f"Phần “{line.text}” của trang cũ, đến hết tệp ({words} chữ)."
            return _trimmed(lines[:index]), [Remark("left-out", message, line.number)]
    return lines, []


def _blanks_are_gaps(texts: Sequence[str], wrapping: Wrapping) -> bool:
    """Whether an empty line is where a picture was, not the usual end of a paragraph."""
    if wrapping.width is None:
        ends = sum(1 for a, b in pairwise(texts) if a and b)
    else:
        ends = sum(
            1
            for a, b in pairwise(texts[1:])
            if a and b and ends_sentence(a) and judge(wrapping, a, b, is_first=False) == _SURE
        )
    blanks = sum(1 for text in texts if not text)
    return ends >= 2 and ends > blanks


_SURE = Verdict(End.PARAGRAPH)


def _headline(state: _State, lines: list[_Line]) -> list[_Line]:
    """Gather the headline's lines; return the others."""
    if not lines:
        return []
    count = 1
    while count < len(lines) and _goes_on(state, lines[:count], lines[count]):
        count += 1
    state.paragraph = lines[:count]
    state.close()
    return lines[count:]


def _goes_on(  # noqa: PLR0911 - one return a rule
    state: _State, headline: list[_Line], following: _Line
) -> bool:
    """Whether the headline runs on in the line *following*."""
    last = headline[-1]
    length = sum(len(line.text) + 1 for line in headline) + len(following.text)
    if not following.text or length > _LONGEST_HEADLINE or is_date_line(following.text):
        return False
    if last.text.isupper() and following.text.isupper():
        return True
    width = state.wrapping.width
    slack = 0 if state.wrapping.is_regular else 4
    if width is None or len(last.text) > width + slack or ends_sentence(last.text):
        return False
    if following.text[:1].islower():
        return True
    if last.text.isupper() or not state.wrapping.is_full(last.text, following.text):
        return False
    if _OPENS_LEAD.match(following.text):
        _doubt(state, Verdict(End.PARAGRAPH, doubtful=True), last, following)
        return False
    _doubt(state, Verdict(End.WRAP, doubtful=True), last, following)
    return True


def _body(state: _State, lines: list[_Line]) -> None:
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not line.text:
            _blank(state, line)
            continue
        before, sign, after = split_gap_sign(line.text)
        if sign:
            if before:
                state.paragraph.append(_Line(line.number, before))
            state.close()
            state.gap(_Line(line.number, sign))
            if not after:
                continue
        state.paragraph.append(_Line(line.number, after))
        if following is None or is_gap_sign(following.text):
            state.close()
        elif not following.text:
            _before_blank(state, line, lines[index + 2 :])
        elif is_date_line(line.text) and not state.blocks[1:]:
            state.close()
        else:
            _line_end(state, line, following)
    state.close()


def _line_end(state: _State, line: _Line, following: _Line) -> None:
    if state.after_gap and sum(len(one.text) for one in state.paragraph) < _LONGEST_CAPTION:
        verdict = judge_caption(state.wrapping, line.text, following.text)
    else:
        is_first = len(state.paragraph) == 1
        verdict = judge(state.wrapping, line.text, following.text, is_first=is_first)
    _doubt(state, verdict, line, following)
    if verdict.end is End.PARAGRAPH:
        state.close()


def _before_blank(state: _State, line: _Line, rest: list[_Line]) -> None:
    """An empty line ends a paragraph, unless the sentence runs on behind it."""
    after = next((one for one in rest if one.text), None)
    runs_on = after and after.text[:1].islower() and not is_item(after.text)
    if not after or not runs_on or ends_sentence(line.text) or line.text[-1:] in ":;":
        state.close()
        return
    _doubt(state, Verdict(End.WRAP, doubtful=True), line, after)


def _blank(state: _State, line: _Line) -> None:
    if state.paragraph:  # the sentence runs on
        if state.blanks_are_gaps:
            message = "Dòng trống giữa câu: có thể là chỗ đặt ảnh, nay câu được nối liền."
            state.remarks.append(Remark("doubtful", message, line.number))
    elif state.blanks_are_gaps:
        state.gap(line)


def _doubt(state: _State, verdict: Verdict, line: _Line, following: _Line) -> None:
    if not verdict.doubtful:
        return
    end, start = line.text[-_SHOWN:], following.text[:_SHOWN]
    joined, parted = f"…{end} {start}…", f"…{end} ¶ {start}…"
    if verdict.end is End.WRAP:
        message, readings = "Nối hai dòng thành một đoạn.", (joined, parted)
    else:
        message, readings = "Tách hai dòng thành hai đoạn.", (parted, joined)
    state.remarks.append(Remark("doubtful", message, line.number, readings))
