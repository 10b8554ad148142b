"""The archive of grass-roots democracy: its axes and values (Luật 10/2022/QH15)."""

from __future__ import annotations

import pytest

from newsroom.archives import DEMOCRACY

CONTENT, FORM = DEMOCRACY.axes


def test_two_independent_axes() -> None:
    assert [value.id for value in CONTENT.values] == [
        "cong-khai",
        "ban-quyet-dinh",
        "tham-gia-y-kien",
        "kiem-tra-giam-sat",
        "to-chuc-thuc-hien",
    ]
    assert [value.label for value in FORM.values] == [
        "Kiểm tra",
        "Tự kiểm tra",
        "Hội nghị cán bộ, công chức, người lao động",
        "Đối thoại",
        "Lấy ý kiến",
        "Niêm yết, thông báo công khai",
        "Tuyên truyền, quán triệt",
        "Tập huấn, tọa đàm",
        "Hoạt động Ban Thanh tra nhân dân",
        "Ban hành văn bản",
        "Sơ kết, tổng kết",
    ]


FOUND = {
    "mã": ("to-chuc-thuc-hien", "to-chuc-thuc-hien"),
    "tên": ("Tổ chức thực hiện", "to-chuc-thuc-hien"),
    "không dấu": ("cong khai", "cong-khai"),
    "viết hoa": ("CÔNG KHAI", "cong-khai"),
    "hình thức không phải nội dung": ("Đối thoại", None),
}


@pytest.mark.parametrize(("text", "value_id"), FOUND.values(), ids=FOUND.keys())
def test_a_value_is_found_by_id_or_label(text: str, value_id: str | None) -> None:
    value = CONTENT.find(text)
    assert (value and value.id) == value_id


def test_the_two_kinds_of_checking_are_told_apart() -> None:
    content, form = CONTENT.find("Kiểm tra, giám sát"), FORM.find("Kiểm tra")
    assert content is not None
    assert form is not None
    assert (content.id, form.id) == ("kiem-tra-giam-sat", "kiem-tra")
    assert CONTENT.find("Kiểm tra") is None


def test_addresses() -> None:
    value = CONTENT.value("to-chuc-thuc-hien")
    assert value is not None
    assert DEMOCRACY.address == "dan-chu/"
    assert DEMOCRACY.value_address(CONTENT, value) == "dan-chu/noi-dung/to-chuc-thuc-hien/"


def test_values_of_an_axis_differ() -> None:
    for axis in DEMOCRACY.axes:
        ids = [value.id for value in axis.values]
        assert len(set(ids)) == len(ids)
        assert all(axis.find(value.label) is value for value in axis.values)
