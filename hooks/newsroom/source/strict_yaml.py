"""A strict, small YAML for front matter, as a python-frontmatter handler.

Every plain value is text except ``true``, ``false`` and ``null``: no octal numbers, no sexagesimal
times, no ``no`` that means False. No anchors, aliases, tags, merge keys or duplicate keys. The line
of each value is kept, for messages. Built on libyaml's event stream (0.1 ms an article).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from newsroom.source.limits import LIMITS, Limits

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
Value = str | bool | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY_LINE = re.compile(r"(?P<head>\s*(?:- )?(?P<key>[\w]+)\s*:[ \t]+)(?P<value>\S.*)$")
_ITEM_LINE = re.compile(r"(?P<head>\s*-[ \t]+)(?P<value>\S.*)$")
_CUT = re.compile(r"[ \t]+(#\S.*)$")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class FrontMatterError(Exception):
    """One fault in the front matter: a problem code, a line (from 1) and the values it needs."""

    def __init__(self, code: str, line: int, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = values


@dataclass(slots=True)
class Parsed:
    """A front matter's values, and the line of the file (from 1) at which each value stands."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)


def parse_yaml(text: str, limits: Limits = LIMITS) -> Parsed:
    """Read *text*, the opening fence's line end and all up to the closing fence.

    So line 1 of *text* is the fence itself and its lines are the file's. Raises FrontMatterError.
    """
    source_lines = text.split("\n")
    for number, line in enumerate(source_lines, start=1):
        if line[: len(line) - len(line.lstrip())].count("\t"):
            raise FrontMatterError("yaml-tab", number, suggestion=line.replace("\t", "  "))
    reader = _Events(text, source_lines, limits)
    try:
        return reader.document()
    except yaml.YAMLError as error:
        raise _syntax_error(error, source_lines) from None
    except RecursionError:
        raise FrontMatterError("yaml-depth", 1, limit=limits.front_matter_depth) from None


def quoted_line(line: str) -> str:
    """Return a ``key: value`` line with its value quoted, the usual remedy."""
    match = _KEY_LINE.match(line.rstrip()) or _ITEM_LINE.match(line.rstrip())
    if not match:
        return line.strip()
    value = match["value"]
    if '"' in value or "\\" in value:
        return match["head"].strip() + " '" + value.replace("'", "''") + "'"
    return match["head"].strip() + ' "' + value + '"'


