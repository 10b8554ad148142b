"""Headers and footers: no part of an article, but a person should know they said something."""

from __future__ import annotations

import re

from newsroom.importing.word.fields import resolve_fields
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.package import Package
from newsroom.importing.word.revisions import accept_revisions
from newsroom.importing.word.trees import Element, text_of
from newsroom.importing.word.wrappers import choose_alternates
from newsroom.text import clean

_TAGS = frozenset({"w:headerReference", "w:footerReference"})
_PAGE_NUMBER = re.compile(r"(?:trang|page)?[\s\d/.–—-]*", re.IGNORECASE)


def count_margins(main: Element, package: Package, findings: Findings) -> None:
    """Note each header and footer that says more than the number of the page."""
    relationships = package.relationships(package.main)
    said: dict[str, None] = {}
    parts = [
        relationships[number].target
        for element in main.iter()
        if element.tag in _TAGS and (number := element.get("r:id", "")) in relationships
    ]
    for part in dict.fromkeys(parts):
        if package.has(part):
            said.setdefault(_words(package.tree(part)))
    for text in said:
        if not _PAGE_NUMBER.fullmatch(text):
            findings.add("header", text)


def _words(root: Element) -> str:
    ignored = Findings()
    choose_alternates(root)
    accept_revisions(root, ignored)
    resolve_fields(root, ignored)
    return clean(" ".join(text_of(paragraph) for paragraph in root.iter("w:p")))
