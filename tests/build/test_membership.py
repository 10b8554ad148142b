"""The sample's thousand articles, counted with our own reading, against the built pages.

``newsroom.loading`` is not asked: files are split and read with PyYAML, names resolved here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from .building import Built, card_links

PAGE_SIZE = 20
CONTENTS = (
    "cong-khai",
    "ban-quyet-dinh",
    "tham-gia-y-kien",
    "kiem-tra-giam-sat",
    "to-chuc-thuc-hien",
)
SLUG_OF = str.maketrans(
    {
        **dict.fromkeys("àáạảãâầấậẩẫăằắặẳẵ", "a"),
        **dict.fromkeys("èéẹẻẽêềếệểễ", "e"),
        **dict.fromkeys("ìíịỉĩ", "i"),
        **dict.fromkeys("òóọỏõôồốộổỗơờớợởỡ", "o"),
        **dict.fromkeys("ùúụủũưừứựửữ", "u"),
        **dict.fromkeys("ỳýỵỷỹ", "y"),
        "đ": "d",
    }
)


def front_matter(file: Path) -> dict[str, Any]:
    """What stands between the first two fences."""
    return dict(yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1]))


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def as_day(value: Any) -> date | None:
    if isinstance(value, str):
        return None if value == "unknown" else date.fromisoformat(value[:10])
    return value.date() if isinstance(value, datetime) else value


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(SLUG_OF)).strip("-")


@dataclass(frozen=True)
class Item:
    """One article, with the names in it resolved by the day of its event."""

    address: str
    title: str
    event: date
    listed: date
    is_held: bool
    unit: str
    takes_part: frozenset[str]
    plans: frozenset[str]
    documents: frozenset[str]
    tags: frozenset[str]
    is_democracy: bool
    content: tuple[str, ...]
    form: tuple[str, ...]
    activity: str | None


class Count:
    """The sample as this module reads it."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.units = {file.stem: front_matter(file) for file in (docs / "don-vi").glob("*.md")}
        self.registered = [
            (front_matter(file), f"{folder}/{file.stem}/")
            for folder in ("ke-hoach", "van-ban")
            for file in (docs / folder).glob("*.md")
        ]
        self.items = [self._item(file) for file in sorted((docs / "tin").rglob("*.md"))]
        self.published = [item for item in self.items if not item.is_held]

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, date, date]]]:
        names: dict[str, list[tuple[str, date, date]]] = defaultdict(list)
        for unit, meta in self.units.items():
            whole = (meta.get("valid_from") or date.min, meta.get("valid_to") or date.max)
            for text in (meta["title"], meta.get("full_name"), *several(meta.get("aliases"))):
                names[str(text)].append((unit, *whole))
            for name in several(meta.get("names")):
                span = (name.get("from") or whole[0], name.get("to") or whole[1])
                names[name["name"]].append((unit, *span))
        return names

    def unit(self, text: str, day: date) -> str:
        if text in self.units:
            return text
        found = {unit for unit, first, last in self._names[text] if first <= day <= last}
        assert len(found) == 1, (text, day, found)
        return found.pop()

    def document(self, cited: Any) -> str:
        number, when = (
            (cited["number"], cited.get("date")) if isinstance(cited, dict) else (cited, None)
        )
        found = [
            address
            for meta, address in self.registered
            if meta["number"] == number
            and (when is None or when == meta["date"] or when == meta["date"].year)
        ]
        assert len(found) == 1, (cited, found)
        return found[0]

    def _item(self, file: Path) -> Item:
        meta = front_matter(file)
        published, event = as_day(meta["date"]), as_day(meta.get("event_date"))
        day = event or published
        assert day
        unit = self.unit(meta["unit"], day)
        roles = [text for texts in (meta.get("units") or {}).values() for text in several(texts)]
        block = meta.get("democracy") or {}
        plans = frozenset(map(self.document, several(meta.get("plan"))))
        return Item(
            address=file.relative_to(self.docs).with_suffix("").as_posix() + "/",
            title=meta["title"],
            event=day,
            listed=published or day,
            is_held=bool(meta.get("draft")) or "publish_at" in meta,
            unit=unit,
            takes_part=frozenset(self.unit(text, day) for text in roles) - {unit},
            plans=plans,
            documents=plans | set(map(self.document, several(meta.get("documents")))),
            tags=frozenset(map(slug, several(meta.get("tags")))),
            is_democracy=bool(block) or "dân chủ ở cơ sở" in several(meta.get("tags")),
            content=tuple(several(block.get("content"))),
            form=tuple(several(block.get("form"))),
            activity=meta.get("activity"),
        )


