"""A part's XML as elements named by prefix (``w:p``): no DTD, no entity, within bounds.

What never matters to the words (proofing marks, colours, borders) is not kept, which makes the
tree of a real file several times smaller.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from newsroom.importing.blocks import ImportRefused
from newsroom.importing.word.limits import WordLimits

Element = ET.Element

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PATHS = {
    "w": "wordprocessingml/2006/main",
    "r": "officeDocument/2006/relationships",
    "wp": "drawingml/2006/wordprocessingDrawing",
    "a": "drawingml/2006/main",
    "pic": "drawingml/2006/picture",
    "m": "officeDocument/2006/math",
    "mc": "markup-compatibility/2006",
    "rel": "package/2006/relationships",
    "ct": "package/2006/content-types",
}
_STRICT_PATHS = {
    prefix: path.replace("2006/", "")
    for prefix, path in _PATHS.items()
    if prefix not in {"mc", "rel", "ct"}
}
PREFIXES = {
    **{_OFFICE + path: prefix for prefix, path in _PATHS.items()},
    **{_STRICT + path: prefix for prefix, path in _STRICT_PATHS.items()},
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_SHOWN_TEXT = frozenset({"w:t", "m:t", "a:t"})
_TEXT_TAGS = _SHOWN_TEXT | {"w:delText", "w:instrText", "w:delInstrText"}
_PROPERTIES = """
    rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange
    tblPrExChange numberingChange proofErr lang color sz szCs bCs iCs spacing ind jc shd
    tblBorders tcBorders pBdr tblCellMar tcMar tblLook tblW tcW kern lastRenderedPageBreak
    bookmarkStart bookmarkEnd noProof rsids latentStyles tabs tblGrid cnfStyle contextualSpacing
    widowControl
"""
_DRAWN = frozenset(
    {"wp:extent", "wp:effectExtent", "a:extLst", "a:ln", "a:effectLst", "a:custGeom", "v:formulas"}
)
_SKIPPED = _DRAWN | {f"w:{name}" for name in _PROPERTIES.split()}
_SHORT_LISTS = frozenset(
    {"w:rPr", "w:pPr", "w:style", "w:lvl", "w:num", "w:abstractNum", "w:numPr", "w:tcPr"}
    | {"w:trPr", "w:sdtPr"}
)
_MOST_IN_LIST = 300
"""More properties than the standard knows; they are looked through again and again."""
_DTD = re.compile("<!(?:DOCTYPE|ENTITY)")


class XmlBudget:
    """How many elements may still be seen and kept, over all parts of one file."""

    def __init__(self, limits: WordLimits) -> None:
        self.seen = limits.elements
        self.kept = limits.kept_elements
        self.depth = limits.depth


def parse(data: bytes, name: str, budget: XmlBudget) -> Element:
    """The root of the part *name*. Raises ImportRefused: malformed, with a DTD, beyond bounds."""
    text = _decoded(data, name)
    if _DTD.search(text):
        raise ImportRefused(
            f"Thành phần “{name}” của tệp Word có khai báo DTD, điều Word không bao giờ viết ra, "
            "nên tệp bị từ chối vì an toàn. Mở tệp bằng Word rồi lưu lại thành .docx mới."
        )
    builder = _Builder(budget)
    parser = ET.XMLParser(target=builder, encoding="utf-8")
    try:
        parser.feed(text.encode())
        return parser.close()
    except (ET.ParseError, ValueError, AssertionError):
        raise _malformed(name) from None


def _decoded(data: bytes, name: str) -> str:
    """Only the two encodings every XML reader knows: another could hide a DTD from our search."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _malformed(name) from None
    declaration = re.match(r"\s*<\?xml[^>]*\?>", text)
    return text[declaration.end() :] if declaration else text


def _malformed(name: str) -> ImportRefused:
    return ImportRefused(
        f"Tệp Word bị hỏng: không đọc được thành phần “{name}”. Mở tệp bằng Word "
        "(Word có thể tự sửa), lưu lại thành .docx mới rồi nhập lại."
    )


