"""Jobs, the index made from one, and the store that keeps it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.search.index import CONTENTS, build_index
from newsroom.search.job import Job, make_job
from newsroom.search.store import IndexStore, place
from newsroom.search.synonyms import DEFAULT_SYNONYMS

from ..small import LoadSmall, article

BODY = "Đoàn kiểm tra làm việc ngày 05/3/2025."


@pytest.fixture
def job(newsroom_of: LoadSmall) -> Job:
    return make_job(newsroom_of({"tin/2025/bai.md": article(BODY)}), DEFAULT_SYNONYMS)


def files(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()
    }


def test_equal_newsrooms_have_one_key(newsroom_of: LoadSmall, job: Job) -> None:
    again = make_job(newsroom_of({"tin/2025/bai.md": article(BODY)}), DEFAULT_SYNONYMS)
    assert again.key() == job.key()
    # A picture beside the article, another day: nothing that is searched.
    later = newsroom_of({"tin/2025/bai.md": article(BODY), "a.md": "x"}, now="2025-08-02 10:00")
    assert make_job(later, DEFAULT_SYNONYMS).key() == job.key()


@pytest.mark.parametrize(
    "change",
    [{"title": "Đầu đề khác"}, {"tags": "[mới]"}, {"date": "2025-03-07"}, {"unit": "phong-9"}],
)
def test_another_text_is_another_key(
    newsroom_of: LoadSmall, job: Job, change: dict[str, str]
) -> None:
    other = newsroom_of({"tin/2025/bai.md": article(BODY, **change)})
    assert make_job(other, DEFAULT_SYNONYMS).key() != job.key()


def test_other_synonyms_are_another_key(newsroom_of: LoadSmall, job: Job) -> None:
    newsroom = newsroom_of({"tin/2025/bai.md": article(BODY)})
    assert make_job(newsroom, [["A", "B"]]).key() != job.key()


def test_one_job_makes_the_same_bytes(job: Job, tmp_path: Path) -> None:
    for name in ("a", "b"):
        build_index("k1234567", job.lines(), tmp_path / name)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    contents = json.loads((tmp_path / "a" / CONTENTS).read_bytes())
    assert (contents["key"], contents["total"], contents["firstUnit"]) == ("k1234567", 3, 1)
    assert len(contents["shards"]) == 4


def test_every_name_but_one_holds_the_key(job: Job, tmp_path: Path) -> None:
    build_index("0123456789abcdef", job.lines(), tmp_path / "a")
    names = set(files(tmp_path / "a")) - {CONTENTS}
    assert names
    assert all(name.count("0123456789abcdef") == 2 for name in names)


def test_an_empty_newsroom(newsroom_of: LoadSmall, tmp_path: Path) -> None:
    empty = make_job(newsroom_of({}, with_units=False), DEFAULT_SYNONYMS)
    build_index("k", empty.lines(), tmp_path / "a")
    assert json.loads((tmp_path / "a" / CONTENTS).read_bytes())["total"] == 0


def test_a_worker_makes_what_the_store_keeps(job: Job, tmp_path: Path) -> None:
    store, key = IndexStore(tmp_path), job.key()
    assert store.find(key) is None
    lines, made = store.prepare(key, job)
    command = [
        sys.executable,
        "-m",
        "newsroom.search.worker",
        key,
        str(lines),
        str(made),
        "--aside",
    ]
    subprocess.run(command, check=True)
    found = store.keep(key, lines, made)
    assert found is not None
    assert found == store.find(key)
    assert [path.name for path in found.parent.iterdir()] == [key]
    place(found, tmp_path / "site" / "assets")
    assert files(tmp_path / "site" / "assets") == files(found)


def test_a_worker_that_died_leaves_nothing(job: Job, tmp_path: Path) -> None:
    store, key = IndexStore(tmp_path), job.key()
    lines, made = store.prepare(key, job)
    (made / key).mkdir(parents=True)
    assert store.keep(key, lines, made) is None
    assert list(lines.parent.iterdir()) == []


def test_old_indexes_go(tmp_path: Path) -> None:
    store = IndexStore(tmp_path)
    for age in range(8):
        folder = tmp_path / "tim-kiem" / f"key{age}"
        folder.mkdir(parents=True)
        (folder / CONTENTS).write_text("{}", encoding="utf-8")
        os.utime(folder, (10_000_000 - age * 3000, 10_000_000 - age * 3000))
    store.trim()
    left = sorted(path.name for path in (tmp_path / "tim-kiem").iterdir())
    assert left == ["key0", "key1", "key2", "key3"]
