"""Equations (OMML) written out in one line: ``(a+b)/c``, powers and indices raised and lowered.

Source: ECMA-376 Part 1, 22.1.
"""

from __future__ import annotations

from collections.abc import Callable

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.trees import Element, first, new, replace_children, text_of

_LONGEST = 1_000_000
_SCRIPTS = {"m:sup": "superscript", "m:sub": "subscript"}
_MATHS = frozenset({"m:oMath", "m:oMathPara"})


def write_out_equations(root: Element, findings: Findings) -> None:
    """Replace each equation by runs that show its signs in reading order."""

    def replace(element: Element) -> list[Element] | None:
        if element.tag not in _MATHS:
            return None
        findings.add("equation", text_of(element))
        return list(_runs(element))

    replace_children(root, replace)


def _runs(element: Element) -> list[Element]:
    if element.tag == "m:r":
        return [_run(text_of(element, _LONGEST))] if text_of(element) else []
    if element.tag in {"w:r", "w:hyperlink"}:
        return [element]
    if writer := _WRITERS.get(element.tag):
        return writer(element)
    return _all(element)


def _all(element: Element | None) -> list[Element]:
    return [] if element is None else [run for child in element for run in _runs(child)]


def _fraction(element: Element) -> list[Element]:
    over, under = _all(first(element, "m:num")), _all(first(element, "m:den"))
    return [*_bracketed(over), _run("/"), *_bracketed(under)]


def _root(element: Element) -> list[Element]:
    degree = _all(first(element, "m:deg"))
    raised = [_raise(run, "superscript") for run in degree]
    return [*raised, _run("√"), *_bracketed(_all(first(element, "m:e")))]


def _delimited(element: Element) -> list[Element]:
    properties = first(element, "m:dPr")
    begin, end = first(properties, "m:begChr"), first(properties, "m:endChr")
    parts = [_all(child) for child in element if child.tag == "m:e"]
    inside = [
        run for index, part in enumerate(parts) for run in ([_run("; ")] if index else []) + part
    ]
    opening = "(" if begin is None else begin.get("m:val", "")
    closing = ")" if end is None else end.get("m:val", "")
    return [_run(opening), *inside, _run(closing)]


def _sum(element: Element) -> list[Element]:
    sign = first(element, "m:naryPr", "m:chr")
    return [_run("∫" if sign is None else sign.get("m:val", "∑")), *_all(element)]


def _script(element: Element) -> list[Element]:
    return [_raise(run, _SCRIPTS[element.tag]) for run in _all(element)]


_WRITERS: dict[str, Callable[[Element], list[Element]]] = {
    "m:f": _fraction,
    "m:rad": _root,
    "m:d": _delimited,
    "m:nary": _sum,
    "m:sup": _script,
    "m:sub": _script,
}


def _bracketed(inside: list[Element]) -> list[Element]:
    shown = "".join(text_of(run) for run in inside)
    return inside if len(shown) < 2 or shown.isalnum() else [_run("("), *inside, _run(")")]


def _run(text: str) -> Element:
    run, part = new("w:r"), new("w:t")
    part.text = text
    run.append(part)
    return run


def _raise(run: Element, place: str) -> Element:
    if first(run, "w:rPr") is None:
        properties = new("w:rPr")
        properties.append(new("w:vertAlign", w_val=place))
        run.insert(0, properties)
    return run
