"""One file, read once: bytes → front matter values with lines, body, problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from unicodedata import is_normalized

import frontmatter

from newsroom.problems import Problem, has_errors, problem
from newsroom.source.body_limits import check_body_limits
from newsroom.source.decode import decode, legacy_sample
from newsroom.source.limits import LIMITS, Limits
from newsroom.source.strict_yaml import (
    FENCE,
    FrontMatterError,
    Path,
    StrictYAMLHandler,
    Value,
)
from newsroom.system_faults import in_words
from newsroom.text import nfc

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. ``lines`` gives the file's line (from 1) of each front matter value."""

    path: str
    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """Line of the file on which the body begins."""
    problems: tuple[Problem, ...] = ()
    raw: str = ""
    """As much of the text as could be decoded, for the preview of a broken file; a page that can be
    shown does not keep it."""
    body_is_safe: bool = True
    """False when rendering the body could cost more than a moment."""

    @property
    def is_readable(self) -> bool:
        """Whether the front matter could be read."""
        return not has_errors(self.problems)

    def line_of(self, *path: str | int) -> int | None:
        """Line of the value at *path*, or of the nearest part of it that has one."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return None


def read_source(root: FilePath, path: str, limits: Limits = LIMITS) -> Source:
    """Read the file *path* below *root*; whatever is wrong comes back as problems."""
    file = root / path
    try:
        size = file.stat().st_size
        if size > limits.file_bytes:
            with file.open("rb") as stream:
                head = stream.read(limits.front_matter_bytes)
            return _too_large(path, size, head, limits)
        data = file.read_bytes()
    except OSError as error:
        reason = in_words(error)
        return Source(path, problems=(problem("file-unreadable", path, reason=reason),))
    return read_bytes(data, path, limits)


def read_bytes(data: bytes, path: str, limits: Limits = LIMITS) -> Source:
    """Read *data* as the content of *path*. Never raises; see :class:`Source`."""
    if len(data) > limits.file_bytes:
        return _too_large(path, len(data), data[: limits.front_matter_bytes], limits)
    text, encoding = decode(data)
    if text is None:
        found = problem("encoding", path, encoding=encoding)
        return Source(path, problems=(found,), raw=data[:65536].decode("latin-1"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = list(_character_problems(text, path))
    text = nfc(_ZERO_WIDTH.sub("", text))
    readable = _CONTROL.sub("\ufffd", text)
    fences = _fences(readable, path, limits)
    if isinstance(fences, Problem):
        return Source(path, problems=(*problems, fences), raw=readable, body_is_safe=False)
    front_matter, body_start = fences
    handler = StrictYAMLHandler(limits)
    try:
        frontmatter.parse("---\n" + front_matter + "\n---\n", handler=handler)
    except FrontMatterError as error:
        problems.append(problem(error.code, path, error.line, **error.values))
        return Source(path, problems=tuple(problems), raw=readable, body_is_safe=False)
    # python-frontmatter strips the body; its first line is needed for the lines of problems.
    body_text = readable[body_start:]
    body = body_text.lstrip("\n")
    body_line = readable.count("\n", 0, body_start + len(body_text) - len(body)) + 1
    too_much = tuple(check_body_limits(body, path, body_line, limits))
    return Source(
        path,
        values=handler.parsed.values,
        lines=handler.parsed.lines,
        body=body.rstrip(),
        body_line=body_line,
        problems=(*problems, *too_much),
        raw=readable,
        body_is_safe=not too_much,
    )


def _too_large(path: str, size: int, head: bytes, limits: Limits) -> Source:
    found = problem("file-too-large", path, size=-(-size // 1024), limit=limits.file_bytes // 1024)
    return Source(
        path, problems=(found,), raw=head.decode("utf-8", errors="replace"), body_is_safe=False
    )


def _character_problems(text: str, path: str) -> list[Problem]:
    found: list[Problem] = []
    if match := _CONTROL.search(text):
        found.append(
            problem(
                "control-character",
                path,
                text.count("\n", 0, match.start()) + 1,
                codepoint=f"U+{ord(match.group()):04X}",
            )
        )
    if not is_normalized("NFC", text):
        rows = enumerate(text.split("\n"), start=1)
        line = next((number for number, row in rows if not is_normalized("NFC", row)), None)
        found.append(problem("text-decomposed", path, line))
    if legacy := legacy_sample(text):
        found.append(problem("encoding-legacy", path, encoding=legacy[0], sample=legacy[1]))
    elif match := _ZERO_WIDTH.search(text):
        count = len(_ZERO_WIDTH.findall(text))
        found.append(
            problem("zero-width", path, text.count("\n", 0, match.start()) + 1, count=count)
        )
    return found


def _fences(text: str, path: str, limits: Limits) -> tuple[str, int] | Problem:
    """Return the front matter's text and the offset of the body, or what is wrong."""
    opening = FENCE.match(text)
    if not opening:
        later = FENCE.search(text)
        if later and not text[: later.start()].strip():
            return problem("front-matter-not-first", path, 1)
        return problem("front-matter-missing", path, 1)
    closing = FENCE.search(text, opening.end())
    if not closing:
        return problem("front-matter-unclosed", path, 1)
    front_matter = text[opening.end() + 1 : max(closing.start() - 1, opening.end() + 1)]
    size = len(front_matter.encode())
    if size > limits.front_matter_bytes:
        return problem(
            "front-matter-too-large",
            path,
            1,
            size=-(-size // 1024),
            limit=limits.front_matter_bytes // 1024,
        )
    return front_matter, min(closing.end() + 1, len(text))
