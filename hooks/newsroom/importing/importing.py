"""One file → one draft article with its pictures: the recipe that the command follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsroom.article_files import free_name, write_new
from newsroom.content import ARTICLE_FOLDER
from newsroom.dates import as_day
from newsroom.importing.blocks import ImportRefused, Reading, Remark
from newsroom.importing.pictures import ReadyPicture, make_ready
from newsroom.importing.understanding.article import understand
from newsroom.importing.understanding.model import Part, PartKind, Understanding
from newsroom.importing.writing import Written, compose
from newsroom.pictures.inspection import PictureError
from newsroom.registers import Registers
from newsroom.system_faults import in_words

AskAlt = Callable[[str, str], str]
"""Given a picture's file name and caption, what is seen in it; empty when nobody says."""


def nobody_says(name: str, caption: str) -> str:
    """Leave a picture's description to be written later; check asks for it."""
    del name, caption
    return ""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article ready to be written; ``path`` is relative to the docs folder."""

    article: Understanding
    path: str
    written: Written
    pictures: tuple[ReadyPicture, ...]
    missing_pictures: tuple[str, ...]
    """File names that the text asks for and nobody has yet."""
    without_alt: tuple[str, ...]
    remarks: tuple[Remark, ...]


def prepare(
    reading: Reading,
    registers: Registers,
    taken: Set[str],
    today: date,
    ask_alt: AskAlt = nobody_says,
) -> Imported:
    """Understand *reading* and compose its file, under a name not *taken*. Raises ImportRefused."""
    if not any(block.text.strip() for block in reading.blocks):
        raise ImportRefused("Tệp không có chữ nào để nhập.")
    article = understand(reading, registers, today)
    year = as_day(article.published or article.event or today).year
    slug = free_name(article.title, year, taken)
    path = f"{ARTICLE_FOLDER}/{year}/{slug}.md"
    drawn = _pictures(article, slug, ask_alt)
    written = compose(article, path, drawn.names)
    remarks = (*article.remarks, *drawn.remarks)
    return Imported(
        replace(article, remarks=remarks),
        path,
        written,
        tuple(drawn.ready),
        tuple(drawn.missing),
        tuple(name for name, alt in drawn.names.values() if not alt),
        remarks,
    )


def write(imported: Imported, root: Path) -> None:
    """Write the pictures, then the article, below the docs folder *root*; overwrite nothing.

    Raises ImportRefused; what was written of an article that failed is taken away again.
    """
    file = root / imported.path
    done: list[Path] = []
    try:
        for picture in imported.pictures:
            write_new(file.with_name(picture.name), picture.data)
            done.append(file.with_name(picture.name))
        write_new(file, imported.written.text.encode())
    except OSError as error:
        for one in done:
            one.unlink(missing_ok=True)
        raise ImportRefused(f"Không ghi được bài vào {file.parent}: {in_words(error)}.") from None


@dataclass(slots=True)
class _Drawn:
    names: dict[int, tuple[str, str]]
    ready: list[ReadyPicture]
    missing: list[str]
    remarks: list[Remark]


def _pictures(article: Understanding, slug: str, ask_alt: AskAlt) -> _Drawn:
    """A file name for each place of a picture; the pictures themselves where there are any."""
    drawn = _Drawn({}, [], [], [])
    number = 0
    for index, part in enumerate(article.body):
        if part.kind is not PartKind.FIGURE:
            continue
        number += 1
        name = f"{slug}-{number}.jpg"
        ready = _made_ready(article.pictures, part, slug, number, drawn.remarks)
        if ready:
            drawn.ready.append(ready)
            name = ready.name
        else:
            drawn.missing.append(name)
        alt = part.block.text if part.block.picture else ""
        alt = alt or (ask_alt(name, part.caption) if ready else "")
        drawn.names[index] = name, " ".join(alt.split())
    return drawn


def _made_ready(
    pictures: Mapping[str, bytes], part: Part, slug: str, number: int, remarks: list[Remark]
) -> ReadyPicture | None:
    data = pictures.get(part.block.picture or "")
    if data is None:
        return None
    try:
        return make_ready(data, slug, number)
    except PictureError as error:
        message = f"Ảnh “{part.block.picture}” không dùng được: {error}."
        remarks.append(Remark("left-out", message, part.block.line))
        return None
