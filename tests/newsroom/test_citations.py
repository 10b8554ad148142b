"""Documents that bodies name: which are meant, what is reported, where they count as cited."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.citations import Citations
from newsroom.clock import read_now
from newsroom.loading import load_newsroom
from newsroom.name_hints import NameHints
from newsroom.references import find_named
from newsroom.running_text import running_text
from newsroom.search.entries import search_entries

from .small import NOW, PATH, LoadSmall, article, codes, document_register, page

REGISTER = {
    "ke-hoach/31-2024.md": "title: Kế hoạch năm cũ\nnumber: 31/KH-MAU\ndate: 2024-02-01",
    "ke-hoach/31-2025.md": "title: Kế hoạch kiểm tra mẫu\nnumber: 31/KH-MAU\ndate: 2025-02-07",
    "van-ban/143.md": "title: Quyết định mẫu về quy chế\nnumber: 143/QĐ-MAU\ntype: quyết định\n"
    "date: 2024-10-22\naliases: [Quy chế dân chủ mẫu, Quy chế]",
    "van-ban/luat.md": "title: Luật Thực hiện dân chủ ở cơ sở\nnumber: 10/2022/QH15\ntype: luật\n"
    "date: 2022-11-10",
    "van-ban/chi-nam.md": "title: Chỉ thị mẫu\nnumber: 5/CT-MAU\ndate: 2023",
    "van-ban/doi-1.md": "title: Thông báo một\nnumber: 7/TB-MAU\ndate: 2025-01-05\nissuer: A",
    "van-ban/doi-2.md": "title: Thông báo hai\nnumber: 7/TB-MAU\ndate: 2025-02-05\nissuer: B",
}
EVENT = date(2025, 3, 5)

MEANT = {
    "Kế hoạch số 31/KH-MAU ngày 07/02/2025": "REGISTERED ke-hoach/31-2025.md",
    "Kế hoạch số 31/KH-MAU ngày 01/02/2024": "REGISTERED ke-hoach/31-2024.md",
    "Kế hoạch số 31/KH-MAU": "REGISTERED ke-hoach/31-2025.md",
    "Kế hoạch số 31/KH-MAU ngày 17/02/2025": "OTHER_DAY ke-hoach/31-2025.md",
    "Kế hoạch số 31/KH-MAU ngày 07/02/2023": "OTHER_YEAR ke-hoach/31-2025.md",
    "Quyết định số 143/QĐ-MAU": "REGISTERED van-ban/143.md",
    "quyết định số 143/qđ-mau": "REGISTERED van-ban/143.md",
    "Quyết định số 143 ngày 22/10/2024": "REGISTERED van-ban/143.md",
    "Quyết định số 143 ngày 23/10/2024": "",
    "Quyết định 143": "",
    "Luật số 10/2022/QH15 ngày 10/11/2021": "OTHER_DAY van-ban/luat.md",
    "luật thực hiện dân chủ\nở cơ sở": "REGISTERED van-ban/luat.md",
    "(Luật Thực hiện dân chủ ở cơ sở)": "REGISTERED van-ban/luat.md",
    "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15": "REGISTERED van-ban/luat.md",
    "Quy chế dân chủ mẫu": "REGISTERED van-ban/143.md",
    "Quy chế": "",
    "Chỉ thị số 5/CT-MAU ngày 02/01/2023": "REGISTERED van-ban/chi-nam.md",
    "Chỉ thị số 5/CT-MAU ngày 02/01/2022": "OTHER_YEAR van-ban/chi-nam.md",
    "Thông báo số 7/TB-MAU": "",
    "Thông báo số 7/TB-MAU ngày 05/02/2025": "REGISTERED van-ban/doi-2.md",
    "Chỉ thị số 99/CT-MAU": "UNREGISTERED -",
}


@pytest.fixture(scope="module")
def citations() -> Citations:
    return Citations(document_register(REGISTER))


@pytest.mark.parametrize(("written", "expected"), MEANT.items())
def test_which_document_is_meant(citations: Citations, written: str, expected: str) -> None:
    found = citations.find(f"Theo {written}.", EVENT)
    told = [f"{m.verdict.name} {m.document.path if m.document else '-'}" for m in found]
    assert told == ([expected] if expected else [])
    assert all(f"Theo {written}."[m.start : m.end] in written for m in found)


def test_a_thousand_numbers_are_found_in_order(citations: Citations) -> None:
    text = "31/KH-MAU và Quy chế dân chủ mẫu, " * 1000
    found = citations.find(text, EVENT)
    assert [text[m.start : m.end] for m in found] == ["31/KH-MAU", "Quy chế dân chủ mẫu"] * 1000


def test_what_was_not_yet_issued_is_not_meant(citations: Citations) -> None:
    assert citations.find("Theo Quyết định số 143/QĐ-MAU.", date(2024, 5, 1)) == []
    assert citations.find("Dự thảo Luật Thực hiện dân chủ ở cơ sở.", date(2022, 5, 1)) == []


def test_a_plan_without_a_date_is_this_years_or_the_last(citations: Citations) -> None:
    assert citations.find("Theo Kế hoạch số 31/KH-MAU.", date(2027, 5, 1)) == []


REPORTED = {
    "ngày khác": ("Theo Kế hoạch số 31/KH-MAU ngày\n17/02/2025.", ["9 document-date-conflict"]),
    "năm khác": ("Theo Kế hoạch số 31/KH-MAU ngày 07/02/2023.", ["9 document-other-year"]),
    "chưa có": ("Theo Chỉ thị số 99/CT-MAU.", ["9 document-not-registered"]),
    "mỗi văn bản một lần": (
        "Theo Chỉ thị số 99/CT-MAU, Chỉ thị số 99/CT-MAU.\n\nChỉ thị số 98/CT-MAU.",
        ["9 document-not-registered", "11 document-not-registered"],
    ),
    "số viết trần": ("Theo Chỉ thị 99 ngày 05/3/2025 và Nghị quyết số 18.", []),
    "trong mã": ("`Chỉ thị số 99/CT-MAU`\n\n```\nChỉ thị số 99/CT-MAU\n```", []),
    "trong liên kết": ("[Chỉ thị số 99/CT-MAU](https://mau.example/99/CT-MAU)", []),
    "trong địa chỉ": ("https://mau.example/?so=99/CT-MAU và <https://mau.example/99/CT-MAU>", []),
    "chữ đậm giữa chừng": (
        "Theo **Kế hoạch** số *31/KH-MAU* ngày 17/02/2025.",
        ["9 document-date-conflict"],
    ),
    "trích dẫn ngắt dòng": (
        "> Theo Kế hoạch số\n> 31/KH-MAU ngày\n> 17/02/2025.",
        ["9 document-date-conflict"],
    ),
    "dòng thứ tư": (
        "Một.\n\nHai.\n\n- Kế hoạch số 31/KH-MAU ngày 17/02/2025",
        ["13 document-date-conflict"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), REPORTED.values(), ids=REPORTED.keys())
def test_what_disagrees_is_reported_with_its_line(
    newsroom_of: LoadSmall, body: str, expected: list[str]
) -> None:
    pages = {path: page(text) for path, text in REGISTER.items()}
    newsroom = newsroom_of({**pages, PATH: article(body, event_date="2025-03-05")})
    assert codes(newsroom) == expected


def test_messages_are_for_writers(newsroom_of: LoadSmall) -> None:
    body = "Kế hoạch số 31/KH-MAU ngày 07/02/2023. Kế hoạch số 31/KH-MAU ngày 17/02/2025."
    pages = {path: page(text) for path, text in REGISTER.items()}
    found = newsroom_of({**pages, PATH: article(body)}).problems_of(PATH)
    assert [p.message for p in found] == [
        "Ngày 17/02/2025 của “31/KH-MAU” khác ngày 07/02/2025 trong danh mục văn bản.",
        "“31/KH-MAU” trong bài ghi ngày 07/02/2023, còn danh mục văn bản chỉ có số này"
        " ngày 07/02/2025.",
    ]
    assert [str(p.severity) for p in found] == ["warning", "warning"]


@pytest.mark.parametrize("code", ["document-date-conflict", "document-other-year"])
def test_a_writer_may_silence_each(newsroom_of: LoadSmall, code: str) -> None:
    body = "Kế hoạch số 31/KH-MAU ngày 07/02/2023. Kế hoạch số 31/KH-MAU ngày 17/02/2025."
    pages = {path: page(text) for path, text in REGISTER.items()}
    silent = article(body, lint_ignore=f"{{{code}: đã đối chiếu}}")
    assert code not in " ".join(codes(newsroom_of({**pages, PATH: silent})))


def test_what_the_body_names_is_cited_but_no_plan_of_the_article(newsroom_of: LoadSmall) -> None:
    pages = {path: page(text) for path, text in REGISTER.items()}
    body = "Theo Kế hoạch số 31/KH-MAU và Quy chế dân chủ mẫu, Luật số 10/2022/QH15."
    newsroom = newsroom_of({**pages, PATH: article(body, documents="[143/QĐ-MAU]")})
    (one,) = newsroom.articles
    assert [r.number for r in one.documents] == ["143/QĐ-MAU", "31/KH-MAU", "10/2022/QH15"]
    assert one.plans == ()
    assert {path for path, own in newsroom.by_document.items() if one in own} == {
        "van-ban/143.md",
        "ke-hoach/31-2025.md",
        "van-ban/luat.md",
    }
    assert all(one not in plan.articles for plan in newsroom.plans)
    (entry,) = [e for e in search_entries(newsroom) if e.address == one.address]
    facts = dict.fromkeys(text for label, text in entry.facts if label == "Văn bản")
    assert "10/2022/QH15 ngày 10/11/2022" in facts
    assert entry.plans == ()


def test_the_articles_own_plan_is_not_listed_again(newsroom_of: LoadSmall) -> None:
    pages = {path: page(text) for path, text in REGISTER.items()}
    body = "Theo Kế hoạch số 31/KH-MAU ngày 07/02/2025."
    newsroom = newsroom_of({**pages, PATH: article(body, plan="31/KH-MAU")})
    (one,) = newsroom.articles
    assert (len(one.plans), one.documents) == (1, ())
    assert [plan.ref.year for plan in newsroom.plans if one in plan.articles] == [2025]


@given(st.text(st.sampled_from("ab*_`[]()<>!> \n#-1/é"), max_size=60))
def test_running_text_keeps_every_place(text: str) -> None:
    cleaned = running_text(text)
    assert len(cleaned) == len(text)
    assert [i for i, c in enumerate(text) if c == "\n"] == [
        i for i, c in enumerate(cleaned) if c == "\n"
    ]


NAMES = ("luật a", "luật a b c", "luật a, b và c", "quy chế a b c d e", "kế hoạch 1: a b")


MANY = (*NAMES, *(f"thông tư {number} của nhiều bộ" for number in range(200)))
WORDS = ("luật", "a", "b", "c", "quy", "chế", "a,", ",", "(luật", "d", "e.", "“quy")
SPACES = (" ", " ", " ", "\n", "  ", " \n", "\t", "\u00a0", "\u2009", "\u3000", "\n\n")


@pytest.mark.parametrize("names", [NAMES, MANY], ids=["few names", "many names"])
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), max_size=20))
def test_no_name_is_missed(names: tuple[str, ...], words: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in words)
    if find_named(text, names):
        assert NameHints(names).may_hold(text)


DOCS = Path(__file__).resolve().parents[2] / "docs"
REAL = "tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025.md"


def test_the_real_article_and_a_wrong_date_in_it(tmp_path: Path) -> None:
    docs = shutil.copytree(DOCS, tmp_path / "docs")
    newsroom = load_newsroom(docs, read_now(NOW))
    one = next(a for a in newsroom.articles if a.path == REAL)
    found = Citations(newsroom.documents).find(one.source.body, one.happened_on)
    assert list(dict.fromkeys(m.document.number for m in found if m.document)) == [
        "118/KH-VKSHP-TTr",
        "10/2022/QH15",
        "143/QĐ-VKSHP",
    ]
    text = (docs / REAL).read_text(encoding="utf-8")
    wrong = text.replace("118/KH-VKSHP-TTr ngày 07/02/2025", "118/KH-VKSHP-TTr ngày 17/02/2025")
    assert wrong != text
    (docs / REAL).write_text(wrong, encoding="utf-8")
    line = wrong[: wrong.index("17/02/2025")].count("\n") + 1
    assert f"{line} document-date-conflict" in codes(load_newsroom(docs, read_now(NOW)), REAL)
