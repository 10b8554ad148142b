"""Blocks → an article with evidence and doubts: the recipe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePath

from newsroom.dates import as_day, short_date
from newsroom.importing.blocks import Block, BlockKind, Reading, Remark
from newsroom.importing.understanding.bylines import ByLine, parse_byline
from newsroom.importing.understanding.captions import arrange
from newsroom.importing.understanding.citations import cited_in, plans_and_documents
from newsroom.importing.understanding.ends import Ends, take_ends
from newsroom.importing.understanding.events import LEAD_BLOCKS, find_event
from newsroom.importing.understanding.gathered import Gathered
from newsroom.importing.understanding.model import Author, Finding, Understanding
from newsroom.importing.understanding.suggestions import suggest
from newsroom.importing.understanding.units import UnitFinder
from newsroom.references import find_references
from newsroom.registers import Registers
from newsroom.schema import DocumentCitation, UnitKind
from newsroom.text import clean

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TABLE})
_TAG_LIKE = re.compile(r"<\s*[/!?a-zA-Z]")
_OTHER_ANGLES = str.maketrans("<>", "‹›")
_TITLE_LIMIT = 300


def understand(reading: Reading, registers: Registers, today: date) -> Understanding:
    """Find the fields of an article in *reading*; *today* stands in where no day is found."""
    gathered = Gathered(remarks=list(reading.remarks))
    stated = {key: clean(value) for key, value in reading.fields.items() if clean(value)}
    ends = take_ends(reading.blocks, stated.get("tieu-de"))
    gathered.remarks += ends.remarks
    title = _without_tags(_title(reading, ends, stated, gathered), gathered)
    prose = [block for block in ends.blocks if block.kind in _PROSE]
    event = find_event(ends, prose, stated.get("ngay-dien-ra"), gathered)
    published = _published(ends, event, gathered)
    when = event or (as_day(published) if published else today)
    units = UnitFinder(registers.units, when)
    byline = parse_byline(stated["nguoi-viet"]) if "nguoi-viet" in stated else ends.byline
    authors = _authors(byline, ends, stated, units, gathered)
    unit = _unit(ends, prose, authors, stated, units, gathered)
    texts = [
        *([(ends.headline.text, ends.headline.line)] if ends.headline else [(title, 1)]),
        *((block.text, block.line) for block in prose),
    ]
    cited = cited_in(texts, registers.documents, when, 1 + LEAD_BLOCKS)
    plans, documents, found = plans_and_documents(cited)
    gathered.findings += found
    if "ke-hoach" in stated:
        plans = _stated_plans(stated["ke-hoach"], gathered)
    body, captions, remarks = arrange(ends.blocks)
    gathered.findings += captions
    gathered.remarks += remarks
    lead = next((block for block in prose), None)
    if lead:
        gathered.findings.append(Finding("lead", _shown(lead.text), lead.text, lead.line))
    if ends.signed_off:
        line = ends.signed_off.line
        note = "Dấu hết bài “./.” được thay bằng dấu chấm."
        gathered.remarks.append(Remark("note", note, line))
    if "nguoi-duyet" in stated:
        note = f"Người duyệt ghi trong tệp: {stated['nguoi-duyet']} (không hiện trên Trang)."
        gathered.remarks.append(Remark("note", note))
    whole = "\n".join(text for text, _ in texts)
    return Understanding(
        source=reading.source,
        title=title,
        published=published if published or event else today,
        event=event,
        authors=authors,
        unit=unit,
        plans=tuple(plans),
        documents=tuple(documents),
        mentioned=tuple(_mentioned(texts, units, {unit, *(a.unit for a in authors)})),
        suggestions=suggest(title, " ".join(block.text for block in prose[:LEAD_BLOCKS]), whole),
        body=tuple(body),
        findings=tuple(gathered.findings),
        remarks=tuple(gathered.remarks),
        pictures=reading.pictures,
    )


def _shown(text: str, most: int = 120) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _without_tags(text: str, gathered: Gathered) -> str:
    """A field's *text* with other angle signs where it looks like HTML, which no field may hold."""
    if not _TAG_LIKE.search(text):
        return text
    changed = text.translate(_OTHER_ANGLES)
    message = "Dấu < > trong phần khai báo được thay bằng ‹ › vì ở đó không được có thẻ HTML."
    gathered.doubt(message, None, changed, text)
    return changed


def _title(reading: Reading, ends: Ends, stated: dict[str, str], gathered: Gathered) -> str:
    if "tieu-de" in stated:
        title = stated["tieu-de"]
        if len(title) > _TITLE_LIMIT:
            gathered.doubt(f"Đầu đề dài quá {_TITLE_LIMIT} ký tự nên bị cắt.", None)
            title = title[:_TITLE_LIMIT].rpartition(" ")[0] or title[:_TITLE_LIMIT]
        gathered.findings.append(Finding("title", title, stated["tieu-de"]))
        return title
    if ends.headline:
        block = ends.headline
        doubt = ""
        if block.text.endswith(".") and not block.text.endswith("..."):
            doubt = "kết thúc bằng dấu chấm như một câu thường"
        gathered.findings.append(Finding("title", block.text, block.text, block.line, doubt))
        return block.text
    first = next((block for block in ends.blocks if block.kind in _PROSE and block.text), None)
    words = _shown(first.text) if first else f"Bài nhập từ tệp {PurePath(reading.source).stem}"
    gathered.doubt("Không thấy đầu đề; tạm lấy những chữ đầu tiên, hãy sửa lại.", 1)
    gathered.findings.append(Finding("title", words, words, 1, "tệp không có dòng đầu đề"))
    return words


