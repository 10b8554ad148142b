"""Addresses as links from one page to another: what MkDocs' ``url`` filter gives, in less time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import jinja2

_PART = r"(?!\.{1,2}(?:/|\Z))(?:[^\W\s]|[-_.~%])+"
_PLAIN = re.compile(rf"{_PART}(?:/{_PART})*/?\Z")
"""An address below the site's root with nothing to be resolved in it."""
UrlFilter = Callable[[Any, str], str]


def quick_url_filter(otherwise: UrlFilter) -> UrlFilter:
    """A template filter ``url`` that leaves to *otherwise* what is no plain address."""

    @jinja2.pass_context
    def url(context: Mapping[str, Any], value: str) -> str:
        page = context["page"]
        if page is None or not (_is_plain(value) and f"/{page.url}".endswith("/")):
            return otherwise(context, value)
        return relative(value, page.url)

    return url


def relative(target: str, url: str) -> str:
    """The address *target* as seen from the page at *url*, a folder's address; both plain."""
    for folder, up in _folders(url):
        if target.startswith(folder):
            return f"{up}{target[len(folder) :]}" or "./"
        if target == folder[:-1]:  # the folder itself, without its slash
            return up[:-1] or "."
    return target


@lru_cache(maxsize=65536)
def _is_plain(value: str) -> bool:
    return bool(_PLAIN.match(value))


@lru_cache(maxsize=256)
def _folders(url: str) -> tuple[tuple[str, str], ...]:
    """Each folder that *url* lies in, from itself to the root, and the way up to it."""
    parts = url.split("/")[:-1]
    return tuple(
        ("".join(f"{part}/" for part in parts[:depth]), "../" * (len(parts) - depth))
        for depth in range(len(parts), -1, -1)
    )
