"""The figures of one measuring, and the arithmetic between them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from measuring.builds import Run

OURS, HUGO = "ours", "hugo"
"""Names of what others are held to: the portal's cold build, Hugo's whole build."""
Figure = Literal["wall", "cpu", "memory"]


@dataclass(frozen=True)
class Row:
    """Medians of one contender; ``to_ours`` holds the ratios to the portal's cold build.

    ``to_hugo`` is its time to that of Hugo's whole build, where Hugo was measured as well.
    """

    articles: int
    name: str
    title: str
    is_scenario: bool
    runs: int
    wall: float
    cpu: float
    memory: float
    pages: int
    size: int
    wall_to_ours: float
    cpu_to_ours: float
    memory_to_ours: float
    wall_to_hugo: float | None


@dataclass(frozen=True)
class Growth:
    """A contender's build of the most articles to that of the fewest."""

    name: str
    title: str
    fewest: int
    most: int
    articles: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Spread:
    """Seconds of several waits."""

    count: int
    median: float
    worst: float


@dataclass(frozen=True)
class Waits:
    """From the save of a file to the moment its page shows the change.

    Memory is what the server holds after the first and after the last of ``body.count`` saves, in
    MiB; None where the system does not tell.
    """

    articles: int
    name: str
    title: str
    body: Spread
    headline: Spread
    memory_first: float | None
    memory_last: float | None


@dataclass(frozen=True)
class Figures:
    """Everything one measuring found."""

    rows: tuple[Row, ...] = ()
    waits: tuple[Waits, ...] = ()

    @property
    def growth(self) -> tuple[Growth, ...]:
        """How time and memory grow with the number of articles."""
        return tuple(growths(self.rows))


def ratio(runs: Sequence[Run], base: Sequence[Run], figure: Figure) -> float:
    """The median of the ratios pair by pair; of the medians where the runs are not as many."""
    ours, theirs = ([getattr(run, figure) for run in side] for side in (runs, base))
    if len(ours) == len(theirs):
        return float(statistics.median(a / b for a, b in zip(ours, theirs, strict=True)))
    return float(statistics.median(ours) / statistics.median(theirs))


def growths(rows: Iterable[Row]) -> Iterator[Growth]:
    """Largest number of articles to the smallest, for whatever was measured with both."""
    by_name: dict[str, list[Row]] = {}
    for row in rows:
        if not row.is_scenario:
            by_name.setdefault(row.name, []).append(row)
    for name, members in by_name.items():
        few = min(members, key=lambda row: row.articles)
        many = max(members, key=lambda row: row.articles)
        if few.articles < many.articles:
            yield Growth(
                name=name,
                title=many.title,
                fewest=few.articles,
                most=many.articles,
                articles=many.articles / few.articles,
                wall=many.wall / few.wall,
                memory=many.memory / few.memory,
            )


def spread(seconds: Sequence[float]) -> Spread:
    """Median and worst of *seconds*."""
    return Spread(len(seconds), float(statistics.median(seconds)), max(seconds))
