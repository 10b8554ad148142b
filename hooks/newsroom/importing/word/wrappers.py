"""Wrappers taken off: alternatives decided, content controls and custom XML opened.

Afterwards a body holds paragraphs and tables, a paragraph holds runs and hyperlinks, nothing else.
"""

from __future__ import annotations

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.trees import (
    Element,
    first,
    is_on,
    new,
    replace_children,
    text_of,
    value,
)

TEMPLATE_TAG = "mau-"
"""How the tags of our own template's content controls begin."""
_BLOCKS = frozenset({"w:p", "w:tbl"})
_CHUNKS = frozenset({"w:altChunk", "w:subDoc"})
_GRAPHICS = frozenset({"w:txbxContent", "a:blip", "v:imagedata", "v:textpath"})
_INLINE = frozenset({"w:r", "w:hyperlink", "w:fldSimple"})
_HELD = _BLOCKS | _INLINE | {"w:tr", "w:tc"}
_PROPERTIES = frozenset({"w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr"})
_HOLDERS = frozenset({"w:drawing", "w:pict", "w:object"})
_LEFT_ALONE = (
    _BLOCKS
    | _INLINE
    | _PROPERTIES
    | _HOLDERS
    | {"w:tr", "w:tc", "m:oMath", "m:oMathPara", "w:txbxContent", "w:footnote", "w:endnote"}
)


def choose_alternates(root: Element) -> None:
    """Of each ``mc:AlternateContent`` keep one reading, so that nothing stands there twice.

    The newer one; the fallback where only that has text or a picture.
    """

    def replace(element: Element) -> list[Element] | None:
        if element.tag != "mc:AlternateContent":
            return None
        choices = [child for child in element if child.tag in {"mc:Choice", "mc:Fallback"}]
        chosen = next((choice for choice in choices if _says_something(choice)), None)
        if chosen is None:
            chosen = choices[0] if choices else element
        return list(chosen)

    replace_children(root, replace)


def _says_something(choice: Element) -> bool:
    return any(part.tag in _GRAPHICS or part.tag in {"w:t", "m:t"} for part in choice.iter())


def unwrap(root: Element, findings: Findings) -> None:
    """Open every wrapper that holds paragraphs, rows, cells or runs."""
    holders = _holders(root)

    def replace(element: Element) -> list[Element] | None:
        tag = element.tag
        if tag == "w:sdt":
            return _control(element, findings)
        if tag == "w:r" and first(element, "w:ruby") is not None:
            return _annotated(element)
        if tag in _CHUNKS:
            findings.add("chunk")
            return []
        if tag.startswith("w:") and tag not in _LEFT_ALONE and element in holders:
            return list(element)
        return None

    replace_children(root, replace)


def _control(control: Element, findings: Findings) -> list[Element]:
    """What was entered into a content control; its hint is no text of the writer's."""
    content = first(control, "w:sdtContent")
    if is_on(first(control, "w:sdtPr", "w:showingPlcHdr")):
        hint = "" if content is None else text_of(content)
        if not (value(control, "w:sdtPr", "w:tag") or "").startswith(TEMPLATE_TAG):
            findings.add("placeholder", hint)
        return _emptied(content)
    return [] if content is None else list(content)


def _emptied(content: Element | None) -> list[Element]:
    """The rows and cells that a hint stood in stay, for a table keeps its shape."""
    if content is None:
        return []
    for paragraph in content.iter("w:p"):
        paragraph[:] = [child for child in paragraph if child.tag == "w:pPr"]
    return [child for child in content if child.tag in {"w:p", "w:tbl", "w:tr", "w:tc"}]


def _annotated(run: Element) -> list[Element]:
    """A run with ruby as runs: what stands before, the base text, what stands behind."""
    parts: list[Element] = []
    for child in run:
        base = first(child, "w:rubyBase") if child.tag == "w:ruby" else None
        if base is not None:
            parts += list(base)
        elif child.tag not in {"w:rPr", "w:ruby"}:
            part = new("w:r")
            part.extend([*(one for one in run if one.tag == "w:rPr"), child])
            parts.append(part)
    return parts


def _holders(root: Element) -> set[Element]:
    """Every element that has a paragraph, row, cell or run somewhere within, drawings apart."""
    found: set[Element] = set()

    def visit(element: Element) -> bool:
        holds = False
        for child in element:
            inside = visit(child)
            holds |= child.tag in _HELD or (inside and child.tag not in _HOLDERS)
        if holds:
            found.add(element)
        return holds

    visit(root)
    return found
