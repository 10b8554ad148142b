"""Bodies that would keep a Markdown parser busy, and characters and bytes that are not text."""

from __future__ import annotations

import gzip

from .content import Row, article, in_article

DEEP = ":8 error nesting-too-deep"


def _body(name: str, body: str, *found: str, **more: object) -> Row:
    return in_article(name, article(body), *found, **more)


def _text(name: str, text: bytes, *found: str, **more: object) -> Row:
    """An article whose body is *text*, in whatever encoding."""
    return in_article(name, article("@").encode().replace(b"@", text), *found, **more)


def _nested(indent: str, item: str, count: int) -> str:
    return "\n".join(indent * depth + item for depth in range(count))


def _table(columns: int, rows: int) -> str:
    lines = ["|a" * columns + "|", "|-" * columns + "|", *["|b" * columns + "|"] * rows]
    return "\n".join(lines)


BRACKETS = (
    _body("20,000 opening brackets", "[" * 20_000, DEEP),
    _body("10,000 opening brackets with blanks", "[ " * 10_000, DEEP),
    _body("7,000 lines that open a bracket", "[a\n" * 7_000, DEEP),
    _body("40 brackets within each other", "[" * 40 + "a" + "]" * 40, DEEP),
    _body("10,000 closing brackets", "] " * 5_000, DEEP),
    _body("1,000 links within each other", "[x](" * 1_000),
    _body("1,000 reference links within each other", "[x][" * 1_000, DEEP),
    _body("1,300 pictures that are not closed", "![" * 1_300, DEEP),
    _body("800 links and pictures within each other", "![a](" * 800),
    _body("2,000 footnotes that are not closed", "[^" * 2_000, DEEP),
    _body("20,000 parentheses", "(" * 20_000, DEEP),
    _body("a link with 100 blanks and no end", "[a](" + " " * 100 + "b"),
    _body("a link with an empty line and no end", "[a](\n \nb"),
    _body("900 links with a title that is not closed", '[a](b "' * 900),
    _body(
        "10,000 definitions in one paragraph",
        "".join(f"[a{i}]: http://x.vn/{i}\n" for i in range(10_000)),
        DEEP,
    ),
    _body("5,000 definitions", "".join(f"[a{i}]: http://x.vn/{i}\n\n" for i in range(5_000))),
    _body("a definition that defines itself", "[a][a]\n\n[a]: [a]", ":10 warning link-dead"),
)

EMPHASIS = (
    _body("5,000 stars and blanks", "* " * 5_000, DEEP),
    _body("20,000 stars", "*" * 20_000, DEEP),
    _body("1,900 emphases not closed", "*a " * 1_900),
    _body("1,000 emphases of all kinds not closed", "*a **b __c _d " * 600),
    _body("1,300 strong emphases not closed", "***a " * 1_300),
    _body("1,900 underscores", "_a " * 1_900),
    _body("emphasis 99 deep", "**" * 99 + "a" + "**" * 99),
    _body("20,000 backticks", "`" * 20_000, DEEP),
    _body("code spans of every length", "".join("`" * i + "a" for i in range(1, 80))),
    _body("3,900 backslashes", "\\ " * 3_900),
    _body("20,000 ampersands", "&" * 19_999, DEEP),
    _body("20,000 exclamation marks", "!" * 19_999, DEEP),
)

