"""Dựng trang thử: bài thật ở gốc, bài mẫu ở /mau/, để kiểm thử, đo và chụp."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from newsroom.sample import generate

ROOT = Path(__file__).resolve().parents[1]
_NOW = "2026-01-05T08:00"
_SEED = 7
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def build_trial_site(folder: Path, address: str, articles: int = 120) -> Path:
    """Build the trial site for *address* (with a slash at its end) inside *folder*.

    Returns the folder to serve. Raises RuntimeError with MkDocs' messages when a build fails.
    """
    site, docs = folder / "www", folder / "docs"
    generate(articles, docs, _SEED)
    year = docs / "tin" / "2025"
    year.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "scripts" / "trial_article.md", year / "bai-du-moi-thu.md")
    (year / "tep-mau.pdf").write_bytes(_PDF)
    build_site(ROOT / "docs", site, address)  # first: it replaces the whole folder
    build_site(docs, site / "mau", f"{address}mau/")
    return site


def build_site(docs: Path, site: Path, address: str) -> None:
    """Build *docs* for *address* as `make site` does. Raises RuntimeError with MkDocs' messages."""
    environment = os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_NOW": _NOW,
        "PORTAL_URL": address,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"Dựng {docs} không thành:\n{done.stderr}")
