"""What a plan's articles come to: counts of activities by unit and role, by value, by month.

Everything is counted in activities, as ``newsroom.activities`` understands them. Units stand here
because there is news of them; nothing says which ones there is none of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from newsroom.activities import Activity, tally, unit_key
from newsroom.coverage import scope_day
from newsroom.dates import month_heading
from newsroom.model import Article, Document, Role, UnitRef
from newsroom.pages.context import PageContext
from newsroom.text import sort_key
from newsroom.units import UnitRegister, unit_order
from newsroom.views import Group, Link, MonthRow

_ABOUT = "Tin, bài về"


def units_by_role(found: Iterable[Activity], context: PageContext) -> tuple[Group, ...]:
    """Under each role the units that have news in it, with the activities they have it in."""
    refs: dict[str, dict[str, dict[str, UnitRef]]] = {}
    counts: dict[str, Counter[str]] = {}
    for activity in found:
        for heading, ref in _parts(activity):
            refs.setdefault(heading, {}).setdefault(unit_key(ref), {})[ref.text] = ref
        for heading, key in {(heading, unit_key(ref)) for heading, ref in _parts(activity)}:
            counts.setdefault(heading, Counter())[key] += 1
    groups = []
    for heading in (_ABOUT, *(role.label for role in Role)):
        units = refs.get(heading, {})
        links = tuple(
            _unit_link(list(units[key].values()), counts[heading][key], context)
            for key in sorted(units, key=lambda key: _order(next(iter(units[key].values()))))
        )
        if links:
            groups.append(Group(heading, links))
    return tuple(groups)


def _parts(activity: Activity) -> Iterator[tuple[str, UnitRef]]:
    for article in activity.articles:
        if article.unit:
            yield _ABOUT, article.unit
        for role, ref in article.roles:
            yield role.label, ref


def _unit_link(refs: Sequence[UnitRef], count: int, context: PageContext) -> Link:
    """A unit under the name its articles give it; where they give several, the newest first."""
    newest, *others = refs
    note = f"có lúc mang tên {', '.join(ref.text for ref in others)}" if others else None
    link = context.cards.unit_link(newest, note)
    return Link(link.text, link.address, note, count)


def _order(ref: UnitRef) -> tuple[object, ...]:
    """Registered units in official order, then names alone in the order of letters."""
    return (0, *unit_order(ref.unit)) if ref.unit else (1, sort_key(ref.text))


def values_by_axis(found: Sequence[Activity], context: PageContext) -> tuple[Group, ...]:
    """Under each axis of an archive the values that occur, each linked to the archive's list."""
    groups = []
    several = len(context.newsroom.archives) > 1
    for index in context.newsroom.archives:
        archive = index.archive
        for axis in archive.axes:
            columns = tally(found, archive.id, axis.key).columns
            links = tuple(
                Link(value.label, archive.value_address(axis, value), None, columns[value.id])
                for value in axis.values
                if value.id in columns
            )
            if links:
                heading = f"{archive.short_title}: {axis.label.lower()}" if several else axis.label
                groups.append(Group(heading, links))
    return tuple(groups)


def months(articles: Iterable[Article], found: Iterable[Activity]) -> tuple[MonthRow, ...]:
    """The months in which something happened, the earliest first; empty when there is but one.

    An activity belongs to the month it began in, an article to that of the day it tells of.
    """
    told = Counter((a.happened_on.year, a.happened_on.month) for a in articles)
    began = Counter((a.happened_on.year, a.happened_on.month) for a in found)
    rows = tuple(
        MonthRow(month_heading(*month), began[month], told[month]) for month in sorted(told | began)
    )
    return rows if len(rows) > 1 else ()


def scope_links(plan: Document, context: PageContext) -> tuple[Link, ...]:
    """The units in a plan's scope as of its day, and who follows those that have closed since."""
    when = scope_day(plan) or (date(plan.year, 1, 1) if plan.year else None)
    if plan.plan is None or when is None:
        return ()
    units = context.newsroom.units
    links = []
    for text in plan.plan.scope:
        ref, _ = units.resolve(text, when, plan.path, None)
        links.append(context.cards.unit_link(ref, _since(ref, units, context)))
    return tuple(links)


def _since(ref: UnitRef, units: UnitRegister, context: PageContext) -> str | None:
    if ref.unit is None or not ref.unit.has_ended_by(context.newsroom.now.date()):
        return None
    heirs = ", ".join(heir.meta.title for heir in units.successors(ref.unit))
    return f"đã kết thúc hoạt động; kế tục: {heirs}" if heirs else "đã kết thúc hoạt động"
