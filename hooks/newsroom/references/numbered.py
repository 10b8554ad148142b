"""The number itself, read from its first digit: ``118/KH-VKSHP-TTr``, ``57-NQ/TW``, ``92-CP``.

Shapes after Nghị định 30/2020/NĐ-CP, Annexes I and III, and the party's own rules; older ones and
slips of the keyboard as the agency's news have them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.numbers import TYPE_CODES, normalise_number, number_types
from newsroom.references.alphabet import DASH, GAP, GLUED, LOWER, UPPER

_DIGITS = rf"(?:0\ \d{{1,4}}|\d{{1,2}}\.\d{{3}}|\d{{1,5}})(?:[A-Za-zđ](?![{LOWER}{UPPER}]))?"
_START = re.compile(
    rf"(?P<digits>{_DIGITS})"
    rf"(?:{GAP}(?P<sep>[/{DASH}]){GAP}(?:(?P<year>\d{{4}}|\d{{2}}){GAP}[/{DASH}]{GAP})?"
    rf"|(?P<none>[^\S\n]?)(?=(?:{'|'.join(sorted(TYPE_CODES, key=len, reverse=True))})[/{DASH}]))"
    rf"(?=[{UPPER}])"
)
_TOKEN = re.compile(
    rf"[{UPPER}][{UPPER}\d]*+(?:(?!{GLUED})(?:[a-zđ]{{1,2}}(?=[^{LOWER}]|\Z)|[a-z](?={GLUED}))[{UPPER}\d]*+)?"
    rf"|\d{{1,4}}(?!\w)"
)
_LOWER_TOKEN = re.compile(r"[a-zđư]{1,8}\d{0,2}(?!\w)")
_LOWER_START = re.compile(r"\d{1,5}[/-](?:\d{4}/)?(?=[a-zđ])")
_TIGHT = re.compile(rf"(?:[/&{DASH}](?:[^\S\n]{{0,2}}\n[^\S\n]{{0,40}})?|\n?[/{DASH}])(?=\w)")
_SPACED = re.compile(
    rf"[^\S\n]{{0,2}}(?P<sign>[/&{DASH}])[^\S\n]{{1,2}}(?=[{UPPER}])|[^\S\n]{{1,2}}(?P<before>[/&{DASH}])(?=[{UPPER}])"
)
_END = re.compile(rf"(?=[^\w@]|\Z|{GLUED})(?![./][a-z])")
_AFTER_UNIT = re.compile(
    rf"{GAP}(?:[,.;:)\]”\"]|\Z|\n\s*\n|(?:ngày|của|về|năm|và|do|quy|hướng|theo|đã|được)\b)"
)
_MOST_TOKENS = 12
_JOINT = frozenset({"TTLT", "NQLT", "TTLN"})

_ORGANS = re.compile(
    r"VKS|KSND|TAND|UBND|HĐND|CP\Z|TTG\Z|B[A-ZĐ]{2,}|TW\Z|TƯ\Z|CA(?:HP|TP)?\Z|QH\d|MTTQ|LĐLĐ|S[A-Z]{2,}"
    r"|THADS|VPCP|VPQH|ĐU|TU\Z|QU\Z|HU\Z|CTN|CAND|TCT|VKSTC|CSĐT|TTCP|KTNN"
)
_ASSEMBLY = re.compile(r"(?:UBTV)?QH(?:K?\d{1,2}|[IVX]+)|UBTVQH")
_CASE = re.compile(
    r"(?:TL|QĐXX|QĐ|TB|BA|VA)?(?:HS|DS|HC|KDTM|KT|LĐ|HNGĐ|HN|VDS|PS|XLHC|VLĐ)?(?:ST|PT|GĐT|TT|SPT)?"
)
_CASE_STAGE = re.compile(r".*(?:ST|PT|GĐT)")
_MORE_CODES = {
    "QCPH": "quy chế",
    "QCLN": "quy chế",
    "QC": "quy chế",
    "TTLN": "thông tư liên ngành",
    "CTPH": "chương trình",
    "KHLN": "kế hoạch",
    "KHPH": "kế hoạch",
    "KHLT": "kế hoạch",
    "HDLN": "hướng dẫn",
    "HDLT": "hướng dẫn",
    "QĐTA": "quyết định",
    "QĐi": "quy định",
    "QĐI": "quy định",
    "QyĐ": "quy định",
    "CV": "công văn",
    "L": "lệnh",
    "SL": "sắc lệnh",
}
_CODES = {**TYPE_CODES, **_MORE_CODES}
_CODES_IN_CAPITALS = {code.upper(): kind for code, kind in _CODES.items()}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a code; ``tokens`` are the code's parts, ``kinds`` what the code may name."""

    end: int
    number: str
    tokens: tuple[str, ...]
    kinds: tuple[str, ...]
    is_old: bool
    """Without any slash (``92-CP``), or lower case: it needs a kind before it."""

    @property
    def is_of_the_assembly(self) -> bool:
        """``10/2022/QH15``: a law or a resolution, the number does not say which."""
        return any(_ASSEMBLY.fullmatch(token) for token in self.tokens)

    @property
    def is_certain(self) -> bool:
        """Whether the code alone says that this is a document's number."""
        if self.is_old or self.is_of_a_case:
            return False
        known = bool(self.kinds) and len(self.tokens) >= 2
        return known or (self.is_of_the_assembly and len(self.number) >= 7)

    @property
    def is_likely(self) -> bool:
        """Whether it is one after “số”."""
        if self.is_old or self.is_of_a_case:
            return False
        return self.is_certain or any(_ORGANS.match(token.upper()) for token in self.tokens)

    @property
    def is_of_a_case(self) -> bool:
        """Numbers of court cases: ``12/2024/HSST``, ``45/2024/TLST-DS``."""
        return all(_CASE.fullmatch(t) for t in self.tokens) and any(
            map(_CASE_STAGE.fullmatch, self.tokens)
        )


