"""The picture other sites show beside a link."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from PIL import ImageFont

from newsroom.pictures import social
from newsroom.pictures.social import SOCIAL_SIZE, social_address, social_picture

from .drawing import opened

SITE = "Viện kiểm sát nhân dân thành phố Hải Phòng"
LONG = "Kế hoạch kiểm tra việc thực hiện dân chủ ở cơ sở trong ngành Kiểm sát nhân dân "
TITLES = {
    "tên ngắn": "Phòng 2",
    "tên dài": "Viện kiểm sát nhân dân khu vực 13",
    "trích yếu": LONG + "thành phố Hải Phòng năm 2025",
    "300 chữ": (LONG * 4)[:300],
    "300 chữ rộng không có khoảng trắng": "W" * 300,
    "quá dài": LONG * 20,
    "rỗng": "",
    "trùng tên cơ quan": SITE,
    "chữ nước ngoài": "检察 Кириллица 🙂",
    "nhiều dòng": "Một\nhai\tba",
    "dấu rời": "Vie\u0323\u0302n kie\u0309m sa\u0301t",
    "toàn số": "1 2 3 " * 60,
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_any_title_fits(title: str) -> None:
    data = social_picture(title, SITE)
    image = opened(data)
    assert (image.format, image.mode, image.size) == ("PNG", "P", SOCIAL_SIZE)
    assert len(data) < 25_000
    paper = image.convert("RGB").getpixel((2, 2))
    for box in ((0, 0, 79, 480), (1125, 0, 1200, 480), (0, 0, 1200, 60), (0, 474, 1200, 488)):
        colours = image.convert("RGB").crop(box).getcolors(99)
        assert [colour for _, colour in colours or []] == [paper], box


def test_it_is_the_same_in_another_process() -> None:
    code = f"import sys; from newsroom.pictures.social import *; sys.stdout.buffer.write(social_picture({LONG!r}, {SITE!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == social_picture(LONG, SITE)


def test_the_address_says_what_is_on_it() -> None:
    address = social_address("Phòng 2", SITE)
    assert re.fullmatch(r"assets/anh/chia-se-[0-9a-f]{12}\.png", address)
    assert social_address("Phòng  2 ", SITE) == address
    assert social_address("Phòng 9", SITE) != address
    assert social_address("Phòng 2", "Cơ quan khác") != address


def test_marks_are_drawn() -> None:
    plain, marked = (opened(social_picture(text, SITE)) for text in ("Le Chan", "Lê Chân"))
    assert plain.tobytes() != marked.tobytes()
    loose = social_picture("Le\u0302 Cha\u0302n", SITE)
    assert opened(loose).tobytes() == marked.tobytes()


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
MARKED = "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
ALSO = "0123456789.,:;!?…“”‘’–—-/()%&@+=§№₫"


def test_the_typeface_has_every_vietnamese_letter() -> None:
    font = ImageFont.truetype(social._FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\ue000"))
    for sign in LETTERS + LETTERS.upper() + MARKED + MARKED.upper() + ALSO:
        assert bytes(font.getmask(sign)) != missing, sign
        assert social._drawable(sign) == sign


def test_no_line_ends_within_a_name() -> None:
    for title in (SITE, "Viện kiểm sát nhân dân khu vực 13", LONG + "thành phố Hải Phòng năm 2025"):
        block = social._fit(social._drawable(title), range(80, 29, -2), 400)
        for line in block.lines:
            assert not re.search(r"(?:nhân|thành|Hải|vực|năm)$", line), block.lines


def test_colours_are_the_portals() -> None:
    colours = opened(social_picture("Phòng 2", SITE)).convert("RGB").getcolors(99) or []
    assert {(255, 254, 251), (116, 18, 23), (194, 146, 58)} <= {colour for _, colour in colours}
