"""The register of units and bodies: look-up by id, name or alias on a day, and its own checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsroom.dates import day_after, short_date
from newsroom.model import CLOSING_LABELS, Unit, UnitRef
from newsroom.old_addresses import names_among
from newsroom.problems import Problem, problem
from newsroom.schema import ClosingKind
from newsroom.text import clean, fold, nearest, sort_key

_EXPECTED_SUCCESSORS = {
    ClosingKind.RENAMED: (1, 1, "đúng 1"),
    ClosingKind.AMALGAMATED: (1, 1, "đúng 1"),
    ClosingKind.MERGED: (1, 1, "đúng 1"),
    ClosingKind.SPLIT: (2, None, "ít nhất 2"),
    ClosingKind.DISSOLVED: (0, 0, "0"),
    ClosingKind.UNDETERMINED: (0, None, "0 hoặc nhiều"),
}


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    unit: Unit
    valid_from: date | None
    valid_to: date | None

    def is_valid_on(self, when: date) -> bool:
        return (self.valid_from is None or self.valid_from <= when) and (
            self.valid_to is None or when <= self.valid_to
        )

    def overlaps(self, other: _Name) -> bool:
        starts = max(self.valid_from or date.min, other.valid_from or date.min)
        ends = min(self.valid_to or date.max, other.valid_to or date.max)
        return starts <= ends


class UnitRegister:
    """All units and bodies, in the order of the official structure."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units: tuple[Unit, ...] = tuple(sorted(units, key=unit_order))
        self.by_id: dict[str, Unit] = {unit.id: unit for unit in self.units}
        self._names: dict[str, list[_Name]] = defaultdict(list)
        for unit in self.units:
            for name in _names_of(unit):
                self._names[fold(name.text)].append(name)
        self.predecessors: dict[str, tuple[Unit, ...]] = _predecessors(self.units)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def get(self, unit_id: str) -> Unit | None:
        """The unit with the id *unit_id*."""
        return self.by_id.get(unit_id)

    def names_on(self, when: date | None) -> Iterator[tuple[str, Unit]]:
        """Every name and alias borne on *when* (on any day when None), each with its unit."""
        for names in self._names.values():
            yield from (
                (name.text, name.unit) for name in names if when is None or name.is_valid_on(when)
            )

    def resolve(
        self, text: str, when: date, path: str, line: int | None
    ) -> tuple[UnitRef, Problem | None]:
        """Look up *text* (an id, a name or an alias) as things stood on *when*.

        An id is absolute: outside the unit's validity it still resolves, with a warning. A name
        resolves to the unit that bore it on that day, exact spelling before folded.
        """
        text = clean(text)
        if unit := self.by_id.get(text):
            found = None if unit.is_valid_on(when) else _not_then(text, unit, when, path, line)
            return UnitRef(unit.name_on(when), unit), found
        names = self._names.get(fold(text), [])
        valid = [name for name in names if name.is_valid_on(when)]
        exact = [name for name in valid if name.text.casefold() == text.casefold()]
        units = list(dict.fromkeys(name.unit.id for name in exact or valid))
        if len(units) == 1:
            unit = self.by_id[units[0]]
            return UnitRef(unit.name_on(when), unit), None
        if units:
            candidates = ", ".join(f"{self.by_id[u].meta.title} (`{u}`)" for u in units)
            found = problem("unit-ambiguous", path, line, text=text, candidates=candidates)
            return UnitRef(text), found
        others = list(dict.fromkeys(name.unit.id for name in names))
        if len(others) == 1:
            unit = self.by_id[others[0]]
            return UnitRef(text, unit), _not_then(text, unit, when, path, line)
        if others:
            unit = self.by_id[others[0]]
            return UnitRef(text), _not_then(text, unit, when, path, line)
        return UnitRef(text), problem(
            "unit-unknown", path, line, text=text, suggestion=self.suggestion(text)
        )

    def suggestion(self, text: str) -> str:
        """The three nearest ids or names, as a hint."""
        by_text = {unit.id: unit for unit in self.units}
        for names in self._names.values():
            for name in names:
                by_text.setdefault(name.text, name.unit)
        close = dict.fromkeys(by_text[hit].id for hit in nearest(text, by_text, 9))
        if not close:
            return "Thêm đơn vị vào thư mục don-vi/, hoặc sửa tên cho đúng danh bạ."
        shown = "; ".join(f"{self.by_id[u].meta.title} (`{u}`)" for u in list(close)[:3])
        return f"Gần nhất: {shown}. Chưa có thì thêm đơn vị vào thư mục don-vi/."

    def distinct_title(self, unit: Unit) -> str:
        """The unit's title, with its days where another unit has, or had, the same one."""
        same = [other for other in self.units if other.meta.title == unit.meta.title]
        if len(same) == 1:
            return unit.meta.title
        known = unit.meta.valid_from or unit.meta.valid_to
        days = unit.validity_text().removeprefix("hoạt động ") if known else f"mã {unit.id}"
        return f"{unit.meta.title} ({days})"

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took over from *unit*, those that are registered."""
        return tuple(self.by_id[s] for s in unit.successors if s in self.by_id)

    def problems(self) -> Iterator[Problem]:
        """Check the register against the rules of succession, both ways."""
        for unit in self.units:
            yield from self._parent_problems(unit)
            yield from self._closing_problems(unit)
            yield from self._predecessor_problems(unit)
            yield from _period_problems(unit)
        yield from self._cycles("kế tục", lambda unit: unit.successors)
        yield from self._cycles(
            "cấp trên", lambda unit: (unit.meta.parent,) if unit.meta.parent else ()
        )
        yield from self._name_clashes()

    def _parent_problems(self, unit: Unit) -> Iterator[Problem]:
        parent = unit.meta.parent
        if parent and parent not in self.by_id:
            yield problem(
                "unit-parent-unknown",
                unit.path,
                unit.source.line_of("parent"),
                text=parent,
                suggestion=self.suggestion(parent),
            )

    def _closing_problems(self, unit: Unit) -> Iterator[Problem]:
        closing = unit.meta.closing
        line = unit.source.line_of("closing")
        if closing is None:
            if unit.meta.valid_to:
                yield problem("unit-closing-unknown", unit.path, unit.source.line_of("valid_to"))
            return
        least, most, expected = _EXPECTED_SUCCESSORS[closing.kind]
        count = len(set(closing.successors))
        if count < least or (most is not None and count > most):
            yield problem(
                "unit-closing-successors",
                unit.path,
                line,
                kind=CLOSING_LABELS[closing.kind],
                expected=expected,
                count=count,
            )
        if unit.meta.valid_to is None:
            yield problem("unit-closing-date", unit.path, line)
        yield from self._successor_problems(unit, closing.successors)

    def _successor_problems(self, unit: Unit, successors: tuple[str, ...]) -> Iterator[Problem]:
        line = unit.source.line_of("closing", "successors")
        for text in successors:
            successor = self.by_id.get(text)
            if successor is None:
                yield problem(
                    "unit-successor-unknown",
                    unit.path,
                    line,
                    relation="Đơn vị kế tục",
                    text=text,
                    suggestion=self.suggestion(text),
                )
                continue
            ended = unit.meta.valid_to
            if ended and successor.meta.valid_to and successor.meta.valid_to <= ended:
                yield problem(
                    "unit-successor-time", unit.path, line, text=text, date=short_date(ended)
                )
            declared = successor.meta.predecessors
            if declared and unit.id not in declared:
                yield problem(
                    "unit-predecessor-mismatch",
                    successor.path,
                    successor.source.line_of("predecessors"),
                    one=unit.meta.title,
                    two=successor.meta.title,
                )

    def _predecessor_problems(self, unit: Unit) -> Iterator[Problem]:
        line = unit.source.line_of("predecessors")
        for text in unit.meta.predecessors:
            predecessor = self.by_id.get(text)
            if predecessor is None:
                yield problem(
                    "unit-successor-unknown",
                    unit.path,
                    line,
                    relation="Đơn vị tiền thân",
                    text=text,
                    suggestion=self.suggestion(text),
                )
            elif unit.id not in predecessor.successors:
                yield problem(
                    "unit-predecessor-mismatch",
                    unit.path,
                    line,
                    one=predecessor.meta.title,
                    two=unit.meta.title,
                )

    def _cycles(
        self, relation: str, follow: Callable[[Unit], tuple[str, ...]]
    ) -> Iterator[Problem]:
        finished: set[str] = set()
        for start in self.units:
            trail: list[str] = []
            ahead = [iter((start.id,))]  # what is still to visit, a step of the trail each
            while ahead:
                unit_id = next(ahead[-1], None)
                if unit_id is None:
                    ahead.pop()
                    if trail:
                        finished.add(trail.pop())
                elif unit_id in trail:
                    yield self._cycle_problem(relation, trail[trail.index(unit_id) :])
                elif unit_id not in finished and (unit := self.by_id.get(unit_id)):
                    trail.append(unit_id)
                    ahead.append(iter(follow(unit)))

    def _cycle_problem(self, relation: str, loop: list[str]) -> Problem:
        first = self.by_id[min(loop)]
        turned = loop[loop.index(first.id) :] + loop[: loop.index(first.id)]
        key = "closing" if relation == "kế tục" else "parent"
        return problem(
            "unit-cycle",
            first.path,
            first.source.line_of(key),
            relation=relation,
            cycle=" → ".join([*turned, first.id]),
        )

    def _name_clashes(self) -> Iterator[Problem]:
        seen: set[tuple[str, str]] = set()
        for names in self._names.values():
            for index, name in enumerate(names):
                for other in names[index + 1 :]:
                    pair = (name.unit.id, other.unit.id)
                    if name.unit is other.unit or pair in seen or not name.overlaps(other):
                        continue
                    seen.add(pair)
                    yield problem(
                        "unit-name-clash",
                        other.unit.path,
                        other.unit.source.line_of("title"),
                        name=other.text,
                        other=name.unit.path,
                    )


def unit_order(unit: Unit) -> tuple[object, ...]:
    """Order of the official structure, then natural order of names."""
    order = unit.meta.order if unit.meta.order is not None else 10**9
    return (order, sort_key(unit.meta.title), unit.id)


def _names_of(unit: Unit) -> Iterator[_Name]:
    meta = unit.meta
    whole = (meta.valid_from, meta.valid_to)
    spans: list[tuple[str, date | None, date | None]] = []
    for name in meta.names:
        span = (name.valid_from or whole[0], name.valid_to or whole[1])
        spans.append((name.name, *span))
        if name.full_name:
            spans.append((name.full_name, *span))
    spans += [
        (text, *whole) for text in (meta.title, meta.full_name, *names_among(meta.aliases)) if text
    ]
    seen: set[str] = set()
    for text, first, last in spans:
        if text.casefold() not in seen or meta.names:
            seen.add(text.casefold())
            yield _Name(text, unit, first, last)


def _predecessors(units: tuple[Unit, ...]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for successor in unit.successors:
            found[successor].append(unit)
    return {unit_id: tuple(before) for unit_id, before in found.items()}


def _period_problems(unit: Unit) -> Iterator[Problem]:
    meta = unit.meta
    if meta.valid_from and meta.valid_to and meta.valid_from > meta.valid_to:
        yield problem(
            "period-order",
            unit.path,
            unit.source.line_of("valid_to"),
            first="Ngày bắt đầu hoạt động",
            second="ngày hoạt động cuối cùng",
        )


def _not_then(text: str, unit: Unit, when: date, path: str, line: int | None) -> Problem:
    return problem(
        "unit-not-then", path, line, text=text, date=short_date(when), validity=unit.validity_text()
    )


def first_day_after(unit: Unit) -> date | None:
    """The day from which *unit* no longer works."""
    return day_after(unit.meta.valid_to) if unit.meta.valid_to else None
