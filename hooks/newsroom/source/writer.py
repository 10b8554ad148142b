"""Writing an article file that the reader reads back to the same values."""

from __future__ import annotations

from collections.abc import Mapping

import frontmatter

from newsroom.source.strict_yaml import StrictYAMLHandler


def write_source(values: Mapping[str, object], body: str) -> str:
    """Return a whole file: front matter *values* in the order given, a blank line, *body*."""
    post = frontmatter.Post(body.strip(), None, **dict(values))
    return frontmatter.dumps(post, handler=StrictYAMLHandler()) + "\n"
