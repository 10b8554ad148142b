"""The figures as a table for the terminal, and as a page with a picture for the maintainers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.console import Console
from rich.table import Table

_HEADINGS = ("Số bài", "Phần mềm", "Giây", "So với Trang", "CPU, giây", "MB nhớ", "Trang", "MB")
_BAR, _LEFT, _WIDTH = 26, 300, 460


@dataclass(frozen=True)
class Row:
    """One contender's medians; ``ratio`` is its time to the portal's cold build, pair by pair."""

    articles: int
    name: str
    title: str
    wall: float
    cpu: float
    memory: float
    ratio: float
    pages: int
    size: int

    def cells(self) -> tuple[str, ...]:
        """What the table shows."""
        return (
            str(self.articles),
            self.title,
            f"{self.wall:.1f}",
            f"{self.ratio:.2f} ×",
            f"{self.cpu:.1f}",
            f"{self.memory:.0f}",
            str(self.pages),
            f"{self.size / 1e6:.0f}",
        )


def write_report(rows: list[Row], console: Console, out: Path | None) -> None:
    """Print the table; into the folder *out* also ``do-toc-do.md`` and ``do-toc-do.svg``."""
    table = Table(title="Thời gian dựng, trung vị; tỉ số tính từng cặp trong cùng một lần chạy")
    for place, heading in enumerate(_HEADINGS):
        table.add_column(heading, justify="left" if place == 1 else "right")
    for row in rows:
        table.add_row(*row.cells())
    console.print(table)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "do-toc-do.md").write_text(_page(rows), encoding="utf-8", newline="\n")
        (out / "do-toc-do.svg").write_text(_picture(rows), encoding="utf-8", newline="\n")


def _page(rows: list[Row]) -> str:
    lines = [
        "# Đo tốc độ bên cạnh các phần mềm khác",
        "",
        "Viết bằng `python scripts/bench_peers.py … --out`; đừng sửa tay. Cùng bài mẫu, không có"
        " ảnh, không lập chỉ mục tìm kiếm; các lần chạy xen kẽ nhau. Chỉ tỉ số là đáng so: giây"
        " và MB nói về máy đã đo.",
        "",
        "![Thời gian dựng](do-toc-do.svg)",
        "",
        "| " + " | ".join(_HEADINGS) + " |",
        "| " + " | ".join("---" if i == 1 else "---:" for i in range(len(_HEADINGS))) + " |",
        *("| " + " | ".join(row.cells()) + " |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _picture(rows: list[Row]) -> str:
    """Bars of seconds, a group for each number of articles, each group to its own scale."""
    parts, top = [], 10
    for count, members in groupby(rows, key=lambda row: row.articles):
        group = list(members)
        longest = max(row.wall for row in group)
        parts.append(f'<text x="10" y="{top + 18}" font-weight="bold">{count} bài</text>')
        top += _BAR
        for row in group:
            width = max(2, round(_WIDTH * row.wall / longest))
            colour = "#741217" if row.name.startswith("ours") else "#8a8178"
            parts.append(f'<text x="10" y="{top + 17}">{escape(row.title)}</text>')
            parts.append(
                f'<rect x="{_LEFT}" y="{top + 4}" width="{width}" height="18" fill="{colour}"/>'
            )
            parts.append(f'<text x="{_LEFT + width + 8}" y="{top + 17}">{row.wall:.1f} giây</text>')
            top += _BAR
        top += 12
    size = f'width="{_LEFT + _WIDTH + 110}" height="{top}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="14">'
    )
    return "\n".join(
        [head, '<rect width="100%" height="100%" fill="#fffdf8"/>', *parts, "</svg>\n"]
    )
