"""Chấm trang bằng Lighthouse (gói npm) trong Chromium, như một điện thoại trên mạng di động."""

from __future__ import annotations

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

import test_tools
from page_kinds import ARTICLE, FULL_ARTICLE, PAGES
from serving import serve
from trial_site import build_trial_site

BELOW, WRONG_USE = 1, 2
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
NAMES = {
    "performance": "Tốc độ",
    "accessibility": "Tiếp cận",
    "best-practices": "Thực hành tốt",
    "seo": "Tìm kiếm",
}
MEASURED = ("", ARTICLE, "mau/", FULL_ARTICLE, "mau/tin/")
_TRIES = 3
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


@dataclass(frozen=True)
class Lost:
    """An audit that costs points: how many of its category's hundred, and what it saw."""

    category: str
    audit: str
    points: float
    seen: str


@dataclass(frozen=True)
class Run:
    """One visit: the scores out of 100, the largest paint in seconds, kilobytes transferred."""

    scores: Mapping[str, int]
    paint: float
    transfer: float
    lost: tuple[Lost, ...]


@dataclass(frozen=True)
class Result:
    """What several visits to one page say: the median speed, the worst of everything else."""

    page: str
    scores: dict[str, int]
    speeds: tuple[int, ...]
    paint: float
    transfer: float
    lost: tuple[Lost, ...]

    @property
    def good(self) -> bool:
        """Whether every score is high enough."""
        return all(self.scores[category] >= least for category, least in LEAST.items())


app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def main(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[THƯ-MỤC]", help="Trang đã dựng; không ghi thì dựng trang thử."),
    ] = None,
    page: Annotated[
        list[str] | None,
        typer.Option("--page", help="Địa chỉ tính từ gốc, ví dụ tin/; dùng được nhiều lần."),
    ] = None,
    runs: Annotated[int, typer.Option(min=1, help="Số lần đo mỗi trang.")] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON thay cho bảng.")] = False,
) -> None:
    """Chấm điểm; thoát với mã 1 khi có trang dưới 95 (tốc độ) hoặc 100 (mọi điểm khác)."""
    pages = tuple(page or (MEASURED if folder is None else ("",)))
    try:
        test_tools.need([test_tools.BROWSER, test_tools.PACKAGER])
        script = test_tools.lighthouse()
    except test_tools.MissingToolError as missing:
        _refuse(str(missing))
    try:
        with _served(folder) as address:
            _check_pages(folder, pages)
            results = [_measure(script, address, one, runs) for one in _progress(pages)]
    except RuntimeError as error:
        _refuse(str(error))
    if as_json:
        sys.stdout.write(
            json.dumps(list(map(asdict, results)), ensure_ascii=False, indent=2) + "\n"
        )
    else:
        _print(results)
    if not all(result.good for result in results):
        raise typer.Exit(BELOW)


def _refuse(reason: str) -> None:
    typer.echo(reason, err=True)
    raise typer.Exit(WRONG_USE)


@contextmanager
def _served(folder: Path | None) -> Iterator[str]:
    """Address of *folder*, or of a trial site built for just that address."""
    if folder is not None:
        with serve(folder) as address:
            yield address
        return
    port = _free_port()
    with tempfile.TemporaryDirectory() as work:
        site = build_trial_site(Path(work), f"http://127.0.0.1:{port}/")
        with serve(site, port) as address:
            yield address


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _check_pages(folder: Path | None, pages: tuple[str, ...]) -> None:
    for page in pages:
        if folder is not None and not (folder / page / "index.html").is_file():
            _refuse(f"Không có trang “/{page}” trong {folder}.")


