"""How good the search is: every kind of query, graded by the oracle, asked in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table

from .oracle import Oracle, Query
from .queries import WRITTEN, drawn, headlines

TOP = 10
ASK = """async ([root, query]) => {
  const { Index } = await import(root + "index.js");
  const { search } = await import(root + "ranking.js");
  window.opened = window.opened || await Index.open();
  const { ids, how } = await search(window.opened, query);
  const hits = await Promise.all(ids.map((id) => window.opened.hit(id)));
  return { how, addresses: hits.map((hit) => hit.address) };
}"""


@dataclass(frozen=True)
class Score:
    """How one query did."""

    query: Query
    relevant: int
    found: int
    precision: float
    reciprocal_rank: float
    recall: float
    is_ordered: bool


def score(query: Query, grades: dict[str, int], addresses: list[str]) -> Score:
    relevant = [address in grades for address in addresses]
    best = min(TOP, len(grades))
    first = relevant.index(True) + 1 if any(relevant) else 0
    order = [grades[address] for address in addresses if address in grades]
    return Score(
        query,
        relevant=len(grades),
        found=len(addresses),
        precision=sum(relevant[:best]) / best,
        reciprocal_rank=1 / first if first else 0.0,
        recall=sum(relevant) / len(grades),
        is_ordered=order == sorted(order, reverse=True),
    )


@pytest.fixture(scope="module")
def oracle(docs: Path, site_folder: Path) -> Oracle:
    return Oracle(docs, site_folder)


@pytest.fixture(scope="module")
def queries(oracle: Oracle) -> list[Query]:
    return [*WRITTEN, *drawn(oracle, 24), *headlines(oracle, 4)]


@pytest.fixture(scope="module")
def asked(browser: Browser, site: str, scripts: str, queries: list[Query]) -> Iterator[Any]:
    """Each query with all it finds, in order."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/tim-kiem/")
    yield {query.text: page.evaluate(ASK, [scripts, query.text]) for query in queries}
    context.close()


@pytest.fixture(scope="module")
def scores(oracle: Oracle, queries: list[Query], asked: Any) -> list[Score]:
    return [score(q, q.grades(oracle), asked[q.text]["addresses"]) for q in queries]


def test_the_queries_have_answers(oracle: Oracle, queries: list[Query]) -> None:
    assert len(queries) >= 60
    assert [query.text for query in queries if not query.grades(oracle)] == []


def test_quality(scores: list[Score], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        Console(width=110).print(table(scores))
    assert mean(one.precision for one in scores) >= 0.97
    assert mean(one.reciprocal_rank for one in scores) >= 0.98
    assert mean(one.recall for one in scores) >= 0.99


def table(scores: list[Score]) -> Table:
    shown = Table(title="Tìm kiếm: 300 bài mẫu, mỗi dòng một câu hỏi")
    for heading in ("Loại", "Gõ", "Đúng", "Thấy", "P@10", "1/hạng", "Đủ", "Thứ tự"):
        shown.add_column(heading, justify="left" if heading in {"Loại", "Gõ"} else "right")
    for one in scores:
        shown.add_row(
            one.query.kind,
            one.query.text[:48],
            str(one.relevant),
            str(one.found),
            f"{one.precision:.2f}",
            f"{one.reciprocal_rank:.2f}",
            f"{one.recall:.2f}",
            "" if one.is_ordered else "SAI",
        )
    shown.add_section()
    shown.add_row(
        f"{len(scores)} câu hỏi",
        "trung bình",
        "",
        "",
        f"{mean(one.precision for one in scores):.3f}",
        f"{mean(one.reciprocal_rank for one in scores):.3f}",
        f"{mean(one.recall for one in scores):.3f}",
        "",
    )
    return shown


def test_nothing_with_an_answer_stays_without(scores: list[Score]) -> None:
    assert [one.query.text for one in scores if one.relevant and not one.found] == []


def test_no_exact_match_below_a_folded_one(scores: list[Score]) -> None:
    assert [one.query.text for one in scores if not one.is_ordered] == []


def test_the_page_shows_what_the_search_finds(
    page: Page, site: str, queries: list[Query], asked: Any
) -> None:
    for query in queries[::3]:
        page.goto(f"{site}/tim-kiem/")
        page.fill("#tim-q", query.text)
        page.press("#tim-q", "Enter")
        page.wait_for_selector(".search-results > li")
        hits = page.locator(".search-results > li")
        links = hits.locator("a")
        assert links.count() == hits.count()
        shown = [
            a.removeprefix(f"{site}/") for a in links.evaluate_all("all => all.map(a => a.href)")
        ]
        assert shown == asked[query.text]["addresses"][:TOP], query.text
