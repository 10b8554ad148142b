"""Registered documents in prose: which of them a reference or a name means.

The recogniser (:mod:`newsroom.references`) knows no register; here the two meet. A number is unique
only per issuer and year, so what prose says of the day decides, else the day of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cached_property

from newsroom.documents import DocumentRegister, choose, issued_by
from newsroom.model import Document
from newsroom.name_hints import NameHints
from newsroom.numbers import TYPE_CODES, number_year
from newsroom.old_addresses import names_among
from newsroom.references import Named, Names, Reference, find_named, find_references
from newsroom.references.kinds import KINDS, spelled
from newsroom.text import fold, nfc

# A code's core, or digits that a date follows: without one of them a block holds no reference.
_SMALL = "|".join(sorted({code.lower() for code in TYPE_CODES}, key=len, reverse=True))
_HINT = re.compile(
    r"\d\s{0,9}(?:[/\-\u2010-\u2015\u2212]\s{0,9}\u00ad?(?:\d{2,4}\s{0,3}/\s{0,9})?[A-ZĐ]"
    rf"|[/-](?:\d{{4}}/)?(?:{_SMALL})[/-]|ngày\s|[A-ZĐ]{{1,5}}[/-]|[^\W\d_]/)"
)
Clean = Callable[[str], str]
"""Blanks what is no prose in a part of a text, every offset kept."""


class Verdict(Enum):
    """What the register says to a reference."""

    REGISTERED = auto()
    OTHER_DAY = auto()
    """Registered, with another day than the prose gives."""
    OTHER_YEAR = auto()
    """The number is registered for other years only."""
    UNREGISTERED = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """A document in a text; ``document`` is the one meant, if it is known which."""

    start: int
    end: int
    verdict: Verdict
    document: Document | None = None
    reference: Reference | None = None
    """None where the document was only named."""

    @property
    def is_certain(self) -> bool:
        """Whether ``document`` is meant, be it with a wrong day of its year."""
        return self.verdict in {Verdict.REGISTERED, Verdict.OTHER_DAY}


class Citations:
    """Finds registered documents in prose. Made once for a register."""

    def __init__(self, documents: DocumentRegister) -> None:
        self._documents = documents
        self._named: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            for name in dict.fromkeys(map(nfc, _names(document))):
                self._named[name.lower()].append(document)
        self._names = Names(self._named)
        self._hints = NameHints(self._named)

    @cached_property
    def _by_digits(self) -> dict[tuple[str, str], list[Document]]:
        """(digits, kind) → documents, for numbers that prose gives without their code."""
        found: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for document in self._documents:
            if digits := re.match(r"0*(\d+)", document.number):
                found[digits[1], fold(document.type or "")].append(document)
        return found

    def may_name(self, text: str) -> bool:
        """Whether *text* or a part of it may hold the name of a document; quickly."""
        return self._hints.may_hold(text.lower())

    def find(
        self, text: str, when: date, clean: Clean = str, *, names: bool = True
    ) -> list[Mention]:
        """Documents in *text*, part of something of the day *when*; in order, none overlapping.

        Only the paragraphs worth reading are cleaned and read: most are not. *names* is False where
        it is known that there is no name among them.
        """
        mentions: list[Mention] = []
        done = -1
        for hint in _HINT.finditer(text):
            if hint.start() > done:
                start, done = _paragraph(text, hint.start())
                mentions += self._numbered(clean(text[start:done]), start, when)
        if names and self.may_name(text):
            for start, end in _paragraphs(text):
                part = text[start:end]
                if self.may_name(part):
                    mentions += self._by_name(clean(part), start, when)
        return _longest(mentions)

    def _numbered(self, block: str, offset: int, when: date) -> Iterator[Mention]:
        for reference in find_references(block):
            if resolved := self._resolve(reference, when):
                verdict, document = resolved
                start, end = offset + reference.start, offset + reference.end
                yield Mention(start, end, verdict, document, reference)

    def _by_name(self, block: str, offset: int, when: date) -> Iterator[Mention]:
        for named in find_named(block, self._names):
            if document := self._chosen(self._named[named.name], when):
                yield _named_mention(named, offset, document)

    def _resolve(self, reference: Reference, when: date) -> tuple[Verdict, Document | None] | None:
        known = self._documents.with_number(reference.number)
        if not known:
            return self._resolve_bare(reference)
        if reference.date is None:
            document = self._chosen(known, when)
            return (Verdict.REGISTERED, document) if document else None
        return _by_date(known, reference.number, reference.date)

    def _resolve_bare(self, reference: Reference) -> tuple[Verdict, Document | None] | None:
        if not reference.number.isdigit():
            return Verdict.UNREGISTERED, None
        key = (reference.number.lstrip("0"), fold(reference.type or ""))
        same = [d for d in self._by_digits.get(key, ()) if d.meta.date == reference.date]
        return (Verdict.REGISTERED, same[0]) if reference.date and len(same) == 1 else None

    def _chosen(self, known: Iterable[Document], when: date) -> Document | None:
        """The one that something of the day *when* means; None where that is not certain."""
        issued = [d for d in known if issued_by(d, when) and _is_current(d, when)]
        chosen = choose(issued, None, when)
        return chosen[0] if len(chosen) == 1 else None


def _by_date(
    known: list[Document], number: str, day: date
) -> tuple[Verdict, Document | None] | None:
    if same_day := [d for d in known if d.meta.date == day]:
        return (Verdict.REGISTERED, same_day[0]) if len(same_day) == 1 else None
    own_year = number_year(number) is not None
    same_year = [d for d in known if own_year or d.year in {None, day.year}]
    if len(same_year) == 1:
        exact = isinstance(same_year[0].meta.date, date)
        return (Verdict.OTHER_DAY if exact else Verdict.REGISTERED), same_year[0]
    return None if same_year else (Verdict.OTHER_YEAR, known[0])


def _is_current(document: Document, when: date) -> bool:
    """A plan's number comes again each year: without a date it means this year's or the last's."""
    return not document.is_plan or document.year in {None, when.year, when.year - 1}


def _names(document: Document) -> Iterator[str]:
    """Names that mean a document wherever they stand: not a single word, not a mere kind."""
    for name in (document.meta.title, *names_among(document.meta.aliases)):
        if len(name.split()) > 1 and spelled(" ".join(name.split())) not in KINDS:
            yield name


def may_hold_numbers(text: str) -> bool:
    """Whether *text* or a part of it may hold a document's number; quickly."""
    return bool(_HINT.search(text))


def _paragraph(text: str, inside: int) -> tuple[int, int]:
    end = text.find("\n\n", inside)
    return text.rfind("\n\n", 0, inside) + 1, len(text) if end < 0 else end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    end = -1
    while end < len(text):
        start, end = _paragraph(text, end + 1)
        yield start, end


def _named_mention(named: Named, offset: int, document: Document) -> Mention:
    return Mention(offset + named.start, offset + named.end, Verdict.REGISTERED, document)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Those that stay where some overlap: the longest first; in order."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        at = bisect_left(kept, one.start, key=lambda m: m.start)
        before, after = kept[at - 1 : at], kept[at : at + 1]
        if all(m.end <= one.start for m in before) and all(one.end <= m.start for m in after):
            kept.insert(at, one)
    return kept
