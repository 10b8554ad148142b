"""How the form reads an article's file and writes it back: what nobody touched stays as typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from newsroom.clock import read_now
from newsroom.loading import load_newsroom
from newsroom.schema import ArticleMeta
from newsroom.source import read_bytes
from newsroom.validation import validate
from newsroom.writing_form.sveltia import form_settings
from test_tools import ROOT, writing_form

SCRIPT = ROOT / "hooks/newsroom/writing_form/assets/format.js"
ROUND = """
([text, changes]) => {
  const content = {...(text ? format.fromFile(text.trim()) : {}), ...changes};
  return format.toFile(JSON.parse(JSON.stringify(content)));
}
"""

LIVED_IN = """\
---
# Người biên tập: đã gọi điện xác nhận
title:   'Phòng 2: kết quả'   # giữ nguyên cách viết
date: 05/3/2025
author: Nguyễn Thị Mẫu
unit: Phòng 2
plan: {number: 118/KH-VKSHP-TTr, date: 07/02/2025}

units:
    led_by:
    - Ban Chỉ đạo thực hiện dân chủ ở cơ sở
# democracy:
#   content: [to-chuc-thuc-hien]
tags: [
  dân chủ ở cơ sở,
]
summary: >-
  Hai dòng
  gấp lại.
la_gi: giữ mục không quen
lint_ignore: {spelling-slip: tên riêng}
---
Đoạn   một.


Đoạn hai.
"""
"""Comments, quotes, spacing and shapes as people leave them. Only space at the very end is lost."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    newsroom = load_newsroom(ROOT / "docs", read_now("2025-06-01T08:00"))
    settings = form_settings(newsroom, "docs")
    opened = browser.new_page()
    opened.add_script_tag(path=writing_form() / "js-yaml/dist/browser/js-yaml.umd.min.js")
    opened.add_script_tag(path=SCRIPT)
    opened.evaluate(
        "([shapes, spellings]) => { globalThis.format = ArticleFormat({yaml: jsyaml, shapes, spellings}); }",
        [settings["shapes"], settings["spellings"]],
    )
    yield opened
    opened.close()


def written(page: Page, text: str, **changes: Any) -> str:
    result: str = page.evaluate(ROUND, [text, changes])
    return result


def test_what_was_only_opened_stays_as_it_was(page: Page) -> None:
    assert written(page, LIVED_IN).rstrip() == LIVED_IN.rstrip()


def test_the_first_article_stays_as_it_is(page: Page) -> None:
    for file in (ROOT / "docs" / "tin").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert written(page, text).rstrip() == text.rstrip(), file.name


@pytest.mark.parametrize(
    ("changes", "gone", "new"),
    [
        ({"unit": "phong-9"}, ["unit: Phòng 2"], ["unit: phong-9"]),
        ({"title": "Tựa: mới"}, [LIVED_IN.splitlines()[2]], ['title: "Tựa: mới"']),
        ({"date": "2025-03-06"}, ["date: 05/3/2025"], ["date: 2025-03-06"]),
        ({"date": "", "date_unknown": True}, ["date: 05/3/2025"], ["date: unknown"]),
        ({"approved": False}, [], ["draft: true"]),
        ({"event_date": "2025-03-05"}, [], ["event_date: 2025-03-05"]),
        (
            {"democracy": {"content": ["cong-khai"], "form": []}},
            [],
            ["democracy:", "  content: [cong-khai]"],
        ),
        (
            {"author": [{"name": "Nguyễn Thị Mẫu", "role": "Chuyên viên"}]},
            ["author: Nguyễn Thị Mẫu"],
            ["author:", "  name: Nguyễn Thị Mẫu", "  role: Chuyên viên"],
        ),
        ({"plan": []}, ["plan: {number: 118/KH-VKSHP-TTr, date: 07/02/2025}"], []),
        ({"tags": ["a, b", "c"]}, ["tags: [", "  dân chủ ở cơ sở,", "]"], ['tags: ["a, b", c]']),
    ],
)
def test_a_change_touches_its_own_lines(
    page: Page, changes: dict[str, Any], gone: list[str], new: list[str]
) -> None:
    before, after = LIVED_IN.splitlines(), written(page, LIVED_IN, **changes).splitlines()
    assert [line for line in before if line not in after] == gone
    assert [line for line in after if line not in before] == new


def test_comments_inside_a_changed_field_are_kept(page: Page) -> None:
    text = "---\ntitle: Một\ntags:\n  # do biên tập viên thêm\n  - a\n---\n\nChữ.\n"
    after = written(page, text, tags=["b"])
    assert "# do biên tập viên thêm\ntags: [b]\n" in after