@pytest.fixture(scope="module")
def site(sample_site: Built) -> Built:
    return sample_site


@pytest.fixture(scope="module")
def count(site: Built) -> Count:
    return Count(site.docs)


def whole_list(
    site: Built, address: str, anchor: str = "tin-bai", below: str | None = None
) -> list[str]:
    """All items of a list over all its pages, newest first; each full page holds twenty."""
    below = below or address
    numbers = sorted(int(p.name) for p in (site.site / below / "trang").glob("*"))
    assert numbers == list(range(1, len(numbers) + 1)), below
    items = card_links(site, address, anchor)
    assert not numbers or PAGE_SIZE <= len(items) < 2 * PAGE_SIZE, address
    for number in reversed(numbers):
        page = card_links(site, f"{below}trang/{number}/", anchor)
        assert len(page) == PAGE_SIZE, (below, number)
        items += page
    assert max(Counter(items).values(), default=1) == 1, address
    if items:
        (total,) = site.page(address).xpath(
            f'//section[@data-list="{anchor}"]//p[@class="total"]/text()'
        )
        figures, _, activities = total.partition(" về ")
        assert figures == f"{len(items):,}".replace(",", ".") + " tin, bài", address
        assert activities.endswith(" hoạt động") == address.startswith("dan-chu/"), address
    return items


def by_event(items: Iterable[Item]) -> list[date]:
    return sorted((item.event for item in items), reverse=True)


def assert_same(site: Built, pages: dict[str, list[Item]], **where: str) -> None:
    """Each page lists just its items."""
    for address, items in pages.items():
        found = whole_list(site, address, **where)
        assert set(found) == {item.address for item in items}, address


def test_the_sample_is_what_these_tests_need(site: Built, count: Count) -> None:
    assert site.error is None
    assert len(count.items) == 1_000
    assert len(count.published) == 980
    assert any(len(item.takes_part) > 1 for item in count.published)
    assert any(item.listed != item.event for item in count.published)
    assert any(item.is_democracy and not item.content for item in count.published)


def test_each_article_is_the_own_news_of_exactly_one_unit(site: Built, count: Count) -> None:
    pages: dict[str, list[Item]] = {f"don-vi/{unit}/": [] for unit in count.units}
    for item in count.published:
        pages[f"don-vi/{item.unit}/"].append(item)
    assert_same(site, pages)
    listed = Counter(a for address in pages for a in whole_list(site, address))
    assert listed == Counter(item.address for item in count.published)


def test_it_stands_with_each_unit_that_takes_part(site: Built, count: Count) -> None:
    for unit in count.units:
        base = f"don-vi/{unit}/"
        wanted = {item.address for item in count.published if unit in item.takes_part}
        assert set(whole_list(site, base, "tham-gia", f"{base}tham-gia/")) == wanted, unit


def test_it_stands_on_the_page_of_each_document_it_names(site: Built, count: Count) -> None:
    for meta, address in count.registered:
        found = whole_list(site, address)
        items = [item for item in count.published if address in item.documents]
        assert set(found) == {item.address for item in items}, meta["number"]
        days = {item.address: item.event for item in items}
        assert [days[a] for a in found] == by_event(items), address


