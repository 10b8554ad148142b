"""One table of headers, for three kinds of servers."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest

from newsroom.exports.headers import FOR_EVER, header_files, lasting_paths

POLICY = "default-src 'none'; script-src 'sha256-a+b/c='"
PATHS = (
    "index.html",
    "atom.xml",
    "don-vi/phong-2/atom.xml",
    "don-vi/phong-2/index.html",
    "assets/stylesheets/main.57a0d79d.min.css",
    "assets/stylesheets/portal.css",
    "assets/anh/0123456789ab-480.webp",
    "assets/anh/chia-se-14b253a62a45.png",
    "tin/2025/bao-cao-20250305.pdf",
    "sitemap.xml",
)


def files(site_url: str = "https://trang.example/") -> dict[str, str]:
    return {f.path: f.content.decode() for f in header_files(POLICY, PATHS, site_url)}


def netlify(text: str, path: str) -> list[tuple[str, str]]:
    """Headers for *path* by ``_headers``: every rule that matches counts."""
    found: list[tuple[str, str]] = []
    matches = False
    for line in text.splitlines():
        if line.startswith("/"):
            matches = fnmatchcase(path, line)
        elif matches:
            name, _, value = line.strip().partition(": ")
            found.append((name, value))
    return found


def nginx(text: str, path: str) -> list[tuple[str, str]]:
    """Headers for *path* by the include: constant ones, the last cache rule that matches."""
    cache = re.findall(r'^set \$portal_cache "([^"]*)";', text, re.MULTILINE)[0]
    for pattern, value in re.findall(
        r'if \(\$uri ~ "([^"]*)"\) \{\n\tset \$portal_cache "([^"]*)";\n\}', text
    ):
        cache = value if re.search(pattern, path) else cache
    found = re.findall(r'^add_header (\S+) "?(.*?)"?(?: always)?;$', text, re.MULTILINE)
    headers = [(name, cache if value == "$portal_cache" else value) for name, value in found]
    for pattern, kind in re.findall(
        r'location ~ "([^"]*)" \{.*?default_type (\S+);', text, re.DOTALL
    ):
        if re.search(pattern, path):
            headers.append(("Content-Type", f"{kind}; charset=utf-8"))
    return headers


def caddy(text: str, path: str) -> list[tuple[str, str]]:
    """Headers for *path* by the include: all blocks whose matcher matches."""
    matchers = {
        name: (bool(no), paths.split())
        for name, no, paths in re.findall(r"^@(\S+) (not )?path (.*)$", text, re.MULTILINE)
    }

    def applies(name: str) -> bool:
        no, paths = matchers[name]
        return no != any(fnmatchcase(path, pattern) for pattern in paths)

    found: list[tuple[str, str]] = []
    for name, block in re.findall(
        r"^header (?:@(\S+) )?\{\n(.*?)\n\}", text, re.MULTILINE | re.DOTALL
    ):
        if not name or applies(name):
            found += re.findall(r'^\t(\S+) "(.*)"$', block, re.MULTILINE)
    for name, header, value in re.findall(r'^header @(\S+) (\S+) "(.*)"$', text, re.MULTILINE):
        if applies(name):
            found.append((header, value))
    return found


READERS = {
    "_headers": netlify,
    "may-chu/nginx-tieu-de.conf": nginx,
    "may-chu/Caddyfile-tieu-de": caddy,
}
CACHE: dict[str, str | None] = {
    "/": "no-cache",
    "/don-vi/phong-2/": "no-cache",
    "/khong-co/": "no-cache",
    "/atom.xml": "public, max-age=900",
    "/don-vi/phong-2/atom.xml": "public, max-age=900",
    "/assets/stylesheets/main.57a0d79d.min.css": FOR_EVER,
    "/assets/stylesheets/portal.css": "no-cache",
    "/assets/anh/0123456789ab-480.webp": FOR_EVER,
    "/assets/anh/chia-se-14b253a62a45.png": FOR_EVER,
    "/tin/2025/bao-cao-20250305.pdf": "no-cache",
    "/sitemap.xml": "no-cache",
}
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("path", CACHE)
@pytest.mark.parametrize("name", READERS)
def test_headers_of_a_file(name: str, path: str) -> None:
    headers = READERS[name](files()[name], path)
    assert len({header for header, _ in headers}) == len(headers), "no header twice"
    found = dict(headers)
    assert ALWAYS.items() <= found.items()
    assert "camera=()" in found["Permissions-Policy"]
    # Hosts that read _headers have pages asked for anew by themselves.
    default = None if name == "_headers" else "no-cache"
    wanted = CACHE[path]
    assert found.get("Cache-Control") == (default if wanted == "no-cache" else wanted)
    is_feed = path.endswith("/atom.xml")
    expected = "application/atom+xml; charset=utf-8" if is_feed else None
    assert found.get("Content-Type") == expected


def test_a_site_below_a_folder() -> None:
    found = files("https://vien.example/trang.moi/")
    for name in ("may-chu/nginx-tieu-de.conf", "may-chu/Caddyfile-tieu-de"):
        headers = dict(READERS[name](found[name], "/trang.moi/assets/anh/0123456789ab-480.webp"))
        assert headers["Cache-Control"] == FOR_EVER
        assert dict(READERS[name](found[name], "/trang.moi/a/atom.xml"))["Content-Type"]
        assert "Content-Type" not in dict(READERS[name](found[name], "/trang.moi/a/"))


LASTING: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "không có tệp nào": (("index.html",), ()),
    "một tệp": (("assets/a.0123abcd.css", "assets/b.css"), ("/assets/a.0123abcd.css",)),
    "cả thư mục": (("assets/anh/0123abcd-1.png", "assets/b.css"), ("/assets/anh/*",)),
    "thư mục trong thư mục": (
        ("assets/anh/x/0123abcd-1.png", "assets/anh/y/0123abce-1.png", "assets/b.css"),
        ("/assets/anh/*",),
    ),
    "lẫn tệp khác": (
        ("assets/anh/0123abcd-1.png", "assets/anh/a.png"),
        ("/assets/anh/0123abcd-1.png",),
    ),
    "ngoài assets": (("tin/2025/anh-20250305.png",), ()),
    "tên như mã băm mà ngắn": (("assets/a.0123abc.css", "assets/b.css"), ()),
}


@pytest.mark.parametrize(("paths", "expected"), LASTING.values(), ids=LASTING.keys())
def test_what_may_be_kept_for_ever(paths: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert lasting_paths(paths) == expected


def test_no_host_is_given_more_rules_than_it_reads() -> None:
    paths = [f"assets/{n:08x}.css" for n in range(500)] + ["assets/b.css"]
    text = {f.path: f.content.decode() for f in header_files(POLICY, paths, "")}["_headers"]
    assert sum(line.startswith("/") for line in text.splitlines()) <= 100
    assert max(map(len, text.splitlines())) <= 2000
