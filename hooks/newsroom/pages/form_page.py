"""In the preview: the page that is the form for writing, or that says how to get it."""

from __future__ import annotations

from functools import partial

from newsroom.pages.context import DESK, HOME
from newsroom.pages.site_page import SitePage
from newsroom.views import FormMissingView, FormView, Link

FORM_ADDRESS = "bien-tap/viet/"
_TITLE = "Viết tin, bài"
_DESCRIPTION = "Mẫu viết tin, bài trên trình duyệt; chỉ có ở bản xem trước."
_GUIDE = Link("Hướng dẫn viết", "bien-tap/huong-dan/")
_CRUMBS = (HOME, DESK, Link(_TITLE))


def form_page(folder: str, policy: str, *, has_guide: bool) -> SitePage:
    """The form, for articles below *folder*; *policy* is what the browser must allow it."""
    guide = _GUIDE if has_guide else None
    return SitePage(FORM_ADDRESS, None, partial(_form_view, folder, policy, guide))


def form_missing_page(obstacle: str = "") -> SitePage:
    """How to fetch the form's program; or *obstacle*, why it cannot be used here."""
    return SitePage(FORM_ADDRESS, None, partial(_missing_view, obstacle))


def _form_view(folder: str, policy: str, guide: Link | None) -> FormView:
    return FormView(_TITLE, _DESCRIPTION, _CRUMBS, folder=folder, policy=policy, guide=guide)


def _missing_view(obstacle: str) -> FormMissingView:
    return FormMissingView(_TITLE, _DESCRIPTION, _CRUMBS, obstacle=obstacle)
