"""What must hold for every input, however bad: in the build and in the preview."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import lxml.html
import pytest

from newsroom.problems import Severity

from .building import ROOT, Built, build, card_links, read_html, snapshot, write_files
from .content import ARTICLE, GOOD, NEIGHBOUR, Row

PAGE = ARTICLE.removesuffix(".md") + "/"
DESK = "bien-tap/"

_CODE_TAGS = frozenset(
    ["script", "iframe", "object", "embed", "style", "svg", "math", "base", "form"]
)
_CODE_TARGET = re.compile(r"[\x00-\x20]*(?:javascript|data|vbscript):", re.IGNORECASE)
_OWN_SCRIPTS = re.compile(r"(?:[./\w-]*/)?assets/javascripts/portal\.js")
_CACHE = "bo-nho-dem"
_FORM_PAGE = "bien-tap/viet/index.html"
"""The editors' form, a program of its own in the preview alone: it loads these and no others."""
_FORM_SCRIPTS = re.compile(
    r"(?:[./\w-]*/)?(?:assets/javascripts/portal|cong-cu/(?:start|format|guard|js-yaml|sveltia-cms))"
    r"\.js"
)
_NO_ICON = "data:,"
_EARLY_SCRIPT = (ROOT / "overrides/partials/early.js").read_text(encoding="utf-8").strip()
_LOADING = frozenset({"src", "srcset", "data", "poster", "background"})
_VIETNAMESE = re.compile("[À-ỹĐđ]")
_ENGLISH = re.compile(
    r"Traceback|Error\b|\b(?:input|should|valid|value|field|expected|found|must|offset|argument"
    r"|required|mapping|scanning|parsing|permitted)\b"
)


def with_bugs(rows: Iterable[Row], bugs: Mapping[str, str]) -> list[object]:
    """The rows as parameters; those named in *bugs* fail today, for the reason given."""
    rows = tuple(rows)
    names = Counter(row.name for row in rows)
    assert max(names.values()) == 1, names.most_common(3)
    assert bugs.keys() <= names.keys(), bugs.keys() - names.keys()
    return [
        pytest.param(
            row,
            id=row.name,
            marks=(
                pytest.mark.xfail(strict=True, reason=bugs[row.name]) if row.name in bugs else ()
            ),
        )
        for row in rows
    ]


def spoil(row: Row, docs: Path) -> None:
    """Write the small newsroom with the row's files in it."""
    write_files(docs, {**GOOD, **row.files})
    if row.prepare:
        row.prepare(docs)


def check(row: Row, tmp_path: Path) -> Built:
    """Build and preview the row's newsroom; assert all it says, and all that must always hold."""
    folder = tmp_path / "ngoai" / "trong"
    docs = folder / "docs"
    spoil(row, docs)
    before = snapshot(docs)
    cache = tmp_path / _CACHE
    built = build(docs, folder / "site", cache=cache)
    preview = build(docs, folder / "xem-truoc", preview=True, cache=cache)
    assert built.error is None
    assert preview.error is None
    _nothing_else_was_written(tmp_path, docs, before)
    _found(row, built)
    _messages(built)
    _site(row, built)
    _preview(row, preview)
    for done in (built, preview):
        for file in done.html_files:
            name = file.relative_to(done.site).as_posix()
            is_form = done is preview and name == _FORM_PAGE
            own = _FORM_SCRIPTS if is_form else _OWN_SCRIPTS
            assert _faults_of_page(file, own) == [], name
    return built


def _nothing_else_was_written(tmp_path: Path, docs: Path, before: dict[str, object]) -> None:
    assert sorted(path.name for path in tmp_path.iterdir()) == [_CACHE, "ngoai"]
    assert [path.name for path in (tmp_path / "ngoai").iterdir()] == ["trong"]
    assert sorted(p.name for p in docs.parent.iterdir()) == ["docs", "site", "xem-truoc"]
    assert snapshot(docs) == before


def _found(row: Row, built: Built) -> None:
    found = {(p.path, p.line, str(p.severity), p.code) for p in built.problems}
    if row.among:
        assert row.expected <= found
        assert {p[0] for p in found} <= {p[0] for p in row.expected}
    else:
        assert found == row.expected
    said = "\n".join(f"{p.message} {p.hint}" for p in built.problems)
    for words in row.says:
        assert words in said


