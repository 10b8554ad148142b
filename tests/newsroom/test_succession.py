"""Units through time: who came before and after, when and how, and whose news is whose."""

from __future__ import annotations

import json

import pytest

from newsroom.exports import structured_data
from newsroom.pages import site_pages
from newsroom.search.entries import search_entries
from newsroom.search.labels import facet_labels
from newsroom.settings import SiteSettings
from newsroom.views import ArticleView, UnitView

from .small import LoadSmall, article, page
from .test_pages import cards, views

FROM = "2025-07-01"
CLOSED = "valid_to: 2025-06-30\n"


def unit(title: str, more: str = "") -> str:
    return page(f"title: {title}\nkind: phong\n{more}".rstrip())


def closing(kind: str, *heirs: str) -> str:
    return f"{CLOSED}closing: {{kind: {kind}, successors: [{', '.join(heirs)}]}}\n"


def news(unit_id: str, *days: str, activity: str | None = None) -> dict[str, str]:
    return {
        f"tin/2025/{unit_id}-{day}-a.md": article(
            title=f"Tin ngày {day}", unit=unit_id, date=day, activity=activity
        )
        for day in days
    }


WAYS: dict[str, tuple[str, tuple[str, ...], str, str | None]] = {
    "đổi tên": (
        "doi-ten",
        ("moi",),
        "đến hết ngày 30/6/2025; đổi tên thành Đơn vị mới",
        "đến hết ngày 30/6/2025, đổi tên",
    ),
    "hợp nhất": (
        "hop-nhat",
        ("moi",),
        "đến hết ngày 30/6/2025; hợp nhất thành Đơn vị mới",
        "đến hết ngày 30/6/2025, hợp nhất",
    ),
    "sáp nhập": (
        "sap-nhap",
        ("moi",),
        "đến hết ngày 30/6/2025; sáp nhập vào Đơn vị mới",
        "đến hết ngày 30/6/2025, sáp nhập",
    ),
    "chia tách": (
        "chia-tach",
        ("moi", "khac"),
        "đến hết ngày 30/6/2025; chia tách thành Đơn vị mới, Đơn vị khác",
        "đến hết ngày 30/6/2025, chia tách",
    ),
    "giải thể": ("giai-the", (), "đến hết ngày 30/6/2025; giải thể", None),
    "chưa xác định": ("chua-xac-dinh", (), "đến hết ngày 30/6/2025", None),
    "chưa xác định, có đơn vị kế tục": (
        "chua-xac-dinh",
        ("moi",),
        "đến hết ngày 30/6/2025; kế tục: Đơn vị mới",
        "đến hết ngày 30/6/2025",
    ),
}


@pytest.mark.parametrize(("kind", "heirs", "followed", "before"), WAYS.values(), ids=WAYS.keys())
def test_each_way_to_end(
    newsroom_of: LoadSmall, kind: str, heirs: tuple[str, ...], followed: str, before: str | None
) -> None:
    files = {
        "don-vi/cu.md": unit("Đơn vị cũ", closing(kind, *heirs)),
        "don-vi/moi.md": unit("Đơn vị mới", f"valid_from: {FROM}\n"),
        "don-vi/khac.md": unit("Đơn vị khác", f"valid_from: {FROM}\n"),
        **news("cu", "2025-05-01", "2025-05-02"),
        **news("moi", "2025-07-10"),
    }
    made = views(newsroom_of(files))
    old, new, index = made["don-vi/cu/"], made["don-vi/moi/"], made["don-vi/"]
    former = next(g for g in index.groups if g.heading == "Đã kết thúc hoạt động")
    assert index.groups[-1] is former
    assert [(x.text, x.note, x.count) for x in former.links] == [("Đơn vị cũ", followed, 2)]
    (banner,) = old.notices
    assert banner.lines[0] == "Đơn vị cũ kết thúc hoạt động từ ngày 01/7/2025."
    known = {"moi": "từ ngày 01/7/2025 · 1 tin, bài về 1 hoạt động", "khac": "từ ngày 01/7/2025"}
    assert [(x.address, x.note) for x in banner.links] == [
        (f"don-vi/{heir}/", known[heir]) for heir in heirs
    ]
    facts = {f.label: [(x.text, x.note) for x in f.values] for f in new.facts}
    counted = f"{before} · 2 tin, bài về 2 hoạt động"
    assert facts.get("Tiền thân") == ([("Đơn vị cũ", counted)] if before else None)


