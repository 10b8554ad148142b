"""What the figures were made with: the number of cores, and the versions of all that ran."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata

from peers.kinds import find_tool

_VERSION = re.compile(r"\d+\.\d+(?:\.\d+)*")
_PACKAGES = {
    "Hugo": ("hugo", "hugo", "version"),
    "MkDocs": ("mkdocs", "mkdocs", "--version"),
    "Material": ("mkdocs-material", "", ""),
    "Pelican": ("pelican", "pelican", "--version"),
    "Zensical": ("zensical", "zensical", "--version"),
}
"""Shown name → Python package, and the command that tells where there is no such package."""


@dataclass(frozen=True)
class Machine:
    """Number of processor cores, and (name, version) of what ran."""

    cores: int
    versions: tuple[tuple[str, str], ...]


def this_machine() -> Machine:
    """Where the measuring runs."""
    versions = [("Python", platform.python_version()), *_found(_PACKAGES)]
    return Machine(os.cpu_count() or 1, tuple(versions))


def _found(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        version = _version(*_PACKAGES[name])
        if version:
            yield name, version


def _version(package: str, command: str, argument: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return _said_version(command, argument) if command else None


def _said_version(command: str, argument: str) -> str | None:
    try:
        done = subprocess.run(
            [find_tool(command), argument], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    found = _VERSION.search(done.stdout)
    return found[0] if found else None
