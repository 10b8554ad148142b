"""What an agency sets about its site. Nothing here has an invented default: unset stays absent."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic_core import ErrorDetails

from newsroom.archive_rules import ArchiveRule, all_archives
from newsroom.archives import Archive
from newsroom.periods import DEFAULT_PERIODS, PeriodRule
from newsroom.search.synonyms import DEFAULT_SYNONYMS

FOOTER_IDENTITY = {
    "publisher": "Cơ quan chủ quản",
    "responsible": "Chịu trách nhiệm nội dung",
    "licence": "Giấy phép",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
}
CONTACTS = {
    "reception": "Tiếp công dân",
    "crime_reports": "Tiếp nhận tố giác, tin báo về tội phạm",
    "spokesperson": "Người phát ngôn",
    "corrections": "Đề nghị đính chính",
    "removal": "Đề nghị gỡ bỏ thông tin",
}


_FOLDER = re.compile(r"(?:/[A-Za-z0-9._~-]+)*/?")
_WRONG_URL = (
    "PORTAL_URL (site_url trong mkdocs.yml) không dùng được: “{value}”;"
    " ghi như https://ten-mien.vn/ hoặc https://ten-mien.vn/thu-muc/"
)


class Contact(BaseModel):
    """Whom to turn to in one matter; at least one field is set. Plain text counts as ``name``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    hours: str | None = None
    note: str | None = None


def _contact(value: object) -> object:
    if isinstance(value, str):
        value = {"name": value}
    if isinstance(value, dict):
        known = {key: _unset_if_blank(entered) for key, entered in value.items()}
        return known if any(entered is not None for entered in known.values()) else None
    return value


def _unset_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Contacts = dict[str, Annotated[Contact | None, BeforeValidator(_contact)]]
Identity = dict[str, Annotated[str | None, BeforeValidator(_unset_if_blank)]]


def _none_is_empty(value: object) -> object:
    """``contacts:`` with nothing below it."""
    return {} if value is None else value


def _default_periods(value: object) -> object:
    return DEFAULT_PERIODS if value is None else value


def _no_rows(value: object) -> object:
    return () if value is None else value


class SearchSettings(BaseModel):
    """``extra.portal.search``: whether there is a search, and the agency's own synonyms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    enabled: bool = True
    synonyms: Annotated[tuple[tuple[Name, ...], ...], BeforeValidator(_no_rows)] = ()

    @property
    def all_synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The agency's own and those every procuracy has: ways to say one thing, a row each."""
        return (*self.synonyms, *DEFAULT_SYNONYMS)


class SiteSettings(BaseModel):
    """``extra.portal`` of mkdocs.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name = "Viện kiểm sát nhân dân thành phố Hải Phòng"
    tagline: Name = "Trang thông tin điện tử"
    identity: Annotated[Identity, BeforeValidator(_none_is_empty)] = {}
    contacts: Annotated[Contacts, BeforeValidator(_none_is_empty)] = Field(default_factory=dict)
    search: Annotated[SearchSettings, BeforeValidator(_none_is_empty)] = SearchSettings()
    periods: Annotated[tuple[PeriodRule, ...], BeforeValidator(_default_periods)] = DEFAULT_PERIODS
    """Periods the agency reports on, for archives and the report."""
    archives: Annotated[tuple[ArchiveRule, ...], BeforeValidator(_no_rows)] = ()
    """Archives besides that of grass-roots democracy; one with its id replaces it."""

    @field_validator("archives")
    @classmethod
    def _archives_differ(cls, rules: tuple[ArchiveRule, ...]) -> tuple[ArchiveRule, ...]:
        all_archives(rules)
        return rules

    @property
    def all_archives(self) -> tuple[Archive, ...]:
        """Every archive of the site, in the order of the menu."""
        return all_archives(self.archives)


class SettingsError(Exception):
    """The settings cannot be used; the message is Vietnamese."""


def read_settings(values: Any) -> SiteSettings:
    """Validate ``extra.portal``. Raises SettingsError naming the key."""
    try:
        settings = SiteSettings.model_validate(values or {})
    except ValidationError as error:
        raise SettingsError(_what_is_wrong(error)) from None
    for given, known in ((settings.identity, FOOTER_IDENTITY), (settings.contacts, CONTACTS)):
        if unknown := sorted(set(given) - set(known)):
            raise SettingsError(
                f"mkdocs.yml, mục extra.portal: không có khóa {', '.join(unknown)};"
                f" dùng được: {', '.join(known)}"
            )
    return settings


def _what_is_wrong(error: ValidationError) -> str:
    keys = ", ".join(map(_place_and_reason, error.errors()))
    hint = ""
    if any(_is_bare_number(detail["input"], detail["type"]) for detail in error.errors()):
        hint = '; số điện thoại và số khác phải đặt trong dấu nháy, ví dụ "0225 000 0000"'
    return f"mkdocs.yml, mục extra.portal: giá trị không đúng ở {keys}{hint}"


def _place_and_reason(detail: ErrorDetails) -> str:
    """``archives.0.id (…)``; the reason where it is our own words or a missing key."""
    place = ".".join(map(str, detail["loc"])) or "extra.portal"
    if detail["type"] == "value_error":
        return f"{place} ({detail['msg'].removeprefix('Value error, ')})"
    return f"{place} (thiếu khóa này)" if detail["type"] == "missing" else place


def _is_bare_number(entered: object, fault: str) -> bool:
    is_number = isinstance(entered, int | float) and not isinstance(entered, bool)
    return is_number and fault in {"string_type", "model_type"}


def read_site_url(value: str) -> str:
    """The site's own address as machines write it: the host in ASCII. Raises SettingsError."""
    try:
        parts = urlsplit(value)
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        raise SettingsError(_WRONG_URL.format(value=value)) from None
    if parts.query or parts.fragment or "@" in host or not _FOLDER.fullmatch(parts.path):
        raise SettingsError(_WRONG_URL.format(value=value))
    return f"{parts.scheme}://{host}{parts.path}"
