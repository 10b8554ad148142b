"""The fields of an article as any form shows them, in Vietnamese, in the order they are written.

Each program that has forms (the browser's, VS Code's) is given these in its own words. A field has
no default: a form would write it into an old article that was only opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsroom.archives import DEMOCRACY, Axis
from newsroom.model import Role
from newsroom.schema import FIELD_NAMES
from newsroom.writing_form.choices import Choice, Choices

NOT_IN_FORMS = frozenset({"lint_ignore"})
"""Fields of an article that forms leave to the text editor, and never touch."""


class Kind(StrEnum):
    """What a field holds. ``LIST`` and ``CHOICES`` are many texts, ``GROUPS`` many groups."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    GROUP = "group"
    GROUPS = "groups"
    PICTURE = "picture"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class FormField:
    """``key`` is the one in the front matter; ``pattern`` is a regular expression of its value."""

    key: str
    kind: Kind
    label: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    fields: tuple[FormField, ...] = ()
    required: bool = False
    pattern: str = ""
    spelled: str = ""
    """Which other spellings lead to its choices: ``units``, ``documents``, ``democracy.form``."""


def article_fields(choices: Choices) -> tuple[FormField, ...]:
    """All fields of an article that a form shows, besides its text."""
    units = choices.units
    return (
        _field("title", Kind.LINE, "Nên dưới 120 ký tự, không viết hoa cả dòng.", required=True),
        _field("event_date", Kind.DAY, "Ngày có sự việc. Phải có ngày này hoặc ngày đăng."),
        _field("date", Kind.DAY, "Ngày bài lên Trang.", label="Ngày đăng"),
        _field("author", Kind.GROUPS, "Người ký tên bài.", fields=_person(units)),
        _field("unit", Kind.CHOICE, "Đơn vị mà bài viết về, theo ngày diễn ra.", choices=units),
        _field(
            "plan", Kind.CHOICES, "Khi bài nói về việc thực hiện kế hoạch.", choices=choices.plans
        ),
        *_archives(choices),
        _field("tags", Kind.LIST, "Ví dụ: dân chủ ở cơ sở."),
        _field("summary", Kind.TEXT, "Một, hai câu; bỏ trống thì Trang lấy đoạn đầu của bài."),
        _field("units", Kind.GROUP, "Chọn theo vai trò.", fields=_roles(units)),
        _field(
            "documents",
            Kind.CHOICES,
            "Văn bản đã đăng ký mà bài không ghi số.",
            choices=choices.documents,
        ),
        _field(
            "activity",
            Kind.LINE,
            "Các bài về cùng một hoạt động ghi cùng một mã, ví dụ tap-huan-phong-2-2025.",
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
        _field("image", Kind.GROUP, "Ảnh đầu bài.", fields=_picture()),
        _field("attachments", Kind.GROUPS, "Chỉ nhận tệp .pdf.", fields=_attachment()),
        _field("aliases", Kind.LIST, "Địa chỉ của bài trên trang cũ.", label="Địa chỉ cũ"),
        _field("updated", Kind.DAY, "Chỉ ghi khi sửa đổi điều người đọc cần biết."),
        _field(
            "retold_from",
            Kind.GROUP,
            "Chỉ dùng khi viết lại một bài đã đăng.",
            fields=_retold(units),
        ),
        _field("draft", Kind.YES_NO, "Bản nháp chỉ hiện trong bản xem trước."),
        _field("publish_at", Kind.MOMENT, "Bỏ trống: đăng ở lần dựng Trang gần nhất."),
    )


def _field(  # noqa: PLR0913 (one argument a property, most by name)
    key: str,
    kind: Kind,
    hint: str = "",
    *,
    label: str = "",
    choices: tuple[Choice, ...] = (),
    fields: tuple[FormField, ...] = (),
    required: bool = False,
    pattern: str = "",
) -> FormField:
    text = label or FIELD_NAMES[key][:1].upper() + FIELD_NAMES[key][1:]
    spelled = "documents" if key in {"plan", "documents"} else "units"
    return FormField(key, kind, text, hint, choices, fields, required, pattern, spelled)


def _person(units: tuple[Choice, ...]) -> tuple[FormField, ...]:
    return (
        _field("name", Kind.LINE, label="Họ và tên", required=True),
        _field("role", Kind.LINE, "Tại thời điểm viết, ví dụ Chuyên viên."),
        _field("unit", Kind.CHOICE, choices=units),
    )


def _roles(units: tuple[Choice, ...]) -> tuple[FormField, ...]:
    return tuple(_field(role.value, Kind.CHOICES, label=role.label, choices=units) for role in Role)


def _archives(choices: Choices) -> Iterator[FormField]:
    """One group for each archive that has a block in the front matter."""
    for archive in choices.archives:
        if archive.block:
            axes = tuple(_axis(archive.block, axis) for axis in archive.axes)
            hint = f"Chỉ dùng cho bài thuộc chuyên mục {archive.title}."
            yield FormField(
                archive.block,
                Kind.GROUP,
                archive.short_title,
                hint,
                fields=(*axes, *_for_the_report()),
            )


def _axis(block: str, axis: Axis) -> FormField:
    hint = "Chọn giá trị chính trước."
    if (block, axis.key) == (DEMOCRACY.block, "content"):
        hint += " Cuộc kiểm tra của Ban Chỉ đạo là Tổ chức thực hiện."
    values = tuple(Choice(value.id, value.label) for value in axis.values)
    return FormField(
        axis.key, Kind.CHOICES, axis.label, hint, values, spelled=f"{block}.{axis.key}"
    )


def _for_the_report() -> tuple[FormField, ...]:
    hint = "Chỉ dùng cho báo cáo, không hiện trên Trang."
    return (
        _field("lead", Kind.LINE, hint),
        _field("result", Kind.TEXT, hint),
        _field("limits", Kind.TEXT, hint),
    )


def _picture() -> tuple[FormField, ...]:
    return (
        _field("src", Kind.PICTURE, "Ảnh được chép vào cạnh bài.", required=True),
        _field("alt", Kind.LINE, "Ảnh có ai, đang làm gì, ở đâu: cho người không nhìn được ảnh."),
        _field("caption", Kind.LINE, "Hiện dưới ảnh."),
        _field("credit", Kind.LINE),
    )


def _attachment() -> tuple[FormField, ...]:
    return (
        _field("file", Kind.FILE, required=True),
        _field("title", Kind.LINE, label="Tên tài liệu", required=True),
    )


def _retold(units: tuple[Choice, ...]) -> tuple[FormField, ...]:
    return (
        _field("title", Kind.LINE, label="Đầu đề của bài gốc", required=True),
        _field("author", Kind.LINE, label="Tác giả bài gốc"),
        _field("role", Kind.LINE),
        _field("unit", Kind.CHOICE, choices=units),
    )
