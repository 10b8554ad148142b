"""The index of the search: made by a process of its own, beside the build or behind the preview."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from newsroom.newsroom import Newsroom
from newsroom.search.job import Job, make_job
from newsroom.search.store import INDEX_FOLDER, IndexStore, place
from newsroom.settings import SearchSettings

log = get_plugin_logger("portal")
_PATIENCE = 10
"""Seconds that a worker may take to end when it is told to."""


@dataclass(frozen=True, slots=True)
class _Work:
    key: str
    lines: Path
    made: Path
    process: subprocess.Popen[bytes]


class SearchIndexer:
    """Makes the index of a newsroom where the store has none that fits."""

    def __init__(self) -> None:
        self._store: IndexStore | None = None
        self._spare: tempfile.TemporaryDirectory[str] | None = None
        self._ready: Path | None = None
        self._work: _Work | None = None

    def start(self, newsroom: Newsroom, settings: SearchSettings, store: IndexStore) -> None:
        """Look for the index, or begin to make it."""
        self.cancel()
        self._store, self._ready = store, None
        if settings.enabled:
            job = make_job(newsroom, settings.all_synonyms)
            key = job.key()
            self._ready = store.find(key)
            if self._ready is None:
                lines, made = self._prepare(store, key, job)
                self._work = _Work(key, lines, made, _spawn(key, lines, made, newsroom.is_preview))

    def _prepare(self, store: IndexStore, key: str, job: Job) -> tuple[Path, Path]:
        """Where the cache cannot be written, the index is made all the same, and not kept."""
        try:
            return store.prepare(key, job)
        except OSError as error:
            log.info("Không ghi được bộ nhớ đệm của tìm kiếm (%s).", error.strerror)
            self._spare = tempfile.TemporaryDirectory()
            self._store = IndexStore(Path(self._spare.name))
            return self._store.prepare(key, job)

    def result(self) -> Path | None:
        """The folder of the index, once it is made; None when there is none."""
        work, store = self._work, self._store
        if work and store:
            code = work.process.wait()
            self._work = None
            self._ready = store.keep(work.key, work.lines, work.made)
            if self._ready is None and code >= 0:  # a negative code: it was told to stop
                log.error("Không lập được chỉ mục tìm kiếm (mã %d).", code)
            store.trim()
        return self._ready

    def finish(self, site_dir: Path) -> None:
        """Wait for the index and put it into the site."""
        if index := self.result():
            place(index, site_dir / INDEX_FOLDER)
        if self._spare:
            self._spare.cleanup()
            self._spare = None

    def cancel(self) -> None:
        """Stop a worker that is no longer wanted."""
        if work := self._work:
            self._work = None
            work.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                work.process.wait(_PATIENCE)
            work.lines.unlink(missing_ok=True)
            shutil.rmtree(work.made, ignore_errors=True)


class BackgroundSearch:
    """The preview's index: a save never waits for it; until it is made the one before serves."""

    def __init__(self) -> None:
        self._last: Path | None = None
        self._indexer = SearchIndexer()
        self._lock = threading.Lock()
        self._latest = 0

    def start(
        self, newsroom: Newsroom, settings: SearchSettings, store: IndexStore, site_dir: Path
    ) -> None:
        """Begin, and return at once."""
        self._latest += 1
        if not settings.enabled:
            return
        if self._last:
            _link(self._last, site_dir / INDEX_FOLDER)
        self._indexer.cancel()
        task = (self._latest, newsroom, settings, store, site_dir)
        threading.Thread(target=self._run, args=task, daemon=True).start()

    def stop(self) -> None:
        """Leave nothing running."""
        self._latest += 1
        self._indexer.cancel()

    def _run(
        self,
        number: int,
        newsroom: Newsroom,
        settings: SearchSettings,
        store: IndexStore,
        site_dir: Path,
    ) -> None:
        with self._lock:
            if number != self._latest:
                return
            self._indexer.start(newsroom, settings, store)
            index = self._indexer.result()
            if index and number == self._latest and site_dir.is_dir():
                self._last = index
                _link(index, site_dir / INDEX_FOLDER)


def _spawn(key: str, lines: Path, made: Path, is_preview: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "newsroom.search.worker", key, str(lines), str(made)]
    return subprocess.Popen([*command, "--aside"] if is_preview else command)


def _link(index: Path, target: Path) -> None:
    """The preview reads the index where it lies; a copy only where links are not allowed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(index, target_is_directory=True)
        fresh.replace(target)
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        place(index, target)
