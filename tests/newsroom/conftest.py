"""Fixtures of the core's tests, and how Hypothesis runs here."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from newsroom.newsroom import Newsroom

from .small import LoadSmall, load

settings.register_profile(
    "newsroom", max_examples=100, deadline=None, derandomize=True, database=None
)
settings.load_profile("newsroom")


@pytest.fixture
def newsroom_of(tmp_path: Path) -> LoadSmall:
    """``newsroom_of({path: text}, now=…, preview=…)``: a newsroom in a folder of its own."""
    numbers = count()

    def make(files: dict[str, str | bytes], **options: Any) -> Newsroom:
        return load(tmp_path / str(next(numbers)), files, **options)

    return make
