"""Values of our own types as bytes and back, without trusting the bytes.

Pickle, but nothing can be loaded except dates and this project's records: a spoilt or forged cache
makes a miss, it runs no code.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import io
import pickle
import sys
import zoneinfo
from typing import Any, ClassVar

from pydantic import BaseModel

_PROTOCOL = 5
_OUTSIDE: dict[tuple[str, str], Any] = {
    ("builtins", "frozenset"): frozenset,
    ("builtins", "set"): set,
    ("datetime", "date"): datetime.date,
    ("datetime", "datetime"): datetime.datetime,
    ("datetime", "timedelta"): datetime.timedelta,
    ("datetime", "timezone"): datetime.timezone,
    ("zoneinfo", "ZoneInfo"): zoneinfo.ZoneInfo,
}


class NotPlainError(Exception):
    """A value, or bytes, that hold something else than records; bytes may also be cut or spoilt."""


def to_bytes(value: object) -> bytes:
    """*value*: records, enums, dates, texts, numbers, and tuples, lists, sets, dicts of them.

    Raises NotPlainError for a record whose class has no name to find it by.
    """
    try:
        stream = io.BytesIO()
        _Writer(stream, _PROTOCOL).dump(value)
        return stream.getvalue()
    except Exception as error:
        raise NotPlainError(str(error)) from None


def from_bytes(data: bytes) -> Any:
    """What :func:`to_bytes` was given. Raises NotPlainError."""
    try:
        return _Loader(io.BytesIO(data)).load()
    except Exception as error:
        raise NotPlainError(str(error)) from None


class _Writer(pickle.Pickler):
    """Zones by their names: they would ask for ``getattr``, which can reach anything."""

    dispatch_table = {  # noqa: RUF012 - as pickle wants it
        zoneinfo.ZoneInfo: lambda zone: (zoneinfo.ZoneInfo, (zone.key,))
    }


class _Loader(pickle.Unpickler):
    """Finds the classes of records only."""

    known: ClassVar = dict(_OUTSIDE)

    def find_class(self, module: str, name: str) -> Any:
        found = self.known.get((module, name))
        if found is None:
            found = self.known[module, name] = _record_class(module, name)
        return found


def _record_class(module: str, name: str) -> Any:
    if module.partition(".")[0] == "newsroom":
        found = getattr(sys.modules.get(module), name, None)
        if isinstance(found, type) and _is_record(found):
            if (found.__module__, found.__qualname__) != (module, name):
                raise NotPlainError(f"{module}.{name} là của nơi khác")
            return found
    raise NotPlainError(f"{module}.{name}")


def _is_record(found: type) -> bool:
    return dataclasses.is_dataclass(found) or issubclass(found, BaseModel | enum.Enum)
