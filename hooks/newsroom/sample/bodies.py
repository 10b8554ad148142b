"""The Markdown of a sample article: paragraphs, at times headings, a list, a table, a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle, islice
from random import Random

from newsroom.sample import sentences
from newsroom.sample.words import fill, sentence

_HALF_A_PARAGRAPH = 45
_WANTED = (150, 1000, 850)
"""Fewest, most and usual words of the four parts; whole paragraphs and what is put in add some."""
_PARTS = {
    "course": (sentences.COURSE, 0.3),
    "results": (sentences.RESULTS, 0.35),
    "limits": (sentences.LIMITS, 0.1),
    "tasks": (sentences.TASKS, 0.25),
}
"""Parts of an article in order, each with its templates and its share of the words."""


def body(rng: Random, facts: Mapping[str, str], inserted: Sequence[str]) -> str:
    """Return a text of 300 to 1,500 words about *facts*.

    *inserted* are whole sentences or blocks (citations, links, a picture) that must stand in it.
    """
    wanted = rng.triangular(*_WANTED)
    lead = (rng.choice(sentences.OPENINGS), *rng.sample(sentences.COURSE, 2))
    blocks = [_sentences(rng, facts, lead)]
    with_headings = wanted > 500 and rng.random() < 0.6
    extras = _extras(rng, facts)
    for part, (templates, share) in _PARTS.items():
        if with_headings:
            blocks.append(f"## {rng.choice(sentences.HEADINGS[part])}")
        blocks += _section(rng, facts, templates, wanted * share)
        blocks += extras.pop(part, ())
    blocks.append(sentence(rng.choice(sentences.CLOSINGS), rng, facts))
    for block in inserted:
        blocks.insert(_place(blocks, rng), block)
    return "\n\n".join(blocks)


def _place(blocks: Sequence[str], rng: Random) -> int:
    """Return where a block may go: after the first, never between a list and what leads into it."""
    return rng.choice([n for n in range(1, len(blocks)) if not blocks[n - 1].endswith(":")])


def _section(
    rng: Random, facts: Mapping[str, str], templates: Sequence[str], words: float
) -> Iterator[str]:
    """Yield paragraphs, at least one and about *words* words; templates come round in turn."""
    order = cycle(rng.sample(templates, len(templates)))
    while True:
        paragraph = _sentences(rng, facts, islice(order, rng.randrange(2, 6)))
        yield paragraph
        words -= len(paragraph.split())
        if words < _HALF_A_PARAGRAPH:
            return


def _sentences(rng: Random, facts: Mapping[str, str], templates: Iterable[str]) -> str:
    return " ".join(sentence(template, rng, facts) for template in templates)


def _extras(rng: Random, facts: Mapping[str, str]) -> dict[str, list[str]]:
    """Blocks other than paragraphs, by the part they end."""
    extras: dict[str, list[str]] = {}
    if rng.random() < 0.25:
        speech = sentence(rng.choice(sentences.QUOTES), rng, facts)
        extras["course"] = [f"> “{speech}” – {fill('{nguoi}', rng, facts)} phát biểu."]
    if rng.random() < 0.15:
        extras["results"] = ["Số liệu mẫu được tổng hợp như sau:", _table(rng)]
    if rng.random() < 0.5:
        extras["tasks"] = [rng.choice(sentences.LIST_INTRODUCTIONS), _list(rng, facts)]
    return extras


def _list(rng: Random, facts: Mapping[str, str]) -> str:
    numbered = rng.random() < 0.4
    items = [
        sentence(rng.choice(sentences.LIST_ITEMS), rng, facts) for _ in range(rng.randrange(3, 6))
    ]
    items[-1] = items[-1].rstrip(";") + "."
    return "\n".join(
        f"{number}. {item}" if numbered else f"- {item}" for number, item in enumerate(items, 1)
    )


def _table(rng: Random) -> str:
    rows = rng.sample(sentences.TABLE_ROWS, rng.randrange(3, 6))
    lines = [f"| {row} | {rng.randrange(2, 99)} | {rng.randrange(2, 99)} |" for row in rows]
    return "\n".join(("| Nội dung | Kỳ này | Kỳ trước |", "| --- | ---: | ---: |", *lines))
