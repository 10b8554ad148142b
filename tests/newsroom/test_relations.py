"""Relations between documents: shown on both pages, and checked."""

from __future__ import annotations

import pytest

from newsroom.views import DocumentView

from .small import LoadSmall, codes, page
from .test_pages import views


def document(title: str, number: str, more: str = "") -> str:
    return page(f"title: {title}\nnumber: {number}\n{more}".rstrip())


KINDS = {
    "ban-hanh-kem-theo": ("Ban hành kèm theo", "Văn bản ban hành kèm theo"),
    "thay-the": ("Thay thế", "Được thay thế bởi"),
    "sua-doi": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    "can-cu": ("Căn cứ", "Là căn cứ của"),
}


@pytest.mark.parametrize(("kind", "labels"), KINDS.items(), ids=KINDS.keys())
@pytest.mark.parametrize("to", ["2/QĐ-VKS", "b", "Quy chế làm việc"], ids=["số", "mã", "tên"])
def test_both_pages_say_it_with_type_and_day(
    newsroom_of: LoadSmall, kind: str, labels: tuple[str, str], to: str
) -> None:
    files = {
        "van-ban/a.md": document(
            "Quyết định A", "1/QĐ-VKS", f"date: 2025-03-05\nrelations: [{{kind: {kind}, to: {to}}}]"
        ),
        "van-ban/b.md": document(
            "Ban hành Quy chế", "2/QĐ-VKS", "date: 2024-01-02\naliases: [Quy chế làm việc]"
        ),
    }
    newsroom = newsroom_of(files)
    assert codes(newsroom, "van-ban/a.md") == []
    made = views(newsroom)
    facts = {
        address: {f.label: [(x.text, x.address, x.note) for x in f.values] for f in view.facts}
        for address, view in made.items()
        if isinstance(view, DocumentView)
    }
    assert facts["van-ban/a/"][labels[0]] == [
        ("2/QĐ-VKS", "van-ban/b/", "Quyết định · 02/01/2024 · Ban hành Quy chế")
    ]
    assert facts["van-ban/b/"][labels[1]] == [
        ("1/QĐ-VKS", "van-ban/a/", "05/3/2025 · Quyết định A")
    ]


def test_a_replaced_document_says_so_at_its_top(newsroom_of: LoadSmall) -> None:
    files = {
        "van-ban/a.md": document(
            "Quyết định A",
            "1/QĐ-VKS",
            "date: 2025-03-05\neffective_from: 2025-07-01\n"
            "relations: [{kind: thay-the, to: 2/QĐ-VKS}, {kind: sua-doi, to: 3/QĐ-VKS}]",
        ),
        "van-ban/b.md": document("Quyết định B", "2/QĐ-VKS"),
        "van-ban/c.md": document("Quyết định C", "3/QĐ-VKS", "effective_to: 2020-01-01"),
    }
    made = views(newsroom_of(files))
    (notice,) = made["van-ban/b/"].notices
    assert notice.title == "Văn bản này được thay thế bởi"
    assert [(x.text, x.note) for x in notice.links] == [
        ("1/QĐ-VKS", "05/3/2025 · Quyết định A · có hiệu lực từ 01/7/2025")
    ]
    assert made["van-ban/a/"].notices == made["van-ban/c/"].notices == ()


LINES = {
    "đủ": (
        "type: luật\ndate: 2022-11-10\neffective_from: 2023-07-01",
        "Luật · 10/11/2022 · có hiệu lực từ 01/7/2023",
    ),
    "không ghi gì": ("", "Văn bản"),
    "chỉ biết năm": ("type: luật\ndate: 2022", "Luật · năm 2022"),
    "còn hiệu lực thì không nói thêm": ("type: luật\nstatus: con-hieu-luc", "Luật"),
    "hết hiệu lực, có người ghi": ("type: luật\nstatus: het-hieu-luc", "Luật · hết hiệu lực"),
    "hết hạn nhưng không ai ghi tình trạng": ("type: luật\neffective_to: 2020-01-01", "Luật"),
}


@pytest.mark.parametrize(("more", "line"), LINES.values(), ids=LINES.keys())
def test_the_line_above_the_title(newsroom_of: LoadSmall, more: str, line: str) -> None:
    files = {"van-ban/a.md": document("Luật mẫu", "10/2022/QH99", more)}
    assert views(newsroom_of(files))["van-ban/a/"].kind == line


WRONG: dict[str, tuple[dict[str, str], list[str]]] = {
    "không có": (
        {"van-ban/a.md": document("A", "1/QĐ-VKS", "relations: [{kind: can-cu, to: 9/QĐ-VKS}]")},
        ["4 relation-unknown"],
    ),
    "chính nó": (
        {"van-ban/a.md": document("A", "1/QĐ-VKS", "relations: [{kind: can-cu, to: 1/QĐ-VKS}]")},
        ["4 relation-self"],
    ),
    "số có ở hai năm": (
        {
            "van-ban/a.md": document("A", "1/QĐ-VKS", "relations: [{kind: can-cu, to: 2/QĐ-VKS}]"),
            "van-ban/b.md": document("B", "2/QĐ-VKS", "date: 2024-01-02"),
            "van-ban/c.md": document("C", "2/QĐ-VKS", "date: 2023-01-02"),
        },
        ["4 document-ambiguous"],
    ),
    "số có ở hai năm, ghi mã": (
        {
            "van-ban/a.md": document("A", "1/QĐ-VKS", "relations: [{kind: can-cu, to: b}]"),
            "van-ban/b.md": document("B", "2/QĐ-VKS", "date: 2024-01-02"),
            "van-ban/c.md": document("C", "2/QĐ-VKS", "date: 2023-01-02"),
        },
        [],
    ),
    "thay thế văn bản ra sau": (
        {
            "van-ban/a.md": document(
                "A", "1/QĐ-VKS", "date: 2023-01-02\nrelations: [{kind: thay-the, to: 2/QĐ-VKS}]"
            ),
            "van-ban/b.md": document("B", "2/QĐ-VKS", "date: 2024-01-02"),
        },
        ["5 relation-order"],
    ),
    "kèm theo văn bản ra sau": (
        {
            "van-ban/a.md": document(
                "A",
                "1/QĐ-VKS",
                "date: 2023-01-02\nrelations: [{kind: ban-hanh-kem-theo, to: 2/QĐ-VKS}]",
            ),
            "van-ban/b.md": document("B", "2/QĐ-VKS", "date: 2024-01-02"),
        },
        [],
    ),
}


@pytest.mark.parametrize(("files", "found"), WRONG.values(), ids=WRONG.keys())
def test_relations_that_are_wrong(
    newsroom_of: LoadSmall, files: dict[str, str], found: list[str]
) -> None:
    newsroom = newsroom_of(files)
    assert codes(newsroom, "van-ban/a.md") == found
    assert views(newsroom)["van-ban/a/"].notices == ()
