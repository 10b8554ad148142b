"""The page of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from urllib.parse import quote

from newsroom.archives import Archive
from newsroom.dates import as_day, as_moment, short_date
from newsroom.link_checks import resolve
from newsroom.markdown_scan import BodyScan
from newsroom.model import Article, DocumentRef, Hold, Role, Signature, Unit
from newsroom.pages.cards import DESCRIPTION_LENGTH, document_attributes, shorten
from newsroom.pages.context import HOME, NEWS, PageContext
from newsroom.pages.site_page import SitePage
from newsroom.schema import Attachment
from newsroom.tags import tag_slug
from newsroom.units import first_day_after
from newsroom.views import ArticleView, ClassifiedIn, DateView, Fact, Link, Notice, PersonView

_LONG_TEXT = 4_000
"""Characters from which on a table of contents helps: about 900 Vietnamese words, three screens."""
_HEADINGS_WORTH_LISTING = 3


def article_pages(
    context: PageContext, articles: Iterable[Article] | None = None
) -> Iterator[SitePage]:
    """A page for each listed article, or for some *articles*."""
    for article in context.newsroom.articles if articles is None else articles:
        view = partial(_view, article, context)
        yield SitePage(article.address, article.path, view, article.changed_on.isoformat())


def _view(article: Article, context: PageContext) -> ArticleView:
    year = as_day(article.listed_on).year
    closing_lines, closing_links = _closed_units(article, context)
    retold = article.meta.retold_from
    neighbours = context.related.neighbours(article)
    return ArticleView(
        title=article.title,
        description=shorten(article.lead, DESCRIPTION_LENGTH),
        crumbs=(HOME, NEWS, Link(str(year), f"tin/{year}/"), Link(article.title)),
        section="tin/",
        notices=(*_hold_notices(article), *context.problem_notices(article.path)),
        kicker=tuple(_kicker(article, context)),
        dates=tuple(_dates(article)),
        byline=() if retold else tuple(_person(one, context) for one in article.byline),
        retelling=_retelling(article) if retold else None,
        original_title=retold.title if retold else None,
        original_author=retold.author if retold else None,
        lead=article.meta.summary,
        picture=context.cards.picture(article.path, article.meta.image),
        roles=tuple(_role_facts(article, context)),
        documents=tuple(_document_link(ref, context) for ref in _cited(article)),
        archives=tuple(_classified(article, context)),
        tags=tuple(Link(tag, f"chu-de/{tag_slug(tag)}/") for tag in _tags(article)),
        attachments=tuple(attachment_links(article.path, article.meta.attachments, context)),
        closing_lines=closing_lines,
        closing_links=closing_links,
        contents=table_of_contents(article.scan, len(article.source.body)),
        neighbours=neighbours,
        related=context.related.groups(article, neighbours),
        published_iso=_iso(article.published),
        modified_iso=_iso(article.meta.updated),
    )


def table_of_contents(scan: BodyScan, length: int) -> tuple[Link, ...]:
    """The main headings of a long text; empty for a short one."""
    top = min((heading.level for heading in scan.headings), default=0)
    main = [h for h in scan.headings if max(h.level, 2) == max(top, 2)]
    if length < _LONG_TEXT or len(main) < _HEADINGS_WORTH_LISTING:
        return ()
    return tuple(Link(heading.text, f"#{heading.anchor}") for heading in main)


def _iso(when: date | datetime | None) -> str | None:
    if when is None:
        return None
    return (as_moment(when) if isinstance(when, datetime) else when).isoformat()


def _dates(article: Article) -> Iterator[DateView]:
    """The day of the event, of publication and of the last change, as far as they were entered."""
    if event := article.meta.event_date:
        yield DateView(f"Diễn ra ngày {short_date(event)}", _iso(event))
    if published := article.published:
        yield DateView(f"Đăng {_moment(published)}", _iso(published))
    else:
        yield DateView("Chưa rõ ngày đăng")
    if updated := article.meta.updated:
        yield DateView(f"Cập nhật {_moment(updated)}", _iso(updated))


def _moment(when: date | datetime) -> str:
    if isinstance(when, datetime):
        moment = as_moment(when)
        return f"lúc {moment:%H:%M} ngày {short_date(moment.date())}"
    return f"ngày {short_date(when)}"


def _hold_notices(article: Article) -> Iterator[Notice]:
    if article.hold is Hold.DRAFT:
        yield Notice("draft", "Bản nháp – chưa duyệt", ("Bài này chưa được đăng.",))
    elif article.hold is Hold.SCHEDULED and article.meta.publish_at:
        when = _moment(as_moment(article.meta.publish_at))
        yield Notice("scheduled", "Hẹn giờ đăng", (f"Bài sẽ được đăng {when}.",))


def _kicker(article: Article, context: PageContext) -> Iterator[Link]:
    if article.unit:
        yield context.cards.unit_link(article.unit)
    for ref in article.plans:
        yield context.cards.plan_link(ref)


def _person(person: Signature, context: PageContext) -> PersonView:
    unit = context.cards.unit_link(person.unit) if person.unit else None
    return PersonView(person.name, person.role, unit)


def _retelling(article: Article) -> str:
    """``Lược thuật từ bài của Phạm Thị Chinh, Chuyên viên Phòng 2``."""
    if not article.byline or not (article.meta.retold_from and article.meta.retold_from.author):
        return "Lược thuật"
    person = article.byline[-1]
    office = " ".join(part for part in (person.role, person.unit and person.unit.text) if part)
    return f"Lược thuật từ bài của {person.name}" + (f", {office}" if office else "")


def _role_facts(article: Article, context: PageContext) -> Iterator[Fact]:
    by_role: dict[Role, list[Link]] = defaultdict(list)
    for role, ref in article.roles:
        by_role[role].append(context.cards.unit_link(ref))
    own = article.unit and context.cards.unit_link(article.unit)
    if own and own not in by_role[Role.INSPECTED]:
        yield Fact("Tin, bài về", (own,))
    for role in Role:
        if by_role[role]:
            yield Fact(role.label, tuple(by_role[role]))


def _cited(article: Article) -> tuple[DocumentRef, ...]:
    return tuple(
        {(ref.number, ref.year): ref for ref in (*article.plans, *article.documents)}.values()
    )


def _document_link(ref: DocumentRef, context: PageContext) -> Link:
    document = ref.document
    if document is None:
        day = short_date(ref.date) if ref.date else None
        address = context.cards.plan_link(ref).address
        return Link(ref.number, address, day)
    return Link(ref.number, document.address, document_attributes(document))


def _classified(article: Article, context: PageContext) -> Iterator[ClassifiedIn]:
    for index in context.newsroom.archives:
        archive = index.archive
        if values := article.classification.get(archive.id):
            facts = tuple(_axis_facts(archive, values))
            yield ClassifiedIn(Link(archive.short_title, archive.address), facts)


def _axis_facts(archive: Archive, values: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
    for axis in archive.axes:
        known = (axis.value(value_id) for value_id in values.get(axis.key, ()))
        links = tuple(Link(v.label, archive.value_address(axis, v)) for v in known if v)
        if links:
            yield Fact(axis.label, links)


def _tags(article: Article) -> tuple[str, ...]:
    return tuple({tag_slug(tag): tag for tag in reversed(article.meta.tags)}.values())[::-1]


def attachment_links(
    path: str, attachments: tuple[Attachment, ...], context: PageContext
) -> Iterator[Link]:
    """Links to the attachments that exist, with type and size."""
    for attachment in attachments:
        resolved = resolve(path, attachment.file)
        if resolved and resolved in context.newsroom.assets:
            size = (context.newsroom.root / resolved).stat().st_size
            suffix = resolved.rpartition(".")[2].upper()
            yield Link(attachment.title, quote(resolved), f"{suffix}, {_size(size)}")


def _size(size: int) -> str:
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def _closed_units(
    article: Article, context: PageContext
) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    """Which of the units an article names have closed since, and who took over."""
    newsroom = context.newsroom
    named = [ref for ref in (article.unit, *(ref for _, ref in article.roles)) if ref]
    closed: dict[date, dict[str, tuple[str, Unit]]] = defaultdict(dict)
    for ref in named:
        ended = first_day_after(ref.unit) if ref.unit else None
        if ref.unit and ended and ended <= newsroom.now.date():
            closed[ended][ref.unit.id] = (ref.text, ref.unit)
    if not closed:
        return (), ()
    lines = [f"Tên đơn vị, chức danh theo thời điểm {short_date(article.happened_on)}."]
    links: dict[str, Link] = {}
    for ended in sorted(closed):
        names = [name for name, _ in closed[ended].values()]
        lines.append(f"{_and(names)} kết thúc hoạt động từ ngày {short_date(ended)}.")
        for _, unit in closed[ended].values():
            for successor in newsroom.units.successors(unit):
                links[successor.id] = Link(successor.meta.title, successor.address)
    return tuple(lines), tuple(links.values())


def _and(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + " và " + names[-1]
