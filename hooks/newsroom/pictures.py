"""Pictures: what they are, and how they go out: turned upright, without metadata.

A picture that carries no metadata and needs no turning goes out byte for byte.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 60_000_000
_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
}
# What Pillow puts into ``info`` that says nothing about the person or the place.
_HARMLESS_INFO = frozenset(
    [
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
        "gamma",
        "transparency",
        "background",
        "version",
        "duration",
        "loop",
        "extension",
        "interlace",
        "srgb",
        "chromaticity",
        "aspect",
        "progressive",
        "progression",
        "adobe",
        "adobe_transform",
    ]
)
_SAVE_OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 86, "method": 4},
    "GIF": {},
}


class PictureError(Exception):
    """The file is no picture that can be shown; the message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """Size in pixels as shown, that is after turning upright."""

    width: int
    height: int


def inspect(path: Path) -> PictureInfo:
    """Read the size of the picture at *path* without decoding it. Raises PictureError."""
    expected = _FORMATS[path.suffix.lower()]
    try:
        with Image.open(path) as image:
            if image.format != expected and {image.format, expected} != {"JPEG", "MPO"}:
                raise PictureError(
                    f"đuôi tệp là {path.suffix} nhưng nội dung là {image.format or 'loại khác'}"
                )
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise PictureError(f"{width} × {height} điểm ảnh là quá lớn")
            turned = image.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise PictureError("nội dung không phải là ảnh") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise PictureError("tệp hỏng hoặc thiếu dữ liệu") from None
    return PictureInfo(height, width) if turned else PictureInfo(width, height)


def publishable(data: bytes, suffix: str) -> bytes:
    """Return the picture *data* as it may be published. Raises PictureError.

    Turned upright and saved anew without EXIF (GPS among it), XMP, comments and profiles when it
    carries any; otherwise unchanged.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.size[0] * image.size[1] > MAX_PIXELS:
                raise PictureError("ảnh quá lớn")
            if _is_clean(image, data):
                return data
            return _saved_anew(image, _FORMATS[suffix.lower()])
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise PictureError("nội dung không phải là ảnh") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise PictureError("tệp hỏng hoặc thiếu dữ liệu") from None


def _is_clean(image: Image.Image, data: bytes) -> bool:
    has_info = any(str(key).lower() not in _HARMLESS_INFO for key in image.info)
    if _has_tail(image.format or "", data) or (image.format == "PNG" and not _plain_png(data)):
        return False
    marks = (b"Exif\0\0", b"http://ns.adobe.com/", b"Photoshop 3.0", b"<x:xmpmeta")
    return not has_info and not any(mark in data for mark in marks)


_PLAIN_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB bKGD pHYs sBIT hIST acTL fcTL fdAT".split()
)


def _plain_png(data: bytes) -> bool:
    """Whether a PNG has only chunks that make up the picture; text may also stand after them."""
    offset = 8
    while offset + 8 <= len(data):
        if data[offset + 4 : offset + 8] not in _PLAIN_CHUNKS:
            return False
        offset += int.from_bytes(data[offset : offset + 4], "big") + 12
    return True


def _has_tail(form: str, data: bytes) -> bool:
    """Whether something follows the picture in its file."""
    ends = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
    if form == "WEBP":
        return len(data) - 8 > int.from_bytes(data[4:8], "little") + 1
    return form in ends and not data.endswith(ends[form])


def _saved_anew(image: Image.Image, form: str) -> bytes:
    frames = getattr(image, "n_frames", 1)
    out = io.BytesIO()
    options = _SAVE_OPTIONS[form]
    if frames > 1 and form in {"GIF", "WEBP"}:
        image.save(out, form, save_all=True, exif=b"", xmp=b"", comment=b"", **options)
        return out.getvalue()
    upright = ImageOps.exif_transpose(image)
    if "transparency" in upright.info and upright.mode in {"RGB", "L"}:
        upright = upright.convert("RGBA" if upright.mode == "RGB" else "LA")
    if form == "JPEG" and upright.mode not in {"RGB", "L"}:
        upright = upright.convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P" and (palette := upright.getpalette()):
        bare.putpalette(palette)
    bare.paste(upright)
    if "transparency" in image.info and upright.mode == "P":
        options = {**options, "transparency": image.info["transparency"]}
    bare.save(out, form, **options)
    return out.getvalue()
