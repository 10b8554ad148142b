"""The front matter of each kind of page, as a schema editors' programs can use too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel

from newsroom.schema import (
    FIELD_NAMES,
    ArticleMeta,
    ClosingKind,
    DocumentMeta,
    PageMeta,
    PlanMeta,
    UnitKind,
    UnitMeta,
    field_label,
    json_schemas,
)

KINDS: dict[str, type[BaseModel]] = {
    "article": ArticleMeta,
    "unit": UnitMeta,
    "document": DocumentMeta,
    "plan": PlanMeta,
    "page": PageMeta,
}


def all_keys(schema: Any) -> set[str]:
    """Every key a writer may use, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(all_keys, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", {}))
    return own.union(*(all_keys(value) for value in schema.values()))


def test_a_schema_for_each_kind_that_json_can_hold() -> None:
    schemas = json.loads(json.dumps(json_schemas(), ensure_ascii=False))
    assert list(schemas) == list(KINDS)
    for kind, schema in schemas.items():
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False
        assert set(schema["properties"]) == set(KINDS[kind].model_fields)
        assert "title" in schema["required"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_vietnamese_name(kind: str) -> None:
    assert all_keys(json_schemas()[kind]) <= FIELD_NAMES.keys()


DESIGN = {
    "article": "title date author unit plan tags event_date units activity documents democracy"
    " summary image aliases updated attachments lint_ignore draft publish_at",
    "plan": "title number date issuer abstract scope starts ends relations status public",
    "unit": "title full_name kind function order parent names aliases valid_from valid_to closing",
}


@pytest.mark.parametrize(("kind", "fields"), DESIGN.items(), ids=DESIGN.keys())
def test_the_fields_writers_were_promised(kind: str, fields: str) -> None:
    assert set(fields.split()) <= set(json_schemas()[kind]["properties"])


def test_the_closed_lists() -> None:
    assert {kind.value for kind in UnitKind} == {
        *("co-quan", "phong", "quan-huyen", "khu-vuc", "to-chuc"),
    }
    assert {kind.value for kind in ClosingKind} == {
        *("doi-ten", "hop-nhat", "sap-nhap", "chia-tach", "giai-the", "chua-xac-dinh"),
    }


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("unit", "đơn vị (`unit`)"),
        ("plan", "kế hoạch (`plan`)"),
        ("publish_at", "giờ đăng (`publish_at`)"),
        ("abc", "`abc`"),
    ],
)
def test_messages_name_a_field_in_vietnamese_with_its_key(key: str, label: str) -> None:
    assert field_label(key) == label
