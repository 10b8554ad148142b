"""Word files as writers send them, one for each thing Word can do to a text.

Each is read by three tests: what comes out, whether every visible word is there, and whether the
file survives being spoilt.
"""

from __future__ import annotations

from dataclasses import dataclass

from .ooxml import (
    cell,
    deleted,
    docx,
    field,
    inserted,
    item,
    level,
    numbered,
    p,
    part,
    photo,
    picture,
    r,
    relationships,
    row,
    styled,
    table,
    text_box,
)

_VANISH = "<w:vanish/>"
_SECTION = '<w:sectPr><w:headerReference r:id="rIdH"/><w:footerReference r:id="rIdF"/></w:sectPr>'
_HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dau1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Dau1"/><w:name w:val="Mục"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Anh"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="AnCa"><w:name w:val="An ca"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
_LISTS = numbered(
    level(0, "decimal", "Điều %1."),
    level(1, "decimal", "%1.%2."),
    level(2, "lowerLetter", "%3)"),
) + numbered(
    level(0, "upperRoman", "%1."), level(1, "bullet", "\uf0b7"), abstract=2, number=2
) + numbered(level(0, "decimal", "%1."), abstract=3, number=3)  # fmt: skip


@dataclass(frozen=True)
class Specimen:
    name: str
    data: bytes
    blocks: tuple[tuple[str, str], ...]
    """Kind and Markdown of each block."""
    remarks: tuple[str, ...] = ()
    """Words that stand in one remark each."""


def _specimen(
    name: str, data: bytes, *rows: tuple[str, str], remarks: tuple[str, ...] = ()
) -> Specimen:
    return Specimen(name, data, rows, remarks)


