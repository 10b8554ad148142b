"""What goes out besides pages: files that published pages use, redirects of old addresses."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from newsroom.newsroom import Newsroom
from newsroom.pages import site_pages
from newsroom.publishing import published_assets, redirects
from newsroom.settings import SiteSettings

from .small import PATH, PDF, LoadSmall, article, page


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "JPEG")
    return out.getvalue()


def assets(newsroom: Newsroom) -> set[str]:
    return set(published_assets(newsroom, site_pages(newsroom, SiteSettings())))


def old_addresses(newsroom: Newsroom) -> list[tuple[str, str]]:
    return [(alias, one.path) for alias, one in redirects(newsroom)]


FILES: dict[str, str | bytes] = {
    "tin/2025/anh.jpg": jpeg(),
    "tin/2025/anh-2.jpg": jpeg(),
    "tin/2025/a.pdf": PDF,
    "van-ban/143.pdf": PDF,
    "anh-khong-dung.jpg": jpeg(),
}
DOCUMENT = "title: Quyết định\nnumber: 143/QĐ-VKS\nattachments: [{file: 143.pdf, title: Bản chính}]"
USED: dict[str, Any] = {
    "ảnh trong bài": ({PATH: article("![a](anh.jpg)")}, {"tin/2025/anh.jpg"}),
    "ảnh của bài": ({PATH: article(image="{src: anh.jpg, alt: a}")}, {"tin/2025/anh.jpg"}),
    "tệp đính kèm": (
        {PATH: article(attachments="[{file: a.pdf, title: A}]")},
        {"tin/2025/a.pdf"},
    ),
    "liên kết tới tệp": ({PATH: article("[a](a.pdf#page=2)")}, {"tin/2025/a.pdf"}),
    "bản nháp": ({PATH: article("![a](anh.jpg)", draft="true")}, set()),
    "hẹn giờ": ({PATH: article("![a](anh.jpg)", publish_at="2026-01-01")}, set()),
    "bài hỏng": ({PATH: article("![a](anh.jpg) <script>")}, set()),
    "văn bản nội bộ": ({"van-ban/143.md": page(DOCUMENT)}, set()),
    "văn bản công khai": (
        {"van-ban/143.md": page(DOCUMENT + "\npublic: true")},
        {"van-ban/143.pdf"},
    ),
    "bài liên kết tới tệp của văn bản nội bộ": pytest.param(
        {"van-ban/143.md": page(DOCUMENT), PATH: article("[a](../../van-ban/143.pdf)")},
        set(),
    ),
    "trang văn bản nội bộ tự liên kết tới tệp": pytest.param(
        {"van-ban/143.md": page(DOCUMENT, "[Toàn văn](143.pdf)")},
        set(),
    ),
    "không ai dùng": ({PATH: article()}, set()),
    "trong mã": ({PATH: article("`![a](anh.jpg)`")}, set()),
    "trang hướng dẫn biên tập": (
        {"bien-tap/a.md": page("title: Hướng dẫn", "![a](../tin/2025/anh.jpg)")},
        set(),
    ),
}


@pytest.mark.parametrize(("files", "expected"), USED.values(), ids=USED.keys())
def test_only_files_that_published_pages_use_go_out(
    newsroom_of: LoadSmall, files: dict[str, str], expected: set[str]
) -> None:
    assert assets(newsroom_of({**FILES, **files})) == expected


def test_the_preview_also_shows_what_belongs_to_a_draft(newsroom_of: LoadSmall) -> None:
    files = {**FILES, PATH: article("![a](anh.jpg)", draft="true")}
    assert assets(newsroom_of(files, preview=True)) == {"tin/2025/anh.jpg"}


def test_redirects(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of(
        {
            PATH: article(
                aliases="\n  - /vksnd-tp/bai-21687\n  - /132/bai.aspx/\n  - //x.example/a"
            ),
            "tin/2025/b.md": article(aliases="/vksnd-tp/bai-2", draft="true"),
        }
    )
    assert old_addresses(newsroom) == [("vksnd-tp/bai-21687", PATH), ("132/bai.aspx", PATH)]


def test_one_bad_address_on_a_line_leaves_the_others(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({PATH: article(aliases="[/cu/bai-1, //x.example/a]")})
    assert old_addresses(newsroom) == [("cu/bai-1", PATH)]


@pytest.mark.parametrize("alias", ["/../../etc/a", "/tin/2025/bai/", "/don-vi/phong-2/"])
def test_ignoring_the_warning_does_not_make_a_bad_address_good(
    newsroom_of: LoadSmall, alias: str
) -> None:
    newsroom = newsroom_of({PATH: article(aliases=alias, lint_ignore="{alias-invalid: cố ý}")})
    assert old_addresses(newsroom) == []
