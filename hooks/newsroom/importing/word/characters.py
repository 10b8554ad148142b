"""Letters as they are meant: old fonts to Unicode, symbol fonts to symbols, hyphens to hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsroom.importing.old_fonts import from_tcvn3, from_vni
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.trees import Element, new, runs

_SYMBOL_FONTS = {
    name.lower(): name for name in ("Symbol", "Webdings", "Wingdings", "Wingdings 2", "Wingdings 3")
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
# Letters that neither old code has: what they stand in is Unicode, whatever the font is called.
_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9]"
)
_VNI_MARKS = re.compile("[âáàåãäêéèúüëùøûõïÂÁÀÅÃÄÊÉÈÚÜËÙØÛÕÏ]")
_HYPHENS = {0x2011: "-", 0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
_SIMPLE = {"w:noBreakHyphen": "-", "w:softHyphen": "", "w:pgNum": ""}
_HEX = re.compile(r"[0-9A-Fa-f]{1,5}")

Decode = Callable[[str], str]


def normalise_characters(root: Element, styles: Styles, findings: Findings) -> None:
    """Rewrite the children of each run to ``w:t``, ``w:sym``, ``w:tab``, ``w:br`` and drawings."""
    for paragraph in root.iter("w:p"):
        line = int(paragraph.get("line", "0")) or None
        before: Element | None = None
        style_id = styles.of(paragraph)
        for _, run in runs(paragraph):
            fonts = styles.fonts(run, style_id)
            _rewrite(run, fonts, findings, line)
            before = _decode(run, fonts, before, findings, line)


def _rewrite(run: Element, fonts: tuple[str, str], findings: Findings, line: int | None) -> None:
    symbols = _SYMBOL_FONTS.get(fonts[0].lower()) or _SYMBOL_FONTS.get(fonts[1].lower())
    children: list[Element] = []
    for child in run:
        if child.tag == "w:t":
            children += _symbols(child.text or "", symbols) if symbols else [child]
        elif child.tag in _SIMPLE:
            children.append(_text(_SIMPLE[child.tag]))
        elif child.tag in {"w:br", "w:cr"}:
            children.append(new("w:br"))
        elif child.tag in {"w:tab", "w:ptab"}:
            children.append(new("w:tab"))
        elif child.tag == "w:sym":
            children += _symbol(child, findings, line)
        else:
            children.append(child)
    run[:] = children


def _decode(
    run: Element,
    fonts: tuple[str, str],
    before: Element | None,
    findings: Findings,
    line: int | None,
) -> Element | None:
    """Convert what was typed in an old font; returns the last text typed in VNI, for its marks.

    VNI writes a letter and its mark apart, and Word may split them over two runs: the mark is
    given back to its letter.
    """
    name = fonts[1].lower()
    texts = [child for child in run if child.tag == "w:t"]
    is_old = name.startswith((".vn", "vni-", "vni ")) and not any(
        _UNICODE.search(child.text or "") for child in texts
    )
    for child in texts:
        text = child.text or ""
        if is_old and text.strip():
            kind = "tcvn3" if name.startswith(".vn") else "vni"
            text = from_tcvn3(text) if kind == "tcvn3" else _from_vni(text, before)
            if kind == "tcvn3" and name.endswith("h"):
                text = text.upper()
            findings.add(kind, text, line)
            before = child if kind == "vni" else None
        child.text = text.translate(_HYPHENS)
    return before if is_old else None


def _from_vni(text: str, before: Element | None) -> str:
    if before is not None and before.text and _VNI_MARKS.match(text):
        joined = from_vni(before.text[-1] + text[0])
        if len(joined) == 1:
            before.text = before.text[:-1] + joined
            return from_vni(text[1:])
    return from_vni(text)


def _symbols(text: str, font: str) -> list[Element]:
    """Letters of a symbol font as symbols; Word stores them plainly or from U+F020 on."""
    children: list[Element] = []
    for letter in text:
        code = ord(letter)
        if letter.isspace() or not (code < 0x100 or _PRIVATE.match(letter)):
            children.append(_text(letter))
        else:
            children.append(new("w:sym", w_font=font, w_char=f"F0{code & 0xFF:02X}"))
    return children


def _symbol(symbol: Element, findings: Findings, line: int | None) -> list[Element]:
    code = symbol.get("w:char", "")
    if not _HEX.fullmatch(code):
        findings.add("symbol", line=line)
        return []
    font = _SYMBOL_FONTS.get(symbol.get("w:font", "").lower())
    number = int(code, 16)
    if font:
        return [new("w:sym", w_font=font, w_char=f"F0{number & 0xFF:02X}")]
    if 0x20 <= number < 0xD800:  # a sign of an ordinary font
        return [_text(chr(number))]
    findings.add("symbol", line=line)
    return []


def _text(text: str) -> Element:
    element = new("w:t")
    element.text = text
    return element
