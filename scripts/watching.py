"""Waiting for files to be saved."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.3
"""Seconds without a change after which a burst of saves is over."""
_LOOK_UP = 0.5
"""Seconds after which the wait looks whether it was interrupted (Windows needs it)."""
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})


class _Flag(FileSystemEventHandler):
    def __init__(self) -> None:
        self.changed = threading.Event()
        self.last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self.last = time.monotonic()
            self.changed.set()


def each_change(folders: Iterable[Path]) -> Iterator[None]:
    """Yield once when the watch has begun, then after each burst of changes below *folders*."""
    flag, observer = _Flag(), Observer()
    for folder in folders:
        observer.schedule(flag, str(folder), recursive=True)
    observer.start()
    try:
        yield
        while True:
            if not flag.changed.wait(_LOOK_UP):
                continue
            while time.monotonic() - flag.last < _QUIET:
                time.sleep(_QUIET / 3)
            flag.changed.clear()
            yield
    finally:
        observer.stop()
        observer.join()
