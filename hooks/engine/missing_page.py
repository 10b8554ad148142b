"""The page for addresses that do not exist, made anew while the preview runs."""

from __future__ import annotations

from typing import cast

import jinja2
import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


def write_missing_page(env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
    """Write ``404.html`` as MkDocs does at the end of a build; our pages are in no navigation."""
    no_nav = cast(Navigation, None)
    mkdocs.commands.build._build_theme_template("404.html", env, files, config, no_nav)
