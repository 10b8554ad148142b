"""Articles whose words changed and nothing else: their pages are the old ones with another body.

That is so when all that was read from the file besides the body is the same: front matter, first
paragraph, headings, links, documents cited, problems and their lines. Then no list, no feed and no
other page can differ, and the newsroom need not be put together. Whatever does not fit exactly is
left to a whole build.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.caching.bodies import KeptBodies
from newsroom.caching.reads import KeptReads
from newsroom.caching.whole_site import Inputs
from newsroom.citations import Citations
from newsroom.cited_in_body import cited_in_body
from newsroom.content import Entry, Kind, walk
from newsroom.dates import as_day
from newsroom.documents import DocumentRegister
from newsroom.exports.policy import needs_of_page
from newsroom.folder import Folder, Outcome, ReadEntry, ReadPage, read_documents
from newsroom.pages.article_page import table_of_contents
from newsroom.rendering import Answers, BodyRenderer, Lookups
from newsroom.schema import ArticleMeta

_MOST = 4
"""Articles; more are sooner done by a whole build."""
MakeRenderer = Callable[[Lookups], BodyRenderer]
MakeBodies = Callable[[BodyRenderer], KeptBodies]


class _DiffersError(Exception):
    """More than the body has changed."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to put in place of the one at ``path``, relative to the site."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SlightChanges:
    """What it takes to renew pages of the site below ``site`` without a whole build."""

    root: Path
    site: Path
    read: ReadEntry
    reads: KeptReads
    make_renderer: MakeRenderer
    make_bodies: MakeBodies

    def pages(self, changed: Sequence[str], old: Inputs, new: Inputs) -> tuple[NewPage, ...] | None:
        """The pages of the texts *changed* from *old* to *new*; None where that does not do."""
        if not 0 < len(changed) <= _MOST:
            return None
        entries = {entry.path: entry for entry in walk(self.root).entries}
        try:
            citations = self._citations(entries, new)
            return tuple(self._page(entries[path], old, new, citations) for path in changed)
        except (_DiffersError, KeyError, OSError):
            return None

    def _citations(self, entries: dict[str, Entry], new: Inputs) -> Citations:
        folder = Folder()
        for entry in entries.values():
            if entry.kind in {Kind.PLAN, Kind.DOCUMENT}:
                page = self._recalled(entry, new).page
                if isinstance(page, ReadPage):
                    folder.read.append(page)
        return Citations(DocumentRegister(read_documents(folder)))

    def _recalled(self, entry: Entry, inputs: Inputs) -> Outcome:
        outcome = self.reads.recall(entry, inputs.texts[entry.path])
        if outcome is None:
            raise _DiffersError
        return outcome

    def _page(self, entry: Entry, old: Inputs, new: Inputs, citations: Citations) -> NewPage:
        before = self._recalled(entry, old)
        (after,) = self.reads(self.root, (entry,), self.read, None)
        _demand(self._recalled(entry, new) == after)  # else it was saved once more meanwhile
        was, now = _article(before), _article(after)
        _demand(_without_body(before) == _without_body(after))
        _demand(_seen(was, citations) == _seen(now, citations))
        old_html, new_html = self._bodies(was, now, citations)
        path = f"{entry.address}index.html"
        page = (self.site / path).read_bytes().decode()
        _demand(page.count(old_html) == 1)
        renewed = page.replace(old_html, new_html)
        content = renewed.encode("utf-8", "xmlcharrefreplace")
        _demand(needs_of_page(page.encode()) == needs_of_page(content))
        return NewPage(path, content)

    def _bodies(self, was: ReadPage, now: ReadPage, citations: Citations) -> tuple[str, str]:
        place = was.entry.path, was.entry.address
        answers: Answers = {}
        bodies = self.make_bodies(self.make_renderer(Lookups(_only(answers), citations)))
        known = bodies.recall(was.source.body, *place)
        if known is None:
            raise _DiffersError
        old_html, old_answers = known
        answers.update(old_answers)
        try:
            new_html = bodies.render(now.source.body, *place)
        except Exception:  # a whole build tells what is wrong
            raise _DiffersError from None
        self.reads.store.put(bodies.made)
        # Where the contents follow the first paragraph, templates take a body apart.
        _demand(old_html.startswith("<p>") == new_html.startswith("<p>"))
        _demand(bool(old_html.strip()) and bool(new_html.strip()))
        return old_html, new_html


def _demand(holds: bool) -> None:
    if not holds:
        raise _DiffersError


def _article(outcome: Outcome) -> ReadPage:
    page = outcome.page
    _demand(isinstance(page, ReadPage) and isinstance(page.meta, ArticleMeta))
    assert isinstance(page, ReadPage)
    _demand(page.source.body_is_safe)
    return page


def _without_body(outcome: Outcome) -> Outcome:
    source = replace(outcome.page.source, body="", raw="")
    return replace(outcome, page=replace(outcome.page, source=source))


def _seen(page: ReadPage, citations: Citations) -> tuple[object, object]:
    """What else is read from a body: documents cited, and whether a list of contents helps."""
    meta = page.meta
    assert isinstance(meta, ArticleMeta)
    when = meta.event_date or meta.date
    if when is None or when == "unknown":
        raise _DiffersError
    cited = cited_in_body(page.source, citations, as_day(when))
    return cited, table_of_contents(page.scan, len(page.source.body))


def _only(answers: Answers) -> Callable[[str, str], object]:
    """The answers given before; another question is a difference."""

    def answer(kind: str, name: str) -> object:
        if (kind, name) not in answers:
            raise _DiffersError
        return answers[kind, name]

    return answer
