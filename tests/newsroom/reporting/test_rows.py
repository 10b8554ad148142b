"""Rows: what news says of an activity, what people add, and what happens where they disagree."""

from __future__ import annotations

import pytest

from newsroom.reporting.news_rows import Row

from ..small import LoadSmall, page
from .reports import HEADER, next_run, report_on, sheet, told

PLAN = "title: Kế hoạch mẫu\nnumber: 118/KH-VKSHP-TTr\ndate: 2025-02-07\nscope: [phong-2, phong-9]"
LAW = "title: Luật mẫu\nnumber: 10/2022/QH15\ntype: luật\ndate: 2022-11-10"
FILES = {
    "ke-hoach/118.md": page(PLAN),
    "van-ban/luat.md": page(LAW),
    "tin/2025/kiem-tra.md": told(
        date="2025-03-06",
        event_date="05/3/2025",
        plan="118/KH-VKSHP-TTr",
        documents="10/2022/QH15",
        more="lead: Nguyễn Thị Mẫu, result: Đã kiểm tra, limits: Còn chậm",
    ),
}


def only(rows: tuple[Row, ...]) -> Row:
    (row,) = rows
    return row


def test_a_row_shows_what_the_front_matter_says(newsroom_of: LoadSmall) -> None:
    row = only(report_on(newsroom_of(FILES), base="https://trang.example/").rows)
    assert row.key == "kiem-tra"
    assert row.when.isoformat() == "2025-03-05"
    assert row.unit_names == "Phòng 2"
    assert row.classification == {"content": ("to-chuc-thuc-hien",), "form": ("kiem-tra",)}
    assert row.texts == {
        "Văn bản căn cứ": (
            "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025;\nLuật số 10/2022/QH15 ngày 10/11/2022"
        ),
        "Người chủ trì": "Nguyễn Thị Mẫu",
        "Kết quả": "Đã kiểm tra",
        "Hạn chế": "Còn chậm",
    }
    assert row.links == ("https://trang.example/tin/2025/kiem-tra/",)
    assert (row.attendance, row.opinions) == (None, None)


def test_what_news_does_not_say_stays_blank(newsroom_of: LoadSmall) -> None:
    made = report_on(newsroom_of({"tin/2025/a.md": told()}))
    assert only(made.rows).texts == {}
    assert (made.attendance, made.opinions) == (None, None)


def test_two_articles_of_one_activity_are_one_row(newsroom_of: LoadSmall) -> None:
    files = {
        "tin/2025/a.md": told(
            date="2025-03-05", activity="dot-1", more="result: Một", unit="phong-9"
        ),
        "tin/2025/b.md": told("cong-khai", date="2025-03-06", activity="dot-1", more="result: Hai"),
    }
    row = only(report_on(newsroom_of(files)).rows)
    assert row.key == "dot-1"
    assert row.unit_names == "Phòng 9; Phòng 2"
    assert row.classification["content"] == ("to-chuc-thuc-hien", "cong-khai")
    assert row.texts["Kết quả"] == "Một\nHai"
    assert row.links == ("/tin/2025/a/", "/tin/2025/b/")


def test_only_the_periods_published_members_of_the_archive_by_date_and_structure(
    newsroom_of: LoadSmall,
) -> None:
    files = {
        "don-vi/thanh-tra.md": "---\ntitle: Thanh tra\nkind: phong\norder: 1\n---\n",
        "tin/2025/sau-ky.md": told(date="2025-06-01"),
        "tin/2025/ngay-cuoi.md": told(date="2025-05-31"),
        "tin/2024/ngay-dau.md": told(date="2024-12-01"),
        "tin/2024/truoc-ky.md": told(date="2024-11-30"),
        "tin/2025/phong-9.md": told(date="2025-03-05", unit="phong-9"),
        "tin/2025/thanh-tra.md": told(date="2025-03-05", unit="thanh-tra"),
        "tin/2025/phong-2.md": told(date="2025-03-05", unit="phong-2"),
        "tin/2025/nhap.md": told(date="2025-03-05", draft="true"),
        "tin/2025/khac.md": told(date="2025-03-05", democracy=None),
        "tin/2025/the.md": told(date="2025-03-07", democracy=None, tags="[dân chủ ở cơ sở]"),
    }
    keys = [row.key for row in report_on(newsroom_of(files)).rows]
    assert keys == ["ngay-dau", "thanh-tra", "phong-2", "phong-9", "the", "ngay-cuoi"]


