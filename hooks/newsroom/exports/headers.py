"""What a server should send with the site's files: one table, written for three kinds of servers.

Servers that join the headers of several matching rules (Netlify, Cloudflare) get each header in
one rule only; what they send anyway, that pages are asked for anew each time, is not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsroom.exports.references import site_folder
from newsroom.exports.site_file import SiteFile

_DENIED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
"""Nothing of this is used: speech from text and copying a link need no permission."""

ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _DENIED)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
"""For every file; the Content-Security-Policy comes first."""

CACHE = "Cache-Control"
FRESH = "no-cache"
"""A browser asks each time whether its copy is still good."""
FOR_EVER = "public, max-age=31536000, immutable"
FOR_MINUTES = "public, max-age=900"
ATOM = "application/atom+xml; charset=utf-8"

_DIGEST = re.compile(r"(?:^|[.-])[0-9a-f]{8,64}[.-]")
_OWN_FOLDER = "assets"
"""No file of a writer lies here: elsewhere such a name may be a date (``bao-cao-20250305.pdf``)."""
_MOST_PATHS = 40
"""Cloudflare reads no more than a hundred rules."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers for some addresses: whole paths, folders (ending in ``/*``) or ``/*/name``."""

    name: str
    paths: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]


def header_files(policy: str, paths: Iterable[str], site_url: str) -> Iterator[SiteFile]:
    """The table for Netlify and its like, nginx, Caddy. *paths* are all files of the site."""
    always = (("Content-Security-Policy", policy), *ALWAYS)
    rules = header_rules(paths)
    yield SiteFile("_headers", _netlify(always, rules).encode())
    folder = site_folder(site_url)
    yield SiteFile("may-chu/nginx-tieu-de.conf", _nginx(always, rules, folder).encode())
    yield SiteFile("may-chu/Caddyfile-tieu-de", _caddy(always, rules, folder).encode())


def header_rules(paths: Iterable[str]) -> tuple[Rule, ...]:
    """What differs from file to file: how long it is kept, and the type of feeds."""
    feeds = Rule(
        "atom", ("/atom.xml", "/*/atom.xml"), ((CACHE, FOR_MINUTES), ("Content-Type", ATOM))
    )
    kept = lasting_paths(paths)
    return (feeds, Rule("lau_dai", kept, ((CACHE, FOR_EVER),))) if kept else (feeds,)


def lasting_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Files whose name holds a digest of their content; a folder stands for all its files."""
    by_folder: dict[PurePosixPath, tuple[list[PurePosixPath], list[PurePosixPath]]] = {}
    for path in map(PurePosixPath, paths):
        for folder in path.parents if path.parts[0] == _OWN_FOLDER else ():
            lasting, others = by_folder.setdefault(folder, ([], []))
            (lasting if _DIGEST.search(path.name) else others).append(path)
    whole = {f for f, (_, others) in by_folder.items() if not others and len(f.parts) > 1}
    folders = sorted(f"/{f}/*" for f in whole if f.parent not in whole)
    single = sorted(
        f"/{path}"
        for folder, (lasting, _) in by_folder.items()
        if folder not in whole
        for path in lasting
        if path.parent == folder
    )
    return (*folders, *single)[:_MOST_PATHS]


def _netlify(always: Sequence[tuple[str, str]], rules: Sequence[Rule]) -> str:
    lines = ["/*", *_indented(always)]
    for rule in rules:
        for path in rule.paths:
            lines += [path, *_indented(rule.headers)]
    return "\n".join(lines) + "\n"


def _indented(headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"  {name}: {value}" for name, value in headers)


_NGINX = """\
# Tiêu đề HTTP của Trang. Tệp này sinh ra khi dựng Trang, không sửa tay.
# Đặt trong khối server:    include <thư mục của Trang>/may-chu/nginx-tieu-de.conf;

"""
_CADDY = """\
# Tiêu đề HTTP của Trang. Tệp này sinh ra khi dựng Trang, không sửa tay.
# Đặt trong khối của Trang: import <thư mục của Trang>/may-chu/Caddyfile-tieu-de

"""


def _nginx(always: Sequence[tuple[str, str]], rules: Sequence[Rule], folder: str) -> str:
    """``if`` with nothing but ``set`` in it is the harmless use of it; the last rule wins."""
    root = re.escape(folder)
    lines = [f"add_header {name} {_quoted(value)} always;" for name, value in always]
    lines += ["", f'set $portal_cache "{FRESH}";']
    locations = []
    for rule in rules:
        pattern = "|".join(_pattern(path) for path in rule.paths)
        for name, value in rule.headers:
            if name == CACHE:
                lines.append(f'if ($uri ~ "^{root}(?:{pattern})$") {{')
                lines += [f'\tset $portal_cache "{value}";', "}"]
            else:
                kind, _, charset = value.partition("; charset=")
                locations += [f'location ~ "^{root}(?:{pattern})$" {{', "\ttypes { }"]
                locations += [f"\tdefault_type {kind};", f"\tcharset {charset};"]
                locations += [f"\tcharset_types {kind};", "}"]
    lines.append(f"add_header {CACHE} $portal_cache;")
    return _NGINX + "\n".join([*lines, "", *locations]) + "\n"


def _pattern(path: str) -> str:
    return re.escape(path).replace(r"/\*", "/.*").replace("/.*/", "/(?:.*/)?")


def _caddy(always: Sequence[tuple[str, str]], rules: Sequence[Rule], folder: str) -> str:
    """No two rules set one header for one address: the order of such rules is Caddy's own."""
    lines = ["header {", *(f"\t{name} {_quoted(value)}" for name, value in always), "}"]
    known = []
    for rule in rules:
        # Only a star at the very beginning or end stands for any number of folders.
        paths = [p[1:] if p.startswith("/*/") else f"{folder}{p}" for p in rule.paths]
        known += paths
        lines += ["", f"@portal_{rule.name} path {' '.join(paths)}"]
        lines += [f"header @portal_{rule.name} {{"]
        lines += [*(f"\t{name} {_quoted(value)}" for name, value in rule.headers), "}"]
    lines += ["", f"@portal_con_lai not path {' '.join(known)}"]
    lines += [f"header @portal_con_lai {CACHE} {_quoted(FRESH)}"]
    return _CADDY + "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
