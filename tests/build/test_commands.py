"""Builds and the preview as commands: what they leave behind, whatever happens."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REAL = "tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025"
UNIT = "---\ntitle: Phòng thử\nkind: phong\n---\n"
GOOD = """---
title: "{title}"
date: 2025-03-05
author: Người viết
unit: phong-thu
{more}---

Đoạn mở đầu của bài.
"""


def mkdocs(*arguments: str, docs: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": "2025-06-01T08:00",
        "SOURCE_DATE_EPOCH": "1700000000",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=ROOT,
        env=environment | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "tin" / "2025").mkdir(parents=True)
    (folder / "don-vi").mkdir()
    (folder / "index.md").write_text("---\ntitle: Trang chủ\n---\n", encoding="utf-8")
    (folder / "don-vi" / "phong-thu.md").write_text(UNIT, encoding="utf-8")
    write(folder, "bai-tot", "Bài tốt")
    return folder


def write(docs: Path, name: str, title: str, more: str = "") -> Path:
    file = docs / "tin" / "2025" / f"{name}.md"
    file.write_text(GOOD.format(title=title, more=more), encoding="utf-8")
    return file


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below *folder* and the hash of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_real_article_stands_once_in_each_of_its_lists(tmp_path: Path) -> None:
    url = {"PORTAL_URL": "https://trang.example/"}
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "site"), docs=ROOT / "docs", **url)
    assert done.returncode == 0, done.stderr
    slug = REAL.rpartition("/")[2]
    for address in (
        "tin",
        "tin/2025",
        "tin/2025/03",
        "don-vi/phong-2",
        "ke-hoach/118-kh-vkshp-ttr-2025",
        "van-ban/143-qd-vkshp-2024",
        "van-ban/10-2022-qh15",
        "dan-chu",
        "dan-chu/2025",
        "dan-chu/noi-dung/to-chuc-thuc-hien",
        "dan-chu/hinh-thuc/kiem-tra",
        "chu-de/dan-chu-o-co-so",
    ):
        page = (tmp_path / "site" / address / "index.html").read_text(encoding="utf-8")
        assert len(re.findall(rf'class="card-link" href="[^"]*{slug}/"', page)) == 1, address
    assert not (tmp_path / "site" / "bien-tap").exists()
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>2025-03-05</lastmod>" in sitemap


def test_a_bad_article_is_left_out_and_the_rest_is_built(docs: Path, tmp_path: Path) -> None:
    write(docs, "bai-sai", "x").write_text("---\ntitle: Phòng 2: thử\n---\n", encoding="utf-8")
    before = fingerprint(docs)
    done = mkdocs("build", "-d", str(tmp_path / "site"), docs=docs)
    assert done.returncode == 0
    assert "tin/2025/bai-sai.md:2" in done.stderr
    assert 'title: "Phòng 2: thử"' in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "site/tin/2025/bai-tot/index.html").is_file()
    assert not (tmp_path / "site/tin/2025/bai-sai").exists()
    assert fingerprint(docs) == before


def test_a_failing_build_leaves_the_old_site_as_it_was(docs: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert mkdocs("build", "-d", str(site), docs=docs).returncode == 0
    before = fingerprint(site)
    write(docs, "bai-moi", "Bài mới", "plan: 1/KH-X\n")
    done = mkdocs("build", "--strict", "-d", str(site), docs=docs)
    assert done.returncode == 1
    assert "plan-unknown" in done.stderr
    assert fingerprint(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_the_same_content_gives_the_same_bytes(docs: Path, tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        assert mkdocs("build", "-d", str(tmp_path / name), docs=docs).returncode == 0
    assert fingerprint(tmp_path / "mot") == fingerprint(tmp_path / "hai")


@pytest.mark.parametrize(
    ("more", "published"),
    [
        ("draft: true\n", False),
        ("publish_at: 2025-06-01 08:01\n", False),
        ("publish_at: 2025-06-01 08:00\n", True),
        ("publish_at: 01/6/2025 7h30\n", True),
        ("draft: false\n", True),
    ],
    ids=["bản nháp", "hẹn một phút sau", "hẹn đúng lúc này", "hẹn trước đó", "không phải nháp"],
)
def test_drafts_and_schedule(docs: Path, tmp_path: Path, more: str, published: bool) -> None:
    write(docs, "bai-cho", "Bài chờ đăng", more)
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "site"), docs=docs)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/tin/2025/bai-cho/index.html").exists() is published
    everything = "".join(f.read_text(encoding="utf-8") for f in (tmp_path / "site").rglob("*.html"))
    assert ("Bài chờ đăng" in everything) is published


def test_a_warning_in_a_draft_is_told_and_stops_nothing(docs: Path, tmp_path: Path) -> None:
    write(docs, "bai-cho", "Bài chờ đăng", "draft: true\nplan: 1/KH-X\n")
    done = mkdocs("build", "--strict", "-d", str(tmp_path / "site"), docs=docs)
    assert done.returncode == 0, done.stderr
    assert "plan-unknown" in done.stderr


def test_an_old_address_redirects(docs: Path, tmp_path: Path) -> None:
    write(docs, "bai-cu", "Bài cũ", "aliases: [/vksnd-tp/bai-cu-21687, /132/x/bai-cu.aspx]\n")
    assert mkdocs("build", "--strict", "-d", str(tmp_path / "site"), docs=docs).returncode == 0
    page = (tmp_path / "site/vksnd-tp/bai-cu-21687/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../tin/2025/bai-cu/"' in page
    assert (tmp_path / "site/132/x/bai-cu.aspx/index.html").is_file()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def preview(docs: Path) -> Iterator[str]:
    """A real `mkdocs serve`."""
    address = f"127.0.0.1:{free_port()}"
    environment = os.environ | {"PORTAL_DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", address],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://{address}/", "Trang thông tin điện tử")
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(address: str, words: str, absent: str = "\0") -> str:
    """Ask until the page says *words* and not *absent*; fail after a minute."""
    text = ""
    for _ in range(240):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                text = answer.read().decode()
            if words in text and absent not in text:
                return text
        except OSError:
            pass
        time.sleep(0.25)
    raise AssertionError(f"{address}: không thấy “{words}” sau một phút: {text[:500]}")


def test_the_preview_survives_a_bad_article(docs: Path) -> None:
    write(docs, "bai-nhap", "Bài nháp thử", "draft: true\n")
    with preview(docs) as address:
        article = f"{address}tin/2025/bai-tot/"
        wait_for(article, "Bài tốt")
        assert "Bản nháp" in wait_for(f"{address}tin/", "Bài nháp thử")
        file = docs / "tin" / "2025" / "bai-tot.md"
        good = file.read_text(encoding="utf-8")
        file.write_text(good.replace('"Bài tốt"', "Phòng: lỗi"), encoding="utf-8")
        page = wait_for(article, "notice-problem")
        assert "Dòng 2" in page
        assert "title: &#34;Phòng: lỗi&#34;" in page
        assert "Đoạn mở đầu của bài." in page
        assert "bai-tot.md" in wait_for(f"{address}bien-tap/", "yaml-syntax")
        file.write_text(good, encoding="utf-8")
        wait_for(article, "Bài tốt", absent="notice-problem")
        shutil.rmtree(docs / "tin")
        wait_for(f"{address}tin/", "Tin tức", absent="Bài tốt")
