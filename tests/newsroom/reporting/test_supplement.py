"""The supplement as spreadsheet programs save it: what is read, what is refused and where."""

from __future__ import annotations

import codecs
import unicodedata
from datetime import date

import pytest

from newsroom.archives import DEMOCRACY
from newsroom.reporting.supplement import read_supplement

from .reports import HEADER, NAME, read, sheet

ROW = "ngoai-1,,05/3/2025,Phòng 2,Công khai,Đối thoại,,,Đã công khai,,45,3"
TEXT = f"{HEADER}\n{ROW}\n"


SAVED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 có BOM": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16 của Excel, ngăn bằng tab": codecs.BOM_UTF16_LE
    + TEXT.replace(",", "\t").encode("utf-16-le"),
    "UTF-16 đầu lớn": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "chấm phẩy": TEXT.replace(",", ";").encode(),
    "tab": TEXT.replace(",", "\t").encode(),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "không xuống dòng ở cuối": TEXT.rstrip().encode(),
    "dòng trống của Excel ở cuối": (TEXT + ",,,,,,,,,,,\n,,\n\n").encode(),
    "thừa ô trống cuối dòng": TEXT.replace("45,3", "45,3,,,").encode(),
    "NFD": unicodedata.normalize("NFD", TEXT).encode(),
    "tiêu đề viết hoa, thừa khoảng trắng": TEXT.replace("Số người dự", " SỐ NGƯỜI DỰ ").encode(),
    "cột khác thứ tự": (
        "Số ý kiến,Số người dự,Kết quả,Hình thức,Nội dung,Đơn vị,Ngày,Mã hoạt động,Ghi chú của tôi\n"
        "3,45,Đã công khai,Đối thoại,Công khai,Phòng 2,05/3/2025,ngoai-1,giữ\n"
    ).encode(),
}


@pytest.mark.parametrize("data", SAVED.values(), ids=SAVED)
def test_however_it_was_saved_it_says_the_same(data: bytes) -> None:
    (entry,) = read(data).entries
    assert entry.key == "ngoai-1"
    assert not entry.on_site
    assert entry.when == date(2025, 3, 5)
    assert entry.units == ("Phòng 2",)
    assert entry.classification == {"content": ("cong-khai",), "form": ("doi-thoai",)}
    assert entry.texts == {"Kết quả": "Đã công khai"}
    assert (entry.attendance, entry.opinions) == (45, 3)


CELLS = {
    "ngày ISO": ("2025-03-05", "Ngày", date(2025, 3, 5)),
    "ngày Excel viết lại": ("5/3/2025", "Ngày", date(2025, 3, 5)),
    "số có dấu chấm ngăn nghìn": ("1.245", "Số người dự", 1245),
    "số có khoảng trắng ngăn nghìn": ("1 245", "Số người dự", 1245),
    "số 0 là đã điền": ("0", "Số người dự", 0),
    "trống": ("", "Số người dự", None),
}


def row(**cells: str) -> str:
    usual = {"Mã hoạt động": "ngoai-1", "Ngày": "05/3/2025", "Đơn vị": "Phòng 2"} | cells
    return ",".join(f'"{usual.get(title, "")}"' for title in HEADER.split(","))


@pytest.mark.parametrize(("typed", "title", "expected"), CELLS.values(), ids=CELLS)
def test_cells(typed: str, title: str, expected: object) -> None:
    (entry,) = read(sheet(row(**{title: typed}))).entries
    assert (entry.when if title == "Ngày" else entry.attendance) == expected


VALUES = {
    "nhãn": ("Nội dung", "Công khai", ("cong-khai",)),
    "mã": ("Nội dung", "cong-khai", ("cong-khai",)),
    "không dấu": ("Nội dung", "cong khai", ("cong-khai",)),
    "hai nhãn, chấm phẩy": (
        "Nội dung",
        "Công khai; Tham gia ý kiến",
        ("cong-khai", "tham-gia-y-kien"),
    ),
    "hai nhãn, xuống dòng": (
        "Nội dung",
        "Công khai\nTham gia ý kiến",
        ("cong-khai", "tham-gia-y-kien"),
    ),
    "hai nhãn, dấu phẩy": (
        "Nội dung",
        "Công khai, Tham gia ý kiến",
        ("cong-khai", "tham-gia-y-kien"),
    ),
    "nhãn có dấu phẩy": ("Nội dung", "Kiểm tra, giám sát", ("kiem-tra-giam-sat",)),
    "nhãn có dấu phẩy giữa nhãn khác": (
        "Hình thức",
        "Đối thoại, Hội nghị cán bộ, công chức, người lao động, Kiểm tra",
        ("doi-thoai", "hoi-nghi-can-bo", "kiem-tra"),
    ),
    "một giá trị hai lần": ("Nội dung", "Công khai; cong-khai", ("cong-khai",)),
}


