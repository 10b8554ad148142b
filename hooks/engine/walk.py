"""MkDocs follows links out of the docs folder, and links in a circle for ever."""

from __future__ import annotations

from functools import partial

import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from newsroom.newsroom import Newsroom


def follow_no_links(newsroom: Newsroom) -> None:
    """Where the docs folder holds links, let MkDocs see only what the newsroom's own walk saw.

    ``on_files`` leaves linked files out in any case; this keeps MkDocs from walking into them.
    """
    has_links = any(p.code == "file-symlink" for p in newsroom.problems)
    walk = partial(_own_walk, newsroom.paths) if has_links else get_files
    setattr(mkdocs.commands.build, "get_files", walk)  # noqa: B010 - not exported


def _own_walk(paths: tuple[str, ...], config: MkDocsConfig) -> Files:
    return Files(
        File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths
    )
