"""Activities: what articles tell of. Several may tell of one; totals count it once.

Articles with the same ``activity`` of an archive are one activity, every other article is one of
its own. Matrix, plan pages, report and open data all count through here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from newsroom.model import Article, DocumentRef, UnitRef


@dataclass(frozen=True, slots=True)
class Activity:
    """One event and the articles that tell of it."""

    id: str
    """``activity`` of its articles; else the article's file name without its suffix."""
    is_named: bool
    """Whether ``id`` was entered, rather than taken from the only article's file."""
    articles: tuple[Article, ...]
    """In order of the event, the oldest first; never empty."""

    @property
    def happened_on(self) -> date:
        """The day of the event; the first one where its articles disagree."""
        return self.articles[0].happened_on

    @property
    def units(self) -> tuple[UnitRef, ...]:
        """The units its articles are about, each once, in the articles' order."""
        found: dict[str, UnitRef] = {}
        for article in self.articles:
            if article.unit:
                found.setdefault(unit_key(article.unit), article.unit)
        return tuple(found.values())

    @property
    def plans(self) -> tuple[DocumentRef, ...]:
        """Plans of its articles, each once."""
        return _each_once(ref for article in self.articles for ref in article.plans)

    @property
    def documents(self) -> tuple[DocumentRef, ...]:
        """Other documents its articles cite, each once."""
        return _each_once(ref for article in self.articles for ref in article.documents)

    def values(self, archive_id: str, axis: str) -> tuple[str, ...]:
        """Ids of its values on an axis of an archive; the main one first, each once."""
        return tuple(
            dict.fromkeys(
                value
                for article in self.articles
                for value in article.classification.get(archive_id, {}).get(axis, ())
            )
        )

    def is_classified(self, archive_id: str) -> bool:
        """Whether any of its articles has a value in the archive."""
        return any(article.classification.get(archive_id) for article in self.articles)


def unit_key(ref: UnitRef) -> str:
    """Key of a unit as articles name it: its id, or its name where none is registered."""
    return ref.unit.id if ref.unit else f"?{ref.text}"


def activities(articles: Iterable[Article]) -> tuple[Activity, ...]:
    """The activities that *articles* tell of, the newest first.

    Pass only articles of one archive (or one plan): articles outside are not looked for.
    """
    named: dict[str, list[Article]] = {}
    alone: list[Article] = []
    for article in articles:
        if article.meta.activity:
            named.setdefault(article.meta.activity, []).append(article)
        else:
            alone.append(article)
    found = [Activity(name, True, _in_order(members)) for name, members in named.items()]
    found += [Activity(_file_name(article), False, (article,)) for article in alone]
    return tuple(sorted(found, key=lambda a: (-a.happened_on.toordinal(), a.articles[0].path)))


class Countable(Protocol):
    """What :func:`tally` counts: an activity, or a row of the report that stands for one."""

    @property
    def units(self) -> tuple[UnitRef, ...]:
        """The units it is about."""

    def values(self, archive_id: str, axis: str) -> tuple[str, ...]:
        """Ids of its values on an axis of an archive."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Activities counted by unit and value of one axis.

    An activity counts once in each of its cells, once in each row, once in each column and once
    in ``total``: sums of cells may be larger, since it may have several values and units.
    """

    units: Mapping[str, UnitRef]
    """Unit key → the unit."""
    cells: Mapping[tuple[str, str], int]
    """(unit key, value id) → activities; absent means none."""
    rows: Mapping[str, int]
    """Unit key → activities with any value."""
    columns: Mapping[str, int]
    """Value id → activities, those without a unit included."""
    total: int
    """Activities with any value."""


def tally(found: Iterable[Countable], archive_id: str, axis: str) -> Tally:
    """Count *found* by unit and by value of *axis*; those without a value do not count."""
    units: dict[str, UnitRef] = {}
    cells: dict[tuple[str, str], int] = {}
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    total = 0
    for activity in found:
        values = activity.values(archive_id, axis)
        if not values:
            continue
        total += 1
        for value in values:
            columns[value] = columns.get(value, 0) + 1
        for ref in activity.units:
            key = unit_key(ref)
            units.setdefault(key, ref)
            rows[key] = rows.get(key, 0) + 1
            for value in values:
                cells[key, value] = cells.get((key, value), 0) + 1
    return Tally(units, cells, rows, columns, total)


def _in_order(articles: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda a: (a.happened_on, a.path)))


def _file_name(article: Article) -> str:
    return article.path.rpartition("/")[2].removesuffix(".md")


def _each_once(refs: Iterable[DocumentRef]) -> tuple[DocumentRef, ...]:
    found: dict[tuple[str, int | None], DocumentRef] = {}
    for ref in refs:
        key = (ref.document.path, None) if ref.document else (ref.number, ref.year)
        found.setdefault(key, ref)
    return tuple(found.values())
