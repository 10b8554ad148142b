"""Units in a plan's scope without news: names as on the plan's date, and who took over from whom."""

from __future__ import annotations

import pytest

from newsroom.coverage import missing_units

from .small import LoadSmall, article, page

UNITS = {
    "phong-2": "title: Phòng 2\nkind: phong\nvalid_to: 2025-06-30\nclosing: {kind: chua-xac-dinh}",
    "phong-2-moi": "title: Phòng 2\nkind: phong\nvalid_from: 2025-07-01",
    "phong-9": "title: Phòng 9\nkind: phong\naliases: [Phòng Chín]",
    "thanh-tra": (
        "title: Thanh tra\nkind: phong\nnames:\n"
        "  - {name: Thanh tra – Khiếu tố, to: 2024-12-31}\n  - {name: Thanh tra, from: 2025-01-01}"
    ),
    # one → another → a region: two steps
    "huyen-mau": (
        "title: VKSND huyện Mẫu\nkind: quan-huyen\nvalid_to: 2025-03-31\n"
        "closing: {kind: doi-ten, successors: [quan-mau]}"
    ),
    "quan-mau": (
        "title: VKSND quận Mẫu\nkind: quan-huyen\nvalid_from: 2025-04-01\nvalid_to: 2025-06-30\n"
        "closing: {kind: sap-nhap, successors: [khu-vuc-91]}"
    ),
    "khu-vuc-91": "title: VKSND khu vực 91\nkind: khu-vuc\nvalid_from: 2025-07-01",
    # one into two
    "quan-doi": (
        "title: VKSND quận Đôi\nkind: quan-huyen\nvalid_to: 2025-06-30\n"
        "closing: {kind: chia-tach, successors: [khu-vuc-91, khu-vuc-92]}"
    ),
    "khu-vuc-92": "title: VKSND khu vực 92\nkind: khu-vuc\nvalid_from: 2025-07-01",
    # a register gone wrong: two that succeed each other
    "vong-mot": (
        "title: Vòng 1\nkind: phong\nvalid_to: 2025-06-30\n"
        "closing: {kind: doi-ten, successors: [vong-hai]}"
    ),
    "vong-hai": (
        "title: Vòng 2\nkind: phong\nvalid_to: 2025-07-30\n"
        "closing: {kind: doi-ten, successors: [vong-mot]}"
    ),
}
PLAN = "title: Kế hoạch mẫu\nnumber: 118/KH-VKSHP-TTr\n"
SPRING, AUTUMN = "2025-03-05", "2025-09-05"


def missing(
    newsroom_of: LoadSmall,
    scope: str,
    articles: list[dict[str, str]],
    day: str = "date: 2025-02-07",
) -> list[str]:
    """``["Phòng 9 (phong-9)"]``: who lacks news, under the name of the plan's date."""
    files = {f"don-vi/{unit_id}.md": page(text) for unit_id, text in UNITS.items()}
    files["ke-hoach/118.md"] = page(f"{PLAN}{day}\nscope: {scope}")
    for number, fields in enumerate(articles):
        files[f"tin/2025/bai-{number}.md"] = article(**{"plan": "118", **fields})
    newsroom = newsroom_of(files, with_units=False, now="2025-12-01")
    plan = newsroom.plans[0]
    assert plan.document is not None
    found = missing_units(plan.document, plan.articles, newsroom.units)
    return [f"{ref.text} ({ref.unit.id if ref.unit else 'không rõ'})" for ref in found]


SCOPES = {
    "theo mã": ("[phong-9]", "Phòng 9 (phong-9)"),
    "theo tên": ("[Phòng 9]", "Phòng 9 (phong-9)"),
    "theo tên gọi khác": ("[Phòng Chín]", "Phòng 9 (phong-9)"),
    "một đơn vị, không phải danh sách": ("Phòng 9", "Phòng 9 (phong-9)"),
    "tên hai đơn vị từng mang: theo ngày của kế hoạch": ("[Phòng 2]", "Phòng 2 (phong-2)"),
    "tên ngoài danh bạ": ("[Phòng Không Có]", "Phòng Không Có (không rõ)"),
    "nêu hai lần": ("[phong-9, Phòng 9]", "Phòng 9 (phong-9)"),
}


