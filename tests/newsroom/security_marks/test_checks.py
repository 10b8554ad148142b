"""Marked files stay at home, marked texts are errors, and each says what to do."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from newsroom.newsroom import Newsroom
from newsroom.pages import site_pages
from newsroom.publishing import published_assets
from newsroom.settings import SiteSettings

from ..pdf_writer import PROSE, pdf
from ..small import PATH, PDF, LoadSmall, article, page

SECRET, INTERNAL = pdf(f"VKSND\nTỐI MẬT\n{PROSE}"), pdf(f"{PROSE}\nLƯU HÀNH NỘI BỘ")
DOCUMENT = "title: Quyết định\nnumber: 143/QĐ-VKS\nattachments: [{file: 143.pdf, title: Toàn văn}]"
PUBLIC = page(f"{DOCUMENT}\npublic: true")
DOC, FILE = "van-ban/143.md", "van-ban/143.pdf"


def assets(newsroom: Newsroom) -> set[str]:
    return set(published_assets(newsroom, site_pages(newsroom, SiteSettings())))


def found(newsroom: Newsroom) -> list[str]:
    return [f"{p.place} {p.severity} {p.code}" for p in newsroom.problems]


FILES: dict[str, Any] = {
    "tệp không có dấu": ({DOC: PUBLIC, FILE: PDF}, {FILE}, []),
    "dấu mật trong tệp": (
        {DOC: PUBLIC, FILE: SECRET},
        set(),
        [f"{DOC}:4 warning file-refused", f"{FILE} error file-security-mark"],
    ),
    "lưu hành nội bộ trong tệp": (
        {DOC: PUBLIC, FILE: INTERNAL},
        set(),
        [f"{DOC}:4 warning file-refused", f"{FILE} error file-security-mark"],
    ),
    "tệp nội bộ của văn bản không công khai": ({DOC: page(DOCUMENT), FILE: INTERNAL}, set(), []),
    "tệp mật của văn bản không công khai": (
        {DOC: page(DOCUMENT), FILE: SECRET},
        set(),
        [f"{DOC}:4 warning file-refused", f"{FILE} error file-security-mark"],
    ),
    "tên tệp": (
        {
            PATH: article(attachments="[{file: TOI_MAT.pdf, title: A}]"),
            "tin/2025/TOI_MAT.pdf": PDF,
        },
        set(),
        [
            "tin/2025/TOI_MAT.pdf error file-security-mark",
            f"{PATH}:6 warning file-refused",
        ],
    ),
    "tên ảnh": (
        {PATH: article("![Ảnh](tuyet-mat.png)"), "tin/2025/tuyet-mat.png": None},
        set(),
        [
            f"{PATH}:8 warning file-refused",
            "tin/2025/tuyet-mat.png error file-security-mark",
        ],
    ),
    "liên kết trong bài": (
        {PATH: article("[x](a.pdf)"), "tin/2025/a.pdf": SECRET},
        set(),
        ["tin/2025/a.pdf error file-security-mark", f"{PATH}:8 warning file-refused"],
    ),
    "tệp chỉ là ảnh": (
        {DOC: PUBLIC, FILE: pdf("")},
        {FILE},
        [f"{FILE} note file-unread"],
    ),
    "tệp nội bộ chỉ là ảnh": ({DOC: page(DOCUMENT), FILE: pdf("")}, set(), []),
    "không phải PDF": (
        {DOC: PUBLIC, FILE: b"PK\x03\x04"},
        set(),
        [f"{DOC}:4 warning file-refused", f"{FILE} error file-not-pdf"],
    ),
}


@pytest.mark.parametrize(("files", "published", "problems"), FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize("is_preview", [False, True], ids=["công khai", "xem trước"])
def test_marked_files_stay_at_home(
    newsroom_of: LoadSmall,
    picture: bytes,
    files: dict[str, Any],
    published: set[str],
    problems: list[str],
    is_preview: bool,
) -> None:
    content = {path: picture if data is None else data for path, data in files.items()}
    newsroom = newsroom_of(content, preview=is_preview)
    assert assets(newsroom) == published
    assert found(newsroom) == problems


@pytest.fixture
def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return out.getvalue()


TEXTS: dict[str, tuple[str, str, list[str]]] = {
    "dòng riêng trong bài": (PATH, article("Đoạn.\n\nTỐI MẬT"), [f"{PATH}:10"]),
    "đầu đề bài": (PATH, article(title="Kế hoạch thanh tra (mật)"), [f"{PATH}:2"]),
    "tóm tắt": (PATH, article(summary="Lưu hành nội bộ"), [f"{PATH}:6"]),
    "tên tệp đính kèm": (
        PATH,
        article(attachments="[{file: a.pdf, title: Kế hoạch (mật)}]"),
        [f"{PATH}:6"],
    ),
    "đầu đề văn bản": (DOC, page("title: MẬT - Kế hoạch\nnumber: 1/KH-VKS"), [f"{DOC}:2"]),
    "trích yếu": (DOC, page("title: A\nnumber: 1/QĐ-VKS\nabstract: (Mật)"), [f"{DOC}:4"]),
    "nội dung văn bản": (DOC, page("title: A\nnumber: 1/QĐ-VKS", "**MẬT**"), [f"{DOC}:6"]),
    "bài nói về độ mật": (PATH, article("Có ba độ:\n\n- Tuyệt mật\n- Tối mật\n- Mật"), []),
    "hướng dẫn biên tập": ("bien-tap/a.md", page("title: A", "MẬT"), []),
}


@pytest.mark.parametrize(("path", "text", "places"), TEXTS.values(), ids=TEXTS.keys())
def test_marked_texts_are_errors(
    newsroom_of: LoadSmall, path: str, text: str, places: list[str]
) -> None:
    newsroom = newsroom_of(
        {path: text, "tin/2025/a.pdf": PDF, "van-ban/lanh.md": page("title: B\nnumber: 2/QĐ-VKS")}
    )
    marks = [p for p in newsroom.problems if p.code == "text-security-mark"]
    assert [p.place for p in marks] == places
    assert (path in {one.path for one in newsroom.broken}) is bool(places)


def test_what_to_do_depends_on_the_mark(newsroom_of: LoadSmall) -> None:
    newsroom = newsroom_of({"tin/2025/a.pdf": SECRET, "tin/2025/b.pdf": INTERNAL})
    hints = {p.path: p.hint for p in newsroom.problems}
    assert "báo người phụ trách bảo vệ bí mật nhà nước" in hints["tin/2025/a.pdf"]
    assert "bản không còn dấu" in hints["tin/2025/b.pdf"]
