"""How lists of entries are written: small numbers, gaps between them, or one bit an entry.

``tim-kiem/lists.js`` reads the same forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Form(IntEnum):
    """Which way of writing a list is the shortest depends on how full it is."""

    GAPS = 0
    BITS = 1
    ABSENT = 2
    """The gaps between those that are *not* in the list."""


def number(value: int) -> bytes:
    """A number in groups of seven bits, the lowest first; the eighth bit says that more follow."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def id_list(ids: Sequence[int], total: int) -> bytes:
    """Ascending *ids* out of *total*: their count, the form, then the list itself."""
    if len(ids) * 8 <= total:
        return number(len(ids) << 2 | Form.GAPS) + _gaps(ids)
    if (total - len(ids)) * 8 <= total:
        known = set(ids)
        absent = [i for i in range(total) if i not in known]
        return number(len(absent) << 2 | Form.ABSENT) + _gaps(absent)
    return number((total + 7) // 8 << 2 | Form.BITS) + _bits(ids, total)


def _gaps(ids: Sequence[int]) -> bytes:
    out = bytearray()
    last = -1
    for i in ids:
        gap = i - last - 1
        last = i
        if gap > 0x7F:
            out += number(gap)
        else:
            out.append(gap)
    return bytes(out)


def _bits(ids: Sequence[int], total: int) -> bytes:
    length = (total + 7) // 8
    flags = bytearray(length * 8)  # a byte each is set faster than a bit each
    for i in ids:
        flags[i] = 1
    bits = 0
    for place in range(8):
        bits |= int.from_bytes(flags[place::8], "little") << place
    return bits.to_bytes(length, "little")
