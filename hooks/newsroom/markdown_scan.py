"""What an article's Markdown holds, found without rendering it: headings, links, pictures, HTML.

Code (fenced blocks and spans) is blanked first, with every offset kept, so that each finding has
its line in the file.
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsroom.text import slugify

_FENCED = re.compile(r"^(~{3,}|`{3,})[^\n]*\n.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_INLINE = re.compile(
    r"\[(?P<text>(?:[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*)\]"
    r"\([ \t]*+(?:\n[ \t]*+)?"
    r"(?P<target><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*|[^\s()\"](?:[^()\n\"]{0,400}?[^\s()\"])?)"
    r"(?:[ \t\n]++(?:\"[^\"]*\"|'[^']*'))?[ \t]*+\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\[\]\n^][^\[\]\n]*)\]:[ \t]*\n?[ \t]*<?([^\s>]+)>?", re.MULTILINE
)
_REFERENCE_IMAGE = re.compile(r"!\[([^\[\]\n]*)\](?:\[([^\[\]\n]*)\])?(?!\()")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>")
_ATX = re.compile(r"^(?:> ?|[-*+] +|\d+\. +)?(#{1,6})", re.MULTILINE)
_SETEXT = re.compile(r"(?:\A|\n[ \t]*\n)([^\n]+)\n(=+|-+)[ ]*(?=\n|\Z)")
_UNDERLINE = re.compile(r"\n[=-]+ *(?:\n|\Z)")
"""Cheap to look for: without one no heading is underlined."""
_TAG = re.compile(r"<[ \t]*(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)(>?)")
_COMMENT = re.compile(r"<(!--|!\[|\?|!DOCTYPE)", re.IGNORECASE)
_GAP = re.compile(r"\n[ \t]*\n")
_ENTITY_TAG = re.compile(
    r"(?:&lt;|&#0*60;|&#x0*3c;)/?[a-zA-Z!][^\n<>]{0,200}?(?:>|&gt;|&#0*62;|&#x0*3e;)", re.IGNORECASE
)
_HANDLER = re.compile(r"(?:^|[\s/\"'])(on[a-z]+)\s*=", re.IGNORECASE)
FRAME_IDS = frozenset(
    [
        "main",
        "form-error",
        "nc-root",
        "tin-bai",
        "tham-gia",
        "cach-phan-loai",
        "trong-bai-nay",
        "tuy-chon-doc",
        "co-chu",
        "giao-dien",
        "tuong-phan",
        *(f"muc-bang-{number}" for number in range(1, 10)),
        "muc-chua-co",
        "muc-dan-chu",
        "muc-dan-chu-so",
        *(f"muc-{name}-{number}" for name in ("dau-moi", "khoi") for number in range(1, 10)),
        "muc-don-vi",
        "muc-don-vi-chu-quan",
        "muc-ke-hoach",
        "muc-pham-vi",
        "muc-phan-loai",
        "muc-tep",
        "muc-tham-gia",
        "muc-thoi-gian",
        "muc-tim",
        "muc-tin-bai",
        "muc-tin-moi-nhat",
        "muc-tong-hop",
        "muc-trong-ke-hoach",
        "muc-xem-theo",
        "muc-xem-tiep",
        "tim-404",
        "tim-cach-go",
        "tim-ket-qua",
        "tim-nhanh",
        "tim-q",
        "tim-sap-xep",
    ]
)
"""Ids that templates and lists give to what stands round a body; no heading may have them too."""
_UNSAFE_TAGS = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "option",
        "link",
        "meta",
        "base",
        "title",
        "html",
        "head",
        "body",
        "svg",
        "math",
        "template",
        "noscript",
        "audio",
        "video",
        "source",
        "portal",
        "slot",
    ]
)
_UNSAFE_SCHEMES = frozenset({"javascript", "vbscript", "data", "blob", "about", "livescript"})
_INLINE_MARKUP = re.compile(
    r"\\([\\`*_{}\[\]()>#+.!-])"  # a sign that is meant
    r"|(?<!`)(`{1,3})(?!`)([^\n`]+)\2(?!`)"  # code
    r"|!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])"  # a picture: its words are no text
    r"|\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])"  # a link
    r"|\[\^[^\]]*\]|[*`]|(?<![^\W_])_|_(?![^\W_])"
    r"|<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>|<[^<>]*>"
)
_NOT_PROSE = re.compile(
    r"[ \t]*(?:#|>|[-*+][ \t]|\d+[.)][ \t]|\||```|~~~|!\[[^\]]*\]\([^)]*\)\s*$|\[[^\]]+\]:)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the anchor its page will have; ``line`` is the file's."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or picture as written. ``line`` and ``column`` are the file's, from 1."""

    target: str
    text: str
    line: int
    column: int
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class HtmlFinding:
    """A piece of HTML: ``what`` for the message; ``is_unsafe`` when it may not be shown."""

    what: str
    line: int
    is_unsafe: bool = False
    is_entity: bool = False


