"""Making a whole sample folder, laid out as ``docs/`` is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from newsroom.sample.articles import articles
from newsroom.sample.chance import chance
from newsroom.sample.documents import SampleDocument, document_count, documents, plan_count, plans
from newsroom.sample.front_pages import front_pages
from newsroom.sample.page import Page
from newsroom.sample.pictures import PICTURE_COUNT, picture, picture_path
from newsroom.sample.register_pages import register_pages
from newsroom.sample.writer import write_page

Progress = Callable[[int], None]
"""Called with the number of articles written so far."""


def generate(count: int, out: Path, seed: int = 1, progress: Progress | None = None) -> None:
    """Write a sample of *count* articles into the folder *out*.

    The same *count* and *seed* give the same bytes. Raises ValueError when *count* is negative and
    FileExistsError when *out* holds anything.
    """
    if count < 0:
        raise ValueError(f"count is {count}; it cannot be negative")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise FileExistsError(out)
    _write_pictures(out / "tin", seed)
    other_documents = documents(document_count(count), seed)
    all_plans = plans(plan_count(count), seed, other_documents)
    for page in (
        *front_pages(),
        *register_pages(seed),
        *_document_pages(all_plans, seed),
        *_document_pages(other_documents, seed),
    ):
        write_page(out, page)
    for number, page in enumerate(articles(count, seed, all_plans, other_documents), start=1):
        write_page(out, page)
        if progress:
            progress(number)


def _document_pages(made: tuple[SampleDocument, ...], seed: int) -> Iterator[Page]:
    for place, document in enumerate(made):
        yield document.page(chance(seed, document.path, place))


def _write_pictures(folder: Path, seed: int) -> None:
    for number in range(1, PICTURE_COUNT + 1):
        file = folder / picture_path(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture(number, seed))
