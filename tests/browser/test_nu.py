"""Every page of the trial site is valid to the Nu HTML checker, its style sheets as well.

Pages are checked over HTTP, as readers get them: so the checker also holds them against the
Content-Security-Policy of the answer.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from page_kinds import OLD_ADDRESS, PAGES
from serving import serve
from test_tools import MissingToolError, find_java, nu_checker

_AT_ONCE = 400  # addresses on one command line
_OWN_HOST = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # it refuses 127.0.0.1 otherwise


def check(*arguments: str) -> list[dict[str, object]]:
    """All messages of the checker about files or addresses."""
    try:
        jar = nu_checker()
    except MissingToolError as missing:
        pytest.fail(str(missing))
    java = find_java()
    assert java, "Thiếu Java; chạy: python scripts/test_tools.py"
    command = [java, _OWN_HOST, "-jar", str(jar), "--format", "json", "--stdout", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    messages: list[dict[str, object]] = json.loads(done.stdout)["messages"]
    return messages


def in_parts(addresses: list[str]) -> Iterable[list[str]]:
    for start in range(0, len(addresses), _AT_ONCE):
        yield addresses[start : start + _AT_ONCE]


NOT_EXECUTED = "Inline script violates Content Security Policy"
"""Said of structured data, which is no script; test_policy.py sees what the browser really does."""
NEWER_THAN_THE_CHECKER = ("container-type", "@container")
"""It does not know container queries yet (browsers do since 2023)."""


def faults(messages: list[dict[str, object]]) -> list[str]:
    """One line a kind of message, with how often and where it comes first."""
    kinds: dict[str, list[object]] = {}
    for message in messages:
        kinds.setdefault(f"{message['type']}: {message['message']}", []).append(message.get("url"))
    return [f"{kind} ({len(urls)} ×, {urls[0]})" for kind, urls in kinds.items()]


def test_all_pages(site: str, site_folder: Path) -> None:
    paths = sorted(page.relative_to(site_folder).as_posix() for page in site_folder.rglob("*.html"))
    kinds = [path if path.endswith(".html") else f"{path}index.html" for path in PAGES.values()]
    assert set(kinds) <= set(paths), "the list of page kinds is out of date"
    assert f"{OLD_ADDRESS}index.html" in paths
    addresses = [f"{site}/{path.removesuffix('index.html')}" for path in paths]
    found = [m for part in in_parts(addresses) for m in check(*part)]
    assert faults([message for message in found if message["type"] != "info"]) == []
    warnings = faults([message for message in found if message["type"] == "info"])
    assert [warning for warning in warnings if NOT_EXECUTED not in warning] == []


def test_all_style_sheets(site_folder: Path) -> None:
    sheets = [str(sheet) for sheet in site_folder.rglob("*.css")]
    assert sheets
    found = faults(check("--css", *sheets))
    assert [f for f in found if not any(word in f for word in NEWER_THAN_THE_CHECKER)] == []


@pytest.mark.parametrize(
    ("text", "option", "words"),
    [
        ("<!doctype html><html lang=vi><title>Sai</title><p><div></p>", "--html", "p"),
        ("a { colr: red }", "--css", "colr"),
    ],
)
def test_the_checker_sees_faults(tmp_path: Path, text: str, option: str, words: str) -> None:
    """It exits with 0 and an empty list for files it never read: so see that it reads."""
    name = "sai.css" if option == "--css" else "sai.html"
    (tmp_path / name).write_text(text, encoding="utf-8")
    with serve(tmp_path) as address:
        where = str(tmp_path / name) if option == "--css" else f"{address}/{name}"
        assert any(words in fault for fault in faults(check(option, where)))
