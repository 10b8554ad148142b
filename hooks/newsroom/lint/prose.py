"""What a rule reads: an article's words, without what is not prose, every offset kept.

Ten thousand articles are linted at each build: a rule looks for plain words first (``holds``) and
only then with patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from newsroom.markdown_scan import blank_code

_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*")
_NOT_PROSE = re.compile(_TARGET.pattern + r"|<[^<>\n]*>|(?:https?://|www\.)[^\s<>()]+")
_OTHER_MARKS = ("<", "http", "www.")
"""Without them there is nothing but targets: that pattern begins with letters to leap to."""
BLANK = "\ufffc"
"""Stands for each character that is no prose: no letter, no digit, no space."""


@dataclass(frozen=True)
class Prose:
    """The headline and the body of one article."""

    title: str
    body: str
    first_line: int
    """Line of the file on which the body begins."""
    title_line: int | None = None
    year: int | None = None
    """Year of the event or publication, where it is known."""

    @cached_property
    def text(self) -> str:
        """The body with code, addresses and HTML tags blanked."""
        text = blank_code(self.body)
        if text != self.body:
            pairs = zip(text, self.body, strict=True)
            text = "".join(shown if shown == typed else BLANK for shown, typed in pairs)
        pattern = _NOT_PROSE if any(mark in text for mark in _OTHER_MARKS) else _TARGET
        return pattern.sub(lambda m: BLANK * len(m[0]), text)

    @cached_property
    def lower(self) -> str:
        """The same in lower case, letter for letter: cheap to search for words."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    def holds(self, words: Iterable[str]) -> bool:
        """Whether any of *words* (in lower case) stands in the text."""
        return any(word in self.lower for word in words)

    def line_of(self, offset: int) -> int:
        """Line of the file in which the *offset* of the body lies."""
        return self.first_line + self.body.count("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Slip:
    """What a rule found: where in the body (None: in the headline), and the message's values."""

    start: int | None
    values: Mapping[str, str] = field(default_factory=dict)


def around(text: str, start: int, end: int, more: int = 20) -> str:
    """The words from *start* to *end* and a few after them, on one line."""
    return text[start : end + more].split("\n", maxsplit=1)[0].replace(BLANK, "").strip()
