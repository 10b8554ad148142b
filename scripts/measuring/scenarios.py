"""The portal's builds after a change of each kind, each with its own articles, site and cache."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from measuring.builds import ROOT
from measuring.contenders import PORTAL, Contender, portal_command, portal_environment

_TITLE = re.compile(r"^title:.*(?:\n[ ]+.*)*$", re.MULTILINE)
_HELD = re.compile(r"^(?:draft|publish_at|withdrawn)", re.MULTILINE)
_UNIT = re.compile(r"^unit: (.*)$", re.MULTILINE)
_TEMPLATE = Path("partials/footer.html")
"""Stands on every page."""


@dataclass(frozen=True)
class Scenario:
    """``edit`` makes the change number *n* in the folder given, which holds ``docs``."""

    name: str
    title: str
    edit: Callable[[Path, int], None]
    own_templates: bool = False


def front_matter(text: str) -> dict[str, Any]:
    """What stands between the first two ``---`` of *text*."""
    known: dict[str, Any] = yaml.load(text.split("---\n", 2)[1], Loader=yaml.CSafeLoader)
    return known


def retitled(text: str, added: str) -> str:
    """*text* with *added* at the end of the title in its front matter."""
    title = f"{front_matter(text)['title']}{added}"
    return _TITLE.sub(lambda _: f"title: {json.dumps(title, ensure_ascii=False)}", text, count=1)


def middle_article(docs: Path) -> Path:
    """One published article of those in *docs*, the same each time."""
    found = sorted((docs / "tin").rglob("*.md"))
    middle = len(found) // 2
    in_turn = [*found[middle:], *found[:middle]]
    return next(file for file in in_turn if not _HELD.search(file.read_text("utf-8")))


def busiest_unit(docs: Path) -> Path:
    """The unit that most articles are about, named by its id or by one of its names."""
    found = (_UNIT.search(file.read_text("utf-8")) for file in (docs / "tin").rglob("*.md"))
    named = Counter(one[1].strip("\"'") for one in found if one)

    def count(unit: Path) -> int:
        head = front_matter(unit.read_text("utf-8"))
        return sum(named[name] for name in {unit.stem, head["title"], *head.get("aliases", ())})

    return max(sorted((docs / "don-vi").glob("*.md")), key=count)


def _leave(_: Path, __: int) -> None:
    """Change nothing."""


def _edit_body(work: Path, number: int) -> None:
    with middle_article(work / "docs").open("a", encoding="utf-8") as file:
        file.write(f"\nThêm câu thứ {number}.\n")


def _edit_title(work: Path, number: int) -> None:
    _rewrite(
        middle_article(work / "docs"), work / "article.md", lambda t: retitled(t, _new(number))
    )


def _rename_unit(work: Path, number: int) -> None:
    """Give the unit a new title; the one that articles use stays among its other names."""
    unit = busiest_unit(work / "docs")
    _rewrite(unit, work / "unit.md", lambda text: retitled(with_alias(text), _new(number)))


def with_alias(text: str) -> str:
    """A unit's *text* with its title among its other names."""
    head = front_matter(text)
    names = json.dumps([head["title"], *head.get("aliases", ())], ensure_ascii=False)
    kept = re.sub(r"^aliases:.*\n(?:(?:[ ]+|- ).*\n)*", "", text, count=1, flags=re.MULTILINE)
    return kept.replace("---\n", f"---\naliases: {names}\n", 1)


def _edit_template(work: Path, number: int) -> None:
    template = work / "overrides" / _TEMPLATE
    _rewrite(template, work / "template.html", lambda text: f"{text}<p>Lần {number}.</p>\n")


def _new(number: int) -> str:
    return f" (lần {number:04d})"


def _rewrite(file: Path, original: Path, change: Callable[[str], str]) -> None:
    """Change *file* as it was at first; *original* keeps that."""
    if not original.exists():
        shutil.copyfile(file, original)
    file.write_text(change(original.read_text("utf-8")), encoding="utf-8", newline="\n")


SCENARIOS = (
    Scenario("same", "không đổi gì", _leave),
    Scenario("body", "sửa nội dung một bài", _edit_body),
    Scenario("title", "sửa đầu đề một bài", _edit_title),
    Scenario("unit", "đổi tên một đơn vị", _rename_unit),
    Scenario("template", "sửa một khuôn trang (chân trang)", _edit_template, own_templates=True),
)
"""In the order shown."""


def scenario_contenders(docs: Path, work: Path) -> Iterator[Contender]:
    """The scenarios, from a copy of *docs* each; the first run of each warms its cache."""
    for one in SCENARIOS:
        yield _contender(one, docs, work / one.name)


def _contender(scenario: Scenario, docs: Path, work: Path) -> Contender:
    shutil.copytree(docs, work / "docs")
    config = _own_templates(work) if scenario.own_templates else ROOT / "mkdocs.yml"

    def before(number: int) -> None:
        if number:
            scenario.edit(work, number)

    return Contender(
        f"ours-{scenario.name}",
        f"{PORTAL}, {scenario.title}",
        portal_command(work / "site", config),
        work / "site",
        portal_environment(work / "docs", work / "cache"),
        before,
        is_scenario=True,
    )


def _own_templates(work: Path) -> Path:
    """A configuration as the portal's, but for templates that may be changed."""
    shutil.copytree(ROOT / "overrides", work / "overrides")
    config = work / "mkdocs.yml"
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "theme": {"custom_dir": str(work / "overrides")},
        "hooks": [str(ROOT / "hooks" / "portal.py")],
        "watch": [str(work / "overrides")],
    }
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return config
