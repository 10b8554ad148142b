"""Marks in the names of files: ``tuyet-mat``, ``TOI_MAT``, ``Lưu hành nội bộ``.

Without marks "mat" may be mặt, mất, mắt: by itself it counts only after the kind of document.
"""

from __future__ import annotations

import re

from newsroom.security_marks.marks import Mark
from newsroom.text import ascii_letters, nfc

_WORDS = re.compile(r"\d+|[^\W\d_]+")
_RUN_TOGETHER = {"tuyetmat": Mark.TOP, "toimat": Mark.HIGH, "luuhanhnoibo": Mark.INTERNAL}
_INTERNAL = ("luu", "hanh", "noi", "bo")
_NOT_AFTER_TOI_MAT = frozenset(
    ("tran", "bang", "dat", "duong", "nuoc", "cap", "ban", "do", "tien", "chien")
)
"""``toi-mat-tran`` is "tới Mặt trận": words that make another word of the second syllable."""
_KINDS_BEFORE = frozenset(
    tuple(kind.split())
    for kind in (
        *("ke hoach", "cong van", "bao cao", "quyet dinh", "van ban", "tai lieu", "ho so"),
        *("to trinh", "chi thi", "nghi quyet", "ket luan", "huong dan", "thong bao"),
    )
)
"""The kinds of documents, without marks: ``cong-van-mat``, but not ``nguyen-van-mat``."""
_ISSUER = re.compile(r"vks\w*|ttr")
_OTHER_WORDS_BEFORE = frozenset(
    ("gap", "ra", "be", "bi", "bao", "co", "vang", "mot", "hai", "than", "doi")
)
"""Words that make another word with "mat": gặp mặt, ra mắt, bề mặt, có mặt …"""
_NO_SECRET_BEFORE = frozenset(("bảo", "bí", "cơ", "thân", "ẩn", "kín", "giải", "độ"))
_NO_SECRET_AFTER = frozenset(
    ("độ", "mã", "vụ", "thư", "ngữ", "khẩu", "ong", "phục", "thám", "thiết", "hạn")
)


def mark_in_name(path: str) -> Mark | None:
    """The mark in any part of *path*, a file's path without its suffix counting."""
    stem = nfc(path).rpartition(".")[0] or nfc(path)
    return next(filter(None, map(_in_part, stem.split("/"))), None)


def _in_part(part: str) -> Mark | None:
    words = _WORDS.findall(_without_humps(part))
    lower = [word.lower() for word in words]
    for index, word in enumerate(lower):
        before = lower[index - 1] if index else ""
        after = lower[index + 1] if index + 1 < len(lower) else ""
        if found := _at(words, lower, index, before, after):
            return found
        if ascii_letters(word) in _RUN_TOGETHER and word.isascii():
            return _RUN_TOGETHER[word]
    return None


def _without_humps(text: str) -> str:
    """``TuyetMat`` as ``Tuyet Mat``."""
    pairs = zip(" " + text, text, strict=False)
    return "".join(f" {c}" if before.islower() and c.isupper() else c for before, c in pairs)


def _at(words: list[str], lower: list[str], index: int, before: str, after: str) -> Mark | None:
    word = lower[index]
    if word == "mật":
        return _written_out(lower, index, before, after)
    if word == "mat":
        return _without_marks(words, lower, index, before, after)
    internal = tuple(map(ascii_letters, lower[index : index + 4]))
    return Mark.INTERNAL if internal == _INTERNAL else None


def _written_out(lower: list[str], index: int, before: str, after: str) -> Mark | None:
    if before in {"tuyệt", "tuyêt"}:
        return Mark.TOP
    if before == "tối":
        return Mark.HIGH
    is_name = before in {"văn", "thị"} and lower[index - 2 : index - 1] != ["công"]
    if before in _NO_SECRET_BEFORE or after in _NO_SECRET_AFTER or is_name:
        return None
    return Mark.SECRET


def _without_marks(
    words: list[str], lower: list[str], index: int, before: str, after: str
) -> Mark | None:
    if before == "tuyet":
        return Mark.TOP
    if before == "toi":
        return None if after in _NOT_AFTER_TOI_MAT else Mark.HIGH
    is_alone = len(words) == 1
    is_stamped = words[index] == "MAT" and any(w != w.upper() for w in words)
    if is_alone or ((not after or after.isdigit()) and _ends(lower[:index], is_stamped)):
        return Mark.SECRET
    begins = index == 0 and is_stamped and after not in _NOT_AFTER_TOI_MAT
    return Mark.SECRET if begins else None


def _ends(before: list[str], is_stamped: bool) -> bool:
    """Whether "mat" at the end of a name, after the words *before*, is a mark."""
    last = before[-1]
    if tuple(before[-2:]) in _KINDS_BEFORE or last == "do" or _ISSUER.fullmatch(last):
        return True
    return is_stamped and last not in _OTHER_WORDS_BEFORE
