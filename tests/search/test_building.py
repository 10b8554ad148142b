"""The index as builds and the preview make it: once, in step with the content, out of the way."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.sample import generate

ROOT = Path(__file__).resolve().parents[2]
INDEX = "assets/tim-kiem"
PATIENCE = 60
"""Seconds until an index that does not come counts as a failure."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    generate(12, tmp_path / "docs", 3)
    return tmp_path / "docs"


def run(docs: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=settings(docs, **environment),
        capture_output=True,
        text=True,
        check=False,
    )


def settings(docs: Path, **environment: str) -> dict[str, str]:
    return os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_CACHE": str(docs.parent / "cache"),
        "PORTAL_NOW": "2026-01-05T08:00",
        "NO_MKDOCS_2_WARNING": "1",
        **environment,
    }


def build(docs: Path, site: Path, **environment: str) -> Path:
    done = run(docs, site, **environment)
    assert done.returncode == 0, done.stderr
    return site


def index_files(site: Path) -> dict[str, os.stat_result]:
    folder = site / INDEX
    return {f.relative_to(folder).as_posix(): f.stat() for f in folder.rglob("*") if f.is_file()}


def key_of(site: Path) -> str:
    return str(json.loads((site / INDEX / "muc-luc.json").read_bytes())["key"])


def test_an_unchanged_newsroom_does_not_pay(docs: Path, tmp_path: Path) -> None:
    first = index_files(build(docs, tmp_path / "one"))
    second = index_files(build(docs, tmp_path / "two"))
    assert first.keys() == second.keys()
    made = {name: (s.st_ino, s.st_mtime_ns) for name, s in first.items()}
    assert {name: (s.st_ino, s.st_mtime_ns) for name, s in second.items()} == made


def test_the_index_follows_the_content(docs: Path, tmp_path: Path) -> None:
    site = build(docs, tmp_path / "site")
    key, articles = key_of(site), sorted((docs / "tin").rglob("*.md"))
    for article in articles:
        if article.stem not in "".join(f.read_text("utf-8") for f in articles if f != article):
            break  # no other article links to it
    title = article.read_text("utf-8").split("title: ")[1].split("\n")[0].strip('"')
    assert title in "".join(f.read_text("utf-8") for f in (site / INDEX).rglob("hit/*/*.json"))
    article.unlink()
    build(docs, site)
    assert key_of(site) != key
    assert [path.name for path in (site / INDEX).iterdir() if path.is_dir()] == [key_of(site)]
    for file in (site / INDEX).rglob("*.json"):
        assert f'"title":"{title}"' not in file.read_text("utf-8"), file


def test_without_search(docs: Path, tmp_path: Path) -> None:
    for off in ("off", "false"):
        site = build(docs, tmp_path / off, PORTAL_SEARCH=off, PORTAL_URL="https://trang.example/")
        assert not (site / INDEX).exists()
        assert not (site / "tim-kiem").exists()
        for page in (site / "index.html", site / "404.html", site / "sitemap.xml"):
            assert "tim-kiem" not in page.read_text("utf-8")
    assert not (tmp_path / "cache" / "tim-kiem").exists()


def test_a_cache_that_cannot_be_written(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "tim-kiem").write_text("tệp, không phải thư mục", encoding="utf-8")
    site = build(docs, tmp_path / "site")
    assert index_files(site)


def test_a_failing_build_leaves_no_worker(docs: Path, tmp_path: Path) -> None:
    article = next((docs / "tin").rglob("*.md"))
    article.write_text(article.read_text("utf-8").replace("unit:", "unitt:"), encoding="utf-8")
    assert run(docs, tmp_path / "site").returncode != 0
    left = list((tmp_path / "cache" / "tim-kiem").iterdir())
    assert not any(path.name.endswith(".tmp") for path in left)


class Preview:
    def __init__(self, url: str) -> None:
        self.url = url

    def get(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.HTTPError, OSError):
            return ""

    def wait(self, address: str, words: str = "") -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            text = self.get(address)
            if text and words in text:
                return text
            time.sleep(0.1)
        raise AssertionError(f"{address}: no {words}")

    def key(self, other_than: str = "") -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            text = self.get(f"{INDEX}/muc-luc.json")
            if text and (key := json.loads(text)["key"]) != other_than:
                return str(key)
            time.sleep(0.1)
        raise AssertionError("no new index")


@pytest.fixture
def preview(docs: Path, tmp_path: Path) -> Iterator[Preview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{probe.getsockname()[1]}"
    with (tmp_path / "log").open("wb") as log:
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", where]
        process = subprocess.Popen(command, cwd=ROOT, env=settings(docs), stdout=log, stderr=log)
        try:
            yield Preview(f"http://{where}/")
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def test_the_preview_makes_its_index_in_the_background(docs: Path, preview: Preview) -> None:
    preview.wait("", "Bản xem trước")
    key = preview.key()
    file = next((docs / "tin" / "2025").glob("*.md"))
    copy = file.with_name("moi-viet.md")
    shutil.copy(file, copy)
    text = copy.read_text("utf-8")
    title = text.split("title: ")[1].split("\n")[0]
    copy.write_text(text.replace(title, "Tin mới viết"), encoding="utf-8")
    preview.wait("tin/2025/moi-viet/", "Tin mới viết")
    new = preview.key(other_than=key)
    hits = [preview.get(f"{INDEX}/{new}/hit/0/{place}.{new}.json") for place in range(60)]
    assert any("Tin mới viết" in hit for hit in hits)
    copy.unlink()
    assert preview.key(other_than=new) == key
