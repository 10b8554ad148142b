"""Front matter values → a model, or problems in Vietnamese with their lines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from newsroom.dates import TIME_ZONE
from newsroom.problem_catalogue import CATALOGUE
from newsroom.problems import Problem, Severity
from newsroom.schema import (
    FIELD_NAMES,
    ArticleMeta,
    DocumentMeta,
    PageMeta,
    PlanMeta,
    UnitMeta,
)
from newsroom.source import Source
from newsroom.validation import validate

from .small import page, read


def check(front_matter: str, model: type[BaseModel] = ArticleMeta) -> tuple[Any, list[Problem]]:
    source = read(page(front_matter))
    assert source.problems == ()
    return validate(source, model)


def wrong(front_matter: str, model: type[BaseModel] = ArticleMeta) -> Problem:
    """The one thing wrong with a front matter that cannot be used."""
    meta, problems = check(front_matter, model)
    assert meta is None
    (problem,) = problems
    return problem


def meta_of(front_matter: str, model: type[BaseModel] = ArticleMeta) -> Any:
    meta, problems = check(front_matter, model)
    assert problems == []
    return meta


# --- values that cannot be used: key, value, line, what the message says ---

ARTICLE = "title: Tin A\ndate: 2025-03-06\n"
WRONG = {
    "đầu đề là số": ("title: 2025\ndate: 2025-03-06", 2, "đầu đề (`title`)", "cần có chữ"),
    "đầu đề để trống": ('title: ""\ndate: 2025-03-06', 2, "đầu đề (`title`)", "để trống"),
    "đầu đề không có giá trị": ("title:\ndate: 2025-03-06", 2, "đầu đề (`title`)", "dòng chữ"),
    "đầu đề là danh sách": ("title: [a]\ndate: 2025-03-06", 2, "đầu đề (`title`)", "dòng chữ"),
    "đầu đề true": ("title: true\ndate: 2025-03-06", 2, "đầu đề (`title`)", "dòng chữ"),
    "đầu đề quá dài": (
        f"title: {'dài ' * 80}\ndate: 2025-03-06",
        2,
        "đầu đề (`title`)",
        "tối đa 300",
    ),
    "thẻ trong đầu đề": (
        "title: A </title><script>\ndate: 2025-03-06",
        2,
        "đầu đề (`title`)",
        "thẻ HTML",
    ),
    "thẻ trong tóm tắt": (ARTICLE + "summary: A <img onerror=b>", 4, "tóm tắt (`summary`)", "HTML"),
    "thẻ trong tác giả": (ARTICLE + "author: <b>A</b>", 4, "tác giả (`author`)", "HTML"),
    "thẻ trong chủ đề": (ARTICLE + "tags: [a, <i>b]", 4, "chủ đề (`tags`)", "HTML"),
    "đảo chiều viết bằng mã": (
        'title: "A\\u202eB"\ndate: 2025-03-06',
        2,
        "đầu đề (`title`)",
        "đảo chiều",
    ),
    "NUL viết bằng mã": ('title: "A\\0B"\ndate: 2025-03-06', 2, "đầu đề (`title`)", "điều khiển"),
    "ngày không có thật": ("title: A b\ndate: 2025-02-30", 3, "ngày (`date`)", "ngày có thật"),
    "ngày là giờ": ("title: A b\ndate: 12:30", 3, "ngày (`date`)", "dạng 2025-03-05"),
    "ngày là true": ("title: A b\ndate: true", 3, "ngày (`date`)", "dòng chữ"),
    "ngày diễn ra có giờ": (
        ARTICLE + "event_date: 2025-03-05 08:00",
        4,
        "ngày diễn ra (`event_date`)",
        "dạng 2025-03-05",
    ),
    "ngày diễn ra unknown": (ARTICLE + "event_date: unknown", 4, "ngày diễn ra", "dạng 2025-03-05"),
    "nháp là chữ": (ARTICLE + "draft: maybe", 4, "bản nháp (`draft`)", "true (có) hoặc false"),
    "nháp no": (ARTICLE + "draft: no", 4, "bản nháp (`draft`)", "true (có) hoặc false"),
    "nháp trong ngoặc kép": (ARTICLE + 'draft: "true"', 4, "bản nháp (`draft`)", "true (có)"),
    "nháp 1": (ARTICLE + "draft: 1", 4, "bản nháp (`draft`)", "true (có) hoặc false"),
    "nháp để trống": (ARTICLE + "draft:", 4, "bản nháp (`draft`)", ""),
    "giờ đăng không có thật": (
        ARTICLE + "publish_at: 2025-03-05 25:00",
        4,
        "giờ đăng",
        "giờ có thật",
    ),
    "đơn vị là danh sách": (ARTICLE + "unit: [a, b]", 4, "đơn vị (`unit`)", "dòng chữ"),
    "đơn vị là bảng": (ARTICLE + "unit: {a: b}", 4, "đơn vị (`unit`)", "dòng chữ"),
    "mã hoạt động có dấu": (ARTICLE + "activity: Kiểm tra", 4, "mã hoạt động (`activity`)", "dạng"),
    "vai trò là danh sách": (
        ARTICLE + "units: [a]",
        4,
        "các đơn vị tham gia (`units`)",
        "thụt vào",
    ),
    "mục thứ hai của danh sách": (
        ARTICLE + "tags:\n  - a\n  - [b]",
        6,
        "chủ đề (`tags`)",
        "dòng chữ",
    ),
    "trong bảng lồng": (
        ARTICLE + "image:\n  src: a.jpg\n  alt: [b]",
        6,
        "ảnh (`image`) → mô tả ảnh (`alt`)",
        "dòng chữ",
    ),
    "tác giả thứ hai": (
        ARTICLE + "author:\n  - A\n  - name: B\n    role: [c]",
        7,
        "tác giả (`author`) → chức danh (`role`)",
        "dòng chữ",
    ),
    "bỏ qua không có lý do": (
        ARTICLE + "lint_ignore: {spelling-slip: }",
        4,
        "cảnh báo bỏ qua (`lint_ignore`)",
        "dòng chữ",
    ),
}


@pytest.mark.parametrize(
    ("front_matter", "line", "field", "reason"), WRONG.values(), ids=WRONG.keys()
)
def test_a_wrong_value_is_named_with_its_line(
    front_matter: str, line: int, field: str, reason: str
) -> None:
    problem = wrong(front_matter)
    assert (problem.code, problem.line) == ("field-invalid", line)
    assert f"Mục {field}" in problem.message
    assert reason in problem.message


UNIT = "title: Phòng A\nkind: phong\n"
DOCUMENT = "title: Kế hoạch A\nnumber: 1/KH-VKS\n"
WRONG_ELSEWHERE = {
    "loại đơn vị": (UnitMeta, "title: A\nkind: phòng", 3, "co-quan, phong, quan-huyen, khu-vuc"),
    "thứ tự có số 0": (UnitMeta, UNIT + "order: 010", 4, "không có số 0 đứng đầu"),
    "thứ tự là số thực": (UnitMeta, UNIT + "order: 1.5", 4, "không có số 0 đứng đầu"),
    "thứ tự âm": (UnitMeta, UNIT + "order: -1", 4, "không có số 0 đứng đầu"),
    "thứ tự là true": (UnitMeta, UNIT + "order: true", 4, "không có số 0 đứng đầu"),
    "cách kết thúc": (UnitMeta, UNIT + "closing: {kind: bo}", 4, "doi-ten, hop-nhat, sap-nhap"),
    "đơn vị kế tục có dấu": (
        UnitMeta,
        UNIT + "closing:\n  kind: doi-ten\n  successors: Phòng B",
        6,
        "chữ thường không dấu",
    ),
    "công khai là chữ": (DocumentMeta, DOCUMENT + "public: co", 4, "true (có) hoặc false"),
    "ngày văn bản sai": (DocumentMeta, DOCUMENT + "date: 2025-02-30", 4, "ngày có thật"),
    "ngày văn bản là tháng": (DocumentMeta, DOCUMENT + "date: 3/2025", 4, "dạng 2025-03-05"),
    "tình trạng hiệu lực": (
        DocumentMeta,
        DOCUMENT + "status: con",
        4,
        "con-hieu-luc, het-hieu-luc",
    ),
    "quan hệ": (
        PlanMeta,
        DOCUMENT + "relations:\n  - {kind: theo, to: 1/A}",
        5,
        "ban-hanh-kem-theo, thay-the",
    ),
    "ngày văn bản là true": (
        DocumentMeta,
        DOCUMENT + "date: true",
        4,
        "dạng 2025-03-05",
    ),
}


@pytest.mark.parametrize(
    ("model", "front_matter", "line", "reason"),
    WRONG_ELSEWHERE.values(),
    ids=WRONG_ELSEWHERE.keys(),
)
def test_a_wrong_value_in_a_register_is_named_with_its_line(
    model: type[BaseModel], front_matter: str, line: int, reason: str
) -> None:
    problem = wrong(front_matter, model)
    assert (problem.code, problem.line) == ("field-invalid", line)
    assert reason in problem.message


MISSING = {
    "đầu đề": (ArticleMeta, "date: 2025-03-06", 1, "title", "đầu đề (`title`)"),
    "số văn bản": (DocumentMeta, "title: A", 1, "number", "số, ký hiệu (`number`)"),
    "loại đơn vị": (UnitMeta, "title: A", 1, "kind", "loại (`kind`)"),
    "tệp ảnh": (ArticleMeta, ARTICLE + "image: {alt: b}", 4, "src", "tệp ảnh (`src`)"),
    "tên đính kèm": (
        ArticleMeta,
        ARTICLE + "attachments:\n  - file: a",
        5,
        "title",
        "đầu đề (`title`)",
    ),
}


@pytest.mark.parametrize(
    ("model", "front_matter", "line", "key", "field"), MISSING.values(), ids=MISSING.keys()
)
def test_a_missing_field_is_named(
    model: type[BaseModel], front_matter: str, line: int, key: str, field: str
) -> None:
    problem = wrong(front_matter, model)
    assert (problem.code, problem.line) == ("field-missing", line)
    assert field in problem.message
    assert f"{key}: " in problem.hint


NO_DAY = {
    "không có ngày nào": "title: A b",
    "ngày để trống": "title: A b\ndate:",
    "không rõ ngày đăng, không có ngày diễn ra": "title: A b\ndate: unknown",
}


@pytest.mark.parametrize("front_matter", NO_DAY.values(), ids=NO_DAY.keys())
def test_an_article_needs_a_day(front_matter: str) -> None:
    problem = wrong(front_matter)
    assert problem.code == "field-missing"
    assert "ngày (`date`)" in problem.message
    assert "ngày diễn ra (`event_date`)" in problem.hint


def test_all_that_is_wrong_is_told_at_once() -> None:
    _, problems = check("title: 2025\ndate: 12:30\ndraft: no\ntga: x")
    assert sorted((p.line, p.code) for p in problems) == [
        (2, "field-invalid"),
        (3, "field-invalid"),
        (4, "field-invalid"),
        (5, "field-unknown"),
    ]


# --- unknown keys ---

UNKNOWN = {
    "đảo chữ": (ArticleMeta, ARTICLE + "tilte: x", 4, "“title” – đầu đề"),
    "số ít": (ArticleMeta, ARTICLE + "tag: x", 4, "“tags” – chủ đề"),
    "thiếu gạch dưới": (ArticleMeta, ARTICLE + "eventdate: 2025-03-05", 4, "“event_date”"),
    "lồng": (ArticleMeta, ARTICLE + "units:\n  ledby: [a]", 5, "“led_by” – chủ trì kiểm tra"),
    "lồng, trong danh sách": (
        ArticleMeta,
        ARTICLE + "author:\n  - name: A\n    rle: b",
        6,
        "“role” – chức danh",
    ),
    "lồng, một giá trị": (ArticleMeta, ARTICLE + "plan: {number: 1/A, dat: b}", 4, "“date” – ngày"),
    "khóa của chỗ khác": (
        ArticleMeta,
        ARTICLE + "image:\n  src: a.jpg\n  file: b.jpg",
        6,
        "ở đây: src, alt, caption, credit.",
    ),
    "template": (ArticleMeta, ARTICLE + "template: home.html", 4, "Xóa dòng này"),
    "tiếng Việt": (ArticleMeta, ARTICLE + "tác giả: x", 4, "“author” – tác giả"),
    "của kế hoạch": (DocumentMeta, DOCUMENT + "scope: [a]", 4, "Xóa dòng này"),
    "đơn vị": (UnitMeta, UNIT + "alias: x", 4, "“aliases”"),
    "trang": (PageMeta, "title: A\nsumary: x", 3, "“summary” – tóm tắt"),
}


@pytest.mark.parametrize(
    ("model", "front_matter", "line", "hint"), UNKNOWN.values(), ids=UNKNOWN.keys()
)
def test_an_unknown_key_is_reported_with_the_nearest_and_the_rest_counts(
    model: type[BaseModel], front_matter: str, line: int, hint: str
) -> None:
    meta, (problem,) = check(front_matter, model)
    assert meta is not None
    assert (problem.code, problem.line, problem.severity) == (
        "field-unknown",
        line,
        Severity.WARNING,
    )
    assert hint in problem.hint


HOLDING = ["drfat: true", "Draft: true", "drafts: true", "publish: 2025-03-07", "pubish_at: 2025"]


@pytest.mark.parametrize("line", HOLDING)
def test_a_mistyped_key_that_would_hold_an_article_back_is_an_error(line: str) -> None:
    _, (problem,) = check(ARTICLE + line)
    assert (problem.code, problem.severity) == ("field-unknown", Severity.ERROR)


@pytest.mark.parametrize(
    ("model", "front_matter"),
    [(UnitMeta, UNIT), (DocumentMeta, DOCUMENT), (PlanMeta, DOCUMENT), (PageMeta, "title: A\n")],
    ids=["đơn vị", "văn bản", "kế hoạch", "trang"],
)
def test_what_cannot_be_held_back_is_not_published_by_mistake(
    model: type[BaseModel], front_matter: str
) -> None:
    _, (problem,) = check(front_matter + "draft: true", model)
    assert problem.severity is Severity.ERROR


# --- values that can be used ---


def test_a_whole_article() -> None:
    meta = meta_of(
        'title: "Phòng 2 tiếp Đoàn kiểm tra: năm 2025"\n'
        "date: 05/3/2025 8h00\n"
        "author: Phạm Thị Mẫu\n"
        "unit: phong-2\n"
        "plan: 118/KH-VKSHP-TTr\n"
        "tags: dân chủ ở cơ sở\n"
        "event_date: 5/3/2025\n"
        "units: {led_by: ban-chi-dao, mentioned: [a, b]}\n"
        "activity: kiem-tra-2025\n"
        "documents: [143/QĐ-VKSHP, {number: 10/2022/QH15, date: 2022}]\n"
        "democracy: {content: to-chuc-thuc-hien, form: [kiem-tra]}\n"
        "updated: 2025-03-10\n"
        "draft: false\n"
        "publish_at: 2025-03-07 08:00"
    )
    assert meta.date == datetime(2025, 3, 5, 8, tzinfo=TIME_ZONE)
    assert meta.event_date == date(2025, 3, 5)
    assert [person.name for person in meta.author] == ["Phạm Thị Mẫu"]
    assert [(plan.number, plan.date) for plan in meta.plan] == [("118/KH-VKSHP-TTr", None)]
    assert meta.tags == ("dân chủ ở cơ sở",)
    assert (meta.units.led_by, meta.units.mentioned) == (("ban-chi-dao",), ("a", "b"))
    assert [(d.number, d.date) for d in meta.documents] == [
        ("143/QĐ-VKSHP", None),
        ("10/2022/QH15", 2022),
    ]
    assert meta.democracy.content == ("to-chuc-thuc-hien",)
    assert meta.updated == date(2025, 3, 10)
    assert meta.publish_at == datetime(2025, 3, 7, 8, tzinfo=TIME_ZONE)
    assert meta.draft is False


ONE_FOR_MANY = {
    "một": ("tags: x", ("x",)),
    "danh sách": ("tags: [x, y]", ("x", "y")),
    "để trống": ("tags:", ()),
    "danh sách rỗng": ("tags: []", ()),
    "số là chữ": ("tags: [2025, 010]", ("2025", "010")),
    "thừa khoảng trắng": ('tags: ["  dân   chủ "]', ("dân chủ",)),
    "chữ no": ("tags: no", ("no",)),
}


@pytest.mark.parametrize(("line", "tags"), ONE_FOR_MANY.values(), ids=ONE_FOR_MANY.keys())
def test_one_value_stands_for_a_list(line: str, tags: tuple[str, ...]) -> None:
    assert meta_of(ARTICLE + line).tags == tags


DAYS = {
    "kiểu Việt": ("05/3/2025", date(2025, 3, 5)),
    "ISO": ("2025-03-05", date(2025, 3, 5)),
    "có giờ": ("2025-03-05 08:00", datetime(2025, 3, 5, 8, tzinfo=TIME_ZONE)),
    "trong ngoặc kép": ('"05/3/2025"', date(2025, 3, 5)),
}


@pytest.mark.parametrize(("typed", "day"), DAYS.values(), ids=DAYS.keys())
def test_publication(typed: str, day: date) -> None:
    published = meta_of(f"title: A b\ndate: {typed}").date
    assert (published, type(published)) == (day, type(day))


def test_an_unknown_publication_with_an_event() -> None:
    assert meta_of("title: A b\ndate: unknown\nevent_date: 2025-03-05").date == "unknown"


def test_the_event_alone_is_a_day() -> None:
    assert meta_of("title: A b\nevent_date: 2025-03-05").date is None


DOCUMENT_DAYS = {
    "ngày": ("07/02/2025", date(2025, 2, 7)),
    "chỉ có năm": ("2025", 2025),
    "để trống": ("", None),
}


@pytest.mark.parametrize(("typed", "day"), DOCUMENT_DAYS.values(), ids=DOCUMENT_DAYS.keys())
def test_a_document_may_be_dated_by_its_year(typed: str, day: date | int | None) -> None:
    assert meta_of(DOCUMENT + f"date: {typed}", DocumentMeta).date == day


def test_a_unit_with_names_and_an_end() -> None:
    meta = meta_of(
        "title: Thanh tra\nkind: phong\norder: 70\n"
        "names:\n"
        "  - {name: Thanh tra – Khiếu tố, to: 31/12/2024}\n"
        "  - {name: Thanh tra, from: 2025-01-01}\n"
        "valid_to: 30/6/2025\n"
        "closing: {kind: hop-nhat, successors: thanh-tra-moi}\n",
        UnitMeta,
    )
    assert meta.order == 70
    assert [(n.name, n.valid_from, n.valid_to) for n in meta.names] == [
        ("Thanh tra – Khiếu tố", None, date(2024, 12, 31)),
        ("Thanh tra", date(2025, 1, 1), None),
    ]
    assert meta.closing.successors == ("thanh-tra-moi",)


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("7", 7), ("120", 120)])
def test_whole_numbers(typed: str, number: int) -> None:
    assert meta_of(UNIT + f"order: {typed}", UnitMeta).order == number


def test_a_document_is_internal_unless_someone_says_otherwise() -> None:
    assert meta_of(DOCUMENT, DocumentMeta).public is False
    assert meta_of(DOCUMENT + "public: true", DocumentMeta).public is True


# --- any values at all ---

words = st.sampled_from([*FIELD_NAMES, "tilte", "x", "", "Phòng 2", "2025-03-05", "010", "unknown"])
values = st.recursive(
    st.one_of(words, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=4)),
    max_leaves=12,
)


@given(
    st.dictionaries(words, values, max_size=6),
    st.sampled_from([ArticleMeta, UnitMeta, DocumentMeta, PlanMeta, PageMeta]),
)
@settings(max_examples=300)
def test_any_values_give_a_model_or_problems(given_values: Any, model: type[BaseModel]) -> None:
    meta, problems = validate(Source("tin/2025/bai.md", given_values), model)
    assert meta is not None or problems
    assert {p.code for p in problems} <= CATALOGUE.keys()
    assert all("{" not in p.message for p in problems)


CITED = {
    "số": ("118/KH-VKSHP-TTr", ("118/KH-VKSHP-TTr", None)),
    "như trong bài": (
        "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025",
        ("118/KH-VKSHP-TTr", date(2025, 2, 7)),
    ),
    "thiếu chữ số": ("kế hoạch 118/KH-VKSHP-TTr", ("118/KH-VKSHP-TTr", None)),
    "văn bản Đảng": ("Kết luận số 120-KL/TW, ngày 07/01/2016", ("120-KL/TW", date(2016, 1, 7))),
    "tên gọi": (
        "Luật Thực hiện dân chủ ở cơ sở năm 2022",
        ("Luật Thực hiện dân chủ ở cơ sở năm 2022", None),
    ),
    "số có dấu cách": ("118 /KH-VKSHP", ("118 /KH-VKSHP", None)),
}


@pytest.mark.parametrize(("text", "cited"), CITED.values(), ids=CITED.keys())
def test_a_citation_may_be_copied_from_prose(text: str, cited: tuple[str, date | None]) -> None:
    meta = ArticleMeta.model_validate({"title": "Bài", "date": "2025-03-05", "plan": text})
    assert [(c.number, c.date) for c in meta.plan] == [cited]


IN_VIETNAMESE = {
    "nháp": ("draft", "error"),
    "ngày diễn ra": ("event_date", "warning"),
    "tác giả": ("author", "warning"),
    "chủ đề": ("tags", "warning"),
}


@pytest.mark.parametrize(("key", "meant"), IN_VIETNAMESE.items(), ids=list(IN_VIETNAMESE))
def test_a_key_in_vietnamese_leads_to_its_own(key: str, meant: tuple[str, str]) -> None:
    _, problems = check(f"title: Bài\ndate: 2025-03-05\n{key}: x")
    (problem,) = problems
    assert (problem.code, str(problem.severity)) == ("field-unknown", meant[1])
    assert f"“{meant[0]}”" in problem.hint
