"""What the page calls things: values of facets, names that a query may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsroom.dates import short_date
from newsroom.model import Unit
from newsroom.newsroom import Newsroom
from newsroom.search.archive_facets import archive_facets
from newsroom.search.entries import unit_names
from newsroom.search.entry import ARTICLE, DOCUMENT, PLAN, UNIT, SearchEntry
from newsroom.search.facets import Labels, slug_of
from newsroom.units import first_day_after

KIND_LABELS = ((ARTICLE, "Tin, bài"), (UNIT, "Đơn vị"), (PLAN, "Kế hoạch"), (DOCUMENT, "Văn bản"))


def facet_labels(newsroom: Newsroom, entries: Iterable[SearchEntry]) -> Labels:
    """Every value an entry may have, in the order shown."""
    years = sorted({entry.year for entry in entries if entry.year}, reverse=True)
    return {
        "loai": list(KIND_LABELS),
        "nam": [(str(year), f"Năm {year}") for year in years],
        "don-vi": [(unit.id, newsroom.units.distinct_title(unit)) for unit in newsroom.units],
        "ke-hoach": [
            (
                slug_of(plan.address),
                plan.ref.number + (f" ({plan.ref.year})" if plan.ref.year else ""),
            )
            for plan in newsroom.plans
        ],
        **{
            facet.name: [(value.id, value.label) for value in facet.axis.values]
            for facet in archive_facets(index.archive for index in newsroom.archives)
        },
    }


def known_names(newsroom: Newsroom) -> dict[str, list[dict[str, Any]]]:
    """What a mistyped query may have meant; of closed units also where they lead."""
    others = [document for document in newsroom.documents if not document.is_plan]
    return {
        "units": [_unit(unit, newsroom) for unit in newsroom.units],
        "plans": [{"title": p.ref.number, "address": p.address} for p in newsroom.plans],
        "documents": [{"title": d.number, "address": d.address} for d in others],
        "tags": [{"title": tag.label, "address": tag.address} for tag, _ in newsroom.tags],
    }


def _unit(unit: Unit, newsroom: Newsroom) -> dict[str, Any]:
    values: dict[str, Any] = {
        "title": unit.meta.title,
        "address": unit.address,
        "names": unit_names(unit),
    }
    ended = first_day_after(unit)
    if ended and ended <= newsroom.now.date():
        values["ended"] = short_date(ended)
        values["successors"] = [
            {"title": successor.meta.title, "address": successor.address}
            for successor in newsroom.units.successors(unit)
        ]
    return values
