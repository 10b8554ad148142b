"""Viết lại tệp mẫu Word mau-tin-bai.docx: python scripts/word_template.py."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from newsroom.importing.word.styles import HINT_STYLE
from newsroom.importing.word.template_fields import LABELS
from newsroom.importing.word.wrappers import TEMPLATE_TAG

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "mau-tin-bai.docx"
_FONT = "Times New Roman"
_GREY = RGBColor(0x59, 0x59, 0x59)
_HINT_NAME = "Huong dan mau"
_PLACEHOLDER = "PlaceholderText"
_HINTS = {
    "tieu-de": "Gõ tiêu đề; không viết hoa toàn bộ, không quá 120 ký tự",
    "ngay-dien-ra": "Ngày diễn ra sự việc, ví dụ 31/12/2025",
    "don-vi": "Tên đơn vị mà bài nói tới, như trong danh bạ đơn vị",
    "ke-hoach": "Số, ký hiệu và ngày của kế hoạch; không có thì để trống",
    "nguoi-viet": "Họ và tên, chức vụ; nhiều người thì cách nhau bằng dấu chấm phẩy",
    "nguoi-duyet": "Họ và tên người duyệt bài",
}
_START = (
    "Điền bảng, viết bài ở dưới, lưu lại rồi kéo tệp này thả vào nhap-bai.cmd. "
    "Các dòng chữ xám không được nhập vào bài."
)
_LEAD = "Gõ đoạn mở đầu: ai, làm gì, ở đâu, khi nào; hai, ba câu."
_BODY = "Gõ nội dung bài; hết mỗi đoạn nhấn Enter một lần. Hết bài gõ ./."
_PICTURE = (
    "Mỗi ảnh: chèn vào dòng trống dưới đây (Insert → Pictures), rồi gõ chú thích vào dòng liền "
    "sau; cần đặt ảnh giữa bài thì chuyển cả hai dòng lên đó."
)
_CAPTION = "Gõ chú thích ảnh: ai, đang làm gì; người chụp."
_PICTURES = 2
_WIDTHS = (Cm(4), Cm(12))
_MOMENT = (2025, 1, 1, 0, 0, 0)


def main(
    out: Annotated[Path, typer.Option(help="Tệp sẽ viết.")] = FILE,
) -> None:
    """Viết tệp mẫu Word cho người viết tin, bài."""
    out.write_bytes(template())
    typer.echo(f"Đã viết {out}")


def template() -> bytes:
    """The template; the same bytes each time."""
    document = Document()
    _page(document)
    _styles(document)
    document.add_paragraph(_START, style=_HINT_NAME)
    _fields(document)
    lead = document.add_paragraph(style="Sapo")
    lead._p.append(_control("sapo", _LEAD))
    document.add_paragraph()._p.append(_control("noi-dung", _BODY))
    document.add_paragraph(_PICTURE, style=_HINT_NAME)
    for number in range(1, _PICTURES + 1):
        document.add_paragraph(style="Anh")
        caption = document.add_paragraph(style="Caption")
        caption._p.append(_control(f"chu-thich-{number}", _CAPTION))
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "Mẫu tin, bài", ""
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime(*_MOMENT)
    _drop_unused(document)
    out = io.BytesIO()
    document.save(out)
    return _repacked(out.getvalue())


def _page(document: Any) -> None:
    """A4 upright, margins of Nghị định 30/2020/NĐ-CP, Annex I."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = section.right_margin = Cm(2)
    section.left_margin = Cm(3)


def _styles(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, 14)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    lead = styles.add_style("Sapo", WD_STYLE_TYPE.PARAGRAPH)
    lead.base_style, lead.font.bold = normal, True
    picture = styles.add_style("Anh", WD_STYLE_TYPE.PARAGRAPH)
    picture.base_style = normal
    picture.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture.paragraph_format.keep_with_next = True
    caption = styles["Caption"]
    _set_font(caption, 13)
    caption.font.bold, caption.font.italic, caption.font.color.rgb = False, True, None
    caption.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    hint = styles.add_style(_HINT_NAME, WD_STYLE_TYPE.PARAGRAPH)
    hint.element.set(qn("w:styleId"), HINT_STYLE)
    hint.base_style = normal
    hint.font.size, hint.font.italic, hint.font.color.rgb = Pt(11), True, _GREY
    hint.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    grey = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    grey.element.set(qn("w:styleId"), _PLACEHOLDER)
    grey.font.color.rgb = _GREY


def _set_font(style: Any, size: int) -> None:
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _fields(document: Any) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for key, label in LABELS.items():
        cells = table.add_row().cells
        cells[0].width, cells[1].width = _WIDTHS
        name = cells[0].paragraphs[0]
        name.add_run(label).bold = True
        value = cells[1].paragraphs[0]
        value._p.append(_control(key, _HINTS[key], is_day=key == "ngay-dien-ra"))
        for paragraph in (name, value):
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    document.add_paragraph(style=_HINT_NAME)


def _control(key: str, hint: str, *, is_day: bool = False) -> Any:
    """A content control whose *hint* goes at the first letter typed."""
    control, properties, content = (OxmlElement(f"w:{n}") for n in ("sdt", "sdtPr", "sdtContent"))
    _add(properties, "alias", LABELS.get(key, hint.partition(":")[0]))
    _add(properties, "tag", f"{TEMPLATE_TAG}{key}")
    _add(properties, "showingPlcHdr")
    if is_day:
        day = _add(properties, "date")
        _add(day, "dateFormat", "dd/M/yyyy")
        _add(day, "lid", "vi-VN")
    run, look, text = (OxmlElement(f"w:{name}") for name in ("r", "rPr", "t"))
    _add(look, "rStyle", _PLACEHOLDER)
    text.text = hint
    run.extend([look, text])
    content.append(run)
    control.extend([properties, content])
    return control


def _add(parent: Any, name: str, value: str | None = None) -> Any:
    child = OxmlElement(f"w:{name}")
    if value is not None:
        child.set(qn("w:val"), value)
    parent.append(child)
    return child


def _drop_unused(document: Any) -> None:
    """What the library's own template brings along: a thumbnail, a hundred styles of tables."""
    unused = {"thumbnail", "stylesWithEffects", "customXml"}
    for relationships in (document.part.package.rels, document.part.rels):
        for number, one in list(relationships.items()):
            if one.reltype.rpartition("/")[2] in unused:
                del relationships[number]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in {"TableNormal", "TableGrid"}:
            styles.remove(style)


def _repacked(data: bytes) -> bytes:
    """With fixed times, and uncompressed: compressors differ from one version to the next."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 3  # else Windows writes another number
            made.writestr(entry, old.read(name))
    return out.getvalue()


if __name__ == "__main__":
    typer.run(main)
