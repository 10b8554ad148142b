"""The front page: the newest story, the latest, news by group of units, democracy, plans."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from newsroom.activities import tally
from newsroom.model import Article
from newsroom.newsroom import ArchiveIndex
from newsroom.pages.context import PageContext
from newsroom.pages.plan_pages import is_running, plan_card
from newsroom.pages.site_page import SitePage
from newsroom.pages.unit_pages import unit_groups
from newsroom.schema import UnitKind
from newsroom.views import ArchiveTeaser, FrontView, Group, Link, NewsBlock

_LATEST = 7
_TEASED = 3
_PLANS_SHOWN = 3
_IN_BLOCK = 3


def front_page(context: PageContext) -> SitePage:
    """The front page."""
    view = partial(_front_view, context)
    return SitePage("", context.introduction(""), view, context.newest_change)


def _front_view(context: PageContext) -> FrontView:
    newsroom, cards = context.newsroom, context.cards
    top = newsroom.articles[: _LATEST + 1]
    newest = cards.cards(top)
    blocks, quiet = _blocks(context, {article.path for article in top})
    today = newsroom.now.date()
    running = [d for d in newsroom.documents.plans if is_running(d, today)]
    plans = running or list(newsroom.documents.plans[:_PLANS_SHOWN])
    return FrontView(
        title=context.settings.name,
        description=context.summary("")
        or f"{context.settings.tagline} {context.settings.name}: tin tức, kế hoạch, văn bản và"
        " hoạt động thực hiện dân chủ ở cơ sở.",
        section="./",
        notices=context.introduction_notices(""),
        lead=newest[0] if newest else None,
        latest=newest[1:],
        archive=_teaser(newsroom.archives[0], context) if newsroom.archives else None,
        plans=tuple(plan_card(document) for document in plans),
        plans_heading="Kế hoạch đang thực hiện" if running else "Kế hoạch",
        units=quiet,
        blocks=blocks,
    )


def _blocks(
    context: PageContext, shown: set[str]
) -> tuple[tuple[NewsBlock, ...], tuple[Group, ...]]:
    """Groups of units with their newest articles that are not *shown* yet, and groups without."""
    newest: dict[UnitKind, list[Article]] = defaultdict(list)
    for article in context.newsroom.articles:
        unit = article.unit.unit if article.unit else None
        if unit and article.path not in shown and len(newest[unit.meta.kind]) < _IN_BLOCK:
            newest[unit.meta.kind].append(article)
    blocks, quiet = [], []
    for kind, group in unit_groups(context, with_notes=False):
        if articles := newest[kind]:
            blocks.append(NewsBlock(group.heading, context.cards.cards(articles), group.links))
        else:
            quiet.append(group)
    return tuple(blocks), tuple(quiet)


def _teaser(index: ArchiveIndex, context: PageContext) -> ArchiveTeaser | None:
    if not index.articles:
        return None
    archive, year = index.archive, index.years[0]
    axis = archive.axes[0] if archive.axes else None
    counts = tally(index.activities_of_year(year), archive.id, axis.key).columns if axis else {}
    return ArchiveTeaser(
        title=archive.title,
        address=archive.address,
        all_text="Xem tất cả",
        caption=f"Số hoạt động năm {year} đã có tin, bài, theo {axis.label.lower()}"
        if axis
        else "",
        counts=tuple(
            Link(value.label, archive.value_address(axis, value), None, counts[value.id])
            for value in (axis.values if axis else ())
            if axis and counts.get(value.id)
        ),
        cards=context.cards.cards(index.articles[:_TEASED], by_event=True),
    )
