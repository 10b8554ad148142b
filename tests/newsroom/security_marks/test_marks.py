"""Where a security mark stands, and where the same letters are none."""

from __future__ import annotations

import unicodedata

import pytest

from newsroom.security_marks.in_names import mark_in_name
from newsroom.security_marks.in_texts import mark_in_title, mark_on_page, marks_in_body
from newsroom.security_marks.marks import Mark

TOP, HIGH, SECRET, INTERNAL = Mark.TOP, Mark.HIGH, Mark.SECRET, Mark.INTERNAL

NAMES = {
    "van-ban/tuyet-mat.pdf": TOP,
    "van-ban/TOI_MAT.pdf": HIGH,
    "van-ban/118-kh-toi-mat.pdf": HIGH,
    "van-ban/luu-hanh-noi-bo.pdf": INTERNAL,
    "van-ban/Tài liệu LƯU HÀNH NỘI BỘ (2).pdf": INTERNAL,
    "van-ban/Tai lieu luu hanh noi bo.pdf": INTERNAL,
    "van-ban/TuyetMat2025.pdf": TOP,
    "van-ban/kh118toimat.pdf": HIGH,
    "van-ban/toimat.pdf": HIGH,
    "van-ban/LUUHANHNOIBO_v2.pdf": INTERNAL,
    "van-ban/Kế hoạch (MẬT).pdf": SECRET,
    "van-ban/công văn mật.pdf": SECRET,
    "van-ban/cong-van-mat.pdf": SECRET,
    "van-ban/ke-hoach-mat.pdf": SECRET,
    "van-ban/118-KH-VKS_MAT.pdf": SECRET,
    "van-ban/thong-bao-mat.pdf": SECRET,
    "van-ban/118-kh-vks_MAT.pdf": SECRET,
    "van-ban/MAT-ke-hoach-118.pdf": SECRET,
    "van-ban/mat.pdf": SECRET,
    "van-ban/do-mat-2.pdf": SECRET,
    "mật/ke-hoach.pdf": SECRET,
    "toi-mat/ke-hoach.pdf": HIGH,
    # the same letters in other words
    "tin/2025/quy-che-bao-mat.pdf": None,
    "tin/2025/Quy chế bảo mật.pdf": None,
    "tin/2025/luat-bao-ve-bi-mat-nha-nuoc.pdf": None,
    "tin/2025/Luật Bảo vệ bí mật nhà nước.pdf": None,
    "tin/2025/mat-do-dan-cu.pdf": None,
    "tin/2025/Mật độ dân cư.pdf": None,
    "tin/2025/mat-tran-to-quoc.jpg": None,
    "tin/2025/gap-mat-can-bo-huu-tri.jpg": None,
    "tin/2025/le-ra-mat.jpg": None,
    "tin/2025/doan-toi-mat-tran-to-quoc.jpg": None,
    "tin/2025/GAP-MAT.jpg": None,
    "tin/2025/vang-mat.jpg": None,
    "tin/2025/nguyen-van-mat-nhan-giay-khen.jpg": None,
    "tin/2025/nguyen-van-mat.jpg": None,
    "tin/2025/Ông Nguyễn Văn Mật.jpg": None,
    "tin/2025/noi-bo-doan-ket.jpg": None,
    "tin/2025/luu-hanh.pdf": None,
    "tin/2025/giải mật hồ sơ.pdf": None,
    "tin/2025/ong-mat.jpg": None,
    "tin/2025/anh.jpg": None,
}


@pytest.mark.parametrize(("path", "mark"), NAMES.items(), ids=NAMES.keys())
def test_in_the_name_of_a_file(path: str, mark: Mark | None) -> None:
    assert mark_in_name(path) == mark
    assert mark_in_name(unicodedata.normalize("NFD", path)) == mark


