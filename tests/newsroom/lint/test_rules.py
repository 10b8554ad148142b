"""The lint: what each rule reports, and ordinary prose that it leaves alone."""

from __future__ import annotations

import pytest

from newsroom.lint import Prose, lint
from newsroom.lint.rules import RULES
from newsroom.problem_catalogue import CATALOGUE

GOOD_TITLE = "Phòng 2 tổ chức hội nghị"


def found(body: str, title: str = GOOD_TITLE, year: int | None = 2025) -> list[str]:
    """``line code`` of each problem; the body begins on line 8, the headline is on line 2."""
    problems = lint("tin/2025/bai.md", Prose(title, body, 8, 2, year))
    return [f"{p.line} {p.code}" for p in problems]


SLIP, DOUBLED, SIGN_OFF, TONES = (
    "spelling-slip",
    "word-doubled",
    "sign-off-inside",
    "tone-placement",
)
PRESUMED, NUMBER, MINOR = "presumption-of-innocence", "personal-number", "minor-named"

BAD = {
    "cơ cở": ("dân chủ ở cơ cở", SLIP),
    "tiến tiến": ("tập thể tiến tiến", SLIP),
    "hình thực": ("nhiều hình thực", SLIP),
    "nhất và": ("cán bộ, nhất và lãnh đạo", SLIP),
    "qui chế": ("ban hành qui chế", SLIP),
    "Qui định": ("Qui định mới", SLIP),
    "qui trình": ("đúng qui trình", SLIP),
    "ngày dính chữ": ("ngày 12/8/2017của", SLIP),
    "khoảng trắng trước dấu phẩy": ("sửa đổi , bổ sung", SLIP),
    "khoảng trắng trước dấu chấm": ("đạt kết quả tốt .", SLIP),
    "khoảng trắng trước dấu hai chấm": ("gồm :\nmột", SLIP),
    "khoảng trắng cứng trước dấu chấm phẩy": ("việc thứ nhất\u00a0; việc thứ hai", SLIP),
    "của của": ("kết quả của của đơn vị", DOUBLED),
    "Các các": ("Các các đơn vị", DOUBLED),
    "và và qua dòng": ("một và\nvà hai", DOUBLED),
    "thực hiện thực hiện": ("việc thực hiện thực hiện kế hoạch", DOUBLED),
    "đơn vị Đơn vị": ("tại đơn vị đơn vị này", DOUBLED),
    "chữ tiếp sau dấu kết": (f"Hết./.\n\nĐoạn khác.\n\n{'Chữ thừa. ' * 20}", SIGN_OFF),
    "dấu kết giữa đoạn": (f"Kết quả tốt./. {'Tiếp theo là đoạn dài. ' * 8}", SIGN_OFF),
    "hoà và thủy": ("hoà giải trên đường thủy", TONES),
    "thủy và hoà": ("đường thủy, hoà giải", TONES),
    "khỏe và uỷ": ("sức khỏe, uỷ ban", TONES),
    "thủ phạm": ("bắt giữ thủ phạm", PRESUMED),
    "Thủ phạm đầu câu": ("Thủ phạm đã bị bắt", PRESUMED),
    "hung thủ": ("truy tìm hung thủ", PRESUMED),
    "tên X": ("đã bắt tên Nguyễn Văn A", PRESUMED),
    "tên Đ": ("đã bắt tên Đỗ Văn A", PRESUMED),
    "số căn cước": ("CCCD 031085012345", NUMBER),
    "chứng minh nhân dân": ("số CMND 031234567 cấp", NUMBER),
    "di động liền": ("gọi 0912345678", NUMBER),
    "di động cách": ("gọi 0912 345 678", NUMBER),
    "di động chấm": ("gọi 0912.345.678", NUMBER),
    "di động mã nước": ("gọi +84 912345678", NUMBER),
    "tài khoản": ("số tài khoản: 0031000123456", NUMBER),
    "tài khoản có chữ": ("tài khoản ngân hàng số 19 0123 4567 8901", NUMBER),
    "STK": ("STK 123456789012", NUMBER),
    "cháu là bị hại": ("Bị hại là cháu Nguyễn Thị Mẫu.", MINOR),
    "em, xâm hại": ("Hành vi xâm hại em Trần Văn Mẫu bị phát hiện.", MINOR),
    "N tuổi bị can": ("bị can Lê Văn Mẫu, 16 tuổi, khai", MINOR),
    "sinh năm": ("đối tượng Lê Văn Mẫu (sinh năm 2010) bị khởi tố", MINOR),
}


