"""A digest of the code and libraries that make pages: what other code has made is never used."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import newsroom

DIGEST_BYTES = 16
_LIBRARIES = (
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "PyYAML",
    "feedgenerator",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pillow",
    "pydantic",
    "pydantic-core",
    "pypdf",
    "python-frontmatter",
    "tzdata",
)


def digest(*parts: str | bytes) -> bytes:
    """A digest of *parts*, each with its length: no two lists of parts look alike."""
    made = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.digest()


def file_digest(path: str, most: int) -> bytes:
    """The digest of a file's bytes; empty where it cannot be read or has more than *most*."""
    try:
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except OSError:
        return b""
    return digest(data) if len(data) <= most else b""


@cache
def code_fingerprint() -> bytes:
    """Of every module of this project and every library that has a say in a page."""
    hooks = Path(newsroom.__file__).resolve().parents[1]
    versions = [f"{name} {_version(name)}" for name in _LIBRARIES]
    return digest(files_fingerprint(hooks, ("*.py",)), sys.version, *versions)


def files_fingerprint(root: Path, patterns: Iterable[str] = ("*",)) -> bytes:
    """Of names and contents of the files below *root* that match one of *patterns*."""
    found = {path for pattern in patterns for path in root.rglob(pattern) if path.is_file()}
    parts: list[str | bytes] = []
    for path in sorted(found):
        if "__pycache__" not in path.parts:
            parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return digest(*parts)


def described(value: object) -> str:
    """Configuration in words that are the same in each run; functions go by their names."""
    if isinstance(value, Mapping):
        value = [(key, own) for key, own in value.items()]
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(described, value)) + "]"
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
    return repr(value)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
