"""Which blocks are captions, and where pictures stand or stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsroom.importing.blocks import Block, BlockKind, Remark
from newsroom.importing.markdown import escape
from newsroom.importing.understanding.model import Finding, Part, PartKind
from newsroom.importing.understanding.names import is_initials, is_sure_name
from newsroom.importing.wrapping import ends_sentence

_LONGEST = 250
_CALLED_PICTURE = re.compile(
    r"\(?\s*(?:Ảnh|Hình ảnh|Hình)(?: minh h[oọ]ạ?a?)?(?P<rest>\s*:.*|\s*\d*\s*)\.?\)?\.?"
)
_PICTURE_BY = re.compile(r"\(?\s*Ảnh\s*:\s*(?P<name>[^()]+?)\s*\)?\.?")
_GLUED = re.compile(
    r"(?<=[.!?”])\s*(?P<caption>\(?Ảnh(?: minh h(?:ọa|oạ))?(?:\s*:[^.]{1,120})?\)?\.?)$"
)
_RUN_TOGETHER = re.compile(r"[a-zà-ỹđ0-9)”](?:\.|\./\.)(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ])")


@dataclass(slots=True)
class _Body:
    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def arrange(blocks: Sequence[Block]) -> tuple[list[Part], list[Finding], list[Remark]]:
    """Turn the *blocks* of a body into parts: text, and figures with their captions."""
    body = _Body()
    rest = [piece for block in blocks for piece in _unglued(block, body)]
    index = 0
    while index < len(rest):
        index += _take(rest, index, body)
    return body.parts, body.findings, body.remarks


def _take(blocks: list[Block], index: int, body: _Body) -> int:
    """Take the block at *index*, with its caption; return how many blocks that was."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.kind in {BlockKind.PICTURE, BlockKind.GAP}:
        if following and _is_caption(following):
            _figure(body, block, following)
            return 2
        if block.kind is BlockKind.PICTURE or block.text:
            _figure(body, block, None)
        else:
            message = "Dòng trống giữa bài: có thể là chỗ đặt ảnh; không để lại dấu vết trong bài."
            body.remarks.append(Remark("note", message, block.line))
        return 1
    if block.is_caption or (_is_called_picture(block) and not ends_sentence(block.text)):
        if (
            following
            and following.kind is BlockKind.PICTURE
            and not _has_caption_after(blocks, index)
        ):
            _figure(body, following, block)  # captions stand above in some offices
            return 2
        _figure(body, Block(BlockKind.GAP, "", "", block.line), block)
        return 1
    body.parts.append(Part(PartKind.TEXT, block))
    return 1


def _has_caption_after(blocks: list[Block], index: int) -> bool:
    return index + 2 < len(blocks) and blocks[index + 2].is_caption


def _is_caption(block: Block) -> bool:
    if block.is_caption:
        return True
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _LONGEST:
        return False
    return _is_called_picture(block) or (
        not ends_sentence(block.text) and block.text[-1:] not in ":;,"
    )


def _is_called_picture(block: Block) -> bool:
    is_short = block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LONGEST
    return is_short and _CALLED_PICTURE.fullmatch(block.text) is not None


def _figure(body: _Body, place: Block, caption: Block | None) -> None:
    if caption is None:
        body.parts.append(Part(PartKind.FIGURE, place))
        return
    text = caption.text.strip()
    by = _PICTURE_BY.fullmatch(text)
    if by and (is_sure_name(by["name"]) or is_initials(by["name"])):
        other = f"chú thích “{text}”"
        body.findings.append(
            Finding(
                "credit", by["name"], text, caption.line, "“Ảnh: …” có nơi là chú thích", (other,)
            )
        )
        body.parts.append(Part(PartKind.FIGURE, place, credit=by["name"]))
        return
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    doubt = "" if caption.is_caption else _doubt(place, caption)
    others = (f"một đoạn của bài: “{text[:60]}”",) if doubt else ()
    body.findings.append(Finding("caption", text, caption.text, caption.line, doubt, others))
    body.parts.append(Part(PartKind.FIGURE, place, caption=text))


def _doubt(place: Block, caption: Block) -> str:
    if place.kind is BlockKind.GAP and not place.text and not _is_called_picture(caption):
        return "dòng chữ sau một dòng trống, không có dấu chấm cuối"
    return ""


def _unglued(block: Block, body: _Body) -> list[Block]:
    """Part “… kết thúc tốt đẹp. Ảnh minh họa.”; tell of what else looks glued together."""
    if block.kind is not BlockKind.PARAGRAPH or block.is_caption:
        return [block]
    match = _GLUED.search(block.text)
    if match and match.start() > 0 and block.markdown == escape(block.text):
        text, caption = block.text[: match.start()], match["caption"]
        readings = (f"…{text[-40:]} ¶ chú thích “{caption}”", f"…{block.text[-60:]}")
        message = "Tách lời chú thích ảnh dính sau câu cuối của đoạn."
        body.remarks.append(Remark("doubtful", message, block.line, readings))
        gap = Block(BlockKind.GAP, "", "", block.line)
        paragraph = replace(block, text=text, markdown=escape(text))
        return [paragraph, gap, Block(block.kind, caption, "", block.line, is_caption=True)]
    if not ends_sentence(block.text) and (glued := _RUN_TOGETHER.search(block.text)):
        head, tail = block.text[: glued.end()], block.text[glued.end() :]
        message = "Đoạn không có dấu chấm cuối, có chỗ dính liền: có thể là chú thích ảnh."
        readings = (f"…{block.text[-80:]}", f"…{head[-40:]} ¶ chú thích “{tail[:80]}”")
        body.remarks.append(Remark("doubtful", message, block.line, readings))
    return [block]
