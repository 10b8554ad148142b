"""A by-line's pieces: persons, roles and units between commas, dashes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.importing.understanding.names import (
    is_initials,
    is_sure_name,
    looks_like_name,
    split_role,
    without_title,
)

_UNIT_START = re.compile(
    r"(?:Phòng|Ph\.|P\.? ?\d|VKS(?:ND)?|Viện (?:KSND|KS|kiểm sát)|VP|Văn phòng|Thanh tra"
    r"|Chi (?:đoàn|bộ|hội)|Đoàn|Công đoàn|Đảng (?:ủy|bộ)|Ban|Tổ|Vụ|Cục|Hội|Khối|Câu lạc bộ|Trại"
    r"|Trường|Bộ phận|Liên ngành)(?=[\s\d.]|$)",
    re.IGNORECASE,
)
_PLAIN_UNIT = re.compile(
    r"(?:(?:Phòng|Ph\.|P\.?) ?\d+|Phòng|VKS(?:ND)?|Viện (?:KSND|KS|kiểm sát)|VP|Văn phòng|Thanh tra"
    r"|Chi (?:đoàn|bộ)|Đoàn (?:TN|thanh niên)|Công đoàn|Ban (?:biên tập|chỉ đạo|nữ công))"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_OF_UNITS = frozenset(
    [
        "quận",
        "huyện",
        "thành",
        "phố",
        "thị",
        "xã",
        "tỉnh",
        "khu",
        "vực",
        "tổng",
        "hợp",
        "khiếu",
        "tố",
        "nhân",
        "dân",
        "số",
        "cơ",
        "quan",
        "tối",
        "cao",
        "sát",
        "kiểm",
        "và",
        "của",
        "ngành",
        "tp",
        "tp.",
        "q.",
        "h.",
        "trực",
        "thuộc",
        "cấp",
    ]
)
_PARTS = re.compile(r"\s*(?:,|;|\s[–—-](?=\s)|(?<=\w)[–—]|\s[-–]|[-–]\s|(?<![Đđ])/|\s+và\s|&)\s*")
_BRACKETED = re.compile(r"(?P<before>[^()]*)\((?P<inside>[^()]*)\)\s*[.,]?\s*")


def pieces(text: str) -> Iterator[str]:
    """The pieces of *text* in order; a unit's own words stay together, as written."""
    text = text.strip("()[] ") if text.startswith(("(", "[")) else text
    while match := _BRACKETED.match(text):
        yield from _split(match["before"])
        yield from _split(match["inside"])
        text = text[match.end() :]
    yield from _split(text)


def starts_unit(text: str) -> bool:
    """Whether *text* begins as a unit's name does."""
    return _UNIT_START.match(text) is not None


def is_plain_unit(text: str) -> bool:
    """Whether *text* is a unit's name and nothing else: no verb, no sentence."""
    match = _PLAIN_UNIT.fullmatch(text)
    words = re.split(r"[\s,–-]+", match["rest"].strip()) if match else ["?"]
    return all(w[:1].isupper() or not w or w.isdigit() or w.lower() in _OF_UNITS for w in words)


def name_and_unit(text: str) -> tuple[str, str | None]:
    """``Nguyễn Thị Mẫu Phòng 9`` → name and unit."""
    for match in re.finditer(r"\s(?=\S)", text):
        name, rest = text[: match.start()], text[match.end() :]
        if starts_unit(rest) and looks_like_name(name) and not is_sure_name(text):
            return name, rest
    return text, None


def _split(text: str) -> Iterator[str]:
    text = text.strip()
    separators = list(_PARTS.finditer(text))
    starts = [0, *(match.end() for match in separators)]
    stops = [*(match.start() for match in separators), len(text)]
    first, last = starts[0], stops[0]
    for start, stop in zip(starts[1:], stops[1:], strict=True):
        # “Phòng 9, thành phố Hải Phòng”; “Thanh tra – Khiếu tố”
        if not starts_unit(text[first:last]) or _begins_anew(text[start:stop]):
            yield text[first:last]
            first = start
        last = stop
    yield text[first:last]


def _begins_anew(piece: str) -> bool:
    bare = without_title(piece).rstrip(".")
    if split_role(bare)[0] or is_sure_name(bare) or is_initials(piece):
        return True
    whole_units = ("thanh tra", "vks", "viện")
    return starts_unit(piece) and not piece.lower().startswith(whole_units)
