"""``robots.txt``: the site may be read by all; the preview by none."""

from __future__ import annotations

from newsroom.exports.references import absolute
from newsroom.exports.site_file import SiteFile
from newsroom.exports.sitemap import SITEMAP


def robots_file(site_url: str, *, is_preview: bool) -> SiteFile:
    """The file; it names the sitemap where there is one."""
    lines = ["User-agent: *", "Disallow: /" if is_preview else "Allow: /"]
    if site_url and not is_preview:
        lines += ["", f"Sitemap: {absolute(SITEMAP, site_url)}"]
    return SiteFile("robots.txt", ("\n".join(lines) + "\n").encode())
