"""Who reads the text of an article: ``slight_changes`` must know them all.

When nothing but the words of an article has changed, its page is renewed and nothing else is made
again. That is right as long as whatever reads a body, a file's raw text, or what was scanned from
it is either compared there before the short way is taken or reads it for the page itself.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import newsroom

CORE = Path(newsroom.__file__).parent
HOOKS = CORE.parent
READ = frozenset({"body", "raw", "scan"})
OWNERS = frozenset({"source", "after", "before"})
"""What a ``Source`` is called; ``.scan`` counts whoever has it."""

CHECKED = "read by itself: outcomes (problems, scan) are compared whole"
SCANNED = "reads the scan, which is compared whole"
PAGE = "makes the page itself"
COMPARED = "compared there by ``_seen``"
SEARCH = "with the search there is no short way"
WHOLE = "of a unit, document or other page: no short way"
OUTSIDE = "no part of a build"
RAW = "of a file whose body is unsafe or that cannot be shown: no short way"

READERS: dict[tuple[str, str], tuple[int, str]] = {
    ("newsroom/caching/slight_changes.py", "body"): (3, "the short way itself"),
    ("newsroom/caching/slight_changes.py", "scan"): (1, "the short way itself"),
    ("newsroom/cited_in_body.py", "body"): (2, COMPARED),
    ("newsroom/folder.py", "body"): (4, CHECKED),
    ("newsroom/folder.py", "raw"): (1, RAW),
    ("newsroom/folder.py", "scan"): (2, WHOLE),
    ("newsroom/html_pages.py", "body"): (2, PAGE),
    ("newsroom/html_pages.py", "raw"): (1, RAW),
    ("newsroom/importing/writing.py", "body"): (2, OUTSIDE),
    ("newsroom/link_checks.py", "scan"): (1, SCANNED),
    ("newsroom/loading.py", "scan"): (4, SCANNED),
    ("newsroom/model.py", "scan"): (1, SCANNED),
    ("newsroom/pages/article_page.py", "body"): (1, COMPARED),
    ("newsroom/pages/article_page.py", "scan"): (1, COMPARED),
    ("newsroom/pages/context.py", "scan"): (1, WHOLE),
    ("newsroom/pages/desk_pages.py", "scan"): (1, WHOLE),
    ("newsroom/pages/unit_pages.py", "scan"): (1, WHOLE),
    ("newsroom/renewing.py", "scan"): (2, "of the preview, which reads all again anyway"),
    ("newsroom/search/entries.py", "body"): (3, SEARCH),
    ("newsroom/security_marks/checks.py", "body"): (1, CHECKED),
}
"""File and what is read → how often, and why the short way may be taken nevertheless."""

ADVICE = """
{file} reads `.{name}` {found} times, the list here says {known}.
A build that finds only the words of an article changed makes its page again and nothing else
(newsroom/caching/slight_changes.py). Ask of the new reader: can anything but the article's own page
differ when a body changes and its scan, problems, cited documents and contents do not?
If so, compare it in `_seen` or leave the edit to a whole build, with a row in
tests/build/test_slight_changes.py. Then note it in READERS with the reason.
"""


def is_source(node: ast.expr) -> bool:
    """Whether it is called as sources are: ``source``, ``page.source``."""
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in OWNERS


def readers(code: str) -> Iterator[str]:
    """What is read of the text of a page, each time."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load):
            continue
        if node.attr == "scan" or (node.attr in READ and is_source(node.value)):
            yield node.attr


def all_readers() -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for file in sorted(HOOKS.rglob("*.py")):
        name = file.relative_to(HOOKS).as_posix()
        found.update((name, read) for read in readers(file.read_text(encoding="utf-8")))
    return found


def test_the_short_way_knows_all_who_read_bodies() -> None:
    found = all_readers()
    for file, name in sorted(found.keys() | READERS.keys()):
        known = READERS.get((file, name), (0, ""))[0]
        count = found[file, name]
        assert count == known, ADVICE.format(file=file, name=name, found=count, known=known)


SEEN = {
    "article.source.body": ["body"],
    "len(source.raw)": ["raw"],
    "page.scan.links": ["scan"],
    "one(source).x": [],
    "source.body = 1": [],
    "response.body": [],
    "scan(source.body)": ["body"],
}


def test_the_check_itself_sees_readers() -> None:
    for code, found in SEEN.items():
        assert list(readers(code)) == found, code
