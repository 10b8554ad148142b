"""Archives that an agency configures: what may be set, and how a wrong setting is told."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.archives import DEMOCRACY
from newsroom.settings import SettingsError, SiteSettings, read_settings

from .small import PATH, LoadSmall, article, codes

AXIS: dict[str, Any] = {
    "key": "field",
    "folder": "linh-vuc",
    "label": "Lĩnh vực",
    "values": {"ha-tang": "Hạ tầng số", "ho-so": "Hồ sơ số"},
}
LEVEL: dict[str, Any] = {
    "key": "level",
    "folder": "cap-do",
    "label": "Cấp độ",
    "values": {"thu-nghiem": "Thử nghiệm"},
}
DIGITAL: dict[str, Any] = {
    "id": "chuyen-doi-so",
    "title": "Chuyển đổi số",
    "tag": "chuyển đổi số",
    "block": "digital",
    "axes": [AXIS],
}


def settings(*archives: dict[str, Any]) -> SiteSettings:
    return read_settings({"archives": list(archives)})


def test_democracy_is_there_without_a_setting() -> None:
    for values in (None, {"archives": None}, {"archives": []}):
        assert read_settings(values).all_archives == (DEMOCRACY,)


def test_a_further_archive_stands_after_it() -> None:
    first, second = settings(DIGITAL).all_archives
    assert first == DEMOCRACY
    assert (second.address, second.short_title, second.block) == (
        *("chuyen-doi-so/", "Chuyển đổi số", "digital"),
    )
    (axis,) = second.axes
    assert [(v.id, v.label) for v in axis.values] == [
        ("ha-tang", "Hạ tầng số"),
        ("ho-so", "Hồ sơ số"),
    ]


def test_an_archive_with_the_same_id_replaces_it() -> None:
    (archive,) = settings({**DIGITAL, "id": "dan-chu", "block": "democracy"}).all_archives
    assert (archive.id, archive.title) == ("dan-chu", "Chuyển đổi số")


REFUSED = {
    "thiếu chủ đề": ({"tag": None}, r"archives\.0\.tag .*không phải là một dòng chữ"),
    "khóa lạ": ({"colour": "đỏ"}, r"archives\.0\.colour"),
    "mã có dấu": ({"id": "chuyển-đổi"}, r"archives\.0\.id .*chữ thường không dấu"),
    "mã là số": ({"id": "2025"}, r"archives\.0\.id"),
    "mã của mục khác": ({"id": "tin"}, r"archives\.0\.id .*mục khác trên Trang"),
    "mã của dữ liệu mở": ({"id": "du-lieu"}, r"archives\.0\.id .*mục khác trên Trang"),
    "khóa của bài đã có": ({"block": "draft"}, r"archives\.0\.block .*mục khác của bài"),
    "khóa của mục dân chủ": ({"block": "democracy"}, r"archives .*khóa của bài “democracy”"),
    "khóa của bài có dấu": ({"block": "số"}, r"archives\.0\.block"),
    "có tiêu chí, không khóa": ({"block": None}, r"archives\.0 .*phải có khóa của bài"),
    "chủ đề trùng": ({"tag": "Dan chu o co so"}, r"archives .*chủ đề .* có hai lần"),
    "tiêu chí trùng khóa": (
        {"axes": [AXIS, {**LEVEL, "key": "field"}]},
        r"archives\.0 .*khóa “field” có hai lần",
    ),
    "tiêu chí trùng thư mục": (
        {"axes": [AXIS, {**LEVEL, "folder": "linh-vuc"}]},
        r"archives\.0 .*thư mục “linh-vuc” có hai lần",
    ),
    "thư mục của mọi chuyên mục": (
        {"axes": [{**AXIS, "folder": "ky"}]},
        r"archives\.0\.axes\.0\.folder .*chuyên mục nào cũng dùng",
    ),
    "khóa của báo cáo": (
        {"axes": [{**AXIS, "key": "result"}]},
        r"archives\.0\.axes\.0\.key .*báo cáo",
    ),
    "khóa của thư viện": ({"axes": [{**AXIS, "key": "copy"}]}, r"archives\.0\.axes\.0\.key"),
    "không giá trị": ({"axes": [{**AXIS, "values": {}}]}, r"values .*ít nhất một giá trị"),
    "mã giá trị là số": ({"axes": [{**AXIS, "values": {1: "Một"}}]}, r"values .*“1”"),
    "tên giá trị trùng": (
        {"axes": [{**AXIS, "values": {"a": "Hồ sơ", "b": "hồ sơ"}}]},
        r"values .*tên giá trị",
    ),
}


@pytest.mark.parametrize(("change", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_archive_is_told(change: dict[str, Any], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        settings({**DIGITAL, **change})


def test_a_missing_key_is_told() -> None:
    with pytest.raises(SettingsError, match=r"archives\.0\.title \(thiếu khóa này\)"):
        settings({"id": "chuyen-doi-so", "tag": "chuyển đổi số"})


ENTERED: dict[str, tuple[dict[str, str], dict[str, Any] | None, list[str]]] = {
    "mã": ({"digital": "{field: ha-tang}"}, {"field": ("ha-tang",)}, []),
    "tên": ({"digital": "{field: [Hồ sơ số]}"}, {"field": ("ho-so",)}, []),
    "hai tiêu chí": (
        {"digital": "{field: ha-tang, level: thu-nghiem}"},
        {"field": ("ha-tang",), "level": ("thu-nghiem",)},
        [],
    ),
    "chỉ có chủ đề": ({"tags": "Chuyen doi so"}, {}, ["6 archive-unclassified"]),
    "giá trị lạ": (
        {"digital": "{field: ha-tag}"},
        {},
        ["6 archive-value-unknown", "6 archive-unclassified"],
    ),
    "khóa lạ trong khối": (
        {"digital": "{feild: ha-tang, level: thu-nghiem}"},
        {"level": ("thu-nghiem",)},
        ["6 field-unknown"],
    ),
    "không phải khối": ({"digital": "ha-tang"}, None, ["6 field-invalid"]),
    "khối lạ": ({"digitl": "{field: ha-tang}"}, None, ["6 field-unknown"]),
}


@pytest.mark.parametrize(("fields", "values", "found"), ENTERED.values(), ids=ENTERED.keys())
def test_what_a_writer_enters(
    newsroom_of: LoadSmall,
    fields: dict[str, str],
    values: dict[str, Any] | None,
    found: list[str],
) -> None:
    known = settings({**DIGITAL, "axes": [AXIS, LEVEL]})
    newsroom = newsroom_of({PATH: article(**fields)}, settings=known)
    assert codes(newsroom) == found
    for one in newsroom.articles:
        assert one.classification.get("chuyen-doi-so") == values


HINTS = {
    "giá trị": ({"digital": "{field: ha-tag}"}, "Gần nhất: “ha-tang”"),
    "khóa trong khối": ({"digital": "{feild: ha-tang}"}, "Có phải là “field” – lĩnh vực?"),
    "khóa của khối": ({"digitl": "{field: ha-tang}"}, "Có phải là “digital” – chuyển đổi số?"),
    "khối không đúng": ({"digital": "ha-tang"}, "chuyển đổi số (`digital`)"),
    "chưa phân loại": ({"digital": "{}"}, "digital: {field: […]}"),
}


@pytest.mark.parametrize(("fields", "said"), HINTS.values(), ids=HINTS.keys())
def test_messages_name_the_archives_own_words(
    newsroom_of: LoadSmall, fields: dict[str, str], said: str
) -> None:
    newsroom = newsroom_of({PATH: article(**fields)}, settings=settings(DIGITAL))
    assert said in " ".join(f"{p.message} {p.hint}" for p in newsroom.problems_of(PATH))


def test_without_the_setting_the_block_is_unknown(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(digital="{field: ha-tang}")})
    assert codes(newsroom) == ["6 field-unknown"]


AXES = {"không tiêu chí": [], "một": [AXIS], "hai": [AXIS, LEVEL]}


@pytest.mark.parametrize("axes", AXES.values(), ids=AXES.keys())
def test_any_number_of_axes(newsroom_of: LoadSmall, axes: list[dict[str, Any]]) -> None:
    known = settings({**DIGITAL, "axes": axes})
    newsroom = newsroom_of({PATH: article(tags="chuyển đổi số")}, settings=known)
    _, index = newsroom.archives
    assert [a.path for a in index.articles] == [PATH]
    assert codes(newsroom) == (["6 archive-unclassified"] if axes else [])
    assert len(index.unclassified) == (1 if axes else 0)
