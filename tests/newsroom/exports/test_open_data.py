"""The open data: what is in them, what never is, and that spreadsheets and programs can read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from newsroom.exports.open_data import cell, data_file_model, open_data_files
from newsroom.newsroom import Newsroom
from newsroom.open_data import datasets
from newsroom.settings import SiteSettings, read_settings

from ..small import LoadSmall, article, page

URL = "https://trang.example/"
PLAN = (
    "title: Kế hoạch dân chủ\nnumber: 118/KH-VKSHP-TTr\ndate: 07/02/2025\nstarts: 01/01/2025\n"
    "ends: 31/12/2025\nscope: [phong-2, phong-9]\nabstract: Trích yếu nội bộ"
)
FILES: dict[str, str | bytes] = {
    "ke-hoach/118-kh-vkshp-ttr-2025.md": page(PLAN),
    "van-ban/143-qd-vkshp-2024.md": page(
        "title: Quyết định\nnumber: 143/QĐ-VKSHP\ndate: 22/10/2024\n"
        "abstract: Ban hành quy chế\npublic: true"
    ),
    "tin/2025/a.md": article(
        title="Bài thứ nhất",
        date="unknown",
        event_date="05/3/2025",
        plan="118/KH-VKSHP-TTr",
        documents="[143/QĐ-VKSHP, 5/QĐ-LA]",
        units="{led_by: Ban lạ}",
        tags="[dân chủ ở cơ sở, tập huấn]",
        activity="hoi-nghi-2025",
        democracy=(
            "{content: [cong-khai, tham-gia-y-kien], form: doi-thoai, lead: Người chủ trì kín,"
            " result: Kết quả kín, limits: Hạn chế kín}"
        ),
    ),
    "tin/2025/b.md": article(title="Bài thứ hai", date="06/3/2025", activity="hoi-nghi-2025"),
    "tin/2025/c.md": article(title='"=SUM(A1)"', plan="9/KH-LA"),
    "tin/2025/nhap.md": article(title="Bài nháp kín", draft="true"),
    "tin/2025/hen.md": article(title="Bài hẹn kín", publish_at="2026-01-01", plan="8/KH-KIN"),
}


@pytest.fixture
def newsroom(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(FILES)


def files(newsroom: Newsroom, url: str = URL) -> dict[str, bytes]:
    return {file.path: file.content for file in open_data_files(newsroom, url)}


def rows(newsroom: Newsroom, name: str, url: str = URL) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files(newsroom, url)[f"du-lieu/v1/{name}.json"])["muc"]
    return found


def csv_rows(newsroom: Newsroom, name: str) -> Iterator[dict[str, str]]:
    text = files(newsroom)[f"du-lieu/v1/{name}.csv"].decode("utf-8-sig")
    return csv.DictReader(io.StringIO(text, newline=""))


def test_each_table_comes_as_json_csv_and_schema(newsroom: Newsroom) -> None:
    tables = ("tin-bai", "hoat-dong", "don-vi", "van-ban", "chuyen-muc-dan-chu")
    assert set(files(newsroom)) == {
        f"du-lieu/v1/{name}.{suffix}"
        for name in tables
        for suffix in ("json", "csv", "schema.json")
    }


def test_an_article(newsroom: Newsroom) -> None:
    by_title = {row["dau_de"]: row for row in rows(newsroom, "tin-bai")}
    assert set(by_title) == {"Bài thứ nhất", "Bài thứ hai", "=SUM(A1)"}
    first = by_title["Bài thứ nhất"]
    assert first["dia_chi"] == "https://trang.example/tin/2025/a/"
    assert (first["ngay_dang"], first["ngay_dien_ra"]) == (None, "2025-03-05")
    assert (first["don_vi_ma"], first["don_vi"], first["chu_tri"]) == (
        *("phong-2", "Phòng 2"),
        ["Ban lạ"],
    )
    assert (first["ke_hoach"], first["ke_hoach_ma"]) == (
        *(["118/KH-VKSHP-TTr"], ["118-kh-vkshp-ttr-2025"]),
    )
    assert (first["van_ban"], first["van_ban_ma"]) == (
        *(["143/QĐ-VKSHP", "5/QĐ-LA"], ["143-qd-vkshp-2024"]),
    )
    assert first["dan_chu_noi_dung_ma"] == ["cong-khai", "tham-gia-y-kien"]
    assert first["dan_chu_noi_dung"] == ["Công khai", "Tham gia ý kiến"]
    assert first["dan_chu_hinh_thuc"] == ["Đối thoại"]
    assert by_title["Bài thứ hai"]["dan_chu_noi_dung"] == []
    assert by_title["=SUM(A1)"]["hoat_dong_ma"] == "tin/2025/c"


def test_activities_gather_their_articles(newsroom: Newsroom) -> None:
    by_id = {row["ma"]: row for row in rows(newsroom, "hoat-dong")}
    assert set(by_id) == {"hoi-nghi-2025", "tin/2025/c"}
    one = by_id["hoi-nghi-2025"]
    assert (one["ngay"], one["so_tin_bai"]) == ("2025-03-05", 2)
    assert one["tin_bai"] == [f"{URL}tin/2025/a/", f"{URL}tin/2025/b/"]
    assert [row["so_tin_bai"] for row in rows(newsroom, "chuyen-muc-dan-chu")] == [1]


def test_documents_show_what_their_pages_show(newsroom: Newsroom) -> None:
    by_id = {row["ma"]: row for row in rows(newsroom, "van-ban")}
    plan, decision = by_id["118-kh-vkshp-ttr-2025"], by_id["143-qd-vkshp-2024"]
    assert (plan["la_ke_hoach"], plan["trich_yeu"], plan["so_tin_bai"]) == (True, None, 1)
    assert (plan["thuc_hien_tu"], plan["thuc_hien_den"]) == ("2025-01-01", "2025-12-31")
    assert (decision["la_ke_hoach"], decision["trich_yeu"]) == (False, "Ban hành quy chế")
    cited = by_id["9-kh-la-2025"]
    assert (cited["da_dang_ky"], cited["ten"]) == (False, "Kế hoạch 9/KH-LA")
    assert set(by_id) == {
        *("118-kh-vkshp-ttr-2025", "143-qd-vkshp-2024", "9-kh-la-2025"),
    }


NEVER = {
    "trích yếu nội bộ": "Trích yếu nội bộ",
    "người chủ trì, cho báo cáo": "Người chủ trì kín",
    "kết quả, cho báo cáo": "Kết quả kín",
    "hạn chế, cho báo cáo": "Hạn chế kín",
    "bản nháp": "Bài nháp kín",
    "bài hẹn giờ": "Bài hẹn kín",
    "kế hoạch chỉ có ở bài hẹn giờ": "8/KH-KIN",
    "phạm vi của kế hoạch": "scope",
    "tên tác giả": "Nguyễn Thị Mẫu",
}


@pytest.mark.parametrize("secret", NEVER.values(), ids=NEVER.keys())
def test_what_is_never_in_the_open_data(newsroom: Newsroom, secret: str) -> None:
    assert [path for path, content in files(newsroom).items() if secret in content.decode()] == []


def test_a_unit_in_scope_without_news_is_named_in_the_register_alone(newsroom: Newsroom) -> None:
    named = [p for p, content in files(newsroom).items() if "phong-9" in content.decode()]
    assert named == ["du-lieu/v1/don-vi.json", "du-lieu/v1/don-vi.csv"]
    assert "so_tin_bai" not in rows(newsroom, "don-vi")[0]


def test_the_preview_has_no_files(newsroom_of: LoadSmall) -> None:
    assert files(newsroom_of(FILES, preview=True)) == {}


def test_without_the_sites_address_addresses_are_relative(newsroom: Newsroom) -> None:
    first = rows(newsroom, "tin-bai", "")[-1]
    assert first["dia_chi"].startswith("../../tin/2025/")
    content = files(newsroom, "")["du-lieu/v1/don-vi.json"]
    assert json.loads(content)["$schema"] == "don-vi.schema.json"


def test_csv_is_what_excel_opens(newsroom: Newsroom) -> None:
    content = files(newsroom)["du-lieu/v1/tin-bai.csv"]
    assert content.startswith(b"\xef\xbb\xbfdia_chi,dau_de,")
    assert content.count(b"\n") == content.count(b"\r\n") == 4
    by_title = {row["dau_de"]: row for row in csv_rows(newsroom, "tin-bai")}
    assert set(by_title) == {"Bài thứ nhất", "Bài thứ hai", "'=SUM(A1)"}
    assert by_title["Bài thứ nhất"]["ngay_dang"] == ""
    assert by_title["Bài thứ nhất"]["van_ban"] == "143/QĐ-VKSHP; 5/QĐ-LA"


CELLS: dict[str, tuple[Any, str]] = {
    "công thức": ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    "dấu cộng": ("+84", "'+84"),
    "dấu trừ": ("- ý", "'- ý"),
    "a còng": ("@ai", "'@ai"),
    "dấu bằng toàn khổ": ("＝1", "'＝1"),
    "danh sách bắt đầu bằng công thức": (("=1", "a"), "'=1; a"),
    "dấu trừ ở giữa": ("118/KH-VKS", "118/KH-VKS"),
    "số": (3, "3"),
    "không": (0, "0"),
    "có": (True, "có"),
    "trống": (None, ""),
    "danh sách trống": ((), ""),
}


@pytest.mark.parametrize(("value", "written"), CELLS.values(), ids=CELLS.keys())
def test_a_cell(value: Any, written: str) -> None:
    assert cell(value) == written


def test_json_and_csv_say_the_same(newsroom: Newsroom) -> None:
    for dataset in datasets(newsroom):
        read = list(csv_rows(newsroom, dataset.name))
        whole = rows(newsroom, dataset.name)
        assert len(read) == len(whole)
        for row, other in zip(read, whole, strict=True):
            assert list(row) == list(other) == [name for name, _ in dataset.columns]
            for name, value in other.items():
                expected = tuple(value) if isinstance(value, list) else value
                assert row[name] == cell(expected)


def test_every_file_is_what_its_schema_says(newsroom: Newsroom) -> None:
    """The schema is made from the model; the model reads the file back."""
    made = files(newsroom)
    for dataset in datasets(newsroom):
        content = made[f"du-lieu/v1/{dataset.name}.json"]
        read: Any = data_file_model(dataset).model_validate_json(content, by_alias=True)
        assert (read.version, read.count) == (1, len(read.rows))
        schema = json.loads(made[f"du-lieu/v1/{dataset.name}.schema.json"])
        assert schema["$id"] == json.loads(content)["$schema"]
        row = schema["$defs"][dataset.model.__name__]
        described = {name: field["description"] for name, field in row["properties"].items()}
        assert described == dict(dataset.columns)
        assert all(described.values())
        assert row["required"] == list(described)


COLUMNS = {
    "tin-bai": (
        "dia_chi dau_de mo_ta ngay_dang ngay_dien_ra ngay_cap_nhat don_vi_ma don_vi"
        " don_vi_duoc_kiem_tra chu_tri phoi_hop duoc_nhac_den ke_hoach ke_hoach_ma van_ban"
        " van_ban_ma chu_de hoat_dong_ma chuyen_muc dan_chu_noi_dung_ma dan_chu_noi_dung"
        " dan_chu_hinh_thuc_ma dan_chu_hinh_thuc"
    ),
    "hoat-dong": (
        "ma ngay dau_de don_vi_ma don_vi ke_hoach ke_hoach_ma van_ban van_ban_ma chuyen_muc"
        " so_tin_bai tin_bai dan_chu_noi_dung_ma dan_chu_noi_dung dan_chu_hinh_thuc_ma"
        " dan_chu_hinh_thuc"
    ),
    "don-vi": (
        "ma ten ten_day_du loai chuc_nang don_vi_cap_tren_ma hoat_dong_tu hoat_dong_den"
        " cach_ket_thuc don_vi_ke_tuc_ma ten_goi_khac dia_chi"
    ),
    "van-ban": (
        "ma so_ky_hieu ten loai la_ke_hoach da_dang_ky ngay_ban_hanh nam co_quan_ban_hanh trich_yeu"
        " hieu_luc_tu hieu_luc_den tinh_trang thuc_hien_tu thuc_hien_den so_tin_bai so_hoat_dong"
        " dia_chi"
    ),
}


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items(), ids=COLUMNS.keys())
def test_columns_of_version_1_stay_as_they_are(newsroom: Newsroom, name: str, columns: str) -> None:
    """A column may be added at the end; any other change needs a new version."""
    (dataset,) = (one for one in datasets(newsroom) if one.name == name)
    assert [column for column, _ in dataset.columns] == columns.split()


def test_the_same_content_gives_the_same_bytes(newsroom_of: LoadSmall) -> None:
    assert files(newsroom_of(FILES)) == files(newsroom_of(FILES))


def test_a_configured_archive_has_its_columns(newsroom_of: LoadSmall) -> None:
    known: SiteSettings = read_settings(
        {"archives": [{"id": "thi-dua", "title": "Thi đua", "tag": "thi đua"}]}
    )
    newsroom = newsroom_of({"tin/2025/a.md": article(tags="thi đua")}, settings=known)
    assert rows(newsroom, "tin-bai")[0]["chuyen_muc"] == ["thi-dua"]
    assert len(rows(newsroom, "chuyen-muc-thi-dua")) == 1
