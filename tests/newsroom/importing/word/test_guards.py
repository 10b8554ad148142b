"""Files that are refused, in words a writer can act on, and bounds that keep memory small."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.word import read_word
from newsroom.importing.word.limits import LIMITS
from newsroom.importing.word.reading import read_within

from .ooxml import NAMESPACES, Files, docx, p, part, picture, relationships, row, table, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BODY = "<w:body><w:p><w:r><w:t>Chữ</w:t></w:r></w:p></w:body>"
ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {NAMESPACES}><w:body>&b;</w:body></w:document>"
)


def with_main(content: str | bytes) -> bytes:
    return docx(p("x"), files={"word/document.xml": content})


def with_file(name: str) -> bytes:
    return docx(p("x"), files={name: "x"})


def cut() -> bytes:
    data = docx(p("Bài dài"))
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("what", "data", "message"),
    [
        ("tệp rỗng", b"", "Tệp rỗng"),
        ("Word đời cũ", OLE + "WordDocument".encode("utf-16-le"), "đời cũ (.doc)"),
        ("có mật khẩu", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("Excel đời cũ", OLE + "Workbook".encode("utf-16-le"), "Office đời cũ"),
        ("RTF", b"{\\rtf1 chu}", "RTF"),
        ("PDF", b"%PDF-1.7", "PDF"),
        ("trang web đổi đuôi", b"\xef\xbb\xbf<html><p>x", "trang web"),
        ("XML của Word 2003", b'<?xml version="1.0"?><w:wordDocument/>', "XML cũ"),
        ("tệp chữ", "Phòng 2".encode(), "không phải là tệp Word"),
        ("tải về dở", cut(), "hỏng hoặc chưa tải về đủ"),
        ("tệp nén thường", zipped({"a.txt": "x"}), "không phải tệp Word"),
        ("Excel", zipped({"xl/workbook.xml": "x"}), "Excel"),
        ("PowerPoint", zipped({"ppt/presentation.xml": "x"}), "PowerPoint"),
        ("LibreOffice", zipped({"mimetype": "x", "content.xml": "x"}), ".odt"),
        ("thực thể ngoài", with_main(ENTITY), "DTD"),
        ("thực thể lồng nhau", with_main(LAUGHS), "DTD"),
        ("DTD trong UTF-16", with_main(ENTITY.encode("utf-16")), "DTD"),
        ("bảng mã lạ", with_main(ENTITY.encode("cp037")), "bị hỏng"),
        ("XML hỏng", with_main("<w:document><w:body>"), "bị hỏng"),
        ("tiền tố không khai báo", with_main("<w:document/>"), "bị hỏng"),
        ("không có thân", with_main(part("w:document", "")), "không có phần văn bản"),
        ("đường dẫn đi ra ngoài", with_file("../../etc/x.xml"), "đường dẫn lạ"),
        ("đường dẫn Windows", with_file("word\\..\\..\\x.xml"), "đường dẫn lạ"),
        ("đường dẫn tuyệt đối", with_file("/etc/passwd"), "đường dẫn lạ"),
        ("ổ đĩa", with_file("C:/x"), "đường dẫn lạ"),
        ("lồng quá sâu", with_main(part("w:document", "<w:body>" + "<w:sdt>" * 500 + "</w:sdt>" * 500 + "</w:body>")), "quá lớn"),
        ("quá dài", docx(*(p("Nội dung " * 60) for _ in range(2_000))), "phần chữ dài"),
        ("quá nhiều đoạn", docx(*["<w:p/>"] * 13_000), "đoạn"),
        ("quá nhiều ô", docx(table(*[row(*["x"] * 50)] * 500)), "ô bảng"),
        ("quá nhiều thành phần", docx(p("<w:r/>" * 420_000)), "quá lớn"),
        ("nở ra khi giải nén", docx(p("x"), files={"word/media/x.bin": bytes(30_000_000)}), "nở ra bất thường"),
        ("nhiều tệp con", docx(p("x"), files={f"word/{n}.xml": "" for n in range(3_100)}), "thành phần"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)  # fmt: skip
def test_refused(what: str, data: bytes, message: str) -> None:
    with pytest.raises(
        ImportRefused, match=message.replace("(", r"\(").replace(")", r"\)")
    ) as refusal:
        read_within(data, "bai.docx", LIMITS)
    assert str(refusal.value).endswith(".")


def test_a_size_that_lies_is_noticed() -> None:
    """The directory of the zip says 10 bytes, the entry unpacks to many more."""
    data = bytearray(docx(p("x" * 5_000)))
    out = zipfile.ZipFile(io.BytesIO(bytes(data)))
    real = out.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    lied = bytes(data).replace(real, (10).to_bytes(4, "little"))
    with pytest.raises(ImportRefused):
        read_within(lied, "bai.docx", LIMITS)


def test_all_parts_together_are_bounded() -> None:
    limits = replace(LIMITS, total_bytes=50_000)
    data = docx(p("x"), files={f"word/media/{n}.bin": bytes(10_000) for n in range(9)})
    with pytest.raises(ImportRefused, match="giải nén"):
        read_within(data, "bai.docx", limits)


@pytest.mark.parametrize(
    "target",
    [
        "../../../etc/passwd",
        "file:///etc/passwd",
        "https://example.org/x.png",
        "..\\..\\x.png",
        "/",
    ],
)
def test_pictures_from_outside_are_left_out(target: str) -> None:
    data = docx(p(picture("rId1")), rows=(("rId1", "image", target),))
    reading = read_within(data, "bai.docx", LIMITS)
    assert reading.pictures == {}
    assert [block.kind.value for block in reading.blocks] == ["gap"]


def test_the_main_part_may_stand_anywhere() -> None:
    files: Files = {
        "_rels/.rels": relationships(("rId1", "officeDocument", "/noi/dung.xml")),
        "noi/dung.xml": part("w:document", BODY),
    }
    assert [block.text for block in read_word(zipped(files), "x").blocks] == ["Chữ"]


def test_strict_files_are_read() -> None:
    strict = part("w:document", BODY).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [block.text for block in read_word(with_main(strict), "x").blocks] == ["Chữ"]


def test_two_hundred_pages_are_accepted() -> None:
    """About 550 words a page, with a table and a picture on every fifth."""
    page = [p("Cán bộ, công chức, viên chức và người lao động của đơn vị. " * 5) for _ in range(11)]
    five = page * 5 + [table(row("STT", "Đơn vị"), row("1", "Phòng 2")), p(picture("rId1"))]
    data = docx(
        *five * 40,
        rows=(("rId1", "image", "media/a.jpg"),),
        files={"word/media/a.jpg": b"\xff\xd8\xff"},
    )
    reading = read_within(data, "bai.docx", LIMITS)
    assert len(reading.blocks) == 40 * (55 + 2)


def test_what_nobody_foresaw_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise KeyError("x")

    monkeypatch.setattr("newsroom.importing.word.reading.to_html", fail)
    with pytest.raises(ImportRefused, match="Không đọc được tệp Word"):
        read_word(docx(p("x")), "bai.docx")
