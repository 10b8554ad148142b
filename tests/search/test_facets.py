"""Counts beside the choices, against the front matter of every page: all values, all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from .oracle import Found, Oracle, several

FACETS = ("loai", "nam", "don-vi", "ke-hoach", "noi-dung")
QUERIES = ("", "quy che dan chu", "Phòng 2 (mẫu)", "118/KH-VKSMAU-TTr", "năm 2025", "hiến máu")
COUNT = """async ([root, query, chosen]) => {
  const { Index } = await import(root + "index.js");
  const { search } = await import(root + "ranking.js");
  const { counts, narrow } = await import(root + "facets.js");
  const index = window.opened = window.opened || await Index.open();
  const all = Array.from({ length: index.total }, (_, id) => id);
  const { ids } = query ? await search(index, query) : { ids: all };
  const facets = await index.facets();
  const found = counts(ids, facets, chosen);
  const hits = await Promise.all(ids.map((id) => index.hit(id)));
  const short = Object.entries(found).map(([facet, values]) =>
    [facet, Object.fromEntries(values.filter(({ count }) => count).map(({ value, count }) => [value, count]))]);
  return { addresses: hits.map((hit) => hit.address), counts: Object.fromEntries(short),
           left: narrow(ids, facets, chosen).length };
}"""


@pytest.fixture(scope="module")
def values(docs: Path, site_folder: Path) -> dict[str, dict[str, set[str]]]:
    """Address → facet → values, resolved here from what writers entered."""
    oracle = Oracle(docs, site_folder)
    register = Register(oracle)
    return {address: register.values(page) for address, page in oracle.pages.items()}


class Register:
    """Names of units and numbers of plans, looked up by day."""

    def __init__(self, oracle: Oracle) -> None:
        self._units = [page for page in oracle.pages.values() if page.kind == "don-vi"]
        self._plans = [page for page in oracle.pages.values() if page.kind == "ke-hoach"]

    def values(self, page: Found) -> dict[str, set[str]]:
        found = {"loai": {page.kind}, "nam": set(map(str, self._year(page)))}
        if page.kind == "tin":
            day = page.meta.get("event_date") or page.meta["date"]
            found["don-vi"] = {self._unit(page.meta["unit"], str(day)[:10])}
            cited = (*several(page.meta.get("plan")), *several(page.meta.get("documents")))
            found["ke-hoach"] = {slug for one in cited if (slug := self._plan(one))}
            found["noi-dung"] = set(several((page.meta.get("democracy") or {}).get("content")))
        return found

    def _year(self, page: Found) -> Iterable[int]:
        listed = page.meta.get("date")
        if listed in {None, "unknown"}:
            listed = page.meta.get("event_date")
        return [int(str(listed)[:4])] if listed else []

    def _unit(self, text: str, day: str) -> str:
        for unit in self._units:
            if unit.address.split("/")[1] == text:
                return text
        found = {
            unit.address.split("/")[1]
            for unit in self._units
            for name, first, last in self._names(unit)
            if name == text and first <= day <= last
        }
        assert len(found) == 1, (text, day, found)
        return found.pop()

    def _names(self, unit: Found) -> Iterable[tuple[str, str, str]]:
        meta = unit.meta
        whole = (str(meta.get("valid_from", "0000")), str(meta.get("valid_to", "9999")))
        for name in (meta["title"], meta.get("full_name"), *several(meta.get("aliases"))):
            yield str(name), *whole
        for name in several(meta.get("names")):
            yield name["name"], str(name.get("from", whole[0])), str(name.get("to", whole[1]))

    def _plan(self, cited: Any) -> str | None:
        number, day = (
            (cited["number"], cited.get("date")) if isinstance(cited, dict) else (cited, "")
        )
        found = [
            plan.address.split("/")[1]
            for plan in self._plans
            if plan.meta["number"] == number
            and str(plan.meta["date"]).startswith(str(day or "")[:4])
        ]
        assert len(found) <= 1, cited
        return found[0] if found else None


def expected(
    values: dict[str, dict[str, set[str]]], addresses: list[str], chosen: dict[str, str]
) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for facet in FACETS:
        others = {name: value for name, value in chosen.items() if name != facet}
        counts[facet] = Counter(
            value
            for address in addresses
            if all(v in values[address].get(name, ()) for name, v in others.items())
            for value in values[address].get(facet, ())
        )
    return counts


@pytest.mark.parametrize("query", QUERIES)
def test_every_count_of_a_search(page: Page, scripts: str, values: Any, query: str) -> None:
    found = page.evaluate(COUNT, [scripts, query, {}])
    assert found["addresses"]
    assert found["counts"] == expected(values, found["addresses"], {})


def test_all_pages_are_counted(page: Page, scripts: str, values: Any) -> None:
    found = page.evaluate(COUNT, [scripts, "", {}])
    assert sorted(found["addresses"]) == sorted(values)


def test_every_choice_and_every_pair_of_choices(page: Page, scripts: str, values: Any) -> None:
    addresses = page.evaluate(COUNT, [scripts, "", {}])["addresses"]
    every = {
        facet: sorted({v for one in values.values() for v in one.get(facet, ())})
        for facet in FACETS
    }
    choices = [{facet: value} for facet, all_values in every.items() for value in all_values]
    pairs = [
        {one: value, other: second}
        for one, other in combinations(FACETS, 2)
        for value in every[one][::3]
        for second in every[other][::4]
    ]
    for chosen in (*choices, *pairs):
        found = page.evaluate(COUNT, [scripts, "", chosen])
        assert found["counts"] == expected(values, addresses, chosen), chosen
        left = [
            address
            for address in addresses
            if all(v in values[address].get(facet, ()) for facet, v in chosen.items())
        ]
        assert found["left"] == len(left), chosen


def test_the_page_shows_these_counts(page: Page, site: str, scripts: str, values: Any) -> None:
    query, chosen = "quy che dan chu", {"nam": "2025"}
    addresses = page.evaluate(COUNT, [scripts, query, {}])["addresses"]
    wanted = expected(values, addresses, chosen)
    page.goto(f"{site}/tim-kiem/?q={query}&nam=2025")
    page.wait_for_selector(".search-results > li")
    for facet in FACETS:
        shown = page.locator(f"select[name={facet}] option[value]:not([value=''])")
        pairs = shown.evaluate_all("all => all.map(o => [o.value, Number(o.dataset.count)])")
        assert {value: count for value, count in pairs if count} == wanted[facet], facet
        assert all(
            f"({count}" in text
            for text, (_, count) in zip(shown.all_inner_texts(), pairs, strict=True)
            if count < 1000
        )
