"""From a Word file to a page: each specimen imported, checked, built, and its words looked for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from newsroom.clock import read_now
from newsroom.importing.blocks import BlockKind
from newsroom.importing.importing import Imported, prepare, write
from newsroom.importing.word import read_word
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.problems import Severity
from newsroom.registers import load_registers

from .ooxml import photo
from .specimens import SPECIMENS, Specimen

ROOT = Path(__file__).resolve().parents[4]
NOW = "2025-06-01T08:00"


class Site:
    """The project's own content with every specimen imported and approved, built."""

    def __init__(self, folder: Path) -> None:
        self.docs, self.site = folder / "docs", folder / "site"
        shutil.copytree(ROOT / "docs", self.docs)
        registers = load_registers(self.docs)
        taken: set[str] = set()
        self.imported: dict[str, Imported] = {}
        for specimen in SPECIMENS:
            reading = read_word(specimen.data, "bai.docx")
            made = prepare(reading, registers, taken, date(2025, 6, 1), lambda *_: "Mô tả ảnh")
            write(made, self.docs)
            taken.add(made.path.removesuffix(".md").casefold())
            self.imported[specimen.name] = made
            file = self.docs / made.path
            for name in made.missing_pictures:  # the writer looks for them, and adds them
                file.with_name(name).write_bytes(photo())
            file.write_text(file.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
        self._build()
        self.newsroom: Newsroom = load_newsroom(self.docs, read_now(NOW))

    def _build(self) -> None:
        environment: Mapping[str, str] = os.environ | {
            "PORTAL_DOCS": str(self.docs),
            "PORTAL_NOW": NOW,
            "PORTAL_SEARCH": "off",
            "PORTAL_CACHE": str(self.docs.parent / "cache"),
        }
        command = [sys.executable, "-m", "mkdocs", "build", "-d", str(self.site)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    def page(self, specimen: Specimen) -> str:
        path = self.imported[specimen.name].path.removesuffix(".md")
        return (self.site / path / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("word"))


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_check_finds_no_fault(site: Site, specimen: Specimen) -> None:
    """What a person has to add (unit, author, words for pictures) are warnings, no faults."""
    path = site.imported[specimen.name].path
    found = [one for one in site.newsroom.problems if one.path == path]
    assert [one.code for one in found if one.severity is Severity.ERROR] == []
    to_add = {"unit-missing", "author-missing", "image-alt", "html-entity-tag"}
    assert {one.code for one in found if one.severity is Severity.WARNING} <= to_add


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.name)
def test_every_word_stands_on_the_page(site: Site, specimen: Specimen) -> None:
    html = re.sub(r"<(?:sup|sub|strong|em|/sup|/sub|/strong|/em)\b[^>]*>", "", site.page(specimen))
    shown = Counter(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", html))))
    blocks = read_word(specimen.data, "bai.docx").blocks
    wanted = Counter(w for b in blocks if b.kind != BlockKind.PICTURE for w in words(b.text))
    assert wanted - shown == Counter()


def words(text: str) -> list[str]:
    """Words of a block; labels “1.” of lists are drawn by the browser."""
    return re.findall(r"\w+", re.sub(r"^\d+\. ", "", text))
