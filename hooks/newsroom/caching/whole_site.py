"""Whether anything has changed at all since a site was built, and whether it still lies there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.caching.fingerprint import digest, file_digest
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.store import Store
from newsroom.source import LIMITS

Files = tuple[tuple[str, int, int, int], ...]
"""Path, bytes, time of last change (ns) of each file, and of what is known of it: that one is set
by the system alone, so that a file changed and given its old time again is noticed."""
Messages = tuple[tuple[str, int, str], ...]
"""Logger, level and text of what a build said."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build reads, but for the moment."""

    rest: bytes
    """A digest of settings, templates, code, and of the docs folder but for what its texts say."""
    texts: dict[str, bytes]
    """Path of each text below the docs folder → digest of its bytes."""


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A finished build: what went in, what came out, what it said."""

    inputs: Inputs
    built: datetime
    holds_until: datetime | None
    """When the next scheduled article is to appear."""
    files: Files
    messages: Messages

    def changed_texts(self, inputs: Inputs, now: datetime, site: Path) -> tuple[str, ...] | None:
        """The texts that alone keep a build of *inputs* at *now* from giving what lies at *site*.

        None where something else does. Pages speak of days, never of hours, but for the moment an
        article is to appear.
        """
        is_comparable = (
            self.inputs.rest == inputs.rest
            and self.built.date() == now.date()
            and self.built <= now
            and (self.holds_until is None or now < self.holds_until)
            and self.files == files_below(site)
        )
        if not is_comparable:
            return None
        old = self.inputs.texts
        return tuple(path for path, text in inputs.texts.items() if old[path] != text)


def inputs_of(root: Path, known: bytes) -> Inputs:
    """What a build of the docs folder *root* reads, besides what is *known* of.

    Texts go by content, other files by size, time and number: a picture changed without a change of
    these is not noticed.
    """
    texts: dict[str, bytes] = {}
    rest = digest(known, *_described(os.fspath(root), "", texts))
    return Inputs(rest, texts)


def _described(folder: str, prefix: str, texts: dict[str, bytes]) -> Iterator[str]:
    """All names, and what is not a text; fills *texts*."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield f"{prefix}! {error.errno}"
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        yield name
        if entry.is_symlink():
            yield f"-> {os.readlink(entry.path)}"
        elif entry.is_dir():
            yield "/"
            yield from _described(entry.path, f"{name}/", texts)
        elif (
            entry.is_file()
            and name.endswith(".md")
            and (text := file_digest(entry.path, LIMITS.file_bytes))
        ):
            yield "text"
            texts[name] = text
        else:
            yield _file_described(entry)


def _file_described(entry: os.DirEntry[str]) -> str:
    try:
        stat = entry.stat()
    except OSError as error:
        return f"! {error.errno}"
    return f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def marks_of(root: Path) -> bytes:
    """Of all files below *root*, by what the system knows of each: another one after any change."""
    return digest(*map(repr, files_below(root)))


def files_below(root: Path) -> Files:
    """All files of a site, in the order of their paths."""
    return tuple(sorted(_files(os.fspath(root), "")))


def _files(folder: str, prefix: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path, f"{prefix}{entry.name}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    name = f"{prefix}{entry.name}"
                    yield name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
    except OSError:
        yield f"{prefix}!", 0, 0, 0


def recall(store: Store, site: Path) -> SiteRecord | None:
    """The record of the last build into *site*."""
    data = store.get(_key(site))
    if data is None:
        return None
    try:
        record = from_bytes(data)
    except NotPlainError:
        return None
    return record if isinstance(record, SiteRecord) else None


def remember(store: Store, site: Path, record: SiteRecord) -> None:
    """Keep *record* for the next build into *site*."""
    store.put({_key(site): to_bytes(record)})


def _key(site: Path) -> bytes:
    return digest("cả Trang", os.fspath(site))
