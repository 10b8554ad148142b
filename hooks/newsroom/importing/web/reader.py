"""A page saved from the old portal, to blocks: the article alone, side columns told of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from newsroom.importing.blocks import Block, BlockKind, Reading, Remark
from newsroom.importing.decoding import decode_text
from newsroom.importing.leftovers import is_gap_sign, leftover_heading
from newsroom.importing.markdown import escape
from newsroom.importing.web.finding import PageParts, find_parts
from newsroom.importing.web.inline import Run, is_link, line_markdown, line_text
from newsroom.importing.web.pictures import Beside, is_small, picture_data
from newsroom.importing.web.tables import is_data, rows_of, table_block
from newsroom.importing.web.tree import BLOCKS, Node, parse_page
from newsroom.importing.wrapping import ends_sentence, is_item
from newsroom.text import clean, fold

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{2,20})", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|chu-?thich|image-?note|photo-?note|img-?des")
_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "sup": "sup", "sub": "sub"}

_TYPED_BULLET = re.compile(r"^\\?[-+*•●▪–] ")
_TYPED_NUMBER = re.compile(r"^(\d{1,2})\\\. ")
_BREAK = Run("\n")


@dataclass(slots=True)
class _Page:
    beside: Beside
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    is_over: bool = False
    dropped_links: int = 0
    in_caption: int = 0
    list_kinds: list[tuple[str, int]] = field(default_factory=list)
    item_marker: str = ""
    breaks: int = 0

    @property
    def number(self) -> int:
        return len(self.blocks) + 1


def read_page(data: bytes, name: str, beside: Beside = lambda _: None) -> Reading:
    """Read a saved web page; *beside* looks up its pictures. Raises ImportRefused."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode_text(data, declared[1].decode("ascii") if declared else None)
    parts = find_parts(parse_page(decoded.text))
    page = _Page(beside)
    page.remarks += [*decoded.remarks, *_told(parts)]
    _emit(page, parts.container)
    _flush(page)
    if page.dropped_links:
        note = f"{page.dropped_links} liên kết trong trang cũ chỉ giữ lại chữ."
        page.remarks.append(Remark("left-out", note))
    blocks = _with_surroundings(page.blocks, parts)
    return Reading(name, tuple(blocks), tuple(page.remarks), page.pictures)


def _told(parts: PageParts) -> list[Remark]:
    found: list[Remark] = []
    if parts.left_out:
        names = ", ".join(f"“{name}”" for name in parts.left_out[:6])
        found.append(Remark("left-out", f"Các phần bên ngoài bài viết: {names}."))
    if parts.words_outside:
        note = f"{parts.words_outside} chữ ngoài bài (trình đơn, cột bên, chân trang)."
        found.append(Remark("left-out", note))
    if not parts.is_certain:
        note = "Không chắc phần nào của trang là bài viết; hãy đọc lại toàn bộ nội dung đã nhập."
        found.append(Remark("doubtful", note))
    return found


def _with_surroundings(blocks: list[Block], parts: PageParts) -> list[Block]:
    """*blocks* with headline, date, lead and author from elsewhere on the page."""
    wanted = fold(parts.headline or "")
    kept = [b for b in blocks if not (wanted and fold(b.text) == wanted)]
    kept = kept if len(kept) >= len(blocks) - 2 else blocks
    head: list[Block] = []
    if parts.headline:
        head.append(_plain(BlockKind.HEADING, parts.headline, level=1))
    head += [_plain(BlockKind.PARAGRAPH, text) for text in (parts.date_line, parts.lead) if text]
    tail = [_plain(BlockKind.PARAGRAPH, parts.author)] if parts.author else []
    return [replace(b, line=n) for n, b in enumerate([*head, *kept, *tail], start=1)]


def _plain(kind: BlockKind, text: str, level: int = 0) -> Block:
    return Block(kind, text, escape(text), 1, level)


def _emit(page: _Page, node: Node, style: str = "", target: str = "") -> None:
    for child in node.children:
        if page.is_over:
            return
        if isinstance(child, str):
            if child.strip():
                page.breaks = 0
            page.runs.append(Run(child, style, target))
        elif child.tag in BLOCKS:
            _emit_block(page, child)
        elif child.tag == "br":
            _break(page)
        elif child.tag == "img":
            _picture(page, child)
        elif child.tag == "a":
            _emit(page, child, style, _target(page, child))
        else:
            _emit(page, child, _STYLES.get(child.tag, style), target)


def _target(page: _Page, node: Node) -> str:
    href = node.attributes.get("href", "").strip()
    if is_link(href):
        return href
    if href and not href.startswith("#") and node.text():
        page.dropped_links += 1
    return ""


def _emit_block(page: _Page, node: Node) -> None:
    _flush(page)
    if node.tag in {"nav", "footer", "aside"} or "hidden" in node.attributes or _is_unseen(node):
        words = len(node.text().split())
        if words:
            page.remarks.append(
                Remark("left-out", f"Phần không thuộc bài hoặc bị ẩn ({words} chữ).")
            )
        return
    is_caption = node.tag == "figcaption" or _CAPTION.search(node.marks) is not None
    is_caption = is_caption and len(node.text()) <= 300
    page.in_caption += is_caption
    if node.tag == "table":
        _table(page, node)
    elif node.tag in {"ul", "ol"}:
        page.list_kinds.append((node.tag, 0))
        _emit(page, node)
        _flush(page)
        page.list_kinds.pop()
    elif node.tag == "li":
        _item(page, node)
    else:
        _emit(page, node)
        _flush(page, heading=int(node.tag[1]) if re.fullmatch(r"h[1-6]", node.tag) else 0)
    page.in_caption -= is_caption


