"""The labels Word computes for list items and numbered headings: “Điều 5.”, “a)”, “1.1.”.

Source: ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.importing.word.number_formats import written
from newsroom.importing.word.styles import ListPlace, Styles
from newsroom.importing.word.trees import Element, first, is_on, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST = 200
"""Characters of a label's pattern that are read."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item: a text, or a bullet when it is empty."""

    text: str
    level: int
    gap: str = " "
    """What stands between label and text."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int
    restarts_after: int
    """A number on this level or above it makes this one begin anew; -1: none does."""
    is_legal: bool
    gap: str


_PLAIN = _Level("decimal", "", 1, 0, False, " ")


class Numbering:
    """Counts while a document is walked from its beginning."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        for child in [] if root is None else root:
            if child.tag == "w:abstractNum":
                self._abstract.setdefault(child.get("w:abstractNumId", ""), child)
            elif child.tag == "w:num":
                self._numbers.setdefault(child.get("w:numId", ""), child)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._found: dict[str, Element | None] = {}

    def next_label(self, paragraph: Element) -> Label | None:
        """The label of *paragraph*, which is the next one of the document; None if it has none."""
        place = self._styles.list_place(paragraph)
        if place is None or not 0 <= place.level < _LEVELS:
            return None
        level = self._level(place.number_id, place.level)
        if level is None:
            return None
        counts = self._count(place, level)
        if level.form == "bullet":
            return Label("", place.level)
        text = _PLACEHOLDER.sub(
            lambda m: self._part(place, level, counts, int(m[1]) - 1), level.pattern
        )
        return Label(text.strip(), place.level, level.gap) if text.strip() else None

    def _part(self, place: ListPlace, level: _Level, counts: list[int | None], index: int) -> str:
        other = self._level(place.number_id, index) or _PLAIN
        number = counts[index]
        number = other.start if number is None else number
        form = "decimal" if level.is_legal and other.form not in {"decimalZero"} else other.form
        return written(number, form)

    def _count(self, place: ListPlace, level: _Level) -> list[int | None]:
        abstract = self._abstract_of(place.number_id)
        key = "" if abstract is None else abstract.get("w:abstractNumId", "")
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        index = place.level
        for lower in range(index + 1, _LEVELS):
            below = self._level(place.number_id, lower)
            if below is None or below.restarts_after < 0 or index < (below.restarts_after or lower):
                counts[lower] = counts[lower] if below and below.restarts_after < 0 else None
        override = self._start_override(place)
        if override is not None and (place.number_id, index) not in self._begun:
            counts[index] = override
        else:
            current = counts[index]
            counts[index] = level.start if current is None else current + 1
        self._begun.add((place.number_id, index))
        return counts

    def _start_override(self, place: ListPlace) -> int | None:
        for override in self._overrides(place):
            return _number(value(override, "w:startOverride"))
        return None

    def _overrides(self, place: ListPlace) -> list[Element]:
        number = self._numbers.get(place.number_id)
        return [
            child
            for child in ([] if number is None else number)
            if child.tag == "w:lvlOverride" and child.get("w:ilvl") == str(place.level)
        ]

    def _abstract_of(self, number_id: str) -> Element | None:
        if number_id not in self._found:
            self._found[number_id] = self._find_abstract(number_id)
        return self._found[number_id]

    def _find_abstract(self, number_id: str) -> Element | None:
        """Follows a numbering style once: more would be a circle."""
        for _ in range(2):
            abstract = self._abstract.get(
                value(self._numbers.get(number_id), "w:abstractNumId") or ""
            )
            link = value(abstract, "w:numStyleLink")
            if link is None:
                return abstract
            number_id = self._styles.numbering_id(link) or ""
        return None

    def _level(self, number_id: str, index: int) -> _Level | None:
        key = number_id, index
        if key not in self._levels:
            self._levels[key] = self._read_level(number_id, index)
        return self._levels[key]

    def _read_level(self, number_id: str, index: int) -> _Level | None:
        for override in self._overrides(ListPlace(number_id, index)):
            if (own := first(override, "w:lvl")) is not None:
                return _read(own)
        abstract = self._abstract_of(number_id)
        for child in [] if abstract is None else abstract:
            if child.tag == "w:lvl" and child.get("w:ilvl", "0") == str(index):
                return _read(child)
        return None


def _read(level: Element) -> _Level:
    restart = _number(value(level, "w:lvlRestart"))
    return _Level(
        form=value(level, "w:numFmt") or "decimal",
        pattern=(value(level, "w:lvlText") or "")[:_LONGEST],
        start=_number(value(level, "w:start")) or 0,
        restarts_after=-1 if restart == 0 else (restart or 0),
        is_legal=is_on(first(level, "w:isLgl")),
        gap="" if value(level, "w:suff") == "nothing" else " ",
    )


def _number(text: str | None) -> int | None:
    """Word's own bound is 32767; longer digits are no number of a list."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else None