class _Builder:
    """A target for expat that names by prefix, skips, and counts."""

    def __init__(self, budget: XmlBudget) -> None:
        self._tree = ET.TreeBuilder()
        self._budget = budget
        self._names: dict[str, str] = {}
        self._depth = 0
        self._skipped_at = 0
        self._parents: list[str] = [""]
        self._counts: list[int] = [0]
        self._in_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._budget.seen -= 1
        if self._budget.seen < 0 or self._depth > self._budget.depth:
            raise too_large("cấu trúc quá nhiều tầng hoặc quá nhiều thành phần")
        if self._skipped_at:
            return
        name = self._name(tag)
        self._counts[-1] += 1
        is_surplus = self._parents[-1] in _SHORT_LISTS and self._counts[-1] > _MOST_IN_LIST
        if name in _SKIPPED or is_surplus:
            self._skipped_at = self._depth
            return
        self._budget.kept -= 1
        if self._budget.kept < 0:
            raise too_large("quá nhiều thành phần")
        kept = {self._name(key): value for key, value in attributes.items() if "rsid" not in key}
        self._tree.start(name, kept)
        self._in_text = name in _TEXT_TAGS
        self._parents.append(name)
        self._counts.append(0)

    def end(self, tag: str) -> None:
        if self._skipped_at:
            if self._skipped_at == self._depth:
                self._skipped_at = 0
        else:
            self._tree.end(self._name(tag))
            self._in_text = False
            self._parents.pop()
            self._counts.pop()
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._in_text and not self._skipped_at:
            self._tree.data(text)

    def close(self) -> Element:
        return self._tree.close()

    def _name(self, tag: str) -> str:
        found = self._names.get(tag)
        if found is None:
            uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
            prefix = PREFIXES.get(uri)
            found = f"{prefix}:{local}" if prefix else tag
            if len(self._names) < 5_000:
                self._names[tag] = found
        return found


def too_large(why: str) -> ImportRefused:
    """The refusal of a file beyond the bounds."""
    return ImportRefused(
        f"Tệp Word quá lớn để là một tin, bài: {why}. Tách tệp thành nhiều bài, bỏ phần phụ lục, "
        "hoặc đăng phần dài thành tệp PDF đính kèm."
    )


def new(tag: str, **attributes: str) -> Element:
    """An element; ``_`` in an attribute's name stands for ``:``."""
    return Element(tag, {key.replace("_", ":"): value for key, value in attributes.items()})


def first(element: Element | None, *path: str) -> Element | None:
    """The first descendant along *path* of child names; find() would take ``w:`` for a prefix."""
    for tag in path:
        if element is None:
            return None
        element = next((child for child in element if child.tag == tag), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """``w:val`` of the descendant along *path*, if there is one."""
    found = first(element, *path)
    return None if found is None else found.get("w:val")


def is_on(element: Element | None) -> bool:
    """Whether a property such as ``<w:b/>`` is there and not switched off."""
    return element is not None and element.get("w:val", "1") not in {"0", "false", "off", "none"}


def replace_children(root: Element, replace: Callable[[Element], list[Element] | None]) -> None:
    """Replace each descendant by what *replace* returns for it; None keeps it and looks inside.

    What comes in its place is looked at in turn.
    """
    result: list[Element] = []
    pending = list(reversed(root))
    changed = False
    while pending:
        child = pending.pop()
        instead = replace(child)
        if instead is None:
            result.append(child)
        else:
            changed = True
            pending.extend(reversed(instead))
    if changed:
        root[:] = result
    for child in result:
        if len(child):
            replace_children(child, replace)


def text_of(element: Element, most: int = 300) -> str:
    """The first *most* characters of the text within *element*."""
    text = ""
    for part in element.iter():
        if part.tag in _SHOWN_TEXT and part.text:
            text += part.text[: most - len(text)]
            if len(text) >= most:
                break
    return text


def runs(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Each run of *paragraph* with its parent, which is the paragraph or a hyperlink."""
    for child in list(paragraph):
        if child.tag == "w:r":
            yield paragraph, child
        elif child.tag == "w:hyperlink":
            yield from runs(child)
