"""`scripts/check.py` as an editor or a CI job calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = """---
title: "Bài thử"
date: 2025-03-05
author: Người viết
unit: phong-thu
---

Nội dung.
"""
UNIT = "---\ntitle: Phòng thử\nkind: phong\n---\n"


def check(
    *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), *arguments]
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    docs = tmp_path / "bai"
    (docs / "tin" / "2025").mkdir(parents=True)
    (docs / "don-vi").mkdir()
    (docs / "index.md").write_text("---\ntitle: Trang chủ\n---\n", encoding="utf-8")
    (docs / "don-vi" / "phong-thu.md").write_text(UNIT, encoding="utf-8")
    (docs / "tin" / "2025" / "bai-thu.md").write_text(GOOD, encoding="utf-8")
    return docs


def test_the_real_content_is_in_order() -> None:
    done = check()
    assert done.returncode == 0, done.stdout
    assert "0 lỗi, 0 cảnh báo" in done.stdout


@pytest.mark.parametrize(
    ("change", "code", "status"),
    [
        (("unit: phong-thu", "unit: phong-thu"), None, 0),
        (("Bài thử", "Bài: thử"), None, 0),
        (('"Bài thử"', "Bài: thử"), "yaml-syntax", 1),
        (("unit: phong-thu", "unit: Phòng khác"), "unit-unknown", 1),
        (("date: 2025-03-05", "date: unknown\nevent_date: 2025-03-05"), "date-from-event", 0),
        (("author: Người viết", "lint_ignore: {author-missing: bài cũ}"), None, 0),
        (
            ("author: Người viết\n", "author: A B\nlint_ignore: {abc: x}\n"),
            "lint-ignore-unknown",
            0,
        ),
    ],
    ids=[
        "bài đúng",
        "dấu hai chấm trong ngoặc kép",
        "dấu hai chấm ngoài ngoặc kép là lỗi",
        "đơn vị lạ là cảnh báo",
        "ngày lấy theo sự kiện là lưu ý",
        "cảnh báo đã bỏ qua có lý do",
        "bỏ qua mã không có",
    ],
)
def test_exit_code_and_json(
    newsroom: Path, change: tuple[str, str], code: str | None, status: int
) -> None:
    article = newsroom / "tin" / "2025" / "bai-thu.md"
    article.write_text(GOOD.replace(*change), encoding="utf-8")
    done = check(str(newsroom), "--format", "json")
    assert done.returncode == status, done.stdout + done.stderr
    problems = [json.loads(line) for line in done.stdout.splitlines()]
    assert [p["code"] for p in problems] == ([code] if code else [])
    for found in problems:
        assert list(found) == ["path", "line", "column", "code", "severity", "message", "hint"]
        assert found["path"].endswith("tin/2025/bai-thu.md")


def test_only_the_part_asked_for_is_reported(newsroom: Path) -> None:
    bad = newsroom / "tin" / "2025" / "bai-sai.md"
    bad.write_text(GOOD.replace("phong-thu", "Phòng khác"), encoding="utf-8")
    good = newsroom / "tin" / "2025" / "bai-thu.md"
    assert check(str(good), PORTAL_DOCS=str(newsroom)).returncode == 0
    done = check(str(bad))  # the docs folder is found from the file's place
    assert done.returncode == 1
    assert "bai-sai.md:5" in done.stdout


def test_github_annotations(newsroom: Path) -> None:
    article = newsroom / "tin" / "2025" / "bai-thu.md"
    article.write_text(GOOD.replace("phong-thu", "Phòng khác"), encoding="utf-8")
    done = check("bai", "--format", "github", cwd=newsroom.parent)
    assert done.stdout.startswith(
        "::warning file=bai/tin/2025/bai-thu.md,line=5,title=unit-unknown::"
    )


@pytest.mark.parametrize(
    "arguments",
    [["khong-co"], ["--format", "xml"], ["--khong-co"]],
    ids=["không có thư mục", "dạng lạ", "tuỳ chọn lạ"],
)
def test_wrong_use_exits_with_2(arguments: list[str]) -> None:
    done = check(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_wrong_now_exits_with_2(newsroom: Path) -> None:
    done = check(str(newsroom), PORTAL_NOW="hôm qua")
    assert done.returncode == 2
    assert "PORTAL_NOW" in done.stderr


def test_only_errors_fail_when_asked(newsroom: Path) -> None:
    article = newsroom / "tin" / "2025" / "bai.md"
    article.write_text(GOOD.replace("unit:", "unitt:"), encoding="utf-8")
    assert check(str(newsroom)).returncode == 1
    assert check(str(newsroom), "--fail-on", "error").returncode == 0
    article.write_text("không có phần khai báo", encoding="utf-8")
    assert check(str(newsroom), "--fail-on", "error").returncode == 1


def test_watching_checks_again_after_a_save(newsroom: Path) -> None:
    article = newsroom / "tin" / "2025" / "bai.md"
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), str(newsroom), "--watch"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        try:
            read_until(process.stdout, "Đang chờ")
            article.write_text(GOOD.replace("date: 2025-03-05", "date: 2025-02-30"), "utf-8")
            said = read_until(process.stdout, "Đang chờ")
            assert "bai.md:3" in said
            article.write_text(GOOD, encoding="utf-8")
            assert "0 lỗi, 0 cảnh báo" in read_until(process.stdout, "Đang chờ")
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            process.kill()


def read_until(stream: IO[str], words: str) -> str:
    """What the command says up to the line with *words*; fails when it ends before."""
    lines = []
    for line in stream:
        lines.append(line)
        if words in line:
            return "".join(lines)
    raise AssertionError("".join(lines))
