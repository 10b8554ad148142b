"""From a docs folder to a :class:`Newsroom`. Reads each file once; never raises for content."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path

from newsroom.activity_checks import activity_problems
from newsroom.archive_blocks import article_model
from newsroom.archives import Archive
from newsroom.citations import Citations
from newsroom.citing import Citing, cited_by_path, look_at_all
from newsroom.content import DESK_FOLDER, Kind, walk
from newsroom.coverage import scope_day
from newsroom.dates import as_moment
from newsroom.documents import DocumentRegister
from newsroom.folder import (
    Begin,
    Folder,
    Progress,
    Reading,
    ReadPage,
    inspect_pictures,
    read_documents,
    read_folder,
    read_units,
)
from newsroom.indexes import (
    archive_index,
    by_document,
    by_unit,
    cited_plans,
    newest_publication,
    taking_part,
)
from newsroom.link_checks import (
    LinkMap,
    check_attachment,
    check_links,
    check_picture,
    internal_files,
)
from newsroom.model import Page
from newsroom.newsroom import Newsroom
from newsroom.old_addresses import usable_aliases
from newsroom.pages import SET_BY_CONFIGURATION, generated_addresses
from newsroom.problem_catalogue import CATALOGUE
from newsroom.problems import Problem, Severity, in_order, problem
from newsroom.resolving import Resolver
from newsroom.schema import ArticleMeta, DocumentMeta, PageMeta
from newsroom.security_marks.checks import refused_files
from newsroom.settings import SiteSettings
from newsroom.tags import collect_tags
from newsroom.units import UnitRegister


def load_newsroom(  # noqa: PLR0913 - keyword options with defaults
    root: Path,
    now: datetime,
    *,
    is_preview: bool = False,
    archives: tuple[Archive, ...] | None = None,
    progress: Progress | None = None,
    settings: SiteSettings | None = None,
    cache_folder: Path | None = None,
    reading: Reading | None = None,
    citing: Citing = look_at_all,
    begin: Begin | None = None,
) -> Newsroom:
    """Read the docs folder *root* as things stand at *now*.

    In the preview drafts and scheduled articles are listed too. *archives* are those of *settings*
    unless given. Without *settings* a link to a page that depends on them counts as right. What is
    found in large files is kept below *cache_folder*. *reading* is another way to read pages than
    one by one, *citing* another to look for what they cite. *begin* is told in words what is done
    next, *progress* how far it is.
    """
    now = as_moment(now)
    if archives is None:
        archives = (settings or SiteSettings()).all_archives
    content = walk(root)
    pictures, picture_problems = inspect_pictures(root, content)
    folder = read_folder(root, content, progress, article_model(archives), reading)
    folder.problems += [*content.problems, *picture_problems]
    units = UnitRegister(read_units(folder))
    documents = DocumentRegister(read_documents(folder))
    folder.problems += [
        *units.problems(),
        *documents.problems(),
        *_scope_problems(units, documents),
    ]
    citations = Citations(documents)
    if begin:
        begin("Tìm văn bản được viện dẫn")
    cited = cited_by_path(
        folder.of(Kind.ARTICLE), documents, citations, now, progress if begin else None, citing
    )
    if begin:
        begin("Xếp tin, bài vào các mục")
    resolver = Resolver(units, documents, archives, now, folder.problems, citations, cited)
    articles = sorted(
        (
            resolver.article(one.entry, one.meta, one.source, one.scan)
            for one in folder.of(Kind.ARTICLE)
            if isinstance(one.meta, ArticleMeta)
        ),
        key=newest_publication,
    )
    folder.problems += activity_problems(articles)
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
    refused, mark_problems = refused_files(root, assets, internal_files(documents), cache_folder)
    folder.problems += mark_problems
    assets = {path: entry for path, entry in assets.items() if path not in refused}
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
        by_path={},
        redirects={},
        by_unit=by_unit(listed),
        taking_part=taking_part(listed),
        plans=cited_plans(listed, documents),
        by_document=by_document(listed),
        tags=collect_tags(listed),
        archives=tuple(archive_index(archive, listed) for archive in archives),
    )
    generated = cache(lambda: generated_addresses(newsroom, settings))
    # What waits claims last: it must not take an old address from a page that readers can open.
    public = [article for article in articles if not article.hold]
    redirects, alias_problems = usable_aliases(
        (*public, *units, *documents, *held), _taken(newsroom, folder, generated)
    )
    linkable = generated if settings else cache(lambda: generated() | SET_BY_CONFIGURATION)
    found = [
        *folder.problems,
        *_link_problems(newsroom, folder, linkable, refused),
        *alias_problems,
    ]
    problems = _not_ignored(found, folder)
    by_path = {path: tuple(own) for path, own in groupby(problems, key=lambda p: p.path)}
    return replace(newsroom, redirects=redirects, problems=problems, by_path=by_path)


def _scope_problems(units: UnitRegister, documents: DocumentRegister) -> Iterable[Problem]:
    for document in documents.plans:
        when = scope_day(document)
        if document.plan is None or when is None:
            continue
        for index, text in enumerate(document.plan.scope):
            line = document.source.line_of("scope", index)
            _, found = units.resolve(text, when, document.path, line)
            if found:
                yield found


Addresses = Callable[[], Collection[str]]


def _taken(newsroom: Newsroom, folder: Folder, generated: Addresses) -> Addresses:
    """Addresses an old one may not claim: pages and files, in lower case, without slashes."""

    @cache
    def taken() -> frozenset[str]:
        addresses = {*(one.entry.address for one in folder.read), *generated(), *newsroom.assets}
        return frozenset(address.strip("/").casefold() for address in addresses)

    return taken


def _link_problems(
    newsroom: Newsroom, folder: Folder, generated: Addresses, refused: Collection[str]
) -> Iterable[Problem]:
    """Check links, pictures and attachments now that everything else is known."""
    held = {a.path for a in newsroom.held} if not newsroom.is_preview else set()
    scans = {one.entry.path: one.scan for one in folder.read if one.entry.path not in held}
    desk = {path for path in scans if path.startswith(f"{DESK_FOLDER}/")}
    public = {path: body_scan for path, body_scan in scans.items() if path not in desk}
    hidden = {*held, *(page.path for page in newsroom.broken)}
    inside = LinkMap(scans, hidden, newsroom.assets.keys(), generated, refused)
    outside = LinkMap(public, hidden | desk, newsroom.assets.keys(), generated, refused)
    for one in folder.read:
        known = inside if one.entry.path in desk else outside
        yield from links_of(one, known)


def links_of(one: ReadPage, known: LinkMap) -> Iterable[Problem]:
    """Check the links, pictures and attachments of one page."""
    yield from check_links(one.source, one.scan, known)
    yield from _attached_problems(one, known)


def _attached_problems(one: ReadPage, known: LinkMap) -> Iterable[Problem]:
    path, line_of = one.entry.path, one.source.line_of
    if isinstance(one.meta, ArticleMeta) and (image := one.meta.image):
        yield from check_picture(path, image.src, line_of("image", "src"), known)
        if not image.alt:
            yield problem("image-alt", path, line_of("image"), target=image.src)
    if isinstance(one.meta, ArticleMeta | DocumentMeta):
        for index, attachment in enumerate(one.meta.attachments):
            line = line_of("attachments", index)
            yield from check_attachment(path, attachment.file, line, known)


def _not_ignored(found: Iterable[Problem], folder: Folder) -> tuple[Problem, ...]:
    """All problems in order, without those that an article says to ignore."""
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
    return in_order([*kept, *extra])
