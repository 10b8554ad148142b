"""Front matter of a sample article, in the variety of forms that writers use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from newsroom.dates import TIME_ZONE
from newsroom.sample import sentences
from newsroom.sample.documents import SampleDocument
from newsroom.sample.pictures import ALT, CREDIT, PICTURE_COUNT, picture_path
from newsroom.sample.register import AGENCY, COMMITTEE, working_on
from newsroom.sample.stories import Story
from newsroom.sample.topics import ARCHIVE_TAG
from newsroom.sample.words import fill, sentence
from newsroom.schema import ArticleMeta, Byline, Classification, Picture, UnitRoles
from newsroom.text import slugify

_FAR_FUTURE = datetime(2199, 1, 1, 8, 0, tzinfo=TIME_ZONE)
"""As late as dates may be: they end with the year 2200."""
_BYLINE_ROLES = ("Chuyên viên", "Kiểm sát viên", "Kiểm tra viên", "Phó Trưởng phòng")
_FIRST_OLD_ID = 10_000


def article_meta(
    story: Story, cited: Sequence[SampleDocument], facts: Mapping[str, str], rng: Random
) -> ArticleMeta:
    """Return the front matter of *story*; *facts* fill the sentences of its summary."""
    told = story.occasion
    has_block = told.about_democracy and (told.is_shared or rng.random() < 0.92)
    values: dict[str, Any] = {
        "title": story.title,
        "date": _publication(story, rng),
        "author": _authors(story, rng),
        "unit": told.unit.written_on(story.day, rng),
        "plan": [told.plan.cited(rng)] if told.plan else [],
        "tags": _tags(story, rng),
        "event_date": told.day if story.names_event_day else None,
        "units": _roles(story, rng),
        "activity": f"hoat-dong-mau-{told.index + 1}" if told.is_shared else None,
        "documents": [document.cited(rng) for document in cited],
        "democracy": _classification(story, rng) if has_block else None,
        "summary": _summary(facts, rng),
        "image": _picture(story, rng),
        "aliases": _old_addresses(story, rng),
        "updated": _updated(story, rng),
        "draft": story.is_draft,
        "publish_at": _FAR_FUTURE if story.is_scheduled else None,
    }
    return ArticleMeta.model_validate(values)


def _publication(story: Story, rng: Random) -> date | datetime | str:
    if not story.names_published:
        return "unknown"
    if rng.random() < 0.1:
        at = time(rng.randrange(7, 18), rng.choice((0, 15, 30, 45)))
        return datetime.combine(story.published, at, TIME_ZONE)
    return story.published


def _authors(story: Story, rng: Random) -> list[Byline]:
    numbers = rng.sample(range(1, 61), 2 if rng.random() < 0.1 else 1)
    if rng.random() < 0.3:
        unit = story.occasion.unit.name_on(story.day)
        return [
            Byline(name=f"Người viết mẫu {number}", role=rng.choice(_BYLINE_ROLES), unit=unit)
            for number in numbers
        ]
    return [Byline(name=f"Người viết mẫu {number}") for number in numbers]


def _tags(story: Story, rng: Random) -> list[str]:
    own = story.occasion.topic.tags
    tags = list(own[: rng.randrange(1, len(own) + 1)])
    return [ARCHIVE_TAG, *tags] if story.occasion.about_democracy else tags


def _roles(story: Story, rng: Random) -> UnitRoles:
    """Others that take part, each in one role, as they are called on that day."""
    told = story.occasion
    others = [u for u in working_on(story.day) if u.id not in {told.unit.id, AGENCY}]
    committee = next((unit for unit in others if unit.id == COMMITTEE), None)
    rng.shuffle(others)
    roles: dict[str, list[str]] = {}
    if told.topic.is_inspection:
        if committee and told.about_democracy:
            others.remove(committee)
            roles["led_by"] = [committee.written_on(story.day, rng)]
        elif rng.random() < 0.5:
            roles["led_by"] = [others.pop().written_on(story.day, rng)]
        if rng.random() < 0.15:
            roles["inspected"] = [others.pop().written_on(story.day, rng)]
    if rng.random() < 0.15:
        roles["partner"] = [others.pop().written_on(story.day, rng)]
    if rng.random() < 0.2:
        roles["mentioned"] = [
            others.pop().written_on(story.day, rng) for _ in range(rng.choice((1, 1, 2)))
        ]
    return UnitRoles.model_validate(roles)


def _classification(story: Story, rng: Random) -> Classification:
    topic = story.occasion.topic
    contents = list(topic.contents[: 2 if rng.random() < 0.25 else 1])
    forms = [topic.form]
    if topic.form != "tuyen-truyen-quan-triet" and rng.random() < 0.12:
        forms.append("tuyen-truyen-quan-triet")
    reported = rng.random() < 0.3
    return Classification(
        content=contents,
        form=forms,
        lead=fill("{nguoi}", rng, {}) if reported else None,
        result=fill("{chu_the} đã {dong_tu} {noi_dung}", rng, {}) if reported else None,
        limits=fill("{han_che}", rng, {}) if reported and rng.random() < 0.5 else None,
    )


def _summary(facts: Mapping[str, str], rng: Random) -> str | None:
    if rng.random() < 0.5:
        return None
    return sentence(rng.choice(sentences.SUMMARIES), rng, facts)


def _picture(story: Story, rng: Random) -> Picture | None:
    if rng.random() >= 0.3:
        return None
    number = rng.randrange(1, PICTURE_COUNT + 1)
    return Picture(
        src=f"../{picture_path(number)}",
        alt=ALT.format(number=number),
        caption=f"Ảnh mẫu minh họa bài số {story.number}",
        credit=CREDIT,
    )


def _old_addresses(story: Story, rng: Random) -> list[str]:
    """Addresses of the old portal's kind, for one article in five."""
    if rng.random() >= 0.2:
        return []
    return [f"/vksnd-tp/{slugify(story.title)}-{_FIRST_OLD_ID + story.number}"]


def _updated(story: Story, rng: Random) -> date | None:
    if not story.names_published or rng.random() >= 0.03:
        return None
    return story.published + timedelta(days=rng.randrange(1, 10))
