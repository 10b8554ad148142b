"""Who came before a unit and who after it: names as of the change, days, how, and news of each.

Each unit's news is counted apart: a reader sees what belongs to which, and adds up alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsroom.dates import short_date
from newsroom.model import CLOSING_LABELS, Unit
from newsroom.pages.context import PageContext
from newsroom.pages.counts import told_of
from newsroom.schema import ClosingKind
from newsroom.units import first_day_after
from newsroom.views import Fact, Link, Notice

_BECAME = {
    ClosingKind.RENAMED: "đổi tên thành",
    ClosingKind.AMALGAMATED: "hợp nhất thành",
    ClosingKind.MERGED: "sáp nhập vào",
    ClosingKind.SPLIT: "chia tách thành",
    ClosingKind.DISSOLVED: "giải thể",
    ClosingKind.UNDETERMINED: "kế tục:",
}


def closing_notices(unit: Unit, context: PageContext) -> Iterator[Notice]:
    """The banner of a unit that has ended: from when, how, and who took over."""
    ended = first_day_after(unit)
    if ended is None or not unit.has_ended_by(context.newsroom.now.date()):
        return
    lines = [f"{unit.name_on(unit.meta.valid_to)} kết thúc hoạt động từ ngày {short_date(ended)}."]
    closing = unit.meta.closing
    if closing and closing.kind is not ClosingKind.UNDETERMINED:
        lines.append(f"Hình thức: {CLOSING_LABELS[closing.kind]}.")
    heirs = _heirs(unit, context)
    if heirs:
        lines.append("Đơn vị kế tục:")
    yield Notice("closed", "Đơn vị đã kết thúc hoạt động", tuple(lines), heirs)


def succession_facts(unit: Unit, context: PageContext) -> Iterator[Fact]:
    """Those before it, those to come after it, and its own news beside theirs."""
    before = context.newsroom.units.predecessors.get(unit.id, ())
    after = _heirs(unit, context)
    if before:
        yield Fact("Tiền thân", tuple(_predecessor(one, context) for one in before))
    if after and not unit.has_ended_by(context.newsroom.now.date()):
        yield Fact("Đơn vị kế tục", after)
    own = told_of(context.newsroom.by_unit.get(unit.id, ()))
    if own and (before or after):
        yield Fact("Riêng đơn vị này", (Link(own),))


def what_followed(unit: Unit, context: PageContext) -> str:
    """``đến hết ngày 30/6/2025; sáp nhập vào VKSND khu vực 1``, as far as somebody entered it."""
    parts = [f"đến hết ngày {short_date(unit.meta.valid_to)}"] if unit.meta.valid_to else []
    heirs = ", ".join(_named(unit, heir) for heir in context.newsroom.units.successors(unit))
    closing = unit.meta.closing
    if closing and (heirs or closing.kind is ClosingKind.DISSOLVED):
        parts.append(f"{_BECAME[closing.kind]} {heirs}".strip())
    elif closing and closing.kind is not ClosingKind.UNDETERMINED:
        parts.append(CLOSING_LABELS[closing.kind])
    return "; ".join(parts)


def period(first: date | None, last: date | None) -> str | None:
    """``từ ngày … đến hết ngày …``; None when neither is known."""
    parts = []
    if first:
        parts.append(f"từ ngày {short_date(first)}")
    if last:
        parts.append(f"đến hết ngày {short_date(last)}")
    return " ".join(parts) or None


def _heirs(unit: Unit, context: PageContext) -> tuple[Link, ...]:
    return tuple(
        Link(_name_after(unit, heir), heir.address, _note(heir, context))
        for heir in context.newsroom.units.successors(unit)
    )


def _predecessor(unit: Unit, context: PageContext) -> Link:
    closing = unit.meta.closing
    known = closing and closing.kind is not ClosingKind.UNDETERMINED
    how = CLOSING_LABELS[closing.kind] if closing and known else None
    return Link(unit.name_on(unit.meta.valid_to), unit.address, _note(unit, context, how))


def _note(unit: Unit, context: PageContext, how: str | None = None) -> str | None:
    """Its days, how it ended, its news; no word where there is no news."""
    days = period(unit.meta.valid_from, unit.meta.valid_to)
    worked = ", ".join(part for part in (days, how) if part)
    news = told_of(context.newsroom.by_unit.get(unit.id, ()))
    return " · ".join(part for part in (worked, news) if part) or None


def _named(unit: Unit, heir: Unit) -> str:
    """The heir's name, with its first day where it is the same as the old one."""
    name, starts = _name_after(unit, heir), heir.meta.valid_from
    is_same = name == unit.name_on(unit.meta.valid_to)
    return f"{name} (hoạt động từ ngày {short_date(starts)})" if is_same and starts else name


def _name_after(unit: Unit, heir: Unit) -> str:
    """The name *heir* bore when it took over from *unit*."""
    when = max(filter(None, (first_day_after(unit), heir.meta.valid_from)), default=None)
    return heir.name_on(when)
