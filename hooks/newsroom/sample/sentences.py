"""The stock of sentence templates, by the part of an article they belong to."""

from __future__ import annotations

OPENINGS = (
    "{ngay}, {don_vi} tổ chức {viec} {noi}, với sự tham gia của {chu_the}.",
    "Nhằm {muc_tieu}, {ngay}, {don_vi} đã tiến hành {viec}.",
    "Thực hiện chương trình công tác mẫu, {ngay}, {don_vi} tổ chức {viec} {noi}.",
    "{ngay}, trong không khí {khong_khi}, {don_vi} tổ chức {viec}.",
    "Với mong muốn {muc_tieu}, {don_vi} tổ chức {viec} vào {ngay} {noi}.",
    "Trong {ngay}, {don_vi} phối hợp với các bộ phận liên quan tổ chức {viec}.",
)
"""First sentences: who did what, when and where."""

COURSE = (
    "Mở đầu, {nguoi} nêu mục đích, yêu cầu và chương trình làm việc, đề nghị các thành viên tập"
    " trung vào {noi_dung}.",
    "Tiếp theo, {nguoi} trình bày {tai_lieu}, trong đó nhấn mạnh việc {dong_tu} {noi_dung}.",
    "Buổi làm việc diễn ra trong không khí {khong_khi}, có {so} lượt ý kiến phát biểu.",
    "Các thành viên lần lượt nghiên cứu {tai_lieu}, đối chiếu với thực tế và ghi vào biên bản.",
    "{nguoi} đề nghị làm rõ cách {dong_tu} {noi_dung} để các bộ phận cùng áp dụng.",
    "Đáp lại, {nguoi} cho biết {chu_the} đã chuẩn bị nội dung này từ sớm và có phân công cụ thể.",
    "Phần thảo luận tập trung vào hai nhóm vấn đề: {noi_dung} và {noi_dung}.",
    "Một số ý kiến cho rằng cần {giai_phap}, đồng thời {giai_phap}.",
    "Đại biểu dự buổi làm việc được xem {tai_lieu} và đặt câu hỏi trực tiếp.",
    "Nội dung trao đổi gắn với công việc hằng ngày, nhất là {noi_dung}.",
    "Thư ký tổng hợp {so} ý kiến, chia thành {lan} nhóm để báo cáo người chủ trì.",
    "Sau giờ giải lao, các nhóm tiếp tục trao đổi về {noi_dung} với tinh thần {khong_khi}.",
    "{nguoi} chia sẻ kinh nghiệm của bản thân khi được giao {dong_tu} {noi_dung}.",
    "Để dễ theo dõi, {chu_the} trình chiếu {tai_lieu} và giải thích từng mục.",
    "Người tham dự đã cùng giải {lan} tình huống giả định về {noi_dung}.",
    "Trước khi kết thúc, {nguoi} lấy biểu quyết về việc {dong_tu} {noi_dung}, đa số đồng ý.",
)
"""What happened."""

RESULTS = (
    "{thoi_gian}, {chu_the} đã {dong_tu} {noi_dung}, {ket_qua}.",
    "Theo {tai_lieu}, đơn vị đã {dong_tu} {noi_dung} với {so} lượt công việc, {ket_qua}.",
    "Điểm nổi bật là {chu_the} chủ động {dong_tu} {noi_dung} nên {ket_qua}.",
    "Cùng với đó, việc {dong_tu} {noi_dung} được làm thường xuyên, {ket_qua}.",
    "Kết quả cho thấy {noi_dung} đã có chuyển biến, {ket_qua}.",
    "Về {noi_dung}, {chu_the} lập danh mục {so} đầu việc và hoàn thành phần lớn trong kỳ.",
    "Công chức của đơn vị tích cực tham gia {dong_tu} {noi_dung}, nhiều ý kiến được tiếp thu.",
    "{thoi_gian}, số ý kiến đóng góp tăng so với kỳ trước, chủ yếu về {noi_dung}.",
    "Các đoàn thể phối hợp {dong_tu} {noi_dung}, {ket_qua}.",
    "Việc công khai {cong_khai} được thực hiện bằng văn bản và tại các buổi giao ban, {ket_qua}.",
    "Nhờ {giai_phap}, đơn vị tiết kiệm được thời gian và {ket_qua}.",
    "Báo cáo mẫu ghi nhận {so} sáng kiến nhỏ, trong đó có sáng kiến về {noi_dung}.",
    "{nguoi} ghi nhận sự cố gắng của {chu_the} trong việc {dong_tu} {noi_dung}.",
    "So với cùng kỳ, việc {dong_tu} {noi_dung} nhanh hơn khoảng {so} phần trăm theo số liệu mẫu.",
    "{chu_the} cũng đã {dong_tu} {noi_dung}, qua đó {muc_tieu}.",
    "Hồ sơ, sổ sách được sắp xếp theo từng năm, thuận tiện khi cần {dong_tu} {noi_dung}.",
)
"""What came of it."""

LIMITS = (
    "Bên cạnh kết quả đạt được, {han_che}.",
    "Qua trao đổi, các thành viên thẳng thắn chỉ ra rằng {han_che} và {han_che}.",
    "Nguyên nhân chủ yếu là {han_che}, trong khi yêu cầu về {noi_dung} ngày càng cao.",
    "{nguoi} lưu ý còn {so} đầu việc cần làm tiếp, nhất là về {noi_dung}.",
    "Một khó khăn khác là {han_che}, nên việc {dong_tu} {noi_dung} chưa đều.",
    "Ý kiến từ cơ sở cho rằng {han_che}; đơn vị đã tiếp thu để khắc phục.",
    "Đơn vị tự đánh giá {noi_dung} là phần việc cần được quan tâm hơn.",
    "Tuy không ảnh hưởng lớn, {han_che} cũng cần sớm được giải quyết.",
)
"""What is still wanting."""

