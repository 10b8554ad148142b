"""Two thousand sample articles: pages, CSV and JSON agree with each other and with our own count.

The count reads raw front matter with python-frontmatter and resolves names itself; nothing of the
newsroom's reading is asked.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from newsroom.clock import read_now
from newsroom.exports import site_files
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, site_pages
from newsroom.periods import Period
from newsroom.reporting.report import make_report
from newsroom.sample import generate
from newsroom.settings import SiteSettings

ARTICLES = 2_000
NOW = "2026-01-05T08:00"
AXES = {"noi-dung": "content", "hinh-thuc": "form"}


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def as_day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


@dataclass(frozen=True)
class Item:
    """A published article as its file has it."""

    address: str
    activity: str
    day: date
    unit: str
    cited: frozenset[str]
    is_democracy: bool
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Event:
    """What articles with one ``activity`` tell of."""

    day: date
    units: frozenset[str]
    values: Mapping[str, frozenset[str]]


class Raw:
    """The sample's files, counted here."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.units = {file.stem: self.meta(file) for file in (docs / "don-vi").glob("*.md")}
        self.papers = {
            f"{file.parent.name}/{file.stem}/": self.meta(file)
            for folder in ("ke-hoach", "van-ban")
            for file in (docs / folder).glob("*.md")
        }
        self.items = [
            self.item(file, meta)
            for file in sorted((docs / "tin").rglob("*.md"))
            if not (meta := self.meta(file)).get("draft") and not meta.get("publish_at")
        ]
        self.members = [item for item in self.items if item.is_democracy]

    @staticmethod
    def meta(file: Path) -> dict[str, Any]:
        return dict(frontmatter.load(str(file)).metadata)

    def item(self, file: Path, meta: dict[str, Any]) -> Item:
        day = as_day(meta.get("event_date")) or as_day(meta["date"])
        if day is None:  # a date with a time that YAML leaves as text
            day = date.fromisoformat(str(meta["date"])[:10])
        block = meta.get("democracy") or {}
        address = file.relative_to(self.docs).with_suffix("").as_posix()
        cited = [*several(meta.get("plan")), *several(meta.get("documents"))]
        return Item(
            f"{address}/",
            meta.get("activity") or address,
            day,
            self.unit(meta["unit"], day),
            frozenset(map(self.paper, cited)),
            "democracy" in meta or "dân chủ ở cơ sở" in several(meta.get("tags")),
            {folder: tuple(several(block.get(key))) for folder, key in AXES.items()},
        )

    def unit(self, text: str, day: date) -> str:
        if text in self.units:
            return text
        found = {unit for unit, meta in self.units.items() if text in names_on(meta, day)}
        assert len(found) == 1, (text, day, found)
        return found.pop()

    def paper(self, cited: Any) -> str:
        number, when = (
            (cited["number"], cited.get("date")) if isinstance(cited, dict) else (cited, None)
        )
        found = [
            address
            for address, meta in self.papers.items()
            if meta["number"] == number and when in {None, meta["date"], meta["date"].year}
        ]
        assert len(found) == 1, (cited, found)
        return found[0]

    def events(self) -> list[Event]:
        by_activity: dict[str, list[Item]] = defaultdict(list)
        for item in self.members:
            by_activity[item.activity].append(item)
        return [
            Event(
                min(item.day for item in items),
                frozenset(item.unit for item in items),
                {axis: frozenset(v for item in items for v in item.values[axis]) for axis in AXES},
            )
            for items in by_activity.values()
        ]


def names_on(meta: dict[str, Any], day: date) -> Iterator[str]:
    """Every name a unit may be called by on *day*."""
    first, last = meta.get("valid_from") or date.min, meta.get("valid_to") or date.max
    if first <= day <= last:
        yield from (str(meta["title"]), str(meta.get("full_name")))
        yield from map(str, several(meta.get("aliases")))
    for name in several(meta.get("names")):
        if (name.get("from") or first) <= day <= (name.get("to") or last):
            yield name["name"]


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("khop") / "docs"
    generate(ARTICLES, folder)
    return folder


@pytest.fixture(scope="module")
def raw(docs: Path) -> Raw:
    return Raw(docs)


@pytest.fixture(scope="module")
def newsroom(docs: Path) -> Newsroom:
    return load_newsroom(docs, read_now(NOW), settings=SiteSettings())


