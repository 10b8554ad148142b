"""What is known of PDF files: the mark in each, or why a person must look at it.

Findings are kept below the cache by the digest of the file and of the code, without any text.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsroom.security_marks.marks import Mark

Found = Mapping[str, Any]
"""As ``pdf_reader.look_through`` gives it."""
SECONDS = 20
"""For one file."""
PAGES = 60
LOCKED, SPOILT = "locked", "spoilt"
MAX_BYTES = 100_000_000
_HEADER = b"%PDF"
_HEADER_WITHIN = 1024
_CACHE_FILE = "dau-mat.json"
_AT_ONCE = 50
"""Files a process."""
_ENDED: Found = {"fault": "ended"}
_FAULTS = {
    LOCKED: "tệp bị khóa bằng mật khẩu",
    SPOILT: "tệp hỏng hoặc thiếu dữ liệu",
    "ended": f"đọc quá {SECONDS} giây hoặc quá tốn bộ nhớ",
    "large": f"tệp nặng hơn {MAX_BYTES // 1_000_000} MB",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking through a file."""

    mark: Mark | None = None
    page: int = 0
    """Of the mark, from 1; 0 is the title in the file's properties."""
    unread: str = ""
    """Why not all of it could be read, in Vietnamese; empty when it was."""
    is_pdf: bool = True


_digests: dict[str, tuple[int, int, str]] = {}
"""Size and time of a file → its digest: a preview reads all anew at each save."""
_known: dict[str, Found] = {}
"""Digest → what was found, in this process."""


def look_through(paths: Iterable[Path], cache_folder: Path | None = None) -> dict[Path, Finding]:
    """Look through PDF files, those not yet known in a process of its own. Never raises."""
    findings: dict[Path, Finding] = {}
    wanted: dict[Path, str] = {}
    for path in paths:
        try:
            stat = path.stat()
            if stat.st_size > MAX_BYTES:
                findings[path] = _finding({"fault": "large"})
            elif not _begins_as_pdf(path):
                findings[path] = Finding(is_pdf=False)
            else:
                wanted[path] = _digest(path, stat)
        except OSError:
            findings[path] = _finding({"fault": SPOILT})
    if wanted:
        known = _find(wanted, cache_folder)
        findings.update({path: _finding(known[digest]) for path, digest in wanted.items()})
    return findings


def _begins_as_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return _HEADER in file.read(_HEADER_WITHIN)


def _digest(path: Path, stat: os.stat_result) -> str:
    size, time, digest = _digests.get(os.fspath(path), (-1, -1, ""))
    if (size, time) != (stat.st_size, stat.st_mtime_ns):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest = hashlib.sha256(f"{_code_digest()}{content}".encode()).hexdigest()[:32]
        _digests[os.fspath(path)] = stat.st_size, stat.st_mtime_ns, digest
    return digest


@cache
def _code_digest() -> str:
    """Other rules, or another library, find other things."""
    digest = hashlib.sha256(version("pypdf").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _find(wanted: Mapping[Path, str], cache_folder: Path | None) -> dict[str, Found]:
    kept = _kept(cache_folder)
    known = {d: found for d in wanted.values() if (found := _known.get(d) or kept.get(d))}
    fresh = {d: path for path, d in wanted.items() if d not in known}
    known.update(zip(fresh, _read(list(fresh.values())), strict=True))
    _known.update(known)
    if cache_folder and not known.keys() <= kept.keys():
        _keep(known, cache_folder)  # what no file of this build has is forgotten
    return known


def _read(paths: Sequence[Path]) -> list[Found]:
    found: list[Found] = []
    while rest := paths[len(found) :]:
        batch = rest[:_AT_ONCE]
        answers = _ask(batch)
        # Where the process ended early, the file after the last answer is why.
        found += answers if len(answers) == len(batch) else [*answers, _ENDED]
    return found


def _ask(paths: Sequence[Path]) -> list[Found]:
    command = [sys.executable, "-P", "-m", "newsroom.security_marks.pdf_reader"]
    question = json.dumps([os.fspath(path.absolute()) for path in paths]).encode()
    try:
        done = subprocess.run(
            command,
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=(SECONDS + 5) * len(paths),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    answers: list[Found] = []
    with contextlib.suppress(ValueError):  # a line that was not finished
        answers += map(json.loads, done.stdout.splitlines()[: len(paths)])
    return answers


def _finding(found: Found) -> Finding:
    if "mark" in found:
        return Finding(Mark[found["mark"]], found["page"])
    if "fault" in found:
        return Finding(unread=_FAULTS[found["fault"]])
    pages, unread = found["pages"], found["unread"]
    reasons = []
    if unread and len(unread) == min(pages, PAGES):
        reasons.append("trang chỉ là ảnh, không có chữ")
    elif unread:
        shown = ", ".join(map(str, unread[:10])) + (", …" if len(unread) > 10 else "")
        reasons.append(f"trang {shown} chỉ là ảnh hoặc không rõ chữ")
    if pages > PAGES:
        reasons.append(f"tệp dài {pages} trang, máy chỉ đọc {PAGES} trang đầu")
    return Finding(unread="; ".join(reasons))


def _kept(cache_folder: Path | None) -> dict[str, Found]:
    if cache_folder:
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads((cache_folder / _CACHE_FILE).read_bytes())
            if isinstance(kept, dict):
                return {d: found for d, found in kept.items() if _is_found(found)}
    return {}


def _is_found(value: object) -> bool:
    """Whether *value*, out of a file that anything may have happened to, is a finding."""
    try:
        _finding(value)  # type: ignore[arg-type]
    except (KeyError, TypeError, AttributeError):
        return False
    return True


def _keep(known: Mapping[str, Found], cache_folder: Path) -> None:
    """Write the cache anew; without it the next build only takes longer."""
    file = cache_folder / _CACHE_FILE
    unfinished = file.with_name(f"{_CACHE_FILE}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        cache_folder.mkdir(parents=True, exist_ok=True)
        lasting = {d: found for d, found in known.items() if found != _ENDED}
        unfinished.write_text(json.dumps(lasting), encoding="utf-8")
        unfinished.replace(file)
