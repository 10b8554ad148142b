"""The Content-Security-Policy: what the site needs, found in the files it consists of.

A need is a directive and a source. The same rules read one script or stylesheet before the pages
are rendered, for the policy in ``<meta>``, and the whole built site, for the one in the headers.
"""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

Needs = frozenset[tuple[str, str]]
"""Pairs of a directive and a source it must allow."""

_FIXED = (
    ("default-src", "'none'"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)
"""What holds for every page whatever it needs."""
_HEADER_ONLY = (("frame-ancestors", "'none'"),)
"""Browsers ignore it in ``<meta>``."""
_EVERY_PAGE: Needs = frozenset(
    {
        ("style-src", "'self'"),
        ("img-src", "'self'"),
        ("img-src", "data:"),
        ("connect-src", "'self'"),
    }
)
"""A stylesheet, an icon (an empty one on pages that only lead on), and the ``robots.txt`` that
Lighthouse asks for in the name of the page: without it the site loses 8 points of 100."""

_FONTS = frozenset({".woff2", ".woff", ".ttf", ".otf"})
_SCRIPTS = frozenset({".js", ".mjs"})
_ASSETS = _FONTS | _SCRIPTS | {".css"}
_IN_CSS = (
    (re.compile(rb"url\(\s*[\"']?data:image/"), ("img-src", "data:")),
    (re.compile(rb"url\(\s*[\"']?data:(?:font|application)/"), ("font-src", "data:")),
)
_IN_JS = (
    (
        re.compile(rb"\b(?:fetch|sendBeacon|EventSource|XMLHttpRequest)\b"),
        ("connect-src", "'self'"),
    ),
    (re.compile(rb"\bimport\s*\("), ("script-src", "'self'")),
    (re.compile(rb"\bWebAssembly\b"), ("script-src", "'wasm-unsafe-eval'")),
    (re.compile(rb"\bnew\s+(?:Shared)?Worker\b"), ("worker-src", "'self'")),
)
_SUSPECT = (
    re.compile(rb"<(?:style|iframe|frame|object|embed|base|audio|video|track)"),
    re.compile(rb" on[a-z]+="),
    re.compile(rb" s(?:tyle|rcdoc)="),
    re.compile(rb'="(?:data:[^,]|javascript:|manifest")'),
)
"""A page with none of these needs no parsing. Templates and the sanitiser write tags and
attributes in lower case, values in double quotes; ``data:,`` holds nothing, it is the icon
of pages that only lead on. Four patterns, each with letters that the search can leap to, take a
quarter of the time of one that holds them all."""
_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(rb"\btype\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)
_SOURCE = re.compile(rb"\bsrc\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)
_ELSEWHERE = re.compile(rb"(?:[a-z]+:)?//", re.IGNORECASE)
_LOADS = {
    "iframe": "frame-src",
    "frame": "frame-src",
    "audio": "media-src",
    "video": "media-src",
    "track": "media-src",
}
_NEVER = frozenset({"object", "embed", "base"})
_EXECUTABLE = frozenset({b"", b"module", b"text/javascript", b"application/javascript"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What files need, and what no policy of ours allows: a page's path and what is in it."""

    needs: Needs
    faults: tuple[tuple[str, str], ...]
    paths: tuple[str, ...]
    """All files of the site."""


def page_needs(inline_scripts: Sequence[str], assets: Iterable[tuple[str, bytes]] = ()) -> Needs:
    """What pages need that hold *inline_scripts* and use *assets*, before any is rendered.

    *assets* are paths and contents of the scripts, stylesheets and fonts that go out.
    """
    needs = set(_EVERY_PAGE)
    for script in inline_scripts:
        needs.add(("script-src", _hash(script.encode())))
        needs.update(_matches(script.encode(), _IN_JS))
    for path, content in assets:
        needs.update(_needs_of_asset(PurePosixPath(path).suffix.lower(), content))
    return frozenset(needs)


def policy(needs: Needs, *, in_header: bool) -> str:
    """The text of a policy that allows *needs* and nothing else."""
    sources: dict[str, set[str]] = {}
    for directive, source in (*_FIXED, *sorted(needs), *(_HEADER_ONLY if in_header else ())):
        sources.setdefault(directive, set()).add(source)
    return "; ".join(f"{name} {' '.join(sorted(sources[name]))}" for name in sources)


def needs_of_page(content: bytes) -> tuple[Needs, tuple[str, ...]]:
    """What one page needs, and what is in it that no policy of ours allows."""
    scanner = _Scanner()
    scanner.read_page("", content)
    return frozenset(scanner.needs), tuple(what for _, what in scanner.faults)


def scan_site(
    root: Path,
    known: Collection[str] = (),
    needs: Iterable[tuple[str, str]] = (),
    faults: Iterable[tuple[str, str]] = (),
) -> Scan:
    """Read each page, stylesheet and script below *root* once.

    Of the pages *known* already, their *needs* and *faults* are given.
    """
    scanner = _Scanner()
    scanner.needs |= set(needs)
    scanner.faults += faults
    paths = tuple(_files(root))
    for path in paths:
        suffix = "." + path.rpartition(".")[2].lower()
        if path in known:
            continue
        if suffix == ".html":
            scanner.read_page(path, Path(root, path).read_bytes())
        elif suffix in _ASSETS:
            content = b"" if suffix in _FONTS else Path(root, path).read_bytes()
            scanner.needs.update(_needs_of_asset(suffix, content))
    return Scan(frozenset(scanner.needs) | _EVERY_PAGE, tuple(sorted(scanner.faults)), paths)


def _files(root: Path) -> Iterator[str]:
    """All files below *root*, relative to it, in the order of their names."""
    start = len(os.fspath(root / "x")) - 1
    for folder, folders, names in os.walk(root):
        folders.sort()
        inside = folder[start:].replace(os.sep, "/")
        prefix = f"{inside}/" if inside else ""
        yield from (prefix + name for name in sorted(names))


def _needs_of_asset(suffix: str, content: bytes) -> Iterator[tuple[str, str]]:
    if suffix in _FONTS:
        yield "font-src", "'self'"
    elif suffix in _SCRIPTS:
        yield "script-src", "'self'"
        yield from _matches(content, _IN_JS)
    elif suffix == ".css":
        yield from _matches(content, _IN_CSS)


def _matches(
    content: bytes, rules: Sequence[tuple[re.Pattern[bytes], tuple[str, str]]]
) -> Iterator[tuple[str, str]]:
    return (need for pattern, need in rules if pattern.search(content))


def _hash(content: bytes) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(content).digest()).decode()}'"


class _Scanner:
    """Gathers the needs of pages."""

    def __init__(self) -> None:
        self.needs: set[tuple[str, str]] = set()
        self.faults: list[tuple[str, str]] = []

    def read_page(self, path: str, content: bytes) -> None:
        for match in _SCRIPT.finditer(content):
            self._script(path, *match.groups())
        if any(suspect.search(content) for suspect in _SUSPECT):
            parser = _PageParser()
            parser.feed(content.decode("utf-8", "replace"))
            parser.close()
            self.needs |= parser.needs
            self.faults += [(path, what) for what in parser.faults]

    def _script(self, path: str, attributes: bytes, content: bytes) -> None:
        kind = _TYPE.search(attributes)
        if kind and kind[1].lower() not in _EXECUTABLE:
            return  # data, never run
        if source := _SOURCE.search(attributes):
            self.needs.add(("script-src", "'self'"))
            if _ELSEWHERE.match(source[1]):
                self.faults.append((path, "tải tập lệnh từ máy chủ khác"))
            return
        self.needs |= _needs_of_inline(content)


@lru_cache(maxsize=64)
def _needs_of_inline(script: bytes) -> Needs:
    """Pages have few scripts to run, the same in all."""
    return frozenset({("script-src", _hash(script)), *_matches(script, _IN_JS)})


class _PageParser(HTMLParser):
    """Looks at every tag of a page that may need more than the others."""

    def __init__(self) -> None:
        super().__init__()
        self.needs: set[tuple[str, str]] = set()
        self.faults: list[str] = []
        self._style: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self._style = []
        if tag in _NEVER:
            self.faults.append(f"có thẻ <{tag}>")
        if tag in _LOADS:
            self.needs.add((_LOADS[tag], "'self'"))
        for name, value in attrs:
            self._attribute(tag, name, (value or "").strip())

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name in {"style", "srcdoc"} or (name.startswith("on") and len(name) > 3):
            self.faults.append(f"có thuộc tính {name} ở thẻ <{tag}>")
        elif value.lower().startswith("javascript:"):
            self.faults.append(f"có mã lệnh trong thuộc tính {name} ở thẻ <{tag}>")
        elif value.lower().startswith("data:") and name in {"src", "srcset", "poster"}:
            self.needs.add(("img-src", "data:"))
        elif tag == "link" and name == "rel" and "manifest" in value.lower().split():
            self.needs.add(("manifest-src", "'self'"))

    def handle_data(self, data: str) -> None:
        if self._style is not None:
            self._style.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self._style is not None:
            self.needs.add(("style-src", _hash("".join(self._style).encode())))
            self._style = None
