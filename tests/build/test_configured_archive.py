"""A second archive, added with a few lines in mkdocs.yml and an introduction page alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import feedparser
import lxml.etree
import pytest
import yaml

from newsroom.search.job import make_job

from .building import ROOT, URL, Built, build, card_links, write_files
from .content import GOOD, article

ARCHIVES = """
      - id: chuyen-doi-so
        title: Chuyển đổi số
        tag: chuyển đổi số
        block: digital
        axes:
          - key: field
            folder: linh-vuc
            label: Lĩnh vực
            values: {ha-tang: Hạ tầng số, ho-so: Hồ sơ số}
          - key: level
            folder: cap-do
            label: Cấp độ
            values: {thu-nghiem: Thử nghiệm, rong-rai: Áp dụng rộng rãi}
"""
INTRODUCTION = "Tin, bài về việc đưa công nghệ số vào công việc."
FILES = {
    **GOOD,
    "chuyen-doi-so/index.md": f"---\ntitle: Chuyển đổi số\n---\n\n{INTRODUCTION}\n",
    "tin/2025/mot.md": article(
        more="digital: {field: [ha-tang, ho-so], level: thu-nghiem}\nactivity: tap-huan-so",
        title="Tập huấn hồ sơ số",
    ),
    "tin/2025/hai.md": article(
        more="digital: {field: ho-so}\nactivity: tap-huan-so", title="Thêm về buổi tập huấn"
    ),
    "tin/2025/ba.md": article(more="tags: [Chuyen doi so]", title="Chưa phân loại"),
}
PAGES = {
    *("chuyen-doi-so/", "chuyen-doi-so/2025/", "chuyen-doi-so/chua-phan-loai/"),
    *("chuyen-doi-so/ky/", "chuyen-doi-so/ky/2025-h1/", "chuyen-doi-so/ky/2025-cn/"),
    *("chuyen-doi-so/linh-vuc/ha-tang/", "chuyen-doi-so/linh-vuc/ho-so/"),
    *("chuyen-doi-so/cap-do/thu-nghiem/", "chuyen-doi-so/cap-do/rong-rai/"),
}
PORTAL = {"archives": yaml.safe_load(ARCHIVES)}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chuyen-muc") / "docs"
    write_files(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def site(docs: Path) -> Built:
    built = build(docs, docs.parent / "site", strict=True, site_url=URL, portal=PORTAL)
    assert built.error is None, built.log
    return built


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_menu_names_it_on_every_page(site: Built) -> None:
    for file in ("", "tin/2025/mot/", "dan-chu/"):
        (link,) = site.page(file).xpath("//nav[@class='menu']//a[text()='Chuyển đổi số']")
        assert link.get("href").endswith("chuyen-doi-so/")


def test_its_pages_are_there_and_in_the_sitemap(site: Built) -> None:
    below = {
        file.parent.relative_to(site.site).as_posix() + "/"
        for file in (site.site / "chuyen-doi-so").rglob("index.html")
    }
    assert below == PAGES
    sitemap = lxml.etree.parse(str(site.site / "sitemap.xml"))
    listed = {entry.findtext("{*}loc") for entry in sitemap.getroot()}
    assert {URL + address for address in PAGES} <= listed


def test_its_page_shows_the_introduction_the_tables_and_the_list(site: Built) -> None:
    page = site.page("chuyen-doi-so/")
    assert INTRODUCTION in text(page.xpath("//main")[0])
    tables = page.xpath("//table")
    assert [[text(head) for head in t.xpath("thead//th")] for t in tables] == [
        ["Đơn vị", "Hạ tầng số", "Hồ sơ số", "Tổng số hoạt động"],
        ["Đơn vị", "Thử nghiệm", "Áp dụng rộng rãi", "Tổng số hoạt động"],
    ]
    assert [text(cell) for cell in tables[0].xpath("tbody/tr/*")] == ["Phòng 2", "1", "1", "1"]
    assert "theo lĩnh vực" in text(tables[0].xpath("caption")[0])
    assert "Xem theo lĩnh vực, cấp độ, kỳ" in text(page)
    assert "3 tin, bài về 2 hoạt động" in text(page)
    assert set(card_links(site, "chuyen-doi-so/linh-vuc/ho-so/")) == {
        *("tin/2025/mot/", "tin/2025/hai/"),
    }


def test_it_has_a_feed(site: Built) -> None:
    feed = feedparser.parse((site.site / "chuyen-doi-so/atom.xml").read_bytes())
    assert feed.feed.title == "Tin, bài về chuyển đổi số"
    assert len(feed.entries) == 3
    assert "Tin, bài về chuyển đổi số" in text(site.page("theo-doi/"))


def test_an_articles_page_says_where_it_stands(site: Built) -> None:
    (section,) = site.page("tin/2025/mot/").xpath("//section[@class='archive']")
    assert text(section.xpath("h2")[0]) == "Chuyển đổi số"
    assert [text(row) for row in section.xpath(".//dd")] == [
        *("Hạ tầng số", "Hồ sơ số", "Thử nghiệm"),
    ]
    assert section.xpath(".//dd/a/@href")[0].endswith("chuyen-doi-so/linh-vuc/ha-tang/")


def test_it_has_its_files_in_the_open_data(site: Built) -> None:
    data = json.loads((site.site / "du-lieu/v1/chuyen-muc-chuyen-doi-so.json").read_bytes())
    by_id = {row["ma"]: row for row in data["muc"]}
    assert by_id["tap-huan-so"]["chuyen_doi_so_linh_vuc"] == ["Hồ sơ số", "Hạ tầng số"]
    assert by_id["tap-huan-so"]["so_tin_bai"] == 2
    assert by_id["tin/2025/ba"]["chuyen_doi_so_linh_vuc_ma"] == []


def test_the_search_can_be_narrowed_by_it(site: Built) -> None:
    job = make_job(site.newsroom, [])
    assert job.head["facets"]["linh-vuc"] == [("ha-tang", "Hạ tầng số"), ("ho-so", "Hồ sơ số")]
    contents = {entry.address: entry.contents for entry in job.entries}
    assert contents["tin/2025/hai/"] == (("linh-vuc", "ho-so"),)


def test_the_search_page_offers_the_choice(docs: Path, tmp_path: Path) -> None:
    built = build(docs, tmp_path / "site", with_search=True, portal=PORTAL)
    labels = {
        label.get("for"): text(label)
        for label in built.page("tim-kiem/").xpath("//div[@class='search-filter']/label")
    }
    assert labels["tim-loc-linh-vuc"] == "Lĩnh vực chuyển đổi số"
    assert labels["tim-loc-noi-dung"] == "Nội dung dân chủ ở cơ sở"


def test_the_desk_lists_what_is_unclassified(docs: Path, tmp_path: Path) -> None:
    preview = build(docs, tmp_path / "site", preview=True, portal=PORTAL)
    (section,) = preview.page("bien-tap/").xpath("//section[@aria-labelledby='muc-chua-phan-loai']")
    assert text(section.xpath(".//a")[0]) == "Chưa phân loại Chuyển đổi số"


@pytest.fixture(scope="module")
def config(docs: Path) -> Path:
    """The repository's own configuration with the archive added."""
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    start, end = own.index("    archives:"), own.index("\n", own.index("    archives:"))
    file = docs.parent / "mkdocs.yml"
    file.write_text(own[:start] + "    archives:" + ARCHIVES + own[end:], encoding="utf-8")
    return file


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / name), *arguments],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_check_knows_its_block(docs: Path, config: Path) -> None:
    done = script("check.py", str(docs), "--config-file", str(config), "--format", "json")
    assert [json.loads(line)["code"] for line in done.stdout.splitlines()] == [
        "archive-unclassified"
    ]
    assert done.returncode == 0
    without = script("check.py", str(docs), "--format", "json")
    codes = {json.loads(line)["code"] for line in without.stdout.splitlines()}
    assert (without.returncode, codes) == (1, {"field-unknown"})


def test_the_schema_for_editors_has_its_block(config: Path, tmp_path: Path) -> None:
    done = script("reference.py", "schema", str(tmp_path), "--config-file", str(config))
    assert done.returncode == 0, done.stderr
    schema = json.loads((tmp_path / "article.schema.json").read_text(encoding="utf-8"))
    assert "digital" in schema["properties"]
    assert {"field", "level", "result"} <= set(
        schema["$defs"]["Classification_digital"]["properties"]
    )
    assert "democracy" in schema["properties"]
