"""What an agency sets about its site. Nothing here has an invented default: unset stays absent."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

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
        return {"name": value} if value.strip() else None
    if isinstance(value, dict) and not any(value.values()):
        return None
    return value


Contacts = dict[str, Annotated[Contact | None, BeforeValidator(_contact)]]


class SearchSettings(BaseModel):
    """``extra.portal.search``: whether there is a search, and the agency's own synonyms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    enabled: bool = True
    synonyms: tuple[tuple[str, ...], ...] = ()

    @property
    def all_synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The agency's own and those every procuracy has: ways to say one thing, a row each."""
        return (*self.synonyms, *DEFAULT_SYNONYMS)


class SiteSettings(BaseModel):
    """``extra.portal`` of mkdocs.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = "Viện kiểm sát nhân dân thành phố Hải Phòng"
    tagline: str = "Trang thông tin điện tử"
    identity: dict[str, str | None] = {}
    contacts: Contacts = Field(default_factory=dict)
    search: SearchSettings = SearchSettings()


class SettingsError(Exception):
    """The settings cannot be used; the message is Vietnamese."""


def read_settings(values: Any) -> SiteSettings:
    """Validate ``extra.portal``. Raises SettingsError naming the key."""
    try:
        settings = SiteSettings.model_validate(values or {})
    except ValidationError as error:
        keys = ", ".join(".".join(str(part) for part in detail["loc"]) for detail in error.errors())
        raise SettingsError(f"mkdocs.yml, mục extra.portal: giá trị không đúng ở {keys}") from None
    for given, known in ((settings.identity, FOOTER_IDENTITY), (settings.contacts, CONTACTS)):
        if unknown := sorted(set(given) - set(known)):
            raise SettingsError(
                f"mkdocs.yml, mục extra.portal: không có khóa {', '.join(unknown)};"
                f" dùng được: {', '.join(known)}"
            )
    return settings
