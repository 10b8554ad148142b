"""The pages of the sample register, one for each unit and body."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from newsroom.sample.chance import chance
from newsroom.sample.page import Page
from newsroom.sample.register import SampleUnit, units
from newsroom.sample.words import sentence


def register_pages(seed: int) -> Iterator[Page]:
    """Yield a page for each unit of the register."""
    for place, unit in enumerate(units()):
        yield Page(
            f"don-vi/{unit.id}.md", unit.meta, _introduction(unit, chance(seed, "don-vi", place))
        )


def _introduction(unit: SampleUnit, rng: Random) -> str:
    return " ".join(
        (
            f"{unit.meta.title} là đơn vị mẫu, không có thật.",
            sentence("Nhiệm vụ thường ngày là {dong_tu} {noi_dung} và {noi_dung}.", rng, {}),
            sentence("{chu_the} làm việc trong tinh thần {khong_khi}, {ket_qua}.", rng, {}),
        )
    )
