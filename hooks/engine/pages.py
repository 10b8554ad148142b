"""MkDocs' File and Page, taught that the newsroom has already read and checked everything."""

from __future__ import annotations

import html

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from newsroom.pages import SitePage
from newsroom.rendering import Renderer
from newsroom.source import Source
from newsroom.views import Notice, PageView, View

log = get_plugin_logger("portal")
_RAW_SHOWN = 100_000


class NewsPage(Page):
    """A page whose source the newsroom has read; rendering it never raises."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        site_page: SitePage,
        source: Source | None,
        renderer: Renderer,
    ) -> None:
        view = _view_of(site_page)
        super().__init__(view.title, file, config)
        self.view: View = view
        self.address = site_page.address
        self.update_date = site_page.lastmod
        self._site_page = site_page
        self._source = source
        self._renderer = renderer

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the body as the newsroom read it; MkDocs' own parser is not asked."""
        del config
        self.markdown = self._source.body if self._source else ""
        self.meta = {"title": self.view.title, "template": self.view.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the body. What cannot be rendered is shown as it was written."""
        del config, files
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.content = self._rendered()

    def _rendered(self) -> str:
        source = self._source
        if source is None:
            return ""
        if not source.body_is_safe:
            return f"<pre>{html.escape(source.raw[:_RAW_SHOWN])}</pre>"
        try:
            return self._renderer.render(self.markdown or "", source.path, self._site_page.address)
        except Exception as error:  # a body must never take the site down
            log.error(
                "%s: không dựng được nội dung (%s); trang hiện nguyên văn.",
                source.path,
                type(error).__name__,
            )
            return f"<pre>{html.escape(source.body[:_RAW_SHOWN])}</pre>"


def _view_of(site_page: SitePage) -> View:
    """The page's view; one that cannot be made is logged and never takes the site down."""
    try:
        return site_page.make_view()
    except Exception as error:
        where = site_page.path or site_page.address
        log.error("%s: không dựng được trang (%s).", where, type(error).__name__)
        line = "Xem lại chỗ vừa sửa; nếu không thấy lỗi, báo cho người quản trị Trang."
        return PageView(where, notices=(Notice("problem", f"{where}: không dựng được", (line,)),))
