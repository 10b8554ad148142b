"""How large a Word file may be: checked before and while it is read, never afterwards.

A file of 200 pages with forty photos stays far below each bound; none lets a file take more than
some hundred megabytes of memory.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordLimits:
    """Sizes in bytes where they say so, otherwise counts."""

    file_bytes: int = 80_000_000
    entries: int = 3_000
    """Files within the file."""
    total_bytes: int = 200_000_000
    """All entries together, unpacked."""
    xml_bytes: int = 24_000_000
    """One XML part, unpacked; 200 pages of Word take 3 to 8 million."""
    all_xml_bytes: int = 60_000_000
    picture_bytes: int = 40_000_000
    ratio: int = 200
    """Most an entry above ``ratio_from`` may grow unpacked; Word's XML grows 10 to 30 times."""
    ratio_from: int = 4_000_000
    elements: int = 2_000_000
    """Elements seen in all XML parts."""
    kept_elements: int = 400_000
    """Elements kept in memory: those that carry text or decide how it is read."""
    depth: int = 120
    """Deepest nesting; a text box in a table in a table takes about 40."""
    text_bytes: int = 900_000
    """Text in UTF-8: an article's file may hold a megabyte."""
    paragraphs: int = 12_000
    runs: int = 30_000
    """Pieces of one look, after neighbours that look alike were joined."""
    cells: int = 10_000
    pictures: int = 200
    shown_pictures: int = 1_000
    """Places where pictures stand; one picture may stand in many."""


LIMITS = WordLimits()
