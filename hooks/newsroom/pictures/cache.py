"""Finished pictures, kept from one build to the next.

Several builds may share the folder, and each may be killed at any moment: a file appears under its
name only when it is whole, and one found cut short is made anew.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import PIL

from newsroom.pictures.ends import is_whole_file

LIMIT = 2 * 1024**3
_HOUR = 3_600 * 10**9
_UNFINISHED = ".tmp"


class PictureCache:
    """Files below *folder*, by name; names tell content and settings, the folder adds Pillow."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._root = folder / "anh"
        self._folder = self._root / f"pillow-{PIL.__version__}"
        self._limit = limit
        self._used: set[Path] = set()
        self._has_grown = False
        self._now: int | None = None

    def find(self, name: str) -> Path | None:
        """The file kept under *name*, if it is there and whole; it counts as used."""
        path = self._path(name)
        if path in self._used:
            return path if path.exists() else None
        if not is_whole_file(path):
            return None
        self._use(path)
        return path

    def keep(self, name: str, data: bytes) -> Path:
        """Keep *data* under *name*. Raises OSError."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{uuid.uuid4().hex}{_UNFINISHED}")
        try:
            with unfinished.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # a name must not outlive its bytes when the power fails
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        self._has_grown = True
        self._use(path)
        return path

    def prepare(self, name: str, make: Callable[[], bytes]) -> None:
        """Have the file *name* ready for :meth:`place`, which else makes it."""
        if not self.find(name):
            with contextlib.suppress(OSError):
                self.keep(name, make())

    def place(self, name: str, target: Path, make: Callable[[], bytes]) -> None:
        """Put the file *name* at *target*, made now if another build has just removed it."""
        path = self.find(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        if path:
            with contextlib.suppress(OSError):
                _link_or_copy(path, target)
                return
        data = make()
        target.write_bytes(data)
        with contextlib.suppress(OSError):
            self.keep(name, data)

    def trim(self) -> None:
        """Delete the files used longest ago until the rest is within the limit.

        What this build used stays: the next one wants it, and linked into the site it takes no
        room of its own.
        """
        if not self._has_grown:
            return
        now = self._moment()
        total, found = 0, []
        for path, stat in _files(self._root):
            if path.suffix == _UNFINISHED:
                if now - stat.st_mtime_ns > _HOUR:  # its build was killed
                    path.unlink(missing_ok=True)
                continue
            total += stat.st_size
            found.append((stat.st_atime_ns, path, stat.st_size))
        for _, path, size in sorted(found):
            if total <= self._limit:
                break
            if path not in self._used:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                    total -= size

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _use(self, path: Path) -> None:
        """Note the use in the time of last access; that of change stays, as web servers send it."""
        self._used.add(path)
        with contextlib.suppress(OSError):
            os.utime(path, ns=(self._moment(), path.stat().st_mtime_ns))

    def _moment(self) -> int:
        """The time, as the file system with the pictures has it."""
        if self._now is None:
            marker = self._root / "lan-dung"
            marker.touch()
            self._now = marker.stat().st_mtime_ns
        return self._now


def _link_or_copy(path: Path, target: Path) -> None:
    try:
        target.hardlink_to(path)
    except OSError:  # another disk, or a file system without links
        shutil.copy2(path, target)


def _files(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            with contextlib.suppress(OSError):
                yield path, path.stat()
