"""Checks of a page's body that need nothing but the body: HTML and headings."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.markdown_scan import BodyScan
from newsroom.problems import Problem, problem
from newsroom.source import Source

_HARMLESS_TAGS = frozenset({"br", "sup", "sub"})


def check_body(source: Source, scan: BodyScan) -> Iterator[Problem]:
    """Yield what is wrong with, or doubtful in, the body of *source*."""
    yield from _html_problems(source.path, scan)
    for heading in scan.headings:
        if heading.level == 1:
            yield problem("heading-level-1", source.path, heading.line)


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
