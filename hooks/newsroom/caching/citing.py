"""What articles cite, kept from one build to the next: few articles change, the register seldom.

It depends on an article's file, which names its day, on the files of all registered documents, and
on the code: the keys under which readings are kept (``reads``) say all of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from newsroom.caching.fingerprint import digest
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.reads import KeptReads
from newsroom.citing import Dated, Found, Look, look_at_all
from newsroom.folder import Progress


@dataclass(frozen=True, slots=True)
class Known:
    """An article's key, and what it cites, if anything."""

    key: bytes
    found: Found | None


class KeptCitations:
    """A way to look through articles (see ``citing.Citing``) of which most are as they were.

    All articles stand in one value of the store: to read it takes a fraction of looking anew.
    """

    def __init__(self, reads: KeptReads) -> None:
        self._reads = reads

    def __call__(
        self,
        look: Look,
        articles: Sequence[Dated],
        register: Sequence[str],
        progress: Progress | None,
    ) -> Iterator[Found]:
        """What each of *articles* cites, in any order."""
        keys, store = self._reads.keys, self._reads.store
        base = self._base(register)
        known = _unpacked(store.get(base)) if base else {}
        held: dict[str, Known] = {}
        missing: list[Dated] = []
        for article in articles:
            path = article[0].entry.path
            was = known.get(path)
            if was and was.key == keys.get(path):
                held[path] = was
            else:
                missing.append(article)
        yield from (was.found for was in held.values() if was.found)
        made: dict[str, Found] = {}
        for found in look_at_all(look, missing, register, progress):
            made[found[0]] = found
            yield found
        for one, _ in missing:
            path = one.entry.path
            if key := keys.get(path):
                held[path] = Known(key, made.get(path))
        if base and (missing or len(held) != len(known)):
            with suppress(NotPlainError):
                store.put({base: to_bytes(held)})

    def _base(self, register: Sequence[str]) -> bytes:
        """Of the files of all registered documents; empty where one of them is not known."""
        keys = [self._reads.keys.get(path, b"") for path in register]
        return digest("viện dẫn", *keys) if all(keys) else b""


def _unpacked(data: bytes | None) -> dict[str, Known]:
    if data is not None:
        with suppress(NotPlainError):
            held = from_bytes(data)
            if isinstance(held, dict) and all(isinstance(one, Known) for one in held.values()):
                return held
    return {}
