"""The snapshot: everything known about the news at one moment, ready to be asked.

Immutable. What comes after (pages, feeds, search, open data) only reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from newsroom.activities import Activity
from newsroom.archives import Archive
from newsroom.content import Entry
from newsroom.documents import DocumentRegister
from newsroom.model import Article, BrokenPage, Document, DocumentRef, Page, Role
from newsroom.old_addresses import Moved
from newsroom.periods import Period
from newsroom.pictures.inspection import PictureInfo
from newsroom.problems import Problem
from newsroom.tags import Tag
from newsroom.units import UnitRegister


@dataclass(frozen=True, slots=True)
class CitedPlan:
    """A plan as articles cite it: registered, or known only from what they say of it."""

    ref: DocumentRef
    address: str
    articles: tuple[Article, ...]
    """By the day of the event, newest first."""

    @property
    def document(self) -> Document | None:
        """The registered plan, if there is one."""
        return self.ref.document


@dataclass(frozen=True, slots=True)
class Participation:
    """An article in which a unit takes part, and in which roles."""

    article: Article
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class ArchiveIndex:
    """Members of one archive by the day of the event, newest first."""

    archive: Archive
    articles: tuple[Article, ...]
    unclassified: tuple[Article, ...]
    activities: tuple[Activity, ...] = ()
    """What the members tell of, the newest first."""

    def with_value(self, axis: str, value_id: str) -> tuple[Article, ...]:
        """Members that carry a value on an axis."""
        return tuple(
            a for a in self.articles if value_id in a.classification[self.archive.id].get(axis, ())
        )

    def of_year(self, year: int) -> tuple[Article, ...]:
        """Members that tell of an activity of *year*."""
        return self.members_of(self.activities_of_year(year))

    def activities_of_year(self, year: int) -> tuple[Activity, ...]:
        """Activities of *year*: an activity belongs to the year of its first day alone."""
        return tuple(a for a in self.activities if a.happened_on.year == year)

    def activities_within(self, period: Period) -> tuple[Activity, ...]:
        """Activities of *period*, likewise."""
        return tuple(a for a in self.activities if a.happened_on in period)

    def members_of(self, activities: Iterable[Activity]) -> tuple[Article, ...]:
        """The members that tell of *activities*, newest event first."""
        paths = {article.path for activity in activities for article in activity.articles}
        return tuple(article for article in self.articles if article.path in paths)

    @property
    def days(self) -> frozenset[date]:
        """Days of the activities."""
        return frozenset(activity.happened_on for activity in self.activities)

    @property
    def years(self) -> tuple[int, ...]:
        """Years with activities, newest first."""
        return tuple(sorted({day.year for day in self.days}, reverse=True))


@dataclass(frozen=True, slots=True)
class Newsroom:
    """``articles`` are those to be listed, newest publication first; in the preview that
    includes drafts and scheduled ones, in a build it does not.
    """

    root: Path
    paths: tuple[str, ...] = field(repr=False)
    """All usable files of the docs folder."""
    now: datetime
    is_preview: bool
    articles: tuple[Article, ...]
    held: tuple[Article, ...]
    """Drafts and scheduled articles, listed or not."""
    units: UnitRegister
    documents: DocumentRegister
    pages: Mapping[str, Page]
    """Other pages, by address."""
    broken: tuple[BrokenPage, ...]
    assets: Mapping[str, Entry]
    pictures: Mapping[str, PictureInfo]
    """Size of each picture that can be shown, by path."""
    problems: tuple[Problem, ...]
    by_path: Mapping[str, tuple[Problem, ...]] = field(repr=False)
    """The same problems by the file they are in."""
    redirects: Mapping[str, Moved] = field(repr=False)
    """Usable old address, without slashes at the ends → its page."""
    by_unit: Mapping[str, tuple[Article, ...]] = field(repr=False)
    """Unit id → articles about it, by publication, newest first."""
    taking_part: Mapping[str, tuple[Participation, ...]] = field(repr=False)
    """Unit id → articles that name it in a role and are about another unit."""
    plans: tuple[CitedPlan, ...] = field(repr=False)
    by_document: Mapping[str, tuple[Article, ...]] = field(repr=False)
    """Document path → articles that cite it, plans included, newest event first."""
    tags: tuple[tuple[Tag, tuple[Article, ...]], ...] = field(repr=False)
    archives: tuple[ArchiveIndex, ...] = field(repr=False)

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """What is wrong with the file *path*."""
        return self.by_path.get(path, ())
