"""Whatever was kept from builds before, a build gives the bytes of a clean one.

Each edit is followed by a build with the cache as it is and by one with none, of the same content.
``EDITS=200 SEED=7 pytest tests/build/test_equivalence.py`` makes more, and others.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from .building import Built, build, snapshot
from .edits import EDITS, World

COUNT = int(os.environ.get("EDITS", "25"))
SEED = int(os.environ.get("SEED", "1"))
KILLED = 5
"""Every so many edits a build is killed first."""


def build_world(world: World, site: Path, cache: Path) -> Built:
    return build(
        world.docs,
        site,
        now=world.now,
        site_url=world.url,
        cache=cache,
        overrides=world.overrides,
        portal={"tagline": world.tagline},
    )


def build_and_kill(world: World, seconds: float) -> None:
    """A build in a process of its own, killed while it works."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.setsid()
            build_world(world, world.site, world.cache)
        os._exit(0)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)


def clean_build(world: World) -> Built:
    """With nothing kept but the sizes of pictures, which take long to make."""
    cache = world.folder / "sach"
    for kept in cache.glob("*"):
        if kept.name != "anh":
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    return build_world(world, world.folder / "site-sach", cache)


def said(built: Built) -> list[str]:
    """What a build says of the content."""
    own = (r for r in built.records if r.name == "mkdocs.plugins.portal")
    return [r.getMessage() for r in own if "Trang" not in r.getMessage()]


def edits_in_turn(chance: random.Random, count: int) -> list[int]:
    """Each kind of edit about as often as any other, in a mixed order."""
    order: list[int] = []
    while len(order) < count:
        order += chance.sample(range(len(EDITS)), len(EDITS))
    return order[:count]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
def test_every_build_equals_a_clean_one(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    world = World(tmp_path / "the-gioi", chance)
    build_world(world, world.site, world.cache)
    for step, number in enumerate(edits_in_turn(chance, COUNT), start=1):
        edit = EDITS[number]
        edit(world)
        if step % KILLED == 0:
            build_and_kill(world, chance.uniform(0.05, 0.8))
        kept, clean = build_world(world, world.site, world.cache), clean_build(world)
        assert kept.error is None
        where = f"{step}: {edit.__name__}"
        old, new = snapshot(kept.site), snapshot(clean.site)
        differing = sorted(name for name in old.keys() | new if old.get(name) != new.get(name))
        assert differing == [], where
        assert said(kept) == said(clean), where
