"""A small sample newsroom, built once, served on this machine, seen in Chromium."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from newsroom.sample import generate

ROOT = Path(__file__).resolve().parents[2]


def _find_browser() -> str:
    spec = importlib.util.spec_from_file_location("test_tools", ROOT / "scripts" / "test_tools.py")
    assert spec and spec.loader
    tools = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tools)
    path = tools.find_browser()
    if path is None:
        pytest.fail("Thiếu Chromium; chạy: python scripts/test_tools.py")
    return path


def build_site(docs: Path, site: Path) -> None:
    """Build the newsroom *docs* as `make site` does."""
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": "2026-01-05T08:00",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site with the real articles, and 120 samples below /mau/."""
    folder = tmp_path_factory.mktemp("site")
    generate(120, folder / "docs", 7)
    build_site(ROOT / "docs", folder / "www")  # first: it replaces the whole folder
    build_site(folder / "docs", folder / "www" / "mau")
    handler = functools.partial(_Quiet, directory=str(folder / "www"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=_find_browser(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()
