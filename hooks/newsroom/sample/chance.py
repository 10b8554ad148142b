"""Chance that repeats: a generator of random numbers for each named thing.

Each article, plan and picture draws from a generator of its own, seeded with its name. So article
12 reads the same whether it is one of 1,000 or of 3,000, and nothing depends on ``hash()``.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random


def chance(seed: int, what: str, index: int) -> Random:
    """Return the generator of random numbers of thing *index* of kind *what*."""
    return Random(f"{seed}:{what}:{index}")  # text seeds go through SHA-512, the same everywhere


def day_between(first: date, last: date, rng: Random) -> date:
    """Return a day from *first* to *last*, both included; *first* when they are out of order."""
    return first + timedelta(days=rng.randrange(max((last - first).days, 0) + 1))
