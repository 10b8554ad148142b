"""Wrappers taken off: alternatives decided, content controls and custom XML opened.

Afterwards a body holds paragraphs and tables, a paragraph holds runs and hyperlinks, nothing else.
"""

from __future__ import annotations

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.trees import Element, first, is_on, replace_children, text_of

_BLOCKS = frozenset({"w:p", "w:tbl"})
_CHUNKS = frozenset({"w:altChunk", "w:subDoc"})
_GRAPHICS = frozenset({"w:txbxContent", "a:blip", "v:imagedata", "v:textpath"})
_INLINE = frozenset({"w:r", "w:hyperlink", "w:fldSimple"})
_PROPERTIES = frozenset({"w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr"})
_LEFT_ALONE = (
    _BLOCKS
    | _INLINE
    | _PROPERTIES
    | {"w:tr", "w:tc", "m:oMath", "m:oMathPara", "w:txbxContent", "w:footnote", "w:endnote"}
    | {"w:ins", "w:del", "w:moveTo", "w:moveFrom"}
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

    def replace(element: Element) -> list[Element] | None:
        tag = element.tag
        if tag == "w:sdt":
            return _control(element, findings)
        if tag in _CHUNKS:
            findings.add("chunk")
            return []
        if tag.startswith("w:") and tag not in _LEFT_ALONE and _holds_blocks_or_runs(element):
            return list(element)
        return None

    replace_children(root, replace)


def _control(control: Element, findings: Findings) -> list[Element]:
    """What was entered into a content control; its hint is no text of the writer's."""
    content = first(control, "w:sdtContent")
    if is_on(first(control, "w:sdtPr", "w:showingPlcHdr")):
        hint = "" if content is None else text_of(content)
        is_ours = (first(control, "w:sdtPr", "w:tag") is not None) and (
            (first(control, "w:sdtPr", "w:tag").get("w:val") or "").startswith("mau-")  # type: ignore[union-attr]
        )
        if not is_ours:
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


def _holds_blocks_or_runs(element: Element) -> bool:
    return any(child.tag in _BLOCKS or child.tag in _INLINE or child.tag in {"w:tr", "w:tc"}
               or _holds_blocks_or_runs(child) for child in element
               if child.tag not in {"w:drawing", "w:pict", "w:object"})  # fmt: skip
