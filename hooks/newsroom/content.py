"""What lies in the docs folder: which files may become pages, pictures or downloads.

Follows no links, reads no file's content. Refused files come back as problems.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from newsroom.problems import Problem, has_errors, problem
from newsroom.system_faults import in_words
from newsroom.text import nfc, slugify


class Kind(StrEnum):
    """What a file becomes, decided by its folder and suffix."""

    ARTICLE = "article"
    UNIT = "unit"
    PLAN = "plan"
    DOCUMENT = "document"
    PAGE = "page"
    ASSET = "asset"


ARTICLE_FOLDER = "tin"
UNIT_FOLDER = "don-vi"
PLAN_FOLDER = "ke-hoach"
DOCUMENT_FOLDER = "van-ban"
DESK_FOLDER = "bien-tap"
"""Pages for editors: guides; only in the preview."""

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif"})
ASSET_SUFFIXES = PICTURE_SUFFIXES | {".pdf"}
_KIND_BY_FOLDER = {
    ARTICLE_FOLDER: Kind.ARTICLE,
    UNIT_FOLDER: Kind.UNIT,
    PLAN_FOLDER: Kind.PLAN,
    DOCUMENT_FOLDER: Kind.DOCUMENT,
}
_FLAT_KINDS = frozenset({Kind.UNIT, Kind.PLAN, Kind.DOCUMENT})
"""Their file name is their id, so they lie directly in their folder."""
_THEME_FOLDERS = frozenset({"assets", "search"})
_OWN_FOLDERS = frozenset({*_KIND_BY_FOLDER, DESK_FOLDER, "dan-chu", "chu-de"})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)}
)
_FORBIDDEN_CHARACTERS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_CANONICAL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN_ASSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NAME_LIMIT = 150
_SLUG_LIMIT = 96


@dataclass(frozen=True, slots=True)
class Entry:
    """One usable file. ``path`` is relative to the docs folder, with ``/``."""

    path: str
    kind: Kind
    address: str
    """Where it stands on the site, without a leading slash; ``""`` is the front page."""
    is_canonical: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Usable files in the order of their paths, and what is wrong with the others."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def walk(root: Path) -> Content:
    """List the docs folder *root*. Of colliding addresses the canonical name stays."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    _walk_folder(root, "", True, entries, problems)
    kept, collisions = _refuse_collisions(entries)
    return Content(tuple(sorted(kept, key=lambda e: e.path)), (*problems, *collisions))


def page_address(path: str) -> str:
    """Address of the page made from the Markdown file *path*: ``tin/2025/bai/``."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    parts = [part for part in (folder, "" if stem in {"index", "README"} else stem) if part]
    return "/".join(parts) + "/" if parts else ""


def _walk_folder(
    folder: Path, prefix: str, canonical: bool, entries: list[Entry], problems: list[Problem]
) -> None:
    try:
        children = sorted(os.scandir(folder), key=lambda child: child.name)
    except OSError as error:
        problems.append(problem("file-unreadable", prefix or ".", reason=in_words(error)))
        return
    for child in children:
        if child.name.startswith(".") or child.name.lower() in _SYSTEM_FILES:
            continue
        path = prefix + child.name
        shown = printable(path)
        if child.is_symlink() or _is_junction(child):
            problems.append(problem("file-symlink", shown, name=printable(child.name)))
        elif child.is_dir():
            wrong = list(_name_problems(child.name, shown, is_page=True))
            if not prefix and child.name.lower() in _OWN_FOLDERS - {child.name}:
                reason = "chỉ khác một thư mục của Trang ở chữ hoa, chữ thường"
                wrong = [
                    problem(
                        "file-name-forbidden",
                        shown,
                        name=child.name,
                        reason=reason,
                        suggestion=child.name.lower(),
                    )
                ]
            if not prefix and child.name.lower() in _THEME_FOLDERS:
                wrong = [problem("file-folder-reserved", shown, folder=child.name)]
            problems += wrong
            if not has_errors(wrong):
                _walk_folder(
                    Path(child.path), f"{path}/", canonical and not wrong, entries, problems
                )
        elif child.is_file():
            _add_file(path, shown, canonical, entries, problems)
        else:
            problems.append(problem("file-kind", shown, suffix="tệp đặc biệt"))


def _is_junction(child: os.DirEntry[str]) -> bool:
    """Whether *child* is an NTFS junction, Windows' other kind of link."""
    tag = getattr(child.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag)


