"""Every article stands where it belongs: the built HTML against an independent count.

The count reads the sample with plain PyYAML and resolves names by itself; it shares no code with
what it checks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

NOW = datetime(2026, 1, 5, 8, 0)


@dataclass
class Item:
    address: str
    meta: dict[str, Any]
    event: date
    listed: date


@dataclass
class Count:
    """Our own reading of the sample."""

    docs: Path
    units: dict[str, dict[str, Any]] = field(default_factory=dict)
    plans: dict[tuple[str, int], str] = field(default_factory=dict)
    published: list[Item] = field(default_factory=list)
    held: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        for file in (self.docs / "don-vi").glob("*.md"):
            self.units[file.stem] = front_matter(file)
        for file in (self.docs / "ke-hoach").glob("*.md"):
            meta = front_matter(file)
            self.plans[meta["number"], meta["date"].year] = f"ke-hoach/{file.stem}/"
        for file in (self.docs / "tin").rglob("*.md"):
            meta = front_matter(file)
            item = Item(
                f"{file.relative_to(self.docs).with_suffix('').as_posix()}/",
                meta,
                day(meta.get("event_date")) or day(meta["date"]),  # type: ignore[arg-type]
                day(meta["date"]) or day(meta["event_date"]),  # type: ignore[arg-type]
            )
            waits = "publish_at" in meta and moment(meta["publish_at"]) > NOW
            (self.held if meta.get("draft") or waits else self.published).append(item)

    @cached_property
    def names(self) -> dict[str, list[tuple[str, date, date]]]:
        found: dict[str, list[tuple[str, date, date]]] = defaultdict(list)
        for unit, meta in self.units.items():
            whole = (meta.get("valid_from") or date.min, meta.get("valid_to") or date.max)
            texts = [meta["title"], meta.get("full_name"), *as_list(meta.get("aliases"))]
            for text in filter(None, texts):
                found[text.casefold()].append((unit, *whole))
            for name in meta.get("names") or []:
                span = (name.get("from") or whole[0], name.get("to") or whole[1])
                for text in filter(None, [name["name"], name.get("full_name")]):
                    found[text.casefold()].append((unit, *span))
        return found

    def unit(self, text: str, when: date) -> str:
        if text in self.units:
            return text
        hits = {u for u, first, last in self.names[text.casefold()] if first <= when <= last}
        assert len(hits) == 1, (text, when, hits)
        return hits.pop()

    def plan(self, citation: Any, when: date) -> str:
        number, year = (
            (citation["number"], citation["date"])
            if isinstance(citation, dict)
            else (citation, None)
        )
        if year is not None:
            return self.plans[number, year if isinstance(year, int) else year.year]
        years = [y for n, y in self.plans if n == number]
        assert len(years) == 1, (citation, when)
        return self.plans[number, years[0]]


def front_matter(file: Path) -> dict[str, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])  # type: ignore[no-any-return]


def day(value: Any) -> date | None:
    if value is None or value == "unknown":
        return None
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value.date() if isinstance(value, datetime) else value


def moment(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


@pytest.fixture(scope="session")
def count(sample: Any) -> Count:
    return Count(sample.docs)


class Site:
    """Reads lists off the built pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cache: dict[tuple[str, str], list[str]] = {}

    def links(self, address: str, anchor: str) -> list[str]:
        """Addresses of the cards of one list on one page."""
        key = (address, anchor)
        if key not in self._cache:
            file = self.folder / address / "index.html"
            tree = lxml.html.fromstring(file.read_bytes())
            cards = tree.xpath(f'//section[@data-list="{anchor}"]//a[@class="card-link"]/@href')
            self._cache[key] = [self._absolute(address, href) for href in cards]
        return self._cache[key]

    def _absolute(self, address: str, href: str) -> str:
        target = (self.folder / address / href).resolve().relative_to(self.folder.resolve())
        return f"{target.as_posix()}/"

    def whole(self, landing: str, anchor: str = "tin-bai", base: str | None = None) -> list[str]:
        """One list over all its pages, newest first."""
        pages = (self.folder / (base or landing) / "trang").glob("*/index.html")
        numbers = sorted((int(page.parent.name) for page in pages), reverse=True)
        found = list(self.links(landing, anchor))
        for number in numbers:
            page = self.links(f"{base or landing}trang/{number}/", anchor)
            assert len(page) == 20, (landing, number, len(page))
            found += page
        if numbers:
            assert 20 <= len(self.links(landing, anchor)) <= 39, landing
        return found


@pytest.fixture(scope="session")
def site(sample: Any) -> Site:
    return Site(sample.site)


def same(found: list[str], wanted: Iterator[str] | list[str], where: str) -> None:
    """Each wanted item once, and no other."""
    doubled = [address for address, times in Counter(found).items() if times > 1]
    assert doubled == [], where
    assert sorted(found) == sorted(wanted), where


def test_own_news_of_exactly_one_unit(count: Count, site: Site) -> None:
    own: dict[str, list[str]] = {unit: [] for unit in count.units}
    for item in count.published:
        own[count.unit(item.meta["unit"], item.event)].append(item.address)
    for unit, wanted in own.items():
        same(site.whole(f"don-vi/{unit}/"), wanted, unit)


def test_takes_part_in_each_unit_named_in_a_role(count: Count, site: Site) -> None:
    parts: dict[str, set[str]] = {unit: set() for unit in count.units}
    for item in count.published:
        own = count.unit(item.meta["unit"], item.event)
        for texts in (item.meta.get("units") or {}).values():
            for text in as_list(texts):
                unit = count.unit(text, item.event)
                if unit != own:
                    parts[unit].add(item.address)
    assert any(parts.values())
    for unit, wanted in parts.items():
        base = f"don-vi/{unit}/tham-gia/"
        same(site.whole(f"don-vi/{unit}/", "tham-gia", base), list(wanted), unit)


