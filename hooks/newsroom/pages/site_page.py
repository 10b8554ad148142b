"""One page of the site, its view made only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newsroom.views import View


@dataclass(frozen=True, slots=True)
class SitePage:
    """``path`` is the Markdown file whose body the page shows; None for a generated page."""

    address: str
    path: str | None
    make_view: Callable[[], View] = field(repr=False)
    lastmod: str = ""
    """ISO day of the last change a reader should know of, for the sitemap; empty when unknown."""
