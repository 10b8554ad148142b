"""A draft printed for the leader's approval says on every sheet that nobody has approved it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from serving import serve

ROOT = Path(__file__).resolve().parents[2]
_ARTICLE = """---
title: "Bài mẫu để in"
date: 06/3/2025
author: Nguyễn Văn Mẫu
unit: Phòng 2
{draft}---

Nội dung.
"""
_BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], docs_dir=sys.argv[2], site_dir=sys.argv[3])
config.extra["portal"]["search"]["enabled"] = False
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1/")
config.plugins.events["config"][0].__self__.build.write_preview(config)  # else made when asked
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a preview with a draft and the same article published."""
    folder = tmp_path_factory.mktemp("nhap")
    docs, site = folder / "docs", folder / "site"
    shutil.copytree(ROOT / "docs", docs)
    for name, draft in (("ban-nhap", "draft: true\n"), ("da-duyet", "")):
        file = docs / "tin" / "2025" / f"{name}.md"
        file.write_text(_ARTICLE.format(draft=draft), encoding="utf-8")
    _build(docs, site)
    with serve(site) as address:
        yield address


def _build(docs: Path, site: Path) -> None:
    command = [sys.executable, "-c", _BUILD, str(ROOT / "mkdocs.yml"), str(docs), str(site)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


_SHEET = "getComputedStyle(document.body).page"
_MARGINS = """[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .flatMap(rule => rule instanceof CSSPageRule && rule.selectorText === "draft" ? [rule.cssText] : [])"""


def test_every_sheet_of_a_draft_bears_the_mark(preview: str, page: Page) -> None:
    page.goto(f"{preview}/tin/2025/ban-nhap/")
    assert page.evaluate(_SHEET) == "draft"
    (margins,) = page.evaluate(_MARGINS)
    assert 'content: "BẢN NHÁP – CHƯA DUYỆT"' in margins
    assert page.get_by_text("Bản nháp – chưa duyệt").is_visible()  # where margins stay empty


def test_an_approved_article_prints_without_it(preview: str, page: Page) -> None:
    page.goto(f"{preview}/tin/2025/da-duyet/")
    assert page.evaluate(_SHEET) == "auto"
    assert page.get_by_text("chưa duyệt").count() == 0
