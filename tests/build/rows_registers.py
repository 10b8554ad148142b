"""Mistakes in the registers of units, plans and documents, and what articles make of them."""

from __future__ import annotations

from .content import ARTICLE, Row, article

SCRIPT = "<script>alert(1)</script>"
A, B, C = "don-vi/a.md", "don-vi/b.md", "don-vi/c.md"
DOC, OTHER = "van-ban/mot.md", "van-ban/hai.md"
PLAN = "ke-hoach/mot.md"


def unit(title: str = "Đơn vị A", more: str = "") -> str:
    """A unit: title on line 2, kind 3, *more* from 4."""
    return f"---\ntitle: {title}\nkind: phong\n{more}---\n"


def document(number: str = "1/QĐ-X", more: str = "", title: str = "Quyết định một") -> str:
    """A document: title on line 2, number 3, date 4, *more* from 5."""
    return f"---\ntitle: {title}\nnumber: {number}\ndate: 2025-01-02\n{more}---\n"


def _unit(name: str, more: str, *found: str, **other: object) -> Row:
    files = {A: unit(more=more), ARTICLE: article()}
    return Row(name, files, tuple(f"{A}{text}" for text in found), **other)  # type: ignore[arg-type]


def _document(name: str, content: str, *found: str, **other: object) -> Row:
    files = {DOC: content, ARTICLE: article()}
    return Row(name, files, tuple(f"{DOC}{text}" for text in found), **other)  # type: ignore[arg-type]


def _closing(kind: str, *successors: str) -> str:
    listed = ", ".join(successors)
    return f"valid_to: 2025-06-30\nclosing: {{kind: {kind}, successors: [{listed}]}}\n"


UNITS = (
    Row(
        "a unit without a kind",
        {A: "---\ntitle: A\n---\n", ARTICLE: article()},
        (f"{A}:1 error field-missing",),
    ),
    Row(
        "a unit of an unknown kind",
        {A: "---\ntitle: A\nkind: ban\n---\n", ARTICLE: article()},
        (f"{A}:3 error field-invalid",),
    ),
    Row(
        "a unit whose title is a script",
        {A: unit(f'"{SCRIPT}"'), ARTICLE: article()},
        (f"{A}:2 error field-invalid",),
    ),
    _unit("a function that is a script", f'function: "{SCRIPT}"\n', ":4 error field-invalid"),
    _unit(
        "an old name that is a script", f'names: [{{name: "{SCRIPT}"}}]\n', ":4 error field-invalid"
    ),
    _unit("an order with a zero first", "order: 010\n", ":4 error field-invalid"),
    _unit("an order below zero", "order: -1\n", ":4 error field-invalid"),
    _unit("a parent that does not exist", "parent: khong-co\n", ":4 warning unit-parent-unknown"),
    _unit("a parent that climbs out", "parent: ../../etc\n", ":4 error field-invalid"),
    _unit("a unit above itself", "parent: a\n", ":4 warning unit-cycle"),
    Row(
        "two units above each other",
        {
            A: unit("Đơn vị A", "parent: b\n"),
            B: unit("Đơn vị B", "parent: a\n"),
            ARTICLE: article(),
        },
        (f"{A}:4 warning unit-cycle",),
    ),
    _unit(
        "a unit that succeeds itself",
        _closing("doi-ten", "a"),
        ":5 warning unit-cycle",
        ":5 warning unit-successor-time",
    ),
    Row(
        "three units that succeed each other",
        {
            A: unit("Đơn vị A", _closing("doi-ten", "b")),
            B: unit("Đơn vị B", _closing("doi-ten", "c")),
            C: unit("Đơn vị C", _closing("doi-ten", "a")),
            ARTICLE: article(),
        },
        (
            f"{A}:5 warning unit-cycle",
            *(f"{path}:5 warning unit-successor-time" for path in (A, B, C)),
        ),
    ),
    _unit(
        "a successor that does not exist",
        _closing("doi-ten", "khong-co"),
        ":5 warning unit-successor-unknown",
    ),
    _unit(
        "a split into one", _closing("chia-tach", "phong-9"), ":5 warning unit-closing-successors"
    ),
    _unit(
        "a dissolution with a successor",
        _closing("giai-the", "phong-9"),
        ":5 warning unit-closing-successors",
    ),
    _unit(
        "a merger into two",
        _closing("sap-nhap", "phong-2", "phong-9"),
        ":5 warning unit-closing-successors",
    ),
    _unit("a closing without a day", "closing: {kind: giai-the}\n", ":4 warning unit-closing-date"),
    _unit("a last day without a closing", "valid_to: 2025-06-30\n", ":4 note unit-closing-unknown"),
    _unit("a closing of an unknown kind", "closing: {kind: xoa}\n", ":4 error field-invalid"),
    _unit(
        "a unit that ends before it begins",
        "valid_from: 2025-07-01\nvalid_to: 2025-06-30\nclosing: {kind: giai-the}\n",
        ":5 warning period-order",
    ),
    _unit(
        "a predecessor that knows nothing of it",
        "predecessors: [phong-9]\n",
        ":4 warning unit-predecessor-mismatch",
    ),
    Row(
        "two units of one name",
        {A: unit("Phòng 7"), B: unit("Phòng 7"), ARTICLE: article(unit="Phòng 7")},
        (f"{B}:2 warning unit-name-clash", ":5 warning unit-ambiguous"),
    ),
    Row(
        "two units whose names differ in marks",
        {A: unit("Phòng Thuỷ"), B: unit("Phong thủy"), ARTICLE: article(unit="Phòng Thuỷ")},
        (f"{A}:2 warning unit-name-clash",),
    ),
    Row(
        "a unit that no longer works",
        {
            A: unit("Phòng Cũ", "valid_to: 2025-01-31\nclosing: {kind: giai-the}\n"),
            ARTICLE: article(unit="Phòng Cũ"),
        },
        (":5 warning unit-not-then",),
    ),
    Row(
        "a unit that does not work yet, by its id",
        {A: unit("Phòng Mới", "valid_from: 2025-07-01\n"), ARTICLE: article(unit="a")},
        (":5 warning unit-not-then",),
    ),
    Row(
        "a unit whose page is broken",
        {"don-vi/phong-2.md": unit("Phòng 2: kiểm sát"), ARTICLE: article()},
        ("don-vi/phong-2.md:2 error yaml-syntax", ":5 warning unit-unknown"),
        absent=("don-vi/phong-2/index.html",),
    ),
    Row(
        "a unit in capitals",
        {"don-vi/Phong-7.md": unit("Phòng 7"), ARTICLE: article()},
        ("don-vi/Phong-7.md warning file-name-style",),
    ),
    Row(
        "a body in the unit's page",
        {A: unit() + f"\n{SCRIPT}\n", ARTICLE: article()},
        (f"{A}:6 error html-unsafe",),
        absent=("don-vi/a/index.html",),
    ),
)

