"""The files that a civil servant on Windows clicks, or drops a Word file on.

They cannot run here; what makes such files fail on Windows can be looked for.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(ROOT.glob("*.cmd"))
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def lines(file: Path) -> list[str]:
    return file.read_bytes().decode("utf-8").split("\r\n")


def test_the_three_are_there() -> None:
    assert [file.name for file in FILES] == ["cai-dat.cmd", "nhap-bai.cmd", "xem-truoc.cmd"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_ends_as_windows_wants(file: Path) -> None:
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert data.endswith(b"\r\n")


def test_git_keeps_those_line_ends() -> None:
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "*.cmd text eol=crlf" in rules
    assert "*.docx binary" in rules


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_vietnamese_stands_only_where_the_console_reads_utf8(file: Path) -> None:
    """A byte order mark, or Vietnamese before ``chcp``, is taken for a command or misread."""
    all_lines = lines(file)
    assert all_lines[:2] == ["@echo off", "chcp 65001 >nul"]
    # Labels are searched for by bytes, which goes wrong in UTF-8: none are used.
    assert not any(re.match(r"\s*:|.*\bgoto\b", line) for line in all_lines)
    for line in all_lines:
        if _NON_ASCII.search(line):
            assert re.match(r"\s*(?:echo|rem) ", line), line


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_called_exists(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    called = set(re.findall(r"(?:scripts|requirements)\\[\w.]+", text))
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in called)
    assert 'cd /d "%~dp0"' in text  # whatever folder Windows starts it in


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_window_stays_open(file: Path) -> None:
    all_lines = [line.strip() for line in lines(file) if line.strip()]
    assert all_lines[-1] == "exit"
    for index, line in enumerate(all_lines):
        if line.startswith("exit"):
            assert [one for one in all_lines[:index] if not one.startswith("rem")][-1] == "pause"


def test_dropped_names_reach_the_command_as_they_are() -> None:
    """All of them, outside brackets (“bai(1).docx” would close one), exclamation marks untouched."""
    text = (ROOT / "nhap-bai.cmd").read_text(encoding="utf-8")
    assert '\n"%PY%" "scripts\\import_article.py" %*\n' in text
    assert "setlocal DisableDelayedExpansion" in text
    assert text.count("%*") == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_brackets_are_closed_by_no_text(file: Path) -> None:
    """Within ``( … )`` a bracket in a sentence ends the block."""
    depth = 0
    for line in lines(file):
        words = re.sub(r'"[^"]*"', "", line).strip()
        if words.startswith(("rem ", "@")):
            continue
        if depth and words.startswith("echo"):
            assert ")" not in words, line
        depth += words.endswith("(")
        depth -= words == ")"
    assert depth == 0
