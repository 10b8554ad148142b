"""What Sveltia CMS is told: its configuration, and how `format.js` reads and writes each field."""

from __future__ import annotations

from typing import Any

from newsroom.newsroom import Newsroom
from newsroom.writing_form.choices import Choices, choices_of
from newsroom.writing_form.fields import FormField, Kind, article_fields

FORMAT = "tin-bai-frontmatter"
"""Ours, in `format.js`. Sveltia takes a format for Markdown only if it is called so."""
_WIDGETS: dict[Kind, dict[str, Any]] = {
    Kind.LINE: {"widget": "string"},
    Kind.TEXT: {"widget": "text"},
    Kind.DAY: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    Kind.MOMENT: {"widget": "datetime", "format": "YYYY-MM-DD HH:mm"},
    Kind.YES_NO: {"widget": "boolean"},
    Kind.CHOICE: {"widget": "select"},
    Kind.CHOICES: {"widget": "select", "multiple": True},
    Kind.LIST: {"widget": "list"},
    Kind.GROUP: {"widget": "object", "collapsed": "auto"},
    Kind.GROUPS: {"widget": "list", "collapsed": "auto"},
    Kind.PICTURE: {"widget": "image", "choose_url": False},
    Kind.FILE: {"widget": "file", "choose_url": False, "accept": ".pdf"},
}
_APPROVED = {
    "name": "approved",
    "label": "Đã duyệt, cho đăng",
    "widget": "boolean",
    "required": False,
    "hint": "Chưa bật thì bài là bản nháp, chỉ hiện trong bản xem trước.",
}
"""Stands for ``draft``, turned round: what a form leaves alone is then a draft, with no default."""
_DATE_UNKNOWN = {
    "name": "date_unknown",
    "label": "Không rõ ngày đăng",
    "widget": "boolean",
    "required": False,
    "hint": "Chỉ bật khi đưa lại bài cũ; khi đó phải có ngày diễn ra.",
}
_BODY = {
    "name": "body",
    "label": "Nội dung",
    "widget": "richtext",
    "required": False,
    "modes": ["rich_text", "raw"],
    "buttons": [
        "bold",
        "italic",
        "link",
        "heading-two",
        "heading-three",
        "quote",
        "bulleted-list",
        "numbered-list",
    ],
    "editor_components": ["image"],
    "hint": "Mỗi đoạn cách nhau một dòng trống. Không cần đề mục cho bài ngắn.",
}
_SLUG_PATTERN = r"^(?!\d+$)(?!trang$)[a-z0-9]+(-[a-z0-9]+)*$"


def form_settings(newsroom: Newsroom, folder: str) -> dict[str, Any]:
    """What the page's script reads: Sveltia's ``config``, and ``shapes`` and ``spellings`` of ours.

    *folder* is the docs folder's name inside the folder that the writer opens.
    """
    choices = choices_of(newsroom)
    fields = article_fields(choices)
    return {
        "folder": folder,
        "format": FORMAT,
        "config": _config(fields, folder, newsroom.now.year),
        "shapes": [_shape(field) for field in fields],
        "spellings": _spellings(choices),
    }


def _config(fields: tuple[FormField, ...], folder: str, year: int) -> dict[str, Any]:
    return {
        "load_config_file": False,
        "app_title": "Viết tin, bài",
        "logo": {"src": "../../assets/images/bieu-tuong.png"},
        # Sveltia must be told of a server, which it never asks: `form.css` hides the button. This
        # kind is not asked how it is doing either. Its name is the docs folder's, which is shown.
        "backend": {
            "name": "gitea",
            "repo": f"{folder}/{folder}",
            "app_id": "none",
            "auth_methods": ["oauth"],
        },
        "show_preview_links": False,
        "media_folder": f"{folder}/tin",
        "public_folder": "",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "slug": {
            "encoding": "ascii",
            "clean_accents": True,
            "maxlength": 96,
            "timezone": "local",
        },
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [_articles(fields, folder, year)],
    }


def _articles(fields: tuple[FormField, ...], folder: str, year: int) -> dict[str, Any]:
    return {
        "name": "tin",
        "label": "Tin, bài",
        "label_singular": "tin, bài",
        "folder": f"{folder}/tin",
        "format": FORMAT,
        "extension": "md",
        "create": True,
        "delete": False,
        "path": f"{{{{fields.event_date | date('YYYY') | default('{year}')}}}}/{{{{slug}}}}",
        # Pictures lie in a folder of the article's name beside it: Sveltia knows no other way.
        "media_folder": "",
        "public_folder": "{{slug}}",
        "identifier_field": "title",
        "summary": "{{title}}",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "hint": "Chữ thường không dấu, chữ số, dấu gạch nối; tối đa 96 ký tự.",
            "pattern": [_SLUG_PATTERN, "Chỉ chữ thường không dấu, chữ số và dấu gạch nối."],
        },
        "sortable_fields": {
            "fields": ["title", "event_date", "date"],
            "default": {"field": "event_date", "direction": "descending"},
        },
        "fields": _widgets(fields),
    }


def _widgets(fields: tuple[FormField, ...]) -> list[dict[str, Any]]:
    widgets: list[dict[str, Any]] = []
    for field in fields:
        if field.key == "draft":
            widgets.append(_APPROVED)
            continue
        widgets.append(_widget(field))
        if field.kind is Kind.DAY:
            widgets.append(_read_again(field))
        if field.key == "date":
            widgets.append(_DATE_UNKNOWN)
        if field.key == "summary":  # what most articles need ends here
            widgets.append(_BODY)
    return widgets


def _read_again(field: FormField) -> dict[str, Any]:
    """The day in our order: a browser in another language shows and takes the month first."""
    return {
        "name": f"{field.key}_read",
        "label": f"{field.label}, viết là (ngày/tháng/năm)",
        "widget": "compute",
        "value": f"{{{{fields.{field.key} | date('DD/MM/YYYY')}}}}",
        "required": False,
    }


def _widget(field: FormField) -> dict[str, Any]:
    widget: dict[str, Any] = {
        "name": field.key,
        "label": field.label,
        "required": field.required,
        **_WIDGETS[field.kind],
    }
    if field.hint:
        widget["hint"] = field.hint
    if field.choices or field.kind in {Kind.CHOICE, Kind.CHOICES}:
        widget["options"] = [{"label": c.label, "value": c.value} for c in field.choices]
        widget["dropdown_threshold"] = 0  # a list of tags keeps the order in which they are chosen
    if field.pattern:
        widget["pattern"] = [field.pattern, field.hint]
    if field.fields:
        widget["fields"] = [_widget(part) for part in field.fields]
    return widget


def _shape(field: FormField) -> dict[str, Any]:
    """How `format.js` reads and writes a field; ``lone`` is the part a bare text stands for."""
    shape: dict[str, Any] = {"key": field.key, "kind": field.kind.value}
    if field.fields:
        shape["fields"] = [_shape(part) for part in field.fields]
    if field.kind is Kind.GROUPS:
        shape["lone"] = field.fields[0].key
    if field.choices:
        shape["of"] = field.spelled
    return shape


def _spellings(choices: Choices) -> dict[str, dict[str, str]]:
    axes = {
        f"{archive.block}.{axis.key}": {value.label: value.id for value in axis.values}
        for archive in choices.archives
        for axis in archive.axes
    }
    return {
        "units": dict(choices.unit_spellings),
        "documents": dict(choices.document_spellings),
        **axes,
    }