BLOCKS = (
    _body("300 nested lists", _nested("    ", "- a", 300), ":21 error nesting-too-deep"),
    _body("300 nested numbered lists", _nested("    ", "1. a", 300), ":21 error nesting-too-deep"),
    _body("300 lists on one line", "- " * 300 + "a", DEEP),
    _body("300 numbers on one line", "1. " * 300 + "a", DEEP),
    _body("12 nested lists", _nested("    ", "- a", 13)),
    _body("300 nested quotations", ">" * 300 + "a", DEEP),
    _body("150 nested quotations", ">" * 150 + "a", DEEP),
    _body("300 quotations and lists in turn", "> - " * 300 + "a"),
    _body(
        "lists in a list's paragraphs",
        "- a\n\n" + "".join("    " * i + "b\n\n" for i in range(1, 60)),
    ),
    _body("3,000 lists 12 deep", "\n\n".join(_nested("    ", "- a", 12) for _ in range(100))),
    _body("10,000 items", "- a\n" * 10_000),
    _body("10,000 paragraphs", "a\n\n" * 10_000),
    _body("10,000 rules", "***\n\n" * 10_000),
    _body("1,500 fences not closed", "```x\n\n" * 1_500),
    _body("1,500 tilde fences not closed", "~~~x\n\n" * 1_500),
    _body("a table of 3,000 columns", _table(3_000, 1)),
    _body("a table of 9,000 columns and 3 rows", _table(9_000, 3), DEEP),
    _body("a table of 5,000 rows", _table(2, 5_000)),
    _body("a table's line of 9,999 columns alone", "|-" * 9_999 + "|"),
    _body("a footnote that cites itself", "a[^1]\n\n[^1]: b[^1]"),
    _body("footnotes in a circle", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^3]\n\n[^3]: d[^1]"),
    _body(
        "footnotes 300 deep", "x[^0]\n\n" + "".join(f"[^{i}]: a[^{i + 1}]\n\n" for i in range(300))
    ),
    _body("one footnote cited 500 times", "[^1] " * 500 + "\n\n[^1]: a"),
    _body(
        "1,000 footnotes",
        "".join(f"a[^{i}]\n\n" for i in range(1_000))
        + "".join(f"[^{i}]: b\n\n" for i in range(1_000)),
        DEEP,
    ),
    _body("a footnote nobody wrote", "a[^khong-co]"),
    _body("a heading of 19,000 letters", "## " + "a" * 19_000),
    _body("a heading of 9,000 words", "## " + "a " * 9_000),
    _body("a heading of 100,000 letters", "## " + "a" * 100_000, ":8 error line-too-long"),
    _body("a heading with 500 blanks in it", "## a" + " " * 500 + "b"),
    _body("3,000 headings alike", "## a\n\n" * 3_000, DEEP),
    _body("3,000 headings", "".join(f"## a{i}\n\n" for i in range(3_000)), DEEP),
    _body("a heading of nothing", "##\n\n## \n\n## ##"),
    _body("a heading of level 1", "# Kết quả", ":8 warning heading-level-1"),
    _body("an underlined heading of level 1", "Kết quả\n=======", ":8 warning heading-level-1"),
    _body("1,500 underlines in turn", "a\n---\n" * 1_500),
    _body("19,000 equals signs", "a\n" + "=" * 19_000, ":8 warning heading-level-1"),
    _body("a line of 100,000 letters", "a" * 100_000, ":8 error line-too-long"),
    _body("50 lines of 19,999 letters", ("a" * 19_999 + "\n") * 50),
    _body("50 lines of 19,000 blanks", "a\n" + (" " * 19_000 + "\n") * 50 + "b"),
    _body("900,000 empty lines", "a" + "\n" * 900_000 + "b", DEEP),
    _body("3 MB", "lời văn " * 300_000, " error file-too-large"),
)

TAGS = (
    _body("100,000 nested divs on one line", "<div>" * 100_000, ":8 error line-too-long", DEEP),
    _body("100,000 nested divs on lines", "<div>\n" * 100_000, DEEP),
    _body(
        "1,000 divs in paragraphs",
        "<div>\n\n" * 1_000,
        *(f":{8 + 2 * i} warning html-tag" for i in range(1_000)),
    ),
    _body("190 divs", "<div>" * 190, ":8 warning html-tag"),
    _body("1,500 tags not closed", "<p\n\n" * 1_500),
    _body("500 comments not closed", "<!-- " * 500, ":8 warning html-tag"),
    _body(
        "1,000 comments in paragraphs",
        "<!--\n\n" * 1_000,
        *(f":{8 + 2 * i} warning html-tag" for i in range(1_000)),
    ),
    _body("3,900 less-than signs", "< " * 3_900, DEEP),
    _body("5,000 less-than signs", "< " * 5_000, DEEP),
    _body("a tag with 3,000 attributes", "<div " + "a=1 " * 3_000 + ">", ":8 warning html-tag"),
    _body("1,900 entities", "&#60;" * 1_900),
    _body("190 web addresses", "<http://a.vn>" * 190),
)

