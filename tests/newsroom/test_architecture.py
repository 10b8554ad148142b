"""What keeps the core plain: it knows no MkDocs, and nothing in it reads clock or environment."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom

CORE = Path(newsroom.__file__).parent
MODULES = sorted(path.relative_to(CORE).as_posix() for path in CORE.rglob("*.py"))
ENGINES = {"mkdocs", "material", "properdocs", "zensical", "engine", "portal"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "time", "time_ns", "monotonic", "localtime"}
CLOCK_OWNERS = {"datetime", "date", "time"}
ENVIRONMENT = {"environ", "environb", "getenv", "getcwd", "getlogin", "gethostname"}
FOLDERS = {"cwd", "home"}


def tree(module: str) -> ast.Module:
    return ast.parse((CORE / module).read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Every module name that *module* imports, anywhere in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def outside_readings(module: str) -> Iterator[str]:
    """Where *module* reads a clock or the environment."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else None
            owner = node.value.id if isinstance(node.value, ast.Name) else owner
            if node.attr in CLOCKS and owner in CLOCK_OWNERS:
                yield f"{node.lineno}: {owner}.{node.attr}"
            if node.attr in ENVIRONMENT or (owner == "Path" and node.attr in FOLDERS):
                yield f"{node.lineno}: {node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "time"}:
            for alias in node.names:
                if alias.name in CLOCKS | ENVIRONMENT:
                    yield f"{node.lineno}: {node.module}.{alias.name}"


def test_the_core_was_found() -> None:
    assert {"text.py", "loading.py", "pages/site.py", "source/reader.py"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_the_core_imports_no_engine(module: str) -> None:
    assert {name.partition(".")[0] for name in imported(module)} & ENGINES == set()


@pytest.mark.parametrize("module", MODULES)
def test_the_core_imports_absolutely(module: str) -> None:
    assert [name for name in imported(module) if name.startswith(".")] == []


@pytest.mark.parametrize("module", [m for m in MODULES if m != "clock.py"])
def test_nothing_but_the_clock_reads_clock_or_environment(module: str) -> None:
    assert list(outside_readings(module)) == []


def test_the_check_itself_sees_a_clock() -> None:
    assert list(outside_readings("clock.py"))


BLOCKED = """
import importlib, pkgutil, sys

for name in {engines!r}:
    sys.modules[name] = None
import newsroom

for module in pkgutil.walk_packages(newsroom.__path__, "newsroom."):
    importlib.import_module(module.name)
    print(module.name)
"""


def test_everything_can_be_imported_where_no_engine_is_installed() -> None:
    engines = sorted(ENGINES - {"engine", "portal"})
    done = subprocess.run(
        [sys.executable, "-I", "-c", BLOCKED.format(engines=engines)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = {f"newsroom.{m.removesuffix('.py').replace('/', '.')}" for m in MODULES}
    assert set(done.stdout.split()) == {
        name.removesuffix(".__init__") for name in names if name != "newsroom.__init__"
    }


def test_every_test_file_is_collected() -> None:
    """pytest passes over folders named ``build`` unless told otherwise."""
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    for file in (root / "tests").rglob("test_*.py"):
        assert file.relative_to(root).as_posix() in done.stdout, file
