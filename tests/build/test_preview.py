"""A real ``mkdocs serve``: whatever happens to the files, it answers, and shows what is wrong."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .building import ROOT, write_files
from .content import ARTICLE, GOOD, article

PATIENCE = 60
"""Seconds until a page that does not come counts as a failure."""
PAGE = "tin/2025/bai/"


class Preview:
    """The server, and what it shows at an address."""

    def __init__(self, url: str, process: subprocess.Popen[bytes], log: Path) -> None:
        self.url, self.process, self.log = url, process, log

    def ask(self, address: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError as error:
            return 0, str(error)

    def wait(self, address: str, until: Callable[[int, str], bool]) -> str:
        """Ask for a page until it is as it should be."""
        deadline = time.monotonic() + PATIENCE
        while True:
            status, text = self.ask(address)
            if until(status, text):
                return text
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")[-2000:]
            assert time.monotonic() < deadline, f"{address}: {status} {text[:1000]}"
            time.sleep(0.2)

    def shows(self, address: str, words: str) -> str:
        return self.wait(address, lambda status, text: status == 200 and words in text)

    def hides(self, address: str, words: str) -> str:
        return self.wait(address, lambda status, text: status == 200 and words not in text)

    def has_no(self, address: str) -> str:
        return self.wait(address, lambda status, text: status == 404)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write_files(tmp_path / "docs", {**GOOD, ARTICLE: article()})
    return tmp_path / "docs"


@pytest.fixture
def preview(docs: Path, tmp_path: Path) -> Iterator[Preview]:
    where, log = f"127.0.0.1:{free_port()}", tmp_path / "mkdocs.log"
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": "2025-06-01T08:00",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", where]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        server = Preview(f"http://{where}/", process, log)
        try:
            server.shows("", "Bản xem trước")
            yield server
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def test_an_article_breaks_and_is_mended(docs: Path, preview: Preview) -> None:
    file = docs / ARTICLE
    good = file.read_text(encoding="utf-8")
    preview.hides(PAGE, "notice-problem")
    file.write_text(article(title="Phòng 2: kiểm tra"), encoding="utf-8")
    page = preview.shows(PAGE, "notice-problem")
    assert "Dòng 2: " in page
    assert "trong giá trị có dấu hai chấm" in page
    assert "Nội dung bài." in page
    assert "yaml-syntax" in preview.shows("bien-tap/", ARTICLE)
    preview.hides("tin/", PAGE.removeprefix("tin/"))
    preview.shows("tin/2025/ban-be/", "Đoạn văn lành.")
    file.write_text(good, encoding="utf-8")
    preview.hides(PAGE, "notice-problem")
    preview.shows(PAGE, "Nội dung bài.")
    preview.shows("tin/", PAGE.removeprefix("tin/"))
    preview.hides("bien-tap/", "yaml-syntax")


UP = "../" * 20
OUTSIDE = {
    "from the root": UP,
    "from the stylesheets": f"assets/stylesheets/{UP}",
    "from an article": f"tin/2025/bai/{UP}",
    "spelled with codes": f"assets/{UP}".replace("../", "%2e%2e%2f"),
    "as a second root": "/",
}


def test_only_files_of_the_site_are_shown(preview: Preview, tmp_path: Path) -> None:
    """Whatever the address says: others on the network may reach the preview too."""
    secret = tmp_path / "mat-khau.txt"
    secret.write_text("bí mật", encoding="utf-8")
    for how, before in OUTSIDE.items():
        status, text = preview.ask(f"{before}{secret.as_posix().lstrip('/')}")
        assert (how, status) == (how, 404)
        assert "bí mật" not in text
    assert preview.ask("assets/%00")[0] == 404
    assert preview.ask("assets/stylesheets/portal.css")[0] == 200


def test_files_of_every_kind_come_and_go(docs: Path, preview: Preview) -> None:
    folder = docs / "tin" / "2025"
    (folder / "moi.md").write_text(article(title="Bài mới"), encoding="utf-8")
    preview.shows("tin/2025/moi/", "Bài mới")
    preview.shows("don-vi/phong-2/", "Bài mới")
    (folder / "moi.md").rename(folder / "khac.md")
    preview.shows("tin/2025/khac/", "Bài mới")
    preview.has_no("tin/2025/moi/")
    (folder / "khac.md").write_bytes(article(title="Bài mới").encode("utf-16"))
    assert "UTF-16" in preview.shows("tin/2025/khac/", "notice-problem")
    (folder / "khac.md").write_text("# Chưa có phần khai báo", encoding="utf-8")
    preview.shows("tin/2025/khac/", "Thiếu phần khai báo đầu bài")
    (folder / "khac.md").write_bytes(b"")
    preview.shows("bien-tap/", "front-matter-missing")
    (folder / "khac.md").unlink()
    preview.has_no("tin/2025/khac/")
    (folder / "a.docx").write_bytes(b"PK")
    preview.shows("bien-tap/", "file-kind")
    (folder / "a.docx").unlink()
    (folder / "nhap.md").write_text(
        article(more="draft: true", title="Bài nháp thử"), encoding="utf-8"
    )
    assert "Bản nháp" in preview.shows("tin/", "Bài nháp thử")
    (docs / "don-vi" / "phong-2.md").unlink()
    preview.shows(PAGE, "Không có đơn vị")
    shutil.rmtree(docs / "tin")
    preview.hides("tin/", "card-link")
    preview.has_no(PAGE)
    write_files(docs, {**GOOD, ARTICLE: article(title="Bài trở lại")})
    preview.shows("tin/", "Bài trở lại")
    preview.hides("bien-tap/", "problem-list")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_in_a_circle_do_not_stop_it(docs: Path, preview: Preview) -> None:
    (docs / "tin" / "vong").symlink_to(docs, target_is_directory=True)
    (docs / ARTICLE).write_text(article(title="Sau khi có vòng"), encoding="utf-8")
    preview.shows(PAGE, "Sau khi có vòng")
    preview.shows("bien-tap/", "file-symlink")
