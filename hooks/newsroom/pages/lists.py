"""Long lists as a landing page and full pages at ``…/trang/k/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from newsroom.listing import paginate
from newsroom.model import Article
from newsroom.pages.cards import Cards
from newsroom.pages.site_page import SitePage
from newsroom.views import Card, Link, Listing, ListView, Pager


@dataclass(frozen=True, slots=True)
class PagedList:
    """A list of cards below *base*; ``landing`` is the part shown on the landing page itself."""

    landing: Listing
    full: tuple[Listing, ...]
    base: str

    def pages(self, title: str, crumbs: Sequence[Link], section: str) -> Iterator[SitePage]:
        """The pages of the full parts."""
        for number, listing in enumerate(self.full, start=1):
            address = f"{self.base}trang/{number}/"
            yield SitePage(
                address, None, partial(_full_page, listing, number, title, crumbs, section)
            )


def _full_page(
    listing: Listing, number: int, title: str, crumbs: Sequence[Link], section: str
) -> ListView:
    return ListView(
        title=f"{title} – trang {number}",
        crumbs=(*crumbs, Link(f"Trang {number}")),
        section=section,
        listing=listing,
    )


CardMaker = Callable[[Article], Card]


def paged_list(  # noqa: PLR0913 - keyword options with defaults
    articles: Sequence[Article],
    make_card: CardMaker,
    base: str,
    heading: str,
    *,
    landing_address: str | None = None,
    anchor: str = "tin-bai",
    by_year: bool = False,
    explanation: str | None = None,
) -> PagedList:
    """Split *articles* (newest first) into pages below the address *base*."""
    pages = paginate(articles)
    landing_link = Link("Mới nhất", landing_address if landing_address is not None else base)
    numbers = tuple(
        Link(str(number), f"{base}trang/{number}/") for number in range(len(pages.full), 0, -1)
    )
    common = Listing(
        heading=heading,
        cards=(),
        total=len(articles),
        by_year=by_year,
        anchor=anchor,
        explanation=explanation,
    )

    def listing(part: Sequence[Article], current: int | None) -> Listing:
        pager = _pager(landing_link, numbers, current) if numbers else None
        # A full page says nothing of newer ones, so that it stays as it is when they come.
        total = len(articles) if current is None else len(part)
        return replace(common, cards=tuple(make_card(a) for a in part), total=total, pager=pager)

    full = tuple(listing(part, number) for number, part in enumerate(pages.full, start=1))
    return PagedList(listing(pages.landing, None), full, base)


def _pager(landing: Link, numbers: tuple[Link, ...], current: int | None) -> Pager:
    """*numbers* run from the newest full page down to 1."""
    if current is None:
        return Pager(landing, numbers, None, None, numbers[0])
    position = len(numbers) - current
    newer = numbers[position - 1] if position else landing
    older = numbers[position + 1] if current > 1 else None
    return Pager(landing, numbers[position:], current, newer, older)


def by_publication(cards: Cards) -> CardMaker:
    """Cards dated by publication."""
    return cards.card


def by_event(cards: Cards) -> CardMaker:
    """Cards dated by the event."""
    return partial(cards.card, by_event=True)
