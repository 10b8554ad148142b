"""The register of units: look-up by id, name or alias on a day, and its own checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from newsroom.units import UnitRegister, first_day_after

from .small import unit_register

PHONG = "title: {}\nkind: phong"
SPRING, AUTUMN = date(2025, 3, 5), date(2025, 9, 1)

REGISTER = {
    "vksnd-tp-hai-phong": (
        "title: VKSND thành phố Hải Phòng\nkind: co-quan\norder: 1\n"
        "full_name: Viện kiểm sát nhân dân thành phố Hải Phòng"
    ),
    "phong-2": "title: Phòng 2\nkind: phong\nparent: vksnd-tp-hai-phong\nvalid_to: 2025-06-30",
    "phong-2-moi": "title: Phòng 2\nkind: phong\nvalid_from: 2025-07-01",
    "phong-10": "title: Phòng 10\nkind: phong",
    "thanh-tra": (
        "title: Thanh tra\nkind: phong\nnames:\n"
        "  - {name: Thanh tra – Khiếu tố, to: 2024-12-31}\n"
        "  - {name: Thanh tra, from: 2025-01-01}"
    ),
    "vksnd-quan-le-chan": (
        "title: VKSND quận Lê Chân\nkind: quan-huyen\nvalid_to: 2025-06-30\n"
        "aliases: [VKS quận Lê Chân, VKSND Q. Lê Chân, Viện kiểm sát nhân dân quận Lê Chân]\n"
        "closing: {kind: chua-xac-dinh}"
    ),
    "vksnd-huyen-thuy-nguyen": (
        "title: VKSND huyện Thuỷ Nguyên\nkind: quan-huyen\nvalid_to: 2024-12-31\n"
        "closing: {kind: doi-ten, successors: [vksnd-tp-thuy-nguyen]}"
    ),
    "vksnd-tp-thuy-nguyen": (
        "title: VKSND thành phố Thủy Nguyên\nkind: quan-huyen\nvalid_from: 2025-01-01\n"
        "predecessors: [vksnd-huyen-thuy-nguyen]"
    ),
    "ban-chi-dao": "title: Ban Chỉ đạo\nkind: to-chuc",
}


@pytest.fixture(scope="module")
def register() -> UnitRegister:
    return unit_register(REGISTER)


def resolve(
    register: UnitRegister, text: str, when: date = SPRING
) -> tuple[str | None, str, str | None]:
    """The unit's id, the name it is shown under, and the problem's code."""
    ref, problem = register.resolve(text, when, "bai.md", 5)
    return ref.unit and ref.unit.id, ref.text, problem and problem.code


FOUND = {
    "theo mã": ("phong-10", "phong-10", "Phòng 10"),
    "theo tên": ("Phòng 10", "phong-10", "Phòng 10"),
    "thừa khoảng trắng": ("  Phòng   10 ", "phong-10", "Phòng 10"),
    "không dấu": ("phong 10", "phong-10", "Phòng 10"),
    "viết hoa": ("PHÒNG 10", "phong-10", "Phòng 10"),
    "tên đầy đủ": (
        "Viện kiểm sát nhân dân thành phố Hải Phòng",
        "vksnd-tp-hai-phong",
        "VKSND thành phố Hải Phòng",
    ),
    "tên gọi khác": ("VKS quận Lê Chân", "vksnd-quan-le-chan", "VKSND quận Lê Chân"),
    "tên gọi tắt": ("VKSND Q. Lê Chân", "vksnd-quan-le-chan", "VKSND quận Lê Chân"),
    "dấu đặt chỗ khác": (
        "VKSND thành phố Thuỷ Nguyên",
        "vksnd-tp-thuy-nguyen",
        "VKSND thành phố Thủy Nguyên",
    ),
    "tổ chức": ("Ban chỉ đạo", "ban-chi-dao", "Ban Chỉ đạo"),
}


@pytest.mark.parametrize(("text", "unit_id", "shown"), FOUND.values(), ids=FOUND.keys())
def test_a_unit_is_found(register: UnitRegister, text: str, unit_id: str, shown: str) -> None:
    assert resolve(register, text) == (unit_id, shown, None)


BY_DAY = {
    "Phòng 2 trước sáp nhập": ("Phòng 2", SPRING, "phong-2"),
    "Phòng 2 ngày cuối cùng": ("Phòng 2", date(2025, 6, 30), "phong-2"),
    "Phòng 2 ngày đầu tiên": ("Phòng 2", date(2025, 7, 1), "phong-2-moi"),
    "Phòng 2 sau sáp nhập": ("Phòng 2", AUTUMN, "phong-2-moi"),
    "tên cũ khi còn dùng": ("Thanh tra – Khiếu tố", date(2024, 5, 1), "thanh-tra"),
}


@pytest.mark.parametrize(("text", "when", "unit_id"), BY_DAY.values(), ids=BY_DAY.keys())
def test_a_name_means_the_unit_that_bore_it_on_the_day(
    register: UnitRegister, text: str, when: date, unit_id: str
) -> None:
    found, _, problem = resolve(register, text, when)
    assert (found, problem) == (unit_id, None)


@pytest.mark.parametrize(
    ("when", "shown"),
    [(date(2024, 5, 1), "Thanh tra – Khiếu tố"), (SPRING, "Thanh tra")],
    ids=["năm 2024", "năm 2025"],
)
def test_a_unit_is_shown_under_the_name_of_the_day(
    register: UnitRegister, when: date, shown: str
) -> None:
    assert resolve(register, "thanh-tra", when) == ("thanh-tra", shown, None)


NOT_THEN = {
    "mã, sau khi kết thúc": ("vksnd-quan-le-chan", AUTUMN, "vksnd-quan-le-chan"),
    "tên, sau khi kết thúc": ("VKSND quận Lê Chân", AUTUMN, "vksnd-quan-le-chan"),
    "mã, trước khi bắt đầu": ("phong-2-moi", SPRING, "phong-2-moi"),
    "tên, trước khi bắt đầu": (
        "VKSND thành phố Thủy Nguyên",
        date(2024, 6, 1),
        "vksnd-tp-thuy-nguyen",
    ),
}


@pytest.mark.parametrize(("text", "when", "unit_id"), NOT_THEN.values(), ids=NOT_THEN.keys())
def test_outside_its_time_a_unit_is_still_found_with_a_warning(
    register: UnitRegister, text: str, when: date, unit_id: str
) -> None:
    found, _, problem = resolve(register, text, when)
    assert (found, problem) == (unit_id, "unit-not-then")


def test_the_warning_says_when_the_unit_worked(register: UnitRegister) -> None:
    _, problem = register.resolve("VKSND quận Lê Chân", AUTUMN, "bai.md", 5)
    assert problem is not None
    assert "ngày 01/9/2025" in problem.message
    assert "đến hết ngày 30/6/2025" in problem.message
    assert problem.line == 5


UNKNOWN = {
    "gõ sai số": ("Phòng 22", "Phòng 2"),
    "tên cũ không có trong danh bạ": ("VKSND quận Lê Trân", "vksnd-quan-le-chan"),
    "mã gõ sai": ("thanh_tra", "thanh-tra"),
}


@pytest.mark.parametrize(("text", "near"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_an_unknown_unit_keeps_its_text_and_the_nearest_are_offered(
    register: UnitRegister, text: str, near: str
) -> None:
    ref, problem = register.resolve(text, SPRING, "bai.md", 5)
    assert (ref.text, ref.unit) == (text, None)
    assert problem is not None
    assert problem.code == "unit-unknown"
    assert near in problem.hint
    assert problem.hint.count("(`") <= 3


def test_three_are_offered_and_each_once(register: UnitRegister) -> None:
    hint = register.suggestion("VKSND quận Lê Chân cũ")
    ids = [part.partition("`)")[0] for part in hint.split("(`")[1:]]
    assert ids[0] == "vksnd-quan-le-chan"
    assert len(ids) == len(set(ids)) <= 3


def test_nothing_near_nothing_offered(register: UnitRegister) -> None:
    hint = register.suggestion("Công ty Xyz")
    assert "don-vi/" in hint
    assert "Gần nhất" not in unit_register({}).suggestion("Phòng 2")


AMBIGUOUS = {
    "hai đơn vị cùng tên": {"a": PHONG.format("Phòng 2"), "b": PHONG.format("Phòng 2")},
    "tên gọi khác trùng": {
        "a": PHONG.format("Phòng 2"),
        "b": PHONG.format("Phòng 3") + "\naliases: Phòng 2",
    },
    "chỉ giống khi bỏ dấu": {"a": PHONG.format("Phòng Hóa"), "b": PHONG.format("Phòng Hòa")},
}
ASKED = {"chỉ giống khi bỏ dấu": "Phong hoa"}


@pytest.mark.parametrize("case", AMBIGUOUS)
def test_a_name_of_several_units_is_ambiguous(case: str) -> None:
    register = unit_register(AMBIGUOUS[case])
    text = ASKED.get(case, "Phòng 2")
    ref, problem = register.resolve(text, SPRING, "bai.md", 5)
    assert (ref.text, ref.unit) == (text, None)
    assert problem is not None
    assert problem.code == "unit-ambiguous"
    assert "(`a`)" in problem.message
    assert "(`b`)" in problem.message


def test_exact_spelling_goes_before_folded() -> None:
    register = unit_register(AMBIGUOUS["chỉ giống khi bỏ dấu"])
    assert resolve(register, "Phòng Hòa")[0] == "b"
    assert resolve(register, "phòng hóa")[0] == "a"


def test_an_id_goes_before_a_name() -> None:
    register = unit_register({"a": PHONG.format("Phòng B"), "b": PHONG.format("a")})
    assert resolve(register, "a")[0] == "a"


# --- order ---


def test_official_order_then_natural_order() -> None:
    register = unit_register(
        {
            "p10": PHONG.format("Phòng 10"),
            "p2": PHONG.format("Phòng 2"),
            "van-phong": PHONG.format("Văn phòng") + "\norder: 2",
            "lanh-dao": PHONG.format("Lãnh đạo Viện") + "\norder: 1",
            "dang-uy": PHONG.format("Đảng ủy"),
            "cong-doan": PHONG.format("Công đoàn"),
        }
    )
    assert [unit.meta.title for unit in register] == [
        *("Lãnh đạo Viện", "Văn phòng", "Công đoàn", "Đảng ủy", "Phòng 2", "Phòng 10"),
    ]
    assert len(register) == 6


# --- the register's own checks ---


def found(units: Mapping[str, str]) -> list[str]:
    return sorted(
        f"{p.place.removeprefix('don-vi/')} {p.code}" for p in unit_register(units).problems()
    )


def test_a_sound_register_has_no_problems() -> None:
    assert found(REGISTER) == ["phong-2.md:5 unit-closing-unknown"]


B, C, D = PHONG.format("B"), PHONG.format("C"), PHONG.format("D")


def closing(kind: str, *successors: str) -> str:
    """Lines 4 and 5 of a unit's file, and on."""
    lines = ["valid_to: 2025-06-30", "closing:", f"  kind: {kind}"]
    if successors:
        lines.append(f"  successors: [{', '.join(successors)}]")
    return "\n" + "\n".join(lines)


