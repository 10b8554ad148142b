"""Phục vụ một trang đã dựng trên máy này như máy chủ thật: nén gzip, tiêu đề theo tệp _headers."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

HEADERS_FILE = "_headers"
_SETTINGS = {HEADERS_FILE, "_redirects"}  # read by hosts, never given to readers
_COMPRESSED = re.compile(r"text/|image/svg|application/(json|javascript|xml|[a-z.]+\+(xml|json))")
_SMALLEST = 256  # gzip makes a shorter answer longer


@dataclass(frozen=True)
class HeaderRule:
    """Headers for the paths that match *pattern*: ``*`` is any text, ``:name`` one path segment."""

    pattern: str
    headers: tuple[tuple[str, str], ...]

    def matches(self, path: str) -> bool:
        """Whether the rule holds for *path*, which begins with a slash."""
        return _compiled(self.pattern).fullmatch(path) is not None


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    return re.compile("".join(_part(part) for part in parts), re.DOTALL)


def _part(part: str) -> str:
    if part == "*":
        return ".*"
    return "[^/]+" if part.startswith(":") and len(part) > 1 else re.escape(part)


def read_header_rules(text: str) -> tuple[HeaderRule, ...]:
    """The rules of a ``_headers`` file: a path, then indented ``Name: value`` lines.

    Raises ValueError, with the line number, for a line that is neither.
    """
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
            continue
        name, colon, value = line.strip().partition(":")
        if not (rules and colon and name and value.strip() and line.isascii()):
            raise ValueError(f"_headers, dòng {number}: không phải “Tên: giá trị”: {line.strip()}")
        rules[-1][1].append((name.strip(), value.strip()))
    return tuple(HeaderRule(pattern, tuple(headers)) for pattern, headers in rules)


def headers_for(rules: tuple[HeaderRule, ...], path: str) -> dict[str, str]:
    """All headers of *path*; hosts join the values of a name that is given more than once."""
    found: dict[str, str] = {}
    spelled: dict[str, str] = {}
    for rule in rules:
        if rule.matches(path):
            for name, value in rule.headers:
                key = spelled.setdefault(name.casefold(), name)
                found[key] = f"{found[key]}, {value}" if key in found else value
    return found


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve *folder* while the block runs; gives the address, without a slash at its end."""
    file = folder / HEADERS_FILE
    rules = read_header_rules(file.read_text(encoding="utf-8")) if file.is_file() else ()
    handler = functools.partial(_Handler, folder=folder, rules=rules)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection carries many files, as with a real host
    disable_nagle_algorithm = True  # else each body waits 40 ms for the acknowledged headers
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".atom": "application/atom+xml",
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(
        self, *arguments: object, folder: Path, rules: tuple[HeaderRule, ...], **more: object
    ) -> None:
        self.rules = rules
        self.folder = folder
        super().__init__(*arguments, directory=str(folder), **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        path = urlsplit(self.path).path
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{path}/"}, b"", with_body)
            return
        if path.endswith("/"):
            file /= "index.html"
        status = HTTPStatus.OK
        if not file.is_file() or file.name in _SETTINGS:
            status, file = HTTPStatus.NOT_FOUND, self.folder / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        kind = self.guess_type(str(file))
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        headers = {"Content-Type": kind} | headers_for(self.rules, path)
        if _COMPRESSED.match(kind) and len(body) > _SMALLEST:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                body = _compressed(file, file.stat().st_mtime_ns)
        self._send(status, headers, body, with_body)

    def _send(
        self, status: HTTPStatus, headers: dict[str, str], body: bytes, with_body: bool
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the reader went on
                self.wfile.write(body)


@functools.lru_cache(maxsize=4096)
def _compressed(file: Path, changed: int) -> bytes:  # noqa: ARG001 (part of the key)
    return gzip.compress(file.read_bytes(), 6, mtime=0)
