"""How much of a Word file has been read (text, paragraphs, runs, cells), against the bounds."""

from __future__ import annotations

from newsroom.importing.word.limits import WordLimits
from newsroom.importing.word.trees import too_large


class Sizes:
    """How much has been read so far, over all parts. Methods raise ImportRefused."""

    def __init__(self, limits: WordLimits) -> None:
        self._limits = limits
        self._text = self._paragraphs = self._runs = self._cells = 0

    def text(self, text: str) -> None:
        """Count *text*."""
        self._text += len(text.encode("utf-8", "replace"))
        if self._text > self._limits.text_bytes:
            raise too_large(f"phần chữ dài hơn {self._limits.text_bytes // 1000} KB")

    def paragraph(self) -> None:
        """Count a paragraph."""
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise too_large(f"có hơn {self._limits.paragraphs} đoạn")

    def run(self) -> None:
        """Count a run."""
        self._runs += 1
        if self._runs > self._limits.runs:
            raise too_large(f"có hơn {self._limits.runs} mảnh chữ khác kiểu nhau")

    def cell(self, columns: int = 1) -> None:
        """Count a cell of a table."""
        self._cells += columns
        if self._cells > self._limits.cells:
            raise too_large(f"có hơn {self._limits.cells} ô bảng")
