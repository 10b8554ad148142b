"""Tags (chủ đề): one page a slug, shown in the spelling most articles use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.model import Article
from newsroom.text import fold, slugify, sort_key


@dataclass(frozen=True, slots=True)
class Tag:
    """``label`` is the spelling shown; ``slug`` its part of the address."""

    slug: str
    label: str

    @property
    def address(self) -> str:
        """``chu-de/<slug>/``."""
        return f"chu-de/{self.slug}/"


def tag_slug(label: str) -> str:
    """The part of a tag's address; spellings with one slug are one tag (kĩ and kỹ are two)."""
    return slugify(label) or slugify(fold(label)) or "khac"


def collect_tags(articles: Iterable[Article]) -> tuple[tuple[Tag, tuple[Article, ...]], ...]:
    """Every tag with its articles (in the order given), in Vietnamese alphabetical order."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for slug, label in {tag_slug(label): label for label in article.meta.tags}.items():
            spellings[slug][label] += 1
            members[slug].append(article)
    tags = []
    for slug, counts in spellings.items():
        label = min(counts, key=lambda text: (-counts[text], text))
        tags.append((Tag(slug, label), tuple(members[slug])))
    return tuple(sorted(tags, key=lambda pair: sort_key(pair[0].label)))
