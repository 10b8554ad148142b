"""Pages of a tagged archive: whole, by year, by value of each axis, and the unclassified."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from newsroom.archives import Axis, AxisValue
from newsroom.model import Article
from newsroom.newsroom import ArchiveIndex
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import HOME, PageContext
from newsroom.pages.feed_links import archive_feed
from newsroom.pages.lists import PagedList, by_event, paged_list, year_filters
from newsroom.pages.site_page import SitePage
from newsroom.text import sort_key
from newsroom.units import unit_order
from newsroom.views import ArchiveView, Group, Link, Matrix, MatrixRow

_CAPTION = "Số tin, bài theo nội dung; một tin, bài có thể thuộc nhiều nội dung"


def archive_pages(context: PageContext) -> Iterator[SitePage]:
    """All pages of all archives."""
    for index in context.newsroom.archives:
        yield from _Archive(index, context).pages()


class _Archive:
    def __init__(self, index: ArchiveIndex, context: PageContext) -> None:
        self.index = index
        self.archive = index.archive
        self.context = context
        self.home = Link(self.archive.short_title, self.archive.address)
        self.feed = archive_feed(self.archive)
        counts = Counter(article.happened_on.year for article in index.articles)
        address = self.archive.address
        self.filters = year_filters(counts, address, address) if len(counts) > 1 else ()

    def pages(self) -> Iterator[SitePage]:
        archive = self.archive
        matrix = partial(self._matrix, self.index.articles, None)
        yield from self._listed(
            archive.address, archive.title, self.index.articles, matrix=matrix, is_home=True
        )
        for year in self.index.years:
            members = self.index.of_year(year)
            yield from self._listed(
                f"{archive.address}{year}/",
                f"{archive.title}: hoạt động năm {year}",
                members,
                matrix=partial(self._matrix, members, year),
                crumb=f"Năm {year}",
            )
        for axis in archive.axes:
            for value in axis.values:
                yield from self._listed(
                    archive.value_address(axis, value),
                    f"{axis.label}: {value.label}",
                    self.index.with_value(axis.key, value.id),
                    crumb=value.label,
                )
        if self.index.unclassified:
            yield from self._listed(
                f"{archive.address}chua-phan-loai/",
                "Tin, bài chưa phân loại",
                self.index.unclassified,
                crumb="Chưa phân loại",
            )

    def _listed(
        self,
        address: str,
        title: str,
        articles: Sequence[Article],
        *,
        matrix: partial[Matrix | None] | None = None,
        crumb: str | None = None,
        is_home: bool = False,
    ) -> Iterator[SitePage]:
        context = self.context
        own_filter = not (matrix or is_home)  # the archive's own years have pages with a matrix
        listing = paged_list(
            articles,
            by_event(context.cards),
            address,
            "Tin, bài",
            explanation="Xếp theo ngày diễn ra, mới nhất đứng trước.",
            by_year=is_home or own_filter,
            filters=() if own_filter else self.filters,
            with_filter=own_filter,
        )
        last = Link(crumb or self.archive.short_title, address)
        crumbs = (HOME, last) if is_home else (HOME, self.home, last)
        path = context.introduction(address)
        view = partial(self._view, address, title, crumbs, listing, matrix, is_home)
        yield SitePage(address, path, view, listing.lastmod)
        yield from listing.pages(title, crumbs, self.archive.address, self.feed)

    def _view(
        self,
        address: str,
        title: str,
        crumbs: tuple[Link, ...],
        listing: PagedList,
        matrix: partial[Matrix | None] | None,
        is_home: bool,
    ) -> ArchiveView:
        context = self.context
        counted = f"{listing.landing.total} tin, bài trong mục {self.archive.title}."
        introduction = context.newsroom.pages.get(address)
        return ArchiveView(
            title=context.title(address, title) if is_home else title,
            description=shorten(context.summary(address) or counted, DESCRIPTION_LENGTH),
            # An introduction without a summary opens with its own definition.
            definition=introduction.meta.summary if introduction else counted,
            crumbs=(*crumbs[:-1], replace(crumbs[-1], address=None)),
            section=self.archive.address,
            feed=self.feed,
            notices=context.introduction_notices(address),
            axes=self._axes() if is_home else (),
            years=self._years() if is_home and not self.filters else (),
            matrix=matrix() if matrix else None,
            listing=listing.landing if listing.landing.total else None,
        )

    def _axes(self) -> tuple[Group, ...]:
        groups = [
            Group(axis.label, tuple(self._value_link(axis, value) for value in axis.values))
            for axis in self.archive.axes
        ]
        if self.index.unclassified:
            address = f"{self.archive.address}chua-phan-loai/"
            link = Link("Tin, bài chưa phân loại", address, None, len(self.index.unclassified))
            groups.append(Group("Chưa phân loại", (link,)))
        return tuple(groups)

    def _value_link(self, axis: Axis, value: AxisValue) -> Link:
        count = len(self.index.with_value(axis.key, value.id))
        return Link(value.label, self.archive.value_address(axis, value), None, count)

    def _years(self) -> tuple[Link, ...]:
        return tuple(
            Link(
                f"Hoạt động năm {year}",
                f"{self.archive.address}{year}/",
                None,
                len(self.index.of_year(year)),
            )
            for year in self.index.years
        )

    def _matrix(self, articles: Sequence[Article], year: int | None) -> Matrix | None:
        """Units down, values of the first axis across; None when nothing is classified."""
        axis = self.archive.axes[0]
        cells: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        members: dict[str, int] = defaultdict(int)
        heads: dict[str, tuple[tuple[object, ...], Link]] = {}
        for article in articles:
            values = article.classification[self.archive.id].get(axis.key, ())
            if not values or article.unit is None:
                continue
            unit = article.unit.unit
            key = unit.id if unit else f"?{article.unit.text}"
            order = unit_order(unit) if unit else (10**10, sort_key(article.unit.text), "")
            head = Link(unit.meta.title, unit.address) if unit else Link(article.unit.text)
            heads.setdefault(key, (order, head))
            members[key] += 1
            for value in values:
                cells[key][value] += 1
        if not heads:
            return None
        rows = tuple(
            MatrixRow(heads[key][1], tuple(cells[key][v.id] for v in axis.values), members[key])
            for key in sorted(heads, key=lambda k: heads[k][0])
        )
        return Matrix(
            caption=_CAPTION + (f" (năm {year})" if year else ""),
            corner="Đơn vị",
            columns=tuple(Link(v.label, self.archive.value_address(axis, v)) for v in axis.values),
            rows=rows,
            totals=tuple(sum(row.cells[i] for row in rows) for i in range(len(axis.values))),
            total=sum(members.values()),
        )
