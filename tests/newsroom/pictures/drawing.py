"""Pictures drawn for tests."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from PIL import Image

SUFFIX = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}
RED, GREEN = (200, 10, 10), (10, 160, 10)


def drawn(
    form: str = "JPEG", size: tuple[int, int] = (1200, 800), mode: str = "RGB", **options: Any
) -> bytes:
    """A picture whose left half is red and whose right half is green; see-through with an alpha."""
    image = Image.new("RGB", size, RED)
    image.paste(GREEN, (size[0] // 2, 0, *size))
    if mode == "RGBA":
        image.putalpha(90)
    if mode == "I;16":
        image = Image.new("I;16", size, 32_896)
    out = io.BytesIO()
    image.convert(mode).save(out, form, **options)
    return out.getvalue()


def photo(size: tuple[int, int] = (1600, 1000), seed: int = 1) -> Image.Image:
    """Something with as much detail as a photograph: noise on several scales."""
    whole = Image.new("RGB", size, (128, 120, 110))
    for step in (200, 50, 12):
        small = (size[0] // step + 1, size[1] // step + 1)
        noise = Image.frombytes("RGB", small, Random(seed).randbytes(small[0] * small[1] * 3))
        whole = Image.blend(whole, noise.resize(size, Image.Resampling.BICUBIC), 0.3)
    return whole


def saved(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """*image* as a file."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in *data*, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def turned_by_the_camera(orientation: int = 6) -> Image.Exif:
    """EXIF: the camera was held upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "chup tai nha rieng"
    return exif
