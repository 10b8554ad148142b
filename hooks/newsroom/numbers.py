"""Numbers of documents (số, ký hiệu): normal form, type, address.

Shapes after Nghị định 30/2020/NĐ-CP, Annexes I and III; party documents turn the separators round
(``57-NQ/TW``), normative ones carry the year (``10/2022/QH15``).
"""

from __future__ import annotations

import re
from datetime import date

from newsroom.text import fold, nfc, slugify

TYPE_CODES: dict[str, str] = {
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "QyĐ": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "BGN": "bản ghi nhớ",
    "BTT": "bản thỏa thuận",
    "GUQ": "giấy ủy quyền",
    "GM": "giấy mời",
    "GGT": "giấy giới thiệu",
    "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi",
    "PC": "phiếu chuyển",
    "PB": "phiếu báo",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "NQLT": "nghị quyết liên tịch",
    "VBHN": "văn bản hợp nhất",
    "KL": "kết luận",
    "KN": "kiến nghị",
    "PL": "pháp lệnh",
    "YC": "yêu cầu",
}
"""Type codes of Annex III and those outside it that the agency meets. Case counts."""

# Party documents use other readings of a few codes.
_PARTY_TYPES = {
    "QĐ": ("quy định", "quyết định"),
    "TTr": ("thông tri", "tờ trình"),
}
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_NUMBER = re.compile(r"\d{1,5}[A-Za-z]?(?:/\d{4})?[/-]\D.*", re.DOTALL)
_YEAR = re.compile(r"^\d+/(\d{4})/")


def normalise_number(text: str) -> str:
    """``118 /KH–VKSHP-TTr`` → ``118/KH-VKSHP-TTr``: NFC, no spaces, hyphens for dashes."""
    number = re.sub(r"\s+", "", nfc(text)).translate(_DASHES)
    return re.sub(r"^(?i:số):?", "", number)


def is_number(text: str) -> bool:
    """Whether *text* has the shape of a document's number."""
    return bool(_NUMBER.fullmatch(normalise_number(text)))


def number_key(text: str) -> str:
    """Key for comparing numbers: letter case and leading zeros do not count, Đ does."""
    return normalise_number(text).casefold().lstrip("0")


def lookalike_key(text: str) -> str:
    """Key under which numbers that differ only in Đ/D or a mark fall together."""
    return fold(number_key(text))


def number_year(text: str) -> int | None:
    """The year within a normative document's number (``10/2022/QH15`` → 2022)."""
    match = _YEAR.match(normalise_number(text))
    return int(match[1]) if match else None


def number_type(text: str) -> str | None:
    """The type that a number's code names most often; None where it names none."""
    return next(iter(number_types(text)), None)


def number_types(text: str) -> tuple[str, ...]:
    """The types that a number's code may name, decided by position; the likeliest first."""
    number = normalise_number(text)
    if match := re.match(r"\d+[A-Za-z]?-([^/\W\d]+)/", number):
        ordinary = TYPE_CODES.get(match[1])
        return _PARTY_TYPES.get(match[1]) or ((ordinary,) if ordinary else ())
    match = re.match(r"\d+[A-Za-z]?(?:/\d{4})?/([^\W\d]+)", number)
    if not match or re.match(r"QH\d+$", number.rpartition("/")[2]):
        return ()  # a law or a resolution of the National Assembly: the number does not say which
    ordinary = TYPE_CODES.get(match[1])
    return (ordinary,) if ordinary else ()


def document_slug(number: str, year: int | None) -> str:
    """``118/KH-VKSHP-TTr`` of 2025 → ``118-kh-vkshp-ttr-2025``."""
    slug = slugify(normalise_number(number)) or "khong-ro-so"
    own_year = number_year(number)
    return slug if year is None or own_year == year else f"{slug}-{year}"


def year_of(when: date | int | None) -> int | None:
    """The year of a document's date, which may be a bare year."""
    return when.year if isinstance(when, date) else when
