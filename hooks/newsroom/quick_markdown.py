"""Python-Markdown told what a text cannot hold, before it looks with patterns.

Most paragraphs of news are plain words. Each guard looks for a sign without which the pattern
behind it cannot match; the HTML is the same, a test compares. A set-up with patterns that are not
known here is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    SetextHeaderProcessor,
)
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_MARKUP = re.compile(r"[`\\\[<&*_]|  \n")
"""What a text must hold for one of the patterns below to match."""
_KNOWN_PATTERNS = frozenset(
    (
        *("backtick", "escape", "footnote", "reference", "link", "image_link", "image_reference"),
        *("short_reference", "short_image_ref", "autolink", "automail", "linebreak", "html"),
        *("entity", "em_strong"),
    )
)
_BLOCK_SIGNS: dict[type[BlockProcessor], tuple[str, ...]] = {
    HashHeaderProcessor: ("#",),
    SetextHeaderProcessor: ("\n=", "\n-"),
    BlockQuoteProcessor: (">",),
}


def quicken(md: markdown.Markdown) -> None:
    """Put the guards into *md*, whose extensions are registered."""
    html_blocks = md.preprocessors["html_block"]
    if type(html_blocks) is HtmlBlockPreprocessor:
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
    for processor in md.parser.blockprocessors:
        if signs := _BLOCK_SIGNS.get(type(processor)):
            _guard(processor, signs)
    known = sum(name in md.inlinePatterns for name in _KNOWN_PATTERNS)
    if known == len(md.inlinePatterns) and type(md.treeprocessors["inline"]) is InlineProcessor:
        md.treeprocessors.register(_Inline(md), "inline", 20)


def _guard(processor: Any, signs: Sequence[str]) -> None:
    test = processor.test

    def guarded(parent: Element, block: str) -> bool:
        return any(sign in block for sign in signs) and bool(test(parent, block))

    processor.test = guarded


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Without a ``<`` there is no HTML to set aside."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line for line in lines) else lines


class _Inline(InlineProcessor):
    """Words without any markup stay as they are.

    The method overridden is the parent's own, whose name Python spells with the class's.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not _MARKUP.search(data):
            return data
        plain: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return plain
