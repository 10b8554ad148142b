"""Sample plans and documents: numbers that are unique only within a year, relations, scopes.

They come one after another and never look ahead, so the first of 100 are the first of 1,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from newsroom.dates import short_date
from newsroom.numbers import document_slug
from newsroom.sample.chance import chance, day_between
from newsroom.sample.number_book import NumberBook
from newsroom.sample.page import LAST_DAY, Page
from newsroom.sample.register import working_on
from newsroom.sample.words import fill, sentence
from newsroom.schema import (
    DocumentCitation,
    DocumentMeta,
    DocumentStatus,
    PlanMeta,
    Relation,
    RelationKind,
    UnitKind,
)

ISSUER = "VKSND thành phố Mẫu"
_LAWMAKER = "Cơ quan lập pháp mẫu"
_YEARS = (2025, 2024, 2019, 2022, 2016, 2020, 2014, 2023, 2018, 2021, 2015, 2017)
"""The years documents come from, in turn: a handful is spread over all of them."""
_DRAFTING_UNITS = ("-TTr", "-VP", "-P1", "-P2", "-P4", "-P8", "")
_FIRST_PLAN = "118/KH-VKSMAU-TTr"

_ARCHIVE_SUBJECTS = (
    "kiểm tra việc thực hiện dân chủ ở cơ sở năm {nam}",
    "thực hiện dân chủ ở cơ sở trong hoạt động của đơn vị năm {nam}",
    "tuyên truyền về dân chủ ở cơ sở năm {nam}",
)
_OTHER_SUBJECTS = (
    "bồi dưỡng nghiệp vụ năm {nam}",
    "thi đua theo chuyên đề {ky} {nam}",
    "{dong_tu} {noi_dung} trong {ky} {nam}",
    "kiểm tra {noi_dung} năm {nam}",
    "ứng dụng công nghệ thông tin năm {nam}",
)


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A plan or document as articles cite it."""

    slug: str
    meta: DocumentMeta
    day: date
    repeated: bool
    """Whether another year may have the same number."""
    about_democracy: bool = False

    @property
    def is_plan(self) -> bool:
        """Whether it lives under ``ke-hoach/``."""
        return isinstance(self.meta, PlanMeta)

    @property
    def path(self) -> str:
        """Its page in the sample folder."""
        return f"{'ke-hoach' if self.is_plan else 'van-ban'}/{self.slug}.md"

    @property
    def period(self) -> tuple[date, date]:
        """First and last day on which articles tell of it."""
        if isinstance(self.meta, PlanMeta) and self.meta.starts and self.meta.ends:
            return self.meta.starts, self.meta.ends
        return self.day, LAST_DAY

    def prose(self) -> str:
        """``Kế hoạch số 118/KH-VKSMAU-TTr ngày 07/02/2025``."""
        kind = (self.meta.type or "văn bản").capitalize()
        return f"{kind} số {self.meta.number} ngày {short_date(self.day)}"

    def cited(self, rng: Random) -> DocumentCitation:
        """As a writer cites it: with the date, or its year, where the number may not be enough."""
        way = rng.random()
        if self.repeated or way < 0.2:
            return DocumentCitation(number=self.meta.number, date=self.day)
        if way < 0.3:
            return DocumentCitation(number=self.meta.number, date=self.day.year)
        return DocumentCitation(number=self.meta.number)

    def page(self, rng: Random) -> Page:
        """Its page, with an introduction."""
        text = (
            f"{self.meta.title}. "
            + sentence("Văn bản mẫu này nhằm {muc_tieu}, {ket_qua}.", rng, {})
            + " Số, ký hiệu và nội dung đều do chương trình sinh ra để thử phần mềm."
        )
        return Page(self.path, self.meta, text)


