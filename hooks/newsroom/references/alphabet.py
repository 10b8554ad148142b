"""Pieces of patterns that several modules share."""

from __future__ import annotations

LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
UPPER = "A-Z" + LOWER[3:].upper()
DASH = r"\-\u2010-\u2015\u2212"
"""Inside brackets: the hyphen and what is typed in its place."""
GAP = r"[^\S\n]{0,3}+(?:\n[^\S\n]{0,40}+)?+"
"""Space within a reference: at most one line break, so that no paragraph ends in it."""
GLUED = "(?:ngày|của|về|năm|và|tại|được|theo|trong)"
"""Words that slips of the keyboard glue to a number or a date."""


def listed(words: str) -> tuple[str, ...]:
    """``"luật|bộ luật"`` → ``("luật", "bộ luật")``."""
    return tuple(words.split("|"))
