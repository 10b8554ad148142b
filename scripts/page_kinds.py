"""Mỗi kiểu trang một địa chỉ, trên trang thử của trial_site.py: để kiểm thử, đo và chụp."""

from __future__ import annotations

ARTICLE = "tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025/"
FULL_ARTICLE = "mau/tin/2025/bai-du-moi-thu/"
OLD_ADDRESS = "mau/vksnd-mau/bai-du-moi-thu-1/"
"""An alias of the full article: a page that only leads to it."""

PAGES = {
    "trang chủ, một bài": "",
    "bài thật": ARTICLE,
    "bài có đủ mọi thứ": FULL_ARTICLE,
    "đơn vị có bài": "don-vi/phong-2/",
    "đơn vị đã kết thúc": "don-vi/vksnd-quan-le-chan/",
    "kế hoạch": "ke-hoach/118-kh-vkshp-ttr-2025/",
    "văn bản": "van-ban/10-2022-qh15/",
    "kế hoạch có nhiều bài": "mau/ke-hoach/118-kh-vksmau-ttr-2025/",
    "đơn vị kế tục": "mau/don-vi/vksnd-khu-vuc-mau-2/",
    "chuyên mục dân chủ": "dan-chu/",
    "dân chủ theo năm": "dan-chu/2025/",
    "dân chủ theo kỳ": "mau/dan-chu/ky/2025-h2/",
    "các kỳ": "mau/dan-chu/ky/",
    "trang thường": "ho-tro-tiep-can/",
    "trang chủ, nhiều bài": "mau/",
    "tin tức": "mau/tin/",
    "tin tức, trang 1": "mau/tin/trang/1/",
    "tin theo năm": "mau/tin/2024/",
    "danh sách đơn vị": "mau/don-vi/",
    "danh sách kế hoạch": "mau/ke-hoach/",
    "danh sách văn bản": "mau/van-ban/",
    "bảng đơn vị và nội dung": "mau/dan-chu/",
    "nội dung": "mau/dan-chu/noi-dung/cong-khai/",
    "chủ đề": "mau/chu-de/",
    "tin theo tháng": "mau/tin/2025/12/",
    "đơn vị có nhiều bài": "mau/don-vi/phong-7/",
    "sơ đồ trang": "mau/so-do-trang/",
    "dữ liệu mở": "mau/du-lieu/",
    "theo dõi qua RSS": "mau/theo-doi/",
    "tìm kiếm": "tim-kiem/",
    "không tìm thấy": "404.html",
}
