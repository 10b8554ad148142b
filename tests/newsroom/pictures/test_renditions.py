"""Pictures in sizes: which, made how, and which of them a page offers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsroom.pictures import renditions
from newsroom.pictures.inspection import PictureError, PictureInfo, inspect
from newsroom.pictures.renditions import make, sizes
from newsroom.pictures.sources import picture_sources

from ..small import PATH, PDF, LoadSmall, article
from .drawing import GREEN, RED, SUFFIX, drawn, opened, photo, saved, turned_by_the_camera


def info_of(data: bytes, folder: Path) -> PictureInfo:
    file = folder / f"anh{SUFFIX[str(opened(data).format)]}"
    file.write_bytes(data)
    return inspect(file)


def made(data: bytes, folder: Path) -> Mapping[str, Image.Image]:
    """``{"480 webp": …}``: every rendition of *data*, decoded."""
    return {
        f"{size.width} {size.form.lower()}": opened(rendition)
        for size, rendition in make(data, sizes(info_of(data, folder)))
    }


def jpeg(width: int, height: int = 100, **more: Any) -> PictureInfo:
    return PictureInfo(width, height, "abc", **{"form": "JPEG", "is_scalable": True, **more})


WIDTHS = {
    "1 điểm ảnh": (jpeg(1, 1), ""),
    "nhỏ": (jpeg(480), ""),
    "hơn cỡ nhỏ nhất một chút": (jpeg(481), "480 webp, 480 jpeg"),
    "vừa": (jpeg(700), "480 webp, 480 jpeg, 700 webp"),
    "gần bằng một cỡ": (jpeg(1000), "480 webp, 480 jpeg, 960 webp, 960 jpeg"),
    "1.200": (jpeg(1200), "480 webp, 480 jpeg, 960 webp, 960 jpeg, 1200 webp"),
    "1.600": (jpeg(1600), "480 webp, 480 jpeg, 960 webp, 960 jpeg, 1600 webp"),
    "2.400": (
        jpeg(2400),
        "480 webp, 480 jpeg, 960 webp, 960 jpeg, 1600 webp, 1600 jpeg, 2400 webp",
    ),
    "từ máy ảnh": (
        jpeg(6000, 4000),
        "480 webp, 480 jpeg, 960 webp, 960 jpeg, 1600 webp, 1600 jpeg",
    ),
    "PNG": (jpeg(900, form="PNG"), "480 webp, 480 png, 900 webp"),
    "WebP": (jpeg(1700, form="WEBP"), "480 webp, 960 webp, 1600 webp"),
    "động": (jpeg(1700, form="WEBP", is_scalable=False), ""),
    "GIF": (jpeg(1700, form="GIF", is_scalable=False), ""),
}


@pytest.mark.parametrize(("info", "expected"), WIDTHS.values(), ids=WIDTHS.keys())
def test_which_sizes_a_picture_has(info: PictureInfo, expected: str) -> None:
    assert ", ".join(f"{size.width} {size.form.lower()}" for size in sizes(info)) == expected


def test_an_address_says_content_and_width() -> None:
    first, *rest = sizes(jpeg(1200))
    assert first.address.startswith("assets/anh/")
    assert first.address.endswith("-480.webp")
    assert len(first.name) == len("0123456789ab-480.webp")
    digests = {size.name.partition("-")[0] for size in (first, *rest)}
    assert len(digests) == 1
    other = PictureInfo(1200, 100, "abd", "JPEG", is_scalable=True)
    assert sizes(other)[0].name.partition("-")[0] not in digests


def test_other_settings_make_other_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sizes.__wrapped__(jpeg(1200))
    monkeypatch.setattr(renditions, "SETTINGS", renditions.SETTINGS + 1)
    after = sizes.__wrapped__(jpeg(1200))
    assert not {size.name for size in before} & {size.name for size in after}


FILES = {
    "JPEG": drawn("JPEG"),
    "JPEG có vị trí": drawn("JPEG", exif=turned_by_the_camera(1)),
    "JPEG xám": drawn("JPEG", mode="L"),
    "JPEG để in": drawn("JPEG", mode="CMYK"),
    "JPEG có ghi chú": drawn("JPEG", comment=b"chup tai nha rieng"),
    "PNG": drawn("PNG"),
    "PNG bảng màu": drawn("PNG", mode="P"),
    "PNG một bit": drawn("PNG", mode="1"),
    "PNG trong suốt": drawn("PNG", mode="RGBA"),
    "PNG bảng màu trong suốt": drawn("PNG", mode="P", transparency=0),
    "PNG xám trong suốt": drawn("PNG", mode="LA"),
    "PNG một màu trong suốt": drawn("PNG", transparency=RED),
    "PNG 16 bit": drawn("PNG", mode="I;16"),
    "WebP": drawn("WEBP"),
    "WebP trong suốt": drawn("WEBP", mode="RGBA"),
    "WebP không mất chi tiết": drawn("WEBP", lossless=True),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_every_format_is_made_in_its_sizes(data: bytes, tmp_path: Path) -> None:
    images = made(data, tmp_path)
    own = str(opened(data).format)
    assert {image.format for image in images.values()} == {"WEBP", own}
    for name, image in images.items():
        assert image.size == (int(name.split()[0]), round(int(name.split()[0]) * 2 / 3))
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile", "dpi"} & image.info.keys()
        assert b"nha rieng" not in image.tobytes()


SEE_THROUGH = {name: data for name, data in FILES.items() if "trong suốt" in name}


@pytest.mark.parametrize("data", SEE_THROUGH.values(), ids=SEE_THROUGH.keys())
def test_what_one_can_see_through_stays_so(data: bytes, tmp_path: Path) -> None:
    before = opened(data).convert("RGBA").resize((480, 320)).getchannel("A")
    for name, image in made(data, tmp_path).items():
        after = image.convert("RGBA").resize((480, 320)).getchannel("A")
        for place in ((40, 40), (440, 280)):
            assert abs(before.getpixel(place) - after.getpixel(place)) < 12, name


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_size_is_upright(form: str, orientation: int, tmp_path: Path) -> None:
    """The corner that is red in the file lies where the camera says."""
    corner = Image.new("RGB", (1200, 800), GREEN)
    corner.paste(RED, (0, 0, 600, 400))
    data = saved(corner, form, exif=turned_by_the_camera(orientation))
    info = info_of(data, tmp_path)
    assert (info.width, info.height) == ((800, 1200) if orientation > 4 else (1200, 800))
    bottom = {3, 4, 7, 8}
    right = {2, 3, 6, 7}
    for image in made(data, tmp_path).values():
        assert (image.width < image.height) is (orientation > 4)
        x = image.width * (3 if orientation in right else 1) // 4
        y = image.height * (3 if orientation in bottom else 1) // 4
        red, green, _ = image.convert("RGB").getpixel((x, y))
        assert red > 150 > green


def test_grey_of_16_bits_stays_grey(tmp_path: Path) -> None:
    for image in made(FILES["PNG 16 bit"], tmp_path).values():
        assert abs(image.convert("L").getpixel((9, 9)) - 128) < 3


def test_a_strip_of_one_pixel_has_sizes(tmp_path: Path) -> None:
    images = made(drawn("PNG", (5000, 1)), tmp_path)
    assert {image.size for image in images.values()} == {(480, 1), (960, 1), (1600, 1)}


def test_a_large_jpeg_comes_out_in_full(tmp_path: Path) -> None:
    """It is decoded at a half or less; nothing of that may show in its size."""
    for size in ((4000, 3000), (3000, 4000), (3201, 1999)):
        data = drawn("JPEG", size, exif=turned_by_the_camera())
        images = made(data, tmp_path)
        assert images["1600 jpeg"].size == (1600, round(1600 * size[0] / size[1]))


def test_a_photograph_weighs_little(tmp_path: Path) -> None:
    data = saved(photo(), quality=92)
    weights = {
        size.name.split("-")[1]: len(one)
        for size, one in make(data, sizes(info_of(data, tmp_path)))
    }
    for width in ("480", "960"):
        assert weights[f"{width}.webp"] < weights[f"{width}.jpg"]
    assert weights["960.jpg"] < len(data) / 2


def test_a_drawing_is_kept_sharp(tmp_path: Path) -> None:
    image = made(drawn("PNG"), tmp_path)["1200 webp"].convert("RGB")
    assert image.getpixel((10, 10)) == RED


def test_a_png_that_would_grow_by_becoming_smaller_gets_a_palette(tmp_path: Path) -> None:
    flat = photo((1000, 700)).quantize(16, dither=Image.Dither.NONE)
    images = made(saved(flat, "PNG", optimize=True), tmp_path)
    assert images["960 png"].mode == "P"
    assert made(saved(photo((1000, 700)), "PNG"), tmp_path)["960 png"].mode == "RGB"


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def spoilt_png() -> bytes:
    data = bytearray(saved(photo((600, 400)), "PNG"))
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    return bytes(data)


BROKEN = {
    "JPEG bị cắt": cut(drawn("JPEG")),
    "PNG bị cắt": cut(drawn("PNG")),
    "WebP bị cắt": cut(saved(photo(), "WEBP")),
    "PNG hỏng ở giữa": spoilt_png(),
    "không phải ảnh": b"<html>",
    "rỗng": b"",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_says_so(data: bytes) -> None:
    with pytest.raises(PictureError):
        list(make(data, sizes(jpeg(1200))))


def test_what_would_fill_the_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renditions, "MAX_PIXELS", 1_000)
    with pytest.raises(PictureError, match="quá lớn"):
        list(make(drawn(), sizes(jpeg(1200))))


OFFERED: dict[str, tuple[bytes, str, list[int], list[int]]] = {
    "nhỏ": (drawn(size=(300, 200)), "tin/2025/anh.jpg", [], []),
    "vừa": (drawn(size=(700, 400)), "tin/2025/anh.jpg", [480, 700], [480, 700]),
    "1.200": (drawn(), "-960.jpg", [480, 960, 1200], [480, 960, 1200]),
    "1.600": (drawn(size=(1600, 900)), "-960.jpg", [480, 960, 1600], [480, 960, 1600]),
    "rất lớn": (drawn(size=(3000, 2000)), "-960.jpg", [480, 960, 1600], [480, 960, 1600]),
    "PNG": (drawn("PNG"), "-960.png", [480, 960, 1200], [480, 960, 1200]),
    "WebP": (drawn("WEBP"), "-960.webp", [], [480, 960, 1200]),
    "GIF": (drawn("GIF", mode="P"), "tin/2025/anh.gif", [], []),
}


@pytest.mark.parametrize(("data", "address", "webp", "plain"), OFFERED.values(), ids=OFFERED.keys())
def test_what_a_page_offers(
    newsroom_of: LoadSmall, data: bytes, address: str, webp: list[int], plain: list[int]
) -> None:
    path = f"tin/2025/anh{SUFFIX[str(opened(data).format)]}"
    newsroom = newsroom_of({PATH: article(), path: data})
    sources = picture_sources(newsroom, path)
    assert sources
    assert sources.address.endswith(address)
    assert (sources.width, sources.height) == opened(data).size
    assert [one.width for one in sources.webp] == webp
    assert [one.width for one in sources.plain] == plain


def test_the_preview_shows_pictures_as_they_are(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(), "tin/2025/anh.jpg": drawn()}, preview=True)
    sources = picture_sources(newsroom, "tin/2025/anh.jpg")
    assert sources
    assert sources.address == "tin/2025/anh.jpg"
    assert (sources.webp, sources.plain) == ((), ())


def test_nothing_is_offered_of_what_is_no_picture(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(), "tin/2025/anh.jpg": b"<html>", "tin/a.pdf": PDF})
    assert picture_sources(newsroom, "tin/2025/anh.jpg") is None
    assert picture_sources(newsroom, "tin/a.pdf") is None
