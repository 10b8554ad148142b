"""The front matter of articles where archives of the configuration name blocks of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pydantic import create_model

from newsroom.archives import Archive
from newsroom.schema import ArchiveBlock, ArticleMeta, Classification, Texts


@lru_cache(maxsize=32)
def article_model(archives: tuple[Archive, ...]) -> type[ArticleMeta]:
    """The model of articles that may carry the blocks of *archives*."""
    own = [archive for archive in archives if archive.block and not _is_in_schema(archive)]
    if not own:
        return ArticleMeta
    fields: dict[str, Any] = {str(a.block): (_block_model(a) | None, None) for a in own}
    model = create_model("ArticleMeta", __base__=ArticleMeta, **fields)
    model.more_names = dict(_names(own))
    return model


def _is_in_schema(archive: Archive) -> bool:
    """Whether the schema itself already has the block with all its axes."""
    return archive.block == "democracy" and all(
        axis.key in Classification.model_fields for axis in archive.axes
    )


def _block_model(archive: Archive) -> type[ArchiveBlock]:
    axes: dict[str, Any] = {axis.key: (Texts, ()) for axis in archive.axes}
    return create_model(f"Classification_{archive.block}", __base__=ArchiveBlock, **axes)


def _names(archives: Iterable[Archive]) -> Iterator[tuple[str, str]]:
    for archive in archives:
        yield str(archive.block), archive.title.lower()
        yield from ((axis.key, axis.label.lower()) for axis in archive.axes)
