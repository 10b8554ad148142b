"""The guide's page that lists every problem, written from the catalogue."""

from __future__ import annotations

from newsroom.problem_catalogue import CATALOGUE
from newsroom.problems import Severity
from newsroom.source import write_source

_MEANING = {
    Severity.ERROR: "Trang không đọc được hoặc không thể hiện an toàn nên bị để lại, không đăng.",
    Severity.WARNING: "Trang vẫn hiện nhưng có chỗ sai; phải sửa trước khi đăng chính thức.",
    Severity.NOTE: "Nên xem lại; không ngăn việc đăng.",
}


def problem_page() -> str:
    """Markdown of ``docs/bien-tap/danh-muc-loi.md``."""
    parts = ["Trang này do lệnh `python scripts/reference.py danh-muc-loi` viết ra; đừng sửa tay."]
    for severity in Severity:
        parts.append(f"## {severity.label}\n\n{_MEANING[severity]}")
        for code, kind in CATALOGUE.items():
            if kind.severity == severity:
                parts.append(
                    f"### {code}\n\n"
                    f"- Thông báo: {_as_text(kind.message)}\n"
                    f"- Cách sửa: {_as_text(kind.hint)}\n"
                    f"- Ví dụ: {_as_code(kind.example)}"
                )
    return write_source({"title": "Danh mục lỗi"}, "\n\n".join(parts))


def _as_text(template: str) -> str:
    """A message with its blanks shown as an ellipsis, literal for Markdown."""
    text = template.replace("{{", "\0").replace("}}", "\1")
    while "{" in text:
        head, _, tail = text.partition("{")
        text = head + "…" + tail.partition("}")[2]
    text = text.replace("\0", "{").replace("\1", "}")
    return "".join(f"&#{ord(c)};" if c in "<>*_[]`#\\&" else c for c in text)


def _as_code(example: str) -> str:
    fence = "``" if "`" in example else "`"
    return f"{fence} {example} {fence}" if "`" in example else f"`{example}`"
