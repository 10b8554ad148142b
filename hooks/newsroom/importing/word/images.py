"""Pictures within a Word file: found, cut and turned as Word shows them, never fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsroom.importing.pictures import as_shown, can_import, is_turn
from newsroom.importing.word.findings import Findings
from newsroom.importing.word.package import Package, Relationship
from newsroom.importing.word.trees import Element, new, too_large
from newsroom.pictures.inspection import PictureError

GAP = "gap"
"""Key of the picture that is no more."""
_LONGEST = 1_000
_FILE_NAME = re.compile(r"[\w ().-]+\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|heic|webp)", re.IGNORECASE)
_PATH = re.compile(r"[A-Za-z]:\\|^/|\\\\|^https?://")
_MACHINE = re.compile(
    r"automatically generated|generated with|AI-generated|được tạo tự động|do AI tạo", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a drawing shows it."""

    embedded: str
    """Its relationship, or empty when it is only ``linked``."""
    linked: str = ""
    alternative: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Shares cut off left, top, right and bottom."""
    turn: int = 0
    """Degrees clockwise."""
    mirrored: bool = False


class Images:
    """Gathers the pictures of a file under keys (``image1.jpeg``)."""

    def __init__(self, package: Package, findings: Findings) -> None:
        self._package = package
        self._findings = findings
        self._relationships: dict[str, Relationship] = {}
        self._keys: dict[tuple[str, Shown], str] = {}
        self.pictures: dict[str, bytes] = {}
        self._shown = 0

    def of_part(self, part: str) -> None:
        """From now on ids are those of *part*."""
        self._relationships = self._package.relationships(part)

    def element(self, shown: Shown, line: int | None) -> Element | None:
        """A ``picture`` with ``key`` and ``alt``; its key is ``GAP`` where it is left out."""
        self._shown += 1
        if self._shown > self._package.limits.shown_pictures:
            raise too_large(f"ảnh đặt ở hơn {self._package.limits.shown_pictures} chỗ")
        relationship = self._relationships.get(shown.embedded)
        if relationship is None or relationship.is_external:
            is_linked = bool(shown.linked) or relationship is not None
            return self._gap("linked-picture" if is_linked else "lost-picture", line)
        if not self._package.has(relationship.target):
            return self._gap("lost-picture", line)
        key = self._key(relationship.target, shown, line)
        if not key:
            return self._gap("metafile", line)
        return new("picture", key=key, alt=self._words(shown.alternative, line))

    def _gap(self, kind: str, line: int | None) -> Element:
        self._findings.add(kind, line=line)
        return new("picture", key=GAP, alt="")

    def _key(self, part: str, shown: Shown, line: int | None) -> str:
        """The key under which the picture is kept; empty for a format nobody can show."""
        known = part, Shown("", crop=shown.crop, turn=shown.turn, mirrored=shown.mirrored)
        if known in self._keys:
            return self._keys[known]
        if len(self.pictures) >= self._package.limits.pictures:
            raise too_large(f"có hơn {self._package.limits.pictures} ảnh")
        data = self._package.read(part, self._package.limits.picture_bytes)
        key = part.rpartition("/")[2] if can_import(data) else ""
        if key and (any(shown.crop) or is_turn(shown.turn) or shown.mirrored):
            try:
                data = as_shown(data, shown.crop, shown.turn, mirrored=shown.mirrored)
                self._findings.add("cropped", line=line)
            except PictureError:
                key = ""
        while key in self.pictures:
            key = f"x-{key}"
        if key:
            self.pictures[key] = data
        self._keys[known] = key
        return key

    def _words(self, alternative: str, line: int | None) -> str:
        """What a person wrote about the picture: no file name, no guess of a machine."""
        words = alternative[:_LONGEST].strip()
        if _MACHINE.search(words):
            self._findings.add("machine-alt", words, line)
            return ""
        return "" if _FILE_NAME.fullmatch(words) or _PATH.search(words) else words
