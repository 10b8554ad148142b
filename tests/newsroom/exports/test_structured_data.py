"""JSON-LD: what a page says of itself, and what it must not make up."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from newsroom.exports.structured_data import structured_data
from newsroom.settings import SiteSettings
from newsroom.views import (
    ArticleView,
    FrontView,
    Link,
    PageView,
    PersonView,
    PictureView,
    Rendition,
    View,
)

URL = "https://trang.example/"
ADDRESS = "tin/2025/bai/"
HOME = Link("Trang chủ", "./")
CRUMBS = (HOME, Link("Tin tức", "tin/"), Link("2025", "tin/2025/"), Link("Bài"))
ARTICLE = ArticleView(title="Bài", description="Mô tả.", crumbs=CRUMBS, section="tin/")


def things(
    view: View, address: str = ADDRESS, site_url: str = URL, settings: SiteSettings | None = None
) -> dict[str, Any]:
    """The things a page describes, by type."""
    text = structured_data(view, address, settings or SiteSettings(), site_url)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def news(**fields: Any) -> dict[str, Any]:
    found: dict[str, Any] = things(replace(ARTICLE, **fields))["NewsArticle"]
    return found


def test_the_breadcrumb_of_every_page() -> None:
    view = PageView("Đơn vị", crumbs=(HOME, Link("Đơn vị")))
    items = things(view, "don-vi/")["BreadcrumbList"]["itemListElement"]
    assert [(i["position"], i["name"], i["item"]) for i in items] == [
        (1, "Trang chủ", URL),
        (2, "Đơn vị", f"{URL}don-vi/"),
    ]


def test_a_crumb_that_leads_nowhere_has_only_a_name() -> None:
    view = PageView("Trang 2", crumbs=(HOME, Link("Không có trang"), Link("Trang 2")))
    items = things(view, "a/trang/2/")["BreadcrumbList"]["itemListElement"]
    assert "item" not in items[1]
    assert items[2]["item"] == f"{URL}a/trang/2/"


def test_a_page_without_crumbs_says_nothing() -> None:
    assert structured_data(PageView("Trang"), "a/", SiteSettings(), URL) == ""


def test_an_article() -> None:
    found = news(
        published_iso="2025-03-06T08:00:00+07:00",
        modified_iso="2025-03-07",
        byline=(PersonView("Nguyễn Thị Mẫu", "Chuyên viên", Link("Phòng 2")),),
        tags=(Link("dân chủ", "chu-de/dan-chu/"),),
        picture=PictureView("tin/2025/anh.jpg", "Đoàn", "Chú thích", "Ảnh: A", 800, 600),
    )
    assert found == {
        "@type": "NewsArticle",
        "@id": f"{URL}{ADDRESS}#tin",
        "headline": "Bài",
        "description": "Mô tả.",
        "url": URL + ADDRESS,
        "mainEntityOfPage": {"@type": "WebPage", "@id": URL + ADDRESS},
        "inLanguage": "vi",
        "datePublished": "2025-03-06T08:00:00+07:00",
        "dateModified": "2025-03-07",
        "articleSection": "Tin tức",
        "keywords": ["dân chủ"],
        "author": [{"@type": "Person", "name": "Nguyễn Thị Mẫu"}],
        "image": {
            "@type": "ImageObject",
            "url": f"{URL}tin/2025/anh.jpg",
            "width": 800,
            "height": 600,
            "caption": "Chú thích",
            "creditText": "Ảnh: A",
        },
        "publisher": {
            "@type": "GovernmentOrganization",
            "@id": f"{URL}#co-quan",
            "name": "Viện kiểm sát nhân dân thành phố Hải Phòng",
            "url": URL,
        },
    }


UNKNOWN = {
    "ngày đăng": "datePublished",
    "ngày cập nhật": "dateModified",
    "tác giả": "author",
    "ảnh": "image",
    "chủ đề": "keywords",
    "bài gốc": "isBasedOn",
    "lời ghi nguồn": "creditText",
}


@pytest.mark.parametrize("name", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_nobody_entered_is_absent(name: str) -> None:
    assert name not in news()


def test_a_retelling_names_the_article_it_is_based_on() -> None:
    found = news(
        retelling="Lược thuật từ bài của Trần Văn Mẫu, Chuyên viên Phòng 2",
        original_title="Bài gốc",
        original_author="Trần Văn Mẫu",
    )
    assert found["isBasedOn"] == {
        "@type": "NewsArticle",
        "headline": "Bài gốc",
        "author": {"@type": "Person", "name": "Trần Văn Mẫu"},
    }
    assert found["creditText"] == "Lược thuật từ bài của Trần Văn Mẫu, Chuyên viên Phòng 2"
    assert "author" not in found


def test_a_unit_that_signs_is_no_person() -> None:
    unit = Link("Phòng 9", "don-vi/phong-9/")
    assert news(kicker=(unit,), byline=(PersonView("Phòng 9"),))["author"] == [
        {"@type": "Organization", "name": "Phòng 9"}
    ]


def test_of_several_sizes_a_middle_one_stands_for_the_picture() -> None:
    sizes = tuple(Rendition(f"anh/{width}.jpg", width) for width in (480, 1600, 2400))
    found = news(picture=PictureView("anh/a.jpg", "", None, None, 2400, 1200, (), sizes))
    assert (found["image"]["url"], found["image"]["height"]) == (f"{URL}anh/1600.jpg", 800)


def test_the_front_page_describes_the_agency_and_the_site() -> None:
    found = things(FrontView("Trang chủ"), "")
    assert found["GovernmentOrganization"] == {
        "@type": "GovernmentOrganization",
        "@id": f"{URL}#co-quan",
        "name": "Viện kiểm sát nhân dân thành phố Hải Phòng",
        "url": URL,
    }
    assert found["WebSite"]["url"] == URL
    assert found["WebSite"]["publisher"]["@id"] == f"{URL}#co-quan"


def test_what_is_configured_of_the_agency() -> None:
    settings = SiteSettings.model_validate(
        {
            "identity": {"publisher": "Cơ quan cấp trên mẫu", "phone": "0000 000 000"},
            "contacts": {
                "reception": {"name": "Phòng mẫu", "phone": "0000 000 001", "hours": "giờ mẫu"},
                "spokesperson": None,
            },
        }
    )
    agency = things(FrontView("Trang chủ"), "", settings=settings)["GovernmentOrganization"]
    assert agency["parentOrganization"]["name"] == "Cơ quan cấp trên mẫu"
    assert agency["telephone"] == "0000 000 000"
    assert "email" not in agency
    assert agency["contactPoint"] == [
        {
            "@type": "ContactPoint",
            "contactType": "Tiếp công dân",
            "name": "Phòng mẫu",
            "telephone": "0000 000 001",
            "description": "giờ mẫu",
            "availableLanguage": "vi",
        }
    ]


def test_without_the_sites_address_references_are_relative_and_nothing_has_an_id() -> None:
    text = structured_data(ARTICLE, ADDRESS, SiteSettings(), "")
    found = {thing["@type"]: thing for thing in json.loads(text)["@graph"]}
    items = found["BreadcrumbList"]["itemListElement"]
    assert [item["item"] for item in items] == ["../../../", "../../", "../", "./"]
    assert found["NewsArticle"]["url"] == "./"
    assert "@id" not in found["NewsArticle"]


HOSTILE = ["</script><script>alert(1)</script>", "<!-- <script>", "a\u2028b\u2029c", "&lt;/script>"]


@pytest.mark.parametrize("title", HOSTILE)
def test_nothing_ends_the_script_element(title: str) -> None:
    view = replace(ARTICLE, title=title, crumbs=(HOME, Link(title)))
    text = structured_data(view, ADDRESS, SiteSettings(), URL)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["@graph"][0]["headline"] == title
