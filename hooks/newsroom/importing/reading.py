"""Which reader reads which file, and what to do with files that none reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from newsroom.importing.blocks import ImportRefused, Reading
from newsroom.importing.text_reader import read_text
from newsroom.importing.web.reader import read_page
from newsroom.importing.word import read_word
from newsroom.system_faults import in_words

_MOST_BYTES = 64 * 1024 * 1024
"""Longest file looked at at all; readers have closer bounds."""
_MOST_PICTURE_BYTES = 40 * 1024 * 1024
_AS_WORD = "Mở bằng Word, chọn Lưu thành (Save As) loại “Word Document (.docx)”, rồi nhập tệp mới."
_AS_PAGE = "Mở bằng trình duyệt, bấm Ctrl+S, chọn “Trang web, hoàn chỉnh” rồi nhập tệp đó."
_REFUSED = {
    ".doc": f"Đây là tệp Word đời cũ. {_AS_WORD}",
    ".dot": f"Đây là tệp Word đời cũ. {_AS_WORD}",
    ".docm": f"Tệp Word có macro không được nhập. {_AS_WORD}",
    ".rtf": f"Không nhập tệp RTF. {_AS_WORD}",
    ".odt": f"Không nhập tệp OpenDocument. {_AS_WORD}",
    ".wps": f"Không nhập tệp WPS. {_AS_WORD}",
    ".pdf": "Không nhập tệp PDF: thứ tự chữ trong đó không chắc chắn. Xin tệp Word của bài, hoặc mở"
    " PDF bằng Word rồi lưu thành .docx và đọc lại kỹ.",
    ".mht": _AS_PAGE,
    ".mhtml": _AS_PAGE,
    ".md": "Tệp đã ở dạng bài của Trang; chép thẳng vào docs/tin/ rồi chạy scripts/check.py.",
}
_OTHER = "Chỉ nhập tệp Word (.docx), tệp chữ (.txt) và trang web đã lưu (.html)."
_PAGES = frozenset({".html", ".htm", ".xhtml"})


def importable(path: Path) -> bool:
    """Whether a file of a folder is worth a try: by its suffix, Word's own lock files aside."""
    return path.suffix.lower() in _PAGES | _READERS.keys() | _REFUSED.keys() - {
        ".md"
    } and not path.name.startswith(("~$", "."))


def read_file(path: Path) -> Reading:
    """Read the file *path* with the reader of its suffix. Raises ImportRefused."""
    suffix = path.suffix.lower()
    if suffix not in _PAGES | _READERS.keys():
        raise ImportRefused(_REFUSED.get(suffix, _OTHER))
    data = _bytes(path, _MOST_BYTES)
    if not data.strip():
        raise ImportRefused("Tệp trống, không có gì để nhập.")
    if suffix in _PAGES:
        return read_page(data, path.name, lambda relative: _beside(path, relative))
    return _READERS[suffix](data, path.name)


_READERS: dict[str, Callable[[bytes, str], Reading]] = {
    ".docx": read_word,
    ".txt": read_text,
    ".text": read_text,
}


def files_below(folder: Path) -> Iterator[Path]:
    """The files of *folder* worth a try, in order; not what belongs to saved pages."""
    for child in sorted(folder.iterdir(), key=lambda one: one.name.casefold()):
        if child.is_symlink() or child.name.startswith("."):
            continue
        if child.is_dir():
            if not child.name.endswith(("_files", ".files")):
                yield from files_below(child)
        elif importable(child):
            yield child


def _bytes(path: Path, most: int) -> bytes:
    try:
        if (size := path.stat().st_size) > most:
            raise ImportRefused(
                f"Tệp dài {size // 1024 // 1024} MB; tối đa {most // 1024 // 1024} MB. Thu nhỏ ảnh"
                " trong tệp, hoặc chia tệp thành nhiều bài."
            )
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            f"Không đọc được tệp: {in_words(error)}. Đóng chương trình đang mở tệp rồi thử lại."
        ) from None


def _beside(page: Path, relative: str) -> bytes | None:
    """The bytes of a picture beside a saved page; never of anything outside its folder."""
    parts = PurePosixPath(relative.replace("\\", "/")).parts
    if not parts or ".." in parts or any(":" in part or "\0" in part for part in parts):
        return None
    folder = page.parent.resolve()
    file = Path(os.path.normpath(folder.joinpath(*parts)))
    try:
        if file.resolve() != file or not file.is_relative_to(folder) or not file.is_file():
            return None
        return file.read_bytes() if file.stat().st_size <= _MOST_PICTURE_BYTES else None
    except OSError:
        return None