@pytest.fixture(scope="module")
def pages(newsroom: Newsroom) -> dict[str, SitePage]:
    return {page.address: page for page in site_pages(newsroom, SiteSettings())}


@pytest.fixture(scope="module")
def files(newsroom: Newsroom, pages: dict[str, SitePage]) -> dict[str, bytes]:
    made = site_files(newsroom, SiteSettings(), tuple(pages.values()), "")
    return {file.path: file.content for file in made}


def table(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[f"du-lieu/v1/{name}.json"])["muc"]
    return found


def sheet(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """The CSV file's rows with lists taken apart."""
    text = files[f"du-lieu/v1/{name}.csv"].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    lists = ("don_vi_ma", "chuyen_muc", "dan_chu_noi_dung_ma", "dan_chu_hinh_thuc_ma")
    return [
        {k: v.split("; ") if k in lists and v else [] if k in lists else v for k, v in row.items()}
        for row in rows
    ]


Figures = dict[tuple[str, str], int]
"""(unit, value) → count; ``*`` stands for all of them."""


def counted(events: Iterable[Event], axis: str) -> Figures:
    found: Figures = defaultdict(int)
    for event in events:
        values = event.values[axis]
        for unit in (*event.units, "*") if values else ():
            for value in (*values, "*"):
                found[unit, value] += 1
    return dict(found)


def of_rows(rows: Iterable[dict[str, Any]], days: Callable[[date], bool]) -> list[Event]:
    """The democracy archive's activities in a file."""
    return [
        Event(
            date.fromisoformat(row["ngay"]),
            frozenset(row["don_vi_ma"]),
            {
                "noi-dung": frozenset(row["dan_chu_noi_dung_ma"]),
                "hinh-thuc": frozenset(row["dan_chu_hinh_thuc_ma"]),
            },
        )
        for row in rows
        if "dan-chu" in row["chuyen_muc"] and days(date.fromisoformat(row["ngay"]))
    ]


def on_page(view: Any) -> dict[str, Figures]:
    """What the tables of a page say, by axis."""
    found = {}
    for matrix in view.matrices:
        axis = matrix.columns[0].address.split("/")[1]
        values = [column.address.rstrip("/").rpartition("/")[2] for column in matrix.columns]
        figures: Figures = {("*", "*"): matrix.total.count}
        figures |= {("*", v): s.count for v, s in zip(values, matrix.totals, strict=True)}
        for row in matrix.rows:
            unit = row.head.address.rstrip("/").rpartition("/")[2]
            figures[unit, "*"] = row.total
            figures |= {(unit, v): c for v, c in zip(values, row.cells, strict=True)}
        found[axis] = {key: count for key, count in figures.items() if count}
    return found


def spans() -> Iterator[tuple[str, date, date]]:
    """Address of each page with tables, its first and last day; worked out by hand."""
    yield "dan-chu/", date.min, date.max
    for year in range(2010, 2028):
        yield f"dan-chu/{year}/", date(year, 1, 1), date(year, 12, 31)
        yield f"dan-chu/ky/{year}-h1/", date(year - 1, 12, 1), date(year, 5, 31)
        yield f"dan-chu/ky/{year}-h2/", date(year, 6, 1), date(year, 11, 30)
        yield f"dan-chu/ky/{year}-cn/", date(year - 1, 12, 1), date(year, 11, 30)


def test_the_sample_is_worth_counting(raw: Raw) -> None:
    assert len(raw.items) > 1_900
    events = raw.events()
    assert len(raw.members) - len(events) > 40, "some activities have two articles"
    assert {len(event.values["noi-dung"]) for event in events} == {0, 1, 2}


def test_tables_csv_and_json_agree_with_our_count(
    raw: Raw, pages: dict[str, SitePage], files: dict[str, bytes]
) -> None:
    events = raw.events()
    sources = {
        "chuyen-muc JSON": table(files, "chuyen-muc-dan-chu"),
        "hoat-dong JSON": table(files, "hoat-dong"),
        "chuyen-muc CSV": sheet(files, "chuyen-muc-dan-chu"),
        "hoat-dong CSV": sheet(files, "hoat-dong"),
    }
    with_tables = set()
    for address, first, last in spans():
        within = [event for event in events if first <= event.day <= last]
        if not within:
            assert address not in pages
            continue
        with_tables.add(address)
        view: Any = pages[address].make_view()
        assert view.listing.activities == len(within), address
        shown = on_page(view)
        for axis in AXES:
            wanted = counted(within, axis)
            assert shown[axis] == wanted, (address, axis)
            for name, rows in sources.items():
                found = of_rows(rows, lambda day, a=first, b=last: a <= day <= b)  # type: ignore[misc]
                assert counted(found, axis) == wanted, (address, axis, name)
    below = {a for a in pages if a.startswith(("dan-chu/2", "dan-chu/ky/2")) and "trang" not in a}
    assert with_tables == {"dan-chu/", *below}
    assert len(with_tables) > 15


def test_the_report_agrees_with_our_count(raw: Raw, newsroom: Newsroom) -> None:
    events = raw.events()
    (index,) = newsroom.archives
    for _, first, last in [*spans()][1:]:
        within = [event for event in events if first <= event.day <= last]
        report = make_report(newsroom, index, Period(first, last, "x", ""), agency="Cơ quan mẫu")
        assert len(report.rows) == len(within)
        for axis, matrix in zip(AXES, report.matrices, strict=True):
            wanted = counted(within, axis)
            assert matrix.total == wanted.get(("*", "*"), 0)
            values = [value.id for value in matrix.columns]
            assert matrix.totals == tuple(wanted.get(("*", value), 0) for value in values)
            rows = {(tuple(cells), total) for _, cells, total in matrix.rows}
            units = {unit for unit, _ in wanted} - {"*"}
            assert rows == {
                (tuple(wanted.get((u, v), 0) for v in values), wanted[u, "*"]) for u in units
            }


def test_lists_of_values_agree_with_our_count(raw: Raw, pages: dict[str, SitePage]) -> None:
    home: Any = pages["dan-chu/"].make_view()
    for axis, matrix in zip(AXES, home.matrices, strict=True):
        for column, total in zip(matrix.columns, matrix.totals, strict=True):
            value = column.address.rstrip("/").rpartition("/")[2]
            members = [item for item in raw.members if value in item.values[axis]]
            listing: Any = pages[column.address].make_view().listing  # type: ignore[attr-defined]
            activities = {item.activity for item in members}
            assert (listing.total, listing.activities) == (len(members), len(activities))
            assert total.count == len(activities)


def test_articles_in_the_open_data_agree_with_our_count(raw: Raw, files: dict[str, bytes]) -> None:
    rows = table(files, "tin-bai")
    assert {row["dia_chi"].removeprefix("../../") for row in rows} == {i.address for i in raw.items}
    by_address = {row["dia_chi"].removeprefix("../../"): row for row in rows}
    for item in raw.items:
        row = by_address[item.address]
        assert (row["hoat_dong_ma"], row["don_vi_ma"]) == (item.activity, item.unit)
        assert tuple(row["dan_chu_noi_dung_ma"]) == item.values["noi-dung"]
        assert tuple(row["dan_chu_hinh_thuc_ma"]) == item.values["hinh-thuc"]
        assert ("dan-chu" in row["chuyen_muc"]) == item.is_democracy
    assert [row["dia_chi"] for row in sheet(files, "tin-bai")] == [row["dia_chi"] for row in rows]
    assert {row["ma"] for row in table(files, "hoat-dong")} == {i.activity for i in raw.items}


def test_plan_pages_and_documents_agree_with_our_count(
    raw: Raw, pages: dict[str, SitePage], files: dict[str, bytes]
) -> None:
    by_paper: dict[str, list[Item]] = defaultdict(list)
    for item in raw.items:
        for address in item.cited:
            by_paper[address].append(item)
    rows = {row["dia_chi"].removeprefix("../../"): row for row in table(files, "van-ban")}
    lines = {row["dia_chi"].removeprefix("../../"): row for row in sheet(files, "van-ban")}
    assert set(rows) == set(lines) == set(raw.papers)
    for address in raw.papers:
        items = by_paper[address]
        activities = {item.activity for item in items}
        row, line = rows[address], lines[address]
        assert (row["so_tin_bai"], row["so_hoat_dong"]) == (len(items), len(activities)), address
        assert (line["so_tin_bai"], line["so_hoat_dong"]) == (
            *(str(len(items)), str(len(activities))),
        )
        view: Any = pages[address].make_view()
        assert (view.listing.total if view.listing else 0) == len(items), address
