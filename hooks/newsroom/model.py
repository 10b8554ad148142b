"""The newsroom's things, resolved: units, documents, articles. All immutable.

``*Meta`` (schema.py) is what a writer entered; these are what it means once looked up in the
register. An article about a closed unit keeps the unit as it was on the day of the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from newsroom.dates import as_day, short_date
from newsroom.markdown_scan import BodyScan
from newsroom.numbers import normalise_number, number_type, number_year, year_of
from newsroom.problems import Problem
from newsroom.schema import (
    ArticleMeta,
    ClosingKind,
    DocumentMeta,
    PageMeta,
    PlanMeta,
    UnitKind,
    UnitMeta,
)
from newsroom.source import Source


class Role(StrEnum):
    """How a unit or body takes part in an article besides being what it is about."""

    INSPECTED = "inspected"
    LED_BY = "led_by"
    PARTNER = "partner"
    MENTIONED = "mentioned"

    @property
    def label(self) -> str:
        """The words readers see."""
        return {
            "inspected": "Đơn vị được kiểm tra",
            "led_by": "Chủ trì kiểm tra",
            "partner": "Đơn vị phối hợp",
            "mentioned": "Đơn vị được nhắc đến",
        }[self.value]


UNIT_KIND_LABELS: dict[UnitKind, str] = {
    UnitKind.AGENCY: "Viện kiểm sát nhân dân thành phố",
    UnitKind.DEPARTMENT: "Phòng và đơn vị tương đương",
    UnitKind.REGION: "Viện kiểm sát nhân dân khu vực",
    UnitKind.DISTRICT: "Viện kiểm sát nhân dân cấp huyện",
    UnitKind.BODY: "Tổ chức, ban chỉ đạo",
}
"""Headings of the unit index, in the order shown."""

CLOSING_LABELS: dict[ClosingKind, str] = {
    ClosingKind.RENAMED: "đổi tên",
    ClosingKind.AMALGAMATED: "hợp nhất",
    ClosingKind.MERGED: "sáp nhập",
    ClosingKind.SPLIT: "chia tách",
    ClosingKind.DISSOLVED: "giải thể",
    ClosingKind.UNDETERMINED: "chưa xác định",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or body of the register; ``id`` is its file's name and never its title."""

    id: str
    path: str
    address: str
    meta: UnitMeta
    source: Source = field(repr=False)
    scan: BodyScan = field(repr=False)

    @property
    def successors(self) -> tuple[str, ...]:
        """Ids of the units that took over."""
        return self.meta.closing.successors if self.meta.closing else ()

    def name_on(self, when: date | None) -> str:
        """The short name borne on *when*; the page's title where the register says no other."""
        if when is not None:
            for name in self.meta.names:
                if _within(when, name.valid_from, name.valid_to):
                    return name.name
        return self.meta.title

    def is_valid_on(self, when: date) -> bool:
        """Whether the unit existed on *when*; open ends are unbounded."""
        return _within(when, self.meta.valid_from, self.meta.valid_to)

    def has_ended_by(self, when: date) -> bool:
        """Whether its last day lies before *when*."""
        return self.meta.valid_to is not None and self.meta.valid_to < when

    def validity_text(self) -> str:
        """``từ ngày … đến hết ngày …``, for messages."""
        parts = []
        if self.meta.valid_from:
            parts.append(f"từ ngày {short_date(self.meta.valid_from)}")
        if self.meta.valid_to:
            parts.append(f"đến hết ngày {short_date(self.meta.valid_to)}")
        return "hoạt động " + " ".join(parts) if parts else "không ghi thời gian"


def _within(when: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= when) and (last is None or when <= last)


@dataclass(frozen=True, slots=True)
class Document:
    """A registered document; a plan is one that lies in ``ke-hoach/``."""

    path: str
    address: str
    meta: DocumentMeta
    source: Source = field(repr=False)
    scan: BodyScan = field(repr=False)

    @property
    def id(self) -> str:
        """The file's name, which articles may use instead of the number."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def is_plan(self) -> bool:
        """Whether it has units in scope and a page with a time of execution."""
        return isinstance(self.meta, PlanMeta)

    @property
    def plan(self) -> PlanMeta | None:
        """The plan's own fields, where it is one."""
        return self.meta if isinstance(self.meta, PlanMeta) else None

    @property
    def number(self) -> str:
        """The number in normal form, case as entered."""
        return normalise_number(self.meta.number)

    @property
    def year(self) -> int | None:
        """Year of issue."""
        return year_of(self.meta.date) or number_year(self.meta.number)

    @property
    def type(self) -> str | None:
        """The type entered, else the one the number's code names."""
        return self.meta.type or number_type(self.meta.number)


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit as an article names it; ``unit`` is None where the register has none."""

    text: str
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document as an article cites it; ``document`` is None where none is registered."""

    number: str
    year: int | None
    document: Document | None = None
    date: date | None = None
    is_in_text: bool = False
    """Found in the body alone: cited, but no plan that the article is filed under."""


class Hold(StrEnum):
    """Why an article is not published yet."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True)
class Signature:
    """A person of the by-line, with role and unit as entered."""

    name: str
    role: str | None
    unit: UnitRef | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with everything it names looked up."""

    path: str
    address: str
    meta: ArticleMeta
    source: Source = field(repr=False)
    scan: BodyScan = field(repr=False)
    unit: UnitRef | None
    roles: tuple[tuple[Role, UnitRef], ...]
    plans: tuple[DocumentRef, ...]
    documents: tuple[DocumentRef, ...]
    byline: tuple[Signature, ...]
    classification: Mapping[str, Mapping[str, tuple[str, ...]]]
    """archive id → axis key → value ids; an unclassified member has an empty mapping."""
    hold: Hold | None
    # Asked for by the million: lists, sums and sitemap go by them. Found once.
    published: date | datetime | None = field(init=False, repr=False, compare=False)
    """Publication as entered; None when unknown."""
    happened_on: date = field(init=False, repr=False, compare=False)
    """What archive, plan pages and the look-up of units go by: the event, else publication."""
    listed_on: date | datetime = field(init=False, repr=False, compare=False)
    """What ``/tin/``, lists and feeds go by: publication, else the event."""
    changed_on: date = field(init=False, repr=False, compare=False)
    """Day of the last change a reader should know of: entered, else the day it is listed by."""

    def __post_init__(self) -> None:
        meta, put = self.meta, object.__setattr__
        published = meta.date if isinstance(meta.date, date) else None
        event = meta.event_date or published
        if event is None:  # the schema requires one of the two
            raise ValueError(f"{self.path}: no date")
        put(self, "published", published)
        put(self, "happened_on", as_day(event))
        put(self, "listed_on", published or self.happened_on)
        put(self, "changed_on", as_day(meta.updated or self.listed_on))

    @property
    def title(self) -> str:
        """The headline."""
        return self.meta.title

    @property
    def lead(self) -> str:
        """The summary entered, else the body's first paragraph as plain text."""
        return self.meta.summary or self.scan.first_paragraph


@dataclass(frozen=True, slots=True)
class Page:
    """Any other page: an introduction or a guide."""

    path: str
    address: str
    meta: PageMeta
    source: Source = field(repr=False)
    scan: BodyScan = field(repr=False)


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A page that cannot be read or shown safely: only the preview shows it, with its problems."""

    path: str
    address: str
    title: str
    source: Source = field(repr=False)
    problems: tuple[Problem, ...] = ()
