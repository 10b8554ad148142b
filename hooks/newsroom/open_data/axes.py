"""Columns for the axes of a site's archives, on top of what every site has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from pydantic import create_model

from newsroom.archives import Archive, Axis
from newsroom.open_data.records import Record, Texts, column

Row = TypeVar("Row", bound=Record)
Values = Callable[[str, str], Iterable[str]]
"""Archive id and axis key → ids of values."""


def with_axes(model: type[Row], archives: Iterable[Archive]) -> type[Row]:
    """*model* with two columns for each axis: ids of values, and their labels."""
    fields: dict[str, Any] = {}
    for archive, axis in _axes(archives):
        name = column_name(archive, axis)
        about = f"{axis.label.lower()} (chuyên mục {archive.short_title})"
        fields[f"{name}_ma"] = (Texts, column(f"{name}_ma", f"mã {about}; giá trị chính đứng đầu"))
        fields[name] = (Texts, column(name, f"tên {about}, cùng thứ tự"))
    return create_model(model.__name__, __base__=model, __doc__=model.__doc__, **fields)


def column_name(archive: Archive, axis: Axis) -> str:
    """``dan_chu_noi_dung``: stable, since it is made of the parts of an address."""
    return f"{archive.id}_{axis.folder}".replace("-", "_")


def axis_values(archives: Iterable[Archive], values: Values) -> dict[str, Texts]:
    """What stands in these columns."""
    found: dict[str, Texts] = {}
    for archive, axis in _axes(archives):
        known = [v for value_id in values(archive.id, axis.key) if (v := axis.value(value_id))]
        name = column_name(archive, axis)
        found[f"{name}_ma"] = tuple(value.id for value in known)
        found[name] = tuple(value.label for value in known)
    return found


def _axes(archives: Iterable[Archive]) -> Iterator[tuple[Archive, Axis]]:
    return ((archive, axis) for archive in archives for axis in archive.axes)
