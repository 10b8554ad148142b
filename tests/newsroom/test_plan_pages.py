"""A plan's page: what its articles come to, counted in activities, and what only editors see."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from newsroom.exports.plan_tables import plan_table_files
from newsroom.newsroom import Newsroom
from newsroom.spreadsheets import csv_bytes
from newsroom.views import Group, PlanView

from .small import LoadSmall, article, page
from .test_pages import views

ADDRESS = "ke-hoach/a/"
PLAN = "title: Kế hoạch A\nnumber: 1/KH-VKS\ndate: 2025-02-07"


def told(**fields: str | None) -> str:
    return article(**{"plan": "1/KH-VKS", **fields})


FILES: Mapping[str, str] = {
    "ke-hoach/a.md": page(PLAN),
    "don-vi/ban-chi-dao.md": page("title: Ban Chỉ đạo\nkind: to-chuc"),
    "tin/2025/mot.md": told(
        title="Tin một",
        date="2025-03-06",
        event_date="2025-03-05",
        activity="kiem-tra-phong-2",
        units="{led_by: ban-chi-dao, mentioned: phong-9}",
        democracy="{content: [to-chuc-thuc-hien, cong-khai], form: kiem-tra, result: Kết quả riêng}",
        documents="[7/QĐ-VKS]",
    ),
    "tin/2025/hai.md": told(
        title="Tin hai",
        date="2025-04-02",
        activity="kiem-tra-phong-2",
        units="{led_by: ban-chi-dao, partner: Đơn vị ngoài danh bạ}",
        democracy="{content: to-chuc-thuc-hien, form: kiem-tra}",
    ),
    "tin/2025/ba.md": told(title="=Tin ba", date="2025-05-10", unit="phong-9"),
    "tin/2025/nhap.md": told(title="Tin nháp", date="2025-06-01", draft="true"),
}


def plan_of(newsroom: Newsroom, address: str = ADDRESS) -> PlanView:
    view = views(newsroom)[address]
    assert isinstance(view, PlanView)
    return view


def shown(groups: tuple[Group, ...]) -> dict[str, list[tuple[str, str | None, int | None]]]:
    return {g.heading: [(x.text, x.address, x.count) for x in g.links] for g in groups}


def test_what_is_counted_is_said(newsroom_of: LoadSmall) -> None:
    assert plan_of(newsroom_of(FILES)).counted == "3 tin, bài về 2 hoạt động"
    assert plan_of(newsroom_of({"ke-hoach/a.md": page(PLAN)})).counted == ""


def test_units_by_role_in_activities(newsroom_of: LoadSmall) -> None:
    assert shown(plan_of(newsroom_of(FILES)).roles) == {
        "Tin, bài về": [("Phòng 2", "don-vi/phong-2/", 1), ("Phòng 9", "don-vi/phong-9/", 1)],
        "Chủ trì kiểm tra": [("Ban Chỉ đạo", "don-vi/ban-chi-dao/", 1)],
        "Đơn vị phối hợp": [("Đơn vị ngoài danh bạ", None, 1)],
        "Đơn vị được nhắc đến": [("Phòng 9", "don-vi/phong-9/", 1)],
    }


def test_a_unit_that_changed_its_name_is_one(newsroom_of: LoadSmall) -> None:
    files = {
        "ke-hoach/a.md": page(PLAN),
        "don-vi/thanh-tra.md": page(
            "title: Thanh tra\nkind: phong\nnames:\n"
            "  - {name: Thanh tra – Khiếu tố, to: 2025-03-31}\n  - {name: Thanh tra, from: 2025-04-01}"
        ),
        "tin/2025/cu.md": told(unit="thanh-tra", date="2025-03-01"),
        "tin/2025/moi.md": told(unit="thanh-tra", date="2025-04-01"),
    }
    ((_, links),) = [(g.heading, g.links) for g in plan_of(newsroom_of(files)).roles]
    assert [(x.text, x.note, x.count) for x in links] == [
        ("Thanh tra", "có lúc mang tên Thanh tra – Khiếu tố", 2)
    ]


def test_content_and_form_lead_to_their_lists(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(FILES)
    values = plan_of(newsroom).values
    assert shown(values) == {
        "Nội dung": [
            ("Công khai", "dan-chu/noi-dung/cong-khai/", 1),
            ("Tổ chức thực hiện", "dan-chu/noi-dung/to-chuc-thuc-hien/", 1),
        ],
        "Hình thức": [("Kiểm tra", "dan-chu/hinh-thuc/kiem-tra/", 1)],
    }
    assert {x.address for g in values for x in g.links} <= set(views(newsroom))


def test_months_are_those_in_which_something_happened(newsroom_of: LoadSmall) -> None:
    months = plan_of(newsroom_of(FILES)).months
    assert [(m.month, m.activities, m.articles) for m in months] == [
        ("Tháng 3 năm 2025", 1, 1),
        ("Tháng 4 năm 2025", 0, 1),
        ("Tháng 5 năm 2025", 1, 1),
    ]


def test_one_month_needs_no_table(newsroom_of: LoadSmall) -> None:
    files = {"ke-hoach/a.md": page(PLAN), "tin/2025/mot.md": told()}
    assert plan_of(newsroom_of(files)).months == ()


SCOPE = (
    f"{PLAN}\nscope: [phong-2, VKSND quận Mẫu, phong-9, VKSND quận Lặng]\nstarts: 2025-01-01"
    "\nends: 2025-12-31"
)
SUCCEEDED: Mapping[str, str] = {
    "ke-hoach/a.md": page(SCOPE),
    "don-vi/quan.md": page(
        "title: VKSND quận Mẫu\nkind: quan-huyen\nvalid_to: 2025-06-30\n"
        "closing: {kind: sap-nhap, successors: khu-vuc}"
    ),
    "don-vi/lang.md": page(
        "title: VKSND quận Lặng\nkind: quan-huyen\nvalid_to: 2025-06-30\nclosing: {kind: giai-the}"
    ),
    "don-vi/khu-vuc.md": page("title: VKSND khu vực Mẫu\nkind: khu-vuc\nvalid_from: 2025-07-01"),
    "tin/2025/mot.md": told(),
    "tin/2025/hai.md": told(unit="khu-vuc", date="2025-07-10"),
}


def test_only_editors_see_the_scope_and_who_is_missing(newsroom_of: LoadSmall) -> None:
    public = plan_of(newsroom_of(SUCCEEDED))
    assert (public.scope, public.missing) == ((), ())
    inside = plan_of(newsroom_of(SUCCEEDED, preview=True))
    assert [(x.text, x.note) for x in inside.scope] == [
        ("Phòng 2", None),
        ("VKSND quận Mẫu", "đã kết thúc hoạt động; kế tục: VKSND khu vực Mẫu"),
        ("Phòng 9", None),
        ("VKSND quận Lặng", "đã kết thúc hoạt động"),
    ]
    assert [x.text for x in inside.missing] == ["Phòng 9", "VKSND quận Lặng"]


def test_a_plan_that_only_articles_know(newsroom_of: LoadSmall) -> None:
    files = {path: text for path, text in FILES.items() if path != "ke-hoach/a.md"}
    view = plan_of(newsroom_of(files), "ke-hoach/1-kh-vks-2025/")
    assert view.counted == "3 tin, bài về 2 hoạt động"
    assert view.table and view.table.address == "ke-hoach/1-kh-vks-2025/hoat-dong.csv"
    assert len(view.months) == 3
    assert (view.scope, view.missing) == ((), ())


# --- the table for other programs ---


def table(newsroom: Newsroom, address: str, site_url: str = "") -> list[list[str]]:
    (content,) = [
        f.content
        for f in plan_table_files(newsroom, site_url)
        if f.path == f"{address}hoat-dong.csv"
    ]
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("is_preview", [False, True], ids=["công khai", "xem trước"])
def test_the_table_of_activities(newsroom_of: LoadSmall, is_preview: bool) -> None:
    newsroom = newsroom_of(FILES, preview=is_preview)
    assert table(newsroom, ADDRESS, "https://trang.example/") == [
        [
            *("Ngày", "Mã hoạt động", "Đơn vị", "Nội dung", "Hình thức", "Văn bản"),
            *("Số tin, bài", "Tin, bài", "Địa chỉ"),
        ],
        [
            *("2025-05-10", "ba", "Phòng 9", "", "", "1/KH-VKS (2025)", "1"),
            *("'=Tin ba", "https://trang.example/tin/2025/ba/"),
        ],
        [
            *("2025-03-05", "kiem-tra-phong-2", "Phòng 2", "Tổ chức thực hiện; Công khai"),
            *("Kiểm tra", "1/KH-VKS (2025); 7/QĐ-VKS (2025)", "2", "Tin một; Tin hai"),
            "https://trang.example/tin/2025/mot/ https://trang.example/tin/2025/hai/",
        ],
    ]


def test_a_table_without_a_site_address_is_relative(newsroom_of: LoadSmall) -> None:
    assert table(newsroom_of(FILES), ADDRESS)[1][-1] == "../../tin/2025/ba/"


def test_the_table_says_what_the_page_says(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(FILES)
    rows = table(newsroom, ADDRESS)[1:]
    articles = sum(int(row[6]) for row in rows)
    assert f"{articles} tin, bài về {len(rows)} hoạt động" == plan_of(newsroom).counted


def test_no_table_without_news(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({"ke-hoach/a.md": page(PLAN)})
    assert list(plan_table_files(newsroom, "")) == []
    assert plan_of(newsroom).table is None


CELLS = {
    "=1+1": "'=1+1",
    "+84 225": "'+84 225",
    "-5": "'-5",
    "@SUM(A1)": "'@SUM(A1)",
    " =1": "' =1",
    "\t=1": "'\t=1",
    "＝1": "'＝1",
    'nói "có", rồi': 'nói "có", rồi',
    "hai\ndòng": "hai\ndòng",
    "Phòng 2": "Phòng 2",
}


@pytest.mark.parametrize(("text", "cell"), CELLS.items(), ids=map(repr, CELLS))
def test_no_cell_runs_as_a_formula(text: str, cell: str) -> None:
    content = csv_bytes(["Cột", "Số"], [[text, -5], [None, 0]]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert rows == [["Cột", "Số"], [cell, "-5"], ["", "0"]]