def plan_count(articles: int) -> int:
    """How many plans go with that many articles."""
    return max(3, articles // 60)


def document_count(articles: int) -> int:
    """How many other documents go with that many articles."""
    return max(3, articles // 100)


def documents(count: int, seed: int) -> tuple[SampleDocument, ...]:
    """Return *count* documents that are no plans."""
    made: list[SampleDocument] = []
    books: dict[str, NumberBook] = defaultdict(NumberBook)
    for index in range(count):
        made.append(_document(index, chance(seed, "van-ban", index), books, made))
    return tuple(made)


def plans(count: int, seed: int, known: Sequence[SampleDocument]) -> tuple[SampleDocument, ...]:
    """Return *count* plans, some based on one of the *known* documents."""
    return tuple(islice(_plans(seed, known), count))


def _plans(seed: int, known: Sequence[SampleDocument]) -> Iterator[SampleDocument]:
    book = NumberBook()
    index = 0
    while True:
        older = known[: document_count((index + 1) * 60)]
        yield _plan(index, chance(seed, "ke-hoach", index), book, older)
        index += 1


def _plan(
    index: int, rng: Random, book: NumberBook, older: Sequence[SampleDocument]
) -> SampleDocument:
    year = _YEARS[index % len(_YEARS)]
    last = date(year, 3, 20) if index == 0 or rng.random() < 0.7 else date(year, 10, 10)
    day = day_between(date(year, 1, 5), last, rng)
    if index == 0:
        number = book.take(_FIRST_PLAN, year, repeated=True)
    else:
        number = book.allot(
            year,
            rng,
            lambda: f"{rng.randrange(5, 900 + index):02d}/KH-VKSMAU{rng.choice(_DRAFTING_UNITS)}",
        )
    about_democracy = index % 5 in (0, 3)
    subject = fill(
        rng.choice(_ARCHIVE_SUBJECTS if about_democracy else _OTHER_SUBJECTS),
        rng,
        {"nam": str(year)},
    )
    starts = day + timedelta(days=rng.randrange(16))
    described = rng.random() < 0.7
    meta = PlanMeta(
        title=f"Kế hoạch mẫu về {subject}",
        number=number.symbol,
        type="kế hoạch",
        date=day,
        issuer=ISSUER,
        abstract=f"Về {subject} (văn bản mẫu)" if described else None,
        public=described and rng.random() < 0.6,
        relations=_based_on(day, older, rng),
        scope=_scope(day, rng),
        starts=starts,
        ends=_end(starts, rng),
    )
    slug = document_slug(number.symbol, year)
    return SampleDocument(slug, meta, day, number.repeated, about_democracy)


def _end(starts: date, rng: Random) -> date:
    """Mostly the end of the year; a quarter or so; the end of November of the next year."""
    way = rng.random()
    if way < 0.6:
        return date(starts.year, 12, 31)
    if way < 0.9:
        return min(starts + timedelta(days=rng.randrange(45, 150)), LAST_DAY)
    return min(date(starts.year + 1, 11, 30), LAST_DAY)


def _scope(day: date, rng: Random) -> list[str]:
    if rng.random() < 0.15:
        return []
    possible = [u.id for u in working_on(day) if u.meta.kind is not UnitKind.AGENCY]
    chosen = set(rng.sample(possible, rng.randrange(2, 10)))
    return [unit for unit in possible if unit in chosen]


def _based_on(day: date, older: Sequence[SampleDocument], rng: Random) -> list[Relation]:
    # A relation names a number without a date, so it must be a number of one year only.
    possible = [d for d in older if d.day < day and not d.repeated]
    if not possible or rng.random() < 0.4:
        return []
    return [Relation(kind=RelationKind.BASED_ON, to=rng.choice(possible).meta.number)]


@dataclass(frozen=True, slots=True)
class _Kind:
    type: str
    form: str
    issuer: str = ISSUER
    subjects: tuple[str, ...] = (
        "ban hành quy định mẫu về {noi_dung}",
        "phê duyệt phương án mẫu về {noi_dung}",
        "{dong_tu} {noi_dung}",
    )

    @property
    def is_law(self) -> bool:
        """Whether the year stands in the number itself, as in laws and circulars."""
        return "{year}" in self.form


_KINDS = (
    _Kind("quyết định", "{number}/QĐ-VKSMAU"),
    _Kind("luật", "{number}/{year}/QH99", _LAWMAKER, ("{noi_dung}",)),
    _Kind("hướng dẫn", "{number}/HD-VKSMAU"),
    _Kind("quyết định", "{number}/QĐ-VKSMAU-VP"),
    _Kind("chỉ thị", "{number}/CT-VKSMAU"),
    _Kind("thông tư", "{number}/{year}/TT-VKSMAU", ISSUER, ("quy định về {noi_dung}",)),
    _Kind("thông báo", "{number}/TB-VKSMAU"),
)


def _document(
    index: int, rng: Random, books: Mapping[str, NumberBook], older: Sequence[SampleDocument]
) -> SampleDocument:
    kind = _KINDS[index % len(_KINDS)]
    year = _YEARS[(index * 7 + 3) % len(_YEARS)]
    day = day_between(date(year, 1, 5), date(year, 11, 20), rng)
    form = kind.form.replace("{year}", str(year))
    number = books[form].allot(
        year,
        rng,
        lambda: form.replace("{number}", f"{rng.randrange(5, 900 + index):02d}"),
        may_repeat=not kind.is_law,
    )
    subject = fill(rng.choice(kind.subjects), rng, {})
    described = rng.random() < 0.6
    meta = DocumentMeta(
        title=f"{kind.type.capitalize()} mẫu {index + 1}: {subject}",
        number=number.symbol,
        type=kind.type,
        date=day,
        issuer=kind.issuer,
        abstract=f"Về {subject} (văn bản mẫu)" if described else None,
        effective_from=day + timedelta(days=rng.randrange(30, 200)) if kind.is_law else None,
        status=DocumentStatus.IN_FORCE if kind.is_law else None,
        aliases=[f"Luật mẫu {_letters(index)} năm {year}"] if kind.type == "luật" else [],
        public=described and rng.random() < 0.6,
        relations=_relations(day, kind, older, rng),
    )
    slug = document_slug(number.symbol, year)
    return SampleDocument(slug, meta, day, number.repeated)


def _letters(index: int) -> str:
    """Return three letters for a law's name: no two laws share them, none is a number."""
    return "".join(chr(ord("A") + index // 26**place % 26) for place in (2, 1, 0))


def _relations(
    day: date, kind: _Kind, older: Sequence[SampleDocument], rng: Random
) -> list[Relation]:
    alike = [d for d in older if d.meta.type == kind.type and d.day < day and not d.repeated]
    if alike and rng.random() < 0.3:
        how = rng.choice((RelationKind.REPLACES, RelationKind.AMENDS))
        return [Relation(kind=how, to=rng.choice(alike).meta.number)]
    return [] if kind.is_law else _based_on(day, older, rng)
