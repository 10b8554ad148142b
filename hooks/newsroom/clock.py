"""The one place "now" comes from."""

from __future__ import annotations

from datetime import datetime

from newsroom.dates import TIME_ZONE, as_moment, parse_moment
from newsroom.settings import SettingsError


def read_now(setting: str | None) -> datetime:
    """The moment *setting* names (``2025-03-05T08:00``), else the present, in Hải Phòng.

    Raises SettingsError when *setting* is no moment.
    """
    if not setting:
        return datetime.now(TIME_ZONE)
    try:
        return as_moment(parse_moment(str(setting)))
    except ValueError as error:
        raise SettingsError(f"PORTAL_NOW (extra.now): {error}") from None
