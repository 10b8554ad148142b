"""Tracked changes accepted: what was inserted or moved here stays, what was deleted goes.

Source: ECMA-376 Part 1, 17.13.5.
"""

from __future__ import annotations

from itertools import islice

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.trees import Element, first, replace_children, text_of

JOINED = "joined"
"""Attribute of a paragraph whose end mark is gone, so that the next one continues it."""
_KEPT = frozenset({"w:ins", "w:moveTo"})
_GONE = frozenset({"w:del", "w:moveFrom"})
_LONE_GONE = frozenset({"w:delText", "w:delInstrText"})


def accept_revisions(root: Element, findings: Findings) -> None:
    """Accept every tracked change below *root*; deleted paragraph marks become ``JOINED``."""
    for paragraph in root.iter("w:p"):
        mark = first(paragraph, "w:pPr", "w:rPr")
        if any(first(mark, tag) is not None for tag in _GONE):
            paragraph.set(JOINED, "1")

    def replace(element: Element) -> list[Element] | None:
        if element.tag in _KEPT:
            if len(element):
                findings.add("inserted", text_of(element))
            return list(element)
        if element.tag in _GONE or element.tag in _LONE_GONE or _is_deleted(element):
            if element.tag == "w:del":
                _note_deletion(element, findings)
            return []
        return None

    replace_children(root, replace)


def _note_deletion(element: Element, findings: Findings) -> None:
    deleted = "".join((part.text or "")[:80] for part in islice(element.iter("w:delText"), 20))
    if deleted.strip():
        findings.add("deleted", deleted)


def _is_deleted(element: Element) -> bool:
    """Whether it is a row or a cell that was deleted."""
    if element.tag == "w:tr":
        return first(element, "w:trPr", "w:del") is not None
    return element.tag == "w:tc" and first(element, "w:tcPr", "w:cellDel") is not None
