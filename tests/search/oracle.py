"""What a query ought to find, decided without the search: by reading the built pages and the YAML.

Nothing of ``newsroom`` is asked. A page counts as its own text only: no lists, no related articles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html
import yaml

EXACT, FOLDED = 2, 1
_MARKS = dict.fromkeys(range(0x300, 0x370))
_WORD = re.compile(r"[^\W_]+")
_OWN_TEXT = {
    "tin": (
        '//article[@class="story"]/header/h1',
        '//p[@class="original-title"]',
        '//p[@class="kicker"]/*',
        '//p[@class="byline"]//span[@class="person"]',
        '//div[@class="story-main"]/p[@class="lead"]',
        "//figcaption",
        '//aside[@class="story-aside"]//a',
    ),
    "other": (
        '//div[@class="page-head"]/h1',
        '//p[@class="full-name"]',
        '//div[@class="page-head"]/p[@class="lead"]',
        '//dl[@class="facts"]//dd',
    ),
}
_BODY = "//div[contains(@class, 'story-body') or contains(@class, 'prose')]"
_BLOCKS = "//*[self::p or self::li or self::h2 or self::h3 or self::td or self::th]"


def exact(text: str) -> str:
    """Lower case, one space round each word."""
    lower = unicodedata.normalize("NFC", text).lower()
    return " " + " ".join(_WORD.findall(lower)) + " "


def folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", exact(text)).translate(_MARKS)
    return bare.replace("đ", "d").replace("y", "i")


@dataclass
class Found:
    """One page: its texts, its own dates, its facets."""

    address: str
    kind: str
    title: str
    texts: list[str]
    body: list[str]
    names: list[str] = field(default_factory=list)
    own_days: set[str] = field(default_factory=set)
    cited_days: set[str] = field(default_factory=set)
    meta: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def exact(self) -> list[str]:
        return [exact(text) for text in (*self.texts, *self.body, *self.names)]

    @cached_property
    def folded(self) -> list[str]:
        return [folded(text) for text in (*self.texts, *self.body, *self.names)]

    @cached_property
    def days(self) -> set[str]:
        return {day for text in (*self.texts, *self.body) for day in days_in(text)}

    def grade(self, phrase: str) -> int:
        """How the words stand side by side in it: as written, without marks, not at all."""
        if any(exact(phrase) in text for text in self.exact):
            return EXACT
        return FOLDED if any(folded(phrase) in text for text in self.folded) else 0


def days_in(text: str) -> Iterable[str]:
    """Days written in *text*, as ``2025-03-05``; of months and years only those."""
    plain = folded(text).replace(" ngai ", " ")
    for day, month, year in re.findall(r"\b(\d\d?)[/.-](\d\d?)[/.-]((?:19|20)\d\d)\b", text):
        yield f"{year}-{int(month):02d}-{int(day):02d}"
    for day, month, year in re.findall(r" (\d\d?) thang (\d\d?) nam (\d{4}) ", plain):
        yield f"{year}-{int(month):02d}-{int(day):02d}"
    for month, year in re.findall(r" thang (\d\d?) (?:nam )?(\d{4}) ", plain):
        yield f"{year}-{int(month):02d}"
    for year in re.findall(r" nam (\d{4}) ", plain):
        yield year


def iso(value: Any) -> set[str]:
    if isinstance(value, datetime | date):
        return {value.isoformat()[:10]}
    text = str(value or "")
    return {text[:10]} if re.match(r"\d{4}", text) else set()


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


class Oracle:
    """All pages that may be found."""

    def __init__(self, docs: Path, site: Path) -> None:
        self._docs, self._site = docs, site
        self.pages = {page.address: page for page in self._read()}

    def _read(self) -> Iterable[Found]:
        registered: dict[str, list[dict[str, Any]]] = {}
        for folder in ("ke-hoach", "van-ban", "don-vi", "tin"):
            for file in sorted((self._docs / folder).rglob("*.md")):
                meta = dict(yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1]))
                if meta.get("draft") or meta.get("publish_at"):
                    continue
                if folder in {"ke-hoach", "van-ban"}:
                    registered.setdefault(meta["number"], []).append(meta)
                yield self._page(file, folder, meta, registered)

    def _page(
        self, file: Path, kind: str, meta: dict[str, Any], registered: dict[str, Any]
    ) -> Found:
        address = file.relative_to(self._docs).with_suffix("").as_posix() + "/"
        html = lxml.html.parse(str(self._site / address / "index.html"))
        texts = [
            _text(element)
            for path in _OWN_TEXT["tin" if kind == "tin" else "other"]
            for element in html.xpath(path)
        ]
        body = [_text(block) for block in html.xpath(_BODY + _BLOCKS)]
        if kind == "tin":
            own = iso(meta.get("date")) | iso(meta.get("event_date"))
        else:
            own = iso(meta.get("date"))
        cited = set()
        for reference in (*several(meta.get("plan")), *several(meta.get("documents"))):
            number, day = reference, None
            if isinstance(reference, dict):
                number, day = reference["number"], reference.get("date")
            known = registered.get(number, [])
            cited |= iso(day) if day and len(str(day)) > 4 else set()
            for document in known:
                if day is None or str(document["date"]).startswith(str(day)[:4]):
                    cited |= iso(document["date"])
        names = [str(name) for name in several(meta.get("aliases")) if kind != "tin"]
        for name in several(meta.get("names")):
            names += [name["name"], *([name["full_name"]] if "full_name" in name else [])]
        return Found(address, kind, meta["title"], texts, body, names, own, cited, meta)


def _text(element: lxml.html.HtmlElement) -> str:
    notes = element.xpath('.//span[@class="note" or @class="unseen"]')
    left_out = {id(part) for note in notes for part in note.iter()}
    parts = []
    for part in element.iter():
        if id(part) not in left_out:
            parts.append(part.text or "")
        if part is not element:
            parts.append(part.tail or "")
    return " ".join("".join(parts).split())


@dataclass(frozen=True)
class Query:
    """What is typed, and what it means: all *phrases* and *days* must be found.

    *ways* are other ways to say the only phrase. *own* is the number of a document.
    """

    kind: str
    text: str
    phrases: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    own: str = ""

    def grades(self, oracle: Oracle) -> dict[str, int]:
        """Grade of each page that ought to be found."""
        found = {address: self._grade(page) for address, page in oracle.pages.items()}
        return {address: grade for address, grade in found.items() if grade}

    def _grade(self, page: Found) -> int:
        grades = [page.grade(phrase) for phrase in self.phrases or () if not self.own]
        if self.ways and not all(grades):
            return FOLDED if any(page.grade(way) for way in self.ways) else 0
        if self.own:
            is_own = page.kind in {"ke-hoach", "van-ban"} and folded(self.own) in folded(
                str(page.meta["number"])
            )
            grades.append(EXACT if is_own else FOLDED if page.grade(self.own) else 0)
        for day in self.days:
            own = any(one.startswith(day) for one in page.own_days)
            told = any(one.startswith(day) for one in page.days | page.cited_days)
            grades.append(EXACT if own else FOLDED if told else 0)
        if not all(grades):
            return 0
        return min(grades)
