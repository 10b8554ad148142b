"""Who signed: every form of by-line that the portals have, to persons with role and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from newsroom.importing.understanding.byline_pieces import (
    is_plain_unit,
    name_and_unit,
    pieces,
    starts_unit,
)
from newsroom.importing.understanding.names import (
    is_initials,
    is_province,
    is_sure_name,
    looks_like_name,
    proper_case,
    split_role,
    without_title,
)

_WORK = r"(?:bài viết|bài|tin|ảnh|hình)"
_LABEL = re.compile(
    rf"(?:(?:nhóm )?tác giả(?: bài viết)?|người viết(?: bài)?|(?:người )?thực hiện|tổng hợp"
    rf"|biên tập|cộng tác viên|CTV|{_WORK}(?:(?: và |, ?| ?& ?| ?[-–/] ?| ){_WORK})*)\s*:\s*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?P<label>nguồn(?: tin| bài)?|theo)\s*:\s*(?P<words>.+)", re.IGNORECASE)
_PHOTO = re.compile(r"\b(?:ảnh|hình)\b", re.IGNORECASE)
_PHOTO_ONLY = re.compile(r"(?:ảnh|hình|hình ảnh)\s*:", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Signed:
    """A person, or a unit that signed as one; role and unit as written."""

    name: str
    role: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class ByLine:
    """A by-line taken apart."""

    signed: tuple[Signed, ...]
    text: str
    photographer: str | None = None
    """Who took the pictures: “Tin, ảnh: …”, “Ảnh: …”."""
    source: str | None = None
    """What “Nguồn tin: …” names."""
    doubts: tuple[tuple[str, str], ...] = ()
    """``(what was read, what else it may be)``."""


@dataclass(slots=True)
class _Gathering:
    signed: list[Signed] = field(default_factory=list)
    waiting_role: str | None = None
    doubts: list[tuple[str, str]] = field(default_factory=list)


def parse_byline(text: str, *, is_certain_place: bool = True) -> ByLine | None:
    """Take *text* apart; None where it is no by-line.

    *is_certain_place*: it stands behind ``./.`` or alone at the end, so that a bare unit or
    capitals are believed too.
    """
    whole = " ".join(text.split())
    if not whole or len(whole) > _LONGEST:
        return None
    if source := _SOURCE.fullmatch(whole):
        return ByLine((), whole, source=source["words"].strip(" ."))
    parted = [part for part in re.split(r";\s*", whole) if part]
    if len(parted) > 1 and all(_LABEL.match(part) for part in parted):  # “Bài: X; Ảnh: Y”
        return joined([one for part in parted if (one := parse_byline(part))])
    label = _LABEL.match(whole)
    rest = (whole[label.end() :] if label else whole).strip()
    if not label and (not is_certain_place or (rest[-1:] in ".:;?!" and not is_initials(rest))):
        return None
    gathered = _gather(rest, labelled=label is not None)
    if gathered is None or not gathered.signed:
        return None
    signed = tuple(gathered.signed)
    photographer = signed[0].name if label and _PHOTO.search(label.group()) else None
    if label and _PHOTO_ONLY.match(label.group()):
        signed = ()
    return ByLine(signed, whole, photographer, doubts=tuple(gathered.doubts))


def joined(lines: list[ByLine]) -> ByLine | None:
    """One by-line of several lines: “Tác giả bài viết: X” above “Nguồn tin: …”."""
    if not lines:
        return None
    first = lines[0]
    for line in lines[1:]:
        signed = (*first.signed, *(one for one in line.signed if one not in first.signed))
        first = replace(
            first,
            signed=signed,
            text=f"{first.text} / {line.text}",
            source=first.source or line.source,
            photographer=first.photographer or line.photographer,
            doubts=(*first.doubts, *line.doubts),
        )
    return first


def _gather(text: str, *, labelled: bool) -> _Gathering | None:
    gathering = _Gathering()
    for part in pieces(text):
        if not part.strip(" ."):
            continue
        if not _add(gathering, part, labelled=labelled):
            return None
    if gathering.waiting_role and not gathering.signed:
        return None
    return gathering


def _add(gathering: _Gathering, part: str, *, labelled: bool) -> bool:
    """Add one piece to what is gathered; False where it does not belong into a by-line."""
    bare = without_title(part.strip()).strip()
    plain = bare.rstrip(".")
    if is_initials(bare):
        gathering.signed.append(Signed(bare, gathering.waiting_role))
        gathering.waiting_role = None
        return True
    if starts_unit(bare) and not is_sure_name(plain):
        return _add_unit(gathering, plain, labelled=labelled)
    role, rest = split_role(plain)
    if role:
        return _add_role(gathering, role, rest, labelled=labelled)
    return _add_name(gathering, plain, labelled=labelled)


def _add_unit(gathering: _Gathering, unit: str, *, labelled: bool) -> bool:
    without = [one for one in gathering.signed if one.unit is None]
    if without:
        gathering.signed = [
            replace(one, unit=unit) if one.unit is None else one for one in gathering.signed
        ]
    elif gathering.signed:
        last = gathering.signed[-1]
        gathering.signed[-1] = replace(last, unit=f"{last.unit}, {unit}")
    else:
        if not labelled and not is_plain_unit(unit):
            return False
        gathering.signed.append(Signed(unit, unit=unit))
    return True


def _add_role(gathering: _Gathering, role: str, rest: str, *, labelled: bool) -> bool:
    rest = rest.strip(" ,–-")
    numbered = re.match(r"(\d+)\b\s*(.*)", rest)
    if numbered:  # “Trưởng phòng 2”, then perhaps a name
        if not numbered[2]:
            _give_role(gathering, role)
            if not gathering.signed:
                return False
            return _add_unit(gathering, f"Phòng {numbered[1]}", labelled=labelled)
        role, rest = f"{role} {numbered[1]}", numbered[2]
    if starts_unit(rest):
        _give_role(gathering, role)
        if not gathering.signed:  # a role before the name: “Chuyên viên Phòng 2, Nguyễn Thị Mẫu”
            return False
        return _add_unit(gathering, rest, labelled=labelled)
    if not rest:
        _give_role(gathering, role)
        return True
    gathering.waiting_role = role
    return _add_name(gathering, without_title(rest), labelled=labelled)


def _give_role(gathering: _Gathering, role: str) -> None:
    if not gathering.signed:
        gathering.waiting_role = role
        return
    last = gathering.signed[-1]
    gathering.signed[-1] = replace(last, role=f"{last.role}, {role}" if last.role else role)


def _add_name(gathering: _Gathering, text: str, *, labelled: bool) -> bool:
    name, unit = name_and_unit(text)
    is_short = 0 < len(name.split()) <= 6 and ":" not in name
    if not looks_like_name(name) and not (labelled and is_short):
        return False
    shown = proper_case(name) if name.isupper() and len(name.split()) > 1 else name
    if is_province(name):
        gathering.doubts.append((f"tên người ký “{shown}”", f"tên tỉnh, thành phố “{shown}”"))
    elif not is_sure_name(name):
        gathering.doubts.append((f"tên người ký “{shown}”", "không phải tên người"))
    if shown != name:
        gathering.doubts.append((f"“{shown}”", f"giữ nguyên chữ hoa “{name}”"))
    signed = Signed(shown, gathering.waiting_role, unit)
    gathering.waiting_role = None
    gathering.signed.append(signed)
    return True
