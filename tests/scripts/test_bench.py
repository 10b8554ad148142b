"""The measuring command: its arguments, its arithmetic, its report. No test asserts a time."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from mkdocs.config import load_config
from typer.testing import CliRunner

import bench
from measuring import contenders, scenarios, serve
from measuring.builds import Run, build, progress_bar
from measuring.contenders import Contender, make_articles, rows_of, run_all
from measuring.figures import Figures, Row, Spread, Waits, growths, ratio, spread
from measuring.machine import Machine, this_machine
from measuring.picture import Bar, Group, draw
from measuring.report import PAGE, PICTURE, tables, write_page
from newsroom.clock import read_now
from newsroom.loading import load_newsroom
from newsroom.problems import Severity
from peers import kinds
from serving import serve as serve_folder

ROOT = Path(__file__).resolve().parents[2]
MACHINE = Machine(2, (("Python", "3.11.7"), ("Hugo", "0.168.0")))


def runs(*walls: float) -> list[Run]:
    return [Run(wall, wall * 2, 100) for wall in walls]


def row(name: str = "ours", articles: int = 1000, wall: float = 2, **more: object) -> Row:
    fields: dict[str, object] = {
        "articles": articles,
        "name": name,
        "title": name.title(),
        "is_scenario": False,
        "runs": 3,
        "wall": wall,
        "cpu": wall,
        "memory": 100.0,
        "pages": 50,
        "size": 1_000_000,
        "wall_to_ours": wall / 2,
        "cpu_to_ours": wall / 2,
        "memory_to_ours": 1.0,
        "wall_to_hugo": None,
    }
    return Row(**(fields | more))  # type: ignore[arg-type]


def waits(name: str, median: float, memory: float | None = 80) -> Waits:
    return Waits(1000, name, name, Spread(20, median, median * 2), Spread(5, 1, 2), memory, memory)


# Arguments


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["abc"], "Số bài phải là số nguyên từ 1 trở lên, không phải “abc”."),
        (["0"], "không phải “0”"),
        (["-5"], "không phải “-5”"),
        (["1000", "²"], "không phải “²”"),
        (["--khong-co"], "không phải “--khong-co”"),
        (["--runs", "0"], "--runs phải là số nguyên"),
        (["--saves", "nhiều"], "--saves phải là số nguyên"),
        (["--serve-at", "3000,x"], "--serve-at phải là số nguyên"),
        (["--peers", "hugo,jekyll"], "Không có phần mềm “jekyll”"),
        (["--peers", "jekyll"], "hugo, hugo-plain, material, pelican, blog, zensical, all"),
        (["--out", __file__], "là một tệp; --out cần một thư mục"),
    ],
)
def test_wrong_use(arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(bench.app, arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.output


def test_wrong_use_from_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "bench.py"), "không"],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Lỗi: Số bài phải là số nguyên từ 1 trở lên, không phải “không”.\n"


@pytest.mark.parametrize("name", ["hugo", "hugo-plain", "pelican", "zensical", "all"])
def test_a_missing_peer_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds.shutil, "which", lambda _: None)
    done = CliRunner().invoke(bench.app, ["--peers", name])
    assert done.exit_code == 2
    assert "Không thấy " in done.stderr
    assert "pip install --require-hashes -r requirements/peers.txt" in done.stderr


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        ("", []),
        ("material", ["material"]),
        ("hugo-plain, hugo", ["hugo", "hugo-plain"]),
        ("all", ["hugo", "hugo-plain", "material", "pelican", "blog", "zensical"]),
    ],
)
def test_peers_are_chosen_by_name(
    names: str, chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds.shutil, "which", lambda name: name)
    assert [peer.name for peer in bench._chosen(names)] == chosen


# Arithmetic


@pytest.mark.parametrize(
    ("one", "base", "expected"),
    [
        (runs(2), runs(4), 0.5),
        (runs(2, 9, 4), runs(1, 3, 4), 2),  # of pairs: 2, 3, 1
        (runs(60), runs(1, 2, 3), 30),  # a slow one, run once
        (runs(1, 2), runs(1, 1), 1.5),
    ],
)
def test_ratios(one: list[Run], base: list[Run], expected: float) -> None:
    assert ratio(one, base, "wall") == expected
    assert ratio(one, base, "cpu") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([row(articles=1000), row("hugo", 1000)], []),
        ([row(articles=3000, wall=6), row(articles=1000, wall=2)], [("ours", 3.0, 3.0)]),
        (
            [row(wall=2), row(articles=3000, wall=5), row(articles=10_000, wall=25)],
            [("ours", 10.0, 12.5)],
        ),
        ([row(), row("pelican"), row("pelican", 3000, 8)], [("pelican", 3.0, 4.0)]),
        ([row("ours-same", is_scenario=True), row("ours-same", 3000, is_scenario=True)], []),
    ],
)
def test_growth(rows: list[Row], expected: list[tuple[str, float, float]]) -> None:
    assert [(one.name, one.articles, one.wall) for one in growths(rows)] == expected


def test_spread() -> None:
    assert spread([0.3, 0.1, 0.2]) == Spread(3, 0.2, 0.3)


class Builds:
    """Stands in for the builds: what was run, and how long each takes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **seconds: float) -> None:
        self.done: list[str] = []
        self.seconds = seconds
        monkeypatch.setattr(contenders, "build", self.build)

    def build(self, command: Sequence[str], _: object, *, look: bool = False) -> Run:
        self.done.append(command[0] + ("+" if look else ""))
        return Run(self.seconds[command[0]], 1, 200 if look else 100)


