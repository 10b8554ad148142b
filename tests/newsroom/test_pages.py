"""The pages of the site: which there are, what they list, and what no public page may say."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.exports.open_data import open_data_files
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, generated_addresses, site_pages, site_view
from newsroom.pages.cards import shorten
from newsroom.settings import SiteSettings
from newsroom.views import (
    ArchiveView,
    ArticleView,
    Card,
    DeskView,
    DocumentView,
    FrontView,
    IndexView,
    Link,
    ListView,
    PageView,
    PersonView,
    PlanView,
    UnitView,
    View,
)

from .small import PATH, PDF, UNITS, LoadSmall, article, page

SETTINGS = SiteSettings()


def pages(newsroom: Newsroom) -> dict[str, SitePage]:
    return {one.address: one for one in site_pages(newsroom, SETTINGS)}


def views(newsroom: Newsroom) -> dict[str, Any]:
    return {address: one.make_view() for address, one in pages(newsroom).items()}


def texts(value: object) -> Iterator[str]:
    """Every piece of text within a view."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)


def links(value: object) -> Iterator[Link]:
    """Every link within a view."""
    if isinstance(value, Link):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from links(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from links(item)


def cards(value: object) -> Iterator[Card]:
    """Every card within a view."""
    if isinstance(value, Card):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from cards(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from cards(item)


def says(newsroom: Newsroom, text: str) -> list[str]:
    """Addresses of the pages that say *text*."""
    return [address for address, view in views(newsroom).items() if text in "\n".join(texts(view))]


PLAN = "ke-hoach/118-kh-vkshp-ttr-2025/"
SITE: dict[str, str | bytes] = {
    "index.md": page("title: Trang chủ"),
    "gioi-thieu.md": page("title: Giới thiệu", "Đây là giới thiệu."),
    "bien-tap/huong-dan.md": page("title: Hướng dẫn"),
    "dan-chu/index.md": page("title: Dân chủ ở cơ sở", "Luật quy định."),
    "don-vi/phong-2.md": page(
        "title: Phòng 2\nkind: phong\norder: 2\nfunction: Thực hành quyền công tố"
    ),
    "don-vi/phong-10.md": page("title: Phòng 10\nkind: phong"),
    "don-vi/phong-9.md": page("title: Phòng 9\nkind: phong"),
    "don-vi/ban-chi-dao.md": page("title: Ban Chỉ đạo\nkind: to-chuc"),
    "don-vi/quan-le-chan.md": page(
        "title: VKSND quận Lê Chân\nkind: quan-huyen\nvalid_to: 2025-06-30\n"
        "closing: {kind: hop-nhat, successors: khu-vuc-1}"
    ),
    "don-vi/khu-vuc-1.md": page(
        "title: VKSND khu vực 1\nkind: khu-vuc\nvalid_from: 2025-07-01\npredecessors: quan-le-chan"
    ),
    "ke-hoach/118-kh-vkshp-ttr-2025.md": page(
        "title: Kế hoạch kiểm tra dân chủ\nnumber: 118/KH-VKSHP-TTr\ndate: 07/02/2025\n"
        "starts: 2025-01-01\nends: 2025-12-31\nscope: [phong-2, phong-10]\nabstract: Trích yếu mật"
    ),
    "van-ban/143-qd-vkshp-2024.md": page(
        "title: Quyết định ban hành Quy chế\nnumber: 143/QĐ-VKSHP\ndate: 22/10/2024\n"
        "issuer: VKSND thành phố\nabstract: Trích yếu nội bộ\n"
        "attachments: [{file: 143.pdf, title: Toàn văn}]"
    ),
    "van-ban/143.pdf": PDF,
    PATH: article(
        "Đoạn đầu của bài.",
        event_date="2025-03-05",
        plan="118/KH-VKSHP-TTr",
        documents="[143/QĐ-VKSHP]",
        units="{led_by: ban-chi-dao, mentioned: quan-le-chan}",
        tags="[dân chủ ở cơ sở, kiểm tra]",
        democracy=(
            "{content: to-chuc-thuc-hien, form: kiem-tra, lead: Người chủ trì,"
            " result: Kết quả riêng, limits: Hạn chế riêng}"
        ),
    ),
    "tin/2025/nhap.md": article(
        title="Bài chưa duyệt", draft="true", tags="chủ đề kín", plan="7/KH-KIN"
    ),
    "tin/2025/hen.md": article(title="Bài hẹn giờ", publish_at="2026-01-01", date="2026-01-01"),
    "tin/2025/hong.md": "---\ntitle: Bài hỏng: a\n---\n",
}


@pytest.fixture
def site(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(SITE)


@pytest.fixture
def preview(newsroom_of: LoadSmall) -> Newsroom:
    return newsroom_of(SITE, preview=True)


# --- which pages there are ---

PUBLIC = {
    *("so-do-trang/", "theo-doi/", "tim-kiem/", "du-lieu/"),
    *("", "gioi-thieu/", "tin/", "tin/2025/", "tin/2025/03/", "tin/2025/bai/"),
    *("chu-de/", "chu-de/dan-chu-o-co-so/", "chu-de/kiem-tra/"),
    *("don-vi/", "don-vi/phong-2/", "don-vi/phong-9/", "don-vi/phong-10/", "don-vi/ban-chi-dao/"),
    *("don-vi/quan-le-chan/", "don-vi/khu-vuc-1/"),
    *("ke-hoach/", PLAN, "van-ban/", "van-ban/143-qd-vkshp-2024/"),
    *("dan-chu/", "dan-chu/2025/", "dan-chu/ky/", "dan-chu/ky/2025-h1/", "dan-chu/ky/2025-cn/"),
    *(f"dan-chu/noi-dung/{value}/" for value in ("cong-khai", "ban-quyet-dinh")),
    *(f"dan-chu/noi-dung/{value}/" for value in ("tham-gia-y-kien", "kiem-tra-giam-sat")),
    "dan-chu/noi-dung/to-chuc-thuc-hien/",
    *(f"dan-chu/hinh-thuc/{value}/" for value in ("kiem-tra", "tu-kiem-tra", "hoi-nghi-can-bo")),
    *(f"dan-chu/hinh-thuc/{value}/" for value in ("doi-thoai", "lay-y-kien", "niem-yet-thong-bao")),
    *(f"dan-chu/hinh-thuc/{value}/" for value in ("tuyen-truyen-quan-triet", "tap-huan-toa-dam")),
    *(f"dan-chu/hinh-thuc/{value}/" for value in ("ban-thanh-tra-nhan-dan", "ban-hanh-van-ban")),
    "dan-chu/hinh-thuc/so-ket-tong-ket/",
}


def test_the_public_pages(site: Newsroom) -> None:
    assert set(pages(site)) == PUBLIC
    assert generated_addresses(site) == PUBLIC


def test_the_preview_has_the_editors_pages_too(preview: Newsroom) -> None:
    assert set(pages(preview)) - PUBLIC == {
        *("bien-tap/", "bien-tap/huong-dan/", "bien-tap/viet/", "lien-he/"),
        *("tin/2025/nhap/", "tin/2025/hen/", "tin/2025/hong/", "tin/2026/", "tin/2026/01/"),
        *("chu-de/chu-de-kin/", "ke-hoach/7-kh-kin-2025/"),
    }


@pytest.mark.parametrize("is_preview", [False, True], ids=["công khai", "xem trước"])
def test_addresses_are_unique_and_in_form(newsroom_of: LoadSmall, is_preview: bool) -> None:
    addresses = [p.address for p in site_pages(newsroom_of(SITE, preview=is_preview), SETTINGS)]
    assert len({address.casefold() for address in addresses}) == len(addresses)
    assert all(not a.startswith("/") and (not a or a.endswith("/")) for a in addresses)


FEEDS = {
    *("atom.xml", "dan-chu/atom.xml", f"{PLAN}atom.xml", "ke-hoach/7-kh-kin-2025/atom.xml"),
    *(f"don-vi/{name}/atom.xml" for name in ("phong-2", "phong-9", "phong-10", "ban-chi-dao")),
    *(f"don-vi/{name}/atom.xml" for name in ("quan-le-chan", "khu-vuc-1")),
}

TABLES = {f"{plan}hoat-dong.csv" for plan in (PLAN, "ke-hoach/7-kh-kin-2025/")}
IN_CAPITALS = ["Dan-chu/index.md", "Tin/index.md", "KE-HOACH/index.md", "Chu-de/kiem-tra.md"]


@pytest.mark.parametrize("path", IN_CAPITALS)
def test_addresses_are_unique_whatever_the_case(newsroom_of: LoadSmall, path: str) -> None:
    newsroom = newsroom_of({PATH: article(tags="kiểm tra"), path: page("title: Giới thiệu")})
    addresses = [address.casefold() for address in pages(newsroom)]
    assert len(set(addresses)) == len(addresses)


def test_the_editors_guides_are_not_public_whatever_the_case(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({"Bien-tap/huong-dan.md": page("title: Hướng dẫn biên tập")})
    assert says(newsroom, "Hướng dẫn biên tập") == []


@pytest.mark.parametrize("is_preview", [False, True], ids=["công khai", "xem trước"])
def test_every_link_of_every_page_leads_to_a_page(newsroom_of: LoadSmall, is_preview: bool) -> None:
    newsroom = newsroom_of(SITE, preview=is_preview)
    files = {file.path for file in open_data_files(newsroom, "")}
    known = {*pages(newsroom), "./", "van-ban/143.pdf", *FEEDS, *TABLES, *files}
    for address, view in views(newsroom).items():
        whole = {x.address for x in links(view) if x.address}
        dead = {target.partition("#")[0] or address for target in whole} - known
        dead |= {card.address for card in cards(view)} - known
        assert not dead, address
    frame = site_view(newsroom, SETTINGS)
    assert {link.address for link in links(frame) if link.address} <= known


KINDS = {
    "": FrontView,
    "gioi-thieu/": PageView,
    "tin/": ListView,
    "tin/2025/03/": ListView,
    "tin/2025/bai/": ArticleView,
    "chu-de/": IndexView,
    "chu-de/kiem-tra/": ListView,
    "don-vi/": IndexView,
    "don-vi/phong-2/": UnitView,
    PLAN: PlanView,
    "van-ban/143-qd-vkshp-2024/": DocumentView,
    "dan-chu/": ArchiveView,
}


def test_each_page_has_its_view_a_title_and_crumbs(site: Newsroom) -> None:
    made = views(site)
    assert {address: type(made[address]) for address in KINDS} == KINDS
    for address, view in made.items():
        assert isinstance(view, View)
        assert view.title
        assert not address or view.crumbs[0] == Link("Trang chủ", "./")
        assert not address or view.crumbs[-1].address is None


def test_a_page_at_a_generated_address_introduces_it(site: Newsroom) -> None:
    paths = {address: one.path for address, one in pages(site).items()}
    assert paths["dan-chu/"] == "dan-chu/index.md"
    assert paths[""] == "index.md"
    assert paths["tin/"] is None
    assert paths["tin/2025/bai/"] == PATH
    assert views(site)["dan-chu/"].title == "Dân chủ ở cơ sở"


# --- what no public page may say ---


def test_no_public_page_says_who_has_not_appeared(site: Newsroom) -> None:
    for view in views(site).values():
        if isinstance(view, PlanView):
            assert (view.missing, view.scope) == ((), ())
    assert "Phòng 10" not in "\n".join(texts(views(site)[PLAN]))
    assert "chưa có tin" not in "\n".join(t for v in views(site).values() for t in texts(v)).lower()


def test_the_preview_does(preview: Newsroom) -> None:
    plan = views(preview)[PLAN]
    assert [link.text for link in plan.missing] == ["Phòng 10"]
    assert [link.text for link in plan.scope] == ["Phòng 2", "Phòng 10"]


@pytest.mark.parametrize("line", ["date: 2025-02-07", "starts: 2025-01-01"])
def test_the_scope_is_read_as_of_the_plan(newsroom_of: LoadSmall, line: str) -> None:
    scope = f"title: Kế hoạch A\nnumber: 1/KH-VKS\nscope: [phong-2, phong-9]\n{line}"
    files = {"ke-hoach/a.md": page(scope), PATH: article(plan="1/KH-VKS")}
    plan = views(newsroom_of(files, preview=True))["ke-hoach/a/"]
    assert [link.text for link in plan.missing] == ["Phòng 9"]


KEPT = {
    "bản nháp": "Bài chưa duyệt",
    "hẹn giờ": "Bài hẹn giờ",
    "bài hỏng": "Bài hỏng",
    "chủ đề của bản nháp": "chủ đề kín",
    "kế hoạch của bản nháp": "7/KH-KIN",
    "người chủ trì": "Người chủ trì",
    "kết quả cho báo cáo": "Kết quả riêng",
    "hạn chế cho báo cáo": "Hạn chế riêng",
    "trích yếu nội bộ": "Trích yếu nội bộ",
    "trích yếu của kế hoạch": "Trích yếu mật",
    "tệp của văn bản nội bộ": "Toàn văn",
    "hướng dẫn biên tập": "Hướng dẫn",
    "điểm cần sửa": "điểm cần sửa",
    "chưa khai báo": "chưa khai báo",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_stays_inside(site: Newsroom, text: str) -> None:
    assert says(site, text) == []
    assert text not in "\n".join(texts(site_view(site, SETTINGS)))


def test_what_the_preview_shows(preview: Newsroom) -> None:
    assert "tin/2025/nhap/" in says(preview, "Bản nháp – chưa duyệt")
    assert "tin/2025/hen/" in says(preview, "Bài sẽ được đăng ngày 01/01/2026."[:16])
    assert "tin/2025/hong/" in says(preview, "trong giá trị có dấu hai chấm")
    assert "chưa khai báo" in "\n".join(texts(site_view(preview, SETTINGS)))
    assert site_view(preview, SETTINGS).problem_count > 0
    desk = views(preview)["bien-tap/"]
    assert isinstance(desk, DeskView)
    assert [link.text for link in desk.drafts] == ["Bài chưa duyệt"]
    assert [link.text for link in desk.scheduled] == ["Bài hẹn giờ"]
    assert "tin/2025/hong.md" in {p.path for p in desk.problems}
    assert [link.text for link in desk.guides] == ["Hướng dẫn"]


# --- an article ---


def test_an_article(site: Newsroom) -> None:
    view = views(site)["tin/2025/bai/"]
    assert view.title == "Phòng 2 tiếp đoàn kiểm tra"
    assert [(day.text, day.iso) for day in view.dates] == [
        ("Diễn ra ngày 05/3/2025", "2025-03-05"),
        ("Đăng ngày 06/3/2025", "2025-03-06"),
    ]
    assert view.description == "Đoạn đầu của bài."
    assert [person.name for person in view.byline] == ["Nguyễn Thị Mẫu"]
    assert [(link.text, link.address) for link in view.kicker] == [
        ("Phòng 2", "don-vi/phong-2/"),
        ("Kế hoạch 118/KH-VKSHP-TTr", PLAN),
    ]
    assert [(fact.label, [v.text for v in fact.values]) for fact in view.roles] == [
        ("Tin, bài về", ["Phòng 2"]),
        ("Chủ trì kiểm tra", ["Ban Chỉ đạo"]),
        ("Đơn vị được nhắc đến", ["VKSND quận Lê Chân"]),
    ]
    assert [(link.text, link.note) for link in view.documents] == [
        ("118/KH-VKSHP-TTr", "Kế hoạch · 07/02/2025"),
        ("143/QĐ-VKSHP", "Quyết định · 22/10/2024"),
    ]
    (democracy,) = view.archives
    assert democracy.archive == Link("Dân chủ ở cơ sở", "dan-chu/")
    assert [(fact.label, [v.text for v in fact.values]) for fact in democracy.facts] == [
        ("Nội dung", ["Tổ chức thực hiện"]),
        ("Hình thức", ["Kiểm tra"]),
    ]
    assert view.closing_lines == (
        "Tên đơn vị, chức danh theo thời điểm 05/3/2025.",
        "VKSND quận Lê Chân kết thúc hoạt động từ ngày 01/7/2025.",
    )
    assert [link.text for link in view.closing_links] == ["VKSND khu vực 1"]
    assert pages(site)["tin/2025/bai/"].lastmod == "2025-03-06"


DATE_LINES = {
    "không rõ ngày đăng": (
        {"date": "unknown", "event_date": "2025-03-05"},
        "Diễn ra ngày 05/3/2025 · Chưa rõ ngày đăng",
    ),
    "chỉ có ngày đăng": ({}, "Đăng ngày 06/3/2025"),
    "có giờ đăng": ({"date": "2025-03-06 08:05"}, "Đăng lúc 08:05 ngày 06/3/2025"),
    "có cập nhật": (
        {"updated": "2025-10-01"},
        "Đăng ngày 06/3/2025 · Cập nhật ngày 01/10/2025",
    ),
}


@pytest.mark.parametrize(("fields", "line"), DATE_LINES.values(), ids=DATE_LINES.keys())
def test_date_line(newsroom_of: LoadSmall, fields: dict[str, str], line: str) -> None:
    view = views(newsroom_of({PATH: article(**fields)}))["tin/2025/bai/"]
    assert " · ".join(day.text for day in view.dates) == line


SIGNED: dict[str, tuple[dict[str, str | None], tuple[str, ...], str | None]] = {
    "một tác giả": ({}, ("Nguyễn Thị Mẫu",), None),
    "có chức danh": (
        {"author": "{name: A, role: Chuyên viên, unit: phong-2}"},
        ("A, Chuyên viên, Phòng 2 → don-vi/phong-2/",),
        None,
    ),
    "hai tác giả": ({"author": "[A, B]"}, ("A", "B"), None),
    "lược thuật": (
        {
            "author": None,
            "retold_from": "{title: Bài gốc, author: A, role: Chuyên viên, unit: phong-2}",
        },
        (),
        "Lược thuật từ bài của A, Chuyên viên Phòng 2",
    ),
    "lược thuật, không rõ tác giả": (
        {"author": None, "retold_from": "{title: Bài gốc}"},
        (),
        "Lược thuật",
    ),
}


def signed(person: PersonView) -> str:
    unit = person.unit and f"{person.unit.text} → {person.unit.address}"
    return ", ".join(part for part in (person.name, person.role, unit) if part)


@pytest.mark.parametrize(("fields", "byline", "retelling"), SIGNED.values(), ids=SIGNED.keys())
def test_who_signed(
    newsroom_of: LoadSmall,
    fields: dict[str, str | None],
    byline: tuple[str, ...],
    retelling: str | None,
) -> None:
    view = views(newsroom_of({PATH: article(**fields)}))["tin/2025/bai/"]
    assert tuple(signed(person) for person in view.byline) == byline
    assert view.retelling == retelling
    assert view.original_title == ("Bài gốc" if retelling else None)


def test_an_author_of_a_retelling_does_not_pass_for_the_source(newsroom_of: LoadSmall) -> None:
    files = {PATH: article(author="B", retold_from="{title: Bài gốc}")}
    view = views(newsroom_of(files))["tin/2025/bai/"]
    assert (view.byline, view.retelling) == ((), "Lược thuật")


def test_an_inspected_unit_is_named_once(newsroom_of: LoadSmall) -> None:
    view = views(newsroom_of({PATH: article(units="{inspected: phong-2}")}))["tin/2025/bai/"]
    assert [(fact.label, [v.text for v in fact.values]) for fact in view.roles] == [
        ("Đơn vị được kiểm tra", ["Phòng 2"])
    ]


# --- a unit ---


def test_a_closed_unit_keeps_its_page_with_a_banner_and_leaves_the_menu(site: Newsroom) -> None:
    view = views(site)["don-vi/quan-le-chan/"]
    (notice,) = view.notices
    assert notice.kind == "closed"
    assert notice.lines == (
        "VKSND quận Lê Chân kết thúc hoạt động từ ngày 01/7/2025.",
        "Hình thức: hợp nhất.",
        "Đơn vị kế tục:",
    )
    assert [link.address for link in notice.links] == ["don-vi/khu-vuc-1/"]
    groups = {g.heading: [link.text for link in g.links] for g in views(site)["don-vi/"].groups}
    assert groups["Đã kết thúc hoạt động"] == ["VKSND quận Lê Chân"]
    assert "VKSND quận Lê Chân" not in [
        text
        for heading, own in groups.items()
        if heading != "Đã kết thúc hoạt động"
        for text in own
    ]
    assert "VKSND quận Lê Chân" not in "\n".join(texts(views(site)[""].units))


@pytest.mark.parametrize(
    ("now", "is_closed"), [("2025-06-30 23:59", False), ("2025-07-01 00:00", True)]
)
def test_a_unit_works_to_the_end_of_its_last_day(
    newsroom_of: LoadSmall, now: str, is_closed: bool
) -> None:
    made = views(newsroom_of(SITE, now=now))
    assert bool(made["don-vi/quan-le-chan/"].notices) is is_closed
    assert bool(made["tin/2025/bai/"].closing_lines) is is_closed


def test_the_successor_names_its_predecessor(site: Newsroom) -> None:
    facts = {f.label: [v.text for v in f.values] for f in views(site)["don-vi/khu-vuc-1/"].facts}
    assert facts == {
        "Thời gian hoạt động": ["từ ngày 01/7/2025"],
        "Tiền thân": ["VKSND quận Lê Chân"],
    }


def test_units_are_listed_in_official_then_natural_order(site: Newsroom) -> None:
    groups = {g.heading: [link.text for link in g.links] for g in views(site)["don-vi/"].groups}
    assert groups["Phòng và đơn vị tương đương"] == ["Phòng 2", "Phòng 9", "Phòng 10"]


FULL_NAMES = {
    "khác tên ngắn": ("full_name: Phòng Thực hành quyền công tố", "Phòng Thực hành quyền công tố"),
    "trùng tên ngắn": ("full_name: Phòng 5", None),
    "không ghi": ("order: 5", None),
}


@pytest.mark.parametrize(("line", "shown"), FULL_NAMES.values(), ids=FULL_NAMES.keys())
def test_the_full_name_of_a_unit(newsroom_of: LoadSmall, line: str, shown: str | None) -> None:
    made = views(newsroom_of({"don-vi/phong-5.md": page(f"title: Phòng 5\nkind: phong\n{line}")}))
    assert made["don-vi/phong-5/"].full_name == shown


def test_an_article_without_a_unit_counts_for_no_unit(newsroom_of: LoadSmall) -> None:
    files = {
        PATH: article(unit=None, plan="9/KH-VKSHP", democracy="{content: cong-khai}"),
        "tin/2025/b.md": article(plan="9/KH-VKSHP"),
    }
    made = views(newsroom_of(files))
    plan = made["ke-hoach/9-kh-vkshp-2025/"]
    assert [(g.heading, [(x.text, x.count) for x in g.links]) for g in plan.roles] == [
        ("Tin, bài về", [("Phòng 2", 1)])
    ]
    assert len(plan.listing.cards) == 2
    assert [link.count for link in made["don-vi/phong-2/"].plans] == [1]
    assert made["dan-chu/"].matrices == ()


def test_a_unit_lists_its_own_and_what_it_takes_part_in(site: Newsroom) -> None:
    own = views(site)["don-vi/phong-2/"]
    assert [card.title for card in own.own.cards] == ["Phòng 2 tiếp đoàn kiểm tra"]
    assert own.taking_part is None
    assert [(link.text, link.count) for link in own.plans] == [("Kế hoạch 118/KH-VKSHP-TTr", 1)]
    part = views(site)["don-vi/ban-chi-dao/"]
    assert part.own is None
    assert [card.note for card in part.taking_part.cards] == ["Chủ trì kiểm tra"]


# --- plans and documents ---


def test_a_plan(site: Newsroom) -> None:
    view = views(site)[PLAN]
    assert {f.label: [v.text for v in f.values] for f in view.facts} == {
        "Số, ký hiệu": ["118/KH-VKSHP-TTr"],
        "Loại văn bản": ["Kế hoạch"],
        "Ngày ban hành": ["07/02/2025"],
        "Thời gian thực hiện": ["năm 2025"],
    }
    assert view.abstract is None
    assert [card.date for card in view.listing.cards] == ["05/3/2025"]


def test_a_public_document_shows_abstract_and_file(newsroom_of: LoadSmall) -> None:
    path = "van-ban/143-qd-vkshp-2024.md"
    public = str(SITE[path]).replace("issuer:", "public: true\nissuer:")
    view = views(newsroom_of({**SITE, path: public}))["van-ban/143-qd-vkshp-2024/"]
    assert view.abstract == "Trích yếu nội bộ"
    assert [(x.text, x.address, x.note) for x in view.attachments] == [
        ("Toàn văn", "van-ban/143.pdf", "PDF, 1 KB")
    ]
    assert view.listing.heading == "Tin, bài viện dẫn văn bản này"


def test_documents_are_listed_by_year(newsroom_of: LoadSmall) -> None:
    files = {
        "van-ban/a.md": page("title: A\nnumber: 10/QĐ-VKS\ndate: 2025"),
        "van-ban/b.md": page("title: B\nnumber: 9/QĐ-VKS\ndate: 2025-03-05"),
        "van-ban/c.md": page("title: C\nnumber: 1/QĐ-VKS"),
        "van-ban/d.md": page("title: D\nnumber: 1/2024/TT-VKS"),
        "ke-hoach/e.md": page("title: E\nnumber: 1/KH-VKS\ndate: 2025"),
        "ke-hoach/f.md": page("title: F\nnumber: 2/KH-VKS"),
    }
    made = views(newsroom_of(files))
    groups = {
        address: [
            (g.heading, [f"{x.text}: {x.note}" for x in g.links]) for g in made[address].groups
        ]
        for address in ("van-ban/", "ke-hoach/")
    }
    assert groups == {
        "van-ban/": [
            (
                "Năm 2025",
                [
                    "B: Số 9/QĐ-VKS · Quyết định · 05/3/2025",
                    "A: Số 10/QĐ-VKS · Quyết định · năm 2025",
                ],
            ),
            ("Năm 2024", ["D: Số 1/2024/TT-VKS · Thông tư"]),
            ("Chưa rõ năm", ["C: Số 1/QĐ-VKS · Quyết định"]),
        ],
        "ke-hoach/": [("Năm 2025", ["E: Số 1/KH-VKS"]), ("Chưa rõ năm", ["F: Số 2/KH-VKS"])],
    }


def test_no_status_that_nobody_entered(site: Newsroom) -> None:
    assert says(site, "hiệu lực") == ["du-lieu/"]  # where a column's meaning is explained


PERIODS = {
    "cả năm": ("starts: 2025-01-01\nends: 2025-12-31", ["năm 2025"]),
    "một quãng": ("starts: 2025-03-01\nends: 2025-06-30", ["từ 01/3/2025 đến 30/6/2025"]),
    "chỉ có đầu": ("starts: 2025-03-01", ["từ 01/3/2025"]),
    "chỉ có cuối": ("ends: 2025-06-30", ["đến 30/6/2025"]),
    "không ghi": ("", None),
}


@pytest.mark.parametrize(("lines", "expected"), PERIODS.values(), ids=PERIODS.keys())
def test_time_of_execution(newsroom_of: LoadSmall, lines: str, expected: list[str] | None) -> None:
    files = {"ke-hoach/a.md": page(f"title: Kế hoạch A\nnumber: 1/KH-VKS\n{lines}".rstrip())}
    facts = {
        f.label: [v.text for v in f.values] for f in views(newsroom_of(files))["ke-hoach/a/"].facts
    }
    assert facts.get("Thời gian thực hiện") == expected


def test_relations_are_shown_on_both_pages(newsroom_of: LoadSmall) -> None:
    made = views(
        newsroom_of(
            {
                "van-ban/a.md": page(
                    "title: A\nnumber: 1/QĐ-VKS\nrelations: [{kind: thay-the, to: 2/QĐ-VKS}]"
                ),
                "van-ban/b.md": page("title: B\nnumber: 2/QĐ-VKS"),
            }
        )
    )
    assert ("Thay thế", "2/QĐ-VKS") in [
        (f.label, f.values[0].text) for f in made["van-ban/a/"].facts
    ]
    assert ("Được thay thế bởi", "1/QĐ-VKS") in [
        (f.label, f.values[0].text) for f in made["van-ban/b/"].facts
    ]


def test_an_unregistered_plan_has_a_page_marked_for_the_editor(newsroom_of: LoadSmall) -> None:
    files = {PATH: article(plan="9/KH-VKSHP")}
    public = views(newsroom_of(files))["ke-hoach/9-kh-vkshp-2025/"]
    assert (public.title, public.notices) == ("Kế hoạch 9/KH-VKSHP", ())
    assert [card.address for card in public.listing.cards] == ["tin/2025/bai/"]
    link = Link("Kế hoạch 9/KH-VKSHP", "ke-hoach/9-kh-vkshp-2025/")
    made = views(newsroom_of(files))
    assert link in made["tin/2025/bai/"].kicker
    assert [card.plans for card in cards(made["tin/"])] == [(link,)]
    (notice,) = views(newsroom_of(files, preview=True))["ke-hoach/9-kh-vkshp-2025/"].notices
    assert notice.title == "Kế hoạch chưa có trong thư mục ke-hoach/"


def test_an_unknown_unit_is_plain_text(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of({PATH: article(unit="Phòng 22")}))
    assert made["tin/2025/bai/"].kicker == (Link("Phòng 22"),)
    assert [card.unit for card in cards(made["tin/"])] == [Link("Phòng 22")]


# --- the archive ---


def test_the_archive_offers_its_values_and_years_on_its_first_page(site: Newsroom) -> None:
    made = views(site)
    content, form, periods = made["dan-chu/"].axes
    assert (content.heading, form.heading) == ("Nội dung", "Hình thức")
    assert (len(content.links), len(form.links)) == (5, 11)
    assert [(x.text, x.note) for x in (*content.links, *form.links) if x.note] == [
        ("Tổ chức thực hiện", "1 tin, bài về 1 hoạt động"),
        ("Kiểm tra", "1 tin, bài về 1 hoạt động"),
    ]
    assert (periods.heading, periods.address) == ("Các kỳ", "dan-chu/ky/")
    assert [link.text for link in periods.links] == ["6 tháng đầu năm 2025", "Cả năm 2025"]
    assert [(x.text, x.count) for x in made["dan-chu/"].years] == [("Hoạt động năm 2025", 1)]
    year = made["dan-chu/2025/"]
    assert (year.title, year.axes) == ("Thực hiện dân chủ ở cơ sở: hoạt động năm 2025", ())


def test_an_empty_archive_has_no_matrix(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of({PATH: article()}))
    assert (made["dan-chu/"].matrices, made["dan-chu/"].listing) == ((), None)
    assert made[""].archive is None


# --- long lists ---


def many(count: int) -> dict[str, str]:
    """One article a day from 1 March 2025, the newest last."""
    files = {}
    for number in range(count):
        day = f"2025-{3 + number // 28:02d}-{1 + number % 28:02d}"
        files[f"tin/2025/bai-{number}-a.md"] = article(title=f"Tin {number}", date=day)
    return files


def test_a_long_list_is_paged_from_the_oldest(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of(many(65)))
    assert [card.title for card in made["tin/trang/1/"].listing.cards] == [
        f"Tin {n}" for n in range(19, -1, -1)
    ]
    assert [card.title for card in made["tin/trang/2/"].listing.cards] == [
        f"Tin {n}" for n in range(39, 19, -1)
    ]
    assert [card.title for card in made["tin/"].listing.cards] == [
        f"Tin {n}" for n in range(64, 39, -1)
    ]
    assert "tin/trang/3/" not in made
    assert "don-vi/phong-2/trang/2/" in made


def test_pages_of_a_list_lead_from_one_to_the_next(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of(many(85)))
    addresses = ["tin/", "tin/trang/3/", "tin/trang/2/", "tin/trang/1/"]
    pagers = [made[address].listing.pager for address in addresses]
    assert [link.address for link in pagers[0].pages] == addresses[1:]
    assert [pager.current for pager in pagers] == [None, 3, 2, 1]
    assert [pager.newer and pager.newer.address for pager in pagers] == [None, *addresses[:3]]
    assert [pager.older and pager.older.address for pager in pagers] == [*addresses[1:], None]


def test_a_list_of_39_has_one_page(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of(many(39)))
    assert made["tin/"].listing.pager is None
    assert len(made["tin/"].listing.cards) == 39
    assert "tin/trang/1/" not in made


def test_no_article_stands_twice_in_one_list(newsroom_of: LoadSmall) -> None:
    made = views(newsroom_of(many(65)))
    for base in ("tin/", "tin/2025/", "don-vi/phong-2/"):
        shown = [
            card.address
            for address, view in made.items()
            if address == base or address.startswith(f"{base}trang/")
            for card in cards(view)
        ]
        assert len(shown) == len(set(shown)) == 65


def test_a_full_page_never_changes(newsroom_of: LoadSmall) -> None:
    before, after = (views(newsroom_of(many(count)))["tin/trang/1/"] for count in (65, 85))
    assert before == after


def test_cards_of_a_full_page_never_change(newsroom_of: LoadSmall) -> None:
    before, after = (views(newsroom_of(many(count)))["tin/trang/1/"] for count in (65, 85))
    assert before.listing.cards == after.listing.cards


TAGGED = {"có chủ đề": ({"tags": "xét xử"}, ["Tất cả chủ đề"]), "không có chủ đề": ({}, [])}


@pytest.mark.parametrize(("fields", "headings"), TAGGED.values(), ids=TAGGED.keys())
def test_the_index_of_tags(
    newsroom_of: LoadSmall, fields: dict[str, str], headings: list[str]
) -> None:
    index = views(newsroom_of({PATH: article(**fields)}))["chu-de/"]
    assert [group.heading for group in index.groups] == headings


# --- the front page ---


def test_the_front_page(site: Newsroom) -> None:
    front = views(site)[""]
    assert front.lead.title == "Phòng 2 tiếp đoàn kiểm tra"
    assert front.latest == ()
    assert [plan.number for plan in front.plans] == ["118/KH-VKSHP-TTr"]
    assert front.plans_heading == "Kế hoạch đang thực hiện"
    assert front.archive.all_text == "Xem tất cả"
    assert front.archive.caption == "Số hoạt động năm 2025 đã có tin, bài, theo nội dung"
    assert [(link.text, link.count) for link in front.archive.counts] == [("Tổ chức thực hiện", 1)]


@pytest.mark.parametrize(
    ("now", "heading"),
    [
        ("2025-12-31 23:00", "Kế hoạch đang thực hiện"),
        ("2026-01-01 00:00", "Kế hoạch"),
    ],
)
def test_a_plan_of_last_year_is_not_running(newsroom_of: LoadSmall, now: str, heading: str) -> None:
    assert views(newsroom_of(SITE, now=now))[""].plans_heading == heading


def test_the_front_page_of_an_empty_site(newsroom_of: LoadSmall) -> None:
    front = views(newsroom_of({}, with_units=False))[""]
    assert (front.lead, front.latest, front.plans, front.units) == (None, (), (), ())


# --- the frame ---


def test_menu_and_footer(site: Newsroom) -> None:
    frame = site_view(site, SiteSettings(identity={"phone": "0225"}, contacts={"reception": None}))
    assert [link.text for link in frame.menu] == [
        *("Trang chủ", "Tin tức", "Đơn vị", "Kế hoạch", "Văn bản", "Dân chủ ở cơ sở"),
    ]
    assert [(f.label, f.values[0].text) for f in frame.identity] == [("Điện thoại", "0225")]
    assert frame.contacts == ()
    assert [link.text for link in frame.footer_links] == [
        *("Giới thiệu", "Dữ liệu mở", "Sơ đồ trang", "Theo dõi qua RSS", "Chủ đề"),
    ]
    assert [card.title for card in frame.newest] == ["Phòng 2 tiếp đoàn kiểm tra"]


# --- leads ---


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Phòng 2 họp", 11, "Phòng 2 họp"),
        ("Phòng 2 họp bàn", 11, "Phòng 2…"),
        ("Phòng 2 họp bàn", 13, "Phòng 2 họp…"),
        ("Phòng 2, họp", 10, "Phòng 2…"),
        ("Kiemtragiamsat", 5, "Kiem…"),
        ("", 5, ""),
    ],
)
def test_a_lead_is_cut_at_a_word_end(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


@given(st.text(st.sampled_from("ab ,;:–-đ"), max_size=40), st.integers(2, 30))
def test_a_lead_is_never_too_long(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


# --- every page is a function of its snapshot ---


def test_the_same_snapshot_gives_the_same_pages(newsroom_of: LoadSmall) -> None:
    one, other = newsroom_of(SITE), newsroom_of(SITE)
    assert views(one) == views(other)
    assert list(pages(one)) == list(pages(other))


LONG = "9" * 5000


def test_a_huge_number_as_a_unit_takes_nothing_down(newsroom_of: LoadSmall) -> None:
    files = {PATH: article(unit=f'"{LONG}"', democracy="{content: cong-khai}")}
    assert views(newsroom_of({**UNITS, **files}))
