"""Slips of the hand that Vietnamese newsrooms make most; reported, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import and_, eq

from newsroom.lint.prose import Prose, Slip

# Slips seen in real articles: a literal part (looked for first, since it is cheap), what was typed,
# what was probably meant.
_KNOWN: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (literal, re.compile(pattern), meant)
    for literal, pattern, meant in (
        ("cơ cở", r"\bcơ cở\b", "cơ sở"),
        ("tiến tiến", r"\btiến tiến\b", "tiên tiến"),
        ("hình thực", r"\bhình thực\b", "hình thức"),
        ("nhất và", r"(?<=, )nhất và\b", "nhất là"),
        ("ui chế", r"\b[Qq]ui chế\b", "quy chế"),
        ("ui định", r"\b[Qq]ui định\b", "quy định"),
        ("ui trình", r"\b[Qq]ui trình\b", "quy trình"),
        ("/", r"/(?:19|20)\d\d(?=[a-zà-ỹđ])", "có khoảng trắng sau ngày tháng"),
    )
)
_STRAY_SPACE = re.compile(r"(?<=[^\W_])[ \u00a0]+([,;:!?…]|\.(?!\.|\d|\w))(?=[\s\ufffc]|$)")
_STRAY = re.compile("[ \u00a0][,;:!?….]")
_LETTER = "a-zà-ỹđ"
_NEVER_TWICE = frozenset(
    (
        *("của", "và", "các", "những", "được", "trong", "cho", "với", "tại", "về"),
        *("là", "đã", "sẽ", "để", "có", "theo", "từ", "khi", "này", "việc"),
    )
)
_WORD_TWICE = re.compile(rf"(?i)(?<![\w-])({'|'.join(sorted(_NEVER_TWICE))})[ \n]\1(?![\w-])")
_PAIR_TWICE = re.compile(rf"(?i)(?<![\w-])([{_LETTER}]{{2,7}} [{_LETTER}]{{2,7}})[ \n]\1(?![\w-])")
_MEANT_TWICE = frozenset({"là là", "từ từ", "từng bước", "từng ngày", "đời này"})
_SIGN_OFF = re.compile(r"\./\.(?=\s*\S)")
_LONGEST_ONSET = 5
_BYLINE_LENGTH = 120
"""Longest line after ``./.`` that may still be the by-line and not more of the text."""

# Open syllables whose tone mark stands on the second vowel (the older way) or on the first.
_OLDER = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEWER = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_BEFORE = re.compile(rf"(?<!\w)[{_LETTER}]*\Z")


def known_slips(prose: Prose) -> Iterator[Slip]:
    """“cơ cở” for “cơ sở” and others that real articles had."""
    text = prose.text
    for literal, pattern, meant in _KNOWN:
        for match in pattern.finditer(text) if literal in text else ():
            yield Slip(match.start(), {"found": match[0].strip(), "suggestion": meant})


def stray_spaces(prose: Prose) -> Iterator[Slip]:
    """A space before a comma, full stop and the like."""
    if not _STRAY.search(prose.text):
        return
    for match in _STRAY_SPACE.finditer(prose.text):
        before = prose.text[: match.start()].rpartition("\n")[2].split(" ")[-1]
        yield Slip(match.start(), {"found": f"{before}{match[0]}", "suggestion": before + match[1]})


def doubled_words(prose: Prose) -> Iterator[Slip]:
    """“của của”; a pair of syllables twice (“thực hiện thực hiện”). Single reduplications are
    words of the language (“dần dần”, “song song”) and left alone.
    """
    words = prose.lower.split()
    patterns = [_WORD_TWICE] if _has_a_word_twice(words) else []
    patterns += [_PAIR_TWICE] if _has_a_pair_twice(words) else []
    for pattern in patterns:
        for match in pattern.finditer(prose.text):
            once, found = match[1].casefold(), " ".join(match[0].split())
            if once not in _MEANT_TWICE and found.casefold() not in _MEANT_TWICE:
                yield Slip(match.start(), {"found": found})


def sign_off_inside(prose: Prose) -> Iterator[Slip]:
    """``./.`` ends a document; in the middle of an article text follows it by mistake."""
    for match in _SIGN_OFF.finditer(prose.text):
        rest = prose.text[match.end() :].strip()
        if "\n\n" in rest or len(rest) > _BYLINE_LENGTH:
            yield Slip(match.start())


def mixed_tone_placement(prose: Prose) -> Iterator[Slip]:
    """“hoà” and “thủy” in one text. Names keep the spelling their bearers use: no capitals."""
    older = _first_open(prose.text, _OLDER)
    newer = _first_open(prose.text, _NEWER) if older else None
    if older and newer:
        first, other = sorted((older, newer))
        where = str(prose.line_of(first[0]))
        yield Slip(other[0], {"found": other[1], "other": first[1], "where": where})


def _has_a_word_twice(words: list[str]) -> bool:
    if True not in map(eq, words, islice(words, 1, None)):
        return False
    return any(a == b and a in _NEVER_TWICE for a, b in pairwise(words))


def _has_a_pair_twice(words: list[str]) -> bool:
    same = list(map(eq, words, islice(words, 2, None)))
    if True not in map(and_, same, islice(same, 1, None)):
        return False
    return any(
        a and b and words[i].isalpha() and words[i + 1].isalpha()
        for i, (a, b) in enumerate(pairwise(same))
    )


def _first_open(text: str, endings: Iterable[str]) -> tuple[int, str] | None:
    """Where the first word stands that ends on one of *endings*, and the word.

    After q the u belongs to the consonant, and both ways put the mark on the same letter.
    """
    found = [place for ending in endings if (place := _open_word(text, ending))]
    return min(found, default=None)


def _open_word(text: str, ending: str) -> tuple[int, str] | None:
    start = -1
    while (start := text.find(ending, start + 1)) >= 0:
        end = start + len(ending)
        if text[end : end + 1].isalnum() or text[start - 1 : start] == "q":
            continue
        if before := _BEFORE.search(text, max(0, start - _LONGEST_ONSET), start):
            return before.start(), text[before.start() : end]
    return None