def _messages(built: Built) -> None:
    for problem in built.problems:
        for text in (problem.message, problem.hint):
            assert _VIETNAMESE.search(text), text
            assert not _ENGLISH.search(_unquoted(text)), text
    logged = Counter(r.getMessage() for r in built.records if r.levelno >= logging.WARNING)
    for problem in built.problems:
        if problem.severity is not Severity.NOTE:
            line = [m for m in logged if f"/{problem.place}: " in m and f"[{problem.code}]" in m]
            assert line, problem
            assert all(logged[message] == 1 for message in line), line
    assert not any(record.exc_info for record in built.records)


def _unquoted(text: str) -> str:
    """A message without what it repeats of the writer's own words and without names of keys."""
    text = text.partition("Sửa thành:")[0]
    return re.sub(r"“.*?”|`[^`]*`|\([^()]*\)|<[^<>]*>", "", text, flags=re.DOTALL)


def _site(row: Row, built: Built) -> None:
    assert built.has(NEIGHBOUR)
    for address in ("tin/", "tin/2025/", "don-vi/phong-9/", "ke-hoach/118-kh-vkshp-ttr-2025/"):
        assert card_links(built, address).count(NEIGHBOUR) == 1, address
    if ARTICLE in row.files:
        published = not row.is_left_out if row.published is None else row.published
        assert built.has(PAGE) is published
        assert card_links(built, "tin/").count(PAGE) == published
    for text in row.shows:
        assert text in built.page(PAGE).text_content()
    for path in row.absent:
        assert not (built.site / path).exists(), path
    for path in row.present:
        assert (built.site / path).is_file(), path


def _preview(row: Row, preview: Built) -> None:
    newsroom = preview.newsroom
    if row.is_left_out:
        assert preview.has(PAGE)
    shown = [
        *newsroom.broken,
        *newsroom.articles,
        *newsroom.units,
        *newsroom.documents,
        *newsroom.pages.values(),
    ]
    addresses = {page.path: page.address for page in shown}
    desk = _desk(preview.page(DESK))
    told = cache(lambda path: _told(preview.page(addresses[path])))
    for problem in preview.problems:
        assert desk[problem.path, problem.code, _flat(problem.message)] >= 1, problem
        if problem.severity is not Severity.NOTE and problem.path in addresses:
            assert _flat(problem.message) in told(problem.path), problem


def _told(page: lxml.html.HtmlElement) -> str:
    """What the boxes on a page say is wrong with it."""
    return _flat(" ".join(box.text_content() for box in page.find_class("notice-problem")))


def _desk(page: lxml.html.HtmlElement) -> Counter[tuple[str, str, str]]:
    """What the editors' desk lists: path, code, message."""
    return Counter(
        (
            item.xpath("string(.//code)"),
            _flat(item.find_class("problem-code")[0].text_content()),
            _flat(item.find_class("problem-message")[0].text_content()),
        )
        for item in page.xpath('//ul[@class="problem-list"]/li')
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_own_script(element: lxml.html.HtmlElement, own: re.Pattern[str]) -> bool:
    """The scripts the page may load, and data for search engines, in the page's head."""
    if element.tag != "script" or element.getparent().tag != "head":
        return False
    if element.get("src"):
        return own.fullmatch(str(element.get("src"))) is not None
    return element.get("type") == "application/ld+json" or element.text == _EARLY_SCRIPT


def _faults_of_page(file: Path, own: re.Pattern[str]) -> list[str]:
    """What could run on a page or be loaded from elsewhere, and ids given twice."""
    page, faults = read_html(file), []
    for element in page.iter("*"):
        if element.tag in _CODE_TAGS and not _is_own_script(element, own):
            faults.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                faults.append(f"{element.tag} {name}")
            if name not in {"alt", "content"} and value != _NO_ICON and _CODE_TARGET.match(value):
                faults.append(f"{element.tag} {name}={value[:60]}")
            if name in _LOADING and re.match(r"\s*(?:[a-z]+:|//|\\\\)", value, re.IGNORECASE):
                faults.append(f"{element.tag} {name}={value[:60]}")
    ids = Counter(page.xpath("//@id"))
    return faults + [f"id {name} × {count}" for name, count in ids.items() if count > 1]
