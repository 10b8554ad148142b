"""The index of the search is made whatever stands in the articles, and holds each listed page."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from .building import build, write_files
from .content import ARTICLE, GOOD
from .test_hostile import ROWS


def test_all_articles_of_the_hostile_table_at_once(tmp_path: Path) -> None:
    texts = [row.files[ARTICLE] for row in ROWS if set(row.files) == {ARTICLE} and not row.prepare]
    docs = tmp_path / "docs"
    write_files(docs, GOOD)
    write_files(docs, {f"tin/2025/xau-{n}.md": text for n, text in enumerate(texts)})
    built = build(docs, tmp_path / "site", with_search=True)
    assert len(texts) > 300
    assert built.error is None
    said = [r.getMessage() for r in built.records if r.levelno >= logging.WARNING]
    assert [message for message in said if "tìm kiếm" in message] == []
    entries = [
        json.loads(file.read_text("utf-8"))
        for file in built.site.glob("assets/tim-kiem/*/hit/*/*.json")
    ]
    newsroom = built.newsroom
    others = [d for d in newsroom.documents if not d.is_plan]
    listed = [*newsroom.articles, *newsroom.units, *newsroom.plans, *others]
    assert len(listed) > 100
    addresses = sorted(page.address for page in listed)
    assert sorted(entry["address"] for entry in entries) == addresses
