"""An understood article → its Markdown file, checked as every file is before it is handed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from newsroom.body_checks import check_body
from newsroom.content import page_address
from newsroom.dates import short_date
from newsroom.importing.blocks import Block, BlockKind, ImportRefused
from newsroom.importing.markdown import escape_title, list_marker
from newsroom.importing.understanding.model import Part, PartKind, Understanding
from newsroom.link_checks import check_unsafe
from newsroom.lint import Prose, lint
from newsroom.markdown_scan import scan
from newsroom.problems import Problem, Severity
from newsroom.schema import ArticleMeta, DocumentCitation
from newsroom.source import LIMITS, read_bytes
from newsroom.source.strict_yaml import StrictYAMLHandler
from newsroom.validation import validate

_LONG_LINE = LIMITS.line_characters // 2


@dataclass(frozen=True, slots=True)
class Written:
    """A file's text, and the notes that check would make on its wording."""

    text: str
    slips: tuple[Problem, ...]


def compose(article: Understanding, path: str, pictures: Mapping[int, tuple[str, str]]) -> Written:
    """The Markdown file *path* (below the docs folder) of *article*, always a draft.

    *pictures*: index in ``article.body`` → file name and alternative text (may be empty).
    Raises ImportRefused where the file would not pass our own checks.
    """
    text = front_matter(article) + "\n" + _body(article.body, pictures)
    return Written(text, tuple(_verified(text, path)))


def _verified(text: str, path: str) -> Iterator[Problem]:
    source = read_bytes(text.encode(), path)
    meta, problems = validate(source, ArticleMeta)
    found = [*source.problems, *problems]
    body_scan = scan(source.body, source.body_line) if source.body_is_safe else None
    if body_scan:
        found += [*check_body(source, body_scan), *check_unsafe(source, body_scan)]
    errors = [p for p in found if p.severity is Severity.ERROR]
    if errors or meta is None or not page_address(path):
        first = errors[0] if errors else found[0]
        raise ImportRefused(f"{first.message} {first.hint}")
    day = meta.event_date or (meta.date if isinstance(meta.date, date) else None)
    title_line = source.line_of("title")
    year = day.year if day else None
    yield from lint(path, Prose(meta.title, source.body, source.body_line, title_line, year))


