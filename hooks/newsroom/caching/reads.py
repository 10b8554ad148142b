"""Pages read, checked and scanned, kept from one build to the next.

What becomes of a file depends on its path, its kind, its bytes and the code, and nothing else: that
is the key. New and changed files are shared out among processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from newsroom.caching.fingerprint import code_fingerprint, digest, file_digest
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.store import Store
from newsroom.caching.workers import shared_out
from newsroom.content import Entry
from newsroom.folder import Outcome, Progress, ReadEntry
from newsroom.source import LIMITS, read_bytes, read_source

_Keyed = tuple[bytes, Entry]


class KeptReads:
    """A way to read pages (see ``folder.Reading``) that reads what has changed.

    It keeps in memory what it has given, for the preview. *settings* say all that reading depends
    on besides the files.
    """

    def __init__(self, store: Store, settings: str = "") -> None:
        self.store = store
        self.settings = settings
        self.texts: Mapping[str, bytes] = {}
        """Path → digest of the bytes of files that were looked at a moment ago."""
        self.keys: dict[str, bytes] = {}
        """Path → key of what was given last; empty where it is not known to be under that key."""
        self._base = digest(code_fingerprint(), "đọc", settings)
        self._known: dict[bytes, Outcome] = {}

    def __call__(
        self, root: Path, entries: Sequence[Entry], read: ReadEntry, progress: Progress | None
    ) -> Iterator[Outcome]:
        """What became of each of *entries*, in their order."""
        keyed = [(self._key(root, entry), entry) for entry in entries]
        self.keys = {entry.path: key for key, entry in keyed}
        found = {key: self._find(key) for key, _ in keyed if key}
        missing = [(key, entry) for key, entry in keyed if key and found[key] is None]
        for made in shared_out(partial(self._read_all, root, read), missing, progress):
            self.store.note_used(made)
            found |= {key: _unpacked(data) for key, data in made.items()}
        self._known = {key: outcome for key, outcome in found.items() if outcome}
        for key, entry in keyed:
            outcome = self._known.get(key)
            if outcome is None:  # not under the key: the file may have changed since
                outcome = read(entry, read_source(root, entry.path))
                self.keys[entry.path] = b""
            yield outcome

    def _find(self, key: bytes) -> Outcome | None:
        if key in self._known:
            return self._known[key]
        data = self.store.get(key)
        return _unpacked(data) if data else None

    def _key(self, root: Path, entry: Entry) -> bytes:
        """Empty for a file that cannot be read as a whole."""
        text = self.texts.get(entry.path) or self.digest_of(root, entry)
        return self._key_of(entry, text) if text else b""

    def digest_of(self, root: Path, entry: Entry) -> bytes:
        """Of the bytes of a file; empty where it cannot be read as a whole."""
        return file_digest(f"{root}/{entry.path}", LIMITS.file_bytes)

    def _key_of(self, entry: Entry, text: bytes) -> bytes:
        return digest(self._base, entry.path, entry.address, entry.kind.name, text)

    def recall(self, entry: Entry, text: bytes) -> Outcome | None:
        """What became of the file *entry* when *text* was the digest of its bytes, if known."""
        return self._find(self._key_of(entry, text))

    def _read_all(self, root: Path, read: ReadEntry, items: Iterator[_Keyed]) -> dict[bytes, bytes]:
        """Read files anew and keep them, but none that has changed since its key was made."""
        found = {}
        for key, entry in items:
            with suppress(OSError, NotPlainError):
                data = (root / entry.path).read_bytes()
                if self._key_of(entry, digest(data)) == key:
                    found[key] = to_bytes(read(entry, read_bytes(data, entry.path)))
        self.store.put(found)
        return found


def _unpacked(data: bytes) -> Outcome | None:
    with suppress(NotPlainError):
        outcome = from_bytes(data)
        return outcome if isinstance(outcome, Outcome) else None
    return None