TASKS = (
    "Thời gian tới, {chu_the} sẽ {giai_phap}.",
    "Nhiệm vụ trước mắt là {dong_tu} {noi_dung}, phấn đấu {muc_tieu}.",
    "{nguoi} yêu cầu {giai_phap}; kết quả báo cáo trong giao ban gần nhất.",
    "Đơn vị cũng đề ra việc {giai_phap}, coi đây là khâu quan trọng để {muc_tieu}.",
    "Mỗi bộ phận tự chọn một việc mới về {noi_dung}, đăng ký trước ngày {so_ngay} hằng tháng.",
    "Các ý kiến kiến nghị được chuyển tới bộ phận phụ trách để {dong_tu} {noi_dung}.",
    "Trên cơ sở đó, đơn vị tiếp tục {giai_phap} và {giai_phap}.",
    "Việc {dong_tu} {noi_dung} được giao cho {chu_the}, có kiểm tra giữa kỳ.",
    "Để {muc_tieu}, tập thể thống nhất {giai_phap}.",
    "Kết quả thực hiện sẽ được công khai cùng với {cong_khai}.",
    "Đơn vị sẽ mời thêm báo cáo viên, dành {lan} buổi để trao đổi về {noi_dung}.",
    "{nguoi} đề nghị mỗi công chức nêu cao tinh thần tự học, tự {dong_tu} {noi_dung}.",
)
"""What comes next."""

CLOSINGS = (
    "Kết thúc, {nguoi} cảm ơn sự chuẩn bị chu đáo của {chu_the} và mong tiếp tục nhận được góp ý.",
    "Buổi làm việc kết thúc lúc {gio} giờ cùng ngày, đạt yêu cầu đề ra.",
    "Những nội dung đã thống nhất được ghi vào biên bản và gửi tới các bộ phận để thực hiện.",
    "Hoạt động khép lại trong không khí {khong_khi}, để lại nhiều gợi ý cho công việc sắp tới.",
    "Đây là một bài mẫu: số liệu và sự việc trong bài chỉ dùng để thử phần mềm.",
)
"""Last sentences."""

SUMMARIES = (
    "{ngay}, {don_vi} tổ chức {viec}, trao đổi về {noi_dung} và {noi_dung}.",
    "Hoạt động mẫu của {don_vi} nhằm {muc_tieu}, {ket_qua}.",
    "{don_vi} tổ chức {viec}, tập trung vào {noi_dung}; {ket_qua}.",
    "Qua {viec}, {don_vi} thống nhất {giai_phap} để {muc_tieu}.",
)
"""Leads entered by the writer."""

QUOTES = (
    "Điều quan trọng nhất là mỗi người hiểu rõ việc của mình và cùng nhau {giai_phap}.",
    "Chúng tôi mong rằng sau đợt này, việc {dong_tu} {noi_dung} sẽ thành nền nếp.",
    "Góp ý thẳng thắn là cách tốt nhất để {muc_tieu}.",
    "Tôi ấn tượng với cách {chu_the} chuẩn bị {tai_lieu}.",
)
"""What somebody is quoted with."""

CITING_PLAN = (
    "Hoạt động này nằm trong {ke_hoach} của {co_quan}.",
    "Nội dung làm việc căn cứ {ke_hoach} của {co_quan}.",
    "Thực hiện {ke_hoach}, đơn vị đã chủ động chuẩn bị từ trước.",
)
CITING_DOCUMENT = (
    "Các thành viên đã đối chiếu với {van_ban}.",
    "Việc này được hướng dẫn tại {van_ban}.",
    "Đơn vị tiếp tục quán triệt {van_ban} tới từng công chức.",
)
LINKING_ARTICLE = (
    "Trước đó, Trang đã đăng bài {lien_ket}.",
    "Nội dung này từng được nhắc tới trong bài {lien_ket}.",
    "Bạn đọc có thể xem thêm {lien_ket}.",
)
LINKING_UNIT = (
    "Thông tin về {lien_ket} có ở trang của đơn vị.",
    "Cùng dự còn có đại diện {lien_ket}.",
    "Một số ý kiến trao đổi đến từ {lien_ket}.",
)
LINKING_PLAN = (
    "Toàn bộ tin, bài cùng đợt được tập hợp tại trang {lien_ket}.",
    "Xem thêm {lien_ket}.",
)

HEADINGS = {
    "course": ("Diễn biến", "Nội dung làm việc", "Những nội dung được trao đổi"),
    "results": ("Kết quả bước đầu", "Kết quả đạt được", "Những việc đã làm được"),
    "limits": ("Khó khăn, hạn chế", "Những điểm cần khắc phục", "Hạn chế được chỉ ra"),
    "tasks": ("Nhiệm vụ thời gian tới", "Phương hướng", "Những việc sẽ làm tiếp"),
}
"""Headings inside an article, by part."""

LIST_ITEMS = (
    "{giai_phap};",
    "{dong_tu} {noi_dung};",
    "{dong_tu} {noi_dung}, {ket_qua};",
)
LIST_INTRODUCTIONS = (
    "Các việc chính gồm:",
    "Cụ thể, đơn vị thống nhất một số việc sau:",
    "Những nội dung được ghi vào biên bản:",
)
TABLE_ROWS = (
    "Ý kiến góp ý",
    "Đầu việc hoàn thành",
    "Văn bản đã rà soát",
    "Buổi sinh hoạt chuyên đề",
    "Hồ sơ được số hóa",
    "Lượt công chức tham gia",
    "Sáng kiến được ghi nhận",
)
