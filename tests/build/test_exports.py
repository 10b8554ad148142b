"""What a built site holds beside its pages: for feed readers, search engines and servers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import lxml.etree
import pytest

from newsroom.exports import scan_site
from newsroom.newsroom import Newsroom

from .atom_rules import broken_rules, linked
from .building import ROOT, URL, Built, build, read_html, write_files
from .content import ARTICLE, GOOD, article

PAGE = ARTICLE.removesuffix(".md") + "/"


@pytest.fixture(scope="module", params=["sample", "real"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    if request.param == "sample":
        sample: Built = request.getfixturevalue("sample_site")
        return sample
    folder = tmp_path_factory.mktemp("may")
    return build(ROOT / "docs", folder / "site", site_url=URL, strict=True)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small site whose address nobody has set."""
    folder = tmp_path_factory.mktemp("nho")
    more = "aliases: [/vksnd-tp/bai-21687, http://cu.example/132/bai.aspx]\ntags: [a & b]"
    write_files(folder / "docs", {**GOOD, ARTICLE: article(more=more)})
    return build(folder / "docs", folder / "site", strict=True)


def feeds(built: Built) -> dict[str, bytes]:
    return {
        path.relative_to(built.site).as_posix(): path.read_bytes()
        for path in sorted(built.site.rglob("atom.xml"))
    }


def is_file(built: Built, url: str) -> bool:
    path = url.removeprefix(URL)
    return url.startswith(URL) and (
        built.has(path) if path.endswith("/") or not path else (built.site / path).is_file()
    )


# --- feeds ---


def test_every_feed_obeys_the_rules_of_atom(site: Built) -> None:
    assert len(feeds(site)) > 10
    assert {
        path: faults for path, text in feeds(site).items() if (faults := broken_rules(text))
    } == {}


def test_every_feed_can_be_read(site: Built) -> None:
    for path, content in feeds(site).items():
        parsed = feedparser.parse(content)
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"


def test_feeds_lead_to_pages(site: Built) -> None:
    for path, content in feeds(site).items():
        assert [url for url in linked(content, URL + path) if not is_file(site, url)] == [], path


def wanted_feeds(newsroom: Newsroom) -> Iterator[tuple[str, int]]:
    """Each feed and how many entries it has."""
    yield "atom.xml", min(50, len(newsroom.articles))
    for unit in newsroom.units:
        yield f"{unit.address}atom.xml", min(20, len(newsroom.by_unit.get(unit.id, ())))
    for plan in newsroom.plans:
        yield f"{plan.address}atom.xml", min(20, len(plan.articles))
    for index in newsroom.archives:
        yield f"{index.archive.address}atom.xml", min(20, len(index.articles))


def test_every_unit_plan_and_archive_has_its_feed(site: Built) -> None:
    counts = {path: text.count(b"<entry>") for path, text in feeds(site).items()}
    assert counts == dict(wanted_feeds(site.newsroom))


def test_pages_name_feeds_that_exist(site: Built) -> None:
    for file in site.html_files:
        page = read_html(file)
        for href in page.xpath("//link[@type='application/atom+xml']/@href"):
            address = file.relative_to(site.site).as_posix()
            assert is_file(site, urljoin(URL + address, href)), (file, href)


def test_held_articles_are_in_no_feed(site: Built) -> None:
    everything = b"".join(feeds(site).values()).decode()
    assert [a.path for a in site.newsroom.held if a.address in everything] == []


def test_without_the_sites_address_feeds_are_valid_as_well(small: Built) -> None:
    assert small.error is None
    for path, content in feeds(small).items():
        assert broken_rules(content) == []
        assert [url for url in linked(content, URL + path) if not is_file(small, url)] == []


# --- sitemap, robots.txt ---


def test_the_sitemap_tells_the_true_last_change(site: Built) -> None:
    sitemap = lxml.etree.parse(str(site.site / "sitemap.xml"))
    changes = {u.findtext("{*}loc"): u.findtext("{*}lastmod") for u in sitemap.getroot()}
    for one in site.newsroom.articles:
        assert changes[URL + one.address] == one.changed_on.isoformat()
    newest = max(one.changed_on for one in site.newsroom.articles).isoformat()
    assert max(filter(None, changes.values())) == newest
    assert (site.site / "robots.txt").read_text().endswith(f"Sitemap: {URL}sitemap.xml\n")


def test_without_the_sites_address_there_is_no_sitemap(small: Built) -> None:
    assert list(small.site.glob("sitemap*")) == []
    assert "Sitemap" not in (small.site / "robots.txt").read_text()


def test_the_preview_may_be_read_by_no_robot(tmp_path: Path) -> None:
    write_files(tmp_path / "docs", {**GOOD, ARTICLE: article(more="draft: true")})
    preview = build(tmp_path / "docs", tmp_path / "site", preview=True)
    assert "Disallow: /\n" in (preview.site / "robots.txt").read_text()
    assert list(preview.site.glob("sitemap*")) == []
    assert not any(PAGE.encode() in content for content in feeds(preview).values())
    assert preview.page(PAGE).xpath("//meta[@property='og:image']") == []


# --- structured data, sharing ---


def things(file: Path) -> dict[str, Any]:
    texts = read_html(file).xpath("//script[@type='application/ld+json']/text()")
    found = [thing for text in texts for thing in json.loads(text)["@graph"]]
    return {thing["@type"]: thing for thing in found}


