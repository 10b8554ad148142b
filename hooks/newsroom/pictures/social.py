"""The picture other sites show beside a link: a line of text above the agency's name.

Drawn without network, the same at each build, with a typeface that comes along.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from newsroom.pictures.inspection import DIGEST_LENGTH
from newsroom.pictures.renditions import FOLDER
from newsroom.text import nfc

SOCIAL_SIZE = (1200, 630)
DRAWING = 1
"""Part of each address. One more whenever the drawing changes."""
_FONT = Path(__file__).parents[1] / "fonts" / "NotoSerif-Bold.ttf"
# What the typeface has; see its README.
_FOREIGN = re.compile(
    "[^ -~\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u1e00-\u1eff\u2010-\u2015\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116\u2212]"
)
# Words no line may end between: names, and a number with what it counts.
_TOGETHER = re.compile(r"(?<=nhân) (?=dân\b)|(?<=thành) (?=phố\b)|(?<=Hải) (?=Phòng\b)| (?=\d+\b)")
_Colour = tuple[int, int, int]
_PAPER: _Colour = (255, 254, 251)
_RED: _Colour = (116, 18, 23)
_GOLD: _Colour = (194, 146, 58)
_MARGIN = 80
_TEXT_WIDTH = SOCIAL_SIZE[0] - 2 * _MARGIN
_BAND_HEIGHT = 132
_BAND_TOP = SOCIAL_SIZE[1] - _BAND_HEIGHT
_BAR = (120, 10)
_TITLE_AREA = (_MARGIN + _BAR[1], _BAND_TOP - 52)
_TITLE_SIZES = range(80, 29, -2)
_NAME_SIZES = range(36, 17, -1)
_LEADING = 1.32
_STEPS = 7
"""Shades between two colours at the edge of a letter: with all of them a pixel takes 4 bits."""


def social_address(title: str, site_name: str) -> str:
    """Where the picture for *title* stands."""
    key = f"{_drawable(title)}\n{_drawable(site_name)}\n{DRAWING}"
    digest = hashlib.blake2b(key.encode()).hexdigest()[:DIGEST_LENGTH]
    return f"{FOLDER}/chia-se-{digest}.png"


def social_picture(title: str, site_name: str) -> bytes:
    """A PNG of 1200 × 630 with *title*, and *site_name* below it."""
    title, name = _drawable(title), _drawable(site_name)
    if not title:
        title, name = name, ""
    image = Image.new("RGB", SOCIAL_SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, _BAND_TOP, *SOCIAL_SIZE), fill=_RED)
    draw.rectangle((0, _BAND_TOP - 8, SOCIAL_SIZE[0], _BAND_TOP - 1), fill=_GOLD)
    top, bottom = _TITLE_AREA
    block = _fit(title, _TITLE_SIZES, bottom - top - _BAR[1])
    start = top + (bottom - top - _BAR[1] - block.height) // 2
    draw.rectangle((_MARGIN, start - _BAR[1], _MARGIN + _BAR[0], start - 1), fill=_GOLD)
    _write(draw, block, start + block.size // 4, _RED)
    if name and name != title:
        block = _fit(name, _NAME_SIZES, _BAND_HEIGHT - 24)
        _write(draw, block, _BAND_TOP + (_BAND_HEIGHT - block.height) // 2, _PAPER)
    out = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of text that fit their place."""

    lines: tuple[str, ...]
    size: int

    @property
    def step(self) -> int:
        return round(self.size * _LEADING)

    @property
    def height(self) -> int:
        return self.step * len(self.lines)


def _drawable(text: str) -> str:
    """*text* in single blanks, without the signs the typeface lacks."""
    words = " ".join(_FOREIGN.sub(" ", nfc(text)).split())
    return _TOGETHER.sub("\u00a0", words)


def _fit(text: str, font_sizes: range, height: int) -> _Block:
    """Break *text* in lines, in the largest letters that leave it within *height*."""
    for size in font_sizes:
        block = _Block(_balanced(text, size), size)
        if block.height <= height:
            return block
    most = height // block.step
    kept = block.lines[:most]
    return _Block((*kept[:-1], kept[-1][:-1].rstrip(" ,;:.") + "…"), block.size)


def _balanced(text: str, size: int) -> tuple[str, ...]:
    """As few lines as can be, of about the same length."""
    words = list(_words(text, size))
    lines = _wrapped(words, size, _TEXT_WIDTH)
    for width in range(_TEXT_WIDTH // 2, _TEXT_WIDTH, 20):
        narrow = _wrapped(words, size, width)
        if len(narrow) == len(lines):
            return narrow
    return lines


def _words(text: str, size: int) -> Iterator[tuple[str, float]]:
    """Each word and its width; one wider than the picture is cut."""
    font = _font(size)
    for word in text.split(" "):
        rest = word
        while (width := font.getlength(rest)) > _TEXT_WIDTH:
            end = max(1, int(len(rest) * _TEXT_WIDTH / width) - 1)
            yield rest[:end], font.getlength(rest[:end])
            rest = rest[end:]
        yield rest, width


def _wrapped(words: list[tuple[str, float]], size: int, most: float) -> tuple[str, ...]:
    space = _font(size).getlength(" ")
    lines: list[list[str]] = []
    room = -1.0
    for word, width in words:
        if lines and width + space <= room:
            lines[-1].append(word)
            room -= width + space
        else:
            lines.append([word])
            room = most - width
    return tuple(" ".join(line) for line in lines)


def _write(draw: ImageDraw.ImageDraw, block: _Block, top: int, colour: _Colour) -> None:
    for number, line in enumerate(block.lines):
        place = (_MARGIN, top + number * block.step)
        draw.text(place, line, font=_font(block.size), fill=colour)


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Basic layout: the other depends on what is installed."""
    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    shades = [
        round(paper + (red - paper) * step / _STEPS)
        for step in range(_STEPS + 1)
        for paper, red in zip(_PAPER, _RED, strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*shades, *_GOLD])
    return palette
