"""The front matter of articles where archives of the configuration name blocks of their own.

The models are made at run time. Each is an attribute of this module, by a name that tells what it
was made from: what was read with it can be kept for the next build (see ``caching.plain``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, create_model

from newsroom.archives import Archive
from newsroom.caching.fingerprint import digest
from newsroom.schema import ArchiveBlock, ArticleMeta, Classification, Texts

_Model = TypeVar("_Model", bound=type[BaseModel])


@lru_cache(maxsize=32)
def article_model(archives: tuple[Archive, ...]) -> type[ArticleMeta]:
    """The model of articles that may carry the blocks of *archives*."""
    own = [archive for archive in archives if archive.block and not _is_in_schema(archive)]
    if not own:
        return ArticleMeta
    fields: dict[str, Any] = {str(a.block): (_block_model(a) | None, None) for a in own}
    model = create_model("ArticleMeta", __base__=ArticleMeta, **fields)
    model.more_names = dict(_names(own))
    return _named(model, repr(own))


def _is_in_schema(archive: Archive) -> bool:
    """Whether the schema itself already has the block with all its axes."""
    return archive.block == "democracy" and all(
        axis.key in Classification.model_fields for axis in archive.axes
    )


def _block_model(archive: Archive) -> type[ArchiveBlock]:
    axes: dict[str, Any] = {axis.key: (Texts, ()) for axis in archive.axes}
    model = create_model(f"Classification_{archive.block}", __base__=ArchiveBlock, **axes)
    return _named(model, repr(archive))


def _named(model: _Model, made_from: str) -> _Model:
    """*model*, to be found again in this module where it is made from the same."""
    name = f"{model.__name__}_{digest(made_from).hex()}"
    model.__module__, model.__name__, model.__qualname__ = __name__, name, name
    setattr(sys.modules[__name__], name, model)
    return model


def _names(archives: Iterable[Archive]) -> Iterator[tuple[str, str]]:
    for archive in archives:
        yield str(archive.block), archive.title.lower()
        yield from ((axis.key, axis.label.lower()) for axis in archive.axes)
