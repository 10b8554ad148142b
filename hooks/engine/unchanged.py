"""A build that finds nothing changed repeats what it said the last time, and leaves the site be."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from engine.walk import walk_only
from newsroom.caching.fingerprint import code_fingerprint, described, digest, files_fingerprint
from newsroom.caching.whole_site import Messages, SiteRecord, files_below, folder_digest
from newsroom.newsroom import Newsroom

_LOGGER = "mkdocs"
_PASSING = ("mkdocs.commands",)
"""What MkDocs itself says of its work is said again anyway."""


class Said(logging.Handler):
    """Keeps what a build says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._messages: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if not record.name.startswith(_PASSING):
            self._messages.append((record.name, record.levelno, record.getMessage()))

    def start(self) -> None:
        """Begin to listen, afresh."""
        self._messages = []
        logging.getLogger(_LOGGER).addHandler(self)

    def stop(self) -> Messages:
        """End listening; what was said."""
        logging.getLogger(_LOGGER).removeHandler(self)
        return tuple(self._messages)


def inputs_digest(config: MkDocsConfig) -> bytes:
    """A digest of all that a build reads, but for the moment."""
    extra = {key: value for key, value in config.extra.items() if key != "now"}
    known: list[Any] = [
        config.site_url,
        config.docs_dir,
        extra,
        config.markdown_extensions,
        config.mdx_configs or {},
        config.theme["favicon"],
    ]
    return digest(
        code_fingerprint(),
        *map(described, known),
        files_fingerprint(Path(config.theme.dirs[0])),
        folder_digest(Path(config.docs_dir)),
    )


def record_of(newsroom: Newsroom, inputs: bytes, site: Path, messages: Messages) -> SiteRecord:
    """What the next build should know of this one."""
    times = [a.meta.publish_at for a in newsroom.held if isinstance(a.meta.publish_at, datetime)]
    later = [time for time in times if time > newsroom.now]
    return SiteRecord(inputs, newsroom.now, min(later, default=None), files_below(site), messages)


def repeat(messages: Messages) -> None:
    """Say it all again, so that ``--strict`` counts it again."""
    for name, level, text in messages:
        logging.getLogger(name).log(level, "%s", text)


def leave_idle(config: MkDocsConfig) -> None:
    """Give MkDocs nothing to do."""
    empty = jinja2.Environment(loader=jinja2.DictLoader({}), autoescape=True)
    config.theme.get_env = lambda: empty  # type: ignore[method-assign]
    config.theme.static_templates.clear()
    walk_only(())