HEAD = "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
MOTTO = "Độc lập - Tự do - Hạnh phúc\n"
PROSE = "Căn cứ Luật Bảo vệ bí mật nhà nước, Viện kiểm sát lập kế hoạch này.\n"
FIRST_PAGES: dict[str, tuple[str, Mark | None]] = {
    "dấu trên dòng riêng": (HEAD + "MẬT\n" + PROSE, SECRET),
    "dấu trong ngoặc": (HEAD + "(TỐI MẬT)\n" + PROSE, HIGH),
    "chữ thường ở phần đầu": (HEAD + "Tuyệt mật\n" + PROSE, TOP),
    "giãn chữ": (HEAD + "M Ậ T\n", SECRET),
    "giãn chữ, hai từ": (HEAD + "T U Y Ệ T  M Ậ T\n", TOP),
    "phông làm rời chữ": ("VI Ệ N KI Ể M SÁT\nTUY Ệ T  M Ậ T\n", TOP),
    "phông làm rời chữ, chung dòng": (
        "VI Ệ N KI Ể M SÁT M Ậ T C Ộ NG HÒA XÃ H Ộ I CH Ủ  NGHĨA VI Ệ T NAM\n",
        SECRET,
    ),
    "rời chữ, nội bộ": (PROSE + "L Ư U HÀNH N Ộ I B Ộ\n", INTERNAL),
    "xuống dòng giữa dấu": ("TUYỆT\nMẬT\n" + HEAD, TOP),
    "ở cuối trang": (HEAD + MOTTO + PROSE * 30 + "TỐI MẬT\n", HIGH),
    "lưu hành nội bộ ở chân trang": (HEAD + PROSE * 30 + "Lưu hành nội bộ\n", INTERNAL),
    "tài liệu lưu hành nội bộ": ("(TÀI LIỆU LƯU HÀNH NỘI BỘ)\n" + PROSE, INTERNAL),
    "độ mật": (HEAD + PROSE * 20 + "Độ mật: Tối mật\n", HIGH),
    "không dấu": ("VIEN KIEM SAT NHAN DAN\nTUYET MAT\n", TOP),
    "độ mật không dấu": ("DO MAT: MAT\n", SECRET),
    "phông TCVN3": ("viÖn kiÓm s¸t nh©n d©n\nTèI MËT\n", HIGH),
    "chung dòng với quốc hiệu": (
        "VIỆN KIỂM SÁT NHÂN DÂN\nMẬT CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        SECRET,
    ),
    "chung dòng với tiêu ngữ": ("TỐI MẬT Độc lập – Tự do – Hạnh phúc\n", HIGH),
    "chung dòng với số": ("MẬT Số: 12/KH-VKS\n", SECRET),
    "chung dòng, cách quãng": ("VKSND THÀNH PHỐ      MẬT      Bản số: 01\n", SECRET),
    "chung dòng với cơ quan": ("VKSND THÀNH PHỐ MẪU TUYỆT MẬT\n", TOP),
    "mật sau tên cơ quan": ("VKSND THÀNH PHỐ MẪU MẬT\n", SECRET),
    # the same letters in other words
    "văn xuôi": (HEAD + MOTTO + PROSE * 3, None),
    "bảo mật trong đầu đề": (HEAD + "QUY CHẾ BẢO MẬT\n" + PROSE, None),
    "bí mật trong đầu đề": (HEAD + "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC\n" + PROSE, None),
    "đầu đề ngắt giữa từ": (HEAD + "QUY ĐỊNH VỀ CÔNG TÁC BẢO\nMẬT\n" + PROSE, None),
    "ngắt giữa bí và mật": (HEAD + "KẾ HOẠCH BẢO VỆ BÍ\nMẬT NHÀ NƯỚC\n" + PROSE, None),
    "rời chữ, bảo mật": ("QUY CH Ế  B Ả O  M Ậ T\n", None),
    "rời chữ, bảo vệ bí mật": ("K Ế  HO Ạ CH B Ả O V Ệ  BÍ M Ậ T NHÀ N ƯỚ C\n", None),
    "mật độ": ("MẬT ĐỘ DÂN CƯ\nMật độ dân cư năm 2025\n", None),
    "độ tối mật": ("DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT\n" + PROSE, None),
    "tên người": ("QUYẾT ĐỊNH KHEN THƯỞNG ÔNG NGUYỄN VĂN MẬT\n", None),
    "danh sách ba độ mật": (
        MOTTO + PROSE * 12 + "Bí mật nhà nước gồm:\n- Tuyệt mật;\n- Tối mật;\n- Mật.\n",
        None,
    ),
    "ô của bảng, giữa trang": (PROSE * 12 + "Họ và tên\nMật\nPhòng 2\n", None),
    "nội bộ trong câu": (PROSE + "Tài liệu này\nlưu hành nội bộ trong ngành.\n", None),
    "mất, mặt, mắt": ("MẶT TRẬN TỔ QUỐC\nMẤT\nMẮT\n", None),
    "giải mật": ("GIẢI MẬT\n", None),
    "trống": ("", None),
}


