"""The pages and files written from the code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from newsroom.problem_catalogue import CATALOGUE
from newsroom.problem_page import problem_page

ROOT = Path(__file__).resolve().parents[2]


def test_the_guides_list_of_problems_is_up_to_date() -> None:
    page = ROOT / "docs" / "bien-tap" / "danh-muc-loi.md"
    assert page.read_text(encoding="utf-8") == problem_page(), "chạy: make reference"


def test_every_problem_has_severity_message_hint_and_example() -> None:
    for code, kind in CATALOGUE.items():
        assert kind.severity in {"error", "warning", "note"}, code
        assert kind.message and kind.hint and kind.example, code


def test_json_schemas_are_written(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "reference.py"), "schema", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [
        f"{kind}.schema.json" for kind in ("article", "document", "page", "plan", "unit")
    ]
    article = json.loads((tmp_path / "article.schema.json").read_text(encoding="utf-8"))
    assert "title" in article["required"]
    assert article["additionalProperties"] is False
