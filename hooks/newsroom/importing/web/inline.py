"""Runs of text with emphasis and links, to one line of text and its Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsroom.importing.markdown import escape, escape_start
from newsroom.text import clean

_OUTER = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_TARGET = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\\^`{}|]+", re.IGNORECASE)
_UNSAFE_IN_TARGET = re.compile(r"[()\[\]*_<>]")
_MARKS = {"strong": "**", "em": "*"}


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text; ``style`` is ``strong``, ``em``, ``sup``, ``sub`` or empty."""

    text: str
    style: str = ""
    target: str = ""


def line_text(runs: list[Run]) -> str:
    """The runs as one line of plain text."""
    return clean("".join(run.text for run in runs))


def line_markdown(runs: list[Run]) -> str:
    """The runs as one line of Markdown. A line that is emphasised throughout is plain."""
    merged = _merged(runs)
    spoken = [run for run in merged if run.text.strip()]
    if len({run.style for run in spoken}) == 1 and spoken[0].style in _MARKS:
        merged = [replace(run, style="") for run in merged]
    pieces: list[str] = []
    for run in merged:
        ends_marked = bool(pieces) and pieces[-1][-1:] == "*" and not pieces[-1].endswith("\\*")
        pieces.append(_run(run, plain=ends_marked and not run.text[:1].isspace()))
    return escape_start(" ".join("".join(pieces).split()))


def is_link(target: str) -> bool:
    """Whether *target* may stay a link: another site's page, or an e-mail address."""
    return _TARGET.fullmatch(target.strip()) is not None


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if merged and (merged[-1].style, merged[-1].target) == (run.style, run.target):
            merged[-1] = replace(merged[-1], text=merged[-1].text + text)
        elif text:
            merged.append(replace(run, text=text))
    return merged


def _run(run: Run, *, plain: bool) -> str:
    match = _OUTER.match(run.text)
    if match is None or not match[2]:
        return run.text
    words = escape(clean(match[2]))
    if run.target:
        target = _UNSAFE_IN_TARGET.sub(lambda m: f"%{ord(m[0]):02X}", run.target.strip())
        words = f"[{words}]({target})"
    if run.style in {"sup", "sub"}:
        words = f"<{run.style}>{words}</{run.style}>"
    elif run.style and not plain:
        words = f"{_MARKS[run.style]}{words}{_MARKS[run.style]}"
    return f"{match[1] and ' '}{words}{match[3] and ' '}"
