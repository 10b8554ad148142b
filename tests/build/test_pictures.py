"""Pictures of the built site: every size a page names is there, and no others are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from .building import Built, build, write_files
from .content import ARTICLE, GOOD, article

PAGE = "tin/2025/bai/"


def picture(form: str = "JPEG", colour: str = "red", size: tuple[int, int] = (1200, 800)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def spoilt() -> bytes:
    """A PNG that is spoilt in the middle, where only decoding finds it."""
    out = io.BytesIO()
    Image.effect_noise((600, 400), 90).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    return bytes(data)


FILES = {
    **GOOD,
    ARTICLE: article(
        '![Một](mot.jpg "Chú thích")\n\n![Hai](hai.png) và ![Ba](ba.webp)',
        "image: {src: bon.jpg, alt: Bốn}",
    ),
    "tin/2025/mot.jpg": picture(),
    "tin/2025/hai.png": picture("PNG", "green"),
    "tin/2025/ba.webp": picture("WEBP", "blue"),
    "tin/2025/bon.jpg": picture(colour="yellow"),
    "tin/2025/nam.jpg": picture(colour="white"),
    "tin/2025/nhap.md": article("![Sáu](sau.jpg)", "draft: true"),
    "tin/2025/sau.jpg": picture(colour="black"),
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PORTAL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def built(folder: Path, changed: dict[str, str | bytes], *, preview: bool = False) -> Built:
    write_files(folder / "docs", {**FILES, **changed})
    return build(folder / "docs", folder / "site", preview=preview)


def kept(cache: Path) -> list[Path]:
    """The finished pictures in the cache."""
    return sorted(path for path in cache.glob("anh/pillow-*/*/*"))


def sizes_there(site: Path) -> set[str]:
    return {path.name for path in (site / "assets/anh").glob("*") if "chia-se" not in path.name}


def sizes_named(done: Built) -> set[str]:
    """Names of the renditions that pages load."""
    named: set[str] = set()
    for file in done.html_files:
        text = file.read_text(encoding="utf-8")
        named |= {part.split("/")[-1] for part in text.replace('"', " ").split() if "/anh/" in part}
    return {name for name in named if "chia-se" not in name}


def test_every_size_named_is_there_and_no_other(tmp_path: Path, cache: Path) -> None:
    done = built(tmp_path, {})
    assert done.error is None
    assert sizes_named(done) == sizes_there(done.site)
    assert len(sizes_there(done.site)) == 3 * 5 + 2
    assert not (done.site / "tin/2025/nam.jpg").exists()
    assert not (done.site / "tin/2025/sau.jpg").exists()
    assert {path.name for path in kept(cache)} == sizes_there(done.site)


def test_a_replaced_picture_has_other_addresses(tmp_path: Path, cache: Path) -> None:
    before = sizes_there(built(tmp_path, {}).site)
    after = sizes_there(built(tmp_path, {"tin/2025/mot.jpg": picture(colour="pink")}).site)
    assert len(before - after) == len(after - before) == 5


def test_two_files_of_one_content_share_their_sizes(tmp_path: Path, cache: Path) -> None:
    done = built(tmp_path, {"tin/2025/bon.jpg": picture()})
    assert len(sizes_there(done.site)) == 2 * 5 + 2


def test_a_second_build_is_the_same(tmp_path: Path, cache: Path) -> None:
    first = {p.name: p.read_bytes() for p in (built(tmp_path, {}).site / "assets/anh").iterdir()}
    second = {p.name: p.read_bytes() for p in (built(tmp_path, {}).site / "assets/anh").iterdir()}
    assert first == second


def test_a_damaged_cache_is_mended(tmp_path: Path, cache: Path) -> None:
    good = {p.name: p.read_bytes() for p in (built(tmp_path, {}).site / "assets/anh").iterdir()}
    for number, path in enumerate(kept(cache)):
        if number % 2:
            path.unlink()
        else:
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data[: len(data) // 2])
    mended = {p.name: p.read_bytes() for p in (built(tmp_path, {}).site / "assets/anh").iterdir()}
    assert mended == good


def test_a_spoilt_picture_is_reported_and_its_words_are_shown(tmp_path: Path, cache: Path) -> None:
    done = built(tmp_path, {"tin/2025/hai.png": spoilt()})
    assert done.error is None
    assert "tin/2025/hai.png: Lỗi. Tệp ảnh không mở được" in done.log
    assert not (done.site / "tin/2025/hai.png").exists()
    assert sizes_named(done) == sizes_there(done.site)
    words = done.page(PAGE).xpath('//div[contains(@class, "story-body")]//p/span/text()')
    assert words == ["Hai"]


def test_a_cache_that_cannot_be_written_leaves_pictures_as_they_are(
    tmp_path: Path, cache: Path
) -> None:
    cache.write_text("một tệp, không phải thư mục", encoding="utf-8")
    done = built(tmp_path, {})
    assert done.error is None
    assert "không ghi được các cỡ ảnh" in done.log
    assert sizes_named(done) == sizes_there(done.site) == set()
    for name in ("mot.jpg", "hai.png", "ba.webp", "bon.jpg"):
        assert (done.site / "tin/2025" / name).read_bytes() == FILES[f"tin/2025/{name}"]


def test_the_preview_makes_no_sizes(tmp_path: Path, cache: Path) -> None:
    done = built(tmp_path, {}, preview=True)
    assert done.error is None
    assert sizes_named(done) == sizes_there(done.site) == set()
    assert not (cache / "anh").exists()
    assert (done.site / "tin/2025/sau.jpg").is_file()
