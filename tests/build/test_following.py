"""How the preview follows what is saved, with a desk whose builds are only names."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine import preview as preview_module
from engine.preview import Preview

ONE, TWO = "tin/2025/mot.md", "tin/2025/hai.md"
NEWSROOM = SimpleNamespace(by_path={ONE: (), TWO: ()}, paths=(ONE, TWO))


@dataclass
class Shown:
    """A build: the articles as they were read, and those renewed alone."""

    docs: Path
    texts: dict[str, str]
    newsroom: Any = field(default_factory=lambda: NEWSROOM)
    before_renewing: Callable[[], None] = lambda: None

    def with_article(self, path: str) -> Shown:
        text = (self.docs / path).read_text(encoding="utf-8")
        self.before_renewing()
        return Shown(self.docs, {**self.texts, path: text}, before_renewing=self.before_renewing)


@dataclass
class Desk:
    docs: Path
    readings: int = 0
    indexed: int = 0
    before_giving: Callable[[], None] = field(default=lambda: None)

    def read_anew(self) -> Any:
        self.readings += 1
        texts = {path: (self.docs / path).read_text(encoding="utf-8") for path in (ONE, TWO)}
        self.before_giving()
        return Shown(self.docs, texts)

    def index_anew(self, build: Any) -> None:
        self.indexed += 1


class Room:
    """A preview of two articles, and somebody who saves them."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        for path in (ONE, TWO):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text("đầu", encoding="utf-8")
        self.desk = Desk(docs)
        self.preview = Preview(self.desk.read_anew(), self.desk, docs)
        self.desk.readings = 0
        self.server: Any = SimpleNamespace(
            _epoch_cond=threading.Condition(), _visible_epoch=0, _wanted_epoch=0
        )

    def save(self, path: str, text: str) -> None:
        (self.docs / path).write_text(text, encoding="utf-8")
        self.preview.note(str(self.docs / path))
        self.preview.follow(self.desk.read_anew)

    def shown(self, path: str) -> str:
        return str(self.preview.build.texts[path])  # type: ignore[attr-defined]

    def catch_up(self, until: Callable[[], bool]) -> None:
        stopped = threading.Event()
        thread = threading.Thread(target=self.preview.catch_up, args=(self.server, stopped))
        thread.start()
        deadline = time.monotonic() + 20
        while not until() and time.monotonic() < deadline:
            time.sleep(0.01)
        stopped.set()
        thread.join()
        assert until()


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(preview_module, "_QUIET", 0.1)
    return Room(tmp_path)


def test_a_save_shows_at_once_and_is_read_with_all_later(room: Room) -> None:
    room.save(ONE, "mới")
    assert (room.shown(ONE), room.desk.readings) == ("mới", 0)
    room.catch_up(lambda: room.desk.indexed == 1)
    assert (room.shown(ONE), room.desk.readings) == ("mới", 1)
    assert room.server._visible_epoch > 0


def test_a_burst_of_saves_leads_to_one_reading(room: Room) -> None:
    for number in range(30):
        room.save(ONE, str(number))
    room.catch_up(lambda: room.desk.indexed == 1)
    assert (room.shown(ONE), room.desk.readings) == ("29", 1)


def test_a_save_while_all_is_read_is_not_lost(room: Room) -> None:
    saves = iter(["trong lúc đọc"])

    def save_once() -> None:
        for text in saves:
            room.save(TWO, text)

    room.desk.before_giving = save_once
    room.save(ONE, "mới")
    room.catch_up(lambda: room.desk.indexed >= 1)
    assert (room.shown(ONE), room.shown(TWO)) == ("mới", "trong lúc đọc")
    assert room.desk.readings == 2  # once more, for the lists


def test_a_reading_that_ends_while_an_article_is_renewed_is_not_lost(room: Room) -> None:
    """Its build is made from the one before: put in place, it would take the reading back."""
    turns = iter([None])

    def read_all_once() -> None:
        for _ in turns:
            (room.docs / TWO).write_text("đọc cả", encoding="utf-8")
            room.preview._read_all()

    room.preview.build.before_renewing = read_all_once  # type: ignore[attr-defined]
    room.save(ONE, "mới")
    assert (room.shown(ONE), room.shown(TWO)) == ("mới", "đọc cả")


@pytest.mark.parametrize("error", [ValueError("hỏng"), SystemExit(1)], ids=repr)
def test_a_failed_reading_leaves_what_was_shown_and_the_next_works(
    room: Room, error: BaseException
) -> None:
    failures = iter([error])

    def fail_once() -> None:
        for one in failures:
            raise one

    room.desk.before_giving = fail_once
    room.save(ONE, "mới")
    room.catch_up(lambda: room.desk.readings == 1 and room.server._visible_epoch > 0)
    assert room.shown(ONE) == "mới"
    room.save(TWO, "sau đó")
    room.catch_up(lambda: room.desk.indexed == 1)
    assert (room.shown(ONE), room.shown(TWO)) == ("mới", "sau đó")
