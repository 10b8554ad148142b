"""The trial site, built once, served with its own headers on this machine, seen in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from serving import serve
from trial_site import build_trial_site


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the real articles, and 120 samples and an article with everything in /mau/."""
    return build_trial_site(tmp_path_factory.mktemp("site"), "https://trang.example/")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The site's address, without a slash at its end."""
    with serve(site_folder) as address:
        yield address
