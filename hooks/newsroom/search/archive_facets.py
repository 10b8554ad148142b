"""Facets of archives: one for the first axis of each, where it has any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.archives import Archive, Axis

_OTHERS = frozenset({"q", "don-vi", "ke-hoach", "nam", "loai", "sap-xep", "trang", "rong"})
"""What else may stand in the address of a search."""


@dataclass(frozen=True, slots=True)
class ArchiveFacet:
    """``name`` stands in the address of a search."""

    name: str
    label: str
    archive: Archive
    axis: Axis


def archive_facets(archives: Iterable[Archive]) -> Iterator[ArchiveFacet]:
    """Named by the axis alone where no earlier facet is called so."""
    taken = set(_OTHERS)
    for archive in archives:
        if archive.axes:
            axis = archive.axes[0]
            name = axis.folder if axis.folder not in taken else f"{archive.id}-{axis.folder}"
            taken.add(name)
            about = archive.short_title[0].lower() + archive.short_title[1:]
            yield ArchiveFacet(name, f"{axis.label} {about}", archive, axis)
