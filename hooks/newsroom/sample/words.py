"""Filling sentence templates: ``{noi_dung}`` stands for one of the phrases of that slot.

The phrases are the project's own, neutral and about nobody; combined, no two texts come out alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")

SLOTS: dict[str, tuple[str, ...]] = {
    "chu_the": (
        "tập thể đơn vị",
        "lãnh đạo đơn vị",
        "bộ phận tham mưu",
        "tổ công tác mẫu",
        "bộ phận tổng hợp",
        "các công chức được phân công",
        "toàn thể công chức và người lao động",
        "tổ giúp việc",
        "nhóm chuẩn bị nội dung",
        "bộ phận văn thư, lưu trữ",
        "tổ Đảng và các đoàn thể trong đơn vị",
        "bộ phận theo dõi thi đua",
    ),
    "dong_tu": (
        "triển khai",
        "rà soát",
        "hoàn thiện",
        "theo dõi",
        "cập nhật",
        "tổng hợp",
        "phổ biến",
        "tổ chức thực hiện",
        "thống nhất",
        "trao đổi về",
        "đánh giá",
        "đôn đốc thực hiện",
        "bổ sung",
        "phân công thực hiện",
        "xây dựng dự thảo về",
        "lấy ý kiến về",
    ),
    "noi_dung": (
        "kế hoạch công tác năm của đơn vị",
        "quy chế làm việc",
        "quy chế chi tiêu nội bộ",
        "nội quy cơ quan",
        "chế độ thông tin, báo cáo",
        "lịch trực nghiệp vụ",
        "phương án phân công nhiệm vụ",
        "tiêu chí chấm điểm thi đua",
        "danh mục hồ sơ cần lưu trữ",
        "việc sử dụng tài sản công",
        "việc tiếp nhận và xử lý đơn",
        "việc ứng dụng công nghệ thông tin",
        "kỹ năng nghiên cứu hồ sơ",
        "kỹ năng soạn thảo văn bản",
        "việc quản lý, sử dụng con dấu",
        "công tác bảo vệ bí mật nhà nước",
        "công tác phòng cháy, chữa cháy",
        "văn hóa công sở",
        "kỷ luật, kỷ cương hành chính",
        "việc tiết kiệm điện, nước, văn phòng phẩm",
        "chương trình bồi dưỡng nghiệp vụ",
        "kế hoạch luân chuyển công việc",
        "phong trào thi đua theo chuyên đề",
        "việc lập hồ sơ điện tử",
        "quy trình phối hợp giữa các bộ phận",
        "sổ theo dõi văn bản đi, văn bản đến",
        "công tác an sinh xã hội",
        "việc học tập và làm theo gương người tốt, việc tốt",
        "việc đọc sách và xây dựng tủ sách pháp luật",
        "chuyên đề mẫu số {so}",
    ),
    "ket_qua": (
        "bảo đảm đúng tiến độ đã đề ra",
        "được tập thể đánh giá cao",
        "tạo sự đồng thuận trong đơn vị",
        "góp phần nâng cao chất lượng công tác",
        "đạt {so} phần trăm chỉ tiêu mẫu",
        "giảm được thời gian xử lý công việc",
        "khắc phục một số tồn tại của năm trước",
        "giúp công chức nắm chắc hơn quy định",
        "được ghi nhận trong biên bản",
        "làm cơ sở để chấm điểm thi đua",
        "tạo thói quen làm việc khoa học",
        "hạn chế việc trùng lặp nhiệm vụ",
        "hoàn thành trước thời hạn {so} ngày",
        "bảo đảm công khai, minh bạch",
    ),
    "han_che": (
        "việc cập nhật số liệu có lúc còn chậm",
        "một số ý kiến góp ý còn chung chung",
        "thời gian dành cho thảo luận chưa nhiều",
        "công tác phối hợp có thời điểm chưa chặt chẽ",
        "cơ sở vật chất còn thiếu",
        "hình thức tuyên truyền chưa phong phú",
        "việc lưu hồ sơ chưa thống nhất",
        "biên chế còn ít so với khối lượng công việc",
        "một vài báo cáo gửi sau thời hạn",
        "kỹ năng sử dụng phần mềm chưa đồng đều",
        "việc nhân rộng cách làm hay còn hạn chế",
        "công tác tự kiểm tra chưa thường xuyên",
    ),
    "giai_phap": (
        "tăng cường trao đổi giữa các bộ phận",
        "phân công rõ người, rõ việc, rõ thời hạn",
        "rà soát lại quy trình trước ngày cuối tháng",
        "bố trí thêm thời gian để thảo luận",
        "đổi mới hình thức sinh hoạt chuyên đề",
        "số hóa tài liệu dùng chung",
        "gắn kết quả thực hiện với bình xét thi đua",
        "duy trì giao ban hằng tuần",
        "tổ chức hướng dẫn tại chỗ cho công chức mới",
        "lập sổ tay câu hỏi thường gặp",
        "công khai kết quả trên bảng tin của đơn vị",
        "tổng hợp vướng mắc để kiến nghị cấp trên",
        "thường xuyên tự kiểm tra và báo cáo",
        "nhân rộng những cách làm hiệu quả",
    ),
    "tai_lieu": (
        "tài liệu chuẩn bị sẵn",
        "báo cáo chuyên đề",
        "bảng tổng hợp số liệu",
        "dự thảo lần {lan}",
        "biên bản của kỳ trước",
        "phiếu lấy ý kiến",
        "hồ sơ lưu tại đơn vị",
        "sổ theo dõi công việc",
        "phụ lục kèm theo báo cáo",
        "bài trình bày tóm tắt",
    ),
    "thoi_gian": (
        "trong quý {quy}",
        "trong 6 tháng đầu năm",
        "trong 6 tháng cuối năm",
        "trong tháng vừa qua",
        "thời gian qua",
        "từ đầu năm đến nay",
        "trong kỳ báo cáo",
        "trong tuần đầu của tháng",
        "sau {so} ngày thực hiện",
        "qua {lan} đợt triển khai",
    ),
    "nguoi": (
        "đồng chí Cán bộ mẫu {so}",
        "đồng chí Đại biểu mẫu {so}",
        "đại diện lãnh đạo đơn vị",
        "đại diện tổ giúp việc",
        "đồng chí chủ trì",
        "đồng chí thư ký",
        "đại diện tổ chức công đoàn",
        "đại diện chi đoàn thanh niên",
        "một công chức trẻ của đơn vị",
        "đồng chí báo cáo viên",
    ),
    "khong_khi": (
        "cởi mở, thẳng thắn",
        "nghiêm túc, trách nhiệm",
        "dân chủ, xây dựng",
        "khẩn trương, hiệu quả",
        "ấm áp, gần gũi",
        "trang trọng, tiết kiệm",
        "sôi nổi, đoàn kết",
    ),
    "noi": (
        "tại phòng họp tầng {lan}",
        "tại hội trường mẫu",
        "tại trụ sở đơn vị",
        "theo hình thức trực tuyến",
        "bằng hình thức trực tiếp kết hợp trực tuyến",
        "tại điểm cầu của đơn vị",
        "tại phòng truyền thống",
        "tại nhà văn hóa mẫu",
    ),
    "muc_tieu": (
        "hoàn thành nhiệm vụ được giao",
        "nâng cao ý thức trách nhiệm của công chức",
        "phát huy quyền làm chủ của công chức, người lao động",
        "xây dựng đơn vị đoàn kết, vững mạnh",
        "phục vụ người dân tốt hơn",
        "chuẩn hóa cách làm trong toàn đơn vị",
        "giảm giấy tờ không cần thiết",
        "bảo đảm thông tin thông suốt",
        "kịp thời tháo gỡ khó khăn từ cơ sở",
    ),
    "cong_khai": (
        "kết quả thi đua",
        "quyết toán kinh phí",
        "kế hoạch đào tạo, bồi dưỡng",
        "việc nâng lương thường xuyên",
        "quy chế chi tiêu nội bộ",
        "danh sách quy hoạch",
        "lịch tiếp công dân",
        "kế hoạch mua sắm tài sản",
        "kết quả đánh giá, xếp loại",
    ),
    "ky": ("quý I", "quý II", "quý III", "6 tháng đầu năm", "9 tháng đầu năm", "năm"),
    "lan": ("2", "3", "4", "5"),
    "so_ngay": ("05", "10", "15", "20", "25"),
    "gio": ("10", "11", "16", "17"),
    "quy": ("I", "II", "III", "IV"),
    "so": tuple(f"{number:02d}" for number in range(2, 99)),
}


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Literal text and slot names in turn, beginning and ending with text."""
    return tuple(_SLOT.split(template))


def fill(template: str, rng: Random, facts: Mapping[str, str]) -> str:
    """Return *template* with each slot filled: from *facts*, or else with a phrase by chance.

    A slot that comes twice gets two different phrases.
    """
    parts = list(_parts(template))
    used: set[str] = set()
    for place in range(1, len(parts), 2):
        slot = parts[place]
        fact = facts.get(slot)
        parts[place] = fill(_unused(slot, used, rng), rng, facts) if fact is None else fact
    return "".join(parts)


def _unused(slot: str, used: set[str], rng: Random) -> str:
    phrase = rng.choice(SLOTS[slot])
    while phrase in used:
        phrase = rng.choice(SLOTS[slot])
    used.add(phrase)
    return phrase


def sentence(template: str, rng: Random, facts: Mapping[str, str]) -> str:
    """Like :func:`fill`, with a capital letter in front."""
    text = fill(template, rng, facts)
    return text[0].upper() + text[1:]
