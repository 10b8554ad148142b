"""Pages saved from a portal: the article alone, in whatever frame it stands."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from newsroom.importing.blocks import BlockKind, ImportRefused, Reading
from newsroom.importing.web.reader import read_page

from ..old_font_bytes import to_cp1258

HEADLINE = "Phòng 9 mẫu tổ chức tọa đàm về dân chủ ở cơ sở"
FIRST = (
    "Ngày 11/3/2025, Phòng 9 tổ chức buổi tọa đàm mẫu về thực hiện dân chủ ở cơ sở, với sự tham dự của"
    " toàn thể công chức mẫu."
)
SECOND = (
    "Buổi tọa đàm có hai phần; mỗi phần kéo dài một giờ, đại biểu trao đổi về những cách làm hay và những"
    " việc còn vướng mắc ở đơn vị mẫu."
)
LAST = "Kết thúc buổi tọa đàm, các đại biểu mẫu thống nhất những nội dung đã nêu trong buổi làm việc./."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p><p>Nguyễn Thị Mẫu - Phòng 9</p>"
SIDE = (
    "<h3>Tin tức mới nhất</h3><ul><li><a href='/a'>Một tin khác của trang mẫu</a></li></ul>"
    "<h3>Ý kiến bạn đọc</h3><p>Một ý kiến mẫu của bạn đọc, không phải là bài.</p>"
)
FRAMES = {
    "khung div": f"<div class='main'><h1>{HEADLINE}</h1><div class='noidung'>{BODY}</div></div><div class='side'>{SIDE}</div>",
    "thẻ article": f"<nav><a href='/'>Trang chủ</a></nav><article><h1>{HEADLINE}</h1>{BODY}</article><aside>{SIDE}</aside>",
    "cả trang trong một form": f"<form><div><h1>{HEADLINE}</h1><div id='ctl00_content'>{BODY}</div><div>{SIDE}</div></div></form>",
    "bố cục bằng bảng": f"<table><tr><td>{SIDE}</td><td><h2 class='title'>{HEADLINE}</h2><div class='detail'>{BODY}</div></td></tr></table>",
    "cột bên nằm ngay trong bài": f"<div class='noidung'><h1>{HEADLINE}</h1>{BODY}{SIDE}</div>",
    "đầu đề chỉ có ở thẻ title": f"<div class='noidung'>{BODY}</div><div class='cot-phai'>{SIDE}</div>",
    "thẻ không đóng": f"<div class=main><h1>{HEADLINE}</h1><div class=noidung>{BODY.replace('</p>', '')}</div><div class=side>{SIDE}",
    "chữ hoa, thuộc tính lạ": f"<DIV CLASS=content ONCLICK='x()'><H1>{HEADLINE}</H1>{BODY.replace('<p', '<P STYLE=x')}</DIV><div class='menu'>{SIDE}</div>",
    "xuống dòng bằng br": f"<div class='noidung'><h1>{HEADLINE}</h1>{FIRST}<br><br>{SECOND}<br>{LAST}<br>Nguyễn Thị Mẫu - Phòng 9</div><div class='side'>{SIDE}</div>",
}


def page(body: str, title: str = f"{HEADLINE} - Cổng mẫu") -> bytes:
    head = (
        f"<head><meta charset=utf-8><title>{title}</title><script>var a='<p>x</p>'</script></head>"
    )
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>".encode()


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
def test_every_frame_gives_the_article(frame: str) -> None:
    reading = read_page(page(frame), "bai.html")
    assert texts(reading) == [HEADLINE, FIRST, SECOND, LAST, "Nguyễn Thị Mẫu - Phòng 9"]
    left_out = " ".join(r.message for r in reading.remarks if r.kind == "left-out")
    assert (
        "Tin tức mới nhất" in left_out
        or "không thuộc bài" in left_out
        or "chữ ngoài bài" in left_out
    )


def in_article(piece: str) -> Reading:
    body = f"<div class='noidung'><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>{piece}<p>{LAST}</p></div>"
    files = {"bai_files/anh.jpg": b"anh", "anh goc.jpg": b"goc"}
    return read_page(page(body), "bai.html", files.get)


@pytest.mark.parametrize(
    ("piece", "markdown"),
    [
        ("<p>Chữ <b>đậm</b> và <i>nghiêng</i>.</p>", "Chữ **đậm** và *nghiêng*."),
        ("<p><b>Cả dòng đậm.</b></p>", "Cả dòng đậm."),
        ("<p>Chữ<b> đậm </b>và thường.</p>", "Chữ **đậm** và thường."),
        ("<p>x<sup>2</sup> m<sub>1</sub></p>", "x<sup>2</sup> m<sub>1</sub>"),
        (
            "<p>Xem <a href='https://example.org/a_(b)'>ở đây</a>.</p>",
            "Xem [ở đây](https://example.org/a%5F%28b%29).",
        ),
        ("<p>Xem <a href='/tin/cu.aspx'>bài cũ</a>.</p>", "Xem bài cũ."),
        ("<p>Xem <a href='javascript:alert(1)'>đây</a>.</p>", "Xem đây."),
        ("<p>1. Một</p>", "1. Một"),
        ("<p># Dấu thăng *sao*</p>", "\\# Dấu thăng \\*sao\\*"),
        ("<p>a &lt;b&gt; &amp;amp; c</p>", "a &lt;b> &amp;amp; c"),
        ("<h3>Đề mục</h3>", "Đề mục"),
        ("<ul><li>Một<li>Hai</ul>", "- Một"),
        ("<ol><li>Một<li>Hai</ol>", "1. Một"),
        (
            "<table><tr><th>A<th>B<tr><td>1|2<td>3</table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        ("<div><font face='x'>Chữ trong <span>thẻ</span> lạ</font></div>", "Chữ trong thẻ lạ"),
    ],
)
def test_markdown_of_a_piece(piece: str, markdown: str) -> None:
    assert in_article(piece).blocks[3].markdown == markdown


@pytest.mark.parametrize(
    "piece",
    ["<script>xau()</script>", "<style>p{}</style>", "<p style='display: none'>Ẩn</p>", "<!-- ghi chú -->",
     "<noscript>x</noscript>", "<select><option>x</select>", "<p hidden>Ẩn</p>", "<p>&nbsp;</p>"],
)  # fmt: skip
def test_what_readers_do_not_see_is_no_text(piece: str) -> None:
    assert len(in_article(piece).blocks) == 4


@pytest.mark.parametrize(
    ("piece", "kind", "data"),
    [
        ("<img src='bai_files/anh.jpg' alt='anh tin bai'>", BlockKind.PICTURE, b"anh"),
        ("<img src='./anh%20goc.jpg'>", BlockKind.PICTURE, b"goc"),
        (
            f"<img src='data:image/png;base64,{base64.b64encode(b'png').decode()}'>",
            BlockKind.PICTURE,
            b"png",
        ),
        ("<img src='https://example.org/anh.jpg'>", BlockKind.GAP, None),
        ("<img src='../../etc/passwd'>", BlockKind.GAP, None),
        ("<img src='/etc/passwd'>", BlockKind.GAP, None),
        ("<img src='file:///etc/passwd'>", BlockKind.GAP, None),
        ("<p>anh tin bai</p>", BlockKind.GAP, None),
    ],
)
def test_pictures(piece: str, kind: BlockKind, data: bytes | None) -> None:
    reading = in_article(f"<p>{piece}</p>" if "<img" in piece else piece)
    assert reading.blocks[3].kind is kind
    assert list(reading.pictures.values()) == ([data] if data else [])


@pytest.mark.parametrize(
    "piece",
    [
        "<figure><img src='bai_files/anh.jpg'><figcaption>Toàn cảnh</figcaption></figure>",
        "<table><tr><td><img src='bai_files/anh.jpg'></td></tr><tr><td>Toàn cảnh</td></tr></table>",
        "<p><img src='bai_files/anh.jpg'></p><p class='chu-thich'><em>Toàn cảnh</em></p>",
        "<div class='image-caption'><img src='bai_files/anh.jpg'><br>Toàn cảnh</div>",
    ],
)
def test_captions(piece: str) -> None:
    blocks = in_article(piece).blocks[3:5]
    assert [block.kind for block in blocks] == [BlockKind.PICTURE, BlockKind.PARAGRAPH]
    assert (blocks[1].text, blocks[1].is_caption) == ("Toàn cảnh", True)


def test_date_lead_and_author_beside_the_article_come_along() -> None:
    body = (
        f"<h1>{HEADLINE}</h1><span class='date'>Thứ tư, 12/03/2025 | 08:30</span>"
        f"<div class='sapo'>Đoạn mở đầu mẫu của bài.</div><div class='noidung'><p>{FIRST}</p>"
        f"<p>{SECOND}</p><p>{LAST}</p></div><div class='tac-gia'>Nguyễn Thị Mẫu</div>"
    )
    assert texts(read_page(page(body), "bai.html")) == [
        HEADLINE, "Thứ tư, 12/03/2025 | 08:30", "Đoạn mở đầu mẫu của bài.", FIRST, SECOND, LAST, "Nguyễn Thị Mẫu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "encode", [to_cp1258, lambda text: text.encode("utf-16"), lambda text: text.encode("utf-8-sig")]
)
def test_encodings(encode: Callable[[str], bytes]) -> None:
    data = encode(page(FRAMES["khung div"]).decode())
    assert texts(read_page(data, "bai.html"))[:2] == [HEADLINE, FIRST]


def test_too_many_tags_are_refused_in_words() -> None:
    with pytest.raises(ImportRefused, match="quá 50000 thẻ"):
        read_page(b"<p>x" * 60_000, "bai.html")