OVERRIDES = {
    "ngày": ("Ngày", "06/3/2025", lambda r: r.when.isoformat(), "2025-03-06", True),
    "đơn vị": ("Đơn vị", "Phòng 9", lambda r: r.unit_names, "Phòng 9", True),
    "nội dung": ("Nội dung", "Công khai", lambda r: r.values("", "content"), ("cong-khai",), True),
    "kết quả": ("Kết quả", "Khác hẳn", lambda r: r.texts["Kết quả"], "Khác hẳn", True),
    "kết quả, cùng lời": (
        "Kết quả",
        "đã kiểm tra",
        lambda r: r.texts["Kết quả"],
        "đã kiểm tra",
        False,
    ),
    "số người dự": ("Số người dự", "45", lambda r: r.attendance, 45, False),
}


@pytest.mark.parametrize(
    ("title", "typed", "shown", "expected", "is_conflict"), OVERRIDES.values(), ids=OVERRIDES
)
def test_what_people_fill_in_goes_before_the_news(
    newsroom_of: LoadSmall, title: str, typed: str, shown, expected: object, is_conflict: bool
) -> None:
    cells = {"Mã hoạt động": "kiem-tra", "Hoạt động trên Trang": "x", title: typed}
    data = sheet(",".join(cells.get(name, "") for name in HEADER.split(",")))
    made = report_on(newsroom_of(FILES), data)
    assert shown(only(made.rows)) == expected
    assert bool(made.remarks) is is_conflict
    if is_conflict:
        assert (made.remarks[0].subject, made.remarks[0].line) == ("kiem-tra", 2)
        assert title in made.remarks[0].text


def test_activities_never_published_come_from_the_supplement(newsroom_of: LoadSmall) -> None:
    data = sheet(
        "ngoai-1,,01/3/2025,Phòng 9; Cụm thi đua,Công khai,,Công văn số 1,Ông Mẫu,,,20,",
        "ngoai-2,,01/6/2025,Phòng 9,,,,,,,5,",  # of the next period
    )
    made = report_on(newsroom_of(FILES), data)
    assert [row.key for row in made.rows] == ["ngoai-1", "kiem-tra"]
    assert made.rows[0].unit_names == "Phòng 9; Cụm thi đua"
    assert made.rows[0].links == ()
    assert (made.attendance, made.opinions) == (20, None)
    assert [(r.subject, "Cụm thi đua" in r.text) for r in made.remarks] == [("ngoai-1", True)]
    content = made.matrices[0]
    assert content.total == 2
    assert ("Phòng 9", (1, 0, 0, 0, 0), 1) in content.rows


def test_a_row_whose_activity_is_gone_is_reported_not_filed(newsroom_of: LoadSmall) -> None:
    data = sheet("da-go,05/3/2025 – Phòng 2,,,,,,,Đã điền,,30,")
    made = report_on(newsroom_of(FILES), data)
    assert [row.key for row in made.rows] == ["kiem-tra"]
    assert [(r.subject, r.line) for r in made.remarks] == [("da-go", 2)]


def test_a_row_of_another_period_is_neither_filed_nor_reported(newsroom_of: LoadSmall) -> None:
    files = FILES | {"tin/2025/sau.md": told(date="2025-07-05")}
    data = sheet("sau,05/7/2025 – Phòng 2,,,,,,,,,30,")
    made = report_on(newsroom_of(files), data)
    assert [row.key for row in made.rows] == ["kiem-tra"]
    assert made.remarks == ()


def test_three_runs_leave_every_byte_that_people_wrote(newsroom_of: LoadSmall) -> None:
    first = next_run(newsroom_of(FILES), None)
    assert first.startswith(b"\xef\xbb\xbf")
    assert [line.count(",") for line in first.decode().splitlines()] == [11, 11]
    # as a spreadsheet program saves it: semicolons, a column of their own, an own activity, no BOM
    typed = (
        first.decode("utf-8-sig").replace(",", ";").replace("Số ý kiến", "Số ý kiến;Người nhập")
        + 'ngoai-1;;01/3/2025;Phòng 9;;;;;"nhiều\r\ndòng  hai khoảng trắng";;07;;Mẫu'
    ).encode()
    more = FILES | {"tin/2025/moi.md": told(date="2025-04-01", title="Bài; mới")}
    second = next_run(newsroom_of(more), typed)
    assert second.startswith(typed)
    appended = second[len(typed) :].decode()
    assert appended == '\r\nmoi;"01/4/2025 – Phòng 2 – Bài; mới";;;;;;;;;;;\r\n'
    filled = second.replace(b"Ph\xc3\xb2ng 9;;;;;", b"Ph\xc3\xb2ng 9;;;;A;")
    third = next_run(newsroom_of(more), filled)
    assert third == filled
    less = newsroom_of({"tin/2025/moi.md": more["tin/2025/moi.md"]})
    assert next_run(less, third) == third


def test_utf_16_is_appended_to_in_utf_16(newsroom_of: LoadSmall) -> None:
    data = b"\xff\xfe" + (HEADER.replace(",", "\t") + "\r\n").encode("utf-16-le")
    grown = next_run(newsroom_of(FILES), data)
    assert grown.startswith(data)
    assert "kiem-tra\t05/3/2025 – Phòng 2 – " in grown.decode("utf-16")


