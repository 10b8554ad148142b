"""Files that have no business in the docs folder, names, pictures and links."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from .content import ARTICLE, Row, article, in_article

RELATIVE = "../../don-vi/phong-2.md"


def _picture(form: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "#741217").save(out, form, **options)
    return out.getvalue()


def _with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif.get_ifd(0x8825)[2] = (20.0, 51.0, 54.0)
    return _picture(exif=exif, comment=b"So dien thoai")


def _linked_file(docs: Path) -> None:
    (docs / "tin" / "2025" / "anh.jpg").symlink_to("/etc/hostname")


def _linked_article(docs: Path) -> None:
    (docs / "tin" / "2025" / "lien-ket.md").symlink_to(docs / ARTICLE)


def _linked_loop(docs: Path) -> None:
    for name in ("a", "b"):
        (docs / "tin" / name).symlink_to(docs, target_is_directory=True)


def _with(name: str, path: str, content: str | bytes, *found: str, **more: object) -> Row:
    files = {ARTICLE: article(), path: content}
    return Row(name, files, found, **more)  # type: ignore[arg-type]


def _link(name: str, markdown: str, *found: str, **more: object) -> Row:
    return in_article(name, article(markdown), *found, **more)


FILES = (
    _with(
        "a Word file",
        "tin/2025/a.docx",
        b"PK",
        "tin/2025/a.docx error file-kind",
        absent=("tin/2025/a.docx",),
    ),
    _with("a lock file of Word", "tin/2025/~$a.docx", b"x", "tin/2025/~$a.docx error file-kind"),
    _with("a backup", "tin/2025/bai.md.bak", b"x", "tin/2025/bai.md.bak error file-kind"),
    _with(
        "a private key", "private.key", b"x", "private.key error file-kind", absent=("private.key",)
    ),
    _with(
        "a page of HTML",
        "a.html",
        b"<script>alert(1)</script>",
        "a.html error file-kind",
        absent=("a.html",),
    ),
    _with(
        "a drawing with a script",
        "a.svg",
        b"<svg onload='alert(1)'/>",
        "a.svg error file-kind",
        absent=("a.svg",),
    ),
    _with("a file without a suffix", "tin/bai", b"x", "tin/bai error file-kind"),
    _with(
        "a stylesheet over the theme's",
        "assets/stylesheets/portal.css",
        b"*{}",
        "assets error file-folder-reserved",
    ),
    _with(
        "a picture over the theme's",
        "assets/images/bieu-tuong.png",
        _picture("PNG"),
        "assets error file-folder-reserved",
    ),
    _with("a hidden file", ".bi-mat", b"x", absent=(".bi-mat",)),
    _with("Windows' own file", "tin/Thumbs.db", b"x", absent=("tin/Thumbs.db",)),
    Row(
        "a linked picture",
        {ARTICLE: article()},
        ("tin/2025/anh.jpg error file-symlink",),
        prepare=_linked_file,
        absent=("tin/2025/anh.jpg",),
    ),
    Row(
        "a linked article",
        {ARTICLE: article()},
        ("tin/2025/lien-ket.md error file-symlink",),
        prepare=_linked_article,
        absent=("tin/2025/lien-ket/index.html",),
    ),
    Row(
        "two folders that link to all",
        {ARTICLE: article()},
        ("tin/a error file-symlink", "tin/b error file-symlink"),
        prepare=_linked_loop,
        absent=("tin/a",),
    ),
)

NAMES = (
    _with(
        "a device of Windows",
        "tin/2025/con.md",
        article(),
        "tin/2025/con.md error file-name-forbidden",
    ),
    _with(
        "a question mark", "tin/2025/a?b.md", article(), "tin/2025/a?b.md error file-name-forbidden"
    ),
    _with(
        "240 letters",
        f"tin/2025/{'a' * 240}.md",
        article(),
        f"tin/2025/{'a' * 240}.md error file-name-forbidden",
    ),
    _with("a month", "tin/2025/03.md", article(), "tin/2025/03.md error file-name-reserved"),
    _with(
        "the word of page numbers",
        "tin/2025/trang.md",
        article(),
        "tin/2025/trang.md error file-name-reserved",
    ),
    _with(
        "a page of a list", "tin/trang/1.md", article(), "tin/trang/1.md error file-name-reserved"
    ),
    _with(
        "capitals and marks",
        "tin/2025/Bài Mới.md",
        article(),
        "tin/2025/Bài Mới.md warning file-name-style",
    ),
    _with(
        "twins in letter case",
        "tin/2025/Bai.md",
        article(),
        "tin/2025/Bai.md warning file-name-style",
        "tin/2025/Bai.md error address-collision",
    ),
    _with(
        "a file and a folder of one address",
        "tin/2025/bai/index.md",
        "---\ntitle: Khác\n---\n",
        "tin/2025/bai/index.md error address-collision",
    ),
    _with(
        "a unit in a folder below",
        "don-vi/cu/phong-2.md",
        "---\ntitle: Phòng 2\nkind: phong\n---\n",
        "don-vi/cu/phong-2.md error file-place",
    ),
)

LINKS = (
    _link("a good link", f"Xem [Phòng 2]({RELATIVE})."),
    _link("a page that is not there", "[x](khong-co.md)", ":8 warning link-dead"),
    _link("out of the docs folder", "[x](../../../../etc/passwd)", ":8 warning link-dead"),
    _link("from the root", "[x](/don-vi/phong-2/)", ":8 warning link-absolute", says=(RELATIVE,)),
    _link("an anchor that is not there", f"[x]({RELATIVE}#muc)", ":8 warning link-anchor"),
    _link("a file on the writer's disk", "[x](C:\\a.pdf)", ":8 warning link-local"),
    _link("a script", "[x](javascript:alert(1))", ":8 error link-unsafe"),
    _link("a script in disguise", "[x](&#106;avascript:alert(1))", ":8 error link-unsafe"),
    _link("a script in capitals", "[x](JaVaScRiPt:alert(1))", ":8 error link-unsafe"),
    _link("a script by reference", "[x][1]\n\n[1]: javascript:alert(1)", ":10 error link-unsafe"),
    _link("a page in the link", "[x](data:text/html;base64,PHN2Zz4=)", ":8 error link-unsafe"),
    _link("a broken address", "[x](http://[::1)"),
    _link("a heading of the first level", "# Kết quả", ":8 warning heading-level-1"),
    _link(
        "entities that spell a tag",
        "## X &lt;/title&gt;&lt;script&gt;",
        ":8 warning html-entity-tag",
        ":8 warning html-entity-tag",
    ),
)

PICTURES = (
    _link("a picture from elsewhere", "![a](https://example.org/a.jpg)", ":8 error image-remote"),
    _link("a picture out of the folder", "![a](../../../etc/passwd)", ":8 error image-outside"),
    _link("a picture on the disk of the writer", "![a](C:\\anh.jpg)", ":8 error image-outside"),
    _link("a picture on a server", "![a](\\\\may\\anh.jpg)", ":8 error image-outside"),
    _link("a picture that is not there", "![a](khong-co.jpg)", ":8 warning image-missing"),
    Row(
        "a picture without words",
        {ARTICLE: article("![](a.jpg)"), "tin/2025/a.jpg": _picture()},
        (":8 warning image-alt",),
        present=("tin/2025/a.jpg",),
    ),
    Row(
        "a photo with its place",
        {ARTICLE: article("![a](a.jpg)"), "tin/2025/a.jpg": _with_gps()},
        present=("tin/2025/a.jpg",),
    ),
    Row(
        "a page that says it is a picture",
        {ARTICLE: article("![a](a.jpg)"), "tin/2025/a.jpg": b"<script>alert(1)</script>"},
        ("tin/2025/a.jpg error image-broken", ":8 warning image-missing"),
        absent=("tin/2025/a.jpg",),
    ),
    Row(
        "a picture cut short",
        {ARTICLE: article("![a](a.png)"), "tin/2025/a.png": _picture("PNG")[:20]},
        ("tin/2025/a.png error image-broken", ":8 warning image-missing"),
        absent=("tin/2025/a.png",),
    ),
    Row(
        "a picture nobody uses",
        {ARTICLE: article(), "tin/2025/a.jpg": _picture()},
        absent=("tin/2025/a.jpg",),
    ),
    Row(
        "a picture beside a draft",
        {ARTICLE: article("![a](a.jpg)", "draft: true"), "tin/2025/a.jpg": _picture()},
        published=False,
        absent=("tin/2025/a.jpg",),
    ),
)

ROWS = (*FILES, *NAMES, *LINKS, *PICTURES)
