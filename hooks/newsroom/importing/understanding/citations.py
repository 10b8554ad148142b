"""Plans and documents that a text cites, by number or by a name of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.dates import short_date
from newsroom.documents import DocumentRegister
from newsroom.importing.understanding.model import Finding
from newsroom.model import Document
from newsroom.numbers import is_number, number_key
from newsroom.old_addresses import names_among
from newsroom.references import Names, Reference, find_references
from newsroom.schema import DocumentCitation


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its place in the file; ``document`` where it is registered."""

    number: str
    date: date | None
    type: str | None
    words: str
    line: int
    is_in_lead: bool
    document: Document | None = None
    problem: str = ""

    @property
    def is_plan(self) -> bool:
        """Whether it is registered as a plan, or calls itself one."""
        return self.document.is_plan if self.document else self.type == "kế hoạch"


def cited_in(
    texts: Iterable[tuple[str, int]], register: DocumentRegister, when: date, lead_count: int
) -> list[Cited]:
    """All citations in *texts* (each with its line), each document once, the lead's first.

    *lead_count*: how many of the texts are headline and lead.
    """
    names = _names(register)
    finder = Names(names)
    found: dict[str, Cited] = {}
    for index, (text, line) in enumerate(texts):
        is_in_lead = index < lead_count
        for reference in find_references(text):
            if is_number(reference.number):
                one = _numbered(reference, line, register, when, is_in_lead=is_in_lead)
                key = one.document.path if one.document else number_key(one.number)
                found.setdefault(key, one)
        for named in finder.find(text):
            document = names[named.name]
            found.setdefault(
                document.path,
                Cited(document.number, None, None, named.text, line, is_in_lead, document),
            )
    return list(found.values())


def _names(register: DocumentRegister) -> dict[str, Document]:
    names: dict[str, Document] = {}
    for document in register:
        for name in (document.meta.title, *names_among(document.meta.aliases)):
            if not is_number(name) and len(name.split()) > 2:
                names.setdefault(name, document)
    return names


def _numbered(
    reference: Reference, line: int, register: DocumentRegister, when: date, *, is_in_lead: bool
) -> Cited:
    citation = DocumentCitation(number=reference.number, date=reference.date)
    ref, found = register.resolve(citation, when, "document-unknown", "", None)
    words = " ".join(reference.text.split())
    problem = found.message.rstrip(".") if found else ""
    return Cited(
        ref.number,
        reference.date or ref.date,
        reference.type,
        words,
        line,
        is_in_lead,
        ref.document,
        problem,
    )


def plans_and_documents(
    cited: list[Cited],
) -> tuple[list[DocumentCitation], list[DocumentCitation], list[Finding]]:
    """What goes to ``plan`` and to ``documents``, and why.

    A plan of the headline or lead is what the article reports on; with none there, the first plan
    of the text may be it. Documents nobody registered stay in the text alone.
    """
    plans = [one for one in cited if one.is_plan and one.is_in_lead]
    doubt = ""
    if not plans and (later := [one for one in cited if one.is_plan]):
        plans, doubt = later[:1], "kế hoạch này không được nêu ở phần mở đầu"
    others = [one for one in cited if one not in plans and one.document is not None]
    findings = [_finding("plan", one, doubt) for one in plans]
    findings += [_finding("documents", one, "") for one in others]
    findings += list(_unregistered(one for one in cited if one not in plans and not one.document))
    return [_citation(one) for one in plans], [_citation(one) for one in others], findings


def _citation(one: Cited) -> DocumentCitation:
    known = one.document.meta.date if one.document else None
    return DocumentCitation(number=one.number, date=one.date or known)


def _finding(field: str, one: Cited, doubt: str) -> Finding:
    value = f"{one.number} ngày {short_date(one.date)}" if one.date else one.number
    return Finding(
        field, value, one.words, one.line, "; ".join(d for d in (doubt, one.problem) if d)
    )


def _unregistered(cited: Iterable[Cited]) -> Iterator[Finding]:
    for one in cited:
        doubt = "chưa có trong danh mục văn bản nên chỉ giữ trong nội dung bài"
        yield Finding("cited", one.number, one.words, one.line, doubt)
