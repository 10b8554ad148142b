"""The canonical parts through mammoth: a small .docx in memory, and the HTML it becomes."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field
from typing import Any

import mammoth  # type: ignore[import-untyped]

from newsroom.importing.word.trees import PREFIXES, Element

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_URIS: dict[str, str] = {}
for _uri, _prefix in PREFIXES.items():
    _URIS.setdefault(_prefix, _uri)
_DECLARED = {f"xmlns:{prefix}": _URIS[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
_KINDS = ["P", "Caption", *(f"{kind}{level}" for kind in ("Item", "Bullet") for level in range(9))]
STYLE_MAP = "\n".join(
    [
        *(f"p.H{level} => h{level}:fresh" for level in range(1, 7)),
        *(f"p.{kind} => p.{kind.lower()}:fresh" for kind in _KINDS),
        "r.Label => span.label",
        "br[type='line'] => br:fresh",
    ]
)
# mammoth's signs for Wingdings are so new that few fonts have them.
_COMMON = str.maketrans("🡸🡺🡹🡻🗸🗹🗷🗴🗵", "←→↑↓✓☑☒✗☒")
_STORIES = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass(slots=True)
class Story:
    """The blocks of one part, with what they point at."""

    blocks: list[Element]
    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)


def to_html(document: Story, notes: dict[str, tuple[Story, list[Element]]]) -> tuple[str, int]:
    """HTML of the document, and how many symbols had no Unicode sign.

    *notes* holds for ``footnote`` and ``endnote`` their part and its elements.
    """
    result = mammoth.convert_to_html(
        io.BytesIO(_packed(document, notes)),
        style_map=STYLE_MAP,
        include_default_style_map=False,
        include_embedded_style_map=False,
        ignore_empty_paragraphs=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(_image),
    )
    lost = sum(1 for message in result.messages if "unsupported character" in message.message)
    return result.value.translate(_COMMON), lost


def _image(image: Any) -> dict[str, str]:
    with image.open() as file:
        return {"src": file.read().decode()}


def _packed(document: Story, notes: dict[str, tuple[Story, list[Element]]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _types())
        body = Element("w:body")
        body.extend(document.blocks)
        _add(archive, "document", "w:document", [body], document)
        for kind, (story, elements) in notes.items():
            name = _STORIES[kind]
            _add(archive, name, f"w:{name}", elements, story)
        keys = set(document.pictures).union(*(story.pictures for story, _ in notes.values()))
        for key in sorted(keys):
            archive.writestr(f"word/media/{key}", key)
    return out.getvalue()


def _add(
    archive: zipfile.ZipFile, name: str, tag: str, content: list[Element], story: Story
) -> None:
    root = Element(tag, _DECLARED)
    root.extend(content)
    archive.writestr(f"word/{name}.xml", ET.tostring(root, encoding="utf-8"))
    relationships = Element("Relationships", {"xmlns": _URIS["rel"]})
    for address, number in story.links.items():
        attributes = {"Id": number, "Target": address, "TargetMode": "External"}
        relationships.append(Element("Relationship", attributes | {"Type": f"{_OFFICE}/hyperlink"}))
    for key, number in story.pictures.items():
        attributes = {"Id": number, "Target": f"media/{key}", "Type": f"{_OFFICE}/image"}
        relationships.append(Element("Relationship", attributes))
    archive.writestr(f"word/_rels/{name}.xml.rels", ET.tostring(relationships, encoding="utf-8"))


def _types() -> bytes:
    """All pictures count as PNG: mammoth asks only to warn of others."""
    root = Element("Types", {"xmlns": _URIS["ct"]})
    for suffix in ("png", "jpg", "jpeg"):
        root.append(Element("Default", {"Extension": suffix, "ContentType": "image/png"}))
    return bytes(ET.tostring(root, encoding="utf-8"))
