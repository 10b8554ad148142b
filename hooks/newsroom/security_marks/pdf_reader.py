"""``python -m newsroom.security_marks.pdf_reader``: looks for marks in PDF files.

A process of its own, since a hostile file can make any PDF library run for hours or take all
memory: each file has its seconds, the process its bytes. It reads a JSON list of paths and writes a
line of JSON a file, in order; where it ends early, the next file is the one that ended it. The text
itself never leaves it: what is secret must not come to lie in a cache.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from newsroom.security_marks.in_texts import mark_in_title, mark_on_page
from newsroom.security_marks.marks import Mark
from newsroom.security_marks.pdf_files import LOCKED, PAGES, SECONDS, SPOILT

MEMORY = 2 * 1024**3
_LETTERS = 20
"""A page with fewer letters than this is a picture, or might as well be one."""
_LEGIBLE = 0.5
"""Of the characters of a page; below, its font does not say which letters its shapes are."""


def main() -> None:
    """Read paths from standard input until there are no more."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for path in json.load(sys.stdin):
            faulthandler.dump_traceback_later(SECONDS, exit=True, file=nowhere)
            sys.stdout.write(json.dumps(look_through(Path(path))) + "\n")
            sys.stdout.flush()
            faulthandler.cancel_dump_traceback_later()


def look_through(path: Path) -> dict[str, Any]:
    """What is in the PDF file *path*: a ``mark`` and its ``page`` (0: the file's own title).

    Without one: how many ``pages`` it has, and which of the first ``PAGES`` are ``unread``; or a
    ``fault``, "locked" or "spoilt", where nothing could be read.
    """
    try:
        with path.open("rb") as file:
            return _look_through(PdfReader(file))
    except DependencyError:  # a cipher that only other libraries know
        return {"fault": LOCKED}
    except (Exception, RecursionError):  # a file can be spoilt in more ways than there are names
        return {"fault": SPOILT}


def _look_through(reader: PdfReader) -> dict[str, Any]:
    if reader.is_encrypted and not reader.decrypt(""):
        return {"fault": LOCKED}
    if title := _title(reader):
        return {"mark": title.name, "page": 0}
    count = len(reader.pages)
    unread: list[int] = []
    for number in range(1, min(count, PAGES) + 1):
        texts = list(_texts(reader.pages[number - 1]))
        for text in texts:
            if found := mark_on_page(text, is_first=number == 1):
                return {"mark": found.name, "page": number}
        if not is_legible(texts[0]):
            unread.append(number)
    return {"pages": count, "unread": unread} if count else {"fault": SPOILT}


def _title(reader: PdfReader) -> Mark | None:
    with contextlib.suppress(Exception):
        return mark_in_title(str((reader.metadata and reader.metadata.title) or ""))
    return None


def _texts(page: PageObject) -> Iterator[str]:
    """The page's text, then what stands in notes and stamps laid upon it."""
    try:
        yield page.extract_text()
    except Exception:  # one spoilt page must not hide the others
        yield ""
    with contextlib.suppress(Exception):
        for note in page.annotations or ():
            yield str(note.get_object().get("/Contents") or "")


def is_legible(text: str) -> bool:
    """Whether *text* has enough letters for a page, and most of it is letters at all."""
    characters = [c for c in text if not c.isspace()]
    letters = sum(c.isalpha() and not "\ue000" <= c <= "\uf8ff" for c in characters)
    return letters >= _LETTERS and letters >= _LEGIBLE * len(characters)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
