"""Tables as spreadsheet programs in Vietnam open them: UTF-8 with a mark in front, CRLF, commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_MARK = b"\xef\xbb\xbf"
_STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""With these, also after spaces, a spreadsheet takes a cell for a formula."""


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The whole file. Numbers stay numbers, None is an empty cell, text is guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(_cell, header))
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    return value if value is None or isinstance(value, int | float) else guarded(str(value))


def guarded(text: str) -> str:
    """*text* as a cell that no spreadsheet calculates: an apostrophe in front where one would."""
    return f"'{text}" if _is_formula(text) else text


def unguarded(cell: str) -> str:
    """What stood in *cell* before :func:`guarded`."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(text: str) -> bool:
    return text.lstrip(" ").startswith(_STARTS_A_FORMULA)
