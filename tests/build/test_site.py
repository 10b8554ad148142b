"""Every page of every site: its links lead somewhere, it is well formed, it asks nobody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest

from .building import PREVIEW_URL, ROOT, URL, Built, build, read_html, write_files
from .content import ARTICLE, GOOD, article

RICH = """Mở đầu[^1].

## Mục một

- [Đơn vị](../../don-vi/phong-2.md) và [mục](#muc-mot)

| a | b |
| - | - |
| 1 | 2 |

[^1]: Chú thích.
"""


@pytest.fixture(scope="module", params=["sample", "real", "real preview", "small preview"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    if request.param == "sample":
        sample: Built = request.getfixturevalue("sample_site")
        return sample
    folder = tmp_path_factory.mktemp("trang")
    docs = ROOT / "docs"
    if request.param == "small preview":
        docs = folder / "docs"
        waiting = article(more="draft: true", title="Bài nháp")
        broken = article(title="a: b")
        files = {ARTICLE: article(RICH), "tin/2025/nhap.md": waiting, "tin/2025/hong.md": broken}
        write_files(docs, {**GOOD, **files})
    return build(docs, folder / "site", preview="preview" in request.param, site_url=URL)


@pytest.fixture(scope="module")
def pages(site: Built) -> dict[str, lxml.html.HtmlElement]:
    """All pages but redirects, by address."""
    read = {}
    for file in site.html_files:
        page = read_html(file)
        if not page.xpath("//meta[@http-equiv='refresh']"):
            address = file.relative_to(site.site).as_posix()
            read[address.removesuffix("index.html")] = page
    return read


def references(page: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.iter("*"):
        for name in ("href", "src", "data", "poster", "action", "cite"):
            if name == "srcset" and name in element.attrib:
                yield from ((element.tag, one.split()[0]) for one in element.get(name).split(","))
            elif name in element.attrib:
                yield element.tag, element.get(name)
        for candidate in element.get("srcset", "").split(","):
            if candidate.strip():
                yield element.tag, candidate.split()[0]


def test_it_was_built(site: Built, pages: dict[str, lxml.html.HtmlElement]) -> None:
    assert site.error is None
    assert len(pages) > 30


def test_every_link_leads_to_a_file_and_its_anchor(
    site: Built, pages: dict[str, lxml.html.HtmlElement]
) -> None:
    root = site.site.resolve()
    ids = {address: set(page.xpath("//@id")) for address, page in pages.items()}
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    faults = []
    for address, page in pages.items():
        for _, target in references(page):
            parts = urlsplit(urljoin(f"http://x/{address}", target))
            path = unquote(parts.path).removeprefix("/")
            if parts.netloc != "x":
                continue
            file = f"{path}index.html" if path.endswith("/") or not path else path
            anchor = unquote(parts.fragment)
            if file not in files or (anchor and anchor not in ids.get(path, set())):
                faults.append((address, target))
    assert faults == []


def test_nothing_is_asked_of_another_host(
    site: Built, pages: dict[str, lxml.html.HtmlElement]
) -> None:
    for address, page in pages.items():
        for tag, target in references(page):
            if tag != "a" and re.match(r"[a-z]+:|//", target):
                canonical = tag == "link" and target.startswith((URL, PREVIEW_URL))
                assert canonical, (address, tag, target)
    for file in site.site.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        urls = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']?([^\"';]+)", text)
        assert [url for pair in urls for url in pair if re.match(r"https?:|//", url)] == [], file


def test_each_page_is_well_formed(pages: dict[str, lxml.html.HtmlElement]) -> None:
    for address, page in pages.items():
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("string(//h1)").strip(), address
        assert page.get("lang") == "vi", address
        assert len(page.xpath("//head/title")) == 1, address
        assert page.xpath("string(//head/title)").strip(), address
        assert len(page.xpath("//main")) == 1, address
        assert page.xpath("//body//script | //style | //@style | //iframe | //*[@onclick]") == [], (
            address
        )
        doubled = [i for i, times in Counter(page.xpath("//@id")).items() if times > 1]
        assert doubled == [], address
        for heading in page.xpath("//h2 | //h3 | //h4 | //h5 | //h6"):
            assert heading.text_content().strip(), address
        for image in page.xpath("//img"):
            assert image.get("alt") is not None, address


def test_titles_tell_pages_apart(pages: dict[str, lxml.html.HtmlElement]) -> None:
    titles: dict[str, list[str]] = {}
    for address, page in pages.items():
        titles.setdefault(page.xpath("string(//head/title)"), []).append(address)
    # Two units may have one name, one after the other.
    alike = [a for a in titles.values() if len(a) > 1 and not all("don-vi/" in b for b in a)]
    assert alike == []


def test_the_sitemap_names_exactly_the_pages(
    site: Built, pages: dict[str, lxml.html.HtmlElement]
) -> None:
    if site.newsroom.is_preview:
        assert not (site.site / "sitemap.xml").exists()
        return
    sitemap = lxml.etree.parse(str(site.site / "sitemap.xml"))
    listed = [element.text for element in sitemap.iter("{*}loc")]
    wanted = [URL + address for address in pages if not address.endswith(".html")]
    assert sorted(listed) == sorted(wanted)


def test_the_sitemap_names_nothing_that_waits(site: Built) -> None:
    if not site.newsroom.is_preview:
        text = (site.site / "sitemap.xml").read_text(encoding="utf-8")
        assert [a.address for a in site.newsroom.held if a.address in text] == []
    if len(site.newsroom.articles) > 900:
        assert len(site.newsroom.held) == 20


def test_no_page_speaks_english(tmp_path: Path) -> None:
    write_files(tmp_path / "docs", {**GOOD, ARTICLE: article(RICH)})
    page = build(tmp_path / "docs", tmp_path / "site").page("tin/2025/bai/")
    texts = [*page.xpath("//main//@title"), *page.xpath("//main//@aria-label")]
    assert texts
    assert [text for text in texts if re.search(r"\b(?:Jump|back|to|the|text)\b", text)] == []
