"""What an agency sets about its site."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.settings import CONTACTS, FOOTER_IDENTITY, SettingsError, read_settings


@pytest.mark.parametrize("values", [None, {}])
def test_nothing_set_means_nothing_invented(values: Any) -> None:
    settings = read_settings(values)
    assert settings.name == "Viện kiểm sát nhân dân thành phố Hải Phòng"
    assert (settings.identity, settings.contacts) == ({}, {})


def test_every_field_may_stay_empty() -> None:
    settings = read_settings(
        {"identity": dict.fromkeys(FOOTER_IDENTITY), "contacts": dict.fromkeys(CONTACTS)}
    )
    assert not any({**settings.identity, **settings.contacts}.values())


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"nme": "x"}, "nme"),
        ({"identity": {"publsher": "x"}}, "publsher"),
        ({"contacts": {"hotline": "x"}}, "hotline"),
        ({"identity": {"phone": [1]}}, "identity.phone"),
        ({"name": None}, "name"),
        (["x"], "extra.portal"),
    ],
)
def test_a_wrong_setting_is_named(values: Any, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read_settings(values)
