"""A part of a Word file in the few words that mammoth reads without loss.

What a paragraph is (heading, caption, item) becomes a style of ours, its number a bookmark, its
picture a small part that holds the picture's key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.importing.word.fields import LINK
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.numbering import Label
from newsroom.importing.word.package import Relationship
from newsroom.importing.word.sizes import Sizes
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.trees import Element, first, is_on, new, text_of, too_large, value

_LINK = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_CONTENT = frozenset({"w:t", "w:tab", "w:br", "w:sym"})
_MOST_COLUMNS = 63
"""Word's own bound."""


class Canonical:
    """Turns the tree of one part, all passes done, into the tree for mammoth."""

    def __init__(
        self,
        styles: Styles,
        relationships: dict[str, Relationship],
        notes: frozenset[tuple[str, str]],
        findings: Findings,
        sizes: Sizes,
    ) -> None:
        self._styles = styles
        self._relationships = relationships
        self._notes = notes
        self._findings = findings
        self._sizes = sizes
        self._marked: set[tuple[str, str]] = set()
        self.links: dict[str, str] = {}
        """Address → relationship id."""
        self.pictures: dict[str, str] = {}
        """Key of a picture → relationship id."""

    def blocks(self, container: Element, labels: dict[int, Label]) -> list[Element]:
        """Paragraphs and tables of *container*."""
        result = []
        for child in container:
            if child.tag == "w:p":
                result.append(self._paragraph(child, labels.get(id(child))))
            elif child.tag == "w:tbl":
                result.append(self._table(child, labels))
        return result

    def _paragraph(self, paragraph: Element, label: Label | None) -> Element:
        self._sizes.paragraph()
        result, properties = new("w:p"), new("w:pPr")
        level = self._styles.heading_level(paragraph)
        properties.append(new("w:pStyle", w_val=self._style(paragraph, level, label)))
        result.append(properties)
        result.append(new("w:bookmarkStart", w_name=f"p{paragraph.get('line', '0')}"))
        if label is not None and label.text:
            self._sizes.text(label.text)
            result.append(_label_run(label, is_heading=level > 0))
        self._runs(paragraph, result, "")
        return result

    def _style(self, paragraph: Element, level: int, label: Label | None) -> str:
        if level:
            return f"H{level}"
        if label is not None:
            return f"{'Item' if label.text else 'Bullet'}{min(label.level, 8)}"
        return "Caption" if self._styles.is_caption(paragraph) else "P"

    def _runs(self, parent: Element, result: Element, link: str) -> None:
        last: tuple[tuple[bool, bool, str, str], Element] | None = None
        for child in parent:
            if child.tag == "w:hyperlink":
                self._runs(child, result, self._hyperlink(child))
                last = None
            elif child.tag == "w:r":
                form, children = self._run(child, link)
                if not children:
                    continue
                if last is None or last[0] != form:
                    last = form, self._new_run(result, form)
                _append(last[1], children)

    def _run(self, run: Element, link: str) -> tuple[tuple[bool, bool, str, str], list[Element]]:
        styles = self._styles
        own = run.get(LINK, "")
        address = self._checked_link(own, run) if own else link
        children = [kept for child in run for kept in self._content(child)]
        if children and (styles.emphasis(run, "w:strike") or styles.emphasis(run, "w:dstrike")):
            self._findings.add("strike", "".join(c.text or "" for c in children[:20]))
        form = (
            styles.emphasis(run, "w:b"),
            styles.emphasis(run, "w:i"),
            styles.vertical(run),
            address,
        )
        return form, children

    def _content(self, child: Element) -> Iterator[Element]:
        if child.tag in _CONTENT:
            self._sizes.text(child.text or " ")
            yield child
        elif child.tag == "picture":
            yield self._picture(child)
        elif child.tag in {"w:footnoteReference", "w:endnoteReference"}:
            kind = child.tag[2:].removesuffix("Reference")
            number = child.get("w:id", "")
            if (kind, number) in self._notes and (kind, number) not in self._marked:
                self._marked.add((kind, number))
                yield new(child.tag, w_id=number)
            else:
                self._findings.add("note")

    def _new_run(self, result: Element, form: tuple[bool, bool, str, str]) -> Element:
        self._sizes.run()
        is_bold, is_italic, vertical, link = form
        run, properties = new("w:r"), new("w:rPr")
        if is_bold:
            properties.append(new("w:b"))
        if is_italic:
            properties.append(new("w:i"))
        if vertical:
            properties.append(new("w:vertAlign", w_val=vertical))
        run.append(properties)
        if link:
            number = self.links.setdefault(link, f"rIdL{len(self.links)}")
            holder = new("w:hyperlink", r_id=number)
            holder.append(run)
            result.append(holder)
        else:
            result.append(run)
        return run

    def _hyperlink(self, hyperlink: Element) -> str:
        relationship = self._relationships.get(hyperlink.get("r:id", ""))
        if relationship is None:  # a place in the same file: the text says it
            return ""
        anchor = hyperlink.get("w:anchor", "")
        address = relationship.target + (f"#{anchor}" if anchor else "")
        return self._checked_link(address, hyperlink)

    def _checked_link(self, address: str, element: Element) -> str:
        address = address.strip()
        if _LINK.fullmatch(address) and len(address) < 2_000:
            return address
        if not address.startswith(("#", "_")):
            self._findings.add("link", f"{text_of(element, 40)} ({address[:40]})")
        return ""

    def _picture(self, picture: Element) -> Element:
        number = self.pictures.setdefault(picture.get("key", ""), f"rIdP{len(self.pictures)}")
        drawing, inline = new("w:drawing"), new("wp:inline")
        inline.append(new("wp:docPr", descr=picture.get("alt", "")))
        parent = inline
        for tag in ("a:graphic", "a:graphicData", "pic:pic", "pic:blipFill"):
            parent.append(child := new(tag))
            parent = child
        parent.append(new("a:blip", r_embed=number))
        drawing.append(inline)
        return drawing

    def _table(self, table: Element, labels: dict[int, Label]) -> Element:
        result = new("w:tbl")
        for row in (child for child in table if child.tag == "w:tr"):
            made, properties = new("w:tr"), new("w:trPr")
            if is_on(first(row, "w:trPr", "w:tblHeader")):
                properties.append(new("w:tblHeader"))
            made.append(properties)
            if before := _count(value(row, "w:trPr", "w:gridBefore"), least=0):
                made.append(_cell(before, "", []))
            for cell in (child for child in row if child.tag == "w:tc"):
                self._add_cell(made, cell, labels)
            if len(made) > _MOST_COLUMNS + 1:
                raise too_large(f"bảng có hơn {_MOST_COLUMNS} cột")
            result.append(made)
        return result

    def _add_cell(self, row: Element, cell: Element, labels: dict[int, Label]) -> None:
        properties = first(cell, "w:tcPr")
        span = _count(value(properties, "w:gridSpan"), least=1)
        self._sizes.cell(span)
        blocks = self.blocks(cell, labels)
        side = first(properties, "w:hMerge")
        if side is not None and side.get("w:val", "continue") == "continue" and len(row) > 1:
            _widen(row[-1], blocks)
            return
        down = first(properties, "w:vMerge")
        merge = "" if down is None else down.get("w:val", "continue")
        row.append(_cell(span, merge, blocks))


