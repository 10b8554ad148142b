"""A Markdown body as a reader sees it: paragraph by paragraph, without markup."""

from __future__ import annotations

import time

import pytest

from newsroom.search.plain_body import paragraphs

CASES = {
    "đoạn văn": ("Một.\n\nHai.", ["Một.", "Hai."]),
    "dòng cứng": ("Phòng 2\nlàm việc.", ["Phòng 2 làm việc."]),
    "mục": ("## Kết quả\n\nTốt.", ["Kết quả", "Tốt."]),
    "mục có dấu đóng": ("## Kết quả ##", ["Kết quả"]),
    "mục gạch chân": ("Kết quả\n=======\n\nTốt.", ["Kết quả", "Tốt."]),
    "danh sách": ("Gồm:\n\n- một;\n- hai.", ["Gồm:", "một;", "hai."]),
    "danh sách số": ("1. một\n2. hai\n   thêm", ["một", "hai thêm"]),
    "trích dẫn": ("> “Lời nói”\n> tiếp.", ["“Lời nói”", "tiếp."]),
    "danh sách trong trích dẫn": ("> - một", ["một"]),
    "bảng": ("| Nội dung | Kỳ |\n| --- | ---: |\n| Tin | 5 |", ["Nội dung · Kỳ", "Tin · 5"]),
    "đậm, nghiêng": ("**Đậm** và *nghiêng* và __đậm__.", ["Đậm và nghiêng và đậm."]),
    "gạch dưới trong từ": ("tệp a_b_c", ["tệp a_b_c"]),
    "liên kết": ("Xem [Kế hoạch số 118](../kh.md) nhé.", ["Xem Kế hoạch số 118 nhé."]),
    "liên kết có tên": ('[bài](a.md "tên")', ["bài"]),
    "liên kết tham chiếu": ("[bài][1]\n\n[1]: a.md", ["bài"]),
    "địa chỉ": ("<https://a.example/>", ["https://a.example/"]),
    "ảnh": ("![mô tả](anh.jpg)", []),
    "ảnh có chú thích": ('![mô tả](a.jpg "Chú thích | Người chụp")', ["Chú thích Người chụp"]),
    "chú thích cuối": ("Câu.[^1]\n\n[^1]: Ghi chú.", ["Câu.", "Ghi chú."]),
    "thẻ HTML": ("H<sub>2</sub>O và <br>xuống", ["H2O và xuống"]),
    "dấu nhỏ hơn": ("3 < 5 > 2", ["3 < 5 > 2"]),
    "ký hiệu": ("A &amp; B&nbsp;C", ["A & B C"]),
    "thoát": ("\\*không đậm\\*", ["không đậm"]),
    "mã": ("```\nmột\n```", ["một"]),
    "đường kẻ": ("Một\n\n---\n\nHai", ["Một", "Hai"]),
    "trống": ("\n\n \n", []),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert paragraphs(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "![](" * 5_000,
        "-" * 100_000 + "x",
        "<!--" * 20_000,
        "|" * 100_000,
        "_" * 50_000,
    ],
)
def test_no_body_takes_long(body: str) -> None:
    start = time.process_time()
    paragraphs(body)
    assert time.process_time() - start < 2
