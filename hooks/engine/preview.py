"""The preview: a page is made when it is asked for, from the newsroom as it is now.

A save of one article shows its page at once; the whole newsroom is read behind it, once nothing has
been saved for a moment. Whatever fails, the server answers with what it had.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from engine.build import Build

log = get_plugin_logger("portal")
_QUIET = 1.5
"""Seconds without a save after which the whole newsroom is read."""
_MOST_AT_ONCE = 4
"""Articles that are renewed one by one."""


class Newsdesk(Protocol):
    """Where builds come from."""

    def read_anew(self) -> Build:
        """Read the docs folder again, under the configuration as it is."""

    def index_anew(self, build: Build) -> None:
        """Begin to make the index of the search."""


class Preview:
    """The newsroom that a preview server shows, and how it follows what is saved."""

    def __init__(self, build: Build, desk: Newsdesk, docs: Path) -> None:
        self.build = build
        self._desk = desk
        self._docs = docs
        self._changed: set[str] = set()
        self._noting = threading.Lock()
        self._reading = threading.Lock()
        """Held while the whole newsroom is read."""
        self._placing = threading.Lock()
        """Held while one build takes the place of another."""
        self._last_save = 0.0
        self._renewed: set[str] = set()
        """Articles renewed alone since the whole newsroom was last read."""

    def note(self, path: str) -> None:
        """A file at *path* was changed, made or removed."""
        with self._noting:
            self._changed.add(path)

    def follow(self, rebuild_all: Callable[[], Build]) -> None:
        """Show what has been saved. *rebuild_all* reads the configuration and templates too."""
        with self._noting:
            changed, self._changed = self._changed, set()
        self._last_save = time.monotonic()
        try:
            paths = self._inside(changed)
            if paths is None:
                with self._reading:
                    self.build = rebuild_all()
            elif not self._renew(paths):
                self._read_all()
        except (Exception, SystemExit) as error:
            log.error("Bản xem trước vẫn là bản trước: %s", error or type(error).__name__)

    def catch_up(self, server: LiveReloadServer, stopped: threading.Event) -> None:
        """Read the whole newsroom whenever articles were renewed alone; runs in a thread."""
        while not stopped.wait(_QUIET / 10):
            if not self._renewed or time.monotonic() - self._last_save <= _QUIET:
                continue
            try:
                self._read_all()
            except (Exception, SystemExit) as error:
                log.error("Bản xem trước vẫn là bản trước: %s", error or type(error).__name__)
                self._renewed.clear()
            reload_browsers(server)

    def _read_all(self) -> None:
        with self._reading:
            with self._placing:
                self._renewed.clear()
            fresh = self._desk.read_anew()
            with self._placing:
                late = set(self._renewed)  # saved while it was read
                self.build = fresh
        if not late or not self._renew(late):
            self._desk.index_anew(fresh)

    def _inside(self, changed: set[str]) -> set[str] | None:
        """Paths below the docs folder; None when something else changed."""
        found = set()
        for path in changed:
            try:
                found.add(Path(path).relative_to(self._docs).as_posix())
            except ValueError:
                return None
        return found

    def _renew(self, paths: set[str]) -> bool:
        """Renew the articles *paths* alone; False where that does not do."""
        mine = {path for path in paths if not self._is_passing(path)}
        if len(mine) > _MOST_AT_ONCE:
            return False
        while True:
            base = build = self.build
            for path in mine:
                fresh = build.with_article(path)
                if fresh is None:
                    return False
                build = fresh
            with self._placing:
                if self.build is base:  # else the whole newsroom has been read meanwhile
                    self._renewed |= mine
                    self.build = build
                    return True

    def _is_passing(self, path: str) -> bool:
        """Whether it was a file that an editor made and removed again while saving."""
        newsroom = self.build.newsroom
        known = path in newsroom.by_path or any(
            own == path or own.startswith(f"{path}/") for own in newsroom.paths
        )
        return not known and not (self._docs / path).exists()


def reload_browsers(server: LiveReloadServer) -> None:
    """Tell browsers that there is something new, outside of MkDocs' own rebuilding."""
    with server._epoch_cond:
        later = max(server._visible_epoch, server._wanted_epoch) + 1
        server._visible_epoch = server._wanted_epoch = later
        server._epoch_cond.notify_all()