def _append(run: Element, children: list[Element]) -> None:
    for child in children:
        if child.tag == "w:t" and len(run) and run[-1].tag == "w:t":
            run[-1].text = (run[-1].text or "") + (child.text or "")
        elif child.tag == "w:t":
            part = new("w:t")
            part.text = child.text
            run.append(part)
        else:
            run.append(child)


def _label_run(label: Label, *, is_heading: bool) -> Element:
    run, properties, text = new("w:r"), new("w:rPr"), new("w:t")
    if not is_heading:
        properties.append(new("w:rStyle", w_val="Label"))
    text.text = label.text + label.gap
    run.extend([properties, text])
    return run


def _cell(span: int, merge: str, blocks: list[Element]) -> Element:
    cell, properties = new("w:tc"), new("w:tcPr")
    properties.append(new("w:gridSpan", w_val=str(span)))
    if merge:
        properties.append(new("w:vMerge", w_val=merge))
    cell.append(properties)
    cell.extend(blocks)
    return cell


def _widen(cell: Element, blocks: list[Element]) -> None:
    """Merge the next cell of the row into *cell*."""
    span = first(cell, "w:tcPr", "w:gridSpan")
    if span is not None:
        span.set("w:val", str(min(int(span.get("w:val", "1")) + 1, _MOST_COLUMNS)))
        cell.extend(blocks)


def _count(text: str | None, *, least: int) -> int:
    number = int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else least
    return max(least, min(number, _MOST_COLUMNS))
