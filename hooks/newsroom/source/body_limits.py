"""Bodies that would keep Python-Markdown busy for minutes are refused before it sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.problems import Problem, problem
from newsroom.source.limits import Limits

_MARKUP = "[](){}*_`<>!~#&\\"
_LIST_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_TAGS = re.compile(r"<[a-zA-Z]")


def check_body_limits(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    """Yield a problem for each bound that *body* breaks, at most one a kind."""
    yield from _long_lines(body, path, first_line, limits)
    yield from _repeated(body, path, first_line, limits)
    yield from _paragraphs(body, path, first_line, limits)
    yield from _too_many(body, path, first_line, limits)
    yield from _deep_blocks(body, path, first_line, limits)


def _deep(path: str, line: int, what: str, size: int, limit: int) -> Problem:
    return problem("nesting-too-deep", path, line, what=what, size=size, limit=limit)


_COUNTED = {
    "Đề mục": (("\n#", "\n=", "\n-"), re.compile(r"^(?:#{1,6}|[=-]+ *$)", re.MULTILINE)),
    "Hàng rào của khối mã": (("\n```", "\n~~~"), re.compile(r"^(?:```|~~~)", re.MULTILINE)),
}
"""What is counted: plain signs, of which there are as many at least but for the first line's; and
the pattern."""


def _too_many(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    for what, (signs, pattern) in _COUNTED.items():
        if sum(map(body.count, signs)) < limits.costly_parts:
            continue
        count = sum(1 for _ in pattern.finditer(body))
        if count > limits.costly_parts:
            yield _deep(path, first_line, what, count, limits.costly_parts)
    if (notes := body.count("[^")) > limits.footnote_marks:
        yield _deep(path, first_line, "Chú thích cuối trang", notes, limits.footnote_marks)
    if (bars := body.count("|")) > limits.table_cells:
        yield _deep(path, first_line, "Ô bảng", bars, limits.table_cells)
    if (angles := body.count("<")) > limits.costly_parts:
        yield _deep(path, first_line, "Dấu <", angles, limits.costly_parts)


def _long_lines(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    lines = body.split("\n")
    if len(lines) > limits.lines:
        yield _deep(path, first_line, "Dòng", len(lines), limits.lines)
        return
    for number, line in enumerate(lines, start=first_line):
        if len(line) > limits.line_characters:
            yield problem(
                "line-too-long", path, number, size=len(line), limit=limits.line_characters
            )
            return


def _repeated(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    run = re.compile(rf"([{re.escape(_MARKUP)}])\1{{{limits.repeated_markup},}}")
    if match := run.search(body):
        line = first_line + body.count("\n", 0, match.start())
        size = len(match.group())
        yield _deep(path, line, f"Ký tự “{match[1]}”", size, limits.repeated_markup)


def _has_plain_paragraphs(body: str, limits: Limits) -> bool:
    """Whether the body as a whole keeps the bounds of a single paragraph."""
    return (
        body.count("\n") < limits.paragraphs
        and body.count("[") <= limits.open_brackets
        and body.count("<") <= limits.repeated_markup
        and sum(map(body.count, _MARKUP)) <= limits.markup_in_paragraph
    )


def _paragraphs(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    if _has_plain_paragraphs(body, limits):
        return
    ends = [*(m.start() for m in _PARAGRAPH_END.finditer(body)), len(body)]
    if len(ends) > limits.paragraphs:
        yield _deep(path, first_line, "Đoạn", len(ends), limits.paragraphs)
        return
    start, line = 0, first_line
    for end in ends:
        paragraph = body[start:end]
        if found := _paragraph_problem(paragraph, path, line, limits):
            yield found
            return
        line += paragraph.count("\n")
        start = end


def _paragraph_problem(paragraph: str, path: str, line: int, limits: Limits) -> Problem | None:
    if len(paragraph) <= min(limits.repeated_markup, limits.open_brackets):
        return None
    line += len(paragraph[: len(paragraph) - len(paragraph.lstrip("\n"))])
    markup = sum(paragraph.count(c) for c in _MARKUP)
    if markup > limits.markup_in_paragraph:
        return _deep(path, line, "Ký hiệu trong một đoạn", markup, limits.markup_in_paragraph)
    if markup > limits.open_brackets:
        deepest = _bracket_depth(paragraph)
        if deepest > limits.open_brackets:
            return _deep(path, line, "Dấu ngoặc vuông", deepest, limits.open_brackets)
    if markup > limits.repeated_markup:
        tags = len(_TAGS.findall(paragraph))
        if tags > limits.repeated_markup:
            return _deep(path, line, "Thẻ HTML", tags, limits.repeated_markup)
    return None


def _bracket_depth(paragraph: str) -> int:
    depth = deepest = 0
    for char in paragraph:
        if char == "[":
            depth += 1
            deepest = max(deepest, depth)
        elif char == "]":
            depth = max(depth - 1, 0)
    return deepest


def _deep_blocks(body: str, path: str, first_line: int, limits: Limits) -> Iterator[Problem]:
    for number, line in enumerate(body.split("\n"), start=first_line):
        if not line or line[0].isalpha():
            continue
        quotes = len(re.match(r"(?:[ \t]*>)*", line).group().replace(" ", ""))  # type: ignore[union-attr]
        if quotes > limits.list_depth:
            yield _deep(path, number, "Trích dẫn (dấu >)", quotes, limits.list_depth)
            return
        item = _LIST_ITEM.match(line)
        depth = len(item[1].expandtabs(4)) // 4 if item else 0
        if depth > limits.list_depth:
            yield _deep(path, number, "Danh sách", depth, limits.list_depth)
            return
        markers = re.match(r"[ \t]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)", line)
        inline = len(markers[1].split()) if markers else 0
        if inline > limits.list_depth:
            yield _deep(path, number, "Danh sách", inline, limits.list_depth)
            return
