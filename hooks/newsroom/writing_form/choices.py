"""What a writer chooses from: units, plans, documents and the values of the archives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from newsroom.archives import Archive
from newsroom.dates import short_date
from newsroom.documents import DocumentRegister
from newsroom.model import Document, Unit
from newsroom.newsroom import Newsroom
from newsroom.numbers import number_key
from newsroom.old_addresses import names_among
from newsroom.units import UnitRegister


@dataclass(frozen=True, slots=True)
class Choice:
    """``value`` stands in the file, ``label`` on the screen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything a form offers, in the order of the register.

    ``spellings`` lead from other ways to write a choice (a unit's name, a document's id or alias)
    to its value; a spelling that could mean two choices leads nowhere.
    """

    units: tuple[Choice, ...]
    plans: tuple[Choice, ...]
    documents: tuple[Choice, ...]
    archives: tuple[Archive, ...]
    unit_spellings: Mapping[str, str]
    document_spellings: Mapping[str, str]


def choices_of(newsroom: Newsroom) -> Choices:
    """The choices that the register of *newsroom* gives."""
    documents = newsroom.documents
    values = _citation_values(documents)
    return Choices(
        units=tuple(Choice(unit.id, _unit_label(unit)) for unit in newsroom.units),
        plans=tuple(_document_choice(d, values) for d in documents.plans),
        documents=tuple(_document_choice(d, values) for d in documents if not d.is_plan),
        archives=tuple(index.archive for index in newsroom.archives),
        unit_spellings=_unit_spellings(newsroom.units),
        document_spellings=_document_spellings(documents, values),
    )


def _unit_label(unit: Unit) -> str:
    """The unit's name; of a closed one also its last day, since two may bear one name."""
    ended = unit.meta.valid_to
    return f"{unit.meta.title} (đến hết {short_date(ended)})" if ended else unit.meta.title


def _citation_values(documents: DocumentRegister) -> dict[str, str]:
    """Document path → how an article cites it: the number, with its day where two share it."""
    shared = Counter(number_key(document.meta.number) for document in documents)
    return {
        document.path: _dated(document)
        if shared[number_key(document.meta.number)] > 1
        else document.number
        for document in documents
    }


def _dated(document: Document) -> str:
    issued = document.meta.date
    day = f" ngày {short_date(issued)}" if isinstance(issued, date) else ""
    return f"{document.number}{day}"


def _document_choice(document: Document, values: Mapping[str, str]) -> Choice:
    return Choice(values[document.path], f"{_dated(document)}: {document.meta.title}")


def _unit_spellings(units: UnitRegister) -> dict[str, str]:
    return _unambiguous(
        (name, unit.id)
        for unit in units
        for name in (
            unit.meta.title,
            unit.meta.full_name or "",
            *(n.name for n in unit.meta.names),
            *names_among(unit.meta.aliases),
        )
    )


def _document_spellings(documents: DocumentRegister, values: Mapping[str, str]) -> dict[str, str]:
    return _unambiguous(
        (name, values[document.path])
        for document in documents
        for name in (
            document.id,
            document.meta.title,
            _dated(document),
            *names_among(document.meta.aliases),
        )
    )


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for spelling, value in pairs:
        if spelling and spelling != value:
            found[spelling].add(value)
    return {spelling: values.pop() for spelling, values in found.items() if len(values) == 1}
