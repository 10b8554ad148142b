"""An empty Word file set as administrative documents are: page, font, page number, language."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor

from newsroom.reporting.package import repacked
from newsroom.reporting.paper import BODY_SIZE, FONT, LANDSCAPE, LONG_SIDE, PORTRAIT, SHORT_SIDE
from newsroom.reporting.word import CENTRE, Look, add_run, element, lay_out

_FONT_KINDS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def new_document(title: str, *, is_landscape: bool) -> WordDocument:
    """An empty A4 document: font, margins, page numbers from page 2, Vietnamese for spelling."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(BODY_SIZE)
    _set_font(normal.element.get_or_add_rPr())
    normal.paragraph_format.space_after = Pt(0)
    for name in ("Heading 1", "Heading 2"):
        _set_heading(document, name)
    _set_page(document, is_landscape)
    _forget_the_template(document)
    document.core_properties.title = title
    document.core_properties.language = "vi-VN"
    return document


def saved(document: WordDocument) -> bytes:
    """The file's bytes, the same for the same content."""
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _set_page(document: WordDocument, is_landscape: bool) -> None:
    section = document.sections[0]
    margins = LANDSCAPE if is_landscape else PORTRAIT
    width, height = (LONG_SIDE, SHORT_SIDE) if is_landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(margins.top / 2)
    section.footer_distance = Mm(margins.bottom / 2)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    lay_out(number, Look(CENTRE))
    for part in (
        element("w:fldChar", fldCharType="begin"),
        _instruction("PAGE"),
        element("w:fldChar", fldCharType="separate"),
        "2",
        element("w:fldChar", fldCharType="end"),
    ):
        run = add_run(number, part if isinstance(part, str) else "", Look())
        if not isinstance(part, str):
            run._r.append(part)


def _instruction(text: str) -> BaseOxmlElement:
    made = OxmlElement("w:instrText")
    made.text = text
    return made


def _forget_the_template(document: WordDocument) -> None:
    """Drop what python-docx' own template brings: author, comment, picture, old Word's layout."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_font(properties: BaseOxmlElement) -> None:
    """One font for every script, so that no letter with a mark falls back to another."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for kind in _FONT_KINDS:
        fonts.set(qn(kind), FONT)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    for kind in ("w:val", "w:eastAsia"):
        language.set(qn(kind), "vi-VN")


def _set_heading(document: WordDocument, name: str) -> None:
    """A heading for Word's navigation that looks like the text around it."""
    style = document.styles[name]
    _set_font(style.element.get_or_add_rPr())
    style.font.color.rgb = RGBColor(0, 0, 0)
