"""Chụp mỗi kiểu trang của trang thử trên điện thoại, máy tính, nền sáng, nền tối và bản in."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer
from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

import test_tools
from newsroom.text import slugify
from page_kinds import ARTICLE, FULL_ARTICLE, PAGES
from serving import serve
from trial_site import ROOT, build_trial_site

OUT = ROOT / "tests" / "browser" / "anh"
WRONG_USE = 2
COVER = "bai-viet-1280.png"  # shown at the top of README.md


@dataclass(frozen=True)
class View:
    """One way to look at a page: width and greatest height seen, and width in the picture."""

    width: int
    height: int
    shown: int
    scheme: Literal["light", "dark"] = "light"
    medium: Literal["screen", "print"] = "screen"


SCREENS = tuple(
    View(width, height, shown, scheme)
    for width, height, shown in ((390, 1250, 240), (1280, 1900, 440))
    for scheme in ("light", "dark")
)
PAPER = View(680, 1800, 400, medium="print")  # A4 less its margins, at 96 dots an inch
_MARGIN = 28
PRINTED = {"bài thật": ARTICLE, "bài có đủ mọi thứ": FULL_ARTICLE, "tin tức": "mau/tin/"}
_GAP = 16
_GROUND = (128, 128, 128)
_README = """\
# Ảnh chụp các kiểu trang

`make screenshots` chụp lại toàn bộ bằng Chromium, trên trang thử: bài thật ở gốc, bài mẫu ở `/mau/`
(không nói về việc, người, đơn vị nào có thật). Mỗi ảnh có bốn phần: điện thoại (rộng 390 điểm) nền
sáng, nền tối; máy tính (rộng 1280 điểm) nền sáng, nền tối. Trang dài chỉ chụp phần đầu. Ảnh dùng để
nhìn, không dùng để so từng điểm ảnh.

"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def main(
    out: Annotated[Path, typer.Argument(metavar="[THƯ-MỤC]", help="Nơi để ảnh.")] = OUT,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Chỉ chụp kiểu trang này; dùng được nhiều lần."),
    ] = None,
) -> None:
    """Chụp mọi kiểu trang vào tests/browser/anh/, kèm tệp README.md liệt kê."""
    unknown = [kind for kind in only or [] if kind not in PAGES]
    if unknown:
        _refuse(f"Không có kiểu trang “{unknown[0]}”. Các kiểu: {'; '.join(PAGES)}.")
    kinds = {kind: path for kind, path in PAGES.items() if not only or kind in only}
    try:
        test_tools.need([test_tools.BROWSER])
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as work:
            site = build_trial_site(Path(work), "https://trang.example/")
            with serve(site) as address, _browser() as browser:
                _take_all(browser, address, kinds, out)
                if not only:
                    _take_others(browser, address, out)
                    _write_readme(out)
    except (test_tools.MissingToolError, RuntimeError) as error:
        _refuse(str(error))
    size = sum(file.stat().st_size for file in out.iterdir())
    typer.echo(f"Đã chụp {len(kinds)} kiểu trang vào {out} ({size / 1000:.0f} KB).")


def _refuse(reason: str) -> None:
    typer.echo(f"Lỗi: {reason}", err=True)
    raise typer.Exit(WRONG_USE)


def _take_all(browser: Browser, address: str, kinds: dict[str, str], out: Path) -> None:
    for kind in _progress(list(kinds)):
        pictures = [_look(browser, f"{address}/{kinds[kind]}", view) for view in SCREENS]
        _save(_side_by_side(pictures), out / _name(kind))


def _take_others(browser: Browser, address: str, out: Path) -> None:
    """The paper, and the picture at the top of README.md."""
    papers = [_look(browser, f"{address}/{path}", PAPER) for path in PRINTED.values()]
    _save(
        _side_by_side([ImageOps.expand(paper, _MARGIN, "white") for paper in papers]),
        out / "ban-in.webp",
    )
    cover = _look(browser, f"{address}/{ARTICLE}", View(1280, 1180, 960))
    cover.quantize(64).save(out / COVER, optimize=True)


def _browser() -> _Chromium:
    return _Chromium()


class _Chromium:
    """Debian's Chromium while a block runs."""

    def __enter__(self) -> Browser:
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(
            executable_path=test_tools.find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        return self._chromium

    def __exit__(self, *_: object) -> None:
        self._chromium.close()
        self._playwright.stop()


def _look(browser: Browser, address: str, view: View) -> Image.Image:
    context = browser.new_context(
        viewport={"width": view.width, "height": 900},
        color_scheme=view.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.emulate_media(media=view.medium)  # before loading: paper may choose other pictures
    page.goto(address)
    _load_everything(page)
    tall = min(page.evaluate("document.documentElement.scrollHeight"), view.height)
    clip = {"x": 0, "y": 0, "width": view.width, "height": tall}
    data = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    context.close()
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    size = (view.shown, round(picture.height * view.shown / view.width))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _load_everything(page: Page) -> None:
    """Pictures below the fold load only when they come near."""
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => [...document.images].every(image => image.complete)")


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures) + _GAP * (len(pictures) + 1)
    height = max(picture.height for picture in pictures) + 2 * _GAP
    sheet = Image.new("RGB", (width, height), _GROUND)
    left = _GAP
    for picture in pictures:
        sheet.paste(picture, (left, _GAP))
        left += picture.width + _GAP
    return sheet


def _save(sheet: Image.Image, file: Path) -> None:
    sheet.save(file, quality=32, method=6, use_sharp_yuv=True)


def _name(kind: str) -> str:
    return f"{slugify(kind)}.webp"


def _write_readme(out: Path) -> None:
    shown = [f"## {kind[0].upper()}{kind[1:]}\n\n![{kind}]({_name(kind)})\n" for kind in PAGES]
    shown.append(f"## Bản in\n\n![Bản in: {', '.join(PRINTED)}](ban-in.webp)\n")
    (out / "README.md").write_text(_README + "\n".join(shown), encoding="utf-8")


def _progress(kinds: list[str]) -> Iterator[str]:
    console = Console(stderr=True)
    columns = (TextColumn("Đang chụp"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        yield from bar.track(kinds)


if __name__ == "__main__":
    app()
