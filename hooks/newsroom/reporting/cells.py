"""The annex's columns, and what each row shows in them: the same in Word, Excel and CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.archives import Archive, Axis
from newsroom.dates import short_date
from newsroom.reporting.news_rows import Row
from newsroom.reporting.paper import ADDRESS_SIZE, TABLE_SIZE
from newsroom.reporting.report import Report
from newsroom.reporting.supplement import (
    ATTENDANCE,
    BASIS,
    DAY,
    LEAD,
    LIMITS,
    OPINIONS,
    RESULT,
    UNIT,
)

NUMBER, LINKS = "STT", "Tin, bài"
GUIDANCE = "(Kèm theo Báo cáo số ………/BC-……… ngày …… tháng …… năm ……… của ………………)"
"""Number, date and issuer are those of the report the annex goes with, entered by hand."""
TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in mm on the landscape page; ``is_centred`` for what is short."""

    title: str
    width: float
    is_centred: bool
    text: Callable[[Row], str]
    size: float = TABLE_SIZE


def annex_columns(archive: Archive) -> tuple[Column, ...]:
    """The columns after the number, in order."""
    return (
        Column(DAY, 23.5, True, lambda row: short_date(row.when)),
        Column(UNIT, 23, False, lambda row: row.unit_names),
        *(_axis_column(axis, 45 / len(archive.axes)) for axis in archive.axes),
        _text_column(BASIS, 30),
        _text_column(LEAD, 21),
        _text_column(RESULT, 31),
        _text_column(LIMITS, 21),
        Column(ATTENDANCE, 15, True, lambda row: _number(row.attendance)),
        Column(OPINIONS, 12, True, lambda row: _number(row.opinions)),
        Column(LINKS, 24, False, lambda row: "\n".join(row.links), ADDRESS_SIZE),
    )


NUMBER_WIDTH = 11.5


def _axis_column(axis: Axis, width: float) -> Column:
    return Column(axis.label, width, False, lambda row: "; ".join(labels(axis, row)))


def labels(axis: Axis, row: Row) -> tuple[str, ...]:
    """Labels of the row's values on *axis*, the main one first."""
    known = {value.id: value.label for value in axis.values}
    return tuple(known[value] for value in row.classification.get(axis.key, ()))


def _text_column(title: str, width: float) -> Column:
    return Column(title, width, False, lambda row: row.texts.get(title, ""))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def total_text(report: Report, title: str) -> str:
    """What the totals row shows below the column *title*."""
    return {ATTENDANCE: _number(report.attendance), OPINIONS: _number(report.opinions)}.get(
        title, ""
    )


def activity_count(count: int) -> str:
    """``12 hoạt động``."""
    return f"{count} hoạt động"


def matrix_caption(axis: Axis) -> str:
    """``Tổng hợp số hoạt động theo đơn vị và nội dung``."""
    return f"Tổng hợp số hoạt động theo đơn vị và {axis.label.lower()}"
