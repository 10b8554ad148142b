"""Tiny newsrooms, written in the test itself: ``{path: text}`` in, a Newsroom out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from newsroom.clock import read_now
from newsroom.content import page_address
from newsroom.documents import DocumentRegister
from newsroom.loading import load_newsroom
from newsroom.markdown_scan import scan
from newsroom.model import Document, Unit
from newsroom.newsroom import Newsroom
from newsroom.problems import Problem
from newsroom.schema import DocumentCitation, DocumentMeta, PlanMeta, UnitMeta
from newsroom.settings import SiteSettings
from newsroom.source import Source, read_bytes
from newsroom.units import UnitRegister
from newsroom.validation import validate

from .pdf_writer import PROSE, pdf

NOW = "2025-08-01 09:00"
PATH = "tin/2025/bai.md"
PHONG_2 = "---\ntitle: Phòng 2\nkind: phong\n---\n"
PHONG_9 = "---\ntitle: Phòng 9\nkind: phong\n---\n"
UNITS = {"don-vi/phong-2.md": PHONG_2, "don-vi/phong-9.md": PHONG_9}
"""What every small newsroom holds unless a test says otherwise."""
PDF = pdf(PROSE)
"""A file that may be published."""

_ARTICLE = {
    "title": "Phòng 2 tiếp đoàn kiểm tra",
    "date": "2025-03-06",
    "author": "Nguyễn Thị Mẫu",
    "unit": "phong-2",
}
LoadSmall = Callable[..., Newsroom]


def bug(
    reason: str, raises: type[Exception] | tuple[type[Exception], ...] = AssertionError
) -> pytest.MarkDecorator:
    """The right behaviour, not there yet: the test says so as soon as it is."""
    return pytest.mark.xfail(strict=True, reason=reason, raises=raises)


def article(body: str = "Nội dung bài.", /, **fields: str | None) -> str:
    """An article's file. Each field is typed as a writer would; None leaves a usual one out.

    Lines: 2 ``title``, 3 ``date``, 4 ``author``, 5 ``unit``, then the others as given.
    """
    given = {k: v for k, v in {**_ARTICLE, **fields}.items() if v is not None}
    return page("\n".join(f"{key}: {value}" for key, value in given.items()), body)


def page(front_matter: str, body: str = "") -> str:
    """A file with this front matter."""
    return f"---\n{front_matter}\n---\n\n{body}\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write *files* below *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def load(
    folder: Path,
    files: Mapping[str, str | bytes],
    *,
    now: str = NOW,
    preview: bool = False,
    with_units: bool = True,
    settings: SiteSettings | None = None,
) -> Newsroom:
    """Load *files*, and two units unless told not to, as things stand at *now*."""
    root = write(folder, {**UNITS, **files} if with_units else files)
    return load_newsroom(root, read_now(now), is_preview=preview, settings=settings)


def places(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    """``["tin/2025/bai.md:5 unit-unknown"]``."""
    return [f"{p.place} {p.code}" for p in problems]


def codes(newsroom: Newsroom, path: str = PATH) -> list[str]:
    """``["5 unit-unknown"]``: what is wrong with one file."""
    return [f"{p.line or '-'} {p.code}" for p in newsroom.problems_of(path)]


def read(text: str | bytes, path: str = PATH) -> Source:
    """Read *text* as a file of the docs folder."""
    return read_bytes(text if isinstance(text, bytes) else text.encode(), path)


def unit_register(units: Mapping[str, str]) -> UnitRegister:
    """A register from ``{id: front matter}``; every entry must be valid."""
    return UnitRegister(_unit(unit_id, text) for unit_id, text in units.items())


def _unit(unit_id: str, text: str) -> Unit:
    path = f"don-vi/{unit_id}.md"
    source = read(page(text), path)
    meta, problems = validate(source, UnitMeta)
    assert meta is not None, problems
    return Unit(unit_id, path, page_address(path), meta, source, scan(source.body))


def document_register(documents: Mapping[str, str]) -> DocumentRegister:
    """A register from ``{path: front matter}``; every entry must be valid."""
    return DocumentRegister(_document(path, text) for path, text in documents.items())


def _document(path: str, text: str) -> Document:
    source = read(page(text), path)
    model = PlanMeta if path.startswith("ke-hoach/") else DocumentMeta
    meta, problems = validate(source, model)
    assert meta is not None, problems
    return Document(path, page_address(path), meta, source, scan(source.body))


def cite(number: str, when: date | int | None = None) -> DocumentCitation:
    """A citation as the schema makes it."""
    return DocumentCitation.model_validate({"number": number, "date": when})
