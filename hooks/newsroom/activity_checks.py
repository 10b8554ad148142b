"""Checks of ``activity``: a mistyped id joins two events, or counts one event twice."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsroom.dates import short_date
from newsroom.model import Article
from newsroom.problems import Problem, problem

MOST_DAYS = 31
"""Days between articles on one activity that nobody wonders about."""
_LIKENESS = 0.9
"""Of two ids: one or two letters of a usual id."""
_DIGITS = re.compile(r"\d+")


def activity_problems(articles: Iterable[Article]) -> Iterator[Problem]:
    """Articles far from the first one on their activity; ids that look like a slip of another."""
    named: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.meta.activity:
            named[article.meta.activity].append(article)
    for members in named.values():
        members.sort(key=lambda article: (article.happened_on, article.path))
        yield from _far_apart(members)
    yield from _lookalikes(named)


def _far_apart(members: Sequence[Article]) -> Iterator[Problem]:
    first = members[0]
    for article in members[1:]:
        days = (article.happened_on - first.happened_on).days
        if days > MOST_DAYS:
            yield problem(
                "activity-dates",
                article.path,
                article.source.line_of("activity"),
                activity=article.meta.activity,
                other=first.path,
                day=short_date(first.happened_on),
                days=days,
            )


def _lookalikes(named: dict[str, list[Article]]) -> Iterator[Problem]:
    """Ids of one article only, beside an id spelt almost the same with the same figures.

    Ids that differ in a figure are mostly two of a series (``…-dot-1``, ``…-dot-2``).
    """
    by_figures: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for activity, members in named.items():
        days = {article.happened_on.toordinal() for article in members}
        by_figures[_figures(activity)] += [(day, activity) for day in days]
    for known in by_figures.values():
        known.sort()
    for activity, (article, *more) in named.items():
        near = () if more else _near(article, by_figures[_figures(activity)])
        other = next((one for one in near if one != activity and _alike(activity, one)), None)
        if other:
            yield problem(
                "activity-lookalike",
                article.path,
                article.source.line_of("activity"),
                activity=activity,
                other=other,
                file=named[other][0].path,
            )


def _figures(activity: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(activity))


def _near(article: Article, known: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Ids of *known* with an article within ``MOST_DAYS`` of *article*."""
    day = article.happened_on.toordinal()
    start = bisect_left(known, (day - MOST_DAYS, ""))
    stop = bisect_left(known, (day + MOST_DAYS + 1, ""))
    return (activity for _, activity in known[start:stop])


def _alike(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _LIKENESS
        and matcher.quick_ratio() >= _LIKENESS
        and matcher.ratio() >= _LIKENESS
    )
