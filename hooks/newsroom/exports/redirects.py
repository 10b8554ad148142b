"""Old addresses lead to their pages: on any static host, on Netlify and its like, on nginx."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote

from newsroom.exports.references import reference, rooted, site_folder
from newsroom.exports.site_file import SiteFile
from newsroom.newsroom import Newsroom
from newsroom.old_addresses import Moved, old_number
from newsroom.publishing import redirects

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="icon" href="data:,">
<link rel="canonical" href="{canonical}">
</head>
<body>
<main>
<h1>Trang đã chuyển sang địa chỉ mới</h1>
<p>Địa chỉ mới: <a href="{target}">{title}</a></p>
</main>
</body>
</html>
"""

_NGINX = """\
# Địa chỉ cũ của Trang → địa chỉ mới. Tệp này sinh ra khi dựng Trang, không sửa tay.
#
# Đặt trong khối http:      include <thư mục của Trang>/may-chu/nginx-chuyen-huong.conf;
# Trong khối server:        if ($portal_new_address) {{ return 301 $portal_new_address; }}
#                           (đặt sau dòng include nginx-tieu-de.conf)
#
# nginx so địa chỉ không phân biệt chữ hoa, chữ thường (…/bai.ASPX cũng như …/bai.aspx).
# Máy chủ đã đặt sẵn hai dòng map_hash_… thì chỉ giữ một chỗ, lấy số lớn hơn.

map_hash_max_size {size};
map_hash_bucket_size {bucket};

# Con số ở cuối địa chỉ cũ, dù phần chữ trước nó viết thế nào.
map $uri $portal_old_number {{
	default "";
	"~*-(?<portal_number>[0-9]{{3,9}})(?:\\.aspx)?/?$" $portal_number;
}}

map $portal_old_number $portal_by_number {{
	default "";
{numbers}}}

map $uri $portal_new_address {{
	default $portal_by_number;
{exact}}}
"""


def redirect_files(
    newsroom: Newsroom, site_url: str, living: Collection[str]
) -> Iterator[SiteFile]:
    """A page for each old address, ``_redirects`` and nginx' map; *living*: pages' addresses."""
    moved = dict(redirects(newsroom))
    for alias, page in moved.items():
        yield _page(alias, page, site_url)
    targets = {alias: rooted(page.address, site_url) for alias, page in moved.items()}
    yield SiteFile("_redirects", _netlify(targets))
    yield SiteFile("may-chu/nginx-chuyen-huong.conf", _nginx(targets, living, site_url))


def _page(alias: str, page: Moved, site_url: str) -> SiteFile:
    path = f"{alias}/index.html"
    # Relative: the page leads on wherever the site is looked at.
    text = _PAGE.format(
        title=html.escape(page.meta.title),
        target=html.escape(reference(page.address, path, "")),
        canonical=html.escape(reference(page.address, path, site_url)),
    )
    return SiteFile(path, text.encode())


def _netlify(targets: Mapping[str, str]) -> bytes:
    """One line an address. ``*`` and ``:`` would be patterns, a blank would end the address."""
    lines = [f"/{quote(alias, safe='/.~-_')} {target} 301\n" for alias, target in targets.items()]
    return "".join(lines).encode()


def _nginx(targets: Mapping[str, str], living: Collection[str], site_url: str) -> bytes:
    numbers = {n: t for alias, t in targets.items() if (n := old_number(alias))}
    exact: dict[str, str] = {}
    for alias, target in targets.items():
        exact[f"/{alias}"] = exact[f"/{alias}/"] = target
    # A page of today whose address ends with such a number is no old address.
    for address in living:
        if old_number(address.rstrip("/")) in numbers:
            exact[f"{site_folder(site_url)}/{address}"] = ""
            exact[f"{site_folder(site_url)}/{address.rstrip('/')}"] = ""
    text = _NGINX.format(
        size=_power_of_two(max(2048, 2 * len(exact))),
        bucket=_power_of_two(max(512, 4 * max(len(old.encode()) + 32 for old in ("", *exact)))),
        numbers="".join(f"\t{number} {_quoted(target)};\n" for number, target in numbers.items()),
        exact="".join(f"\t{_quoted(old)} {_quoted(target)};\n" for old, target in exact.items()),
    )
    return text.encode()


def _power_of_two(least: int) -> int:
    return 1 << (least - 1).bit_length()


def _quoted(text: str) -> str:
    """A value as nginx reads it back. A new address holds no variable: ``$`` is encoded there."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
