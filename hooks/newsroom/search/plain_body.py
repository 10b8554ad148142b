"""A Markdown body as the paragraphs a reader sees, without markup: for the index and excerpts.

Headings, list items and rows of tables are paragraphs of their own, so that no phrase runs from
one into the next. Captions under pictures are kept; descriptions for the blind are not.
"""

from __future__ import annotations

import html
import re

from newsroom.text import nfc

_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}")
_ROW_RULE = re.compile(r"[ \t:|-]*")
_START = re.compile(
    r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+|\[\^[^\]]+\]:[ \t]*)"
)
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]*\S")
_TARGET = (
    r"\([ \t]*(?:<[^>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"([^\"]*)\"|'([^']*)'))?[ \t]*\)"
)
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:" + _TARGET + r"|\[[^\[\]]*\])?")
_LINK = re.compile(r"\[([^\[\]]*)\](?:" + _TARGET + r"|\[[^\[\]]*\])")
_NOTE_MARK = re.compile(r"\[\^[^\]]*\]")
_TAG = re.compile(r"<[/!]?[a-zA-Z-][^<>]*>")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*)>")
_SIGNS = re.compile(r"[_*`\\&]")
_EMPHASIS = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|[*`]|\\(?=[^\w\s])")


def paragraphs(body: str) -> list[str]:
    """The paragraphs of *body* in order, as plain text; none is empty."""
    found: list[str] = []
    for block in body.split("\n\n"):
        if block[:1].isalpha() and "\n" not in block:  # most are: nothing to look for
            found.append(plain(block))
        elif block.strip():
            found += _of_block(block)
    return [text for text in found if text]


def _of_block(block: str) -> list[str]:
    found: list[str] = []
    lines: list[str] = []
    for line in block.split("\n"):
        start = _START.match(line)
        is_row = line.lstrip().startswith("|")
        is_empty = _is_empty(line)
        if start or is_row or is_empty:
            found.append(plain("\n".join(lines)))
            lines.clear()
        if start:
            lines.append(_CLOSING_MARKS.sub("", _without_starts(line)))
        elif is_row and not is_empty:
            cells = line.strip().strip("|").split("|")
            found.append(plain(" · ".join(cell.strip() for cell in cells)))
        elif not is_empty:
            lines.append(line)
    return [*found, plain("\n".join(lines))]


def _is_empty(line: str) -> bool:
    """Nothing a reader sees: a blank line, a rule, a fence, the target of a link."""
    return bool(
        not line.strip()
        or _RULE.fullmatch(line)
        or ("-" in line and _ROW_RULE.fullmatch(line))
        or _FENCE.match(line)
        or _DEFINITION.match(line)
    )


def _without_starts(line: str) -> str:
    """A list item may be a quotation, a quotation a heading."""
    while match := _START.match(line):
        line = line[match.end() :]
    return line


def plain(markdown: str) -> str:
    """A paragraph of Markdown without its inline markup."""
    text = markdown
    if "[" in text:
        text = _NOTE_MARK.sub("", text)
        text = _PICTURE.sub(lambda m: _caption(m[1] or m[2]), text)
        text = _LINK.sub(lambda m: m[1], text)
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(lambda m: m[1], text))
    if _SIGNS.search(text):
        text = html.unescape(_EMPHASIS.sub("", text))
    return " ".join(nfc(text).split())


def _caption(title: str | None) -> str:
    """``Chú thích | Người chụp``, as it stands under the picture."""
    return " ".join(part.strip() for part in (title or "").split("|"))
