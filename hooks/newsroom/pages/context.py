"""What every page maker needs: the snapshot, the cards, the settings, a few common answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.newsroom import Newsroom
from newsroom.pages.cards import Cards
from newsroom.pages.related import RelatedArticles
from newsroom.problems import Problem, Severity
from newsroom.settings import SiteSettings
from newsroom.views import Link, Notice

HOME = Link("Trang chủ", "./")
NEWS = Link("Tin tức", "tin/")
UNITS = Link("Đơn vị", "don-vi/")
PLANS = Link("Kế hoạch", "ke-hoach/")
DOCUMENTS = Link("Văn bản", "van-ban/")
TAGS = Link("Chủ đề", "chu-de/")
DESK = Link("Bàn biên tập", "bien-tap/")


@dataclass(frozen=True, slots=True)
class PageContext:
    """Passed to every page maker of one site."""

    newsroom: Newsroom
    cards: Cards
    settings: SiteSettings
    related: RelatedArticles
    broken_introductions: Mapping[str, str]
    """Address → path of content files that cannot be shown."""
    newest_change: str
    """ISO day of the last change of any article; empty when there is none."""

    def introduction(self, address: str) -> str | None:
        """Path of the content file that introduces the generated page at *address*."""
        page = self.newsroom.pages.get(address)
        return page.path if page else None

    def title(self, address: str, default: str) -> str:
        """The introduction's title, else *default*."""
        page = self.newsroom.pages.get(address)
        return page.meta.title if page else default

    def summary(self, address: str) -> str:
        """The introduction's summary or first paragraph."""
        page = self.newsroom.pages.get(address)
        return (page.meta.summary or page.scan.first_paragraph) if page else ""

    def problem_notices(self, path: str) -> tuple[Notice, ...]:
        """In the preview: a box with all that is wrong with the file *path*."""
        if not self.newsroom.is_preview:
            return ()
        return problem_notices(path, self.newsroom.problems_of(path))

    def introduction_notices(self, address: str) -> tuple[Notice, ...]:
        """In the preview: what is wrong with the introduction at *address*, shown or not."""
        path = self.introduction(address) or self.broken_introductions.get(address)
        return self.problem_notices(path) if path else ()


def problem_notices(path: str, problems: tuple[Problem, ...]) -> tuple[Notice, ...]:
    """A red box for errors and warnings, a plain one for notes."""
    grave = [p for p in problems if p.severity is not Severity.NOTE]
    notes = [p for p in problems if p.severity is Severity.NOTE]
    notices = []
    if grave:
        title = f"{path}: {len(grave)} điểm cần sửa"
        notices.append(Notice("problem", title, tuple(_line(p) for p in grave)))
    if notes:
        title = f"{path}: {len(notes)} lưu ý"
        notices.append(Notice("note", title, tuple(_line(p) for p in notes)))
    return tuple(notices)


def _line(problem: Problem) -> str:
    where = f"Dòng {problem.line}: " if problem.line else ""
    return f"{problem.severity.label}. {where}{problem.message} Cách sửa: {problem.hint}"
