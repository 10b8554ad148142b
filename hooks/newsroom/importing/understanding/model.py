"""What was understood of a file: fields with the words they come from, and the body's parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from newsroom.importing.blocks import Block, Remark
from newsroom.schema import DocumentCitation


@dataclass(frozen=True, slots=True)
class Finding:
    """One field: its value, and the words of the file that say so."""

    field: str
    """Key of the front matter; ``lead``, ``caption`` and the like for what is none."""
    value: str
    words: str
    line: int | None = None
    doubt: str = ""
    """Why a person should look; empty when there is no doubt."""
    others: tuple[str, ...] = ()
    """Other readings of the same field."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who signed; ``unit`` is an id of the register, or as written where it has none."""

    name: str
    role: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value of the democracy archive that the writer may take; ``words`` made us think so."""

    axis: str
    value: str
    label: str
    words: str


class PartKind(StrEnum):
    """What a part of the body is."""

    TEXT = "text"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the body, or a place for a picture with its caption."""

    kind: PartKind
    block: Block
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """An article as understood; nothing in it is published before a person has looked."""

    source: str
    title: str
    published: date | datetime | None
    event: date | None
    authors: tuple[Author, ...]
    unit: str | None
    plans: tuple[DocumentCitation, ...]
    documents: tuple[DocumentCitation, ...]
    mentioned: tuple[str, ...]
    """Ids of other registered units that the text names."""
    suggestions: tuple[Suggestion, ...]
    body: tuple[Part, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
