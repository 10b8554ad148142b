"""Numbers without a code: “Nghị quyết số 79 và 80”, “Quy chế 116”, but not “kế hoạch 5 năm”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.references.alphabet import DASH, GAP, listed
from newsroom.references.kinds import ALSO_VERBS, MAY_BE_BARE, MAY_BE_BARE_AFTER_SO, NORMATIVE
from newsroom.references.leading import Lead

_NUMBER = re.compile(
    rf"(\d{{1,5}}[a-zA-Z]?(?!\w))(?:/((?:19|20)\d\d)(?![\w/]))?(?![/%°]|[.,:]\d|\s?[{DASH}]\s?\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = re.compile(r"\s*(?:\Z|[.,;:)\]”\"’»!?…]|[–—-]\s|\n[^\S\n]*\n)")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_OWN_YEAR = re.compile(rf"{GAP}năm{GAP}\d{{4}}(?!\s*[{DASH}])")
_FUNCTION_WORDS = frozenset(
    listed(
        "của|về|và|với|do|tại|gồm|có|được|đã|là|thì|cũng|nêu|quy|ban|đến|trong|theo|còn|nhưng|để|cho"
        "|hoặc|hay|cùng|từ|trên|ở|khi|nên|vẫn|sẽ|đang|vào|như|mà|này|trước|sau|không|đều|hiện|số|nói"
        "|nhằm|vừa|khóa|khoá|tới|sang|bằng|quyết|nghị|chỉ|thông|kết|vì|bị|thay|sửa|xác|yêu|đề|hướng"
        "|ra|mới|trung|ngành|liên|đối|giữa|rồi|thật|phải|cần|dù|nếu|ngay|gắn"
    )
)
_COUNTED = frozenset(
    listed(
        "tháng|năm|ngày|tuần|giờ|phút|giây|quý|nội|vấn|nhiệm|giải|bước|điểm|điều|chương|mục|trang|phần"
        "|người|cán|đồng|đại|đảng|bị|vụ|việc|tin|đơn|trường|chỉ|tiêu|kiến|văn|lượt|lần|buổi|cuộc|đợt"
        "|triệu|tỷ|tỉ|nghìn|ngàn|km|m|ha|tấn|suất|căn|hộ|lớp|xã|phường|quận|huyện|tỉnh|đội|tổ|nhóm"
        "|đối|quyết|loại|hình|khoản|thành|hội|công|bài|cấp|bên|nước|em|học|chiến|hạng|dự|sáng|mô"
        "|phong|tập|cá|câu|ý|phiếu|cơ|kỳ|chi|ủy|kiểm|chức|thủ|biện|đầu|cặp|chuyên|hồ|bản|con|cái|lít"
        "|gói|tiết|chỗ|vị|địa|sản|lô|phòng|nhà|mẫu|lỗi|tội|án|x|kg|g|bộ|ngành|tờ|quyển|lá|trong|lớp|khóa"
    )
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a code and where it ends."""

    end: int
    number: str
    has_year: bool


def read_bare(text: str, start: int) -> Bare | None:
    """The digits at *start*, with a year after a slash; None where they are part of more."""
    match = _NUMBER.match(text, start)
    return Bare(match.end(), match.group(), match[2] is not None) if match else None


def stands_alone(text: str, bare: Bare, lead: Lead) -> bool:
    """Whether a number without a date is a document's, by the kind before and the word after."""
    if lead.has_so:
        return _may_be_bare(bare, lead) and _fits(text, bare.end, lead)
    if (lead.kind and lead.kind not in MAY_BE_BARE) or _YEAR.fullmatch(bare.number):
        return False  # Bộ luật 2015, Kế hoạch 2025
    if bare.has_year and lead.kind not in NORMATIVE:
        return False  # kế hoạch 02/2025
    if not lead.is_capital and lead.kind in ALSO_VERBS:
        return False
    return _fits(text, bare.end, lead)


def _may_be_bare(bare: Bare, lead: Lead) -> bool:
    if lead.kind is None or lead.kind in MAY_BE_BARE:
        return True
    return len(bare.number) > 1 and lead.kind in MAY_BE_BARE_AFTER_SO


def _fits(text: str, end: int, lead: Lead) -> bool:
    if _ENDS.match(text, end):
        return True
    following = _NEXT.match(text, end)
    word = following[1] if following else ""
    if word == "năm" and _OWN_YEAR.match(text, end):
        return True
    if lead.kind and lead.has_so:
        return word not in {"tháng", "tuần"}
    if lead.kind and lead.is_capital:
        return word in {"của", "về"} or word not in _COUNTED
    return word.lower() in _FUNCTION_WORDS and word not in {"ngày"}
