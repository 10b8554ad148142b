"""`scripts/import_article.py` as a civil servant calls it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
TEXT = """Phòng thử họp mẫu tháng ba
Ngày 05/3/2025, Phòng thử tổ chức cuộc họp mẫu.
Đoạn thứ hai của bài mẫu.
Nguyễn Thị Mẫu
"""
PAGE = (
    "<html><head><meta charset=utf-8><title>Phòng thử họp mẫu tháng tư</title></head><body>"
    "<div class=noidung><h1>Phòng thử họp mẫu tháng tư</h1><p>Ngày 05/4/2025, Phòng thử tổ chức cuộc"
    " họp mẫu về nhiều việc khác nhau.</p><img src='trang_files/a.png'><p>Đoạn thứ hai của bài mẫu, cũng"
    " dài như đoạn trên.</p></div></body></html>"
)
SLUG = "phong-thu-hop-mau-thang-tu"


def run(
    script: str, *arguments: str | Path, cwd: Path = ROOT, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PORTAL_NOW": "2025-06-01"} | environment,
        capture_output=True,
        input=given,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "tin").mkdir(parents=True)
    (folder / "don-vi").mkdir()
    (folder / "index.md").write_text("---\ntitle: Trang chủ\n---\n", encoding="utf-8")
    unit = "---\ntitle: Phòng thử\nkind: phong\n---\n"
    (folder / "don-vi" / "phong-thu.md").write_text(unit, encoding="utf-8")
    return folder


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "nhap"
    (folder / "trang_files").mkdir(parents=True)
    (folder / "bai.txt").write_text(TEXT, encoding="utf-16")
    (folder / "trang.html").write_text(PAGE, encoding="utf-8")
    out = io.BytesIO()
    Image.new("RGB", (50, 40), "red").save(out, "PNG")
    (folder / "trang_files" / "a.png").write_bytes(out.getvalue())
    return folder


def test_a_folder_of_files(docs: Path, inbox: Path) -> None:
    (inbox / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (inbox / "~$bai.docx").write_bytes(b"x")
    done = run("import_article.py", inbox, "--docs", docs)
    assert done.returncode == 1, done.stderr
    written = sorted(p.name for p in (docs / "tin" / "2025").iterdir())
    assert written == ["phong-thu-hop-mau-thang-ba.md", f"{SLUG}-1.png", f"{SLUG}.md"]
    assert "cu.doc: KHÔNG NHẬP ĐƯỢC. Đây là tệp Word đời cũ." in done.stdout
    assert "3 tệp: đã nhập 2, không nhập được 1." in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    text = (docs / "tin" / "2025" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert f"![]({SLUG}-1.png)" in text
    assert "unit: phong-thu" in text
    assert "draft: true" in text
    checked = run("check.py", docs)
    assert "0 lỗi" in checked.stdout


def test_twice_makes_a_second_file(docs: Path, inbox: Path) -> None:
    for _ in range(2):
        assert run("import_article.py", inbox / "bai.txt", "--docs", docs).returncode == 0
    assert len(list((docs / "tin" / "2025").iterdir())) == 2


def test_dry_run_writes_nothing(docs: Path, inbox: Path) -> None:
    done = run("import_article.py", inbox, "--docs", docs, "--dry-run", "--show")
    assert done.returncode == 0
    assert "sẽ thành" in done.stdout
    assert "title: Phòng thử họp mẫu tháng ba" in done.stdout
    assert list((docs / "tin").iterdir()) == []


def test_json_is_an_object_a_file(docs: Path, inbox: Path) -> None:
    (inbox / "x.pdf").write_bytes(b"%PDF")
    done = run("import_article.py", inbox, "--docs", docs, "--format", "json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["written"] for line in lines] == [True, True, False]
    fields = {one["field"]: one for one in lines[0]["fields"]}
    assert fields["event_date"]["value"] == "05/3/2025"
    assert fields["event_date"]["words"].startswith("Ngày 05/3/2025")
    assert fields["event_date"]["line"] == 2
    assert lines[1]["pictures"] == [f"{SLUG}-1.png"]
    assert lines[1]["pictures_without_alt"] == [f"{SLUG}-1.png"]
    assert "PDF" in lines[2]["error"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["khong-co.txt"], "Không có tệp hoặc thư mục"),
        ([], "TỆP"),
        (["--docs", "/khong/co", "a.txt"], "Không có thư mục bài viết"),
    ],
)
def test_wrong_use_exits_with_2(arguments: list[str], words: str) -> None:
    done = run("import_article.py", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_consoles_that_know_no_vietnamese_get_utf8(docs: Path, inbox: Path) -> None:
    done = run("import_article.py", inbox / "bai.txt", "--docs", docs, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "Đã hiểu" in done.stdout
