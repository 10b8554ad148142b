"""The queries: what citizens, writers and editors type, of every kind; and phrases drawn by lot."""

from __future__ import annotations

import random
import re
import unicodedata

from .oracle import Oracle, Query


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def phrase(text: str, kind: str = "cụm từ") -> Query:
    return Query(kind, text, (text,))


def apart(text: str, *phrases: str) -> Query:
    return Query("từ rời", text, phrases)


def number(text: str, own: str) -> Query:
    return Query("số, ký hiệu", text, own=own)


def day(text: str, *days: str) -> Query:
    return Query("ngày", text, days=days)


WRITTEN = [
    # Có dấu, không dấu, chữ hoa, dấu tách rời
    phrase("quy chế dân chủ", "cụm từ"),
    Query("cách gọi khác", "quy che dan chu", ("quy che dan chu",), ways=("dân chủ ở cơ sở",)),
    Query("cách gọi khác", "dân chủ ở cơ sở", ("dân chủ ở cơ sở",), ways=("quy chế dân chủ",)),
    phrase("doan thanh nien"),
    phrase("Đoàn Thanh niên"),
    phrase("ĐOÀN THANH NIÊN"),
    phrase("lanh dao don vi"),
    phrase("đối thoại với công chức"),
    phrase("doi thoai voi cong chuc"),
    phrase(nfd("hội nghị cán bộ, công chức, người lao động"), "dấu tách rời"),
    phrase(nfd("hiến máu"), "dấu tách rời"),
    phrase("hội nghị cán bộ công chức người lao động"),
    phrase("phiên tòa rút kinh nghiệm"),
    phrase("phien toa rut kinh nghiem"),
    phrase("bảo vệ bí mật nhà nước"),
    phrase("phòng cháy, chữa cháy"),
    phrase("phong chay chua chay"),
    phrase("thăm, tặng quà gia đình chính sách"),
    # Đúng dấu trước, khác dấu sau
    phrase("hải đường", "đúng dấu trước"),
    phrase("hai đường", "đúng dấu trước"),
    phrase("hải dương", "đúng dấu trước"),
    phrase("hai duong", "đúng dấu trước"),
    phrase("gia đình", "đúng dấu trước"),
    phrase("giả định", "đúng dấu trước"),
    phrase("sơ kết", "đúng dấu trước"),
    phrase("sổ", "đúng dấu trước"),
    phrase("phong trào", "đúng dấu trước"),
    phrase("công tác", "đúng dấu trước"),
    phrase("hiến", "đúng dấu trước"),
    # Hai lối đặt dấu, i và y
    phrase("hoà giải", "đặt dấu, i/y"),
    phrase("hòa giải", "đặt dấu, i/y"),
    phrase("đường thủy", "đặt dấu, i/y"),
    phrase("đường thuỷ", "đặt dấu, i/y"),
    phrase("kĩ năng viết tin", "đặt dấu, i/y"),
    phrase("kỹ năng viết tin", "đặt dấu, i/y"),
    phrase("kỉ luật, kỉ cương", "đặt dấu, i/y"),
    phrase("qui chế theo lối cũ", "đặt dấu, i/y"),
    # Đơn vị, người
    phrase("Phòng 2 (mẫu)", "đơn vị, người"),
    phrase("phong 10 mau", "đơn vị, người"),
    phrase("vksnd huyen mau c", "đơn vị, người"),
    phrase("Ban Thanh tra nhân dân", "đơn vị, người"),
    phrase("ha quang trung", "đơn vị, người"),
    phrase("nguoi viet mau 26", "đơn vị, người"),
    Query(
        "cách gọi khác",
        "vks quan mau a",
        ("vks quan mau a",),
        ways=("vksnd quan mau a", "vien kiem sat nhan dan quan mau a"),
    ),
    Query(
        "cách gọi khác",
        "Viện kiểm sát nhân dân khu vực Mẫu 1",
        ("Viện kiểm sát nhân dân khu vực Mẫu 1",),
        ways=("vksnd khu vuc mau 1", "vks khu vuc mau 1"),
    ),
    # Số, ký hiệu
    number("118/KH-VKSMAU-TTr", "118 kh vksmau ttr"),
    number("118 kh vksmau ttr", "118 kh vksmau ttr"),
    number("118/kh-vksmau", "118 kh vksmau"),
    number("KH 118", "118 kh"),
    number("kế hoạch số 118", "118 kh"),
    number("ke hoach 118", "118 kh"),
    number("712/qd-vksmau", "712 qd vksmau"),
    number("712 QĐ", "712 qd"),
    number("quyết định 712", "712 qd"),
    number("QĐ VKSMAU 712", "712 qd vksmau"),
    number("280/2015/QH99", "280 2015 qh99"),
    number("56–KH–VKSMAU", "56 kh vksmau"),
    Query("số và năm", "118/KH-VKSMAU-TTr 2024", ("118/KH-VKSMAU-TTr",), days=("2024",)),
    Query("số và năm", "kế hoạch 118 năm 2025", ("118/KH",), days=("2025",)),
    # Ngày, tháng, năm
    day("04/02/2025", "2025-02-04"),
    day("4/2/2025", "2025-02-04"),
    day("ngày 4 tháng 2 năm 2025", "2025-02-04"),
    day("4-2-2025", "2025-02-04"),
    day("2025-02-04", "2025-02-04"),
    day("25/10/2025", "2025-10-25"),
    day("tháng 3/2025", "2025-03"),
    day("thang 3 2025", "2025-03"),
    day("03/2025", "2025-03"),
    day("tháng 12 năm 2024", "2024-12"),
    day("năm 2019", "2019"),
    Query("từ và ngày", "Phòng 2 tháng 3/2025", ("Phòng 2",), days=("2025-03",)),
    Query("từ và ngày", "hoi nghi thang 3 nam 2025", ("hoi nghi",), days=("2025-03",)),
    Query("từ và ngày", "hiến máu năm 2019", ("hiến máu",), days=("2019",)),
    # Từ không liền nhau
    apart("hiến máu phòng 5", "hiến máu", "phòng 5"),
    apart("tap huan phong 10", "tap huan", "phong 10"),
    apart("đối thoại phòng 6", "đối thoại", "phòng 6"),
    apart("hội nghị chuyển đổi số", "hội nghị", "chuyển đổi số"),
    apart("thể thao công đoàn", "thể thao", "công đoàn"),
    apart("học sinh tuyên truyền", "học sinh", "tuyên truyền"),
]


def drawn(oracle: Oracle, count: int, seed: int = 4) -> list[Query]:
    """Phrases of two to six words from texts, with and without marks in turn."""
    lot = random.Random(seed)
    pages = [page for page in oracle.pages.values() if page.kind == "tin" and page.body]
    found: list[Query] = []
    while len(found) < count:
        words = re.findall(r"[^\W_]+", lot.choice(lot.choice(pages).body))
        size = lot.randint(2, 6)
        if len(words) <= size:
            continue
        start = lot.randrange(len(words) - size)
        text = " ".join(words[start : start + size])
        if not text.replace(" ", "").isalpha():
            continue
        if len(found) % 2:
            bare = nfd(text).replace("đ", "d").replace("Đ", "D")
            text = "".join(c for c in bare if not unicodedata.combining(c))
        found.append(phrase(text, "cụm từ rút thăm"))
    return found


def headlines(oracle: Oracle, count: int, seed: int = 5) -> list[Query]:
    """Whole headlines, as somebody who saw one types it again."""
    lot = random.Random(seed)
    titles = sorted(page.title for page in oracle.pages.values() if page.kind == "tin")
    return [phrase(title, "cả đầu đề") for title in lot.sample(titles, count)]
