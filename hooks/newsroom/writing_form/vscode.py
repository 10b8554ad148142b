"""`frontmatter.json`: the same fields for VS Code's extension Front Matter CMS.

The extension has no field that is now a text, now a list of groups, so by-lines and attachments
stay in the text. Days are plain text: an extension that knows dates would rewrite “05/3/2025”.
"""

from __future__ import annotations

from typing import Any

from newsroom.newsroom import Newsroom
from newsroom.writing_form.choices import choices_of
from newsroom.writing_form.fields import FormField, Kind, article_fields

_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.LINE: {"type": "string", "single": True},
    Kind.TEXT: {"type": "string"},
    Kind.DAY: {"type": "string", "single": True},
    Kind.MOMENT: {"type": "string", "single": True},
    Kind.YES_NO: {"type": "draft"},
    Kind.CHOICE: {"type": "choice"},
    Kind.CHOICES: {"type": "choice", "multiple": True},
    Kind.LIST: {"type": "list"},
    Kind.GROUP: {"type": "fields"},
    Kind.PICTURE: {"type": "string", "single": True},
}
_CONTENT_TYPE = "tin-bai"


def front_matter_settings(newsroom: Newsroom) -> dict[str, Any]:
    """The content of `frontmatter.json`, for articles in ``docs/tin``."""
    fields = article_fields(choices_of(newsroom))
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.publicFolder": "docs",
        "frontMatter.content.pageFolders": [
            {
                "title": "Tin, bài",
                "path": "[[workspace]]/docs/tin",
                "filePrefix": None,
                "contentTypes": [_CONTENT_TYPE],
            }
        ],
        "frontMatter.taxonomy.contentTypes": [
            {
                "name": _CONTENT_TYPE,
                "pageBundle": False,
                "filePrefix": None,
                "clearEmpty": True,
                "fields": [_described(field) for field in fields if field.kind in _TYPES],
            }
        ],
    }


def _described(field: FormField) -> dict[str, Any]:
    described: dict[str, Any] = {"title": field.label, "name": field.key, **_TYPES[field.kind]}
    if field.hint:
        described["description"] = field.hint
    if field.required:
        described["required"] = True
    if field.kind in {Kind.CHOICE, Kind.CHOICES}:
        described["choices"] = [{"id": c.value, "title": c.label} for c in field.choices]
    if field.fields:
        described["fields"] = [_described(part) for part in field.fields if part.kind in _TYPES]
    return described
