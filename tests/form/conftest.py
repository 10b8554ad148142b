"""Chromium, a preview of the real articles, and the form with their folder open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from test_tools import ROOT, writing_form

from .driver import Form
from .serving_preview import preview_of


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("form") / "docs"
    shutil.copytree(ROOT / "docs", folder)
    return folder


@pytest.fixture(scope="module")
def preview(docs: Path) -> Iterator[str]:
    """The address of a real preview, with a slash at its end."""
    writing_form()
    with preview_of(docs) as address:
        yield address


@pytest.fixture
def form(browser: Browser, preview: str, docs: Path) -> Iterator[Form]:
    """An English browser: the form speaks Vietnamese in any."""
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 4000})
    opened = Form(context.new_page(), preview)
    articles = {
        f"docs/{file.relative_to(docs).as_posix()}": file.read_text(encoding="utf-8")
        for file in docs.rglob("*.md")
    }
    opened.fill_folder(articles)
    opened.open_folder()
    yield opened
    context.close()
