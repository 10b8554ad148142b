"""Markdown bodies to safe HTML: links made relative, pictures sized, HTML sanitised."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsroom.markdown_scan import heading_anchor
from newsroom.pages import generated_addresses
from newsroom.rendering import Renderer

from .small import PATH, LoadSmall, article, load, page

EXTENSIONS = ["tables", "footnotes", "sane_lists", "fenced_code", "toc"]
ADDRESS = "tin/2025/bai/"


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    newsroom = load(
        tmp_path_factory.mktemp("site"),
        {
            PATH: article(),
            "index.md": page("title: Trang chủ"),
            "tin/2025/bai-khac.md": article(title="Bài khác"),
            "tin/2025/nhap.md": article(draft="true"),
            "tin/2025/anh.jpg": jpeg(),
            "tin/2025/ảnh đoàn.jpg": jpeg(),
            "van-ban/143.pdf": "%PDF",
        },
    )
    return Renderer(
        EXTENSIONS,
        {"toc": {"slugify": heading_anchor}},
        newsroom,
        generated_addresses(newsroom),
    )


LINKS = {
    "bài cùng thư mục": ("bai-khac.md", "../bai-khac/"),
    "đơn vị": ("../../don-vi/phong-2.md", "../../../don-vi/phong-2/"),
    "mục của trang khác": ("bai-khac.md#ket-qua", "../bai-khac/#ket-qua"),
    "mục của chính trang": ("#ket-qua", "#ket-qua"),
    "trang chủ": ("../../index.md", "../../../"),
    "tháng": ("03/index.md", "../03/"),
    "tệp": ("../../van-ban/143.pdf#page=2", "../../../van-ban/143.pdf#page=2"),
    "ảnh": ("anh.jpg", "../anh.jpg"),
    "tên có dấu": ("%E1%BA%A3nh%20%C4%91o%C3%A0n.jpg", "../%E1%BA%A3nh%20%C4%91o%C3%A0n.jpg"),
    "trang khác": ("https://x.example/a", "https://x.example/a"),
    "thư": ("mailto:a@b.example", "mailto:a@b.example"),
}


@pytest.mark.parametrize(("target", "href"), LINKS.values(), ids=LINKS.keys())
def test_a_link_leads_to_the_page(renderer: Renderer, target: str, href: str) -> None:
    html = renderer.render(f"[x]({target})", PATH, ADDRESS)
    assert html == f'<p><a href="{href}">x</a></p>'


def test_a_link_from_the_front_page(renderer: Renderer) -> None:
    html = renderer.render("[x](tin/2025/bai.md) ![a](tin/2025/anh.jpg)", "index.md", "")
    assert 'href="tin/2025/bai/"' in html
    assert 'src="tin/2025/anh.jpg"' in html


def test_a_link_from_an_introduction(renderer: Renderer) -> None:
    html = renderer.render("[x](2025/bai.md)", "tin/index.md", "tin/")
    assert 'href="2025/bai/"' in html


def test_a_link_to_what_is_not_published_names_no_address(renderer: Renderer) -> None:
    assert "tin/2025/nhap/" not in renderer.render("[x](nhap.md)", PATH, ADDRESS)


def test_a_picture_has_its_size(renderer: Renderer) -> None:
    html = renderer.render("![Đoàn kiểm tra](anh.jpg)", PATH, ADDRESS)
    attributes = re.findall(r'(\w+)="([^"]*)"', html)
    assert html.startswith("<p><img ")
    assert dict(attributes) == {
        "src": "../anh.jpg",
        "alt": "Đoàn kiểm tra",
        "width": "40",
        "height": "30",
        "loading": "lazy",
    }


def test_in_place_of_a_picture_that_is_not_there_stand_its_words(renderer: Renderer) -> None:
    html = renderer.render("Trước ![Đoàn](khong-co.jpg) sau.", PATH, ADDRESS)
    assert html == "<p>Trước <span>Đoàn</span> sau.</p>"


def test_headings_have_anchors_and_leave_the_first_level_to_the_title(renderer: Renderer) -> None:
    html = renderer.render("# Đầu đề\n\n## Kết quả", PATH, ADDRESS)
    assert html == '<h2 id="dau-de">Đầu đề</h2>\n<h2 id="ket-qua">Kết quả</h2>'


MARKUP = {
    "danh sách lồng": ("- a\n    - b", "<ul>\n<li>a<ul>\n<li>b</li>"),
    "bảng": ("| a | b |\n|---|---|\n| 1 | 2 |", "<td>1</td>"),
    "trích dẫn": ("> a", "<blockquote>"),
    "số mũ": ("m<sup>2</sup>", "m<sup>2</sup>"),
    "dấu nhỏ hơn": ("5 &lt; 6", "5 &lt; 6"),
    "mã": ("`<script>`", "<code>&lt;script&gt;</code>"),
    "chú thích": ("Một[^1]\n\n[^1]: Hai", 'href="#fn:1"'),
    "danh sách từ 3": ("3. a\n4. b", '<ol start="3">'),
}


@pytest.mark.parametrize(("body", "html"), MARKUP.values(), ids=MARKUP.keys())
def test_markup_is_kept(renderer: Renderer, body: str, html: str) -> None:
    assert html in renderer.render(body, PATH, ADDRESS)


def test_nothing_from_nothing(renderer: Renderer) -> None:
    assert renderer.render(" \n\n", PATH, ADDRESS) == ""


def test_one_page_leaves_no_trace_on_the_next(renderer: Renderer) -> None:
    plain = renderer.render("## A\n\nMột.", PATH, ADDRESS)
    renderer.render("[a]: bai-khac.md\n\n## A\n\nx[^1] [a]\n\n[^1]: y", "index.md", "")
    assert renderer.render("## A\n\nMột.", PATH, ADDRESS) == plain
    assert renderer.render("[a]", PATH, ADDRESS) == "<p>[a]</p>"


ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script trong đoạn": "Một <script>alert(1)</script> hai",
    "onerror": '<img src=x onerror="alert(1)">',
    "javascript": "[x](javascript:alert(1))",
    "javascript viết lách": "[x](java&#115;cript:alert(1))",
    "javascript có Tab": "[x](java&#9;script:alert(1))",
    "javascript trong ngoặc nhọn": "[x](<javascript:alert(1)>)",
    "javascript trần": "<javascript:alert(1)>",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "svg": "<svg onload=alert(1)></svg>",
    "iframe": "<iframe src='https://x.example'></iframe>",
    "style": "<style>p{display:none}</style>",
    "thuộc tính style": '<p style="position:fixed">a</p>',
    "form": "<form action='/x'><input name=a></form>",
    "đóng thẻ": "</p></article></body><script>alert(1)</script>",
    "vbscript": "[x](vbscript:a)",
    "tham chiếu": "[x][a]\n\n[a]: javascript:alert(1)",
    "srcdoc": "<iframe srcdoc='&lt;script&gt;'>",
    "base": "<base href='//x.example'>",
    "meta": "<meta http-equiv=refresh content='0;url=//x'>",
}
LIVE_TAGS = {
    *("script", "style", "iframe", "svg", "form", "input"),
    *("base", "meta", "object", "embed", "link"),
}


class Reader(HTMLParser):
    """Reads HTML as a browser does and notes what is live in it."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LIVE_TAGS:
            self.live.append(tag)
        for name, value in attrs:
            target = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.live.append(name)
            if name in {"href", "src"} and re.match(r"(?:javascript|vbscript|data):", target):
                self.live.append(target)


