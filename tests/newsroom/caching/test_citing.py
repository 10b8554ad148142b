"""Articles are looked through again for what they cite only where that may have changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from newsroom import citing as looking
from newsroom.caching.citing import KeptCitations
from newsroom.caching.plain import to_bytes
from newsroom.caching.reads import KeptReads
from newsroom.caching.store import Store
from newsroom.citations import Citations
from newsroom.cited_in_body import Cited, cited_in_body
from newsroom.clock import read_now
from newsroom.content import Entry
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.problems import Problem
from newsroom.source import Source

from ..small import NOW, UNITS, article, write

PLAN = "ke-hoach/118-kh-vkshp-ttr-2025.md"
ONE, TWO, THREE = (f"tin/2025/bai-{name}.md" for name in ("mot", "hai", "ba"))
BODY_ONE = "Thực hiện Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025, đoàn làm việc."
FILES = {
    **UNITS,
    PLAN: "---\ntitle: Kế hoạch thanh tra\nnumber: 118/KH-VKSHP-TTr\ndate: 2025-02-07\n---\n",
    "van-ban/5-qd.md": "---\ntitle: Quyết định\nnumber: 5/QĐ-VKSHP\ndate: 2025-01-05\n---\n",
    ONE: article(BODY_ONE),
    TWO: article("Theo Kế hoạch số 118/KH-VKSHP-TTr ngày 08/02/2025, không nhắc gì thêm."),
    THREE: article("Không nhắc đến văn bản nào."),
}


@dataclass
class Builds:
    """Builds of one newsroom, each in a process and so with a memory of its own."""

    root: Path
    cache: Path
    looked_at: list[str] = field(default_factory=list)

    def build(self) -> Newsroom:
        self.looked_at.clear()
        store = Store(self.cache)
        reads = KeptReads(store)
        newsroom = load_newsroom(
            self.root, read_now(NOW), reading=reads, citing=KeptCitations(reads)
        )
        store.close()
        return newsroom

    def clean(self) -> Newsroom:
        return load_newsroom(self.root, read_now(NOW))


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    made = Builds(write(tmp_path / "docs", FILES), tmp_path / "bo-nho-dem")

    def told(source: Source, citations: Citations, when: date) -> Cited:
        made.looked_at.append(source.path)
        return cited_in_body(source, citations, when)

    monkeypatch.setattr(looking, "cited_in_body", told)
    return made


class Said(NamedTuple):
    """What an article cites, with the documents found, and all that is wrong with it."""

    documents: list[tuple[str, str | None]]
    problems: tuple[Problem, ...]


def cited(newsroom: Newsroom) -> dict[str, Said]:
    return {
        one.path: Said(
            [(ref.number, ref.document and ref.document.path) for ref in one.documents],
            newsroom.problems_of(one.path),
        )
        for one in newsroom.articles
    }


def test_nothing_is_looked_at_twice(builds: Builds) -> None:
    first = cited(builds.build())
    assert sorted(builds.looked_at) == sorted((ONE, TWO, THREE))
    assert first == cited(builds.clean())
    assert [number for number, _ in first[ONE].documents] == ["118/KH-VKSHP-TTr"]
    assert any("document-date" in p.code for p in first[TWO].problems)
    assert cited(builds.build()) == first
    assert builds.looked_at == []


def _add_sentence(root: Path) -> None:
    with (root / THREE).open("a", encoding="utf-8") as file:
        file.write("\nCăn cứ Quyết định số 5/QĐ-VKSHP ngày 05/01/2025.\n")


def _change_day(root: Path) -> None:
    (root / ONE).write_text(article(BODY_ONE, date="2026-03-06"), encoding="utf-8")


def _remove_article(root: Path) -> None:
    (root / ONE).unlink()


def _add_article(root: Path) -> None:
    (root / "tin/2025/moi.md").write_text(article(BODY_ONE), encoding="utf-8")


def _break_article(root: Path) -> None:
    (root / ONE).write_text(article(BODY_ONE, title=""), encoding="utf-8")


def _change_day_of_plan(root: Path) -> None:
    file = root / PLAN
    file.write_text(file.read_text(encoding="utf-8").replace("-07", "-08"), encoding="utf-8")


def _add_document(root: Path) -> None:
    text = FILES[PLAN].replace("118/", "119/")
    (root / "ke-hoach/119-kh-vkshp-ttr-2025.md").write_text(text, encoding="utf-8")


def _remove_plan(root: Path) -> None:
    (root / PLAN).unlink()


def _break_plan(root: Path) -> None:
    (root / PLAN).write_text("---\nnumber: 118/KH-VKSHP-TTr\n---\n", encoding="utf-8")


def _change_unit(root: Path) -> None:
    (root / "don-vi/phong-2.md").write_text("---\ntitle: Phòng Hai\nkind: phong\n---\n", "utf-8")


ALL = [ONE, TWO, THREE]
EDITS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a sentence more": (_add_sentence, [THREE]),
    "another day of the event": (_change_day, [ONE]),
    "an article less": (_remove_article, []),
    "an article more": (_add_article, ["tin/2025/moi.md"]),
    "an article that can no longer be shown": (_break_article, []),
    "another day of a plan": (_change_day_of_plan, ALL),
    "a document more": (_add_document, ALL),
    "a plan less": (_remove_plan, ALL),
    "a plan that can no longer be read": (_break_plan, ALL),
    "another name of a unit": (_change_unit, []),
}


@pytest.mark.parametrize(("edit", "looked_at"), EDITS.values(), ids=EDITS.keys())
def test_what_may_have_changed_is_looked_at_again(
    builds: Builds, edit: Callable[[Path], None], looked_at: list[str]
) -> None:
    builds.build()
    edit(builds.root)
    found = cited(builds.build())
    assert sorted(builds.looked_at) == sorted(looked_at)
    assert found == cited(builds.clean())
    assert cited(builds.build()) == found


def test_a_file_saved_while_it_is_read_is_not_kept_under_its_old_key(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds.build()
    before = (builds.root / ONE).read_text(encoding="utf-8")
    digest_of = KeptReads.digest_of

    def saved_after(self: KeptReads, root: Path, entry: Entry) -> bytes:
        if entry.path == ONE:
            (root / ONE).write_text(article(BODY_ONE + " Bản giữa chừng."), encoding="utf-8")
        found = digest_of(self, root, entry)
        if entry.path == ONE:
            (root / ONE).write_text(article("Không còn nhắc gì."), encoding="utf-8")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(KeptReads, "digest_of", saved_after)
        assert cited(builds.build())[ONE] == ([], ())
    (builds.root / ONE).write_text(article(BODY_ONE + " Bản giữa chừng."), encoding="utf-8")
    assert cited(builds.build()) == cited(builds.clean())
    (builds.root / ONE).write_text(before, encoding="utf-8")
    assert cited(builds.build()) == cited(builds.clean())


STRANGE: dict[str, object] = {
    "no table": ["khác"],
    "a table of something else": {ONE: "khác"},
    "nothing": {},
}


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_kept_in_another_shape_is_not_used(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, value: object
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("newsroom.caching.citing.to_bytes", lambda _: to_bytes(value))
        builds.build()
    assert cited(builds.build()) == cited(builds.clean())
    assert len(builds.looked_at) >= len(ALL)
