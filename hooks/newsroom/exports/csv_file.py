"""Tables as spreadsheet programs in Vietnam open them: UTF-8 with a mark in front, CRLF, commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_MARK = b"\xef\xbb\xbf"
_STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The whole file. Text that a spreadsheet would run as a formula gets an apostrophe in front.

    Numbers stay numbers, None is an empty cell.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(_cell, header))
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text
