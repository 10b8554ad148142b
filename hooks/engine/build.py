"""One build: the newsroom as read, and what MkDocs asks of it."""

from __future__ import annotations

import fnmatch
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, starmap
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from engine.exports import write_files, write_headers
from engine.picture_files import (
    cache_folder,
    draw,
    open_cache,
    original_file,
    pages_with_pictures,
    size_files,
    social_file,
)
from engine.site_output import SiteOutput, prepare_output
from engine.writing_form import open_form
from newsroom.archive_blocks import article_model
from newsroom.caching.citing import KeptCitations
from newsroom.caching.page_files import KeptPages
from newsroom.caching.reads import KeptReads
from newsroom.caching.site_pages import Written
from newsroom.caching.store import Store
from newsroom.caching.workers import collector_at_rest
from newsroom.clock import read_now
from newsroom.commands import reading_progress
from newsroom.exports import (
    SiteFile,
    drawn_titles,
    site_files,
)
from newsroom.folder import read_entry
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, page_of, site_view
from newsroom.pictures.cache import PictureCache
from newsroom.publishing import assets_of
from newsroom.rendering import Renderer
from newsroom.renewing import entry_of, renewed
from newsroom.search.store import IndexStore
from newsroom.settings import SearchSettings, SiteSettings, read_settings
from newsroom.source import Source, read_source

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
    reading: KeptReads
    pictures: PictureCache
    form: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files of the form for writing, by path; none outside the preview."""
    kept: KeptPages | None = None
    """Finished pages of builds before; none in the preview, which makes pages when asked."""
    written: Written = field(default_factory=Written)
    _output: SiteOutput | None = None
    _exports: list[SiteFile] | None = None
    """What goes beside the pages, once it is made."""
    _drawn: Mapping[str, str] = field(default_factory=dict)
    """Titles of the pictures drawn for pages without their own; none where nobody can share."""

    def choose_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Drop what may not be published, put cleaned pictures in. Pages are no files here."""
        docs_dir = os.path.normpath(config.docs_dir)
        for file in list(files):
            if file.src_dir and os.path.normpath(file.src_dir) == docs_dir:
                files.remove(file)
                files.append(self._to_publish(file))
            elif _is_any(file.src_uri, _UNUSED_THEME_FILES) and not _is_any(
                file.src_uri, _OWN_FILES
            ):
                files.remove(file)
        for file in size_files(self.newsroom, self.assets, self.pictures, config):
            files.append(file)
        if config.site_url and not self.newsroom.is_preview:
            self._drawn = drawn_titles(self.newsroom, self.settings)
            drawn = [social_file(*pair, self.pictures, config) for pair in self._drawn.items()]
            for file in {file.src_uri: file for file in drawn}.values():
                files.append(file)
        for file in files:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    @property
    def files_to_copy(self) -> frozenset[str]:
        """Files of the docs folder that MkDocs is to copy; the preview places them when asked."""
        return frozenset() if self.newsroom.is_preview else self.assets

    def _to_publish(self, file: File) -> File:
        is_picture = file.src_uri in self.newsroom.pictures
        return original_file(file, self.newsroom, self.pictures) if is_picture else file

    def place_asset(self, path: str, config: MkDocsConfig) -> None:
        """Put the file *path* of the docs folder into the site."""
        self._to_publish(File(path, config.docs_dir, config.site_dir, True)).copy_file()

    def with_article(self, path: str) -> Build | None:
        """The same build with the article *path* read anew; None where more depends on it."""
        old = next((a for a in self.newsroom.articles if a.path == path), None)
        if old is None:
            return None
        model = article_model(self.settings.all_archives)
        outcome = read_entry(model, entry_of(old), read_source(self.newsroom.root, path))
        found = renewed(self.newsroom, outcome, self.pages.keys())
        if found is None:
            return None
        newsroom, article = found
        page = page_of(article, newsroom, self.settings)
        output = self.output
        sources = {**output.maker.sources, path: article.source}
        return replace(
            self,
            newsroom=newsroom,
            pages={**self.pages, article.address: page},
            assets=self.assets | assets_of(article, newsroom),
            _output=replace(output, maker=replace(output.maker, sources=sources)),
        )

    def prepare_templates(
        self, env: jinja2.Environment, files: Files, config: MkDocsConfig
    ) -> None:
        """Make ready to make pages."""
        self._output = prepare_output(
            env,
            files,
            config,
            site=site_view(self.newsroom, self.settings),
            settings=self.settings,
            sources=_sources(self.newsroom),
            renderer=self.renderer,
            drawn=self._drawn,
            kept=self.kept,
        )

    @property
    def output(self) -> SiteOutput:
        """What makes pages, once the templates are known."""
        if self._output is None:
            raise PluginError("Chưa có mẫu trang: on_env phải chạy trước.")
        return self._output

    def write_pages(self, config: MkDocsConfig) -> None:
        """Write every page; what goes beside them is made meanwhile."""
        made: list[SiteFile] = []
        making = chain(draw(self._drawn, self.pictures), map(made.append, self._site_files(config)))
        self.written = self.output.write(self.pages, config.site_dir, making)
        self._exports = made

    def searched(self, config: MkDocsConfig) -> tuple[Newsroom, SearchSettings, IndexStore]:
        """What the search is about, and where its index is kept."""
        return self.newsroom, self.settings.search, IndexStore(cache_folder(config))

    def trim(self) -> None:
        """Keep what is kept for the next build within its limits."""
        self.pictures.trim()
        if self.kept:
            self.kept.trim(time.time())
            self.kept.store.trim()

    def exports(self, config: MkDocsConfig) -> dict[str, bytes]:
        """Everything beside the pages, by path."""
        written = {file.path: file.content for file in self._site_files(config)}
        return {**written, **self.form}

    def _site_files(self, config: MkDocsConfig) -> Iterator[SiteFile]:
        pages = tuple(self.pages.values())
        return site_files(self.newsroom, self.settings, pages, config.site_url or "")

    def write_exports(self, config: MkDocsConfig) -> None:
        """Write everything beside the pages."""
        root = Path(config.site_dir)
        made = self._exports
        write_files(root, self._site_files(config) if made is None else made)
        if not self.newsroom.is_preview:  # only a real server sends headers
            write_headers(root, self.output.allowed, config.site_url or "", self.written)

    def write_preview(self, config: MkDocsConfig) -> None:
        """Write all that a preview would show if it were asked for."""
        self.write_pages(config)
        for path in self.assets:
            self.place_asset(path, config)
        self.write_exports(config)
        write_files(Path(config.site_dir), starmap(SiteFile, self.form.items()))


