"""How files and pages name each other: absolute where the site's address is known, else relative.

Addresses are relative to the site's root, as in ``views``; ``""`` and ``./`` are the front page.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def reference(target: str, base: str, site_url: str) -> str:
    """The reference to *target* in the page or file at *base*.

    Without *site_url* it is relative and resolves wherever the site stands.
    """
    return absolute(target, site_url) if site_url else _relative(target, base)


def absolute(target: str, site_url: str) -> str:
    """The whole address of *target*."""
    return f"{site_url.rstrip('/')}/{_encoded(_plain(target))}"


def rooted(target: str, site_url: str) -> str:
    """*target* from the root of its host: ``/tin/2025/bai/``; a site may stand below a folder."""
    return f"{site_folder(site_url)}/{_encoded(_plain(target))}"


def site_folder(site_url: str) -> str:
    """The folder of its host that the site stands in: ``/trang``; empty for most."""
    return urlsplit(site_url).path.rstrip("/")


def xml_text(text: str) -> str:
    """*text* without the characters that no XML file may hold."""
    return _NOT_XML.sub("", text)


def _plain(target: str) -> str:
    return "" if target == "./" else target


def _relative(target: str, base: str) -> str:
    wanted, folder = _plain(target), _plain(base).rpartition("/")[0]
    relative = posixpath.relpath(wanted or ".", folder or ".")
    closed = relative + "/" if wanted.endswith("/") or not wanted else relative
    return _encoded(closed)


@lru_cache(maxsize=4096)
def _encoded(address: str) -> str:
    """Percent-encode what is not yet."""
    return quote(_STRAY_PERCENT.sub("%25", address), safe="/%~")
