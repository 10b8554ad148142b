"""One build: the newsroom as read, and what MkDocs asks of it."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from engine.exports import asset_contents, write_files, write_headers
from engine.pages import NewsPage
from engine.picture_files import (
    cache_folder,
    open_cache,
    original_file,
    pages_with_pictures,
    size_files,
    social_file,
)
from engine.shared_parts import SharedParts
from engine.writing_form import form_files, open_form
from newsroom.clock import read_now
from newsroom.commands import reading_progress
from newsroom.exports import (
    Needs,
    drawn_picture,
    drawn_titles,
    page_needs,
    policy,
    site_files,
    social_view,
    structured_data,
)
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, site_view
from newsroom.pictures.cache import PictureCache
from newsroom.rendering import Renderer
from newsroom.search.store import IndexStore
from newsroom.settings import SearchSettings, SiteSettings, read_settings
from newsroom.source import Source
from newsroom.views import SiteView, View

# Of Material's files only its stylesheet is used; partials are read by templates.
_UNUSED_THEME_FILES = (
    "partials/*",
    "assets/javascripts/*",
    "assets/images/*",
    "assets/stylesheets/palette.*",
    "*.map",
    "sitemap.xml",
)
_OWN_FILES = (
    "assets/images/bieu-tuong.png",
    "assets/javascripts/portal.js",
    "assets/javascripts/tim-kiem/*",
)
_EARLY_SCRIPT = Path(__file__).resolve().parents[2] / "overrides/partials/early.js"


@dataclass(slots=True)
class Build:
    """Everything one build needs, read once from the configuration in force."""

    newsroom: Newsroom
    settings: SiteSettings
    docs_name: str
    """The docs folder as messages name it."""
    pages: Mapping[str, SitePage]
    """By address."""
    renderer: Renderer
    assets: frozenset[str]
    """Files of the docs folder that go out."""
    pictures: PictureCache
    form: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files of the form for writing, by path; none outside the preview."""
    allowed: Needs = frozenset()
    """What the policy in each page's head allows."""
    _by_source: dict[str, SitePage] = field(default_factory=dict)
    _drawn: Mapping[str, str] = field(default_factory=dict)
    """Titles of the pictures drawn for pages without their own; none where nobody can share."""

    def choose_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Drop what may not be published, put cleaned pictures and generated pages in."""
        self._by_source = {page.path: page for page in self.pages.values() if page.path}
        docs_dir = os.path.normpath(config.docs_dir)
        for file in list(files):
            if file.src_dir and os.path.normpath(file.src_dir) == docs_dir:
                self._choose_content(file, files)
            elif _is_any(file.src_uri, _UNUSED_THEME_FILES) and not _is_any(
                file.src_uri, _OWN_FILES
            ):
                files.remove(file)
        for page in self.pages.values():
            if page.path is None:
                file = File.generated(config, f"{page.address}index.md", content="")
                files.append(file)
                self._by_source[file.src_uri] = page
        for file in size_files(self.newsroom, self.assets, self.pictures, config):
            files.append(file)
        if config.site_url and not self.newsroom.is_preview:
            self._drawn = drawn_titles(self.newsroom, self.settings)
            drawn = [social_file(*pair, self.pictures, config) for pair in self._drawn.items()]
            for file in {file.src_uri: file for file in drawn}.values():
                files.append(file)
        for file in form_files(self.form, config):
            files.append(file)
        for file in files:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    def _choose_content(self, file: File, files: Files) -> None:
        if file.src_uri in self._by_source:
            return
        files.remove(file)
        if file.src_uri in self.assets:
            is_picture = file.src_uri in self.newsroom.pictures
            files.append(original_file(file, self.newsroom, self.pictures) if is_picture else file)

    def make_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Make MkDocs' page of each file that is one."""
        sources = _sources(self.newsroom)
        for file in files:
            site_page = self._by_source.get(file.src_uri)
            if site_page is not None:
                source = sources.get(site_page.path) if site_page.path else None
                file.page = NewsPage(file, config, site_page, source, self.renderer)

    def prepare_templates(self, env: jinja2.Environment, files: Files) -> None:
        """Globals of all templates; everything is escaped unless a template says otherwise."""
        env.autoescape = True
        env.globals["shared"] = SharedParts(env)
        env.globals["site"] = self._with_policy(site_view(self.newsroom, self.settings), files)
        styles = sorted(
            file.src_uri
            for file in files
            if fnmatch.fnmatch(file.src_uri, "assets/stylesheets/main.*.css")
        )
        env.globals["site_styles"] = [*styles, "assets/stylesheets/portal.css"]

    def _with_policy(self, site: SiteView, files: Files) -> SiteView:
        """The early script, and the policy that allows it and the assets; none in the preview."""
        script = _EARLY_SCRIPT.read_text(encoding="utf-8").strip()
        self.allowed = page_needs([script], asset_contents(files))
        text = "" if site.preview else policy(self.allowed, in_header=False)
        return replace(site, policy=text, early_script=script)

    def view_of(self, page: Page) -> View:
        """The view of a page MkDocs is about to render."""
        if isinstance(page, NewsPage):
            return page.view
        return View(title=page.title or "")

    def for_machines(self, page: Page, config: MkDocsConfig) -> dict[str, object]:
        """What a page's head says to search engines, and to sites where it is shared."""
        if not isinstance(page, NewsPage):
            return {}
        known = (page.view, page.address, self.settings, config.site_url or "")
        drawn = drawn_picture(page.view, self.settings, self._drawn) if self._drawn else None
        social = social_view(*known, drawn) if drawn else None
        return {"structured": structured_data(*known), "social": social}

    def searched(self, config: MkDocsConfig) -> tuple[Newsroom, SearchSettings, IndexStore]:
        """What the search is about, and where its index is kept."""
        return self.newsroom, self.settings.search, IndexStore(cache_folder(config))

    def write_exports(self, config: MkDocsConfig) -> None:
        """Write everything beside the pages."""
        root, site_url = Path(config.site_dir), config.site_url or ""
        pages = tuple(self.pages.values())
        write_files(root, site_files(self.newsroom, self.settings, pages, site_url))
        if not self.newsroom.is_preview:  # only a real server sends headers
            write_headers(root, self.allowed, site_url)


