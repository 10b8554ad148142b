"""Nhận ra văn bản trong bài tốn bao nhiêu: mỗi 10.000 chữ, và chữ gần đúng tệ nhất."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from newsroom.references import Names, find_named, find_references
from newsroom.sample import generate

_SIZE = 100_000
_NAMES = 1_000
_NEAR = (
    *("1", "1 ", "1/", "12/KH", "12/KH-", "12/KH - ", "12/KH-X, ", "12/KH-X\n", "12/A&", "12/A & "),
    *("12/A-A-A-A-", "1-A/A-A/", "0 1", "1.000", "1/2022/", "1 / 2022 / ", "12/KH-VKS ngày 1/1/"),
    *("số ", "số 1 ", "  \n", "Luật ", "Luật số 1/2", "Nghị quyết 1, ", "Nghị quyết số 1 và "),
    *("luật " * 30 + "1/KH-X ", "Luật “a số 1/KH-X ", "Luật sửa đổi của Luật a 1/2022/QH1 "),
    *(
        "Luật " + "a" * 150 + " số 1/AB-C ",
        "1/" + "A" * 5000 + " ",
        "Luật năm 2000 ",
        "Mẫu số 1/KH-X ",
    ),
    *("http://1/KH-X,", "x," * 100 + "1/KH-X ", "a\u0323\u0301", "\u0323\u0301", "1\u00ad/"),
)
"""What nearly is a reference, repeated to 100 KB: a runaway pattern would show here."""


@dataclass(frozen=True)
class Costs:
    """Words read, milliseconds per 10,000 of them, the worst near-match and its milliseconds."""

    words: int
    numbered: float
    named: float
    worst: str
    worst_milliseconds: float


def measure_references(count: int, work: Path) -> Costs:
    """Read the bodies of *count* sample articles, then each near-match."""
    generate(count, work, 1)
    files = sorted((work / "tin").rglob("*.md"))
    bodies = [file.read_text(encoding="utf-8").split("---\n", 2)[2] for file in files]
    words = sum(len(body.split()) for body in bodies)
    names = Names(f"Quy chế làm việc của đơn vị mẫu số {number}" for number in range(_NAMES))
    costs = {near: _milliseconds([(near * _SIZE)[:_SIZE]], find_references) for near in _NEAR}
    worst = max(costs, key=costs.__getitem__)
    return Costs(
        words,
        _milliseconds(bodies, find_references) / words * 10_000,
        _milliseconds(bodies, lambda body: find_named(body, names)) / words * 10_000,
        worst,
        costs[worst],
    )


def _milliseconds(texts: list[str], read: Callable[[str], object]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return (time.process_time() - start) * 1000


def reference_lines(costs: Costs) -> Iterable[str]:
    """The figures, a line each."""
    yield f"{costs.words} chữ, mỗi 10.000 chữ:"
    yield f"  số, ký hiệu {costs.numbered:.1f} ms; {_NAMES} tên gọi {costs.named:.1f} ms"
    yield f"  Tệ nhất trong {len(_NEAR)} loại chữ gần đúng dài {_SIZE // 1000} KB:"
    yield f"  {costs.worst_milliseconds:.0f} ms ({costs.worst[:30]!r})"
