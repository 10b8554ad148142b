"""The prose of a Markdown body in its own places, for readers that report lines.

What is no prose (code, links, pictures, HTML) gives way to characters no word can hold; marks
within prose (emphasis, quotation) to characters of no width. Every offset stays.
"""

from __future__ import annotations

import re

_GAP, _NOTHING = "\ufffc", "\u200b"
_NOT_PROSE = re.compile(
    r"!?\[[^\[\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])"
    r"|<[a-zA-Z/!][^<>]{0,2000}>|\[\^[^\]\n]{1,80}\]|^ {0,3}\[[^\[\]\n]+\]:.*"
    r"|(?:https?://|www\.)[^\s<>]+",
    re.MULTILINE,
)
_MARKS = re.compile(r"[*]+|(?<![^\W_])_+|_+(?![^\W_])|^ {0,3}(?:> ?)+", re.MULTILINE)


def running_text(text: str) -> str:
    """A part of a body, its code blanked already, with nothing in it but prose."""
    if "[" in text or "<" in text or "http" in text or "www." in text:
        text = _NOT_PROSE.sub(lambda m: _filled(m.group(), _GAP), text)
    if "*" in text or "_" in text or ">" in text:
        text = _MARKS.sub(lambda m: _filled(m.group(), _NOTHING), text)
    return text


def _filled(text: str, filling: str) -> str:
    return "".join(char if char == "\n" else filling for char in text)
