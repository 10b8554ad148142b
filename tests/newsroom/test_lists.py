"""Lists with filters by year, the pages about the site, blocks on the front page."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, site_pages
from newsroom.settings import SiteSettings, read_settings
from newsroom.views import Listing

from .small import LoadSmall, article, page


def many(spread: dict[int, int], **fields: str | None) -> dict[str, str]:
    """Articles: year → how many."""
    return {
        f"tin/{year}/bai-so-{number:03d}.md": article(
            title=f"Bài {number:03d} năm {year}",
            date=f"{year}-{number % 12 + 1:02d}-{number % 27 + 1:02d}",
            **fields,
        )
        for year, count in spread.items()
        for number in range(count)
    }


def pages(newsroom: Newsroom, settings: SiteSettings | None = None) -> dict[str, SitePage]:
    return {one.address: one for one in site_pages(newsroom, settings or SiteSettings())}


def listing_of(view: Any) -> Listing:
    found: Listing = view.own if hasattr(view, "own") else view.listing
    return found


LISTS = [
    "tin/",
    "don-vi/phong-2/",
    "ke-hoach/5-kh-x-2023/",
    "chu-de/kiem-tra/",
    "dan-chu/",
    "dan-chu/noi-dung/cong-khai/",
]


@pytest.mark.parametrize("address", LISTS)
def test_a_long_list_over_years_has_a_page_a_year(newsroom_of: LoadSmall, address: str) -> None:
    fields = {
        "plan": "5/KH-X",
        "tags": "[kiểm tra]",
        "democracy": "{content: cong-khai}",
    }
    files = {
        **many({2023: 25, 2024: 22}, **fields),
        "ke-hoach/5-kh-x-2023.md": page("title: Kế hoạch X\nnumber: 5/KH-X\ndate: 01/01/2023"),
    }
    known = pages(newsroom_of(files))
    filters = listing_of(known[address].make_view()).filters
    assert [(f.text, f.address, f.count, f.is_current) for f in filters] == [
        ("Tất cả", address, 47, True),
        ("2024", f"{address}2024/", 22, False),
        ("2023", f"{address}2023/", 25, False),
    ]
    of_year = known[f"{address}2023/"]
    shown = listing_of(of_year.make_view())
    assert (shown.total, {card.year for card in shown.cards}) == (25, {2023})
    assert [f.text for f in shown.filters if f.is_current] == ["2023"]
    assert of_year.lastmod.startswith("2023-")
    assert known[address].lastmod.startswith("2024-")


@pytest.mark.parametrize(
    ("spread", "why"), [({2024: 30}, "một năm"), ({2023: 19, 2024: 20}, "một trang đủ chỗ")]
)
def test_no_filter_where_it_would_help_nobody(
    newsroom_of: LoadSmall, spread: dict[int, int], why: str
) -> None:
    known = pages(newsroom_of(many(spread)))
    assert listing_of(known["don-vi/phong-2/"].make_view()).filters == (), why
    assert "don-vi/phong-2/2024/" not in known, why


def test_full_pages_of_a_filtered_list(newsroom_of: LoadSmall) -> None:
    known = pages(newsroom_of(many({2023: 45, 2024: 3})))
    page_1 = known["don-vi/phong-2/2023/trang/1/"].make_view()
    assert page_1.title == "Phòng 2, năm 2023 – trang 1"
    assert [c.text for c in page_1.crumbs] == [
        *("Trang chủ", "Đơn vị", "Phòng 2", "Năm 2023", "Trang 1"),
    ]


def test_every_list_names_its_feed(newsroom_of: LoadSmall) -> None:
    known = pages(newsroom_of(many({2025: 3}, tags="[kiểm tra]", democracy="{content: cong-khai}")))
    feeds = {address: one.make_view().feed for address, one in known.items()}
    wanted = {
        "tin/": "atom.xml",
        "tin/2025/": "atom.xml",
        "tin/2025/01/": "atom.xml",
        "chu-de/kiem-tra/": "atom.xml",
        "don-vi/phong-2/": "don-vi/phong-2/atom.xml",
        "dan-chu/": "dan-chu/atom.xml",
        "dan-chu/2025/": "dan-chu/atom.xml",
        "dan-chu/noi-dung/cong-khai/": "dan-chu/atom.xml",
    }
    assert {a: feeds[a] and feeds[a].address for a in wanted} == wanted  # type: ignore[union-attr]


def test_the_front_page_gives_each_group_of_units_its_newest(newsroom_of: LoadSmall) -> None:
    files = {
        **many({2025: 12}),
        "don-vi/khu-vuc-9.md": page("title: VKSND khu vực 9\nkind: khu-vuc"),
        "don-vi/cong-doan.md": page("title: Công đoàn\nkind: to-chuc"),
        **{
            f"tin/2024/khu-vuc-{n}.md": article(
                title=f"Bài khu vực {n}", date=f"2024-01-0{n}", unit="khu-vuc-9"
            )
            for n in (1, 2, 3, 4)
        },
    }
    front = pages(newsroom_of(files))[""].make_view()
    blocks = {block.heading: [card.title for card in block.cards] for block in front.blocks}  # type: ignore[attr-defined]
    assert list(blocks) == ["Phòng và đơn vị tương đương", "Viện kiểm sát nhân dân khu vực"]
    assert blocks["Viện kiểm sát nhân dân khu vực"] == [f"Bài khu vực {n}" for n in (4, 3, 2)]
    top = {front.lead.title, *(card.title for card in front.latest)}  # type: ignore[attr-defined]
    assert not top & set(blocks["Phòng và đơn vị tương đương"])
    assert [group.heading for group in front.units] == ["Tổ chức, ban chỉ đạo"]  # type: ignore[attr-defined]


CONTACTS: list[tuple[Any, list[tuple[str, str | None, str | None]]]] = [
    ("Phòng mẫu", [("Phòng mẫu", None, None)]),
    (
        {"name": "Phòng mẫu", "phone": "(0225) 000 0000", "email": "mau@example.org"},
        [
            ("Phòng mẫu", None, None),
            ("(0225) 000 0000", "tel:02250000000", "điện thoại"),
            ("mau@example.org", "mailto:mau@example.org", "thư điện tử"),
        ],
    ),
    ({"phone": "máy lẻ 12"}, [("máy lẻ 12", None, "điện thoại")]),
    ({"email": "hỏi ở văn thư"}, [("hỏi ở văn thư", None, "thư điện tử")]),
]


@pytest.mark.parametrize(
    ("entered", "shown"), CONTACTS, ids=["một dòng", "đủ", "không gọi được", "không gửi được"]
)
def test_contacts_as_entered(
    newsroom_of: LoadSmall, entered: Any, shown: list[tuple[str, str | None, str | None]]
) -> None:
    settings = read_settings({"contacts": {"reception": entered}})
    view: Any = pages(newsroom_of({}), settings)["lien-he/"].make_view()
    (fact,) = view.contacts
    assert fact.label == "Tiếp công dân"
    assert [(line.text, line.address, line.note) for line in fact.values] == shown


@pytest.mark.parametrize("entered", [None, {}, {"contacts": {"reception": {"name": None}}}])
def test_no_contact_page_where_nothing_is_known(newsroom_of: LoadSmall, entered: Any) -> None:
    known = pages(newsroom_of({}), read_settings(entered))
    assert {"lien-he/", "gioi-thieu/"} & set(known) == set()


def test_the_preview_shows_what_is_still_unknown(newsroom_of: LoadSmall) -> None:
    known = pages(newsroom_of({}, preview=True))
    view: Any = known["lien-he/"].make_view()
    assert [fact.label for fact in view.contacts] == [
        "Tiếp công dân",
        "Tiếp nhận tố giác, tin báo về tội phạm",
        "Người phát ngôn",
        "Đề nghị đính chính",
        "Đề nghị gỡ bỏ thông tin",
    ]
    assert {value.text for fact in view.contacts for value in fact.values} == {"(chưa khai báo)"}


def test_the_map_of_the_site_leads_to_every_part(newsroom_of: LoadSmall) -> None:
    known = pages(newsroom_of(many({2024: 1, 2025: 1})))
    view: Any = known["so-do-trang/"].make_view()
    assert [group.heading for group in view.groups if group.links] == [
        *("Tin tức", "Đơn vị", "Thực hiện dân chủ ở cơ sở", "Về Trang"),
    ]
    addresses = {link.address for group in view.groups for link in group.links}
    assert addresses <= set(known)


def test_the_page_of_feeds_names_no_unit_without_news(newsroom_of: LoadSmall) -> None:
    view: Any = pages(newsroom_of(many({2025: 1})))["theo-doi/"].make_view()
    links = [link for group in view.groups for link in group.links]
    assert [link.address for link in links] == [
        *("atom.xml", "dan-chu/atom.xml", "don-vi/phong-2/atom.xml"),
    ]
