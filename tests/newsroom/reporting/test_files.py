"""The annex's files read back: page, fonts, tables, and that nothing is a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from newsroom.reporting.annex_csv import annex_csv
from newsroom.reporting.annex_docx import annex_docx
from newsroom.reporting.annex_xlsx import annex_xlsx
from newsroom.reporting.internal_xlsx import internal_xlsx
from newsroom.reporting.outline_docx import outline_docx
from newsroom.reporting.report import Report

from ..small import LoadSmall, page
from .reports import report_on, sheet, told

HOSTILE = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "＝1")
MAKERS: dict[str, Callable[[Report], bytes]] = {
    "phụ lục .docx": annex_docx,
    "phụ lục .xlsx": annex_xlsx,
    "phụ lục .csv": annex_csv,
    "đề cương": outline_docx,
    "nội bộ": internal_xlsx,
}
FILES = {
    "ke-hoach/118.md": page(
        "title: Kế hoạch mẫu\nnumber: 118/KH-VKSHP-TTr\ndate: 2025-02-07\nscope: [Phòng 9, phong-2]"
    ),
    **{
        f"tin/2025/bai-{number}.md": told(
            date=f"2025-0{number}-05",
            title=f'"{text}, bài mẫu"',
            plan="118/KH-VKSHP-TTr",
            more=f'lead: "{text} A", result: "{text} B", limits: "{text} C"',
        )
        for number, text in enumerate(HOSTILE, start=1)
    },
}
SUPPLEMENT = sheet('"=1+1",,02/02/2025,"@Phòng ngoài",cong-khai,,=2,=3,=4,=5,1.200,7')


@pytest.fixture
def report(newsroom_of: LoadSmall) -> Report:
    return report_on(newsroom_of(FILES), SUPPLEMENT, base="https://trang.example/")


def word(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def mm(length: object) -> float:
    return round(length.mm, 1)  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_same_report_gives_the_same_bytes(report: Report, make: Callable[..., bytes]) -> None:
    data = make(report)
    assert make(report) == data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert {entry.date_time[0] for entry in package.infolist()} == {1980}
            core = package.read("docProps/core.xml").decode()
            assert "dcterms:" not in core.replace("xmlns:dcterms", "")


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_an_empty_period_gives_a_file_too(
    newsroom_of: LoadSmall, make: Callable[..., bytes]
) -> None:
    assert make(report_on(newsroom_of({})))


def test_the_annex_lies_sideways_with_the_decrees_margins_turned(report: Report) -> None:
    (section,) = word(annex_docx(report)).sections
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert (mm(section.page_width), mm(section.page_height)) == (297, 210)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [mm(margin) for margin in margins] == [30, 15, 20, 20]


def test_the_outline_stands_upright(report: Report) -> None:
    (section,) = word(outline_docx(report)).sections
    assert (mm(section.page_width), mm(section.page_height)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [mm(margin) for margin in margins] == [20, 20, 30, 15]


@pytest.mark.parametrize("make", [annex_docx, outline_docx])
def test_pages_are_numbered_in_the_middle_above_from_the_second_on(
    report: Report, make: Callable[[Report], bytes]
) -> None:
    (section,) = word(make(report)).sections
    assert section.different_first_page_header_footer
    assert "".join(p.text for p in section.first_page_header.paragraphs) == ""
    number = section.header.paragraphs[0]
    assert number.alignment == 1
    assert [e.text for e in number._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert {run.font.size.pt for run in number.runs} == {14}


@pytest.mark.parametrize("make", [annex_docx, outline_docx])
def test_every_script_is_set_in_times_new_roman(
    report: Report, make: Callable[[Report], bytes]
) -> None:
    document = word(make(report))
    for name in ("Normal", "Heading 1"):
        fonts = document.styles[name].element.rPr.find(qn("w:rFonts"))
        assert dict(fonts.attrib) == {
            qn(f"w:{kind}"): "Times New Roman" for kind in ("ascii", "hAnsi", "eastAsia", "cs")
        }
    sizes = {run.font.size.pt for p in document.paragraphs for run in p.runs if run.text.strip()}
    assert sizes <= {13, 14}


def test_word_opens_it_without_compatibility_mode_and_names_no_other_author(report: Report) -> None:
    document = word(annex_docx(report))
    modes = [
        setting.get(qn("w:val"))
        for setting in document.settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == "Phụ lục – DANH MỤC HOẠT ĐỘNG THỰC HIỆN DÂN CHỦ Ở CƠ SỞ"


def test_headings_of_the_annex(report: Report) -> None:
    document = word(annex_docx(report))
    shown = [(p.text, p.alignment, p.runs[0].bold, p.runs[0].italic) for p in document.paragraphs]
    assert shown[0] == ("Phụ lục", 1, True, False)
    assert shown[1] == ("DANH MỤC HOẠT ĐỘNG THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", 1, True, False)
    assert shown[2][0].startswith("(Kèm theo Báo cáo số …")
    assert "/BC-…" in shown[2][0]
    assert shown[2][1:] == (1, False, True)
    assert shown[3][0] == "6 tháng đầu năm 2025 (từ 01/12/2024 đến 31/5/2025)"


def test_the_list_repeats_its_header_and_splits_no_row(report: Report) -> None:
    document = word(annex_docx(report))
    assert len(document.tables) == 3
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert [bool(row.findall(f".//{qn('w:tblHeader')}")) for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)
        layout = table._tbl.tblPr.find(qn("w:tblLayout"))
        assert layout.get(qn("w:type")) == "fixed"
        assert sum(mm(column.width) for column in table.columns) == pytest.approx(257, abs=0.5)
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        *("STT", "Ngày", "Đơn vị", "Nội dung", "Hình thức", "Văn bản căn cứ", "Người chủ trì"),
        *("Kết quả", "Hạn chế", "Số người dự", "Số ý kiến", "Tin, bài"),
    ]
    first = [cell.text for cell in table.rows[1].cells]
    assert first[:5] == ["1", "05/01/2025", "Phòng 2", "Tổ chức thực hiện", "Kiểm tra"]
    assert first[11] == "https://trang.example/tin/2025/bai-1/"
    total = [cell.text for cell in table.rows[-1].cells]
    assert (total[0], total[9], total[10]) == ("Tổng cộng: 6 hoạt động", "1200", "7")


def test_no_cell_of_the_workbooks_is_a_formula(report: Report) -> None:
    seen = set()
    for make in (annex_xlsx, internal_xlsx):
        for sheet_ in openpyxl.load_workbook(io.BytesIO(make(report))).worksheets:
            for row in sheet_.iter_rows():
                for cell in row:
                    assert cell.data_type in {"s", "n", "d"}
                    if isinstance(cell.value, str):
                        assert cell.quotePrefix
                        seen.add(cell.value)
    assert {f"{text} B" for text in HOSTILE} <= seen


def test_the_workbook_prints_like_the_annex(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(annex_xlsx(report)))
    assert book.sheetnames == ["Phụ lục", "Theo nội dung", "Theo hình thức"]
    list_ = book.worksheets[0]
    assert list_.page_setup.orientation == "landscape"
    assert int(list_.page_setup.paperSize) == 9
    assert list_.print_title_rows == "$6:$6"
    assert list_.HeaderFooter.differentFirst
    assert list_.oddHeader.center.text == "&P"
    assert list_.cell(6, 2).font.name == "Times New Roman"
    when = list_.cell(7, 2)
    assert (when.is_date, when.number_format) == (True, "dd/mm/yyyy")
    assert list_.cell(10, 2).number_format == "dd/m/yyyy"
    assert list_.cell(13, 10).value == 1200


def test_no_cell_of_the_csv_is_a_formula(report: Report) -> None:
    data = annex_csv(report)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert {len(row) for row in rows} == {12}
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]
    assert "'=HYPERLINK(1) B" in cells
    assert rows[-1] == ["Tổng cộng", "", "6 hoạt động", *[""] * 6, "1200", "7", ""]


def test_units_without_news_stand_in_the_internal_file_alone(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(internal_xlsx(report)))
    gaps = book["Chưa có tin, bài"]
    assert [cell.value for cell in gaps[7]][1:3] == [
        "Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025",
        "Phòng 9",
    ]
    for make in (annex_docx, annex_xlsx, outline_docx):
        with zipfile.ZipFile(io.BytesIO(make(report))) as package:
            for entry in package.namelist():
                assert "Phòng 9" not in package.read(entry).decode("utf-8", "replace")
                assert "chưa có tin" not in package.read(entry).decode("utf-8", "replace").lower()
    assert "Phòng 9" not in annex_csv(report).decode()


def test_the_outline_holds_facts_and_blanks(report: Report) -> None:
    document = word(outline_docx(report))
    text = [p.text for p in document.paragraphs]
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II. KẾT QUẢ THỰC HIỆN",
        *("1. Công khai", "2. Bàn và quyết định", "3. Tham gia ý kiến"),
        *("4. Kiểm tra, giám sát", "5. Tổ chức thực hiện"),
        "III. HẠN CHẾ, VƯỚNG MẮC",
        "IV. PHƯƠNG HƯỚNG, KIẾN NGHỊ",
    ]
    head = [cell.text for cell in document.tables[0].rows[0].cells]
    assert "VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ MẪU" in head[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in head[1]
    own = next(line for line in text if "@Phòng ngoài" in line)
    assert own == (
        "- Ngày 02/02/2025, @Phòng ngoài: …………; hình thức: …………; căn cứ: =2; người chủ trì: =3;"
        " kết quả: =4; số người dự: 1200; số ý kiến: 7."
    )
    assert "- @Phòng ngoài (ngày 02/02/2025): =5." in text


def test_the_title_is_the_archives_own(newsroom_of: LoadSmall) -> None:
    made = report_on(newsroom_of({}))
    other = replace(made, archive=replace(made.archive, title="Chuyển đổi số"))
    texts = [p.text for p in word(annex_docx(other)).paragraphs]
    assert texts[1] == "DANH MỤC HOẠT ĐỘNG CHUYỂN ĐỔI SỐ"
