"""MkDocs' events, each a few lines that call the newsroom."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from engine.build import Build, start_build
from engine.missing_page import write_missing_page
from engine.output import Output, about_to_abort, beside, discard, leave, place_of, publish
from engine.picture_files import cache_folder
from engine.preview import Preview
from engine.preview_server import PreviewServer
from engine.problem_log import log_problems
from engine.search import BackgroundSearch, SearchIndexer
from engine.unchanged import (
    Rest,
    Said,
    find_rest,
    leave_idle,
    place_pages,
    read_inputs,
    record_of,
    repeat,
)
from engine.walk import walk_only
from newsroom.caching.reads import KeptReads
from newsroom.caching.store import Store
from newsroom.caching.whole_site import Inputs, marks_of, remember
from newsroom.commands import reading_progress
from newsroom.settings import SettingsError, read_site_url

Command = Literal["build", "gh-deploy", "serve"]


class Portal:
    """One object for all events. State is born in ``on_config``, once a build."""

    def __init__(self) -> None:
        self._command: Command = "build"
        self._output: Output | None = None
        self._search = SearchIndexer()
        self._preview_search = BackgroundSearch()
        self._build: Build | None = None
        self._reading: KeptReads | None = None
        """What the preview has read."""
        self._server: PreviewServer | None = None
        self._tools: tuple[jinja2.Environment, Files, MkDocsConfig] | None = None
        """What the preview makes pages with."""
        self._store: Store | None = None
        self._said = Said()
        self._marks = b""
        """Of the docs folder before it was read."""
        self._collects = False
        """Whether Python's collector of cycles was at work before."""
        self._inputs: Inputs | None = None
        self._rest: Rest | None = None
        """The build before, where this one would give the same or nearly so."""
        self._held = self
        """A cycle, which only Python's collector can break (see ``on_startup``)."""

    @property
    def build(self) -> Build:
        """The build under way."""
        if self._build is None:
            raise PluginError("Chưa đọc cấu hình: on_config phải chạy trước.")
        return self._build

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remember whether this process previews or builds."""
        del dirty
        self._command = command
        self._reading = None
        self._collects = gc.isenabled()
        if command != "serve":
            gc.disable()  # a build ends before cycles could fill the memory
            # At its end Python would take all that was read apart, piece by piece, for seconds;
            # what the collector must not look at is left to the system, all at once.
            atexit.register(gc.freeze)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the newsroom; a build writes beside its target until it has succeeded."""
        if not config.use_directory_urls:
            raise ConfigurationError("mkdocs.yml: use_directory_urls phải là true.")
        self._output = self._rest = self._inputs = None
        config.theme.static_templates.discard("sitemap.xml")  # we write our own
        is_preview = self._command == "serve"
        try:
            if config.site_url:
                config.site_url = read_site_url(config.site_url)
            self._store = self._store or Store(cache_folder(config))
            if not is_preview and self._is_at_rest(config):
                return config
            texts = self._inputs.texts if self._inputs and not is_preview else None
            self._build = start_build(config, is_preview, self._store, self._reading, texts)
        except SettingsError as error:
            raise ConfigurationError(str(error)) from None
        if is_preview:
            self._reading = self._build.reading
        else:
            self._output = beside(config)
            self._search.start(*self._build.searched(config))
        return config

    def _is_at_rest(self, config: MkDocsConfig) -> bool:
        """Whether no whole build is needed."""
        self._said.start()
        with reading_progress("Xem có gì thay đổi"):
            self._marks = marks_of(Path(config.docs_dir))
            self._inputs = read_inputs(config)
        self._rest = find_rest(config, self.store, self._inputs)
        if self._rest:
            self._said.stop()
            self._output = beside(config)
        return self._rest is not None

    @property
    def store(self) -> Store:
        """What builds keep for the next one."""
        if self._store is None:
            raise PluginError("Chưa đọc cấu hình: on_config phải chạy trước.")
        return self._store

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Say what is wrong with the content, each fault once."""
        if self._rest:
            leave_idle(config)
            repeat(self._rest.record.messages)
            return
        walk_only(self.build.files_to_copy)
        log_problems(self.build.newsroom, self.build.docs_name)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep what may be published, add what is generated."""
        return files if self._rest else self.build.choose_files(files, config)

    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Make the templates ready, and all pages with them."""
        if self._rest:
            return env
        self._tools = env, files, config
        self.build.prepare_templates(env, files, config)
        if self._command != "serve":
            self.build.write_pages(config)
        return env

    def on_template_context(
        self, context: dict[str, Any], template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """Give the page for missing addresses what only it shows."""
        del template_name, config
        context["site"] = self.build.output.site
        return context

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what goes beside the pages, then put the finished site in its place."""
        if not self._output:
            self.index_anew(self.build)
        elif self._rest:
            self._finish_rest(self._rest, self._output, config)
        else:
            with reading_progress("Chờ chỉ mục tìm kiếm") as progress:
                self._search.finish(Path(config.site_dir))
                if progress:
                    progress.begin("Ghi các tệp còn lại")
                self.build.write_exports(config)
                self._publish(self._output, config)
                self.build.trim()

    def _finish_rest(self, rest: Rest, output: Output, config: MkDocsConfig) -> None:
        if self._inputs and not about_to_abort(config):
            place_pages(rest, output, self.store, self._inputs)
        leave(output, config, len(rest.pages))

    def _publish(self, output: Output, config: MkDocsConfig) -> None:
        said = self._said.stop()
        place = publish(output, config)
        if place and self._inputs:
            record = record_of(self.build.newsroom, self._inputs, output.target, said)
            # Not where files were saved, or another build put its own site there, meanwhile.
            is_same = self._marks == marks_of(Path(config.docs_dir))
            if is_same and place == place_of(output.target):
                remember(self.store, output.target, record)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Let the server ask for pages, and follow what is saved."""

        def rebuild_all() -> Build:
            builder()
            return self.build

        preview = Preview(self.build, self, Path(config.docs_dir).absolute())
        self._server = PreviewServer(server, preview, config)
        self._server.install(rebuild_all)
        return server

    def read_anew(self) -> Build:
        """Read the docs folder again, with the templates and settings as they are."""
        env, files, config = self._known_tools()
        build = start_build(config, True, self.store, self._reading)
        build.prepare_templates(env, files, config)
        log_problems(build.newsroom, build.docs_name)
        self._build = build
        write_missing_page(env, files, config)
        return build

    def index_anew(self, build: Build) -> None:
        """Make the index of the search behind the preview."""
        config = self._known_tools()[2]
        self._preview_search.start(*build.searched(config), Path(config.site_dir))

    def _known_tools(self) -> tuple[jinja2.Environment, Files, MkDocsConfig]:
        if self._tools is None:
            raise PluginError("Chưa có mẫu trang: on_env phải chạy trước.")
        return self._tools

    def on_shutdown(self) -> None:
        """Leave nothing half-built behind, also when the build was interrupted."""
        if self._collects:
            gc.enable()
        self._preview_search.stop()
        if self._server:
            self._server.stop()
        self._said.stop()
        if self._store:
            self._store.close()
            self._store = None
        self._search.cancel()
        if self._output:
            discard(self._output)

    def on_build_error(self, error: Exception) -> None:
        """Leave the previous site as it was."""
        del error
        self._search.cancel()
        if self._output:
            discard(self._output)
