"""What an article tells of: an activity on a day, its unit, its plan. Two may tell of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from newsroom.sample.chance import chance, day_between
from newsroom.sample.documents import SampleDocument, plan_count
from newsroom.sample.page import FIRST_DAY, LAST_DAY
from newsroom.sample.register import SampleUnit, working_on
from newsroom.sample.topics import ARCHIVE_TOPICS, OTHER_TOPICS, Topic
from newsroom.schema import PlanMeta, UnitKind

_WEIGHTS = {
    UnitKind.DEPARTMENT: 5,
    UnitKind.DISTRICT: 3,
    UnitKind.REGION: 5,
    UnitKind.BODY: 3,
    UnitKind.AGENCY: 1,
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """An activity; ``index`` is the article that told of it first."""

    index: int
    topic: Topic
    day: date
    unit: SampleUnit
    plan: SampleDocument | None
    is_shared: bool
    """Whether the next article tells of it too."""

    @property
    def about_democracy(self) -> bool:
        """Whether it belongs to the archive of grass-roots democracy."""
        return bool(self.topic.form)


def occasion(index: int, seed: int, plans: Sequence[SampleDocument]) -> Occasion:
    """Return what article *index* tells of; *plans* are those of the whole sample."""
    if index % 2:
        previous = _own_occasion(index - 1, seed, plans)
        if previous.is_shared:
            return previous
    return _own_occasion(index, seed, plans)


def _own_occasion(index: int, seed: int, plans: Sequence[SampleDocument]) -> Occasion:
    rng = chance(seed, "su-kien", index)
    plan = _plan(index, plans, rng) if rng.random() < 0.6 else None
    first, last = plan.period if plan else (FIRST_DAY, LAST_DAY)
    day = day_between(first, last, rng)
    is_archive = rng.random() < _archive_share(plan)
    topic = rng.choice(ARCHIVE_TOPICS if is_archive else OTHER_TOPICS)
    is_shared = is_archive and not index % 2 and rng.random() < 0.15
    return Occasion(index, topic, day, _unit(day, plan, rng), plan, is_shared)


def _plan(index: int, plans: Sequence[SampleDocument], rng: Random) -> SampleDocument:
    """One of the plans that a sample of only *index* articles would have, mostly a late one."""
    known = plan_count(index + 1)
    first = max(known - 6, 0) if rng.random() < 0.8 else 0
    return plans[rng.randrange(first, known)]


def _archive_share(plan: SampleDocument | None) -> float:
    """35 in 100 articles are about democracy, most of those with a plan about it."""
    if plan is None:
        return 0.3
    return 0.8 if plan.about_democracy else 0.1


def _unit(day: date, plan: SampleDocument | None, rng: Random) -> SampleUnit:
    possible = working_on(day)
    if plan and isinstance(plan.meta, PlanMeta) and rng.random() < 0.7:
        in_scope = tuple(unit for unit in possible if unit.id in plan.meta.scope)
        possible = in_scope or possible
    return rng.choices(possible, [_WEIGHTS[unit.meta.kind] for unit in possible])[0]
