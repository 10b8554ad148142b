"""A kept body is used while everything that it was made by is the same."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsroom.caching.bodies import KeptBodies
from newsroom.caching.store import Store
from newsroom.content import page_address
from newsroom.pages import generated_addresses
from newsroom.rendering import Renderer

from ..small import PATH, LoadSmall, article

ADDRESS = page_address(PATH)
PLAN = "ke-hoach/118-kh-vkshp-ttr-2025.md"
PLAN_PAGE = "---\ntitle: Kế hoạch kiểm tra\nnumber: 118/KH-VKSHP-TTr\ntype: kế hoạch\ndate: 2025-02-07\n---\n"
OTHER = "tin/2025/bai-khac.md"
BODY = "Theo Kế hoạch số 118/KH-VKSHP-TTr, xem [bài khác](bai-khac.md).\n\n![Ảnh](anh.jpg)\n\n[Tệp](tep.pdf)"


@dataclass
class Bodies:
    """Bodies kept by one build, and what the next one makes of them."""

    newsroom_of: LoadSmall
    store: Store
    made: int = field(default=0)

    def render(
        self, files: dict[str, str | bytes], settings: str = "", body: str = BODY, **options: Any
    ) -> str:
        """Render *body* where the newsroom is *files*; ``made`` tells whether it was anew."""
        newsroom = self.newsroom_of(files, **options)
        renderer = Renderer(["tables"], {}, newsroom, frozenset(generated_addresses(newsroom)))
        bodies = KeptBodies(renderer, settings, self.store)
        html = bodies.render(body, PATH, ADDRESS)
        clean = KeptBodies(renderer, settings, None).render(body, PATH, ADDRESS)
        assert html == clean
        self.made = len(bodies.made)
        self.store.put(bodies.made)
        return html


@pytest.fixture
def bodies(newsroom_of: LoadSmall, tmp_path: Path) -> Iterator[Bodies]:
    store = Store(tmp_path / "bo-nho-dem")
    yield Bodies(newsroom_of, store)
    store.close()


def picture(width: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, 300), "red").save(out, "JPEG")
    return out.getvalue()


FILES: dict[str, str | bytes] = {
    PATH: article(BODY),
    OTHER: article(title="Bài khác"),
    PLAN: PLAN_PAGE,
    "tin/2025/anh.jpg": picture(400),
    "tin/2025/tep.pdf": b"%PDF-1.4 khong mo duoc",
}


def test_the_same_body_is_rendered_once(bodies: Bodies) -> None:
    html = bodies.render(FILES)
    assert bodies.made == 1
    assert 'href="../../../ke-hoach/' in html
    assert bodies.render(FILES) == html
    assert bodies.made == 0


def without(*paths: str) -> dict[str, str | bytes]:
    return {path: content for path, content in FILES.items() if path not in paths}


ANSWERS: dict[str, dict[str, Any]] = {
    "the page that it links to is gone": {"files": without(OTHER)},
    "the page that it links to is held": {"files": {**FILES, OTHER: article(draft="true")}},
    "the picture is gone": {"files": without("tin/2025/anh.jpg")},
    "the picture has another size": {"files": {**FILES, "tin/2025/anh.jpg": picture(500)}},
    "the picture is broken": {"files": {**FILES, "tin/2025/anh.jpg": b"khong phai anh"}},
    "the file is gone": {"files": without("tin/2025/tep.pdf")},
    "the document is no longer registered": {"files": without(PLAN)},
    "the document has another day": {
        "files": {**FILES, PLAN: PLAN_PAGE.replace("2025-02-07", "2025-02-08")}
    },
    "one more document is registered": {
        "files": {**FILES, PLAN.replace("118", "119"): PLAN_PAGE.replace("118", "119")}
    },
    "the article is of another day": {"files": {**FILES, PATH: article(BODY, date="2025-03-07")}},
    "Markdown is set up otherwise": {"files": FILES, "settings": "khác"},
}


@pytest.mark.parametrize("change", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_kept_body_is_not_used_when_an_answer_changed(
    bodies: Bodies, change: dict[str, Any]
) -> None:
    bodies.render(FILES)
    bodies.render(**change)
    assert bodies.made == 1


SAME: dict[str, dict[str, str | bytes]] = {
    "another article": {**FILES, "tin/2025/moi.md": article(title="Bài mới")},
    "the title of the article linked to": {**FILES, OTHER: article(title="Đầu đề khác")},
    "a unit": {**FILES, "don-vi/phong-9.md": "---\ntitle: Phòng Chín\nkind: phong\n---\n"},
    "the article's own title": {**FILES, PATH: article(BODY, title="Đầu đề khác")},
}


@pytest.mark.parametrize("files", SAME.values(), ids=SAME.keys())
def test_it_is_used_whatever_else_changed(bodies: Bodies, files: dict[str, str | bytes]) -> None:
    bodies.render(FILES)
    bodies.render(files)
    assert bodies.made == 0


def test_where_the_day_is_today_another_day_counts(bodies: Bodies) -> None:
    """An article that is no article of the newsroom, as the desk's pages: its day is today."""
    files = without(PATH)
    bodies.render(files, now="2025-08-01 09:00")
    bodies.render(files, now="2025-08-01 17:00")
    assert bodies.made == 0
    bodies.render(files, now="2025-08-02 09:00")
    assert bodies.made == 1


@pytest.mark.parametrize("body", ["", " \n\n"], ids=["nothing", "blanks"])
def test_an_empty_body_is_not_kept(bodies: Bodies, body: str) -> None:
    assert bodies.render(FILES, body=body) == ""
    assert bodies.made == 0


@pytest.mark.parametrize("data", [b"khong phai", b"", b"\x80\x05K\x01."])
def test_spoilt_bytes_are_a_miss(bodies: Bodies, data: bytes) -> None:
    bodies.render(FILES)
    (key,) = bodies.store.used
    bodies.store.put({key: data})
    bodies.render(FILES)
    assert bodies.made == 1
