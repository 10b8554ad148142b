"""A build that finds little or nothing changed repeats what the last one said.

It leaves the site be, but for the pages of articles whose words alone have changed.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from engine.output import Output
from engine.site_output import kept_bodies
from engine.walk import walk_only
from newsroom.archive_blocks import article_model
from newsroom.caching.fingerprint import code_fingerprint, described, digest, files_fingerprint
from newsroom.caching.reads import KeptReads
from newsroom.caching.slight_changes import NewPage, SlightChanges
from newsroom.caching.store import Store
from newsroom.caching.whole_site import (
    Inputs,
    Messages,
    SiteRecord,
    files_below,
    inputs_of,
    recall,
    remember,
)
from newsroom.clock import read_now
from newsroom.folder import read_entry
from newsroom.newsroom import Newsroom
from newsroom.rendering import BodyRenderer
from newsroom.settings import read_settings

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


def read_inputs(config: MkDocsConfig) -> Inputs:
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
    templates = files_fingerprint(Path(config.theme.dirs[0]))
    root = Path(config.docs_dir)
    return inputs_of(root, digest(code_fingerprint(), templates, *map(described, known)))


def record_of(newsroom: Newsroom, inputs: Inputs, site: Path, messages: Messages) -> SiteRecord:
    """What the next build should know of this one."""
    times = [a.meta.publish_at for a in newsroom.held if isinstance(a.meta.publish_at, datetime)]
    later = [time for time in times if time > newsroom.now]
    return SiteRecord(inputs, newsroom.now, min(later, default=None), files_below(site), messages)


@dataclass(frozen=True, slots=True)
class Rest:
    """The site as it lies there, and pages to put into it."""

    record: SiteRecord
    pages: tuple[NewPage, ...]
    place: int
    """Inode of the site's folder: another build may put another one there."""


def find_rest(config: MkDocsConfig, store: Store, inputs: Inputs) -> Rest | None:
    """What is to be done where no whole build is needed; None where one is."""
    site = Path(config.site_dir).absolute()
    now = read_now(config.extra.get("now"))
    record = recall(store, site)
    changed = record.changed_texts(inputs, now, site) if record else None
    if record is None or changed is None:
        return None
    if not changed:
        return Rest(record, (), site.stat().st_ino)
    settings = read_settings(config.extra.get("portal"))
    if settings.search.enabled:  # its index holds every word
        return None
    renewing = SlightChanges(
        root=Path(config.docs_dir),
        site=site,
        read=partial(read_entry, article_model(settings.all_archives)),
        reads=KeptReads(store, repr(settings)),
        make_renderer=partial(BodyRenderer, config.markdown_extensions, config.mdx_configs or {}),
        make_bodies=lambda renderer: kept_bodies(renderer, config, store),
    )
    pages = renewing.pages(changed, record.inputs, inputs)
    return None if pages is None else Rest(record, pages, site.stat().st_ino)


def place_pages(rest: Rest, output: Output, store: Store, inputs: Inputs) -> None:
    """Put the new pages into the site, each at once, and remember it as it is then."""
    for number, page in enumerate(rest.pages):
        fresh = output.draft / str(number)
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(page.content)
        if output.target.stat().st_ino == rest.place:
            fresh.replace(output.target / page.path)
    if rest.pages:
        files = files_below(output.target)
        remember(store, output.target, replace(rest.record, inputs=inputs, files=files))


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
