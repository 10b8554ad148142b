"""Everything for machines: feeds, sitemap, structured data, redirects, headers.

Each module makes finished files or texts from the snapshot; the engine writes them.
"""

from collections.abc import Iterator, Sequence

from newsroom.exports.feeds import feed_files
from newsroom.exports.headers import header_files
from newsroom.exports.open_data import open_data_files
from newsroom.exports.plan_tables import plan_table_files
from newsroom.exports.policy import Needs, page_needs, policy, scan_site
from newsroom.exports.redirects import redirect_files
from newsroom.exports.robots import robots_file
from newsroom.exports.site_file import SiteFile
from newsroom.exports.sitemap import sitemap_files
from newsroom.exports.social import drawn_picture, drawn_titles, social_view
from newsroom.exports.structured_data import structured_data
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage
from newsroom.settings import SiteSettings

__all__ = [
    "Needs",
    "SiteFile",
    "drawn_picture",
    "drawn_titles",
    "header_files",
    "page_needs",
    "policy",
    "scan_site",
    "site_files",
    "social_view",
    "structured_data",
]


def site_files(
    newsroom: Newsroom, settings: SiteSettings, pages: Sequence[SitePage], site_url: str
) -> Iterator[SiteFile]:
    """All files beside the pages but the headers, which are known once the pages are written.

    *site_url* may be empty: then there is no sitemap and everything else is relative. In the
    preview there is none either: it shows pages that are not published.
    """
    yield from feed_files(newsroom, settings, site_url)
    yield from open_data_files(newsroom, site_url)
    yield from plan_table_files(newsroom, site_url)
    if not newsroom.is_preview:
        yield from sitemap_files(pages, site_url)
    yield robots_file(site_url, is_preview=newsroom.is_preview)
    yield from redirect_files(newsroom, site_url, [page.address for page in pages])
