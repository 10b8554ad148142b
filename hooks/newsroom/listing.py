"""Long lists in pages counted from the oldest, so that a full page never changes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PAGE_SIZE = 20
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pages(Generic[Item]):
    """``landing`` holds the newest items; ``full[k - 1]`` is page *k*, newest first within it."""

    landing: tuple[Item, ...]
    full: tuple[tuple[Item, ...], ...]


def paginate(newest_first: Sequence[Item], size: int = PAGE_SIZE) -> Pages[Item]:
    """Split a list: page *k* holds items ``size(k−1)+1 … size·k`` counted from the oldest.

    The landing page shows the newest ``size`` to ``2·size − 1`` that no full page needs (all of
    them when there are fewer); no item stands twice.
    """
    full_count = max(len(newest_first) // size - 1, 0)
    oldest_first = tuple(reversed(newest_first))
    full = tuple(
        tuple(reversed(oldest_first[size * k : size * (k + 1)])) for k in range(full_count)
    )
    return Pages(tuple(newest_first[: len(newest_first) - size * full_count]), full)
