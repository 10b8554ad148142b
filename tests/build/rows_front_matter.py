"""Mistaken and hostile front matter. The article's title stands on line 2, date 3, author 4, unit 5."""

from __future__ import annotations

from .content import ARTICLE, Row, article, in_article

SCRIPT = "<script>alert(1)</script>"
NEXT_LINE = "strict_yaml._syntax_error names the line after the one without a colon"
ENGLISH = "dates.parse_moment lets datetime's English message through"
ONE_LINE = "publishing.redirects tells aliases apart by line: a bad one takes its neighbours along"
CRASH = (
    "link_checks._alias_fault lets it pass; engine.redirects.write_redirects then raises OSError"
)
SILENT = (
    "link_checks._alias_fault lets it pass; engine.redirects.write_redirects then skips it silently"
)
PARENT = "engine.redirects takes the folder made for /cu/hon for a page and skips /cu"


def _title(name: str, title: str, *found: str, **more: object) -> Row:
    return in_article(name, article(title=title), *found, **more)


def _date(name: str, date: str | None, *found: str, **more: object) -> Row:
    return in_article(name, article(date=date), *found, **more)


def _more(name: str, more: str, *found: str, **other: object) -> Row:
    return in_article(name, article(more=more), *found, **other)


FENCES = (
    in_article("an empty file", "", ":1 error front-matter-missing"),
    in_article("a file of blanks", " \n\n \n", ":1 error front-matter-missing"),
    in_article(
        "MultiMarkdown meta instead of front matter",
        "VKSHP: Sáng nay, Phòng 2 họp.\nNguồn: Phòng 2\n\nNội dung.\n",
        ":1 error front-matter-missing",
    ),
    in_article(
        "a blank line before the fence", "\n" + article(), ":1 error front-matter-not-first"
    ),
    in_article("a note before the fence", "Ghi chú\n" + article(), ":1 error front-matter-missing"),
    in_article("an indented fence", " " + article(), ":1 error front-matter-missing"),
    in_article("four dashes", "-" + article(), ":1 error front-matter-missing"),
    in_article(
        "a fence turned into a dash by Word", "—" + article()[3:], ":1 error front-matter-missing"
    ),
    in_article("TOML", '+++\ntitle = "a"\n+++\n\nNội dung.\n', ":1 error front-matter-missing"),
    in_article("blanks after the fence", article().replace("---\n", "---  \t\n")),
    in_article(
        "front matter not closed",
        "---\ntitle: Bài thử\ndate: 2025-03-06\n\nNội dung.\n",
        ":1 error front-matter-unclosed",
    ),
    in_article(
        "front matter closed by three dots",
        "---\ntitle: Bài thử\ndate: 2025-03-06\n...\n\nNội dung.\n",
        ":1 error front-matter-unclosed",
    ),
    in_article(
        "front matter closed only by a rule in the body",
        "---\ntitle: Bài thử\ndate: 2025-03-06\n\nSáng nay: họp. Chiều: nghỉ.\n\n---\n\nHết.\n",
        ":5 error yaml-syntax",
    ),
    in_article(
        "front matter that is a list",
        "---\n- title: Bài thử\n---\n\nNội dung.\n",
        ":2 error front-matter-not-mapping",
    ),
    in_article(
        "front matter that is a sentence",
        "---\nBài viết\n---\n\nNội dung.\n",
        ":2 error front-matter-not-mapping",
    ),
    in_article(
        "front matter with nothing in it", "---\n---\n\nNội dung.\n", ":1 error field-missing"
    ),
    in_article(
        "front matter that is a comment", "---\n# a\n---\n\nNội dung.\n", ":1 error field-missing"
    ),
    _more("a second document inside", "...\nx: y", ":7 error yaml-syntax"),
    in_article("no body", article().rpartition("---\n")[0] + "---\n", ":7 warning body-empty"),
)

