"""Which files a page offers for a picture: the sizes made, and the picture itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from newsroom.newsroom import Newsroom
from newsroom.pictures.inspection import PictureInfo
from newsroom.pictures.renditions import Size, offers_own_width, sizes
from newsroom.views import Rendition

_COMMON_WIDTH = 960
"""For browsers that cannot choose."""


@dataclass(frozen=True, slots=True)
class PictureSources:
    """Addresses below the site's root. ``plain`` is the picture's own format.

    A WebP has only ``plain`` ones; small and moving pictures have neither.
    """

    address: str
    width: int
    height: int
    webp: tuple[Rendition, ...] = ()
    plain: tuple[Rendition, ...] = ()


def picture_sources(newsroom: Newsroom, path: str) -> PictureSources | None:
    """What stands for the picture file *path* of the docs folder; None when it cannot be shown.

    The preview shows every picture as it is: it has no time to make the sizes.
    """
    info, own = newsroom.pictures.get(path), quote(path)
    if info is None:
        return None
    made = () if newsroom.is_preview else sizes(info)
    plain = _plain(info, own, made)
    nearest = min(plain, key=lambda one: abs(one.width - _COMMON_WIDTH), default=None)
    return PictureSources(
        nearest.address if nearest else own,
        info.width,
        info.height,
        _of_form(made, "WEBP") if info.form != "WEBP" else (),
        plain,
    )


def _of_form(made: tuple[Size, ...], form: str) -> tuple[Rendition, ...]:
    return tuple(Rendition(size.address, size.width) for size in made if size.form == form)


def _plain(info: PictureInfo, own: str, made: tuple[Size, ...]) -> tuple[Rendition, ...]:
    """The sizes in the picture's own format, itself among them unless it is very large."""
    found = _of_form(made, info.form)
    return (*found, Rendition(own, info.width)) if found and offers_own_width(info) else found
