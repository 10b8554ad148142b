"""The commands that measure the site: what they say when something is missing or too low."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lighthouse
import test_tools

ROOT = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *arguments],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_missing_tools_are_named_with_their_packages(tmp_path: Path) -> None:
    done = run("test_tools.py", PATH=str(tmp_path), CHROMIUM="", JAVA_HOME="")
    assert done.returncode == test_tools.MISSING
    for words in (
        "Thiếu trình duyệt Chromium.",
        "apt-get install chromium fonts-noto-core",
        "Thiếu Java 17 trở lên.",
        "apt-get install default-jre-headless",
        "Thiếu npm.",
        "apt-get install nodejs npm",
    ):
        assert words in done.stderr


@pytest.mark.parametrize("script", ["lighthouse.py", "screenshots.py"])
def test_a_measuring_command_names_the_missing_browser(script: str, tmp_path: Path) -> None:
    done = run(script, PATH=str(tmp_path), CHROMIUM=str(tmp_path / "khong-co"))
    assert done.returncode == 2
    assert "Thiếu trình duyệt Chromium." in done.stderr


def test_screenshots_of_an_unknown_kind() -> None:
    done = run("screenshots.py", "--only", "không có")
    assert done.returncode == 2
    assert "Không có kiểu trang “không có”" in done.stderr


@pytest.mark.parametrize(
    ("said", "version"),
    [('openjdk version "17.0.15"', 17), ('java version "1.8.0_402"', 1), ('version "25"', 25)],
)
def test_an_old_java_does_not_count(
    said: str, version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert test_tools.find_java() == (str(java) if version >= 17 else None)


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "requirements" / "npm" / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert {"node_modules/vnu-jar", "node_modules/lighthouse"} <= set(packages)
    for name, entry in packages.items():
        assert entry["integrity"].startswith("sha512-"), name
        assert "resolved" not in entry, name


def report(speed: float, contrast: float) -> dict[str, object]:
    """What Lighthouse says of a page, as far as the command reads it."""
    audits = {
        "total-blocking-time": {"score": speed, "displayValue": "120 ms"},
        "color-contrast": {"score": contrast, "title": "Contrast"},
        "hidden": {"score": 0, "scoreDisplayMode": "informative", "title": "Not counted"},
        "largest-contentful-paint": {"score": 1, "numericValue": 1234.0},
        "total-byte-weight": {"score": 1, "numericValue": 45000.0},
    }
    weights = {
        "performance": {"total-blocking-time": 30, "largest-contentful-paint": 70, "hidden": 0},
        "accessibility": {"color-contrast": 1},
        "best-practices": {},
        "seo": {},
    }
    categories = {
        "performance": 0.7 + 0.3 * speed,
        "accessibility": contrast,
        "best-practices": 1,
        "seo": 1,
    }
    return {
        "audits": {
            name: {"scoreDisplayMode": "numeric", "title": ""} | audit
            for name, audit in audits.items()
        },
        "categories": {
            name: {
                "score": score,
                "auditRefs": [{"id": i, "weight": w} for i, w in weights[name].items()],
            }
            for name, score in categories.items()
        },
    }


@pytest.mark.parametrize(
    ("speed", "contrast", "scores", "lost"),
    [
        (1, 1, [100, 100, 100, 100], []),
        (0.5, 1, [85, 100, 100, 100], [("total-blocking-time", 15.0, "120 ms")]),
        (1, 0, [100, 0, 100, 100], [("color-contrast", 100.0, "Contrast")]),
    ],
)
def test_points_lost_are_explained(
    speed: float, contrast: float, scores: list[int], lost: list[tuple[str, float, str]]
) -> None:
    seen = lighthouse.read_report(report(speed, contrast))
    assert list(seen.scores.values()) == scores
    assert [(one.audit, one.points, one.seen) for one in seen.lost] == lost
    assert (seen.paint, seen.transfer) == (1.234, 45.0)
