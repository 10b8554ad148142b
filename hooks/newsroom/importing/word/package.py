"""A .docx as a package of parts, read within bounds; nothing is unpacked to disk or fetched."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.word.limits import WordLimits
from newsroom.importing.word.refusals import refuse_other_formats, refuse_other_packages
from newsroom.importing.word.trees import Element, XmlBudget, parse, too_large

_BROKEN = (
    "Tệp Word bị hỏng hoặc chưa tải về đủ. Mở tệp bằng Word (Word có thể tự sửa), lưu lại thành "
    ".docx mới rồi nhập lại."
)
_ODD_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|[\x00-\x1f]")
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError,
               RuntimeError, KeyError, IndexError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where an ``r:id`` leads: a part's name, or an address outside the file."""

    kind: str
    """Last word of its type: ``image``, ``hyperlink``, ``footnotes`` …"""
    target: str
    is_external: bool


class Package:
    """The parts of a .docx. Every method that reads raises ImportRefused for what is broken."""

    def __init__(self, data: bytes, limits: WordLimits) -> None:
        if len(data) > limits.file_bytes:
            raise too_large(f"tệp nặng {len(data) // 1_000_000} MB")
        refuse_other_formats(data)
        self.limits = limits
        self.budget = XmlBudget(limits)
        self._left = limits.total_bytes
        self._xml_left = limits.all_xml_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _ZIP_FAULTS:
            raise ImportRefused(_BROKEN) from None
        self._entries = _checked(entries, limits)
        refuse_other_packages(set(self._entries))
        self.main = self._main_part()

    @property
    def has_macros(self) -> bool:
        """Whether it carries a program; it is never read."""
        return any(name.endswith("vbaproject.bin") for name in self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part *name*; case does not matter (ECMA-376 Part 2, 6.2.2.3)."""
        return name.lower() in self._entries

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of the part *name*, at most *limit*."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise ImportRefused(_BROKEN)
        try:
            with self._zip.open(entry) as file:
                data = file.read(min(limit, self._left) + 1)
        except _ZIP_FAULTS:
            raise ImportRefused(_BROKEN) from None
        self._left -= len(data)
        if len(data) > limit or self._left < 0:
            raise too_large(f"thành phần “{name}” quá lớn khi giải nén")
        return data

    def tree(self, name: str) -> Element:
        """The root of the XML part *name*."""
        data = self.read(name, min(self.limits.xml_bytes, self._xml_left))
        self._xml_left -= len(data)
        return parse(data, name, self.budget)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of *part* by id; those that lead out of the package are dropped."""
        folder, _, name = part.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        if not self.has(path):
            return {}
        found: dict[str, Relationship] = {}
        for element in self.tree(path):
            kind = element.get("Type", "").rpartition("/")[2]
            target = element.get("Target", "")
            is_external = element.get("TargetMode", "").lower() == "external"
            if not is_external and kind != "hyperlink":
                target = _resolved(folder, target)
            if target:
                found[element.get("Id", "")] = Relationship(kind, target, is_external)
        return found

    def _main_part(self) -> str:
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and self.has(relationship.target):
                return relationship.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise ImportRefused(
            "Không thấy phần văn bản trong tệp này: đây không phải tệp Word (.docx). "
            "Mở tệp bằng Word, lưu lại thành .docx rồi nhập lại."
        )


def _checked(entries: list[zipfile.ZipInfo], limits: WordLimits) -> dict[str, zipfile.ZipInfo]:
    """Entries by their name in small letters. Raises ImportRefused for bombs and odd names."""
    if len(entries) > limits.entries:
        raise too_large(f"gồm {len(entries)} thành phần")
    if sum(entry.file_size for entry in entries) > limits.total_bytes:
        raise too_large("dung lượng sau khi giải nén vượt quá mức cho phép")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if _ODD_NAME.search(name):
            raise ImportRefused(
                "Tệp có thành phần với đường dẫn lạ (đi ra ngoài tệp), điều Word không bao giờ "
                "viết ra, nên bị từ chối vì an toàn. Mở tệp bằng Word rồi lưu lại thành .docx mới."
            )
        if entry.flag_bits & 1:
            raise ImportRefused("Tệp nén có mật khẩu. Bỏ mật khẩu rồi nhập lại.")
        if entry.file_size > limits.ratio_from and (
            entry.file_size > limits.ratio * max(entry.compress_size, 1)
        ):
            raise too_large(f"thành phần “{name}” nở ra bất thường khi giải nén")
        if name.lower() in found:
            raise ImportRefused(_BROKEN)
        found[name.lower()] = entry
    return found


def _resolved(folder: str, target: str) -> str:
    """The part a relative target means; empty when it would lie outside the package."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = posixpath.normpath(posixpath.join("/", folder, path)) if path else ""
    has_left = path.count("../") > (folder.count("/") + 1 if folder else 0)
    return "" if has_left or "\0" in joined else joined.lstrip("/")
