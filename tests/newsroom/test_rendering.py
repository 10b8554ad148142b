"""Markdown bodies to safe HTML: links made relative, pictures sized, HTML sanitised."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsroom.figures import SIZES
from newsroom.markdown_scan import heading_anchor, scan
from newsroom.pages import generated_addresses
from newsroom.rendering import Renderer

from .pictures.drawing import drawn
from .small import PATH, PDF, LoadSmall, article, load, page

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
            "tin/2025/lon.jpg": drawn(),
            "tin/2025/lon.webp": drawn("WEBP"),
            "tin/2025/ảnh đoàn.jpg": jpeg(),
            "van-ban/143.pdf": PDF,
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
    assert html.startswith("<figure><img ")
    assert dict(attributes) == {
        "src": "../anh.jpg",
        "alt": "Đoàn kiểm tra",
        "width": "40",
        "height": "30",
        "loading": "lazy",
        "decoding": "async",
    }


def test_a_large_picture_is_offered_in_sizes(renderer: Renderer) -> None:
    html = renderer.render("![Đoàn](lon.jpg)", PATH, ADDRESS)
    found = re.fullmatch(
        r'<figure><picture><source sizes="(.*?)" srcset="(.*?)" type="image/webp">'
        r'<img alt="Đoàn" decoding="async" height="800" loading="lazy" sizes="(.*?)" src="(.*?)" '
        r'srcset="(.*?)" width="1200"></picture></figure>',
        html,
    )
    assert found, html
    webp_sizes, webp, plain_sizes, src, plain = found.groups()
    assert webp_sizes == plain_sizes == SIZES
    assert re.sub("[0-9a-f]{12}", "…", webp) == ", ".join(
        f"../../../assets/anh/…-{width}.webp {width}w" for width in (480, 960, 1200)
    )
    assert re.sub("[0-9a-f]{12}", "…", plain) == ", ".join(
        [f"../../../assets/anh/…-{width}.jpg {width}w" for width in (480, 960)]
        + ["../lon.jpg 1200w"]
    )
    assert src in plain


FIGURES = {
    "chú thích": (
        '![a](anh.jpg "Toàn cảnh")',
        "<figure>◻<figcaption>Toàn cảnh</figcaption></figure>",
    ),
    "chú thích và người chụp": (
        '![a](anh.jpg "Toàn cảnh | Văn Mẫu")',
        '<figure>◻<figcaption>Toàn cảnh <span class="credit">Ảnh: Văn Mẫu</span></figcaption></figure>',
    ),
    "chỉ người chụp": (
        '![a](anh.jpg "| Văn Mẫu")',
        '<figure>◻<figcaption><span class="credit">Ảnh: Văn Mẫu</span></figcaption></figure>',
    ),
    "người chụp để trống": (
        '![a](anh.jpg "Toàn cảnh |")',
        "<figure>◻<figcaption>Toàn cảnh</figcaption></figure>",
    ),
    "chỉ có vạch": ('![a](anh.jpg "|")', "<figure>◻</figure>"),
    "vạch liền chữ không phải là dấu ngăn": (
        '![a](anh.jpg "Mẫu 01|02")',
        "<figure>◻<figcaption>Mẫu 01|02</figcaption></figure>",
    ),
    "hai vạch": (
        '![a](anh.jpg "Một | Hai | Ba")',
        '<figure>◻<figcaption>Một | Hai <span class="credit">Ảnh: Ba</span></figcaption></figure>',
    ),
    "“Ảnh:” là chú thích": (
        '![a](anh.jpg "Ảnh: Toàn cảnh")',
        "<figure>◻<figcaption>Ảnh: Toàn cảnh</figcaption></figure>",
    ),
    "dấu nháy đơn": ("![a](anh.jpg 'Một')", "<figure>◻<figcaption>Một</figcaption></figure>"),
    "theo tham chiếu": (
        '![a][b]\n\n[b]: anh.jpg "Một | Hai"',
        '<figure>◻<figcaption>Một <span class="credit">Ảnh: Hai</span></figcaption></figure>',
    ),
    "ký tự đặc biệt": (
        '![a](anh.jpg "A & B &lt;b&gt; <i>C</i>")',
        "<figure>◻<figcaption>A &amp; B &lt;b&gt; &lt;i&gt;C&lt;/i&gt;</figcaption></figure>",
    ),
    "không có chú thích": ("![a](anh.jpg)", "<figure>◻</figure>"),
    "hai ảnh hai dòng": (
        '![a](anh.jpg "Một")\n![b](anh.jpg)',
        "<figure>◻<figcaption>Một</figcaption></figure>\n<figure>◻</figure>",
    ),
    "hai ảnh ngắt dòng": (
        "![a](anh.jpg)  \n![b](anh.jpg)",
        "<figure>◻</figure>\n<figure>◻</figure>",
    ),
    "ảnh có liên kết": (
        '[![a](anh.jpg "Một")](bai-khac.md)',
        '<figure><a href="../bai-khac/">◻</a><figcaption>Một</figcaption></figure>',
    ),
    "trong trích dẫn": ("> ![a](anh.jpg)", "<blockquote>\n<figure>◻</figure>\n</blockquote>"),
    "giữa câu": ("Trước ![a](anh.jpg) sau.", "<p>Trước ◻ sau.</p>"),
    "cuối câu": ("Trước\n![a](anh.jpg)", "<p>Trước\n◻</p>"),
    "cạnh HTML": ("<b>x</b> ![a](anh.jpg)", "<p>x ◻</p>"),
    "liên kết có cả chữ": (
        "[![a](anh.jpg) Xem](bai-khac.md)",
        '<p><a href="../bai-khac/">◻ Xem</a></p>',
    ),
    "trong mục": ("- ![a](anh.jpg)\n- b", "<ul>\n<li>◻</li>\n<li>b</li>\n</ul>"),
    "trong bảng": (
        "| a |\n|---|\n| ![a](anh.jpg) |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>◻</td>\n</tr>\n"
        "</tbody>\n</table>",
    ),
    "không có tệp": ('![Đoàn](khong-co.jpg "Một")', "<p><span>Đoàn</span></p>"),
    "tệp không phải là ảnh": ("![Đoàn](../../van-ban/143.pdf)", "<p><span>Đoàn</span></p>"),
    "một có, một không": ("![a](anh.jpg)\n![b](x.jpg)", "<p>◻\n<span>b</span></p>"),
}


@pytest.mark.parametrize(("body", "html"), FIGURES.values(), ids=FIGURES.keys())
def test_a_picture_alone_is_a_figure(renderer: Renderer, body: str, html: str) -> None:
    assert re.sub(r"<img [^>]*>", "◻", renderer.render(body, PATH, ADDRESS)) == html


def test_a_webp_needs_no_other_source(renderer: Renderer) -> None:
    html = renderer.render("Ảnh ![a](lon.webp) này", PATH, ADDRESS)
    assert "<picture>" not in html
    assert re.search(r'srcset="[^"]*-480.webp 480w, [^"]*-960.webp 960w, ../lon.webp 1200w"', html)


def test_the_preview_shows_the_picture_itself(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(), "tin/2025/lon.jpg": drawn()}, preview=True)
    html = Renderer([], {}, newsroom, frozenset()).render("![a](lon.jpg)", PATH, ADDRESS)
    assert 'src="../lon.jpg"' in html
    assert "srcset" not in html


ALIGNED = {
    "bảng": (
        "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |",
        ["left", "center", "right"],
    ),
    "bảng HTML": ('<table><tr><td style="text-align:right" align="right">1</td></tr></table>', []),
    "HTML có align": ('<p align="center">a</p>\n\n<img src="anh.jpg" alt="a" align="left">', []),
    "HTML có style": ('<div style="text-align: center">a</div>', []),
}


@pytest.mark.parametrize(("body", "sides"), ALIGNED.values(), ids=ALIGNED.keys())
def test_alignment_is_a_class(renderer: Renderer, body: str, sides: list[str]) -> None:
    html = renderer.render(body, PATH, ADDRESS)
    assert re.findall(r'<t[hd] class="text-(\w+)"', html) == sides * 2
    assert not re.search(r"\s(?:style|align)\s*=", html)


OWN_IDS = {
    "khung trang": ("## Main\n\n## Tin, bài", ["main-2", "tin-bai-2"]),
    "khung trang, hai lần": ("## Main\n\n## Main\n\n## Main 2", ["main-2", "main-2_1", "main-2_2"]),
    "HTML": ('<div id="main">a</div>\n\n## Kết quả', ["ket-qua"]),
    "HTML trong dòng": ('Một <span id="tin-bai">hai</span>', []),
    "HTML có id trùng đề mục": ('## Kết quả\n\n<div id="ket-qua">a</div>', ["ket-qua"]),
    "HTML viết lách": ("<div\tID=main>a</div>\n\n<p/id=main>b", []),
    "HTML có id rỗng": ("<p id>a</p>\n\n<p id=''>b</p>", []),
    "chú thích": ("Một[^1] <b id=a>b</b>\n\n[^1]: Hai", ["fnref:1", "fn:1"]),
}


@pytest.mark.parametrize(("body", "ids"), OWN_IDS.values(), ids=OWN_IDS.keys())
def test_no_id_is_given_twice(renderer: Renderer, body: str, ids: list[str]) -> None:
    assert re.findall(r'\bid="([^"]*)"', renderer.render(body, PATH, ADDRESS)) == ids


def test_anchors_of_the_scan_are_those_of_the_page(renderer: Renderer) -> None:
    body = "# Main\n\n> ## Trích\n\n## a_b `c`\n\nMột\n===\n\n- ## Mục\n\n## Main"
    rendered = re.findall(r'<h\d id="([^"]*)"', renderer.render(body, PATH, ADDRESS))
    assert rendered == [heading.anchor for heading in scan(body).headings]


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


FOREIGN_SOURCES = {
    "picture": f'<picture><source srcset="{REMOTE}"><img src="anh.jpg" alt="a"></picture>',
    "picture trong dòng": f'Một <picture><source srcset="{REMOTE} 2x"><img src="anh.jpg"></picture>',
    "nhiều cỡ": f'<img src="anh.jpg" alt="a" srcset="anh.jpg 480w, {REMOTE} 960w">',
    "không có giao thức": '<img src="anh.jpg" srcset="//x.example/a.jpg 1x">',
    "gạch chéo ngược": '<img src="anh.jpg" srcset="\\\\x.example/a.jpg">',
    "chữ hoa": f"<PICTURE><SOURCE SRCSET={REMOTE}></PICTURE>",
    "ký tự viết bằng mã": '<img src="anh.jpg" srcset="https&#58;//x.example/a.jpg">',
    "xuống dòng": f'<img\nsrc="anh.jpg"\nsrcset="{REMOTE}">',
    "source đứng một mình": f'<source src="{REMOTE}" srcset="{REMOTE}">',
    "image": f'<image src="anh.jpg" srcset="{REMOTE}">',
    "imagesrcset": f'<img src="anh.jpg" imagesrcset="{REMOTE}">',
    "cạnh ảnh của Trang": f'![a](lon.jpg)\n\n<img src="anh.jpg" srcset="{REMOTE}">',
    "video": f'<video poster="{REMOTE}"></video>',
    "nền": f'<table background="{REMOTE}"><tr><td>a</td></tr></table>',
    "data": '<img src="data:image/png;base64,AAAA" srcset="data:image/png;base64,AAAA">',
}


@pytest.mark.parametrize("body", FOREIGN_SOURCES.values(), ids=FOREIGN_SOURCES.keys())
def test_no_source_of_another_site_is_published(renderer: Renderer, body: str) -> None:
    html = renderer.render(f"Trước.\n\n{body}\n\nSau.", PATH, ADDRESS)
    assert "x.example" not in html
    assert "data:" not in html
    assert ("lon.jpg 1200w" in html) is ("lon.jpg" in body)


def test_the_preview_links_to_drafts(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {PATH: article(), "tin/2025/nhap.md": article(draft="true")}, preview=True
    )
    renderer = Renderer([], {}, newsroom, generated_addresses(newsroom))
    assert 'href="../nhap/"' in renderer.render("[x](nhap.md)", PATH, ADDRESS)
