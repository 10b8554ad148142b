"""The table on top of our own template (``mau-tin-bai.docx``): fields that need no guess."""

from __future__ import annotations

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.grid import grid
from newsroom.importing.word.html_tree import Node
from newsroom.importing.word.inline import pieces, plain
from newsroom.text import fold

LABELS = {
    "tieu-de": "Tiêu đề",
    "ngay-dien-ra": "Ngày diễn ra",
    "don-vi": "Đơn vị",
    "ke-hoach": "Kế hoạch",
    "nguoi-viet": "Người viết",
    "nguoi-duyet": "Người duyệt",
}
"""Key of a field → its label in the template."""
_BY_LABEL = {fold(label): key for key, label in LABELS.items()}
_ENOUGH = 4
"""So many labels make a table ours: a writer may have deleted a row."""


def template_fields(table: Node, line: int, findings: Findings) -> dict[str, str] | None:
    """The fields that were filled in, or None when *table* is not the template's.

    Rows that a writer added are told as left out.
    """
    fields: dict[str, str] = {}
    others: list[str] = []
    found = 0
    for row in grid(table).rows:
        texts = [plain(pieces(place.cell)) for place in row if place.is_first and place.cell]
        if len(texts) != 2:
            return None
        key = _BY_LABEL.get(fold(texts[0].rstrip(" :")))
        if key is None:
            others.append(": ".join(filter(None, texts)))
            continue
        found += 1
        if texts[1]:
            fields[key] = texts[1]
    if found < _ENOUGH:
        return None
    for text in filter(None, others):
        findings.add("template-row", text, line)
    return fields