@pytest.mark.parametrize(("text", "code"), BAD.values(), ids=BAD.keys())
def test_reported(text: str, code: str) -> None:
    assert [line.split()[1] for line in found(text)] == [code]


FINE = {
    "họ tên": "ghi rõ họ tên, chức vụ",
    "mang tên": "con đường mang tên Lê Hồng Phong",
    "tên của": "đặt tên cho phong trào",
    "tên đơn vị": "Tên Phòng 2 được giữ nguyên",
    "quy chế": "ban hành quy chế",
    "nhất và": "Hội nghị lần thứ nhất và thứ hai",
    "ngày tháng": "ngày 12/8/2017 của",
    "số văn bản": "Luật 10/2022/QH15, Kế hoạch 118/KH-VKSHP-TTr",
    "điện thoại cơ quan": "gọi 0225.3842.123",
    "trong địa chỉ": "xem tin/031085012345-a",
    "mười ba chữ số": "mã 0310850123456",
    "tiền": "thu hồi 123456789 đồng",
    "tiền có chấm": "thu hồi 123.456.789 đồng",
    "láy": "dần dần, từ từ, luôn luôn, song song, chung chung, mãi mãi",
    "từng bước từng bước": "từng bước từng bước một",
    "năm năm": "trong năm năm qua",
    "hai câu": "do đơn vị. Đơn vị này",
    "dấu phẩy ngăn": "của đơn vị, đơn vị khác",
    "ba chấm": "gồm sách, báo ...",
    "số thập phân": "tăng 3 .5",
    "kết thúc bài": "Đạt kết quả tốt./.",
    "tên tác giả sau dấu kết": "Đạt kết quả tốt./.\n\nNgười Viết Mẫu, Chuyên viên Phòng 2",
    "một cách cũ": "hoà giải, đường thuỷ, sức khoẻ",
    "một cách mới": "hòa giải, đường thủy, sức khỏe",
    "tên riêng cách khác": "đồng chí Lê Thị Bích Thuỷ nói về sức khỏe",
    "qu": "quý, quỳ, quỷ với hoà giải",
    "thuế không thuộc": "tòa án, toàn ngành, hoàn toàn",
    "trong mã": "gõ `dân chủ ở cơ cở` và `của của`",
    "sau mã": "Dùng `b`, rồi `c`.",
    "trong liên kết": "[xem](https://trang.example/0912345678/thu-pham) nhé",
    "địa chỉ trần": "https://trang.example/a,0912345678",
    "viết tắt tên cháu": "Bị hại là cháu N.V.A, 12 tuổi.",
    "em thiếu nhi vui": "Em Nguyễn Thị Mẫu nhận quà Trung thu.",
    "người lớn": "bị cáo Lê Văn Mẫu, 35 tuổi",
    "khác câu": "Bị cáo nhận tội. Cháu Nguyễn Văn Mẫu nhận học bổng.",
    "bảng": "| Số | Kết quả |\n| --- | --- |\n| 1 | tốt |",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert found(text) == []


HEADLINES = {
    "vừa": (GOOD_TITLE, []),
    "120 ký tự": ("a " * 59 + "ab", []),
    "121 ký tự": ("a " * 60 + "b", ["2 headline-long"]),
    "chữ in": ("HỘI NGHỊ SƠ KẾT CÔNG TÁC", ["2 headline-capitals"]),
    "chữ in có số": ("PHÒNG 2 SƠ KẾT CÔNG TÁC", ["2 headline-capitals"]),
    "tên viết tắt": ("VKSND TP", []),
    "có chữ thường": ("VKSND TP HẢI PHÒNG họp", []),
    "số": ("118 KH 2025 02 07", []),
}


@pytest.mark.parametrize(("title", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headlines(title: str, expected: list[str]) -> None:
    assert found("Chữ.", title) == expected


def test_each_slip_is_reported_on_its_line() -> None:
    assert found("Ở cơ cở.\n\nVề cơ cở và hình thực.") == [f"{n} {SLIP}" for n in (8, 10, 10)]


def test_a_message_shows_what_to_write_instead() -> None:
    (slip,) = lint("a.md", Prose("", "sửa đổi , bổ sung", 1))
    assert "“đổi ,”" in slip.message
    assert "“đổi,”" in slip.hint


def test_a_birth_year_says_nothing_where_no_day_is_known() -> None:
    text = "đối tượng Lê Văn Mẫu (sinh năm 2010) bị khởi tố"
    assert found(text, year=None) == []
    assert found(text, year=2030) == []


def test_every_rule_is_a_note_that_can_be_silenced() -> None:
    assert {CATALOGUE[code].severity for code, _ in RULES} == {"note"}
