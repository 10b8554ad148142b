"""The words for kinds of documents, and which of them may stand before a bare number."""

from __future__ import annotations

import re

from newsroom.numbers import TYPE_CODES
from newsroom.references.alphabet import listed

_BARE = listed(
    "nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|kế hoạch"
    "|công điện|công văn|luật|bộ luật|pháp lệnh|lệnh|nghị định|thông tư|thông tư liên tịch"
    "|thông tư liên ngành|nghị quyết liên tịch|văn bản hợp nhất|sắc lệnh|sắc luật|kết luận"
    "|thông tri|tờ trình"
)
# Words that are as often an ordinal's: "phương án số 2", "kiến nghị số 3", "văn bản số 1".
_CODED_ONLY = listed(
    "chương trình|phương án|đề án|dự án|báo cáo|biên bản|hợp đồng|bản ghi nhớ|bản thỏa thuận"
    "|giấy ủy quyền|giấy mời|giấy giới thiệu|giấy nghỉ phép|phiếu gửi|phiếu chuyển|phiếu báo"
    "|thư công|sao y|trích sao|sao lục|văn bản|quy trình|điều lệ|đề cương|chiến lược|công bố"
    "|kiến nghị|yêu cầu|công thư|công hàm|phiếu trình|nội quy|tuyên bố|kháng nghị|cáo trạng|đề nghị"
)
# A kind said more precisely: the kind is its first two syllables.
_QUALIFIED = listed(
    "chỉ thị công tác|kế hoạch công tác|chương trình công tác|quy chế phối hợp|quy chế liên ngành"
    "|kế hoạch phối hợp|kế hoạch liên ngành|hướng dẫn liên ngành|kết luận thanh tra"
    "|kế hoạch liên tịch|hướng dẫn liên tịch|chương trình phối hợp|quyết định liên ngành"
    "|công văn liên ngành|công văn liên tịch|công văn hỏa tốc|kế hoạch kiểm tra"
    "|quyết định kiểm tra|kế hoạch thanh tra|quyết định thanh tra"
)

KINDS: dict[str, str] = {
    **{word: word for word in (*_BARE, *_CODED_ONLY)},
    **{words: " ".join(words.split()[:2]) for words in _QUALIFIED},
}
"""Words as :func:`spelled` gives them → the kind."""
MAY_BE_BARE = frozenset(_BARE)
"""Kinds that a number without any code may follow: ``Nghị quyết số 79``."""
MAY_BE_BARE_AFTER_SO = MAY_BE_BARE | set(listed("báo cáo|chương trình|đề án|văn bản|biên bản"))
"""The same after “số”, where the number has two digits: “Báo cáo số 228”, not “phương án số 2”."""
ALSO_VERBS = frozenset(listed("thông báo|hướng dẫn|quy định|kết luận|lệnh|luật"))
"""In small letters, without “số”, what follows these is seldom a number: “thông báo 113 khi …”."""
NORMATIVE = frozenset(
    listed("nghị quyết|quyết định|luật|bộ luật|pháp lệnh|nghị định|thông tư|thông tư liên tịch")
)
"""Kinds whose number may be ``30/2020`` alone."""
OF_THE_ASSEMBLY = frozenset({"luật", "bộ luật", "nghị quyết", "pháp lệnh"})
"""Kinds numbered ``10/2022/QH15``."""
ABBREVIATIONS: dict[str, str] = {
    **{code: kind for code, kind in TYPE_CODES.items() if code not in {"TC", "PC", "PB", "PG"}},
    "CV": "công văn",
    "VB": "văn bản",
}
"""Codes that prose writes in place of the kind: ``QĐ số 143/QĐ-VKSHP``."""
LAST_SYLLABLES = frozenset(words.split()[-1] for words in KINDS)
LONGEST = max(len(words.split()) for words in KINDS)

_OLD_SPELLINGS = (
    ("qui ", "quy "),
    ("thoả ", "thỏa "),
    ("uỷ ", "ủy "),
    ("hoả ", "hỏa "),
    ("luât", "luật"),
)


def spelled(words: str) -> str:
    """*words* in lower case and in the spelling of :data:`KINDS`, single spaces."""
    lower = words.lower()
    for old, new in _OLD_SPELLINGS:
        lower = lower.replace(old, new)
    return lower


def _pattern(words: str) -> str:
    text = re.escape(words).replace(r"\ ", r"\s+")
    for new, old in (
        ("quy", "qu[yi]"),
        ("thỏa", "tho?ả|thỏa"),
        ("ủy", "ủy|uỷ"),
        ("hỏa", "hỏa|hoả"),
    ):
        text = re.sub(rf"\b{new}\b", f"(?:{old})", text)
    return text


KIND = re.compile(
    r"(?<!\w)(?:" + "|".join(map(_pattern, sorted(KINDS, key=len, reverse=True))) + r")(?!\w)",
    re.IGNORECASE,
)
