"""From a docs folder to a :class:`Newsroom`. Reads each file once; never raises for content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from newsroom.archives import DEMOCRACY, Archive
from newsroom.body_checks import check_body, check_wording
from newsroom.content import PICTURE_SUFFIXES, Content, Entry, Kind, walk
from newsroom.dates import as_moment
from newsroom.documents import DocumentRegister, reference_to
from newsroom.link_checks import (
    LinkMap,
    check_aliases,
    check_attachment,
    check_links,
    check_picture,
    check_unsafe,
)
from newsroom.markdown_scan import BodyScan, scan
from newsroom.model import Article, BrokenPage, Document, DocumentRef, Page, Role, Unit
from newsroom.newsroom import ArchiveIndex, CitedPlan, Newsroom, Participation
from newsroom.numbers import document_slug
from newsroom.pages import generated_addresses
from newsroom.pictures import PictureError, PictureInfo, inspect
from newsroom.problem_catalogue import CATALOGUE
from newsroom.problems import Problem, Severity, has_errors, in_order, problem
from newsroom.resolving import Resolver
from newsroom.schema import AnyMeta, ArticleMeta, DocumentMeta, PageMeta, PlanMeta, UnitMeta
from newsroom.source import Source, read_source
from newsroom.tags import collect_tags
from newsroom.text import clean, sort_key
from newsroom.units import UnitRegister
from newsroom.validation import validate

Progress = Callable[[int, int], None]
"""Called with files read so far and in all."""

_MODELS: dict[Kind, type[BaseModel]] = {
    Kind.ARTICLE: ArticleMeta,
    Kind.UNIT: UnitMeta,
    Kind.PLAN: PlanMeta,
    Kind.DOCUMENT: DocumentMeta,
    Kind.PAGE: PageMeta,
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A page that can be shown."""

    entry: Entry
    source: Source
    meta: AnyMeta
    scan: BodyScan


