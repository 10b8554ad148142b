"""What a search can be narrowed by: kind of page, year, unit, plan, values of archives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from newsroom.search.codec import id_list, number
from newsroom.search.entry import SearchEntry

Labels = dict[str, list[tuple[str, str]]]
"""Facet → pairs of a value, as it stands in the address of a search, and its label."""

_VALUES: dict[str, Callable[[SearchEntry], Iterable[str]]] = {
    "loai": lambda entry: (entry.kind,),
    "nam": lambda entry: (str(entry.year),) if entry.year else (),
    "don-vi": lambda entry: (entry.unit_id,) if entry.unit_id else (),
    "ke-hoach": lambda entry: map(slug_of, entry.plans),
}


def slug_of(address: str) -> str:
    """``ke-hoach/118-kh-vkshp-ttr-2025/`` → ``118-kh-vkshp-ttr-2025``."""
    return address.rstrip("/").rpartition("/")[2]


class FacetLists:
    """The numbers of the entries with each value."""

    def __init__(self) -> None:
        self._members: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, place: int, entry: SearchEntry) -> None:
        """Count the entry with the number *place*, which is higher than any before."""
        for facet, values_of in _VALUES.items():
            for value in dict.fromkeys(values_of(entry)):
                self._members[facet][value].append(place)
        for facet, value in entry.contents:
            self._members[facet][value].append(place)

    def file(self, labels: Labels, total: int) -> bytes:
        """All lists one after the other, each after its length, as *labels* run."""
        out = bytearray()
        for facet, values in labels.items():
            for value, _ in values:
                written = id_list(self._members[facet][value], total)
                out += number(len(written)) + written
        return bytes(out)