YAML = (
    _title(
        "a colon in the title",
        "Phòng 2: kiểm tra",
        ":2 error yaml-syntax",
        says=('Sửa thành:  title: "Phòng 2: kiểm tra"',),
    ),
    _title(
        "a title that begins with %",
        "% công việc",
        ":2 error yaml-syntax",
        says=('title: "% công việc"',),
    ),
    _title(
        "a title that begins with @",
        "@phong2 họp",
        ":2 error yaml-syntax",
        says=('title: "@phong2 họp"',),
    ),
    _title("a title that begins with a backtick", "`Phòng` 2", ":2 error yaml-syntax"),
    _title("a title that begins with >", "> Phòng 2", ":2 error yaml-syntax"),
    _title("a title that begins with a hyphen", "- Phòng 2", ":2 error yaml-syntax"),
    _title("a title that begins with a bracket", "[Phòng 2] họp", ":2 error yaml-syntax"),
    _title("a title that begins with a brace", "{Phòng 2} họp", ":2 error yaml-syntax"),
    _title(
        "quotes round the first words only",
        '"Phòng 2" họp',
        ":2 error yaml-syntax",
        says=("title: '\"Phòng 2\" họp'",),
    ),
    _title("quotes not closed", '"Phòng 2 họp', ":2 error yaml-syntax"),
    _title(
        "a number sign after a space",
        "Đợt #2",
        ":2 error yaml-comment-cut",
        says=('title: "Đợt #2"',),
    ),
    _title("a number sign within a word", "Lập trình C#", shows=("Lập trình C#",)),
    _title("an ampersand first", "&anh em", ":2 error yaml-forbidden", says=('title: "&anh em"',)),
    _title("a star first", "*Phong 2", ":2 error yaml-forbidden"),
    _title("a star before a mark", "*Phòng 2", ":2 error yaml-syntax"),
    _title("an exclamation mark first", "!Phòng 2", ":2 error yaml-syntax"),
    _title("a title that repeats itself", "&a [*a, *a]", ":2 error yaml-forbidden"),
    _more(
        "a billion laughs",
        'a: &a ["ha","ha"]\n'
        + "\n".join(f"{chr(98 + i)}: &{chr(98 + i)} [{f'*{chr(97 + i)},' * 9}]" for i in range(20)),
        ":6 error yaml-forbidden",
    ),
    _title(
        "a Python object", '!!python/object/apply:os.system ["touch x"]', ":2 error yaml-forbidden"
    ),
    _title("a binary", "!!binary SGVsbG8=", ":2 error yaml-forbidden"),
    _more("a merge key", "<<: {draft: true}", ":6 error yaml-forbidden"),
    _title("ten brackets", "[" * 10 + "]" * 10, ":2 error yaml-depth"),
    _title("30,000 brackets", "[" * 30_000, ":2 error yaml-depth"),
    _title("30,000 braces", "{a: " * 15_000, ":2 error yaml-depth"),
    _more("a tab before a field", "\ttags: x", ":6 error yaml-tab"),
    _more("a tab within a block", "units:\n\tpartner: [P2]", ":7 error yaml-tab"),
    _more("the title twice", "title: Khác", ":6 error yaml-duplicate-key", says=("dòng 2",)),
    _more(
        "a role twice", "units:\n  partner: [P2]\n  partner: [P2]", ":8 error yaml-duplicate-key"
    ),
    _more("a list as a key", "? [a]\n: b", ":6 error front-matter-not-mapping"),
    _more("no space after the colon", "draft:true", ":6 error yaml-syntax"),
    _more("a sentence between the fields", "Bài viết của Phòng 2", ":6 error yaml-syntax"),
    _more("70 KB of summary", "summary: " + "tóm tắt " * 9_000, ":1 error front-matter-too-large"),
    _more("60 KB of summary", "summary: " + "tom tat " * 7_000),
    _more(
        "3,000 fields nobody knows",
        "\n".join(f"x{i}: a" for i in range(3_000)),
        *(f":{6 + i} warning field-unknown" for i in range(3_000)),
    ),
    _title("2,000 blanks before a colon", "a" + " " * 2_000 + ": b", ":2 error yaml-syntax"),
    _more("a key with a tag", f'"{SCRIPT}": x', ":6 warning field-unknown"),
    _more("a key of 5,000 letters", "x" * 5_000 + ": a", ":6 error yaml-syntax"),
    _more("a key that is a number", "1: a", ":6 warning field-unknown"),
    _more("a key that is nothing", "~: a", ":6 warning field-unknown"),
)

