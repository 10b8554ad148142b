"""What the reader of Word files met and a person should know: counted, with the first words."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.importing.blocks import Remark
from newsroom.text import clean

_MESSAGES = {
    "hidden": ("left-out", "Bỏ chữ ẩn"),
    "comment": ("left-out", "Bỏ ý kiến (comment)"),
    "header": ("left-out", "Bỏ chữ ở đầu trang, cuối trang"),
    "chart": ("left-out", "Bỏ biểu đồ; nếu cần, chụp thành ảnh rồi chèn lại"),
    "diagram": ("left-out", "Bỏ sơ đồ SmartArt; nếu cần, chụp thành ảnh rồi chèn lại"),
    "object": ("left-out", "Bỏ đối tượng nhúng (OLE); nếu cần, chụp thành ảnh rồi chèn lại"),
    "drawing": ("left-out", "Bỏ hình vẽ, đường kẻ không có chữ"),
    "metafile": (
        "left-out",
        "Bỏ ảnh kiểu WMF, EMF hoặc kiểu lạ; trong Word chọn Save as Picture, kiểu PNG rồi chèn lại",
    ),
    "linked-picture": (
        "left-out",
        "Bỏ ảnh nằm ngoài tệp Word (ảnh liên kết); chèn lại ảnh vào bài",
    ),
    "lost-picture": ("left-out", "Bỏ ảnh không đọc được trong tệp Word"),
    "hidden-picture": ("left-out", "Bỏ ảnh, hình đặt chế độ ẩn"),
    "link": ("left-out", "Bỏ liên kết không phải địa chỉ web hoặc thư điện tử, giữ lại chữ"),
    "symbol": ("left-out", "Bỏ ký hiệu của phông chữ đặc biệt không có trong Unicode"),
    "field": ("left-out", "Bỏ trường (field) không có kết quả"),
    "note": ("left-out", "Bỏ dấu chú thích không có nội dung"),
    "chunk": ("left-out", "Bỏ phần chèn từ tệp khác (altChunk, văn bản con)"),
    "macros": ("left-out", "Bỏ macro: chương trình kèm theo tệp không được đọc, không chạy"),
    "placeholder": ("left-out", "Bỏ chữ gợi ý ở ô chưa điền"),
    "template-row": ("left-out", "Bỏ dòng không thuộc mẫu trong bảng đầu bài"),
    "merged": ("note", "Bảng có ô gộp: chữ đặt ở ô đầu, ô còn lại để trống; hãy xem lại bảng"),
    "nested": ("note", "Bảng lồng trong bảng đã trải thành dòng chữ trong ô; hãy xem lại bảng"),
    "layout": ("note", "Bảng chỉ dùng để dàn trang đã trải thành các đoạn"),
    "equation": ("note", "Công thức đã chuyển thành chữ; hãy so lại với bản Word"),
    "inserted": ("note", "Tệp còn theo dõi sửa đổi (Track Changes): đã nhận chữ thêm vào"),
    "deleted": ("note", "Tệp còn theo dõi sửa đổi (Track Changes): đã bỏ chữ bị xóa"),
    "tcvn3": ("note", "Chữ phông .Vn… (TCVN3) đã chuyển sang Unicode; hãy đọc soát"),
    "vni": ("note", "Chữ phông VNI-… đã chuyển sang Unicode; hãy đọc soát"),
    "cropped": ("note", "Ảnh được cắt, xoay trong Word: chỉ lấy phần nhìn thấy"),
    "strike": ("note", "Chữ gạch ngang được giữ như chữ thường; nếu là chữ bỏ đi thì hãy xóa"),
    "wrapped": ("doubtful", "Xuống dòng giữa câu đã được nối lại"),
    "machine-alt": ("note", "Bỏ mô tả ảnh do máy tự đặt; hãy viết mô tả cho ảnh"),
}
_EXAMPLES = 3
_WORDS = 60


@dataclass(slots=True)
class _Found:
    count: int = 0
    line: int | None = None
    examples: list[str] = field(default_factory=list)


class Findings:
    """Collects while passes run; one remark a kind comes out."""

    def __init__(self) -> None:
        self._found: dict[str, _Found] = {}

    def add(self, kind: str, text: str = "", line: int | None = None) -> None:
        """Note one more of *kind*, with its *text* and the number of its paragraph."""
        found = self._found.setdefault(kind, _Found())
        found.count += 1
        found.line = found.line or line
        shown = clean(text[: 4 * _WORDS])
        if shown and len(found.examples) < _EXAMPLES:
            found.examples.append(shown if len(shown) <= _WORDS else f"{shown[:_WORDS].rstrip()}…")

    def remarks(self) -> tuple[Remark, ...]:
        """What was met, in the order of the table above."""
        return tuple(
            Remark(kind, _message(words, self._found[code]), self._found[code].line)
            for code, (kind, words) in _MESSAGES.items()
            if code in self._found
        )


def _message(words: str, found: _Found) -> str:
    count = f" ({found.count} chỗ)" if found.count > 1 else ""
    examples = ", ".join(f"“{example}”" for example in found.examples)
    more = "…" if found.count > len(found.examples) > 0 else ""
    return f"{words}{count}" + (f": {examples}{more}." if examples else ".")
