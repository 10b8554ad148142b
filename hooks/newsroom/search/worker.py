"""``python -m newsroom.search.worker KEY JOB FOLDER``: the index of the job in the file JOB.

A process of its own: a build goes on beside it, and the preview never waits for it. With
``--aside`` it leaves the processor to whoever else wants it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from newsroom.search.index import build_index


def main(key: str, job: str, folder: str, *options: str) -> None:
    """Make the index in *folder*, which must not exist."""
    if "--aside" in options and hasattr(os, "nice"):
        os.nice(10)
    with Path(job).open("rb") as lines:
        build_index(key, lines, Path(folder), alone=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
