"""300 generated articles and a few on spelling, built once, served, searched in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsroom.sample import generate
from serving import serve
from trial_site import build_site

ARTICLES = 300
SEED = 1

SPELLINGS = {
    "duong-vanh-dai": "Đoàn viên mẫu dọn vệ sinh hai đường vành đai mẫu",
    "hai-duong": "Đoàn công tác mẫu đến Hải Dương học tập kinh nghiệm",
    "hai-duong-khong-dau": "Bài mẫu gõ không dấu: hai duong",
    "hoa-giai-cu": "Tập huấn mẫu về hoà giải ở cơ sở",
    "hoa-giai-moi": "Tọa đàm mẫu về hòa giải ở cơ sở",
    "thuy-cu": "Chuyên đề mẫu: giao thông đường thuỷ",
    "thuy-moi": "Trao đổi mẫu: giao thông đường thủy",
    "ki-nang": "Lớp học mẫu về kĩ năng viết tin",
    "ky-nang": "Lớp học mẫu về kỹ năng viết tin",
    "qui-che": "Bài mẫu viết qui chế theo lối cũ",
    "ha-quang-trung": "Đồng chí mẫu Hà Quang Trung Mẫu phát biểu",
}
"""What the generated articles do not have: words that differ in marks alone, both ways to write one."""

_ARTICLE = """\
---
title: "{title}"
date: {day}
author: Người viết mẫu 61
unit: phong-2
tags: [chính tả mẫu]
---

Bài mẫu này chỉ để thử cách tìm: {title}. Nội dung không nói về ai có thật.
"""


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The docs folder."""
    folder = tmp_path_factory.mktemp("search") / "docs"
    generate(ARTICLES, folder, SEED)
    for number, (name, title) in enumerate(SPELLINGS.items(), start=1):
        file = folder / "tin" / "2025" / f"chinh-ta-{name}.md"
        file.write_text(_ARTICLE.format(title=title, day=f"2025-04-{number:02d}"), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def site_folder(docs: Path) -> Path:
    """The built site."""
    folder = docs.parent / "site"
    build_site(docs, folder, "https://trang.example/")
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The site's address, without a slash at its end."""
    with serve(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def scripts(site: str) -> str:
    """Where the search's modules are."""
    return f"{site}/assets/javascripts/tim-kiem/"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """The search page, empty."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/tim-kiem/")
    yield page
    context.close()