TITLES = (
    in_article("no title", article(title=None), ":1 error field-missing"),
    in_article(
        "the title's key mistyped",
        article(title=None, more="tilte: Bài thử"),
        ":5 warning field-unknown",
        ":1 error field-missing",
        says=("Có phải là “title”",),
    ),
    _title("an empty title", "", ":2 error field-invalid"),
    _title("a title of quotes", '""', ":2 error field-invalid"),
    _title("a title that is a comment", "# chưa nghĩ ra", ":2 error field-invalid"),
    _title("a title that is a year", "2025", ":2 error field-invalid"),
    _title("a title that is a list", "[a, b]", ":2 error field-invalid"),
    _title("a title that is a mapping", "{a: b}", ":2 error field-invalid"),
    _title("a title that is true", "true", ":2 error field-invalid"),
    _title("a title that is no", "no", shows=("no",)),
    _title("a title without a letter", '"!!!"', ":2 error field-invalid"),
    _title("a title of 301 letters", "a" * 301, ":2 error field-invalid"),
    _title("a title of 300 letters", "a" * 300, ":2 note headline-long"),
    _title("a title over two lines", "|\n  Dòng một\n  dòng hai", shows=("Dòng một dòng hai",)),
    _title("an escaped control in the title", '"Bài \\u202E thử"', ":2 error field-invalid"),
    _title("an escaped NUL in the title", '"Bài \\0 thử"', ":2 error field-invalid"),
    _title(
        "a title of zero-width letters",
        '"\u200b\u200b"',
        ":2 note zero-width",
        ":2 error field-invalid",
    ),
    _title(
        "a zero-width letter in the title",
        "Bài\u200b thử",
        ":2 note zero-width",
        shows=("Bài thử",),
    ),
    _title("a script in the title", f'"{SCRIPT}"', ":2 error field-invalid"),
    _title("a title that closes the title", f'"</title>{SCRIPT}"', ":2 error field-invalid"),
    _title("a title with an escaped tag", '"\\x3cscript\\x3ealert(1)"', ":2 error field-invalid"),
    _title(
        "a title with an entity-spelled tag",
        '"&lt;script&gt;alert(1)&lt;/script&gt;"',
        shows=("&lt;script&gt;alert(1)&lt;/script&gt;",),
    ),
    _title(
        "a title that breaks out of an attribute",
        "'\" onmouseover=\"alert(1)'",
        shows=('" onmouseover="alert(1)',),
    ),
    _title(
        "a title with template code",
        '"{{ 7*7 }} {% raw %} ${7*7} a"',
        shows=("{{ 7*7 }} {% raw %} ${7*7} a",),
    ),
    _title("a title with less-than", '"1 < 2 & c > d"', shows=("1 < 2 & c > d",)),
)

DATES = (
    _date(
        "30 February",
        "2025-02-30",
        ":3 error field-invalid",
        says=("không phải là một ngày có thật",),
    ),
    _date("31 April, day first", "31/4/2025", ":3 error field-invalid"),
    _date("the day first", "05/3/2025", shows=("05/3/2025",)),
    _date("slashes, the year first", "2025/03/05", ":3 error field-invalid"),
    _date("hyphens, the day first", "05-03-2025", ":3 error field-invalid"),
    _date("a date in words", "hôm nay", ":3 error field-invalid"),
    _date("a date without separators", "20250305", ":3 error field-invalid"),
    _date("a time as a date", "12:30", ":3 error field-invalid"),
    _date("an octal date", "010", ":3 error field-invalid"),
    _date("the year 1", "0001-01-01", ":3 error field-invalid"),
    _date("the year 9999", "9999-12-31", ":3 error field-invalid"),
    _date("25 o'clock", "2025-03-05 25:00", ":3 error field-invalid"),
    _date("eight o'clock", "05/3/2025 8h00", shows=("08:00",)),
    _date("a time in another zone", "2025-03-05T23:30:00Z", shows=("06:30", "06/3/2025")),
    _date("a zone that does not exist", "2025-03-05 08:00+99:00", ":3 error field-invalid"),
    _date("a list of dates", "[2025-03-05]", ":3 error field-invalid"),
    _date("a date that is true", "true", ":3 error field-invalid"),
    _date("no date", None, ":1 error field-missing"),
    _date("an empty date", "", ":1 error field-missing"),
    _date("an unknown date and no event", "unknown", ":1 error field-missing"),
    in_article(
        "an unknown date with an event",
        article(date="unknown", more="event_date: 2025-03-05"),
        ":3 note date-from-event",
        shows=("Chưa rõ ngày đăng",),
    ),
    _more("an event after its publication", "event_date: 2025-05-03", ":6 warning date-order"),
    _date("a date in the far future", "2052-03-05", ":3 warning date-future"),
    _more("an event that is a word", "event_date: hôm qua", ":6 error field-invalid"),
    _more("an update that is a word", "updated: mới đây", ":6 error field-invalid"),
)

