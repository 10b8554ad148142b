"""The inside of a paragraph: pieces of text with their emphasis, as text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from newsroom.importing.markdown import escape
from newsroom.importing.word.html_tree import Node
from newsroom.text import clean, nfc

# What the site refuses in an article: control characters, marks that turn the writing direction.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
_NOT_IN_TARGET = re.compile(r"[\s<>()\"'\\`\[\]|]")
_UNDERSCORE = re.compile(r"(?<!\\)_")
_NOTES = ("#footnote-", "#endnote-")
_BACK = ("#footnote-ref-", "#endnote-ref-")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one look; or a line break, a picture, the mark of a note."""

    text: str = ""
    is_bold: bool = False
    is_italic: bool = False
    vertical: str = ""
    """``sup``, ``sub`` or nothing."""
    link: str = ""
    is_break: bool = False
    note: str = ""
    """Id of the note that is marked here."""
    picture: str = ""
    """Key of a picture, whose alternative text is ``text``."""
    is_label: bool = False
    """The label of a list item."""


def pieces(node: Node, look: Piece | None = None) -> Iterator[Piece]:
    """The pieces within *node*, in order."""
    look = look or Piece()
    for child in node.children:
        if isinstance(child, str):
            if text := _SPACE.sub(" ", _CONTROL.sub("", nfc(child))):
                yield replace(look, text=text)
        elif child.tag == "br":
            yield Piece(is_break=True)
        elif child.tag == "img":
            words = clean(_CONTROL.sub("", child.get("alt")))
            yield Piece(picture=child.get("src"), text=words)
        elif child.tag == "sup" and (note := _note(child)):
            yield replace(look, note=note, text="")
        elif child.tag != "a" or not child.get("href").startswith(_BACK):
            yield from pieces(child, _looking(look, child))


def _looking(look: Piece, node: Node) -> Piece:
    if node.tag == "strong":
        return replace(look, is_bold=True)
    if node.tag == "em":
        return replace(look, is_italic=True)
    if node.tag in {"sup", "sub"}:
        return replace(look, vertical=node.tag)
    if node.tag == "span" and node.get("class") == "label":
        return replace(look, is_label=True)
    if node.tag == "a" and node.get("href"):
        return replace(look, link=node.get("href"))
    return look


def _note(node: Node) -> str:
    """Id of the note a mark leads to: ``footnote-3``."""
    for link in node.all("a"):
        if link.get("href").startswith(_NOTES) and not link.get("href").startswith(_BACK):
            return link.get("href")[1:]
    return ""


def plain(some: Iterable[Piece]) -> str:
    """What a reader sees, in one line; the marks of notes are no part of it."""
    return clean("".join(" " if one.is_break else one.text for one in some if not one.picture))


def markdown(some: Iterable[Piece], notes: dict[str, int], line_break: str = " ") -> str:
    """The same as Markdown. *notes* tells the number of each note."""
    whole = ""
    for link, group in groupby(_trimmed(some), key=lambda one: one.link):
        part = _linked(link, list(group), notes, line_break)
        if part.startswith("[") and whole.endswith("!"):  # together they would be a picture
            whole = f"{whole[:-1]}\\!"
        whole += part
    return whole.strip()


def _trimmed(some: Iterable[Piece]) -> Iterator[Piece]:
    """Single blanks, none at the ends or beside a line break."""
    after_blank = True
    waiting = ""
    for one in some:
        if one.picture:
            continue
        if one.is_break:
            waiting, after_blank = "", True
            yield one
            continue
        text = one.text
        if text and (after_blank or waiting):
            stripped = text.lstrip(" ")
            text = f"{waiting}{stripped}" if stripped else text[:0]
            waiting = waiting if not stripped else ""
        if not text and not one.note:
            waiting = waiting or ("" if after_blank else " ")
            continue
        if text.endswith(" "):
            text, waiting = text.rstrip(" "), " "
        after_blank = False
        yield replace(one, text=text)


def _linked(link: str, some: list[Piece], notes: dict[str, int], line_break: str) -> str:
    inside = _bold(some, notes, line_break)
    if not link or not inside.strip():
        return inside
    before, inside, after = _apart(inside)
    return f"{before}[{inside}]({link_target(link)}){after}"


def _bold(some: list[Piece], notes: dict[str, int], line_break: str) -> str:
    result = ""
    for is_bold, group in groupby(some, key=lambda one: one.is_bold and not one.is_break):
        inside = _italic(list(group), notes, line_break)
        result += _marked("**", inside) if is_bold else inside
    return result


def _italic(some: list[Piece], notes: dict[str, int], line_break: str) -> str:
    result = ""
    for is_italic, group in groupby(some, key=lambda one: one.is_italic and not one.is_break):
        inside = "".join(_raised(one, notes, line_break) for one in group)
        result += _marked("*", inside) if is_italic else inside
    return result


def _raised(one: Piece, notes: dict[str, int], line_break: str) -> str:
    if one.is_break:
        return line_break
    mark = f"[^{notes[one.note]}]" if one.note in notes else ""
    text = _escaped(one.text)
    if one.vertical and text.strip():
        before, inside, after = _apart(text)
        text = f"{before}<{one.vertical}>{inside}</{one.vertical}>{after}"
    return text + mark


def _marked(mark: str, inside: str) -> str:
    """Emphasis round *inside*; blanks stand outside, where Markdown wants them."""
    before, inside, after = _apart(inside)
    return f"{before}{mark}{inside}{mark}{after}" if inside else before + after


def _apart(text: str) -> tuple[str, str, str]:
    inside = text.strip(" ")
    if not inside:
        return text, "", ""
    at = text.index(inside)
    return text[:at], inside, text[at + len(inside) :]


def _escaped(text: str) -> str:
    """``escape`` is for whole lines; beside emphasis an underscore within a word is markup too."""
    return text if not text.strip() else _UNDERSCORE.sub(r"\\_", escape(text))


def link_target(address: str) -> str:
    """*address* for ``[…](…)``: what would end it, or be markup, percent-encoded."""
    return _NOT_IN_TARGET.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address
    )
