"""Persons as by-lines name them: Vietnamese names, titles before them, roles beside them."""

from __future__ import annotations

import re

from newsroom.importing.syllables import is_syllable
from newsroom.text import fold

_SURNAMES = frozenset(
    fold(name)
    for name in [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đào",
        "Đinh",
        "Đoàn",
        "Trịnh",
        "Mai",
        "Hà",
        "Cao",
        "Lương",
        "Lưu",
        "Tạ",
        "Tô",
        "Trương",
        "Vương",
        "Chu",
        "Châu",
        "Thái",
        "Quách",
        "Triệu",
        "Đồng",
        "Lâm",
        "Lại",
        "Kiều",
        "Khổng",
        "Nghiêm",
        "Ninh",
        "Phùng",
        "Quản",
        "Tăng",
        "Thân",
        "Tống",
        "Trình",
        "Từ",
        "Văn",
        "Vi",
        "Bạch",
        "Bế",
        "Cấn",
        "Cù",
        "Doãn",
        "Giang",
        "Hứa",
        "Khúc",
        "La",
        "Lò",
        "Lục",
        "Mạc",
        "Nông",
        "Ông",
        "Phí",
        "Sầm",
        "Tiêu",
        "Tôn",
        "Trang",
        "Viên",
        "Hoa",
        "Diệp",
        "Thiều",
        "Đàm",
        "Đậu",
        "Âu",
        "Ma",
        "Hầu",
        "Mẫn",
    ]
)
_PROVINCES = frozenset(
    fold(name)
    for name in [
        "An Giang",
        "Bắc Giang",
        "Bắc Kạn",
        "Bạc Liêu",
        "Bắc Ninh",
        "Bến Tre",
        "Bình Định",
        "Bình Dương",
        "Bình Phước",
        "Bình Thuận",
        "Cà Mau",
        "Cần Thơ",
        "Cao Bằng",
        "Đà Nẵng",
        "Điện Biên",
        "Đồng Nai",
        "Đồng Tháp",
        "Gia Lai",
        "Hà Giang",
        "Hà Nam",
        "Hà Nội",
        "Hà Tĩnh",
        "Hải Dương",
        "Hải Phòng",
        "Hậu Giang",
        "Hòa Bình",
        "Hưng Yên",
        "Khánh Hòa",
        "Kiên Giang",
        "Kon Tum",
        "Lai Châu",
        "Lâm Đồng",
        "Lạng Sơn",
        "Lào Cai",
        "Long An",
        "Nam Định",
        "Nghệ An",
        "Ninh Bình",
        "Ninh Thuận",
        "Phú Thọ",
        "Phú Yên",
        "Quảng Bình",
        "Quảng Nam",
        "Quảng Ngãi",
        "Quảng Ninh",
        "Quảng Trị",
        "Sóc Trăng",
        "Sơn La",
        "Tây Ninh",
        "Thái Bình",
        "Thái Nguyên",
        "Thanh Hóa",
        "Tiền Giang",
        "Trà Vinh",
        "Tuyên Quang",
        "Vĩnh Long",
        "Vĩnh Phúc",
        "Yên Bái",
        "Huế",
    ]
)
"""Names of provinces, also those before the mergers of 2025: a by-line once was one of them."""
_ROLE = (
    r"(?:(?:Phó |Q\. ?)?(?:Viện trưởng|Trưởng phòng|Trưởng ban|Chánh (?:Văn phòng|Thanh tra))"
    r"(?: Phòng)?|Trưởng phòng|Phó phòng"
    r"|(?:Kiểm sát viên|Kiểm tra viên|Chuyên viên|Thẩm tra viên|Điều tra viên)"
    r"(?: (?:sơ cấp|trung cấp|cao cấp|chính|cao cấp VKSND tối cao))?"
    r"|Cán sự|Kế toán(?: trưởng)?|Văn thư|Công chức|Nhân viên|Cán bộ|Cộng tác viên|Phóng viên"
    r"|(?:Phó )?(?:Bí thư|Chủ tịch|Chủ nhiệm)(?: (?:Chi bộ|Chi đoàn|Đoàn Thanh niên|Công đoàn))?"
    r"|Ủy viên|Đoàn viên|Hội viên|KSVSC|KSVTC|KSVCC|KSV|KTV|CV|TTV|CTV|PV)"
)
_ROLE_FIRST = re.compile(rf"(?P<role>{_ROLE})\b[\s,:–-]*", re.IGNORECASE)
_TITLE = re.compile(r"(?:(?:đồng chí|đ/c|ông|bà|anh|chị|ths\.?|ts\.?|luật gia)\s+)+", re.IGNORECASE)
_INITIALS = re.compile(
    r"(?:[A-ZĐ]\.){1,3}[A-ZĐ]?\.?(?: ?[A-ZĐ][a-zà-ỹđ]+)?|(?:P\.?V|BBT|BTV|CTV)\.?"
)


def looks_like_name(text: str) -> bool:
    """Whether *text* may be a person's name: two to six capitalised Vietnamese syllables."""
    words = text.split()
    if not 2 <= len(words) <= 6 or text.casefold() in {"viện kiểm"}:
        return False
    return all(w[:1].isupper() and w.isalpha() and is_syllable(w) for w in words)


def is_sure_name(text: str) -> bool:
    """Whether it also begins with a usual surname and is no province."""
    return (
        looks_like_name(text)
        and fold(text.split(maxsplit=1)[0]) in _SURNAMES
        and not is_province(text)
    )


def is_province(text: str) -> bool:
    """Whether *text* is a province's name too (“THÁI BÌNH”)."""
    return fold(text) in _PROVINCES


def is_initials(text: str) -> bool:
    """``Đ.B``, ``P.V``: a name that says no more."""
    return _INITIALS.fullmatch(text) is not None


def split_role(text: str) -> tuple[str, str]:
    """``(role, rest)`` of a text that begins with a role; role is empty where it does not."""
    match = _ROLE_FIRST.match(text)
    return (match["role"], text[match.end() :]) if match else ("", text)


def without_title(text: str) -> str:
    """*text* without “đồng chí”, “Đ/c” and the like before it."""
    return _TITLE.sub("", text, count=1) if _TITLE.match(text) else text


def proper_case(name: str) -> str:
    """``PHẠM THỊ MẪU`` → ``Phạm Thị Mẫu``."""
    return " ".join(word.capitalize() for word in name.split())