def start_build(config: MkDocsConfig, *, is_preview: bool) -> Build:
    """Read the newsroom that *config* names. Raises SettingsError."""
    settings = read_settings(config.extra.get("portal"))
    now: datetime = read_now(config.extra.get("now"))
    with reading_progress() as progress:
        root = Path(config.docs_dir)
        newsroom = load_newsroom(
            root,
            now,
            is_preview=is_preview,
            progress=progress,
            settings=settings,
            cache_folder=cache_folder(config),
        )
    pictures = open_cache(config)
    newsroom, pages, assets = pages_with_pictures(newsroom, settings, pictures)
    form: Mapping[str, bytes] = {}
    if is_preview:
        opened = open_form(newsroom, config)
        pages[opened.page.address], form = opened.page, opened.files
    renderer = Renderer(
        config.markdown_extensions, config.mdx_configs or {}, newsroom, frozenset(pages)
    )
    return Build(newsroom, settings, _docs_name(config), pages, renderer, assets, pictures, form)


def _is_any(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(path, pattern) for pattern in patterns)


def _docs_name(config: MkDocsConfig) -> str:
    relative = os.path.relpath(config.docs_dir)
    return config.docs_dir if relative.startswith("..") else Path(relative).as_posix()


def _sources(newsroom: Newsroom) -> dict[str, Source]:
    pages = [
        *newsroom.articles,
        *newsroom.units,
        *newsroom.documents,
        *newsroom.pages.values(),
        *newsroom.broken,
    ]
    return {page.path: page.source for page in pages}
