"""A text of our own with the traits of those pasted from the old portal; everybody in it is a sample.

Paragraphs, not lines: tests wrap them as they need.
"""

from __future__ import annotations

import textwrap

HEADLINE = "Phòng 9 Viện kiểm sát nhân dân thành phố Mẫu tổ chức kiểm tra việc thực hiện quy chế dân chủ năm 2024"
LEAD = (
    "Thực hiện Kế hoạch số 45/KH-VKSM-TTr ngày 15/01/2024 của Ban chỉ đạo thực hiện dân chủ ở cơ sở về"
    " kiểm tra việc thực hiện dân chủ ở cơ sở năm 2024. Ngày 09/4/2024, Phòng 9 Viện kiểm sát nhân dân"
    " thành phố Mẫu tiếp Đoàn kiểm tra thực hiện quy chế dân chủ."
)
CAPTION = "Đồng chí Trần Văn Mẫu phát biểu tại buổi kiểm tra của Đoàn"
BYLINE = "Nguyễn Thị Mẫu, Chuyên viên Phòng 9 VKSND thành phố Mẫu"
AFTER_LEAD = [
    "Trưởng đoàn là đồng chí Lê Thị Mẫu - Chánh Thanh tra, cùng đi có các thành viên Tổ giúp việc. Đoàn"
    " đã nghe đơn vị trình bày báo cáo mẫu về kết quả công tác trong sáu tháng vừa qua.",
    "Sau khi có Quyết định số 88/QĐ-VKSM ngày 20/11/2023, lãnh đạo đơn vị đã quán triệt đến toàn thể"
    " cán bộ, công chức; thi đua – khen thưởng được thực hiện đúng quy định. Công chức Phòng 9 tham gia"
    " sinh hoạt với Câu lạc bộ “Những người viết mẫu của ngành Kiểm sát” và đã cơ bản hoàn thành chỉ"
    " tiêu. Luật Dân chủ mẫu có hiệu lực từ ngày 01/7/2023 được phổ biến đầy đủ , đúng hạn.",
    "Báo cáo nêu một số kiến nghị như sau:",
    "Thứ nhất, tiếp tục tuyên truyền về dân chủ ở cơ cở, nêu gương người tốt, việc tốt trong toàn đơn"
    " vị, nhất là trong các buổi giao ban, sinh hoạt của đơn vị mẫu.",
    "Thứ hai, ứng dụng công nghệ thông tin vào quản lý, chỉ đạo, điều hành và nghiệp vụ hằng ngày.",
]
LAST = (
    "Tại buổi làm việc, Phòng 9 đã chuẩn bị đầy đủ sổ sách, tài liệu phục vụ Đoàn kiểm tra, tạo điều kiện"
    " cho buổi kiểm tra mẫu diễn ra thuận lợi, đúng quy chế và đạt kết quả như mong muốn./."
)
PARAGRAPHS = [LEAD, *AFTER_LEAD, LAST]


def wrapped(width: int, *, headline_too: bool = False) -> str:
    """The text as a portal's page gives it: hard wraps, an empty line where the picture was."""
    headline = _lines([HEADLINE], width) if headline_too else [HEADLINE]
    lines = [*headline, *_lines([LEAD, *AFTER_LEAD], width), "", *_lines([CAPTION, LAST], width)]
    return "\n".join([*lines, *(_lines([BYLINE], width) if headline_too else [BYLINE])])


def _lines(paragraphs: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return lines


REGISTER = {
    "index.md": "---\ntitle: Trang chủ\n---\n",
    "don-vi/vksnd-mau.md": (
        "---\ntitle: VKSND thành phố Mẫu\nkind: co-quan\n"
        "aliases: [Viện kiểm sát nhân dân thành phố Mẫu]\n---\n"
    ),
    "don-vi/phong-9.md": "---\ntitle: Phòng 9\nkind: phong\nparent: vksnd-mau\n---\n",
    "don-vi/phong-8.md": "---\ntitle: Phòng 8\nkind: phong\nparent: vksnd-mau\n---\n",
    "don-vi/quan-mau.md": (
        "---\ntitle: VKSND quận Mẫu\nkind: quan-huyen\nparent: vksnd-mau\nvalid_to: 2025-06-30\n"
        "closing: {kind: chua-xac-dinh}\n---\n"
    ),
    "ke-hoach/45-kh-vksm-ttr-2024.md": (
        "---\ntitle: Kế hoạch kiểm tra mẫu năm 2024\nnumber: 45/KH-VKSM-TTr\ndate: 2024-01-15\n---\n"
    ),
    "van-ban/88-qd-vksm-2023.md": (
        "---\ntitle: Quyết định mẫu\nnumber: 88/QĐ-VKSM\ndate: 2023-11-20\n---\n"
    ),
}
"""Units and documents of a sample agency."""