@pytest.mark.parametrize(("title", "typed", "expected"), VALUES.values(), ids=VALUES)
def test_values_of_an_axis(title: str, typed: str, expected: tuple[str, ...]) -> None:
    (entry,) = read(sheet(row(**{title: typed}))).entries
    assert entry.classification == {"content" if title == "Nội dung" else "form": expected}


REFUSED = {
    "số viết bằng lời": (
        sheet(row(**{"Số người dự": "khoảng 45"})),
        "2:11 supplement-cell",
        "Số người dự",
    ),
    "số âm": (sheet(row(**{"Số ý kiến": "-3"})), "2:12 supplement-cell", "Số ý kiến"),
    "số thập phân": (sheet(row(**{"Số ý kiến": "1,5"})), "2:12 supplement-cell", "1,5"),
    "ngày không có thật": (
        sheet(row(**{"Ngày": "31/02/2025"})),
        "2:3 supplement-cell",
        "31/02/2025",
    ),
    "nội dung không có": (
        sheet(row(**{"Nội dung": "Kiểm tra"})),
        "2:5 supplement-cell",
        "Nội dung",
    ),
    "không có mã": (sheet(row(**{"Mã hoạt động": ""})), "2:1 supplement-cell", "Mã hoạt động"),
    "mã hai lần": (sheet(row(), row()), "3:1 supplement-cell", "dòng 2"),
    "hoạt động chưa đăng thiếu ngày": (sheet(row(**{"Ngày": ""})), "2:3 supplement-cell", "Ngày"),
    "hoạt động chưa đăng thiếu đơn vị": (
        sheet(row(**{"Đơn vị": ""})),
        "2:4 supplement-cell",
        "Đơn vị",
    ),
    "lỗi sau ô nhiều dòng: đúng dòng": (
        sheet(row(**{"Kết quả": "một\nhai\nba"}), row(**{"Mã hoạt động": "x", "Số người dự": "?"})),
        "5:11 supplement-cell",
        "?",
    ),
    "ký tự điều khiển": (sheet(row(**{"Kết quả": "a\x07b"})), "2:9 supplement-cell", "Kết quả"),
    "ký tự đảo chiều": (sheet(row(**{"Kết quả": "a\u202eb"})), "2:9 supplement-cell", "Kết quả"),
    "byte 0": (sheet(row(**{"Kết quả": "a\0b"})), "2:9 supplement-cell", "Kết quả"),
    "nháy kép không đóng": (
        sheet('ngoai-1,,05/3/2025,"Phòng 2'),
        "2:- supplement-table",
        "nháy kép",
    ),
    "quá nhiều ô": (sheet("a,b,c,d,e,f,g,h,i,k,1,2,3"), "2:- supplement-table", "13 ô"),
    "mất dòng tiêu đề": (row().encode(), "1:- supplement-column", "Mã hoạt động"),
    "cột hai lần": (f"{HEADER},Kết quả\n".encode(), "1:- supplement-column", "Kết quả"),
    "cả dòng nằm trong một ô": (f'"{HEADER}"\n'.encode(), "1:- supplement-table", "một ô"),
    "Windows-1258": (
        "Mã hoạt động\nđã dự".encode("cp1258", "replace"),
        "-:- supplement-encoding",
        "",
    ),
    "TCVN3": (
        "M· ho¹t ®éng,Sè ng­êi dù\nho¹t ®éng".encode("latin-1"),
        "-:- supplement-encoding",
        "TCVN3",
    ),
    "UTF-16 bị cắt": (
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        "-:- supplement-encoding",
        "",
    ),
    "một ô 200 KB": (sheet(row(**{"Kết quả": "a" * 200_000})), "2:- supplement-table", "quá dài"),
    "tệp Excel đổi đuôi": (
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(400),
        "-:- supplement-encoding",
        "",
    ),
    "tệp 11 MB": (b"a" * 11_000_000, "-:- supplement-table", ""),
}


@pytest.mark.parametrize(("data", "place", "words"), REFUSED.values(), ids=REFUSED)
def test_faults_name_line_and_column(data: bytes, place: str, words: str) -> None:
    found, problems = read_supplement(data, NAME, DEMOCRACY)
    assert found is None
    first = problems[0]
    assert f"{first.line or '-'}:{first.column or '-'} {first.code}" == place
    assert words in first.message
    assert first.path == NAME
    assert first.hint


def test_all_faults_are_told_at_once() -> None:
    data = sheet(row(**{"Ngày": "hôm qua", "Số người dự": "nhiều"}), row(**{"Nội dung": "gì đó"}))
    _, problems = read_supplement(data, NAME, DEMOCRACY)
    assert [(p.line, p.column) for p in problems] == [(2, 3), (2, 11), (3, 1)]