HOLDING = (
    _more("a draft", "draft: true", published=False),
    _more("a draft in capitals", "draft: TRUE", published=False),
    _more("no draft", "draft: false"),
    _more("a draft that says yes", "draft: yes", ":6 error field-invalid"),
    _more("a draft that says no", "draft: no", ":6 error field-invalid"),
    _more("a draft in quotes", 'draft: "true"', ":6 error field-invalid"),
    _more("a draft with nothing", "draft:", ":6 error field-invalid"),
    _more("a draft with a remark", "draft: true # chưa xong", published=False),
    _more("drafft", "drafft: true", ":6 error field-unknown", says=("Có phải là “draft”",)),
    _more("Draft", "Draft: true", ":6 error field-unknown"),
    _more("dratf", "dratf: true", ":6 error field-unknown"),
    _more("drafts", "drafts: true", ":6 error field-unknown"),
    _more("publish-at", "publish-at: 2052-03-05", ":6 error field-unknown"),
    _more("publishat", "publishat: 2052-03-05", ":6 error field-unknown"),
    _more("published: false", "published: false", ":6 error field-unknown"),
    _more("a release that is a word", "publish_at: mai", ":6 error field-invalid"),
    _more("a release tomorrow", "publish_at: 2025-06-02", published=False),
    _more("a release yesterday", "publish_at: 2025-05-31"),
)

NAMES = (
    in_article("no author", article(author=None), ":1 warning author-missing"),
    in_article("an author with a tag", article(author='"<b>A</b>"'), ":4 error field-invalid"),
    in_article("an author with a script", article(author=f'"{SCRIPT}"'), ":4 error field-invalid"),
    in_article("an author that is true", article(author="true"), ":4 error field-invalid"),
    in_article(
        "an author's role with an event handler",
        article(author='{name: A, role: "<img src=x onerror=alert(1)>"}'),
        ":4 error field-invalid",
    ),
    in_article(
        "an author's key mistyped",
        article(author="{name: A, rolle: B}"),
        ":4 warning field-unknown",
    ),
    in_article("an author without a name", article(author="{role: B}"), ":4 error field-missing"),
    in_article(
        "an author of an unknown unit",
        article(author="{name: A, unit: P99}"),
        ":4 warning unit-unknown",
    ),
    in_article(
        "an author that breaks out of an attribute",
        article(author="'A\" onclick=\"alert(1)'"),
        shows=('A" onclick="alert(1)',),
    ),
    in_article("no unit", article(unit=None), ":1 warning unit-missing"),
    in_article(
        "an unknown unit", article(unit="Phòng 22"), ":5 warning unit-unknown", says=("phong-2",)
    ),
    in_article("a unit by its alias", article(unit="P2")),
    in_article("two units", article(unit="[phong-2, phong-9]"), ":5 error field-invalid"),
    in_article("a unit that is a script", article(unit=f'"{SCRIPT}"'), ":5 error field-invalid"),
    in_article(
        "a unit that climbs out", article(unit="../../../etc/passwd"), ":5 warning unit-unknown"
    ),
    _more(
        "an unknown plan",
        "plan: 811/KH-VKSHP-TTr",
        ":6 warning plan-unknown",
        present=("ke-hoach/811-kh-vkshp-ttr-2025/index.html",),
    ),
    _more("a plan that is a script", f'plan: "{SCRIPT}"', ":6 error field-invalid"),
    _more(
        "a plan's date that is a script",
        f'plan: {{number: 1/KH-X, date: "{SCRIPT}"}}',
        ":6 error field-invalid",
    ),
    _more("a plan that climbs out", "plan: ../../../ke-hoach", ":6 warning plan-unknown"),
    _more("a plan of slashes", "plan: ///", ":6 warning plan-unknown"),
    _more("a plan in Chinese", "plan: 计划", ":6 warning plan-unknown"),
    _more("a plan of 5,000 letters", "plan: 1/KH-" + "A" * 5_000, ":6 warning plan-unknown"),
    _more("a plan without a number", "plan: {date: 2025-02-07}", ":6 error field-missing"),
    _more(
        "a plan of another day",
        "plan: {number: 118/KH-VKSHP-TTr, date: 2025-02-17}",
        ":6 warning document-date-conflict",
    ),
    _more("an unknown document", "documents: [341/QĐ-VKSHP]", ":6 warning document-unknown"),
    _more("a document that is a script", f'documents: ["{SCRIPT}"]', ":6 error field-invalid"),
    _more("roles that are a sentence", "units: Phòng 9", ":6 error field-invalid"),
    _more("a role nobody knows", "units:\n  leader: [phong-9]", ":7 warning field-unknown"),
    _more(
        "an unknown partner", "units:\n  partner: [phong-9, khong-co]", ":7 warning unit-unknown"
    ),
    _more("an activity with marks", "activity: Hoạt động 1", ":6 error field-invalid"),
)

