"""The Content-Security-Policy, from what the files of a site need."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest

from newsroom.exports.policy import page_needs, policy, scan_site

from ..small import write

SCRIPT = "document.documentElement.className = 'js';"


def sha(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directives(text: str) -> dict[str, set[str]]:
    return {name: set(sources) for name, *sources in map(str.split, text.split("; "))}


def scan(folder: Path, page: str = "", **files: str) -> tuple[dict[str, set[str]], list[str]]:
    """The directives a site needs that holds *page*, and the faults in it."""
    named = {name.replace("_", "."): text for name, text in files.items()}
    html = f"<!doctype html><html><head></head><body>{page}</body></html>"
    write(folder, {"tin/index.html": html, **named})
    found = scan_site(folder)
    assert all(path == "tin/index.html" for path, _ in found.faults)
    return directives(policy(found.needs, in_header=True)), [what for _, what in found.faults]


def test_what_every_policy_holds(tmp_path: Path) -> None:
    found, faults = scan(tmp_path)
    assert found == {
        "default-src": {"'none'"},
        "object-src": {"'none'"},
        "base-uri": {"'none'"},
        "form-action": {"'self'"},
        "img-src": {"'self'", "data:"},
        "connect-src": {"'self'"},
        "style-src": {"'self'"},
        "frame-ancestors": {"'none'"},
    }
    assert faults == []


SELF, DATA = "'self'", "data:"
FILES: dict[str, tuple[dict[str, str], str, set[str]]] = {
    "ảnh nhúng trong CSS": (
        {"a_css": "a{background:url(data:image/svg+xml,x)}"},
        "img-src",
        {DATA, SELF},
    ),
    "ảnh nhúng, có dấu nháy": (
        {"a_css": "a{background:url( 'data:image/png;base64,x')}"},
        "img-src",
        {DATA, SELF},
    ),
    "phông nhúng trong CSS": (
        {"a_css": "@font-face{src:url(data:font/woff2;base64,x)}"},
        "font-src",
        {DATA},
    ),
    "tệp phông": ({"a_woff2": "wOF2"}, "font-src", {SELF}),
    "tệp lệnh": ({"a_js": "let a"}, "script-src", {SELF}),
    "lệnh tải dữ liệu": ({"a_js": "await fetch('a.json')"}, "connect-src", {SELF}),
    "lệnh có Worker": ({"a_js": "new Worker('b.js')"}, "worker-src", {SELF}),
    "lệnh có WebAssembly": (
        {"a_js": "WebAssembly.compile(a)"},
        "script-src",
        {SELF, "'wasm-unsafe-eval'"},
    ),
}


@pytest.mark.parametrize(("files", "name", "sources"), FILES.values(), ids=FILES.keys())
def test_files(tmp_path: Path, files: dict[str, str], name: str, sources: set[str]) -> None:
    found, faults = scan(tmp_path, **files)
    assert found[name] == sources
    assert faults == []


PAGES: dict[str, tuple[str, str, set[str] | None]] = {
    "lệnh viết trong trang": (f"<script>{SCRIPT}</script>", "script-src", {sha(SCRIPT)}),
    "lệnh có loại": (
        f'<script type="text/javascript">{SCRIPT}</script>',
        "script-src",
        {sha(SCRIPT)},
    ),
    "mô-đun": (f'<script type="module">{SCRIPT}</script>', "script-src", {sha(SCRIPT)}),
    "hai lệnh": (
        f"<script>{SCRIPT}</script><script>let b</script>",
        "script-src",
        {sha(SCRIPT), sha("let b")},
    ),
    "lệnh có khoảng trắng": ("<script>\n let b\n</script>", "script-src", {sha("\n let b\n")}),
    "lệnh ở tệp": ('<script src="../a.js" defer></script>', "script-src", {SELF}),
    "lệnh viết trong trang có tải dữ liệu": ("<script>fetch('a')</script>", "connect-src", {SELF}),
    "dữ liệu JSON-LD": ('<script type="application/ld+json">{"a":1}</script>', "script-src", None),
    "mã trong bài": ("<code>&lt;script&gt;let a&lt;/script&gt;</code>", "script-src", None),
    "ảnh nhúng trong trang": (
        '<img src="data:image/png;base64,x" alt="">',
        "img-src",
        {SELF, DATA},
    ),
    "bảng kiểu trong trang": (
        "<style>a{color:red}</style>",
        "style-src",
        {SELF, sha("a{color:red}")},
    ),
    "tiếng": ('<audio src="a.mp3"></audio>', "media-src", {SELF}),
    "khung": ('<iframe src="a.html"></iframe>', "frame-src", {SELF}),
    "kê khai ứng dụng": ('<link rel="manifest" href="a">', "manifest-src", {SELF}),
}


@pytest.mark.parametrize(("page", "name", "sources"), PAGES.values(), ids=PAGES.keys())
def test_pages(tmp_path: Path, page: str, name: str, sources: set[str] | None) -> None:
    found, faults = scan(tmp_path, page)
    assert found.get(name) == sources
    assert faults == []


FAULTS = {
    "kiểu viết trong thẻ": ('<p style="color:red">a</p>', "thuộc tính style ở thẻ <p>"),
    "lệnh khi bấm": ('<a href="#" onclick="a()">a</a>', "thuộc tính onclick ở thẻ <a>"),
    "lệnh khi tải": ('<img alt="" src="a" onerror="a()">', "thuộc tính onerror ở thẻ <img>"),
    "liên kết chạy mã": ('<a href="javascript:a()">a</a>', "mã lệnh trong thuộc tính href"),
    "khung chứa mã": ('<iframe srcdoc="a"></iframe>', "thuộc tính srcdoc"),
    "thẻ object": ("<object></object>", "thẻ <object>"),
    "thẻ base": ('<base href="/">', "thẻ <base>"),
    "lệnh ở máy chủ khác": ('<script src="https://x.example/a.js"></script>', "máy chủ khác"),
    "lệnh ở máy chủ khác, không ghi giao thức": ('<script src="//x.example/a.js"></script>', "máy chủ khác"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_what_no_policy_allows(tmp_path: Path, page: str, fault: str) -> None:
    _, faults = scan(tmp_path, page)
    assert len(faults) == 1
    assert fault in faults[0]


INNOCENT = {
    "chữ trong bài": '<code> style="color:red" onclick="a()" href="javascript:a"</code>',
    "chữ trong thuộc tính": '<p title=" style=a onload=b">a</p>',
    "chữ trong JSON-LD": '<script type="application/ld+json">{"a":"<p style=\\"a\\">"}</script>',
    "thẻ gần giống": "<basefont-a></basefont-a>",
}


@pytest.mark.parametrize("page", INNOCENT.values(), ids=INNOCENT.keys())
def test_words_about_code_are_no_code(tmp_path: Path, page: str) -> None:
    assert scan(tmp_path, page) == scan(tmp_path, "")


def test_the_policy_of_meta_is_that_of_the_header_but_for_framing(tmp_path: Path) -> None:
    css, js = "a{background:url(data:image/png,x)}", "fetch('a')"
    page = f'<script>{SCRIPT}</script><script src="a.js"></script>'
    found, _ = scan(tmp_path, page, a_css=css, a_js=js)
    in_meta = policy(
        page_needs([SCRIPT], [("a.css", css.encode()), ("a.js", js.encode())]), in_header=False
    )
    assert "frame-ancestors" not in in_meta
    assert directives(in_meta) == {k: v for k, v in found.items() if k != "frame-ancestors"}


def test_a_page_that_needs_more_is_noticed(tmp_path: Path) -> None:
    scan(tmp_path, "<script>let thêm</script>")
    missing = scan_site(tmp_path).needs - page_needs([SCRIPT])
    assert missing == {("script-src", sha("let thêm"))}


def test_all_files_of_the_site_are_listed(tmp_path: Path) -> None:
    write(tmp_path, {"b/c.png": "x", "b/index.html": "x", "a.xml": "x"})
    assert scan_site(tmp_path).paths == ("a.xml", "b/c.png", "b/index.html")


def test_nothing_unsafe_is_ever_allowed(tmp_path: Path) -> None:
    everything = "".join(page for page, *_ in (*PAGES.values(), *FAULTS.values()))
    found, _ = scan(tmp_path, everything)
    sources = set().union(*found.values())
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & sources
    assert not any("//" in source for source in sources)
