"""Files that are no Word file we read: told by their first bytes, with what to do instead."""

from __future__ import annotations

from newsroom.importing.blocks import ImportRefused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Mở tệp bằng Word, chọn File → Save As, kiểu “Word Document (.docx)”, rồi nhập tệp mới."
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"{\\rtf",), f"Tệp này là văn bản RTF, không phải .docx. {_SAVE_AS}"),
    ((b"%pdf",), "Tệp này là PDF, không phải .docx. Hãy nhập từ tệp Word gốc."),
    (
        (b"<!doctype html", b"<html", b"mime-version:"),
        f"Tệp này là trang web được đặt đuôi Word. {_SAVE_AS}",
    ),
    ((b"<?xml",), f"Tệp này là văn bản Word kiểu XML cũ, không phải .docx. {_SAVE_AS}"),
)


def refuse_other_formats(data: bytes) -> None:
    """Raise ImportRefused for an empty file, an old ``.doc``, a locked file, RTF, PDF, HTML."""
    if not data:
        raise ImportRefused("Tệp rỗng. Kiểm tra lại tệp đã chép hoặc tải về đủ chưa.")
    if data.startswith(_OLE):
        _refuse_compound_file(data)
    beginning = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for marks, message in _BEGINNINGS:
        if beginning.startswith(marks):
            raise ImportRefused(message)
    if not data.startswith(b"PK"):
        raise ImportRefused(f"Tệp này không phải là tệp Word (.docx). {_SAVE_AS}")


def refuse_other_packages(names: set[str]) -> None:
    """Raise ImportRefused for what is packed like a .docx but is another kind of file."""
    if "word/document.xml" in names:
        return
    for mark, what in (
        ("xl/workbook.xml", "bảng tính Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
    ):
        if mark in names:
            raise ImportRefused(f"Tệp này là {what}, không phải văn bản Word.")
    if "content.xml" in names and "mimetype" in names:
        raise ImportRefused(f"Tệp này là văn bản LibreOffice (.odt). {_SAVE_AS}")


def _refuse_compound_file(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ImportRefused(
            "Tệp Word có mật khẩu nên không đọc được. Mở tệp bằng Word, chọn File → Info → Protect "
            "Document → Encrypt with Password, xóa mật khẩu, lưu rồi nhập lại."
        )
    if "WordDocument".encode("utf-16-le") in data:
        raise ImportRefused(f"Đây là tệp Word đời cũ (.doc). {_SAVE_AS}")
    raise ImportRefused(f"Đây là tệp Office đời cũ, không phải .docx. {_SAVE_AS}")
