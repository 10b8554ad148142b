"""What other sites show when someone shares a page (Open Graph)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from newsroom.exports.references import absolute
from newsroom.newsroom import Newsroom
from newsroom.pictures.social import SOCIAL_SIZE, social_address
from newsroom.settings import SiteSettings
from newsroom.views import ArticleView, PictureView, SocialView, UnitView, View

_WIDEST = 1600


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture as others fetch it; ``address`` is relative to the site's root."""

    address: str
    alt: str = ""
    width: int | None = None
    height: int | None = None


def social_view(
    view: View,
    address: str,
    settings: SiteSettings,
    site_url: str,
    drawn: SharedPicture | None = None,
) -> SocialView | None:
    """How the page at *address* looks when shared; None without *site_url*.

    Open Graph wants absolute addresses. *drawn* is the picture shown where the page has none.
    """
    if not site_url:
        return None
    article = view if isinstance(view, ArticleView) else None
    picture = shared_picture(article.picture) if article and article.picture else drawn
    return SocialView(
        kind="article" if article else "website",
        title=view.title,
        description=view.description or f"{settings.tagline} {settings.name}",
        url=absolute(address, site_url),
        image=absolute(picture.address, site_url) if picture else None,
        image_alt=picture.alt if picture else "",
        image_width=picture.width if picture else None,
        image_height=picture.height if picture else None,
        published=article.published_iso if article else None,
        modified=article.modified_iso if article else None,
    )


def drawn_titles(newsroom: Newsroom, settings: SiteSettings) -> dict[str, str]:
    """The titles that pictures are drawn for, each with the line below it: the site, each unit.

    Units under all the names they have borne, since articles show the name of their day.
    """
    names = {
        name: settings.name
        for unit in newsroom.units
        for name in (unit.meta.title, *(known.name for known in unit.meta.names))
    }
    return {**names, settings.name: settings.tagline}


def drawn_picture(view: View, settings: SiteSettings, titles: Collection[str]) -> SharedPicture:
    """The drawn picture of a page: its unit's where *titles* has the unit, else the site's."""
    unit = view.title if isinstance(view, UnitView) else ""
    if isinstance(view, ArticleView) and view.kicker:
        unit = view.kicker[0].text
    is_known = unit in titles and unit != settings.name
    title, below = (unit, settings.name) if is_known else (settings.name, settings.tagline)
    return SharedPicture(social_address(title, below), f"{title} – {below}", *SOCIAL_SIZE)


def shared_picture(picture: PictureView) -> SharedPicture:
    """The size of a picture for others: the largest that is no wider than 1600 pixels."""
    fitting = [size for size in picture.plain if size.width <= _WIDEST]
    if not fitting:
        return SharedPicture(picture.address, picture.alt, picture.width, picture.height)
    chosen = max(fitting, key=lambda size: size.width)
    height = None
    if picture.width and picture.height:
        height = round(picture.height * chosen.width / picture.width)
    return SharedPicture(chosen.address, picture.alt, chosen.width, height)
