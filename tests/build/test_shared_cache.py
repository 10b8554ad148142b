"""Several builds with one cache at the same time, and builds that are killed: the site is right."""

from __future__ import annotations

import contextlib
import importlib
import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom.sample import generate

from .building import build, snapshot

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
NOW = "2026-01-05T08:00"


def built(docs: Path, site: Path, cache: Path) -> dict[str, object]:
    """The site of one build in this process."""
    done = build(docs, site, now=NOW, cache=cache, site_url="https://trang.example/")
    assert done.error is None, done.log
    return snapshot(site)


def start(docs: Path, site: Path, cache: Path) -> int:
    """A build in a process of its own, with a group of its own."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.setsid()
            built(docs, site, cache)
            os._exit(0)
        os._exit(1)
    return child


def status(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chung")
    generate(30, folder / "docs", 3)
    return folder / "docs"


@pytest.fixture(scope="module")
def clean(docs: Path) -> dict[str, object]:
    return built(docs, docs.parent / "site-sach", docs.parent / "sach")


@pytest.fixture
def fresh(docs: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder for sites and a cache that holds nothing but pictures, which take long."""
    (tmp_path / "bo-nho-dem").mkdir()
    with contextlib.suppress(OSError):
        (tmp_path / "bo-nho-dem" / "anh").symlink_to(docs.parent / "sach" / "anh")
    yield tmp_path


def test_two_builds_at_once_fill_one_cache(
    docs: Path, clean: dict[str, object], fresh: Path
) -> None:
    cache, sites = fresh / "bo-nho-dem", [fresh / "mot", fresh / "hai"]
    children = [start(docs, site, cache) for site in sites]
    assert [status(child) for child in children] == [0, 0]
    assert [snapshot(site) == clean for site in sites] == [True, True]
    assert built(docs, fresh / "ba", cache) == clean


def test_three_builds_at_once_of_one_site(
    docs: Path, clean: dict[str, object], fresh: Path
) -> None:
    """Each swaps its own site in; the last one stays, and is known for what it is."""
    cache, site = fresh / "bo-nho-dem", fresh / "site"
    for _ in range(2):
        children = [start(docs, site, cache) for _ in range(3)]
        assert [status(child) for child in children] == [0, 0, 0]
        assert snapshot(site) == clean
        assert built(docs, site, cache) == clean
        (site / "index.html").unlink()
    assert [path.name for path in fresh.iterdir() if path.name.startswith("site.")] == []


def test_a_build_beside_one_that_is_killed(
    docs: Path, clean: dict[str, object], fresh: Path
) -> None:
    cache, chance = fresh / "bo-nho-dem", random.Random(5)
    for number in range(4):
        doomed = start(docs, fresh / f"chet-{number}", cache)
        other = start(docs, fresh / "site", cache)
        time.sleep(chance.uniform(0.05, 0.8))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(doomed, signal.SIGKILL)
        os.waitpid(doomed, 0)
        assert status(other) == 0
        assert snapshot(fresh / "site") == clean
    assert built(docs, fresh / "cuoi", cache) == clean


def test_killed_at_many_moments_from_an_empty_cache_on(
    docs: Path, clean: dict[str, object], fresh: Path
) -> None:
    """The pages of a killed build are used by the next, if they are whole."""
    cache, chance = fresh / "bo-nho-dem", random.Random(7)
    for number in range(6):
        doomed = start(docs, fresh / "site", cache)
        time.sleep(0.1 + 0.12 * number + chance.uniform(0, 0.05))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(doomed, signal.SIGKILL)
        os.waitpid(doomed, 0)
    assert built(docs, fresh / "site", cache) == clean


def test_a_file_saved_while_a_build_reads_is_not_taken_for_built(
    docs: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved and undone: what lies there was built of neither, and “nothing has changed” is wrong."""
    building: Any = importlib.import_module("engine.build")

    file = sorted((docs / "tin").rglob("*.md"))[0]
    text = file.read_bytes()
    load = building.load_newsroom

    def saved_meanwhile(*given: object, **more: object) -> object:
        file.write_bytes(text + b"\n\nL\xe1\xbb\xa1 tay.\n")
        return load(*given, **more)

    monkeypatch.setattr(building, "load_newsroom", saved_meanwhile)
    try:
        built(docs, fresh / "site", fresh / "bo-nho-dem")
    finally:
        monkeypatch.undo()
        file.write_bytes(text)
    assert built(docs, fresh / "site", fresh / "bo-nho-dem") == built(
        docs, docs.parent / "site-sach", docs.parent / "sach"
    )
