"""All pages of a site written: unchanged ones from the cache, the others by several processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsroom.caching.bodies import KeptBodies
from newsroom.caching.page_files import KeptPages
from newsroom.caching.workers import Progress, shared_out
from newsroom.exports.policy import needs_of_page
from newsroom.html_pages import PageMaker
from newsroom.pages import SitePage


@dataclass(slots=True)
class Written:
    """What came of some pages."""

    paths: list[str] = field(default_factory=list)
    """Relative to the site."""
    needs: set[tuple[str, str]] = field(default_factory=set)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """A page's path and what in it no policy of ours allows."""
    faults: list[str] = field(default_factory=list)
    """Messages for the log."""
    used: set[bytes] = field(default_factory=set, repr=False)

    def add(self, other: Written) -> None:
        """Take in what came of other pages."""
        self.paths += other.paths
        self.needs |= other.needs
        self.refused += other.refused
        self.faults += other.faults
        self.used |= other.used


@dataclass(slots=True)
class SiteWriter:
    """Writes pages below ``root``; ``kept`` is None where nothing is kept."""

    root: str
    maker: PageMaker
    bodies: KeptBodies
    kept: KeptPages | None = None
    _folders: set[str] = field(default_factory=set)

    def write_all(
        self,
        pages: Sequence[SitePage],
        progress: Progress | None = None,
        before: Iterable[object] = (),
    ) -> Written:
        """Write *pages*; what is new is in the store afterwards. Raises OSError.

        *before* is what this process makes first (see ``workers.shared_out``).
        """
        whole = Written()
        for part in shared_out(self._write_share, pages, progress, before=before):
            whole.add(part)
        whole.faults.sort()
        whole.refused.sort()
        if self.kept:
            self.kept.store.note_used(whole.used)
        return whole

    def _write_share(self, pages: Iterator[SitePage]) -> Written:
        written = Written()
        for page in pages:
            self._write(page, written)
        if self.kept:
            store = self.kept.store
            for made in (self.kept.made, self.bodies.made):
                store.put(made)
                made.clear()
            written.used = store.take_used()
        return written

    def _write(self, page: SitePage, written: Written) -> None:
        path = f"{page.address}index.html".removeprefix("./")
        target = f"{self.root}/{path}"
        self._make_folder(target.rpartition("/")[0])
        prepared = self.maker.prepare(page)
        written.faults += prepared.faults
        written.paths.append(path)
        key = self.maker.key(prepared)
        record = self.kept.place(key, target) if self.kept else None
        if record:
            needs, refused = record.needs, record.faults
        else:
            html = self.maker.html(prepared).encode("utf-8", "xmlcharrefreplace")
            with open(target, "wb") as file:
                file.write(html)
            needs, refused = needs_of_page(html)
            if self.kept and not prepared.faults:
                self.kept.keep(key, target, html, needs, refused)
        written.needs |= needs
        written.refused += [(path, fault) for fault in refused]

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        try:
            os.mkdir(folder)
        except FileNotFoundError:
            self._make_folder(folder.rpartition("/")[0])
            os.makedirs(folder, exist_ok=True)
        except FileExistsError:
            pass
        self._folders.add(folder)
