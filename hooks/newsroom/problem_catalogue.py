"""Every problem the portal can report: severity, message, remedy, an example that causes it.

The guide's page ``docs/bien-tap/danh-muc-loi.md`` is written from this table.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """``message`` and ``hint`` are format strings; ``example``: what a writer might have typed."""

    severity: str
    message: str
    hint: str
    example: str


def _error(message: str, hint: str, example: str) -> ProblemKind:
    return ProblemKind("error", message, hint, example)


def _warning(message: str, hint: str, example: str) -> ProblemKind:
    return ProblemKind("warning", message, hint, example)


def _note(message: str, hint: str, example: str) -> ProblemKind:
    return ProblemKind("note", message, hint, example)


CATALOGUE: dict[str, ProblemKind] = {
    # --- tệp ---
    "file-unreadable": _error(
        "Không đọc được tệp: {reason}.",
        "Kiểm tra quyền đọc, đóng chương trình đang giữ tệp rồi thử lại.",
        "tệp bị chương trình khác khóa",
    ),
    "file-too-large": _error(
        "Tệp dài {size} KB; một tin, bài tối đa {limit} KB.",
        "Tách bài, hoặc chuyển phần dài thành tệp PDF đính kèm.",
        "một tệp Markdown 3 MB",
    ),
    "file-kind": _error(
        "Tệp loại “{suffix}” không được đăng lên Trang.",
        "Chỉ đăng bài (.md), ảnh (.jpg, .jpeg, .png, .webp, .gif) và tệp .pdf; hãy chuyển tệp này"
        " ra ngoài thư mục bài viết hoặc đổi sang một trong các loại đó.",
        "tin/2025/bao-cao.docx",
    ),
    "file-security-mark": _error(
        "Tệp có dấu “{mark}” ({where}) nên không được đăng.",
        "Bỏ tệp khỏi trang đính kèm nó. Nếu đã được phép phổ biến thì xin bản không còn dấu; nếu"
        " tên tệp trùng chữ thì đổi tên tệp.",
        "van-ban/luu-hanh-noi-bo.pdf; trang 1 có dòng MẬT",
    ),
    "file-not-pdf": _error(
        "Tệp có đuôi .pdf nhưng nội dung không phải là PDF.",
        "Mở bằng chương trình đã tạo ra tệp rồi xuất lại thành PDF.",
        "tệp Word đổi đuôi thành .pdf",
    ),
    "file-unread": _note(
        "Máy không đọc được hết chữ trong tệp: {reason}.",
        "Mở tệp, tự xem từng trang có dấu Mật, Tối mật, Tuyệt mật, lưu hành nội bộ hay không; có"
        " thì bỏ tệp ra khỏi thư mục bài viết.",
        "tệp PDF quét từ bản giấy",
    ),
    "file-refused": _warning(
        "Tệp “{target}” không được đăng; liên kết tới tệp sẽ không mở được.",
        "Bỏ liên kết hoặc mục đính kèm này; lý do ghi ở lỗi của chính tệp đó.",
        "attachments: [{file: toi-mat.pdf, title: …}]",
    ),
    "file-symlink": _error(
        "“{name}” là liên kết tượng trưng (symlink) nên không được đăng.",
        "Thay liên kết bằng chính tệp cần đăng.",
        "anh.jpg → /etc/passwd",
    ),
    "file-folder-reserved": _error(
        "Thư mục “{folder}” dành cho giao diện của Trang.",
        "Chuyển tệp sang thư mục của bài viết.",
        "assets/images/favicon.png",
    ),
    "file-name-forbidden": _error(
        "Tên tệp hoặc thư mục “{name}” không dùng được: {reason}.",
        "Đổi tên thành chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “{suggestion}”.",
        "con.md; a?b.md; tên dài 240 ký tự",
    ),
    "file-name-style": _warning(
        "Tên “{name}” có chữ hoa, dấu, khoảng trắng hoặc ký tự lạ nên địa chỉ trang sẽ khó gõ, khó"
        " chia sẻ.",
        "Đổi tên thành “{suggestion}”.",
        "tin/2025/Bài mới.md",
    ),
    "file-name-reserved": _error(
        "“{name}” nằm ở địa chỉ dành cho trang do hệ thống tạo.",
        "Đặt tên tệp theo nội dung bài, ví dụ “hoi-nghi-can-bo-cong-chuc.md”; không dùng tên chỉ có"
        " chữ số, không dùng “trang” làm tên tệp hay thư mục.",
        "tin/2025/03.md; tin/2025/trang.md",
    ),
    "file-place": _error(
        "Tệp phải nằm ngay trong thư mục {folder}/, không nằm trong thư mục con.",
        "Chuyển tệp lên thư mục {folder}/; tên tệp là mã của trang nên không được trùng nhau.",
        "don-vi/cu/phong-2.md",
    ),
    "address-collision": _error(
        "Địa chỉ “/{address}” đã thuộc về “{other}”.",
        "Đổi tên một trong hai tệp; tệp kia vẫn được đăng.",
        "tin.md và tin/index.md; Bai.md và bai.md",
    ),
    # --- bảng mã và ký tự ---
    "encoding": _error(
        "Tệp không ở bảng mã UTF-8 (có vẻ là {encoding}).",
        "Mở tệp bằng Notepad, chọn Save As với Encoding UTF-8; hoặc dùng lệnh nhập bài:"
        " python scripts/import_article.py TỆP.",
        "tệp lưu từ Word cũ bằng phông .VnTime",
    ),
    "encoding-legacy": _error(
        "Chữ trong bài có vẻ là mã {encoding} cũ bị chuyển sai (“{sample}”).",
        "Chuyển mã sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi dán lại.",
        "kiÓm tra thùc hiÖn quy chÕ",
    ),
    "control-character": _error(
        "Có ký tự điều khiển không nhìn thấy được ({codepoint}).",
        "Xóa ký tự đó; thường nó đi theo khi sao chép từ trang web hoặc tệp PDF.",
        "ký tự NUL, ký tự đảo chiều chữ U+202E",
    ),
    "zero-width": _note(
        "Có {count} ký tự không chiếm chỗ (như U+200B); khi dựng trang chúng được bỏ qua.",
        "Gõ lại đoạn này nếu muốn sạch tệp.",
        "ký tự U+200B giữa hai chữ",
    ),
    # --- phần khai báo đầu bài ---
    "front-matter-missing": _error(
        "Thiếu phần khai báo đầu bài.",
        "Dòng đầu tiên của tệp phải là ---, tiếp theo là title:, date:, author:, unit:, rồi một"
        " dòng --- nữa trước nội dung.",
        "VKSHP: Sáng nay… (không có dòng ---)",
    ),
    "front-matter-not-first": _error(
        "Trước dòng --- mở phần khai báo còn có dòng khác.",
        "Xóa các dòng trống hoặc dòng chữ phía trên để --- đứng ở dòng đầu tiên.",
        "một dòng trống ở đầu tệp",
    ),
    "front-matter-unclosed": _error(
        "Phần khai báo đầu bài chưa có dòng --- kết thúc.",
        "Thêm một dòng chỉ gồm --- ngay trước nội dung bài.",
        "--- / title: … / nội dung bài",
    ),
    "front-matter-too-large": _error(
        "Phần khai báo đầu bài dài {size} KB; tối đa {limit} KB.",
        "Chuyển phần chữ dài xuống nội dung bài.",
        "dán cả bài vào summary:",
    ),
    "front-matter-not-mapping": _error(
        "Phần khai báo đầu bài phải gồm các dòng “khóa: giá trị”.",
        'Viết lại, ví dụ: title: "Đầu đề".',
        "- title: Đầu đề",
    ),
    "yaml-syntax": _error(
        "Dòng khai báo viết sai nên máy không đọc được: {reason}.",
        "Sửa thành:  {suggestion}",
        "title: Phòng 2: kiểm tra",
    ),
    "yaml-tab": _error(
        "Đầu dòng khai báo có phím Tab.",
        "Thay Tab bằng dấu cách. Sửa thành:  {suggestion}",
        "⇥title: Đầu đề",
    ),
    "yaml-comment-cut": _error(
        "Từ dấu # trở đi bị coi là ghi chú nên phần “{lost}” sẽ mất.",
        "Đặt giá trị trong dấu ngoặc kép. Sửa thành:  {suggestion}",
        "title: Đợt #2",
    ),
    "yaml-duplicate-key": _error(
        "Mục {field} được khai báo hai lần (lần đầu ở dòng {first}).",
        "Giữ lại một dòng.",
        "title: … hai lần",
    ),
    "yaml-forbidden": _error(
        "Phần khai báo không được dùng {what}.",
        "Nếu giá trị bắt đầu bằng &, * hoặc !, hãy đặt nó trong dấu ngoặc kép. Sửa thành:"
        "  {suggestion}",
        "title: &a [*a, *a]",
    ),
    "yaml-depth": _error(
        "Phần khai báo lồng nhau quá {limit} tầng.",
        "Viết lại cho đơn giản; xem bài mẫu trong hướng dẫn.",
        "[[[[[[[[…]]]]]]]]",
    ),
    "field-unknown": _warning(
        "Không có mục “{key}”.",
        "{suggestion}",
        "tilte: Đầu đề",
    ),
    "field-missing": _error(
        "Thiếu mục {field}.",
        "Thêm dòng “{key}: …” vào phần khai báo đầu bài.",
        "bài không có title:",
    ),
    "field-invalid": _error(
        "Mục {field} {reason}.",
        "Sửa giá trị của mục này; cách viết từng mục có trong hướng dẫn biên tập.",
        "date: 2025-02-30; draft: maybe; title: [a, b]",
    ),
    "author-missing": _warning(
        "Bài chưa có tác giả (`author`).",
        "Thêm dòng “author: Họ và tên”.",
        "bài không có author:",
    ),
    "unit-missing": _warning(
        "Bài chưa có đơn vị (`unit`).",
        "Thêm dòng “unit: …” với mã, tên hoặc tên gọi khác của đơn vị mà bài nói tới.",
        "bài không có unit:",
    ),
    "date-from-event": _note(
        "Không rõ ngày đăng; các danh sách xếp bài theo ngày diễn ra.",
        "Khi biết ngày đăng, ghi vào mục ngày (`date`).",
        "date: unknown",
    ),
    "date-order": _warning(
        "Ngày diễn ra {event} sau ngày đăng {published}.",
        "Kiểm tra lại hai ngày; ngày viết trước, tháng viết sau (05/3/2025 là ngày 5 tháng 3).",
        "date: 2025-03-05, event_date: 2025-05-03",
    ),
    "date-future": _warning(
        "Ngày đăng {published} ở tương lai mà bài vẫn hiện ngay.",
        "Muốn hẹn giờ thì dùng mục giờ đăng (`publish_at`); nếu nhầm thì sửa ngày.",
        "date: 2052-03-05",
    ),
    # --- đơn vị, kế hoạch, văn bản ---
    "unit-unknown": _warning(
        "Không có đơn vị “{text}” trong danh bạ đơn vị.",
        "{suggestion}",
        "unit: Phòng 22",
    ),
    "unit-not-then": _warning(
        "“{text}” không hoạt động vào ngày {date} ({validity}).",
        "Kiểm tra ngày diễn ra, hoặc ghi đơn vị đúng với thời điểm đó.",
        "unit: VKSND quận Lê Chân, event_date: 2025-09-01",
    ),
    "unit-ambiguous": _warning(
        "“{text}” có thể là nhiều đơn vị: {candidates}.",
        "Ghi mã của đúng đơn vị.",
        "unit: Phòng 2, khi hai đơn vị cùng tên cùng hoạt động",
    ),
    "plan-unknown": _warning(
        "Kế hoạch “{text}” chưa có trong thư mục ke-hoach/.",
        "{suggestion}",
        "plan: 811/KH-VKSHP-TTr",
    ),
    "document-unknown": _warning(
        "Văn bản “{text}” chưa có trong thư mục van-ban/ hoặc ke-hoach/.",
        "{suggestion}",
        "documents: [341/QĐ-VKSHP]",
    ),
    "document-ambiguous": _warning(
        "Số “{text}” có ở nhiều năm: {candidates}.",
        "Ghi cả ngày: {{number: {text}, date: 2025-02-07}}.",
        "plan: 118/KH-VKSHP-TTr, khi số này có ở hai năm",
    ),
    "document-date-conflict": _warning(
        "Ngày {date} của “{text}” khác ngày {known} trong danh mục văn bản.",
        "Đối chiếu với văn bản gốc rồi sửa một trong hai nơi.",
        "plan: {number: 118/KH-VKSHP-TTr, date: 2025-02-17}",
    ),
    "document-other-year": _warning(
        "“{text}” trong bài ghi ngày {date}, còn danh mục văn bản chỉ có số này {known}.",
        "Đối chiếu với văn bản gốc: ngày trong bài sai thì sửa; là văn bản khác cùng số thì thêm"
        " trang cho văn bản đó.",
        "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2024",
    ),
    "document-not-registered": _note(
        "Văn bản “{text}” nhắc tới trong bài chưa có trong danh mục văn bản nên không thành liên"
        " kết.",
        "Không phải lỗi. Văn bản hay được viện dẫn thì nên có trang trong van-ban/ (kế hoạch:"
        " ke-hoach/).",
        "Chỉ thị số 99/CT-VKSTC ngày 05/3/2025",
    ),
    "document-number": _warning(
        "“{text}” không đúng dạng số, ký hiệu văn bản.",
        "Viết như “118/KH-VKSHP-TTr” hoặc “10/2022/QH15”.",
        "number: kế hoạch 118",
    ),
    "document-duplicate": _warning(
        "Số “{number}” cùng năm đã khai báo ở “{other}”.",
        "Xóa một trong hai trang, hoặc sửa số, ngày cho đúng.",
        "hai tệp cùng number: và date:",
    ),
    "document-lookalike": _note(
        "Số “{number}” chỉ khác “{other}” ở chữ Đ/D hoặc chữ hoa, chữ thường.",
        "Đối chiếu với văn bản gốc để chắc đó là hai văn bản.",
        "12/HĐ-VKS và 12/HD-VKS",
    ),
    "document-type": _warning(
        "Loại văn bản “{type}” không khớp với ký hiệu “{number}” ({expected}).",
        "Sửa loại văn bản (`type`) hoặc số, ký hiệu (`number`).",
        "number: 118/KH-VKSHP, type: quyết định",
    ),
    "plan-folder": _warning(
        "Trang trong thư mục ke-hoach/ nhưng loại văn bản là “{type}”.",
        "Chuyển tệp sang thư mục van-ban/, hoặc sửa loại văn bản (`type`).",
        "ke-hoach/143-qd-vkshp-2024.md",
    ),
    "relation-unknown": _warning(
        "Văn bản “{text}” trong mục quan hệ chưa có trong danh mục.",
        "{suggestion}",
        "relations: [{kind: can-cu, to: 99/QĐ-X}]",
    ),
    "relation-self": _warning(
        "Văn bản ghi quan hệ với chính nó (“{text}”).",
        "Ghi số, ký hiệu của văn bản kia, hoặc bỏ dòng này.",
        "143/QĐ-VKSHP: relations: [{kind: thay-the, to: 143/QĐ-VKSHP}]",
    ),
    "relation-order": _warning(
        "Văn bản ngày {own} không thể {how} “{text}” ngày {date}, ban hành sau.",
        "Quan hệ ghi ở văn bản ban hành sau; nếu đúng chiều thì đối chiếu lại hai ngày.",
        "văn bản năm 2024: relations: [{kind: thay-the, to: văn bản năm 2025}]",
    ),
    "period-order": _warning(
        "{first} sau {second}.",
        "Sửa lại hai ngày.",
        "starts: 2025-12-31, ends: 2025-01-01",
    ),
    # --- danh bạ đơn vị ---
    "unit-parent-unknown": _warning(
        "Đơn vị cấp trên “{text}” không có trong danh bạ.",
        "{suggestion}",
        "parent: vksnd-hai-phong",
    ),
    "unit-cycle": _warning(
        "Quan hệ {relation} tạo thành vòng: {cycle}.",
        "Bỏ một mắt xích của vòng.",
        "A kế tục B, B kế tục A",
    ),
    "unit-closing-successors": _warning(
        "Đơn vị kết thúc do {kind} phải có {expected} đơn vị kế tục, đang ghi {count}.",
        "Sửa mục đơn vị kế tục (`successors`) hoặc cách kết thúc (`kind`).",
        "closing: {kind: chia-tach, successors: [a]}",
    ),
    "unit-closing-date": _warning(
        "Có cách kết thúc (`closing`) nhưng thiếu ngày hoạt động cuối cùng (`valid_to`).",
        "Thêm valid_to: ngày cuối cùng đơn vị còn hoạt động.",
        "closing: {kind: giai-the} không có valid_to",
    ),
    "unit-closing-unknown": _note(
        "Đơn vị đã kết thúc nhưng chưa ghi cách kết thúc (`closing`).",
        "Khi biết, thêm closing: {{kind: …, successors: […]}}.",
        "valid_to: 2025-06-30 không có closing",
    ),
    "unit-successor-unknown": _warning(
        "{relation} “{text}” không có trong danh bạ.",
        "{suggestion}",
        "successors: [vksnd-khu-vuc-99]",
    ),
    "unit-successor-time": _warning(
        "Đơn vị kế tục “{text}” không hoạt động sau ngày {date}.",
        "Kiểm tra valid_from, valid_to của cả hai đơn vị.",
        "successors: [đơn vị đã kết thúc trước đó]",
    ),
    "unit-predecessor-mismatch": _warning(
        "“{one}” và “{two}” không cùng ghi nhận quan hệ kế tục.",
        "Ghi ở cả hai trang: successors ở đơn vị cũ, predecessors ở đơn vị mới.",
        "predecessors: [a] mà a không ghi successors",
    ),
    "unit-name-clash": _warning(
        "Tên “{name}” cùng lúc thuộc về “{other}”.",
        "Đổi tên, hoặc ghi thời gian hiệu lực của từng tên.",
        "hai đơn vị cùng tên cùng thời gian",
    ),
    # --- hoạt động ---
    "activity-dates": _warning(
        "Mã hoạt động “{activity}” có ở cả {other} ({day}), cách bài này {days} ngày.",
        "Nếu là hai hoạt động thì ghi hai mã; nếu đúng là một thì ghi lý do ở `lint_ignore`.",
        "activity: hoi-nghi-2025 ở hai bài, một bài tháng 3, một bài tháng 9",
    ),
    "activity-lookalike": _note(
        "Mã hoạt động “{activity}” chỉ có ở bài này và gần giống mã “{other}” ({file}).",
        "Nếu cùng một hoạt động thì ghi cùng một mã, để được đếm một lần.",
        "activity: kiem-tra-phong2-2025, bài kia: kiem-tra-phong-2-2025",
    ),
    # --- chuyên mục ---
    "archive-value-unknown": _warning(
        "Không có {axis} “{text}”.",
        "{suggestion}",
        "democracy: {content: [kiem-tra]}",
    ),
    "archive-unclassified": _note(
        "Bài về {archive} nhưng chưa phân loại theo {axes}.",
        "Thêm khối phân loại vào phần khai báo: {example}.",
        "tags: [dân chủ ở cơ sở] không có democracy:",
    ),
    # --- nội dung bài ---
    "body-empty": _warning(
        "Bài chưa có nội dung.",
        "Viết nội dung bên dưới dòng --- thứ hai.",
        "tệp chỉ có phần khai báo",
    ),
    "line-too-long": _error(
        "Một dòng dài {size} ký tự; tối đa {limit}.",
        "Ngắt đoạn bằng một dòng trống.",
        "cả bài trên một dòng",
    ),
    "nesting-too-deep": _error(
        "{what} lồng nhau hoặc lặp lại quá nhiều ({size}; tối đa {limit}).",
        "Viết lại cho đơn giản; đoạn này thường do dán nhầm.",
        "hàng nghìn dấu [ liền nhau",
    ),
    "heading-level-1": _warning(
        "Trong nội dung có đầu đề cấp 1; cấp này dành cho đầu đề của trang.",
        "Dùng ## cho đề mục trong bài.",
        "# Kết quả",
    ),
    "html-unsafe": _error(
        "Mã HTML không an toàn: {what}.",
        "Xóa đoạn mã; chỉ viết chữ và Markdown.",
        "<script>…</script>, onerror=…",
    ),
    "html-tag": _warning(
        "Có thẻ HTML <{tag}>; thẻ này có thể bị bỏ khi đăng.",
        "Viết bằng Markdown. Muốn hiện dấu < thì gõ &lt;.",
        "<center>…</center>",
    ),
    "html-entity-tag": _warning(
        "Ký hiệu “{text}” viết thành một thẻ HTML.",
        "Bỏ đi, hoặc đặt trong dấu ` ` nếu thật cần nhắc đến thẻ đó.",
        "## X &lt;/title&gt;&lt;script&gt;",
    ),
    "link-unsafe": _error(
        "Liên kết “{target}” không an toàn.",
        "Chỉ dùng liên kết https://, http://, mailto:, tel: hoặc đường dẫn tới trang trong thư"
        " mục.",
        "[x](javascript:alert(1))",
    ),
    "link-dead": _warning(
        "Liên kết tới “{target}” không tới trang nào.",
        "{suggestion}",
        "[Phòng 2](../don-vi/phong-02.md)",
    ),
    "link-anchor": _warning(
        "Trang “{page}” không có mục “#{anchor}”.",
        "{suggestion}",
        "[xem](bai.md#khong-co)",
    ),
    "link-absolute": _warning(
        "Liên kết “{target}” bắt đầu bằng dấu /.",
        "Dùng đường dẫn tương đối tới tệp .md. Sửa thành:  {suggestion}",
        "[Phòng 2](/don-vi/phong-2/)",
    ),
    "link-local": _warning(
        "Liên kết “{target}” trỏ tới máy tính của người viết.",
        "Đặt tệp vào thư mục của bài rồi liên kết bằng tên tệp.",
        "[tải về](C:\\Users\\a.pdf)",
    ),
    "link-unpublished": _warning(
        "Liên kết tới “{target}”, trang chưa được đăng.",
        "Đăng trang đó trước, hoặc bỏ liên kết.",
        "[bài sau](bai-nhap.md) khi bai-nhap.md là bản nháp",
    ),
    "image-remote": _error(
        "Ảnh “{target}” nằm ở trang khác.",
        "Tải ảnh về, đặt cạnh bài rồi dùng tên tệp.",
        "![](https://example.org/a.jpg)",
    ),
    "image-outside": _error(
        "Ảnh “{target}” nằm ngoài thư mục bài viết.",
        "Đặt ảnh cạnh bài rồi dùng tên tệp.",
        "![](../../../etc/passwd); ![](C:\\anh.jpg)",
    ),
    "image-missing": _warning(
        "Không thấy tệp ảnh “{target}”.",
        "{suggestion}",
        "![](anh-khong-co.jpg)",
    ),
    "image-alt": _warning(
        "Ảnh “{target}” chưa có mô tả cho người không nhìn được ảnh.",
        "Viết mô tả: ![Đoàn kiểm tra làm việc tại Phòng 2]({target}), hoặc mục alt của image.",
        "![](anh.jpg)",
    ),
    "image-broken": _error(
        "Tệp ảnh không mở được: {reason}.",
        "Xuất lại ảnh ra .jpg hoặc .png rồi thay tệp này.",
        "một tệp .jpg thật ra là trang web",
    ),
    "attachment-missing": _warning(
        "Không thấy tệp đính kèm “{target}”.",
        "{suggestion}",
        "attachments: [{file: khong-co.pdf, title: …}]",
    ),
    "alias-invalid": _warning(
        "Địa chỉ cũ “{alias}” không dùng được: {reason}.",
        "Ghi địa chỉ cũ của chính trang này, bắt đầu bằng dấu / hoặc http://, ví dụ"
        " /vksnd-tp/ten-bai-21687; mỗi địa chỉ, mỗi số ở cuối chỉ ghi ở một trang.",
        "aliases: [//example.org/a]",
    ),
    "lint-ignore-unknown": _note(
        "Mục lint_ignore nhắc tới mã “{ignored}” không có hoặc không bỏ qua được.",
        "Chỉ bỏ qua được cảnh báo và lưu ý có trong danh mục lỗi.",
        "lint_ignore: {khong-co: lý do}",
    ),
    # --- câu chữ ---
    "text-security-mark": _error(
        "Có dấu “{mark}” đứng riêng như trên văn bản có dấu chỉ độ mật hoặc lưu hành nội bộ.",
        "Văn bản mang dấu này không được đăng: không đưa nội dung của nó vào kho bài. Nếu chỉ nói"
        " về các độ mật thì viết thành câu hoặc gạch đầu dòng.",
        "một dòng chỉ có chữ MẬT; title: Kế hoạch thanh tra (mật)",
    ),
    "spelling-slip": _note(
        "Có thể là lỗi gõ: “{found}”.",
        "Nếu đúng là lỗi thì sửa thành “{suggestion}”; nếu không thì để nguyên.",
        "dân chủ ở cơ cở",
    ),
    "presumption-of-innocence": _note(
        "“{found}”: trước khi có bản án có hiệu lực, chưa ai bị coi là có tội.",
        "Dùng “bị can”, “bị cáo”, “người bị buộc tội” hoặc viết tên không kèm từ “tên”.",
        "bắt giữ thủ phạm",
    ),
    "personal-number": _note(
        "Có dãy số giống {what} của một người (“{found}”).",
        "Cân nhắc bỏ đi để bảo vệ dữ liệu cá nhân.",
        "số CCCD 12 chữ số; số điện thoại di động; số tài khoản",
    ),
    "minor-named": _note(
        "Câu nói về vụ án nêu họ tên người dưới 18 tuổi: “{found}”.",
        "Thay bằng chữ cái đầu, ví dụ “cháu N.V.A”; bỏ cả chi tiết để nhận ra cháu là ai.",
        "cháu Nguyễn Văn Mẫu, 15 tuổi, là bị hại",
    ),
    "word-doubled": _note(
        "Có thể gõ lặp: “{found}”.",
        "Bỏ phần lặp; nếu lặp có chủ ý thì để nguyên.",
        "kết quả của của đơn vị; thực hiện thực hiện kế hoạch",
    ),
    "sign-off-inside": _note(
        "Dấu kết thúc “./.” nằm giữa bài, sau nó còn nội dung.",
        "Để “./.” ở cuối bài hoặc bỏ đi; kiểm tra phần sau có phải chữ thừa khi sao chép không.",
        "… đạt kết quả tốt./. rồi tới đoạn khác",
    ),
    "tone-placement": _note(
        "Trong bài có hai cách đặt dấu thanh: “{other}” (dòng {where}) và “{found}”.",
        "Chọn một cách cho cả bài (hòa, thủy hoặc hoà, thuỷ); tên riêng viết như người ấy dùng.",
        "hoà giải … đường thủy",
    ),
    "text-decomposed": _note(
        "Chữ có dấu ở tệp này viết theo kiểu tách rời (NFD), thường gặp khi chép từ máy Mac; khi"
        " dựng trang chúng được ghép lại.",
        "Không cần sửa; muốn tìm, thay thế trong tệp dễ hơn thì chép lại đoạn này từ Word.",
        "“à” gõ thành chữ a và dấu huyền rời",
    ),
    "headline-long": _note(
        "Đầu đề dài {length} ký tự; quá {limit} ký tự thì danh sách và trang tìm kiếm cắt bớt.",
        "Rút gọn, đưa chi tiết xuống tóm tắt (`summary`).",
        "đầu đề ba dòng",
    ),
    "headline-capitals": _note(
        "Đầu đề viết toàn chữ in hoa.",
        "Viết hoa như câu thường; trang tự làm đầu đề nổi bật.",
        "title: HỘI NGHỊ SƠ KẾT CÔNG TÁC",
    ),
    # --- tệp bổ sung của báo cáo ---
    "supplement-encoding": _error(
        "Tệp bổ sung không phải UTF-8 mà là {encoding}: đọc tiếp sẽ sai chữ có dấu.",
        "Mở tệp trong Excel, chọn File > Save As > “CSV UTF-8 (Comma delimited)” rồi chạy lại.",
        "tệp .csv lưu bằng “CSV (Comma delimited)” của Excel",
    ),
    "supplement-table": _error(
        "Tệp bổ sung không đọc được thành bảng: {reason}.",
        "Mở tệp bằng Excel hoặc LibreOffice, sửa dòng này rồi lưu lại thành “CSV UTF-8”.",
        "một dấu nháy kép thừa ở đầu ô",
    ),
    "supplement-column": _error(
        "Tệp bổ sung: cột “{title}” {reason}.",
        "Giữ nguyên dòng tiêu đề như khi tệp được tạo; cột thêm vào phải có tên khác.",
        "xóa mất dòng tiêu đề",
    ),
    "supplement-cell": _error(
        "Tệp bổ sung, cột “{title}”: {reason}.",
        "Sửa ô này trong tệp bổ sung.",
        "khoảng 45 người (cột Số người dự)",
    ),
}