COUNTS = [
    *(("doi-ten", count, count == 1) for count in range(3)),
    *(("hop-nhat", count, count == 1) for count in range(3)),
    *(("sap-nhap", count, count == 1) for count in range(3)),
    *(("chia-tach", count, count >= 2) for count in range(4)),
    *(("giai-the", count, count == 0) for count in range(3)),
    *(("chua-xac-dinh", count, True) for count in range(4)),
]


@pytest.mark.parametrize(("kind", "count", "is_right"), COUNTS)
def test_how_many_successors_a_kind_of_closing_has(kind: str, count: int, is_right: bool) -> None:
    units = {"a": PHONG.format("A") + closing(kind, *"bcd"[:count]), "b": B, "c": C, "d": D}
    assert found(units) == ([] if is_right else ["a.md:5 unit-closing-successors"])


def test_one_successor_given_twice_counts_once() -> None:
    units = {"a": PHONG.format("A") + closing("chia-tach", "b", "b"), "b": B}
    assert found(units) == ["a.md:5 unit-closing-successors"]


CHECKS: dict[str, Any] = {
    "đơn vị cấp trên lạ": (
        {"a": PHONG.format("A") + "\nparent: x"},
        ["a.md:4 unit-parent-unknown"],
    ),
    "đơn vị kế tục lạ": (
        {"a": PHONG.format("A") + closing("doi-ten", "x")},
        ["a.md:7 unit-successor-unknown"],
    ),
    "tiền thân lạ": (
        {"a": PHONG.format("A") + "\npredecessors: x"},
        ["a.md:4 unit-successor-unknown"],
    ),
    "kết thúc không có ngày": (
        {"a": PHONG.format("A") + "\nclosing: {kind: giai-the}"},
        ["a.md:4 unit-closing-date"],
    ),
    "ngày không có cách kết thúc": (
        {"a": PHONG.format("A") + "\nvalid_to: 2025-06-30"},
        ["a.md:4 unit-closing-unknown"],
    ),
    "ghi ở cả hai phía": (
        {"a": PHONG.format("A") + closing("doi-ten", "b"), "b": B + "\npredecessors: a"},
        [],
    ),
    "chỉ đơn vị cũ ghi": ({"a": PHONG.format("A") + closing("doi-ten", "b"), "b": B}, []),
    "chỉ đơn vị mới ghi": (
        {"a": PHONG.format("A"), "b": B + "\npredecessors: a"},
        ["b.md:4 unit-predecessor-mismatch"],
    ),
    "đơn vị mới ghi đơn vị khác": (
        {
            "a": PHONG.format("A") + closing("doi-ten", "b"),
            "b": B + "\npredecessors: c",
            "c": C + closing("sap-nhap", "b"),
        },
        ["b.md:4 unit-predecessor-mismatch"],
    ),
    "kế tục đã kết thúc trước": (
        {
            "a": PHONG.format("A") + closing("doi-ten", "b"),
            "b": B + "\nvalid_to: 2025-01-01\nclosing: {kind: giai-the}",
        },
        ["a.md:7 unit-successor-time"],
    ),
    "kế tục chính mình": (
        {"a": PHONG.format("A") + closing("doi-ten", "a")},
        ["a.md:5 unit-cycle", "a.md:7 unit-successor-time"],
    ),
    "cấp trên là chính mình": ({"a": PHONG.format("A") + "\nparent: a"}, ["a.md:4 unit-cycle"]),
    "cấp trên vòng tròn": (
        {
            "a": PHONG.format("A") + "\nparent: b",
            "b": B + "\nparent: c",
            "c": C + "\nparent: a",
        },
        ["a.md:4 unit-cycle"],
    ),
    "hai nhánh gặp nhau không phải vòng": (
        {
            "a": PHONG.format("A") + closing("chia-tach", "b", "c"),
            "b": B + "\nvalid_to: 2025-12-31\nclosing: {kind: sap-nhap, successors: d}",
            "c": C + "\nvalid_to: 2025-12-31\nclosing: {kind: sap-nhap, successors: d}",
            "d": D,
        },
        [],
    ),
    "ngày bắt đầu sau ngày cuối": (
        {
            "a": PHONG.format("A")
            + "\nvalid_from: 2025-07-01\nvalid_to: 2025-06-30\nclosing: {kind: giai-the}"
        },
        ["a.md:5 period-order"],
    ),
    "trùng tên cùng lúc": (
        {"a": PHONG.format("A"), "b": PHONG.format("A")},
        ["b.md:2 unit-name-clash"],
    ),
    "trùng tên khi bỏ dấu": (
        {"a": PHONG.format("Phòng Thuỷ"), "b": PHONG.format("phong thủy")},
        ["a.md:2 unit-name-clash"],
    ),
    "trùng tên gọi khác": (
        {"a": PHONG.format("A"), "b": B + "\naliases: [A]"},
        ["b.md:2 unit-name-clash"],
    ),
    "trùng tên nối nhau": (
        {
            "a": PHONG.format("A") + "\nvalid_to: 2025-06-30\nclosing: {kind: chua-xac-dinh}",
            "b": PHONG.format("A") + "\nvalid_from: 2025-07-01",
        },
        [],
    ),
    "trùng tên chồng một ngày": (
        {
            "a": PHONG.format("A") + "\nvalid_to: 2025-07-01\nclosing: {kind: chua-xac-dinh}",
            "b": PHONG.format("A") + "\nvalid_from: 2025-07-01",
        },
        ["b.md:2 unit-name-clash"],
    ),
}


