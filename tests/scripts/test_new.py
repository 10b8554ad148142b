"""`scripts/new.py`: options, questions, and a file that our checks accept."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from .test_import_article import ROOT, docs, run  # noqa: F401 - a fixture

SAMPLE = ("--title", "Phòng thử họp mẫu: đợt #2", "--event-date", "05/3/2025")


def only_file(folder: Path) -> str:
    (file,) = (folder / "tin").rglob("*.md")
    return file.read_text(encoding="utf-8")


def test_options_alone_make_a_file(docs: Path) -> None:  # noqa: F811
    plan = docs / "ke-hoach"
    plan.mkdir()
    (plan / "1-kh.md").write_text(
        "---\ntitle: Kế hoạch mẫu\nnumber: 1/KH-VKSM\ndate: 2025-01-02\n---\n", encoding="utf-8"
    )
    done = run(
        "new.py", *SAMPLE, "--unit", "phòng thử", "--author", "Nguyễn Thị Mẫu", "--role", "Chuyên viên",
        "--plan", "1/KH-VKSM", "--content", "Công khai", "--form", "doi-thoai", "--docs", docs,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = only_file(docs)
    assert 'title: "Phòng thử họp mẫu: đợt #2"' in text
    assert "date: 2025-06-01\nevent_date: 2025-03-05\n" in text
    assert "unit: phong-thu\n" in text
    assert "plan: 1/KH-VKSM\n" in text
    assert "role: Chuyên viên" in text
    assert "- cong-khai" in text
    assert "- doi-thoai" in text
    assert "draft: true" in text
    assert "xóa dòng “draft: true”" in done.stdout
    checked = run("check.py", docs)
    assert "0 lỗi, 0 cảnh báo" in checked.stdout, checked.stdout


def test_nothing_is_overwritten(docs: Path) -> None:  # noqa: F811
    for _ in range(3):
        assert run("new.py", *SAMPLE, "--yes", "--docs", docs).returncode == 0
    names = sorted(p.name for p in (docs / "tin" / "2025").iterdir())
    assert names == [
        "phong-thu-hop-mau-dot-2-2.md",
        "phong-thu-hop-mau-dot-2-3.md",
        "phong-thu-hop-mau-dot-2.md",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Trang", "tin-trang.md"),
        ("2025", None),
        ("Năm 2025", "nam-2025.md"),
        ("Con", "tin-con.md"),
        ("Đầu đề " * 30, "-".join(["dau-de"] * 13) + "-dau.md"),
    ],
)
def test_file_names(docs: Path, title: str, name: str | None) -> None:  # noqa: F811
    done = run("new.py", "--title", title, "--yes", "--docs", docs)
    names = [p.name for p in (docs / "tin").rglob("*.md")]
    assert names == ([name] if name else [])
    assert done.returncode == (0 if name else 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--yes"], "Thiếu đầu đề"),
        (["--title", "Bài mẫu", "--event-date", "30/02/2025"], "--event-date"),
        (["--title", "Bài mẫu", "--unit", "Phòng thi"], "Gần nhất: Phòng thử (phong-thu)"),
        (["--title", "Bài mẫu", "--content", "kiểm tra xe"], "--content"),
        (["--title", "<b>Bài</b>"], "thẻ HTML"),
    ],
)
def test_wrong_use(docs: Path, arguments: list[str], words: str) -> None:  # noqa: F811
    done = run("new.py", *arguments, "--docs", docs)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list((docs / "tin").iterdir()) == []


def test_questions_on_a_terminal(docs: Path) -> None:  # noqa: F811
    answers = ["", "Phòng thử họp mẫu", "5/13/2025", "5/3/2025", "", "1", "Nguyễn Thị Mẫu", "", "",
               "c", "5,1", "1"]  # fmt: skip
    shown = talk([str(ROOT / "scripts" / "new.py"), "--docs", str(docs)], answers)
    assert "bắt buộc" in shown
    assert "không phải là một ngày có thật" in shown
    assert "1. Phòng thử" in shown
    text = only_file(docs)
    assert "event_date: 2025-03-05" in text
    assert "unit: phong-thu" in text
    assert text.index("to-chuc-thuc-hien") < text.index("cong-khai")
    assert "- kiem-tra" in text


def talk(command: list[str], answers: list[str]) -> str:
    """Run *command* on a terminal of its own, typing each answer as soon as it is asked for."""
    main, side = pty.openpty()
    environment = os.environ | {"PORTAL_NOW": "2025-06-01"}
    process = subprocess.Popen(
        [sys.executable, *command], stdin=side, stdout=side, stderr=side, env=environment
    )
    os.close(side)
    shown, ahead = b"", list(answers)
    while select.select([main], [], [], 60)[0]:
        try:
            piece = os.read(main, 4096)
        except OSError:
            break
        shown += piece
        if not piece:
            break
        if shown.rstrip(b"\r\n").endswith(b": ") and ahead:
            os.write(main, ahead.pop(0).encode() + b"\n")
    process.wait(timeout=60)
    os.close(main)
    assert process.returncode == 0, shown.decode()
    return shown.decode()
