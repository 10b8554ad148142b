"""What the forms for writing offer, and how the browser's program is kept from other servers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.archives import DEMOCRACY, Archive, Axis, AxisValue
from newsroom.pages import FORM_ADDRESS, site_pages
from newsroom.schema import ArchiveBlock, ArticleMeta, Classification, Picture, UnitRoles
from newsroom.settings import SiteSettings
from newsroom.writing_form import preview_form
from newsroom.writing_form.choices import Choice, choices_of
from newsroom.writing_form.fields import NOT_IN_FORMS, FormField, article_fields
from newsroom.writing_form.sveltia import form_settings
from newsroom.writing_form.vendored import ToolMissingError, led_home, tool_files, vietnamese
from newsroom.writing_form.vscode import front_matter_settings

from ..small import LoadSmall

ROOT = Path(__file__).resolve().parents[3]
PLAN = "---\ntitle: {title}\nnumber: 118/KH-X\ntype: kế hoạch\ndate: {day}\n---\n"
REGISTER = {
    "don-vi/phong-2.md": "---\ntitle: Phòng 2\nkind: phong\naliases: [P2, Phòng Hai]\n---\n",
    "don-vi/phong-2-cu.md": (
        "---\ntitle: Phòng 2\nkind: phong\naliases: [Phòng Hai]\nvalid_to: 30/6/2025\n---\n"
    ),
    "ke-hoach/118-2024.md": PLAN.format(title="Kế hoạch năm trước", day="05/3/2024"),
    "ke-hoach/118-2025.md": PLAN.format(title="Kế hoạch năm nay", day="07/02/2025"),
    "van-ban/143.md": "---\ntitle: Quyết định mẫu\nnumber: 143/QĐ-X\ndate: 22/10/2024\n---\n",
}


@pytest.fixture
def fields(newsroom_of: LoadSmall) -> tuple[FormField, ...]:
    return article_fields(choices_of(newsroom_of(REGISTER)))


def test_every_field_of_an_article_is_in_the_form_or_left_out_on_purpose(
    fields: tuple[FormField, ...],
) -> None:
    assert {f.key for f in fields} | NOT_IN_FORMS == set(ArticleMeta.model_fields)
    parts = {f.key: {part.key for part in f.fields} for f in fields}
    assert parts["units"] == set(UnitRoles.model_fields)
    assert parts["democracy"] == set(Classification.model_fields)
    assert parts["image"] == set(Picture.model_fields)


def test_units_that_share_a_name_are_told_apart_and_never_guessed(newsroom_of: LoadSmall) -> None:
    choices = choices_of(newsroom_of(REGISTER))
    labels = {c.value: c.label for c in choices.units}
    assert labels["phong-2-cu"] == "Phòng 2 (đến hết 30/6/2025)"
    assert labels["phong-2"] == "Phòng 2"
    assert choices.unit_spellings == {"P2": "phong-2", "Phòng 9": "phong-9"}


def test_plans_that_share_a_number_carry_their_day(newsroom_of: LoadSmall) -> None:
    choices = choices_of(newsroom_of(REGISTER))
    assert {c.value: c.label for c in choices.plans} == {
        "118/KH-X ngày 07/02/2025": "118/KH-X ngày 07/02/2025: Kế hoạch năm nay",
        "118/KH-X ngày 05/3/2024": "118/KH-X ngày 05/3/2024: Kế hoạch năm trước",
    }
    assert [c.value for c in choices.documents] == ["143/QĐ-X"]


def test_democracy_has_its_two_lists(fields: tuple[FormField, ...]) -> None:
    [group] = [f for f in fields if f.key == "democracy"]
    for axis, field in zip(DEMOCRACY.axes, group.fields, strict=False):
        assert field.key == axis.key
        assert [(c.value, c.label) for c in field.choices] == [(v.id, v.label) for v in axis.values]


def test_an_archive_of_the_configuration_is_a_group_of_its_own(newsroom_of: LoadSmall) -> None:
    archive = Archive(
        "thi-dua",
        "Phong trào thi đua",
        "Thi đua",
        "thi đua",
        "emulation",
        (Axis("level", "cap", "Cấp", (AxisValue("co-so", "Cơ sở"),)),),
    )
    choices = choices_of(newsroom_of(REGISTER))
    fields = article_fields(replace(choices, archives=(*choices.archives, archive)))
    [group] = [f for f in fields if f.key == "emulation"]
    assert group.label == "Thi đua"
    level, *kept = group.fields
    assert (level.key, level.label, level.choices) == ("level", "Cấp", (Choice("co-so", "Cơ sở"),))
    assert {field.key for field in kept} == set(ArchiveBlock.model_fields)


def widgets(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from widgets(field.get("fields", []))


def test_no_field_has_a_default(newsroom_of: LoadSmall) -> None:
    """A default is written into old articles that were only opened."""
    newsroom = newsroom_of(REGISTER)
    [collection] = form_settings(newsroom, "docs")["config"]["collections"]
    found = list(widgets(collection["fields"]))
    assert len(found) > 30
    assert [w["name"] for w in found if "default" in w] == []
    [kind] = front_matter_settings(newsroom)["frontMatter.taxonomy.contentTypes"]
    assert [w["name"] for w in widgets(kind["fields"]) if "default" in w] == []


def test_articles_cannot_be_deleted_in_the_form(newsroom_of: LoadSmall) -> None:
    [collection] = form_settings(newsroom_of(REGISTER), "docs")["config"]["collections"]
    assert collection["delete"] is False


def test_the_settings_of_vs_code_are_up_to_date(newsroom_of: LoadSmall) -> None:
    written = (ROOT / "frontmatter.json").read_text(encoding="utf-8")
    docs = ROOT / "docs"
    files = {p.relative_to(docs).as_posix(): p.read_bytes() for p in docs.rglob("*.md")}
    assert json.loads(written) == front_matter_settings(newsroom_of(files)), "chạy: make reference"


def test_only_the_preview_has_the_page(newsroom_of: LoadSmall) -> None:
    for preview in (True, False):
        newsroom = newsroom_of(REGISTER, preview=preview)
        addresses = {page.address for page in site_pages(newsroom, SiteSettings())}
        assert (FORM_ADDRESS in addresses) is preview


def test_without_the_program_the_page_says_how_to_get_it(
    newsroom_of: LoadSmall, tmp_path: Path
) -> None:
    form = preview_form(newsroom_of(REGISTER, preview=True), tmp_path / "node_modules", "/")
    assert form.files == {}
    assert form.page.make_view().template == "form_missing.html"


def test_a_program_fetched_in_part_is_none(tmp_path: Path) -> None:
    package = tmp_path / "@sveltia" / "cms"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "1"}')
    with pytest.raises(ToolMissingError):
        tool_files(tmp_path, "/")


def test_servers_of_packages_and_fonts_are_led_home() -> None:
    script = (
        "a=`https://unpkg.com/@sveltia/cms`;"
        "b=`src:url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5/latin.woff2) x`"
    )
    assert led_home(script, "/viet/") == (
        "a=`/viet/npm/@sveltia/cms`;b=`src:url(/viet/noto-mono.woff2) x`"
    )


def test_our_words_are_added_to_those_of_the_program() -> None:
    theirs = '{"a": "một", "sign_in_error": {"invalid_token": "hai"}}'
    words = json.loads(vietnamese(theirs))
    assert words["a"] == "một"
    assert words["sign_in_error"]["invalid_token"] == "hai"
    assert words["work_with_local_repo"] == "Mở thư mục bài viết"


def test_our_words_keep_the_places_for_names_and_numbers() -> None:
    """Words for 18 forms of one sentence: each bracket is closed, each name is filled."""
    text = (ROOT / "hooks/newsroom/writing_form/assets/vi.json").read_text(encoding="utf-8")
    for line in re.findall(r'": "(.*)"', text):
        assert line.count("{") == line.count("}"), line
