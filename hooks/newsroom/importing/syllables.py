"""Which words are well-formed Vietnamese syllables: the evidence that a text was decoded rightly.

Spelling rules only (onset, rhyme, tone), no word list: wrongly decoded text breaks them at once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOP_TONES = {"\u0301", "\u0323"}
"""A syllable that ends in c, ch, p or t bears sắc or nặng, no other tone."""
_OPEN = (
    "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iêu yêu iu oa oe oi oai oao oay oeo ôi ơi ua uê"
    " ui uơ uy uya ưa ưi ưu ươi ươu uôi uây uêu uyu"
)
_NASAL = (
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh om on ong ôm ôn ông ơm ơn um"
    " un ung ưm ưng iêm iên iêng yêm yên yêng yn ynh oam oan oang oanh oăm oăn oăng oem oen oong"
    " uân uâng uên uênh uôm uôn uông ươm ươn ương uyn uynh uyên uơn"
)
_STOPPED = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it oc op ot ôc ôp ôt ơp ơt uc up ut"
    " ưc ưt iêc iêp iêt yêt yt ych oac oach oap oat oăc oăt oet ooc uât uêch uôc uôt ươc ươp ươt"
    " uych uyp uyt uyêt"
)
_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?"


def _any(rhymes: str) -> str:
    return "|".join(rhymes.split())


_SYLLABLE = re.compile(rf"{_ONSET}(?:(?P<free>{_any(_OPEN + ' ' + _NASAL)})|{_any(_STOPPED)})")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether *word* (letters, any case) is spelt as a Vietnamese syllable may be."""
    letters: list[str] = []
    tones: list[str] = []
    for part in unicodedata.normalize("NFD", word.casefold()):
        (tones if part in _TONES else letters).append(part)
    match = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", "".join(letters)))
    if match is None or len(tones) > 1:
        return False
    return match["free"] is not None or (len(tones) == 1 and tones[0] in _STOP_TONES)


def syllable_score(text: str, most: int = 4000) -> tuple[int, int]:
    """``(well-formed, all)`` of the words with a letter outside ASCII, the first *most* of them."""
    good = seen = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        seen += 1
        good += is_syllable(word)
        if seen == most:
            break
    return good, seen
