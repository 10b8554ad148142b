"""A file of the site that no template renders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """``path`` is relative to the site's root, with ``/``."""

    path: str
    content: bytes
