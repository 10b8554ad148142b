"""Lo cho kiểm thử có đủ công cụ ngoài Python: Chromium, Java, npm, bộ kiểm HTML Nu, mẫu viết bài.

Gói npm được cài theo package-lock.json (phiên bản và mã băm) ở requirements/npm vào .cache/npm; của
mẫu viết bài thì ở requirements/npm-form, vào .cache/npm-form.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from newsroom.writing_form.vendored import INSTALLED, PROGRAMS

ROOT = Path(__file__).resolve().parents[1]
MISSING = 2
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_JAVA_AT_LEAST = 17


class MissingToolError(Exception):
    """A tool is not there and may not be installed; the text says how to get it."""


@dataclass(frozen=True)
class Tool:
    """A program that pip cannot bring: how it is found, and which Debian packages have it."""

    name: str
    find: Callable[[], str | None]
    packages: tuple[str, ...]
    otherwise: str


@dataclass(frozen=True)
class Packages:
    """npm packages that are locked in *pins* and installed into *folder*."""

    pins: Path
    folder: Path


_CACHE = ROOT / os.environ.get("PORTAL_CACHE", ".cache")
MEASURING = Packages(ROOT / "requirements" / "npm", ROOT / ".cache" / "npm")
FORM = Packages(ROOT / "requirements" / INSTALLED, _CACHE / INSTALLED)


def main() -> int:
    """Install what is missing where that is allowed; else say what and how, and exit with 2."""
    try:
        need(TOOLS)
        nu_checker(install=True)
        writing_form(install=True)
    except MissingToolError as missing:
        print(missing, file=sys.stderr)
        return MISSING
    return 0


def find_browser() -> str | None:
    """Path of a Chromium: ``CHROMIUM``, else one on the PATH."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return chosen if Path(chosen).exists() else None
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


def find_java() -> str | None:
    """Path of a Java that is new enough for the checker: ``JAVA_HOME``'s, else the PATH's."""
    home = os.environ.get("JAVA_HOME")
    path = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    if path is None:
        return None
    said = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return path if version and int(version[1]) >= _JAVA_AT_LEAST else None


def find_npm() -> str | None:
    """Path of npm."""
    return shutil.which("npm")


BROWSER = Tool(
    "trình duyệt Chromium",
    find_browser,
    ("chromium", "fonts-noto-core"),
    "hoặc đặt biến CHROMIUM bằng đường dẫn tới Chromium, Chrome có sẵn",
)
JAVA = Tool(
    f"Java {_JAVA_AT_LEAST} trở lên",
    find_java,
    ("default-jre-headless",),
    "hoặc đặt biến JAVA_HOME bằng thư mục của Java có sẵn",
)
PACKAGER = Tool("npm", find_npm, ("nodejs", "npm"), "hoặc cài Node.js 18 trở lên")
TOOLS = (BROWSER, JAVA, PACKAGER)


def need(tools: Iterable[Tool]) -> None:
    """See that *tools* are there, with apt-get where that is allowed; MissingToolError if not."""
    missing = [tool for tool in tools if tool.find() is None]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Đang cài {', '.join(tool.name for tool in missing)}…", file=sys.stderr, flush=True)
        packages = [name for tool in missing for name in tool.packages]
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(
                ["apt-get", "-qq", *arguments],
                stdout=subprocess.DEVNULL,
                env=environment,
                check=False,
            )
        missing = [tool for tool in missing if tool.find() is None]
    if missing:
        raise MissingToolError("\n".join(_how_to_get(tool) for tool in missing))


def _how_to_get(tool: Tool) -> str:
    packages = " ".join(tool.packages)
    return (
        f"Thiếu {tool.name}.\n"
        f"Cài bằng quyền quản trị: apt-get install {packages}\n{tool.otherwise}."
    )


def nu_checker(*, install: bool = False) -> Path:
    """The checker's jar; MissingToolError if it is not there and *install* did not help."""
    package = _npm_package(MEASURING, "vnu-jar", everything=False, install=install)
    return package / "build/dist/vnu.jar"


def writing_form(*, install: bool = False) -> Path:
    """The ``node_modules`` of the form for writing; MissingToolError as for the checker."""
    for name in PROGRAMS:
        _npm_package(FORM, name, everything=True, install=install)
    return FORM.folder / "node_modules"


def lighthouse() -> Path:
    """Lighthouse's script, installed first where that is missing; for Node.js."""
    return _npm_package(MEASURING, "lighthouse", everything=True, install=True) / "cli/index.js"


def _npm_package(packages: Packages, name: str, *, everything: bool, install: bool) -> Path:
    folder = packages.folder / "node_modules" / name
    lock = json.loads((packages.pins / "package-lock.json").read_text(encoding="utf-8"))
    wanted = lock["packages"][f"node_modules/{name}"]["version"]
    if _version(folder) == wanted:
        return folder
    if not install:
        raise MissingToolError(f"Thiếu gói npm {name} {wanted}; chạy: python scripts/test_tools.py")
    need([PACKAGER])
    _npm_install(packages, everything=everything)
    if _version(folder) != wanted:
        raise MissingToolError(f"npm không cài được gói {name} {wanted} vào {packages.folder}.")
    return folder


def _version(package: Path) -> str | None:
    try:
        data = json.loads((package / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return str(data.get("version"))


def _npm_install(packages: Packages, *, everything: bool) -> None:
    """What the lock names; without *everything* only what `make test` needs (32 of 216 MB)."""
    print("Đang cài các gói npm…", file=sys.stderr, flush=True)
    packages.folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(packages.pins / name, packages.folder / name)
    command = [find_npm() or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not everything:
        command.append("--omit=dev")
    done = subprocess.run(command, cwd=packages.folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingToolError(
            f"npm ci thất bại trong {packages.folder} (cần mạng tới kho gói npm):\n"
            f"{done.stderr.strip()}"
        )


if __name__ == "__main__":
    sys.exit(main())
