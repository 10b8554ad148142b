"""The site appears whole or not at all: built beside its target, renamed at the very end.

MkDocs empties the target before it builds, and ``--strict`` aborts after the last event.
"""

from __future__ import annotations

import glob
import logging
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

log = get_plugin_logger("portal")
_DRAFT, _OLD = "dang-dung", "cu"
"""What the folders beside the target are called."""
_ATTEMPTS = 5
_LONGEST_BUILD = 24 * 60 * 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Output:
    """``target`` is where the site belongs, ``draft`` where it is being built."""

    target: Path
    draft: Path


def beside(config: MkDocsConfig) -> Output:
    """Turn the build to a folder beside its target."""
    target = Path(config.site_dir).absolute()
    _clear_leftovers(target)
    draft = target.with_name(f"{target.name}.{_DRAFT}-{os.getpid()}")
    config.site_dir = str(draft)
    return Output(target, draft)


def _clear_leftovers(target: Path) -> None:
    """Remove what builds that were killed left beside *target*; one may still be under way."""
    long_ago = time.time() - _LONGEST_BUILD
    for middle in (_DRAFT, _OLD):
        for folder in target.parent.glob(f"{glob.escape(target.name)}.{middle}-*"):
            number = folder.name.rpartition("-")[2]
            if number.isdecimal() and folder.is_dir() and folder.stat().st_mtime < long_ago:
                shutil.rmtree(folder, ignore_errors=True)


def publish(output: Output, config: MkDocsConfig) -> int | None:
    """Put the finished site in place of the old one, unless ``--strict`` is about to abort.

    The inode of its folder, once it is there.
    """
    config.site_dir = str(output.target)
    if about_to_abort(config):
        return None  # MkDocs calls on_build_error next
    output.draft.mkdir(parents=True, exist_ok=True)
    place = place_of(output.draft)
    old = output.target.with_name(f"{output.target.name}.{_OLD}-{os.getpid()}")
    _swap(output, old)
    shutil.rmtree(old, ignore_errors=True)
    log.info("Trang đã dựng xong ở %s", output.target)
    return place


def place_of(folder: Path) -> int | None:
    """Its inode, which moves with it; None where there is none."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def _swap(output: Output, old: Path) -> None:
    """Tried again where another build swaps its own site in at the same time."""
    for left in reversed(range(_ATTEMPTS)):
        try:
            if output.target.exists():
                output.target.rename(old)
            output.draft.rename(output.target)
            return
        except OSError:
            if old.exists() and output.target.exists():
                shutil.rmtree(old, ignore_errors=True)
            elif old.exists():
                old.rename(output.target)
            if not left:
                raise


def about_to_abort(config: MkDocsConfig) -> bool:
    """Whether ``--strict`` has seen a warning: MkDocs aborts after the last event."""
    return config.strict and _warnings_counted()


def leave(output: Output, config: MkDocsConfig, renewed: int) -> None:
    """Keep the site that lies there, in which *renewed* pages were put in place of others."""
    discard(output)
    config.site_dir = str(output.target)
    if renewed:
        log.info("Trang ở %s: đã dựng lại %d trang có thay đổi", output.target, renewed)
    else:
        log.info("Không có gì thay đổi: Trang ở %s vẫn đúng", output.target)


def discard(output: Output) -> None:
    """Remove what a failed build has written."""
    shutil.rmtree(output.draft, ignore_errors=True)


def _warnings_counted() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))
