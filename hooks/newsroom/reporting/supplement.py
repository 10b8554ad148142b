"""The supplement: what people know of activities and news cannot say. Theirs; we only append."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from newsroom.archives import Archive, Axis
from newsroom.dates import parse_date
from newsroom.problems import Problem, problem
from newsroom.reporting.csv_file import CsvTable, Record, lines_of, read_table
from newsroom.text import nearest

KEY = "Mã hoạt động"
ON_SITE = "Hoạt động trên Trang"
"""For recognising a row: written once, never read but for being filled."""
DAY, UNIT, BASIS = "Ngày", "Đơn vị", "Văn bản căn cứ"
LEAD, RESULT, LIMITS = "Người chủ trì", "Kết quả", "Hạn chế"
ATTENDANCE, OPINIONS = "Số người dự", "Số ý kiến"

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,  ]\d{3})+|\d{1,9}")


def columns(archive: Archive) -> tuple[str, ...]:
    """Titles of the supplement's columns for *archive*, in order."""
    axes = (axis.label for axis in archive.axes)
    return (
        *(KEY, ON_SITE, DAY, UNIT, *axes, BASIS),
        *(LEAD, RESULT, LIMITS, ATTENDANCE, OPINIONS),
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the supplement; what a person left blank is None or empty."""

    key: str
    line: int
    on_site: bool
    """Whether we wrote it for a published activity, rather than a person for another."""
    when: date | None = None
    units: tuple[str, ...] = ()
    classification: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Axis key → value ids."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Column title → text, of the columns that are free text."""
    attendance: int | None = None
    opinions: int | None = None


@dataclass(frozen=True, slots=True)
class Supplement:
    """A supplement that was read, for one archive."""

    table: CsvTable
    entries: tuple[Entry, ...]


def read_supplement(
    data: bytes, name: str, archive: Archive
) -> tuple[Supplement | None, tuple[Problem, ...]]:
    """Read a supplement; None and all its problems where any cell cannot be understood."""
    table, found = read_table(data, name, KEY)
    if table is None:
        return None, (found,) if found else ()
    reader = _Reader(table, archive)
    entries = tuple(reader.entries())
    return (None, tuple(reader.problems)) if reader.problems else (Supplement(table, entries), ())


class _Reader:
    """Turns records into entries; problems gather in ``problems``."""

    def __init__(self, table: CsvTable, archive: Archive) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._archive = archive
        self._places = {title: table.position(title) for title in columns(archive)}

    def entries(self) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        for record in self._table.records:
            self._check_letters(record)
            key = self._line(record, KEY)
            if not key:
                self._report(
                    record, KEY, "để trống", "Đặt cho dòng này một mã riêng, ví dụ ngoai-trang-1."
                )
            elif key in seen:
                reason = f"“{key}” đã có ở dòng {seen[key]}"
                self._report(
                    record, KEY, reason, "Mỗi mã chỉ ghi ở một dòng; gộp hai dòng làm một."
                )
            else:
                seen[key] = record.line
                yield self._entry(key, record)

    def _entry(self, key: str, record: Record) -> Entry:
        on_site = bool(self._line(record, ON_SITE))
        when, units = self._day(record), self._listed(record, UNIT)
        for title in (DAY, UNIT):
            if not on_site and not self._line(record, title):
                hint = "Hoạt động chưa đăng trên Trang cần ít nhất ngày và đơn vị."
                self._report(record, title, "để trống", hint)
        return Entry(
            key=key,
            line=record.line,
            on_site=on_site,
            when=when,
            units=units,
            classification={
                axis.key: ids
                for axis in self._archive.axes
                if (ids := tuple(dict.fromkeys(self._values(record, axis))))
            },
            texts={
                title: "\n".join(lines_of(cell))
                for title in (BASIS, LEAD, RESULT, LIMITS)
                if (cell := self._cell(record, title)).strip()
            },
            attendance=self._number(record, ATTENDANCE),
            opinions=self._number(record, OPINIONS),
        )

    def _cell(self, record: Record, title: str) -> str:
        place = self._places[title]
        return record.cells[place] if place is not None and place < len(record.cells) else ""

    def _line(self, record: Record, title: str) -> str:
        return " ".join(lines_of(self._cell(record, title)))

    def _listed(self, record: Record, title: str) -> tuple[str, ...]:
        parts = (p.strip() for line in lines_of(self._cell(record, title)) for p in line.split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def _day(self, record: Record) -> date | None:
        text = self._line(record, DAY)
        try:
            return parse_date(text) if text else None
        except ValueError as error:
            self._report(record, DAY, str(error), "Ghi ngày như 05/3/2025 hoặc 2025-03-05.")
            return None

    def _number(self, record: Record, title: str) -> int | None:
        text = self._line(record, title)
        if not text:
            return None
        if _NUMBER.fullmatch(text):
            return int(re.sub(r"\D", "", text))
        self._report(
            record, title, f"“{text}” không phải là số nguyên", "Chỉ ghi con số, ví dụ 45."
        )
        return None

    def _values(self, record: Record, axis: Axis) -> Iterator[str]:
        for text in self._listed(record, axis.label):
            found = list(_known_values(axis, text))
            if not found:
                labels = [value.label for value in axis.values]
                close = nearest(text, labels, 1)
                hint = f"Gần nhất: “{close[0]}”. " if close else ""
                hint += (
                    f"Dùng được: {'; '.join(labels)}. Nhiều giá trị thì cách nhau dấu chấm phẩy."
                )
                self._report(record, axis.label, f"không có giá trị “{text}”", hint)
            yield from found

    def _check_letters(self, record: Record) -> None:
        for title, cell in zip(self._table.header, record.cells, strict=False):
            if _FORBIDDEN.search(cell):
                hint = "Xóa ô rồi gõ lại, hoặc dán dạng chữ thuần."
                self._report(record, title, "có ký tự điều khiển không nhìn thấy được", hint)

    def _report(self, record: Record, title: str, reason: str, hint: str) -> None:
        place = self._table.position(title)
        column = None if place is None else place + 1
        self.problems.append(
            problem(
                "supplement-cell",
                self._table.name,
                record.line,
                column=column,
                hint=hint,
                title=title,
                reason=reason,
            )
        )


def _known_values(axis: Axis, text: str) -> Iterator[str]:
    """Ids of the values in *text*, set apart by commas, which labels may hold too; all or none."""
    parts, ids, start = text.split(","), [], 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            if value := axis.find(",".join(parts[start:end])):
                ids.append(value.id)
                start = end
                break
        else:
            return
    yield from ids
