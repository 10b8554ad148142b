"""The form for writing, put into the preview; a build never asks for it."""

from __future__ import annotations

from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from engine.picture_files import cache_folder
from newsroom.newsroom import Newsroom
from newsroom.writing_form import PreviewForm, preview_form
from newsroom.writing_form.vendored import INSTALLED


def open_form(newsroom: Newsroom, config: MkDocsConfig) -> PreviewForm:
    """The form for *newsroom*, at the address where the preview serves the site."""
    path = urlsplit(config.site_url or "").path.strip("/")
    return preview_form(
        newsroom, cache_folder(config) / INSTALLED / "node_modules", f"/{path}/" if path else "/"
    )
