"""No public page, feed or file says which unit has no news under a plan; the preview does."""

from __future__ import annotations

from pathlib import Path

import pytest

from .building import URL, Built, build, write_files
from .content import ARTICLE, GOOD, article

PLAN = "ke-hoach/118-kh-vkshp-ttr-2025/"
MISSING = "don-vi/phong-thieu/"
WORDS = "Chưa có tin, bài"
FILES = {
    **GOOD,
    "don-vi/phong-thieu.md": "---\ntitle: Phòng Thiếu Tin\nkind: phong\n---\n",
    f"{PLAN.rstrip('/')}.md": (
        "---\ntitle: Kế hoạch kiểm tra năm 2025\nnumber: 118/KH-VKSHP-TTr\ndate: 2025-02-07\n"
        "starts: 2025-01-01\nends: 2025-12-31\nscope: [phong-2, phong-thieu]\n---\n"
    ),
    ARTICLE: article(
        more="plan: 118/KH-VKSHP-TTr\ndemocracy: {content: cong-khai, form: kiem-tra}"
    ),
}
NAMED_AS_A_UNIT = {
    *("don-vi/index.html", "don-vi/phong-thieu/index.html", "don-vi/phong-thieu/atom.xml"),
    *("so-do-trang/index.html", "index.html", "sitemap.xml", "_headers"),
    *("du-lieu/v1/don-vi.json", "du-lieu/v1/don-vi.csv"),
}
"""Where every unit is named, with news or without."""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thieu") / "docs"
    write_files(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def site(docs: Path) -> Built:
    return build(docs, docs.parent / "site", strict=True, site_url=URL, with_search=True)


@pytest.fixture(scope="module")
def preview(docs: Path) -> Built:
    return build(docs, docs.parent / "preview", preview=True)


def naming(built: Built, *traces: str) -> set[str]:
    """Files of the site that hold one of *traces*."""
    wanted = [trace.encode() for trace in traces]
    return {
        file.relative_to(built.site).as_posix()
        for file in built.site.rglob("*")
        if file.is_file() and any(trace in file.read_bytes() for trace in wanted)
    }


def test_the_site_was_built(site: Built) -> None:
    assert site.error is None, site.log
    assert {f"{PLAN}index.html", f"{PLAN}atom.xml", "dan-chu/index.html"} <= naming(
        site, "Kế hoạch", "dân chủ"
    )


def test_the_words_stand_nowhere_in_public(site: Built) -> None:
    assert naming(site, WORDS, "chưa có tin, bài", "chưa báo cáo", "chưa thực hiện") == set()


def test_the_unit_is_named_only_where_every_unit_is(site: Built) -> None:
    named = naming(site, "Phòng Thiếu Tin", "phong-thieu", "Phong Thieu")
    search = {path for path in named if path.startswith("assets/tim-kiem/")}
    assert named - search <= NAMED_AS_A_UNIT
    assert {"du-lieu/v1/don-vi.json", "don-vi/index.html"} <= named


def test_the_scope_is_in_no_file(site: Built) -> None:
    for path in naming(site, "118-kh-vkshp-ttr-2025"):
        text = (site.site / path).read_text(encoding="utf-8", errors="replace")
        assert '"scope"' not in text, path
    for path in (site.site / "du-lieu").rglob("*"):
        assert not path.is_file() or b"pham_vi" not in path.read_bytes(), path


def test_the_preview_tells_the_editor(preview: Built) -> None:
    page = preview.page(PLAN)
    scope, section = page.xpath("//section[contains(@class, 'preview-only')]")
    assert [link.text_content().strip() for link in scope.xpath(".//a")] == [
        *("Phòng 2", "Phòng Thiếu Tin"),
    ]
    assert WORDS in section.text_content()
    assert [link.get("href") for link in section.xpath(".//a")] == ["../../don-vi/phong-thieu/"]
