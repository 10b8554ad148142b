"""What a style says that matters to words: headings, captions, lists, hidden text, fonts.

Source: ECMA-376 Part 1, 17.7 (styles; 17.7.3 for properties that toggle).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.importing.word.trees import Element, first, is_on, text_of, value

_HEADING = re.compile(r"heading ([1-9])|đầu đề ([1-9])")
_CAPTIONS = frozenset({"caption", "chú thích", "chú thích ảnh", "figure", "illustration"})
_RAISED = re.compile(r"-?(?:[4-9]|[1-9]\d)")
"""Half points; less is an adjustment nobody notices."""
_TITLES = frozenset({"title", "tiêu đề"})
_LONGEST_CHAIN = 20
HINT_STYLE = "HuongDanMau"
"""Style of the instructions in our own template; never part of an article."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """``w:numPr``: which numbering, which level (from 0)."""

    number_id: str
    level: int


class Styles:
    """The styles of a document; an unknown id is a style that says nothing."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else [s for s in root if s.tag == "w:style"]
        self._by_id: dict[str, Element] = {}
        for style in styles:
            self._by_id.setdefault(style.get("w:styleId", ""), style)
        self._default_paragraph = next(
            (
                s.get("w:styleId", "")
                for s in styles
                if s.get("w:type") == "paragraph" and s.get("w:default") in {"1", "true", "on"}
            ),
            "",
        )
        self._defaults = first(root, "w:docDefaults", "w:rPrDefault", "w:rPr")

    def of(self, paragraph: Element) -> str:
        """Id of the style of *paragraph*."""
        return value(paragraph, "w:pPr", "w:pStyle") or self._default_paragraph

    def heading_level(self, paragraph: Element) -> int:
        """1 to 6 for a heading, else 0. The style “Title” is of level 1."""
        if (own := value(paragraph, "w:pPr", "w:outlineLvl")) is not None:
            return _outline(own)
        for style in self._chain(self.of(paragraph)):
            name = _name(style)
            if name in _TITLES:
                return 1
            if match := _HEADING.fullmatch(name):
                return min(int(match[1] or match[2]), 6)
            if (level := value(style, "w:pPr", "w:outlineLvl")) is not None:
                return _outline(level)
        return 0

    def is_caption(self, paragraph: Element) -> bool:
        """Whether the paragraph's style is one for captions."""
        return any(_name(style) in _CAPTIONS for style in self._chain(self.of(paragraph)))

    def is_hint(self, paragraph: Element) -> bool:
        """Whether it is an instruction of our template."""
        return any(
            style.get("w:styleId") == HINT_STYLE for style in self._chain(self.of(paragraph))
        )

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """Where *paragraph* stands in a list, by itself or by its style."""
        own = first(paragraph, "w:pPr", "w:numPr")
        number_id, level = value(own, "w:numId"), value(own, "w:ilvl")
        for style in self._chain(self.of(paragraph)):
            if number_id is not None and level is not None:
                break
            inherited = first(style, "w:pPr", "w:numPr")
            number_id = number_id if number_id is not None else value(inherited, "w:numId")
            level = level if level is not None else value(inherited, "w:ilvl")
        if not number_id or number_id == "0":
            return None
        return ListPlace(number_id, int(level) if level and level.isdecimal() else 0)

    def numbering_id(self, style_id: str) -> str | None:
        """The numbering that a numbering style names."""
        return value(self._by_id.get(style_id), "w:pPr", "w:numPr", "w:numId")

    def is_hidden(self, run: Element, style_id: str) -> bool:
        """Whether Word shows *run* only on request: ``w:vanish`` toggles between style levels.

        *style_id* is the style ``of`` the paragraph it stands in.
        """
        own = first(run, "w:rPr", "w:vanish")
        if own is not None:
            return is_on(own)
        of_run = self._toggled(value(run, "w:rPr", "w:rStyle"), "w:vanish")
        return of_run is not self._toggled(style_id, "w:vanish")

    def emphasis(self, run: Element, tag: str) -> bool:
        """Whether *run* itself, or its character style, has the property *tag* switched on.

        What the paragraph's style says is the look of the paragraph, not emphasis in it.
        """
        own = first(run, "w:rPr", tag)
        return is_on(own) if own is not None else self._toggled(
            value(run, "w:rPr", "w:rStyle"), tag
        )  # fmt: skip

    def vertical(self, run: Element) -> str:
        """``superscript``, ``subscript`` or nothing; LibreOffice writes some as raised letters."""
        for properties in self._run_properties(run, None):
            if (found := value(properties, "w:vertAlign")) is not None:
                return found if found in {"superscript", "subscript"} else ""
        position = value(run, "w:rPr", "w:position") or "0"
        if not _RAISED.fullmatch(position) or len(text_of(run, 5)) > 4:
            return ""
        return "subscript" if position.startswith("-") else "superscript"

    def fonts(self, run: Element, style_id: str) -> tuple[str, str]:
        """Fonts of *run* for ASCII and for the other Latin letters; empty where a theme decides."""
        ascii_font = other_font = None
        for properties in self._run_properties(run, style_id):
            named = first(properties, "w:rFonts")
            if named is None:
                continue
            if ascii_font is None:
                ascii_font = _font(named, "ascii")
            if other_font is None:
                other_font = _font(named, "hAnsi")
        return ascii_font or "", other_font or ascii_font or ""

    def _run_properties(self, run: Element, style_id: str | None) -> Iterator[Element | None]:
        yield first(run, "w:rPr")
        for style in self._chain(value(run, "w:rPr", "w:rStyle")):
            yield first(style, "w:rPr")
        if style_id is not None:
            for style in self._chain(style_id):
                yield first(style, "w:rPr")
            yield self._defaults

    def _toggled(self, style_id: str | None, tag: str) -> bool:
        for style in self._chain(style_id):
            found = first(style, "w:rPr", tag)
            if found is not None:
                return is_on(found)
        return False

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while style_id and style_id not in seen and len(seen) < _LONGEST_CHAIN:
            style = self._by_id.get(style_id)
            if style is None:
                return
            seen.add(style_id)
            yield style
            style_id = value(style, "w:basedOn")


def _name(style: Element) -> str:
    return (value(style, "w:name") or "").strip().lower()


def _outline(level: str) -> int:
    """Levels count from 0; 9 is body text."""
    number = int(level) if level.isdecimal() else 9
    return min(number + 1, 6) if number < 9 else 0


def _font(named: Element, script: str) -> str | None:
    if named.get(f"w:{script}Theme"):
        return ""
    return named.get(f"w:{script}")
