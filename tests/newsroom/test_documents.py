"""The register of documents: look-up by number and date, and its own checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from newsroom.documents import DocumentRegister

from .small import cite, document_register

SPRING = date(2025, 3, 5)
REGISTER = {
    "ke-hoach/118-kh-vkshp-ttr-2025.md": (
        "title: Kế hoạch kiểm tra thực hiện dân chủ ở cơ sở năm 2025\n"
        "number: 118/KH-VKSHP-TTr\ndate: 07/02/2025"
    ),
    "van-ban/143-qd-vkshp-2024.md": (
        "title: Quyết định ban hành Quy chế dân chủ\nnumber: 143/QĐ-VKSHP\ndate: 22/10/2024"
    ),
    "van-ban/10-2022-qh15.md": (
        "title: Luật Thực hiện dân chủ ở cơ sở\nnumber: 10/2022/QH15\ntype: luật\n"
        "date: 10/11/2022\naliases: [Luật Thực hiện dân chủ ở cơ sở năm 2022, Luật dân chủ]"
    ),
    "ke-hoach/7-kh-vkshp-2024.md": "title: Kế hoạch A 2024\nnumber: 7/KH-VKSHP\ndate: 10/01/2024",
    "ke-hoach/7-kh-vkshp-2025.md": "title: Kế hoạch A 2025\nnumber: 7/KH-VKSHP\ndate: 08/01/2025",
    "van-ban/57-nq-tw.md": "title: Nghị quyết 57\nnumber: 57-NQ/TW\ndate: 2024",
}


@pytest.fixture(scope="module")
def register() -> DocumentRegister:
    return document_register(REGISTER)


def resolve(
    register: DocumentRegister,
    number: str,
    cited: date | int | None = None,
    when: date = SPRING,
) -> tuple[str | None, str, int | None, str | None]:
    """The document's id, the number and year it is shown under, the problem's code."""
    ref, problem = register.resolve(cite(number, cited), when, "plan-unknown", "bai.md", 6)
    return ref.document and ref.document.id, ref.number, ref.year, problem and problem.code


FOUND = {
    "đúng như đã đăng ký": ("118/KH-VKSHP-TTr", "118-kh-vkshp-ttr-2025"),
    "khoảng trắng": ("118 / KH - VKSHP - TTr", "118-kh-vkshp-ttr-2025"),
    "gạch ngang": ("118/KH–VKSHP–TTr", "118-kh-vkshp-ttr-2025"),
    "U+2011": ("118/KH\u2011VKSHP\u2011TTr", "118-kh-vkshp-ttr-2025"),
    "NBSP": ("118\u00a0/KH-VKSHP-TTr", "118-kh-vkshp-ttr-2025"),
    "chữ thường": ("118/kh-vkshp-ttr", "118-kh-vkshp-ttr-2025"),
    "số 0 đứng đầu": ("0118/KH-VKSHP-TTr", "118-kh-vkshp-ttr-2025"),
    "có chữ số": ("Số: 143/QĐ-VKSHP", "143-qd-vkshp-2024"),
    "mã": ("118-kh-vkshp-ttr-2025", "118-kh-vkshp-ttr-2025"),
    "tên luật": ("Luật Thực hiện dân chủ ở cơ sở", "10-2022-qh15"),
    "tên luật có năm": ("Luật thực hiện dân chủ ở cơ sở năm 2022", "10-2022-qh15"),
    "tên gọi khác": ("luật Dân chủ", "10-2022-qh15"),
    "số của Đảng": ("57 – NQ/TW", "57-nq-tw"),
}


@pytest.mark.parametrize(("number", "document_id"), FOUND.values(), ids=FOUND.keys())
def test_a_document_is_found(register: DocumentRegister, number: str, document_id: str) -> None:
    found, _, _, problem = resolve(register, number)
    assert (found, problem) == (document_id, None)


def test_d_counts(register: DocumentRegister) -> None:
    assert resolve(register, "143/QD-VKSHP")[::3] == (None, "plan-unknown")


TWO_YEARS = {
    "ngày được ghi": (date(2024, 1, 10), SPRING, "7-kh-vkshp-2024", None),
    "năm được ghi": (2024, SPRING, "7-kh-vkshp-2024", None),
    "ngày khác cùng năm": (
        date(2024, 1, 11),
        SPRING,
        "7-kh-vkshp-2024",
        "document-date-conflict",
    ),
    "bài của năm 2025": (None, SPRING, "7-kh-vkshp-2025", None),
    "bài của năm 2024": (None, date(2024, 5, 1), "7-kh-vkshp-2024", None),
    "bài đầu năm 2025, trước khi có kế hoạch mới": (
        None,
        date(2025, 1, 3),
        "7-kh-vkshp-2024",
        None,
    ),
    "bài của năm 2026": (None, date(2026, 2, 1), "7-kh-vkshp-2025", None),
    "bài của năm 2023": (None, date(2023, 2, 1), None, "document-ambiguous"),
    "năm khác hẳn": (2020, SPRING, None, "document-ambiguous"),
}


@pytest.mark.parametrize(
    ("cited", "when", "document_id", "code"), TWO_YEARS.values(), ids=TWO_YEARS.keys()
)
def test_one_number_in_two_years_is_told_apart_by_date(
    register: DocumentRegister,
    cited: date | int | None,
    when: date,
    document_id: str | None,
    code: str | None,
) -> None:
    found, number, _, problem = resolve(register, "7/KH-VKSHP", cited, when)
    assert (found, number, problem) == (document_id, "7/KH-VKSHP", code)


def test_an_ambiguous_number_names_the_candidates(register: DocumentRegister) -> None:
    _, problem = register.resolve(cite("7/KH-VKSHP"), date(2023, 2, 1), "plan-unknown", "bai.md", 6)
    assert problem is not None
    assert "ngày 10/01/2024" in problem.message
    assert "ngày 08/01/2025" in problem.message


CONFLICTS = {
    "đúng ngày": ("118/KH-VKSHP-TTr", date(2025, 2, 7), None),
    "đúng năm": ("118/KH-VKSHP-TTr", 2025, None),
    "không ghi": ("118/KH-VKSHP-TTr", None, None),
    "gõ nhầm ngày": ("118/KH-VKSHP-TTr", date(2025, 2, 17), "document-date-conflict"),
    "nhầm năm": ("118/KH-VKSHP-TTr", 2024, "document-date-conflict"),
    "danh mục chỉ có năm": ("57-NQ/TW", date(2024, 12, 22), None),
    "danh mục chỉ có năm, năm khác": ("57-NQ/TW", date(2023, 12, 22), "document-date-conflict"),
}


@pytest.mark.parametrize(("number", "cited", "code"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_a_date_that_disagrees_is_reported_and_the_document_still_found(
    register: DocumentRegister, number: str, cited: date | int | None, code: str | None
) -> None:
    found, _, _, problem = resolve(register, number, cited)
    assert found is not None
    assert problem == code


def test_the_conflict_names_both_dates(register: DocumentRegister) -> None:
    _, problem = register.resolve(
        cite("118/KH-VKSHP-TTr", date(2025, 2, 17)), SPRING, "plan-unknown", "bai.md", 6
    )
    assert problem is not None
    assert "17/02/2025" in problem.message
    assert "07/02/2025" in problem.message


UNREGISTERED = {
    "năm của bài": ("9/KH-VKSHP", None, "9/KH-VKSHP", 2025),
    "năm được ghi": ("9/KH-VKSHP", 2023, "9/KH-VKSHP", 2023),
    "ngày được ghi": ("9/KH-VKSHP", date(2024, 1, 2), "9/KH-VKSHP", 2024),
    "năm trong số": ("30/2020/NĐ-CP", None, "30/2020/NĐ-CP", 2020),
    "viết về dạng chuẩn": ("9 / KH – VKSHP", None, "9/KH-VKSHP", 2025),
    "chỉ có tên": ("Kế hoạch tập huấn", None, "Kế hoạch tập huấn", 2025),
}


@pytest.mark.parametrize(
    ("written", "cited", "number", "year"), UNREGISTERED.values(), ids=UNREGISTERED.keys()
)
def test_what_is_not_registered_is_kept_as_written(
    register: DocumentRegister, written: str, cited: date | int | None, number: str, year: int
) -> None:
    assert resolve(register, written, cited) == (None, number, year, "plan-unknown")


@pytest.mark.parametrize(
    ("written", "near"),
    [("811/KH-VKSHP-TTr", "118/KH-VKSHP-TTr"), ("Luật dân chủ cơ sở", "10/2022/QH15")],
)
def test_the_nearest_are_offered(register: DocumentRegister, written: str, near: str) -> None:
    assert near in register.suggestion(written)


def test_nothing_near_nothing_offered() -> None:
    assert "Gần nhất" not in document_register({}).suggestion("118/KH")


FIND = {
    "số": ("143/qđ-vkshp", "143-qd-vkshp-2024"),
    "mã": ("143-qd-vkshp-2024", "143-qd-vkshp-2024"),
    "tên": ("Luật dân chủ", "10-2022-qh15"),
    "hai năm": ("7/KH-VKSHP", None),
    "không có": ("8/KH-VKSHP", None),
}


@pytest.mark.parametrize(("text", "document_id"), FIND.values(), ids=FIND.keys())
def test_find_whatever_the_date(
    register: DocumentRegister, text: str, document_id: str | None
) -> None:
    document = register.find(text)
    assert (document and document.id) == document_id


def test_newest_first_then_by_number() -> None:
    register = document_register(
        {
            "van-ban/a.md": "title: A\nnumber: 10/QĐ-VKS\ndate: 2025",
            "van-ban/b.md": "title: B\nnumber: 2/QĐ-VKS\ndate: 2025-12-31",
            "van-ban/c.md": "title: C\nnumber: 1/QĐ-VKS",
            "van-ban/d.md": "title: D\nnumber: 3/2026/TT-VKS",
        }
    )
    assert [d.id for d in register] == ["d", "b", "a", "c"]


def test_plans_are_what_lies_in_their_folder(register: DocumentRegister) -> None:
    assert {d.id for d in register.plans} == {
        *("118-kh-vkshp-ttr-2025", "7-kh-vkshp-2024", "7-kh-vkshp-2025"),
    }


# --- the register's own checks ---


def found(documents: Mapping[str, str]) -> list[str]:
    return sorted(f"{p.place} {p.code}" for p in document_register(documents).problems())


def test_a_sound_register_has_no_problems() -> None:
    assert found(REGISTER) == []


def doc(number: str, more: str = "") -> str:
    return f"title: Văn bản\nnumber: {number}\n{more}".rstrip()


CHECKS: dict[str, Any] = {
    "không phải số": ({"van-ban/a.md": doc("kế hoạch 118")}, ["van-ban/a.md:3 document-number"]),
    "loại không khớp": (
        {"van-ban/a.md": doc("118/KH-VKS", "type: quyết định")},
        ["van-ban/a.md:4 document-type"],
    ),
    "loại khớp, viết hoa": ({"van-ban/a.md": doc("118/KH-VKS", "type: Kế hoạch")}, []),
    "số không nói loại": ({"van-ban/a.md": doc("10/2022/QH15", "type: luật")}, []),
    "Thanh tra ở cuối không phải tờ trình": (
        {"van-ban/a.md": doc("118/KH-VKSHP-TTr", "type: kế hoạch")},
        [],
    ),
    "quyết định trong thư mục kế hoạch": (
        {"ke-hoach/a.md": doc("143/QĐ-VKS")},
        ["ke-hoach/a.md:3 plan-folder"],
    ),
    "hiệu lực ngược": (
        {"van-ban/a.md": doc("1/QĐ-VKS", "effective_from: 2025-02-01\neffective_to: 2025-01-01")},
        ["van-ban/a.md:5 period-order"],
    ),
    "hiệu lực một ngày": (
        {"van-ban/a.md": doc("1/QĐ-VKS", "effective_from: 2025-02-01\neffective_to: 2025-02-01")},
        [],
    ),
    "thực hiện ngược": (
        {"ke-hoach/a.md": doc("1/KH-VKS", "starts: 2025-12-31\nends: 2025-01-01")},
        ["ke-hoach/a.md:5 period-order"],
    ),
    "quan hệ lạ": (
        {"van-ban/a.md": doc("1/QĐ-VKS", "relations:\n  - {kind: can-cu, to: 99/QĐ-X}")},
        ["van-ban/a.md:5 relation-unknown"],
    ),
    "trùng số cùng năm": (
        {
            "van-ban/a.md": doc("01/qđ-vks", "date: 2025-01-02"),
            "van-ban/b.md": doc("1/QĐ-VKS", "date: 2025"),
        },
        ["van-ban/b.md:3 document-duplicate"],
    ),
    "trùng số khác năm": (
        {
            "van-ban/a.md": doc("1/QĐ-VKS", "date: 2024"),
            "van-ban/b.md": doc("1/QĐ-VKS", "date: 2025"),
        },
        [],
    ),
    "trùng số khác cơ quan": (
        {
            "van-ban/a.md": doc("1/QĐ-VKS", "date: 2025\nissuer: A"),
            "van-ban/b.md": doc("1/QĐ-VKS", "date: 2025\nissuer: B"),
        },
        [],
    ),
    "chỉ khác Đ và D": (
        {
            "van-ban/a.md": doc("12/HĐ-VKS", "date: 2025"),
            "van-ban/b.md": doc("12/HD-VKS", "date: 2025"),
        },
        ["van-ban/a.md:3 document-lookalike"],
    ),
    "chỉ khác Đ và D, khác năm": (
        {
            "van-ban/a.md": doc("12/HĐ-VKS", "date: 2024"),
            "van-ban/b.md": doc("12/HD-VKS", "date: 2025"),
        },
        [],
    ),
    "quyết định của Đảng": (
        {"van-ban/a.md": doc("217-QĐ/TW", "type: quyết định\ndate: 2013")},
        [],
    ),
    "thông tri của Đảng": (
        {"van-ban/a.md": doc("06-TTr/QU", "type: thông tri\ndate: 2016")},
        [],
    ),
}


@pytest.mark.parametrize(("documents", "expected"), CHECKS.values(), ids=CHECKS.keys())
def test_the_register_checks_itself(documents: dict[str, str], expected: list[str]) -> None:
    assert found(documents) == expected
