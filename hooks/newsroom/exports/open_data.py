"""The files below ``du-lieu/v1/``: each table as JSON and CSV, and the JSON Schema of the JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from newsroom.exports.references import reference
from newsroom.exports.site_file import SiteFile
from newsroom.newsroom import Newsroom
from newsroom.open_data import Dataset, datasets
from newsroom.open_data.records import Record
from newsroom.pages.data_links import DATA_VERSION, data_address
from newsroom.spreadsheets import csv_bytes, guarded

SEPARATOR = "; "
"""Between several values of one cell."""


def open_data_files(newsroom: Newsroom, site_url: str) -> Iterator[SiteFile]:
    """All files; none in the preview, which shows what is not published.

    With *site_url* addresses are absolute, else they resolve against the file. The same content
    gives the same bytes.
    """
    if newsroom.is_preview:
        return
    for dataset in datasets(newsroom):
        path = data_address(dataset.name, "json")
        rows = tuple(dataset.rows(partial(reference, base=path, site_url=site_url)))
        schema_path = data_address(dataset.name, "schema.json")
        schema = reference(schema_path, path, site_url)
        yield SiteFile(path, json_bytes(rows, schema))
        yield SiteFile(data_address(dataset.name, "csv"), _table(dataset, rows))
        yield SiteFile(schema_path, _schema_bytes(dataset, site_url, schema_path))


class DataFile(BaseModel):
    """What every JSON file has; ``muc`` holds the rows."""

    model_config = ConfigDict(extra="forbid")

    schema_address: str = Field(alias="$schema", description="địa chỉ của lược đồ này")
    version: int = Field(
        alias="phien_ban", description="tăng khi một cột đổi tên, đổi nghĩa, bị bỏ"
    )
    count: int = Field(alias="so_muc", description="số mục trong tệp")


def data_file_model(dataset: Dataset) -> type[DataFile]:
    """The model of the JSON file of *dataset*."""
    rows: dict[str, Any] = {
        "rows": (tuple[dataset.model, ...], Field(alias="muc", description=dataset.about))  # type: ignore[name-defined]
    }
    return create_model(dataset.title, __base__=DataFile, __doc__=dataset.about, **rows)


def json_bytes(rows: Iterable[Record], schema: str) -> bytes:
    """The JSON file, a row a line."""
    lines = [row.model_dump_json(by_alias=True) for row in rows]
    head = json.dumps({"$schema": schema, "phien_ban": DATA_VERSION, "so_muc": len(lines)})
    body = ",\n".join(lines)
    return f'{head[:-1]}, "muc": [\n{body}\n]}}\n'.encode()


def _table(dataset: Dataset, rows: Iterable[Record]) -> bytes:
    """The CSV file."""
    keys = tuple(dataset.model.model_fields)
    header = [name for name, _ in dataset.columns]
    return csv_bytes(header, ([cell(getattr(row, key)) for key in keys] for row in rows))


def cell(value: object) -> str:
    """*value* as a cell: nothing that a spreadsheet would compute, nothing where it is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.isoformat()
    return guarded(SEPARATOR.join(value) if isinstance(value, tuple) else str(value))


def _schema_bytes(dataset: Dataset, site_url: str, path: str) -> bytes:
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if site_url:
        schema["$id"] = reference(path, path, site_url)
    made = data_file_model(dataset).model_json_schema(by_alias=True, mode="serialization")
    row = made["$defs"][dataset.model.__name__]
    del row["description"]  # the class's own, for programmers here
    for described in (made, row):
        # A later file of the same version may have further columns.
        described.pop("additionalProperties", None)
        for field in described["properties"].values():
            field.pop("title", None)
    schema |= made
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
