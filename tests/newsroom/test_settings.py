"""What an agency sets about its site."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.settings import (
    CONTACTS,
    FOOTER_IDENTITY,
    SettingsError,
    read_settings,
    read_site_url,
)


@pytest.mark.parametrize("values", [None, {}, {"identity": None, "contacts": None}])
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
        ({"nme": 1}, "ở nme$"),
        ({"contacts": {"reception": True}}, "ở contacts.reception$"),
        ({"identity": {"publsher": "x"}}, "publsher"),
        ({"contacts": {"hotline": "x"}}, "hotline"),
        ({"identity": {"phone": [1]}}, "identity.phone"),
        ({"name": None}, "name"),
        ({"name": "  "}, "name"),
        (["x"], "extra.portal"),
        ("x", "extra.portal"),
        ({"contacts": {"reception": 113}}, "contacts.reception; số điện thoại .* dấu nháy"),
        ({"identity": {"phone": 2253000000}}, "identity.phone; số điện thoại .* dấu nháy"),
    ],
)
def test_a_wrong_setting_is_named(values: Any, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read_settings(values)


@pytest.mark.parametrize("blank", ["", "  ", {}, {"name": " "}, {"name": "", "phone": None}])
def test_blank_is_not_set(blank: Any) -> None:
    settings = read_settings({"contacts": {"reception": blank}, "identity": {"address": "  "}})
    assert settings.contacts == {"reception": None}
    assert settings.identity == {"address": None}


URLS = {
    "https://trang.example/": "https://trang.example/",
    "https://trang.example:8443/thu-muc/": "https://trang.example:8443/thu-muc/",
    "http://[::1]:8000/": "http://[::1]:8000/",
    "https://trang-mẫu.example/": "https://xn--trang-mu-e00d.example/",
}


@pytest.mark.parametrize(("entered", "used"), URLS.items())
def test_the_address_of_the_site(entered: str, used: str) -> None:
    assert read_site_url(entered) == used


@pytest.mark.parametrize(
    "url",
    [
        *("https://trang.example/?a=1/", "https://trang.example/#a/", "https://a@b.example/"),
        *("https://trang.example/a b/", "https://trang.example/mẫu/", "https://a..example/"),
        "https://[trang.example/",
    ],
)
def test_an_address_that_would_spoil_every_link_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match=r"PORTAL_URL.*không dùng được"):
        read_site_url(url)