def test_the_news_of_each_stays_its_own(newsroom_of: LoadSmall) -> None:
    files = {
        "don-vi/cu.md": unit("Đơn vị cũ", closing("sap-nhap", "moi")),
        "don-vi/moi.md": unit("Đơn vị mới", f"valid_from: {FROM}\n"),
        **news("cu", "2025-05-01", "2025-05-02", activity="cuoc-thi"),
        **news("moi", "2025-07-10"),
    }
    made = views(newsroom_of(files))
    own = {
        address: {f.label: [x.text for x in f.values] for f in made[address].facts}.get(
            "Riêng đơn vị này"
        )
        for address in ("don-vi/cu/", "don-vi/moi/")
    }
    assert own == {
        "don-vi/cu/": ["2 tin, bài về 1 hoạt động"],
        "don-vi/moi/": ["1 tin, bài về 1 hoạt động"],
    }
    assert made["don-vi/moi/"].own.total == 1


def test_before_its_last_day_is_over_a_unit_is_present(newsroom_of: LoadSmall) -> None:
    files = {
        "don-vi/cu.md": unit("Đơn vị cũ", closing("doi-ten", "moi")),
        "don-vi/moi.md": unit("Đơn vị mới", f"valid_from: {FROM}\n"),
    }
    made = views(newsroom_of(files, now="2025-06-30 23:00"))
    assert made["don-vi/cu/"].notices == ()
    facts = {f.label: [(x.text, x.note) for x in f.values] for f in made["don-vi/cu/"].facts}
    assert facts["Đơn vị kế tục"] == [("Đơn vị mới", "từ ngày 01/7/2025")]
    present = {x.text: x.note for group in made["don-vi/"].groups for x in group.links}
    assert present["Đơn vị cũ"] is None
    assert present["Đơn vị mới"] == "hoạt động từ ngày 01/7/2025"


def test_a_pilot_overlaps_what_it_replaces(newsroom_of: LoadSmall) -> None:
    files = {
        "don-vi/quan.md": unit("VKSND quận Mẫu", closing("sap-nhap", "khu-vuc")),
        "don-vi/khu-vuc.md": unit("VKSND khu vực Mẫu", "valid_from: 2025-06-13\n"),
        **news("quan", "2025-06-20"),
        **news("khu-vuc", "2025-06-21"),
    }
    newsroom = newsroom_of(files)
    assert [p.code for p in newsroom.problems if p.path.startswith(("tin", "don-vi"))] == []
    shown = {card.title: card.unit.text for card in cards(views(newsroom)["tin/"]) if card.unit}
    assert shown == {
        "Tin ngày 2025-06-20": "VKSND quận Mẫu",
        "Tin ngày 2025-06-21": "VKSND khu vực Mẫu",
    }


TWO = {
    "don-vi/phong-3.md": unit("Phòng 3", closing("sap-nhap", "phong-3-moi")),
    "don-vi/phong-3-moi.md": unit("Phòng 3", f"valid_from: {FROM}\npredecessors: phong-3\n"),
}


def test_two_units_of_one_name_are_told_apart(newsroom_of: LoadSmall) -> None:
    files = {**TWO}
    for day in ("2025-05-01", "2025-07-10"):
        files[f"tin/2025/{day}-a.md"] = article(title=f"Tin {day}", unit="Phòng 3", date=day)
    newsroom = newsroom_of(files)
    assert [p.code for p in newsroom.problems] == []
    made = views(newsroom)
    assert [c.title for c in cards(made["don-vi/phong-3/"])] == ["Tin 2025-05-01"]
    assert [c.title for c in cards(made["don-vi/phong-3-moi/"])] == ["Tin 2025-07-10"]
    former = made["don-vi/"].groups[-1].links[0]
    assert former.note == (
        "đến hết ngày 30/6/2025; sáp nhập vào Phòng 3 (hoạt động từ ngày 01/7/2025)"
    )
    labels = dict(facet_labels(newsroom, ())["don-vi"])
    assert labels["phong-3"] == "Phòng 3 (đến hết ngày 30/6/2025)"
    assert labels["phong-3-moi"] == "Phòng 3 (từ ngày 01/7/2025)"
    assert labels["phong-2"] == "Phòng 2"


