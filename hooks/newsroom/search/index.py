"""From a job to a folder of files that the search page reads.

    muc-luc.json            what the index consists of: asked for anew each time
    <key>/0 … 3/            lists of whole names, single words, pairs, triples (shards.py)
    <key>/hit/<k>/          what each hit shows, one file an entry
    <key>/facets.….bin      which entries have which value (facets.py)
    <key>/names.….json      labels of facets, names of units, plans, documents, tags

The key stands in every file's name too: such files may be kept for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from newsroom.search.aside import aside
from newsroom.search.day_terms import terms_in
from newsroom.search.entry import SearchEntry, as_json, read_entry
from newsroom.search.facets import FacetLists
from newsroom.search.grams import SIDE, TEXT, TITLE, Vocabulary, Words, postings
from newsroom.search.names import WholeNames
from newsroom.search.plain_body import paragraphs
from newsroom.search.shards import rows, write_shards

CONTENTS = "muc-luc.json"
HITS_IN_A_FOLDER = 1000
LONGEST_RUN = 3


def build_index(key: str, lines: Iterable[bytes], out: Path, *, alone: bool = False) -> None:
    """Write the index of the job with these *lines* into the new folder *out*.

    *alone* says that this process has no threads, so that it may copy itself to be faster.
    """
    lines = iter(lines)
    head = json.loads(next(lines))
    reading = _Reading(out / key, key)
    for place, line in enumerate(lines):
        reading.add(place, read_entry(line))
    shards = reading.write(head, alone=alone)
    contents = {"key": key, "shards": shards}
    contents |= {name: head[name] for name in ("total", "firstUnit", "synonyms", "codes")}
    (out / CONTENTS).write_bytes(as_json(contents))


class _Reading:
    """Reads entry by entry; texts are not kept."""

    def __init__(self, folder: Path, key: str) -> None:
        folder.mkdir(parents=True)
        self._folder, self._key = folder, key
        self._facets, self._names = FacetLists(), WholeNames()
        self._vocabulary = Vocabulary()
        self._words: list[Words] = []

    def add(self, place: int, entry: SearchEntry) -> None:
        text = [*paragraphs(entry.body), *entry.captions]
        self._facets.add(place, entry)
        self._names.add(place, entry)
        self._words.append(_words(entry, text, self._vocabulary))
        folder = self._folder / "hit" / str(place // HITS_IN_A_FOLDER)
        if place % HITS_IN_A_FOLDER == 0:
            folder.mkdir(parents=True)
        with (folder / f"{place}.{self._key}.json").open("wb", buffering=0) as file:
            file.write(as_json(_shown(entry, text)))

    def write(self, head: dict[str, Any], *, alone: bool) -> list[int]:
        """Write everything that spans entries; returns the numbers of shards of each kind."""
        folder, key, total = self._folder, self._key, head["total"]
        labels = head["facets"]
        (folder / f"facets.{key}.bin").write_bytes(self._facets.file(labels, total))
        (folder / f"names.{key}.json").write_bytes(as_json({"facets": labels, **head["names"]}))
        tasks = [partial(self._write_runs, size, total) for size in range(1, LONGEST_RUN + 1)]
        longest = aside(tasks[-1]) if alone else tasks[-1]
        names = write_shards(folder / "0", self._names.rows(total), f"{key}.bin")
        return [names, *(task() for task in tasks[:-1]), longest()]

    def _write_runs(self, size: int, total: int) -> int:
        found = postings(self._words, size, self._vocabulary)
        lists = rows(found, size, self._vocabulary, total)
        folder, suffix = self._folder / str(size), f"{self._key}.bin"
        return write_shards(folder, lists, suffix)


def _shown(entry: SearchEntry, text: list[str]) -> dict[str, Any]:
    shown = {
        "kind": entry.kind,
        "address": entry.address,
        "title": entry.title,
        "day": entry.day,
        "shownDay": entry.shown_day,
        "unit": entry.unit,
        "names": entry.names,
        "summary": entry.summary,
        "facts": entry.facts,
        "text": text,
    }
    return {name: value for name, value in shown.items() if value}


def _words(entry: SearchEntry, text: list[str], vocabulary: Vocabulary) -> Words:
    names, side = (entry.title, *entry.names), [entry.summary, *(v for _, v in entry.facts)]
    days: dict[str, int] = {}
    for where, terms, lines in (
        (TITLE, entry.own_days, names),
        (SIDE, entry.cited_days, side),
        (TEXT, (), text),
    ):
        for term in {*terms, *terms_in(*lines)}:
            days[term] = days.get(term, 0) | where
    return Words(vocabulary.read(names), vocabulary.read(side), vocabulary.read(text), days)
