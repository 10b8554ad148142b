"""From a page of the site to its HTML: its view, its body, the templates."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

import jinja2

from newsroom.caching.fingerprint import digest
from newsroom.exports import drawn_picture, social_view, structured_data
from newsroom.pages import SitePage
from newsroom.settings import SiteSettings
from newsroom.source import Source
from newsroom.views import Notice, PageView, SiteView, View

_RAW_SHOWN = 100_000
RenderBody = Callable[[str, str, str], str]
"""Markdown, path of its file, address of its page → HTML."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """What templates know as ``page``. ``url`` is empty for the front page."""

    url: str
    canonical_url: str | None
    content: str
    """HTML of the body; empty where there is none."""


@dataclass(slots=True)
class PreparedPage:
    """All that a page's HTML is made from. ``faults`` are messages for the log."""

    address: str
    view: View
    content: str
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PageMaker:
    """Makes pages one by one; what goes wrong with one never takes the site down."""

    env: jinja2.Environment
    site: SiteView
    settings: SiteSettings
    site_url: str
    sources: Mapping[str, Source]
    """Path → the file whose body a page shows."""
    render_body: RenderBody
    drawn: Mapping[str, str]
    """Titles of the pictures drawn for pages without their own (see ``exports.social``)."""
    templates: bytes = b""
    """A digest of the templates and what they read besides the page."""

    def __post_init__(self) -> None:
        # Pages never show what changes with each article (see ``SiteView.newest``).
        self.env.globals["site"] = replace(self.site, newest=())

    def prepare(self, page: SitePage) -> PreparedPage:
        """Make the view and render the body."""
        faults: list[str] = []
        view = _view_of(page, faults)
        return PreparedPage(page.address, view, self._content(page, faults), faults)

    def key(self, page: PreparedPage) -> bytes:
        """A digest of everything that :meth:`html` reads."""
        view = page.view
        drawn = drawn_picture(view, self.settings, self.drawn) if self.drawn else None
        return digest(
            self.templates, page.address, view.template, repr(view), repr(drawn), page.content
        )

    def html(self, page: PreparedPage) -> str:
        """The whole page."""
        url = "" if page.address in {"", "./"} else quote(page.address)
        known = (page.view, page.address, self.settings, self.site_url)
        drawn = drawn_picture(page.view, self.settings, self.drawn) if self.drawn else None
        context: dict[str, Any] = {
            "page": ShownPage(url, self._canonical(url), page.content),
            "base_url": "../" * (url.count("/") - 1) + ".." if url else ".",
            "view": page.view,
            "structured": structured_data(*known),
            "social": social_view(*known, drawn) if drawn else None,
        }
        return self.env.get_template(page.view.template).render(context)

    def _canonical(self, url: str) -> str | None:
        return f"{self.site_url.rstrip('/')}/{url}" if self.site_url else None

    def _content(self, page: SitePage, faults: list[str]) -> str:
        source = self.sources.get(page.path) if page.path else None
        if source is None:
            return ""
        if not source.body_is_safe:
            return f"<pre>{html.escape(source.raw[:_RAW_SHOWN])}</pre>"
        try:
            return self.render_body(source.body, source.path, page.address)
        except Exception as error:  # a body must never take the site down
            name = type(error).__name__
            faults.append(
                f"{source.path}: không dựng được nội dung ({name}); trang hiện nguyên văn."
            )
            return f"<pre>{html.escape(source.body[:_RAW_SHOWN])}</pre>"


def _view_of(page: SitePage, faults: list[str]) -> View:
    try:
        return page.make_view()
    except Exception as error:
        where = page.path or page.address
        faults.append(f"{where}: không dựng được trang ({type(error).__name__}).")
        line = "Xem lại chỗ vừa sửa; nếu không thấy lỗi, báo cho người quản trị Trang."
        return PageView(where, notices=(Notice("problem", f"{where}: không dựng được", (line,)),))
