"""A thousand sample articles, built once from the command line as an editor would."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsroom.sample import generate

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-01-05T08:00"


def mkdocs(*arguments: str, docs: Path, now: str = NOW) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": now,
        "PORTAL_URL": "https://trang.example/",
        "SOURCE_DATE_EPOCH": "1700000000",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True)
class SampleSite:
    docs: Path
    site: Path


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SampleSite:
    folder = tmp_path_factory.mktemp("mau")
    generate(1000, folder / "docs", 1)
    done = mkdocs("build", "--strict", "-d", str(folder / "site"), docs=folder / "docs")
    assert done.returncode == 0, done.stderr
    return SampleSite(folder / "docs", folder / "site")
