"""Old addresses: a small page at each that leads to the article."""

from __future__ import annotations

import html
import posixpath
from pathlib import Path

from newsroom.newsroom import Newsroom
from newsroom.publishing import redirects

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
</head>
<body><p>Bài viết đã chuyển tới địa chỉ mới: <a href="{target}">{title}</a></p></body>
</html>
"""


def write_redirects(newsroom: Newsroom, site_dir: Path, site_url: str) -> None:
    """Write ``<old address>/index.html`` below *site_dir* for each usable alias."""
    for alias, article in redirects(newsroom):
        folder = site_dir / alias
        if (
            not folder.resolve().is_relative_to(site_dir.resolve())
            or (folder / "index.html").exists()
        ):
            continue
        folder.mkdir(parents=True, exist_ok=True)
        target = posixpath.relpath(article.address, alias) + "/"
        canonical = site_url.rstrip("/") + "/" + article.address if site_url else target
        page = _PAGE.format(
            title=html.escape(article.title),
            target=html.escape(target),
            canonical=html.escape(canonical),
        )
        (folder / "index.html").write_text(page, encoding="utf-8")
