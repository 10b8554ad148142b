"""Text in composed letters (NFC), without characters of no width, with each offset kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UNUSUAL = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_PIECE = re.compile(
    "(?P<letter>[^\u0300-\u036f]?[\u0300-\u036f]{1,8})|[\u00ad\u200b-\u200d\u2060\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Composed:
    """``text`` is searched; ``start`` and ``end`` give the offsets in the text as it was given."""

    text: str
    _changes: tuple[tuple[int, ...], tuple[int, ...]] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as given, from one in :attr:`text` that is not empty."""
        if self._changes is None:
            return start, end
        starts, ends = self._changes
        return starts[start], ends[end - 1]


def compose(text: str) -> Composed:
    """Compose *text*. Linear; most texts need nothing done."""
    if not _UNUSUAL.search(text):
        return Composed(text)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(start: int, end: int) -> None:
        parts.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    done = 0
    for match in _PIECE.finditer(text):
        keep(done, match.start())
        done = match.end()
        if letter := match["letter"]:
            letter = unicodedata.normalize("NFC", letter)
            parts.append(letter)
            starts.extend([match.start()] * len(letter))
            ends.extend([done] * len(letter))
    keep(done, len(text))
    return Composed("".join(parts), (tuple(starts), tuple(ends)))
