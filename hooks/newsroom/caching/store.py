"""Values kept from one build to the next, in one SQLite file.

SQLite minds builds that are killed or that run at once. Each value stands beside a digest of its
own: one spoilt on the disk is a miss. Whatever fails here, a build goes on without it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from newsroom.caching.fingerprint import DIGEST_BYTES, digest

LIMIT = 1024**3
"""Bytes of values."""
_FILE = "kho-1.sqlite"
_PATIENCE = 5.0
"""Seconds to wait for another build that is writing."""
_RENEWED_AFTER = 8
"""Builds after which the note of a value's last use is renewed."""
_TABLES = """
CREATE TABLE IF NOT EXISTS held (key BLOB PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, build INTEGER, size INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY);
"""
_SHAPE = "SELECT held.key, value, build, size FROM held, uses LIMIT 0"
_FAILURES = (sqlite3.Error, UnicodeError, MemoryError)
"""A spoilt name in the file becomes a message that is no text, a spoilt length wants all memory."""
_T = TypeVar("_T")


class Store:
    """Bytes by key below *folder*; keys are digests of all that the bytes were made from."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._path = folder / _FILE
        self._limit = limit
        self._build = 0
        self._used: set[bytes] = set()
        self._has_grown = False
        self._process = os.getpid()
        self._of_others: list[sqlite3.Connection] = []
        self._base = self._open()

    def get(self, key: bytes) -> bytes | None:
        """The value kept under *key*, if it is there and whole; it counts as used."""
        row = self._tried(lambda base: _row(base, key), None)
        if row is None or digest(key, row[DIGEST_BYTES:]) != row[:DIGEST_BYTES]:
            return None
        self._used.add(key)
        return row[DIGEST_BYTES:]

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep *values*; all of them or, where that fails, none."""
        if not values:
            return
        held = [(key, digest(key, value) + value) for key, value in values.items()]
        uses = [(key, self._build, len(value)) for key, value in held]

        def write(base: sqlite3.Connection) -> None:
            with base:
                base.executemany("INSERT OR REPLACE INTO held VALUES (?, ?)", held)
                base.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", uses)

        self._tried(write, None)
        self._used.update(values)
        self._has_grown = True

    def note_used(self, keys: Iterable[bytes]) -> None:
        """What copies of this store have used and kept."""
        self._used.update(keys)
        self._has_grown = True

    def take_used(self) -> set[bytes]:
        """Keys used since this process, or the one it is a copy of, was last asked."""
        taken, self._used = self._used, set()
        return taken

    @property
    def used(self) -> frozenset[bytes]:
        """Keys asked for with success, or put."""
        return frozenset(self._used)

    def trim(self) -> None:
        """Note what this build used; forget what was used longest ago, down to the limit."""
        self._tried(self._trim, None)

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
            self._base = None

    def _trim(self, base: sqlite3.Connection) -> None:
        with base:
            old = base.execute(
                "SELECT key FROM uses WHERE build < ?", (self._build - _RENEWED_AFTER,)
            )
            renewed = [(self._build, key) for (key,) in old if key in self._used]
            base.executemany("UPDATE uses SET build = ? WHERE key = ?", renewed)
        if not self._has_grown:
            return
        total = base.execute("SELECT coalesce(sum(size), 0) FROM uses").fetchone()[0]
        if total <= self._limit:
            return
        goners = []
        sizes = "SELECT key, CAST(coalesce(size, 0) AS INTEGER) FROM uses ORDER BY build"
        for key, size in base.execute(sizes).fetchall():
            if total <= self._limit:
                break
            if key not in self._used:
                goners.append((key,))
                total -= size
        with base:
            base.executemany("DELETE FROM held WHERE key = ?", goners)
            base.executemany("DELETE FROM uses WHERE key = ?", goners)
        base.executescript("PRAGMA incremental_vacuum")  # ``execute`` frees a single page

    def _open(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._prepared()
        except _FAILURES as error:
            if not _is_spoilt(error):
                return None
        except OSError:
            return None
        self._remove()
        try:
            return self._prepared()
        except _FAILURES:
            return None

    def _connect(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False)
        try:
            base.execute("PRAGMA synchronous = OFF")
        except BaseException:
            base.close()
            raise
        return base

    def _prepared(self) -> sqlite3.Connection:
        base = self._connect()
        try:
            base.execute("PRAGMA auto_vacuum = INCREMENTAL")
            base.execute("PRAGMA journal_mode = WAL").fetchall()
            base.executescript(_TABLES)
            base.execute(_SHAPE).fetchall()
            with base:
                self._build = base.execute("INSERT INTO builds VALUES (NULL)").lastrowid or 0
                base.execute("DELETE FROM builds WHERE number < ?", (self._build,))
        except BaseException:
            base.close()
            raise
        return base

    def _tried(self, action: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """What *action* gives; after a failure this store is empty and keeps nothing more."""
        self._leave_to_original()
        if self._base is None:
            return otherwise
        try:
            return action(self._base)
        except _FAILURES as error:
            self.close()
            if _is_spoilt(error):
                self._remove()
            return otherwise

    def _leave_to_original(self) -> None:
        """In a copy of the process: open the file anew, a connection must not be shared."""
        if self._process == os.getpid():
            return
        self._process = os.getpid()
        if self._base is not None:
            self._of_others.append(self._base)  # closing it would disturb its owner
            self._base = None
            with contextlib.suppress(sqlite3.Error):
                self._base = self._connect()

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + ending).unlink()


def _is_spoilt(error: Exception) -> bool:
    """Whether the file is none of ours, or not whole; else it is locked, read-only, without room.

    A file of another shape and a text that is none are told as operational errors too.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return not isinstance(error, sqlite3.OperationalError) or code == sqlite3.SQLITE_ERROR


def _row(base: sqlite3.Connection, key: bytes) -> bytes | None:
    row = base.execute("SELECT value FROM held WHERE key = ?", (key,)).fetchone()
    return bytes(row[0]) if row and isinstance(row[0], bytes) else None
