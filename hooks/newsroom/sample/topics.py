"""What sample articles are about: headlines, the activity as the text names it, tags, archive."""

from __future__ import annotations

from dataclasses import dataclass

ARCHIVE_TAG = "dân chủ ở cơ sở"

IMPLEMENTING = "to-chuc-thuc-hien"
SUPERVISING = "kiem-tra-giam-sat"
DISCLOSING = "cong-khai"
DECIDING = "ban-quyet-dinh"
CONSULTING = "tham-gia-y-kien"


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of activity. In headlines ``{don_vi}`` is the unit; ``activity`` is a noun phrase.

    ``form`` and ``contents`` classify it in the democracy archive; empty for anything else.
    """

    headlines: tuple[str, ...]
    activity: str
    tags: tuple[str, ...]
    form: str = ""
    contents: tuple[str, ...] = ()
    is_inspection: bool = False


ARCHIVE_TOPICS = (
    Topic(
        (
            "{don_vi} tiếp Đoàn kiểm tra thực hiện dân chủ ở cơ sở",
            "Kiểm tra việc thực hiện dân chủ ở cơ sở tại {don_vi}",
        ),
        "buổi làm việc với Đoàn kiểm tra về thực hiện dân chủ ở cơ sở",
        ("kiểm tra",),
        "kiem-tra",
        (IMPLEMENTING,),
        is_inspection=True,
    ),
    Topic(
        ("{don_vi} tự kiểm tra việc thực hiện quy chế dân chủ",),
        "đợt tự kiểm tra việc thực hiện quy chế dân chủ",
        ("kiểm tra",),
        "tu-kiem-tra",
        (IMPLEMENTING, SUPERVISING),
    ),
    Topic(
        (
            "{don_vi} tổ chức hội nghị cán bộ, công chức, người lao động năm {nam}",
            "Hội nghị cán bộ, công chức năm {nam} của {don_vi}: bàn về {noi_dung}",
        ),
        "hội nghị cán bộ, công chức, người lao động",
        ("hội nghị", "công đoàn"),
        "hoi-nghi-can-bo",
        (DECIDING, CONSULTING, DISCLOSING),
    ),
    Topic(
        ("Lãnh đạo {don_vi} đối thoại với công chức về {noi_dung}",),
        "buổi đối thoại giữa lãnh đạo và công chức, người lao động",
        ("hội nghị",),
        "doi-thoai",
        (CONSULTING, SUPERVISING),
    ),
    Topic(
        ("{don_vi} lấy ý kiến công chức về {noi_dung}",),
        "đợt lấy ý kiến công chức, người lao động",
        ("góp ý văn bản",),
        "lay-y-kien",
        (CONSULTING,),
    ),
    Topic(
        ("{don_vi} niêm yết, thông báo công khai {cong_khai}",),
        "việc niêm yết, thông báo công khai theo quy chế dân chủ",
        ("cải cách hành chính",),
        "niem-yet-thong-bao",
        (DISCLOSING,),
    ),
    Topic(
        ("{don_vi} quán triệt quy định về dân chủ ở cơ sở",),
        "buổi tuyên truyền, quán triệt quy định về dân chủ ở cơ sở",
        ("tuyên truyền",),
        "tuyen-truyen-quan-triet",
        (IMPLEMENTING, DISCLOSING),
    ),
    Topic(
        (
            "{don_vi} tọa đàm về thực hiện dân chủ ở cơ sở",
            "Tập huấn kỹ năng thực hiện dân chủ ở cơ sở tại {don_vi}",
        ),
        "buổi tập huấn, tọa đàm về thực hiện dân chủ ở cơ sở",
        ("tập huấn", "tọa đàm"),
        "tap-huan-toa-dam",
        (IMPLEMENTING, CONSULTING),
    ),
    Topic(
        ("Ban Thanh tra nhân dân giám sát {noi_dung} tại {don_vi}",),
        "buổi làm việc của Ban Thanh tra nhân dân",
        ("kiểm tra", "công đoàn"),
        "ban-thanh-tra-nhan-dan",
        (SUPERVISING,),
    ),
    Topic(
        ("{don_vi} ban hành quy chế mẫu về {noi_dung}",),
        "việc xây dựng và ban hành quy chế theo tinh thần dân chủ ở cơ sở",
        ("góp ý văn bản",),
        "ban-hanh-van-ban",
        (IMPLEMENTING, DECIDING),
    ),
    Topic(
        ("{don_vi} sơ kết thực hiện dân chủ ở cơ sở {ky} {nam}",),
        "buổi sơ kết việc thực hiện dân chủ ở cơ sở",
        ("sơ kết, tổng kết",),
        "so-ket-tong-ket",
        (IMPLEMENTING, SUPERVISING),
    ),
)
"""One for each form of the democracy archive; the first content is the usual one."""

OTHER_TOPICS = (
    Topic(
        ("{don_vi} sơ kết công tác {ky} {nam}", "{don_vi} đánh giá kết quả công tác {ky} {nam}"),
        "hội nghị sơ kết công tác",
        ("sơ kết, tổng kết", "hội nghị"),
    ),
    Topic(
        ("{don_vi} tập huấn về {noi_dung}", "Tập huấn tại {don_vi}: {noi_dung}"),
        "lớp tập huấn nghiệp vụ",
        ("tập huấn",),
    ),
    Topic(
        ("{don_vi} kiểm tra {noi_dung}", "Đoàn kiểm tra làm việc với {don_vi} về {noi_dung}"),
        "buổi kiểm tra nghiệp vụ",
        ("kiểm tra",),
        is_inspection=True,
    ),
    Topic(
        ("{don_vi} phát động thi đua về {noi_dung}",),
        "lễ phát động thi đua",
        ("thi đua, khen thưởng",),
    ),
    Topic(
        ("{don_vi} tuyên truyền pháp luật cho học sinh",),
        "buổi tuyên truyền pháp luật cho học sinh",
        ("tuyên truyền", "thanh niên"),
    ),
    Topic(
        ("Tuổi trẻ {don_vi} tham gia ngày hội hiến máu năm {nam}",),
        "ngày hội hiến máu tình nguyện",
        ("hiến máu", "thanh niên"),
    ),
    Topic(
        ("{don_vi} ứng dụng phần mềm vào {noi_dung}", "Chuyển đổi số ở {don_vi}: {noi_dung}"),
        "buổi giới thiệu phần mềm dùng chung",
        ("chuyển đổi số",),
    ),
    Topic(
        ("{don_vi} dự phiên tòa rút kinh nghiệm", "Rút kinh nghiệm sau phiên tòa ở {don_vi}"),
        "buổi rút kinh nghiệm sau phiên tòa",
        ("phiên tòa rút kinh nghiệm", "kiểm sát xét xử"),
    ),
    Topic(
        ("{don_vi} sinh hoạt chuyên đề: {noi_dung}",),
        "buổi sinh hoạt chuyên đề",
        ("xây dựng Đảng",),
    ),
    Topic(
        ("{don_vi} thăm, tặng quà gia đình chính sách", "Hoạt động tri ân của {don_vi}"),
        "hoạt động thăm hỏi, tri ân",
        ("an sinh xã hội", "công đoàn"),
    ),
    Topic(
        ("{don_vi} giao lưu thể thao chào mừng ngày lễ lớn",),
        "buổi giao lưu thể thao",
        ("văn hóa, thể thao", "công đoàn"),
    ),
    Topic(
        ("{don_vi} tiếp công dân theo lịch mẫu", "Đổi mới việc tiếp công dân ở {don_vi}"),
        "buổi tiếp công dân định kỳ",
        ("tiếp công dân", "cải cách hành chính"),
    ),
    Topic(
        ("{don_vi} góp ý dự thảo văn bản về {noi_dung}",),
        "cuộc họp góp ý dự thảo văn bản",
        ("góp ý văn bản",),
    ),
    Topic(
        ("{don_vi} rà soát {noi_dung}", "{don_vi} triển khai {noi_dung}"),
        "cuộc họp chuyên đề",
        ("công tác nội bộ",),
    ),
)
"""Everything that is not about democracy at the grass roots."""