RENAMED = unit(
    "Thanh tra",
    "aliases: [TT]\nnames:\n  - {name: Thanh tra – Khiếu tố, to: 2024-12-31}\n"
    "  - {name: Thanh tra, from: 2025-01-01}\n",
)
DAYS = {
    "ngày cuối của tên cũ": ("2024-12-31", "Thanh tra – Khiếu tố"),
    "ngày đầu của tên mới": ("2025-01-01", "Thanh tra"),
}


@pytest.mark.parametrize("written", ["thanh-tra", "TT"])
@pytest.mark.parametrize(("day", "name"), DAYS.values(), ids=DAYS.keys())
def test_the_name_beside_an_article_is_that_of_its_day(
    newsroom_of: LoadSmall, day: str, name: str, written: str
) -> None:
    files = {
        "don-vi/thanh-tra.md": RENAMED,
        "tin/2025/bai.md": article(
            unit=written,
            date="2025-03-01",
            event_date=day,
            plan="9/KH-VKS",
            author=f"{{name: A, role: Kiểm sát viên, unit: {written}}}",
            units=f"{{partner: {written}}}",
        ),
        "tin/2025/khac.md": article(unit=written, date="2025-03-02", event_date=day),
    }
    newsroom = newsroom_of(files)
    made = views(newsroom)
    view = made["tin/2025/bai/"]
    assert isinstance(view, ArticleView)
    assert view.kicker[0].text == name
    assert view.byline[0].unit and view.byline[0].unit.text == name
    assert {x.text for fact in view.roles for x in fact.values} == {name}
    assert f"Tin, bài khác về {name}" in [group.heading for group in view.related]
    plan_address = f"ke-hoach/9-kh-vks-{day[:4]}/"
    for address in ("", "tin/", "tin/2025/", "tin/2025/03/", plan_address):
        assert {c.unit.text for c in cards(made[address]) if c.unit} == {name}, address
    plan = made[plan_address]
    assert {x.text for group in plan.roles for x in group.links} == {name}
    assert {e.unit for e in search_entries(newsroom) if e.address == "tin/2025/bai/"} == {name}
    other = {"Thanh tra", "Thanh tra – Khiếu tố"} - {name}
    about = json.loads(structured_data(view, "tin/2025/bai/", SiteSettings(), ""))
    assert not other & set(json.dumps(about, ensure_ascii=False).split('"'))
    assert made["don-vi/thanh-tra/"].title == "Thanh tra"


def test_no_unit_page_lacks_a_successor_that_the_register_has(newsroom_of: LoadSmall) -> None:
    """A chain: each page names its own neighbours, and leads on."""
    files = {
        "don-vi/a.md": unit("A", "valid_to: 2020-12-31\nclosing: {kind: doi-ten, successors: b}\n"),
        "don-vi/b.md": unit(
            "B",
            "valid_from: 2021-01-01\nvalid_to: 2025-06-30\n"
            "closing: {kind: doi-ten, successors: c}\n",
        ),
        "don-vi/c.md": unit("C", f"valid_from: {FROM}\n"),
    }
    newsroom = newsroom_of(files)
    made = {p.address: p.make_view() for p in site_pages(newsroom, SiteSettings())}
    a, b, c = (made[f"don-vi/{x}/"] for x in "abc")
    assert isinstance(a, UnitView)
    assert isinstance(b, UnitView)
    assert isinstance(c, UnitView)
    assert [(x.text, x.note) for x in a.notices[0].links] == [
        ("B", "từ ngày 01/01/2021 đến hết ngày 30/6/2025")
    ]
    assert [x.text for x in b.notices[0].links] == ["C"]
    assert {f.label: [x.text for x in f.values] for f in b.facts}["Tiền thân"] == ["A"]
    assert {f.label: [x.text for x in f.values] for f in c.facts}["Tiền thân"] == ["B"]
