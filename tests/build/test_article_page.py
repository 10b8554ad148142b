"""The article's page as it is built: where its parts stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from .building import build, write_files
from .content import ARTICLE, GOOD, article

PAGE = "tin/2025/bai/"
PARTS = "\n\n".join(f"## Phần {n}\n\n" + f"Nội dung phần {n}. " * 100 for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("body", "more", "order"),
    [
        (f"Câu mở đầu.\n\n{PARTS}", None, ["Câu mở đầu.", "Trong bài này", "Nội dung phần 1."]),
        (PARTS, None, ["Trong bài này", "Nội dung phần 1."]),
        (f"> Lời dẫn.\n\n{PARTS}", None, ["Trong bài này", "Lời dẫn.", "Nội dung phần 1."]),
        (
            f"Câu mở đầu.\n\n{PARTS}",
            "summary: Tóm tắt riêng.",
            ["Tóm tắt riêng.", "Trong bài này", "Câu mở đầu.", "Nội dung phần 1."],
        ),
        ("Câu mở đầu.\n\nBài ngắn.", None, ["Câu mở đầu.", "Bài ngắn."]),
    ],
    ids=["đoạn đầu là sapo", "không có sapo", "mở bằng trích dẫn", "có tóm tắt", "bài ngắn"],
)
def test_contents_stand_after_the_lead(
    tmp_path: Path, body: str, more: str | None, order: list[str]
) -> None:
    write_files(tmp_path / "docs", {**GOOD, ARTICLE: article(body, more)})
    page = build(tmp_path / "docs", tmp_path / "site").page(PAGE)
    text = page.xpath("string(//article)")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert ("Trong bài này" in text) == ("Trong bài này" in order)
    if PARTS in body:  # once in the contents, once as a heading
        assert [text.count(f"Phần {n}") for n in (1, 2, 3)] == [2, 2, 2]