DOCUMENTS = (
    _document("a document without a number", "---\ntitle: A\n---\n", ":1 error field-missing"),
    _document(
        "a number that is a sentence", document("kế hoạch 118"), ":3 warning document-number"
    ),
    _document("a number that is a script", document(f'"{SCRIPT}"'), ":3 error field-invalid"),
    _document(
        "an issuer that is a script",
        document(more=f'issuer: "{SCRIPT}"\n'),
        ":5 error field-invalid",
    ),
    _document(
        "an abstract that is a script",
        document(more=f'public: true\nabstract: "{SCRIPT}"\n'),
        ":6 error field-invalid",
    ),
    _document(
        "a type against its number",
        document("1/KH-X", "type: quyết định\n"),
        ":5 warning document-type",
    ),
    _document("a state nobody knows", document(more="status: xong\n"), ":5 error field-invalid"),
    _document(
        "a document that ends before it begins",
        document(more="effective_from: 2025-02-01\neffective_to: 2025-01-31\n"),
        ":6 warning period-order",
    ),
    _document(
        "a relation to nothing",
        document(more="relations: [{kind: can-cu, to: 99/QĐ-X}]\n"),
        ":5 warning relation-unknown",
    ),
    _document(
        "a relation of an unknown kind",
        document(more="relations: [{kind: ghet, to: 99/QĐ-X}]\n"),
        ":5 error field-invalid",
    ),
    _document(
        "a document that replaces itself",
        document(more="relations: [{kind: thay-the, to: 1/QĐ-X}]\n"),
        ":5 warning relation-self",
    ),
    _document(
        "a missing attachment of a document",
        document(more="public: true\nattachments: [{file: a.pdf, title: A}]\n"),
        ":6 warning attachment-missing",
    ),
    Row(
        "two documents that replace each other",
        {
            DOC: document(more="relations: [{kind: thay-the, to: 2/QĐ-X}]\n"),
            OTHER: document(
                "2/QĐ-X", "relations: [{kind: thay-the, to: 1/QĐ-X}]\n", "Quyết định hai"
            ),
            ARTICLE: article(),
        },
    ),
    Row(
        "one number twice in a year",
        {DOC: document(), OTHER: document(title="Quyết định hai"), ARTICLE: article()},
        (f"{DOC}:3 warning document-duplicate",),
    ),
    Row(
        "two numbers that differ in Đ",
        {DOC: document("1/HĐ-X"), OTHER: document("1/HD-X", title="Hướng dẫn"), ARTICLE: article()},
        (f"{DOC}:3 note document-lookalike",),
    ),
    Row(
        "a number of two years",
        {
            DOC: document("1/QĐ-Y", "issuer: Y\n"),
            OTHER: "---\ntitle: Cũ\nnumber: 1/QĐ-Y\ndate: 2023-01-02\nissuer: Y\n---\n",
            ARTICLE: article(more="documents: [1/QĐ-Y]", date="2019-03-06"),
        },
        (":6 warning document-ambiguous",),
    ),
    Row(
        "an internal document's file",
        {
            DOC: document(more="abstract: Bí mật nội bộ\nattachments: [{file: a.pdf, title: A}]\n"),
            "van-ban/a.pdf": b"%PDF-1.4 noi bo",
            ARTICLE: article(more="documents: [1/QĐ-X]"),
        },
        absent=("van-ban/a.pdf",),
    ),
    Row(
        "a plan in the wrong folder",
        {PLAN: document("5/QĐ-X"), ARTICLE: article()},
        (f"{PLAN}:3 warning plan-folder",),
    ),
    Row(
        "a plan for a unit nobody knows",
        {PLAN: document("5/KH-X", "scope: [phong-2, khong-co]\n"), ARTICLE: article()},
        (f"{PLAN}:5 warning unit-unknown",),
    ),
    Row(
        "a plan that ends before it begins",
        {PLAN: document("5/KH-X", "starts: 2025-12-31\nends: 2025-01-01\n"), ARTICLE: article()},
        (f"{PLAN}:6 warning period-order",),
    ),
    Row(
        "a plan whose page is broken",
        {PLAN: document('"5/KH-X', "x: y\n"), ARTICLE: article(more="plan: 5/KH-X")},
        (f"{PLAN}:3 error yaml-syntax", ":6 warning plan-unknown"),
        absent=("ke-hoach/mot/index.html",),
        present=("ke-hoach/5-kh-x-2025/index.html",),
    ),
)

