"""What a portal's page shows beside the article: headings of side columns, signs of pictures."""

from __future__ import annotations

import re

from newsroom.text import fold

_HEADINGS = frozenset(
    map(
        fold,
        [
            "Tin tức mới nhất",
            "Tin mới nhất",
            "Tin mới",
            "Tin mới hơn",
            "Tin cũ hơn",
            "Tin liên quan",
            "Tin tức liên quan",
            "Bài viết liên quan",
            "Tin, bài liên quan",
            "Các tin khác",
            "Các tin đã đưa",
            "Các bài khác",
            "Tin khác",
            "Tin cùng chuyên mục",
            "Bài cùng chuyên mục",
            "Tin đọc nhiều",
            "Tin xem nhiều",
            "Xem nhiều nhất",
            "Ý kiến bạn đọc",
            "Ý kiến của bạn",
            "Gửi bình luận",
            "Bình luận",
            "Thông báo",
            "Thống kê truy cập",
            "Lượt truy cập",
            "Liên kết website",
        ],
    )
)
_COUNT = re.compile(r"\s*[(\[]?\d*[)\]]?\s*[:.…]*$")
_GAP_SIGN = re.compile(r"\banh tin bai(?![a-z])|\[(?:ảnh|hình ảnh|anh)\]", re.IGNORECASE)


def leftover_heading(text: str) -> bool:
    """Whether *text* is the heading of a side column: “Tin tức mới nhất”, “Ý kiến bạn đọc (0)”."""
    return len(text) < 60 and fold(_COUNT.sub("", text)) in _HEADINGS


def is_gap_sign(text: str) -> bool:
    """Whether *text* is nothing but the sign of a picture that was there: “anh tin bai”."""
    return _GAP_SIGN.fullmatch(text.strip()) is not None


def split_gap_sign(text: str) -> tuple[str, str, str]:
    """``(before, sign, after)``; sign and before are empty where there is none."""
    match = _GAP_SIGN.search(text)
    if match is None:
        return "", "", text
    return text[: match.start()].strip(), match.group(), text[match.end() :].strip()
