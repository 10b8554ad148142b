"""Tìm kiếm tốn bao nhiêu: thời gian và bộ nhớ lập chỉ mục, số byte một câu hỏi tải về."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from newsroom.dates import TIME_ZONE
from newsroom.loading import load_newsroom
from newsroom.sample import generate
from newsroom.search.job import make_job
from newsroom.search.store import INDEX_FOLDER, IndexStore, place
from newsroom.settings import SearchSettings
from serving import serve
from test_tools import find_browser
from trial_site import build_site

_NOW = datetime(2026, 1, 5, 8, tzinfo=TIME_ZONE)
_QUERIES = (
    *("quy che dan chu", "quy chế dân chủ", "dân chủ ở cơ sở", "doan thanh nien", "lanh dao"),
    *("hội nghị cán bộ, công chức, người lao động", "bảo vệ bí mật nhà nước", "hiến máu"),
    *("gia đình", "sổ", "công tác", "don vi", "kiểm tra", "Phòng 2 (mẫu)", "phong 10 mau"),
    *("vks quan mau a", "viện kiểm sát nhân dân", "vksnd khu vuc mau 1", "nguoi viet mau 26"),
    *("118/KH-VKSMAU-TTr", "118 kh vksmau", "KH 118", "quyết định 712", "4/2/2025"),
    *("tháng 3/2025", "năm 2019", "Phòng 2 tháng 3/2025", "hội nghị năm 2024"),
    *("hiến máu phòng 5", "tap huan phong 10", "thể thao công đoàn", "hội nghị chuyển đổi số"),
    *("xyzzy hiến máu", "phong hai"),
)
_DRAWN = 30
_FIRST = "sinh hoạt chuyên đề"
"""What was asked before, where the cost of a later question is measured."""


@dataclass(frozen=True)
class Costs:
    """Seconds, MiB, MB on disk, and KB a question."""

    articles: int
    seconds: float
    memory: float
    disk: float
    files: int
    first: tuple[float, ...]
    later: tuple[float, ...]


def measure(count: int, work: Path) -> Costs:
    """Index *count* sample articles, then ask in Chromium, each question with an empty cache."""
    docs, site = work / "docs", work / "site"
    generate(count, docs, 1)
    index, seconds, memory = _make_index(docs, work / "cache")
    generate(0, work / "none", 1)
    build_site(work / "none", site, "https://trang.example/")
    shutil.rmtree(site / INDEX_FOLDER)
    place(index, site / INDEX_FOLDER)
    files = [file for file in index.rglob("*") if file.is_file()]
    queries = (*_QUERIES, *_drawn(docs))
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        asking = _Asking(browser.new_page(), address)
        first = [asking.cost(query) for query in queries]
        later = [asking.cost(_FIRST, query) for query in queries]
        browser.close()
    return Costs(
        count,
        seconds,
        memory,
        sum(file.stat().st_size for file in files) / 1e6,
        len(files),
        tuple(first),
        tuple(later),
    )


def _make_index(docs: Path, cache: Path) -> tuple[Path, float, float]:
    job = make_job(load_newsroom(docs, _NOW), SearchSettings().all_synonyms)
    key, store = job.key(), IndexStore(cache)
    lines, made = store.prepare(key, job)
    command = [sys.executable, "-m", "newsroom.search.worker", key, str(lines), str(made)]
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    index = store.keep(key, lines, made)
    if process.returncode or index is None:
        raise SystemExit(f"Không lập được chỉ mục tìm kiếm (mã {process.returncode}).")
    return index, time.perf_counter() - start, _mebibytes(usage)


def _mebibytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1024 / 1024


def _drawn(docs: Path) -> list[str]:
    """Phrases of two to six words, drawn by lot from the articles."""
    lot = random.Random(1)
    files = sorted((docs / "tin").rglob("*.md"))
    found: list[str] = []
    while files and len(found) < _DRAWN:
        body = lot.choice(files).read_text(encoding="utf-8").split("---\n", 2)[2]
        words = re.findall(r"[^\W_]+", lot.choice(body.split("\n\n")))
        size = lot.randint(2, 6)
        if len(words) > size:
            start = lot.randrange(len(words) - size)
            found.append(" ".join(words[start : start + size]))
    return found


class _Asking:
    """One page in Chromium that counts what comes over the wire."""

    def __init__(self, page: Page, address: str) -> None:
        self._page, self._address = page, address
        self._wire = page.context.new_cdp_session(page)
        self._sizes: list[float] = []
        self._wire.on(
            "Network.loadingFinished", lambda event: self._sizes.append(event["encodedDataLength"])
        )
        self._wire.send("Network.enable")

    def cost(self, *queries: str) -> float:
        """KB for the last of *queries*, headers included; of the first also page and code."""
        page = self._page
        page.goto("about:blank")
        self._wire.send("Network.clearBrowserCache")
        self._sizes.clear()
        page.goto(f"{self._address}/tim-kiem/?q={quote(queries[0])}")
        self._wait(queries[0])
        for query in queries[1:]:
            self._sizes.clear()
            page.fill("#tim-q", query)
            page.press("#tim-q", "Enter")
            self._wait(query)
        return sum(self._sizes) / 1e3

    def _wait(self, query: str) -> None:
        told = "q => document.querySelector('.search-status').textContent.includes(`“${q}”`)"
        self._page.wait_for_function(told, arg=query)
        self._page.wait_for_load_state("networkidle")


def lines(costs: Costs) -> Iterable[str]:
    """The figures, a line each."""
    yield f"{costs.articles} bài: lập chỉ mục {costs.seconds:.1f} giây, {costs.memory:.0f} MiB;"
    yield f"  chỉ mục {costs.disk:.0f} MB, {costs.files} tệp"
    for name, values in (("Câu hỏi đầu", costs.first), ("Câu hỏi sau", costs.later)):
        ordered = sorted(values)
        high = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
        middle = statistics.median(ordered)
        figures = f"trung vị {middle:.0f} KB, bách phân vị 95: {high:.0f} KB"
        yield f"  {name}: {figures} ({len(ordered)} câu)"
