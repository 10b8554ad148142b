"""What every reader (text, web page, Word) makes of a file: blocks in order, and what it left out.

Readers know formats, not news: which block is the headline, the by-line or a caption is for
``understanding`` to find.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in the file it comes from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """One item of a list, its label written out ("a)", "Điều 5.") or marked as bullet/number."""
    TABLE = "table"
    PICTURE = "picture"
    GAP = "gap"
    """Where a picture was and is no more: an empty line, “anh tin bai”."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A block; ``text`` is what a reader of the file sees, ``markdown`` how our articles say it."""

    kind: BlockKind
    text: str
    """Plain text in NFC, one line, no Markdown escapes; for a table its cells separated by tabs
    and line feeds; for a picture its alternative text."""
    markdown: str
    """The same as Markdown (emphasis, links, superscripts, escapes); empty for pictures."""
    line: int
    """Line of the file (text), or number of the paragraph (Word, web page), from 1."""
    level: int = 0
    """Depth of a heading (1 is the highest) or of a list item (0 is the outermost)."""
    picture: str | None = None
    """Key in ``Reading.pictures``."""
    is_caption: bool = False
    """Whether the file itself calls it a caption (caption style, ``<figcaption>``)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know: ``left-out``, ``doubtful`` or ``note``; in Vietnamese."""

    kind: str
    message: str
    line: int | None = None
    readings: tuple[str, ...] = ()
    """For what is doubtful: the reading chosen, then the other."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read."""

    source: str
    """The file's name."""
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Key → bytes as they stood in the file."""
    fields: dict[str, str] = field(default_factory=dict)
    """Fields the file states itself (the table on top of our Word template), by the template's
    names: tieu-de, ngay-dien-ra, don-vi, ke-hoach, nguoi-viet, nguoi-duyet."""


class ImportRefused(Exception):  # noqa: N818 - nothing failed: the file is refused
    """The file cannot be read safely; the message is Vietnamese: what is wrong, how to mend it."""