OTHER_FIELDS = (
    _more("a tag without brackets", "tags: x", present=("chu-de/x/index.html",)),
    _more("no tags", "tags: []"),
    _more("tags that are a mapping", "tags: {a: b}", ":6 error field-invalid"),
    _more("a list among the tags", "tags: [a, [b]]", ":6 error field-invalid"),
    _more(
        "a tag with an event handler",
        'tags: ["<img src=x onerror=alert(1)>"]',
        ":6 error field-invalid",
    ),
    _more("a tag that climbs out", 'tags: ["../../thoat"]', present=("chu-de/thoat/index.html",)),
    _more("a tag of punctuation", 'tags: ["!!!"]', present=("chu-de/khac/index.html",)),
    _more("a tag of 5,000 letters", "tags: [" + "a" * 5_000 + "]"),
    _more("one tag in three spellings", "tags: [Thi đua, thi đua, THI ĐUA]"),
    _more(
        "500 tags",
        "tags: [" + ", ".join(f"t{i}" for i in range(500)) + "]",
        ":6 error field-invalid",
    ),
    _more("a summary with a script", f'summary: "a {SCRIPT}"', ":6 error field-invalid"),
    _more(
        "a summary that breaks out of an attribute",
        "summary: '\" onload=\"alert(1)'",
        shows=('" onload="alert(1)',),
    ),
    _more("an unknown template", "template: main.html", ":6 warning field-unknown"),
    _more("a template outside", "template: ../../../etc/passwd", ":6 warning field-unknown"),
    _more(
        "keys of Material",
        "hide: [toc]\nsearch: {exclude: true}",
        ":6 warning field-unknown",
        ":7 warning field-unknown",
    ),
    _more("democracy as a sentence", "democracy: kiểm tra", ":6 error field-invalid"),
    _more(
        "a form as a content",
        "democracy: {content: [tap-huan-toa-dam]}",
        ":6 warning archive-value-unknown",
        ":6 note archive-unclassified",
    ),
    _more("the archive's tag alone", "tags: [dân chủ ở cơ sở]", ":6 note archive-unclassified"),
    _more(
        "a script in the result",
        f'democracy: {{content: [cong-khai], result: "{SCRIPT}"}}',
        ":6 error field-invalid",
    ),
    _more("ignored problems as a list", "lint_ignore: [unit-unknown]", ":6 error field-invalid"),
    _more(
        "an ignored problem that does not exist",
        "lint_ignore:\n  khong-co: lý do",
        ":7 note lint-ignore-unknown",
    ),
    in_article(
        "an error that may not be ignored",
        article(SCRIPT, "lint_ignore:\n  html-unsafe: lý do"),
        ":10 error html-unsafe",
    ),
    in_article(
        "a warning ignored with a reason",
        article("<center>a</center>", "lint_ignore:\n  html-tag: bài cũ"),
    ),
    _more("a retelling that is a sentence", "retold_from: bài cũ", ":6 error field-invalid"),
    _more(
        "a retelling of a script", f'retold_from: {{title: "{SCRIPT}"}}', ":6 error field-invalid"
    ),
    _more(
        "an attachment without brackets",
        "attachments: {file: a.pdf, title: A}",
        ":6 error field-invalid",
    ),
    _more(
        "a missing attachment",
        "attachments: [{file: khong-co.pdf, title: A}]",
        ":6 warning attachment-missing",
    ),
    _more(
        "an attachment that climbs out",
        "attachments: [{file: ../../../etc/passwd, title: A}]",
        ":6 warning attachment-missing",
    ),
    _more(
        "an attachment that is a script",
        'attachments: [{file: "javascript:alert(1)", title: A}]',
        ":6 warning attachment-missing",
    ),
    _more(
        "an attachment elsewhere",
        'attachments: [{file: "https://example.org/a.pdf", title: A}]',
        ":6 warning attachment-missing",
    ),
)