def _measure(script: Path, address: str, page: str, runs: int) -> Result:
    visits = [_visit(script, f"{address}/{page}") for _ in range(runs)]
    visits.sort(key=lambda visit: visit.scores["performance"])
    speeds = tuple(visit.scores["performance"] for visit in visits)
    typical = visits[len(visits) // 2]
    scores = {name: min(visit.scores[name] for visit in visits) for name in LEAST}
    scores["performance"] = round(statistics.median(speeds))
    worst = min(visits, key=lambda visit: sum(visit.scores[name] for name in _OTHERS))
    lost = (
        *(one for one in typical.lost if one.category == "performance"),
        *(one for one in worst.lost if one.category != "performance"),
    )
    return Result(page, scores, speeds, typical.paint, typical.transfer, lost)


_OTHERS = [name for name in LEAST if name != "performance"]


def _visit(script: Path, address: str) -> Run:
    """One visit; a busy machine loses the browser's trace now and then, so try again."""
    for _ in range(_TRIES - 1):
        with suppress(RuntimeError):
            return _visit_once(script, address)
    return _visit_once(script, address)


def _visit_once(script: Path, address: str) -> Run:
    command = [
        shutil.which("node") or "nodejs",
        str(script),
        address,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={_FLAGS}",
    ]
    environment = os.environ | {"CHROME_PATH": test_tools.find_browser() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"Lighthouse không chạy được:\n{done.stderr.strip()}") from None
    if report.get("runtimeError"):
        raise RuntimeError(f"Lighthouse, {address}: {report['runtimeError'].get('message')}")
    return read_report(report)


def read_report(report: dict[str, Any]) -> Run:
    """Scores and what costs points, from the report that Lighthouse writes as JSON."""
    audits, categories = report["audits"], report["categories"]
    lost = [
        Lost(
            category,
            reference["id"],
            round(100 * reference["weight"] * (1 - (audit["score"] or 0)) / weights, 1),
            _seen(audit),
        )
        for category in LEAST
        if (weights := sum(r["weight"] for r in categories[category]["auditRefs"]))
        for reference in categories[category]["auditRefs"]
        if (audit := audits[reference["id"]])["scoreDisplayMode"] in ("binary", "numeric")
        if reference["weight"] and (audit["score"] or 0) < 1
    ]
    return Run(
        {name: round(100 * (categories[name]["score"] or 0)) for name in LEAST},
        audits["largest-contentful-paint"].get("numericValue", 0) / 1000,
        audits["total-byte-weight"].get("numericValue", 0) / 1000,
        tuple(sorted(lost, key=lambda one: -one.points)),
    )


def _seen(audit: dict[str, Any]) -> str:
    """What an audit found, as far as one line says it."""
    said = audit.get("displayValue") or audit.get("explanation") or audit["title"]
    items = (audit.get("details") or {}).get("items") or []
    first = " ".join(str(i[key]) for i in items[:1] for key in ("description", "url") if key in i)
    return f"{said}: {first}" if first else str(said)


def _progress(pages: tuple[str, ...]) -> Iterator[str]:
    console = Console(stderr=True)
    columns = (TextColumn("Đang chấm"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        yield from bar.track(pages)


def _print(results: list[Result]) -> None:
    table = Table(title="Lighthouse, điện thoại: tốc độ là trung vị, các điểm khác là thấp nhất")
    table.add_column("Trang", overflow="fold")
    for heading in (*NAMES.values(), "LCP (giây)", "KB"):
        table.add_column(heading, justify="right")
    for result in results:
        table.add_row(
            _name(result.page),
            *(_score(result.scores[name], LEAST[name]) for name in NAMES),
            f"{result.paint:.1f}",
            f"{result.transfer:.0f}",
        )
    console = Console()
    console.print(table)
    for result in results:
        for lost in result.lost:
            where = f"{_name(result.page)}: {NAMES[lost.category]} −{lost.points}"
            console.print(
                f"{where}: {lost.audit} ({lost.seen})",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )


def _name(page: str) -> str:
    """A measured page of the trial site by its kind, another by its address."""
    kinds = {path: kind for kind, path in PAGES.items() if path and path in MEASURED}
    return kinds.get(page, f"/{page}")


def _score(score: int, least: int) -> str:
    return f"[{'green' if score >= least else 'bold red'}]{score}[/]"


if __name__ == "__main__":
    app()
