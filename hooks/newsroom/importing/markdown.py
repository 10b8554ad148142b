"""Plain text to Markdown that shows exactly that text: what each of our readers writes."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"(?P<before>\s*)(?P<sign>[#>]|[-+](?=\s|$|[-+])|\d{1,9}(?=[.)](?:\s|$)))")
_TILDES = re.compile(r"^(\s*)~(?=~~)")
_ITEM = re.compile(r"(?:-|\d{1,9}\.) +(?=\S)")


def escape(text: str) -> str:
    """Return one line of *text* as Markdown: no sign in it means anything but itself.

    Python-Markdown knows no ``\\<`` and no ``\\~``: those become entities.
    """
    escaped = _ALWAYS.sub(lambda match: "\\" + match.group(), _ENTITY.sub("&amp;", text))
    return escape_start(escaped.replace("<", "&lt;"))


def escape_start(markdown: str) -> str:
    """Escape what at the start of a line would make a heading, list, quotation or rule of it."""
    markdown = _TILDES.sub(r"\1&#126;", markdown)
    match = _LINE_START.match(markdown)
    if match is None:
        return markdown
    if match["sign"].isdigit():
        return f"{markdown[: match.end()]}\\{markdown[match.end() :]}"
    return f"{match['before']}\\{markdown[match.end('before') :]}"


def escape_cell(markdown: str) -> str:
    """Markdown for one cell of a table."""
    return markdown.replace("|", "\\|")


def escape_title(text: str) -> str:
    """Text for a picture's title in double quotes, where ``|`` parts caption and credit."""
    return escape(text).replace('"', "&quot;").replace("|", "&#124;")


def list_marker(markdown: str) -> str:
    """The marker (``- ``, ``3. ``) with which the Markdown of an item begins; else empty."""
    match = _ITEM.match(markdown)
    return match.group() if match else ""
