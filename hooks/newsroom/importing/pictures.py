"""Pictures that come with a file to import, made ready to stand beside its article.

Every picture is decoded and saved anew: turned upright, in sRGB, at most 2000 pixels wide or high,
with nothing but pixels in it.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps

from newsroom.pictures.inspection import MAX_PIXELS, PictureError, in_srgb, picture_faults

LONGEST_SIDE = 2000
_FORMS = {
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "HEIF": ".jpg",
    "PNG": ".png",
    "GIF": ".png",
    "BMP": ".png",
    "TIFF": ".png",
    "WEBP": ".webp",
}
_BEGINNINGS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}
_SAVED: Mapping[str, tuple[str, dict[str, object]]] = {
    ".jpg": ("JPEG", {"quality": 88, "optimize": True, "progressive": True}),
    ".png": ("PNG", {"optimize": True}),
    ".webp": ("WEBP", {"quality": 86, "method": 4}),
}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_PHOTO_BYTES_A_PIXEL = 0.8
"""A PNG heavier than this is a photograph; as JPEG it takes a tenth."""


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture file to write; width and height in pixels."""

    name: str
    data: bytes
    width: int
    height: int


def make_ready(data: bytes, slug: str, number: int) -> ReadyPicture:
    """The picture *data* as ``<slug>-<number>.jpg`` (``.png``, ``.webp``). Raises PictureError.

    The message of the error is Vietnamese and says what to do.
    """
    with picture_faults(), _opened(data) as image:
        suffix = _FORMS[image.format or ""]
        upright = _small(image)
        if suffix == ".png" and _is_photograph(upright, data):
            suffix = ".jpg"
        ready = _plain(upright, suffix)
        out = io.BytesIO()
        form, options = _SAVED[suffix]
        ready.save(out, form, **options)
    return ReadyPicture(f"{slug}-{number}{suffix}", out.getvalue(), *ready.size)


def can_import(data: bytes) -> bool:
    """Whether *data* may be a picture we can show, by its first bytes; HEIC is said to be one."""
    return _form(data) is not None


def as_shown(
    data: bytes, crop: tuple[float, float, float, float], turn: int, *, mirrored: bool
) -> bytes:
    """The part of a picture that a document shows: cut, mirrored, turned by right angles.

    *crop* holds the shares cut off left, top, right, bottom. Raises PictureError.
    """
    with picture_faults(), _opened(data) as image:
        form = image.format
        upright = ImageOps.exif_transpose(image)
        width, height = upright.size
        left, top, right, bottom = crop
        box = (round(width * left), round(height * top), round(width * (1 - right)),
               round(height * (1 - bottom)))  # fmt: skip
        if box[0] >= box[2] or box[1] >= box[3]:
            raise PictureError("ảnh bị cắt hết")
        cut = upright.crop(box)
        if mirrored:
            cut = ImageOps.mirror(cut)
        cut = cut.rotate(-90 * round(turn / 90), expand=True) if is_turn(turn) else cut
        out = io.BytesIO()
        if form in {"JPEG", "MPO"}:
            _plain(cut, ".jpg").save(out, "JPEG", quality=95)
        else:
            cut.convert("RGBA" if cut.has_transparency_data else "RGB").save(out, "PNG")
    return out.getvalue()


def is_turn(degrees: int) -> bool:
    """Whether a rotation comes near to a quarter, half or three quarter turn."""
    return round(degrees / 90) % 4 != 0


def _opened(data: bytes) -> Image.Image:
    form = _form(data)
    if form is None:
        raise PictureError("không phải ảnh JPEG, PNG, WebP, GIF, BMP, TIFF hay HEIC")
    if form == "HEIF":
        _register_heif()
    image = Image.open(io.BytesIO(data), formats=[form] if form != "JPEG" else ["JPEG", "MPO"])
    if image.size[0] * image.size[1] > MAX_PIXELS:
        raise PictureError(
            f"{image.size[0]} × {image.size[1]} điểm ảnh là quá lớn; hãy thu nhỏ ảnh rồi chèn lại"
        )
    return image


def _form(data: bytes) -> str | None:
    """Pillow's name of the format; nothing else of what Pillow can read is let near a file."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "HEIF"
    return next((form for mark, form in _BEGINNINGS.items() if data.startswith(mark)), None)


def _register_heif() -> None:
    if importlib.util.find_spec("pillow_heif") is None:
        raise PictureError(
            "ảnh HEIC của iPhone chưa đọc được trên máy này; mở ảnh, lưu thành JPEG rồi chèn lại "
            "(hoặc cài thêm thư viện pillow-heif)"
        )
    importlib.import_module("pillow_heif").register_heif_opener()


def _small(image: Image.Image) -> Image.Image:
    """Scaled down first: a large picture is never in memory twice."""
    if image.mode[0] in "IF":  # 16 bits a pixel
        image = image.convert("I").point(lambda value: value * (1 / 257) + 0).convert("L")
    elif image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return in_srgb(ImageOps.exif_transpose(image))


def _is_photograph(image: Image.Image, data: bytes) -> bool:
    pixels = image.size[0] * image.size[1]
    return not image.has_transparency_data and len(data) > 300_000 and (
        len(data) / pixels > _PHOTO_BYTES_A_PIXEL
    )  # fmt: skip


def _plain(image: Image.Image, suffix: str) -> Image.Image:
    """A new image with nothing but pixels, in a mode the format has; clear parts become white."""
    has_clear_parts = image.has_transparency_data
    if suffix != ".jpg":
        source = image.convert("RGBA" if has_clear_parts else "RGB")
        bare = Image.new(source.mode, source.size)
        bare.paste(source)
        return bare
    bare = Image.new("RGB", image.size, "white")
    if has_clear_parts:
        source = image.convert("RGBA")
        bare.paste(source, mask=source.getchannel("A"))
    else:
        bare.paste(image.convert("RGB"))
    return bare
