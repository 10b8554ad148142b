"""Builds in this process: what they leave behind, whatever happens to them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.files import Files

from engine import build as engine_build
from newsroom.html_pages import PageMaker
from newsroom.rendering import Renderer

from .building import ROOT, URL, Built, absolute, build, card_links, snapshot, write_files
from .content import ARTICLE, GOOD, NEIGHBOUR, article

PAGE = "tin/2025/bai/"
REAL = "tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025/"
FAULTY = {ARTICLE: article(title="Phòng 2: kiểm tra")}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write_files(tmp_path / "docs", {**GOOD, ARTICLE: article()})
    return tmp_path / "docs"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def _epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748739600")


def fails(*_: object, **__: object) -> None:
    raise RuntimeError("hỏng")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def exits_with_error(built: Built) -> bool:
    return built.error is not None and built.status != 0


def test_two_builds_in_one_process_give_the_same_bytes(docs: Path, tmp_path: Path) -> None:
    write_files(docs, {"tin/2025/cu.md": article(more="aliases: [/cu]\ntags: [a, b]", title="Cũ")})
    first, second = (build(docs, tmp_path / name, site_url=URL) for name in ("mot", "hai"))
    assert snapshot(first.site) == snapshot(second.site)


def test_a_preview_in_between_changes_nothing(docs: Path, tmp_path: Path) -> None:
    write_files(docs, {"tin/2025/nhap.md": article(more="draft: true", title="Bài nháp")})
    first = build(docs, tmp_path / "mot", site_url=URL)
    build(docs, tmp_path / "xem-truoc", preview=True)
    second = build(docs, tmp_path / "hai", site_url=URL)
    assert snapshot(first.site) == snapshot(second.site)


def test_the_real_content_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    first, second = (build(ROOT / "docs", tmp_path / n, site_url=URL) for n in ("mot", "hai"))
    assert first.error is None
    assert snapshot(first.site) == snapshot(second.site)


def test_what_is_gone_from_the_content_is_gone_from_the_site(docs: Path, site: Path) -> None:
    assert build(docs, site).has(PAGE)
    (docs / ARTICLE).unlink()
    built = build(docs, site)
    assert not built.file(PAGE).parent.exists()
    assert built.has(NEIGHBOUR)


@pytest.mark.parametrize(
    "where",
    [
        (engine_build.Build, "choose_files"),
        (engine_build.Build, "prepare_templates"),
        (PageMaker, "prepare"),
        (engine_build.Build, "write_exports"),
        (Files, "copy_static_files"),
    ],
    ids=["files", "templates", "a page", "exports", "MkDocs itself"],
)
@pytest.mark.parametrize("how", [fails, interrupted], ids=["an error", "Ctrl+C"])
def test_a_build_that_fails_leaves_the_old_site_as_it_was(
    docs: Path,
    site: Path,
    where: tuple[type, str],
    how: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build(docs, site)
    before = snapshot(site)
    write_files(docs, {"tin/2025/moi.md": article(title="Bài mới")})
    monkeypatch.setattr(*where, how)
    if how is interrupted:
        with pytest.raises(KeyboardInterrupt):
            build(docs, site)
    else:
        assert exits_with_error(build(docs, site))
    assert snapshot(site) == before
    assert sorted(path.name for path in site.parent.iterdir()) == ["docs", "site"]


def test_a_first_build_that_fails_leaves_nothing(
    docs: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageMaker, "prepare", fails)
    assert exits_with_error(build(docs, site))
    assert [path.name for path in site.parent.iterdir()] == ["docs"]


def test_a_time_that_is_none_stops_before_anything_is_touched(docs: Path, site: Path) -> None:
    build(docs, site)
    before = snapshot(site)
    built = build(docs, site, now="hôm nay")
    assert exits_with_error(built)
    assert "PORTAL_NOW" in str(built.error)
    assert snapshot(site) == before


@pytest.mark.parametrize(
    "files",
    [FAULTY, {ARTICLE: article("[x](khong-co.md)")}, {"tin/2025/a.docx": b"PK"}],
    ids=["an error", "a warning", "a stray file"],
)
def test_strict_fails_where_plain_does_not(
    docs: Path, site: Path, files: dict[str, str | bytes]
) -> None:
    before = snapshot(build(docs, site).site)
    write_files(docs, files)
    strict = build(docs, site, strict=True)
    assert exits_with_error(strict)
    assert snapshot(site) == before
    assert sorted(path.name for path in site.parent.iterdir()) == ["docs", "site"]
    (problem,) = strict.problems
    assert problem.message in strict.log
    assert f"/{problem.place}: " in strict.log
    plain = build(docs, site)
    assert plain.status == 0
    assert problem.message in plain.log


def test_strict_does_not_mind_notes(docs: Path, site: Path) -> None:
    write_files(docs, {ARTICLE: article("Thực hiện dân chủ ở cơ cở.")})
    built = build(docs, site, strict=True)
    assert [p.code for p in built.problems] == ["spelling-slip"]
    assert built.error is None
    assert "spelling-slip" in built.log
    assert built.has(PAGE)


def test_what_cannot_be_rendered_is_shown_as_it_was_written(
    docs: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = Renderer.render

    def fussy(self: Renderer, body: str, path: str, address: str) -> str:
        if path == ARTICLE:
            raise RecursionError
        return render(self, body, path, address)

    monkeypatch.setattr(Renderer, "render", fussy)
    for done in (build(docs, site), build(docs, tmp_path / "xem-truoc", preview=True)):
        assert done.error is None
        assert "Nội dung bài." in done.page(PAGE).text_content()
        assert done.has(NEIGHBOUR)
        assert f"{ARTICLE}: không dựng được nội dung" in done.log
    assert exits_with_error(build(docs, site, strict=True))


@pytest.mark.parametrize(
    ("more", "published", "mark"),
    [
        ("draft: true", False, "Bản nháp"),
        ("publish_at: 2025-06-01 08:01", False, "Hẹn đăng lúc 08:01 ngày 01/6/2025"),
        ("publish_at: 2025-06-01T01:01:00Z", False, "Hẹn đăng lúc 08:01 ngày 01/6/2025"),
        ("publish_at: 2025-06-01 08:00", True, None),
        ("publish_at: 2025-06-01", True, None),
        ("draft: true\npublish_at: 2025-05-01", False, "Bản nháp"),
        ("draft: false", True, None),
    ],
)
def test_what_waits_is_marked_in_the_preview_and_nowhere_else(
    docs: Path, site: Path, tmp_path: Path, more: str, published: bool, mark: str | None
) -> None:
    write_files(docs, {ARTICLE: article(more=f"{more}\ntags: [đề tài riêng]", title="Bài chờ")})
    built = build(docs, site, site_url=URL)
    everything = "".join(
        file.read_text(encoding="utf-8")
        for file in site.rglob("*")
        if file.suffix in {".html", ".xml"}
    )
    assert built.has(PAGE) is published
    assert (PAGE in card_links(built, "tin/")) is published
    for trace in ("Bài chờ", "2025/bai/", "de-tai-rieng"):
        assert (trace in everything) is published
    preview = build(docs, tmp_path / "xem-truoc", preview=True)
    assert PAGE in card_links(preview, "tin/")
    marks = preview.page("tin/").xpath("//*[@class='card-date'][.//*[@class='mark']]//text()")
    assert any(mark in text for text in marks) if mark else not marks
    notices = preview.page(PAGE).xpath("//*[contains(@class, 'notice-title')]/text()")
    assert bool(notices) is (mark is not None)
    desk = preview.page("bien-tap/").xpath("//section[@aria-labelledby][.//a]//a/text()")
    assert ("Bài chờ" in desk) is (mark is not None)


def test_the_moment_decides(docs: Path, tmp_path: Path) -> None:
    write_files(docs, {ARTICLE: article(more="publish_at: 2025-06-02 08:00")})
    for now, published in (("2025-06-02T07:59", False), ("2025-06-02T08:00", True)):
        assert build(docs, tmp_path / "site", now=now).has(PAGE) is published


def test_the_site_goes_where_it_is_told(docs: Path, tmp_path: Path) -> None:
    built = build(docs, tmp_path / "sâu hơn" / "một tầng" / "trang mới")
    assert built.error is None
    assert built.has(PAGE)


def test_a_site_takes_the_place_of_whatever_was_there(docs: Path, site: Path) -> None:
    write_files(site, {"cu.html": "cũ", "tin/cu/index.html": "cũ"})
    built = build(docs, site)
    assert built.has(PAGE)
    assert not (site / "cu.html").exists()
    assert not (site / "tin/cu").exists()


def test_old_addresses_lead_to_their_article(docs: Path, site: Path) -> None:
    old = ["vksnd-tp/bai-cu-21687", "132/3105/gioi-thieu/bai.aspx", "cu"]
    listed = ", ".join(f"/{address}" for address in old)
    write_files(docs, {ARTICLE: article(more=f"aliases: [{listed}]", title="'A & \"B\"'")})
    built = build(docs, site, site_url=URL)
    for address in old:
        page = built.page(f"{address}/")
        (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
        assert absolute(f"{address}/", refresh.partition("url=")[2]) == PAGE
        assert page.xpath("//link[@rel='canonical']/@href") == [URL + PAGE]
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        (link,) = page.xpath("//a")
        assert absolute(f"{address}/", link.get("href")) == PAGE
        assert link.text == 'A & "B"'
    assert not any(address in (site / "sitemap.xml").read_text() for address in old)


def test_a_drafts_old_address_leads_nowhere(docs: Path, site: Path) -> None:
    write_files(docs, {ARTICLE: article(more="aliases: [/cu]\ndraft: true")})
    assert not (build(docs, site).site / "cu").exists()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(ROOT / "docs", tmp_path_factory.mktemp("that") / "site", strict=True)


def test_the_real_content_passes_strictly(real: Built) -> None:
    assert real.error is None
    assert [p for p in real.problems if p.severity != "note"] == []
    assert not (real.site / "bien-tap").exists()


@pytest.mark.parametrize(
    "address",
    [
        "tin/",
        "tin/2025/",
        "tin/2025/03/",
        "don-vi/phong-2/",
        "ke-hoach/118-kh-vkshp-ttr-2025/",
        "dan-chu/",
        "dan-chu/2025/",
        "dan-chu/noi-dung/to-chuc-thuc-hien/",
        "dan-chu/hinh-thuc/kiem-tra/",
        "chu-de/dan-chu-o-co-so/",
        "van-ban/143-qd-vkshp-2024/",
        "van-ban/10-2022-qh15/",
    ],
)
def test_the_first_article_stands_once_in_each_of_its_lists(real: Built, address: str) -> None:
    assert card_links(real, address).count(REAL) == 1


@pytest.mark.parametrize(
    "unit", ["ban-chi-dao-dan-chu", "vksnd-quan-ngo-quyen", "vksnd-quan-le-chan"]
)
def test_the_first_article_stands_with_those_that_took_part(real: Built, unit: str) -> None:
    assert card_links(real, f"don-vi/{unit}/", "tham-gia") == [REAL]
    assert REAL not in card_links(real, f"don-vi/{unit}/")


def test_folders_of_killed_builds_are_cleared_but_not_those_under_way(
    docs: Path, tmp_path: Path
) -> None:
    old, fresh, foreign = (
        tmp_path / name for name in ("site.dang-dung-11", "site.cu-12", "site.dang-dung-cua-toi")
    )
    for folder in (old, fresh, foreign):
        write_files(folder, {"index.html": "dở dang"})
    long_ago = time.time() - 2 * 24 * 60 * 60
    for folder in (old, foreign):
        os.utime(folder, (long_ago, long_ago))
    build(docs, tmp_path / "site")
    assert [folder.exists() for folder in (old, fresh, foreign)] == [False, True, True]


@pytest.mark.parametrize("waiting", ["draft: true", "publish_at: 2030-01-01"])
def test_what_waits_takes_no_old_address_from_a_published_page(
    docs: Path, tmp_path: Path, waiting: str
) -> None:
    alias = "aliases: [/vksnd-tp/bai-cu-21687]"
    write_files(docs, {ARTICLE: article(more=alias)})
    newer = article(more=f"{waiting}\n{alias}", title="Bài đang chờ", date="2025-05-01")
    write_files(docs, {"tin/2025/cho.md": newer})
    built = build(docs, tmp_path / "site")
    assert built.has("vksnd-tp/bai-cu-21687/")
    assert [p.path for p in built.problems if p.code == "alias-invalid"] == ["tin/2025/cho.md"]
