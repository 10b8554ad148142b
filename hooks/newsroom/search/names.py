"""Whole names: a query that is all of a title, a name or a number leads to its page first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newsroom.numbers import is_number
from newsroom.search.codec import id_list
from newsroom.search.entry import DOCUMENT, PLAN, SearchEntry
from newsroom.search.grams import TITLE
from newsroom.search.shards import Row, hash_of, mark_of
from newsroom.search.tokens import fold_token, spellings

_BETWEEN = re.compile(r"[\W_]+")


class WholeNames:
    """Entries by their names."""

    def __init__(self) -> None:
        self._found: dict[int, dict[int, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, place: int, entry: SearchEntry) -> None:
        """Note the names of the entry with the number *place*, which is higher than any before."""
        for name in (entry.title, *entry.names, *_glued(entry)):
            words = spellings(name)
            hashed = hash_of(" ".join(map(fold_token, words)))
            self._found[hashed][mark_of(" ".join(words))][place] = None

    def rows(self, total: int) -> Iterator[Row]:
        """The rows for the shards, by ascending hash."""
        for hashed in sorted(self._found):
            lists = b"".join(
                mark.to_bytes(2, "little") + bytes([TITLE]) + id_list(list(ids), total)
                for mark, ids in self._found[hashed].items()
            )
            yield Row(hashed, lists)


def _glued(entry: SearchEntry) -> Iterator[str]:
    """Numbers of documents as some type them: ``118KHVKSHPTTr``."""
    if entry.kind in {PLAN, DOCUMENT}:
        yield from (_BETWEEN.sub("", name) for name in entry.names if is_number(name))
