"""Finds numbered references in prose. Each digit run is looked at once, within bounded windows.

So the cost grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from newsroom.references.alphabet import DASH
from newsroom.references.bare import read_bare, stands_alone
from newsroom.references.composed import Composed, compose
from newsroom.references.issued import Issued, read_date
from newsroom.references.kinds import MAY_BE_BARE
from newsroom.references.leading import (
    Lead,
    kind_around,
    kind_before,
    may_lead,
    named_between,
    read_lead,
)
from newsroom.references.numbered import Number, read_lower_number, read_number

_FIRST_DIGIT = re.compile(
    rf"(?<![^\W_])(?<![/@=#%+~\\_$&])(?<!\d[.,])(?<![^\W_][{DASH}])\d|(?<=[sS]ố)\d|(?<=SỐ)\d"
)
_LISTED = re.compile(
    r"\s*(?:,|;|,?\s*(?:và|hoặc|cùng|với|hay|&)(?:\s+các|\s+cả)?|,\s*cùng với|cùng với)\s*"
)
_LONGEST_JOIN = 24
_ADDRESS = re.compile(r"://|www\.|@")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document's number as prose gives it.

    ``start``, ``end``: offsets in the text as given, from the kind (or “số”, or the number) to the
    end of the date; ``type``: Vietnamese, lower case; ``number``: no spaces, hyphens for dashes,
    otherwise as written; ``date``: None where absent, a year only, cut off, or standing before.
    """

    start: int
    end: int
    text: str
    type: str | None
    number: str
    date: date | None


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: str | None
    number: str
    date: date | None = None
    is_elided: bool = False
    """Shares the kind of the one before it in a list."""
    is_same_day: bool = False

    def dated(self, issued: Issued) -> _Found:
        return replace(self, end=issued.end, date=issued.day, is_same_day=issued.is_same_day)


def find_references(text: str) -> list[Reference]:
    """All numbered references in *text*, in order; none overlaps another."""
    composed = compose(text)
    found = _with_shared_dates(list(_find(composed.text)), composed.text)
    return [_reference(text, composed, one) for one in found]


def _reference(text: str, composed: Composed, one: _Found) -> Reference:
    start, end = composed.span(one.start, one.end)
    return Reference(start, end, text[start:end], one.kind, one.number, one.date)


def _find(text: str) -> Iterator[_Found]:
    previous: _Found | None = None
    for match in _FIRST_DIGIT.finditer(text):
        start = match.start()
        if previous and start < previous.end:
            continue
        found = _at(text, start, previous)
        if found:
            yield found
            previous = found


def _at(text: str, start: int, previous: _Found | None) -> _Found | None:
    low = previous.end if previous else 0
    number = read_number(text, start)
    is_near = previous is not None and start - previous.end <= _LONGEST_JOIN
    if number is None and not is_near and not may_lead(text, start):
        return None  # most digits
    lead = read_lead(text, low, start)
    if number is None and lead.kind:
        number = read_lower_number(text, start)
    listed = previous if previous and _is_listed(text, previous.end, lead.start) else None
    if number:
        return _coded(text, low, number, lead, listed)
    if lead.kind is None and listed is None:
        return None
    return _bare(text, start, lead, listed)


def _is_listed(text: str, end: int, start: int) -> bool:
    return start - end <= _LONGEST_JOIN and _LISTED.fullmatch(text, end, start) is not None


def _coded(text: str, low: int, number: Number, lead: Lead, listed: _Found | None) -> _Found | None:
    if lead.kind:
        return _of_kind(text, low, number, lead, lead.kind)
    if lead.is_of_something_else(number) or number.is_of_a_case:
        return None
    if _is_in_address(text, low, lead.start):
        return None
    if listed and (number.is_likely or number.is_old):
        kind = listed.kind
        if number.kinds and kind not in number.kinds:
            kind = number.kinds[0]
        return replace(_dated(text, lead.start, kind, number), is_elided=True)
    if (lead.has_so or number.is_certain) and (between := named_between(text, low, lead, number)):
        return _dated(text, *between, number)
    return _without_kind(text, low, number, lead)


def _of_kind(text: str, low: int, number: Number, lead: Lead, kind: str) -> _Found | None:
    if number.is_of_a_case and not number.tokens[0].startswith("QĐ"):
        return None
    if number.is_old and not number.kinds and kind not in MAY_BE_BARE:
        return None  # "báo cáo số 02-HSB": a form
    start, kind = kind_before(text, low, lead, number) or (lead.start, kind)
    return _dated(text, start, kind, number)


def _without_kind(text: str, low: int, number: Number, lead: Lead) -> _Found | None:
    kind = number.kinds[0] if number.kinds else kind_around(text, low, lead, number)
    found = _dated(text, lead.start, kind, number)
    is_likely = number.is_likely or (kind is not None and found.date is not None)
    return found if number.is_certain or (lead.has_so and is_likely) else None


def _is_in_address(text: str, low: int, start: int) -> bool:
    """Whether *start* is within a web address or the like: no space since its beginning."""
    if start == low or text[start - 1].isspace():
        return False
    before = text[max(low, start - 200) : start].split()
    return bool(before and _ADDRESS.search(before[-1]))


def _dated(text: str, start: int, kind: str | None, number: Number) -> _Found:
    is_party = not number.is_old and re.match(r"\d+[A-Za-z]?-", number.number) is not None
    issued = read_date(text, number.end, number.number, is_party=is_party)
    found = _Found(start, number.end, kind, number.number)
    return found if issued is None else found.dated(issued)


def _bare(text: str, start: int, lead: Lead, listed: _Found | None) -> _Found | None:
    bare = read_bare(text, start)
    if bare is None:
        return None
    issued = read_date(text, bare.end, bare.number, is_party=False)
    if issued is None and not stands_alone(text, bare, lead):
        return None
    kind = lead.kind or (listed.kind if listed else None)
    found = _Found(lead.start, bare.end, kind, bare.number, is_elided=lead.kind is None)
    return found if issued is None else found.dated(issued)


def _with_shared_dates(found: list[_Found], text: str) -> list[_Found]:
    """Give one date to all of a list that has it at its end: “số 12/KH-X, 13/KH-X ngày …”."""
    for index in range(len(found) - 1, 0, -1):
        one, before = found[index], found[index - 1]
        if one.date is None or before.date is not None:
            continue
        shares = one.is_elided or (one.is_same_day and _is_listed(text, before.end, one.start))
        if shares:
            found[index - 1] = replace(before, date=one.date, is_same_day=one.is_same_day)
    return found
