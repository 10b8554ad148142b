"""The figures as tables for the terminal, and as a page with a picture for the maintainers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table as RichTable

from measuring.figures import OURS, Figures, Growth, Row, Waits
from measuring.machine import Machine
from measuring.picture import Bar, Group, draw
from peers.kinds import NO_LIMIT, PEERS

PAGE, PICTURE = "do-toc-do.md", "do-toc-do.svg"
_NONE = "–"
_INTRODUCTION = """\
# Đo tốc độ

Viết bằng `python scripts/bench.py … --out THƯ-MỤC`; đừng sửa tay. Mọi con số ở trang này từ cùng \
một lần chạy: cùng một bộ bài mẫu cho mọi phần mềm, không có ảnh, không lập chỉ mục tìm kiếm; các \
lần dựng của các phần mềm xen kẽ nhau. **Chỉ tỉ số là đáng so**: giây và MB nói về máy đã đo."""


@dataclass(frozen=True)
class Table:
    """A table of words; the columns in ``left`` are set to the left, all others to the right."""

    title: str
    explained: Sequence[str]
    """What is measured and what the columns mean, a paragraph or item each."""
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    left: Sequence[int] = (1,)


def tables(figures: Figures) -> Iterator[Table]:
    """What was measured, a table each; none for what was not."""
    sides = [row for row in figures.rows if not row.is_scenario]
    scenarios = [row for row in figures.rows if row.is_scenario]
    if sides:
        yield _side_by_side(sides)
    if scenarios:
        yield _scenarios(scenarios)
    if figures.growth:
        yield _growth(figures.growth)
    if figures.waits:
        yield _waits(figures.waits)


def _side_by_side(rows: Sequence[Row]) -> Table:
    shown = {row.name for row in rows}
    limited = [peer for peer in PEERS if peer.limit < NO_LIMIT and peer.name in shown]
    return Table(
        "Dựng cả trang, bên cạnh các phần mềm khác",
        (
            "Mỗi lần dựng từ đầu: xóa kết quả và bộ nhớ đệm của lần trước.",
            "“Thời gian ×”, “CPU ×”: trung vị, qua các lần chạy, của tỉ số với lần dựng đầu của"
            " Trang này trong cùng lượt; dưới 1 là nhanh hơn Trang này.",
            "“Bộ nhớ ×”: tỉ số của bộ nhớ cao nhất, cộng mọi tiến trình của phần mềm ấy.",
            "“So với Hugo”: thời gian so với Hugo có giao diện đủ các phần như Trang này (kể cả tin"
            " liên quan). Hàng Hugo bỏ tin liên quan để thấy riêng phần ấy tốn bao nhiêu.",
            "“Giây”: trung vị; “Trang”: số tệp HTML; “Trang ×”, “Dung lượng ×”: so với Trang này;"
            " “Lần”: số lần đo (1 khi lần đầu đã quá một phút).",
            *(
                f"{one.title}: chỉ đo đến {one.limit} bài, nhiều hơn thì quá lâu."
                for one in limited
            ),
        ),
        (
            *("Số bài", "Phần mềm", "Thời gian ×", "CPU ×", "Bộ nhớ ×", "So với Hugo"),
            *("Giây", "Trang", "Trang ×", "Dung lượng ×", "Lần"),
        ),
        list(_side_cells(rows)),
    )


def _side_cells(rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    ours = {row.articles: row for row in rows if row.name == OURS}
    for row in rows:
        base = ours[row.articles]
        yield (
            *(str(row.articles), row.title, _times(row.wall_to_ours), _times(row.cpu_to_ours)),
            *(_times(row.memory_to_ours), _times(row.wall_to_hugo), _seconds(row.wall)),
            *(str(row.pages), _times(row.pages / base.pages), _times(row.size / base.size)),
            str(row.runs),
        )


def _scenarios(rows: Sequence[Row]) -> Table:
    return Table(
        "Dựng lại sau khi có thay đổi",
        (
            "Mỗi việc có bài, kết quả và bộ nhớ đệm riêng, đã dựng một lần; rồi mỗi lần đo lại sửa"
            " thêm một lần. Khuôn trang được sửa là chân trang, có ở mọi trang; tên cũ của đơn vị"
            " được giữ làm tên gọi khác.",
            "“Lần đầu ×”: thời gian so với lần dựng đầu của Trang này trong cùng lượt; “So với"
            " Hugo”: so với Hugo dựng cả trang (lần nào Hugo cũng dựng cả trang); “CPU ×”,"
            " “Bộ nhớ ×”: so với lần dựng đầu.",
        ),
        ("Số bài", "Việc", "Lần đầu ×", "So với Hugo", "CPU ×", "Bộ nhớ ×", "Giây", "Lần"),
        [
            (
                *(str(row.articles), row.title, _times(row.wall_to_ours)),
                *(_times(row.wall_to_hugo), _times(row.cpu_to_ours), _times(row.memory_to_ours)),
                *(_seconds(row.wall), str(row.runs)),
            )
            for row in rows
        ],
    )


def growth_line(growth: Growth) -> str:
    """Time and memory of the most articles to those of the fewest, in one sentence."""
    return (
        f"{growth.title}: từ {growth.fewest} lên {growth.most} bài (gấp {growth.articles:.1f}),"
        f" thời gian gấp {growth.wall:.2f}, bộ nhớ gấp {growth.memory:.2f}."
    )


def _growth(found: Sequence[Growth]) -> Table:
    return Table(
        "Lớn dần theo số bài",
        (
            "Lần dựng đầu với nhiều bài nhất chia cho lần dựng đầu với ít bài nhất; gấp đúng bằng"
            " “Số bài ×” là lớn đều theo số bài.",
            *(growth_line(one) for one in found if one.name == OURS),
        ),
        ("Từ, đến", "Phần mềm", "Số bài ×", "Thời gian ×", "Bộ nhớ ×"),
        [
            (
                *(f"{one.fewest} → {one.most}", one.title, _times(one.articles)),
                *(_times(one.wall), _times(one.memory)),
            )
            for one in found
        ],
    )


def _waits(found: Sequence[Waits]) -> Table:
    return Table(
        "Xem trước: từ lúc lưu đến lúc trang hiện chữ mới",
        (
            "Mở `mkdocs serve`, mỗi lần lưu thêm một câu vào một bài (hoặc đổi đầu đề), rồi hỏi"
            " trang ấy mười mili giây một lần cho đến khi thấy chữ mới.",
            "“So với Trang”: tỉ số trung vị với bản xem trước của Trang này; “Bộ nhớ”: MB máy chủ"
            " đang giữ sau lần lưu đầu và sau lần lưu cuối, “×” là tỉ số hai số ấy.",
        ),
        (
            *("Số bài", "Bản xem trước", "Lưu nội dung: trung vị, giây", "lâu nhất", "lần"),
            *("So với Trang", "Đổi đầu đề: trung vị, giây", "lâu nhất", "lần", "So với Trang"),
            *("Bộ nhớ", "×"),
        ),
        list(_wait_cells(found)),
    )


def _wait_cells(found: Sequence[Waits]) -> Iterator[Sequence[str]]:
    ours = {one.articles: one for one in found if one.name == OURS}
    for one in found:
        base = ours[one.articles]
        spreads = [(one.body, base.body), (one.headline, base.headline)]
        cells = [
            (
                *(_seconds(s.median), _seconds(s.worst), str(s.count)),
                _times(s.median / of_ours.median),
            )
            for s, of_ours in spreads
        ]
        yield (str(one.articles), one.title, *cells[0], *cells[1], *_memory_cells(one))


def _memory_cells(one: Waits) -> tuple[str, str]:
    if one.memory_first is None or one.memory_last is None:
        return _NONE, _NONE
    held = f"{one.memory_first:.0f} → {one.memory_last:.0f}"
    return held, _times(one.memory_last / one.memory_first)


def _times(value: float | None) -> str:
    if value is None:
        return _NONE
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def print_tables(figures: Figures, console: Console) -> None:
    """Print the tables."""
    for table in tables(figures):
        shown = RichTable(title=table.title)
        for place, heading in enumerate(table.headings):
            is_left = place in table.left
            shown.add_column(heading, justify="left" if is_left else "right", no_wrap=is_left)
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)
    for one in figures.growth:
        if one.name == OURS:
            console.print(growth_line(one), highlight=False)


def write_page(figures: Figures, machine: Machine, out: Path) -> None:
    """Write the page and its picture into the folder *out*."""
    out.mkdir(parents=True, exist_ok=True)
    picture = draw("Đo tốc độ", groups(figures))
    (out / PAGE).write_text(page(figures, machine), encoding="utf-8", newline="\n")
    (out / PICTURE).write_text(picture, encoding="utf-8", newline="\n")


def page(figures: Figures, machine: Machine) -> str:
    """The page, in Markdown."""
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions)
    blocks = [
        _INTRODUCTION,
        f"Máy đã đo có {machine.cores} nhân. Phiên bản: {versions}.",
        f"![Thời gian của từng phần mềm, từng việc]({PICTURE})",
    ]
    for table in tables(figures):
        blocks += [f"## {table.title}", "\n".join(f"- {line}" for line in table.explained)]
        blocks.append("\n".join(_markdown(table)))
    return "\n\n".join(blocks) + "\n"


def _markdown(table: Table) -> Iterator[str]:
    places = range(len(table.headings))
    yield _line(table.headings)
    yield _line(["---" if place in table.left else "---:" for place in places])
    yield from map(_line, table.rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def groups(figures: Figures) -> Iterator[Group]:
    """The bars: builds of each number of articles, growth, and previews."""
    for count, members in groupby(figures.rows, key=lambda row: row.articles):
        bars = [
            Bar(row.title, row.wall, f"{_times(row.wall_to_ours)} ×", row.name.startswith(OURS))
            for row in members
        ]
        yield Group(f"{count} bài: thời gian so với lần dựng đầu của Trang này", bars)
    if figures.growth:
        yield Group(
            "Thời gian gấp bao nhiêu khi số bài tăng",
            [Bar(one.title, one.wall, _grown(one), one.name == OURS) for one in figures.growth],
        )
    for count, waiting in groupby(figures.waits, key=lambda one: one.articles):
        yield Group(f"{count} bài: chờ sau khi lưu, bản xem trước", list(_wait_bars(waiting)))


def _grown(one: Growth) -> str:
    return f"{_times(one.wall)} × ({one.fewest} → {one.most})"


def _wait_bars(found: Iterator[Waits]) -> Iterator[Bar]:
    for one in found:
        for words, spread in (("nội dung", one.body), ("đầu đề", one.headline)):
            label = f"{one.title}, {words}"
            yield Bar(label, spread.median, f"{_seconds(spread.median)} giây", one.name == OURS)
