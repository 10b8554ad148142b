"""Problems are values; the catalogue is the one list of all of them."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import newsroom
from newsroom.lint.rules import RULES
from newsroom.problem_catalogue import CATALOGUE
from newsroom.problem_page import problem_page
from newsroom.problems import Severity, has_errors, in_order, problem
from newsroom.source import read_bytes

HOOKS = Path(newsroom.__file__).parents[1]


def made_in_the_code() -> dict[str, set[str]]:
    """Each code that some call of ``problem(…)`` names, with the values all such calls give."""
    found: dict[str, set[str]] = {}
    for file in sorted(HOOKS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"problem", "FrontMatterError"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                code = str(node.args[0].value)
                found[code] = found[code] & given if code in found else given
    return found


MADE = made_in_the_code()


@pytest.mark.parametrize("code", MADE)
def test_every_problem_that_is_made_is_in_the_catalogue_with_all_it_needs(code: str) -> None:
    kind = CATALOGUE[code]
    templates = [kind.message] if "hint" in MADE[code] else [kind.message, kind.hint]
    for template in templates:
        blanks = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        assert blanks <= MADE[code]


PASSED_ON = {"plan-unknown", "document-unknown", *(code for code, _ in RULES)}
"""Codes that reach ``problem`` through a variable; those of the lint have tests of their own."""


def test_nothing_in_the_catalogue_is_dead() -> None:
    assert CATALOGUE.keys() - MADE.keys() <= PASSED_ON


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_kind_of_problem_says_what_how_and_shows_an_example(code: str) -> None:
    kind = CATALOGUE[code]
    assert kind.severity in set(Severity)
    assert kind.message.rstrip("”").endswith((".", "}"))
    assert kind.hint
    assert kind.example


def test_a_problem_names_its_place() -> None:
    found = problem(
        "unit-unknown", "tin/2025/bai.md", 5, text="Phòng 22", suggestion="Gần nhất: x."
    )
    assert found.place == "tin/2025/bai.md:5"
    assert found.message == "Không có đơn vị “Phòng 22” trong danh bạ đơn vị."
    assert found.hint == "Gần nhất: x."
    assert found.as_dict() == {
        "path": "tin/2025/bai.md",
        "line": 5,
        "column": None,
        "code": "unit-unknown",
        "severity": "warning",
        "message": found.message,
        "hint": found.hint,
    }
    assert problem("unit-missing", "a.md").place == "a.md"


def test_braces_in_what_a_writer_typed_do_no_harm() -> None:
    found = problem("unit-unknown", "a.md", 1, text="{x} {0} }{", suggestion="{y}")
    assert "{x} {0} }{" in found.message
    assert found.hint == "{y}"


def test_severity_and_hint_can_be_replaced() -> None:
    found = problem("unit-missing", "a.md", severity=Severity.ERROR, hint="Sửa đi.")
    assert (found.severity, found.hint) == (Severity.ERROR, "Sửa đi.")


def test_errors_among_problems() -> None:
    warning, error = problem("unit-missing", "a.md"), problem("front-matter-missing", "a.md", 1)
    assert not has_errors([warning])
    assert has_errors([warning, error])


def test_order_by_path_line_gravity_each_once() -> None:
    a9 = problem("author-missing", "a.md", 9)
    a10, a10_grave = (
        problem("date-from-event", "a.md", 10),
        problem("front-matter-missing", "a.md", 10),
    )
    whole, b1 = problem("file-kind", "a.md", suffix="x"), problem("unit-missing", "b.md", 1)
    assert in_order([b1, a10, a9, a10_grave, whole, a9]) == (whole, a9, a10_grave, a10, b1)


@pytest.mark.parametrize(
    ("severity", "label"),
    [(Severity.ERROR, "Lỗi"), (Severity.WARNING, "Cảnh báo"), (Severity.NOTE, "Lưu ý")],
)
def test_the_word_writers_see(severity: Severity, label: str) -> None:
    assert severity.label == label


def test_the_guide_lists_every_problem() -> None:
    text = problem_page()
    source = read_bytes(text.encode(), "bien-tap/danh-muc-loi.md")
    assert source.problems == ()
    assert source.values == {"title": "Danh mục lỗi"}
    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == [
        *(
            code
            for severity in Severity
            for code in CATALOGUE
            if CATALOGUE[code].severity == severity
        ),
    ]
