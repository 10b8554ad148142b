"""Checks of a page's body that need nothing but the body: HTML, headings, wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.markdown_scan import BodyScan
from newsroom.problems import Problem, problem
from newsroom.source import Source

_HARMLESS_TAGS = frozenset({"br", "sup", "sub"})

# Slips seen in real articles: a literal part (looked for first, since it is cheap), what was typed,
# what was probably meant. Reported, never changed.
_SLIPS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (literal, re.compile(pattern), meant)
    for literal, pattern, meant in (
        ("cơ cở", r"\bcơ cở\b", "cơ sở"),
        ("tiến tiến", r"\btiến tiến\b", "tiên tiến"),
        ("hình thực", r"\bhình thực\b", "hình thức"),
        ("nhất và", r"(?<=, )nhất và\b", "nhất là"),
        ("ui chế", r"\b[Qq]ui chế\b", "quy chế"),
        ("ui định", r"\b[Qq]ui định\b", "quy định"),
        ("ui trình", r"\b[Qq]ui trình\b", "quy trình"),
        (" ,", r"(?<=\w) ,(?= )", "dấu phẩy liền sau chữ"),
        ("/", r"/(?:19|20)\d\d(?=[a-zà-ỹđ])", "có khoảng trắng sau ngày tháng"),
    )
)
# Each begins with letters of its own, since a search for those is many times faster; what must
# stand before them is looked at afterwards. The match begins one letter late.
_NOT_AS_A_NAME = "".join(
    f"(?<!{verb} [Tt]ên )" for verb in ("mang", "đổi", "đặt", "họ", "có", "ký", "ghi", "lấy")
)
_PRESUMPTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"hủ phạm(?<=\b[Tt]hủ phạm)",
        r"ung thủ(?<=\b[Hh]ung thủ)",
        rf"ên (?<=\b[Tt]ên ){_NOT_AS_A_NAME}(?=[A-ZĐÀ-Ỹ][a-zà-ỹ]+ [A-ZĐÀ-Ỹ])",
    )
)
_IDENTITY_NUMBER = re.compile(r"0(?<![\d/.-]0)\d{11}(?![\d/.-])")


def check_body(source: Source, scan: BodyScan) -> Iterator[Problem]:
    """Yield what is wrong with, or doubtful in, the body of *source*."""
    yield from _html_problems(source.path, scan)
    for heading in scan.headings:
        if heading.level == 1:
            yield problem("heading-level-1", source.path, heading.line)


def check_wording(source: Source) -> Iterator[Problem]:
    """Yield notes on slips, on the presumption of innocence and on personal numbers."""
    body = source.body
    for literal, pattern, meant in _SLIPS:
        for match in pattern.finditer(body) if literal in body else ():
            yield problem(
                "spelling-slip",
                source.path,
                _line(source, match.start()),
                found=match.group().strip(),
                suggestion=meant,
            )
    for match in (m for pattern in _PRESUMPTIONS for m in pattern.finditer(body)):
        start = match.start() - 1
        yield problem(
            "presumption-of-innocence",
            source.path,
            _line(source, start),
            found=body[start : match.end() + 20].split("\n")[0].strip(),
        )
    for match in _IDENTITY_NUMBER.finditer(body):
        yield problem(
            "legal-number",
            source.path,
            _line(source, match.start()),
            what="số căn cước",
            found=match.group(),
        )


def _line(source: Source, offset: int) -> int:
    return source.body_line + source.body.count("\n", 0, offset)


def _html_problems(path: str, scan: BodyScan) -> Iterator[Problem]:
    reported: set[tuple[int, str]] = set()
    for finding in scan.html:
        if (finding.line, finding.what) in reported:
            continue
        reported.add((finding.line, finding.what))
        if finding.is_unsafe:
            yield problem("html-unsafe", path, finding.line, what=finding.what)
        elif finding.is_entity:
            yield problem("html-entity-tag", path, finding.line, text=finding.what)
        elif finding.what not in _HARMLESS_TAGS:
            yield problem("html-tag", path, finding.line, tag=finding.what)
