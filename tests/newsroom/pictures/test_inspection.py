"""Pictures: what they are, and how they go out: turned upright, without metadata."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

import newsroom
from newsroom.pictures import inspection
from newsroom.pictures.inspection import PictureError, PictureInfo, inspect, publishable

SECRET = "chup tai nha rieng"
UPRIGHT, LYING = (4, 3), (3, 4)
BIG = (300, 200)
TURNED = 6
"""EXIF: the camera was held upright; the picture is to be turned by 90°."""


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = SECRET
    data.get_ifd(0x8825).update({1: "N", 2: (20.0, 51.0, 0.0), 3: "E", 4: (106.0, 41.0, 0.0)})
    return data


def picture(
    form: str,
    mode: str = "RGB",
    color: Any = None,
    size: tuple[int, int] = UPRIGHT,
    **options: Any,
) -> bytes:
    out = io.BytesIO()
    colors = {
        "P": 0,
        "RGB": (200, 10, 10),
        "RGBA": (200, 10, 10, 90),
        "L": 90,
        "CMYK": (0, 200, 200, 0),
    }
    Image.new(mode, size, colors[mode] if color is None else color).save(out, form, **options)
    return out.getvalue()


def moving(form: str, size: tuple[int, int] = UPRIGHT, **options: Any) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", size, (60 * n, 0, 0)) for n in range(3)]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=80, **options)
    return out.getvalue()


def text_chunk(key: str, text: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, text)
    return info


def shape(info: PictureInfo) -> tuple[int, int]:
    return info.width, info.height


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


CLEAN = {
    "JPEG": (picture("JPEG"), ".jpg"),
    "JPEG có mật độ điểm": (picture("JPEG", dpi=(300, 300)), ".jpeg"),
    "PNG": (picture("PNG"), ".png"),
    "PNG trong suốt": (picture("PNG", "RGBA"), ".png"),
    "WebP": (picture("WEBP"), ".webp"),
    "GIF động": (moving("GIF", loop=0), ".gif"),
}


@pytest.mark.parametrize(("data", "suffix"), CLEAN.values(), ids=CLEAN.keys())
def test_a_clean_picture_goes_out_byte_for_byte(data: bytes, suffix: str) -> None:
    assert publishable(data, suffix) == data


TALKATIVE: dict[str, Any] = {
    "JPEG có vị trí": (picture("JPEG", exif=exif()), ".jpg"),
    "JPEG có ghi chú": (picture("JPEG", comment=SECRET.encode()), ".jpg"),
    "JPEG có XMP": (picture("JPEG", xmp=f"<x:xmpmeta>{SECRET}".encode()), ".jpg"),
    "JPEG CMYK": (picture("JPEG", "CMYK", exif=exif()), ".jpg"),
    "đuôi viết hoa": (picture("JPEG", exif=exif()), ".JPG"),
    "PNG có tác giả": (picture("PNG", pnginfo=text_chunk("Author", SECRET)), ".png"),
    "PNG có XMP": (picture("PNG", pnginfo=text_chunk("XML:com.adobe.xmp", SECRET)), ".png"),
    "PNG có vị trí": (picture("PNG", exif=exif()), ".png"),
    "WebP có vị trí": (picture("WEBP", exif=exif()), ".webp"),
    "WebP có XMP": (picture("WEBP", xmp=SECRET.encode()), ".webp"),
    "GIF có ghi chú": (picture("GIF", comment=SECRET.encode()), ".gif"),
    "GIF động có ghi chú": (moving("GIF", comment=SECRET.encode()), ".gif"),
    "WebP động có vị trí": (moving("WEBP", exif=exif()), ".webp"),
    "JPEG có phần thêm phía sau": (
        picture("JPEG") + SECRET.encode(),
        ".jpg",
    ),
    "WebP có phần thêm phía sau": (picture("WEBP") + SECRET.encode(), ".webp"),
    "GIF có phần thêm phía sau": (picture("GIF") + SECRET.encode(), ".gif"),
    "PNG có phần thêm phía sau": (
        picture("PNG") + SECRET.encode(),
        ".png",
    ),
}


@pytest.mark.parametrize(("data", "suffix"), TALKATIVE.values(), ids=TALKATIVE.keys())
def test_nothing_about_person_or_place_goes_out(data: bytes, suffix: str) -> None:
    assert SECRET.encode() in data
    out = publishable(data, suffix)
    assert SECRET.encode() not in out
    assert not opened(out).getexif()
    assert opened(out).size == UPRIGHT
    assert opened(out).format == opened(data).format


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_turned_upright(form: str, tmp_path: Path) -> None:
    suffix = ".jpg" if form == "JPEG" else f".{form.lower()}"
    file = tmp_path / f"anh{suffix}"
    file.write_bytes(picture(form, exif=exif(TURNED)))
    assert opened(publishable(file.read_bytes(), suffix)).size == LYING
    assert shape(inspect(file)) == LYING


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_a_moving_picture_keeps_moving(form: str) -> None:
    data = moving(form, **({"comment": b"x"} if form == "GIF" else {"exif": exif()}))
    out = opened(publishable(data, f".{form.lower()}"))
    assert getattr(out, "n_frames") == 3  # noqa: B009 - Pillow's stubs do not know it


TRANSPARENT = {
    "RGBA": (picture("PNG", "RGBA", exif=exif()), (200, 10, 10, 90)),
    "một màu của bảng màu": (
        picture("PNG", "P", 0, exif=exif(), transparency=0),
        (0, 0, 0, 0),
    ),
    "một màu": (
        picture("PNG", "RGB", (1, 2, 3), exif=exif(), transparency=(1, 2, 3)),
        (1, 2, 3, 0),
    ),
}


@pytest.mark.parametrize(("data", "color"), TRANSPARENT.values(), ids=TRANSPARENT.keys())
def test_transparency_is_kept(data: bytes, color: tuple[int, ...]) -> None:
    assert opened(publishable(data, ".png")).convert("RGBA").getpixel((0, 0)) == color


WRONG = {
    "không phải ảnh": ("anh.jpg", b"<html></html>", "không phải là ảnh"),
    "rỗng": ("anh.png", b"", "không phải là ảnh"),
    "PNG mang tên .jpg": ("anh.jpg", picture("PNG"), "nội dung là PNG"),
    "JPEG mang tên .png": ("anh.png", picture("JPEG"), "nội dung là JPEG"),
    "BMP": ("anh.jpg", picture("BMP"), "nội dung là BMP"),
}


@pytest.mark.parametrize(("name", "data", "reason"), WRONG.values(), ids=WRONG.keys())
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError, match=reason):
        inspect(tmp_path / name)


def test_half_a_picture_is_refused() -> None:
    data = picture("JPEG", exif=exif(TURNED))
    with pytest.raises(PictureError, match="hỏng"):
        publishable(data[: len(data) // 2], ".jpg")


def test_a_huge_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MAX_PIXELS", 11)
    (tmp_path / "anh.png").write_bytes(picture("PNG"))
    with pytest.raises(PictureError, match="quá lớn"):
        inspect(tmp_path / "anh.png")
    with pytest.raises(PictureError, match="quá lớn"):
        publishable(picture("PNG"), ".png")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_size_is_read(form: str, tmp_path: Path) -> None:
    suffix = ".jpeg" if form == "JPEG" else f".{form.lower()}"
    file = tmp_path / f"anh{suffix}"
    file.write_bytes(picture(form))
    assert shape(inspect(file)) == UPRIGHT
    assert inspect(file).form == form


SCALABLE = {
    "JPEG": ("a.jpg", picture("JPEG"), True),
    "PNG": ("a.png", picture("PNG"), True),
    "WebP": ("a.webp", picture("WEBP"), True),
    "GIF": ("a.gif", picture("GIF"), False),
    "GIF động": ("a.gif", moving("GIF"), False),
    "WebP động": ("a.webp", moving("WEBP"), False),
    "PNG động": ("a.png", moving("PNG"), False),
    "JPEG hai khung": ("a.jpg", moving("MPO"), True),
}


@pytest.mark.parametrize(("name", "data", "scalable"), SCALABLE.values(), ids=SCALABLE.keys())
def test_what_moves_is_not_scaled(tmp_path: Path, name: str, data: bytes, scalable: bool) -> None:
    (tmp_path / name).write_bytes(data)
    assert inspect(tmp_path / name).is_scalable is scalable


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    red, copy, blue = picture("PNG"), picture("PNG"), picture("PNG", color=(0, 0, 200))
    digests = []
    for number, data in enumerate((red, copy, blue)):
        file = tmp_path / f"{number}.png"
        file.write_bytes(data)
        digests.append(inspect(file).digest)
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == 12


def test_a_file_is_read_again_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(picture("PNG"))
    first, read = inspect(file), []
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path) or real(path))
    assert inspect(file) == first
    assert read == []
    file.write_bytes(picture("PNG", "RGBA"))
    assert inspect(file) != first
    file.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(PictureError):
            inspect(file)
    assert read == [file, file]


SHORT = {
    "JPEG": picture("JPEG", size=BIG),
    "JPEG có ảnh nhỏ trong đầu tệp": picture("JPEG", size=BIG, exif=b"Exif\0\0" + picture("JPEG")),
    "JPEG dần": picture("JPEG", size=BIG, progressive=True),
    "PNG": picture("PNG", size=BIG),
    "WebP": picture("WEBP", size=BIG),
    "GIF": picture("GIF", "P", size=BIG),
    "GIF động": moving("GIF", size=BIG, comment=b"ghi"),
}


@pytest.mark.parametrize("data", SHORT.values(), ids=SHORT.keys())
def test_a_picture_cut_short_is_refused_without_decoding(tmp_path: Path, data: bytes) -> None:
    form = str(opened(data).format)
    whole = tmp_path / f"a.{form.lower().replace('jpeg', 'jpg')}"
    whole.write_bytes(data)
    assert shape(inspect(whole)) == BIG
    cut = whole.with_stem("b")
    for missing in (1, len(data) // 2):
        cut.write_bytes(data[:-missing])
        with pytest.raises(PictureError, match=r"cắt cụt|hỏng|không phải là ảnh"):
            inspect(cut)


TELL_WHAT_IS_WRONG = """
import sys
from pathlib import Path
from newsroom.pictures.inspection import PictureError, inspect
sys.stdout.reconfigure(encoding="utf-8")
try:
    inspect(Path(sys.argv[1]))
