"""Đo thời gian dựng trang bên cạnh MkDocs + Material nguyên bản, trong cùng một lần chạy.

Kết quả là tỉ số giữa các lần chạy xen kẽ nhau; con số tuyệt đối chỉ nói về máy đang đo.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from newsroom.sample import generate
from reference_costs import Costs as ReferenceCosts
from reference_costs import measure_references, reference_lines
from search_costs import Costs as SearchCosts
from search_costs import lines, measure

Figures = TypeVar("Figures", SearchCosts, ReferenceCosts)
ROOT = Path(__file__).resolve().parent.parent
_STOCK = """\
site_name: Stock
docs_dir: {docs}
theme: {{name: material, language: vi, font: false}}
plugins: [search]
nav: [index.md]
not_in_nav: "*"
validation:
  nav: {{omitted_files: ignore, not_found: ignore, absolute_links: ignore}}
  links: {{not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""


@dataclass(frozen=True)
class Run:
    """One finished build: wall and CPU seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def main(
    counts: Annotated[list[int] | None, typer.Argument(help="Số bài; mặc định 1000.")] = None,
    runs: Annotated[int, typer.Option(help="Số lần đo mỗi bên, sau một lần chạy thử.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON thay cho bảng.")] = False,
    search: Annotated[bool, typer.Option(help="Đo tìm kiếm, không dựng trang.")] = False,
    references: Annotated[
        bool, typer.Option(help="Đo việc nhận ra văn bản trong bài, không dựng trang.")
    ] = False,
) -> None:
    """Dựng cùng một bộ bài mẫu bằng phần mềm này và bằng MkDocs + Material nguyên bản."""
    if runs < 1 or any(count < 1 for count in counts or []):
        raise typer.BadParameter("Số bài và số lần đo phải từ 1 trở lên.")
    if search:
        _search(counts or [1000], as_json=as_json)
        return
    if references:
        _references(counts or [1000], as_json=as_json)
        return
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in counts or [1000]:
            rows.append(_compare(count, runs, Path(folder) / str(count)))
    if as_json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(rows)


def _search(counts: list[int], *, as_json: bool) -> None:
    _measure(counts, measure, lines, as_json=as_json)


def _references(counts: list[int], *, as_json: bool) -> None:
    _measure(counts, measure_references, reference_lines, as_json=as_json)


def _measure(
    counts: list[int],
    cost_of: Callable[[int, Path], Figures],
    lines_of: Callable[[Figures], Iterable[str]],
    *,
    as_json: bool,
) -> None:
    found: list[Figures] = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            found.append(cost_of(count, Path(folder)))
    if as_json:
        sys.stdout.write(json.dumps([asdict(costs) for costs in found], indent=2) + "\n")
        return
    for costs in found:
        for line in lines_of(costs):
            typer.echo(line)


def _compare(count: int, runs: int, work: Path) -> dict[str, float | int]:
    docs = work / "docs"
    docs.mkdir(parents=True)
    generate(count, docs, 1)
    stock = work / "stock.yml"
    stock.write_text(_STOCK.format(docs=json.dumps(str(docs))), encoding="utf-8")
    commands = {
        "ours": [*MKDOCS, "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(work / "ours")],
        "stock": [*MKDOCS, "build", "-q", "-f", str(stock), "-d", str(work / "stock")],
    }
    results: dict[str, list[Run]] = {name: [] for name in commands}
    for number in progress_bar(f"{count} bài", runs + 1):
        for name, command in commands.items():
            run = build(command, {"PORTAL_DOCS": str(docs)})
            if number:  # the first of each warms the file cache
                results[name].append(run)
    pages = {name: sum(1 for _ in (work / name).rglob("*.html")) for name in commands}
    size = {name: folder_size(work / name) for name in commands}
    shutil.rmtree(work)
    return {
        "articles": count,
        "runs": runs,
        "wall_ratio": _median_ratio(results, "wall"),
        "cpu_ratio": _median_ratio(results, "cpu"),
        "memory_ratio": _median_ratio(results, "memory"),
        "ours_wall": statistics.median(r.wall for r in results["ours"]),
        "stock_wall": statistics.median(r.wall for r in results["stock"]),
        "ours_memory": max(r.memory for r in results["ours"]),
        "stock_memory": max(r.memory for r in results["stock"]),
        "ours_pages": pages["ours"],
        "stock_pages": pages["stock"],
        "ours_size": size["ours"],
        "stock_size": size["stock"],
    }


MKDOCS = [sys.executable, "-m", "mkdocs"]


def build(command: list[str], environment: Mapping[str, str]) -> Run:
    """Run *command* with *environment* added; leaves with its message when it fails."""
    start = time.perf_counter()
    known = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | dict(environment)
    process = subprocess.Popen(command, env=known, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"Lệnh {' '.join(command)} thất bại ({process.returncode}).")
    return Run(wall, usage.ru_utime + usage.ru_stime, _mebibytes(usage))


def _mebibytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1024 / 1024


def _median_ratio(results: dict[str, list[Run]], figure: str) -> float:
    pairs = zip(results["ours"], results["stock"], strict=True)
    ratios = [getattr(ours, figure) / getattr(stock, figure) for ours, stock in pairs]
    return round(float(statistics.median(ratios)), 3)


def folder_size(folder: Path) -> int:
    """Bytes of all files below *folder*."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


def progress_bar(title: str, total: int) -> Iterator[int]:
    """Count to *total*, with a bar on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from range(total)
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield from bar.track(range(total))


def _print(rows: list[dict[str, float | int]]) -> None:
    table = Table(title="Trang này / MkDocs + Material nguyên bản (trung vị từng cặp)")
    for heading in ("Số bài", "Thời gian", "CPU", "Bộ nhớ", "Giây", "Trang HTML", "MB kết quả"):
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(
            str(row["articles"]),
            f"{row['wall_ratio']:.2f} ×",
            f"{row['cpu_ratio']:.2f} ×",
            f"{row['memory_ratio']:.2f} ×",
            f"{row['ours_wall']:.1f} / {row['stock_wall']:.1f}",
            f"{row['ours_pages']} / {row['stock_pages']}",
            f"{row['ours_size'] / 1e6:.0f} / {row['stock_size'] / 1e6:.0f}",
        )
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
