"""Groups of horizontal bars as an SVG picture, each group to its own scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_BAR, _GAP, _LEFT, _WIDTH, _RIGHT = 26, 12, 330, 430, 190
_OURS, _OTHERS = "#741217", "#8a8178"


@dataclass(frozen=True)
class Bar:
    """One bar: how long it is, and what is written beside it."""

    label: str
    value: float
    words: str
    is_ours: bool = False


@dataclass(frozen=True)
class Group:
    """Bars that are compared with each other."""

    title: str
    bars: Sequence[Bar]


def draw(title: str, groups: Iterable[Group]) -> str:
    """The picture, a whole SVG file."""
    parts: list[str] = []
    top = _GAP
    for group in groups:
        parts.append(_words(10, top + 18, group.title, ' font-weight="bold"'))
        top += _BAR
        longest = max((bar.value for bar in group.bars), default=0) or 1
        for bar in group.bars:
            parts += _drawn(bar, top, bar.value / longest)
            top += _BAR
        top += _GAP
    size = f'width="{_LEFT + _WIDTH + _RIGHT}" height="{top}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"'
    ground = '<rect width="100%" height="100%" fill="#fffdf8"/>'
    named = f"<title>{escape(title)}</title>"
    lines = [f'{head} font-family="sans-serif" font-size="14">', named, ground, *parts, "</svg>"]
    return "\n".join(lines) + "\n"


def _drawn(bar: Bar, top: int, part: float) -> Iterator[str]:
    width, colour = max(2, round(_WIDTH * part)), _OURS if bar.is_ours else _OTHERS
    yield _words(10, top + 17, bar.label)
    yield f'<rect x="{_LEFT}" y="{top + 4}" width="{width}" height="18" fill="{colour}"/>'
    yield _words(_LEFT + width + 8, top + 17, bar.words)


def _words(left: int, line: int, text: str, more: str = "") -> str:
    return f'<text x="{left}" y="{line}"{more}>{escape(text)}</text>'