def front_matter(article: Understanding) -> str:
    """The block between the fences: fields, then what is suggested as comments, then ``draft``."""
    values: dict[str, object] = {"title": article.title}
    if article.published:
        values["date"] = _moment(article.published)
    elif article.event:
        values["date"] = "unknown"
    if article.event:
        values["event_date"] = article.event.isoformat()
    if article.authors:
        values["author"] = _one_or_list([_author(one) for one in article.authors])
    if article.unit:
        values["unit"] = article.unit
    if article.plans:
        values["plan"] = _one_or_list([_citation(one) for one in article.plans])
    if article.documents:
        values["documents"] = [_citation(one) for one in article.documents]
    lines = [StrictYAMLHandler().export(values), *_comments(article), "draft: true"]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _moment(when: date | datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else when.isoformat()


def _one_or_list(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values


def _author(author: object) -> object:
    parts = {key: getattr(author, key) for key in ("name", "role", "unit")}
    kept = {key: value for key, value in parts.items() if value}
    return kept if len(kept) > 1 else kept["name"]


def _citation(citation: DocumentCitation) -> object:
    if citation.date is None:
        return citation.number
    when = citation.date.isoformat() if isinstance(citation.date, date) else str(citation.date)
    return {"number": citation.number, "date": when}


def _comments(article: Understanding) -> Iterator[str]:
    """Suggestions, each a line that takes effect once its ``# `` is deleted."""
    if article.mentioned:
        yield "# Đơn vị khác có tên trong bài; chọn vai trò cho đúng rồi xóa dấu # ở đầu dòng:"
        yield "# units:"
        yield f"#   mentioned: [{', '.join(article.mentioned)}]"
    if not article.suggestions:
        return
    yield "# Gợi ý phân loại dân chủ ở cơ sở; đúng thì xóa dấu # ở đầu dòng, sai thì xóa cả dòng:"
    yield "# tags: [dân chủ ở cơ sở]"
    yield "# democracy:"
    for axis in ("content", "form"):
        chosen = [one for one in article.suggestions if one.axis == axis]
        if chosen:
            yield f"#   {axis}: [{', '.join(one.value for one in chosen)}]"
    words = dict.fromkeys(f"“{one.words}” → {one.label}" for one in article.suggestions)
    yield f"# Vì trong bài có: {'; '.join(words)}"


def _body(parts: tuple[Part, ...], pictures: Mapping[int, tuple[str, str]]) -> str:
    pieces: list[str] = []
    items: list[Block] = []
    for index, part in enumerate(parts):
        if part.kind is PartKind.TEXT and part.block.kind is BlockKind.ITEM:
            items.append(part.block)
            continue
        if items:
            pieces += _list(items)
            items = []
        pieces.append(
            _figure(part, *pictures[index]) if part.kind is PartKind.FIGURE else _block(part.block)
        )
    pieces += _list(items)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _figure(part: Part, name: str, alt: str) -> str:
    title = escape_title(part.caption)
    if part.credit:
        title = f"{title} | {escape_title(part.credit)}".strip()
    shown = alt.replace("[", "(").replace("]", ")")
    return (
        f'![{escape_title(shown)}]({name} "{title}")'
        if title
        else f"![{escape_title(shown)}]({name})"
    )


def _block(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        marks = "#" * min(max(block.level, 1) + 1, 6)
        text = block.markdown.lstrip("#\\ ") if block.markdown.startswith("#") else block.markdown
        return f"{marks} {text.rstrip('# ')}"
    if block.kind in {BlockKind.TABLE, BlockKind.FOOTNOTE}:
        return block.markdown
    return _with_shorter_lines(block.markdown)


def _with_shorter_lines(markdown: str) -> str:
    """Break lines that our reader would refuse; within a paragraph a line feed is a space."""
    if len(markdown) <= _LONG_LINE:
        return markdown
    lines: list[str] = []
    while len(markdown) > _LONG_LINE:
        cut = markdown.rfind(" ", 0, _LONG_LINE)
        if cut <= 0:
            break
        lines.append(markdown[:cut])
        markdown = markdown[cut + 1 :]
    return "\n".join([*lines, markdown])


def _list(items: list[Block]) -> list[str]:
    """Bullets and numbers as Markdown's lists; other labels (“a)”, “Điều 5.”) as paragraphs."""
    pieces: list[str] = []
    run: list[Block] = []
    for item in items:
        marker = list_marker(item.markdown)
        same = run and (item.level > 0 or _kind(run[0]) == _kind(item))
        if not marker or (run and not same):
            pieces += _run(run)
            run = []
        if marker:
            run.append(item)
        else:
            pieces.append(item.markdown)
    return pieces + _run(run)


def _kind(item: Block) -> str:
    return (
        list_marker(item.markdown)[:1].replace("-", "bullet")
        if item.markdown[0] == "-"
        else "number"
    )


def _run(run: list[Block]) -> list[str]:
    if not run:
        return []
    if not _counts_from_one(run):
        return [_as_paragraph(item) for item in run]
    depth = _depths(run)
    return [
        "\n".join(
            f"{'    ' * level}{item.markdown}" for item, level in zip(run, depth, strict=True)
        )
    ]


def _depths(run: list[Block]) -> list[int]:
    """Levels without leaps: Markdown knows no item two levels below the one above."""
    depths: list[int] = []
    for item in run:
        most = depths[-1] + 1 if depths else 0
        depths.append(min(item.level, most, LIMITS.list_depth - 2))
    return depths


def _counts_from_one(run: list[Block]) -> bool:
    counts: dict[int, int] = {}
    for item in run:
        counts = {level: n for level, n in counts.items() if level <= item.level}
        marker = list_marker(item.markdown).strip()
        if marker != "-":
            counts[item.level] = counts.get(item.level, 0) + 1
            if marker != f"{counts[item.level]}.":
                return False
    return True


def _as_paragraph(item: Block) -> str:
    marker = list_marker(item.markdown)
    rest = item.markdown[len(marker) :]
    return f"– {rest}" if marker[0] == "-" else f"{marker.strip()[:-1]}\\. {rest}"


def shown_day(when: date | datetime | None) -> str:
    """For reports: ``05/3/2025``, or a dash."""
    return short_date(when) if when else "–"