def live(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.live


def test_the_check_itself_sees_what_is_live() -> None:
    html = '<p onclick="a">href=javascript: <a href="java&#115;cript:a">x</a><script>'
    assert live(html) == ["onclick", "javascript:a", "script"]


@pytest.mark.parametrize("body", ATTACKS.values(), ids=ATTACKS.keys())
def test_nothing_live_is_left(renderer: Renderer, body: str) -> None:
    assert live(renderer.render(f"Trước.\n\n{body}\n\nSau.", PATH, ADDRESS)) == []


PIECES = [
    *"<>[]()!\"'`*_#&;:=/\\ \n",
    "script",
    "img",
    "onerror=",
    "javascript:",
    "href",
    "a",
    "svg",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=150)
def test_nothing_live_is_left_of_any_body(renderer: Renderer, body: str) -> None:
    assert live(renderer.render(body, PATH, ADDRESS)) == []


REMOTE = "https://x.example/a.jpg"
REMOTE_PICTURES = {
    "thường": f"![a]({REMOTE})",
    "trong ngoặc nhọn": f"![a](<{REMOTE}>)",
    "có tiêu đề": f'![a]({REMOTE} "tiêu đề")',
    "theo tham chiếu": f"![a][b]\n\n[b]: {REMOTE}",
    "tham chiếu để trống": f"![a][]\n\n[a]: {REMOTE}",
    "tham chiếu tắt": f"![a]\n\n[a]: {REMOTE}",
    "tham chiếu ở dòng sau": f"![a][b]\n\n[b]:\n    {REMOTE}",
    "xuống dòng sau dấu (": f"![a](\n{REMOTE})",
    "ngoặc vuông lồng hai lần": f"![a [b [c]]]({REMOTE})",
    "nháy trong tiêu đề": f'![a]({REMOTE} "t "u"")',
    "thẻ img": f'<img src="{REMOTE}" alt="a">',
    "thẻ img trên hai dòng": f'<img\nsrc="{REMOTE}">',
    "thẻ image": pytest.param(
        f'<image src="{REMOTE}" alt="a">',
    ),
}


@pytest.mark.parametrize("body", REMOTE_PICTURES.values(), ids=REMOTE_PICTURES.keys())
def test_no_picture_of_another_site_is_published(newsroom_of: LoadSmall, body: str) -> None:
    newsroom = newsroom_of({PATH: article(body)})
    renderer = Renderer(EXTENSIONS, {}, newsroom, generated_addresses(newsroom))
    shown = [renderer.render(a.source.body, a.path, a.address) for a in newsroom.articles]
    assert not any(f'src="{REMOTE}' in html for html in shown)


def test_the_preview_links_to_drafts(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {PATH: article(), "tin/2025/nhap.md": article(draft="true")}, preview=True
    )
    renderer = Renderer([], {}, newsroom, generated_addresses(newsroom))
    assert 'href="../nhap/"' in renderer.render("[x](nhap.md)", PATH, ADDRESS)