@pytest.mark.parametrize(("scope", "expected"), SCOPES.values(), ids=SCOPES)
def test_without_news_the_scope_is_missing(
    newsroom_of: LoadSmall, scope: str, expected: str
) -> None:
    assert missing(newsroom_of, scope, [{"unit": "thanh-tra", "date": SPRING}]) == [expected]


DAYS = {
    "ngày của kế hoạch": ("date: 2024-06-01", "Thanh tra – Khiếu tố (thanh-tra)"),
    "ngày của kế hoạch, không phải ngày bắt đầu": (
        "date: 2024-12-20\nstarts: 2025-01-01",
        "Thanh tra – Khiếu tố (thanh-tra)",
    ),
    "chỉ rõ năm: ngày bắt đầu": ("date: 2024\nstarts: 2025-01-01", "Thanh tra (thanh-tra)"),
    "chỉ rõ năm": ("date: 2025", "Thanh tra (thanh-tra)"),
}


@pytest.mark.parametrize(("day", "expected"), DAYS.values(), ids=DAYS)
def test_names_are_those_of_the_plans_date(newsroom_of: LoadSmall, day: str, expected: str) -> None:
    articles = [{"unit": "phong-9", "date": SPRING}]
    assert missing(newsroom_of, "[thanh-tra]", articles, day) == [expected]


HEIRS = {
    "chính đơn vị ấy": ("phong-9", [{"unit": "Phòng 9", "date": SPRING}], []),
    "đơn vị kế tục": ("quan-mau", [{"unit": "khu-vuc-91", "date": AUTUMN}], []),
    "kế tục qua hai lần": ("huyen-mau", [{"unit": "khu-vuc-91", "date": AUTUMN}], []),
    "chia tách: một trong hai là đủ": ("quan-doi", [{"unit": "khu-vuc-92", "date": AUTUMN}], []),
    "tiền thân thì không": (
        "khu-vuc-91",
        [{"unit": "quan-mau", "date": "2025-05-05"}],
        ["VKSND khu vực 91 (khu-vuc-91)"],
    ),
    "cùng tên nhưng là đơn vị khác": (
        "phong-2",
        [{"unit": "phong-2-moi", "date": AUTUMN}],
        ["Phòng 2 (phong-2)"],
    ),
    "được kiểm tra": (
        "phong-9",
        [{"unit": "thanh-tra", "date": SPRING, "units": "{inspected: [Phòng 9]}"}],
        [],
    ),
    "chỉ được nhắc đến": (
        "phong-9",
        [{"unit": "thanh-tra", "date": SPRING, "units": "{mentioned: [Phòng 9]}"}],
        ["Phòng 9 (phong-9)"],
    ),
    "tên ngoài danh bạ, bài ghi đúng tên ấy": (
        "Phòng Không Có",
        [{"unit": "Phòng Không Có", "date": SPRING}],
        [],
    ),
    "danh bạ kế tục vòng tròn": (
        "vong-mot",
        [{"unit": "phong-9", "date": SPRING}],
        ["Vòng 1 (vong-mot)"],
    ),
}


@pytest.mark.parametrize(("scope", "articles", "expected"), HEIRS.values(), ids=HEIRS)
def test_who_has_news(
    newsroom_of: LoadSmall, scope: str, articles: list[dict[str, str]], expected: list[str]
) -> None:
    assert missing(newsroom_of, f"[{scope}]", articles) == expected


def test_a_plan_without_scope_misses_nobody(newsroom_of: LoadSmall) -> None:
    assert missing(newsroom_of, "[]", [{"unit": "phong-9", "date": SPRING}]) == []
