"""Fields (PAGE, TOC, HYPERLINK …) replaced by the result that Word shows.

Source: ECMA-376 Part 1, 17.16. A field may begin in one paragraph and end in another, and fields
may stand within the instructions of others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.trees import Element, first, is_on, new, value

LINK = "link"
"""Attribute of a run within a HYPERLINK field: its address."""
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))', re.IGNORECASE)
_NAME = re.compile(r"\s*([A-Za-z]+)")
_LONGEST = 2_500
"""Characters of an instruction that are read."""
_MOST_NESTED = 20
"""Fields within fields; deeper ones are left as if they were none."""
# They show nothing: marks for an index, variables, bookmarks.
_SILENT = frozenset({"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "DATA"})


@dataclass(slots=True)
class _Field:
    begin: Element
    instruction: str = ""
    in_result: bool = False
    shows: bool = False
    link: str = ""

    @property
    def name(self) -> str:
        match = _NAME.match(self.instruction)
        return match[1].upper() if match else ""


def resolve_fields(root: Element, findings: Findings) -> None:
    """Drop instructions, keep results; runs of a HYPERLINK's result carry ``LINK``."""
    _simple_fields(root)
    whole = _matched(root)
    stack: list[_Field] = []
    for run in root.iter("w:r"):
        kept: list[Element] = []
        for child in list(run):
            if child.tag == "w:fldChar":
                if id(child) in whole:
                    kept += _step(child, stack, findings)
            elif child.tag in {"w:instrText", "w:delInstrText"}:
                if stack and not stack[-1].in_result:
                    stack[-1].instruction = (stack[-1].instruction + (child.text or ""))[:_LONGEST]
            elif child.tag == "w:rPr" or all(one.in_result for one in stack):
                kept.append(child)
                if child.tag != "w:rPr":
                    for one in stack:
                        one.shows = True
        run[:] = kept
        if link := next((one.link for one in reversed(stack) if one.link), ""):
            run.set(LINK, link)


def link_of(instruction: str) -> str:
    """The address that a HYPERLINK instruction leads to; empty for other instructions."""
    match = _HYPERLINK.match(instruction)
    return (match[1] or match[2] or "") if match else ""


def _simple_fields(root: Element) -> None:
    for parent in root.iter():
        if not any(child.tag == "w:fldSimple" for child in parent):
            continue
        opened: list[Element] = []
        pending = list(reversed(parent))
        while pending:
            child = pending.pop()
            if child.tag != "w:fldSimple":
                opened.append(child)
                continue
            if link := link_of(child.get("w:instr", "")):
                for run in child.iter("w:r"):
                    run.set(LINK, link)
            pending.extend(reversed(child))
        parent[:] = opened


def _matched(root: Element) -> set[int]:
    """Field characters that belong to a field with beginning and end; others mean nothing."""
    whole: set[int] = set()
    open_fields: list[list[int]] = []
    for mark in root.iter("w:fldChar"):
        kind = mark.get("w:fldCharType")
        if kind == "begin":
            open_fields.append([id(mark)])
        elif open_fields and kind == "separate":
            open_fields[-1].append(id(mark))
        elif open_fields and kind == "end":
            if len(open_fields) <= _MOST_NESTED:
                whole.update(open_fields[-1], {id(mark)})
            open_fields.pop()
    return whole


def _step(mark: Element, stack: list[_Field], findings: Findings) -> list[Element]:
    kind = mark.get("w:fldCharType")
    if kind == "begin":
        stack.append(_Field(mark))
    elif kind == "separate":
        stack[-1].in_result = True
        stack[-1].link = link_of(stack[-1].instruction)
    else:
        ended = stack.pop()
        if not ended.shows:
            return _shown_by_itself(ended, findings)
    return []


def _shown_by_itself(ended: _Field, findings: Findings) -> list[Element]:
    """What a field without a result shows: a box that is ticked or not, a choice from a list."""
    data = first(ended.begin, "w:ffData")
    if ended.name == "FORMCHECKBOX":
        box = first(data, "w:checkBox")
        ticked = first(box, "w:checked")
        is_ticked = is_on(ticked if ticked is not None else first(box, "w:default"))
        return [_text("☒" if is_ticked else "☐")]
    if ended.name == "FORMDROPDOWN":
        entries = [] if data is None else [e.get("w:val", "") for e in data.iter("w:listEntry")]
        chosen = value(data, "w:ddList", "w:result") or "0"
        if chosen.isdecimal() and int(chosen) < len(entries):
            return [_text(entries[int(chosen)])]
    elif ended.name and ended.name not in _SILENT and not ended.in_result:
        findings.add("field", ended.instruction)
    return []


def _text(text: str) -> Element:
    element = new("w:t")
    element.text = text
    return element
