"""MkDocs' preview server, taught to ask for pages instead of opening files."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from engine.build import Build
from engine.preview import Preview
from engine.watching import changes_observer

log = get_plugin_logger("portal")
_HTML = "text/html; charset=utf-8"
_FAILED = "<!doctype html><title>Lỗi</title><h1>Không dựng được trang này</h1><p>{}</p></body>"
Start = Callable[..., Any]


class PreviewServer:
    """Answers the requests of one :class:`Preview`."""

    def __init__(self, server: LiveReloadServer, preview: Preview, config: MkDocsConfig) -> None:
        self._server = server
        self._preview = preview
        self._config = config
        self._otherwise = server.serve_request
        self._making = threading.Lock()
        """Templates and Markdown make one page at a time."""
        self._exports: tuple[Build | None, Mapping[str, bytes]] = None, {}
        self._stopped = threading.Event()

    def install(self, rebuild_all: Callable[[], Build]) -> None:
        """Put this in place of what MkDocs has set up."""
        server = self._server
        watched = [self._config.docs_dir, self._config.config_file_path]
        for path in watched:
            server.unwatch(path)
        server.observer = changes_observer(self._preview.note)  # type: ignore[assignment]
        for path in watched:
            server.watch(path)
        server.builder = lambda: self._preview.follow(rebuild_all)
        server.set_app(self.answer)
        catching = (server, self._stopped)
        threading.Thread(target=self._preview.catch_up, args=catching, daemon=True).start()

    def stop(self) -> None:
        """End what runs beside the server."""
        self._stopped.set()

    def answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        mount = self._server.mount_path
        if not path.startswith(mount) or path.startswith("/livereload/"):
            return self._otherwise(environ, start)
        address = path[len(mount) :]
        build, epoch = self._preview.build, self._server._visible_epoch
        if address in build.pages:
            return self._page(build, address, epoch, start)
        if f"{address}/" in build.pages:
            start("302 Found", [("Location", quote(f"{path}/"))])
            return []
        return self._file(build, address, start)

    def _page(self, build: Build, address: str, epoch: int, start: Start) -> Iterable[bytes]:
        status = "200 OK"
        try:
            with self._making:
                html = build.output.html(build.pages[address])
        except Exception as error:  # whatever a page does, the next one must be shown
            log.error("%s: không dựng được trang (%s).", address or "index", type(error).__name__)
            status = "500 Internal Server Error"
            html = _FAILED.format(type(error).__name__).encode()
        content = self._server._inject_js_into_html(html, epoch)  # type: ignore[no-untyped-call]
        start(status, [("Content-Type", _HTML), ("Content-Length", str(len(content)))])
        return [content]

    def _file(self, build: Build, address: str, start: Start) -> Iterable[bytes]:
        try:
            content = self._content(build, address)
        except (OSError, PluginError, ValueError) as error:  # no file's name holds a NUL
            log.warning("%s: không đọc được (%s).", address, error)
            content = None
        if content is None:
            missing = self._server.error_handler(404) or b"404"
            start("404 Not Found", [("Content-Type", _HTML)])
            return [missing]
        name = address if "." in address else f"{address}index.html"
        kind = self._server._guess_type(name)  # type: ignore[no-untyped-call]
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _content(self, build: Build, address: str) -> bytes | None:
        site = Path(self._config.site_dir)
        with self._making:
            if self._exports[0] is not build:
                self._exports = build, build.exports(self._config)
            exports = self._exports[1]
            for name in (address, f"{address.rstrip('/')}/index.html"):
                if name in exports:
                    return exports[name]
            if address in build.assets:
                build.place_asset(address, self._config)
            elif address in build.newsroom.assets:
                return None  # no page uses it
        file = Path(os.path.normpath(site / address))  # links in the site are ours: the search's
        is_inside = file.is_relative_to(os.path.normpath(site))
        return file.read_bytes() if is_inside and file.is_file() else None
