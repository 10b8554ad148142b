"""What may be found, and by what."""

from __future__ import annotations

import pytest

from newsroom.search.entries import search_entries
from newsroom.search.entry import SearchEntry, entry_line, read_entry

from ..small import LoadSmall, article, page

PLAN = page(
    "title: Kế hoạch kiểm tra\nnumber: 118/KH-VKSHP-TTr\ndate: 2025-02-07\nabstract: Mật mã Alpha\n"
    "starts: 2025-01-01\nends: 2025-12-31",
    "Giới thiệu kế hoạch.",
)
PUBLIC = page(
    "title: Quy chế mẫu\nnumber: 143/QĐ-VKSHP\ndate: 2024-10-22\nabstract: Về dân chủ\npublic: true\n"
    "aliases: [Quy chế 143]"
)
CLOSED = page(
    "title: VKSND quận Cũ\nkind: quan-huyen\naliases: [VKS quận Cũ]\nvalid_to: 2025-06-30\n"
    "closing: {kind: sap-nhap, successors: [phong-9]}"
)
SITE = {
    "tin/2025/bai.md": article(
        "Thân bài ngày 05/3/2025.",
        plan="118/KH-VKSHP-TTr",
        documents="[143/QĐ-VKSHP]",
        tags="[kiểm tra, dân chủ ở cơ sở]",
        event_date="2025-03-05",
        democracy="{content: [cong-khai], form: [kiem-tra], lead: Người chủ trì kín}",
        summary="Tóm tắt.",
        units="{led_by: [phong-9]}",
    ),
    "tin/2025/nhap.md": article(title="Bản nháp", draft="true"),
    "tin/2025/hen.md": article(title="Hẹn giờ", publish_at="2025-09-01 08:00"),
    "tin/2024/cu.md": article(title="Bài cũ", date="unknown", event_date="2024-12-31"),
    "tin/2025/chua-dang-ky.md": article(title="Theo kế hoạch lạ", plan="9/KH-X"),
    "ke-hoach/118.md": PLAN,
    "van-ban/143.md": PUBLIC,
    "don-vi/quan-cu.md": CLOSED,
    "ho-tro.md": page("title: Trang thường"),
    "dan-chu/index.md": page("title: Dân chủ"),
}


@pytest.fixture
def entries(newsroom_of: LoadSmall) -> dict[str, SearchEntry]:
    return {entry.address: entry for entry in search_entries(newsroom_of(SITE))}


@pytest.mark.parametrize("preview", [False, True])
def test_articles_units_plans_documents_and_nothing_else(
    newsroom_of: LoadSmall, preview: bool
) -> None:
    found = [entry.address for entry in search_entries(newsroom_of(SITE, preview=preview))]
    assert found == [
        *("tin/2025/bai/", "tin/2025/chua-dang-ky/", "ke-hoach/118/", "ke-hoach/9-kh-x-2025/"),
        *("tin/2024/cu/", "van-ban/143/", "don-vi/phong-2/", "don-vi/phong-9/", "don-vi/quan-cu/"),
    ]


def test_an_article(entries: dict[str, SearchEntry]) -> None:
    found = entries["tin/2025/bai/"]
    assert (found.kind, found.day, found.shown_day, found.year) == (
        *("tin", "2025-03-06", "06/3/2025", 2025),
    )
    assert (found.unit, found.unit_id, found.contents) == (
        *("Phòng 2", "phong-2"),
        (("noi-dung", "cong-khai"),),
    )
    assert found.plans == ("ke-hoach/118/",)
    assert set(found.own_days) == {"@20250305", "@20250306", "@202503", "@2025"}
    assert {"@20250207", "@20241022"} <= set(found.cited_days)
    assert found.facts == (
        ("Đơn vị", "Phòng 2"),
        ("Diễn ra", "ngày 05/3/2025"),
        ("Chủ trì kiểm tra", "Phòng 9"),
        ("Văn bản", "118/KH-VKSHP-TTr ngày 07/02/2025"),
        ("Văn bản", "143/QĐ-VKSHP ngày 22/10/2024"),
        ("Tác giả", "Nguyễn Thị Mẫu"),
        ("Chủ đề", "kiểm tra"),
        ("Chủ đề", "dân chủ ở cơ sở"),
        ("Nội dung", "Công khai"),
        ("Hình thức", "Kiểm tra"),
    )


def test_what_is_not_public_is_not_found(entries: dict[str, SearchEntry]) -> None:
    everything = str(list(entries.values()))
    assert "Mật mã Alpha" not in everything  # the abstract of a document that is not public
    assert "Người chủ trì kín" not in everything  # for the committee's report only
    assert entries["van-ban/143/"].summary == "Về dân chủ"


def test_documents_and_units(entries: dict[str, SearchEntry]) -> None:
    plan, document, unit = (
        entries[a] for a in ("ke-hoach/118/", "van-ban/143/", "don-vi/quan-cu/")
    )
    assert (plan.kind, plan.names) == ("ke-hoach", ("118/KH-VKSHP-TTr",))
    assert ("Thực hiện từ", "ngày 01/01/2025") in plan.facts
    assert (document.kind, document.names) == ("van-ban", ("143/QĐ-VKSHP", "Quy chế 143"))
    assert (unit.kind, unit.names, unit.day) == ("don-vi", ("VKS quận Cũ",), "")
    assert ("Kết thúc hoạt động", "từ ngày 01/7/2025") in unit.facts
    assert ("Tiền thân", "VKSND quận Cũ") in entries["don-vi/phong-9/"].facts
    cited = entries["ke-hoach/9-kh-x-2025/"]
    assert (cited.title, cited.names, cited.year) == ("Kế hoạch 9/KH-X", ("9/KH-X",), 2025)


def test_an_unknown_publication_goes_by_the_event(entries: dict[str, SearchEntry]) -> None:
    assert (entries["tin/2024/cu/"].day, entries["tin/2024/cu/"].year) == ("2024-12-31", 2024)


def test_an_entry_survives_the_way_to_the_worker(entries: dict[str, SearchEntry]) -> None:
    for entry in entries.values():
        again = read_entry(entry_line(entry))
        assert entry_line(again) == entry_line(entry)
