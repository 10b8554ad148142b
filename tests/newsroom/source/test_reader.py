"""One file, read once and strictly: every pitfall of front matter with its code and line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.problem_catalogue import CATALOGUE
from newsroom.source import LIMITS, Limits, Source, read_bytes, read_source

from ..small import article, page, places, read, write

PATH = "tin/2025/bai.md"


def found(source: Source) -> list[str]:
    return [place.removeprefix(PATH).removeprefix(":").strip() for place in places(source.problems)]


PITFALLS = {
    # --- the fences ---
    "không có khai báo": ("VKSHP: Sáng nay, Phòng 2 họp.\n", ["1 front-matter-missing"]),
    "tệp rỗng": ("", ["1 front-matter-missing"]),
    "dòng trống trước ---": ("\n---\ntitle: A\n---\n", ["1 front-matter-not-first"]),
    "khoảng trắng trước ---": (" ---\ntitle: A\n---\n", ["1 front-matter-missing"]),
    "chưa đóng": ("---\ntitle: A\n\nNội dung\n", ["1 front-matter-unclosed"]),
    "bốn gạch": ("----\ntitle: A\n----\n", ["1 front-matter-missing"]),
    "là danh sách": ("---\n- title: A\n---\n", ["2 front-matter-not-mapping"]),
    "là một câu": ("---\nĐầu đề\n---\n", ["2 front-matter-not-mapping"]),
    "hai tài liệu": ("---\ntitle: A\n...\ntitle: B\n---\n", ["4 yaml-syntax"]),
    "khóa là danh sách": ("---\n[a, b]: c\n---\n", ["2 front-matter-not-mapping"]),
    # --- values that YAML reads in another way ---
    "hai chấm trong đầu đề": (
        "---\ntitle: Phòng 2: kiểm tra\n---\n",
        ["2 yaml-syntax"],
    ),
    "hai chấm ở dòng thứ ba": (
        "---\ntitle: A\nsummary: Kết quả: tốt\n---\n",
        ["3 yaml-syntax"],
    ),
    "bắt đầu bằng %": ("---\ntitle: 100 bài\nsummary: %d\n---\n", ["3 yaml-syntax"]),
    "bắt đầu bằng @": ("---\ntitle: @vkshp\n---\n", ["2 yaml-syntax"]),
    "bắt đầu bằng ngoặc kép": ('---\ntitle: "Vì dân" phục vụ\n---\n', ["2 yaml-syntax"]),
    "ngoặc kép chưa đóng": ('---\ntitle: "Vì dân\ndate: 2025-03-06\n---\n', ["2 yaml-syntax"]),
    "dấu ` đầu giá trị": ("---\ntitle: `A`\n---\n", ["2 yaml-syntax"]),
    "ngoặc vuông chưa đóng": (
        "---\ntitle: A\ntags: [a, b\n---\n",
        ["3 yaml-syntax"],
    ),
    "cắt ở dấu #": ("---\ntitle: Đợt #2\n---\n", ["2 yaml-comment-cut"]),
    "cắt ở #, dòng lồng": (
        "---\ntitle: A\nimage:\n  caption: Ảnh #1\n---\n",
        ["4 yaml-comment-cut"],
    ),
    "cắt ở #, trong danh sách": (
        "---\ntitle: A\ntags:\n  - Đợt #2\n---\n",
        ["4 yaml-comment-cut"],
    ),
    "cắt ở #, dòng nối tiếp": (
        "---\ntitle: Đợt\n  kiểm tra #2\n---\n",
        ["3 yaml-comment-cut"],
    ),
    "cắt ở #, trong ngoặc vuông": (
        "---\ntitle: A\ntags: [Đợt #2]\n---\n",
        ["3 yaml-comment-cut"],
    ),
    "Tab đầu dòng": ("---\ntitle: A\nunits:\n\tpartner: [b]\n---\n", ["4 yaml-tab"]),
    "hai lần một khóa": ("---\ntitle: A\ndate: x\ntitle: B\n---\n", ["4 yaml-duplicate-key"]),
    "hai lần, trong ngoặc": ("---\na: {b: 1, b: 2}\n---\n", ["2 yaml-duplicate-key"]),
    "nhãn": ("---\ntitle: &a A\n---\n", ["2 yaml-forbidden"]),
    "nhắc lại": ("---\ntitle: A\nsummary: *a\n---\n", ["3 yaml-forbidden"]),
    "bom YAML": (
        "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n",
        ["2 yaml-forbidden"],
    ),
    "kiểu": ("---\ntitle: !!python/name:os.system A\n---\n", ["2 yaml-forbidden"]),
    "kiểu !!int": ("---\ntitle: !!int 3\n---\n", ["2 yaml-forbidden"]),
    "gộp <<": ("---\ntitle: A\n<<: {date: b}\n---\n", ["3 yaml-forbidden"]),
    "lồng quá sâu": ("---\ntitle: " + "[" * 50 + "]" * 50 + "\n---\n", ["2 yaml-depth"]),
    # --- the right line although the fault shows elsewhere ---
    "khối chữ phía trên không có lỗi": (
        "---\nsummary: |\n  Hai dòng\ntitle: Phòng 2: kiểm tra\n---\n",
        ["4 yaml-syntax"],
    ),
    "khối chữ có # không bị cắt": (
        "---\ntitle: A\nsummary: |\n  Đợt: xem #2\n---\n",
        [],
    ),
    # --- characters ---
    "NUL": ("---\ntitle: A\n---\n\nMột\x00hai\n", ["5 control-character"]),
    "đảo chiều trong đầu đề": ("---\ntitle: A\u202eB\n---\n", ["2 control-character"]),
    "dấu ngắt dòng U+2028": ("---\ntitle: A\u2028B\n---\n", ["2 control-character"]),
    "BOM ở giữa": ("---\ntitle: A\ufeffB\n---\n", ["2 zero-width"]),
    "không chiếm chỗ": ("---\ntitle: A\n---\n\nMột\u200bhai\n", ["5 zero-width"]),
    # --- not a pitfall ---
    "ghi chú sau giá trị": ("---\ntitle: A # đầu đề\n---\n", []),
    "dòng ghi chú": ("---\n# ghi chú\ntitle: A\n---\n", []),
    "Tab trong giá trị": ('---\ntitle: "A\tB"\n---\n', []),
    "Tab sau hai chấm": ("---\ntitle:\tA\n---\n", []),
    "# liền chữ": ("---\ntitle: Đợt#2\n---\n", []),
    "# trong ngoặc kép": ('---\ntitle: "Đợt #2"\n---\n', []),
    "hai chấm trong ngoặc kép": ('---\ntitle: "Phòng 2: kiểm tra"\n---\n', []),
    "giờ và địa chỉ có hai chấm": ("---\na: 12:30\nb: https://x.example\n---\n", []),
    "xuống dòng kiểu Windows": ("---\r\ntitle: A\r\n---\r\n\r\nNội dung\r\n", []),
    "khoảng trắng sau ---": ("---  \ntitle: A\n---\t\n", []),
    "khai báo rỗng": ("---\n---\nNội dung\n", []),
    "--- trong bài": ("---\ntitle: A\n---\n\nMột\n\n---\n\nHai\n", []),
}


@pytest.mark.parametrize(("text", "expected"), PITFALLS.values(), ids=PITFALLS.keys())
def test_pitfall(text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected


SHOWN = {
    "hai chấm": ("title: Phòng 2: kiểm tra", 'title: "Phòng 2: kiểm tra"'),
    "dấu #": ("title: Đợt #2", 'title: "Đợt #2"'),
    "ngoặc kép": ('title: "Vì dân" phục vụ', "title: '\"Vì dân\" phục vụ'"),
    "nháy đơn và nháy kép": ("title: 'a\" b: c", "title: '''a\" b: c'"),
    "@": ("author: @vkshp", 'author: "@vkshp"'),
    "trong danh sách": ("image:\n  - caption: Ảnh: A", '- caption: "Ảnh: A"'),
    "nhãn &": ("title: &a A", 'title: "&a A"'),
    "Tab": ("units:\n\tpartner: [b]", "  partner: [b]"),
}


@pytest.mark.parametrize(("line", "mended"), SHOWN.values(), ids=SHOWN.keys())
def test_the_corrected_line_is_shown_and_is_right(line: str, mended: str) -> None:
    (problem,) = read(f"---\n{line}\n---\n").problems
    assert problem.hint.endswith(mended)
    head = line.rpartition("\n")[0]
    assert read(f"---\n{head}\n{mended}\n---\n").is_readable or head


def test_a_tab_is_not_allowed_and_its_line_is_shown() -> None:
    (problem,) = read("---\ntitle: A\n\tdate: b\n---\n").problems
    assert (problem.line, problem.code) == (3, "yaml-tab")


def test_a_duplicate_key_names_both_lines() -> None:
    (problem,) = read("---\ntitle: A\nunit: b\ntitle: C\n---\n").problems
    assert "“title”" in problem.message
    assert "dòng 2" in problem.message


SCALARS = {
    "số 0 đứng đầu": ("010", "010"),
    "giờ": ("12:30", "12:30"),
    "no": ("no", "no"),
    "yes": ("yes", "yes"),
    "on": ("on", "on"),
    "y": ("y", "y"),
    "năm": ("2025", "2025"),
    "số thực": ("1.5", "1.5"),
    "số mũ": ("1e3", "1e3"),
    "hệ 16": ("0x1F", "0x1F"),
    "gạch dưới": ("1_000", "1_000"),
    "vô cực": (".inf", ".inf"),
    "ngày ISO": ("2025-03-05", "2025-03-05"),
    "ngày Việt": ("05/3/2025", "05/3/2025"),
    "dấu =": ("=", "="),
    "true": ("true", True),
    "True": ("True", True),
    "false": ("false", False),
    "null": ("null", None),
    "dấu ngã": ("~", None),
    "để trống": ("", None),
    "true trong ngoặc kép": ('"true"', "true"),
    "null trong nháy đơn": ("'null'", "null"),
    "rỗng trong ngoặc kép": ('""', ""),
    "khối chữ true": ("|-\n  true", "true"),
    "khối gấp": (">-\n  một\n  hai", "một hai"),
    "số văn bản": ("118/KH-VKSHP-TTr", "118/KH-VKSHP-TTr"),
    "emoji": ("Chúc mừng 🎉", "Chúc mừng 🎉"),
}


@pytest.mark.parametrize(("typed", "value"), SCALARS.values(), ids=SCALARS.keys())
def test_a_plain_value_is_text_unless_true_false_or_null(typed: str, value: object) -> None:
    source = read(f"---\nmuc: {typed}\n---\n")
    assert source.problems == ()
    assert source.values == {"muc": value}


def test_marks_apart_from_their_letters_are_joined_and_named() -> None:
    apart = unicodedata.normalize("NFD", "Đoàn kiểm tra")
    source = read(f"---\nmuc: {apart}\n---\n\n{apart}\n")
    assert source.values == {"muc": "Đoàn kiểm tra"}
    assert source.body == "Đoàn kiểm tra"
    assert [(p.line, p.code) for p in source.problems] == [(2, "text-decomposed")]


def test_lines_of_nested_values() -> None:
    source = read(
        "---\n"
        "title: A\n"
        "units:\n"
        "  led_by:\n"
        "    - a\n"
        "    - b\n"
        "  partner: [c, d]\n"
        "author:\n"
        "  - name: X\n"
        "    role: Y\n"
        "  - name: Z\n"
        "summary: >-\n"
        "  dài\n"
        "  hai dòng\n"
        "tags: x\n"
        "---\n"
        "\n"
        "\n"
        "Nội dung\n"
    )
    lines = {
        ("title",): 2,
        ("units",): 3,
        ("units", "led_by"): 4,
        ("units", "led_by", 0): 5,
        ("units", "led_by", 1): 6,
        ("units", "partner"): 7,
        ("units", "partner", 1): 7,
        ("author", 0): 9,
        ("author", 0, "name"): 9,
        ("author", 0, "role"): 10,
        ("author", 1, "name"): 11,
        ("summary",): 12,
        ("tags",): 15,
    }
    assert {path: source.lines[path] for path in lines} == lines
    assert source.body_line == 19


def test_the_line_of_a_value_that_has_none_is_that_of_what_holds_it() -> None:
    source = read("---\ntitle: A\nunits:\n  partner: [b]\n---\n")
    assert source.line_of("units", "led_by", 0) == 3
    assert source.line_of("tags") is None


BODIES = {
    "một dòng trống": ("---\na: b\n---\n\nMột\n", "Một", 5),
    "không có dòng trống": ("---\na: b\n---\nMột\n", "Một", 4),
    "nhiều dòng trống": ("---\na: b\n---\n\n\n\nMột\n\nHai\n\n\n", "Một\n\nHai", 7),
    "giữ thụt đầu dòng": ("---\na: b\n---\n    mã\n", "    mã", 4),
    "khai báo rỗng": ("---\n---\nMột\n", "Một", 3),
    "không có nội dung": ("---\na: b\n---\n", "", 4),
    "kết thúc ngay sau ---": ("---\na: b\n---", "", 3),
}


@pytest.mark.parametrize(("text", "body", "line"), BODIES.values(), ids=BODIES.keys())
def test_body_and_its_first_line(text: str, body: str, line: int) -> None:
    source = read(text)
    assert (source.body, source.body_line) == (body, line)


def test_zero_width_characters_are_removed() -> None:
    source = read(article("Một\u200bhai\u00adba", title="Phòng\u200b 2"))
    assert source.values["title"] == "Phòng 2"
    assert source.body == "Mộthaiba"
    assert source.is_readable


def test_text_is_composed() -> None:
    source = read(unicodedata.normalize("NFD", article("Đoàn kiểm tra")))
    assert source.body == unicodedata.normalize("NFC", source.body)
    assert source.values["title"] == "Phòng 2 tiếp đoàn kiểm tra"


def test_text_is_composed_across_a_zero_width_character() -> None:
    assert read(article("ha\u200b\u0300ng")).body == "hàng"


def test_a_broken_file_keeps_its_text_for_the_preview() -> None:
    source = read("---\ntitle: a: b\n---\n\nNội dung\n")
    assert "Nội dung" in source.raw
    assert not source.body_is_safe
    assert source.values == {}


SMALL = Limits(
    file_bytes=400,
    front_matter_bytes=200,
    line_characters=100,
    repeated_markup=20,
    open_brackets=5,
    list_depth=3,
    markup_in_paragraph=60,
)
TOO_MUCH = {
    "tệp": (page("a: b", "Một câu.\n\n" * 60), "file-too-large"),
    "khai báo": (page("a: " + "b" * 201), "front-matter-too-large"),
    "một dòng": (page("a: b", "x" * 101), "line-too-long"),
}


@pytest.mark.parametrize(("text", "code"), TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_limits(text: str, code: str) -> None:
    source = read_bytes(text.encode(), PATH, SMALL)
    assert [p.code for p in source.problems] == [code]
    assert not source.body_is_safe


def test_just_within_the_limits() -> None:
    assert read_bytes(page("a: b", "x" * 100).encode(), PATH, SMALL).problems == ()


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, {PATH: "x" * (LIMITS.file_bytes + 1)})
    source = read_source(tmp_path, PATH)
    assert found(source) == ["file-too-large"]
    assert len(source.raw) <= LIMITS.front_matter_bytes


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert found(read_source(tmp_path, PATH)) == ["file-unreadable"]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / PATH).mkdir(parents=True)
    assert found(read_source(tmp_path, PATH)) == ["file-unreadable"]


def is_whole(source: Source, data: bytes) -> None:
    """What holds of every source, whatever was in the file."""
    assert {p.code for p in source.problems} <= CATALOGUE.keys()
    assert all(p.message and p.hint for p in source.problems)
    assert all(p.line is None or 1 <= p.line <= source.raw.count("\n") + 2 for p in source.problems)
    assert all(isinstance(line, int) and line >= 1 for line in source.lines.values())
    source.body.encode()
    assert len(source.raw) <= len(data)


@given(st.binary(max_size=600))
@settings(max_examples=300)
def test_any_bytes_can_be_read(data: bytes) -> None:
    is_whole(read_bytes(data, PATH), data)


PIECES = [
    *("---\n", "---\n", "\n", "title: ", "date: ", "tags:\n", "  - ", "- ", ": ", ":", "? "),
    *("[", "]", "{", "}", ", ", '"', "'", "|\n  ", ">\n", "#", " #2", "&a ", "*a", "!x ", "!!int "),
    *(
        "<<: ",
        "%",
        "@",
        "`",
        "\\",
        "\\u202e",
        '"\\ud800"',
        "\t",
        "...\n",
        "~",
        "null",
        "true",
        "010",
    ),
    *(
        "12:30",
        "Phòng 2",
        "Đoàn kiểm tra",
        "🎉",
        "\x00",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\r\n",
        "\r",
    ),
    *("\x85", "\u2028", "\ufffe", "a\u0301", "```\n", "<b>", "](", "# "),
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["", "\ufeff"]),
    st.booleans(),
)
@settings(max_examples=400)
def test_anything_like_an_article_can_be_read(text: str, start: str, fenced: bool) -> None:
    data = (start + (f"---\n{text}\n---\n{text}" if fenced else text)).encode()
    is_whole(read_bytes(data, PATH), data)
