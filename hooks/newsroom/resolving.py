"""From an article's front matter to an article with everything it names looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pydantic import BaseModel

from newsroom.archives import Archive
from newsroom.citations import Citations
from newsroom.cited_in_body import Cited, cited_in_body
from newsroom.content import Entry
from newsroom.dates import as_day, as_moment, short_date
from newsroom.documents import DocumentRegister, reference_to
from newsroom.markdown_scan import BodyScan
from newsroom.model import Article, DocumentRef, Hold, Role, Signature, UnitRef
from newsroom.problems import Problem, problem
from newsroom.schema import ArticleMeta, DocumentCitation
from newsroom.source import Source
from newsroom.text import fold, nearest
from newsroom.units import UnitRegister


@dataclass(slots=True)
class Resolver:
    """Looks up what articles name; problems gather in ``problems``."""

    units: UnitRegister
    documents: DocumentRegister
    archives: tuple[Archive, ...]
    now: datetime
    problems: list[Problem]
    citations: Citations
    cited: Mapping[str, Cited] = field(default_factory=dict)
    """Path → what the body cites, where that has been looked for already."""

    def article(self, entry: Entry, meta: ArticleMeta, source: Source, scan: BodyScan) -> Article:
        """Resolve one article; what it names and nobody registered stays as written."""
        one = _OneArticle(self, entry.path, meta, source)
        plans = tuple(one.citations(meta.plan, "plan", "plan-unknown"))
        documents = tuple(one.citations(meta.documents, "documents", "document-unknown"))
        return Article(
            path=entry.path,
            address=entry.address,
            meta=meta,
            source=source,
            scan=scan,
            unit=one.main_unit(),
            roles=tuple(one.roles()),
            plans=plans,
            documents=(*documents, *one.named_in_body((*plans, *documents))),
            byline=tuple(one.byline()),
            classification=one.classification(),
            hold=one.hold(),
        )


def day_of(meta: ArticleMeta, now: datetime) -> date:
    """The day by which an article's units and documents are looked up."""
    when = meta.event_date or meta.date
    return as_day(when) if when is not None and when != "unknown" else now.date()


