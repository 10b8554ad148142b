"""Articles as cards and links: the parts that every list shares."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from newsroom.dates import as_day, as_moment, short_date
from newsroom.link_checks import resolve
from newsroom.model import Article, Document, DocumentRef, Hold, UnitRef
from newsroom.newsroom import Newsroom
from newsroom.numbers import number_key
from newsroom.pictures.sources import picture_sources
from newsroom.problems import Severity
from newsroom.schema import DocumentStatus, Picture
from newsroom.views import Card, Link, PictureView

STATUS_LABELS: dict[DocumentStatus, str] = {
    DocumentStatus.IN_FORCE: "còn hiệu lực",
    DocumentStatus.LAPSED: "hết hiệu lực",
    DocumentStatus.PARTLY_LAPSED: "hết hiệu lực một phần",
    DocumentStatus.NOT_YET: "chưa có hiệu lực",
}
LEAD_LENGTH = 240
DESCRIPTION_LENGTH = 160


class Cards:
    """Makes cards and links for one snapshot; each card is made once."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._cards: dict[tuple[str, bool], Card] = {}
        self._plan_addresses: dict[tuple[str, int | None], str] = {
            (number_key(plan.ref.number), plan.ref.year): plan.address for plan in newsroom.plans
        }
        self._faulty = (
            {p.path for p in newsroom.problems if p.severity is not Severity.NOTE}
            if newsroom.is_preview
            else set()
        )

    def card(self, article: Article, *, by_event: bool = False) -> Card:
        """The article as a card, dated by publication or, in archives and plans, by the event."""
        key = (article.path, by_event)
        if key not in self._cards:
            self._cards[key] = self._make(article, by_event)
        return self._cards[key]

    def cards(self, articles: Iterable[Article], *, by_event: bool = False) -> tuple[Card, ...]:
        """Several articles as cards."""
        return tuple(self.card(article, by_event=by_event) for article in articles)

    def _make(self, article: Article, by_event: bool) -> Card:
        day = article.happened_on if by_event else as_day(article.listed_on)
        return Card(
            title=article.title,
            address=article.address,
            date=short_date(day),
            date_iso=day.isoformat(),
            year=day.year,
            unit=self.unit_link(article.unit) if article.unit else None,
            plans=tuple(self.plan_link(ref) for ref in article.plans),
            lead=shorten(article.lead, LEAD_LENGTH),
            picture=self.picture(article.path, article.meta.image),
            mark=self._mark(article),
        )

    def _mark(self, article: Article) -> str | None:
        if not self._newsroom.is_preview:
            return None
        if article.hold is Hold.DRAFT:
            return "Bản nháp"
        if article.hold is Hold.SCHEDULED and article.meta.publish_at:
            moment = as_moment(article.meta.publish_at)
            return f"Hẹn đăng lúc {moment:%H:%M} ngày {short_date(moment.date())}"
        return "Có điểm cần sửa" if article.path in self._faulty else None

    def unit_link(self, ref: UnitRef, note: str | None = None) -> Link:
        """A unit under the name the article's day gives it; plain text when unregistered."""
        return Link(ref.text, ref.unit.address if ref.unit else None, note)

    def plan_link(self, ref: DocumentRef) -> Link:
        """A plan as ``Kế hoạch 118/KH-VKSHP-TTr``, linked to its page."""
        address = ref.document.address if ref.document else None
        return Link(
            f"Kế hoạch {ref.number}",
            address or self._plan_addresses.get((number_key(ref.number), ref.year)),
        )

    def picture(self, path: str, picture: Picture | None) -> PictureView | None:
        """The picture of the page *path*, when its file can be shown."""
        if picture is None:
            return None
        resolved = resolve(path, picture.src)
        sources = picture_sources(self._newsroom, resolved) if resolved else None
        if sources is None:
            return None
        return PictureView(
            address=sources.address,
            alt=picture.alt or "",
            caption=picture.caption,
            credit=picture.credit,
            width=sources.width,
            height=sources.height,
            webp=sources.webp,
            plain=sources.plain,
        )


def document_attributes(document: Document) -> str:
    """``Luật · 10/11/2022 · có hiệu lực từ 01/7/2023``: what the register holds, and no more.

    That a document lapsed is said where somebody entered it; that it is in force needs no words.
    """
    meta = document.meta
    parts = [(document.type or "văn bản").capitalize()]
    if meta.date is not None:
        parts.append(shown_day(meta.date))
    if meta.effective_from:
        parts.append(f"có hiệu lực từ {short_date(meta.effective_from)}")
    if meta.status and meta.status is not DocumentStatus.IN_FORCE:
        parts.append(STATUS_LABELS[meta.status])
    return " · ".join(parts)


def shown_day(when: date | int) -> str:
    """A document's day, or its year where only that is known."""
    return f"năm {when}" if isinstance(when, int) else short_date(when)


def shorten(text: str, length: int) -> str:
    """Cut *text* at a word end so that it has at most *length* characters."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–-") + "…"