def test_runs_are_interleaved_and_slow_ones_run_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = Builds(monkeypatch, ours=4, blog=61, same=1, hugo=2)
    numbers: list[int] = []
    found = [
        Contender("ours", "Trang này", ["ours"], tmp_path),
        Contender("hugo", "Hugo", ["hugo"], tmp_path),
        Contender("blog", "Blog", ["blog"], tmp_path),
        Contender(
            "ours-same", "Không đổi", ["same"], tmp_path, {}, numbers.append, is_scenario=True
        ),
    ]
    run_all(found, 2, "thử")
    every = ["ours", "hugo", "same"]
    assert builds.done == ["ours+", "hugo+", "blog+", "same", "same+", *every, *every]
    assert numbers == [0, 9999, 1, 2]
    rows = {one.name: one for one in rows_of(7, found)}
    assert [(one.runs, one.memory) for one in rows.values()] == [(n, 200) for n in (2, 2, 1, 2)]
    assert [one.wall_to_ours for one in rows.values()] == [1, 0.5, 61 / 4, 0.25]
    assert [one.wall_to_hugo for one in rows.values()] == [2, 1, 30.5, 0.5]


# Builds


def test_a_build_is_timed() -> None:
    run = build([sys.executable, "-c", "print('im lặng')"], {}, look=True)
    assert min(run.wall, run.cpu, run.memory) > 0


def test_a_failed_build_is_told_with_its_words() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('hỏng rồi')"]
    with pytest.raises(SystemExit, match=r"(?s)thất bại \(1\).*hỏng rồi"):
        build(command, {"PYTHONIOENCODING": "utf-8"})


def test_no_progress_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress_bar("thử", ["a", "b"])) == ["a", "b"]
    assert capsys.readouterr() == ("", "")


# Articles and scenarios