def test_it_stands_in_the_news_of_its_year_and_month(site: Built, count: Count) -> None:
    pages: dict[str, list[Item]] = defaultdict(list)
    for item in count.published:
        pages["tin/"].append(item)
        pages[f"tin/{item.listed.year}/"].append(item)
        pages[f"tin/{item.listed.year}/{item.listed.month:02d}/"].append(item)
    assert_same(site, pages)
    months = {
        f.parent.relative_to(site.site).as_posix() + "/"
        for f in site.site.glob("tin/[12]*/??/index.html")
    }
    assert months == {address for address in pages if address.count("/") == 3}
    days = {item.address: item.listed for item in count.published}
    order = [days[address] for address in whole_list(site, "tin/")]
    assert order == sorted(order, reverse=True)
    front = site.page("").xpath('//a[contains(@class, "card-link")]/@href')
    assert front[:8] == whole_list(site, "tin/")[:8]


def test_it_stands_under_each_of_its_tags(site: Built, count: Count) -> None:
    pages: dict[str, list[Item]] = defaultdict(list)
    for item in count.published:
        for tag in item.tags:
            pages[f"chu-de/{tag}/"].append(item)
    assert_same(site, pages)
    built = {f"chu-de/{file.parent.name}/" for file in site.site.glob("chu-de/*/index.html")}
    assert built == set(pages)


def test_the_archive_holds_what_is_about_democracy(site: Built, count: Count) -> None:
    pages: dict[str, list[Item]] = defaultdict(list)
    for item in count.published:
        if item.is_democracy:
            pages["dan-chu/"].append(item)
            pages[f"dan-chu/{item.event.year}/"].append(item)
            for value in item.content:
                pages[f"dan-chu/noi-dung/{value}/"].append(item)
            for value in item.form:
                pages[f"dan-chu/hinh-thuc/{value}/"].append(item)
            if not item.content and not item.form:
                pages["dan-chu/chua-phan-loai/"].append(item)
    assert_same(site, pages)
    days = {item.address: item.event for item in count.published}
    order = [days[address] for address in whole_list(site, "dan-chu/")]
    assert order == sorted(order, reverse=True)


def _number(cell: lxml.html.HtmlElement) -> int:
    return int(re.sub(r"\D", "", cell.text_content()) or 0)


def _matrix(page: lxml.html.HtmlElement) -> dict[str, list[int]]:
    """The rows of the first table: unit (or "") → its cells and their sum."""
    rows = page.xpath('(//table[contains(@class, "matrix")])[1]//tr[td]')
    return {
        (row.xpath("string(th//a/@href)").rstrip("/").rpartition("/")[2]): [
            _number(cell) for cell in row.xpath("td")
        ]
        for row in rows
    }


def test_the_matrix_counts_as_we_do(site: Built, count: Count) -> None:
    years = {item.event.year for item in count.published if item.is_democracy}
    for year in [None, *sorted(years)]:
        wanted: dict[str, list[int]] = defaultdict(lambda: [0] * (len(CONTENTS) + 1))
        told: dict[str, list[Item]] = defaultdict(list)
        for item in count.published:
            if item.content and year in {None, item.event.year}:
                told[item.activity or item.address].append(item)
        for items in told.values():
            values = {value for item in items for value in item.content}
            for unit in {"", *(item.unit for item in items)}:
                for value in values:
                    wanted[unit][CONTENTS.index(value)] += 1
                wanted[unit][-1] += 1
        address = f"dan-chu/{year}/" if year else "dan-chu/"
        assert _matrix(site.page(address)) == wanted, address


def test_what_waits_is_nowhere(site: Built, count: Count) -> None:
    held = [item for item in count.items if item.is_held]
    assert len(held) == 20
    traces = [trace for item in held for trace in (item.address.split("/")[-2] + "/", item.title)]
    for file in site.site.rglob("*"):
        if file.is_file() and file.suffix in {".html", ".xml", ".css", ".txt", ".json"}:
            text = file.read_text(encoding="utf-8")
            assert [trace for trace in traces if trace in text] == [], file
    for item in held:
        assert not (site.site / item.address).exists()


def test_each_article_has_its_page(site: Built, count: Count) -> None:
    built = {
        file.parent.relative_to(site.site).as_posix() + "/"
        for file in (site.site / "tin").rglob("index.html")
        if file.parent.name != "tin" and not file.parent.name.isdigit()
    }
    assert built == {item.address for item in count.published}
    for item in count.published:
        assert site.page(item.address).xpath("string(//h1)") == item.title
