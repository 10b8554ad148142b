"""Finished indexes, kept from one build to the next under the key of what they were made from."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from newsroom.search.index import CONTENTS
from newsroom.search.job import Job

INDEX_FOLDER = "assets/tim-kiem"
"""Where the index lies in the site; ``tim-kiem/index.js`` looks for it there."""
FOLDER = "tim-kiem"
_KEPT = 4
_HOUR = 3600 * 10**9
_UNFINISHED = ".tmp"


class IndexStore:
    """Indexes below *folder*. Several builds may share it; an index appears when it is whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def find(self, key: str) -> Path | None:
        """The folder of the index *key*, if there is one; it counts as used."""
        found = self._folder / key
        if not (found / CONTENTS).is_file():
            return None
        with contextlib.suppress(OSError):
            os.utime(found)
        return found

    def prepare(self, key: str, job: Job) -> tuple[Path, Path]:
        """A file with the lines of *job*, and the folder in which a worker is to make its index."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = f"{key}-{os.getpid()}"
        lines = self._folder / f"{name}.jsonl{_UNFINISHED}"
        made = self._folder / f"{name}{_UNFINISHED}"
        shutil.rmtree(made, ignore_errors=True)
        with lines.open("wb") as file:
            file.writelines(job.lines())
        return lines, made

    def keep(self, key: str, lines: Path, made: Path) -> Path | None:
        """Keep what a worker *made*; None when it is not whole."""
        lines.unlink(missing_ok=True)
        if (made / CONTENTS).is_file():
            with contextlib.suppress(OSError):  # another build may have been faster
                made.rename(self._folder / key)
        shutil.rmtree(made, ignore_errors=True)
        return self.find(key)

    def trim(self) -> None:
        """Remove indexes that have not been used for long, and what killed builds left."""
        if not self._folder.is_dir():
            return
        found = sorted(((p.stat().st_mtime_ns, p) for p in self._folder.iterdir()), reverse=True)
        newest = found[0][0] if found else 0
        whole = [(used, path) for used, path in found if not path.name.endswith(_UNFINISHED)]
        left = [(used, path) for used, path in found if path.name.endswith(_UNFINISHED)]
        for used, path in (*whole[_KEPT:], *left):
            if newest - used > _HOUR:
                with contextlib.suppress(OSError):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()


def place(index: Path, target: Path) -> None:
    """Put a copy of the folder *index* at *target*, by links to its files where possible."""
    shutil.copytree(index, target, copy_function=_link_or_copy, dirs_exist_ok=True)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        shutil.copyfile(source, target)
