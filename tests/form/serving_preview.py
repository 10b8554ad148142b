"""A real `mkdocs serve`, for as long as a test needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from test_tools import ROOT

PATIENCE = 60
"""Seconds until what does not come counts as a failure."""


@contextmanager
def preview_of(docs: Path, **environment: str) -> Iterator[str]:
    """The address at which *docs* are shown, with a slash at its end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", where],
        cwd=ROOT,
        env=surroundings(docs) | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: ask(f"http://{where}/")[0] == 200)
        yield f"http://{where}/"
    finally:
        process.terminate()
        process.wait()


def surroundings(docs: Path) -> dict[str, str]:
    """The environment in which MkDocs reads *docs*."""
    return os.environ | {
        "PORTAL_DOCS": str(docs),
        "PORTAL_SEARCH": "off",
        "NO_MKDOCS_2_WARNING": "1",
    }


def ask(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError as error:
        return 0, str(error)


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)
