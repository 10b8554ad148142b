"""Drawings: pictures, text boxes, and what has no words (left out, counted).

Text boxes come to stand behind the paragraph that holds them, as paragraphs like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.importing.word.findings import Findings
from newsroom.importing.word.images import Images, Shown
from newsroom.importing.word.trees import Element, first, new, runs, text_of

_HOLDERS = frozenset({"w:drawing", "w:pict", "w:object"})
_BOX = "w:txbxContent"
_GRAPHICS = {"chart": "chart", "chartex": "chart", "diagram": "diagram", "ole": "object"}
_ROTATION = re.compile(r"rotation:\s*(-?\d+)")


def lift_text_boxes(container: Element, images: Images, findings: Findings) -> None:
    """Resolve every drawing below *container*; pictures stay in their run, as ``picture``."""
    result: list[Element] = []
    for child in container:
        if child.tag == "w:p":
            boxes = _resolve_paragraph(child, images, findings)
            if not boxes or _has_content(child):
                result.append(child)
            for box in boxes:
                lift_text_boxes(box, images, findings)
                result += list(box)
        else:
            lift_text_boxes(child, images, findings)
            result.append(child)
    container[:] = result


def _has_content(paragraph: Element) -> bool:
    return any(child.tag not in {"w:rPr"} for _, run in runs(paragraph) for child in run)


def _resolve_paragraph(paragraph: Element, images: Images, findings: Findings) -> list[Element]:
    line = int(paragraph.get("line", "0")) or None
    boxes: list[Element] = []
    for _, run in runs(paragraph):
        children: list[Element] = []
        for child in run:
            if child.tag in _HOLDERS:
                found, pictures = _resolve(child, images, findings, line)
                boxes += found
                children += pictures
            elif child.tag == "w:contentPart":
                findings.add("drawing", line=line)
            else:
                children.append(child)
        run[:] = children
    return boxes


def _resolve(
    holder: Element, images: Images, findings: Findings, line: int | None
) -> tuple[list[Element], list[Element]]:
    """Text boxes and pictures of one drawing."""
    properties = first(holder, "wp:inline", "wp:docPr")
    if properties is None:
        properties = first(holder, "wp:anchor", "wp:docPr")
    boxes = list(_outermost(holder, _BOX))
    if is_on_hidden(properties):
        findings.add("hidden-picture", text_of(holder), line)
        return [], []
    boxes += _word_art(holder)
    if holder.tag == "w:object" and not boxes:
        findings.add("object", _program(holder), line)
        return [], []
    alternative = "" if properties is None else (
        properties.get("descr") or properties.get("title") or ""
    )  # fmt: skip
    pictures = [images.element(shown, line) for shown in _shown(holder, alternative)]
    if not boxes and not pictures:
        findings.add(_kind(holder), line=line)
    return boxes, [picture for picture in pictures if picture is not None]


def is_on_hidden(properties: Element | None) -> bool:
    """Whether the drawing is switched off in Word's selection pane."""
    return properties is not None and properties.get("hidden", "0") in {"1", "true", "on"}


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _word_art(holder: Element) -> list[Element]:
    """Each line of WordArt as a box of its own: its words are an attribute."""
    boxes = []
    for path in holder.iter("v:textpath"):
        text = path.get("string", "").strip()
        if text and is_on_path(path):
            box, paragraph, run, part = new(_BOX), new("w:p"), new("w:r"), new("w:t")
            part.text = text
            run.append(part)
            paragraph.append(run)
            box.append(paragraph)
            boxes.append(box)
    return boxes


def is_on_path(path: Element) -> bool:
    """Whether a VML text path is drawn."""
    return path.get("on", "t").lower() not in {"f", "false", "0"}


def _shown(holder: Element, alternative: str) -> Iterator[Shown]:
    alternative = alternative or _own_words(holder)
    turn, mirrored = _turn(holder), _mirrored(holder)
    for element in _outside_boxes(holder):
        blip = first(element, "a:blip")
        if blip is not None:
            yield Shown(
                embedded=blip.get("r:embed", ""),
                linked=blip.get("r:link", ""),
                alternative=alternative,
                crop=_crop(first(element, "a:srcRect")),
                turn=turn,
                mirrored=mirrored,
            )
        if element.tag == "v:shape" and (data := first(element, "v:imagedata")) is not None:
            words = element.get("alt") or data.get("o:title") or ""
            rotation = _ROTATION.search(element.get("style", ""))
            yield Shown(
                embedded=data.get("r:id", ""),
                linked=data.get("r:href", ""),
                alternative=alternative or words,
                crop=_vml_crop(data),
                turn=int(rotation[1]) % 360 if rotation and len(rotation[1]) < 5 else 0,
            )


def _outside_boxes(element: Element) -> Iterator[Element]:
    yield element
    for child in element:
        if child.tag != _BOX:
            yield from _outside_boxes(child)


def _own_words(holder: Element) -> str:
    named = next(holder.iter("pic:cNvPr"), None)
    return "" if named is None else named.get("descr", "")


def _crop(rectangle: Element | None) -> tuple[float, float, float, float]:
    """Shares cut off left, top, right, bottom; Word writes thousandths of a per cent."""
    if rectangle is None:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        _share(rectangle.get("l"), 100_000),
        _share(rectangle.get("t"), 100_000),
        _share(rectangle.get("r"), 100_000),
        _share(rectangle.get("b"), 100_000),
    )


def _vml_crop(data: Element) -> tuple[float, float, float, float]:
    """VML writes ``0.25``, or ``16384f`` for 65536ths."""
    return (
        _vml_share(data.get("cropleft")),
        _vml_share(data.get("croptop")),
        _vml_share(data.get("cropright")),
        _vml_share(data.get("cropbottom")),
    )


def _vml_share(text: str | None) -> float:
    is_fraction = bool(text) and str(text).endswith("f")
    return _share((text or "").removesuffix("f"), 65_536 if is_fraction else 1)


def _share(text: str | None, whole: float) -> float:
    try:
        share = float((text or "0").removesuffix("%")) / (
            100 if (text or "").endswith("%") else whole
        )
    except ValueError:
        return 0.0
    return share if 0.0 < share < 1.0 else 0.0


def _turn(holder: Element) -> int:
    frame = next(holder.iter("a:xfrm"), None)
    rotation = "0" if frame is None else frame.get("rot", "0")
    return round(int(rotation) / 60_000) % 360 if re.fullmatch(r"-?\d{1,9}", rotation) else 0


def _mirrored(holder: Element) -> bool:
    frame = next(holder.iter("a:xfrm"), None)
    return frame is not None and frame.get("flipH", "0") in {"1", "true"}


def _kind(holder: Element) -> str:
    data = next(holder.iter("a:graphicData"), None)
    name = "" if data is None else data.get("uri", "").rpartition("/")[2].lower()
    return _GRAPHICS.get(name, "drawing")


def _program(holder: Element) -> str:
    embedded = next(holder.iter("o:OLEObject"), None)
    return "" if embedded is None else embedded.get("ProgID", "")
