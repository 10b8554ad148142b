"""From the snapshot to rows, of published articles only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from newsroom.activities import Activity, activities
from newsroom.dates import as_day
from newsroom.model import CLOSING_LABELS, UNIT_KIND_LABELS, Article, DocumentRef, Role, UnitRef
from newsroom.newsroom import CitedPlan, Newsroom
from newsroom.numbers import number_key
from newsroom.open_data.axes import Values, axis_values
from newsroom.open_data.records import ActivityRecord, ArticleRecord, DocumentRecord, UnitRecord
from newsroom.pages.cards import DESCRIPTION_LENGTH, STATUS_LABELS, shorten
from newsroom.schema import DocumentStatus

Address = Callable[[str], str]
"""From an address of the site to the one that stands in the file."""


class Rows:
    """Makes the rows of one site; *address* writes the addresses in them."""

    def __init__(self, newsroom: Newsroom, address: Address) -> None:
        self._newsroom = newsroom
        self._address = address
        self._archives = tuple(index.archive for index in newsroom.archives)
        self._plan_addresses = {
            (number_key(plan.ref.number), plan.ref.year): plan.address for plan in newsroom.plans
        }

    def articles(self, model: type[ArticleRecord]) -> Iterator[ArticleRecord]:
        """Newest publication first."""
        for article in published(self._newsroom.articles):
            yield self._article(model, article)

    def _article(self, model: type[ArticleRecord], article: Article) -> ArticleRecord:
        meta, unit = article.meta, article.unit
        roles = {role: _keys(ref for own, ref in article.roles if own is role) for role in Role}
        classes = article.classification
        return model.model_construct(
            address=self._address(article.address),
            title=article.title,
            description=shorten(article.lead, DESCRIPTION_LENGTH),
            published=as_day(article.published) if article.published else None,
            event=meta.event_date,
            updated=as_day(meta.updated) if meta.updated else None,
            unit_id=unit.unit.id if unit and unit.unit else None,
            unit=unit.text if unit else None,
            inspected=roles[Role.INSPECTED],
            led_by=roles[Role.LED_BY],
            partner=roles[Role.PARTNER],
            mentioned=roles[Role.MENTIONED],
            plans=_numbers(article.plans),
            plan_ids=self._ids(article.plans),
            documents=_numbers(article.documents),
            document_ids=self._ids(article.documents),
            tags=meta.tags,
            activity=meta.activity or article.address.strip("/"),
            archives=self._member_of((article,)),
            **self._axes(lambda archive, axis: classes.get(archive, {}).get(axis, ())),
        )

    def activities(
        self, model: type[ActivityRecord], found: Iterable[Activity]
    ) -> Iterator[ActivityRecord]:
        """In the order given."""
        for one in found:
            first = one.articles[0]
            yield model.model_construct(
                id=one.id if one.is_named else first.address.strip("/"),
                day=one.happened_on,
                title=first.title,
                unit_ids=_keys(one.units),
                units=tuple(ref.text for ref in one.units),
                plans=_numbers(one.plans),
                plan_ids=self._ids(one.plans),
                documents=_numbers(one.documents),
                document_ids=self._ids(one.documents),
                archives=self._member_of(one.articles),
                count=len(one.articles),
                articles=tuple(self._address(article.address) for article in one.articles),
                **self._axes(one.values),
            )

    def units(self, model: type[UnitRecord]) -> Iterator[UnitRecord]:
        """In the order of the register."""
        for unit in self._newsroom.units:
            meta = unit.meta
            yield model.model_construct(
                id=unit.id,
                name=meta.title,
                full_name=meta.full_name,
                kind=UNIT_KIND_LABELS[meta.kind],
                function=meta.function,
                parent=meta.parent,
                first_day=meta.valid_from,
                last_day=meta.valid_to,
                closing=CLOSING_LABELS[meta.closing.kind] if meta.closing else None,
                successors=unit.successors,
                aliases=tuple(name for name in meta.aliases if not name.startswith("/")),
                address=self._address(unit.address),
            )

    def documents(self, model: type[DocumentRecord]) -> Iterator[DocumentRecord]:
        """Plans, registered or only cited, then other documents."""
        newsroom = self._newsroom
        for plan in newsroom.plans:
            if plan.document or published(plan.articles):
                yield self._document(model, plan)
        for document in newsroom.documents:
            if not document.is_plan:
                ref = DocumentRef(document.number, document.year, document)
                cited = newsroom.by_document.get(document.path, ())
                yield self._document(model, CitedPlan(ref, document.address, cited))

    def _document(self, model: type[DocumentRecord], cited: CitedPlan) -> DocumentRecord:
        document, known = cited.document, published(cited.articles)
        meta = document.meta if document else None
        plan = document.plan if document else None
        issued = meta.date if meta else cited.ref.date
        return model.model_construct(
            id=_slug(cited.address),
            number=cited.ref.number,
            title=meta.title if meta else f"Kế hoạch {cited.ref.number}",
            type=document.type if document else None,
            is_plan=document is None or document.is_plan,
            is_registered=document is not None,
            day=issued if isinstance(issued, date) else None,
            year=document.year if document else cited.ref.year,
            issuer=meta.issuer if meta else None,
            abstract=meta.abstract if meta and meta.public else None,
            effective_from=meta.effective_from if meta else None,
            effective_to=meta.effective_to if meta else None,
            status=_status(meta.status) if meta else None,
            starts=plan.starts if plan else None,
            ends=plan.ends if plan else None,
            articles=len(known),
            activities=len(activities(known)),
            address=self._address(cited.address),
        )

    def _axes(self, values: Values) -> dict[str, Any]:
        return dict(axis_values(self._archives, values))

    def _member_of(self, articles: Iterable[Article]) -> tuple[str, ...]:
        ids = {archive_id for article in articles for archive_id in article.classification}
        return tuple(archive.id for archive in self._archives if archive.id in ids)

    def _ids(self, refs: Iterable[DocumentRef]) -> tuple[str, ...]:
        """Ids of those with a page."""
        addresses = (
            ref.document.address
            if ref.document
            else self._plan_addresses.get((number_key(ref.number), ref.year))
            for ref in refs
        )
        return tuple(_slug(address) for address in addresses if address)


def published(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Without those that wait."""
    return tuple(article for article in articles if article.hold is None)


def _keys(refs: Iterable[UnitRef]) -> tuple[str, ...]:
    """Ids; names as written where nobody registered them."""
    return tuple(dict.fromkeys(ref.unit.id if ref.unit else ref.text for ref in refs))


def _numbers(refs: Iterable[DocumentRef]) -> tuple[str, ...]:
    return tuple(ref.number for ref in refs)


def _slug(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _status(status: DocumentStatus | None) -> str | None:
    return STATUS_LABELS[status] if status else None
