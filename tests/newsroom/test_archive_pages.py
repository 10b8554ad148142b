"""Pages of an archive: what their tables count, where totals lead, years and reporting periods."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, site_pages
from newsroom.periods import find_period
from newsroom.reporting.report import make_report
from newsroom.settings import SiteSettings
from newsroom.views import Matrix

from .small import LoadSmall, article, codes, page

SETTINGS = SiteSettings()


def pages(newsroom: Newsroom) -> dict[str, SitePage]:
    return {one.address: one for one in site_pages(newsroom, SETTINGS)}


def view(newsroom: Newsroom, address: str) -> Any:
    return pages(newsroom)[address].make_view()


def of(content: str, /, **fields: str | None) -> str:
    return article(democracy=f"{{content: {content}}}", **fields)


def figures(table: Matrix) -> dict[str, tuple[tuple[int, ...], int]]:
    rows = {row.head.text: (row.cells, row.total) for row in table.rows}
    sums = tuple(link.count or 0 for link in table.totals)
    return {**rows, table.total.text: (sums, table.total.count or 0)}


COUNTED: dict[str, tuple[dict[str, str], dict[str, tuple[tuple[int, ...], int]]]] = {
    "hai bài về một hoạt động là một": (
        {
            "a": of("cong-khai", activity="hoi-nghi"),
            "b": of("cong-khai", activity="hoi-nghi"),
        },
        {"Phòng 2": ((1, 0, 0, 0, 0), 1), "Tổng số": ((1, 0, 0, 0, 0), 1)},
    ),
    "hai bài không có mã là hai": (
        {"a": of("cong-khai"), "b": of("cong-khai")},
        {"Phòng 2": ((2, 0, 0, 0, 0), 2), "Tổng số": ((2, 0, 0, 0, 0), 2)},
    ),
    "một hoạt động, hai nội dung": (
        {"a": of("[cong-khai, ban-quyet-dinh]")},
        {"Phòng 2": ((1, 1, 0, 0, 0), 1), "Tổng số": ((1, 1, 0, 0, 0), 1)},
    ),
    "mỗi bài thêm một nội dung": (
        {
            "a": of("cong-khai", activity="hoi-nghi"),
            "b": of("ban-quyet-dinh", activity="hoi-nghi"),
        },
        {"Phòng 2": ((1, 1, 0, 0, 0), 1), "Tổng số": ((1, 1, 0, 0, 0), 1)},
    ),
    "một hoạt động của hai đơn vị": (
        {
            "a": of("cong-khai", activity="hoi-nghi"),
            "b": of("cong-khai", activity="hoi-nghi", unit="phong-9"),
        },
        {
            "Phòng 2": ((1, 0, 0, 0, 0), 1),
            "Phòng 9": ((1, 0, 0, 0, 0), 1),
            "Tổng số": ((1, 0, 0, 0, 0), 1),
        },
    ),
    "đơn vị lạ đứng sau, bài không đơn vị chỉ ở tổng": (
        {
            "a": of("cong-khai", unit="Ban lạ"),
            "b": of("cong-khai"),
            "c": of("tham-gia-y-kien", unit=None),
        },
        {
            "Phòng 2": ((1, 0, 0, 0, 0), 1),
            "Ban lạ": ((1, 0, 0, 0, 0), 1),
            "Tổng số": ((2, 0, 1, 0, 0), 3),
        },
    ),
}


@pytest.mark.parametrize(("articles", "wanted"), COUNTED.values(), ids=COUNTED.keys())
def test_the_table_counts_activities(
    newsroom_of: LoadSmall,
    articles: dict[str, str],
    wanted: dict[str, tuple[tuple[int, ...], int]],
) -> None:
    newsroom = newsroom_of({f"tin/2025/{name}.md": text for name, text in articles.items()})
    (table,) = view(newsroom, "dan-chu/").matrices
    found = figures(table)
    assert found == wanted
    assert list(found) == list(wanted)


def test_each_axis_has_its_table_and_says_what_it_counts(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {"tin/2025/a.md": article(democracy="{content: cong-khai, form: doi-thoai}")}
    )
    content, form = view(newsroom, "dan-chu/").matrices
    assert content.caption == (
        "Số hoạt động đã có tin, bài, theo nội dung. Nhiều tin, bài về cùng một hoạt động được tính"
        " một lần; một hoạt động có thể thuộc nhiều nội dung."
    )
    assert form.caption.startswith("Số hoạt động đã có tin, bài, theo hình thức.")
    assert (len(content.columns), content.is_wide) == (5, False)
    assert (len(form.columns), form.is_wide) == (11, True)
    assert form.columns[3].address == "dan-chu/hinh-thuc/doi-thoai/"
    year = view(newsroom, "dan-chu/2025/").matrices[0]
    assert year.caption.startswith("Số hoạt động năm 2025 đã có tin, bài, theo nội dung.")


def test_what_the_table_leaves_out_is_said(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            "tin/2025/a.md": of("cong-khai"),
            "tin/2025/b.md": article(democracy="{form: doi-thoai}"),
            "tin/2025/c.md": article(tags="dân chủ ở cơ sở"),
            "tin/2025/d.md": of("cong-khai", unit=None),
        }
    )
    home = view(newsroom, "dan-chu/")
    content, form = home.matrices
    assert content.note == (
        "Bảng chưa gồm 2 hoạt động chưa phân loại theo nội dung."
        " Dòng tổng số gồm cả 1 hoạt động mà tin, bài không ghi đơn vị."
    )
    assert form.note == "Bảng chưa gồm 3 hoạt động chưa phân loại theo hình thức."
    assert (home.listing.total, home.listing.activities) == (4, 4)
    assert content.total.count + 2 == form.total.count + 3 == 4


def test_totals_lead_to_lists_that_state_the_same_number(newsroom_of: LoadSmall) -> None:
    """Also where an activity spans the turn of the year: it belongs to its first day's year."""
    newsroom = newsroom_of(
        {
            "tin/2024/a.md": of("cong-khai", date="2024-12-30", activity="hoi-nghi-cuoi-nam"),
            "tin/2025/b.md": of("cong-khai", date="2025-01-02", activity="hoi-nghi-cuoi-nam"),
            "tin/2025/c.md": of("[cong-khai, tham-gia-y-kien]", date="2025-02-02"),
            "tin/2025/d.md": of("tham-gia-y-kien", date="2025-03-02"),
        }
    )
    known = pages(newsroom)
    seen = 0
    for address, one in known.items():
        if not address.startswith("dan-chu/"):
            continue
        made: Any = one.make_view()
        for table in getattr(made, "matrices", ()):
            for total in (*table.totals, table.total):
                if total.address:
                    target, _, anchor = total.address.partition("#")
                    listing: Any = known[target or address].make_view().listing  # type: ignore[attr-defined]
                    assert (listing.activities, listing.anchor) == (total.count, anchor)
                    seen += 1
    assert seen == 10
    lists = {a: known[a].make_view().listing for a in known if a.startswith("dan-chu/2")}  # type: ignore[attr-defined]
    assert {a: (x.total, x.activities) for a, x in lists.items()} == {
        "dan-chu/2025/": (2, 2),
        "dan-chu/2024/": (2, 1),
    }


