"""Pages of a tagged archive: whole, by year, by period, by value of each axis, the unclassified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from newsroom.pages.archive_matrix import Tables
from newsroom.pages.archive_parts import LIST_ANCHOR, ArchiveParts, Part
from newsroom.pages.cards import DESCRIPTION_LENGTH, shorten
from newsroom.pages.context import HOME, PageContext
from newsroom.pages.data_links import archive_data
from newsroom.pages.feed_links import archive_feed
from newsroom.pages.lists import PagedList, by_event, last_change, paged_list
from newsroom.pages.site_page import SitePage
from newsroom.periods import Period, crosses_reorganisation
from newsroom.views import ArchiveView, Group, IndexView, Link, Matrix, Notice

_PERIODS_SHOWN = 4
_REORGANISED = Notice(
    "note",
    "Lưu ý khi đọc số liệu",
    (
        "Khoảng thời gian này có cả trước và sau ngày 01/7/2025, khi các VKSND cấp huyện kết thúc"
        " hoạt động và các VKSND khu vực bắt đầu hoạt động (Nghị quyết số 84/2025/UBTVQH15). Các"
        " đơn vị trước và sau ngày đó khác nhau nên số liệu của các đơn vị không so sánh được với"
        " nhau.",
    ),
)


def archive_pages(context: PageContext) -> Iterator[SitePage]:
    """All pages of all archives."""
    for index in context.newsroom.archives:
        yield from _Archive(ArchiveParts(index, context.settings.periods), context).pages()


class _Archive:
    def __init__(self, parts: ArchiveParts, context: PageContext) -> None:
        self.parts = parts
        self.archive = parts.archive
        self.context = context
        self.home = Link(self.archive.short_title, self.archive.address)
        self.feed = archive_feed(self.archive)

    def pages(self) -> Iterator[SitePage]:
        for part in self.parts:
            yield from self._listed(part)
        if self.parts.periods:
            address = self.parts.periods_link.address or ""
            lastmod = last_change(self.parts.index.articles)
            path = self.context.introduction(address)
            yield SitePage(address, path, partial(self._period_index, address), lastmod)

    def _listed(self, part: Part) -> Iterator[SitePage]:
        has_tables = part.activities is not None
        listing = paged_list(
            part.articles,
            by_event(self.context.cards),
            part.address,
            "Tin, bài",
            explanation="Xếp theo ngày diễn ra, mới nhất đứng trước.",
            by_year=self._is_home(part) or not has_tables,
            filters=part.filters,
            with_filter=not has_tables,
            activities=self.parts.days,
        )
        between = () if self._is_home(part) else (self.home, *part.above)
        crumbs = (HOME, *between, Link(part.crumb, part.address))
        path = self.context.introduction(part.address)
        view = partial(self._view, part, crumbs, listing)
        yield SitePage(part.address, path, view, listing.lastmod)
        yield from listing.pages(part.title, crumbs, self.archive.address, self.feed)

    def _is_home(self, part: Part) -> bool:
        return part.address == self.archive.address

    def _view(self, part: Part, crumbs: tuple[Link, ...], listing: PagedList) -> ArchiveView:
        context, is_home = self.context, self._is_home(part)
        figures = f"{self.parts.figures(part) or '0 tin, bài'} trong mục {self.archive.title}."
        introduction = context.newsroom.pages.get(part.address)
        notices = context.introduction_notices(part.address)
        if part.span and crosses_reorganisation(*part.span):
            notices = (*notices, _REORGANISED)
        return ArchiveView(
            title=context.title(part.address, part.title) if is_home else part.title,
            description=shorten(context.summary(part.address) or figures, DESCRIPTION_LENGTH),
            # An introduction without a summary opens with its own definition.
            definition=introduction.meta.summary if introduction else figures,
            crumbs=(*crumbs[:-1], replace(crumbs[-1], address=None)),
            section=self.archive.address,
            feed=self.feed,
            notices=notices,
            axes=self._ways_in() if is_home else (),
            axes_heading=self._ways_heading(),
            years=self._years() if is_home and not part.filters else (),
            matrices=tuple(self._matrices(part)),
            listing=listing.landing,
            data=self._data() if is_home else None,
        )

    def _matrices(self, part: Part) -> Iterator[Matrix]:
        if part.activities:
            tables = Tables(self.archive, part.when, part.value_list, LIST_ANCHOR)
            for axis in self.archive.axes:
                if table := tables.matrix(part.activities, axis):
                    yield table

    def _data(self) -> Link | None:
        """The preview has no files to load down."""
        is_there = self.parts.index.articles and not self.context.newsroom.is_preview
        return archive_data(self.archive) if is_there else None

    def _ways_heading(self) -> str:
        ways = [axis.label.lower() for axis in self.archive.axes]
        return "Xem theo " + ", ".join([*ways, "kỳ"] if self.parts.periods else ways)

    def _ways_in(self) -> tuple[Group, ...]:
        groups = [
            Group(axis.label, tuple(self._way(self.parts.of_value(axis, v)) for v in axis.values))
            for axis in self.archive.axes
        ]
        if newest := self.parts.periods[:_PERIODS_SHOWN]:
            links = tuple(self._way(self.parts.of_period(period)) for period in newest)
            groups.append(Group("Các kỳ", links, self.parts.periods_link.address))
        if self.parts.index.unclassified:
            link = replace(self._way(self.parts.unclassified()), text="Tin, bài chưa phân loại")
            groups.append(Group("Chưa phân loại", (link,)))
        return tuple(groups)

    def _way(self, part: Part) -> Link:
        return Link(part.crumb, part.address, self.parts.figures(part))

    def _years(self) -> tuple[Link, ...]:
        parts = map(self.parts.of_year, self.parts.index.years)
        return tuple(
            Link(f"Hoạt động {part.when}", part.address, None, len(part.articles)) for part in parts
        )

    def _period_index(self, address: str) -> IndexView:
        groups = []
        for year in dict.fromkeys(period.last.year for period in self.parts.periods):
            of_year = [period for period in self.parts.periods if period.last.year == year]
            groups.append(Group(f"Năm {year}", tuple(map(self._period_link, of_year))))
        return IndexView(
            title=self.context.title(address, f"{self.archive.title}: các kỳ"),
            description=self.context.summary(address)
            or f"Các kỳ có hoạt động thuộc mục {self.archive.title}.",
            crumbs=(HOME, self.home, replace(self.parts.periods_link, address=None)),
            section=self.archive.address,
            notices=self.context.introduction_notices(address),
            groups=tuple(groups),
        )

    def _period_link(self, period: Period) -> Link:
        part = self.parts.of_period(period)
        note = f"{period.span} · {self.parts.figures(part)}"
        return Link(part.crumb, part.address, note)