class _OneArticle:
    def __init__(self, resolver: Resolver, path: str, meta: ArticleMeta, source: Source) -> None:
        self._resolver = resolver
        self._path = path
        self._meta = meta
        self._source = source
        self._day = day_of(meta, resolver.now)
        self._check_dates()

    def _report(self, found: Problem | None) -> None:
        if found:
            self._resolver.problems.append(found)

    def _check_dates(self) -> None:
        meta, line_of = self._meta, self._source.line_of
        published = None if meta.date in {None, "unknown"} else as_day(meta.date)  # type: ignore[arg-type]
        if published is None:
            line = line_of("date") or line_of("event_date")
            self._report(problem("date-from-event", self._path, line))
            return
        shown = short_date(published)
        if meta.event_date and meta.event_date > published:
            event = short_date(meta.event_date)
            found = problem(
                "date-order", self._path, line_of("event_date"), event=event, published=shown
            )
            self._report(found)
        if published > self._resolver.now.date() and meta.publish_at is None and not meta.draft:
            self._report(problem("date-future", self._path, line_of("date"), published=shown))

    def _unit(self, text: str, *where: str | int) -> UnitRef:
        ref, found = self._resolver.units.resolve(
            text, self._day, self._path, self._source.line_of(*where)
        )
        self._report(found)
        return ref

    def main_unit(self) -> UnitRef | None:
        if self._meta.unit is None:
            self._report(problem("unit-missing", self._path, 1))
            return None
        return self._unit(self._meta.unit, "unit")

    def roles(self) -> Iterator[tuple[Role, UnitRef]]:
        for role in Role:
            texts: tuple[str, ...] = getattr(self._meta.units, role.value)
            for index, text in enumerate(dict.fromkeys(texts)):
                yield role, self._unit(text, "units", role.value, index)

    def citations(
        self, citations: tuple[DocumentCitation, ...], key: str, code: str
    ) -> Iterator[DocumentRef]:
        seen: set[tuple[str, int | None]] = set()
        for index, citation in enumerate(citations):
            line = self._source.line_of(key, index)
            ref, found = self._resolver.documents.resolve(
                citation, self._day, code, self._path, line
            )
            self._report(found)
            if (fold(ref.number), ref.year) not in seen:
                seen.add((fold(ref.number), ref.year))
                yield ref

    def named_in_body(self, entered: tuple[DocumentRef, ...]) -> Iterator[DocumentRef]:
        """Registered documents that the body names and the front matter does not."""
        if not self._source.body_is_safe:
            return
        found = self._resolver.cited.get(self._path) or cited_in_body(
            self._source, self._resolver.citations, self._day
        )
        self._resolver.problems += found.problems
        known = {ref.document.path for ref in entered if ref.document}
        for document in found.documents:
            if document.path not in known:
                yield replace(reference_to(document), is_in_text=True)

    def byline(self) -> Iterator[Signature]:
        if not self._meta.author and self._meta.retold_from is None:
            self._report(problem("author-missing", self._path, 1))
        for index, person in enumerate(self._meta.author):
            unit = self._unit(person.unit, "author", index, "unit") if person.unit else None
            yield Signature(person.name, person.role, unit)
        retold = self._meta.retold_from
        if retold and retold.author:
            unit = self._unit(retold.unit, "retold_from", "unit") if retold.unit else None
            yield Signature(retold.author, retold.role, unit)

    def classification(self) -> dict[str, Mapping[str, tuple[str, ...]]]:
        found: dict[str, Mapping[str, tuple[str, ...]]] = {}
        tags = {fold(tag) for tag in self._meta.tags}
        for archive in self._resolver.archives:
            block = self._block(archive)
            if block is None and fold(archive.tag) not in tags:
                continue
            values = {
                axis.key: tuple(self._axis_values(archive, axis.key, block))
                for axis in archive.axes
            }
            found[archive.id] = {key: ids for key, ids in values.items() if ids}
            if archive.axes and not found[archive.id]:
                self._report(self._unclassified(archive))
        return found

    def _block(self, archive: Archive) -> BaseModel | None:
        """What a person entered for *archive*."""
        return getattr(self._meta, archive.block, None) if archive.block else None

    def _unclassified(self, archive: Archive) -> Problem:
        line_of = self._source.line_of
        return problem(
            "archive-unclassified",
            self._path,
            (line_of(archive.block) if archive.block else None) or line_of("tags"),
            archive=archive.short_title,
            axes=", ".join(axis.label.lower() for axis in archive.axes),
            example=archive.block_example(),
        )

    def _axis_values(self, archive: Archive, key: str, block: BaseModel | None) -> Iterator[str]:
        axis = next(axis for axis in archive.axes if axis.key == key)
        texts: tuple[str, ...] = getattr(block, key, ()) if block else ()
        seen: set[str] = set()
        for index, text in enumerate(texts):
            value = axis.find(text)
            if value is None:
                known = [v.id for v in axis.values] + [v.label for v in axis.values]
                close = nearest(text, known, 3)
                hint = "Gần nhất: " + ", ".join(f"“{c}”" for c in close) if close else "Các giá trị"
                hint += f". Dùng được: {', '.join(v.id for v in axis.values)}."
                self._report(
                    problem(
                        "archive-value-unknown",
                        self._path,
                        self._source.line_of(archive.block or "", key, index),
                        axis=axis.label.lower(),
                        text=text,
                        suggestion=hint,
                    )
                )
            elif value.id not in seen:
                seen.add(value.id)
                yield value.id

    def hold(self) -> Hold | None:
        if self._meta.draft:
            return Hold.DRAFT
        publish_at = self._meta.publish_at
        if publish_at is not None and as_moment(publish_at) > self._resolver.now:
            return Hold.SCHEDULED
        return None
