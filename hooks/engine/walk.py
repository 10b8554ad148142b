"""MkDocs follows links out of the docs folder, in circles for ever, and lists every article."""

from __future__ import annotations

from collections.abc import Iterable

import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def walk_only(paths: Iterable[str]) -> None:
    """Let MkDocs find just the files *paths* of the docs folder, which the newsroom has chosen."""

    def chosen(config: MkDocsConfig) -> Files:
        places = config.docs_dir, config.site_dir, config.use_directory_urls
        return Files(File(path, *places) for path in sorted(paths))

    setattr(mkdocs.commands.build, "get_files", chosen)  # noqa: B010 - not exported
