"""Tables of an archive: activities by unit and by value of one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsroom.activities import Activity, Tally, tally
from newsroom.archives import Archive, Axis, AxisValue
from newsroom.model import UnitRef
from newsroom.text import sort_key
from newsroom.units import unit_order
from newsroom.views import Link, Matrix, MatrixRow

_WIDE = 6
"""Columns from which on a table needs more room than a page has."""


@dataclass(frozen=True, slots=True)
class Tables:
    """How the tables of one page are made."""

    archive: Archive
    when: str
    """``năm 2025``, ``6 tháng đầu năm 2025``; empty for all activities."""
    value_list: Callable[[Axis, AxisValue], str | None]
    """Address of the list that holds what a column of this page counts, where there is one."""
    own_list: str | None
    """Address of the list that holds all that the page counts."""

    def matrix(self, activities: Iterable[Activity], axis: Axis) -> Matrix | None:
        """Units down, values of *axis* across; None when there is no unit to show."""
        counted = tuple(activities)
        found = tally(counted, self.archive.id, axis.key)
        if not found.units:
            return None
        return Matrix(
            caption=_caption(axis, self.when),
            corner="Đơn vị",
            columns=tuple(
                Link(value.label, self.archive.value_address(axis, value)) for value in axis.values
            ),
            rows=tuple(_rows(found, axis)),
            totals=tuple(self._total(found, axis, value) for value in axis.values),
            total=Link("Tổng số", self.own_list, None, found.total),
            note=_left_out(counted, found, self.archive, axis),
            is_wide=len(axis.values) >= _WIDE,
        )

    def _total(self, found: Tally, axis: Axis, value: AxisValue) -> Link:
        count = found.columns.get(value.id, 0)
        address = self.value_list(axis, value) if count else None
        return Link(value.label, address, None, count)


def _caption(axis: Axis, when: str) -> str:
    name = axis.label.lower()
    counted = f"Số hoạt động {when} đã có tin, bài" if when else "Số hoạt động đã có tin, bài"
    return (
        f"{counted}, theo {name}. Nhiều tin, bài về cùng một hoạt động được tính một lần;"
        f" một hoạt động có thể thuộc nhiều {name}."
    )


def _rows(found: Tally, axis: Axis) -> Iterable[MatrixRow]:
    for key in sorted(found.units, key=lambda key: _order(found.units[key])):
        ref = found.units[key]
        head = Link(ref.unit.meta.title, ref.unit.address) if ref.unit else Link(ref.text)
        cells = tuple(found.cells.get((key, value.id), 0) for value in axis.values)
        yield MatrixRow(head, cells, found.rows[key])


def _order(ref: UnitRef) -> tuple[object, ...]:
    """As the official structure has it; names that nobody registered last."""
    return unit_order(ref.unit) if ref.unit else (10**10, sort_key(ref.text), "")


def _left_out(
    activities: tuple[Activity, ...], found: Tally, archive: Archive, axis: Axis
) -> str | None:
    """What is in the list but not in the table, and in its totals but in no row."""
    unclassified = len(activities) - found.total
    homeless = sum(1 for a in activities if not a.units and a.values(archive.id, axis.key))
    sentences = []
    if unclassified:
        name = axis.label.lower()
        sentences.append(f"Bảng chưa gồm {unclassified} hoạt động chưa phân loại theo {name}.")
    if homeless:
        sentences.append(f"Dòng tổng số gồm cả {homeless} hoạt động mà tin, bài không ghi đơn vị.")
    return " ".join(sentences) or None
