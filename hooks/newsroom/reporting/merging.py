"""News and supplement put together: what a person filled in goes before what the news says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsroom.archives import Archive
from newsroom.dates import short_date
from newsroom.model import UnitRef
from newsroom.periods import Period
from newsroom.reporting.news_rows import Row
from newsroom.reporting.supplement import (
    ATTENDANCE,
    BASIS,
    DAY,
    LEAD,
    LIMITS,
    OPINIONS,
    RESULT,
    UNIT,
    Entry,
)
from newsroom.text import fold, sort_key
from newsroom.units import UnitRegister, unit_order


@dataclass(frozen=True, slots=True)
class Remark:
    """Something for the person who files the report to look at; ``line`` is the supplement's."""

    subject: str
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Rows in order, what to look at, and which published activities the supplement lacks."""

    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    new: tuple[Row, ...]


def merge(
    news: Sequence[Row],
    entries: Sequence[Entry],
    elsewhere: Iterable[Row],
    archive: Archive,
    period: Period,
    units: UnitRegister,
) -> Merged:
    """Put *entries* over *news*; *elsewhere* are the archive's activities of other periods."""
    return _Merger(news, entries, archive, period, units).merged(elsewhere)


class _Merger:
    def __init__(
        self,
        news: Sequence[Row],
        entries: Sequence[Entry],
        archive: Archive,
        period: Period,
        units: UnitRegister,
    ) -> None:
        self._news = news
        self._archive = archive
        self._period = period
        self._units = units
        self._remarks: list[Remark] = []
        self._unused = {entry.key: entry for entry in entries}

    def merged(self, elsewhere: Iterable[Row]) -> Merged:
        found = self._matches()
        new = tuple(row for row in self._news if not found[row.key])
        rows = [self._filled(row, found[row.key]) for row in self._news]
        rows += self._own_rows(elsewhere)
        rows.sort(key=_order)
        return Merged(tuple(rows), tuple(self._remarks), new)

    def _matches(self) -> dict[str, list[Entry]]:
        """Entries of each row; those with its own key first, and taken before any other."""
        found: dict[str, list[Entry]] = {}
        for row in self._news:
            entry = self._unused.pop(row.key, None)
            found[row.key] = [entry] if entry else []
        for row in self._news:
            for key in row.former_keys:
                entry = self._unused.get(key)
                if entry and entry.on_site:
                    found[row.key].append(self._unused.pop(key))
        return found

    def _filled(self, row: Row, entries: list[Entry]) -> Row:
        for entry in reversed(entries):
            row = self._override(row, entry)
        return row

    def _override(self, row: Row, entry: Entry) -> Row:
        if entry.when and entry.when != row.when:
            self._conflict(row, entry, DAY, short_date(entry.when), short_date(row.when))
            row = replace(row, when=entry.when)
        if entry.units:
            refs = self._resolved(entry, row.when)
            self._compare(row, entry, UNIT, "; ".join(r.text for r in refs), row.unit_names)
            row = replace(row, units=refs)
        for axis in self._archive.axes:
            if ids := entry.classification.get(axis.key):
                known = row.classification.get(axis.key, ())
                if known and set(known) != set(ids):
                    words = [
                        "; ".join(v.label for i in of for v in axis.values if v.id == i)
                        for of in (ids, known)
                    ]
                    self._conflict(row, entry, axis.label, *words)
                row = replace(row, classification={**row.classification, axis.key: ids})
        for title in (BASIS, LEAD, RESULT, LIMITS):
            if text := entry.texts.get(title):
                self._compare(row, entry, title, text, row.texts.get(title, ""))
                row = replace(row, texts={**row.texts, title: text})
        return self._counted(row, entry)

    def _counted(self, row: Row, entry: Entry) -> Row:
        numbers = (
            (ATTENDANCE, row.attendance, entry.attendance),
            (OPINIONS, row.opinions, entry.opinions),
        )
        for title, known, entered in numbers:
            if entered is not None and known is not None and entered != known:
                self._conflict(row, entry, title, str(entered), str(known))
        return replace(
            row,
            attendance=row.attendance if entry.attendance is None else entry.attendance,
            opinions=row.opinions if entry.opinions is None else entry.opinions,
        )

    def _compare(self, row: Row, entry: Entry, title: str, entered: str, known: str) -> None:
        if known and fold(entered) != fold(known):
            self._conflict(row, entry, title, entered, known)

    def _conflict(self, row: Row, entry: Entry, title: str, entered: str, known: str) -> None:
        text = (
            f"{title}: tệp bổ sung ghi “{entered}”, tin, bài (hoặc dòng khác) ghi “{known}”."
            " Đã dùng tệp bổ sung."
        )
        self._remarks.append(Remark(row.key, entry.line, text.replace("\n", " ")))

    def _resolved(self, entry: Entry, when: date) -> tuple[UnitRef, ...]:
        refs = []
        for text in entry.units:
            ref, found = self._units.resolve(text, when, "", None)
            if found:
                note = f"{UNIT}: {found.message} {found.hint}"
                self._remarks.append(Remark(entry.key, entry.line, note))
            refs.append(ref)
        return tuple(refs)

    def _own_rows(self, elsewhere: Iterable[Row]) -> Iterator[Row]:
        """Activities never published; entries that belong to no activity any more are reported."""
        other_keys = {key for row in elsewhere for key in (row.key, *row.former_keys)}
        for entry in self._unused.values():
            if entry.on_site:
                if entry.key not in other_keys:
                    self._remarks.append(Remark(entry.key, entry.line, _GONE))
            elif entry.when and entry.when in self._period:
                yield self._own_row(entry, entry.when)

    def _own_row(self, entry: Entry, when: date) -> Row:
        return Row(
            key=entry.key,
            when=when,
            units=self._resolved(entry, when),
            classification=entry.classification,
            texts=entry.texts,
            attendance=entry.attendance,
            opinions=entry.opinions,
        )


_GONE = (
    "Không còn hoạt động nào trên Trang mang mã này (bài đã gỡ, đổi tên tệp hoặc đổi mã):"
    " dòng được giữ trong tệp bổ sung, không đưa vào phụ lục. Muốn đưa vào như hoạt động chưa"
    " đăng thì xóa ô “Hoạt động trên Trang” của dòng, ghi ngày và đơn vị."
)


def _order(row: Row) -> tuple[object, ...]:
    """By date, then in the order of the official structure."""
    first = row.units[0] if row.units else None
    unit = unit_rank(first) if first else (10**11,)
    return (row.when, unit, row.key)


def unit_rank(ref: UnitRef) -> tuple[object, ...]:
    """Sorts units as the official structure does, unregistered ones behind by name."""
    return unit_order(ref.unit) if ref.unit else (10**10, sort_key(ref.text), "")
