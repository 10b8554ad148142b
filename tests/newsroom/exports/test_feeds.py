"""Atom feeds, as a feed reader sees them."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest

from newsroom.exports.feeds import feed_files, stable_id
from newsroom.newsroom import Newsroom
from newsroom.settings import SiteSettings

from ..small import PATH, LoadSmall, article, page

URL = "https://trang.example/"


def feeds(newsroom: Newsroom, site_url: str = URL) -> dict[str, bytes]:
    return {f.path: f.content for f in feed_files(newsroom, SiteSettings(), site_url)}


def read(newsroom: Newsroom, path: str = "atom.xml", site_url: str = URL) -> Any:
    parsed = feedparser.parse(feeds(newsroom, site_url)[path])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def titles(newsroom: Newsroom, path: str = "atom.xml") -> list[str]:
    return [entry.title for entry in read(newsroom, path).entries]


def test_there_is_a_feed_of_the_site_each_unit_each_plan_and_the_archive(
    newsroom_of: LoadSmall,
) -> None:
    plan = page("title: Kế hoạch\nnumber: 9/KH-VKSHP\ndate: 2025-02-01")
    cited = article(plan="8/KH-VKSHP")
    newsroom = newsroom_of({"ke-hoach/9-kh-vkshp-2025.md": plan, PATH: cited})
    assert sorted(feeds(newsroom)) == [
        "atom.xml",
        "dan-chu/atom.xml",
        "don-vi/phong-2/atom.xml",
        "don-vi/phong-9/atom.xml",
        "ke-hoach/8-kh-vkshp-2025/atom.xml",
        "ke-hoach/9-kh-vkshp-2025/atom.xml",
    ]


def test_what_a_feed_says_of_itself(newsroom_of: LoadSmall) -> None:
    feed = read(newsroom_of({PATH: article()}), "don-vi/phong-2/atom.xml").feed
    assert feed.title == "Tin, bài về Phòng 2"
    assert "Hải Phòng" in feed.subtitle
    assert feed.author == "Viện kiểm sát nhân dân thành phố Hải Phòng"
    assert feed.language == "vi"
    assert {link.rel: link.href for link in feed.links} == {
        "alternate": "https://trang.example/don-vi/phong-2/",
        "self": "https://trang.example/don-vi/phong-2/atom.xml",
    }
    assert feed.id == stable_id("don-vi/phong-2/atom.xml")


def test_what_a_feed_says_of_an_article(newsroom_of: LoadSmall) -> None:
    text = article(
        date="2025-03-06 08:30",
        updated="2025-03-07",
        summary="'Tóm tắt: 1 < 2 & 3.'",
        tags="[dân chủ, R&D]",
        author="[Nguyễn Thị Mẫu, Trần Văn Mẫu]",
    )
    (entry,) = read(newsroom_of({PATH: text})).entries
    assert entry.title == "Phòng 2 tiếp đoàn kiểm tra"
    assert entry.link == "https://trang.example/tin/2025/bai/"
    assert entry.published == "2025-03-06T08:30:00+07:00"
    assert entry.updated == "2025-03-07T00:00:00+07:00"
    assert entry.summary == "Tóm tắt: 1 < 2 & 3."
    assert entry.summary_detail.type == "text/plain"
    assert [tag.term for tag in entry.tags] == ["dân chủ", "R&D"]
    assert [author.name for author in entry.authors] == ["Nguyễn Thị Mẫu", "Trần Văn Mẫu"]
    assert entry.id == stable_id("tin/2025/bai/")


DATES: dict[str, tuple[dict[str, str | None], str | None, str]] = {
    "chỉ ngày đăng": ({}, "2025-03-06T00:00:00+07:00", "2025-03-06T00:00:00+07:00"),
    "không rõ ngày đăng": (
        {"date": "unknown", "event_date": "2025-03-05"},
        None,
        "2025-03-05T00:00:00+07:00",
    ),
    "không rõ ngày đăng, có ngày cập nhật": (
        {"date": "unknown", "event_date": "2025-03-05", "updated": "2025-04-01 9h00"},
        None,
        "2025-04-01T09:00:00+07:00",
    ),
    "cập nhật ghi trước ngày đăng": (
        {"updated": "2025-03-01"},
        "2025-03-06T00:00:00+07:00",
        "2025-03-06T00:00:00+07:00",
    ),
    "giờ ở múi khác": (
        {"date": "2025-03-06T01:00:00Z"},
        "2025-03-06T08:00:00+07:00",
        "2025-03-06T08:00:00+07:00",
    ),
}


@pytest.mark.parametrize(("fields", "published", "updated"), DATES.values(), ids=DATES.keys())
def test_dates(
    newsroom_of: LoadSmall, fields: dict[str, str | None], published: str | None, updated: str
) -> None:
    parsed = read(newsroom_of({PATH: article(**fields)}))
    (entry,) = parsed.entries
    assert entry.get("published") == published
    assert entry.updated == updated
    assert parsed.feed.updated == updated


def test_a_feed_changes_when_its_newest_change_does(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(date="2025-03-06", updated="2025-07-01"),
            "tin/2025/b.md": article(date="2025-06-01", title="Bài sau"),
        }
    )
    parsed = read(newsroom)
    assert parsed.feed.updated == "2025-07-01T00:00:00+07:00"
    assert [entry.title for entry in parsed.entries] == ["Bài sau", "Phòng 2 tiếp đoàn kiểm tra"]


def test_a_feed_without_news_is_valid_and_the_same_at_every_build(newsroom_of: LoadSmall) -> None:
    early, late = newsroom_of({}), newsroom_of({}, now="2026-08-01 09:00")
    assert read(early).entries == []
    assert feeds(early) == feeds(late)


@pytest.mark.parametrize("preview", [False, True], ids=["bản dựng", "bản xem trước"])
def test_what_waits_is_in_no_feed(newsroom_of: LoadSmall, preview: bool) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(title="Đã đăng"),
            "tin/2025/nhap.md": article(title="Bản nháp", draft="true", plan="9/KH-VKSHP"),
            "tin/2025/hen.md": article(title="Hẹn giờ", publish_at="2026-01-01"),
            "tin/2025/hong.md": article("<script>", title="Bài hỏng"),
        },
        preview=preview,
    )
    assert titles(newsroom) == ["Đã đăng"]
    assert titles(newsroom, "don-vi/phong-2/atom.xml") == ["Đã đăng"]
    text = b"".join(feeds(newsroom).values()).decode()
    assert "nháp" not in text
    assert "Hẹn giờ" not in text


def test_the_newest_fifty_of_the_site_and_twenty_of_each_list(newsroom_of: LoadSmall) -> None:
    files = {
        f"tin/2025/bai-{n}.md": article(
            title=f"Bài {n}", date=f"2025-0{n // 28 + 1}-{n % 28 + 1:02d}", tags="dân chủ ở cơ sở"
        )
        for n in range(60)
    }
    newsroom = newsroom_of(files)
    assert titles(newsroom) == [f"Bài {n}" for n in range(59, 9, -1)]
    for path in ("don-vi/phong-2/atom.xml", "dan-chu/atom.xml"):
        assert titles(newsroom, path) == [f"Bài {n}" for n in range(59, 39, -1)]


def test_a_new_article_about_something_long_past_comes_first(newsroom_of: LoadSmall) -> None:
    new = article(title="Mới đăng", date="2025-07-01", event_date="2025-01-05", plan="9/KH-VKSHP")
    old = article(title="Đăng trước", date="2025-06-01", plan="9/KH-VKSHP")
    newsroom = newsroom_of({PATH: new, "tin/2025/b.md": old})
    assert titles(newsroom, "ke-hoach/9-kh-vkshp-2025/atom.xml") == ["Mới đăng", "Đăng trước"]


def test_without_the_sites_address_links_resolve_against_the_feed(newsroom_of: LoadSmall) -> None:
    content = feeds(newsroom_of({PATH: article()}), "")["don-vi/phong-2/atom.xml"].decode()
    assert 'href="../../tin/2025/bai/" rel="alternate"' in content
    assert 'href="./" rel="alternate"' in content
    assert 'href="atom.xml" rel="self"' in content
    assert "http" not in content.replace("http://www.w3.org/2005/Atom", "")


def test_ids_are_the_same_on_every_host_and_for_ever(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article()})
    ids = [[e.id for e in read(newsroom, site_url=url).entries] for url in (URL, "https://b.vn/")]
    assert ids[0] == ids[1] == ["urn:uuid:3e2403ab-86a4-56c2-826f-f62074487f54"]


def test_an_article_signed_by_nobody_has_the_agency_for_its_author(newsroom_of: LoadSmall) -> None:
    (entry,) = read(newsroom_of({PATH: article(author=None)})).entries
    assert "authors" not in entry or entry.authors == [{}]


def test_the_author_of_a_retold_article_did_not_write_the_retelling(newsroom_of: LoadSmall) -> None:
    text = article(author="Người lược thuật", retold_from="{title: Bài gốc, author: Tác giả gốc}")
    (entry,) = read(newsroom_of({PATH: text})).entries
    assert [author.name for author in entry.authors] == ["Người lược thuật"]


def test_text_that_looks_like_markup_stays_text(newsroom_of: LoadSmall) -> None:
    title = "\"Ba không\" & ]]> 'bốn có'"
    newsroom = newsroom_of({PATH: article(title=f"'{title.replace(chr(39), chr(39) * 2)}'")})
    assert titles(newsroom) == [title]