BAD_ALIASES = {
    "leaves the site": "//example.org/a",
    "is a web address without a path": "https://example.org",
    "is a script": '"javascript:alert(1)"',
    "climbs out": "/../../thoat",
    "climbs within": "/a/../b",
    "has a dot for a folder": "/a/./b",
    "climbs out in code": "/%2e%2e/thoat",
    "climbs out backwards": "/..\\..\\thoat",
    "has no slash": "a/b",
    "is the front page": "/",
    "is the article itself": "/tin/2025/bai/",
    "is the article itself in capitals": "/TIN/2025/BAI",
    "is another article": "/tin/2025/ban-be/",
    "is a generated page": "/tin/",
    "is a unit's page": "/don-vi/phong-2",
    "has a blank": "/a b",
    "has a mark": "/bài-cũ",
    "has a question mark": "/a?b",
    "has two slashes": "/a//b",
    "has a quotation mark": "'/a\"onclick=alert(1)'",
}

IMPOSSIBLE_ALIASES = (
    ("of 5,000 letters", "/" + "a" * 5_000, CRASH),
    ("3,000 folders deep", "/a" * 3_000, CRASH),
    ("below the sitemap", "/sitemap.xml/a", CRASH),
    ("below the stylesheet", "/assets/stylesheets/portal.css/a", CRASH),
    ("that is the sitemap", "/sitemap.xml", SILENT),
    ("that is the stylesheet", "/assets/stylesheets/portal.css", SILENT),
    ("that is the page for missing pages", "/404.html", SILENT),
    ("that is the article's file", "/tin/2025/bai/index.html", SILENT),
)

ALIASES = (
    *(
        _more(f"an alias that {what}", f"aliases: [{alias}]", ":6 warning alias-invalid")
        for what, alias in BAD_ALIASES.items()
    ),
    _more("an alias with a tag", f'aliases: ["/{SCRIPT}"]', ":6 error field-invalid"),
    _more(
        "an alias of the old portal",
        "aliases: [/132/3105/4313/10992/gioi-thieu/bai.aspx]",
        present=("132/3105/4313/10992/gioi-thieu/bai.aspx/index.html",),
    ),
    _more(
        "an alias below another",
        "aliases: [/cu, /cu/hon]",
        present=("cu/index.html", "cu/hon/index.html"),
    ),
    _more(
        "an alias above another",
        "aliases: [/cu/hon, /cu]",
        present=("cu/index.html", "cu/hon/index.html"),
    ),
    _more(
        "the same alias twice",
        "aliases: [/cu, /cu/]",
        ":6 warning alias-invalid",
        present=("cu/index.html",),
    ),
    _more(
        "a good alias beside a bad one",
        "aliases: [/cu, //example.org/a]",
        ":6 warning alias-invalid",
        present=("cu/index.html",),
    ),
    _more(
        "a good alias above a bad one",
        "aliases:\n  - /cu\n  - //example.org/a",
        ":8 warning alias-invalid",
        present=("cu/index.html",),
    ),
    *(
        _more(f"an alias {what}", f"aliases: [{alias}]", ":6 warning alias-invalid")
        for what, alias, _ in IMPOSSIBLE_ALIASES
    ),
    Row(
        "an alias of two articles",
        {
            "tin/2025/bai.md": article(more="aliases: [/cu]", date="2025-03-01"),
            "tin/2025/hai.md": article(more="aliases: [/CU]", title="Bài hai", date="2025-03-02"),
        },
        ("tin/2025/bai.md:6 warning alias-invalid",),
    ),
    Row(
        "two articles that point at each other",
        {
            "tin/2025/bai.md": article(more="aliases: [/tin/2025/hai/]"),
            "tin/2025/hai.md": article(more="aliases: [/tin/2025/bai/]", title="Bài hai"),
        },
        ("tin/2025/bai.md:6 warning alias-invalid", "tin/2025/hai.md:6 warning alias-invalid"),
        present=("tin/2025/bai/index.html", "tin/2025/hai/index.html"),
    ),
    Row(
        "an alias that is a draft's address",
        {
            ARTICLE: article(more="aliases: [/tin/2025/nhap/]"),
            "tin/2025/nhap.md": article(more="draft: true", title="Bài nháp"),
        },
        (":6 warning alias-invalid",),
        absent=("tin/2025/nhap/index.html",),
    ),
)

ROWS = (*FENCES, *YAML, *TITLES, *DATES, *HOLDING, *NAMES, *OTHER_FIELDS, *ALIASES)
