"""``extra.portal`` read straight from mkdocs.yml, for commands that run without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from newsroom.settings import SettingsError, SiteSettings, read_settings


def read_config_file(path: Path, environment: Mapping[str, str]) -> SiteSettings:
    """The settings of the site that the MkDocs configuration at *path* describes.

    *environment* fills ``!ENV`` as MkDocs does. Raises SettingsError, with the line where the file
    cannot be read as YAML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        config = yaml.load(text, _loader(environment))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: không đọc được ({error})") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", dòng {mark.line + 1}" if mark else ""
        raise SettingsError(f"{path}{place}: không đúng cú pháp YAML") from None
    extra = config.get("extra") if isinstance(config, dict) else None
    return read_settings(extra.get("portal") if isinstance(extra, dict) else None)


def _loader(environment: Mapping[str, str]) -> type[yaml.SafeLoader]:
    """A safe loader that fills ``!ENV`` and passes over names of Python objects."""

    class Loader(yaml.SafeLoader):
        pass

    def from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``."""
        if isinstance(node, yaml.SequenceNode):
            *names, default = node.value
            fallback = loader.construct_object(default, deep=True)
        else:
            names, fallback = [node], None
        for name in names:
            if (value := environment.get(str(name.value))) is not None:
                return yaml.safe_load(value)
        return fallback

    def nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
        del loader, suffix, node

    Loader.add_constructor("!ENV", from_environment)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", nothing)
    return Loader
