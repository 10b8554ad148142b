"""Small PDF files with Vietnamese text, written out by hand: a page for each text."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

PROSE = "Viện kiểm sát nhân dân thành phố Mẫu lập kế hoạch công tác năm nay như sau đây."
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin begincmap /CMapName /All def
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfrange <0020> <01B0> <0020> <0300> <0323> <0300> <1EA0> <1EF9> <1EA0> endbfrange
endcmap end end"""


def pdf(*pages: str, title: str | None = None, note: str | None = None, count: int = 1) -> bytes:
    """A file whose pages show these texts line by line; *count* times over.

    *note* is what a stamp laid upon each page says.
    """
    objects: list[bytes] = [b"", b""]  # catalogue and tree of pages, known at the end

    def add(content: bytes | str) -> int:
        objects.append(content if isinstance(content, bytes) else content.encode())
        return len(objects)

    def stream(content: str) -> int:
        data = content.encode()
        return add(b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream")

    font = add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Mau /Encoding /Identity-H"
        f" /ToUnicode {stream(_CMAP)} 0 R /DescendantFonts [{add(_DESCENDANT)} 0 R] >>"
    )
    contents = [stream(_drawing(text.splitlines())) for text in pages * count]
    notes = ""
    if note is not None:
        where = "/Type /Annot /Subtype /Stamp /Rect [0 0 99 99]"
        notes = f"/Annots [{add(f'<< {where} /Contents <{_utf16(note)}> >>')} 0 R]"
    kids = [
        add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R {notes}"
            f" /Resources << /Font << /F {font} 0 R >> >> >>"
        )
        for content in contents
    ]
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
    info = add(f"<< /Title <{_utf16(title)}> >>") if title is not None else None
    return _file(objects, info)


_DESCENDANT = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mau /DW 600 /CIDSystemInfo"
    " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)


def _utf16(text: str) -> str:
    return "feff" + text.encode("utf-16-be").hex()


def _drawing(lines: Sequence[str]) -> str:
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    return f"BT /F 12 Tf 14 TL 50 800 Td\n{shown}ET"


def _file(objects: Sequence[bytes], info: int | None) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    about = f" /Info {info} 0 R" if info else ""
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{about} >>\n".encode())
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def locked(data: bytes, password: str) -> bytes:
    """The same file, to be opened with *password*; an empty one is no hindrance."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="chủ", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