def start_build(
    config: MkDocsConfig,
    is_preview: bool,
    store: Store,
    reading: KeptReads | None = None,
    texts: Mapping[str, bytes] | None = None,
) -> Build:
    """Read the newsroom that *config* names. Raises SettingsError.

    *reading* is that of the build before, which remembers what it has read. *texts* are the digests
    of files that were looked at a moment ago.
    """
    settings = read_settings(config.extra.get("portal"))
    now: datetime = read_now(config.extra.get("now"))
    if reading is None or reading.settings != repr(settings):
        reading = KeptReads(store, repr(settings))
    reading.texts = texts or {}
    with collector_at_rest(), reading_progress() as progress:
        root = Path(config.docs_dir)
        newsroom = load_newsroom(
            root,
            now,
            is_preview=is_preview,
            progress=progress,
            settings=settings,
            cache_folder=cache_folder(config),
            reading=reading,
            citing=KeptCitations(reading),
            begin=progress.begin if progress else None,
        )
    pictures = open_cache(config)
    with collector_at_rest():
        newsroom, pages, assets = pages_with_pictures(newsroom, settings, pictures)
    form: Mapping[str, bytes] = {}
    if is_preview:
        opened = open_form(newsroom, config)
        pages[opened.page.address], form = opened.page, opened.files
    renderer = Renderer(
        config.markdown_extensions, config.mdx_configs or {}, newsroom, frozenset(pages)
    )
    kept = None if is_preview else KeptPages(cache_folder(config), reading.store)
    return Build(
        newsroom,
        settings,
        _docs_name(config),
        pages,
        renderer,
        assets,
        reading,
        pictures,
        form,
        kept,
    )


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
