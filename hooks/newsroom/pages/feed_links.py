"""Links to the feeds: one of the site, one a unit, a plan, an archive."""

from __future__ import annotations

from newsroom.archives import Archive
from newsroom.model import Unit
from newsroom.newsroom import CitedPlan
from newsroom.settings import SiteSettings
from newsroom.views import Link

PLAN_TABLE = "hoat-dong.csv"
"""Name of the file with a plan's activities, beside its page."""


def feed_address(address: str) -> str:
    """Address of the feed of the page at *address*: ``don-vi/phong-2/atom.xml``."""
    return f"{address}atom.xml"


def site_feed(settings: SiteSettings) -> Link:
    """The feed of all news."""
    return Link(f"Tin mới nhất của {settings.name}", feed_address(""))


def unit_feed(unit: Unit) -> Link:
    """The feed of a unit's own news; its days of work tell apart units of one name."""
    known = unit.meta.valid_from or unit.meta.valid_to
    note = unit.validity_text() if known else None
    return Link(f"Tin, bài về {unit.meta.title}", feed_address(unit.address), note)


def plan_feed(plan: CitedPlan) -> Link:
    """The feed of a plan's news; the plan's title tells apart those of one number."""
    title = plan.document.meta.title if plan.document else None
    return Link(f"Tin, bài theo Kế hoạch {plan.ref.number}", feed_address(plan.address), title)


def plan_table(plan: CitedPlan) -> Link:
    """The table of a plan's activities, for programs such as Excel."""
    return Link(
        "Tải danh sách hoạt động", f"{plan.address}{PLAN_TABLE}", "tệp CSV, mở được bằng Excel"
    )


def archive_feed(archive: Archive) -> Link:
    """The feed of an archive."""
    title = archive.title[0].lower() + archive.title[1:]
    return Link(f"Tin, bài về {title}", feed_address(archive.address))
