"""Documents that the body of an article names, and what disagrees with the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.citations import Citations, Mention, Verdict
from newsroom.dates import short_date
from newsroom.documents import date_conflict, issued_on
from newsroom.markdown_scan import blank_code
from newsroom.model import Document
from newsroom.numbers import number_key
from newsroom.problems import Problem, problem
from newsroom.running_text import running_text
from newsroom.source import Source


@dataclass(frozen=True, slots=True)
class Cited:
    """Registered documents in the order of the body, each once, and the problems found."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


NOTHING_CITED = Cited()


def cited_in_body(source: Source, citations: Citations, when: date) -> Cited:
    """What the body of *source*, an article of the day *when*, cites."""
    mentions = citations.find(blank_code(source.body), when, running_text)
    if not mentions:
        return NOTHING_CITED
    documents = {m.document.path: m.document for m in mentions if m.document and m.is_certain}
    return Cited(tuple(documents.values()), tuple(_problems(source, mentions)))


def _problems(source: Source, mentions: list[Mention]) -> Iterator[Problem]:
    """One problem a document: the first place where it is cited wrongly."""
    reported: set[tuple[Verdict, str]] = set()
    for one in mentions:
        if one.reference is None:
            continue
        key = one.verdict, number_key(one.reference.number)
        if key in reported:
            continue
        line = source.body_line + source.body.count("\n", 0, one.start)
        if found := _problem(one, source.path, line):
            reported.add(key)
            yield found


def _problem(one: Mention, path: str, line: int) -> Problem | None:
    reference, document = one.reference, one.document
    if reference is None:
        return None
    if one.verdict is Verdict.UNREGISTERED:
        return problem("document-not-registered", path, line, text=reference.number)
    if document is None or reference.date is None:
        return None
    if one.verdict is Verdict.OTHER_YEAR:
        return problem(
            "document-other-year",
            path,
            line,
            text=reference.number,
            date=short_date(reference.date),
            known=issued_on(document),
        )
    return date_conflict(reference.date, document, path, line)
