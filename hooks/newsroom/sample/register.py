"""The sample register: an agency, its departments, district and regional units, three bodies.

It has what makes a register hard: district units that ended on 30 June 2025 in five ways, two
departments with one name one after the other, a department that changed its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from newsroom.schema import Closing, ClosingKind, UnitKind, UnitMeta, UnitName

AGENCY = "vksnd-thanh-pho-mau"
COMMITTEE = "ban-chi-dao-dan-chu"
LAST_OLD_DAY = date(2025, 6, 30)
FIRST_NEW_DAY = date(2025, 7, 1)
RENAMED_FROM = date(2020, 7, 1)
TENTH_FROM = date(2018, 1, 1)


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """A unit or body; ``id`` is the name of its file."""

    id: str
    meta: UnitMeta

    def works_on(self, day: date) -> bool:
        """Whether the unit exists on *day*."""
        return _covers(self.meta.valid_from, self.meta.valid_to, day)

    def name_on(self, day: date) -> str:
        """The name it bears on *day*."""
        for name in self.meta.names:
            if _covers(name.valid_from, name.valid_to, day):
                return name.name
        return self.meta.title

    def written_on(self, day: date, rng: Random) -> str:
        """One of the ways a writer refers to it on *day*: mostly the id, else a name or alias."""
        way = rng.random()
        if way < 0.6:
            return self.id
        if way < 0.85 or not self.meta.aliases:
            return self.name_on(day)
        return rng.choice(self.meta.aliases)


def _covers(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


@cache
def units() -> tuple[SampleUnit, ...]:
    """All sample units, in the order of the official structure."""
    return (_agency(), *_departments(), *_regions(), *_districts(), *_bodies())


@cache
def working_on(day: date) -> tuple[SampleUnit, ...]:
    """The units that exist on *day*."""
    return tuple(unit for unit in units() if unit.works_on(day))


def _agency() -> SampleUnit:
    meta = UnitMeta(
        title="VKSND thành phố Mẫu",
        full_name="Viện kiểm sát nhân dân thành phố Mẫu",
        kind=UnitKind.AGENCY,
        function="Cơ quan mẫu, dùng để thử phần mềm",
        order=1,
        aliases=["VKS thành phố Mẫu", "VKSND TP Mẫu"],
    )
    return SampleUnit(AGENCY, meta)


def _departments() -> list[SampleUnit]:
    return [
        _inspectorate(),
        _department("van-phong", "Văn phòng (mẫu)", "Tổng hợp, hành chính, quản trị", 20),
        *(_numbered(number) for number in (1, 2)),
        _numbered(
            3,
            valid_to=LAST_OLD_DAY,
            closing=Closing(kind=ClosingKind.MERGED, successors=["phong-3-2025"]),
        ),
        _department(
            "phong-3-2025",
            "Phòng 3 (mẫu)",
            "Theo dõi nhóm việc mẫu số 3 và số 9",
            30,
            valid_from=FIRST_NEW_DAY,
            predecessors=["phong-3"],
        ),
        *(_numbered(number) for number in (4, 5, 6, 7, 8)),
        _numbered(10, valid_from=TENTH_FROM),
    ]


def _inspectorate() -> SampleUnit:
    return _department(
        "thanh-tra",
        "Thanh tra (mẫu)",
        "Thanh tra, kiểm tra nội bộ; giúp việc Ban Chỉ đạo",
        10,
        names=[
            UnitName(name="Thanh tra – Khiếu tố (mẫu)", valid_to=date(2020, 6, 30)),
            UnitName(name="Thanh tra (mẫu)", valid_from=RENAMED_FROM),
        ],
    )


def _numbered(number: int, **more: object) -> SampleUnit:
    return _department(
        f"phong-{number}",
        f"Phòng {number} (mẫu)",
        f"Theo dõi nhóm việc mẫu số {number}",
        30,
        aliases=[f"P{number} (mẫu)"],
        **more,
    )


def _department(id_: str, title: str, function: str, order: int, **more: object) -> SampleUnit:
    meta = {
        "title": title,
        "full_name": f"{title}, Viện kiểm sát nhân dân thành phố Mẫu",
        "kind": UnitKind.DEPARTMENT,
        "function": function,
        "order": order,
        "parent": AGENCY,
        **more,
    }
    return SampleUnit(id_, UnitMeta.model_validate(meta))


_DISTRICTS: tuple[tuple[str, ClosingKind, tuple[int, ...]], ...] = (
    ("quận Mẫu A", ClosingKind.MERGED, (1,)),
    ("quận Mẫu B", ClosingKind.MERGED, (1,)),
    ("huyện Mẫu C", ClosingKind.MERGED, (2,)),
    ("quận Mẫu D", ClosingKind.SPLIT, (2, 3)),
    ("huyện Mẫu E", ClosingKind.DISSOLVED, ()),
    ("quận Mẫu F", ClosingKind.RENAMED, (4,)),
    ("huyện Mẫu G", ClosingKind.UNDETERMINED, ()),
    ("quận Mẫu H", ClosingKind.MERGED, (3,)),
)
"""Place, how its unit closed, and the numbers of the regions that succeed it."""


def _district_id(place: str) -> str:
    kind, _, letter = place.replace("quận", "quan").replace("huyện", "huyen").partition(" Mẫu ")
    return f"vksnd-{kind}-mau-{letter.lower()}"


def _region_id(number: int) -> str:
    return f"vksnd-khu-vuc-mau-{number}"


def _districts() -> list[SampleUnit]:
    return [
        SampleUnit(
            _district_id(place),
            UnitMeta(
                title=f"VKSND {place}",
                full_name=f"Viện kiểm sát nhân dân {place}",
                kind=UnitKind.DISTRICT,
                function=f"Đơn vị mẫu ở {place}, không có thật",
                order=50,
                parent=AGENCY,
                aliases=[f"VKS {place}"],
                valid_to=LAST_OLD_DAY,
                closing=Closing(kind=kind, successors=[_region_id(number) for number in regions]),
            ),
        )
        for place, kind, regions in _DISTRICTS
    ]


def _regions() -> list[SampleUnit]:
    return [
        SampleUnit(
            _region_id(number),
            UnitMeta(
                title=f"VKSND khu vực Mẫu {number}",
                full_name=f"Viện kiểm sát nhân dân khu vực Mẫu {number}",
                kind=UnitKind.REGION,
                function=f"Đơn vị mẫu ở khu vực {number}, không có thật",
                order=40,
                parent=AGENCY,
                aliases=[f"VKS khu vực Mẫu {number}"],
                valid_from=FIRST_NEW_DAY,
                predecessors=[
                    _district_id(place) for place, _, regions in _DISTRICTS if number in regions
                ],
            ),
        )
        for number in (1, 2, 3, 4)
    ]


def _bodies() -> list[SampleUnit]:
    named = (
        (COMMITTEE, "Ban Chỉ đạo thực hiện dân chủ (mẫu)", "BCĐ thực hiện dân chủ (mẫu)"),
        ("cong-doan", "Công đoàn cơ quan (mẫu)", "Công đoàn (mẫu)"),
        ("doan-thanh-nien", "Đoàn Thanh niên (mẫu)", "Đoàn TN (mẫu)"),
    )
    return [
        SampleUnit(
            id_,
            UnitMeta(
                title=title,
                kind=UnitKind.BODY,
                function="Tổ chức mẫu trong cơ quan mẫu",
                order=60 + place,
                parent=AGENCY,
                aliases=[alias],
            ),
        )
        for place, (id_, title, alias) in enumerate(named)
    ]
