"""What an article offers to read next, and why."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.newsroom import Newsroom
from newsroom.pages import site_pages
from newsroom.settings import SiteSettings
from newsroom.views import Group

from .small import LoadSmall, article, page

PLAN = page("title: Kế hoạch kiểm tra\nnumber: 118/KH-VKSHP-TTr\ndate: 07/02/2025")
PLAN_PATH = "ke-hoach/118-kh-vkshp-ttr-2025.md"


def written(name: str, day: str, **fields: str | None) -> dict[str, str]:
    text = article(title=f"Bài {name}", date=day, **{"unit": "phong-2", **fields})
    return {f"tin/2025/bai-{name}.md": text}


def view(newsroom: Newsroom, name: str) -> Any:
    known = {one.address: one for one in site_pages(newsroom, SiteSettings())}
    return known[f"tin/2025/bai-{name}/"].make_view()


def titles(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    return {group.heading: [link.text for link in group.links] for group in groups}


def test_before_and_after_within_the_plan(newsroom_of: LoadSmall) -> None:
    files = {PLAN_PATH: PLAN}
    for name, day in (("a", "2025-03-01"), ("b", "2025-03-05"), ("c", "2025-03-09")):
        files |= written(name, day, plan="118/KH-VKSHP-TTr")
    newsroom = newsroom_of(files)
    steps = {name: view(newsroom, name).neighbours for name in "abc"}
    assert [(s.earlier and s.earlier.text, s.later and s.later.text) for s in steps.values()] == [
        (None, "Bài b"),
        ("Bài a", "Bài c"),
        ("Bài b", None),
    ]
    assert steps["b"].plan.text == "Kế hoạch 118/KH-VKSHP-TTr"
    assert steps["b"].earlier.note == "01/3/2025 · Phòng 2"


def test_an_article_alone_under_its_plan_has_no_neighbours(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PLAN_PATH: PLAN, **written("a", "2025-03-01", plan="118/KH-VKSHP-TTr")})
    assert view(newsroom, "a").neighbours is None
    assert view(newsroom, "a").related == ()


def test_each_group_says_why_and_nothing_stands_twice(newsroom_of: LoadSmall) -> None:
    files = {PLAN_PATH: PLAN}
    for number in range(1, 8):
        files |= written(
            f"k{number}", f"2025-03-0{number}", plan="118/KH-VKSHP-TTr", unit="phong-9"
        )
    files |= written("giua", "2025-03-04", plan="118/KH-VKSHP-TTr", tags="[tập huấn]")
    files |= written("cung-phong", "2025-01-01")
    files |= written("cung-chu-de", "2025-01-02", unit="phong-9", tags="[tập huấn]")
    shown = view(newsroom_of(files), "giua")
    steps = [shown.neighbours.earlier.text, shown.neighbours.later.text]
    found = titles(shown.related)
    assert list(found) == [
        "Tin, bài cùng Kế hoạch 118/KH-VKSHP-TTr",
        "Tin, bài khác về Phòng 2",
        "Tin, bài cùng chủ đề “tập huấn”",
    ]
    assert found["Tin, bài khác về Phòng 2"] == ["Bài cung-phong"]
    assert found["Tin, bài cùng chủ đề “tập huấn”"] == ["Bài cung-chu-de"]
    everything = [*steps, *(title for group in found.values() for title in group)]
    assert len(set(everything)) == len(everything)
    assert "Bài giua" not in everything


def test_the_nearest_in_time_come_first_and_at_most_three(newsroom_of: LoadSmall) -> None:
    files: dict[str, str] = {}
    for day in range(10, 20):
        files |= written(str(day), f"2025-03-{day}")
    newsroom = newsroom_of({name.replace("bai-", "bai-so-"): text for name, text in files.items()})
    found = titles(view(newsroom, "so-15").related)
    assert found == {"Tin, bài khác về Phòng 2": ["Bài 14", "Bài 16", "Bài 13"]}


def test_a_new_article_leaves_far_pages_as_they_were(newsroom_of: LoadSmall) -> None:
    files: dict[str, str] = {}
    for day in range(10, 30):
        files |= written(f"ngay-{day}", f"2025-03-{day}")
    before = view(newsroom_of(files), "ngay-12")
    after = view(newsroom_of({**files, **written("moi", "2025-04-20")}), "ngay-12")
    assert before == after


@pytest.mark.parametrize("hold", ["draft", "publish_at"])
def test_what_waits_is_not_offered(newsroom_of: LoadSmall, hold: str) -> None:
    value = "true" if hold == "draft" else "2026-01-01"
    files = {**written("a", "2025-03-01"), **written("kin", "2025-03-02", **{hold: value})}
    assert view(newsroom_of(files), "a").related == ()


LONG = "\n\n".join(f"## Phần {n}\n\n" + "Nội dung của phần này. " * 70 for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("body", "contents"),
    [
        (LONG, ["#phan-1", "#phan-2", "#phan-3"]),
        (LONG + "\n\n### Mục nhỏ\n\nThêm.", ["#phan-1", "#phan-2", "#phan-3"]),
        ("## Một\n\nNgắn.\n\n## Hai\n\nNgắn.\n\n## Ba\n\nNgắn.", []),
        ("Nội dung của phần này. " * 300, []),
    ],
    ids=["dài, ba phần", "mục nhỏ không kể", "ngắn", "dài, không có đề mục"],
)
def test_contents_of_long_texts_only(
    newsroom_of: LoadSmall, body: str, contents: list[str]
) -> None:
    newsroom = newsroom_of({"tin/2025/bai-a.md": article(body)})
    assert [link.address for link in view(newsroom, "a").contents] == contents
