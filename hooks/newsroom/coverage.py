"""Which units in a plan's scope no news tells of: for the editor, never for a public page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newsroom.activities import unit_key
from newsroom.model import Article, Document, Role, Unit, UnitRef
from newsroom.units import UnitRegister


def missing_units(
    plan: Document, articles: Iterable[Article], units: UnitRegister
) -> tuple[UnitRef, ...]:
    """Units in the scope of *plan* that none of *articles* tells of, in the scope's order.

    Pass the articles under the plan, of whichever stretch is asked about. The scope is read as
    things stood on :func:`scope_day` and names come back as borne on that day. A unit has news
    when an article is about it or about a unit that took over from it (however many steps on; after
    a split one heir is enough), or when one of them was inspected, led or took part as a partner; a
    mere mention is no news. A name that is not registered has news when an article bears it.
    """
    when = scope_day(plan) or (date(plan.year, 1, 1) if plan.year else None)
    if plan.plan is None or when is None:
        return ()
    told_of = {unit_key(ref) for article in articles for ref in _told_of(article)}
    missing: dict[str, UnitRef] = {}
    for text in plan.plan.scope:
        ref, _ = units.resolve(text, when, plan.path, None)
        if not told_of.intersection(_with_heirs(ref, units)):
            missing.setdefault(unit_key(ref), ref)
    return tuple(missing.values())


def scope_day(plan: Document) -> date | None:
    """The day on which the names in a plan's scope are to be understood: its own date.

    Where that is no full date, the first day known of its execution.
    """
    if isinstance(plan.meta.date, date):
        return plan.meta.date
    return (plan.plan.starts or plan.plan.ends) if plan.plan else None


def _told_of(article: Article) -> Iterator[UnitRef]:
    if article.unit:
        yield article.unit
    yield from (ref for role, ref in article.roles if role is not Role.MENTIONED)


def _with_heirs(ref: UnitRef, units: UnitRegister) -> set[str]:
    """Keys of a unit and of all that took over from it; cycles in the register do no harm."""
    keys = {unit_key(ref)}
    ahead: list[Unit] = [ref.unit] if ref.unit else []
    while ahead:
        for heir in units.successors(ahead.pop()):
            if heir.id not in keys:
                keys.add(heir.id)
                ahead.append(heir)
    return keys
