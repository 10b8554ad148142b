"""Head and end of an article among its blocks: headline, date line, by-line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from newsroom.importing.blocks import Block, BlockKind, Remark
from newsroom.importing.markdown import escape
from newsroom.importing.understanding.bylines import ByLine, joined, parse_byline
from newsroom.importing.understanding.days import date_line
from newsroom.importing.wrapping import ends_article
from newsroom.text import fold

_LONGEST_HEADLINE = 300
_MOST_LINES = 4
_SIGN_OFF = re.compile(r"\s*\./\.(?=[”\"’)\s]*$)")
_SIGN_OFF_WITHIN = re.compile(r"\./\.?\s*(?=\S)")
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM})


@dataclass(slots=True)
class Ends:
    """What stood at the head and the end; ``blocks`` is what is left between."""

    blocks: list[Block]
    headline: Block | None = None
    date_line: Block | None = None
    published: date | datetime | None = None
    byline: ByLine | None = None
    byline_line: int | None = None
    signed_off: Block | None = None
    remarks: list[Remark] = field(default_factory=list)


def take_ends(blocks: Sequence[Block], stated_title: str | None) -> Ends:
    """Take headline, date line and by-line off *blocks*.

    *stated_title*: the file names its headline itself; the same words above the text go.
    """
    ends = Ends(list(blocks))
    _take_headline(ends, stated_title)
    _take_date_line(ends)
    _part_glued_byline(ends)
    _take_byline_below(ends)
    if ends.byline is None:
        _take_byline_above(ends)
    _take_sign_off(ends)
    return ends


def _take_headline(ends: Ends, stated: str | None) -> None:
    first = next((i for i, block in enumerate(ends.blocks) if block.kind in _TEXT), None)
    if first is None:
        return
    block = ends.blocks[first]
    if stated:
        if fold(block.text) == fold(stated):
            ends.headline = ends.blocks.pop(first)
        return
    if len(block.text) <= _LONGEST_HEADLINE and any(c.isalpha() for c in block.text):
        ends.headline = ends.blocks.pop(first)


def _take_date_line(ends: Ends) -> None:
    for index, block in enumerate(ends.blocks[:3]):
        if block.kind in _TEXT and (when := date_line(block.text)):
            ends.date_line, ends.published = ends.blocks.pop(index), when
            return


def _part_glued_byline(ends: Ends) -> None:
    """“… tại đơn vị./. Nguyễn Thị Mẫu”: the by-line on the last line of the text."""
    for index in range(len(ends.blocks) - 1, max(len(ends.blocks) - 4, -1), -1):
        block = ends.blocks[index]
        match = _SIGN_OFF_WITHIN.search(block.text) if block.kind in _TEXT else None
        if match is None or parse_byline(block.text[match.end() :]) is None:
            continue
        head, tail = block.text[: match.end()].rstrip(), block.text[match.end() :]
        if block.markdown != escape(block.text):  # emphasis somewhere: part it the plain way
            message = "Chữ ký liền sau “./.” được tách ra; chữ đậm, nghiêng của đoạn này không giữ."
            ends.remarks.append(Remark("note", message, block.line))
        ends.blocks[index : index + 1] = [
            replace(block, text=head, markdown=escape(head)),
            Block(BlockKind.PARAGRAPH, tail, escape(tail), block.line),
        ]
        return


def _take_byline_below(ends: Ends) -> None:
    closing = _closing_block(ends.blocks)
    start = closing + 1 if closing is not None else max(len(ends.blocks) - _MOST_LINES, 1)
    lines: list[ByLine] = []
    taken: list[int] = []
    pending: Block | None = None
    for index in range(len(ends.blocks) - 1, start - 1, -1):
        block = ends.blocks[index]
        if block.kind is BlockKind.GAP and not block.text:
            continue
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or block.is_caption:
            break
        text = f"{block.text}, {pending.text}" if pending else block.text
        line = parse_byline(text)
        if line is None and pending is None and len(block.text) < 120 and closing is not None:
            pending = block  # the role below the name: “Chuyên viên Phòng 2”
            taken.append(index)
            continue
        if line is None or len(lines) == _MOST_LINES:
            break
        taken.append(index)
        pending = None
        lines.insert(0, line)
        if closing is None and not _is_labelled(block.text) and len(lines) >= 2:
            break
    if pending is not None:
        taken = [index for index in taken if ends.blocks[index] is not pending]
    _keep_byline(ends, lines, taken)
    if closing is not None:
        _tell_of_rest(ends, closing)


def _is_labelled(text: str) -> bool:
    return ":" in text


def _closing_block(blocks: list[Block]) -> int | None:
    for index in range(len(blocks) - 1, -1, -1):
        if ends_article(blocks[index].text):
            return index
    return None


def _take_byline_above(ends: Ends) -> None:
    """“Tác giả: …” under the headline, where only a label makes it certain."""
    for index, block in enumerate(ends.blocks[:3]):
        if block.kind in _TEXT and len(block.text) < 120:
            line = parse_byline(block.text, is_certain_place=False)
            if line and line.signed:
                _keep_byline(ends, [line], [index])
                return


def _keep_byline(ends: Ends, lines: list[ByLine], taken: list[int]) -> None:
    if not lines:
        return
    ends.byline = joined(lines)
    ends.byline_line = ends.blocks[min(taken)].line
    for index in sorted(taken, reverse=True):
        del ends.blocks[index]


def _tell_of_rest(ends: Ends, closing: int) -> None:
    """What stands behind ``./.`` and is no by-line stays in the text, and is told."""
    for block in ends.blocks[closing + 1 :]:
        if block.text and block.kind in _TEXT:
            readings = (f"một đoạn của bài: “{block.text[:80]}”", "tên người viết")
            message = "Sau dấu hết bài “./.” còn dòng chữ không nhận ra là tên người viết."
            ends.remarks.append(Remark("doubtful", message, block.line, readings))


def _take_sign_off(ends: Ends) -> None:
    """The paper's closing sign becomes an ordinary full stop."""
    for index in range(len(ends.blocks) - 1, -1, -1):
        block = ends.blocks[index]
        if not _SIGN_OFF.search(block.text):
            continue
        ends.signed_off = block
        markdown = re.sub(r"\\?\.\s*/\s*\\?\.(?=\W*$)", ".", block.markdown)
        ends.blocks[index] = replace(block, text=_SIGN_OFF.sub(".", block.text), markdown=markdown)
        return