@pytest.mark.parametrize(("text", "mark"), FIRST_PAGES.values(), ids=FIRST_PAGES.keys())
def test_on_the_first_page_of_a_file(text: str, mark: Mark | None) -> None:
    assert mark_on_page(text, is_first=True) == mark
    assert mark_on_page(unicodedata.normalize("NFD", text), is_first=True) == mark


LATER_PAGES: dict[str, tuple[str, Mark | None]] = {
    "chữ hoa trên dòng riêng": (PROSE + "MẬT\n", SECRET),
    "chữ thường": ("Mật\n" + PROSE, None),
    "lưu hành nội bộ": (PROSE + "Lưu hành nội bộ\n", INTERNAL),
    "cuối một dòng chữ hoa": ("DANH SÁCH ĐƠN VỊ MẪU MẬT\n", None),
}


@pytest.mark.parametrize(("text", "mark"), LATER_PAGES.values(), ids=LATER_PAGES.keys())
def test_on_a_later_page(text: str, mark: Mark | None) -> None:
    assert mark_on_page(text, is_first=False) == mark


BODIES: dict[str, tuple[str, list[tuple[int, Mark]]]] = {
    "dòng riêng": ("MẬT\n\nĐoạn văn.", [(0, SECRET)]),
    "in đậm": ("Đoạn văn.\n\n**TỐI MẬT**", [(2, HIGH)]),
    "trong ngoặc": ("(Lưu hành nội bộ)\n\nĐoạn.", [(0, INTERNAL)]),
    "ô của bảng": ("| VKSND | MẬT |\n| --- | --- |\n", [(0, SECRET)]),
    "hai dấu": ("MẬT\n\nLƯU HÀNH NỘI BỘ\n", [(0, SECRET), (2, INTERNAL)]),
    "trong câu": ("Luật Bảo vệ bí mật nhà nước có ba độ: tuyệt mật, tối mật, mật.", []),
    "danh sách": ("- Tuyệt mật\n- TỐI MẬT\n1. MẬT\n", []),
    "đề mục": ("## TỐI MẬT\n", []),
    "trích dẫn": ("> MẬT\n", []),
    "trong mã": ("```\nMẬT\n```\n", []),
    "chữ thường một mình": ("Mật\n", []),
    "ngắt dòng giữa từ": ("HỘI NGHỊ VỀ BẢO VỆ BÍ\nMẬT\n", []),
    "câu ngắt dòng": ("Chỉ đạo bảo vệ bí\nmật nhà nước.", []),
}


@pytest.mark.parametrize(("body", "marks"), BODIES.values(), ids=BODIES.keys())
def test_in_a_body(body: str, marks: list[tuple[int, Mark]]) -> None:
    assert list(marks_in_body(body)) == marks


TITLES = {
    "MẬT": SECRET,
    "Tối mật": HIGH,
    "Kế hoạch thanh tra (mật)": SECRET,
    "[TUYỆT MẬT] Phương án": TOP,
    "MẬT - Kế hoạch thanh tra": SECRET,
    "Kế hoạch thanh tra – Lưu hành nội bộ": INTERNAL,
    "Quy chế (tài liệu lưu hành nội bộ)": INTERNAL,
    "Kế hoạch bảo vệ bí mật nhà nước": None,
    "Tập huấn công tác bảo mật": None,
    "BẢO VỆ BÍ MẬT - NHIỆM VỤ CỦA MỌI NGƯỜI": None,
    "Danh mục bí mật nhà nước độ Tối mật": None,
    "Khen thưởng ông Nguyễn Văn Mật": None,
    "Trích yếu mật": None,
    "Đoàn kết nội bộ": None,
}


@pytest.mark.parametrize(("title", "mark"), TITLES.items(), ids=TITLES.keys())
def test_in_a_title(title: str, mark: Mark | None) -> None:
    assert mark_in_title(title) == mark
