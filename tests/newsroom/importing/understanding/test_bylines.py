"""By-lines in every form the portals have. All persons are samples."""

from __future__ import annotations

import pytest

from newsroom.importing.understanding.bylines import parse_byline

Signed = tuple[str, str | None, str | None]

FORMS: dict[str, list[Signed]] = {
    "Phạm Thị Mẫu, Chuyên viên Phòng 2 VKSND thành phố Hải Phòng": [
        ("Phạm Thị Mẫu", "Chuyên viên", "Phòng 2 VKSND thành phố Hải Phòng")
    ],
    "Tác giả: Nguyễn Văn Mẫu – VKSND quận Lê Chân": [
        ("Nguyễn Văn Mẫu", None, "VKSND quận Lê Chân")
    ],
    "Tác giả bài viết: Trần Thị Mẫu": [("Trần Thị Mẫu", None, None)],
    "Đỗ Văn Mẫu - Chi đoàn VKSND huyện Mẫu": [("Đỗ Văn Mẫu", None, "Chi đoàn VKSND huyện Mẫu")],
    "Lê Thị Mẫu – Vũ Văn Mẫu": [("Lê Thị Mẫu", None, None), ("Vũ Văn Mẫu", None, None)],
    "Phòng 9": [("Phòng 9", None, "Phòng 9")],
    "PHẠM THỊ MẪU": [("Phạm Thị Mẫu", None, None)],
    "Tin, ảnh: Đ.B": [("Đ.B", None, None)],
    "P.V": [("P.V", None, None)],
    "Tin và ảnh: Hoàng Thị Mẫu": [("Hoàng Thị Mẫu", None, None)],
    "Tin bài: Nguyễn Thị Mẫu": [("Nguyễn Thị Mẫu", None, None)],
    "Kiểm sát viên Nguyễn Văn Mẫu, Phòng 8": [("Nguyễn Văn Mẫu", "Kiểm sát viên", "Phòng 8")],
    "Nguyễn Thị Mẫu (Phòng 9)": [("Nguyễn Thị Mẫu", None, "Phòng 9")],
    "(Nguyễn Thị Mẫu – Phòng 9)": [("Nguyễn Thị Mẫu", None, "Phòng 9")],
    "Nguyễn Thị Mẫu Phòng 9": [("Nguyễn Thị Mẫu", None, "Phòng 9")],
    "Nguyễn Thị Mẫu- P9": [("Nguyễn Thị Mẫu", None, "P9")],
    "Nguyễn Thị Mẫu–VKSND Q. Lê Chân": [("Nguyễn Thị Mẫu", None, "VKSND Q. Lê Chân")],
    "Nguyễn Văn Mẫu, Trần Thị Mẫu - Phòng 11": [
        ("Nguyễn Văn Mẫu", None, "Phòng 11"),
        ("Trần Thị Mẫu", None, "Phòng 11"),
    ],
    "Vũ Thị Mẫu và Đào Văn Mẫu, VKSND khu vực 9": [
        ("Vũ Thị Mẫu", None, "VKSND khu vực 9"),
        ("Đào Văn Mẫu", None, "VKSND khu vực 9"),
    ],
    "Đ/c Bùi Thị Mẫu - Văn phòng tổng hợp": [("Bùi Thị Mẫu", None, "Văn phòng tổng hợp")],
    "Nguyễn Thị Mẫu, Phó Trưởng phòng 15": [("Nguyễn Thị Mẫu", "Phó Trưởng phòng", "Phòng 15")],
    "Trưởng phòng 2 Nguyễn Văn Mẫu": [("Nguyễn Văn Mẫu", "Trưởng phòng 2", None)],
    "Bài: Lê Văn Mẫu; Ảnh: Trần Văn Mẫu": [("Lê Văn Mẫu", None, None)],
    "Thanh tra – Khiếu tố": [("Thanh tra – Khiếu tố", None, "Thanh tra – Khiếu tố")],
    "Viện KSND quận Lê Chân": [("Viện KSND quận Lê Chân", None, "Viện KSND quận Lê Chân")],
    "Ban biên tập": [("Ban biên tập", None, "Ban biên tập")],
    "ThS. Ngô Thị Mẫu, Kiểm sát viên trung cấp, Phòng 10": [
        ("Ngô Thị Mẫu", "Kiểm sát viên trung cấp", "Phòng 10")
    ],
    "Nguyễn Thị Mẫu, Chuyên viên - Trần Văn Mẫu, Kiểm sát viên, Phòng 2": [
        ("Nguyễn Thị Mẫu", "Chuyên viên", "Phòng 2"),
        ("Trần Văn Mẫu", "Kiểm sát viên", "Phòng 2"),
    ],
    "Nguyễn Thị Mẫu - Kiểm tra viên VKSND quận Mẫu": [
        ("Nguyễn Thị Mẫu", "Kiểm tra viên", "VKSND quận Mẫu")
    ],
    "Nguyễn Thị Mẫu, Bí thư Chi đoàn VKSND quận Lê Chân": [
        ("Nguyễn Thị Mẫu", "Bí thư Chi đoàn", "VKSND quận Lê Chân")
    ],
    "CTV: Mai Mẫu": [("Mai Mẫu", None, None)],
    "NGUYỄN VĂN MẪU - PHÒNG 8": [("Nguyễn Văn Mẫu", None, "PHÒNG 8")],
}


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=FORMS.keys())
def test_forms(text: str, expected: list[Signed]) -> None:
    line = parse_byline(text)
    assert line is not None
    assert [(one.name, one.role, one.unit) for one in line.signed] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị kết thúc tốt đẹp",
        "Xin trân trọng cảm ơn",
        "Đoàn kiểm tra làm việc tại Phòng 2",
        "VKSND thành phố Hải Phòng tổ chức hội nghị",
        "Nguyễn Thị Mẫu đã phát biểu tại hội nghị.",
        "",
        "x" * 300,
    ],
)
def test_what_is_no_byline(text: str) -> None:
    assert parse_byline(text) is None


def test_a_name_under_the_headline_needs_a_label() -> None:
    assert parse_byline("Nguyễn Thị Mẫu", is_certain_place=False) is None
    assert parse_byline("Tác giả: Nguyễn Thị Mẫu", is_certain_place=False) is not None


@pytest.mark.parametrize(
    ("text", "photographer"),
    [
        ("Tin, ảnh: Đ.B", "Đ.B"),
        ("Bài: Lê Văn Mẫu; Ảnh: Trần Văn Mẫu", "Trần Văn Mẫu"),
        ("Tác giả: Nguyễn Thị Mẫu", None),
    ],
)
def test_who_took_the_pictures(text: str, photographer: str | None) -> None:
    line = parse_byline(text)
    assert line is not None
    assert line.photographer == photographer


def test_a_source_is_no_author() -> None:
    line = parse_byline("Nguồn tin: VKSND quận Ngô Quyền")
    assert line is not None
    assert (line.signed, line.source) == ((), "VKSND quận Ngô Quyền")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("THÁI BÌNH", "tên tỉnh, thành phố “Thái Bình”"),
        ("PHẠM THỊ MẪU", "giữ nguyên chữ hoa “PHẠM THỊ MẪU”"),
        ("Lan Anh", "không phải tên người"),
    ],
)
def test_doubts(text: str, other: str) -> None:
    line = parse_byline(text)
    assert line is not None
    assert other in [reading for _, reading in line.doubts]
