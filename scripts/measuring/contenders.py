"""What is built side by side, and the interleaved runs of it."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from measuring.builds import MKDOCS, ROOT, Run, build, folder_size, progress_bar
from measuring.figures import HUGO, OURS, Row, ratio
from newsroom.sample import generate
from peers.articles import without_pictures
from peers.kinds import Peer

PORTAL = "Trang này"
_SLOW = 60
"""Seconds of a first run after which it counts as the only one."""
_LOOK = 9999
"""Number of a scenario's change whose build is looked at for its memory, untimed."""


@dataclass
class Contender:
    """Something measured: the command, what happens before each run, and the runs so far."""

    name: str
    title: str
    command: list[str]
    output: Path
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[int], None] = lambda _: None
    """Called with the number of the run that follows; 0 is the one that warms up."""
    is_scenario: bool = False
    runs: list[Run] = field(default_factory=list)
    memory: float = 0.0
    """Peak of all its processes together, MiB."""
    is_done: bool = False

    def run(self, number: int) -> None:
        """Build once; run 0 warms up and looks at the memory, and counts only where it is slow."""
        if self.is_done:
            return
        if number:
            self.before(number)
            self.runs.append(build(self.command, self.environment))
            return
        self.before(0)
        if self.is_scenario:  # what it is about is only in a build after the first
            build(self.command, self.environment)
            self.before(_LOOK)
        run = build(self.command, self.environment, look=True)
        self.memory = run.memory
        self.is_done = not self.is_scenario and run.wall > _SLOW
        if self.is_done:
            self.runs.append(run)


def make_articles(count: int, docs: Path) -> None:
    """Write *count* sample articles without pictures into the new folder *docs*."""
    docs.mkdir(parents=True)
    generate(count, docs, 1)
    without_pictures(docs)


def portal_environment(docs: Path, cache: Path) -> dict[str, str]:
    """The settings that the portal is measured with."""
    return {
        "PORTAL_DOCS": str(docs),
        "PORTAL_CACHE": str(cache),
        "PORTAL_SEARCH": "off",
        "PORTAL_URL": "https://trang.example/",
        "PORTAL_NOW": "2026-01-05T08:00",
    }


def portal_command(site: Path, config: Path = ROOT / "mkdocs.yml") -> list[str]:
    """Build the portal into *site*."""
    return [*MKDOCS, "build", "-q", "-f", str(config), "-d", str(site)]


def cold_portal(docs: Path, work: Path) -> Contender:
    """The portal's first build, which everything is held to."""
    site, cache = work / "site", work / "cache"
    return Contender(
        OURS,
        f"{PORTAL}, lần đầu",
        portal_command(site),
        site,
        portal_environment(docs, cache),
        _without(site, cache),
    )


def peer_contender(peer: Peer, docs: Path, work: Path) -> Contender:
    """Another generator, with the same articles."""
    work.mkdir(parents=True)
    command, output = peer.write(docs, work), work / peer.output
    before = _without(output, work / ".cache")
    return Contender(peer.name, peer.title, command, output, before=before)


def _without(*folders: Path) -> Callable[[int], None]:
    def remove(_: int) -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return remove


def run_all(contenders: Sequence[Contender], runs: int, title: str) -> None:
    """Run each of *contenders* once to warm up, then *runs* times, one after the other."""
    steps = [(number, one) for number in range(runs + 1) for one in contenders]
    for number, one in progress_bar(title, steps):
        one.run(number)


def rows_of(count: int, contenders: Iterable[Contender]) -> Iterator[Row]:
    """The medians of finished *contenders*."""
    known = {one.name: one for one in contenders}
    ours, hugo = known[OURS], known.get(HUGO)
    for one in known.values():
        yield Row(
            articles=count,
            name=one.name,
            title=one.title,
            is_scenario=one.is_scenario,
            runs=len(one.runs),
            wall=statistics.median(run.wall for run in one.runs),
            cpu=statistics.median(run.cpu for run in one.runs),
            memory=one.memory,
            pages=sum(1 for _ in one.output.rglob("*.html")),
            size=folder_size(one.output),
            wall_to_ours=ratio(one.runs, ours.runs, "wall"),
            cpu_to_ours=ratio(one.runs, ours.runs, "cpu"),
            memory_to_ours=one.memory / ours.memory,
            wall_to_hugo=ratio(one.runs, hugo.runs, "wall") if hugo else None,
        )
