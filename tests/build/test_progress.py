"""A build on a terminal says what it is doing and how far it is; in a file nothing of it stands."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.sample import generate

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    "Xem có gì thay đổi",
    "Đọc tin, bài",
    "Tìm văn bản được viện dẫn",
    "Xếp tin, bài vào các mục",
    "Làm ảnh",
    "Dựng trang",
    "Chờ chỉ mục tìm kiếm",
    "Ghi các tệp còn lại",
)
"""In this order."""
COUNTED = ("Đọc tin, bài", "Tìm văn bản được viện dẫn", "Làm ảnh", "Dựng trang")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mau") / "docs"
    generate(60, folder)
    return folder


def command(docs: Path, work: Path) -> tuple[list[str], dict[str, str]]:
    environment = os.environ | {
        **{"PORTAL_DOCS": str(docs), "PORTAL_CACHE": str(work / "cache")},
        **{"PORTAL_NOW": "2026-01-05T08:00", "NO_MKDOCS_2_WARNING": "1"},
        **{"TERM": "xterm", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
    }
    return [sys.executable, "-m", "mkdocs", "build", "-d", str(work / "site")], environment


def on_a_terminal(docs: Path, work: Path) -> str:
    """All that a build draws on a terminal."""
    arguments, environment = command(docs, work)
    own, other = pty.openpty()
    build = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=other, stderr=other)
    os.close(other)
    drawn = b""
    try:
        while data := os.read(own, 65536):
            drawn += data
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(own)
    assert build.wait() == 0
    return _CONTROL.sub("", drawn.decode())


def test_on_a_terminal_each_step_is_told_and_how_far_it_is(docs: Path, tmp_path: Path) -> None:
    drawn = on_a_terminal(docs, tmp_path)
    places = [drawn.index(step) for step in STEPS]
    assert places == sorted(places)
    for step in COUNTED:
        counts = re.findall(rf"{step}\W+?(\d+)/(\d+)", drawn)
        assert len(counts) > 1, step
        assert counts[-1][0] == counts[-1][1], step
        assert [int(done) for done, _ in counts] == sorted(int(done) for done, _ in counts)


def test_a_build_that_changes_nothing_reads_nothing(docs: Path, tmp_path: Path) -> None:
    on_a_terminal(docs, tmp_path)
    again = on_a_terminal(docs, tmp_path)
    assert "Xem có gì thay đổi" in again
    assert not [step for step in STEPS[1:] if step in again]


def test_nothing_of_it_stands_in_a_file(docs: Path, tmp_path: Path) -> None:
    arguments, environment = command(docs, tmp_path)
    log = tmp_path / "build.log"
    with log.open("wb") as file:
        subprocess.run(arguments, cwd=ROOT, env=environment, stdout=file, stderr=file, check=True)
    said = log.read_text(encoding="utf-8")
    assert "Trang đã dựng xong" in said
    assert not [step for step in STEPS if step in said]
    assert "\x1b" not in said
    assert "\r" not in said