def _published(ends: Ends, event: date | None, gathered: Gathered) -> date | datetime | None:
    if ends.published and ends.date_line:
        block = ends.date_line
        shown = short_date(as_day(ends.published))
        doubt = "dòng ngày dưới đầu đề được hiểu là ngày đăng, không phải ngày diễn ra"
        gathered.findings.append(Finding("date", shown, block.text, block.line, doubt))
        return ends.published
    if event is None:
        message = "Bài chưa có ngày nào; tạm ghi ngày nhập bài làm ngày đăng, hãy sửa lại."
        gathered.doubt(message, None)
    return None


def _authors(
    byline: ByLine | None,
    ends: Ends,
    stated: dict[str, str],
    units: UnitFinder,
    gathered: Gathered,
) -> tuple[Author, ...]:
    line = None if "nguoi-viet" in stated else ends.byline_line
    if byline is None:
        if words := stated.get("nguoi-viet"):
            gathered.findings.append(Finding("author", words, words))
            return (Author(_without_tags(words, gathered)),)
        gathered.doubt("Không thấy tên người viết; thêm `author` khi biết.", None)
        return ()
    authors = tuple(
        _author(one.name, one.role, one.unit, units, line, gathered) for one in byline.signed
    )
    for chosen, other in byline.doubts:
        gathered.doubt("Tên người viết cần xem lại.", line, chosen, other)
    if authors:
        shown = "; ".join(units.shown(a) for a in authors)
        gathered.findings.append(Finding("author", shown, byline.text, line))
    if byline.photographer:
        gathered.findings.append(Finding("credit", byline.photographer, byline.text, line))
    if byline.source:
        message = f"“Nguồn tin: {byline.source}” không đưa vào bài; ghi lại nếu cần."
        gathered.remarks.append(Remark("left-out", message, line))
    return authors


def _author(
    name: str,
    role: str | None,
    unit: str | None,
    units: UnitFinder,
    line: int | None,
    gathered: Gathered,
) -> Author:
    name = _without_tags(name, gathered)
    if unit is None:
        return Author(name, role)
    unit = _without_tags(unit, gathered)
    known = units.resolve(unit)
    if known is None:
        gathered.doubt(f"Đơn vị của người viết: {units.why_not(unit)}", line)
        return Author(name, role, unit)
    return Author(known.name_on(None) if name == unit else name, role, known.id)


def _unit(
    ends: Ends,
    prose: list[Block],
    authors: tuple[Author, ...],
    stated: dict[str, str],
    units: UnitFinder,
    gathered: Gathered,
) -> str | None:
    """The unit the article is about: stated, else of the headline, the lead, the author."""
    if words := stated.get("don-vi"):
        known = units.resolve(words)
        if known is None:
            gathered.doubt(f"Đơn vị: {units.why_not(words)}", None)
        gathered.findings.append(Finding("unit", known.meta.title if known else words, words))
        return known.id if known else _without_tags(words, gathered)
    places = [*([ends.headline] if ends.headline else []), *prose[:1]]
    signed = next((a.unit for a in authors if a.unit), None)
    for index, block in enumerate(places):
        named = units.find(block.text)
        if not named:
            continue
        first = named[0]
        others = tuple(dict.fromkeys(n.unit.meta.title for n in named if n.unit is not first.unit))
        doubt = "" if index == 0 else "đầu đề không nêu đơn vị"
        if others and not doubt:
            doubt = "đầu đề nêu nhiều đơn vị"
        gathered.findings.append(
            Finding("unit", first.unit.meta.title, first.words, block.line, doubt, others)
        )
        return first.unit.id
    if signed:
        doubt = "chỉ thấy đơn vị ở tên người viết"
        gathered.findings.append(Finding("unit", signed, signed, ends.byline_line, doubt))
        return signed
    gathered.doubt("Không nhận ra đơn vị mà bài viết về; thêm `unit` theo danh bạ.", None)
    return None


def _stated_plans(words: str, gathered: Gathered) -> list[DocumentCitation]:
    references = find_references(words)
    gathered.findings.append(Finding("plan", words, words))
    if references:
        return [DocumentCitation(number=ref.number, date=ref.date) for ref in references]
    return [DocumentCitation(number=words)]


def _mentioned(
    texts: list[tuple[str, int]], units: UnitFinder, known: set[str | None]
) -> Iterator[str]:
    seen = set(known)
    for text, _ in texts:
        for named in units.find(text):
            is_agency = named.unit.meta.kind is UnitKind.AGENCY
            if named.unit.id not in seen and not is_agency and named.words[0].isupper():
                seen.add(named.unit.id)
                yield named.unit.id