def _add_file(
    path: str, shown: str, canonical: bool, entries: list[Entry], problems: list[Problem]
) -> None:
    name = path.rpartition("/")[2]
    suffix = PurePosixPath(name).suffix
    is_page = suffix == ".md"
    if not is_page and suffix.lower() not in ASSET_SUFFIXES:
        problems.append(problem("file-kind", shown, suffix=printable(suffix) or "không có đuôi"))
        return
    kind = _kind(path) if is_page else Kind.ASSET
    wrong = list(_name_problems(name, shown, is_page=is_page))
    stem = name.rpartition(".")[0]
    if is_page and (
        "trang" in f"{path.lower().removesuffix('.md')}/".split("/")
        or (kind is Kind.ARTICLE and stem.isdigit())
    ):
        wrong.append(problem("file-name-reserved", shown, name=name))
    if kind in _FLAT_KINDS and path.count("/") > 1:
        folder = path.partition("/")[0]
        wrong.append(problem("file-place", shown, folder=folder))
    problems += wrong
    if not has_errors(wrong):
        address = page_address(path) if is_page else path
        canonical = canonical and not wrong and name != "README.md"
        entries.append(Entry(path, kind, address, canonical))


def _kind(path: str) -> Kind:
    folder, _, rest = path.partition("/")
    if not rest or rest.rpartition("/")[2] in {"index.md", "README.md"}:
        return Kind.PAGE
    return _KIND_BY_FOLDER.get(folder, Kind.PAGE)


def _name_problems(name: str, shown: str, *, is_page: bool) -> list[Problem]:
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    suggestion = (slugify(stem) or "ten-tep") + dot + suffix.lower()
    reason = _forbidden_name(name, stem)
    if reason:
        return [
            problem(
                "file-name-forbidden",
                shown,
                name=printable(name)[:60],
                reason=reason,
                suggestion=printable(suggestion),
            )
        ]
    is_folder = is_page and not dot
    canonical = bool(_CANONICAL.fullmatch(stem)) and (
        is_folder or (len(stem) <= _SLUG_LIMIT and suffix.islower())
    )
    if canonical or name == "README.md" or (not is_page and _PLAIN_ASSET.fullmatch(name)):
        return []
    return [problem("file-name-style", shown, name=name, suggestion=suggestion)]


def _forbidden_name(name: str, stem: str) -> str | None:  # noqa: PLR0911 - one return a rule
    if printable(name) != name:
        return "tên không phải là chữ Unicode"
    if _FORBIDDEN_CHARACTERS.search(name):
        return "có ký tự mà Windows không cho phép"
    if stem.partition(".")[0].rstrip().lower() in _WINDOWS_DEVICES:
        return "Windows dành tên này cho thiết bị"
    if name != name.rstrip(". ") or name != name.lstrip():
        return "bắt đầu bằng khoảng trắng, hoặc kết thúc bằng dấu chấm hay khoảng trắng"
    if len(name) > _NAME_LIMIT or len(name.encode()) > 255:
        return f"dài {len(name)} ký tự"
    if name.startswith("~$"):
        return "đây là tệp tạm của Word"
    return None


def printable(text: str) -> str:
    """Return *text* so that it can be printed: bytes that are not UTF-8 become ``?``."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _refuse_collisions(entries: list[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Addresses are unique after casefold(NFC): on Windows and macOS such files are one."""
    owners: dict[str, Entry] = {}
    problems: list[Problem] = []
    by_rank = sorted(
        entries,
        key=lambda e: (
            not e.is_canonical,
            e.path != nfc(e.path),
            e.address.strip("/").count("/"),
            e.path,
        ),
    )
    for entry in by_rank:
        owner = owners.setdefault(nfc(entry.address).casefold().rstrip("/"), entry)
        if owner is not entry:
            problems.append(
                problem("address-collision", entry.path, address=entry.address, other=owner.path)
            )
    return list(owners.values()), problems
