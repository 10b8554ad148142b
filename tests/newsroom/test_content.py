"""What lies in the docs folder: which files may become pages, pictures or downloads."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from newsroom.content import Content, Kind, page_address, walk

from .small import places, write


def paths(content: Content) -> list[str]:
    return [entry.path for entry in content.entries]


def found(content: Content) -> list[str]:
    return sorted(places(list(content.problems)))


KINDS = {
    "tin/2025/bai.md": Kind.ARTICLE,
    "tin/bai.md": Kind.ARTICLE,
    "tin/2025/dot-1/bai.md": Kind.ARTICLE,
    "tin/index.md": Kind.PAGE,
    "tin/2025/index.md": Kind.PAGE,
    "don-vi/phong-2.md": Kind.UNIT,
    "don-vi/index.md": Kind.PAGE,
    "ke-hoach/118-kh-vkshp-ttr-2025.md": Kind.PLAN,
    "van-ban/143-qd-vkshp-2024.md": Kind.DOCUMENT,
    "van-ban/index.md": Kind.PAGE,
    "index.md": Kind.PAGE,
    "gioi-thieu.md": Kind.PAGE,
    "dan-chu/index.md": Kind.PAGE,
    "bien-tap/huong-dan.md": Kind.PAGE,
    "tin/2025/anh.jpg": Kind.ASSET,
    "tin/2025/Anh_01.JPG": Kind.ASSET,
    "van-ban/143.pdf": Kind.ASSET,
    "anh/a.webp": Kind.ASSET,
}


def test_kinds(tmp_path: Path) -> None:
    content = walk(write(tmp_path, dict.fromkeys(KINDS, "x")))
    assert {entry.path: entry.kind for entry in content.entries} == KINDS
    assert content.problems == ()


ADDRESSES = {
    "index.md": "",
    "tin/index.md": "tin/",
    "tin/2025/bai.md": "tin/2025/bai/",
    "don-vi/phong-2.md": "don-vi/phong-2/",
    "gioi-thieu.md": "gioi-thieu/",
    "tin/README.md": "tin/",
    "README.md": "",
}


@pytest.mark.parametrize(("path", "address"), ADDRESSES.items(), ids=ADDRESSES.keys())
def test_address_of_a_page(path: str, address: str) -> None:
    assert page_address(path) == address


def test_an_asset_stands_where_it_lies(tmp_path: Path) -> None:
    (entry,) = walk(write(tmp_path, {"tin/2025/anh.jpg": "x"})).entries
    assert entry.address == "tin/2025/anh.jpg"


REFUSED = {
    "tệp Word": ("tin/2025/bao-cao.docx", "file-kind"),
    "tệp tạm của Word": ("tin/2025/~$bao-cao.md", "file-name-forbidden"),
    "bản lưu": ("tin/2025/bai.md.bak", "file-kind"),
    "khóa riêng": ("private.key", "file-kind"),
    "trang HTML": ("tin/2025/bai.html", "file-kind"),
    "SVG": ("tin/2025/hinh.svg", "file-kind"),
    "mã JavaScript": ("extra.js", "file-kind"),
    "bảng kiểu": ("extra.css", "file-kind"),
    "YAML": ("tin/.meta.yml", None),
    "không có đuôi": ("Makefile", "file-kind"),
    "tệp nén": ("tin/2025/anh.zip", "file-kind"),
    "phông chữ": ("tin/2025/a.woff2", "file-kind"),
    "thiết bị của Windows": ("tin/2025/con.md", "file-name-forbidden"),
    "thiết bị viết hoa": ("tin/2025/AUX.md", "file-name-forbidden"),
    "thiết bị có đuôi": ("tin/2025/lpt1.bai.md", "file-name-forbidden"),
    "thiết bị, ảnh": ("tin/2025/nul.jpg", "file-name-forbidden"),
    "dấu hỏi": ("tin/2025/a?b.md", "file-name-forbidden"),
    "hai chấm": ("tin/2025/a:b.md", "file-name-forbidden"),
    "ngoặc kép": ('tin/2025/a"b.md', "file-name-forbidden"),
    "gạch chéo ngược": ("tin/2025/a\\b.md", "file-name-forbidden"),
    "xuống dòng": ("tin/2025/a\nb.md", "file-name-forbidden"),
    "240 chữ": (f"tin/2025/{'a' * 240}.md", "file-name-forbidden"),
    "dấu cách đầu": ("tin/2025/ bai.md", "file-name-forbidden"),
    "chữ số": ("tin/2025/03.md", "file-name-reserved"),
    "năm": ("tin/2025.md", "file-name-reserved"),
    "trang": ("tin/2025/trang.md", "file-name-reserved"),
    "Trang viết hoa": ("tin/2025/Trang.md", "file-name-reserved"),
    "che giao diện": ("assets/images/favicon.png", "file-folder-reserved"),
    "che tìm kiếm": ("search/search_index.json", "file-folder-reserved"),
    "che giao diện, viết hoa": ("Assets/a.png", "file-folder-reserved"),
    "tệp ẩn": (".git/config", None),
    "rác của Windows": ("tin/Thumbs.db", None),
}


@pytest.mark.parametrize(("path", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_published(tmp_path: Path, path: str, code: str | None) -> None:
    content = walk(write(tmp_path, {path: "x", "tin/2025/bai-khac.md": "x"}))
    assert paths(content) == ["tin/2025/bai-khac.md"]
    errors = [p.code for p in content.problems if p.code != "file-name-style"]
    assert errors == ([code] if code else [])


STYLE = {
    "chữ hoa": ("tin/2025/Bai-moi.md", "bai-moi.md"),
    "có dấu": ("tin/2025/Bài mới.md", "bai-moi.md"),
    "đ": ("tin/2025/đoàn.md", "doan.md"),
    "gạch dưới": ("tin/2025/bai_moi.md", "bai-moi.md"),
    "ảnh có dấu": ("tin/2025/ảnh đoàn.jpg", "anh-doan.jpg"),
    "97 chữ": (f"tin/2025/{'a' * 97}.md", f"{'a' * 96}.md"),
    "thư mục có dấu": ("tin/2025/Đợt 1/bai.md", "dot-1"),
}


@pytest.mark.parametrize(("path", "suggestion"), STYLE.values(), ids=STYLE.keys())
def test_an_awkward_name_is_published_with_a_warning(
    tmp_path: Path, path: str, suggestion: str
) -> None:
    content = walk(write(tmp_path, {path: "x"}))
    assert paths(content) == [path]
    (problem,) = content.problems
    assert problem.code == "file-name-style"
    assert f"“{suggestion}”" in problem.hint


@pytest.mark.parametrize("name", ["anh.jpg", "IMG_0012.JPG", "143.QD.pdf", "a" * 96 + ".md"])
def test_a_plain_name_is_fine(tmp_path: Path, name: str) -> None:
    content = walk(write(tmp_path, {f"tin/2025/{name}": "x"}))
    assert (len(content.entries), content.problems) == (1, ())


def test_a_name_that_is_no_unicode_is_refused_and_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xe0i.md")).write_text("x")
    (problem,) = walk(tmp_path).problems
    assert problem.code == "file-name-forbidden"
    (problem.message + problem.path).encode()


# --- links out of the folder ---


def test_links_are_never_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"a.md": "x", "folder/b.md": "x"})
    docs = write(tmp_path / "docs", {"tin/2025/bai.md": "x"})
    (docs / "tin/2025/lien-ket.md").symlink_to(outside / "a.md")
    (docs / "tin/2025/anh.jpg").symlink_to("/etc/passwd")
    (docs / "tin/2024").symlink_to(outside / "folder")
    (docs / "tin/2025/hong.md").symlink_to("khong-co.md")
    (docs / "tin/2025/cung-thu-muc.md").symlink_to("bai.md")
    content = walk(docs)
    assert paths(content) == ["tin/2025/bai.md"]
    assert found(content) == [
        "tin/2024 file-symlink",
        "tin/2025/anh.jpg file-symlink",
        "tin/2025/cung-thu-muc.md file-symlink",
        "tin/2025/hong.md file-symlink",
        "tin/2025/lien-ket.md file-symlink",
    ]


def test_a_pipe_is_no_page(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.md")
    content = walk(tmp_path)
    assert (paths(content), found(content)) == ([], ["ong.md file-kind"])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert found(walk(tmp_path / "khong-co")) == [". file-unreadable"]


# --- two files at one address ---

NFC, NFD = (unicodedata.normalize(form, "tin/2025/đoàn.md") for form in ("NFC", "NFD"))
COLLISIONS = {
    "tin.md và tin/index.md": (["tin.md", "tin/index.md"], "tin.md"),
    "Bai.md và bai.md": (["tin/2025/Bai.md", "tin/2025/bai.md"], "tin/2025/bai.md"),
    "NFC và NFD": ([NFC, NFD], None),
    "tên chuẩn và tên có dấu": (["tin/2025/Đ.md", "tin/2025/đ.md"], None),
    "bai.md và bai/index.md": (["tin/2025/bai.md", "tin/2025/bai/index.md"], "tin/2025/bai.md"),
    "Anh.jpg và anh.jpg": (["tin/2025/Anh.jpg", "tin/2025/anh.jpg"], None),
    "Dot/ và dot/": (
        ["tin/Dot/bai.md", "tin/dot/bai.md"],
        "tin/dot/bai.md",
    ),
    "index.md và README.md": (
        ["README.md", "index.md"],
        "index.md",
    ),
    "index.md và README.md trong tin/": (
        ["tin/README.md", "tin/index.md"],
        "tin/index.md",
    ),
}


@pytest.mark.parametrize(("files", "stays"), COLLISIONS.values(), ids=COLLISIONS.keys())
def test_one_address_one_file(tmp_path: Path, files: list[str], stays: str | None) -> None:
    content = walk(write(tmp_path, dict.fromkeys(files, "x")))
    (kept,) = paths(content)
    collisions = [p for p in content.problems if p.code == "address-collision"]
    assert len(collisions) == 1
    assert {kept, collisions[0].path} == set(files)
    assert kept in collisions[0].message
    assert stays is None or kept == stays


def test_a_canonical_name_stays_whatever_the_alphabet_says(tmp_path: Path) -> None:
    twins = {"tin/2025/BAI.md": "x", "tin/2025/Bai.md": "x", "tin/2025/bai.md": "x"}
    content = walk(write(tmp_path, twins))
    assert paths(content) == ["tin/2025/bai.md"]
    assert [p.code for p in content.problems].count("address-collision") == 2


def test_an_address_is_that_of_the_folder_written(tmp_path: Path) -> None:
    (entry,) = walk(write(tmp_path, {NFD: "x"})).entries
    assert entry.address == NFD.removesuffix(".md") + "/"


def test_registers_are_flat(tmp_path: Path) -> None:
    content = walk(write(tmp_path, {"don-vi/phong-2.md": "x", "don-vi/cu/phong-2.md": "x"}))
    assert paths(content) == ["don-vi/phong-2.md"]
    assert found(content) == ["don-vi/cu/phong-2.md file-place"]
