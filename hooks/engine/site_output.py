"""The pages of one build as HTML: all written at once, or one made when it is asked for."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils.templates import url_filter

from engine.exports import asset_contents
from engine.shared_parts import SharedParts
from newsroom.caching.bodies import KeptBodies
from newsroom.caching.fingerprint import code_fingerprint, described, digest, files_fingerprint
from newsroom.caching.page_files import KeptPages
from newsroom.caching.site_pages import SiteWriter, Written
from newsroom.caching.store import Store
from newsroom.commands import reading_progress
from newsroom.exports import Needs, page_needs, policy
from newsroom.html_pages import PageMaker
from newsroom.pages import SitePage
from newsroom.relative import quick_url_filter
from newsroom.rendering import BodyRenderer
from newsroom.settings import SiteSettings
from newsroom.source import Source
from newsroom.system_faults import in_words
from newsroom.views import SiteView

log = get_plugin_logger("portal")
_EARLY_SCRIPT = Path(__file__).resolve().parents[2] / "overrides/partials/early.js"


@dataclass(frozen=True, slots=True)
class SiteOutput:
    """Templates, bodies and what both are given."""

    site: SiteView
    """With all that the page for missing addresses shows."""
    allowed: Needs
    """What the policy in each page's head allows."""
    maker: PageMaker
    bodies: KeptBodies
    kept: KeptPages | None

    def write(
        self, pages: Mapping[str, SitePage], root: str, before: Iterable[object] = ()
    ) -> Written:
        """Write all *pages* below *root*, and log what is wrong with any.

        *before* is what this process makes first (see ``workers.shared_out``).
        """
        writer = SiteWriter(root, self.maker, self.bodies, self.kept)
        try:
            with reading_progress("Dựng trang") as progress:
                written = writer.write_all(tuple(pages.values()), progress, before)
        except OSError as error:
            raise PluginError(f"Không ghi được trang ({in_words(error)}).") from None
        for fault in written.faults:
            log.error("%s", fault)
        return written

    def html(self, page: SitePage) -> bytes:
        """One page."""
        prepared = self.maker.prepare(page)
        for fault in prepared.faults:
            log.error("%s", fault)
        return self.maker.html(prepared).encode("utf-8", "xmlcharrefreplace")


def prepare_output(  # noqa: PLR0913 - all that pages are made from
    env: jinja2.Environment,
    files: Files,
    config: MkDocsConfig,
    *,
    site: SiteView,
    settings: SiteSettings,
    sources: Mapping[str, Source],
    renderer: BodyRenderer,
    drawn: Mapping[str, str],
    kept: KeptPages | None,
) -> SiteOutput:
    """Set up the templates; everything is escaped unless a template says otherwise."""
    site, allowed = _with_policy(site, files)
    env.autoescape = True
    env.filters["url"] = quick_url_filter(url_filter)
    env.globals["shared"] = SharedParts(env)
    favicon = config.theme["favicon"]
    env.globals["config"] = SimpleNamespace(theme=SimpleNamespace(favicon=favicon))
    styles = [*_theme_styles(files), "assets/stylesheets/portal.css"]
    env.globals["site_styles"] = styles
    bodies = kept_bodies(renderer, config, kept.store if kept else None)
    known = [favicon, config.site_url, styles, settings, replace(site, newest=())]
    templates = digest(
        code_fingerprint(), *map(repr, known), files_fingerprint(Path(config.theme.dirs[0]))
    )
    maker = PageMaker(
        env, site, settings, config.site_url or "", sources, bodies.render, drawn, templates
    )
    return SiteOutput(site, allowed, maker, bodies, kept)


def kept_bodies(renderer: BodyRenderer, config: MkDocsConfig, store: Store | None) -> KeptBodies:
    """Bodies rendered by *renderer*, which is set up as *config* says."""
    markdown = described([config.markdown_extensions, config.mdx_configs or {}])
    return KeptBodies(renderer, markdown, store)


def _theme_styles(files: Files) -> list[str]:
    """Material's stylesheet, whose name holds a digest."""
    names = (file.src_uri for file in files)
    return sorted(n for n in names if fnmatch.fnmatch(n, "assets/stylesheets/main.*.css"))


def _with_policy(site: SiteView, files: Files) -> tuple[SiteView, Needs]:
    """The early script, and the policy that allows it and the assets; none in the preview."""
    script = _EARLY_SCRIPT.read_text(encoding="utf-8").strip()
    allowed = page_needs([script], asset_contents(files))
    text = "" if site.preview else policy(allowed, in_header=False)
    return replace(site, policy=text, early_script=script), allowed
