"""Our records go into bytes and come back; nothing else can be loaded from any bytes."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import pickle
import random
import subprocess
import zoneinfo
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsroom.archive_blocks import article_model
from newsroom.archive_rules import ArchiveRule
from newsroom.caching import plain
from newsroom.caching.page_files import Record
from newsroom.caching.plain import NotPlainError, from_bytes, to_bytes
from newsroom.caching.store import Store
from newsroom.caching.whole_site import Inputs
from newsroom.clock import read_now
from newsroom.content import Entry, Kind
from newsroom.problems import Problem, Severity
from newsroom.schema import ArticleMeta, UnitMeta

ZONE = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")
WORDS = st.text(max_size=12)
PROBLEMS = st.builds(
    Problem,
    WORDS,
    st.none() | st.integers(),
    st.none() | st.integers(),
    WORDS,
    st.sampled_from(Severity),
    WORDS,
    WORDS,
)
ENTRIES = st.builds(Entry, WORDS, st.sampled_from(Kind), WORDS, is_canonical=st.booleans())
UNITS = st.builds(
    lambda title: UnitMeta.model_validate({"title": f"Phòng {title}", "kind": "phong"}),
    st.integers(1, 99),
)
SIMPLE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.dates()
    | st.timedeltas()
    | st.datetimes(timezones=st.none() | st.just(ZONE) | st.just(UTC), allow_imaginary=False)
    | PROBLEMS
    | ENTRIES
    | UNITS
)
HASHABLE = st.none() | st.integers() | st.text() | st.dates() | PROBLEMS
VALUES = st.recursive(
    SIMPLE,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(HASHABLE, inner, max_size=4)
        | st.sets(HASHABLE, max_size=4)
        | st.frozensets(HASHABLE, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_plain_comes_back(value: object) -> None:
    back = from_bytes(to_bytes(value))
    assert back == value
    assert type(back) is type(value)
    assert repr(back) == repr(value) or isinstance(value, set | frozenset | dict | list | tuple)


@given(VALUES)
def test_the_same_value_makes_the_same_bytes_when_it_has_come_back(value: object) -> None:
    """Workers give their results as bytes: nothing may be lost on a second way."""
    once = from_bytes(to_bytes(value))
    assert from_bytes(to_bytes(once)) == value


def test_a_moment_keeps_its_zone() -> None:
    now = read_now("2025-08-01 09:00")
    back = from_bytes(to_bytes(now))
    assert (back, back.tzinfo, back.utcoffset()) == (now, now.tzinfo, now.utcoffset())


def test_a_record_of_a_configured_archive_comes_back() -> None:
    rule = {"id": "chuyen-doi-so", "title": "Chuyển đổi số", "tag": "chuyển đổi số"}
    axis = {"key": "field", "folder": "linh-vuc", "label": "Lĩnh vực", "values": {"ho-so": "Hồ sơ"}}
    archive = ArchiveRule.model_validate({**rule, "block": "digital", "axes": [axis]}).archive()
    model = article_model((archive,))
    given = {"title": "Bài thử", "date": date(2025, 3, 6), "author": "Người Thử"}
    meta = model.model_validate({**given, "unit": "phong-2", "digital": {"field": "ho-so"}})
    back = from_bytes(to_bytes(meta))
    assert type(back) is model
    assert back == meta
    assert back.digital.field == ("ho-so",)  # type: ignore[attr-defined]


def test_without_configured_archives_articles_are_of_the_usual_class() -> None:
    assert article_model(()) is ArticleMeta


@dataclasses.dataclass
class _Elsewhere:
    """A record, but none of ours."""

    name: str


class _Choice(Enum):
    ONE = 1


class _Plain:
    pass


def _function() -> None:
    pass


REFUSED: dict[str, Callable[[], object]] = {
    "a record of another project": lambda: _Elsewhere("tên"),
    "an enum of another project": lambda: _Choice.ONE,
    "an object": _Plain,
    "a function": lambda: _function,
    "a function without a name": lambda: lambda: None,
    "a module": lambda: os,
    "a path": lambda: Path("tệp"),
    "an open file": lambda: open(os.devnull, "rb"),  # noqa: SIM115, PTH123
    "an iterator": lambda: iter(map(str, (1, 2))),
    "a store": lambda: object.__new__(Store),
    "a built-in function": lambda: getattr,
    "a pattern": lambda: __import__("re").compile("a"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_plain_is_refused_on_one_way_or_the_other(make: Callable[[], object]) -> None:
    value = make()
    with pytest.raises(NotPlainError):
        from_bytes(to_bytes([value]))


class _Calls:
    """Pickled, it is a call of *function* when it is loaded."""

    def __init__(self, function: Callable[..., Any], *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return self._call


WRITE = "open('co-chay', 'w').close()"
HOSTILE: dict[str, Callable[[], object]] = {
    "a command": lambda: _Calls(os.system, "touch co-chay"),
    "a program": lambda: _Calls(subprocess.Popen, ["touch", "co-chay"]),
    "eval": lambda: _Calls(eval, WRITE),
    "exec": lambda: _Calls(exec, WRITE),
    "getattr": lambda: _Calls(getattr, "", "upper"),
    "import": lambda: _Calls(__import__, "antigravity"),
    "open": lambda: _Calls(open, "co-chay", "w"),
    "a path": lambda: _Calls(Path, "co-chay"),
    "a function of ours": lambda: _Calls(plain.to_bytes, 1),
    "a function of ours that loads": lambda: _Calls(plain.from_bytes, b""),
    "a class of ours that is no record": lambda: _Calls(Store, Path("co-chay")),
    "a bare pickle in it": lambda: _Calls(pickle.loads, pickle.dumps(_Calls(eval, WRITE))),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("protocol", range(6))
def test_a_hostile_pickle_runs_nothing(
    make: Callable[[], object], protocol: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = pickle.dumps([make()], protocol)
    with pytest.raises(NotPlainError):
        from_bytes(data)
    assert list(tmp_path.iterdir()) == []


def named(module: str, name: str) -> bytes:
    """A pickle of whatever has this name."""
    parts = (b"\x8c" + bytes([len(text)]) + text.encode() for text in (module, name))
    return b"\x80\x04" + b"".join(parts) + b"\x93."


def test_the_name_of_a_record_is_found() -> None:
    assert from_bytes(named("newsroom.problems", "Problem")) is Problem


NAMES = [
    ("builtins", "eval"),
    ("builtins", "getattr"),
    ("builtins", "type"),
    ("os", "system"),
    ("datetime", "datetime.fromisoformat"),
    ("datetime", "tzinfo"),
    ("zoneinfo", "ZoneInfo.from_file"),
    ("newsroom.caching.plain", "BaseModel"),
    ("newsroom.caching.plain", "NotPlainError"),
    ("newsroom.caching.plain", "pickle"),
    ("newsroom.caching.plain", "pickle.loads"),
    ("newsroom.caching.plain", "sys"),
    ("newsroom.caching.plain", "sys.modules"),
    ("newsroom.caching.plain", "from_bytes"),
    ("newsroom.problems", "StrEnum"),
    ("newsroom.problems", "CATALOGUE"),
    ("newsroom.problems", "Problem.as_dict"),
    ("newsroom.problems", "Severity.ERROR"),
    ("newsroom.problems", "khong-co"),
    ("newsroom.folder", "ArticleMeta"),
    ("newsroom.folder", "Path"),
    ("newsroom.caching.store", "Store"),
    ("newsroom.caching.store", "sqlite3.connect"),
    ("newsroom.khong_co", "Problem"),
    ("newsroomx.problems", "Problem"),
    ("mkdocs.config.base", "Config"),
    ("", ""),
]


@pytest.mark.parametrize(("module", "name"), NAMES, ids=map(":".join, NAMES))
def test_a_name_that_is_no_record_of_its_module_is_not_found(module: str, name: str) -> None:
    with pytest.raises(NotPlainError):
        from_bytes(named(module, name))


SAMPLE = to_bytes(
    [
        Problem("tin/a.md", 3, None, "title-long", Severity.NOTE, "Dài quá", "Bớt đi"),
        datetime(2025, 3, 6, 8, tzinfo=ZONE),
        {("page", "tin/"): frozenset({date(2025, 3, 6)}), "b": timedelta(1)},
        Record(b"x" * 16, frozenset({("img-src", "data:")}), ("lỗi",)),
        Inputs(b"1", {"tin/a.md": b"2"}),
    ]
)


def test_bytes_cut_anywhere_are_refused() -> None:
    for length in range(len(SAMPLE)):
        with pytest.raises(NotPlainError):
            from_bytes(SAMPLE[:length])


def _loads(data: bytes) -> None:
    """Load *data* or refuse it; anything else fails.

    The C unpickler clears as much memory as a number in a “put” asks for: not with these.
    """
    assume(not set(data) & {ord("p"), ord("r"), ord("q")})
    with contextlib.suppress(NotPlainError):
        from_bytes(data)


@given(st.binary(max_size=120))
def test_any_bytes_are_refused_at_most(data: bytes) -> None:
    _loads(data)


@pytest.mark.parametrize("seed", range(5))
def test_spoilt_bytes_give_a_value_or_are_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(200):
        data = bytearray(SAMPLE)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.choice(b"\x00()tRbo}]s.2a0\x93\x94h\x81")
        with contextlib.suppress(NotPlainError):
            from_bytes(bytes(data))