def _syntax_error(error: yaml.YAMLError, lines: list[str]) -> FrontMatterError:
    """Point at the line a writer must mend, which is not always where the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    at_end = mark is not None and not "".join(lines[mark.line :]).strip()
    if mark is None or (start is not None and (at_end or "simple key" in str(error.context))):  # type: ignore[attr-defined]
        mark = start  # something left open is found at the end, but was wrong where it began
    number = min((mark.line if mark else 0) + 1, max(len(lines), 1))
    for candidate in range(1, number + 1):
        reason = _suspicious(lines[candidate - 1])
        if reason:
            return FrontMatterError(
                "yaml-syntax",
                candidate,
                reason=reason,
                suggestion=quoted_line(lines[candidate - 1]),
            )
    line = lines[number - 1] if lines else ""
    return FrontMatterError(
        "yaml-syntax",
        number,
        reason=f"dòng “{line.strip()[:80]}” không theo dạng “khóa: giá trị”",
        suggestion=quoted_line(line) if _KEY_LINE.match(line.rstrip()) else 'khóa: "giá trị"',
    )


def _suspicious(line: str) -> str | None:  # noqa: PLR0911 - one return a fault
    """Say what is wrong with a line that YAML trips over, if it is one of the usual faults."""
    match = _KEY_LINE.match(line.rstrip())
    if not match:
        return None
    value = match["value"]
    first = value[0]
    if first in "\"'":
        closed = re.fullmatch(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", value)
        return None if closed else "dấu ngoặc kép mở đầu giá trị không bao hết giá trị"
    if re.fullmatch(r"[|>][+-]?\d?", value):
        return None
    if first in "%@`&*!|>?,]}":
        return f"giá trị bắt đầu bằng ký tự “{first}”"
    if first in "[{":
        return None
    if re.search(r":(\s|$)", value):
        return "trong giá trị có dấu hai chấm"
    return None


class _Events:
    """Builds values from libyaml's events, refusing what front matter may not have."""

    def __init__(self, text: str, source_lines: list[str], limits: Limits) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self._source_lines = source_lines
        self._limits = limits
        self._lines: dict[Path, int] = {}

    def document(self) -> Parsed:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Parsed()
        if not isinstance(event, yaml.MappingStartEvent):
            raise FrontMatterError("front-matter-not-mapping", event.start_mark.line + 1)
        values = self._mapping(())
        rest = self._next()
        while not isinstance(rest, yaml.StreamEndEvent):
            if not isinstance(rest, yaml.DocumentEndEvent):
                raise FrontMatterError("front-matter-not-mapping", rest.start_mark.line + 1)
            rest = self._next()
        return Parsed(values, self._lines)

    def _next(self) -> Any:
        event = next(self._events)
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._forbidden(line, "dấu & hoặc * để đặt nhãn và nhắc lại")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._forbidden(line, "dấu ! để đặt kiểu")
        return event

    def _forbidden(self, line: int, what: str) -> FrontMatterError:
        source = self._source_lines[min(line, len(self._source_lines)) - 1]
        return FrontMatterError("yaml-forbidden", line, what=what, suggestion=quoted_line(source))

    def _value(self, event: Any, path: Path) -> Value:
        self._lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= self._limits.front_matter_depth:
            raise FrontMatterError(
                "yaml-depth", event.start_mark.line + 1, limit=self._limits.front_matter_depth
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        first_lines: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise FrontMatterError("front-matter-not-mapping", line)
            key = event.value
            if key == "<<":
                raise self._forbidden(line, "dấu << để gộp")
            if key in mapping:
                raise FrontMatterError(
                    "yaml-duplicate-key", line, field=f"“{key}”", first=first_lines[key]
                )
            first_lines[key] = line
            mapping[key] = self._value(self._next(), (*path, key))
            self._lines[(*path, key)] = line
        return mapping

    def _scalar(self, event: Any) -> Value:
        text: str = event.value
        if event.implicit[0]:  # plain, not quoted
            self._refuse_cut(event.end_mark)
            if text in _NULLS:
                return None
            return _BOOLS.get(text, text)
        return text

    def _refuse_cut(self, end: Any) -> None:
        """``title: Đợt #2`` loses its end silently in YAML; ``05/3/2025  # note`` is meant."""
        line = self._source_lines[end.line] if end.line < len(self._source_lines) else ""
        if cut := _CUT.match(line, end.column):
            raise FrontMatterError(
                "yaml-comment-cut", end.line + 1, lost=cut[1], suggestion=quoted_line(line)
            )


class StrictYAMLHandler(BaseHandler):
    """python-frontmatter's way in: splits at the fences and reads with ``parse_yaml``.

    One instance reads one file; ``parsed`` holds the values with their lines afterwards.
    """

    FM_BOUNDARY = FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, limits: Limits = LIMITS) -> None:
        super().__init__()
        self.limits = limits
        self.parsed = Parsed()

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the values of the front matter *fm*. Raises FrontMatterError."""
        self.parsed = parse_yaml(fm, self.limits)
        return dict(self.parsed.values)

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """Write *metadata* so that this handler reads the same values back."""
        return yaml.dump(
            metadata, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000
        ).strip()


class _Dumper(yaml.SafeDumper):
    """Writes text quoted wherever YAML could take it for something else; never aliases."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    plain = re.fullmatch(r"[\w/.,()“” –-]*", text) and text not in _NULLS | _BOOLS.keys()
    style = None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
