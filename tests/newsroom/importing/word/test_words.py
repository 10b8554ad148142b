"""Nothing visible in Word is missing: its words, taken straight from the XML, against the blocks.

The reading of the XML here shares no code with the reader: it walks the raw file, accepts tracked
changes and passes over what Word does not show.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest

from newsroom.importing.blocks import BlockKind
from newsroom.importing.word import read_word

from .specimens import SPECIMENS, Specimen

_GONE = {"del", "moveFrom", "delText", "instrText", "Fallback", "rPrChange", "pPrChange", "sdtPr"}
_APART = {"br", "tab", "p", "tc", "cr"}
# Their letters are another alphabet's until they are converted; test_reading holds the result.
_OTHER_ALPHABETS = "phông .VnTime, VNI-Times"
_READABLE = [one for one in SPECIMENS if one.name != _OTHER_ALPHABETS]


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: ET.Element, name: str) -> str | None:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), None)


def _child(element: ET.Element, *path: str) -> ET.Element | None:
    found: ET.Element | None = element
    for name in path:
        found = next((c for c in found if _name(c) == name), None) if found is not None else None
    return found


class Words:
    """The words of one .docx as Word shows them."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._hidden_styles = {
            _attribute(style, "styleId")
            for style in self._root("word/styles.xml")
            if _child(style, "rPr", "vanish") is not None
        }
        self._marks: set[tuple[str, str | None]] = set()

    def _root(self, name: str) -> ET.Element:
        if name not in self._archive.namelist():
            return ET.Element("nothing")
        return ET.fromstring(self._archive.read(name))

    def all(self) -> Counter[str]:
        text = "".join(self._text(self._root("word/document.xml")))
        for kind in ("footnote", "endnote"):
            for note in self._root(f"word/{kind}s.xml"):
                if (kind, _attribute(note, "id")) in self._marks:
                    text += " " + "".join(self._text(note))
        return Counter(re.findall(r"\w+", text.replace("\u2011", "-").replace("\u00ad", "")))

    def _text(self, element: ET.Element, style: str | None = None) -> Iterator[str]:
        name = _name(element)
        if name in _GONE or self._is_hidden(element, style):
            return
        if name == "p":
            found = _child(element, "pPr", "pStyle")
            style = None if found is None else _attribute(found, "val")
        if name == "t" and "wordprocessingml" in element.tag:
            yield element.text or ""
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "textpath":
            yield f" {_attribute(element, 'string')} "
        elif name in {"footnoteReference", "endnoteReference"}:
            self._marks.add((name.removesuffix("Reference"), _attribute(element, "id")))
        joins = name == "p" and any(
            _child(element, "pPr", "rPr", mark) is not None for mark in ("del", "specVanish")
        )
        yield " " if name in _APART and name != "p" else ""
        for child in element:
            yield from self._text(child, style)
        yield " " if name in _APART and not joins else ""

    def _is_hidden(self, element: ET.Element, style: str | None) -> bool:
        name = _name(element)
        if name == "tr":
            return any(_child(element, "trPr", mark) is not None for mark in ("del", "hidden"))
        if name == "sdt":
            return _child(element, "sdtPr", "showingPlcHdr") is not None
        if name != "r":
            return False
        fonts = _child(element, "rPr", "rFonts")
        if fonts is not None and _attribute(fonts, "ascii") in {"Symbol", "Wingdings"}:
            return True  # what stands there are signs, not letters
        own = _child(element, "rPr", "vanish")
        if own is not None:
            return _attribute(own, "val") not in {"0", "false"}
        run_style = _child(element, "rPr", "rStyle")
        named = None if run_style is None else _attribute(run_style, "val")
        return (named in self._hidden_styles) != (style in self._hidden_styles)


@pytest.mark.parametrize("specimen", _READABLE, ids=lambda one: one.name)
def test_every_visible_word_is_in_the_blocks(specimen: Specimen) -> None:
    blocks = read_word(specimen.data, "bai.docx").blocks
    read = Counter(word for block in blocks for word in re.findall(r"\w+", block.text))
    assert Words(specimen.data).all() - read == Counter()


@pytest.mark.parametrize("specimen", _READABLE, ids=lambda one: one.name)
def test_no_word_is_there_that_word_does_not_show(specimen: Specimen) -> None:
    shown = set(Words(specimen.data).all())
    computed = {"Điều", "I", "II", "a", "1", "2", "b", "2x2", "α"}
    blocks = [one for one in read_word(specimen.data, "x").blocks if one.kind != BlockKind.PICTURE]
    read = {word for block in blocks for word in re.findall(r"\w+", block.text)}
    assert read - shown - computed == set()
