"""The register of documents: look-up by number and date, and its own checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from newsroom.dates import short_date
from newsroom.model import Document, DocumentRef
from newsroom.numbers import (
    is_number,
    lookalike_key,
    normalise_number,
    number_key,
    number_types,
    number_year,
    year_of,
)
from newsroom.old_addresses import names_among
from newsroom.problems import Problem, problem
from newsroom.relation_checks import relation_problems
from newsroom.schema import DocumentCitation, RelationKind
from newsroom.text import fold, nearest, sort_key


class DocumentRegister:
    """All registered documents, newest first."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: tuple[Document, ...] = tuple(
            sorted(documents, key=lambda d: (-(d.year or 0), sort_key(d.number), d.path))
        )
        self.by_id: dict[str, Document] = {d.id: d for d in self.documents}
        self._by_number: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            self._by_number[number_key(document.meta.number)].append(document)
        self._by_alias: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            for name in (document.meta.title, *names_among(document.meta.aliases)):
                self._by_alias[fold(name)].append(document)

        self._inbound = self._inbound_relations()

    def _inbound_relations(self) -> dict[tuple[str, RelationKind], list[Document]]:
        inbound: dict[tuple[str, RelationKind], list[Document]] = defaultdict(list)
        for document in self.documents:
            for relation in document.meta.relations:
                if target := self.find(relation.to):
                    inbound[target.path, relation.kind].append(document)
        return inbound

    def related_from(self, document: Document, kind: RelationKind) -> tuple[Document, ...]:
        """Documents that stand in the relation *kind* to *document*."""
        return tuple(self._inbound.get((document.path, kind), ()))

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    @property
    def plans(self) -> tuple[Document, ...]:
        """The documents with a page under ``/ke-hoach/``."""
        return tuple(d for d in self.documents if d.is_plan)

    def resolve(
        self, citation: DocumentCitation, when: date, code: str, path: str, line: int | None
    ) -> tuple[DocumentRef, Problem | None]:
        """Look up a citation in an article of *when*; *code* names the problem when unknown.

        A number is unique only per issuer and year: with several, the date entered decides, then
        the one issued last before *when* within that year or the year before.
        """
        if document := self.by_id.get(citation.number):
            return reference_to(document), _date_conflict(citation, document, path, line)
        known = self._by_number.get(number_key(citation.number), [])
        if not known and not is_number(citation.number):
            known = self._by_alias.get(fold(citation.number), [])
        chosen = choose(known, citation.date, when)
        if len(chosen) == 1:
            return reference_to(chosen[0]), _date_conflict(citation, chosen[0], path, line)
        number = (
            normalise_number(citation.number) if is_number(citation.number) else citation.number
        )
        year = year_of(citation.date) or number_year(number) or when.year
        exact = citation.date if isinstance(citation.date, date) else None
        ref = DocumentRef(number, year, date=exact)
        if chosen:
            candidates = "; ".join(f"{d.number} ({issued_on(d)})" for d in chosen)
            return ref, problem(
                "document-ambiguous", path, line, text=number, candidates=candidates
            )
        return ref, problem(
            code, path, line, text=citation.number, suggestion=self.suggestion(citation.number)
        )

    def with_number(self, number: str) -> list[Document]:
        """All documents with *number*, of whatever year."""
        return self._by_number.get(number_key(number), [])

    def suggestion(self, text: str) -> str:
        """The three nearest numbers or names, as a hint."""
        by_text = {d.number: d for d in self.documents}
        for document in self.documents:
            for alias in names_among(document.meta.aliases):
                by_text.setdefault(alias, document)
        close = [
            f"{by_text[hit].number} ({issued_on(by_text[hit])})" for hit in nearest(text, by_text)
        ]
        if not close:
            return "Thêm một trang cho văn bản này, hoặc sửa lại số, ký hiệu."
        return (
            f"Gần nhất: {'; '.join(dict.fromkeys(close))}. Chưa có thì thêm trang cho văn bản này."
        )

    def find(self, text: str) -> Document | None:
        """The one document with the number, id or name *text*, whatever its date."""
        known = self.find_all(text)
        return known[0] if len(known) == 1 else None

    def find_all(self, text: str) -> tuple[Document, ...]:
        """Every document with the number or name *text*; the one with that id, if there is one."""
        if document := self.by_id.get(text):
            return (document,)
        return tuple(self._by_number.get(number_key(text)) or self._by_alias.get(fold(text)) or ())

    def problems(self) -> Iterator[Problem]:
        """Check each document's fields, and the register for doubles and look-alikes."""
        for document in self.documents:
            yield from self._field_problems(document)
            yield from relation_problems(document, self)
        yield from self._doubles()
        yield from self._lookalikes()

    def _field_problems(self, document: Document) -> Iterator[Problem]:
        meta, path, line_of = document.meta, document.path, document.source.line_of
        if not is_number(meta.number):
            yield problem("document-number", path, line_of("number"), text=meta.number)
        expected = number_types(meta.number)
        if meta.type and expected and fold(meta.type) not in map(fold, expected):
            yield problem(
                "document-type",
                path,
                line_of("type"),
                type=meta.type,
                number=document.number,
                expected=" hoặc ".join(expected),
            )
        elif document.is_plan and document.type and fold(document.type) != "ke hoach":
            yield problem(
                "plan-folder", path, line_of("type") or line_of("number"), type=document.type
            )
        periods = [
            (meta.effective_from, meta.effective_to, "Ngày có hiệu lực", "ngày hết hiệu lực")
        ]
        if plan := document.plan:
            periods.append((plan.starts, plan.ends, "Ngày bắt đầu thực hiện", "ngày kết thúc"))
        for first, last, first_name, last_name in periods:
            if first and last and first > last:
                key = "effective_to" if first_name.startswith("Ngày có") else "ends"
                yield problem(
                    "period-order", path, line_of(key), first=first_name, second=last_name
                )

    def _doubles(self) -> Iterator[Problem]:
        for same in self._by_number.values():
            for index, document in enumerate(same):
                for other in same[:index]:
                    if document.year == other.year and document.meta.issuer == other.meta.issuer:
                        yield problem(
                            "document-duplicate",
                            document.path,
                            document.source.line_of("number"),
                            number=document.number,
                            other=other.path,
                        )

    def _lookalikes(self) -> Iterator[Problem]:
        groups: dict[tuple[str, int | None], list[Document]] = defaultdict(list)
        for document in self.documents:
            groups[lookalike_key(document.meta.number), document.year].append(document)
        for group in groups.values():
            for document in group[1:]:
                if number_key(document.number) != number_key(group[0].number):
                    yield problem(
                        "document-lookalike",
                        document.path,
                        document.source.line_of("number"),
                        number=document.number,
                        other=group[0].number,
                    )


