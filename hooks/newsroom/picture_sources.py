"""Which files a page offers for a picture: the sizes made, and the picture itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from newsroom.newsroom import Newsroom
from newsroom.pictures import PictureInfo
from newsroom.renditions import Size, offers_own_width, sizes
from newsroom.views import Rendition

_COMMON_WIDTH = 960
"""For browsers that cannot choose."""
_SHARED_WIDTHS = (1200, 1600)
_LEAST_SHARED = (600, 315)
"""Below it other sites show a stamp beside the text, or nothing."""


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


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """What other sites show beside a link. ``address`` is below the site's root."""

    address: str
    width: int
    height: int


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


def shared_picture(newsroom: Newsroom, path: str) -> SharedPicture | None:
    """The picture file *path* in the size to share it in; None when it is too small for that."""
    info = newsroom.pictures.get(path)
    if info is None or info.width < _LEAST_SHARED[0] or info.height < _LEAST_SHARED[1]:
        return None
    made = () if newsroom.is_preview else sizes(info)
    least, most = _SHARED_WIDTHS
    best = min(
        _plain(info, quote(path), made) or (Rendition(quote(path), info.width),),
        key=lambda one: max(least - one.width, one.width - most, 0),
    )
    return SharedPicture(best.address, best.width, round(info.height * best.width / info.width))


def _of_form(made: tuple[Size, ...], form: str) -> tuple[Rendition, ...]:
    return tuple(Rendition(size.address, size.width) for size in made if size.form == form)


def _plain(info: PictureInfo, own: str, made: tuple[Size, ...]) -> tuple[Rendition, ...]:
    """The sizes in the picture's own format, itself among them unless it is very large."""
    found = _of_form(made, info.form)
    return (*found, Rendition(own, info.width)) if found and offers_own_width(info) else found
