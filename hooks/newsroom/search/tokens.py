"""Words as the search sees them: runs of letters and runs of digits, with and without marks.

The page's script (``tim-kiem/text.js``) does the same to a query; one table of cases in
``tests/search/cases.json`` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_MARKS = re.compile("[\u0300-\u036f]")
_SELDOM = re.compile("[\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad]")
_ALIKE = str.maketrans("đðy", "ddi")  # ð (U+00F0) is what some keyboards make of đ
BREAK = "\x1f"
"""Stands between paragraphs that are read together; no text of a page holds it."""
_TOKEN = re.compile(rf"[0-9]+|[^\W0-9_]+|{BREAK}")


def spellings(text: str) -> list[str]:
    """The tokens of *text*, in lower case: ``118/KH`` → ``118``, ``kh``.

    Letters and digits are kept apart (``QH15`` is ``qh`` and ``15``), leading zeros dropped, so
    that a number is found however its parts are joined.
    """
    return [canonical(word) for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """The tokens with their leading zeros."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if _SELDOM.search(plain):
        bare = unicodedata.normalize("NFKC", _ZERO_WIDTH.sub("", text)).lower()
        plain = _MARKS.sub("", unicodedata.normalize("NFC", bare))
    return _TOKEN.findall(plain)


def canonical(word: str) -> str:
    """A token without leading zeros: ``05`` → ``5``."""
    return word.lstrip("0") or "0" if word[0] == "0" else word


@lru_cache(maxsize=65536)
def fold_token(spelling: str) -> str:
    """A token without marks, đ→d, i and y alike: what ``newsroom.text.fold`` makes of a word."""
    if spelling.isascii():
        return spelling.replace("y", "i")
    bare = _MARKS.sub("", unicodedata.normalize("NFD", spelling))
    return bare.translate(_ALIKE)


def folded(text: str) -> list[str]:
    """The tokens of *text*, folded."""
    return [fold_token(token) for token in spellings(text)]
