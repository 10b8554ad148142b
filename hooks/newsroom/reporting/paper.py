"""Page and letters of administrative documents: Nghị định 30/2020/NĐ-CP, Annex I, Part I."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Times New Roman"
BODY_SIZE = 14
TABLE_SIZE = 13
"""Points. The decree sets 13 to 14 for content and makes no exception for tables."""
ADDRESS_SIZE = 9
"""Web addresses alone: a hundred letters in one cell, which nobody reads but to type them."""
LONG_SIDE, SHORT_SIDE = 297, 210
"""A4, in mm."""


@dataclass(frozen=True, slots=True)
class Margins:
    """In mm."""

    top: int
    bottom: int
    left: int
    right: int

    def turned(self) -> Margins:
        """Those of a page laid sideways into the file: its top lies at the binding, the left."""
        return Margins(top=self.left, bottom=self.right, left=self.bottom, right=self.top)


PORTRAIT = Margins(top=20, bottom=20, left=30, right=15)
"""Section I.3: top and bottom 20–25, left 30–35, right 15–20 mm."""
LANDSCAPE = PORTRAIT.turned()
LANDSCAPE_WIDTH = LONG_SIDE - LANDSCAPE.left - LANDSCAPE.right
PORTRAIT_WIDTH = SHORT_SIDE - PORTRAIT.left - PORTRAIT.right
"""What is left for text, in mm."""


def dots(count: int) -> str:
    """A blank to be filled in by hand."""
    return "…" * count
