"""What is settled about a sample article before it is written: its days, headline, address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsroom.sample.chance import chance
from newsroom.sample.documents import SampleDocument
from newsroom.sample.occasions import Occasion, occasion
from newsroom.sample.page import LAST_DAY
from newsroom.sample.words import fill
from newsroom.text import slugify

_DRAFT = 37
_SCHEDULED = 73
"""One article in a hundred is a draft, one waits for the far future: those with these numbers."""


@dataclass(frozen=True, slots=True)
class Story:
    """Article *number* (from 1), which tells of ``occasion``.

    ``title`` is the headline with the words that mark it as a sample.
    """

    number: int
    occasion: Occasion
    published: date
    names_event_day: bool
    names_published: bool
    headline: str
    title: str
    slug: str

    @property
    def day(self) -> date:
        """The day by which units are looked up: the event's, or the publication's, its equal."""
        return self.occasion.day

    @property
    def path(self) -> str:
        """Its file, in the folder of the year it was published, or happened if that is unknown."""
        year = self.published.year if self.names_published else self.day.year
        return f"tin/{year}/{self.slug}.md"

    @property
    def is_draft(self) -> bool:
        """Whether it is left out of builds."""
        return self.number % 100 == _DRAFT

    @property
    def is_scheduled(self) -> bool:
        """Whether it waits for a day far off."""
        return self.number % 100 == _SCHEDULED


def story(index: int, seed: int, plans: Sequence[SampleDocument]) -> Story:
    """Return what is settled about article *index* (from 0)."""
    told = occasion(index, seed, plans)
    rng = chance(seed, "dau-de", index)
    number = index + 1
    names_event_day = told.is_shared or rng.random() < 0.85
    names_published = not names_event_day or rng.random() >= 0.04
    lag = rng.choice((0, 0, 1, 1, 2, 3)) if names_event_day else 0
    facts = {"don_vi": told.unit.name_on(told.day), "nam": str(told.day.year)}
    headline = fill(rng.choice(told.topic.headlines), rng, facts)
    if rng.random() < 0.75:
        title = f"Bài mẫu số {number}: {headline}"
        slug = slugify(title)
    else:
        title = f"{headline} (bài mẫu số {number})"
        slug = f"{slugify(headline, 80)}-bai-{number}"
    return Story(
        number=number,
        occasion=told,
        published=min(told.day + timedelta(days=lag), LAST_DAY),
        names_event_day=names_event_day,
        names_published=names_published,
        headline=headline,
        title=title,
        slug=slug,
    )
