"""Pictures in a body: sizes to choose from, and figures with caption and credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, SubElement

from newsroom.pictures.sources import PictureSources
from newsroom.views import Rendition

SIZES = "(min-width: 44em) 640px, 92vw"
"""How wide a picture stands in a body: the text's measure, or a phone without its margins."""
_CREDIT = re.compile(r"(?:^|\s)\|(?:\s|$)")
_Relative = Callable[[str], str]


def responsive(image: Element, sources: PictureSources, relative: _Relative) -> Element:
    """The image with its address, size and sizes, in a ``<picture>`` where there is WebP."""
    image.set("src", relative(sources.address))
    if sources.plain:
        image.set("srcset", _srcset(sources.plain, relative))
        image.set("sizes", SIZES)
    image.set("width", str(sources.width))
    image.set("height", str(sources.height))
    image.set("loading", "lazy")
    image.set("decoding", "async")
    return _with_webp(image, _srcset(sources.webp, relative)) if sources.webp else image


def _with_webp(image: Element, srcset: str) -> Element:
    picture = Element("picture")
    picture.tail, image.tail = image.tail, None
    SubElement(picture, "source", {"type": "image/webp", "srcset": srcset, "sizes": SIZES})
    picture.append(image)
    return picture


def figures(paragraph: Element) -> list[Element]:
    """A figure for each picture of a paragraph that holds nothing else; none if it does."""
    if paragraph.tag != "p" or (paragraph.text or "").strip():
        return []
    pictures = []
    for child in paragraph:
        if (child.tail or "").strip() or not (child.tag == "br" or _image_alone(child)):
            return []
        pictures += [child] if child.tag != "br" else []
    found = [_figure(picture) for picture in pictures]
    if found:
        found[-1].tail = paragraph.tail
    return found


def _image_alone(element: Element) -> bool:
    """Whether *element* is an image, or a link with nothing but an image."""
    if element.tag == "img":
        return True
    is_link = element.tag == "a" and len(element) == 1 and element[0].tag == "img"
    return is_link and not ((element.text or "") + (element[0].tail or "")).strip()


def _figure(picture: Element) -> Element:
    figure = Element("figure")
    figure.tail, picture.tail = "\n", None
    figure.append(picture)
    image = picture if picture.tag == "img" else picture[0]
    caption, credit = caption_and_credit(image.attrib.pop("title", ""))
    if caption or credit:
        words = SubElement(figure, "figcaption")
        words.text = f"{caption} " if caption and credit else caption
        if credit:
            SubElement(words, "span", {"class": "credit"}).text = f"Ảnh: {credit}"
    return figure


def caption_and_credit(title: str) -> tuple[str, str]:
    """``Chú thích | Người chụp`` taken apart at the last bar; either may be missing."""
    bars = list(_CREDIT.finditer(title))
    if not bars:
        return title.strip(), ""
    return title[: bars[-1].start()].strip(), title[bars[-1].end() :].strip()


def _srcset(renditions: Iterable[Rendition], relative: _Relative) -> str:
    return ", ".join(f"{relative(one.address)} {one.width}w" for one in renditions)
