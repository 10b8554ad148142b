"""Enough of nginx to ask where it would send a request: its tokens, and ``map``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_TOKEN = re.compile(r'#[^\n]*|"((?:[^"\\]|\\.)*)"|([{};])|([^\s{};"]+)', re.DOTALL)


def tokens(text: str) -> Iterator[str]:
    """Words and ``{ } ;``; a quoted word is marked by a leading quotation mark."""
    for match in _TOKEN.finditer(text):
        if match[0].startswith("#"):
            continue
        yield '"' + re.sub(r'\\(["\\])', r"\1", match[1]) if match[1] is not None else match[0]


def maps(text: str) -> dict[str, dict[str, dict[str, str]]]:
    """Each ``map``: its variable → its source → its rows. Raises on anything odd."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    rest = list(tokens(text))
    while rest:
        if rest[0] != "map":
            assert rest[2] == ";", rest[:4]
            del rest[:3]
            continue
        source, variable, brace = rest[1:4]
        assert brace == "{"
        end = rest.index("}")
        rows = rest[4:end]
        assert rows[2::3] == [";"] * (len(rows) // 3)
        keys = [key.removeprefix('"') for key in rows[0::3]]
        folded = [key if key.startswith("~") else key.lower() for key in keys]
        assert len(set(folded)) == len(keys), "nginx refuses a key given twice"
        values = [value.removeprefix('"') for value in rows[1::3]]
        found[variable] = {source: dict(zip(folded, values, strict=True))}
        del rest[: end + 1]
    return found


def ask(all_maps: Mapping[str, dict[str, dict[str, str]]], variable: str, uri: str) -> str:
    """The value of *variable* for a request of *uri*."""
    ((source, rows),) = all_maps[variable].items()
    wanted = uri if source == "$uri" else ask(all_maps, source, uri)
    captured: dict[str, str] = {}
    value = rows.get(wanted.lower())
    if value is None:
        value = rows["default"]
        for key, result in rows.items():
            pattern = key.removeprefix("~*").replace("(?<", "(?P<")
            if key.startswith("~*") and (hit := re.search(pattern, wanted, re.IGNORECASE)):
                value, captured = result, hit.groupdict()
    if value.startswith("$"):
        name = value.removeprefix("$")
        return captured[name] if name in captured else ask(all_maps, value, uri)
    assert "$" not in value
    return value