@dataclass(frozen=True, slots=True)
class BodyScan:
    """All that was found in one body."""

    headings: tuple[Heading, ...] = ()
    links: tuple[BodyLink, ...] = ()
    html: tuple[HtmlFinding, ...] = ()
    first_paragraph: str = ""
    anchors: frozenset[str] = frozenset()


class _Lines:
    """Offsets in a body → line and column in the file."""

    def __init__(self, body: str, first_line: int) -> None:
        self._body = body
        self._first_line = first_line

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self._body))]

    def __call__(self, offset: int) -> tuple[int, int]:
        index = bisect.bisect_right(self._starts, offset) - 1
        return self._first_line + index, offset - self._starts[index] + 1


def scan(body: str, first_line: int = 1) -> BodyScan:
    """Scan a Markdown *body* that begins on *first_line* of its file."""
    blanked = blank_code(body)
    where = _Lines(body, first_line)
    headings = tuple(_headings(body, blanked, where))
    return BodyScan(
        headings=headings,
        links=tuple(sorted(_links(blanked, where), key=lambda link: (link.line, link.column))),
        html=tuple(_html(blanked, where)),
        first_paragraph=first_paragraph(body),
        anchors=frozenset(heading.anchor for heading in headings),
    )


def heading_anchor(text: str, _separator: str = "-") -> str:
    """Anchor of a heading; Python-Markdown's ``toc`` is told to use this one too."""
    anchor = slugify(text) or "muc"
    return f"{anchor}-2" if anchor in FRAME_IDS else anchor


def link_scheme(target: str) -> str:
    """Return the scheme of *target* in lower case, without what browsers ignore in it."""
    plain = re.sub(r"[\x00-\x20\u200b]+", "", html.unescape(target))
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return match[1].lower() if match else ""


def is_unsafe_target(target: str) -> bool:
    """Whether following *target* could run code."""
    return link_scheme(target) in _UNSAFE_SCHEMES


def first_paragraph(body: str) -> str:
    """The first paragraph of prose as plain text, for leads and descriptions."""
    start = 0
    while start <= len(body):
        gap = _GAP.search(body, start)
        block = body[start : gap.start() if gap else len(body)]
        if block.strip() and not _NOT_PROSE.match(block):
            return plain_text(block)
        start = gap.end() if gap else len(body) + 1
    return ""


def plain_text(markdown: str) -> str:
    """A piece of Markdown without its inline markup."""
    text = _INLINE_MARKUP.sub(lambda m: m[1] or m[3] or m[4] or m[5] or "", markdown)
    return " ".join(html.unescape(text).split())