def test_structured_data_has_what_is_required(site: Built) -> None:
    for one in site.newsroom.articles:
        found = things(site.file(one.address))
        news = found["NewsArticle"]
        assert news["headline"] == one.title
        assert ("datePublished" in news) == (one.published is not None)
        assert news["publisher"]["@type"] == "GovernmentOrganization"
        assert news["mainEntityOfPage"]["@id"] == URL + one.address
        if "image" in news:
            assert is_file(site, news["image"]["url"])
        items = found["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert all(item["name"] and is_file(site, item["item"]) for item in items)
    assert set(things(site.file(""))) == {"GovernmentOrganization", "WebSite"}


def test_every_page_with_a_trail_has_it_for_machines_too(site: Built) -> None:
    seen = 0
    for file in site.html_files:
        crumbs = read_html(file).xpath("//nav[contains(@class, 'crumbs')]//li")
        if crumbs:
            items = things(file)["BreadcrumbList"]["itemListElement"]
            assert [flat(i["name"]) for i in items] == [flat(c.text_content()) for c in crumbs]
            seen += 1
    assert seen > 30


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_page_can_be_shared(site: Built) -> None:
    for file in site.html_files:
        page = read_html(file)
        if file.name != "index.html" or page.xpath("//meta[@http-equiv='refresh']"):
            continue
        meta = {m.get("property"): m.get("content") for m in page.xpath("//meta[@property]")}
        address = file.relative_to(site.site).as_posix().removesuffix("index.html")
        assert meta["og:url"] == URL + address
        assert meta["og:title"]
        assert meta["og:image:alt"]
        assert is_file(site, meta["og:image"]), meta["og:image"]


def test_without_the_sites_address_nothing_is_said_of_sharing(small: Built) -> None:
    page = small.page(PAGE)
    assert page.xpath("//meta[starts-with(@property, 'og:')]") == []
    assert things(small.file(PAGE))["NewsArticle"]["url"] == "./"


# --- old addresses ---


def test_old_addresses_lead_on_in_every_way(small: Built) -> None:
    for old in ("vksnd-tp/bai-21687", "132/bai.aspx"):
        assert small.has(f"{old}/")
        assert f"/{old} /{PAGE} 301\n" in (small.site / "_redirects").read_text()
        nginx = (small.site / "may-chu/nginx-chuyen-huong.conf").read_text()
        assert f'"/{old}" "/{PAGE}";' in nginx
        assert f'"/{old}/" "/{PAGE}";' in nginx
    assert f'21687 "/{PAGE}";' in nginx


def test_old_addresses_of_units_and_plans(tmp_path: Path) -> None:
    unit = "---\ntitle: Phòng 7\nkind: phong\naliases: [P7, /cu/phong-7]\n---\n"
    plan = "---\ntitle: Kế hoạch\nnumber: 7/KH-VKSHP\naliases: [/cu/ke-hoach-7.aspx]\n---\n"
    files = {"don-vi/phong-7.md": unit, "ke-hoach/7-kh-vkshp-2025.md": plan}
    write_files(tmp_path / "docs", {**GOOD, **files})
    built = build(tmp_path / "docs", tmp_path / "site", strict=True)
    assert built.error is None
    lines = (built.site / "_redirects").read_text().splitlines()
    assert sorted(lines) == [
        "/cu/ke-hoach-7.aspx /ke-hoach/7-kh-vkshp-2025/ 301",
        "/cu/phong-7 /don-vi/phong-7/ 301",
    ]
    assert built.has("cu/phong-7/")


# --- headers ---


def policy_of(built: Built) -> dict[str, set[str]]:
    text = (built.site / "_headers").read_text()
    value = re.findall(r"Content-Security-Policy: (.*)", text)[0]
    return {name: set(sources) for name, *sources in map(str.split, value.split("; "))}


def test_meta_and_header_hold_one_policy(site: Built) -> None:
    expected = {k: v for k, v in policy_of(site).items() if k != "frame-ancestors"}
    seen = 0
    for file in site.html_files:
        for value in read_html(file).xpath(
            "//meta[@http-equiv='Content-Security-Policy']/@content"
        ):
            found = {name: set(sources) for name, *sources in map(str.split, value.split("; "))}
            assert found == expected, file
            seen += 1
    assert seen >= len(site.newsroom.articles)


def test_the_policy_is_strict(site: Built) -> None:
    policy = policy_of(site)
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == {"'none'"}
    assert policy["frame-ancestors"] == {"'none'"}
    assert policy["form-action"] == {"'self'"}
    sources = set().union(*policy.values())
    assert not any("unsafe" in source or "//" in source or "*" in source for source in sources)


def test_no_page_needs_more_than_the_policy(site: Built) -> None:
    assert scan_site(site.site).faults == ()
    assert not [r for r in site.records if "CSP" in r.getMessage()]


def test_the_site_is_scanned_quickly(sample_site: Built) -> None:
    started = time.process_time()
    scan = scan_site(sample_site.site)
    pages = sum(path.endswith(".html") for path in scan.paths)
    # Measured: 1.2 s for 10,000 pages; five times that is something else than a slow machine.
    assert (time.process_time() - started) / pages * 10_000 < 6


def test_a_page_that_needs_more_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path / "docs", GOOD)
    monkeypatch.setattr(
        "newsroom.rendering.Renderer.render", lambda *_: '<p style="color:red">a</p>'
    )
    built = build(tmp_path / "docs", tmp_path / "site", strict=True)
    assert built.status != 0
    assert "thuộc tính style ở thẻ <p>" in built.log


def test_every_server_gets_one_table(site: Built) -> None:
    policy = re.findall(r"Content-Security-Policy: (.*)", (site.site / "_headers").read_text())[0]
    for name in ("nginx-tieu-de.conf", "Caddyfile-tieu-de"):
        text = (site.site / "may-chu" / name).read_text()
        assert f'Content-Security-Policy "{policy}"' in text
        assert "immutable" in text