def test_cells_outlive_a_second_article_that_names_the_activity(newsroom_of: LoadSmall) -> None:
    """First one article, known by its file; later two, known by their common name."""
    data = next_run(newsroom_of({"tin/2025/mot.md": told(date="2025-03-05")}), None)
    data = data.replace(b",,\r\n", b",30,4\r\n")
    later = newsroom_of(
        {
            "tin/2025/mot.md": told(date="2025-03-05", activity="dot-1"),
            "tin/2025/hai.md": told(date="2025-03-06", activity="dot-1"),
        }
    )
    made = report_on(later, data)
    assert (only(made.rows).attendance, only(made.rows).opinions) == (30, 4)
    assert made.remarks == ()
    assert next_run(later, data) == data


def test_files_of_one_name_in_two_years_are_two_rows(newsroom_of: LoadSmall) -> None:
    files = {
        "tin/2024/hoi-nghi.md": told(date="2024-12-10"),
        "tin/2025/hoi-nghi.md": told(date="2025-03-10"),
    }
    newsroom = newsroom_of(files)
    data = next_run(newsroom, None)
    assert [row.key for row in report_on(newsroom, data).rows] == ["2024/hoi-nghi", "2025/hoi-nghi"]
    assert next_run(newsroom, data) == data


def test_a_hostile_title_is_no_formula_in_the_supplement(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({"tin/2025/a.md": told(title='"=HYPERLINK(1)"')})
    for line in next_run(newsroom, None).decode("utf-8-sig").splitlines():
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "+", "-", "@"))


def test_the_period_says_when_it_crosses_the_reorganisation(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(FILES)
    assert not any("01/7/2025" in note for note in report_on(newsroom, name="2025-H1").notes)
    assert any("01/7/2025" in note for note in report_on(newsroom, name="2025-CN").notes)


def test_two_units_of_one_name_are_told_apart_in_the_totals(newsroom_of: LoadSmall) -> None:
    files = {
        "don-vi/phong-3.md": page("title: Phòng 3\nkind: phong\nvalid_to: 2025-06-30"),
        "don-vi/phong-3-moi.md": page("title: Phòng 3\nkind: phong\nvalid_from: 2025-07-01"),
        "tin/2025/a.md": told(date="2025-03-05", unit="Phòng 3"),
        "tin/2025/b.md": told(date="2025-07-05", unit="Phòng 3"),
    }
    made = report_on(newsroom_of(files), name="2025-CN")
    assert [row.unit_names for row in made.rows] == ["Phòng 3", "Phòng 3"]
    assert {name for name, _, _ in made.matrices[0].rows} == {
        "Phòng 3 (đến hết ngày 30/6/2025)",
        "Phòng 3 (từ ngày 01/7/2025)",
    }


def test_sums_say_from_how_many_activities(newsroom_of: LoadSmall) -> None:
    files = FILES | {"tin/2025/b.md": told(date="2025-04-01")}
    made = report_on(newsroom_of(files), sheet("kiem-tra,x,,,,,,,,,30,0"))
    assert (made.attendance, made.opinions) == (30, 0)
    assert "Số người dự cộng từ 1 trong 2 hoạt động đã có số liệu." in made.notes
    assert "Số ý kiến cộng từ 1 trong 2 hoạt động đã có số liệu." in made.notes


def test_units_without_news_know_successors_and_earlier_news(newsroom_of: LoadSmall) -> None:
    files = {
        "don-vi/quan-mau.md": page(
            "title: VKSND quận Mẫu\nkind: quan-huyen\nvalid_to: 2025-06-30\n"
            "closing: {kind: sap-nhap, successors: [khu-vuc-91]}"
        ),
        "don-vi/khu-vuc-91.md": page(
            "title: VKSND khu vực 91\nkind: khu-vuc\nvalid_from: 2025-07-01"
        ),
        "ke-hoach/118.md": page(PLAN.replace("phong-9]", "Phòng 9, VKSND quận Mẫu]")),
        "tin/2025/a.md": told(date="2025-03-05", plan="118/KH-VKSHP-TTr"),
    }
    newsroom = newsroom_of(files, now="2025-12-01")

    def gaps(name: str) -> list[tuple[str, tuple[str, ...], bool]]:
        return [
            (g.unit.text, g.heirs, g.had_news_before) for g in report_on(newsroom, name=name).gaps
        ]

    others = [("Phòng 9", (), False), ("VKSND quận Mẫu", ("VKSND khu vực 91",), False)]
    assert gaps("2025-H1") == others
    assert gaps("2025-H2") == [("Phòng 2", (), True), *others]
    assert gaps("2027-H1") == []
