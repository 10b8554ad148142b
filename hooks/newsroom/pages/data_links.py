"""Addresses of the open data: the page that explains them, and the files."""

from __future__ import annotations

from newsroom.archives import Archive
from newsroom.views import Link

DATA_PAGE = Link("Dữ liệu mở", "du-lieu/")
DATA_VERSION = 1
"""Raised when a column changes its name or meaning, or goes; a further column changes nothing."""
DATA_FOLDER = f"du-lieu/v{DATA_VERSION}/"


def data_address(name: str, suffix: str) -> str:
    """``du-lieu/v1/tin-bai.json``."""
    return f"{DATA_FOLDER}{name}.{suffix}"


def archive_data_name(archive: Archive) -> str:
    """Name of the file with the activities of *archive*."""
    return f"chuyen-muc-{archive.id}"


def archive_data(archive: Archive) -> Link:
    """The link on the archive's own page."""
    return Link("Tải số liệu về (CSV)", data_address(archive_data_name(archive), "csv"))
