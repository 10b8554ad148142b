"""What to read next: neighbours within a plan, articles related by activity, plan, unit or tag.

Of each list the articles nearest in time are taken, not the newest: a new article then changes the
pages of its few neighbours only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from newsroom.activities import activities
from newsroom.dates import as_day, short_date
from newsroom.model import Article
from newsroom.newsroom import CitedPlan, Newsroom
from newsroom.numbers import number_key
from newsroom.tags import Tag, tag_slug
from newsroom.views import Group, Link, Neighbours

_MOST_A_GROUP = 3
_MOST_IN_ALL = 6


class RelatedArticles:
    """Answers for one snapshot; finding an article's place in a list costs one look-up."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._places: dict[tuple[str, str], dict[str, int]] = {}
        self._plans = {
            (number_key(plan.ref.number), plan.ref.year): plan for plan in newsroom.plans
        }
        self._tags: dict[str, tuple[Tag, tuple[Article, ...]]] = {
            tag.slug: (tag, articles) for tag, articles in newsroom.tags
        }

        self._by_activity = {
            activity.id: activity.articles
            for activity in activities(a for a in newsroom.articles if a.meta.activity)
        }

    def neighbours(self, article: Article) -> Neighbours | None:
        """The articles before and after *article* under its first plan that has others."""
        for plan in self._plans_of(article):
            place = self._place("plan", plan.address, plan.articles, article)
            if place is None or len(plan.articles) < 2:
                continue
            later = plan.articles[place - 1] if place else None
            earlier = plan.articles[place + 1] if place + 1 < len(plan.articles) else None
            link = Link(f"Kế hoạch {plan.ref.number}", plan.address)
            return Neighbours(
                link,
                self._link(earlier, _event) if earlier else None,
                self._link(later, _event) if later else None,
            )
        return None

    def groups(self, article: Article, shown: Neighbours | None) -> tuple[Group, ...]:
        """All others on the same activity, then articles by plan, unit, tag; none stands twice.

        Those on the same activity are named also where they are the neighbours *shown*.
        """
        steps = (shown.earlier, shown.later) if shown else ()
        same = self._same_activity(article)
        used = {article.address, *(step.address for step in steps if step)}
        used |= {link.address for link in same}
        groups = [Group("Tin, bài khác về hoạt động này", same)] if same else []
        left = _MOST_IN_ALL
        for heading, address, members, when in self._lists(article):
            place = self._place(heading, address, members, article)
            if place is None:
                continue
            near = [a for a in _nearest(members, place) if a.address not in used]
            chosen = near[: min(_MOST_A_GROUP, left)]
            if chosen:
                used.update(a.address for a in chosen)
                left -= len(chosen)
                links = tuple(self._link(a, when) for a in chosen)
                groups.append(Group(heading, links, address))
            if not left:
                break
        return tuple(groups)

    def _same_activity(self, article: Article) -> tuple[Link, ...]:
        """The other articles with the same ``activity``, in order of the event."""
        if not article.meta.activity:
            return ()
        members = self._by_activity.get(article.meta.activity, ())
        return tuple(self._link(other, _event) for other in members if other is not article)

    def _lists(
        self, article: Article
    ) -> Iterator[tuple[str, str, Sequence[Article], Callable[[Article], date]]]:
        for plan in self._plans_of(article):
            yield f"Tin, bài cùng Kế hoạch {plan.ref.number}", plan.address, plan.articles, _event
        unit = article.unit.unit if article.unit else None
        if unit and article.unit:
            own = self._newsroom.by_unit.get(unit.id, ())
            yield f"Tin, bài khác về {article.unit.text}", unit.address, own, _publication
        tags = [self._tags[slug] for slug in dict.fromkeys(map(tag_slug, article.meta.tags))]
        for tag, members in sorted(tags, key=lambda pair: len(pair[1])):  # the most telling first
            yield f"Tin, bài cùng chủ đề “{tag.label}”", tag.address, members, _publication

    def _plans_of(self, article: Article) -> Iterator[CitedPlan]:
        for ref in article.plans:
            if plan := self._plans.get((number_key(ref.number), ref.year)):
                yield plan

    def _place(
        self, kind: str, address: str, members: Iterable[Article], article: Article
    ) -> int | None:
        key = (kind, address)
        if key not in self._places:
            self._places[key] = {member.path: place for place, member in enumerate(members)}
        return self._places[key].get(article.path)

    def _link(self, article: Article, when: Callable[[Article], date]) -> Link:
        unit = article.unit.text if article.unit else None
        note = " · ".join(part for part in (short_date(when(article)), unit) if part)
        return Link(article.title, article.address, note)


def _event(article: Article) -> date:
    return article.happened_on


def _publication(article: Article) -> date:
    return as_day(article.listed_on)


def _nearest(members: Sequence[Article], place: int) -> Iterator[Article]:
    """The members round *place*, nearest first; enough of them to choose from."""
    for distance in range(1, 2 * _MOST_IN_ALL):
        for index in (place + distance, place - distance):
            if 0 <= index < len(members):
                yield members[index]
