"""A small newsroom without a fault, the pieces to spoil it with, and the form of a table's row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ARTICLE = "tin/2025/bai.md"
"""The file that a row's ``:line`` means."""

NEIGHBOUR_TITLE = "Bài lành bên cạnh"
NEIGHBOUR = "tin/2025/ban-be/"

GOOD = {
    "index.md": "---\ntitle: Trang chủ\n---\n",
    "don-vi/phong-2.md": "---\ntitle: Phòng 2\nkind: phong\naliases: [P2]\n---\n",
    "don-vi/phong-9.md": "---\ntitle: Phòng 9\nkind: phong\n---\n",
    "ke-hoach/118-kh-vkshp-ttr-2025.md": (
        "---\ntitle: Kế hoạch kiểm tra năm 2025\nnumber: 118/KH-VKSHP-TTr\ntype: kế hoạch\n"
        "date: 2025-02-07\n---\n"
    ),
    "tin/2025/ban-be.md": (
        f"---\ntitle: {NEIGHBOUR_TITLE}\ndate: 2025-03-01\nauthor: Người Lành\nunit: phong-9\n"
        "plan: 118/KH-VKSHP-TTr\ntags: [thi đua]\n---\n\nĐoạn văn lành.\n"
    ),
}


def article(
    body: str = "Nội dung bài.",
    more: str | None = None,
    *,
    title: str | None = '"Bài thử"',
    date: str | None = "2025-03-06",
    author: str | None = "Người Thử",
    unit: str | None = "phong-2",
) -> str:
    """An article: title on line 2, date 3, author 4, unit 5, *more* from 6, then the body.

    Without *more* the body begins on line 8. ``None`` leaves a line out.
    """
    fields = {"title": title, "date": date, "author": author, "unit": unit}
    lines = [f"{key}: {value}" for key, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, *([more] if more else []), "---", "", body, ""])


@dataclass(frozen=True, repr=False)
class Row:
    """One input, and all that the newsroom has to say about it.

    ``found`` lists every problem as ``path:line severity code``; without a path it is the article's,
    without a line it is the whole file's.
    """

    name: str
    files: dict[str, str | bytes]
    found: tuple[str, ...] = ()
    published: bool | None = None
    """Whether the article is on the built site; by default unless one of its problems is an error."""
    says: tuple[str, ...] = ()
    """Words that stand in a message or a hint."""
    shows: tuple[str, ...] = ()
    """Text that the article's page on the built site shows."""
    absent: tuple[str, ...] = ()
    """Files that are not on the built site."""
    present: tuple[str, ...] = ()
    """Files that are on the built site."""
    among: bool = False
    """Whether other problems of the article may be named besides ``found``."""
    prepare: Callable[[Path], None] | None = field(default=None, compare=False)
    """What cannot be written as text: links, special files. Given the docs folder."""

    def __str__(self) -> str:
        return self.name

    @property
    def expected(self) -> set[tuple[str, int | None, str, str]]:
        """``found`` as (path, line, severity, code)."""
        return {_parsed(text) for text in self.found}

    @property
    def is_left_out(self) -> bool:
        """Whether the article has an error and therefore no public page."""
        return any(p[0] == ARTICLE and p[2] == "error" for p in self.expected)


def _parsed(text: str) -> tuple[str, int | None, str, str]:
    match = re.fullmatch(r"(.*?)(?::(\d+))? ?(error|warning|note) ([a-z0-9-]+)", text, re.DOTALL)
    assert match, text
    line = int(match[2]) if match[2] else None
    return match[1].strip() or ARTICLE, line, match[3], match[4]


def in_article(name: str, content: str | bytes, *found: str, **more: object) -> Row:
    """A row whose input is one article."""
    return Row(name, {ARTICLE: content}, found, **more)  # type: ignore[arg-type]
