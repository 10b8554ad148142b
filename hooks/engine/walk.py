"""MkDocs follows links out of the docs folder, and links in a circle for ever."""

from __future__ import annotations

import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from newsroom.newsroom import Newsroom


def follow_no_links(newsroom: Newsroom, config: MkDocsConfig) -> None:
    """Where the docs folder holds links, let MkDocs see only what the newsroom's own walk saw.

    ``on_files`` leaves linked files out in any case; this keeps MkDocs from walking into them.
    """
    has_links = any(p.code == "file-symlink" for p in newsroom.problems)
    walk = _own_walk(newsroom) if has_links else get_files
    setattr(mkdocs.commands.build, "get_files", walk)  # noqa: B010 - not exported
    del config


class _own_walk:  # noqa: N801 - stands in for a function
    def __init__(self, newsroom: Newsroom) -> None:
        self._paths = newsroom.paths

    def __call__(self, config: MkDocsConfig) -> Files:
        return Files(
            File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            for path in self._paths
        )
