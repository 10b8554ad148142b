"""Sample articles: what happened, retold by an invented writer, filed as real articles are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import dirname, relpath
from random import Random

from newsroom.dates import long_date, short_date
from newsroom.sample import sentences
from newsroom.sample.article_meta import article_meta
from newsroom.sample.bodies import body
from newsroom.sample.chance import chance
from newsroom.sample.documents import ISSUER, SampleDocument, document_count
from newsroom.sample.page import Page
from newsroom.sample.pictures import ALT, PICTURE_COUNT, picture_path
from newsroom.sample.register import working_on
from newsroom.sample.stories import Story, story
from newsroom.sample.words import sentence


def articles(
    count: int, seed: int, plans: Sequence[SampleDocument], known: Sequence[SampleDocument]
) -> Iterator[Page]:
    """Yield *count* articles that cite *plans* and the other *known* documents.

    An article draws on what comes before it only, so that the first thousand of 3,000 are the
    same as those of 1,000.
    """
    published: list[Story] = []
    for index in range(count):
        told = story(index, seed, plans)
        rng = chance(seed, "bai", index)
        cited = _cited(told, known[: document_count(index + 1)], rng)
        facts = _facts(told, rng)
        meta = article_meta(told, cited, facts, rng)
        inserted = [*_citations(told, cited, facts, rng), *_links(told, published, rng)]
        if rng.random() < 0.1:
            inserted.append(_inline_picture(rng))
        yield Page(told.path, meta, body(rng, facts, inserted))
        if not (told.is_draft or told.is_scheduled):
            published.append(told)


def _cited(
    told: Story, documents: Sequence[SampleDocument], rng: Random
) -> tuple[SampleDocument, ...]:
    """Documents an article cites beside its plan: none later than itself, mostly none."""
    possible = [document for document in documents if document.day <= told.day]
    if not possible or rng.random() < 0.6:
        return ()
    return tuple(rng.sample(possible, min(len(possible), rng.choice((1, 1, 2)))))


def _facts(told: Story, rng: Random) -> dict[str, str]:
    """What the sentences about *told* have in common, by slot."""
    day = long_date(told.day) if rng.random() < 0.3 else f"ngày {short_date(told.day)}"
    return {
        "ngay": day,
        "nam": str(told.day.year),
        "don_vi": told.occasion.unit.name_on(told.day),
        "viec": told.occasion.topic.activity,
        "co_quan": ISSUER,
    }


def _citations(
    told: Story, cited: Sequence[SampleDocument], facts: dict[str, str], rng: Random
) -> Iterator[str]:
    """Sentences that name the plan and the documents by number and date, for half of them."""
    plan = told.occasion.plan
    if plan and rng.random() < 0.6:
        yield sentence(rng.choice(sentences.CITING_PLAN), rng, facts | {"ke_hoach": plan.prose()})
    for document in cited:
        if rng.random() < 0.5:
            facts = facts | {"van_ban": document.prose()}
            yield sentence(rng.choice(sentences.CITING_DOCUMENT), rng, facts)


def _links(told: Story, published: Sequence[Story], rng: Random) -> Iterator[str]:
    """One to three sentences with a link to a unit, a plan or an earlier article."""
    for _ in range(rng.randrange(1, 4)):
        way = rng.random()
        if way < 0.5 and published:
            other = rng.choice(published)
            yield _linking(sentences.LINKING_ARTICLE, told, other.path, f"“{other.headline}”", rng)
        elif way < 0.6 and told.occasion.plan:
            plan = told.occasion.plan
            yield _linking(sentences.LINKING_PLAN, told, plan.path, plan.prose(), rng)
        else:
            unit = rng.choice(working_on(told.day))
            name = unit.name_on(told.day)
            yield _linking(sentences.LINKING_UNIT, told, f"don-vi/{unit.id}.md", name, rng)


def _linking(templates: Sequence[str], told: Story, target: str, text: str, rng: Random) -> str:
    address = relpath(target, dirname(told.path))
    return sentence(rng.choice(templates), rng, {"lien_ket": f"[{text}]({address})"})


def _inline_picture(rng: Random) -> str:
    number = rng.randrange(1, PICTURE_COUNT + 1)
    return f"![{ALT.format(number=number)}](../{picture_path(number)})"
