"""What the news says of each activity, as the annex shows it; what it cannot say stays empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from newsroom.activities import Activity
from newsroom.archives import Archive
from newsroom.dates import short_date
from newsroom.model import Article, DocumentRef, UnitRef
from newsroom.numbers import number_type
from newsroom.reporting.supplement import BASIS, LEAD, LIMITS, RESULT
from newsroom.schema import ArchiveBlock, Classification
from newsroom.text import clean


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the annex: an activity, published or only known from the supplement."""

    key: str
    when: date
    units: tuple[UnitRef, ...]
    classification: Mapping[str, tuple[str, ...]]
    """Axis key → value ids; the main one first."""
    texts: Mapping[str, str]
    """Column title → text: basis, who led, result, limits."""
    headline: str = ""
    """The first article's; empty where there is none."""
    links: tuple[str, ...] = ()
    """Addresses of its articles."""
    attendance: int | None = None
    opinions: int | None = None
    former_keys: tuple[str, ...] = field(default=(), repr=False)
    """Keys a supplement may know it by from when fewer articles told of it."""

    def values(self, archive_id: str, axis: str) -> tuple[str, ...]:
        """Ids of its values on *axis*; a row belongs to one archive only."""
        del archive_id
        return self.classification.get(axis, ())

    @property
    def unit_names(self) -> str:
        """The units as they were called that day."""
        return "; ".join(ref.text for ref in self.units)


def news_rows(activities: Sequence[Activity], archive: Archive, base: str) -> tuple[Row, ...]:
    """A row for each activity; *base* (the portal's address, ``/`` if unknown) opens each link."""
    counts = Counter(activity.id for activity in activities)
    return tuple(_row(activity, archive, base, counts) for activity in activities)


def _row(activity: Activity, archive: Archive, base: str, counts: Mapping[str, int]) -> Row:
    key = activity.id
    if counts[key] > 1 and not activity.is_named:
        key = _place(activity.articles[0])
    former = [name for a in activity.articles for name in (_place(a), _place(a).rpartition("/")[2])]
    axes = {axis.key: activity.values(archive.id, axis.key) for axis in archive.axes}
    blocks = list(_blocks(activity.articles, archive))
    return Row(
        key=key,
        when=activity.happened_on,
        units=activity.units,
        classification={axis: values for axis, values in axes.items() if values},
        texts={
            title: text
            for title, text in (
                (BASIS, ";\n".join(map(document_words, (*activity.plans, *activity.documents)))),
                (LEAD, _joined(block.lead for block in blocks)),
                (RESULT, _joined(block.result for block in blocks)),
                (LIMITS, _joined(block.limits for block in blocks)),
            )
            if text
        },
        headline=activity.articles[0].title,
        links=tuple(f"{base}{article.address}" for article in activity.articles),
        former_keys=tuple(name for name in dict.fromkeys(former) if name != key),
    )


def _place(article: Article) -> str:
    """``2025/ten-bai``: unique, unlike the file's name alone."""
    return article.path.removeprefix("tin/").removesuffix(".md")


def _blocks(
    articles: Iterable[Article], archive: Archive
) -> Iterator[Classification | ArchiveBlock]:
    for article in articles:
        block = getattr(article.meta, archive.block, None) if archive.block else None
        if isinstance(block, Classification | ArchiveBlock):
            yield block


def _joined(texts: Iterable[str | None]) -> str:
    """Each text once, a line each."""
    return "\n".join(dict.fromkeys(clean(text) for text in texts if text))


def document_words(ref: DocumentRef) -> str:
    """``Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025``."""
    kind = (ref.document.type if ref.document else number_type(ref.number)) or "văn bản"
    day = f" ngày {short_date(ref.date)}" if ref.date else ""
    return f"{kind[:1].upper()}{kind[1:]} số {ref.number}{day}"
