"""A .docx to blocks: the passes over its parts, in order."""

from __future__ import annotations

from newsroom.importing.blocks import ImportRefused, Reading
from newsroom.importing.word.canonical import Canonical
from newsroom.importing.word.characters import normalise_characters
from newsroom.importing.word.conversion import Story, to_html
from newsroom.importing.word.drawings import lift_text_boxes
from newsroom.importing.word.equations import write_out_equations
from newsroom.importing.word.fields import resolve_fields
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.hidden import count_comments, join_paragraphs, leave_out_hidden
from newsroom.importing.word.html_blocks import BlockReader
from newsroom.importing.word.images import Images
from newsroom.importing.word.limits import LIMITS, WordLimits
from newsroom.importing.word.margins import count_margins
from newsroom.importing.word.numbering import Label, Numbering
from newsroom.importing.word.package import Package
from newsroom.importing.word.revisions import accept_revisions
from newsroom.importing.word.sizes import Sizes
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.trees import Element, first
from newsroom.importing.word.wrappers import choose_alternates, unwrap

_NOTES = ("footnote", "endnote")
_UNREADABLE = (
    "Không đọc được tệp Word này. Mở tệp bằng Word, chọn File → Save As, lưu thành .docx mới rồi "
    "nhập lại; nếu vẫn không được, chép toàn bộ chữ sang một tệp Word mới."
)


def read_word(data: bytes, name: str) -> Reading:
    """Read the Word file *data*, called *name*. Raises ImportRefused."""
    try:
        return read_within(data, name, LIMITS)
    except ImportRefused:
        raise
    except Exception:  # a spoilt file can break us, and mammoth, in ways nobody foresaw
        raise ImportRefused(_UNREADABLE) from None


def read_within(data: bytes, name: str, limits: WordLimits) -> Reading:
    """Read a Word file within *limits*; what nobody foresaw comes out as it is."""
    document = _Document(data, limits)
    html = document.html()
    reader = BlockReader(html, document.findings)
    remarks = document.findings.remarks()
    used = {block.picture for block in reader.blocks}
    pictures = {key: value for key, value in document.images.pictures.items() if key in used}
    return Reading(name, tuple(reader.blocks), remarks, pictures, reader.fields)


class _Document:
    """One file while it is read."""

    def __init__(self, data: bytes, limits: WordLimits) -> None:
        self.findings = Findings()
        self._package = Package(data, limits)
        self.images = Images(self._package, self.findings)
        self._sizes = Sizes(limits)
        self._parts = self._related_parts()
        self._styles = Styles(self._tree("styles"))
        self._numbering = Numbering(self._tree("numbering"), self._styles)
        self._line = 0

    def html(self) -> str:
        """The document as mammoth's HTML."""
        if self._package.has_macros:
            self.findings.add("macros")
        comments = self._tree("comments")
        if comments is not None:
            count_comments(comments, self.findings)
        main = self._package.tree(self._package.main)
        body = first(main, "w:body")
        if body is None:
            raise ImportRefused("Tệp Word không có phần văn bản nào. Kiểm tra lại tệp.")
        count_margins(main, self._package, self.findings)
        labels = self._pass_over(body, self._package.main)
        notes, ids = self._notes()
        document = self._story(body, labels, self._package.main, ids)
        html, lost = to_html(document, notes)
        for _ in range(lost):
            self.findings.add("symbol")
        return html

    def _related_parts(self) -> dict[str, str]:
        parts: dict[str, str] = {}
        for relationship in self._package.relationships(self._package.main).values():
            if not relationship.is_external and self._package.has(relationship.target):
                parts.setdefault(relationship.kind, relationship.target)
        return parts

    def _tree(self, kind: str) -> Element | None:
        part = self._parts.get(kind)
        return None if part is None else self._package.tree(part)

    def _pass_over(self, root: Element, part: str) -> dict[int, Label]:
        """Every pass over one part; returns the labels of its paragraphs."""
        choose_alternates(root)
        for paragraph in root.iter("w:p"):
            self._line += 1
            paragraph.set("line", str(self._line))
        accept_revisions(root, self.findings)
        unwrap(root, self.findings)
        resolve_fields(root, self.findings)
        leave_out_hidden(root, self._styles, self.findings)
        write_out_equations(root, self.findings)
        normalise_characters(root, self._styles, self.findings)
        join_paragraphs(root)
        labels = {
            id(paragraph): label
            for paragraph in root.iter("w:p")
            if (label := self._numbering.next_label(paragraph)) is not None
        }
        self.images.of_part(part)
        lift_text_boxes(root, self.images, self.findings)
        return labels

    def _notes(self) -> tuple[dict[str, tuple[Story, list[Element]]], frozenset[tuple[str, str]]]:
        """Footnotes and endnotes ready for mammoth, and which there are."""
        notes: dict[str, tuple[Story, list[Element]]] = {}
        ids: set[tuple[str, str]] = set()
        for kind in _NOTES:
            root = self._tree(f"{kind}s")
            if root is None:
                continue
            part = self._parts[f"{kind}s"]
            labels = self._pass_over(root, part)
            elements: list[Element] = []
            whole = Story([])
            for note in root:
                number = note.get("w:id", "")
                if note.tag != f"w:{kind}" or "eparator" in note.get("w:type", ""):
                    continue
                if not number or (kind, number) in ids:
                    continue
                ids.add((kind, number))
                story = self._story(note, labels, part, frozenset(), whole)
                made = Element(note.tag, {"w:id": number})
                made.extend(story.blocks)
                elements.append(made)
            notes[kind] = whole, elements
        return notes, frozenset(ids)

    def _story(
        self,
        container: Element,
        labels: dict[int, Label],
        part: str,
        ids: frozenset[tuple[str, str]],
        into: Story | None = None,
    ) -> Story:
        canonical = Canonical(
            self._styles, self._package.relationships(part), ids, self.findings, self._sizes
        )
        if into is not None:
            canonical.links, canonical.pictures = into.links, into.pictures
        blocks = canonical.blocks(container, labels)
        return Story(blocks, canonical.links, canonical.pictures)