def blank_code(body: str) -> str:
    """*body* with its code as spaces, every other character where it was."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match.group())

    if "`" not in body and "~~~" not in body:
        return body
    return _SPAN.sub(blank, _FENCED.sub(blank, body))


def _headings(body: str, blanked: str, where: _Lines) -> Iterator[Heading]:
    found: list[tuple[int, int, str]] = [
        (m.start(1), len(m[1]), _atx_text(body, m.end(1)))
        for m in (_ATX.finditer(blanked) if "#" in blanked else ())
    ]
    for match in _SETEXT.finditer(blanked) if _UNDERLINE.search(blanked) else ():
        text = body[match.start(1) : match.end(1)].strip()  # code and all
        if text and not text.startswith(("|", "#", ">", "- ", "* ", "```", "~~~")):
            found.append((match.start(1), 1 if match[2][0] == "=" else 2, text))
    used: set[str] = set()
    for offset, level, text in sorted(found):
        plain = plain_text(text)
        anchor = _unique(heading_anchor(plain), used)
        yield Heading(level, plain, anchor, where(offset)[0])


def _atx_text(body: str, start: int) -> str:
    """Text of a heading whose marks end at *start*: the rest of its line without closing marks."""
    end = body.find("\n", start)
    line = body[start : len(body) if end < 0 else end]
    return line.strip().rstrip("#").rstrip()


def _unique(anchor: str, used: set[str]) -> str:
    """Number a repeated anchor as Python-Markdown's ``toc`` does: ``muc``, ``muc_1`` …"""
    candidate, number = anchor, 0
    while candidate in used:
        number += 1
        candidate = f"{anchor}_{number}"
    used.add(candidate)
    return candidate


def _inline_links(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Links and pictures, with where each begins: a picture one character before its bracket."""
    end = 0
    for match in _INLINE.finditer(text) if "](" in text else ():
        has_mark = match.start() > end and text[match.start() - 1] == "!"
        yield match.start() - has_mark, match
        end = match.end()


def _links(blanked: str, where: _Lines) -> Iterator[BodyLink]:
    for start, match in _inline_links(blanked):
        target = match["target"].strip().removeprefix("<").removesuffix(">")
        yield BodyLink(target, match["text"], *where(start), blanked[start] == "!")
        # A picture inside a link: [![alt](anh.jpg)](trang.md)
        for inner_start, inner in _inline_links(match["text"]):
            place = where(match.start("text") + inner_start)
            is_image = match["text"][inner_start] == "!"
            yield BodyLink(inner["target"].strip("<>"), inner["text"], *place, is_image)
    found = _DEFINITION.finditer(blanked) if "]:" in blanked else ()
    definitions = {m[1].strip().lower(): m for m in found}
    pictures = (
        {(m[2] or m[1]).strip().lower(): m for m in _REFERENCE_IMAGE.finditer(blanked)}
        if definitions
        else {}
    )
    for name, match in definitions.items():
        picture = pictures.get(name)
        text = picture[1] if picture else match[1]
        yield BodyLink(match[2], text, *where(match.start(2)), is_image=picture is not None)
    if "<" in blanked:
        for match in _AUTOLINK.finditer(blanked):
            yield BodyLink(match[1], match[1], *where(match.start()))


def _html(blanked: str, where: _Lines) -> Iterator[HtmlFinding]:
    if "<" in blanked:
        for match in _COMMENT.finditer(blanked):
            yield HtmlFinding(match[1], where(match.start())[0])
        for match in _TAG.finditer(blanked):
            finding = _tag(match, where(match.start())[0])
            if finding:
                yield finding
    if "&" in blanked:
        for match in _ENTITY_TAG.finditer(blanked):
            yield HtmlFinding(match.group(), where(match.start())[0], is_entity=True)


def _tag(match: re.Match[str], line: int) -> HtmlFinding | None:  # noqa: PLR0911
    name, attributes = match[2].lower(), match[3]
    if name in _UNSAFE_TAGS:
        return HtmlFinding(f"thẻ <{name}>", line, is_unsafe=True)
    if not match[4]:
        return None
    if handler := _HANDLER.search(attributes):
        return HtmlFinding(f"thuộc tính {handler[1].lower()}=", line, is_unsafe=True)
    for value in re.findall(r"=\s*[\"']?([^\s\"'>]+)", attributes):
        if is_unsafe_target(value):
            return HtmlFinding(f"địa chỉ {link_scheme(value)}:", line, is_unsafe=True)
    if ":" in name or attributes.startswith(("@", ":")):
        return None  # an autolink or an e-mail address
    if re.match(r"[.\w-]*@", attributes):
        return None
    return HtmlFinding(name, line)