def test_a_new_text_leaves_the_front_matter_alone(page: Page) -> None:
    after = written(page, LIVED_IN, body="Chữ mới.")
    assert after == LIVED_IN[: LIVED_IN.index("---\nĐoạn")] + "---\n\nChữ mới.\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("date: 05/3/2025", {"date": "2025-03-05"}),
        ("date: 5/3/2025 8h05", {"date": "2025-03-05"}),
        ("date: unknown", {"date": "", "date_unknown": True}),
        ("publish_at: 05/3/2025 8h05", {"publish_at": "2025-03-05 08:05"}),
        ("draft: true", {"approved": False}),
        ("draft: false", {"approved": True}),
        ("author: A", {"author": [{"name": "A"}]}),
        (
            "author: [A, {name: B, role: C}]",
            {"author": [{"name": "A"}, {"name": "B", "role": "C"}]},
        ),
        ("author: {name: A, unit: Phòng 2}", {"author": [{"name": "A", "unit": "phong-2"}]}),
        ("unit: Phòng không có", {"unit": "Phòng không có"}),
        ("units: {led_by: Thanh tra}", {"units": {"led_by": ["thanh-tra"]}}),
        ("plan: 118-kh-vkshp-ttr-2025", {"plan": ["118/KH-VKSHP-TTr"]}),
        ("plan: [{number: 118/KH-VKSHP-TTr, date: 07/02/2025}]", {"plan": ["118/KH-VKSHP-TTr"]}),
        ("plan: Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025", {"plan": ["118/KH-VKSHP-TTr"]}),
        ("plan: 7/KH-Y", {"plan": ["7/KH-Y"]}),
        ("democracy: {content: Công khai}", {"democracy": {"content": ["cong-khai"]}}),
        ("tags: x", {"tags": ["x"]}),
    ],
)
def test_every_way_to_write_a_field_is_shown(page: Page, typed: str, shown: dict[str, Any]) -> None:
    text = f"---\ntitle: Một\n{typed}\n---\n\nChữ.\n"
    found = page.evaluate("text => format.fromFile(text.trim())", text)
    assert {key: found.get(key) for key in shown} == shown
    assert written(page, text) == text.rstrip()


NEW = {
    "title": "Phòng 2: tập huấn “đối thoại” #2 – 05/3/2025",
    "event_date": "2025-03-05",
    "date": "",
    "date_unknown": False,
    "author": [{"name": "A: B", "role": "", "unit": ""}, {"name": "no", "role": "010"}],
    "unit": "phong-2",
    "plan": ["118/KH-VKSHP-TTr"],
    "documents": ["143/QĐ-VKSHP", "10/2022/QH15"],
    "democracy": {"content": ["to-chuc-thuc-hien"], "form": ["kiem-tra"], "lead": "- ông A"},
    "units": {"inspected": [], "led_by": ["thanh-tra"]},
    "tags": ["dân chủ ở cơ sở", "true", "2025"],
    "summary": "Một.\nHai: ba.",
    "image": {"src": "anh.jpg", "alt": "Mô tả: có dấu", "caption": "", "credit": ""},
    "attachments": [{"file": "tep.pdf", "title": "Tệp"}],
    "aliases": ["/vksnd-tp/bai-21687"],
    "retold_from": {"title": "Bài gốc: một", "author": "C"},
    "publish_at": "2025-03-05 08:00",
    "updated": "",
    "activity": "",
    "body": "  Nội dung.\n",
}


def test_a_new_article_is_a_draft_that_our_reader_takes(page: Page) -> None:
    text = page.evaluate("content => format.toFile(content)", NEW)
    source = read_bytes(text.encode(), "tin/2025/bai.md")
    assert source.problems == ()
    checked, problems = validate(source, ArticleMeta)
    assert problems == []
    assert checked is not None
    meta = json.loads(checked.model_dump_json(exclude_defaults=True))
    assert meta["draft"] is True
    assert meta["title"] == NEW["title"]
    assert meta["event_date"] == NEW["event_date"]
    assert meta["author"] == [{"name": "A: B"}, {"name": "no", "role": "010"}]
    assert meta["plan"] == [{"number": "118/KH-VKSHP-TTr"}]
    assert meta["democracy"] == NEW["democracy"]
    assert meta["units"] == {"led_by": ["thanh-tra"]}
    assert meta["tags"] == NEW["tags"]
    assert meta["summary"] == "Một. Hai: ba."
    assert meta["image"] == {"src": "anh.jpg", "alt": "Mô tả: có dấu"}
    assert source.body.strip() == "Nội dung."


@pytest.mark.parametrize(
    "text",
    [
        "Không có phần khai báo.",
        "---\ntitle: Một\n",
        "---\ntitle: Phòng 2: hỏng\n---\n",
        "---\ntitle: một\ntitle: hai\n---\n",
        "---\n- danh sách\n---\n",
        '---\ntitle: "xuống\ngiả: dòng"\n---\n',
        "---\n{title: Một, unit: phong-2}\n---\n",
    ],
)
def test_a_file_that_cannot_be_taken_apart_is_not_opened(page: Page, text: str) -> None:
    with pytest.raises(Error):
        page.evaluate("text => format.fromFile(text)", text)