@dataclass(slots=True)
class _Folder:
    """Everything read from the folder, before anything is looked up."""

    read: list[_Read] = field(default_factory=list)
    broken: list[BrokenPage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[_Read]:
        return [one for one in self.read if one.entry.kind in kinds]


def load_newsroom(
    root: Path,
    now: datetime,
    *,
    is_preview: bool = False,
    archives: tuple[Archive, ...] = (DEMOCRACY,),
    progress: Progress | None = None,
) -> Newsroom:
    """Read the docs folder *root* as things stand at *now*.

    In the preview drafts and scheduled articles are listed too.
    """
    content = walk(root)
    pictures, picture_problems = _inspect_pictures(root, content)
    folder = _read_folder(root, content, progress)
    folder.problems += [*content.problems, *picture_problems]
    units = UnitRegister(_units(folder))
    documents = DocumentRegister(_documents(folder))
    folder.problems += [
        *units.problems(),
        *documents.problems(),
        *_scope_problems(units, documents),
    ]
    resolver = Resolver(units, documents, archives, now, folder.problems)
    articles = sorted(
        (
            resolver.article(one.entry, one.meta, one.source, one.scan)
            for one in folder.of(Kind.ARTICLE)
            if isinstance(one.meta, ArticleMeta)
        ),
        key=newest_publication,
    )
    held = tuple(a for a in articles if a.hold)
    listed = tuple(articles if is_preview else (a for a in articles if not a.hold))
    pages = {
        one.entry.address: Page(one.entry.path, one.entry.address, one.meta, one.source, one.scan)
        for one in folder.of(Kind.PAGE)
        if isinstance(one.meta, PageMeta)
    }
    broken_assets = {p.path for p in picture_problems}
    assets = {
        e.path: e for e in content.entries if e.kind is Kind.ASSET and e.path not in broken_assets
    }
    newsroom = Newsroom(
        root=root,
        paths=tuple(entry.path for entry in content.entries),
        now=now,
        is_preview=is_preview,
        articles=listed,
        held=held,
        units=units,
        documents=documents,
        pages=pages,
        broken=tuple(folder.broken),
        assets=assets,
        pictures=pictures,
        problems=(),
        by_unit=_by_unit(listed),
        taking_part=_taking_part(listed),
        plans=_cited_plans(listed, documents),
        by_document=_by_document(listed),
        tags=collect_tags(listed),
        archives=tuple(_archive_index(archive, listed) for archive in archives),
    )
    found = [*folder.problems, *_reference_problems(newsroom, folder)]
    return _with_problems(newsroom, found, folder)


def newest_publication(article: Article) -> tuple[object, ...]:
    """Sort key: newest publication first, then titles in Vietnamese order."""
    return (-as_moment(article.listed_on).timestamp(), sort_key(article.title), article.address)


def newest_event(article: Article) -> tuple[object, ...]:
    """Sort key: newest event first, then titles in Vietnamese order."""
    return (-article.happened_on.toordinal(), sort_key(article.title), article.address)


def _read_folder(root: Path, content: Content, progress: Progress | None) -> _Folder:
    folder = _Folder()
    pages = [entry for entry in content.entries if entry.kind is not Kind.ASSET]
    for count, entry in enumerate(pages, start=1):
        _read_page(root, entry, folder)
        if progress:
            progress(count, len(pages))
    return folder


def _read_page(root: Path, entry: Entry, folder: _Folder) -> None:
    source = read_source(root, entry.path)
    problems = list(source.problems)
    meta: BaseModel | None = None
    if source.values or source.is_readable:
        meta, found = validate(source, _MODELS[entry.kind])
        problems += found
    body_scan = scan(source.body, source.body_line) if source.body_is_safe else BodyScan()
    problems += check_body(source, body_scan)
    if entry.kind is Kind.ARTICLE and source.body_is_safe:
        problems += check_wording(source)
        if not source.body.strip() and source.is_readable:
            problems.append(problem("body-empty", entry.path, source.body_line))
    # Unsafe links are found again with the other links, but decide here whether the page is shown.
    problems += check_unsafe(source, body_scan)
    folder.problems += problems
    if meta is None or has_errors(problems):
        title = _title_of_broken(source)
        folder.broken.append(BrokenPage(entry.path, entry.address, title, source, tuple(problems)))
    else:
        folder.read.append(_Read(entry, source, meta, body_scan))  # type: ignore[arg-type]


def _title_of_broken(source: Source) -> str:
    """The headline as far as it can be made out, else the file's path."""
    title = source.values.get("title")
    if not isinstance(title, str) or not title.strip():
        line = re.search(r"^\s*title:[ \t]*(\S.*)$", source.raw[:20_000], re.MULTILINE)
        title = line[1].strip("\"' ") if line else ""
    return clean(title)[:300] or source.path


def _inspect_pictures(root: Path, content: Content) -> tuple[dict[str, PictureInfo], list[Problem]]:
    pictures: dict[str, PictureInfo] = {}
    problems: list[Problem] = []
    for entry in content.entries:
        if entry.kind is Kind.ASSET and Path(entry.path).suffix.lower() in PICTURE_SUFFIXES:
            try:
                pictures[entry.path] = inspect(root / entry.path)
            except PictureError as error:
                problems.append(problem("image-broken", entry.path, reason=str(error)))
    return pictures, problems


def _units(folder: _Folder) -> Iterable[Unit]:
    for one in folder.of(Kind.UNIT):
        if isinstance(one.meta, UnitMeta):
            unit_id = Path(one.entry.path).stem
            yield Unit(unit_id, one.entry.path, one.entry.address, one.meta, one.source, one.scan)


def _documents(folder: _Folder) -> Iterable[Document]:
    for one in folder.of(Kind.PLAN, Kind.DOCUMENT):
        if isinstance(one.meta, DocumentMeta):
            yield Document(one.entry.path, one.entry.address, one.meta, one.source, one.scan)


def _scope_problems(units: UnitRegister, documents: DocumentRegister) -> Iterable[Problem]:
    for document in documents.plans:
        if document.plan is None or not document.plan.scope:
            continue
        day = document.meta.date
        when = document.plan.starts or (day if not isinstance(day, int) else None)
        if when is None:
            continue
        for index, text in enumerate(document.plan.scope):
            line = document.source.line_of("scope", index)
            _, found = units.resolve(text, when, document.path, line)
            if found:
                yield found


def _by_unit(articles: Iterable[Article]) -> dict[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.unit and article.unit.unit:
            found[article.unit.unit.id].append(article)
    return {unit_id: tuple(own) for unit_id, own in found.items()}


def _taking_part(articles: Iterable[Article]) -> dict[str, tuple[Participation, ...]]:
    found: dict[str, list[Participation]] = defaultdict(list)
    for article in articles:
        own = article.unit.unit.id if article.unit and article.unit.unit else None
        roles: dict[str, list[Role]] = defaultdict(list)
        for role, ref in article.roles:
            if ref.unit and ref.unit.id != own and role not in roles[ref.unit.id]:
                roles[ref.unit.id].append(role)
        for unit_id, unit_roles in roles.items():
            found[unit_id].append(Participation(article, tuple(unit_roles)))
    return {unit_id: tuple(parts) for unit_id, parts in found.items()}


def _cited_plans(articles: Iterable[Article], documents: DocumentRegister) -> tuple[CitedPlan, ...]:
    """Registered plans, and those that are known only from what articles say of them."""
    members: dict[tuple[str, int | None], list[Article]] = defaultdict(list)
    refs: dict[tuple[str, int | None], DocumentRef] = {}
    by_path: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for ref in article.plans:
            if ref.document is not None:
                by_path[ref.document.path].append(article)
            else:
                key = (ref.number, ref.year)
                refs.setdefault(key, ref)
                members[key].append(article)
    plans = [
        CitedPlan(reference_to(d), d.address, tuple(sorted(by_path[d.path], key=newest_event)))
        for d in documents.plans
    ]
    taken = {plan.address for plan in plans}
    for key in sorted(refs, key=lambda k: (k[0], k[1] or 0)):
        ref = refs[key]
        slug = document_slug(ref.number, ref.year) or "ke-hoach"
        address, number = f"ke-hoach/{slug}/", 2
        while address in taken:
            address, number = f"ke-hoach/{slug}-{number}/", number + 1
        taken.add(address)
        plans.append(CitedPlan(ref, address, tuple(sorted(members[key], key=newest_event))))
    return tuple(plans)


def _by_document(articles: Iterable[Article]) -> dict[str, tuple[Article, ...]]:
    found: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for ref in (*article.plans, *article.documents):
            if ref.document:
                found[ref.document.path][article.path] = article
    return {path: tuple(sorted(c.values(), key=newest_event)) for path, c in found.items()}


def _archive_index(archive: Archive, articles: Iterable[Article]) -> ArchiveIndex:
    members = tuple(
        sorted((a for a in articles if archive.id in a.classification), key=newest_event)
    )
    unclassified = tuple(a for a in members if not a.classification[archive.id])
    return ArchiveIndex(archive, members, unclassified)


def _reference_problems(newsroom: Newsroom, folder: _Folder) -> Iterable[Problem]:
    """Check links, pictures and old addresses now that everything else is known."""

    @cache
    def generated() -> frozenset[str]:
        return generated_addresses(newsroom)

    @cache
    def taken() -> frozenset[str]:
        addresses = {one.entry.address for one in folder.read} | generated()
        return frozenset(a.strip("/").casefold() for a in addresses)

    held = {a.path for a in newsroom.held} if not newsroom.is_preview else set()
    known = LinkMap(
        pages={one.entry.path: one.scan for one in folder.read if one.entry.path not in held},
        unpublished={*held, *(page.path for page in newsroom.broken)},
        assets=newsroom.assets.keys(),
        generated=generated,
    )
    for one in folder.read:
        yield from check_links(one.source, one.scan, known)
        yield from _attached_problems(one, known)
    yield from check_aliases([*newsroom.articles, *_unlisted(newsroom)], taken)


def _unlisted(newsroom: Newsroom) -> Iterable[Article]:
    return () if newsroom.is_preview else newsroom.held


def _attached_problems(one: _Read, known: LinkMap) -> Iterable[Problem]:
    path, line_of = one.entry.path, one.source.line_of
    if isinstance(one.meta, ArticleMeta) and (image := one.meta.image):
        yield from check_picture(path, image.src, line_of("image", "src"), known)
        if not image.alt:
            yield problem("image-alt", path, line_of("image"), target=image.src)
    if isinstance(one.meta, ArticleMeta | DocumentMeta):
        for index, attachment in enumerate(one.meta.attachments):
            line = line_of("attachments", index)
            yield from check_attachment(path, attachment.file, line, known)


def _with_problems(newsroom: Newsroom, found: Iterable[Problem], folder: _Folder) -> Newsroom:
    ignored: dict[str, set[str]] = {}
    extra: list[Problem] = []
    for one in folder.of(Kind.ARTICLE):
        if isinstance(one.meta, ArticleMeta) and one.meta.lint_ignore:
            ignored[one.entry.path] = set(one.meta.lint_ignore)
            for code in one.meta.lint_ignore:
                if code not in CATALOGUE or CATALOGUE[code].severity == "error":
                    line = one.source.line_of("lint_ignore", code)
                    extra.append(problem("lint-ignore-unknown", one.entry.path, line, ignored=code))
    kept = [
        p for p in found if p.severity is Severity.ERROR or p.code not in ignored.get(p.path, ())
    ]
    return replace(newsroom, problems=in_order([*kept, *extra]))
