"""The report's totals against a count that knows only the files: 2,000 sample articles."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from newsroom.clock import read_now
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.reporting.annex_docx import annex_docx
from newsroom.sample import generate

from .reports import period, report_on

PERIODS = ("2016-H1", "2024-H2", "2025-H1", "2025-CN")
AXES = ("content", "form")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("mau") / "docs"
    generate(2_000, docs)
    return docs


@pytest.fixture(scope="module")
def newsroom(folder: Path) -> Newsroom:
    return load_newsroom(folder, read_now("2026-01-05 08:00"))


def front_matters(folder: Path, part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and front matter of each file, as plain YAML has them."""
    for file in sorted((folder / part).rglob("*.md")):
        yield file.stem, yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])


def day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", str(value)):
        return date(*map(int, match.groups()))
    if match := re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", str(value)):
        return date(int(match[3]), int(match[2]), int(match[1]))
    return None


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def unit_finder(folder: Path) -> dict[str, list[tuple[date, date, str]]]:
    """Name → stretches of time and the unit that bore it then."""
    known: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for unit_id, meta in front_matters(folder, "don-vi"):
        whole = (day(meta.get("valid_from")) or date.min, day(meta.get("valid_to")) or date.max)
        for name in (unit_id, meta["title"], meta.get("full_name"), *many(meta.get("aliases"))):
            if name:
                known[plain(name)].append((*whole, unit_id))
        for name in meta.get("names") or ():
            first, last = day(name.get("from")) or whole[0], day(name.get("to")) or whole[1]
            for text in (name["name"], name.get("full_name")):
                if text:
                    known[plain(text)].append((first, last, unit_id))
    return known


def counted(folder: Path, first: date, last: date) -> dict[str, Any]:
    """Activities of the period, and per axis how many by unit and value."""
    units = unit_finder(folder)
    found: dict[str, dict[str, set[str]]] = {}
    for name, meta in front_matters(folder, "tin"):
        block, tags = meta.get("democracy"), [plain(tag) for tag in many(meta.get("tags"))]
        when = day(meta.get("event_date")) or day(meta.get("date"))
        if meta.get("draft") or meta.get("publish_at") or when is None:
            continue
        if not (block or "dan chu o co so" in tags) or not first <= when <= last:
            continue
        activity = found.setdefault(meta.get("activity") or f"/{name}", defaultdict(set))
        for axis in AXES:
            activity[axis].update(many((block or {}).get(axis)))
        spans = units[plain(meta["unit"])]
        activity["units"].update(u for start, end, u in spans if start <= when <= end)
    cells = {axis: Counter[tuple[str, str]]() for axis in AXES}
    for activity in found.values():
        for axis in AXES:
            cells[axis].update((u, v) for u in activity["units"] for v in activity[axis])
    return {
        "activities": len(found),
        "columns": {a: Counter(v for one in found.values() for v in one[a]) for a in AXES},
        "cells": cells,
    }


@pytest.mark.parametrize("name", PERIODS)
def test_totals_agree_with_the_files(folder: Path, newsroom: Newsroom, name: str) -> None:
    stretch = period(name)
    expected = counted(folder, stretch.first, stretch.last)
    made = report_on(newsroom, name=name)
    assert expected["activities"] > 3
    assert len(made.rows) == expected["activities"]
    for matrix in made.matrices:
        key, ids = matrix.axis.key, [value.id for value in matrix.columns]
        assert dict(zip(ids, matrix.totals, strict=True)) == {
            value: expected["columns"][key][value] for value in ids
        }
        shown: Counter[tuple[str, str]] = Counter()
        for unit, cells, _ in matrix.rows:
            plain_name = re.sub(r" \((từ|đến) .*\)$", "", unit)
            shown.update({(plain_name, v): n for v, n in zip(ids, cells, strict=True) if n})
        by_name: Counter[tuple[str, str]] = Counter()
        for (unit_id, value), number in expected["cells"][key].items():
            by_name[name_in(newsroom, unit_id, stretch.last), value] += number
        assert shown == by_name


def name_in(newsroom: Newsroom, unit_id: str, last: date) -> str:
    unit = newsroom.units.by_id[unit_id]
    return unit.name_on(min(last, unit.meta.valid_to or date.max))


def test_the_word_file_holds_as_many_rows_and_the_same_total(newsroom: Newsroom) -> None:
    made = report_on(newsroom, name="2025-CN")
    table = docx.Document(io.BytesIO(annex_docx(made))).tables[0]
    assert len(table._tbl.tr_lst) == len(made.rows) + 2
    assert table.rows[-1].cells[0].text == f"Tổng cộng: {len(made.rows)} hoạt động"
