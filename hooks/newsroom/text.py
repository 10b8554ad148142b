"""Vietnamese text: normal form, folding for comparison, slugs, alphabetical order, nearest match.

One place for each of these, so that a title sorts, folds and becomes an address in one way.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SLUG_LIMIT = 96
"""Longest slug, in ASCII characters (the old portal cut at 96 as well)."""

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACES = re.compile(r"\s+")
_TOKENS = re.compile(r"\d+|\D")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

# The Vietnamese alphabet and the order of tones: ngang, huyền, hỏi, ngã, sắc, nặng.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=2)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def nfc(text: str) -> str:
    """Return *text* in Unicode normal form C, the form everything is stored and compared in."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """NFC, without zero-width characters and soft hyphens, spaces collapsed, ends trimmed."""
    return _SPACES.sub(" ", nfc(text.translate(_ZERO_WIDTH))).strip()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Fold *text* for comparison: no marks, đ→d, lower case, i and y alike, single spaces.

    Dropping the marks also makes both tone placements one (thuỷ = thủy, hoà = hòa).
    Idempotent: ``fold(fold(x)) == fold(x)``.
    """
    lower = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_ZERO_WIDTH)
    folded = bare.replace("đ", "d").replace("y", "i")
    return _SPACES.sub(" ", folded).strip()


def ascii_letters(text: str) -> str:
    """Return *text* without marks and with đ→d; letter case and i/y are kept."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slugify(text: str, limit: int = SLUG_LIMIT) -> str:
    """Return an ASCII address part of at most *limit* characters, cut at a word end.

    Empty when *text* holds no letter or digit that has an ASCII form.
    """
    slug = _NOT_SLUG.sub("-", ascii_letters(text).casefold()).strip("-")
    if len(slug) <= limit:
        return slug
    cut = slug[: limit + 1]
    return (cut.rpartition("-")[0] or slug[:limit]).strip("-")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[object, ...], ...]:
    """Key that sorts Vietnamese text as a dictionary does: letters first, then tones, then case.

    Runs of digits compare as numbers, so that "Phòng 2" stands before "Phòng 10".
    """
    plain = nfc(text)
    words, tones = zip(*map(_ranked, _TOKENS.findall(plain)), strict=True) if plain else ((), ())
    return words, tones, (plain,)


@lru_cache(maxsize=4096)
def _ranked(token: str) -> tuple[tuple[int, int, int | str], int]:
    """Where a run of digits or another character stands in the order, and the rank of its tone."""
    if token.isdecimal():
        digits = token.lstrip("0")
        return (1, len(digits), digits), 0
    letter, tone = _split_tone(token)
    rank = _LETTER_RANK.get(letter.casefold())
    if rank is None:
        return (3 if token.isalpha() else 0, 0, ord(token[0])), tone
    return (2, rank, 0), tone


def _split_tone(char: str) -> tuple[str, int]:
    """Split one character into its letter (ă, â, ê … kept) and the rank of its tone."""
    tone = 0
    kept: list[str] = []
    for part in unicodedata.normalize("NFD", char):
        if part in _TONE_RANK:
            tone = _TONE_RANK[part]
        else:
            kept.append(part)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def nearest(wanted: str, known: Iterable[str], count: int = 3, likeness: float = 0.45) -> list[str]:
    """Return up to *count* of *known* most like *wanted* (ratio ≥ *likeness*), best first."""
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    close = difflib.get_close_matches(fold(wanted), by_fold, n=count, cutoff=likeness)
    return [by_fold[name] for name in close]
