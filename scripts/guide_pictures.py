"""Chụp lại các ảnh trong hướng dẫn cho người viết và biên tập viên, trên bài mẫu.

Ảnh tệp Word cần LibreOffice và pdftoppm (libreoffice-writer-nogui, poppler-utils).
"""

from __future__ import annotations

import contextlib
import html
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from docx import Document
from docx.oxml.ns import qn
from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

import test_tools
from newsroom.commands import fail
from newsroom.importing.word.wrappers import TEMPLATE_TAG
from newsroom.sample import generate
from word_template import ROOT, template

OUT = ROOT / "docs" / "bien-tap"
_PATIENCE = 60
_TYPED = {
    "tieu-de": "Phòng 2 (mẫu) sinh hoạt chuyên đề về thực hiện dân chủ",
    "ngay-dien-ra": "05/3/2025",
    "don-vi": "Phòng 2 (mẫu)",
    "ke-hoach": "118/KH-VKSMAU-TTr",
    "nguoi-viet": "Người viết mẫu 1, Chuyên viên",
    "nguoi-duyet": "Người duyệt mẫu 1",
    "sapo": "Ngày 05/3/2025, Phòng 2 (mẫu) sinh hoạt chuyên đề về thực hiện dân chủ ở cơ sở.",
    "noi-dung": "Đây là bài mẫu để chụp ảnh hướng dẫn, không nói về việc, người nào có thật.",
    "chu-thich-1": "Quang cảnh buổi sinh hoạt (ảnh mẫu).",
}
_WINDOW = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px 22px; background: #0c0c0c; color: #e6e6e6; }
pre { margin: 0; font: 15px/1.45 "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
</style><pre>"""


def main(
    out: Annotated[Path, typer.Argument(metavar="[THƯ-MỤC]", help="Nơi để ảnh.")] = OUT,
) -> None:
    """Chụp mọi ảnh của hướng dẫn."""
    for tool in ("soffice", "pdftoppm"):
        if not shutil.which(tool):
            fail(f"Thiếu {tool}: apt-get install libreoffice-writer-nogui poppler-utils")
    try:
        test_tools.need([test_tools.BROWSER])
    except test_tools.MissingToolError as error:
        fail(str(error))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        docs, word = work / "docs", work / "sinh-hoat-chuyen-de.docx"
        generate(40, docs, 3)
        word.write_bytes(_filled())
        _save(_first_page(word, work), out / "huong-dan-mau-word.webp")
        said = _import(word, docs)
        article = next(docs.rglob("*sinh-hoat-chuyen-de-ve-thuc-hien-dan-chu*.md"))
        wrong = article.with_name("bai-go-sai.md")
        wrong.write_text("---\ntitle: Bài mẫu: gõ sai một chỗ\ndate: 05/3/2025\n---\n\nChữ.\n")
        with _browser_page() as page, _preview(docs) as address:
            _window(page, said, out / "huong-dan-cua-so-nhap.webp")
            where = article.relative_to(docs).with_suffix("").as_posix()
            _screen(page, f"{address}{where}/", out / "huong-dan-ban-nhap.webp", 1100)
            _screen(page, f"{address}tin/2025/bai-go-sai/", out / "huong-dan-o-do.webp", 760)
            _screen(page, f"{address}bien-tap/", out / "huong-dan-ban-bien-tap.webp", 1000)
    typer.echo(f"Đã chụp ảnh hướng dẫn vào {out}.")


def _filled() -> bytes:
    """The template with the sample typed into it, and a picture."""
    document = Document(io.BytesIO(template()))
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
        text = _TYPED.get(tag.removeprefix(TEMPLATE_TAG))
        if text:
            for mark in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
                mark.getparent().remove(mark)
            for look in list(control.iter(qn("w:rPr"))):
                look.getparent().remove(look)
            next(control.iter(qn("w:t"))).text = text
    place = next(p for p in document.paragraphs if p.style and p.style.name == "Anh")
    drawn = io.BytesIO()
    image = Image.new("RGB", (1200, 675), "#c9bda6")
    ImageDraw.Draw(image).rectangle((150, 200, 1050, 600), fill="#741217")
    image.save(drawn, "PNG")
    drawn.seek(0)
    place.add_run().add_picture(drawn, width=5_400_000)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _first_page(word: Path, work: Path) -> Image.Image:
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(work), str(word)]
    subprocess.run(command, check=True, capture_output=True)
    pdf = word.with_suffix(".pdf")
    subprocess.run(["pdftoppm", "-r", "80", "-png", "-singlefile", pdf, work / "trang"], check=True)
    return Image.open(work / "trang.png")


def _import(word: Path, docs: Path) -> str:
    command = [sys.executable, str(ROOT / "scripts" / "import_article.py"), str(word), "--yes"]
    done = subprocess.run(
        [*command, "--docs", str(docs)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "110", "PYTHONUTF8": "1"},
        check=True,
    )
    return done.stdout.replace(f"{docs.parent}{os.sep}", "")


@contextmanager
def _browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=test_tools.find_browser(), args=["--no-sandbox"]
        )
        yield browser.new_page(viewport={"width": 1000, "height": 800})
        browser.close()


@contextmanager
def _preview(docs: Path) -> Iterator[str]:
    """The preview of *docs*, as an editor starts it; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": "2026-01-05T08:00",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", host]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://{host}/")
            yield f"http://{host}/"
        finally:
            server.terminate()


def _wait(address: str) -> None:
    for _ in range(_PATIENCE * 4):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.25)
    fail("Bản xem trước không chạy.")


def _window(page: Page, said: str, file: Path) -> None:
    page.set_content(_WINDOW + html.escape(said.strip()) + "</pre>")
    _save(Image.open(io.BytesIO(page.screenshot(full_page=True))), file)


def _screen(page: Page, address: str, file: Path, height: int) -> None:
    page.goto(address)
    page.set_viewport_size({"width": 1000, "height": height})
    _save(Image.open(io.BytesIO(page.screenshot())), file)


def _save(image: Image.Image, file: Path) -> None:
    image.convert("RGB").save(file, "WEBP", quality=80, method=6)


if __name__ == "__main__":
    typer.run(main)
