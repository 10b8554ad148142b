"""Pictures of files to import: upright, bare, of a size for the web, or refused in words."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from PIL import Image, ImageCms

from newsroom.importing.pictures import as_shown, can_import, make_ready
from newsroom.pictures import inspection
from newsroom.pictures.inspection import PictureError, publishable

SECRET = b"chup tai nha rieng"


def drawn(
    form: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any
) -> bytes:
    """A picture whose left half is red and right half blue."""
    image = Image.new(mode, size, "red")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "blue"), (size[0] // 2, 0))
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    return drawn(exif=exif)


@pytest.mark.parametrize(
    ("form", "suffix", "shown"),
    [
        ("JPEG", ".jpg", "JPEG"),
        ("PNG", ".png", "PNG"),
        ("WEBP", ".webp", "WEBP"),
        ("GIF", ".png", "PNG"),
        ("BMP", ".png", "PNG"),
        ("TIFF", ".png", "PNG"),
    ],
)
def test_forms(form: str, suffix: str, shown: str) -> None:
    picture = make_ready(drawn(form), "hoi-nghi", 2)
    assert picture.name == f"hoi-nghi-2{suffix}"
    assert opened(picture.data).format == shown
    assert (picture.width, picture.height) == (60, 40)


def test_it_is_turned_upright_and_says_nothing_else() -> None:
    picture = make_ready(turned(6), "anh", 1)
    assert (picture.width, picture.height) == opened(picture.data).size == (40, 60)
    assert SECRET not in picture.data
    assert not opened(picture.data).getexif()
    assert publishable(picture.data, ".jpg") is picture.data  # nothing left to clean


def test_comments_and_profiles_go() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = make_ready(drawn(comment=SECRET, icc_profile=profile), "anh", 1)
    assert SECRET not in picture.data
    assert "icc_profile" not in opened(picture.data).info


@pytest.mark.parametrize("size", [(3000, 1500), (1500, 3000), (2000, 2000), (300, 200)])
def test_no_side_is_longer_than_2000(size: tuple[int, int]) -> None:
    picture = make_ready(drawn(size=size), "anh", 1)
    scale = min(1, 2000 / max(size))
    assert (picture.width, picture.height) == (round(size[0] * scale), round(size[1] * scale))


def test_clear_parts_of_a_png_stay_clear() -> None:
    picture = make_ready(drawn("PNG", mode="RGBA"), "anh", 1)
    assert opened(picture.data).mode == "RGBA"


def test_a_photograph_saved_as_png_becomes_a_jpeg() -> None:
    noise = Image.effect_noise((800, 600), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert make_ready(out.getvalue(), "anh", 1).name == "anh-1.jpg"


def test_cmyk_and_palettes_become_colours_of_the_screen() -> None:
    assert opened(make_ready(drawn(mode="CMYK"), "anh", 1).data).mode == "RGB"
    assert opened(make_ready(drawn("GIF", mode="P"), "anh", 1).data).mode in {"RGB", "RGBA"}


def test_sixteen_bits_a_pixel_do_not_become_white() -> None:
    out = io.BytesIO()
    Image.new("I;16", (60, 40), 257 * 100).save(out, "PNG")
    assert opened(make_ready(out.getvalue(), "anh", 1).data).getpixel((0, 0)) == (100, 100, 100)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x01\0\0\0" + bytes(40) + b" EMF", "không phải ảnh"),
        (b"\xd7\xcd\xc6\x9a", "không phải ảnh"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh"),
        (b"%!PS-Adobe", "không phải ảnh"),
        (b"", "không phải ảnh"),
        (drawn()[:200], "hỏng hoặc thiếu"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        make_ready(data, "anh", 1)


def test_too_many_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.importing.pictures.MAX_PIXELS", 2_000)
    with pytest.raises(PictureError, match="60 × 40 điểm ảnh là quá lớn"):
        make_ready(drawn(), "anh", 1)
    assert inspection.MAX_PIXELS > 2_000


def test_heic_without_its_library_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    data = b"\0\0\0\x18ftypheic" + bytes(40)
    assert can_import(data)
    with pytest.raises(PictureError, match=r"HEIC của iPhone.*lưu thành JPEG"):
        make_ready(data, "anh", 1)


def test_what_word_cuts_off_does_not_come_along() -> None:
    cut = opened(as_shown(drawn("PNG"), (0.5, 0.0, 0.0, 0.25), 0, mirrored=False))
    assert cut.size == (30, 30)
    assert cut.getpixel((0, 0)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("turn", "size"), [(90, (40, 60)), (270, (40, 60)), (180, (60, 40)), (5, (60, 40))]
)
def test_right_angles_are_turned(turn: int, size: tuple[int, int]) -> None:
    assert opened(as_shown(drawn(), (0.0, 0.0, 0.0, 0.0), turn, mirrored=False)).size == size


def test_mirrored() -> None:
    shown = opened(as_shown(drawn("PNG"), (0.0, 0.0, 0.0, 0.0), 0, mirrored=True))
    assert shown.getpixel((0, 0)) == (0, 0, 255)


def test_all_cut_off() -> None:
    with pytest.raises(PictureError, match="cắt hết"):
        as_shown(drawn(), (0.6, 0.0, 0.6, 0.0), 0, mirrored=False)
