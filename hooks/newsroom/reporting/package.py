"""Word and Excel files whose bytes depend on nothing but what they say."""

from __future__ import annotations

import io
import re
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file knows."""
_MOMENTS = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_CORE = "docProps/core.xml"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def repacked(data: bytes) -> bytes:
    """The package *data* without the moment of its making, in its parts and in its properties."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _CORE:
                content = _MOMENTS.sub(b"", content)
            info = zipfile.ZipInfo(entry.filename, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else it differs between Windows and Linux
            new.writestr(info, content)
    return out.getvalue()


def printable(text: str) -> str:
    """*text* without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)
