"""Captions, ends, units, plans and stated fields of small texts."""

from __future__ import annotations

import pytest

from newsroom.importing.blocks import Block, BlockKind, Reading
from newsroom.importing.understanding.model import PartKind, Understanding

from ..articles import understood

HEAD = "Phòng 9 tổ chức hội nghị mẫu\n\nNgày 05/3/2025, Phòng 9 họp mẫu.\n\n"


def bodies(article: Understanding) -> list[str]:
    return [
        f"[{part.caption or part.credit}]" if part.kind is PartKind.FIGURE else part.block.text
        for part in article.body
    ][1:]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "anh tin bai\n\nToàn cảnh hội nghị mẫu\n\nĐoạn sau.",
            ["[Toàn cảnh hội nghị mẫu]", "Đoạn sau."],
        ),
        ("anh tin bai\n\nĐoạn sau.", ["[]", "Đoạn sau."]),
        ("Đoạn sau.\n\n(Toàn cảnh)\n\nĐoạn nữa.", ["Đoạn sau.", "(Toàn cảnh)", "Đoạn nữa."]),
        ("anh tin bai\n\n(Toàn cảnh)\n\nĐoạn nữa.", ["[Toàn cảnh]", "Đoạn nữa."]),
        ("Đoạn sau.\n\nẢnh minh họa\n\nĐoạn nữa.", ["Đoạn sau.", "[Ảnh minh họa]", "Đoạn nữa."]),
        ("anh tin bai\n\nẢnh minh họa.\n\nĐoạn nữa.", ["[Ảnh minh họa.]", "Đoạn nữa."]),
        ("Đoạn sau. Ảnh minh họa.\n\nĐoạn nữa.", ["Đoạn sau.", "[Ảnh minh họa.]", "Đoạn nữa."]),
        ("anh tin bai\n\nẢnh: Hội nghị mẫu\n\nĐoạn.", ["[Ảnh: Hội nghị mẫu]", "Đoạn."]),
        ("anh tin bai\n\nẢnh: Trần Văn Mẫu\n\nĐoạn.", ["[Trần Văn Mẫu]", "Đoạn."]),
    ],
)
def test_captions(rest: str, expected: list[str]) -> None:
    assert bodies(understood(HEAD + rest)) == expected


def test_what_looks_glued_is_told_and_left() -> None:
    article = understood(HEAD + "Đoạn sau của bài mẫu.Toàn cảnh hội nghị mẫu\n\nĐoạn nữa.")
    assert bodies(article)[0] == "Đoạn sau của bài mẫu.Toàn cảnh hội nghị mẫu"
    assert any("dính liền" in remark.message for remark in article.remarks)


@pytest.mark.parametrize(
    ("end", "author", "last"),
    [
        (
            "Hội nghị kết thúc./.\n\nNguyễn Thị Mẫu - Phòng 9",
            "Nguyễn Thị Mẫu",
            "Hội nghị kết thúc.",
        ),
        ("Hội nghị kết thúc./. Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu", "Hội nghị kết thúc."),
        ("Hội nghị kết thúc.\n\nNguyễn Thị Mẫu", "Nguyễn Thị Mẫu", "Hội nghị kết thúc."),
        (
            "Hội nghị kết thúc./.\n\nNguyễn Thị Mẫu\n\nChuyên viên Phòng 9",
            "Nguyễn Thị Mẫu",
            "Hội nghị kết thúc.",
        ),
        (
            "Hội nghị kết thúc.\n\nTác giả bài viết: Nguyễn Thị Mẫu\n\nNguồn tin: Phòng 9",
            "Nguyễn Thị Mẫu",
            "Hội nghị kết thúc.",
        ),
        (
            "Hội nghị kết thúc./.\n\nPhòng 9\n\nTin tức mới nhất\n\nTin khác\n\nTin nữa",
            "Phòng 9",
            "Hội nghị kết thúc.",
        ),
    ],
)
def test_ends(end: str, author: str, last: str) -> None:
    article = understood(HEAD + "Đoạn giữa.\n\n" + end)
    assert [one.name for one in article.authors] == [author]
    assert article.body[-1].block.text == last


