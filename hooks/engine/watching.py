"""The system tells of changed files; MkDocs itself looks at all of them twice a second."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

_CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]
"""Not that a file was opened: every build opens all of them."""
Noted = Callable[[str], None]


def changes_observer(noted: Noted) -> BaseObserver:
    """An observer for MkDocs' server that calls *noted* with each path that changed."""
    observer = Observer()
    schedule = observer.schedule

    def schedule_changes(
        event_handler: FileSystemEventHandler, path: str, **options: Any
    ) -> ObservedWatch:
        handler = _Changes(event_handler, noted)
        return schedule(handler, path, event_filter=_CHANGES, **options)

    observer.schedule = schedule_changes  # type: ignore[method-assign, assignment]
    return observer


class _Changes(FileSystemEventHandler):
    """Notes paths; tells MkDocs' handler also of folders that are gone: it passes over folders."""

    def __init__(self, inner: FileSystemEventHandler, noted: Noted) -> None:
        self._inner = inner
        self._noted = noted

    def dispatch(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            if path:
                self._noted(os.fsdecode(path))
        self._inner.on_any_event(FileModifiedEvent(event.src_path))
