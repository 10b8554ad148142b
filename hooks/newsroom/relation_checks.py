"""What is wrong with the relations that documents enter: whom they name, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from newsroom.dates import short_date
from newsroom.model import Document
from newsroom.problems import Problem, problem
from newsroom.schema import RelationKind

_WORDS: dict[RelationKind, str] = {
    RelationKind.REPLACES: "thay thế",
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.BASED_ON: "căn cứ",
}
"""Relations in which the document named must be the older one. What is issued with another need
not be."""


class Register(Protocol):
    """What these checks ask of the register."""

    def find_all(self, text: str) -> tuple[Document, ...]:
        """Every document with the number, id or name *text*."""

    def suggestion(self, text: str) -> str:
        """The nearest numbers or names, as a hint."""


def relation_problems(document: Document, register: Register) -> Iterator[Problem]:
    """Yield a problem for each relation that names no document, several, itself or a later one."""
    for index, relation in enumerate(document.meta.relations):
        path, line = document.path, document.source.line_of("relations", index)
        found = register.find_all(relation.to)
        if not found:
            suggestion = register.suggestion(relation.to)
            yield problem("relation-unknown", path, line, text=relation.to, suggestion=suggestion)
        elif len(found) > 1:
            ids = ", ".join(one.id for one in found)
            hint = f"Ghi mã (tên tệp) của đúng văn bản: {ids}."
            candidates = "; ".join(f"{one.number} (`{one.id}`)" for one in found)
            yield problem(
                "document-ambiguous",
                path,
                line,
                hint=hint,
                text=relation.to,
                candidates=candidates,
            )
        elif found[0] is document:
            yield problem("relation-self", path, line, text=relation.to)
        elif (how := _WORDS.get(relation.kind)) and _is_later(found[0], document):
            yield problem(
                "relation-order",
                path,
                line,
                how=how,
                text=found[0].number,
                date=_day(found[0]),
                own=_day(document),
            )


def _is_later(one: Document, other: Document) -> bool:
    return (
        isinstance(one.meta.date, date)
        and isinstance(other.meta.date, date)
        and one.meta.date > other.meta.date
    )


def _day(document: Document) -> str:
    return short_date(document.meta.date) if isinstance(document.meta.date, date) else ""
