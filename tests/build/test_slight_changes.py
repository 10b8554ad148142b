"""Words changed in an article: which edits renew its page alone, and that it is as a clean build's.

The short way may be taken only where nothing else can differ. Whatever way a build takes, the site
and what the build says are those of a build with nothing kept.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from .building import Built, build, snapshot, write_files
from .content import ARTICLE, GOOD, article

PLAN = "ke-hoach/118-kh-vkshp-ttr-2025.md"
OTHERS = [f"tin/2025/bai-{number}.md" for number in range(1, 6)]
FIRST, SECOND = "Đoạn mở đầu của bài.", "Đoạn hai kể việc đã làm trong ngày."
TABLE = "| Cột | Số |\n|---|---|\n| a | 1 |"
BODY = f"{FIRST}\n\n{SECOND}\n\n## Mục một\n\nĐoạn ba.\n\n{TABLE}\n\nXem [bài bên cạnh](ban-be.md)."
CITED = f"{FIRST}\n\nTheo Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025, việc đã làm.\n\nĐoạn cuối."
NOTED = f"{FIRST}\n\nCó chú thích[^1] ở đây.\n\n[^1]: Lời chú."
SLIP = f"{FIRST}\n\nDân chủ ở cơ cở.\n\nĐoạn cuối."
LONG = "\n\n".join([FIRST, *(f"## Mục {n}\n\n{'Một câu dài vừa phải. ' * 60}" for n in range(4))])
NEARLY = "\n\n".join([FIRST, *(f"## Mục {n}\n\n{'Câu chữ. ' * 145}" for n in range(3))])


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 600), "red").save(out, "JPEG")
    return out.getvalue()


BASE: dict[str, str | bytes] = {
    **GOOD,
    ARTICLE: article(BODY),
    "tin/2025/anh.jpg": picture(),
    **{path: article(BODY, title=f'"Bài số {k}"') for k, path in enumerate(OTHERS)},
}


def more(path: str) -> str:
    """The article *path* of the base with a paragraph more."""
    return article(f"{BODY}\n\nThêm.", title=f'"Bài số {OTHERS.index(path)}"')


RENEWED, DONE, IDLE = "đã dựng lại", "đã dựng xong", "Không có gì thay đổi"


@dataclass
class Site:
    """A newsroom that is built again after each edit."""

    folder: Path

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    def build(self) -> Built:
        return build(self.docs, self.folder / "site", cache=self.folder / "bo-nho-dem")

    def clean(self) -> Built:
        cache = self.folder / "sach"
        shutil.rmtree(cache, ignore_errors=True)
        return build(self.docs, self.folder / "site-sach", cache=cache)

    def start(self, files: dict[str, str]) -> None:
        """As it was, with *files*, and built."""
        shutil.rmtree(self.docs, ignore_errors=True)
        write_files(self.docs, {**BASE, **files})
        assert self.build().error is None

    def built_after(self, files: dict[str, str | None]) -> str:
        """Build with *files* changed, compare with a clean build; which way was taken."""
        for path, text in files.items():
            if text is None:
                (self.docs / path).unlink()
            else:
                (self.docs / path).write_text(text, encoding="utf-8")
        kept, clean = self.build(), self.clean()
        assert kept.error is None
        assert snapshot(kept.site) == snapshot(clean.site)
        assert said(kept) == said(clean)
        (way,) = [way for way in (RENEWED, DONE, IDLE) if way in kept.log]
        again = self.build()
        assert IDLE in again.log
        assert said(again) == said(clean)
        return way


def said(built: Built) -> list[str]:
    """What a build says of the content."""
    own = (r for r in built.records if r.name == "mkdocs.plugins.portal")
    return [r.getMessage() for r in own if "Trang" not in r.getMessage()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("sua-chu"))


SHORT: dict[str, tuple[str, str]] = {
    "a word": (BODY, BODY.replace("đã làm", "đang làm")),
    "a word made bold": (BODY, BODY.replace("đã làm", "**đã làm**")),
    "signs that HTML escapes": (BODY, BODY.replace("đã làm", "1 < 2 & 3 > 2 “x” ’")),
    "letters from elsewhere": (BODY, BODY.replace("đã làm", "😀 \u00a0 日本")),
    "a paragraph at the end": (BODY, f"{BODY}\n\nThêm một đoạn."),
    "blank lines at the end": (BODY, f"{BODY}\n\n\n"),
    "a cell of a table": (BODY, BODY.replace("| a | 1 |", "| a | 2 |")),
    "a table at the end": (BODY, f"{BODY}\n\n{TABLE}"),
    "a list at the end": (BODY, f"{BODY}\n\n- một\n- hai"),
    "the words of a footnote": (NOTED, NOTED.replace("Lời chú", "Lời chú khác")),
    "a footnote at the end": (BODY, f"{BODY}\n\nThêm[^1].\n\n[^1]: Lời chú."),
    "a paragraph that says the title": (BODY, f"{BODY}\n\nBài thử"),
    "words beside a citation": (CITED, CITED.replace("Đoạn cuối", "Đoạn chót")),
    "words after a slip": (SLIP, SLIP.replace("Đoạn cuối", "Đoạn chót")),
    "words before a slip, on its line": (SLIP, SLIP.replace("Dân chủ", "Về dân chủ")),
}
WHOLE: dict[str, tuple[str, str]] = {
    "the first paragraph": (BODY, BODY.replace("mở đầu", "đầu tiên")),
    "a paragraph before the first": (BODY, f"Mới.\n\n{BODY}"),
    "a heading added": (BODY, f"{BODY}\n\n## Mục hai\n\nChữ."),
    "a heading reworded": (BODY, BODY.replace("Mục một", "Mục 1")),
    "a heading removed": (BODY, BODY.replace("## Mục một\n\n", "")),
    "a heading of another level": (BODY, BODY.replace("## Mục", "### Mục")),
    "a link added": (BODY, f"{BODY}\n\n[Bài](bai-1.md)"),
    "a link elsewhere": (BODY, BODY.replace("ban-be.md", "bai-2.md")),
    "a link to nothing": (BODY, BODY.replace("ban-be.md", "khong-co.md")),
    "a link moved to another line": (BODY, BODY.replace("Đoạn ba.", "Đoạn ba.\n\nĐoạn chen.")),
    "a link removed": (BODY, BODY.replace("[bài bên cạnh](ban-be.md)", "bài bên cạnh")),
    "a picture added": (BODY, f'{BODY}\n\n![Ảnh](anh.jpg "Chú thích")'),
    "a citation added": (FIRST, CITED),
    "a citation removed": (CITED, CITED.replace("118/KH-VKSHP-TTr", "nêu trên")),
    "a citation of an unregistered document": (CITED, CITED.replace("118/KH", "119/KH")),
    "a citation with a wrong day": (CITED, CITED.replace("07/02/2025", "08/02/2025")),
    "a slip made": (SLIP.replace("cơ cở", "cơ sở"), SLIP),
    "a slip mended": (SLIP, SLIP.replace("cơ cở", "cơ sở")),
    "a slip moved to another line": (SLIP, SLIP.replace("Dân chủ", "Chen.\n\nDân chủ")),
    "a second slip": (SLIP, SLIP.replace("Đoạn cuối.", "Ở cơ cở.")),
    "emptied": (BODY, ""),
    "no longer empty": ("", BODY),
    "unsafe HTML": (BODY, f"{BODY}\n\n<script>alert(1)</script>"),
    "no more unsafe HTML": (f"{BODY}\n\n<script>alert(1)</script>", BODY),
    "an unsafe link": (BODY, f"{BODY}\n\n[x](javascript:alert)"),
    "a picture in the body's HTML": (BODY, f'{BODY}\n\n<img src="anh.jpg" alt="">'),
    "a style": (BODY, f'{BODY}\n\n<p style="color:red">Đỏ</p>'),
    "long enough for a list of contents": (NEARLY, f"{NEARLY}\n\n{'Câu chữ. ' * 40}"),
}
EITHER: dict[str, tuple[str, str]] = {
    "words of a long text with a list of contents": (LONG, LONG.replace("Một câu", "Hai câu", 1)),
    "a paragraph of a long text": (LONG, f"{LONG}\n\nĐoạn thêm."),
    "a long text begins with a list": (LONG, LONG.replace(FIRST, f"- {FIRST}")),
    "the first paragraph twice": (FIRST, f"{FIRST}\n\n{FIRST}"),
    "a citation moved to another line": (CITED, CITED.replace("Theo", "Chen.\n\nTheo")),
    "a citation twice": (CITED, CITED.replace("Đoạn cuối", "Vẫn Kế hoạch số 118/KH-VKSHP-TTr")),
    "a heading in code": (BODY, f"{BODY}\n\n```\n## Không phải mục\n```"),
    "an abbreviation of HTML": (BODY, f"{BODY}\n\n<b>đậm</b> &lt;b&gt;"),
    "an id in HTML": (BODY, f'{BODY}\n\n<a id="muc-mot"></a>'),
    "a footnote elsewhere": (NOTED, NOTED.replace("Có chú thích[^1]", "Có chú thích ở đầu[^1]")),
    "other line ends": (BODY, BODY.replace("\n", "\r\n")),
    "decomposed letters": (BODY, BODY.replace("đã làm", "đa\u0303 làm")),
    "a character that is none": (BODY, BODY.replace("đã làm", "\x0b\x00")),
}


@pytest.mark.parametrize(("before", "after"), SHORT.values(), ids=SHORT.keys())
def test_words_alone_renew_one_page(site: Site, before: str, after: str) -> None:
    site.start({ARTICLE: article(before)})
    assert site.built_after({ARTICLE: article(after)}) == RENEWED


@pytest.mark.parametrize(("before", "after"), WHOLE.values(), ids=WHOLE.keys())
def test_what_others_may_read_makes_a_whole_build(site: Site, before: str, after: str) -> None:
    site.start({ARTICLE: article(before)})
    assert site.built_after({ARTICLE: article(after)}) == DONE


@pytest.mark.parametrize(("before", "after"), EITHER.values(), ids=EITHER.keys())
def test_either_way_the_site_is_right(site: Site, before: str, after: str) -> None:
    site.start({ARTICLE: article(before)})
    assert site.built_after({ARTICLE: article(after)}) in {RENEWED, DONE}


NEW = article(BODY.replace("đã làm", "đang làm"))
OTHER_FILES: dict[str, tuple[dict[str, str], dict[str, str | None], str]] = {
    "nothing": ({}, {}, IDLE),
    "saved as it was": ({}, {ARTICLE: article(BODY)}, IDLE),
    "two articles": ({}, {ARTICLE: NEW, OTHERS[0]: more(OTHERS[0])}, RENEWED),
    "four articles": ({}, {path: more(path) for path in OTHERS[:4]}, RENEWED),
    "five articles": ({}, {path: more(path) for path in OTHERS}, DONE),
    "one of two more than words": (
        {},
        {ARTICLE: NEW, OTHERS[0]: article(BODY, title='"Đầu đề khác"')},
        DONE,
    ),
    "the title": ({}, {ARTICLE: article(BODY, title='"Đầu đề khác"')}, DONE),
    "a comment in the front matter": ({}, {ARTICLE: article(BODY, more="# lời nhắn")}, DONE),
    "a tag": ({}, {ARTICLE: article(BODY, more="tags: [thi đua]")}, DONE),
    "a draft's words": (
        {ARTICLE: article(BODY, more="draft: true")},
        {ARTICLE: article(f"{BODY}\n\nThêm.", more="draft: true")},
        DONE,
    ),
    "a broken article's words": (
        {ARTICLE: article(BODY, unit="khong-co", date="sai")},
        {ARTICLE: article(f"{BODY}\n\nThêm.", unit="khong-co", date="sai")},
        DONE,
    ),
    "no longer broken": ({ARTICLE: article(BODY, date="sai")}, {ARTICLE: article(BODY)}, DONE),
    "the plan's words": (
        {ARTICLE: article(CITED)},
        {PLAN: GOOD[PLAN] + "\nLời văn của kế hoạch.\n"},
        DONE,
    ),
    "the plan's number": (
        {ARTICLE: article(CITED)},
        {PLAN: GOOD[PLAN].replace("118/", "117/"), ARTICLE: article(f"{CITED}\n\nThêm.")},
        DONE,
    ),
    "the unit's words": ({}, {"don-vi/phong-2.md": GOOD["don-vi/phong-2.md"] + "\nChữ.\n"}, DONE),
    "the front page's words": ({}, {"index.md": GOOD["index.md"] + "\nChữ.\n"}, DONE),
    "an article more": ({}, {ARTICLE: NEW, "tin/2025/moi.md": article(title='"Mới"')}, DONE),
    "an article less": ({}, {ARTICLE: NEW, OTHERS[0]: None}, DONE),
}


@pytest.mark.parametrize(("before", "after", "way"), OTHER_FILES.values(), ids=OTHER_FILES.keys())
def test_other_files(
    site: Site, before: dict[str, str], after: dict[str, str | None], way: str
) -> None:
    site.start(before)
    assert site.built_after(after) == way


def test_one_edit_after_the_other_and_back(site: Site) -> None:
    """Each short way starts from the page that the one before has left."""
    site.start({ARTICLE: article(BODY)})
    for words in ("đang làm", "sắp làm", "đã làm", "đang làm", "đã làm"):
        site.built_after({ARTICLE: article(BODY.replace("đã làm", words))})


def test_a_page_that_somebody_changed_is_made_anew(site: Site) -> None:
    site.start({ARTICLE: article(BODY)})
    page = site.folder / "site" / "tin/2025/bai/index.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    assert site.built_after({ARTICLE: NEW}) == DONE


def test_the_search_needs_every_word(site: Site) -> None:
    """Its index holds all words: with it there is no short way."""
    site.start({ARTICLE: article(BODY)})
    (site.docs / ARTICLE).write_text(NEW, encoding="utf-8")
    places = site.docs, site.folder / "site-tim"
    first = build(*places, cache=site.folder / "tim", with_search=True)
    (site.docs / ARTICLE).write_text(article(BODY), encoding="utf-8")
    second = build(*places, cache=site.folder / "tim", with_search=True)
    assert (first.error, second.error) == (None, None)
    assert DONE in second.log
