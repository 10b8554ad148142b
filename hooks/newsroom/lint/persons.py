"""People in the news: personal numbers, minors, and the presumption of innocence.

Sources: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Bộ luật Tố tụng hình sự 2015, Điều 13 (nobody is
guilty before a judgment in force); Luật Trẻ em 2016, Điều 6 and 21 (a child's private life).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.lint.prose import Prose, Slip, around

# Each begins with letters of its own, since a search for those is many times faster; what must
# stand before them is looked at afterwards. The match begins one letter late.
_NOT_AS_A_NAME = "".join(
    f"(?<!{verb} [Tt]ên )" for verb in ("mang", "đổi", "đặt", "họ", "có", "ký", "ghi", "lấy")
)
_PRESUMPTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"hủ phạm(?<=\b[Tt]hủ phạm)",
        r"ung thủ(?<=\b[Hh]ung thủ)",
        rf"ên (?<=\b[Tt]ên ){_NOT_AS_A_NAME}(?=[A-ZĐÀ-Ỹ][a-zà-ỹ]+ [A-ZĐÀ-Ỹ])",
    )
)
_ALONE = r"(?<![\w/.-])", r"(?![\w/-]|\.\d)"
_NOT_MONEY = r"(?!\s*(?:đồng|đ\b|VND|VNĐ|USD|tỷ|tỉ|triệu))"
_NUMBERS = tuple(
    (re.compile(f"{_ALONE[0]}{pattern}{_ALONE[1]}"), what)
    for pattern, what in (
        (r"0\d{11}", "số căn cước"),
        (rf"[0-3]\d{{8}}(?!\d){_NOT_MONEY}", "số chứng minh nhân dân"),
        (r"(?:0|\+84[ .]?)[35789]\d(?:[ .-]?\d){7}", "số điện thoại di động"),
    )
)
_ACCOUNT_WORDS = ("tài khoản", "stk")
_ACCOUNT = re.compile(
    r"(?i)(?:số tài khoản|tài khoản(?: ngân hàng)?(?: số)?|STK)[^\d\n.;]{0,40}?(\d[\d .]{4,22}\d)"
)
_MANY_DIGITS = re.compile(r"\d(?:[ .-]?\d){7}")
_NAME = r"(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+ ){1,4}[A-ZĐÀ-Ỹ][a-zà-ỹ]+"
_CHILD = re.compile(rf"\b(?:[Cc]háu|[Ee]m|[Bb]é) (?:(?:trai|gái) )?({_NAME})")
_AGED = re.compile(rf"({_NAME}),? \(?(\d{{1,2}}) tuổi")
_BORN = re.compile(rf"({_NAME}),? \(?(?:sinh năm|SN)[: ]*((?:19|20)\d\d)")
_IN_A_CASE = (
    *("bị can", "bị cáo", "bị hại", "bị bắt", "nạn nhân", "nghi phạm", "đối tượng", "phạm tội"),
    *("xâm hại", "hiếp dâm", "dâm ô", "cưỡng dâm", "giao cấu", "bạo hành"),
    *("khởi tố", "tạm giữ", "tạm giam"),
)
_OF_AGE = ("cháu ", "em ", "bé ", " tuổi", "sinh năm", "sn")
_SENTENCE = re.compile(r"[^.!?\n]+")
ADULT = 18


def presumption_of_innocence(prose: Prose) -> Iterator[Slip]:
    """“thủ phạm”, “hung thủ”, “tên X” before a final judgment."""
    for match in (m for pattern in _PRESUMPTIONS for m in pattern.finditer(prose.text)):
        start = match.start() - 1
        yield Slip(start, {"found": around(prose.text, start, match.end())})


def personal_numbers(prose: Prose) -> Iterator[Slip]:
    """Identity cards (12 and 9 digits), mobile telephones, bank accounts."""
    taken: list[range] = []
    accounts = _ACCOUNT.finditer(prose.text) if prose.holds(_ACCOUNT_WORDS) else ()
    for match in accounts:
        taken.append(range(match.start(1), match.end(1)))
        yield Slip(match.start(1), {"what": "số tài khoản", "found": match[1].strip()})
    if not _MANY_DIGITS.search(prose.text):
        return
    for pattern, what in _NUMBERS:
        for match in pattern.finditer(prose.text):
            if not any(match.start() in span for span in taken):
                taken.append(range(match.start(), match.end()))
                yield Slip(match.start(), {"what": what, "found": match[0]})


def minors_named(prose: Prose) -> Iterator[Slip]:
    """A full name of somebody under 18 in a sentence about a crime. Initials are fine."""
    if not prose.holds(_IN_A_CASE) or not prose.holds(_OF_AGE):
        return
    for sentence in _SENTENCE.finditer(prose.text):
        if any(words in sentence[0].lower() for words in _IN_A_CASE):
            for name in _minors(sentence[0], prose.year):
                start = sentence.start() + sentence[0].find(name)
                yield Slip(start, {"found": name})


def _minors(sentence: str, year: int | None) -> Iterator[str]:
    found: dict[str, None] = {match[1]: None for match in _CHILD.finditer(sentence)}
    found |= {m[1]: None for m in _AGED.finditer(sentence) if int(m[2]) < ADULT}
    if year:
        found |= {m[1]: None for m in _BORN.finditer(sentence) if year - int(m[2]) < ADULT}
    yield from found
