"""A new, empty article: what may be chosen for its fields, and its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsroom.archives import DEMOCRACY
from newsroom.dates import short_date
from newsroom.old_addresses import names_among
from newsroom.problems import Problem, Severity
from newsroom.registers import Registers
from newsroom.schema import ArticleMeta
from newsroom.source import read_bytes
from newsroom.source.strict_yaml import StrictYAMLHandler
from newsroom.validation import validate

_BODY = (
    "Đoạn mở đầu trả lời ngay: ai, làm gì, ở đâu, khi nào. (Thay đoạn này bằng nội dung của bài.)"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value for a field, its label, and other names under which it may be asked for."""

    value: str
    label: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that names it."""
        return (self.value, self.label, *self.aliases)


@dataclass(frozen=True, slots=True)
class NewArticle:
    """The fields a writer gave; empty where none was."""

    title: str
    published: date
    event: date | None = None
    unit: str = ""
    author: str = ""
    role: str = ""
    plan: str = ""
    content: tuple[str, ...] = ()
    form: tuple[str, ...] = ()


def unit_choices(registers: Registers, when: date) -> list[Choice]:
    """The units that exist on *when*, in the official order."""
    return [
        Choice(
            unit.id,
            unit.name_on(when),
            tuple(filter(None, (unit.meta.full_name, *names_among(unit.meta.aliases)))),
        )
        for unit in registers.units
        if unit.is_valid_on(when)
    ]


def plan_choices(registers: Registers, when: date) -> list[Choice]:
    """The registered plans, those carried out on *when* first."""
    found = []
    for plan in registers.documents.plans:
        meta = plan.plan
        runs = meta is not None and ((meta.starts or date.min) <= when <= (meta.ends or date.max))
        day = f" ngày {short_date(plan.meta.date)}" if isinstance(plan.meta.date, date) else ""
        label = f"{plan.number}{day}: {plan.meta.title}"
        aliases = (plan.number, plan.id, *names_among(plan.meta.aliases))
        found.append((not runs, Choice(plan.number, label, aliases)))
    return [choice for _, choice in sorted(found, key=lambda pair: pair[0])]


def write_draft(article: NewArticle) -> str:
    """The file of *article*: front matter, and a paragraph to be replaced."""
    values: dict[str, object] = {"title": article.title, "date": article.published.isoformat()}
    if article.event:
        values["event_date"] = article.event.isoformat()
    if article.author:
        named = {"name": article.author, "role": article.role}
        values["author"] = named if article.role else article.author
    for key in ("unit", "plan"):
        if value := getattr(article, key):
            values[key] = value
    if article.content or article.form:
        values["tags"] = [DEMOCRACY.tag]
        block = {"content": list(article.content), "form": list(article.form)}
        values["democracy"] = {key: ids for key, ids in block.items() if ids}
    lines = [StrictYAMLHandler().export(values), "draft: true"]
    return "---\n" + "\n".join(lines) + f"\n---\n\n{_BODY}\n"


def verified(text: str, path: str) -> Problem | None:
    """The first error that our own reader finds in a file to be written."""
    source = read_bytes(text.encode(), path)
    _, problems = validate(source, ArticleMeta)
    errors = (p for p in (*source.problems, *problems) if p.severity is Severity.ERROR)
    return next(errors, None)
