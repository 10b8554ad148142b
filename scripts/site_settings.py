"""What mkdocs.yml says of the portal, for commands that run without MkDocs' build."""

from __future__ import annotations

from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from newsroom.settings import SettingsError, SiteSettings, read_settings


def read_site_settings(file: Path) -> SiteSettings:
    """``extra.portal`` of the configuration *file*. Raises SettingsError."""
    try:
        with file.open(encoding="utf-8") as stream:
            configuration = yaml_load(stream)
    except OSError as error:
        raise SettingsError(f"Không đọc được {file.name}: {error.strerror}") from None
    except yaml.YAMLError as error:
        raise SettingsError(f"{file.name} viết sai cú pháp: {error}") from None
    return read_settings((configuration.get("extra") or {}).get("portal"))
