"""Finished pages, kept from one build to the next and put into the site by links.

A page is known by the digest of all that it was made from (``html_pages.PageMaker.key``). A record
in the store holds a digest of its content, so that a file cut short, or changed in place in the
site, of which it is a link, is not used again; and what the page needs to be allowed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from newsroom.caching.fingerprint import digest
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.store import Store
from newsroom.exports.policy import Needs

FOLDER = "trang"
LIMIT = 4 * 1024**3
"""Bytes of pages; a page that is in a site takes no room of its own."""
_UNFINISHED = ".tmp"
_LONGEST_BUILD = 24 * 60 * 60
"""Seconds after which an unfinished file is what a killed build left behind."""


@dataclass(frozen=True, slots=True)
class Record:
    """A finished page: a digest of its bytes, what it needs, what it may not hold."""

    content: bytes
    needs: Needs
    faults: tuple[str, ...]


class KeptPages:
    """Finished pages below *folder*, their records in *store*."""

    def __init__(self, folder: Path, store: Store, limit: int = LIMIT) -> None:
        self._folder = os.fspath(folder / FOLDER)
        self._limit = limit
        self._folders: set[str] = set()
        self.store = store
        self.made: dict[bytes, bytes] = {}
        """Records of new pages, to be put into a store."""

    def place(self, key: bytes, target: str) -> Record | None:
        """Put the page *key* at *target*, whose folder exists; None where there is none."""
        record = _record(self.store.get(key))
        if record is None:
            return None
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                if digest(file.read()) != record.content:
                    return None
            _link_or_copy(path, target)
        except OSError:
            return None
        return record

    def keep(
        self, key: bytes, source: str, content: bytes, needs: Needs, faults: tuple[str, ...]
    ) -> None:
        """Keep the finished page *content*, which lies at *source*; where that fails, it is not."""
        path = self._path(key)
        try:
            self._make_folder(path)
            _put(source, path)
        except OSError:
            return
        self.made[key] = to_bytes(Record(digest(content), needs, faults))

    def trim(self, now: float) -> None:
        """Beyond the limit, forget the pages that this build has not used; sweep leftovers.

        *now* is in seconds, as files' times are.
        """
        used = {self._path(key) for key in self.store.used}
        long_ago = now - _LONGEST_BUILD
        total, others, leftovers = 0, [], []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                path = os.path.join(folder, name)
                with contextlib.suppress(OSError):
                    stat = os.stat(path)
                    total += stat.st_size
                    others += [path] if path not in used else []
                    is_left = name.endswith(_UNFINISHED) and stat.st_mtime < long_ago
                    leftovers += [path] if is_left else []
        for path in others if total > self._limit else leftovers:
            with contextlib.suppress(OSError):
                os.unlink(path)

    def _path(self, key: bytes) -> str:
        name = key.hex()
        return f"{self._folder}/{name[:2]}/{name}"

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)


def _record(data: bytes | None) -> Record | None:
    if data is None:
        return None
    with contextlib.suppress(NotPlainError):
        record = from_bytes(data)
        return record if isinstance(record, Record) else None
    return None


def _put(source: str, path: str) -> None:
    """Put *source* at *path* at once, in place of what may lie there."""
    with contextlib.suppress(OSError):
        os.link(source, path)
        return
    fresh = f"{path}.{uuid.uuid4().hex}{_UNFINISHED}"
    try:
        _link_or_copy(source, fresh)
        os.replace(fresh, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(fresh)
        raise


def _link_or_copy(path: str, target: str) -> None:
    try:
        os.link(path, target)
    except FileExistsError:
        raise
    except OSError:  # another disk, or a file system without links
        shutil.copy2(path, target)