PAGES = (
    Row(
        "a broken front page",
        {"index.md": "---\ntitle: a: b\n---\n", ARTICLE: article()},
        ("index.md:2 error yaml-syntax",),
        present=("index.html",),
    ),
    Row(
        "a broken introduction",
        {"dan-chu/index.md": "Không có phần khai báo\n", ARTICLE: article()},
        ("dan-chu/index.md:1 error front-matter-missing",),
        present=("dan-chu/index.html",),
    ),
    Row(
        "an introduction with a script",
        {"tin/index.md": f"---\ntitle: Tin\n---\n\n{SCRIPT}\n", ARTICLE: article()},
        ("tin/index.md:5 error html-unsafe",),
        present=("tin/index.html",),
    ),
    Row(
        "a broken guide",
        {"bien-tap/huong-dan.md": "---\ntitle: a: b\n---\n", ARTICLE: article()},
        ("bien-tap/huong-dan.md:2 error yaml-syntax",),
        absent=("bien-tap/huong-dan/index.html",),
    ),
    Row(
        "a broken front page of the desk",
        {"bien-tap/index.md": "---\ntitle: a: b\n---\n", ARTICLE: article()},
        ("bien-tap/index.md:2 error yaml-syntax",),
    ),
    Row(
        "a fault in the introduction of the tags",
        {"chu-de/index.md": "---\ntitle: Chủ đề\n---\n\n# A\n", ARTICLE: article()},
        ("chu-de/index.md:5 warning heading-level-1",),
        present=("chu-de/index.html",),
    ),
    Row(
        "a page with an article's fields",
        {"gioi-thieu.md": "---\ntitle: A\ndate: 2025-01-01\n---\n", ARTICLE: article()},
        ("gioi-thieu.md:3 warning field-unknown",),
        present=("gioi-thieu/index.html",),
    ),
    Row("no index at all", {ARTICLE: article()}, present=("index.html",)),
)

ROWS = (*UNITS, *DOCUMENTS, *PAGES)

BUGS: dict[str, str] = {}
"""Rows that fail today, and why."""
