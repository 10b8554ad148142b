"""A CSV file as spreadsheet programs save it: read whatever it is, append without touching it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsroom.problems import Problem, problem
from newsroom.source.decode import decode
from newsroom.spreadsheets import guarded, unguarded
from newsroom.text import clean, fold

MOST_BYTES = 10_000_000
_MOST_IN_A_CELL = 100_000
_DELIMITERS = ",;\t"
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Record:
    """One row; ``line`` is where it begins, from 1. As many cells as the header has, or fewer."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A file that was read: what it says and how it is written."""

    name: str
    header: tuple[str, ...]
    records: tuple[Record, ...]
    data: bytes = field(repr=False)
    encoding: str
    delimiter: str
    newline: str

    def position(self, title: str) -> int | None:
        """Where the column *title* stands, marks and letter case aside."""
        wanted = fold(title)
        return next((i for i, name in enumerate(self.header) if fold(name) == wanted), None)


def read_table(data: bytes, name: str, key: str) -> tuple[CsvTable | None, Problem | None]:
    """Read the file *name*, which must have a column *key*; None and a problem where it cannot be.

    UTF-8 (with or without BOM) and UTF-16, with commas, semicolons or tabs, any kind of line end.
    """
    if len(data) > MOST_BYTES:
        return None, problem("supplement-table", name, reason=f"tệp dài quá {MOST_BYTES:,} byte")
    text, encoding = _text(data)
    if text is None:
        return None, problem("supplement-encoding", name, encoding=encoding)
    delimiter = _delimiter(text, key)
    if delimiter is None:
        return None, _no_key(text, name, key)
    newline = next((end for end in ("\r\n", "\n", "\r") if end in text), "\r\n")
    records: list[Record] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append(Record(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error:
        reason = "dấu nháy kép mở mà không đóng, đóng sai chỗ, hoặc ô quá dài"
        return None, problem("supplement-table", name, line, reason=reason)
    header, rows = records[0].cells, records[1:]
    found = _shape_problem(name, header, rows)
    table = CsvTable(name, header, tuple(rows), data, encoding, delimiter, newline)
    return (None, found) if found else (table, None)


def _text(data: bytes) -> tuple[str | None, str]:
    """``(text, encoding)``, or None and the name of the encoding found."""
    for mark, encoding in _UTF_16.items():
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError:
                return None, "UTF-16 bị hỏng"
    text, guess = decode(data)
    return text, guess or "utf-8"


def _delimiter(text: str, key: str) -> str | None:
    """The delimiter under which the first row has a cell *key* and the most others."""
    best, most = None, 0
    for delimiter in _DELIMITERS:
        header = _first_row(text, delimiter)
        if len(header) > most and fold(key) in map(fold, header):
            best, most = delimiter, len(header)
    return best


def _first_row(text: str, delimiter: str) -> list[str]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return next((row for row in reader if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []


def _no_key(text: str, name: str, key: str) -> Problem:
    header = next((row for d in _DELIMITERS if (row := _first_row(text, d))), [])
    if any(fold(key) in fold(cell) for cell in header):
        reason = "cả dòng tiêu đề nằm gọn trong một ô"
        hint = (
            "Trong Excel: chọn cột A, Data > Text to Columns > Delimited > Comma, rồi lưu thành"
            " “CSV UTF-8”."
        )
        return problem("supplement-table", name, 1, hint=hint, reason=reason)
    return problem("supplement-column", name, 1, title=key, reason="không có")


def _shape_problem(name: str, header: Sequence[str], rows: Iterable[Record]) -> Problem | None:
    titles = [fold(title) for title in header if title.strip()]
    for title in header:
        if titles.count(fold(title)) > 1:
            return problem("supplement-column", name, 1, title=clean(title), reason="có hai lần")
    for row in rows:
        if any(cell.strip() for cell in row.cells[len(header) :]):
            reason = f"dòng có {len(row.cells)} ô, dòng tiêu đề chỉ có {len(header)}"
            return problem("supplement-table", name, row.line, reason=reason)
        if any(len(cell) > _MOST_IN_A_CELL for cell in row.cells):
            reason = f"có ô dài quá {_MOST_IN_A_CELL:,} ký tự"
            return problem("supplement-table", name, row.line, reason=reason)
    return None


def appended(table: CsvTable, rows: Iterable[Mapping[str, str]]) -> bytes:
    """The file's bytes as they are, and below them *rows* (column title → text) written alike."""
    places = {title: table.position(title) for row in rows for title in row}
    lines = []
    for row in rows:
        cells = [""] * len(table.header)
        for title, text in row.items():
            place = places[title]
            if place is not None:
                cells[place] = text
        lines.append(cells)
    if not lines:
        return table.data
    text = written(lines, table.delimiter, table.newline)
    end = table.newline.encode(table.encoding)
    gap = b"" if table.data.endswith(end) else end
    return table.data + gap + text.encode(table.encoding)


def new_file(rows: Iterable[Sequence[str]]) -> bytes:
    """A file that Excel opens by a double click: UTF-8 with BOM, commas, CRLF."""
    return codecs.BOM_UTF8 + written(rows, ",", "\r\n").encode()


def written(rows: Iterable[Sequence[str]], delimiter: str, newline: str) -> str:
    """*rows* as CSV; what a spreadsheet program would take for a formula gets an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def lines_of(cell: str) -> Iterator[str]:
    """The lines of a cell, each in normal form, blank ones left out."""
    return (line for part in unguarded(cell.strip()).splitlines() if (line := clean(part)))
