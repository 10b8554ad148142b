"""What is searched: articles, units, plans and documents of the snapshot, each as one entry.

Never lists, drafts, scheduled articles or pages of other kinds; of a document that is not public
neither abstract nor attachments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newsroom.archives import Archive
from newsroom.dates import as_day, as_moment, short_date
from newsroom.link_checks import resolve
from newsroom.model import Article, Document, DocumentRef, Signature, Unit
from newsroom.newsroom import CitedPlan, Newsroom
from newsroom.numbers import number_key
from newsroom.schema import RelationKind
from newsroom.search.archive_facets import archive_facets
from newsroom.search.day_terms import day_terms, year_term
from newsroom.search.entry import ARTICLE, DOCUMENT, PLAN, UNIT, SearchEntry
from newsroom.text import sort_key
from newsroom.units import first_day_after


def search_entries(newsroom: Newsroom) -> tuple[SearchEntry, ...]:
    """All entries, the newest first, those without a day last."""
    return (
        *(entry for _, entry in sorted(_dated(newsroom), key=lambda pair: pair[0])),
        *(_unit(unit, newsroom) for unit in newsroom.units),
    )


def _dated(newsroom: Newsroom) -> Iterator[tuple[tuple[object, ...], SearchEntry]]:
    plan_addresses = {
        article.path: tuple(plan.address for plan in plans)
        for article, plans in _plans_of_articles(newsroom)
    }
    for article in newsroom.articles:
        if article.hold is None:
            when = as_moment(article.listed_on).timestamp()
            entry = _article(article, plan_addresses.get(article.path, ()), newsroom)
            yield (-when, sort_key(article.title), article.address), entry
    for entry in (
        *(_plan(plan, newsroom) for plan in newsroom.plans),
        *(_document(d, newsroom) for d in newsroom.documents if not d.is_plan),
    ):
        day = date.fromisoformat(entry.day) if entry.day else date(entry.year or 1, 1, 1)
        when = as_moment(day).timestamp() if day.year > 1 else float("-inf")
        yield (-when, sort_key(entry.title), entry.address), entry


def _plans_of_articles(newsroom: Newsroom) -> Iterable[tuple[Article, list[CitedPlan]]]:
    found: dict[str, tuple[Article, list[CitedPlan]]] = {}
    for plan in newsroom.plans:
        for article in plan.articles:
            found.setdefault(article.path, (article, []))[1].append(plan)
    return found.values()


def _article(article: Article, plans: tuple[str, ...], newsroom: Newsroom) -> SearchEntry:
    meta, day = article.meta, as_day(article.listed_on)
    unit = article.unit
    image = meta.image
    return SearchEntry(
        kind=ARTICLE,
        address=article.address,
        title=article.title,
        body=article.source.body,
        summary=meta.summary or "",
        facts=tuple(_article_facts(article, newsroom)),
        captions=tuple(text for text in (image and image.caption, image and image.credit) if text),
        day=day.isoformat(),
        shown_day=short_date(day),
        year=day.year,
        own_days=_terms(article.happened_on, article.published and as_day(article.published)),
        cited_days=_terms(*(_issued(ref) for ref in _cited(article))),
        unit=unit.text if unit else "",
        unit_id=unit.unit.id if unit and unit.unit else "",
        plans=plans,
        contents=tuple(_contents(article, [index.archive for index in newsroom.archives])),
    )


def _article_facts(article: Article, newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    if article.unit:
        yield "Đơn vị", article.unit.text
    if event := article.meta.event_date:
        yield "Diễn ra", f"ngày {short_date(event)}"
    for role, ref in article.roles:
        yield role.label, ref.text
    for cited in _cited(article):
        day = f" ngày {short_date(cited.date)}" if cited.date else ""
        yield "Văn bản", cited.number + day
    for person in article.byline:
        yield "Tác giả", _person(person)
    if retold := article.meta.retold_from:
        yield "Đầu đề gốc", retold.title
        if retold.author and retold.author not in {person.name for person in article.byline}:
            yield "Tác giả", retold.author
    for tag in article.meta.tags:
        yield "Chủ đề", tag
    yield from _archive_facts(article, newsroom)
    yield from _attachments(article, newsroom)


def _attachments(page: Article | Document, newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    """Titles of the files that are offered; not of those that are missing, or refused."""
    for attachment in page.meta.attachments:
        if resolve(page.path, attachment.file) in newsroom.assets:
            yield "Tệp đính kèm", attachment.title


def _archive_facts(article: Article, newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    for index in newsroom.archives:
        values = article.classification.get(index.archive.id, {})
        for axis in index.archive.axes:
            for value_id in values.get(axis.key, ()):
                if value := axis.value(value_id):
                    yield axis.label, value.label


def _person(person: Signature) -> str:
    parts = (person.name, person.role, person.unit and person.unit.text)
    return ", ".join(part for part in parts if part)


def _cited(article: Article) -> tuple[DocumentRef, ...]:
    refs = (*article.plans, *article.documents)
    return tuple({(number_key(ref.number), ref.year): ref for ref in refs}.values())


def _contents(article: Article, archives: Iterable[Archive]) -> Iterator[tuple[str, str]]:
    for facet in archive_facets(archives):
        values = article.classification.get(facet.archive.id, {})
        yield from ((facet.name, value) for value in values.get(facet.axis.key, ()))


def _issued(ref: DocumentRef) -> date | int | None:
    known = ref.document.meta.date if ref.document else None
    return known or ref.date or ref.year


def _terms(*days: date | int | None) -> tuple[str, ...]:
    terms: dict[str, None] = {}
    for day in days:
        if isinstance(day, date):
            terms |= dict.fromkeys(day_terms(day))
        elif day is not None:
            terms[year_term(day)] = None
    return tuple(terms)


def _unit(unit: Unit, newsroom: Newsroom) -> SearchEntry:
    meta = unit.meta
    parent = newsroom.units.get(meta.parent) if meta.parent else None
    ended = first_day_after(unit)
    facts = [("Thuộc", parent.meta.title)] if parent else []
    before = newsroom.units.predecessors.get(unit.id, ())
    facts += [("Tiền thân", predecessor.meta.title) for predecessor in before]
    if ended and ended <= newsroom.now.date():
        facts.append(("Kết thúc hoạt động", f"từ ngày {short_date(ended)}"))
    return SearchEntry(
        kind=UNIT,
        address=unit.address,
        title=meta.title,
        body=unit.source.body,
        names=unit_names(unit),
        summary=meta.function or "",
        facts=tuple(facts),
    )


def unit_names(unit: Unit) -> tuple[str, ...]:
    """Every name of a unit but its title, whenever it was borne."""
    meta = unit.meta
    borne = [text for name in meta.names for text in (name.name, name.full_name)]
    names = dict.fromkeys(text for text in (meta.full_name, *borne, *meta.aliases) if text)
    names.pop(meta.title, None)
    return tuple(names)


def _plan(plan: CitedPlan, newsroom: Newsroom) -> SearchEntry:
    if plan.document:
        return _document(plan.document, newsroom)
    when = plan.ref.date or plan.ref.year
    return SearchEntry(
        kind=PLAN,
        address=plan.address,
        title=f"Kế hoạch {plan.ref.number}",
        body="",
        names=(plan.ref.number,),
        day=plan.ref.date.isoformat() if plan.ref.date else "",
        shown_day=_shown(when),
        year=plan.ref.year,
        own_days=_terms(when),
    )


def _document(document: Document, newsroom: Newsroom) -> SearchEntry:
    meta = document.meta
    issued = _shown(meta.date or document.year)
    facts = [("Số, ký hiệu", document.number), ("Loại văn bản", document.type or "")]
    facts += [("Ngày ban hành", issued), ("Cơ quan ban hành", meta.issuer or "")]
    facts += [(label, f"ngày {short_date(day)}") for label, day in _periods(document)]
    facts += [("Văn bản liên quan", number) for number in _related(document, newsroom)]
    if meta.public:
        facts += _attachments(document, newsroom)
    return SearchEntry(
        kind=PLAN if document.is_plan else DOCUMENT,
        address=document.address,
        title=meta.title,
        body=document.source.body,
        names=(document.number, *meta.aliases),
        summary=(meta.abstract or "") if meta.public else "",
        facts=tuple((label, text) for label, text in facts if text),
        day=meta.date.isoformat() if isinstance(meta.date, date) else "",
        shown_day=issued,
        year=document.year,
        own_days=_terms(meta.date or document.year),
    )


def _periods(document: Document) -> Iterator[tuple[str, date]]:
    meta, plan = document.meta, document.plan
    days = [("Có hiệu lực từ", meta.effective_from), ("Hết hiệu lực", meta.effective_to)]
    if plan:
        days += [("Thực hiện từ", plan.starts), ("Thực hiện đến", plan.ends)]
    yield from ((label, day) for label, day in days if day)


def _related(document: Document, newsroom: Newsroom) -> Iterator[str]:
    """Numbers of the documents it stands in a relation to, whichever of the two says so."""
    register = newsroom.documents
    outward = [register.find(relation.to) for relation in document.meta.relations]
    inward = [other for kind in RelationKind for other in register.related_from(document, kind)]
    yield from dict.fromkeys(other.number for other in (*outward, *inward) if other)


def _shown(when: date | int | None) -> str:
    if isinstance(when, date):
        return short_date(when)
    return f"năm {when}" if when else ""