def _is_unseen(node: Node) -> bool:
    style = node.attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _item(page: _Page, node: Node) -> None:
    if page.list_kinds and page.list_kinds[-1][0] == "ol":
        kind, count = page.list_kinds[-1]
        page.list_kinds[-1] = (kind, count + 1)
        page.item_marker = f"{count + 1}. "
    else:
        page.item_marker = "- "
    _emit(page, node)
    _flush(page)
    page.item_marker = ""


def _table(page: _Page, node: Node) -> None:
    if is_data(node):
        block, merged = table_block(node, page.number)
        page.blocks.append(block)
        if merged:
            note = f"Bảng có {merged} ô gộp; trong bài mỗi ô gộp thành một ô và các ô trống."
            page.remarks.append(Remark("doubtful", note, block.line))
        return
    holds_picture = any(one.tag == "img" for one in node.walk())
    for row in rows_of(node):
        for cell in row:
            is_caption = holds_picture and not any(one.tag == "img" for one in cell.walk())
            is_caption = is_caption and len(cell.text()) <= 300
            page.in_caption += is_caption
            _emit(page, cell)
            _flush(page)
            page.in_caption -= is_caption


def _break(page: _Page) -> None:
    """``<br>``: two of them, or one behind a full stop, part paragraphs; else the line runs on."""
    page.breaks += 1
    last = next((run.text.rstrip() for run in reversed(page.runs[-20:]) if run.text.strip()), "")
    if page.breaks > 1 or ends_sentence(last) or page.in_caption:
        _flush(page)
    else:
        page.runs.append(_BREAK)


def _flush(page: _Page, heading: int = 0) -> None:
    """Make a block of the runs gathered."""
    runs, page.runs = page.runs, []
    lines = _lines(page, runs) if not heading else [runs]
    for line in lines:
        text = line_text(line)
        if not text or page.is_over:
            continue
        if len(page.blocks) >= 2 and leftover_heading(text):
            page.is_over = True
            page.remarks.append(Remark("left-out", f"Từ “{text}” đến hết phần bài.", page.number))
            return
        if is_gap_sign(text):
            page.blocks.append(Block(BlockKind.GAP, text, "", page.number))
            continue
        page.blocks.append(_block(page, line, text, heading))


def _lines(page: _Page, runs: list[Run]) -> list[list[Run]]:
    """Part at single line breaks where a new item begins; tell where a break was taken for none."""
    lines: list[list[Run]] = []
    before = ""
    for piece in _pieces(runs):
        after = line_text(piece)
        if not after:
            continue
        if not lines or is_item(after) or before[-1:] in ":;":
            lines.append(piece)
        else:
            lines[-1] += [Run(" "), *piece]
            if not after[:1].islower():
                readings = (f"…{before[-40:]} {after[:40]}…", f"…{before[-40:]} ¶ {after[:40]}…")
                note = "Nối hai dòng thành một đoạn."
                page.remarks.append(Remark("doubtful", note, page.number, readings))
        before = after
    return lines


def _pieces(runs: list[Run]) -> list[list[Run]]:
    pieces: list[list[Run]] = [[]]
    for run in runs:
        if run is _BREAK:
            pieces.append([])
        else:
            pieces[-1].append(run)
    return pieces


def _block(page: _Page, runs: list[Run], text: str, heading: int) -> Block:
    markdown = line_markdown(runs)
    if heading:
        return Block(BlockKind.HEADING, text, markdown, page.number, heading)
    if page.item_marker:
        level = max(len(page.list_kinds) - 1, 0)
        marker, page.item_marker = page.item_marker, ""
        return Block(BlockKind.ITEM, text, marker + markdown, page.number, level)
    if is_item(text) and not page.in_caption:  # typed as a list, without a list's tags
        typed = _TYPED_NUMBER.sub(r"\1. ", _TYPED_BULLET.sub("- ", markdown))
        return Block(BlockKind.ITEM, text, typed, page.number)
    kind = BlockKind.PARAGRAPH
    return Block(kind, text, markdown, page.number, is_caption=page.in_caption > 0)


def _picture(page: _Page, node: Node) -> None:
    source = node.attributes.get("src", "") or node.attributes.get("data-src", "")
    if not source or is_small(node):
        return
    _flush(page)
    alt = clean(node.attributes.get("alt", ""))
    alt = "" if is_gap_sign(alt) or re.search(r"\.(?:jpe?g|png|gif|webp)$", alt, re.I) else alt
    name, data = picture_data(source, page.beside)
    if data is not None:
        key = f"{len(page.pictures) + 1}-{name}"
        page.pictures[key] = data
        page.blocks.append(Block(BlockKind.PICTURE, alt, "", page.number, picture=key))
        return
    page.blocks.append(Block(BlockKind.GAP, alt or f"ảnh “{name}”", "", page.number))
    note = f"Ảnh “{name}” không có bên cạnh tệp; lưu ảnh từ trang cũ rồi đặt cạnh bài."
    page.remarks.append(Remark("left-out", note, page.number - 1))