def test_the_articles_have_no_pictures(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    make_articles(40, docs)
    texts = [file.read_text(encoding="utf-8") for file in (docs / "tin").rglob("*.md")]
    assert len(texts) == 40
    for text in texts:
        assert "![" not in text
        assert "\nimage:" not in text
    found = load_newsroom(docs, read_now("2026-01-05T08:00"))
    assert [one for one in found.problems if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "line",
    ["title: Bài mẫu", 'title: "Bài mẫu"', "title: 'Bài mẫu'", "title: Bài\n  mẫu"],
)
def test_a_title_is_lengthened(line: str) -> None:
    text = f"---\nauthor: A\n{line}\ntags:\n- a\n---\n\ntitle: trong bài\n"
    expected = text.replace(line, 'title: "Bài mẫu (lần 0001)"')
    assert scenarios.retitled(text, " (lần 0001)") == expected


@pytest.mark.parametrize(
    ("aliases", "names"),
    [
        ("", ["Phòng 4"]),
        ("aliases:\n- P4\n- Phòng Bốn\n", ["Phòng 4", "P4", "Phòng Bốn"]),
        ("aliases:\n  - P4\n", ["Phòng 4", "P4"]),
        ("aliases: [P4]\n", ["Phòng 4", "P4"]),
    ],
)
def test_a_renamed_unit_keeps_its_name_as_another(aliases: str, names: list[str]) -> None:
    text = f"---\ntitle: Phòng 4\n{aliases}order: 3\n---\n\n- dòng trong bài\n"
    changed = scenarios.with_alias(text)
    assert scenarios.front_matter(changed) == {"title": "Phòng 4", "order": 3, "aliases": names}
    assert changed.endswith("---\n\n- dòng trong bài\n")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        file = folder / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{text}\n---\n", encoding="utf-8")


def test_what_is_edited(tmp_path: Path) -> None:
    write(
        tmp_path,
        tin__2024__a="title: A\nunit: p2",
        tin__2024__b="title: B\nunit: Phòng 2",
        tin__2024__c="title: C\nunit: P1\ndraft: true",
        tin__2024__d='title: D\nunit: "Hai"',
    )
    write(tmp_path / "don-vi", p1="title: P1", p2="title: Phòng 2\naliases: [Hai]")
    assert scenarios.busiest_unit(tmp_path).name == "p2.md"
    assert scenarios.middle_article(tmp_path).name == "d.md"  # the draft is passed over


def test_each_scenario_changes_what_it_says(tmp_path: Path) -> None:
    docs, work = tmp_path / "docs", tmp_path / "work"
    make_articles(12, docs)
    originals = {file: file.read_bytes() for file in (ROOT / "overrides").rglob("*.html")}
    for one in scenarios.scenario_contenders(docs, work):
        place = work / one.name.removeprefix("ours-")
        one.before(0)
        before = contents(place)
        one.before(1)
        first = contents(place)
        one.before(2)
        changed = {name for name, text in contents(place).items() if before.get(name) != text}
        shown = {name.split("/")[1] for name in changed if "/" in name}
        assert len({name for name in changed if "/" in name}) == (one.name != "ours-same")
        assert (contents(place) != first) == (one.name != "ours-same")
        expected = {"body": {"tin"}, "title": {"tin"}, "unit": {"don-vi"}, "template": {"partials"}}
        assert shown == expected.get(place.name, set())
    assert originals == {file: file.read_bytes() for file in originals}


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_template_scenario_takes_its_own_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setenv("PORTAL_DOCS", str(tmp_path / "docs"))
    config = load_config(config_file=str(scenarios._own_templates(tmp_path)))
    theirs = load_config(config_file=str(ROOT / "mkdocs.yml"))
    assert config.theme.dirs[0] == str(tmp_path / "overrides")
    assert config.theme.dirs[1:] == theirs.theme.dirs[1:]
    assert config.extra == theirs.extra
    assert config.markdown_extensions == theirs.markdown_extensions


def test_hugo_with_and_without_related_articles(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    make_articles(3, docs)
    by_name = {peer.name: peer for peer in kinds.PEERS}
    commands = {}
    for name in ("hugo", "hugo-plain"):
        (tmp_path / name).mkdir()
        commands[name] = by_name[name].write(docs, tmp_path / name)
    assert "--config" not in commands["hugo"]
    assert commands["hugo-plain"][-1].endswith("plain.toml")
    assert "related = false" in (tmp_path / "hugo-plain" / "plain.toml").read_text()
    assert contents(tmp_path / "hugo") == contents(tmp_path / "hugo-plain")


# Previews


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        yield running
        running.kill()


def test_a_page_is_awaited(tmp_path: Path, process: subprocess.Popen[bytes]) -> None:
    log = tmp_path / "log"
    log.write_text("cổng đã có người dùng", encoding="utf-8")
    (tmp_path / "index.html").write_text("<p>Câu mới</p>", encoding="utf-8")
    with serve_folder(tmp_path) as address:
        page = serve.Page(int(address.rpartition(":")[2]), "", process, log)
        assert page.wait("Câu mới") >= 0
        with pytest.raises(serve.TooLongError, match="trang / không đổi sau 0 giây"):
            page.wait("Không có", patience=0)
        process.kill()
        process.wait()
        with pytest.raises(serve.TooLongError, match=r"(?s)đã dừng \(-9\).*có người dùng"):
            page.wait("Không có")


def test_memory_where_the_system_tells() -> None:
    held = serve.resident_memory(os.getpid())
    assert (held is not None and held > 1) == Path("/proc/self/status").exists()
    assert serve.resident_memory(2**30) is None


# Report

FIGURES = Figures(
    (
        row(wall_to_hugo=1.25),
        row("hugo", wall=1.6, wall_to_hugo=1.0, title="Hugo <đủ> & “khác” | phần"),
        row("ours-same", wall=0.2, is_scenario=True, wall_to_hugo=0.125),
        row(articles=3000, wall=6),
        row("pelican", 3000, 1234.5),
    ),
    (waits("ours", 0.1), waits("material", 0.5, None)),
)


@pytest.mark.parametrize(
    ("figures", "titles"),
    [
        (Figures(), []),
        (Figures((row(),)), ["Dựng cả trang"]),
        (Figures((), (waits("ours", 1),)), ["Xem trước"]),
        (FIGURES, ["Dựng cả trang", "Dựng lại sau", "Lớn dần", "Xem trước"]),
    ],
)
def test_tables_of_what_was_measured(figures: Figures, titles: list[str]) -> None:
    found = list(tables(figures))
    assert len(found) == len(titles)
    for table, title in zip(found, titles, strict=True):
        assert table.title.startswith(title)
        assert {len(cells) for cells in table.rows} == {len(table.headings)}


def test_the_page(tmp_path: Path) -> None:
    write_page(FIGURES, MACHINE, tmp_path / "moi" / "cho")
    text = (tmp_path / "moi" / "cho" / PAGE).read_text(encoding="utf-8")
    for words in (
        "**Chỉ tỉ số là đáng so**",
        "Máy đã đo có 2 nhân. Phiên bản: Python 3.11.7, Hugo 0.168.0.",
        f"]({PICTURE})",
        "| 1000 | Ours | 1.00 | 1.00 | 1.00 | 1.25 | 2.00 | 50 | 1.00 | 1.00 | 3 |",
        "| 1000 | Hugo <đủ> & “khác” &#124; phần | 0.80 |",
        "| 3000 | Pelican | 617 | 617 | 1.00 | – | 1234.5 |",
        "- Pelican, giao diện mặc định: chỉ đo đến 3000 bài",
        "| 1000 | Ours-Same | 0.10 | 0.12 |",
        "- Ours: từ 1000 lên 3000 bài (gấp 3.0), thời gian gấp 3.00, bộ nhớ gấp 1.00.",
        "| 1000 | ours | 0.10 | 0.20 | 20 | 1.00 | 1.00 | 2.00 | 5 | 1.00 | 80 → 80 | 1.00 |",
        "| 1000 | material | 0.50 | 1.00 | 20 | 5.00 | 1.00 | 2.00 | 5 | 1.00 | – | – |",
    ):
        assert words in text
    pipes = [line.count(" | ") for line in text.splitlines() if line.startswith("|")]
    assert set(pipes) == {10, 7, 4, 11}


def test_the_picture(tmp_path: Path) -> None:
    write_page(FIGURES, MACHINE, tmp_path)
    drawn = ET.fromstring((tmp_path / PICTURE).read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    texts = [text.text for text in drawn.iter(f"{space}text")]
    assert drawn.findtext(f"{space}title") == "Đo tốc độ"
    assert {
        "Hugo <đủ> & “khác” | phần",
        "0.10 ×",
        "617 ×",
        "3.00 × (1000 → 3000)",
        "0.50 giây",
    } <= set(texts)
    bars = list(drawn.iter(f"{space}rect"))[1:]
    assert len(bars) == 5 + 1 + 4  # builds, growth, previews
    assert all(int(bar.attrib["width"]) >= 2 for bar in bars)


@pytest.mark.parametrize(
    "groups", [[], [Group("Trống", [])], [Group("<&>", [Bar("\u201c<a>&\u201d", 0, "0 ×")])]]
)
def test_pictures_are_well_formed(groups: list[Group]) -> None:
    assert ET.fromstring(draw("<Đo> & so", groups)).tag.endswith("svg")


def test_this_machine() -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert {"Python", "MkDocs", "Material"} <= {name for name, _ in machine.versions}
