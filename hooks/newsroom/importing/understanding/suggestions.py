"""What the headline and lead say of democracy at the grass roots: offered, never set.

Trap (the archive's own rule): an inspection by the steering committee is “tổ chức thực hiện”;
“kiểm tra, giám sát” is what the staff does.
"""

from __future__ import annotations

import re

from newsroom.archives import DEMOCRACY
from newsroom.importing.understanding.model import Suggestion

_ABOUT = re.compile(
    r"dân chủ(?: ở| tại)? cơ sở|quy chế dân chủ|qui chế dân chủ|thực hiện dân chủ", re.I
)
_RULES: tuple[tuple[str, str | None, str | None], ...] = (
    (r"Ban Thanh tra nhân dân", "kiem-tra-giam-sat", "ban-thanh-tra-nhan-dan"),
    (r"tự kiểm tra", "to-chuc-thuc-hien", "tu-kiem-tra"),
    (
        r"(?:đoàn|cuộc|buổi|tổ|kế hoạch) kiểm tra|kiểm tra (?:việc |công tác )?thực hiện",
        "to-chuc-thuc-hien",
        "kiem-tra",
    ),
    (r"hội nghị cán bộ,? công chức", "ban-quyet-dinh", "hoi-nghi-can-bo"),
    (r"đối thoại", "tham-gia-y-kien", "doi-thoai"),
    (r"lấy ý kiến|đóng góp ý kiến|tham gia ý kiến", "tham-gia-y-kien", "lay-y-kien"),
    (
        r"niêm yết|thông báo công khai|công khai (?:tài chính|tài sản|kết quả|dự toán)",
        "cong-khai",
        "niem-yet-thong-bao",
    ),
    (r"tập huấn|tọa đàm|toạ đàm", "to-chuc-thuc-hien", "tap-huan-toa-dam"),
    (r"tuyên truyền|quán triệt", "to-chuc-thuc-hien", "tuyen-truyen-quan-triet"),
    (r"sơ kết|tổng kết", "to-chuc-thuc-hien", "so-ket-tong-ket"),
    (r"ban hành (?:quy chế|quyết định|kế hoạch)", "to-chuc-thuc-hien", "ban-hanh-van-ban"),
)
_MOST = 2


def suggest(headline: str, lead: str, whole: str) -> tuple[Suggestion, ...]:
    """At most two values an axis, the headline's first; none for a text on another subject."""
    if not _ABOUT.search(f"{headline}\n{whole}"):
        return ()
    found: dict[tuple[str, str], Suggestion] = {}
    for text in (headline, lead):
        for pattern, content, form in _RULES:
            match = re.search(pattern, text, re.IGNORECASE)
            if match is None:
                continue
            for axis, value in (("content", content), ("form", form)):
                if value:
                    found.setdefault((axis, value), _suggestion(axis, value, match.group()))
    kept: list[Suggestion] = []
    for axis in ("content", "form"):
        kept += [one for one in found.values() if one.axis == axis][:_MOST]
    return tuple(kept)


def _suggestion(key: str, value_id: str, words: str) -> Suggestion:
    axis = next(axis for axis in DEMOCRACY.axes if axis.key == key)
    value = axis.value(value_id)
    return Suggestion(key, value_id, value.label if value else value_id, words)
