"""Pictures: what they are, and how they go out: turned upright, without metadata.

A picture that carries no metadata and needs no turning goes out byte for byte.
"""

from __future__ import annotations

import hashlib
import io
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from newsroom.pictures.ends import has_its_end, has_more_after_its_end, png_chunks

MAX_PIXELS = 60_000_000
MAX_BYTES = 200_000_000
DIGEST_LENGTH = 12
FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
}
_ORIENTATION = 0x0112
_PNG_EXIF_CHUNKS = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt"})
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


# Our own limit is lower, and is told in Vietnamese.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
_SRGB = ImageCms.createProfile("sRGB")


class PictureError(Exception):
    """The file is no picture that can be shown; the message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """Size in pixels as shown, that is after turning upright, and what its file is."""

    width: int
    height: int
    digest: str = ""
    """Of the file's content, so that a replaced picture is known by it."""
    form: str = ""
    """``JPEG``, ``PNG``, ``WEBP`` or ``GIF``."""
    is_scalable: bool = False
    """Whether smaller sizes of it can be made; not of what moves."""


_inspected: dict[str, tuple[int, int, PictureInfo | str]] = {}
"""Size and time of a file → what was found in it: a preview reads all anew at each save."""


def inspect(path: Path) -> PictureInfo:
    """What the picture at *path* is, without decoding it. Raises PictureError."""
    try:
        stat = path.stat()
    except OSError:
        raise PictureError("không đọc được tệp") from None
    if stat.st_size > MAX_BYTES:
        raise PictureError(f"tệp nặng hơn {MAX_BYTES // 1_000_000} MB")
    size, time, found = _inspected.get(os.fspath(path), (-1, -1, ""))
    if (size, time) != (stat.st_size, stat.st_mtime_ns):
        try:
            found = _inspect(path)
        except PictureError as error:
            found = str(error)
        _inspected[os.fspath(path)] = stat.st_size, stat.st_mtime_ns, found
    if isinstance(found, str):
        raise PictureError(found)
    return found


def _inspect(path: Path) -> PictureInfo:
    expected = FORMATS[path.suffix.lower()]
    with picture_faults():
        data = path.read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            if image.format != expected and {image.format, expected} != {"JPEG", "MPO"}:
                raise PictureError(
                    f"đuôi tệp là {path.suffix} nhưng nội dung là {image.format or 'loại khác'}"
                )
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise PictureError(f"{width} × {height} điểm ảnh là quá lớn")
            is_moving = expected != "JPEG" and getattr(image, "is_animated", False)
            turned = _may_be_turned(expected, data) and is_turned(image)
        if not has_its_end(expected, data):
            raise PictureError("tệp bị cắt cụt, thiếu phần cuối")
    digest = hashlib.blake2b(data).hexdigest()[:DIGEST_LENGTH]
    if turned:
        width, height = height, width
    is_scalable = expected != "GIF" and not is_moving
    return PictureInfo(width, height, digest, expected, is_scalable)


def _may_be_turned(form: str, data: bytes) -> bool:
    """Pillow decodes a whole PNG to look for EXIF behind the picture: only where there is any."""
    return form != "PNG" or any(name in _PNG_EXIF_CHUNKS for name, _ in png_chunks(data))


def is_turned(image: Image.Image) -> bool:
    """Whether the camera was held upright, so that width and height change places."""
    return image.getexif().get(_ORIENTATION, 1) in {5, 6, 7, 8}


@contextmanager
def picture_faults() -> Iterator[None]:
    """Whatever a spoilt file makes Pillow raise becomes a PictureError."""
    try:
        yield
    except PictureError:
        raise
    except UnidentifiedImageError:
        raise PictureError("nội dung không phải là ảnh") from None
    except Image.DecompressionBombError:
        raise PictureError("ảnh có quá nhiều điểm ảnh") from None
    except Exception:  # a file can be spoilt in more ways than Pillow has exceptions
        raise PictureError("tệp hỏng hoặc thiếu dữ liệu") from None


def publishable(data: bytes, suffix: str) -> bytes:
    """Return the picture *data* as it may be published. Raises PictureError.

    Turned upright and saved anew without EXIF (GPS among it), XMP, comments and profiles when it
    carries any; otherwise the same object.
    """
    with picture_faults(), Image.open(io.BytesIO(data)) as image:
        if image.size[0] * image.size[1] > MAX_PIXELS:
            raise PictureError("ảnh quá lớn")
        return data if _is_clean(image, data) else _saved_anew(image, FORMATS[suffix.lower()])


def _is_clean(image: Image.Image, data: bytes) -> bool:
    has_info = any(str(key).lower() not in _HARMLESS_INFO for key in image.info)
    form = image.format or ""
    if has_more_after_its_end(form, data) or (form == "PNG" and not _plain_png(data)):
        return False
    marks = (b"Exif\0\0", b"http://ns.adobe.com/", b"Photoshop 3.0", b"<x:xmpmeta")
    return not has_info and not any(mark in data for mark in marks)


_PLAIN_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB bKGD pHYs sBIT hIST acTL fcTL fdAT".split()
)


def _plain_png(data: bytes) -> bool:
    """Whether a PNG has only chunks that make up the picture; text may also stand after them."""
    return all(name in _PLAIN_CHUNKS for name, _ in png_chunks(data))


def _saved_anew(image: Image.Image, form: str) -> bytes:
    frames = getattr(image, "n_frames", 1)
    out = io.BytesIO()
    options = _SAVE_OPTIONS[form]
    if frames > 1 and form in {"GIF", "WEBP"}:
        image.save(out, form, save_all=True, exif=b"", xmp=b"", comment=b"", **options)
        return out.getvalue()
    upright = in_srgb(ImageOps.exif_transpose(image))
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


def in_srgb(image: Image.Image) -> Image.Image:
    """Return *image* in the colours every screen assumes, as its own profile goes unpublished."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return image
        target = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(image, own, _SRGB, outputMode=target)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a broken profile says nothing
    return converted or image
