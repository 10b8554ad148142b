"""Pictures of a saved page: beside it, within it, or lost."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from newsroom.importing.web.tree import Node
from newsroom.text import clean

Beside = Callable[[str], bytes | None]
"""The bytes of a file that lies beside the page, by its relative path; None where there is none."""
_DATA_PICTURE = re.compile(r"data:image/[a-z.+-]+;base64,(?P<data>.+)", re.IGNORECASE | re.DOTALL)
_SMALLEST = 40
"""Pictures said to be smaller than this (pixels) are signs and dots of the layout."""


def is_small(node: Node) -> bool:
    """Whether a picture is said to be but a sign of the layout."""
    sizes = [node.attributes.get(key, "").removesuffix("px") for key in ("width", "height")]
    return any(size.isdecimal() and len(size) < 6 and int(size) <= _SMALLEST for size in sizes)


def picture_data(source: str, beside: Beside) -> tuple[str, bytes | None]:
    """Name and bytes of the picture at *source*; no bytes where it lies elsewhere."""
    if match := _DATA_PICTURE.fullmatch(source.strip()):
        try:
            return "anh", base64.b64decode(match["data"], validate=False)
        except (binascii.Error, ValueError):
            return "anh", None
    try:
        parts = urlsplit(source.strip())
    except ValueError:
        return "anh", None
    path = unquote(parts.path)
    name = clean(path.replace("\\", "/").rpartition("/")[2])[:80] or "anh"
    if parts.scheme or parts.netloc or path.startswith(("/", "\\")):
        return name, None
    return name, beside(path.removeprefix("./"))
