"""Units that a text names, looked up in the register as it stood on the day of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from newsroom.importing.understanding.model import Author
from newsroom.model import Unit
from newsroom.references import Names
from newsroom.schema import UnitKind
from newsroom.text import clean
from newsroom.units import UnitRegister

_SHORT_DEPARTMENT = re.compile(r"(?:P|Ph)\.? ?(?=\d)", re.IGNORECASE)
_PROCURACY = re.compile(
    r"\b(?:Viện kiểm sát nhân dân|Viện kiểm sát|Viện KSND|Viện KS|VKSND|VKS)\b", re.IGNORECASE
)
_CITY = re.compile(r"\b(?:TP\.? ?|T\.P\.? ?)(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s*,\s*|\s+[-–]\s+|\s+)(?=(?:VKSND|của VKSND|thành phố)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A registered unit in a text."""

    start: int
    end: int
    words: str
    unit: Unit


class UnitFinder:
    """Finds units of *register* as it stood on *when*."""

    def __init__(self, register: UnitRegister, when: date) -> None:
        self._register, self._when = register, when
        self._unit_of: dict[str, Unit] = {}
        for name, unit in register.names_on(when):
            self._unit_of.setdefault(name, unit)
        self._names = Names(self._unit_of)

    def find(self, text: str) -> list[NamedUnit]:
        """The units named in *text*, in order."""
        return [
            NamedUnit(one.start, one.end, one.text, self._unit_of[one.name])
            for one in self._names.find(text)
        ]

    def resolve(self, text: str) -> Unit | None:
        """The unit that *text* alone names, in any of the usual short forms."""
        return next((unit for form in _forms(clean(text)) if (unit := self._lookup(form))), None)

    def shown(self, author: Author) -> str:
        """``Nguyễn Thị Mẫu, Chuyên viên, Phòng 2``: an author for a report."""
        unit = self._register.get(author.unit or "")
        name = unit.name_on(self._when) if unit else author.unit
        return ", ".join(part for part in (author.name, author.role, name) if part)

    def why_not(self, text: str) -> str:
        """Why *text* is no unit of that day, with the nearest names."""
        _, found = self._register.resolve(text, self._when, "", None)
        return f"{found.message} {found.hint}" if found else ""

    def _lookup(self, text: str) -> Unit | None:
        ref, found = self._register.resolve(text, self._when, "", None)
        if ref.unit and found is None:
            return ref.unit
        # “Phòng 9 VKSND thành phố Hải Phòng”, where the register says “Phòng 9” only
        for cut in _TAIL.finditer(text):
            head, _ = self._register.resolve(text[: cut.start()], self._when, "", None)
            tail, _ = self._register.resolve(text[cut.end() :], self._when, "", None)
            is_within = tail.unit is not None and tail.unit.meta.kind is UnitKind.AGENCY
            if head.unit and is_within and head.unit.is_valid_on(self._when):
                return head.unit
        return None


def _forms(text: str) -> list[str]:
    """*text* and the ways the register may write it."""
    plain = _SHORT_DEPARTMENT.sub("Phòng ", text) if _SHORT_DEPARTMENT.match(text) else text
    short = _CITY.sub("thành phố ", _PROCURACY.sub("VKSND", plain))
    return list(dict.fromkeys([text, plain, short]))
