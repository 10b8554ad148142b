"""Look-ups of the snapshot: by unit, plan, document and archive, each in its order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsroom.activities import activities
from newsroom.archives import Archive
from newsroom.dates import as_moment
from newsroom.documents import DocumentRegister, reference_to
from newsroom.model import Article, DocumentRef, Role
from newsroom.newsroom import ArchiveIndex, CitedPlan, Participation
from newsroom.numbers import document_slug, number_key
from newsroom.text import sort_key


def newest_publication(article: Article) -> tuple[object, ...]:
    """Sort key: newest publication first, then titles in Vietnamese order."""
    return (-as_moment(article.listed_on).timestamp(), sort_key(article.title), article.address)


def newest_event(article: Article) -> tuple[object, ...]:
    """Sort key: newest event first, then titles in Vietnamese order."""
    return (-article.happened_on.toordinal(), sort_key(article.title), article.address)


def by_unit(articles: Iterable[Article]) -> dict[str, tuple[Article, ...]]:
    """Unit id → articles about it, in the order given."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.unit and article.unit.unit:
            found[article.unit.unit.id].append(article)
    return {unit_id: tuple(own) for unit_id, own in found.items()}


def taking_part(articles: Iterable[Article]) -> dict[str, tuple[Participation, ...]]:
    """Unit id → articles about another unit that name it in a role, in the order given."""
    found: dict[str, list[Participation]] = defaultdict(list)
    for article in articles:
        own = article.unit.unit.id if article.unit and article.unit.unit else None
        roles: dict[str, list[Role]] = defaultdict(list)
        for role, ref in article.roles:
            if ref.unit and ref.unit.id != own and role not in roles[ref.unit.id]:
                roles[ref.unit.id].append(role)
        for unit_id, unit_roles in roles.items():
            found[unit_id].append(Participation(article, tuple(unit_roles)))
    return {unit_id: tuple(parts) for unit_id, parts in found.items()}


def cited_plans(articles: Iterable[Article], documents: DocumentRegister) -> tuple[CitedPlan, ...]:
    """Registered plans, and those that are known only from what articles say of them."""
    members: dict[tuple[str, int | None], list[Article]] = defaultdict(list)
    refs: dict[tuple[str, int | None], DocumentRef] = {}
    by_path: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        entered = (r for r in (*article.plans, *article.documents) if not r.is_in_text)
        for path in {r.document.path for r in entered if r.document}:
            by_path[path].append(article)
        for ref in article.plans:
            if ref.document is None:
                key = (number_key(ref.number), ref.year)
                refs.setdefault(key, ref)
                members[key].append(article)
    plans = [
        CitedPlan(reference_to(d), d.address, tuple(sorted(by_path[d.path], key=newest_event)))
        for d in documents.plans
    ]
    taken = {plan.address for plan in plans}
    for key in sorted(refs, key=lambda k: (k[0], k[1] or 0)):
        ref = refs[key]
        slug = document_slug(ref.number, ref.year)
        address, number = f"ke-hoach/{slug}/", 2
        while address in taken:
            address, number = f"ke-hoach/{slug}-{number}/", number + 1
        taken.add(address)
        plans.append(CitedPlan(ref, address, tuple(sorted(members[key], key=newest_event))))
    return tuple(plans)


def by_document(articles: Iterable[Article]) -> dict[str, tuple[Article, ...]]:
    """Document path → articles that cite it, newest event first."""
    found: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for ref in (*article.plans, *article.documents):
            if ref.document:
                found[ref.document.path][article.path] = article
    return {path: tuple(sorted(c.values(), key=newest_event)) for path, c in found.items()}


def archive_index(archive: Archive, articles: Iterable[Article]) -> ArchiveIndex:
    """The members of one archive."""
    members = tuple(
        sorted((a for a in articles if archive.id in a.classification), key=newest_event)
    )
    unclassified = tuple(a for a in members if archive.axes and not a.classification[archive.id])
    return ArchiveIndex(archive, members, unclassified, activities(members))
