"""What people do to a newsroom, and what may happen to its cache, drawn by lot from a seed."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.sample import generate

from .building import ROOT


@dataclass
class World:
    """A newsroom with its templates and settings, as it is edited."""

    folder: Path
    chance: random.Random
    tagline: str = "Trang thông tin điện tử"
    url: str = "https://trang.example/"
    day: int = 1
    count: int = 0
    broken: list[tuple[Path, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        generate(40, self.docs, 3)
        shutil.copytree(ROOT / "overrides", self.overrides)

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def overrides(self) -> Path:
        return self.folder / "overrides"

    @property
    def cache(self) -> Path:
        return self.folder / "bo-nho-dem"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def now(self) -> str:
        return f"2026-01-{self.day:02}T08:00"

    def one(self, folder: str, pattern: str = "*.md") -> Path:
        return self.chance.choice(sorted((self.docs / folder).rglob(pattern)))

    def article(self) -> Path:
        return self.one("tin")

    def number(self) -> int:
        self.count += 1
        return self.count


def _change(file: Path, pattern: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _append(file: Path, more: str) -> None:
    with file.open("a", encoding="utf-8") as out:
        out.write(more)


def add(world: World) -> None:
    new = world.article().with_name(f"bai-them-{world.number()}.md")
    shutil.copy(world.article(), new)
    _change(new, "^title:.*", f'title: "Bài thêm {world.count}"')


def delete(world: World) -> None:
    if len(list((world.docs / "tin").rglob("*.md"))) > 10:
        world.article().unlink()


def rename(world: World) -> None:
    file = world.article()
    file.rename(file.with_name(f"ten-khac-{world.number()}.md"))


def retitle(world: World) -> None:
    _change(world.article(), "^title:.*", f'title: "Đầu đề sửa lần {world.number()}"')


def retag(world: World) -> None:
    tag = world.chance.choice(["tập huấn", "thi đua", "đối thoại", "chủ đề mới"])
    _change(world.article(), r"^tags:(\n- .*)+", f"tags: [{tag}]")


def move_unit(world: World) -> None:
    _change(world.article(), "^unit:.*", f"unit: {world.one('don-vi').stem}")


def date(world: World) -> None:
    _change(world.article(), "^date:.*", f"date: 2025-{world.chance.randint(1, 12):02}-15")


def write_more(world: World) -> None:
    _append(world.article(), f"\n\nĐoạn thêm {world.number()}.\n")


def write_before(world: World) -> None:
    _change(world.article(), r"\n---\n", f"\n---\n\nMở đầu {world.number()}.\n")


def link(world: World) -> None:
    file, other = world.article(), world.article()
    target = os.path.relpath(other, file.parent)
    _append(
        file, f"\n\nXem [bài khác]({target}) và [bài không có](khong-co-{world.number()}.md).\n"
    )


def picture(world: World) -> None:
    file = world.article()
    target = os.path.relpath(world.one("tin", "*.jpg"), file.parent)
    _append(file, f'\n\n![Ảnh mẫu]({target} "Chú thích {world.number()} | Người chụp")\n')


def swap_picture(world: World) -> None:
    picture, place = world.one("tin", "*.jpg"), world.one("tin", "*.jpg").with_name("anh-moi.jpg")
    if picture != place:
        shutil.copyfile(picture, place)


def break_one(world: World) -> None:
    file = world.article()
    world.broken.append((file, file.read_text(encoding="utf-8")))
    _change(file, "^title:.*", "title: Phòng 2: kiểm tra")


def mend(world: World) -> None:
    if world.broken:
        file, text = world.broken.pop()
        file.write_text(text, encoding="utf-8")


def hold(world: World) -> None:
    more = world.chance.choice(["draft: true", f"publish_at: 2026-01-{world.day + 1:02} 07:00"])
    _change(world.article(), "^title:", f"{more}\ntitle:")


def next_day(world: World) -> None:
    world.day += 1


def rename_unit(world: World) -> None:
    _change(world.one("don-vi"), "^title:.*", f"title: Phòng mẫu đổi tên {world.number()}")


def rename_plan(world: World) -> None:
    _change(world.one("ke-hoach"), "^title:.*", f"title: Kế hoạch mẫu sửa lần {world.number()}")


def drop_plan(world: World) -> None:
    if len(list((world.docs / "ke-hoach").glob("*.md"))) > 2:
        world.one("ke-hoach").unlink()


def change_template(world: World) -> None:
    name = world.chance.choice(["article.html", "listing.html", "partials/footer.html"])
    _append(world.overrides / name, f"<!-- {world.number()} -->")


def change_style(world: World) -> None:
    _append(world.overrides / "assets/stylesheets/portal.css", f"/* {world.number()} */")


def change_settings(world: World) -> None:
    world.tagline = f"Trang thông tin điện tử {world.number()}"


def change_address(world: World) -> None:
    world.url = f"https://trang-{world.number()}.example/"


def nothing(world: World) -> None:
    del world


def cut_store(world: World) -> None:
    for file in world.cache.glob("kho-*.sqlite"):
        data = file.read_bytes()
        file.write_bytes(data[: world.chance.randint(0, len(data))])


def spoil_store(world: World) -> None:
    for file in world.cache.glob("kho-*.sqlite"):
        data = bytearray(file.read_bytes())
        for _ in range(200):
            data[world.chance.randrange(len(data))] ^= 0xFF
        file.write_bytes(data)


def cut_pages(world: World) -> None:
    for file in sorted((world.cache / "trang").rglob("*"))[:: world.chance.randint(2, 9)]:
        if file.is_file():
            data = file.read_bytes()
            file.unlink()
            file.write_bytes(data[: len(data) // 2])


def drop_pages(world: World) -> None:
    shutil.rmtree(world.cache / "trang", ignore_errors=True)


def drop_cache(world: World) -> None:
    for file in world.cache.glob("kho-*"):
        file.unlink()


def spoil_site(world: World) -> None:
    """In place: where pages are links, the kept page is spoilt with it."""
    pages = sorted(world.site.rglob("index.html"))
    for page in pages[:: world.chance.randint(1, 9)]:
        _append(page, "<!-- hỏng -->")


def drop_site(world: World) -> None:
    shutil.rmtree(world.site, ignore_errors=True)


EDITS: tuple[Callable[[World], None], ...] = (
    add, delete, rename, retitle, retag, move_unit, date, write_more, write_before, link, picture,
    swap_picture, break_one, mend, hold, next_day, rename_unit, rename_plan, drop_plan,
    change_template, change_style, change_settings, change_address, nothing, cut_store, spoil_store,
    cut_pages, drop_pages, drop_cache, spoil_site, drop_site,
)  # fmt: skip
