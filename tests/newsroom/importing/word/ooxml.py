"""Word files made by hand, part by part: what a Word of any version might have written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{OFFICE}/wordprocessingml/2006/main",
        "r": f"{OFFICE}/officeDocument/2006/relationships",
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OFFICE}/drawingml/2006/main",
        "pic": f"{OFFICE}/drawingml/2006/picture",
        "c": f"{OFFICE}/drawingml/2006/chart",
        "m": f"{OFFICE}/officeDocument/2006/math",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = f"{OFFICE}/officeDocument/2006/relationships"

Files = dict[str, bytes | str]


def r(text: str, properties: str = "") -> str:
    """A run."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; plain text becomes a run."""
    inside = "".join(part if part.startswith("<") else r(part) for part in content)
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{inside}</w:p>"


def styled(style: str, *content: str) -> str:
    return p(*content, properties=f'<w:pStyle w:val="{style}"/>')


def item(number: int, level: int, *content: str) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(*content, properties=place)


def cell(*content: str, properties: str = "") -> str:
    inside = "".join(part if part.startswith("<") else p(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    made = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def field(instruction: str, *result: str) -> str:
    """A complex field, begun and ended within one paragraph."""
    shown = "".join(part if part.startswith("<") else r(part) for part in result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        + ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + shown if result else "")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inserted(*content: str) -> str:
    inside = "".join(part if part.startswith("<") else r(part) for part in content)
    return f'<w:ins w:id="1" w:author="A">{inside}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def picture(
    number: str, words: str = "", frame: str = "", crop: str = "", attribute: str = "r:embed"
) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr={quoteattr(words)}/>'
        f'<a:graphic><a:graphicData uri="{OFFICE}/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip {attribute}="{number}"/>{crop}</pic:blipFill><pic:spPr>{frame}</pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for new programs, once more in VML."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:docPr id="2" name="Text Box 2"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def part(tag: str, content: str, extra: str = "") -> str:
    return f"{_HEAD}<{tag} {NAMESPACES}{extra}>{content}</{tag}>"


def relationships(*rows: tuple[str, str, str]) -> str:
    """Rows of id, kind, target; a target with a scheme lies outside."""
    made = "".join(
        f'<Relationship Id="{number}" Type="{_TYPE}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for number, kind, target in rows
    )
    return (
        f'{_HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships">{made}</Relationships>'
    )


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip with the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2025, 3, 5, 8, 0, 0))
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(
    *body: str,
    files: Files | None = None,
    rows: tuple[tuple[str, str, str], ...] = (),
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
) -> bytes:
    """A .docx of these paragraphs and tables."""
    more = list(rows)
    made: Files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{OFFICE}/package/2006/content-types"/>',
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("w:document", f"<w:body>{''.join(body)}</w:body>"),
    }
    for name, tag, content in (
        ("styles", "w:styles", styles),
        ("numbering", "w:numbering", numbering),
        ("footnotes", "w:footnotes", footnotes),
    ):
        if content:
            made[f"word/{name}.xml"] = part(tag, content)
            more.append((f"rId{name}", name, f"{name}.xml"))
    made["word/_rels/document.xml.rels"] = relationships(*more)
    return zipped(made | (files or {}))


def photo(form: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbered(*levels: str, abstract: int = 1, number: int = 1, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
    )
