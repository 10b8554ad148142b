"""A report over one period of one archive: rows, totals, and what only its editor sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsroom.activities import Tally, tally, unit_key
from newsroom.archives import Archive, Axis, AxisValue
from newsroom.coverage import missing_units
from newsroom.model import Document, UnitRef
from newsroom.newsroom import ArchiveIndex, Newsroom
from newsroom.periods import Period
from newsroom.reporting.merging import Remark, merge, unit_rank
from newsroom.reporting.news_rows import Row, news_rows
from newsroom.reporting.supplement import Entry

REORGANISATION_NOTE = (
    "Kỳ báo cáo gồm thời gian trước và sau ngày 01/7/2025, ngày VKSND cấp huyện kết thúc hoạt động"
    " và VKSND khu vực bắt đầu hoạt động: số liệu theo đơn vị của hai giai đoạn không so sánh được"
    " với nhau; tên đơn vị ghi theo thời điểm diễn ra hoạt động."
)
UNKNOWN_UNIT = "Chưa rõ đơn vị"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Activities by unit and value of one axis; an activity counts once in each cell it is in."""

    axis: Axis
    columns: tuple[AxisValue, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    """Name of the unit, a count for each column, activities of the unit."""
    totals: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A unit in a plan's scope without news in the period."""

    plan: Document
    unit: UnitRef
    heirs: tuple[str, ...]
    """Names of the units that took over, the nearest first."""
    had_news_before: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that the files show. ``remarks`` and ``gaps`` never enter what is filed."""

    archive: Archive
    period: Period
    agency: str
    rows: tuple[Row, ...]
    matrices: tuple[Matrix, ...]
    new: tuple[Row, ...]
    """Published activities that the supplement does not hold yet."""
    remarks: tuple[Remark, ...]
    gaps: tuple[Gap, ...]

    @property
    def title(self) -> str:
        """``DANH MỤC HOẠT ĐỘNG THỰC HIỆN DÂN CHỦ Ở CƠ SỞ``."""
        return f"Danh mục hoạt động {self.archive.title}".upper()

    @property
    def period_line(self) -> str:
        """``6 tháng đầu năm 2025 (từ 01/12/2024 đến 31/5/2025)``."""
        label, span = self.period.label, self.period.span
        return f"{label} ({span})" if label else f"{span[:1].upper()}{span[1:]}"

    @property
    def attendance(self) -> int | None:
        """Sum of what was entered; None where nobody entered any."""
        return _sum(row.attendance for row in self.rows)

    @property
    def opinions(self) -> int | None:
        """Sum of what was entered; None where nobody entered any."""
        return _sum(row.opinions for row in self.rows)

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands below the annex's tables."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.period.crosses_reorganisation:
            yield REORGANISATION_NOTE
        for title, entered in (
            ("Số người dự", [row.attendance for row in self.rows]),
            ("Số ý kiến", [row.opinions for row in self.rows]),
        ):
            count = sum(1 for number in entered if number is not None)
            if 0 < count < len(entered):
                yield f"{title} cộng từ {count} trong {len(entered)} hoạt động đã có số liệu."
        for matrix in self.matrices:
            if left := len(self.rows) - matrix.total:
                axis = matrix.axis.label.lower()
                yield f"{left} hoạt động chưa phân loại {axis} không có trong bảng theo {axis}."
        if any(matrix.rows for matrix in self.matrices):
            yield (
                "Trong bảng tổng hợp, một hoạt động thuộc nhiều mục hoặc của nhiều đơn vị được tính"
                " ở từng ô, còn cột và dòng tổng chỉ tính một lần."
            )


def make_report(
    newsroom: Newsroom,
    index: ArchiveIndex,
    period: Period,
    *,
    agency: str,
    base: str = "/",
    entries: Sequence[Entry] = (),
    plans: Sequence[Document] | None = None,
) -> Report:
    """The report on *index* over *period*.

    *base* opens each link, *entries* are the supplement's, *plans* those whose scope is looked at
    (None: every plan in force at some time of the period).
    """
    archive = index.archive
    outside = tuple(a for a in index.activities if a.happened_on not in period)
    news = news_rows(index.activities_within(period), archive, base)
    elsewhere = news_rows(outside, archive, base)
    merged = merge(news, entries, elsewhere, archive, period, newsroom.units)
    chosen = plans if plans is not None else _plans_during(newsroom, period)
    return Report(
        archive=archive,
        period=period,
        agency=agency,
        rows=merged.rows,
        matrices=tuple(_matrix(merged.rows, archive, axis, period) for axis in archive.axes),
        new=tuple(sorted(merged.new, key=lambda row: (row.when, row.key))),
        remarks=merged.remarks,
        gaps=tuple(_gaps(newsroom, chosen, period)),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    entered = [number for number in numbers if number is not None]
    return sum(entered) if entered else None


def _matrix(rows: Sequence[Row], archive: Archive, axis: Axis, period: Period) -> Matrix:
    counted = tally(rows, archive.id, axis.key)
    nameless = tally((row for row in rows if not row.units), archive.id, axis.key)
    ids = [value.id for value in axis.values]
    names = _names({key: counted.units[key] for key in counted.rows}, period)
    lines = [
        (names[key], _cells(counted, key, ids), counted.rows[key])
        for key in sorted(counted.rows, key=lambda key: unit_rank(counted.units[key]))
    ]
    if nameless.total:
        cells = tuple(nameless.columns.get(value, 0) for value in ids)
        lines.append((UNKNOWN_UNIT, cells, nameless.total))
    totals = tuple(counted.columns.get(value, 0) for value in ids)
    return Matrix(axis, axis.values, tuple(lines), totals, counted.total)


def _cells(counted: Tally, key: str, ids: Sequence[str]) -> tuple[int, ...]:
    return tuple(counted.cells.get((key, value), 0) for value in ids)


def _names(units: Mapping[str, UnitRef], period: Period) -> dict[str, str]:
    """Names of *units*; where two bore one name, with the time of each."""
    names = {key: _name_in(ref, period) for key, ref in units.items()}
    counts = Counter(names.values())
    for key, ref in units.items():
        if counts[names[key]] > 1 and ref.unit:
            names[key] += f" ({ref.unit.validity_text().removeprefix('hoạt động ')})"
    return names


def _name_in(ref: UnitRef, period: Period) -> str:
    """The name borne at the end of the period, or on the unit's last day in it."""
    if ref.unit is None:
        return ref.text
    return ref.unit.name_on(min(period.last, ref.unit.meta.valid_to or date.max))


def _plans_during(newsroom: Newsroom, period: Period) -> Iterator[Document]:
    """Plans executed during the period, as far as entered; else issued by its end."""
    for plan in newsroom.documents.plans:
        meta, issued = plan.plan, plan.meta.date
        if meta is None or not meta.scope:
            continue
        known = issued if isinstance(issued, date) else date(plan.year or period.last.year, 1, 1)
        first, last = meta.starts or known, meta.ends or date(known.year, 12, 31)
        if first <= period.last and last >= period.first:
            yield plan


def _gaps(newsroom: Newsroom, plans: Iterable[Document], period: Period) -> Iterator[Gap]:
    under = {plan.document.path: plan.articles for plan in newsroom.plans if plan.document}
    for plan in plans:
        so_far = [a for a in under.get(plan.path, ()) if a.happened_on <= period.last]
        never = {unit_key(ref) for ref in missing_units(plan, so_far, newsroom.units)}
        now = [a for a in so_far if a.happened_on in period]
        for ref in missing_units(plan, now, newsroom.units):
            yield Gap(plan, ref, tuple(_heirs(newsroom, ref)), unit_key(ref) not in never)


def _heirs(newsroom: Newsroom, ref: UnitRef) -> Iterator[str]:
    seen, ahead = set(), [ref.unit] if ref.unit else []
    while ahead:
        for heir in newsroom.units.successors(ahead.pop(0)):
            if heir.id not in seen:
                seen.add(heir.id)
                ahead.append(heir)
                yield heir.meta.title
