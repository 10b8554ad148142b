"""Building a newsroom in this process, as ``mkdocs build`` and ``mkdocs serve`` do."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
import lxml.html
from jinja2.bccache import Bucket
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from newsroom.clock import read_now
from newsroom.loading import load_newsroom
from newsroom.newsroom import Newsroom
from newsroom.problems import Problem
from newsroom.settings import SettingsError, read_settings

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "mkdocs.yml"
NOW = "2025-06-01T08:00"
URL = "https://trang.example/"
PREVIEW_URL = "http://127.0.0.1:8000/"

Files = Mapping[str, str | bytes]
"""Path below the docs folder → content."""


@dataclass
class Built:
    """What one build came to."""

    site: Path
    docs: Path
    error: BaseException | None
    """What MkDocs raised, if anything."""
    records: list[logging.LogRecord]
    """Everything logged under ``mkdocs``."""
    seconds: float
    newsroom: Newsroom = field(repr=False)

    @property
    def status(self) -> int:
        """Exit status of the same build from the command line."""
        return 0 if self.error is None else getattr(self.error, "exit_code", 1)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the newsroom finds wrong with the content."""
        return self.newsroom.problems

    @property
    def log(self) -> str:
        """All messages, a line each."""
        return "\n".join(record.getMessage() for record in self.records)

    def file(self, address: str) -> Path:
        """The file that is served at *address* (``tin/2025/bai/``)."""
        return (
            self.site / address / "index.html"
            if not address.endswith(".html")
            else self.site / address
        )

    def has(self, address: str) -> bool:
        """Whether a page stands at *address*."""
        return self.file(address).is_file()

    def page(self, address: str) -> lxml.html.HtmlElement:
        """The page at *address*, parsed."""
        return read_html(self.file(address))

    @cached_property
    def html_files(self) -> tuple[Path, ...]:
        """Every HTML file of the site."""
        return tuple(sorted(self.site.rglob("*.html")))


def read_html(file: Path) -> lxml.html.HtmlElement:
    """Parse one HTML file."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.parse(str(file), parser).getroot()


def write_files(folder: Path, files: Files) -> None:
    """Write *files* below *folder*."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def build(
    docs: Path,
    site: Path,
    *,
    preview: bool = False,
    strict: bool = False,
    now: str = NOW,
    site_url: str | None = None,
    with_search: bool = False,
    portal: Mapping[str, Any] | None = None,
    cache: Path | None = None,
    overrides: Path | None = None,
) -> Built:
    """Build the content in *docs* into *site*; what it raises is kept, not raised.

    *portal* holds what is set in ``extra.portal`` besides what the repository's mkdocs.yml sets.
    The index of the search is a process of its own: only the tests about it pay for one.
    """
    config = load_config(
        config_file=str(CONFIG), docs_dir=str(docs), site_dir=str(site), strict=strict
    )
    config.extra["now"] = now
    if cache or "PORTAL_CACHE" not in os.environ:
        config.extra["cache"] = str(cache or f"{site.parent}-bo-nho-dem")
    if overrides:
        config.theme.dirs[0] = str(overrides)
    config.extra["portal"]["search"]["enabled"] = with_search
    config.extra["portal"].update(portal or {})
    _remember_templates(config)
    config.site_url = PREVIEW_URL if preview else site_url or ""
    error: BaseException | None = None
    with mkdocs_log() as records:
        started = time.perf_counter()
        try:
            config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
            mkdocs_build(config, serve_url=PREVIEW_URL if preview else None)
            if preview:  # the server would make each page when asked for it
                _portal(config).build.write_preview(config)
        except (Exception, SystemExit) as raised:
            error = raised
        finally:
            config.plugins.on_shutdown()
        seconds = time.perf_counter() - started
    try:
        moment = read_now(now)
    except SettingsError:
        moment = read_now(NOW)
    archives = read_settings(config.extra["portal"]).all_archives
    newsroom = load_newsroom(docs, moment, is_preview=preview, archives=archives)
    return Built(site, docs, error, records, seconds, newsroom)


def _portal(config: MkDocsConfig) -> Any:
    """The object that MkDocs' events are bound to."""
    return config.plugins.events["config"][0].__self__


class _CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates, kept for all builds of this process."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


_compiled = _CompiledTemplates()
_theme_files: list[str] = []


def _remember_templates(config: MkDocsConfig) -> None:
    """Neither compile the templates nor list Material's 14,000 icons again for each build."""
    make = config.theme.get_env

    def get_env() -> jinja2.Environment:
        env = make()
        env.bytecode_cache = _compiled
        listed = env.list_templates

        def list_templates(*arguments: Any, **options: Any) -> list[str]:
            if not _theme_files:
                _theme_files.extend(listed(*arguments, **options))
            return list(_theme_files)

        env.list_templates = list_templates  # type: ignore[method-assign]
        return env

    config.theme.get_env = get_env  # type: ignore[method-assign]


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def mkdocs_log() -> Iterator[list[logging.LogRecord]]:
    """Keep what is logged under ``mkdocs`` meanwhile."""
    logger, keeper = logging.getLogger("mkdocs"), _Keeper()
    level = logger.level
    logger.addHandler(keeper)
    logger.setLevel(logging.INFO)
    try:
        yield keeper.records
    finally:
        logger.removeHandler(keeper)
        logger.setLevel(level)


def snapshot(folder: Path) -> dict[str, object]:
    """Everything in *folder*: content of files, targets of links, and the folders."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = ("link", str(path.readlink()))
        elif path.is_dir():
            found[name] = "folder"
        elif path.is_file():
            found[name] = path.read_bytes()
        else:
            found[name] = "special"
    return found


def card_links(built: Built, address: str, data_list: str = "tin-bai") -> list[str]:
    """Addresses of the articles in a list of the page at *address*, in order."""
    page = built.page(address)
    hrefs = page.xpath(
        f'//section[@data-list="{data_list}"]//a[contains(@class,"card-link")]/@href'
    )
    return [absolute(address, href) for href in hrefs]


def absolute(address: str, href: str) -> str:
    """The address that *href* means on the page at *address*; both relative to the site."""
    parts = [part for part in address.split("/")[:-1] if part]
    for part in href.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].split("/")[:-1]:
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    last = href.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rpartition("/")[2]
    return "/".join(parts) + ("/" if parts else "") + (last if last not in {".", ".."} else "")
