"""The one place "now" comes from."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from newsroom.clock import read_now
from newsroom.dates import TIME_ZONE
from newsroom.settings import SettingsError


@pytest.mark.parametrize(
    ("setting", "now"),
    [
        ("2025-03-05T08:00", datetime(2025, 3, 5, 8, tzinfo=TIME_ZONE)),
        ("05/3/2025 8h00", datetime(2025, 3, 5, 8, tzinfo=TIME_ZONE)),
        ("2025-03-05", datetime(2025, 3, 5, tzinfo=TIME_ZONE)),
        ("2025-03-05T01:00Z", datetime(2025, 3, 5, 8, tzinfo=TIME_ZONE)),
    ],
)
def test_now_is_what_the_setting_names(setting: str, now: datetime) -> None:
    assert read_now(setting) == now


@pytest.mark.parametrize("setting", [None, ""])
def test_without_a_setting_now_is_told_in_hai_phong(setting: str | None) -> None:
    assert read_now(setting).utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("setting", ["hôm nay", "2025-02-30", "12:30"])
def test_a_setting_that_is_no_moment_is_refused(setting: str) -> None:
    with pytest.raises(SettingsError, match="PORTAL_NOW"):
        read_now(setting)
