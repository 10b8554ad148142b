"""What a build has read is not taken apart when its process ends: at 10,000 articles that took 2 s."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
sys.path.insert(0, "hooks")
import portal

class Read:
    def __del__(self):
        os.write(1, b"taken apart")

portal.on_startup(command=sys.argv[1], dirty=False)
portal._portal._build = Read()
sys.exit(3)
"""


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_a_build_leaves_its_memory_to_the_system(command: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, command], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, b"", b"")
