"""Lo cho kiểm thử có đủ công cụ ngoài Python: Chromium, Java, npm và bộ kiểm HTML Nu.

Gói npm được cài theo requirements/npm/package-lock.json (phiên bản và mã băm) vào .cache/npm.
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

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "requirements" / "npm"
NPM = ROOT / ".cache" / "npm"
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


def main() -> int:
    """Install what is missing where that is allowed; else say what and how, and exit with 2."""
    try:
        need(TOOLS)
        nu_checker(install=True)
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
    return _npm_package("vnu-jar", everything=False, install=install) / "build/dist/vnu.jar"


def lighthouse() -> Path:
    """Lighthouse's script, installed first where that is missing; for Node.js."""
    return _npm_package("lighthouse", everything=True, install=True) / "cli/index.js"


def _npm_package(name: str, *, everything: bool, install: bool) -> Path:
    folder = NPM / "node_modules" / name
    lock = json.loads((PINS / "package-lock.json").read_text(encoding="utf-8"))
    wanted = lock["packages"][f"node_modules/{name}"]["version"]
    if _version(folder) == wanted:
        return folder
    if not install:
        raise MissingToolError(f"Thiếu gói npm {name} {wanted}; chạy: python scripts/test_tools.py")
    need([PACKAGER])
    _npm_install(everything=everything)
    if _version(folder) != wanted:
        raise MissingToolError(f"npm không cài được gói {name} {wanted} vào {NPM}.")
    return folder


def _version(package: Path) -> str | None:
    try:
        data = json.loads((package / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return str(data.get("version"))


def _npm_install(*, everything: bool) -> None:
    """What the lock names; without *everything* only what `make test` needs (32 of 216 MB)."""
    print("Đang cài các gói npm…", file=sys.stderr, flush=True)
    NPM.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PINS / name, NPM / name)
    command = [find_npm() or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if not everything:
        command.append("--omit=dev")
    done = subprocess.run(command, cwd=NPM, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingToolError(
            f"npm ci thất bại trong {NPM} (cần mạng tới kho gói npm):\n{done.stderr.strip()}"
        )


if __name__ == "__main__":
    sys.exit(main())