@pytest.mark.parametrize(("units", "expected"), CHECKS.values(), ids=CHECKS.keys())
def test_the_register_checks_itself(units: dict[str, str], expected: list[str]) -> None:
    assert found(units) == expected


def test_a_long_cycle_is_told_once_and_spelled_out() -> None:
    units = {
        "c": C + closing("doi-ten", "b"),
        "a": PHONG.format("A") + closing("doi-ten", "c"),
        "b": B + closing("doi-ten", "a"),
    }
    cycles = [p for p in unit_register(units).problems() if p.code == "unit-cycle"]
    assert [p.path for p in cycles] == ["don-vi/a.md"]
    assert "a → c → b → a" in cycles[0].message


def test_two_cycles_are_told_both() -> None:
    units = {
        name: PHONG.format(name) + closing("doi-ten", other)
        for name, other in ("ab", "ba", "cd", "dc")
    }
    cycles = [p.path for p in unit_register(units).problems() if p.code == "unit-cycle"]
    assert sorted(cycles) == ["don-vi/a.md", "don-vi/c.md"]


def test_many_generations_of_split_units_are_walked_once() -> None:
    generations = 12
    units = {
        f"{side}{n}": PHONG.format(f"Đơn vị {side}{n}")
        + (closing("chia-tach", f"a{n + 1}", f"b{n + 1}") if n < generations else "")
        for n in range(generations + 1)
        for side in "ab"
    }
    register = unit_register(units)

    class Counting(dict[str, Any]):
        asked = 0

        def get(self, key: str, default: Any = None) -> Any:
            Counting.asked += 1
            return super().get(key, default)

    register.by_id = Counting(register.by_id)
    list(register.problems())
    assert Counting.asked < 100 * len(units)


def test_who_came_before_and_after(register: UnitRegister) -> None:
    old, new = register.by_id["vksnd-huyen-thuy-nguyen"], register.by_id["vksnd-tp-thuy-nguyen"]
    assert register.successors(old) == (new,)
    assert register.predecessors[new.id] == (old,)


def test_a_closed_unit_no_longer_works_from_the_next_day(register: UnitRegister) -> None:
    assert first_day_after(register.by_id["phong-2"]) == date(2025, 7, 1)
    assert first_day_after(register.by_id["phong-10"]) is None