def choose(known: list[Document], cited: date | int | None, when: date) -> list[Document]:
    """Those of one number that a citation dated *cited*, in something of *when*, may mean."""
    if len(known) <= 1:
        return known
    if isinstance(cited, date):
        exact = [d for d in known if d.meta.date == cited]
        return exact or [d for d in known if d.year == cited.year] or known
    if isinstance(cited, int):
        return [d for d in known if d.year == cited] or known
    same_year = [d for d in known if d.year == when.year and issued_by(d, when)]
    before = [d for d in known if d.year == when.year - 1]
    return same_year or before or known


def issued_by(document: Document, when: date) -> bool:
    """Whether *document* was there on the day *when*."""
    return not isinstance(document.meta.date, date) or document.meta.date <= when


def reference_to(document: Document) -> DocumentRef:
    """The reference to a registered document."""
    day = document.meta.date if isinstance(document.meta.date, date) else None
    return DocumentRef(document.number, document.year, document, day)


def issued_on(document: Document) -> str:
    """``ngày 05/3/2025``, ``năm 2025`` or that it is unknown."""
    when = document.meta.date
    if isinstance(when, date):
        return f"ngày {short_date(when)}"
    return f"năm {document.year}" if document.year else "chưa rõ ngày"


def _date_conflict(
    citation: DocumentCitation, document: Document, path: str, line: int | None
) -> Problem | None:
    return date_conflict(citation.date, document, path, line)


def date_conflict(
    cited: date | int | None, document: Document, path: str, line: int | None
) -> Problem | None:
    """The problem where *document* is cited with another date than the register has."""
    known = document.meta.date
    if cited is None or known is None or cited == known:
        return None
    if (isinstance(cited, int) or isinstance(known, int)) and year_of(cited) == year_of(known):
        return None
    shown = short_date(cited) if isinstance(cited, date) else str(cited)
    return problem(
        "document-date-conflict",
        path,
        line,
        date=shown,
        text=document.number,
        known=issued_on(document).removeprefix("ngày "),
    )
