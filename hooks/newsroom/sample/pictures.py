"""The pool of sample pictures: bands of colour, a number, the words “ẢNH MẪU”."""

from __future__ import annotations

import colorsys
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

from newsroom.sample.chance import chance

PICTURE_COUNT = 24
ALT = "Ảnh mẫu số {number}: các khối màu và dòng chữ ẢNH MẪU"
CREDIT = "Ảnh mẫu"
_SIZE = (960, 640)
_LABEL = (60, 510)
_LETTER = 90
_INK = "#222222"
_Colour = tuple[int, int, int]


def picture_path(number: int) -> str:
    """Path of picture *number* (from 1) relative to ``tin/``."""
    return f"anh-mau/mau-{number:02d}.jpg"


def picture(number: int, seed: int) -> bytes:
    """Return picture *number* as a JPEG without metadata."""
    rng = chance(seed, "anh", number)
    hue = (number - 1) / PICTURE_COUNT
    image = _gradient(_colour(hue, 0.85), _colour(hue + 0.08, 0.45))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.randrange(4, 8)):
        draw.rectangle(_block(rng), fill=_colour(hue + rng.random() * 0.15, 0.3 + rng.random() / 2))
    _write(draw, str(number))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=75, optimize=True)
    return stream.getvalue()


def _colour(hue: float, value: float) -> _Colour:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, 0.45, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def _gradient(top: _Colour, bottom: _Colour) -> Image.Image:
    column = Image.new("RGB", (1, 2))
    column.putpixel((0, 0), top)
    column.putpixel((0, 1), bottom)
    return column.resize(_SIZE, Image.Resampling.BILINEAR)


def _block(rng: Random) -> tuple[int, int, int, int]:
    left, top = rng.randrange(0, 800), rng.randrange(0, 460)
    return left, top, left + rng.randrange(80, 400), top + rng.randrange(60, 300)


def _write(draw: ImageDraw.ImageDraw, number: str) -> None:
    draw.rectangle((0, 480, *_SIZE), fill="white")
    draw.text((640, 40), number, font=ImageFont.load_default(260), fill="white")
    _sample_words(draw, _LABEL)


def _sample_words(draw: ImageDraw.ImageDraw, place: tuple[int, int]) -> None:
    """Write “ẢNH MẪU”: Pillow's own font has no Ả and Ẫ, so their marks are drawn by hand.

    A font of the system would make the pictures differ from one machine to the next.
    """
    left, top = place
    words = ImageFont.load_default(_LETTER)
    draw.text(place, "ANH MAU", font=words, fill=_INK)
    half_a = words.getlength("A") / 2
    first, second = left + half_a, left + words.getlength("ANH M") + half_a
    draw.arc((first - 9, top - 2, first + 9, top + 16), start=180, end=90, fill=_INK, width=5)
    draw.line((first, top + 13, first, top + 21), fill=_INK, width=5)
    roof = ((second - 15, top + 21), (second, top + 8), (second + 15, top + 21))
    draw.line(roof, fill=_INK, width=5, joint="curve")
    tilde = ImageFont.load_default(60)
    draw.text((second, top + 14), "~", font=tilde, fill=_INK, anchor="mb")
