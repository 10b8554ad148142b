"""Bounds checked before anything is parsed, so that no input costs more than a moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes where they say so, otherwise counts."""

    file_bytes: int = 1024 * 1024
    front_matter_bytes: int = 64 * 1024
    front_matter_depth: int = 8
    line_characters: int = 20_000
    repeated_markup: int = 200
    """Longest run of one Markdown character, such as ``[[[[``."""
    open_brackets: int = 30
    """Deepest nesting of square brackets in one paragraph."""
    list_depth: int = 12
    """Deepest nested list or quotation."""
    costly_parts: int = 2_000
    """Most headings, code fences and angle brackets, each kind."""
    footnote_marks: int = 1_000
    table_cells: int = 30_000
    lines: int = 40_000
    paragraphs: int = 12_000
    markup_in_paragraph: int = 4_000
    """Most Markdown characters in one paragraph."""


LIMITS = Limits()