SPECIMENS = (
    _specimen(
        "chữ đậm, nghiêng, chỉ số, ký tự của Markdown",
        docx(
            p("Phòng 2 ", r("kiểm tra ", "<w:b/>"), r("kỹ", "<w:b/><w:i/>"), " năm 2025"),
            p(r("m", "<w:i/>"), r("2", '<w:vertAlign w:val="superscript"/>'), " và H",
              r("2", '<w:vertAlign w:val="subscript"/>'), "O"),
            p("1. Kết quả *tốt* [xem] a_b `c` <b> # &amp;".replace("&amp;", "&lt;")),
            p("- gạch đầu dòng gõ tay"),
            p(r("Cả đoạn đậm theo kiểu chữ", '<w:rStyle w:val="Manh"/>')),
            styles=_HEADINGS,
        ),
        ("paragraph", "Phòng 2 **kiểm tra *kỹ*** năm 2025"),
        ("paragraph", "*m*<sup>2</sup> và H<sub>2</sub>O"),
        ("paragraph", "1\\. Kết quả \\*tốt\\* \\[xem\\] a\\_b \\`c\\` &lt;b> # &amp;lt;"),
        ("paragraph", "\\- gạch đầu dòng gõ tay"),
        ("paragraph", "**Cả đoạn đậm theo kiểu chữ**"),
    ),
    _specimen(
        "theo dõi sửa đổi",
        docx(
            p("Ngày ", deleted("04"), inserted("05"), "/3/2025"),
            '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>' + r("Đoạn bị nối ") + "</w:p>",
            p("với đoạn sau."),
            p('<w:moveFrom w:id="4">' + r("Câu chuyển chỗ.") + "</w:moveFrom>", "Câu ở lại."),
            p('<w:moveTo w:id="5">' + r("Câu chuyển chỗ.") + "</w:moveTo>"),
            table(row("A", "B"), row("C", "D", properties='<w:del w:id="6"/>'), row("E", "F")),
            p(r("Giữ", '<w:rPrChange w:id="7"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
        ),
        ("paragraph", "Ngày 05/3/2025"),
        ("paragraph", "Đoạn bị nối với đoạn sau."),
        ("paragraph", "Câu ở lại."),
        ("paragraph", "Câu chuyển chỗ."),
        ("table", "| A | B |\n| --- | --- |\n| E | F |"),
        ("paragraph", "Giữ"),
        remarks=("đã nhận chữ thêm vào", "đã bỏ chữ bị xóa: “04”"),
    ),
    _specimen(
        "chữ ẩn, ý kiến",
        docx(
            p("Hiện ", r("bí mật nội bộ", _VANISH), "rõ"),
            p(r("ẩn theo kiểu", '<w:rStyle w:val="An"/>'), "Còn lại"),
            styled("AnCa", "Cả đoạn ẩn"),
            styled("AnCa", r("Hiện giữa đoạn ẩn", '<w:vanish w:val="0"/>')),
            '<w:p><w:pPr><w:rPr><w:specVanish/></w:rPr></w:pPr>' + r("Mục 1. ") + "</w:p>",
            p("Chữ liền theo."),
            p('<w:commentRangeStart w:id="0"/>', "Có ý kiến", '<w:commentRangeEnd w:id="0"/>',
              '<w:r><w:commentReference w:id="0"/></w:r>'),
            table(row("A", "B"), row("giấu", "đi", properties="<w:hidden/>"), row("C", "D")),
            styles=_HEADINGS,
            rows=(("rIdC", "comments", "comments.xml"),),
            files={"word/comments.xml": part("w:comments", f'<w:comment w:id="0">{p("Xem lại chỗ này")}</w:comment>')},
        ),
        ("paragraph", "Hiện rõ"),
        ("paragraph", "Còn lại"),
        ("paragraph", "Hiện giữa đoạn ẩn"),
        ("paragraph", "Mục 1. Chữ liền theo."),
        ("paragraph", "Có ý kiến"),
        ("table", "| A | B |\n| --- | --- |\n| C | D |"),
        remarks=("Bỏ chữ ẩn (4 chỗ): “giấuđi”, “bí mật nội bộ”", "Bỏ ý kiến (comment): “Xem lại chỗ này”"),
    ),
    _specimen(
        "chú thích cuối trang, cuối bài",
        docx(
            p("Theo luật", '<w:r><w:footnoteReference w:id="2"/></w:r>', " và", '<w:r><w:footnoteReference w:id="3"/></w:r>', "."),
            p("Thiếu", '<w:r><w:footnoteReference w:id="9"/></w:r>'),
            p("Cuối bài", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
            footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Luật năm 2022.")}</w:footnote>'
            f'<w:footnote w:id="3">{p("Đoạn một.")}{p("Đoạn hai.")}</w:footnote>',
            rows=(("rIdE", "endnotes", "endnotes.xml"),),
            files={"word/endnotes.xml": part("w:endnotes", f'<w:endnote w:id="2">{p("Ghi cuối bài.")}</w:endnote>')},
        ),
        ("paragraph", "Theo luật[^1] và[^2]."),
        ("paragraph", "Thiếu"),
        ("paragraph", "Cuối bài[^3]"),
        ("footnote", "[^1]: Luật năm 2022."),
        ("footnote", "[^2]: Đoạn một.\n\n    Đoạn hai."),
        ("footnote", "[^3]: Ghi cuối bài."),
        remarks=("Bỏ dấu chú thích không có nội dung",),
    ),
    _specimen(
        "bảng có ô gộp, bảng lồng",
        docx(
            table(
                row(cell("STT", properties='<w:vMerge w:val="restart"/>'), cell("Kết quả", properties='<w:gridSpan w:val="2"/>')),
                row(cell("", properties="<w:vMerge/>"), "Đạt", "Không | đạt"),
                row("1", "12", cell(p("3"), p("việc"))),
            ),
            p("Giữa hai bảng"),
            table(row("Đơn vị", "Chi tiết"), row("Phòng 2", cell(table(row("a", "b"), row("c", "d")), p("sau"))), row("X", "Y")),
        ),
        ("table", "| STT | Kết quả: Đạt | Kết quả: Không \\| đạt |\n| --- | --- | --- |\n| 1 | 12 | 3<br>việc |"),
        ("paragraph", "Giữa hai bảng"),
        ("table", "| Đơn vị | Chi tiết |\n| --- | --- |\n| Phòng 2 | a; b<br>c; d<br>sau |\n| X | Y |"),
        remarks=("Bảng có ô gộp", "Bảng lồng trong bảng"),
    ),
    _specimen(
        "danh sách",
        docx(
            item(1, 0, "Phạm vi"),
            item(1, 1, "Phạm vi một"),
            item(1, 1, "Phạm vi hai"),
            item(1, 2, "chi tiết"),
            item(1, 0, "Đối tượng"),
            item(1, 1, "Đối tượng một"),
            item(2, 0, "Phần đầu"),
            item(2, 1, "gạch"),
            item(2, 0, "Phần sau"),
            item(3, 0, "Một"),
            item(3, 0, "Hai"),
            item(0, 0, "Không đánh số"),
            numbering=_LISTS,
        ),
        ("item", "Điều 1. Phạm vi"),
        ("item", "1.1. Phạm vi một"),
        ("item", "1.2. Phạm vi hai"),
        ("item", "a) chi tiết"),
        ("item", "Điều 2. Đối tượng"),
        ("item", "2.1. Đối tượng một"),
        ("item", "I. Phần đầu"),
        ("item", "- gạch"),
        ("item", "II. Phần sau"),
        ("item", "1. Một"),
        ("item", "2. Hai"),
        ("paragraph", "Không đánh số"),
    ),
    _specimen(
        "đầu đề, chú thích ảnh theo kiểu",
        docx(
            styled("Dau1", "Đầu đề lớn"),
            styled("Muc", "Theo kiểu dựa trên kiểu"),
            p("Theo mức của dàn ý", properties='<w:outlineLvl w:val="1"/>'),
            styled("Anh", "Ảnh: Hội nghị"),
            styles=_HEADINGS,
        ),
        ("heading", "Đầu đề lớn"),
        ("heading", "Theo kiểu dựa trên kiểu"),
        ("heading", "Theo mức của dàn ý"),
        ("paragraph", "Ảnh: Hội nghị"),
    ),
    _specimen(
        "ảnh, ảnh liên kết, ảnh kiểu cũ, mô tả ảnh",
        docx(
            p(picture("rId1", "Đồng chí phát biểu")),
            p("Chú thích ảnh một"),
            p("Trước ảnh ", picture("rId2", "C:\\Anh\\IMG_1.jpg"), " sau ảnh"),
            p(picture("rId3")),
            p(picture("rId4", attribute="r:link")),
            p(picture("rId9")),
            p(picture("rId1", "A group of people. Description automatically generated")),
            p('<w:r><w:pict><v:shape alt="Ảnh VML"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>'),
            rows=(
                ("rId1", "image", "media/image1.jpeg"),
                ("rId2", "image", "/word/media/image2.png"),
                ("rId3", "image", "media/image3.emf"),
                ("rId4", "image", "https://example.org/anh.jpg"),
            ),
            files={
                "word/media/image1.jpeg": photo(),
                "word/media/image2.png": photo("PNG"),
                "word/media/image3.emf": b"\x01\0\0\0" + bytes(80),
            },
        ),
        ("picture", ""),
        ("paragraph", "Chú thích ảnh một"),
        ("paragraph", "Trước ảnh"),
        ("picture", ""),
        ("paragraph", "sau ảnh"),
        ("gap", ""),
        ("gap", ""),
        ("gap", ""),
        ("picture", ""),
        ("picture", ""),
        remarks=("WMF, EMF", "ảnh liên kết", "Bỏ ảnh không đọc được", "do máy tự đặt"),
    ),
    _specimen(
        "khung chữ, WordArt",
        docx(
            p("Đoạn có khung.", text_box(p("Ảnh: Toàn cảnh hội nghị"), p("Dòng hai"))),
            p('<w:r><w:pict><v:shape><v:textbox><w:txbxContent>' + p("Khung kiểu cũ") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
            p('<w:r><w:pict><v:shape><v:textpath string="Chữ nghệ thuật"/></v:shape></w:pict></w:r>'),
            p('<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="Line 1"/><a:graphic><a:graphicData uri="x"/></a:graphic></wp:anchor></w:drawing></w:r>', "Sau đường kẻ"),
        ),
        ("paragraph", "Đoạn có khung."),
        ("paragraph", "Ảnh: Toàn cảnh hội nghị"),
        ("paragraph", "Dòng hai"),
        ("paragraph", "Khung kiểu cũ"),
        ("paragraph", "Chữ nghệ thuật"),
        ("paragraph", "Sau đường kẻ"),
        remarks=("Bỏ hình vẽ, đường kẻ",),
    ),
    _specimen(
        "liên kết, trường",
        docx(
            p('<w:hyperlink r:id="rId1">' + r("Cổng thông tin") + "</w:hyperlink>", " và ", '<w:hyperlink r:id="rId2">' + r("tệp trong máy") + "</w:hyperlink>", " và ",
              '<w:hyperlink w:anchor="muc2">' + r("mục 2") + "</w:hyperlink>"),
            p("Trang ", field("PAGE", "3"), "/", field("NUMPAGES ", "12")),
            p(field('HYPERLINK "mailto:a@b.vn"', "thư"), ", ", field('HYPERLINK "javascript:alert(1)"', "bấm")),
            p(field(' TOC \\o "1-3" ', "Phần một", "<w:r><w:tab/></w:r>", "3")),
            p('<w:fldSimple w:instr="DATE">' + r("05/3/2025") + "</w:fldSimple>"),
            p(field(" XE &quot;chỉ mục&quot; "), "Sau chỉ mục", field("EQ \\f(1,2)")),
            p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
              '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', " Đã đọc"),
            p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "Trường không đóng"),
            rows=(("rId1", "hyperlink", "https://vksndtc.gov.vn/"), ("rId2", "hyperlink", "file:///C:/kh.docx")),
        ),
        ("paragraph", "[Cổng thông tin](https://vksndtc.gov.vn/) và tệp trong máy và mục 2"),
        ("paragraph", "Trang 3/12"),
        ("paragraph", "[thư](mailto:a@b.vn), bấm"),
        ("paragraph", "Phần một 3"),
        ("paragraph", "05/3/2025"),
        ("paragraph", "Sau chỉ mục"),
        ("paragraph", "☒ Đã đọc"),
        ("paragraph", "Trường không đóng"),
        remarks=("Bỏ liên kết không phải địa chỉ web", "trường (field) không có kết quả: “EQ"),
    ),
    _specimen(
        "gạch nối, ký hiệu, tab, ngắt dòng",
        docx(
            p("Kế hoạch số 118/KH\u2011VKSHP", "<w:r><w:noBreakHyphen/><w:t>TTr</w:t></w:r>", " ngày 07/02/\u00ad2025"),
            p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " Đạt", "<w:r><w:tab/></w:r>", r("a", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')),
            p(r("\uf0e8", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), " mũi tên"),
            p('<w:r><w:sym w:font="MT Extra" w:char="F04B"/></w:r>', "Ký hiệu lạ"),
            p("Dòng trên.", "<w:r><w:br/></w:r>", "Dòng dưới", "<w:r><w:br/></w:r>", "nối tiếp."),
            p("Cuối trang", '<w:r><w:br w:type="page"/></w:r>', "Đầu trang"),
        ),
        ("paragraph", "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025"),
        ("paragraph", "✓ Đạt α"),
        ("paragraph", "→ mũi tên"),
        ("paragraph", "Ký hiệu lạ"),
        ("paragraph", "Dòng trên."),
        ("paragraph", "Dòng dưới nối tiếp."),
        ("paragraph", "Cuối trang"),
        ("paragraph", "Đầu trang"),
        remarks=("Bỏ ký hiệu của phông chữ đặc biệt", "Xuống dòng giữa câu đã được nối lại"),
    ),
    _specimen(
        "phông .VnTime, VNI-Times",
        docx(
            p(r("KiÓm tra thùc hiÖn quy chÕ d©n chñ", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')),
            p(r("ViÖn kiÓm s¸t", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')),
            p(r("Kieåm tra thöïc hieän quy cheá daân ", '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'), r("chu", '<w:b/><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'), r("û", '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>')),
            p(r("Kiểm tra đã là Unicode", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')),
        ),
        ("paragraph", "Kiểm tra thực hiện quy chế dân chủ"),
        ("paragraph", "VIỆN KIỂM SÁT"),
        ("paragraph", "Kiểm tra thực hiện quy chế dân **chủ**"),
        ("paragraph", "Kiểm tra đã là Unicode"),
        remarks=("TCVN3", "VNI"),
    ),
    _specimen(
        "công thức, biểu đồ, đối tượng, đầu trang",
        docx(
            p("Tỉ lệ ", "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"),
            p('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>', "Dưới biểu đồ"),
            p('<w:r><w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "Dưới đối tượng"),
            _SECTION,
            rows=(("rIdH", "header", "header1.xml"), ("rIdF", "footer", "footer1.xml")),
            files={
                "word/header1.xml": part("w:hdr", p("VIỆN KIỂM SÁT NHÂN DÂN")),
                "word/footer1.xml": part("w:ftr", p("Trang ", field("PAGE", "1"))),
            },
        ),
        ("paragraph", "Tỉ lệ (a+b)/2x<sup>2</sup>"),
        ("paragraph", "Dưới biểu đồ"),
        ("paragraph", "Dưới đối tượng"),
        remarks=("Công thức đã chuyển thành chữ", "Bỏ biểu đồ", "OLE", "đầu trang, cuối trang: “VIỆN KIỂM SÁT NHÂN DÂN”."),
    ),
    _specimen(
        "bảng dàn trang: tiêu ngữ, ảnh đặt cạnh nhau",
        docx(
            table(row("VKSND THÀNH PHỐ HẢI PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            p("Nội dung"),
            table(row(cell(p(picture("rId1"))), cell(p(picture("rId2")))), row("Ảnh thứ nhất", "Ảnh thứ hai")),
            rows=(("rId1", "image", "media/a.jpg"), ("rId2", "image", "media/b.jpg")),
            files={"word/media/a.jpg": photo(), "word/media/b.jpg": photo(colour="blue")},
        ),
        ("paragraph", "VKSND THÀNH PHỐ HẢI PHÒNG"),
        ("paragraph", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("paragraph", "Nội dung"),
        ("picture", ""),
        ("paragraph", "Ảnh thứ nhất"),
        ("picture", ""),
        ("paragraph", "Ảnh thứ hai"),
        remarks=("chỉ dùng để dàn trang",),
    ),
    _specimen(
        "bọc trong ô nội dung, thẻ riêng, phần chèn",
        docx(
            "<w:sdt><w:sdtPr/><w:sdtContent>" + p("Trong ô nội dung") + "</w:sdtContent></w:sdt>",
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Bấm để nhập chữ") + "</w:sdtContent></w:sdt>",
            p('<w:smartTag w:element="place">' + r("Hải Phòng") + "</w:smartTag>", "<w:customXml>" + r(" năm 2025") + "</w:customXml>"),
            '<w:altChunk r:id="rId7"/>',
            p("<w:bdo><w:r><w:t>Chữ trong bdo</w:t></w:r></w:bdo>"),
            p("<w:r><w:ruby><w:rubyBase>" + r("Chữ có ruby") + "</w:rubyBase></w:ruby></w:r>"),
        ),
        ("paragraph", "Trong ô nội dung"),
        ("paragraph", "Hải Phòng năm 2025"),
        ("paragraph", "Chữ trong bdo"),
        ("paragraph", "Chữ có ruby"),
        remarks=("ô chưa điền: “Bấm để nhập chữ”", "altChunk"),
    ),
)  # fmt: skip

MACROS = docx(p("Có macro"), files={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
RELATIONSHIPS = relationships
