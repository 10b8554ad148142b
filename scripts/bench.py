"""Đo tốc độ trong một lần chạy: bên cạnh phần mềm khác, sau từng thay đổi, lúc xem trước.

Kết quả là tỉ số giữa các lần chạy xen kẽ nhau; con số tuyệt đối chỉ nói về máy đang đo. Phần mềm
khác không cần để dùng Trang; cài riêng: pip install --require-hashes -r requirements/peers.txt vào
môi trường đang dùng hoặc một môi trường khác có trong PATH.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console

from measuring.contenders import cold_portal, make_articles, peer_contender, rows_of, run_all
from measuring.figures import Figures, Row
from measuring.machine import this_machine
from measuring.report import print_tables, write_page
from measuring.scenarios import scenario_contenders
from measuring.serve import measure_previews
from newsroom.commands import fail, speak_utf8
from peers.kinds import PEERS, Peer
from reference_costs import Costs as ReferenceCosts
from reference_costs import measure_references, reference_lines
from search_costs import Costs as SearchCosts
from search_costs import lines, measure

Costs = TypeVar("Costs", SearchCosts, ReferenceCosts)
_ALL = "all"
_WIDTH = 150
"""Columns of the tables in a file."""
_NAMES = ", ".join(peer.name for peer in PEERS)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    counts: Sequence[int]
    runs: int
    peers: Sequence[Peer]
    scenarios: bool
    serve_at: Sequence[int]
    saves: int


@app.command(context_settings={"ignore_unknown_options": True})  # so that -5 arrives as N
def main(  # noqa: PLR0913, PLR0917 - the options of the command
    counts: Annotated[
        list[str] | None, typer.Argument(metavar="[N]...", help="Số bài; mặc định 1000.")
    ] = None,
    runs: Annotated[
        str, typer.Option(metavar="N", help="Số lần đo mỗi bên, sau một lần chạy thử.")
    ] = "3",
    peers: Annotated[
        str, typer.Option(help=f"Phần mềm đo bên cạnh, ngăn bằng dấu phẩy, hoặc all: {_NAMES}.")
    ] = "material",
    scenarios: Annotated[
        bool, typer.Option("--scenarios", help="Đo thêm việc dựng lại sau từng loại thay đổi.")
    ] = False,
    serve: Annotated[
        bool, typer.Option("--serve", help="Đo thêm bản xem trước, với mỗi số bài.")
    ] = False,
    serve_at: Annotated[
        str, typer.Option(metavar="N,…", help="Như --serve, nhưng chỉ với những số bài này.")
    ] = "",
    saves: Annotated[
        str, typer.Option(metavar="N", help="Số lần lưu bài khi đo bản xem trước.")
    ] = "20",
    out: Annotated[
        Path | None, typer.Option(help="Thư mục viết bảng và hình.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON thay cho bảng.")] = False,
    search: Annotated[bool, typer.Option("--search", help="Chỉ đo tìm kiếm.")] = False,
    references: Annotated[
        bool, typer.Option("--references", help="Chỉ đo việc nhận ra văn bản trong bài.")
    ] = False,
) -> None:
    """Dựng cùng một bộ bài mẫu bằng Trang này và bằng các phần mềm khác, rồi so."""
    speak_utf8()
    numbers = [_whole(count, "Số bài") for count in counts or ["1000"]]
    number_of_runs, number_of_saves = _whole(runs, "--runs"), _whole(saves, "--saves")
    places = [_whole(count, "--serve-at") for count in serve_at.split(",") if serve_at]
    if search:
        _costs(numbers, measure, lines, as_json=as_json)
    elif references:
        _costs(numbers, measure_references, reference_lines, as_json=as_json)
    else:
        places = places or (numbers if serve else [])
        chosen = _chosen(peers)
        if out and out.exists() and not out.is_dir():
            fail(f"“{out}” là một tệp; --out cần một thư mục.")
        asked = Asked(numbers, number_of_runs, chosen, scenarios, places, number_of_saves)
        _show(_measured(asked, out), as_json=as_json)


def _whole(text: str, name: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        fail(f"{name} phải là số nguyên từ 1 trở lên, không phải “{text}”.")
    return int(text)


def _chosen(names: str) -> list[Peer]:
    """The peers of that name, all there."""
    wanted = {name.strip() for name in names.split(",")} - {""}
    known = {peer.name for peer in PEERS}
    for name in sorted(wanted - known - {_ALL}):
        fail(f"Không có phần mềm “{name}” để so; các tên dùng được: {_NAMES}, {_ALL}.")
    chosen = [peer for peer in PEERS if peer.name in wanted or _ALL in wanted]
    for peer in chosen:
        if not peer.is_there:
            fail(f"Không thấy {peer.title}: pip install --require-hashes -r requirements/peers.txt")
    return chosen


def _measured(asked: Asked, out: Path | None) -> Figures:
    """Measure; the page in *out* is written after each part, for a long run may be stopped."""
    figures = Figures()
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as folder:
            rows = _builds(count, asked, Path(folder))
        figures = _noted(Figures((*figures.rows, *rows)), out)
    for count in asked.serve_at:
        with tempfile.TemporaryDirectory() as folder:
            docs = Path(folder) / "docs"
            make_articles(count, docs)
            waits = list(measure_previews(count, docs, Path(folder) / "serve", asked.saves))
        figures = _noted(Figures(figures.rows, (*figures.waits, *waits)), out)
    return figures


def _noted(figures: Figures, out: Path | None) -> Figures:
    if out:
        write_page(figures, this_machine(), out)
    return figures


def _builds(count: int, asked: Asked, work: Path) -> list[Row]:
    docs = work / "docs"
    make_articles(count, docs)
    contenders = [cold_portal(docs, work / "ours")]
    fitting = (peer for peer in asked.peers if count <= peer.limit)
    contenders += [peer_contender(peer, docs, work / peer.name) for peer in fitting]
    if asked.scenarios:
        contenders += scenario_contenders(docs, work / "scenarios")
    run_all(contenders, asked.runs, f"{count} bài")
    return list(rows_of(count, contenders))


def _show(figures: Figures, *, as_json: bool) -> None:
    if as_json:
        growth = [asdict(one) for one in figures.growth]
        found = {"machine": asdict(this_machine()), **asdict(figures), "growth": growth}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH)
    print_tables(figures, console)


def _costs(
    counts: list[int],
    cost_of: Callable[[int, Path], Costs],
    lines_of: Callable[[Costs], Iterable[str]],
    *,
    as_json: bool,
) -> None:
    found: list[Costs] = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            found.append(cost_of(count, Path(folder)))
    if as_json:
        sys.stdout.write(json.dumps([asdict(costs) for costs in found], indent=2) + "\n")
        return
    for costs in found:
        for line in lines_of(costs):
            typer.echo(line)


if __name__ == "__main__":
    app()
