"""Numbers in words: what is counted stands beside each of them."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.activities import activities
from newsroom.model import Article


def told_of(articles: Sequence[Article]) -> str:
    """``12 tin, bài về 10 hoạt động``; empty without any, since no page says who has no news."""
    if not articles:
        return ""
    return f"{_number(len(articles))} tin, bài về {_number(len(activities(articles)))} hoạt động"


def _number(value: int) -> str:
    """As Vietnamese prose writes it: 9.999."""
    return f"{value:,}".replace(",", ".")
