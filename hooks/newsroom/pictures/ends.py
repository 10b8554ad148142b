"""Where the picture ends in its file: cut files are told from whole ones without decoding them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
_HEAD = 12
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_SCAN = 0xDA
_GIF_FRAME, _GIF_END = 0x2C, 0x3B


def has_its_end(form: str, data: bytes) -> bool:
    """Whether *data* reaches to where a picture of this format ends; more may follow."""
    if form == "JPEG":
        scan = _jpeg_scan(data)
        return scan >= 0 and data.find(_ENDS["JPEG"], scan) >= 0
    if form == "PNG":
        return any(name == b"IEND" and end <= len(data) for name, end in png_chunks(data))
    if form == "WEBP":
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    return _gif_has_its_end(data)


def has_more_after_its_end(form: str, data: bytes) -> bool:
    """Whether something follows the picture in its file."""
    if form == "WEBP":
        return len(data) - 8 > int.from_bytes(data[4:8], "little") + 1
    return form in _ENDS and not data.endswith(_ENDS[form])


def is_whole_file(path: Path) -> bool:
    """Whether a file that Pillow has written is there with all its bytes."""
    form = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}[path.suffix]
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            length = file.seek(0, 2)
            if form == "WEBP":
                return head[8:] == b"WEBP" and int.from_bytes(head[4:8], "little") + 8 == length
            file.seek(max(0, length - len(_ENDS[form])))
            return length > _HEAD and file.read() == _ENDS[form]
    except OSError:
        return False


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Name of each chunk of a PNG and the offset behind it."""
    offset = 8
    while offset + 8 <= len(data):
        name = data[offset + 4 : offset + 8]
        offset += int.from_bytes(data[offset : offset + 4], "big") + 12
        yield name, offset


def _gif_has_its_end(data: bytes) -> bool:
    """Whether the blocks of a GIF are followed by its end mark."""
    offset = 13 + _gif_colours(data, 10)
    while offset < len(data) and data[offset] != _GIF_END:
        if data[offset] == _GIF_FRAME:
            offset += 11 + _gif_colours(data, offset + 9)
        else:
            offset += 2
        while offset < len(data) and data[offset]:
            offset += 1 + data[offset]
        offset += 1
    return offset < len(data)


def _gif_colours(data: bytes, flags: int) -> int:
    """Bytes of the colour table that the byte at *flags* announces."""
    there = flags < len(data) and data[flags] & 0x80
    return 3 << ((data[flags] & 7) + 1) if there else 0


def _jpeg_scan(data: bytes) -> int:
    """Offset of the picture proper: segments before it may hold a small picture of their own."""
    offset = 2
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        marker = data[offset + 1]
        if marker == _JPEG_SCAN:
            return offset
        if marker == 0xFF:
            offset += 1
        elif marker in _JPEG_WITHOUT_LENGTH:
            offset += 2
        else:
            offset += 2 + int.from_bytes(data[offset + 2 : offset + 4], "big")
    return -1
