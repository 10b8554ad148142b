"""Rendered bodies, kept from one build to the next.

A body's HTML depends on its text, its place, the Markdown settings and the code: they are the key.
What it asked of the newsroom (``rendering.Lookups``) is kept beside it, and asked again.
"""

from __future__ import annotations

from newsroom.caching.fingerprint import code_fingerprint, digest
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.store import Store
from newsroom.rendering import Answers, BodyRenderer


class KeptBodies:
    """Renders bodies with *renderer*; *settings* say how that is set up."""

    def __init__(self, renderer: BodyRenderer, settings: str, store: Store | None) -> None:
        self._renderer = renderer
        self._base = digest(code_fingerprint(), "thân bài", settings)
        self.store = store
        self.made: dict[bytes, bytes] = {}
        """Rendered anew, to be put into a store."""

    def render(self, body: str, path: str, address: str) -> str:
        """As ``Renderer.render``; may raise whatever Markdown raises."""
        if self.store is None or not body.strip():
            return self._renderer.render(body, path, address)
        key = digest(self._base, path, address, body)
        kept = self.recall(body, path, address)
        if kept and self._renderer.lookups.still(kept[1]):
            return kept[0]
        html = self._renderer.render(body, path, address)
        self.made[key] = to_bytes((html, self._renderer.lookups.answers))
        return html

    def recall(self, body: str, path: str, address: str) -> tuple[str, Answers] | None:
        """The HTML of *body* as it was last made, and the answers it was made by."""
        data = self.store.get(digest(self._base, path, address, body)) if self.store else None
        if data is None:
            return None
        try:
            html, answers = from_bytes(data)
        except (NotPlainError, TypeError, ValueError):
            return None
        return html, answers