def test_each_of_its_plans_pages(count: Count, site: Site) -> None:
    plans: dict[str, list[str]] = {address: [] for address in count.plans.values()}
    for item in count.published:
        for citation in as_list(item.meta.get("plan")):
            plans[count.plan(citation, item.event)].append(item.address)
    assert any(plans.values())
    for address, wanted in plans.items():
        same(site.whole(address), wanted, address)


def is_democracy(item: Item) -> bool:
    return "democracy" in item.meta or "dân chủ ở cơ sở" in as_list(item.meta.get("tags"))


def test_archive_if_it_is_about_democracy(count: Count, site: Site) -> None:
    members = [item for item in count.published if is_democracy(item)]
    same(site.whole("dan-chu/"), [item.address for item in members], "dan-chu/")
    by_year: dict[int, list[Item]] = defaultdict(list)
    by_value: dict[str, list[str]] = defaultdict(list)
    unclassified = []
    for item in members:
        by_year[item.event.year].append(item)
        block = item.meta.get("democracy") or {}
        values = [(f, v) for f in ("content", "form") for v in as_list(block.get(f))]
        for axis, value in values:
            folder = {"content": "noi-dung", "form": "hinh-thuc"}[axis]
            by_value[f"dan-chu/{folder}/{value}/"].append(item.address)
        if not values:
            unclassified.append(item.address)
    for year, items in by_year.items():
        same(site.whole(f"dan-chu/{year}/"), [i.address for i in items], str(year))
        check_matrix(count, site, year, items)
    for address, wanted in by_value.items():
        same(site.whole(address), wanted, address)
    assert unclassified
    same(site.whole("dan-chu/chua-phan-loai/"), unclassified, "chua-phan-loai")


CONTENT = [
    "cong-khai",
    "ban-quyet-dinh",
    "tham-gia-y-kien",
    "kiem-tra-giam-sat",
    "to-chuc-thuc-hien",
]


def check_matrix(count: Count, site: Site, year: int, items: list[Item]) -> None:
    wanted: dict[str, list[int]] = defaultdict(lambda: [0] * len(CONTENT))
    for item in items:
        for value in as_list((item.meta.get("democracy") or {}).get("content")):
            wanted[count.unit(item.meta["unit"], item.event)][CONTENT.index(value)] += 1
    tree = lxml.html.fromstring((site.folder / f"dan-chu/{year}/index.html").read_bytes())
    found = {}
    for row in tree.xpath("//table//tbody/tr[th//a]"):
        unit = row.xpath("string(th//a/@href)").rstrip("/").rpartition("/")[2]
        cells = [re.sub(r"\D", "", cell.text_content()) for cell in row.xpath("td")]
        found[unit] = [int(cell or 0) for cell in cells[: len(CONTENT)]]
    assert found == dict(wanted), year


def test_news_years_months_and_tags(count: Count, site: Site) -> None:
    same(site.whole("tin/"), [item.address for item in count.published], "tin/")
    groups: dict[str, list[str]] = defaultdict(list)
    for item in count.published:
        groups[f"tin/{item.listed.year}/"].append(item.address)
        groups[f"tin/{item.listed.year}/{item.listed.month:02d}/"].append(item.address)
    for address, wanted in groups.items():
        same(site.whole(address), wanted, address)
    tagged = Counter(len(as_list(item.meta.get("tags"))) for item in count.published)
    in_lists = sum(
        len(site.whole(f"chu-de/{page.parent.name}/"))
        for page in (site.folder / "chu-de").glob("*/index.html")
    )
    assert in_lists == sum(tags * times for tags, times in tagged.items())


def test_newest_first(count: Count, site: Site) -> None:
    days = {item.address: item.listed for item in count.published}
    order = [days[address] for address in site.whole("tin/")]
    assert order == sorted(order, reverse=True)


def test_drafts_and_scheduled_are_nowhere(count: Count, site: Site) -> None:
    assert len(count.held) >= 10
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for file in site.folder.rglob("*")
        if file.suffix in {".html", ".xml"}
    )
    for item in count.held:
        assert not (site.folder / item.address).exists()
        assert item.address.rstrip("/").rpartition("/")[2] not in text
        assert f">{item.meta['title']}<" not in text


def test_every_internal_link_and_anchor_resolves(site: Site) -> None:
    anchors: dict[Path, set[str]] = {}
    trees = {}
    for file in site.folder.rglob("*.html"):
        trees[file] = lxml.html.fromstring(file.read_bytes())
        anchors[file.resolve()] = set(trees[file].xpath("//@id"))
    faults = []
    for file, tree in trees.items():
        if file.name == "404.html":
            continue
        for href in [
            *tree.xpath("//a/@href"),
            *tree.xpath("//img/@src"),
            *tree.xpath("//link/@href"),
        ]:
            if re.match(r"[a-z]+:", href):
                if not href.startswith("https://trang.example/"):
                    faults.append((file, href))
                continue
            path, _, anchor = href.partition("#")
            target = (file.parent / path).resolve() if path else file.resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and anchor not in anchors.get(target, set())):
                faults.append((file, href))
    assert faults == []


def test_shape_of_every_page(site: Site) -> None:
    for file in site.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        tree = lxml.html.fromstring(text.encode())
        ids = Counter(tree.xpath("//@id"))
        assert [i for i, times in ids.items() if times > 1] == [], file
        assert len(tree.xpath("//h1")) == 1, file
        assert tree.get("lang") == "vi", file
        assert tree.xpath("string(//title)").strip(), file
        assert tree.xpath("//script | //@style | //style | //iframe") == [], file