CHARACTERS = (
    _body("a NUL", "a\0b", ":8 error control-character", says=("U+0000",)),
    _body("a control character", "a\x07b", ":8 error control-character"),
    _body("a control character of Latin-1", "a\x9bb", ":8 error control-character"),
    _body("an escape sequence", "\x1b[31ma", ":8 error control-character"),
    _body("text turned round", "a\u202eb\u202c", ":8 error control-character", says=("U+202E",)),
    _body("an isolate", "a\u2066b\u2069", ":8 error control-character"),
    _body("a right-to-left mark", "a\u200fb", ":8 error control-character"),
    _body("a line separator", "a\u2028b", ":8 error control-character"),
    _body("a non-character", "a\uffffb", ":8 error control-character"),
    _body("the bell on line 10", "a\n\n\x07", ":10 error control-character"),
    in_article(
        "text turned round in the title",
        article(title='"Bài \u202ethử"'),
        ":2 error control-character",
    ),
    _body("a zero-width space", "a\u200bb", ":8 note zero-width", shows=("ab",)),
    _body("a BOM in the text", "a\ufeffb", ":8 note zero-width"),
    _body("a soft hyphen", "a\u00adb", ":8 note zero-width"),
    _body("1,000 marks on one letter", "a" + "\u0301" * 1_000, ":8 note text-decomposed"),
    _body(
        "letters with loose marks",
        "Phòng".encode().decode().replace("ò", "o\u0300"),
        ":8 note text-decomposed",
        shows=("Phòng",),
    ),
    _body("letters beyond the BMP", "a \U0001f600 \U00020000 b", shows=("\U0001f600",)),
    _body("a replacement character", "a\ufffdb"),
    _body("a form feed", "a\x0cb", ":8 error control-character"),
    in_article("a BOM first", b"\xef\xbb\xbf" + article().encode()),
    in_article("two BOMs first", b"\xef\xbb\xbf" * 2 + article().encode(), ":1 note zero-width"),
    in_article("Windows line ends", article().replace("\n", "\r\n")),
    in_article("old Macintosh line ends", article().replace("\n", "\r")),
    in_article(
        "UTF-16 with a BOM", article().encode("utf-16"), " error encoding", says=("UTF-16",)
    ),
    in_article(
        "UTF-16 big-endian with a BOM",
        b"\xfe\xff" + article().encode("utf-16-be"),
        " error encoding",
        says=("UTF-16",),
    ),
    in_article(
        "UTF-16 without a BOM",
        article("a" * 500).encode("utf-16-le"),
        " error encoding",
        says=("UTF-16",),
    ),
    in_article("UTF-32", article().encode("utf-32"), " error encoding"),
    _text(
        "TCVN3",
        "Kiểm tra thực hiện quy chế dân chủ".encode()
        .replace(b"\xe1\xbb\x83", b"\xd3")
        .replace(b"\xe1\xbb\xb1", b"\xf9")
        .replace("ệ".encode(), b"\xd6")
        .replace("ế".encode(), b"\xd5")
        .replace("â".encode(), b"\xa9")
        .replace("ủ".encode(), b"\xf1"),
        " error encoding",
    ),
    _text("Windows-1258", b"Ki\xea\xd2m tra", " error encoding"),
    _text("half a letter", b"a\xe1\xbbb", " error encoding"),
    _text("a letter spelled too long", b"\xc0\xbcscript\xc0\xbe", " error encoding"),
    _text("a surrogate", b"\xed\xa0\x80", " error encoding"),
    in_article("a gzip file", gzip.compress(article().encode(), mtime=0), " error encoding"),
    _body(
        "TCVN3 pasted as Unicode",
        "KiÓm tra thùc hiÖn quy chÕ d©n chñ ë c¬ së cña ®¬n vÞ, phßng 2 ®· b¸o c¸o",
        " error encoding-legacy",
    ),
    _body(
        "VNI pasted as Unicode",
        "Kieåm tra thöïc hieän quy cheá daân chuû ôû cô sôû cuûa ñôn vò",
        " error encoding-legacy",
    ),
    _body("a French name", "Ông François Müller đến thăm Phòng 2"),
)

WORDING = (
    _body(
        "a slip of the hand", "Thực hiện dân chủ ở cơ cở.", ":8 note spelling-slip", says=("cơ sở",)
    ),
    _body(
        "a culprit before the trial",
        "Công an bắt giữ thủ phạm.",
        ":8 note presumption-of-innocence",
    ),
    _body("an identity number", "Số căn cước 031234567890 của ông.", ":8 note personal-number"),
    _body(
        "template code",
        "{{ config.docs_dir }} {% include 'mkdocs.yml' %}",
        shows=("{{ config.docs_dir }}",),
    ),
    _body("a snippet", '--8<-- "mkdocs.yml"', shows=("mkdocs.yml",)),
    _body("an attribute list", "Đoạn {: onclick=alert(1) }", shows=("{: onclick=alert(1) }",)),
)

ROWS = (*BRACKETS, *EMPHASIS, *BLOCKS, *TAGS, *CHARACTERS, *WORDING)
