"""Python-Markdown told what a text cannot hold, before it looks with patterns.

Most paragraphs of news are plain words. Each guard looks for a sign without which the pattern
behind it cannot match; the HTML is the same, a test compares. A set-up with patterns that are not
known here is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, STX, AtomicString

_MARKUP = re.compile(r"[`\\\[<&*_]|  \n")
"""What a text must hold for one of the patterns below to match."""
_PATTERN_SIGNS: dict[str, tuple[str, ...]] = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    **dict.fromkeys(("footnote", "reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
_KNOWN_BLOCKS = frozenset(
    (
        *("empty", "indent", "code", "table", "hashheader", "setextheader", "hr", "olist", "ulist"),
        *("quote", "footnote", "reference", "paragraph"),
    )
)
_NO_PARAGRAPH = re.compile(r"[#>|\[]|(?:\A|\n)(?:[\s\-=_*+]|\d+\.|\Z)")
"""What a block must hold for one of the processors of these names, the last apart, to take it."""
_ODD = ("\t", "\r", STX, ETX, "\n ")
_BLOCK_SIGNS: dict[type[BlockProcessor], tuple[str, ...]] = {
    HashHeaderProcessor: ("#",),
    SetextHeaderProcessor: ("\n=", "\n-"),
    BlockQuoteProcessor: (">",),
}


def quicken(md: markdown.Markdown) -> None:
    """Put the guards into *md*, whose extensions are registered."""
    _quicken_preprocessors(md)
    if {*_names(md.parser.blockprocessors)} == _KNOWN_BLOCKS and type(md.parser) is BlockParser:
        md.parser.parseBlocks = _QuickBlocks(md.parser)  # type: ignore[method-assign]
    for processor in md.parser.blockprocessors:
        if signs := _BLOCK_SIGNS.get(type(processor)):
            _guard(processor, signs)
    known = {*_names(md.inlinePatterns)} == _PATTERN_SIGNS.keys()
    if known and type(md.treeprocessors["inline"]) is InlineProcessor:
        md.treeprocessors.register(_Inline(md), "inline", 20)
    for extension in md.registeredExtensions:
        _quicken_extension(md, extension)


def _quicken_preprocessors(md: markdown.Markdown) -> None:
    known = md.preprocessors
    if type(known["normalize_whitespace"]) is NormalizeWhitespace:
        known.register(_Whitespace(md), "normalize_whitespace", 30)
    if type(known["html_block"]) is HtmlBlockPreprocessor:
        known.register(_HtmlBlocks(md), "html_block", 20)


def _quicken_extension(md: markdown.Markdown, extension: object) -> None:
    if type(extension) is TocExtension and type(md.treeprocessors["toc"]) is TocTreeprocessor:
        md.treeprocessors.register(_Contents(md, extension.getConfigs()), "toc", 5)
    if type(extension) is FencedCodeExtension:
        fences = _Fences(md, extension.getConfigs())
        if type(md.preprocessors["fenced_code_block"]) is FencedBlockPreprocessor:
            md.preprocessors.register(fences, "fenced_code_block", 25)


def _names(registry: Any) -> list[str]:
    return [item.name for item in registry._priority]


def _guard(processor: Any, signs: Sequence[str]) -> None:
    test = processor.test

    def guarded(parent: Element, block: str) -> bool:
        return any(sign in block for sign in signs) and bool(test(parent, block))

    processor.test = guarded


class _QuickBlocks:
    """Takes blocks that only make a paragraph, leaves the others to the parser's own way."""

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        while blocks:
            if self._parser.state or _NO_PARAGRAPH.search(blocks[0]):
                self._offer(parent, blocks)
            else:
                SubElement(parent, "p").text = blocks.pop(0)

    def _offer(self, parent: Element, blocks: list[str]) -> None:
        """Offer the first of *blocks* to each processor, until one takes it."""
        for processor in self._parser.blockprocessors:
            if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                return


class _Whitespace(NormalizeWhitespace):
    """Lines without tabs and control characters, and none of blanks alone, are normal already."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return super().run(lines) if any(sign in text for sign in _ODD) else [*lines, "", ""]


class _Fences(FencedBlockPreprocessor):
    """Without a fence there is no code to set aside."""

    def run(self, lines: list[str]) -> list[str]:
        has_fence = any(line.startswith(("```", "~~~")) for line in lines)
        return super().run(lines) if has_fence else lines


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Without a ``<`` there is no HTML to set aside."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line for line in lines) else lines


class _Contents(TocTreeprocessor):
    """Gives headings their ids, and makes the list of contents only where a body asks for it."""

    _is_asked_for = False

    def run(self, doc: Element) -> None:
        self._is_asked_for = self.marker in "\n".join(doc.itertext())
        if self._is_asked_for or any(self.header_rgx.match(element.tag) for element in doc.iter()):
            super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self._is_asked_for else Element("div")


class _Inline(InlineProcessor):
    """Words without any markup stay as they are.

    Two methods overridden are the parent's own, whose names Python spells with the class's.
    """

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self._signs = {md.inlinePatterns[name]: signs for name, signs in _PATTERN_SIGNS.items()}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        has_markup = any(_MARKUP.search(text) for text in tree.itertext())
        return super().run(tree, ancestors) if has_markup else tree

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not _MARKUP.search(data):
            return data
        plain: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return plain

    def _InlineProcessor__applyPattern(  # noqa: N802
        self,
        pattern: Any,
        data: str,
        patternIndex: int,  # noqa: N803
        startIndex: int = 0,  # noqa: N803
    ) -> tuple[str, bool, int]:
        if not any(sign in data for sign in self._signs[pattern]):
            return data, False, 0
        applied: tuple[str, bool, int] = super()._InlineProcessor__applyPattern(  # type: ignore[misc]
            pattern, data, patternIndex, startIndex
        )
        return applied