def test_what_stands_behind_the_end_and_is_no_name_stays() -> None:
    article = understood(HEAD + "Hội nghị kết thúc./.\n\nXin trân trọng giới thiệu cùng bạn đọc")
    assert article.body[-1].block.text == "Xin trân trọng giới thiệu cùng bạn đọc"
    assert any("không nhận ra là tên người viết" in r.message for r in article.remarks)


@pytest.mark.parametrize(
    ("headline", "unit", "others"),
    [
        ("Phòng 9 họp mẫu", "phong-9", ()),
        ("Phòng 9 VKSND thành phố Mẫu họp mẫu", "phong-9", ("VKSND thành phố Mẫu",)),
        ("Viện kiểm sát nhân dân thành phố Mẫu họp mẫu", "vksnd-mau", ()),
        ("Phòng 8 và Phòng 9 họp mẫu", "phong-8", ("Phòng 9",)),
    ],
)
def test_unit_of_the_headline(headline: str, unit: str, others: tuple[str, ...]) -> None:
    article = understood(f"{headline}\n\nNgày 05/3/2025, đơn vị họp.\n\nĐoạn sau.")
    assert article.unit == unit
    assert next(one.others for one in article.findings if one.field == "unit") == others


def test_a_unit_that_had_ended_by_then_is_not_taken() -> None:
    head = "VKSND quận Mẫu họp mẫu\n\nNgày {}, đơn vị họp.\n\nĐoạn sau."
    assert understood(head.format("05/3/2025")).unit == "quan-mau"
    assert understood(head.format("05/9/2025")).unit is None


def test_the_files_own_table_needs_no_guess() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, text, text, n)
        for n, text in enumerate(["Ngày 01/02/2025, Phòng 8 họp.", "Đoạn sau."], start=1)
    ]
    fields = {
        "tieu-de": "Đầu đề mẫu",
        "ngay-dien-ra": "05/3/2025",
        "don-vi": "Phòng 9",
        "ke-hoach": "45/KH-VKSM-TTr",
        "nguoi-viet": "Nguyễn Thị Mẫu, Chuyên viên Phòng 9",
        "nguoi-duyet": "Trần Văn Mẫu",
    }
    article = understood(Reading("mau.docx", tuple(blocks), fields=fields))
    assert article.title == "Đầu đề mẫu"
    assert str(article.event) == "2025-03-05"
    assert article.unit == "phong-9"
    assert [one.number for one in article.plans] == ["45/KH-VKSM-TTr"]
    assert [(a.name, a.role, a.unit) for a in article.authors] == [
        ("Nguyễn Thị Mẫu", "Chuyên viên", "phong-9")
    ]
    assert [part.block.text for part in article.body] == [block.text for block in blocks]


@pytest.mark.parametrize(
    ("headline", "content", "form"),
    [
        ("Ban Chỉ đạo kiểm tra thực hiện quy chế dân chủ", ["to-chuc-thuc-hien"], ["kiem-tra"]),
        (
            "Hội nghị cán bộ, công chức thực hiện dân chủ ở cơ sở",
            ["ban-quyet-dinh"],
            ["hoi-nghi-can-bo"],
        ),
        ("Lấy ý kiến về quy chế dân chủ", ["tham-gia-y-kien"], ["lay-y-kien"]),
        ("Phòng 9 kiểm tra thực hiện kế hoạch", [], []),
    ],
)
def test_suggestions(headline: str, content: list[str], form: list[str]) -> None:
    article = understood(f"{headline}\n\nNgày 05/3/2025, đơn vị họp.\n\nĐoạn sau.")
    assert [s.value for s in article.suggestions if s.axis == "content"] == content
    assert [s.value for s in article.suggestions if s.axis == "form"] == form