def test_page_and_report_file_an_activity_under_one_period(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            "tin/2025/a.md": of("cong-khai", date="2025-05-31", activity="hoi-nghi-he"),
            "tin/2025/b.md": of("cong-khai", date="2025-06-01", activity="hoi-nghi-he"),
        }
    )
    (index,) = newsroom.archives
    assert "dan-chu/ky/2025-h2/" not in pages(newsroom)
    for name, count in (("2025-H1", 1), ("2025-H2", 0)):
        period = find_period(SETTINGS.periods, name)
        assert period is not None
        assert len(make_report(newsroom, index, period, agency="Cơ quan mẫu").rows) == count


PERIODS = {
    "dan-chu/ky/2025-h1/": (
        "Thực hiện dân chủ ở cơ sở: 6 tháng đầu năm 2025 (từ 01/12/2024 đến 31/5/2025)",
        ["tin/2025/b/", "tin/2024/a/"],
        False,
    ),
    "dan-chu/ky/2025-h2/": (
        "Thực hiện dân chủ ở cơ sở: 6 tháng cuối năm 2025 (từ 01/6/2025 đến 30/11/2025)",
        ["tin/2025/c/"],
        True,
    ),
    "dan-chu/ky/2025-cn/": (
        "Thực hiện dân chủ ở cơ sở: cả năm 2025 (từ 01/12/2024 đến 30/11/2025)",
        ["tin/2025/c/", "tin/2025/b/", "tin/2024/a/"],
        True,
    ),
}


