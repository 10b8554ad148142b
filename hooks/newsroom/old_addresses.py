"""Old addresses of pages (``aliases:``): which lead to their page, what is wrong with others.

Two generations of the old portal's addresses are known: ``/vksnd-tp/<slug>-21687``, where the
number at the end is the only stable key, and ``/132/3105/…/gioi-thieu/<slug>.aspx``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from urllib.parse import urlsplit

from newsroom.markdown_scan import link_scheme
from newsroom.model import Article, Document, Unit
from newsroom.problems import Problem, problem

Moved = Article | Unit | Document
"""A page that old addresses may lead to."""

_PART = 150
_DEPTH = 12
_SITE_FILES = frozenset(
    {
        "_headers",
        "_redirects",
        "404.html",
        "assets",
        "index.html",
        "may-chu",
        "robots.txt",
        "search",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
)
_SITEMAP_PART = re.compile(r"sitemap-\d+\.xml")
_BESIDE_PAGES = frozenset({"atom.xml", "hoat-dong.csv"})
_SHAPE = re.compile(r"(?:/[A-Za-z0-9._~-]+)+/?")
_WEB = re.compile(r"https?://", re.IGNORECASE)
# A year is no key: “…-nam-2025” is how many slugs end.
_NUMBER = re.compile(r"-(?!(?:19|20)\d\d(?!\d))(\d{3,9})(?:\.aspx)?$", re.IGNORECASE)


def is_old_address(alias: str) -> bool:
    """Whether an entry of ``aliases:`` of a unit or document is an address rather than a name."""
    return alias.startswith("/") or bool(_WEB.match(alias))


def names_among(aliases: Iterable[str]) -> tuple[str, ...]:
    """The entries of ``aliases:`` of a unit or document that are names."""
    return tuple(alias for alias in aliases if not is_old_address(alias))


def old_number(address: str) -> str | None:
    """The old portal's number at the end of an old address, by which it can be known again."""
    match = _NUMBER.search(address)
    return match[1] if match else None


def usable_aliases(
    pages: Iterable[Moved], taken: Callable[[], Collection[str]]
) -> tuple[dict[str, Moved], list[Problem]]:
    """Old addresses that can redirect, without slashes at the ends, and what is wrong with others.

    *taken* gives the addresses of pages and files, folded to lower case, without slashes. Of two
    pages that claim one address, or one number of the old portal, the first has it.
    """
    claims = _Claims(taken)
    problems: list[Problem] = []
    for page in pages:
        for index, alias in enumerate(page.meta.aliases):
            if not isinstance(page, Article) and not is_old_address(alias):
                continue
            if reason := claims.add(alias, page):
                line = page.source.line_of("aliases", index)
                problems.append(
                    problem("alias-invalid", page.path, line, alias=alias[:200], reason=reason)
                )
    return claims.usable, problems


class _Claims:
    """Who claims which old address."""

    def __init__(self, taken: Callable[[], Collection[str]]) -> None:
        self.usable: dict[str, Moved] = {}
        self._taken = taken
        self._owners: dict[str, Moved] = {}
        self._numbers: dict[str, Moved] = {}

    def add(self, alias: str, page: Moved) -> str | None:
        """Note the claim; say why it cannot stand."""
        path = _path(alias)
        reason = _shape_fault(path) or self._fault(_key(path), page)
        if reason is None:
            self.usable[_file_off(path)] = page
            self._owners[_key(path)] = page
            if number := old_number(_key(path)):
                self._numbers[number] = page
        return reason

    def _fault(self, key: str, page: Moved) -> str | None:
        if key == page.address.strip("/").casefold():
            return "trùng với chính địa chỉ của trang, sẽ chuyển hướng vòng tròn"
        if key in self._owners:
            return f"đã dùng ở “{self._owners[key].path}”"
        if key in self._taken():
            return "đã có một trang ở địa chỉ này"
        number = old_number(key)
        if number and self._numbers.get(number, page) is not page:
            return f"số {number} ở cuối đã dùng ở “{self._numbers[number].path}”"
        parts = key.split("/")
        above = ("/".join(parts[:n]) for n in range(1, len(parts)) if "." in parts[n - 1])
        below_file = "index.html" in parts[:-1] or any(a in self._taken() for a in above)
        return "nằm dưới một tệp của Trang" if below_file else None


def _path(alias: str) -> str:
    """The part of *alias* on its host; empty when it cannot be told."""
    if not _WEB.match(alias):
        return alias
    try:
        parts = urlsplit(alias)
    except ValueError:
        return ""
    rest = f"?{parts.query}" if parts.query else ""
    return parts.path + rest


def _file_off(path: str) -> str:
    stripped = path.strip("/")
    return stripped[: -len("/index.html")] if stripped.lower().endswith("/index.html") else stripped


def _key(path: str) -> str:
    """How addresses are compared: no file system and no server must take two for one."""
    return _file_off(path).casefold()


def _shape_fault(path: str) -> str | None:
    """What is wrong with the address by itself."""
    if link_scheme(path) or path.startswith("//"):
        return "dẫn ra ngoài Trang"
    if "?" in path:
        return "có phần tham số sau dấu ?"
    if not _SHAPE.fullmatch(path):
        return "không phải là đường dẫn bắt đầu bằng dấu /, chỉ gồm chữ không dấu, số và . _ ~ -"
    parts = path.strip("/").casefold().split("/")
    if any(part.endswith(".") for part in parts):
        return "có phần kết thúc bằng dấu chấm"
    if len(parts) > _DEPTH or max(map(len, parts)) > _PART:
        return "quá dài"
    own = parts[0] in _SITE_FILES or _SITEMAP_PART.fullmatch(parts[0]) or _BESIDE_PAGES & set(parts)
    return "dành cho tệp của chính Trang" if own else None
