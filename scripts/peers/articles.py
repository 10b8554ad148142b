"""The sample's articles in the form other generators take: resolved names, no pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsroom.clock import read_now
from newsroom.dates import as_day
from newsroom.loading import load_newsroom
from newsroom.model import Article as OurArticle

_NOW = "2026-01-05T08:00"
_LINK = re.compile(r"\]\((?:\.\./)+([^()\s]+)\.md\)")
_PICTURE = re.compile(r"^!\[[^\n]*$", re.MULTILINE)
_IMAGE_BLOCK = re.compile(r"^image:\n(?:[ ]+[^\n]*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Article:
    """One published article."""

    path: str
    """``tin/2025/bai.md``."""
    title: str
    day: date
    event_date: date
    author: str
    role: str | None
    summary: str | None
    units: list[str]
    plans: list[str]
    tags: list[str]
    contents: list[str]
    forms: list[str]
    body: str


def without_pictures(docs: Path) -> None:
    """Take the pictures out of the sample in *docs*: they are measured apart."""
    for file in (docs / "tin").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_PICTURE.sub("", _IMAGE_BLOCK.sub("", text)), encoding="utf-8")


def articles(docs: Path) -> Iterator[Article]:
    """The articles that the portal would publish from *docs*."""
    for one in load_newsroom(docs, read_now(_NOW)).articles:
        yield _article(one)


def _article(one: OurArticle) -> Article:
    signed = one.byline[0] if one.byline else None
    unit = one.unit.unit if one.unit else None
    democracy = one.classification.get("dan-chu", {})
    return Article(
        path=one.path,
        title=one.title,
        day=as_day(one.listed_on),
        event_date=one.happened_on,
        author=signed.name if signed else "",
        role=signed.role if signed else None,
        summary=one.meta.summary,
        units=[unit.meta.title] if unit else [],
        plans=[ref.number for ref in one.plans],
        tags=list(one.meta.tags),
        contents=list(democracy.get("content", ())),
        forms=list(democracy.get("form", ())),
        body=_LINK.sub(r"](/\1/)", one.source.body),
    )
