"""Archives as an agency configures them (``extra.portal.archives`` of mkdocs.yml).

- id: chuyen-doi-so               # address, and folder of the introduction page
  title: Chuyển đổi số
  tag: chuyển đổi số              # articles with this tag belong
  block: digital                  # so do articles with this block in their front matter
  axes:                           # none, one or several
    - {key: field, folder: linh-vuc, label: Lĩnh vực, values: {ha-tang: Hạ tầng số}}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from newsroom.archives import DEMOCRACY, Archive, Axis, AxisValue
from newsroom.schema import ArchiveBlock, ArticleMeta
from newsroom.text import fold

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_TAKEN_FOLDERS = frozenset(
    [
        *("tin", "don-vi", "ke-hoach", "van-ban", "chu-de", "bien-tap", "trang", "tim-kiem"),
        *("du-lieu", "so-do-trang", "theo-doi", "lien-he", "gioi-thieu", "ho-tro-tiep-can"),
        *("assets", "search", "may-chu"),
    ]
)
"""First parts of addresses that other pages have."""
_TAKEN_BELOW = frozenset({"trang", "ky", "chua-phan-loai"})
"""Parts of addresses that every archive uses itself."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"“{value}” không phải là một dòng chữ")
    return " ".join(value.split())


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value) or value.isdecimal():
        raise ValueError(
            f"“{value}” không đúng dạng: chữ thường không dấu, chữ số, dấu gạch nối; phải có chữ"
        )
    return value


def _own_folder(value: Any) -> str:
    if _slug(value) in _TAKEN_FOLDERS:
        raise ValueError(f"“{value}” là địa chỉ của một mục khác trên Trang")
    return _slug(value)


def _folder_below(value: Any) -> str:
    if _slug(value) in _TAKEN_BELOW:
        raise ValueError(f"“{value}” là địa chỉ mà chuyên mục nào cũng dùng")
    return _slug(value)


def _key(value: Any) -> str:
    if not isinstance(value, str) or not _KEY.fullmatch(value) or hasattr(BaseModel, value):
        raise ValueError(
            f"khóa “{value}” không dùng được: chỉ chữ thường không dấu, chữ số, dấu gạch dưới"
        )
    return value


def _block(value: Any) -> str | None:
    if value is None:
        return None
    if _key(value) in ArticleMeta.model_fields and value != DEMOCRACY.block:
        raise ValueError(f"khóa “{value}” là một mục khác của bài")
    return _key(value)


def _axis_key(value: Any) -> str:
    if _key(value) in ArchiveBlock.model_fields:
        raise ValueError(f"khóa “{value}” đã dùng cho báo cáo")
    return _key(value)


def _values(value: Any) -> Any:
    if not isinstance(value, dict) or not value:
        raise ValueError("cần ít nhất một giá trị, mỗi dòng một “mã: tên”")
    named = {_slug(key): _text(label) for key, label in value.items()}
    _differ("tên giá trị", named.values())
    return named


def _differ(what: str, texts: Iterable[str]) -> None:
    """Raise ValueError where two of *texts* are one after folding."""
    seen: dict[str, str] = {}
    for text in texts:
        if fold(text) in seen:
            raise ValueError(f"{what} “{text}” có hai lần")
        seen[fold(text)] = text


Label = Annotated[str, BeforeValidator(_text)]


class AxisRule(BaseModel):
    """One axis; ``values`` are ids with their labels, in the order shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Annotated[str, BeforeValidator(_axis_key)]
    folder: Annotated[str, BeforeValidator(_folder_below)]
    label: Label
    values: Annotated[dict[str, str], BeforeValidator(_values)]

    def axis(self) -> Axis:
        """The axis as the newsroom knows it."""
        values = tuple(AxisValue(value_id, label) for value_id, label in self.values.items())
        return Axis(self.key, self.folder, self.label, values)


class ArchiveRule(BaseModel):
    """One archive of the configuration."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, BeforeValidator(_own_folder)]
    title: Label
    short_title: Label | None = None
    """For the menu; the title where it is short enough itself."""
    tag: Label
    block: Annotated[str | None, BeforeValidator(_block)] = None
    axes: tuple[AxisRule, ...] = Field(default=(), max_length=6)

    @model_validator(mode="after")
    def _fits_together(self) -> ArchiveRule:
        if self.axes and self.block is None:
            raise ValueError("có tiêu chí phân loại (axes) thì phải có khóa của bài (block)")
        _differ("khóa", (axis.key for axis in self.axes))
        _differ("thư mục", (axis.folder for axis in self.axes))
        return self

    def archive(self) -> Archive:
        """The archive as the newsroom knows it."""
        axes = tuple(axis.axis() for axis in self.axes)
        short = self.short_title or self.title
        return Archive(self.id, self.title, short, self.tag, self.block, axes)


def all_archives(rules: Sequence[ArchiveRule]) -> tuple[Archive, ...]:
    """Democracy first, unless a rule replaces it where it stands, then those of *rules*.

    Raises ValueError where two archives share an id, a tag or a block.
    """
    own = [rule.archive() for rule in rules]
    known = [DEMOCRACY] if DEMOCRACY.id not in {archive.id for archive in own} else []
    archives = (*known, *own)
    _differ("mã chuyên mục", (archive.id for archive in archives))
    _differ("chủ đề", (archive.tag for archive in archives))
    _differ("khóa của bài", (archive.block for archive in archives if archive.block))
    return archives
