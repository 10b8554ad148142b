"""Đo thời gian dựng bên cạnh các phần mềm khác, cùng một bộ bài mẫu, trong cùng một lần chạy.

Các phần mềm khác không cần để dùng Trang; cài riêng: pip install --require-hashes -r
requirements/peers.txt vào môi trường đang dùng hoặc một môi trường khác có trong PATH.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench import MKDOCS, ROOT, Run, build, folder_size, progress_bar
from newsroom.commands import fail
from newsroom.sample import generate
from peers.articles import without_pictures
from peers.kinds import PEERS, Peer
from peers.report import Row, write_report

_OURS = "Trang này"


@dataclass
class Contender:
    """Something measured: what happens before each run, and the command."""

    name: str
    title: str
    command: list[str]
    output: Path
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None
    runs: list[Run] = field(default_factory=list)


def main(
    counts: Annotated[list[int] | None, typer.Argument(help="Số bài; mặc định 1000.")] = None,
    runs: Annotated[int, typer.Option(help="Số lần đo, sau một lần chạy thử.")] = 3,
    only: Annotated[str, typer.Option(help="Chỉ đo các phần mềm này, ngăn bằng dấu phẩy.")] = "",
    out: Annotated[Path | None, typer.Option(help="Thư mục viết bảng và hình.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON thay cho bảng.")] = False,
) -> None:
    """Dựng cùng một bộ bài mẫu bằng Trang này và bằng các phần mềm khác."""
    if runs < 1 or any(count < 1 for count in counts or []):
        raise typer.BadParameter("Số bài và số lần đo phải từ 1 trở lên.")
    chosen = [peer for peer in PEERS if not only or peer.name in only.split(",")]
    for peer in chosen:
        if not peer.is_there:
            fail(f"Không thấy {peer.title}: pip install --require-hashes -r requirements/peers.txt")
    rows: list[Row] = []
    for count in counts or [1000]:
        with tempfile.TemporaryDirectory() as folder:
            rows += _measure(count, runs, chosen, Path(folder))
    if as_json:
        sys.stdout.write(json.dumps([vars(row) for row in rows], ensure_ascii=False) + "\n")
    else:
        write_report(rows, Console(), out)


def _measure(count: int, runs: int, peers: list[Peer], work: Path) -> Iterator[Row]:
    docs = work / "docs"
    docs.mkdir()
    generate(count, docs, 1)
    without_pictures(docs)
    contenders = [*_ours(docs, work)]
    for peer in peers:
        if count <= peer.limit:
            (work / peer.name).mkdir()
            command = peer.write(docs, work / peer.name)
            contenders.append(
                Contender(peer.name, peer.title, command, work / peer.name / peer.output)
            )
    for number in progress_bar(f"{count} bài", runs + 1):
        for one in contenders:
            one.before()
            run = build(one.command, one.environment)
            if number:  # the first of each warms the file cache
                one.runs.append(run)
    base = contenders[0]
    for one in contenders:
        pairs = list(zip(one.runs, base.runs, strict=True))
        yield Row(
            articles=count,
            name=one.name,
            title=one.title,
            wall=_median(run.wall for run in one.runs),
            cpu=_median(run.cpu for run in one.runs),
            memory=max(run.memory for run in one.runs),
            ratio=_median(run.wall / ours.wall for run, ours in pairs),
            pages=sum(1 for _ in one.output.rglob("*.html")),
            size=folder_size(one.output),
        )


def _median(values: Iterator[float]) -> float:
    return round(float(statistics.median(values)), 3)


def _ours(docs: Path, work: Path) -> Iterator[Contender]:
    """Cold (which all are held to), nothing changed, one article's body changed."""
    found = sorted((docs / "tin").rglob("*.md"))
    article = found[len(found) // 2]
    cold, warm = work / "cache-cold", work / "cache-warm"

    def forget() -> None:
        shutil.rmtree(cold, ignore_errors=True)

    def edit() -> None:
        with article.open("a", encoding="utf-8") as file:
            file.write("\nThêm một câu.\n")

    for name, title, cache, before in (
        ("ours", f"{_OURS}, lần đầu", cold, forget),
        ("ours-same", f"{_OURS}, không đổi gì", warm, lambda: None),
        ("ours-edit", f"{_OURS}, sửa nội dung một bài", warm, edit),
    ):
        site = work / name
        command = [*MKDOCS, "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)]
        environment = {
            "PORTAL_DOCS": str(docs),
            "PORTAL_CACHE": str(cache),
            "PORTAL_SEARCH": "off",
            "PORTAL_URL": "https://trang.example/",
            "PORTAL_NOW": "2026-01-05T08:00",
        }
        yield Contender(name, title, command, site, environment, before)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    typer.run(main)
