"""`scripts/report.py` as the person who files the report calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from report import app

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """---
title: "Phòng thử đối thoại"
date: 2025-03-05
author: Người viết
unit: phong-thu
democracy: {content: [cong-khai], form: [doi-thoai]}
---

Nội dung.
"""


def report(
    *arguments: str | Path, docs: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "report.py"), *map(str, arguments)]
    clean = {key: value for key, value in os.environ.items() if key != "PORTAL_URL"}
    given = {"PORTAL_DOCS": str(docs), "PORTAL_NOW": "2026-01-05", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=clean | given | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for path, text in {
        "index.md": "---\ntitle: Trang chủ\n---\n",
        "don-vi/phong-thu.md": "---\ntitle: Phòng thử\nkind: phong\n---\n",
        "tin/2025/doi-thoai.md": ARTICLE,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


H1 = ("--period", "2025-H1")


def test_the_real_content_gives_one_row(tmp_path: Path) -> None:
    out = tmp_path / "phu-luc.docx"
    done = report(
        *H1, "--out", out, "--outline", docs=ROOT / "docs", PORTAL_URL="https://trang.example/"
    )
    assert (done.returncode, done.stderr) == (0, "")
    cells = [cell.text for cell in docx.Document(str(out)).tables[0].rows[1].cells]
    assert cells == [
        *("1", "05/3/2025", "Phòng 2", "Tổ chức thực hiện", "Kiểm tra"),
        "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025;\nQuyết định số 143/QĐ-VKSHP ngày 22/10/2024;"
        "\nLuật số 10/2022/QH15 ngày 10/11/2022",
        *[""] * 5,
        "https://trang.example/tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025/",
    ]
    assert {file.name for file in tmp_path.iterdir()} == {
        "phu-luc.docx",
        "phu-luc-noi-bo.xlsx",
        "phu-luc-de-cuong.docx",
    }


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "csv"])
def test_every_kind_of_file_and_the_supplement(docs: Path, tmp_path: Path, suffix: str) -> None:
    out, extra = tmp_path / f"a.{suffix}", tmp_path / "bo-sung.csv"
    first = report(*H1, "--out", out, "--extra", extra, docs=docs)
    assert (first.returncode, first.stderr) == (0, "")
    assert "Hoạt động mới chờ bổ sung số liệu: 1." in first.stdout
    typed = extra.read_bytes().replace(b",,\r\n", b",45,3\r\n")
    extra.write_bytes(typed)
    again = report(*H1, "--out", out, "--extra", extra, docs=docs)
    assert again.returncode == 0, again.stderr
    assert "Hoạt động mới" not in again.stdout
    assert extra.read_bytes() == typed
    assert out.stat().st_size
    assert not list(tmp_path.glob(".*"))
    if suffix == "xlsx":
        sheet = openpyxl.load_workbook(out).worksheets[0]
        assert [sheet.cell(7, column).value for column in (10, 11)] == [45, 3]


def test_a_stretch_of_days_that_crosses_the_reorganisation_is_flagged(
    docs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.docx"
    done = report("--from", "01/3/2025", "--to", "2025-08-31", "--out", out, docs=docs)
    assert done.returncode == 0, done.stderr
    assert "01/7/2025" in done.stdout
    text = [p.text for p in docx.Document(str(out)).paragraphs]
    assert "Từ 01/3/2025 đến 31/8/2025" in text
    assert any(line.startswith("Ghi chú: Kỳ báo cáo gồm") for line in text)


WRONG_USE = {
    "không có kỳ": ((), "--period"),
    "kỳ lạ": (("--period", "2025-Q9"), "2025-H1"),
    "cả hai cách": ((*H1, "--from", "01/3/2025"), "--period"),
    "thiếu --to": (("--from", "01/3/2025"), "--to"),
    "ngày sai": (("--from", "31/02/2025", "--to", "01/3/2025"), "31/02/2025"),
    "ngược": (("--from", "01/4/2025", "--to", "01/3/2025"), "đứng sau"),
    "chuyên mục lạ": ((*H1, "--archive", "khong-co"), "dan-chu"),
    "kế hoạch lạ": ((*H1, "--plan", "999/KH-X"), "999/KH-X"),
    "địa chỉ sai": ((*H1, "--url", "https://a b/?c"), "https://"),
    "đuôi sai": ((*H1, "--out", "{folder}/a.doc"), ".docx, .xlsx, .csv"),
    "thư mục không có": ((*H1, "--out", "{folder}/khong/a.docx"), "Không có thư mục"),
    "trong thư mục bài viết": ((*H1, "--out", "{folder}/docs/a.docx"), "thư mục bài viết"),
    "bổ sung trong thư mục bài viết": ((*H1, "--extra", "{folder}/docs/b.csv"), "thư mục bài viết"),
    "bổ sung là .xlsx": ((*H1, "--extra", "{folder}/b.xlsx"), ".csv"),
    "bổ sung trùng phụ lục": (
        (*H1, "--out", "{folder}/a.csv", "--extra", "{folder}/a.csv"),
        "khác nhau",
    ),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_says_what_and_writes_nothing(
    docs: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    given = [argument.format(folder=tmp_path) for argument in arguments]
    out = [] if "--out" in given else ["--out", str(tmp_path / "a.docx")]
    environment = {"PORTAL_DOCS": str(docs), "PORTAL_NOW": "2026-01-05", "PORTAL_URL": ""}
    done = CliRunner().invoke(app, [*given, *out], env=environment)
    assert done.exit_code == 2
    assert words in done.stderr
    assert isinstance(done.exception, SystemExit)
    assert [file.name for file in tmp_path.iterdir()] == ["docs"]


def test_a_fault_in_the_supplement_names_its_place_and_stops(docs: Path, tmp_path: Path) -> None:
    extra = tmp_path / "bo-sung.csv"
    data = "Mã hoạt động;Số người dự\ndoi-thoai;chừng 40\n".encode()
    extra.write_bytes(data)
    done = report(*H1, "--out", tmp_path / "a.docx", "--extra", extra, docs=docs)
    assert done.returncode == 1
    assert f"{extra}:2, cột 2: Lỗi: Tệp bổ sung, cột “Số người dự”: “chừng 40”" in done.stderr
    assert "Cách sửa:" in done.stderr
    assert not (tmp_path / "a.docx").exists()
    assert extra.read_bytes() == data


def test_an_article_that_cannot_be_read_is_told_of(docs: Path, tmp_path: Path) -> None:
    (docs / "tin" / "2025" / "hong.md").write_text("---\ntitle: Phòng: 2\n---\n", encoding="utf-8")
    done = report(*H1, "--out", tmp_path / "a.docx", docs=docs)
    assert done.returncode == 1
    assert "1 trang còn lỗi nên không được tính" in done.stdout
    assert (tmp_path / "a.docx").exists()


def test_a_file_that_is_open_elsewhere_is_told_of(docs: Path, tmp_path: Path) -> None:
    """A folder in its place refuses the rename as a lock on Windows does."""
    (tmp_path / "a-noi-bo.xlsx").mkdir()
    done = report(*H1, "--out", tmp_path / "a.docx", docs=docs)
    assert done.returncode == 2
    assert "a-noi-bo.xlsx" in done.stderr
    assert "Traceback" not in done.stderr
