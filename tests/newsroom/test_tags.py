"""Tags (chủ đề): one page a slug, shown in the spelling most articles use."""

from __future__ import annotations

import pytest

from newsroom.tags import tag_slug

from .small import LoadSmall, article


def tags(newsroom_of: LoadSmall, *tags_of_articles: str) -> list[tuple[str, str, int]]:
    """Label, address and number of articles of each tag."""
    files = {f"tin/2025/{n}-a.md": article(tags=text) for n, text in enumerate(tags_of_articles)}
    return [(t.label, t.address, len(own)) for t, own in newsroom_of(files).tags]


def test_in_alphabetical_order(newsroom_of: LoadSmall) -> None:
    found = tags(newsroom_of, "[đoàn thể, dân vận, an toàn]", "[Công đoàn, đào tạo]")
    assert [label for label, _, _ in found] == [
        *("an toàn", "Công đoàn", "dân vận", "đào tạo", "đoàn thể"),
    ]


SAME = {
    "chữ hoa": ("Dân vận", "dân vận", "dân vận"),
    "không dấu": ("dan van", "dân vận", "dân vận"),
    "dấu đặt chỗ khác": ("hoà giải", "hòa giải", "hòa giải"),
}


@pytest.mark.parametrize(("rare", "usual", "label"), SAME.values(), ids=SAME.keys())
def test_spellings_are_one_tag_shown_as_most_write_it(
    newsroom_of: LoadSmall, rare: str, usual: str, label: str
) -> None:
    found = tags(newsroom_of, rare, usual, f"[{usual}]")
    assert [(text, count) for text, _, count in found] == [(label, 3)]


def test_a_tag_given_twice_counts_once(newsroom_of: LoadSmall) -> None:
    assert tags(newsroom_of, "[dân vận, Dân vận]") == [("Dân vận", "chu-de/dan-van/", 1)]


@pytest.mark.parametrize(
    ("label", "slug"),
    [("Dân chủ ở cơ sở", "dan-chu-o-co-so"), ("检察", "khac"), ("2025", "2025")],
)
def test_address(label: str, slug: str) -> None:
    assert tag_slug(label) == slug
