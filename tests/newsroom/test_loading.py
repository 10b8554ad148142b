"""From a docs folder to a newsroom: what is listed, under what, and what is wrong."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.loading import load_newsroom
from newsroom.model import Hold, Role
from newsroom.newsroom import Newsroom
from newsroom.problems import Severity
from newsroom.settings import read_settings

from .small import PATH, PDF, UNITS, LoadSmall, article, codes, page, write


def paths(newsroom: Newsroom) -> list[str]:
    return [a.path for a in newsroom.articles]


def only(newsroom: Newsroom) -> Any:
    """The one article of a newsroom."""
    (found,) = newsroom.articles
    return found


def test_an_ordinary_newsroom_has_no_problems(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article()})
    assert newsroom.problems == ()
    one = only(newsroom)
    assert (one.address, one.title) == ("tin/2025/bai/", "Phòng 2 tiếp đoàn kiểm tra")
    assert one.unit.unit is newsroom.units.get("phong-2")
    assert newsroom.by_unit == {"phong-2": (one,)}


def test_an_empty_folder(tmp_path: Path) -> None:
    newsroom = load_newsroom(tmp_path, datetime(2025, 8, 1, tzinfo=UTC))
    assert (newsroom.articles, newsroom.problems, newsroom.paths) == ((), (), ())


# --- what is held back ---

HELD: dict[str, tuple[dict[str, str], Hold | None]] = {
    "bản nháp": ({"draft": "true"}, Hold.DRAFT),
    "không còn là nháp": ({"draft": "false"}, None),
    "hẹn giờ, chưa tới": ({"publish_at": "2025-08-01 09:01"}, Hold.SCHEDULED),
    "hẹn giờ, vừa tới": ({"publish_at": "2025-08-01 09:00"}, None),
    "hẹn giờ, đã qua": ({"publish_at": "2025-07-31 23:59"}, None),
    "hẹn ngày mai": ({"publish_at": "2025-08-02"}, Hold.SCHEDULED),
    "hẹn hôm nay": ({"publish_at": "2025-08-01"}, None),
    "hẹn theo giờ quốc tế, chưa tới": ({"publish_at": "2025-08-01T02:01Z"}, Hold.SCHEDULED),
    "hẹn theo giờ quốc tế, đã tới": ({"publish_at": "2025-08-01T02:00Z"}, None),
    "nháp có hẹn giờ đã qua": ({"draft": "true", "publish_at": "2025-01-01"}, Hold.DRAFT),
}


@pytest.mark.parametrize(("fields", "hold"), HELD.values(), ids=HELD.keys())
def test_what_is_held_back(
    newsroom_of: LoadSmall, fields: dict[str, str], hold: Hold | None
) -> None:
    public = newsroom_of({PATH: article(**fields)})
    preview = newsroom_of({PATH: article(**fields)}, preview=True)
    assert paths(public) == ([] if hold else [PATH])
    assert [a.path for a in public.held] == ([PATH] if hold else [])
    assert (paths(preview), only(preview).hold) == ([PATH], hold)


def test_what_is_held_back_is_in_no_index(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(
                draft="true",
                tags="[dân chủ ở cơ sở, xét xử]",
                plan="9/KH-VKSHP",
                documents="[1/QĐ-VKSHP]",
                units="{partner: phong-9}",
            ),
            "van-ban/1.md": page("title: Quyết định\nnumber: 1/QĐ-VKSHP"),
        }
    )
    assert (newsroom.articles, newsroom.by_unit, newsroom.taking_part) == ((), {}, {})
    assert (newsroom.tags, newsroom.plans, newsroom.by_document) == ((), (), {})
    assert [index.articles for index in newsroom.archives] == [()]


MISTYPED = ["drfat: true", "Draft: true", "pubish_at: 2030-01-01"]


@pytest.mark.parametrize("line", MISTYPED)
def test_a_mistyped_draft_is_not_published(newsroom_of: LoadSmall, line: str) -> None:
    key, _, value = line.partition(": ")
    newsroom = newsroom_of({PATH: article(**{key: value})})
    assert newsroom.articles == ()
    assert [b.path for b in newsroom.broken] == [PATH]
    assert codes(newsroom) == ["6 field-unknown"]


def test_an_article_in_a_wrongly_written_folder_is_not_published_as_a_page(
    newsroom_of: LoadSmall,
) -> None:
    newsroom = newsroom_of({"Tin/2025/bai.md": article(draft="true")})
    assert newsroom.articles == ()
    assert [p for p in newsroom.pages.values() if p.path.startswith("Tin/")] == []


# --- what a writer named and nobody registered ---


def test_an_unknown_unit_is_still_shown(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(unit="Phòng 22")})
    assert only(newsroom).unit.text == "Phòng 22"
    assert only(newsroom).unit.unit is None
    assert codes(newsroom) == ["5 unit-unknown"]
    assert newsroom.by_unit == {}


def test_an_unregistered_plan_gets_a_page_from_what_articles_say(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(plan="9/KH – VKSHP"),
            "tin/2025/b.md": article(
                title="Phòng 9 họp", plan="9/KH-VKSHP", event_date="2025-03-01"
            ),
        }
    )
    (plan,) = newsroom.plans
    assert (plan.ref.number, plan.ref.year, plan.document) == ("9/KH-VKSHP", 2025, None)
    assert plan.address == "ke-hoach/9-kh-vkshp-2025/"
    assert [a.path for a in plan.articles] == [PATH, "tin/2025/b.md"]
    assert codes(newsroom) == ["6 plan-unknown"]


def test_letter_case_does_not_make_two_plans(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {PATH: article(plan="9/KH-VKSHP"), "tin/2025/b.md": article(plan="9/kh-vkshp")}
    )
    assert len(newsroom.plans) == 1


def test_plans_that_differ_only_in_d_have_two_addresses(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {PATH: article(plan="9/HĐ-VKSHP"), "tin/2025/b.md": article(plan="9/HD-VKSHP")}
    )
    assert sorted((p.ref.number, p.address) for p in newsroom.plans) == [
        ("9/HD-VKSHP", "ke-hoach/9-hd-vkshp-2025/"),
        ("9/HĐ-VKSHP", "ke-hoach/9-hd-vkshp-2025-2/"),
    ]


PLAN_118 = {
    "ke-hoach/118-kh-vkshp-ttr-2025.md": page(
        "title: Kế hoạch kiểm tra\nnumber: 118/KH-VKSHP-TTr\ndate: 07/02/2025"
    )
}
CITED = {
    "ở mục kế hoạch": {"plan": "118/KH-VKSHP-TTr"},
    "bằng mã": {"plan": "118-kh-vkshp-ttr-2025"},
    "có ngày": {"plan": "{number: 118/KH-VKSHP-TTr, date: 07/02/2025}"},
    "ở mục văn bản": {"documents": "118/KH-VKSHP-TTr"},
    "hai lần": {"plan": "118/KH-VKSHP-TTr", "documents": "[118/KH – VKSHP-TTr]"},
}


@pytest.mark.parametrize("fields", CITED.values(), ids=CITED.keys())
def test_a_plan_gathers_what_cites_it(newsroom_of: LoadSmall, fields: dict[str, str]) -> None:
    newsroom = newsroom_of({**PLAN_118, PATH: article(**fields)})
    (plan,) = newsroom.plans
    assert plan.address == "ke-hoach/118-kh-vkshp-ttr-2025/"
    assert [a.path for a in plan.articles] == [PATH]
    assert [a.path for a in newsroom.by_document[plan.document.path]] == [PATH]  # type: ignore[union-attr]
    assert newsroom.problems == ()


def test_what_an_article_leaves_out(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(author=None, unit=None)})
    assert sorted(codes(newsroom)) == ["1 author-missing", "1 unit-missing"]
    assert only(newsroom).unit is None


def test_a_retelling_is_signed_by_its_source(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(
                author=None,
                retold_from="{title: Bài gốc, author: Lê Thị Mẫu, role: Chuyên viên, unit: phong-2}",
            )
        }
    )
    (person,) = only(newsroom).byline
    assert (person.name, person.role, person.unit.text) == ("Lê Thị Mẫu", "Chuyên viên", "Phòng 2")
    assert newsroom.problems == ()


# --- dates ---

DATES = {
    "có cả hai": ({"event_date": "2025-03-05"}, "2025-03-06", "2025-03-05", []),
    "chỉ có ngày đăng": ({}, "2025-03-06", "2025-03-06", []),
    "không rõ ngày đăng": (
        {"date": "unknown", "event_date": "2025-03-05"},
        "2025-03-05",
        "2025-03-05",
        ["3 date-from-event"],
    ),
    "không ghi ngày đăng": (
        {"date": None, "event_date": "2025-03-05"},
        "2025-03-05",
        "2025-03-05",
        ["5 date-from-event"],
    ),
    "đăng trong ngày": ({"event_date": "2025-03-06"}, "2025-03-06", "2025-03-06", []),
    "diễn ra sau khi đăng": (
        {"event_date": "2025-05-03"},
        "2025-03-06",
        "2025-05-03",
        ["6 date-order"],
    ),
    "ở tương lai": ({"date": "2052-03-05"}, "2052-03-05", "2052-03-05", ["3 date-future"]),
    "ngày mai": ({"date": "2025-08-02"}, "2025-08-02", "2025-08-02", ["3 date-future"]),
    "hôm nay": ({"date": "2025-08-01 23:00"}, "2025-08-01", "2025-08-01", []),
}


@pytest.mark.parametrize(
    ("fields", "listed", "happened", "expected"), DATES.values(), ids=DATES.keys()
)
def test_by_which_day(
    newsroom_of: LoadSmall,
    fields: dict[str, str | None],
    listed: str,
    happened: str,
    expected: list[str],
) -> None:
    newsroom = newsroom_of({PATH: article(**fields)})
    assert str(only(newsroom).listed_on)[:10] == listed
    assert only(newsroom).happened_on.isoformat() == happened
    assert codes(newsroom) == expected


def test_a_unit_is_the_one_of_the_day_of_the_event(newsroom_of: LoadSmall) -> None:
    units = {
        "don-vi/phong-2.md": page("title: Phòng 2\nkind: phong\nvalid_to: 2025-06-30"),
        "don-vi/phong-2-moi.md": page("title: Phòng 2\nkind: phong\nvalid_from: 2025-07-01"),
        PATH: article(unit="Phòng 2", date="2025-07-10", event_date="2025-06-20"),
        "tin/2025/b.md": article(unit="Phòng 2", date="2025-07-11"),
    }
    newsroom = newsroom_of(units)
    assert {u: [a.path for a in own] for u, own in newsroom.by_unit.items()} == {
        "phong-2": [PATH],
        "phong-2-moi": ["tin/2025/b.md"],
    }


# --- who takes part ---


def test_roles(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            "don-vi/ban-chi-dao.md": page("title: Ban Chỉ đạo\nkind: to-chuc"),
            PATH: article(
                units="{inspected: phong-2, led_by: Ban Chỉ đạo, partner: phong-9, "
                "mentioned: [phong-9, Phòng 99]}"
            ),
        }
    )
    one = only(newsroom)
    assert [(role, ref.text) for role, ref in one.roles] == [
        (Role.INSPECTED, "Phòng 2"),
        (Role.LED_BY, "Ban Chỉ đạo"),
        (Role.PARTNER, "Phòng 9"),
        (Role.MENTIONED, "Phòng 9"),
        (Role.MENTIONED, "Phòng 99"),
    ]
    assert codes(newsroom) == ["6 unit-unknown"]
    assert {
        unit: [part.roles for part in parts] for unit, parts in newsroom.taking_part.items()
    } == {
        "ban-chi-dao": [(Role.LED_BY,)],
        "phong-9": [(Role.PARTNER, Role.MENTIONED)],
    }


# --- the archive of grass-roots democracy ---

ARCHIVE: dict[str, Any] = {
    "bằng thẻ": ({"tags": "dân chủ ở cơ sở"}, {}, ["6 archive-unclassified"]),
    "bằng thẻ không dấu": ({"tags": "[a, Dan chu o co so]"}, {}, ["6 archive-unclassified"]),
    "bằng khối": (
        {"democracy": "{content: to-chuc-thuc-hien, form: [kiem-tra, doi-thoai]}"},
        {"content": ("to-chuc-thuc-hien",), "form": ("kiem-tra", "doi-thoai")},
        [],
    ),
    "bằng tên tiếng Việt": (
        {"democracy": "{content: [Công khai, ban quyet dinh]}"},
        {"content": ("cong-khai",)},
        ["6 archive-value-unknown"],
    ),
    "khối rỗng": ({"democracy": "{}"}, {}, ["6 archive-unclassified"]),
    "giá trị lạ": (
        {"democracy": "{content: kiem-tra}"},
        {},
        ["6 archive-unclassified", "6 archive-value-unknown"],
    ),
    "hai lần một giá trị": (
        {"democracy": "{form: [kiem-tra, Kiểm tra]}"},
        {"form": ("kiem-tra",)},
        [],
    ),
    "không thuộc": ({"tags": "xét xử"}, None, []),
}


@pytest.mark.parametrize(
    ("fields", "classification", "expected"), ARCHIVE.values(), ids=ARCHIVE.keys()
)
def test_membership_in_the_archive(
    newsroom_of: LoadSmall,
    fields: dict[str, str],
    classification: dict[str, tuple[str, ...]] | None,
    expected: list[str],
) -> None:
    newsroom = newsroom_of({PATH: article(**fields)})
    (index,) = newsroom.archives
    assert [a.path for a in index.articles] == ([] if classification is None else [PATH])
    assert [a.path for a in index.unclassified] == ([PATH] if classification == {} else [])
    assert only(newsroom).classification.get("dan-chu") == classification
    assert sorted(codes(newsroom)) == expected


def test_the_archive_goes_by_the_event(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(
                date="2025-01-05", event_date="2024-12-30", democracy="{form: doi-thoai}"
            ),
            "tin/2025/b.md": article(date="2025-01-03", democracy="{form: doi-thoai}"),
        }
    )
    (index,) = newsroom.archives
    assert index.years == (2025, 2024)
    assert [a.path for a in index.of_year(2024)] == [PATH]
    assert [a.path for a in index.articles] == ["tin/2025/b.md", PATH]
    assert [a.path for a in index.with_value("form", "doi-thoai")] == ["tin/2025/b.md", PATH]
    assert index.with_value("content", "cong-khai") == ()
    assert paths(newsroom) == [PATH, "tin/2025/b.md"]


# --- order ---


def test_newest_publication_first_then_titles_in_vietnamese_order(newsroom_of: LoadSmall) -> None:
    titles = {
        "tin/2025/a.md": ("Đảng ủy họp", "2025-03-06"),
        "tin/2025/b.md": ("Dân vận khéo", "2025-03-06"),
        "tin/2025/c.md": ("Phòng 10 họp", "2025-03-06"),
        "tin/2025/d.md": ("Phòng 2 họp", "2025-03-06"),
        "tin/2025/e.md": ("An toàn", "2025-03-05"),
        "tin/2025/f.md": ("Tin buổi chiều", "2025-03-06 14:00"),
        "tin/2025/g.md": ("Tin buổi sáng", "2025-03-06 08:00"),
    }
    files = {path: article(title=title, date=day) for path, (title, day) in titles.items()}
    assert [path[9] for path in paths(newsroom_of(files))] == ["f", "g", "b", "a", "d", "c", "e"]


# --- a page that cannot be shown ---

BROKEN = {
    "khai báo sai": ("---\ntitle: Phòng 2: họp\n---\n", ["2 yaml-syntax"], "Phòng 2: họp"),
    "giá trị sai": (article(date="2025-02-30"), ["3 field-invalid"], "Phòng 2 tiếp đoàn kiểm tra"),
    "thiếu đầu đề": (article(title=None), ["1 field-missing"], PATH),
    "mã nguy hiểm": (article("<script>"), ["8 html-unsafe"], "Phòng 2 tiếp đoàn kiểm tra"),
    "liên kết nguy hiểm": (
        article("[a](javascript:b)"),
        ["8 link-unsafe"],
        "Phòng 2 tiếp đoàn kiểm tra",
    ),
    "ảnh ở trang khác": (
        article("![a](https://x.example/a.jpg)"),
        ["8 image-remote"],
        "Phòng 2 tiếp đoàn kiểm tra",
    ),
    "ký tự điều khiển": (
        article("Một\u202ehai"),
        ["8 control-character"],
        "Phòng 2 tiếp đoàn kiểm tra",
    ),
    "UTF-16": (article().encode("utf-16"), ["- encoding"], PATH),
    "lồng quá sâu": (
        article("[" * 300),
        ["8 nesting-too-deep", "8 nesting-too-deep"],
        "Phòng 2 tiếp đoàn kiểm tra",
    ),
}


@pytest.mark.parametrize(("text", "expected", "title"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_page_is_left_out_and_the_rest_stands(
    newsroom_of: LoadSmall, text: str | bytes, expected: list[str], title: str
) -> None:
    newsroom = newsroom_of({PATH: text, "tin/2025/tot.md": article()})
    assert paths(newsroom) == ["tin/2025/tot.md"]
    assert codes(newsroom) == expected
    (broken,) = newsroom.broken
    assert (broken.path, broken.title) == (PATH, title)
    assert any(p.severity is Severity.ERROR for p in broken.problems)


def test_a_broken_unit_leaves_its_articles_with_their_text(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({"don-vi/phong-2.md": page("title: Phòng 2"), PATH: article()})
    assert only(newsroom).unit.text == "phong-2"
    assert codes(newsroom) == ["5 unit-unknown"]


def test_an_empty_article_is_shown_with_a_warning(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article("")})
    assert (paths(newsroom), codes(newsroom)) == ([PATH], ["9 body-empty"])


# --- names and twins, as a whole ---


def test_twins_in_two_normal_forms_are_one_article(newsroom_of: LoadSmall) -> None:
    nfc, nfd = (unicodedata.normalize(form, "tin/2025/đoàn.md") for form in ("NFC", "NFD"))
    newsroom = newsroom_of({nfc: article(), nfd: article()})
    assert len(newsroom.articles) == 1
    assert [p.code for p in newsroom.problems].count("address-collision") == 1


def test_a_file_may_lie_directly_in_tin(newsroom_of: LoadSmall) -> None:
    assert only(newsroom_of({"tin/bai.md": article()})).address == "tin/bai/"


# --- pictures and attachments ---


def test_pictures_and_attachments_of_an_article(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(
                image="{src: anh.jpg}",
                attachments="[{file: a.pdf, title: A}, {file: khong-co.pdf, title: B}]",
            ),
            "tin/2025/a.pdf": PDF,
            "tin/2025/anh.jpg": "không phải ảnh",
        }
    )
    assert sorted(codes(newsroom)) == ["6 image-alt", "6 image-missing", "7 attachment-missing"]
    assert codes(newsroom, "tin/2025/anh.jpg") == ["- image-broken"]
    assert set(newsroom.assets) == {"tin/2025/a.pdf"}


# --- what a writer chose to ignore ---


def test_a_warning_can_be_ignored_with_a_reason(newsroom_of: LoadSmall) -> None:
    text = article("Ở cơ cở.", unit="Phòng 99", lint_ignore="{unit-unknown: đơn vị bạn}")
    assert codes(newsroom_of({PATH: text})) == ["9 spelling-slip"]


def test_an_error_cannot_be_ignored(newsroom_of: LoadSmall) -> None:
    text = article("<script>", lint_ignore="{html-unsafe: vì}")
    assert "9 html-unsafe" in codes(newsroom_of({PATH: text}))


@pytest.mark.parametrize("code", ["khong-co", "html-unsafe"])
def test_a_code_that_cannot_be_ignored_is_reported(newsroom_of: LoadSmall, code: str) -> None:
    newsroom = newsroom_of({PATH: article(lint_ignore=f"{{{code}: vì}}")})
    assert codes(newsroom) == ["6 lint-ignore-unknown"]
    assert f"“{code}”" in newsroom.problems[0].message


# --- registers ---


def test_a_plan_scope_is_checked(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            "ke-hoach/1.md": page(
                "title: Kế hoạch\nnumber: 1/KH-VKS\ndate: 2025-01-02\nscope:\n  - phong-2\n  - Phòng 99"
            )
        }
    )
    assert codes(newsroom, "ke-hoach/1.md") == ["7 unit-unknown"]


# --- never an exception, never a difference ---

NOW = datetime(2025, 6, 30, 18, 0, tzinfo=UTC)


def test_today_is_that_of_hai_phong(tmp_path: Path) -> None:
    write(tmp_path, {**UNITS, PATH: article(date="2025-07-01")})
    assert load_newsroom(tmp_path, NOW).problems == ()


HUGE = "9" * 5000
LONG_NUMBERS = {
    "chủ đề": {PATH: article(tags=f'"{HUGE}"')},
    "văn bản": {"van-ban/a.md": page(f'title: A\nnumber: "{HUGE}"')},
}


@pytest.mark.parametrize("files", LONG_NUMBERS.values(), ids=LONG_NUMBERS.keys())
def test_a_huge_number_takes_nothing_down(newsroom_of: LoadSmall, files: dict[str, str]) -> None:
    assert newsroom_of(files) is not None


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    write(tmp_path, {**UNITS, PATH: article(tags="[a, b]", plan="9/KH-A"), "tin/2025/b.md": "hỏng"})
    now = datetime(2025, 8, 1, tzinfo=UTC)
    one, other = load_newsroom(tmp_path, now), load_newsroom(tmp_path, now)
    assert (one.articles, one.problems, one.plans) == (other.articles, other.problems, other.plans)


def test_progress_is_told(tmp_path: Path) -> None:
    write(tmp_path, {**UNITS, PATH: article()})
    told: list[tuple[int, int]] = []
    load_newsroom(
        tmp_path,
        datetime(2025, 8, 1, tzinfo=UTC),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_each_step_is_told_in_words_and_how_far_it_is(tmp_path: Path) -> None:
    write(tmp_path, {**UNITS, PATH: article()})
    told: list[object] = []
    load_newsroom(
        tmp_path,
        datetime(2025, 8, 1, tzinfo=UTC),
        progress=lambda done, total: told.append((done, total)),
        begin=told.append,
    )
    assert told == [
        *((1, 3), (2, 3), (3, 3)),
        *("Tìm văn bản được viện dẫn", (1, 1)),
        "Xếp tin, bài vào các mục",
    ]


# --- pages that are there only where the configuration has something for them ---

LINKING = {"lien-he-di.md": page("title: Thử", "[Liên hệ](lien-he.md)")}
CONTACT = {"contacts": {"reception": "Phòng mẫu"}}
KNOWN_SETTINGS: dict[str, tuple[Any, list[str], bool]] = {
    "chưa đọc cấu hình": (None, [], True),
    "có đầu mối": (CONTACT, ["alias-invalid"], False),
    "không có đầu mối": ({"contacts": None}, ["link-dead"], True),
}


@pytest.mark.parametrize(
    ("entered", "found", "redirects"), KNOWN_SETTINGS.values(), ids=KNOWN_SETTINGS.keys()
)
def test_the_page_of_contacts(
    tmp_path: Path, entered: Any, found: list[str], redirects: bool
) -> None:
    write(tmp_path, {**UNITS, **LINKING, PATH: article(aliases="/lien-he")})
    known = None if entered is None else read_settings(entered)
    newsroom = load_newsroom(tmp_path, NOW, settings=known)
    assert [p.code for p in newsroom.problems] == found
    assert ("lien-he" in newsroom.redirects) is redirects


FOLDERS = ["tin/2025/", "don-vi/", "ke-hoach/", "van-ban/", "", "bien-tap/"]
LINES = [
    *("title: Phòng 2", "title: Kế hoạch A", "date: 2025-03-05", "date: unknown", "draft: true"),
    *("kind: phong", "number: 1/KH-VKS", "number: kế hoạch", "unit: phong-2", "unit: [a]"),
    *("plan: 1/KH-VKS", "plan: {number: x, date: 2025}", "tags: [a, dân chủ ở cơ sở]", "tags:"),
    *("event_date: 05/3/2025", "democracy: {content: cong-khai}", "aliases: [/a, /b/, //c]"),
    *("valid_to: 2025-06-30", "closing: {kind: doi-ten, successors: a}", "scope: [Phòng 2, x]"),
    *("starts: 2025-01-01", "parent: a", "image: {src: ../x.jpg}", "attachments: [{file: a}]"),
    *("lint_ignore: {unit-unknown: vì}", "author: [{name: A, unit: Phòng 2}]", "xyz: 1", "- a"),
]
files_of_any_kind = st.dictionaries(
    st.tuples(st.sampled_from(FOLDERS), st.sampled_from(["a.md", "phong-2.md", "index.md"])).map(
        "".join
    ),
    st.tuples(
        st.lists(st.sampled_from(LINES), max_size=7).map("\n".join),
        st.sampled_from(["", "Một.", "[a](a.md)", "# A", "<b>", "![](x.jpg)", "[[[[", "ở cơ cở"]),
    ).map(lambda parts: page(*parts)),
    max_size=5,
)


@given(files_of_any_kind, st.booleans())
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_content_can_be_loaded(
    newsroom_of: LoadSmall, files: dict[str, str], is_preview: bool
) -> None:
    newsroom = newsroom_of(files, preview=is_preview, with_units=False)
    shown = {*paths(newsroom), *(a.path for a in newsroom.held), *(b.path for b in newsroom.broken)}
    registers = {p.path for p in (*newsroom.units, *newsroom.documents, *newsroom.pages.values())}
    assert shown | registers == set(newsroom.paths)
    assert {p.path for p in newsroom.problems} <= set(files)
