"""Making all renditions that are not in the cache, on all processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsroom.newsroom import Newsroom
from newsroom.pictures.cache import PictureCache
from newsroom.pictures.inspection import PictureError, PictureInfo, publishable
from newsroom.pictures.renditions import Size, make, sizes
from newsroom.problems import in_order, problem
from newsroom.system_faults import in_words

Progress = Callable[[int, int], None]
_MOST_AT_ONCE = 4
"""A large photograph takes a few hundred megabytes while it is worked on."""


@dataclass(slots=True)
class Made:
    """What could not be made."""

    broken: dict[str, str] = field(default_factory=dict)
    """Path of each picture whose content is spoilt → why."""
    unkept: dict[str, str] = field(default_factory=dict)
    """Path of each picture whose sizes could not be written → why; it goes out as it is."""


def make_renditions(
    newsroom: Newsroom,
    paths: Iterable[str],
    cache: PictureCache,
    progress: Progress | None = None,
) -> Made:
    """Make what the pictures at *paths* lack, and clean those that need it."""
    made = Made()
    todo = [
        (path, info)
        for path in sorted(paths)
        if (info := newsroom.pictures.get(path)) and _is_lacking(info, cache)
    ]
    if not todo:
        return made
    pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1))
    try:
        waiting = {
            pool.submit(_make_one, newsroom.root / path, info, cache): path for path, info in todo
        }
        for count, done in enumerate(as_completed(waiting), start=1):
            try:
                done.result()
            except PictureError as error:
                made.broken[waiting[done]] = str(error)
            except OSError as error:
                made.unkept[waiting[done]] = in_words(error)
            if progress:
                progress(count, len(todo))
    finally:
        pool.shutdown(cancel_futures=True)
    return made


def _is_lacking(info: PictureInfo, cache: PictureCache) -> bool:
    return any(cache.find(size.name) is None for size in sizes(info))


def _make_one(file: Path, info: PictureInfo, cache: PictureCache) -> None:
    data = file.read_bytes()
    for size, rendition in make(data, sizes(info)):
        cache.keep(size.name, rendition)
    clean = publishable(data, file.suffix)
    if clean is not data:
        cache.keep(_clean_name(file, info), clean)


def place_size(cache: PictureCache, file: Path, size: Size, target: Path) -> None:
    """Put a rendition of the picture *file* at *target*. Raises PictureError."""
    cache.place(size.name, target, lambda: dict(make(file.read_bytes(), [size]))[size])


def place_original(cache: PictureCache, file: Path, info: PictureInfo, target: Path) -> None:
    """Put the picture *file* at *target*, upright and without metadata. Raises PictureError."""
    name = _clean_name(file, info)
    if cache.find(name):
        cache.place(name, target, lambda: publishable(file.read_bytes(), file.suffix))
        return
    data = file.read_bytes()
    clean = publishable(data, file.suffix)
    if clean is data:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    else:
        cache.place(name, target, lambda: clean)


def _clean_name(file: Path, info: PictureInfo) -> str:
    """Name in the cache of a picture in its full size; only of those that needed cleaning."""
    return f"{info.digest}-goc{file.suffix.lower().replace('jpeg', 'jpg')}"


def without(newsroom: Newsroom, made: Made) -> Newsroom:
    """The newsroom without the pictures that cannot be shown, and without sizes not there."""
    found = [problem("image-broken", path, reason=why) for path, why in made.broken.items()]
    pictures: Mapping[str, PictureInfo] = {
        path: replace(info, is_scalable=False) if path in made.unkept else info
        for path, info in newsroom.pictures.items()
        if path not in made.broken
    }
    return replace(
        newsroom,
        pictures=pictures,
        assets={path: one for path, one in newsroom.assets.items() if path not in made.broken},
        problems=in_order([*newsroom.problems, *found]),
        by_path={
            **newsroom.by_path,
            **{one.path: (*newsroom.problems_of(one.path), one) for one in found},
        },
    )
