"""What Word does not show in the text: hidden letters, hidden rows, comments; left out, counted."""

from __future__ import annotations

from itertools import islice

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.revisions import JOINED
from newsroom.importing.word.styles import Styles
from newsroom.importing.word.trees import Element, first, is_on, replace_children, runs, text_of

_PROPERTIES = "w:rPr"


def leave_out_hidden(root: Element, styles: Styles, findings: Findings) -> None:
    """Drop hidden runs and rows, and the instructions of our template.

    A paragraph whose end mark is hidden runs on into the next one.
    """
    _leave_out_rows(root, findings)
    for paragraph in root.iter("w:p"):
        line = int(paragraph.get("line", "0")) or None
        hidden: list[str] = []
        is_hint, style_id = styles.is_hint(paragraph), styles.of(paragraph)
        dropped: set[Element] = set()
        for _, run in runs(paragraph):
            if is_hint:
                dropped.add(run)
            elif styles.is_hidden(run, style_id):
                hidden.append(text_of(run))
                dropped.add(run)
        if dropped:
            _drop_runs(paragraph, dropped)
        if "".join(hidden).strip():
            findings.add("hidden", "".join(hidden), line)
        mark = first(paragraph, "w:pPr", _PROPERTIES)
        if is_on(first(mark, "w:vanish")) or is_on(first(mark, "w:specVanish")):
            paragraph.set(JOINED, "1")


def _drop_runs(parent: Element, dropped: set[Element]) -> None:
    parent[:] = [child for child in parent if child not in dropped]
    for child in parent:
        if child.tag == "w:hyperlink":
            _drop_runs(child, dropped)


def _leave_out_rows(root: Element, findings: Findings) -> None:
    def replace(element: Element) -> list[Element] | None:
        if element.tag == "w:tr" and is_on(first(element, "w:trPr", "w:hidden")):
            findings.add("hidden", text_of(element))
            return []
        return None

    replace_children(root, replace)


def join_paragraphs(root: Element) -> None:
    """Put what a paragraph without end mark holds in front of the next paragraph."""
    for container in root.iter():
        if any(child.tag == "w:p" and child.get(JOINED) for child in container):
            container[:] = _joined(list(container))


def _joined(children: list[Element]) -> list[Element]:
    result: list[Element] = []
    waiting: list[Element] = []
    for index, child in enumerate(children):
        follower = children[index + 1] if index + 1 < len(children) else None
        if child.tag == "w:p" and waiting:
            at = 1 if first(child, "w:pPr") is not None else 0
            child[at:at] = waiting
            waiting = []
        if child.tag == "w:p" and child.get(JOINED):
            content = [part for part in child if part.tag != "w:pPr"]
            if follower is not None and follower.tag == "w:p":
                waiting = content
                continue
            if not content and len(children) > 1:
                continue
        result.append(child)
    return result


def count_comments(root: Element, findings: Findings) -> None:
    """Note each comment of the part for comments."""
    for comment in root.iter("w:comment"):
        findings.add("comment", " ".join(text_of(p) for p in islice(comment.iter("w:p"), 5)))