def read_number(text: str, start: int) -> Number | None:
    """Read the number whose first digit stands at *start*. Looks no further than it goes."""
    begin = _START.match(text, start)
    if not begin:
        return None
    position = begin.end()
    tokens: list[str] = []
    has_slash = begin["sep"] == "/" or begin["year"] is not None
    while token := _TOKEN.match(text, position):
        tokens.append(token.group())
        position = token.end()
        join = _join(text, position, tokens)
        if join is None or len(tokens) > _MOST_TOKENS:
            break
        has_slash |= "/" in text[position:join]
        position = join
    if not tokens or not _END.match(text, position):
        return None
    if len(tokens) == 1 and len(tokens[0]) == 1 and has_slash and not begin["year"]:
        return None  # 12/A: a house, a page
    number = normalise_number(text[start:position])
    if begin["none"] is not None and not has_slash:
        return None
    return Number(position, number, tuple(tokens), _kinds(number, tokens), not has_slash)


def read_lower_number(text: str, start: int) -> Number | None:
    """The same for one typed in small letters, whose code names a kind: ``143/qđ-vkshp``."""
    begin = _LOWER_START.match(text, start)
    if not begin:
        return None
    position = begin.end()
    tokens: list[str] = []
    while token := _LOWER_TOKEN.match(text, position):
        tokens.append(token.group())
        position = token.end()
        if len(tokens) > 5 or text[position : position + 1] not in {"-", "/"}:
            break
        if not _LOWER_TOKEN.match(text, position + 1):
            break
        position += 1
    kind = _CODES_IN_CAPITALS.get(tokens[0].upper()) if tokens else None
    if kind is None or len(tokens) < 2:
        return None
    return Number(position, normalise_number(text[start:position]), tuple(tokens), (kind,), True)


def _join(text: str, position: int, tokens: list[str]) -> int | None:
    """Where the next part of the code begins; None when the code ends at *position*."""
    if tight := _TIGHT.match(text, position):
        end = tight.end()
        return end if _is_part(text, end) else None
    spaced = _SPACED.match(text, position)
    if not spaced:
        return _without_hyphen(text, position, tokens)
    following = _TOKEN.match(text, spaced.end())
    if not following or not _END.match(text, following.end()):
        return None
    sign = spaced["sign"] or spaced["before"]
    if sign in "/&" or (len(tokens) == 1 and tokens[0] in _CODES) or tokens[0] in _JOINT:
        return spaced.end()
    # "… - TTr ngày": a drafting unit; "… – VKSND thành phố": a new thought.
    is_short = len(tokens) == 1 or len(following.group()) <= 4
    is_unit = is_short and _AFTER_UNIT.match(text, following.end())
    return spaced.end() if is_unit else None


def _without_hyphen(text: str, position: int, tokens: list[str]) -> int | None:
    """“31/CT VKSTC ngày …”: an organ after the code, then a date, a stop or the like."""
    following = _TOKEN.match(text, position + 1)
    is_organ = len(tokens) == 1 and tokens[0] in _CODES and text[position : position + 1] == " "
    if not (is_organ and following and _ORGANS.match(following.group())):
        return None
    return position + 1 if _AFTER_UNIT.match(text, following.end()) else None


def _is_part(text: str, position: int) -> bool:
    token = _TOKEN.match(text, position)
    return token is not None and (
        _END.match(text, token.end()) is not None
        or _TIGHT.match(text, token.end()) is not None
        or _SPACED.match(text, token.end()) is not None
    )


def _kinds(number: str, tokens: list[str]) -> tuple[str, ...]:
    if found := number_types(number):
        return found
    if any(_ASSEMBLY.fullmatch(t) for t in tokens) and tokens[0] not in _CODES:
        return ()
    joint = [_CODES[t] for t in tokens if t in _JOINT]
    first = _CODES.get(tokens[0]) or _CODES_IN_CAPITALS.get(tokens[0])
    return tuple(joint[:1]) or ((first,) if first else ())
