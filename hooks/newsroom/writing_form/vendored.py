"""The form's program, Sveltia CMS (MIT) and js-yaml (MIT), as npm put it on this machine.

Neither is in the repository: `scripts/form.py` fetches both, with the hashes in
`requirements/npm-form`. They are served from the preview with every address that points to another
server led back to it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

INSTALLED = "npm-form"
"""Folder inside ``.cache`` that holds ``node_modules``."""
TOOLS = "cong-cu"
"""Folder of the program's files below the form's page."""
_SVELTIA = "@sveltia/cms"
PROGRAMS = (_SVELTIA, "js-yaml")
"""Names of the packages."""
_SCRIPTS = {
    "sveltia-cms.js": f"{_SVELTIA}/dist/sveltia-cms.js",
    "js-yaml.js": "js-yaml/dist/browser/js-yaml.umd.min.js",
}
_FONTS = ("material-symbols-outlined", "noto-mono", "source-sans-3")
_OWN = ("format.js", "guard.js", "start.js", "form.css")
_WORDS = "vi.json"
_HERE = Path(__file__).resolve().parent


class ToolMissingError(Exception):
    """The program has not been fetched, or not whole."""


def tool_files(installed: Path, address: str) -> dict[str, bytes]:
    """Name inside `TOOLS` → content of every file that the page loads.

    *installed* is the ``node_modules`` folder, *address* the absolute path at which `TOOLS` is
    served, with a slash at its end. Raises ToolMissingError.
    """
    try:
        version = _version(installed)
        files = {name: (installed / path).read_bytes() for name, path in _SCRIPTS.items()}
        files |= _fonts(installed)
        words = (installed / _SVELTIA / "locales" / _WORDS).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ToolMissingError(str(error)) from None
    script = files["sveltia-cms.js"].decode("utf-8")
    files["sveltia-cms.js"] = led_home(script, address).encode("utf-8")
    files[f"npm/{_SVELTIA}@{version}/locales/{_WORDS}"] = vietnamese(words).encode("utf-8")
    files[f"npm/{_SVELTIA}/package.json"] = json.dumps({"version": version}).encode("utf-8")
    for name in _OWN:
        files[name] = (_HERE / "assets" / name).read_bytes()
    return files


def _version(installed: Path) -> str:
    package = json.loads((installed / _SVELTIA / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def _fonts(installed: Path) -> dict[str, bytes]:
    """The faces that the package carries for those who build it into their own site."""
    folder = installed / _SVELTIA / "npm" / "assets"
    found = {}
    for name in _FONTS:
        file = next(folder.glob(f"{name}-*.woff2"), None)
        if file is None:
            raise OSError(f"{name}.woff2")
        found[f"{name}.woff2"] = file.read_bytes()
    return found


def led_home(script: str, address: str) -> str:
    """*script* with its servers for packages and fonts replaced by *address*."""
    parts = script.split("https://cdn.jsdelivr.net/fontsource/fonts/")
    home = [parts[0]]
    for part in parts[1:]:
        rest = part[part.index(")") :]
        name = next(name for name in _FONTS if part.startswith(name))
        home.append(f"{address}{name}.woff2{rest}")
    return "".join(home).replace("https://unpkg.com/", f"{address}npm/")


def vietnamese(words: str) -> str:
    """Sveltia's Vietnamese with what it lacks, and with our words where its own would mislead."""
    texts = json.loads(words)
    own = json.loads((_HERE / "assets" / _WORDS).read_text(encoding="utf-8"))
    return json.dumps(_merged(texts, own), ensure_ascii=False)


def _merged(base: dict[str, object], over: Mapping[str, object]) -> dict[str, object]:
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _merged(below, value)
        else:
            merged[key] = value
    return merged
