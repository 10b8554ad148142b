"""More files, names and pictures that a docs folder should not hold."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

from PIL import Image, PngImagePlugin

from .content import ARTICLE, Row, article

SCRIPT = b"<script>alert(1)</script>"
SECRET = b"20.8561N 106.6822E"


def picture(
    form: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_with(kind: bytes, data: bytes, *, before: bytes = b"IEND") -> bytes:
    """A PNG with one more chunk, as programs put it at the file's end."""
    png = picture()
    at = png.index(before) - 4
    return png[:at] + _chunk(kind, data) + png[at:]


def _bomb() -> bytes:
    """A PNG of a few bytes whose header promises 50,000 × 50,000 pixels."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", zlib.compress(b"\0")) + _chunk(b"IEND", b"")
    )


def _png_text() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SECRET.decode())
    return picture(pnginfo=info)


def _gif(comment: bytes = b"") -> bytes:
    frames = [Image.new("P", (8, 8), color) for color in (0, 1, 2)]
    for frame in frames:
        frame.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0] + [0] * 759)
    out = io.BytesIO()
    options = {"comment": comment} if comment else {}
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0, **options
    )
    return out.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6
    return exif


PICTURES: dict[str, tuple[str, bytes]] = {
    "a JPEG with EXIF": ("a.jpg", picture("JPEG", exif=_exif())),
    "a JPEG with a comment": ("a.jpg", picture("JPEG", comment=SECRET)),
    "a JPEG with more after its end": ("a.jpg", picture("JPEG") + SECRET),
    "a PNG with a comment": ("a.png", _png_text()),
    "a PNG with EXIF": ("a.png", picture(exif=_exif())),
    "a PNG with a comment at its end": ("a.png", _png_with(b"tEXt", b"Comment\0" + SECRET)),
    "a PNG with EXIF at its end": (
        "a.png",
        _png_with(b"eXIf", b"Exif\0\0"[6:] + _exif().tobytes()[6:]),
    ),
    "a PNG with a private chunk": ("a.png", _png_with(b"gpSx", SECRET, before=b"IDAT")),
    "a PNG with more after its end": ("a.png", picture() + SECRET),
    "a WebP with EXIF": ("a.webp", picture("WEBP", exif=_exif())),
    "a WebP with XMP": ("a.webp", picture("WEBP", xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")),
    "a GIF with a comment": ("a.gif", _gif(SECRET)),
}
"""Pictures that say where they were taken; none of it may go out."""

FAITHFUL: dict[str, tuple[str, bytes]] = {
    "a moving GIF": ("a.gif", _gif()),
    "a PNG one can see through": ("a.png", picture(mode="RGBA")),
    "a PNG of 16 bits": ("a.png", picture(mode="I;16")),
    "a grey JPEG": ("a.jpeg", picture("JPEG", mode="L")),
    "a JPEG for printing": ("a.jpg", picture("JPEG", mode="CMYK")),
    "a PNG of one pixel": ("a.png", picture(size=(1, 1))),
}

BROKEN: dict[str, tuple[str, bytes]] = {
    "a picture of no bytes": ("a.jpg", b""),
    "a page under the name of a picture": ("a.png", b"<html>" + SCRIPT),
    "a PNG under the name of a JPEG": ("a.jpg", picture()),
    "a picture that would fill the memory": ("a.png", _bomb()),
    "a picture of 61 million pixels": ("a.png", picture(size=(61_000, 1_000), mode="1")),
    "the first half of a JPEG's head": ("a.jpg", picture("JPEG")[:30]),
    "a drawing under the name of a picture": ("a.png", b"<svg onload='alert(1)'/>"),
    "a PDF under the name of a picture": ("a.jpg", b"%PDF-1.4"),
    "a TIFF under the name of a picture": ("a.jpg", picture("TIFF")),
}


def _shown(name: str, file: str, data: bytes, *found: str, **more: object) -> Row:
    files: dict[str, str | bytes] = {
        ARTICLE: article(f"![Ảnh thử]({file})"),
        f"tin/2025/{file}": data,
    }
    return Row(name, files, found, **more)  # type: ignore[arg-type]


def _beside(name: str, path: str, content: str | bytes, *found: str, **more: object) -> Row:
    return Row(name, {ARTICLE: article(), path: content}, found, **more)  # type: ignore[arg-type]


def _made(name: str, prepare: object, *found: str, **more: object) -> Row:
    return Row(name, {ARTICLE: article()}, found, prepare=prepare, **more)  # type: ignore[arg-type]


def _dangling(docs: Path) -> None:
    (docs / "tin/2025/treo.md").symlink_to("khong-co.md")


def _link_to_itself(docs: Path) -> None:
    (docs / "tin/2025/vong.md").symlink_to("vong.md")


def _link_to_parent(docs: Path) -> None:
    (docs / "tin/2025/cha").symlink_to("..", target_is_directory=True)


def _link_out(docs: Path) -> None:
    outside = docs.parent / "docs-ngoai"
    (docs / "tin/2025/ngoai").symlink_to(outside, target_is_directory=True)


def _link_of_passwords(docs: Path) -> None:
    (docs / "tin/2025/mat-khau.md").symlink_to("/etc/passwd")


def _hard_link(docs: Path) -> None:
    os.link(docs / ARTICLE, docs / "tin/2025/ban-sao.md")


def _pipe(docs: Path) -> None:
    os.mkfifo(docs / "tin/2025/ong.md")


def _pipe_picture(docs: Path) -> None:
    os.mkfifo(docs / "tin/2025/ong.jpg")


def _folder_with_suffix(docs: Path) -> None:
    (docs / "tin/2025/thu-muc.md").mkdir()


def _name_in_bytes(docs: Path) -> None:
    name = os.fsencode(docs / "tin/2025") + b"/b\xe0i.md"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))


def _name_with_line_break(docs: Path) -> None:
    (docs / "tin/2025/a\nb.md").write_text(article(), encoding="utf-8")


def _decomposed_twin(docs: Path) -> None:
    for name in ("tin/2025/hòa.md", "tin/2025/ho\u0300a.md"):
        (docs / name).write_text(article(), encoding="utf-8")


DEEP = "/".join(["sau"] * 40)
LONG = "a" * 120

FILES = (
    *(
        _shown(name, file, data, present=(f"tin/2025/{file}",))
        for name, (file, data) in PICTURES.items()
    ),
    *(
        _shown(name, file, data, present=(f"tin/2025/{file}",))
        for name, (file, data) in FAITHFUL.items()
    ),
    *(
        _shown(
            name,
            file,
            data,
            f"tin/2025/{file} error image-broken",
            ":8 warning image-missing",
            absent=(f"tin/2025/{file}",),
        )
        for name, (file, data) in BROKEN.items()
    ),
    _made("a link to nothing", _dangling, "tin/2025/treo.md error file-symlink"),
    _made("a link to itself as a file", _link_to_itself, "tin/2025/vong.md error file-symlink"),
    _made("a folder that links to its parent", _link_to_parent, "tin/2025/cha error file-symlink"),
    _made("a folder that links out", _link_out, "tin/2025/ngoai error file-symlink"),
    _made(
        "an article that links to the passwords",
        _link_of_passwords,
        "tin/2025/mat-khau.md error file-symlink",
        absent=("tin/2025/mat-khau/index.html",),
    ),
    _made("a pipe", _pipe, "tin/2025/ong.md error file-kind"),
    _made("a pipe that is a picture", _pipe_picture, "tin/2025/ong.jpg error file-kind"),
    _made("a folder with an article's suffix", _folder_with_suffix),
    _made(
        "a name in another encoding", _name_in_bytes, "tin/2025/b?i.md error file-name-forbidden"
    ),
    _made(
        "a name with a line break",
        _name_with_line_break,
        "tin/2025/a\nb.md error file-name-forbidden",
    ),
    _made(
        "twins in the form of their letters",
        _decomposed_twin,
        "tin/2025/hòa.md warning file-name-style",
        "tin/2025/ho\u0300a.md warning file-name-style",
        "tin/2025/hòa.md error address-collision",
    ),
    _beside(
        "a name with loose marks",
        "tin/2025/ho\u0300a.md",
        article(),
        "tin/2025/ho\u0300a.md warning file-name-style",
        present=("tin/2025/hòa/index.html",),
    ),
    _beside("a program", "tin/2025/a.exe", b"MZ", "tin/2025/a.exe error file-kind"),
    _beside(
        "a program behind a picture's name",
        "tin/2025/a.jpg.exe",
        b"MZ",
        "tin/2025/a.jpg.exe error file-kind",
    ),
    _beside("a spreadsheet", "tin/2025/a.xlsx", b"PK", "tin/2025/a.xlsx error file-kind"),
    _beside("an archive", "docs.zip", b"PK", "docs.zip error file-kind"),
    _beside("a script of JavaScript", "tin/2025/a.js", SCRIPT, "tin/2025/a.js error file-kind"),
    _beside(
        "a stylesheet among the articles",
        "tin/2025/a.css",
        b"*{}",
        "tin/2025/a.css error file-kind",
    ),
    _beside("a page for missing pages", "404.html", SCRIPT, "404.html error file-kind"),
    _beside("a front page in HTML", "index.html", SCRIPT, "index.html error file-kind"),
    _beside("a sitemap", "sitemap.xml", b"<x/>", "sitemap.xml error file-kind"),
    _beside("rules for robots", "robots.txt", b"x", "robots.txt error file-kind"),
    _beside("a drawing packed", "a.svgz", b"x", "a.svgz error file-kind"),
    _beside("a suffix in capitals", "tin/2025/a.DOCX", b"PK", "tin/2025/a.DOCX error file-kind"),
    _beside("a git folder", ".git/config", b"x", absent=(".git/config",)),
    _beside(
        "the theme's folder in capitals",
        "Assets/x.md",
        "---\ntitle: X\n---\n",
        "Assets error file-folder-reserved",
    ),
    _beside(
        "a stylesheet of Material",
        "assets/stylesheets/main.css",
        b"*{}",
        "assets error file-folder-reserved",
    ),
    _beside(
        "a PDF nobody links to",
        "tin/2025/a.pdf",
        b"%PDF-1.4",
        "tin/2025/a.pdf note file-unread",
        absent=("tin/2025/a.pdf",),
    ),
    _beside(
        "a PDF named after its mark",
        "tin/2025/toi-mat.pdf",
        b"%PDF-1.4",
        "tin/2025/toi-mat.pdf error file-security-mark",
        absent=("tin/2025/toi-mat.pdf",),
    ),
    _beside(
        "a Word file called a PDF",
        "tin/2025/a.pdf",
        b"PK\x03\x04",
        "tin/2025/a.pdf error file-not-pdf",
        absent=("tin/2025/a.pdf",),
    ),
    Row(
        "an attachment with a mark",
        {
            ARTICLE: article(more="attachments: [{file: LUU_HANH_NOI_BO.pdf, title: Kế hoạch}]"),
            "tin/2025/LUU_HANH_NOI_BO.pdf": b"%PDF-1.4",
        },
        ("tin/2025/LUU_HANH_NOI_BO.pdf error file-security-mark", ":6 warning file-refused"),
        absent=("tin/2025/LUU_HANH_NOI_BO.pdf",),
        says=("bản không còn dấu",),
    ),
    Row(
        "an article pasted from a secret document",
        {ARTICLE: article("VIỆN KIỂM SÁT NHÂN DÂN\n\nTỐI MẬT\n\nKế hoạch.")},
        (":10 error text-security-mark",),
    ),
    _beside(
        "a unit's twin in a folder",
        "don-vi/cu/phong-2.md",
        "---\ntitle: Phòng 2\nkind: phong\n---\n",
        "don-vi/cu/phong-2.md error file-place",
    ),
    _beside("a folder of a device", "tin/aux/a.md", article(), "tin/aux error file-name-forbidden"),
    _beside(
        "a picture of a device",
        "tin/2025/com1.jpg",
        picture("JPEG"),
        "tin/2025/com1.jpg error file-name-forbidden",
    ),
    _beside(
        "a device with two suffixes",
        "tin/2025/nul.x.md",
        article(),
        "tin/2025/nul.x.md error file-name-forbidden",
    ),
    _beside(
        "a colon in the name",
        "tin/2025/a:b.md",
        article(),
        "tin/2025/a:b.md error file-name-forbidden",
    ),
    _beside(
        "a backslash in the name",
        "tin/2025/b\\a.md",
        article(),
        "tin/2025/b\\a.md error file-name-forbidden",
    ),
    _beside(
        "a tag in the name",
        "tin/2025/<b>.md",
        article(),
        "tin/2025/<b>.md error file-name-forbidden",
    ),
    _beside(
        "a blank before the name",
        "tin/2025/ a.md",
        article(),
        "tin/2025/ a.md error file-name-forbidden",
    ),
    _beside(
        "a folder with a dot at its end",
        "tin/a./b.md",
        article(),
        "tin/a. error file-name-forbidden",
    ),
    _beside(
        "160 letters of three bytes",
        f"tin/2025/{'ế' * 80}.md",
        article(),
        f"tin/2025/{'ế' * 80}.md warning file-name-style",
    ),
    _beside(
        "a name of 151 letters",
        f"tin/2025/{'a' * 148}.md",
        article(),
        f"tin/2025/{'a' * 148}.md error file-name-forbidden",
    ),
    _beside(
        "a name of 97 letters",
        f"tin/2025/{'a' * 97}.md",
        article(),
        f"tin/2025/{'a' * 97}.md warning file-name-style",
    ),
    _beside(
        "a suffix in capitals on an article",
        "tin/2025/b.MD",
        article(),
        "tin/2025/b.MD warning file-name-style",
    ),
    _beside(
        "an article among the front pages",
        "bai-la.md",
        article(),
        *(f"bai-la.md:{line} warning field-unknown" for line in (3, 4, 5)),
    ),
    _beside("40 folders deep", f"tin/{DEEP}/a.md", article()),
    _beside("20 long folders", f"tin/{'/'.join([LONG] * 20)}/a.md", article()),
    _beside(
        "an article beside its folder",
        "tin/2025/bai/index.md",
        "---\ntitle: Khác\n---\n",
        "tin/2025/bai/index.md error address-collision",
    ),
    _beside("tin.md beside tin/index.md", "tin.md", "---\ntitle: Tin\n---\n"),
    Row(
        "tin.md and tin/index.md",
        {
            ARTICLE: article(),
            "tin.md": "---\ntitle: Một\n---\n",
            "tin/index.md": "---\ntitle: Hai\n---\n",
        },
        ("tin/index.md error address-collision",),
    ),
    Row(
        "README.md and index.md",
        {
            ARTICLE: article(),
            "tin/README.md": "---\ntitle: Một\n---\n",
            "tin/index.md": "---\ntitle: Hai\n---\n",
        },
        ("tin/README.md error address-collision",),
    ),
    _beside("a year", "tin/2025.md", article(), "tin/2025.md error file-name-reserved"),
    _beside(
        "a page number of a unit's list",
        "don-vi/phong-2/trang/1.md",
        "---\ntitle: A\nkind: phong\n---\n",
        "don-vi/phong-2/trang/1.md error file-place",
        "don-vi/phong-2/trang/1.md error file-name-reserved",
    ),
    _beside(
        "a page below an archive's value",
        "dan-chu/noi-dung/khong-co.md",
        "---\ntitle: A\n---\n",
        present=("dan-chu/noi-dung/khong-co/index.html",),
    ),
    _beside(
        "an introduction to a month",
        "tin/2025/03/index.md",
        "---\ntitle: Tháng Ba\n---\n",
        present=("tin/2025/03/index.html",),
    ),
    _beside(
        "an introduction to a tag nobody uses",
        "chu-de/moi.md",
        "---\ntitle: Mới\n---\n",
        present=("chu-de/moi/index.html",),
    ),
)

ROWS = FILES

LOOSE = "linked at the NFC address, but MkDocs writes the page at the file's own (NFD) name"
CAPITAL = "listed and linked, but MkDocs takes only .md for a page: nothing stands at its address"

BUGS = {
    "a name with loose marks": LOOSE,
    "twins in the form of their letters": LOOSE,
    "a suffix in capitals on an article": CAPITAL,
}
"""Rows that fail today, and why."""

LEAK_BUGS: dict[str, str] = {}
"""Pictures that still say where they were taken, and why."""
