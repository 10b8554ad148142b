"""``hoat-dong.csv`` beside each plan's page: its activities, the newest first.

Only what is published, and of it nothing that was entered for the report alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.activities import Activity, activities
from newsroom.archives import Archive, Axis
from newsroom.exports.references import reference
from newsroom.exports.site_file import SiteFile
from newsroom.model import DocumentRef
from newsroom.newsroom import CitedPlan, Newsroom
from newsroom.pages.feed_links import plan_table
from newsroom.spreadsheets import csv_bytes

_BETWEEN = "; "


def plan_table_files(newsroom: Newsroom, site_url: str) -> Iterator[SiteFile]:
    """A file for each plan that articles cite."""
    axes = [(index.archive, axis) for index in newsroom.archives for axis in index.archive.axes]
    for plan in newsroom.plans:
        address = plan_table(plan).address
        if plan.articles and address:
            yield SiteFile(address, _table(plan, axes, address, site_url))


def _table(plan: CitedPlan, axes: list[tuple[Archive, Axis]], address: str, site_url: str) -> bytes:
    several = len({archive.id for archive, _ in axes}) > 1
    header = (
        *("Ngày", "Mã hoạt động", "Đơn vị"),
        *(
            f"{archive.short_title}: {axis.label}" if several else axis.label
            for archive, axis in axes
        ),
        *("Văn bản", "Số tin, bài", "Tin, bài", "Địa chỉ"),
    )
    published = [article for article in plan.articles if article.hold is None]
    rows = (_row(found, axes, address, site_url) for found in activities(published))
    return csv_bytes(header, rows)


def _row(
    found: Activity, axes: list[tuple[Archive, Axis]], address: str, site_url: str
) -> tuple[object, ...]:
    return (
        found.happened_on.isoformat(),
        found.id,
        _BETWEEN.join(ref.text for ref in found.units),
        *(_labels(found, archive, axis) for archive, axis in axes),
        _BETWEEN.join(_cited(ref) for ref in (*found.plans, *found.documents)),
        len(found.articles),
        _BETWEEN.join(article.title for article in found.articles),
        # Addresses hold no spaces: a space between them lets programs find each one.
        " ".join(reference(article.address, address, site_url) for article in found.articles),
    )


def _labels(found: Activity, archive: Archive, axis: Axis) -> str:
    values = (axis.value(value_id) for value_id in found.values(archive.id, axis.key))
    return _BETWEEN.join(value.label for value in values if value)


def _cited(ref: DocumentRef) -> str:
    year = f" ({ref.year})" if ref.year else ""
    return ref.number + year