except PictureError as error:
    print(error)
"""


@pytest.mark.parametrize("size", [(12_000, 9_000), (14_000, 14_000)])
def test_of_a_huge_picture_nothing_is_said_but_its_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(picture("PNG", "1", 0, size))
    done = subprocess.run(
        [sys.executable, "-c", TELL_WHAT_IS_WRONG, file],
        env={**os.environ, "PYTHONPATH": str(Path(newsroom.__file__).parents[1])},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "điểm ảnh" in done.stdout
    assert done.stderr == ""


def test_a_very_heavy_file_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "MAX_BYTES", 1_000)
    (tmp_path / "a.png").write_bytes(bytes(2_000))
    with pytest.raises(PictureError, match="nặng hơn"):
        inspect(tmp_path / "a.png")


def swapped_profile() -> bytes:
    """A profile that calls red what everybody calls green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    names = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}
    profile = re.sub(rb"rXYZ|gXYZ", lambda m: names[m[0]], profile)
    return profile.replace("sRGB".encode("utf-16-be"), "Khac".encode("utf-16-be"))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_colours_stay_when_their_profile_goes(form: str) -> None:
    data = picture(
        form, icc_profile=swapped_profile(), **({"lossless": True} if form == "WEBP" else {})
    )
    out = opened(publishable(data, f".{form.lower()}"))
    red, green, _ = out.convert("RGB").getpixel((0, 0))
    assert "icc_profile" not in out.info
    assert red < 50
    assert green > 150


def test_a_broken_profile_says_nothing() -> None:
    out = opened(publishable(picture("PNG", icc_profile=b"abc"), ".png"))
    assert out.convert("RGB").getpixel((0, 0)) == (200, 10, 10)