@pytest.fixture
def over_periods(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(
        {
            "tin/2024/a.md": of("cong-khai", date="2024-12-01"),
            "tin/2025/b.md": of("cong-khai", date="2025-05-31"),
            "tin/2025/c.md": of("cong-khai", date="2025-06-01"),
        }
    )


@pytest.mark.parametrize(
    ("address", "title", "members", "is_flagged"),
    [(address, *rest) for address, rest in PERIODS.items()],
    ids=PERIODS.keys(),
)
def test_a_reporting_period(
    over_periods: Newsroom, address: str, title: str, members: list[str], is_flagged: bool
) -> None:
    made = view(over_periods, address)
    assert made.title == title
    assert [card.address for card in made.listing.cards] == members
    assert made.matrices[0].total.count == made.listing.activities == len(members)
    assert [crumb.text for crumb in made.crumbs[:3]] == [
        "Trang chủ",
        "Dân chủ ở cơ sở",
        "Các kỳ",
    ]
    flags = [line for notice in made.notices for line in notice.lines if "01/7/2025" in line]
    assert bool(flags) == is_flagged
    assert all("không so sánh được" in line for line in flags)


def test_only_periods_with_activities_have_pages(over_periods: Newsroom) -> None:
    below = {a for a in pages(over_periods) if a.startswith("dan-chu/ky/")}
    assert below == {"dan-chu/ky/", *PERIODS}
    index = view(over_periods, "dan-chu/ky/")
    assert [(g.heading, [link.note for link in g.links]) for g in index.groups] == [
        (
            "Năm 2025",
            [
                "từ 01/12/2024 đến 31/5/2025 · 2 tin, bài về 2 hoạt động",
                "từ 01/6/2025 đến 30/11/2025 · 1 tin, bài về 1 hoạt động",
                "từ 01/12/2024 đến 30/11/2025 · 3 tin, bài về 3 hoạt động",
            ],
        )
    ]


def test_the_year_of_the_reorganisation_is_flagged_too(over_periods: Newsroom) -> None:
    assert view(over_periods, "dan-chu/2025/").notices
    assert not view(over_periods, "dan-chu/2024/").notices


def test_a_value_states_its_definition_from_content(newsroom_of: LoadSmall) -> None:
    text = "Cơ quan cung cấp thông tin (Luật số 10/2022/QH15)."
    files = {
        "dan-chu/noi-dung/cong-khai.md": page("title: Công khai", text),
        "tin/2025/a.md": of("cong-khai"),
    }
    newsroom = newsroom_of(files)
    assert pages(newsroom)["dan-chu/noi-dung/cong-khai/"].path == "dan-chu/noi-dung/cong-khai.md"
    made = view(newsroom, "dan-chu/noi-dung/cong-khai/")
    assert made.description == text
    assert made.matrices == ()


def test_articles_on_one_activity_name_each_other(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            "tin/2025/a.md": article(title="Trước", activity="hoi-nghi", date="2025-03-01"),
            "tin/2025/b.md": article(title="Giữa", activity="hoi-nghi", date="2025-03-02"),
            "tin/2025/c.md": article(title="Sau", activity="hoi-nghi", date="2025-03-03"),
            "tin/2025/d.md": article(title="Khác", activity="hoi-nghi-khac", date="2025-03-03"),
        }
    )
    first, *others = view(newsroom, "tin/2025/b/").related
    assert first.heading == "Tin, bài khác về hoạt động này"
    assert [link.text for link in first.links] == ["Trước", "Sau"]
    assert [link.text for group in others for link in group.links] == ["Khác"]
    assert "hoạt động" not in view(newsroom, "tin/2025/d/").related[0].heading


SLIPS: dict[str, tuple[dict[str, str], list[str]]] = {
    "cách 32 ngày": ({"date": "2025-04-02", "activity": "hoi-nghi-2025"}, ["6 activity-dates"]),
    "cách 31 ngày": ({"date": "2025-04-01", "activity": "hoi-nghi-2025"}, []),
    "ngày diễn ra gần, ngày đăng xa": (
        {"date": "2025-07-01", "activity": "hoi-nghi-2025", "event_date": "2025-03-02"},
        [],
    ),
    "thiếu gạch nối": ({"activity": "hoinghi-2025"}, ["6 activity-lookalike"]),
    "thừa một chữ": ({"activity": "hoi-nghii-2025"}, ["6 activity-lookalike"]),
    "đợt khác": ({"activity": "hoi-nghi-2026"}, []),
    "mã khác hẳn": ({"activity": "doi-thoai-2025"}, []),
    "gần giống nhưng xa ngày": ({"date": "2025-06-01", "activity": "hoinghi-2025"}, []),
}


@pytest.mark.parametrize(("fields", "found"), SLIPS.values(), ids=SLIPS.keys())
def test_a_mistyped_activity_is_told(
    newsroom_of: LoadSmall, fields: dict[str, str], found: list[str]
) -> None:
    first = {"date": "2025-03-01", "activity": "hoi-nghi-2025"}
    newsroom = newsroom_of(
        {
            "tin/2025/a.md": article(**first),
            "tin/2025/b.md": article(**first),
            "tin/2025/c.md": article(**{"date": "2025-03-03", **fields}),
        }
    )
    assert codes(newsroom, "tin/2025/c.md") == found
    assert codes(newsroom, "tin/2025/a.md") == []
    for one in newsroom.problems_of("tin/2025/c.md"):
        assert "tin/2025/a.md" in one.message
