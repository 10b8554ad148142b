"""Reading the docs folder: each page once, checked by itself, before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from pydantic import BaseModel

from newsroom.body_checks import check_body
from newsroom.content import PICTURE_SUFFIXES, Content, Entry, Kind
from newsroom.link_checks import check_unsafe, refused_picture
from newsroom.lint import Prose, lint
from newsroom.markdown_scan import BodyScan, scan
from newsroom.model import BrokenPage, Document, Unit
from newsroom.pictures.inspection import PictureError, PictureInfo, inspect
from newsroom.problems import Problem, has_errors, problem
from newsroom.schema import AnyMeta, ArticleMeta, DocumentMeta, PageMeta, PlanMeta, UnitMeta
from newsroom.security_marks.checks import check_marks
from newsroom.source import Source, read_source
from newsroom.text import clean
from newsroom.validation import validate

Progress = Callable[[int, int], None]
"""Called with files read so far and in all."""
Begin = Callable[[str], None]
"""Called with what is done next, in words for people."""

_MODELS: dict[Kind, type[BaseModel]] = {
    Kind.ARTICLE: ArticleMeta,
    Kind.UNIT: UnitMeta,
    Kind.PLAN: PlanMeta,
    Kind.DOCUMENT: DocumentMeta,
    Kind.PAGE: PageMeta,
}
_STAMPED = frozenset({Kind.ARTICLE, Kind.PLAN, Kind.DOCUMENT})
"""Pages that may have been pasted from a document with a security mark."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that can be shown."""

    entry: Entry
    source: Source
    meta: AnyMeta
    scan: BodyScan


@dataclass(slots=True)
class Folder:
    """Everything read from the folder, before anything is looked up."""

    read: list[ReadPage] = field(default_factory=list)
    broken: list[BrokenPage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[ReadPage]:
        """The pages of these kinds that can be shown, in the order of their paths."""
        return [one for one in self.read if one.entry.kind in kinds]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: it depends on its path, kind and bytes, and on nothing else."""

    page: ReadPage | BrokenPage
    problems: tuple[Problem, ...]


ReadEntry = Callable[[Entry, Source], Outcome]
Reading = Callable[[Path, Sequence[Entry], ReadEntry, Progress | None], Iterator[Outcome]]
"""A way to read pages; gives an outcome for each, in their order."""


def read_folder(
    root: Path,
    content: Content,
    progress: Progress | None,
    article: type[ArticleMeta] = ArticleMeta,
    reading: Reading | None = None,
) -> Folder:
    """Read every page that *content* lists; *article* is the model of articles."""
    folder = Folder()
    pages = [entry for entry in content.entries if entry.kind is not Kind.ASSET]
    for outcome in (reading or read_all)(root, pages, partial(read_entry, article), progress):
        folder.problems += outcome.problems
        if isinstance(outcome.page, BrokenPage):
            folder.broken.append(outcome.page)
        else:
            folder.read.append(outcome.page)
    return folder


def read_all(
    root: Path, entries: Sequence[Entry], read: ReadEntry, progress: Progress | None
) -> Iterator[Outcome]:
    """Read *entries* one after the other."""
    for count, entry in enumerate(entries, start=1):
        yield read(entry, read_source(root, entry.path))
        if progress:
            progress(count, len(entries))


def read_entry(article: type[ArticleMeta], entry: Entry, source: Source) -> Outcome:
    """Check and scan the file *entry* by itself, as *source* gives it."""
    model = article if entry.kind is Kind.ARTICLE else _MODELS[entry.kind]
    problems = list(source.problems)
    meta: BaseModel | None = None
    if source.values or source.is_readable:
        meta, found = validate(source, model)
        problems += found
    body_scan = scan(source.body, source.body_line) if source.body_is_safe else BodyScan()
    problems += check_body(source, body_scan)
    if entry.kind is Kind.ARTICLE and source.body_is_safe:
        problems += lint(entry.path, _prose(source, meta))
        if not source.body.strip() and source.is_readable:
            problems.append(problem("body-empty", entry.path, source.body_line))
    # Unsafe links are found again with the other links, but decide here whether the page is shown.
    problems += check_unsafe(source, body_scan)
    if entry.kind in _STAMPED and source.body_is_safe:
        problems += check_marks(source, meta)  # type: ignore[arg-type]
    if isinstance(meta, ArticleMeta) and meta.image:
        line = source.line_of("image", "src")
        refused = refused_picture(entry.path, meta.image.src, line)
        problems += [refused] if refused else []
    every = tuple(problems)
    if meta is None or has_errors(every):
        title = _title_of_broken(source)
        return Outcome(BrokenPage(entry.path, entry.address, title, source, every), every)
    return Outcome(ReadPage(entry, _lean(source), meta, body_scan), every)  # type: ignore[arg-type]


def _lean(source: Source) -> Source:
    """Without what nobody asks of a page that can be shown: half of what it takes in memory."""
    return replace(source, values={}, raw="") if source.body_is_safe else source


def _prose(source: Source, meta: BaseModel | None) -> Prose:
    """What the lint reads; of an article that cannot be shown the body at least."""
    if not isinstance(meta, ArticleMeta):
        return Prose("", source.body, source.body_line)
    when = meta.event_date or meta.date
    year = when.year if isinstance(when, date) else None
    return Prose(meta.title, source.body, source.body_line, source.line_of("title"), year)


def _title_of_broken(source: Source) -> str:
    """The headline as far as it can be made out, else the file's path."""
    title = source.values.get("title")
    if not isinstance(title, str) or not title.strip():
        line = re.search(r"^[ \t]*title:[ \t]*(\S.*)$", source.raw[:20_000], re.MULTILINE)
        title = line[1].strip("\"' ") if line else ""
    return clean(title)[:300] or source.path


def inspect_pictures(root: Path, content: Content) -> tuple[dict[str, PictureInfo], list[Problem]]:
    """The size of each picture, and which files are no pictures."""
    pictures: dict[str, PictureInfo] = {}
    problems: list[Problem] = []
    for entry in content.entries:
        if entry.kind is Kind.ASSET and Path(entry.path).suffix.lower() in PICTURE_SUFFIXES:
            try:
                pictures[entry.path] = inspect(root / entry.path)
            except PictureError as error:
                problems.append(problem("image-broken", entry.path, reason=str(error)))
    return pictures, problems


def read_units(folder: Folder) -> Iterator[Unit]:
    """The units among the pages that can be shown."""
    for one in folder.of(Kind.UNIT):
        if isinstance(one.meta, UnitMeta):
            unit_id = Path(one.entry.path).stem
            yield Unit(unit_id, one.entry.path, one.entry.address, one.meta, one.source, one.scan)


def read_documents(folder: Folder) -> Iterator[Document]:
    """The plans and documents among the pages that can be shown."""
    for one in folder.of(Kind.PLAN, Kind.DOCUMENT):
        if isinstance(one.meta, DocumentMeta):
            yield Document(one.entry.path, one.entry.address, one.meta, one.source, one.scan)
