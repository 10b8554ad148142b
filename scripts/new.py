"""Tạo tệp cho một bài mới: python scripts/new.py (hỏi từng điều, hoặc lấy từ các lựa chọn)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from newsroom.archives import DEMOCRACY, Axis
from newsroom.article_files import free_name, write_new
from newsroom.clock import read_now
from newsroom.commands import fail, speak_utf8
from newsroom.content import ARTICLE_FOLDER
from newsroom.dates import parse_date, short_date
from newsroom.drafting import Choice, NewArticle, plan_choices, unit_choices, verified, write_draft
from newsroom.registers import Registers, load_registers
from newsroom.settings import SettingsError
from newsroom.system_faults import in_words
from newsroom.text import fold, nearest

ROOT = Path(__file__).resolve().parent.parent
_MOST_SHOWN = 25


def main(  # noqa: PLR0913, PLR0917 - one parameter a field
    title: Annotated[str | None, typer.Option("--title", "-t", help="Đầu đề.")] = None,
    unit: Annotated[str | None, typer.Option(help="Đơn vị: mã hoặc tên trong danh bạ.")] = None,
    event_date: Annotated[str | None, typer.Option(help="Ngày diễn ra, ví dụ 05/3/2025.")] = None,
    published: Annotated[
        str | None, typer.Option("--date", help="Ngày đăng; bỏ trống: hôm nay.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Họ và tên người viết.")] = None,
    role: Annotated[str | None, typer.Option(help="Chức danh người viết.")] = None,
    plan: Annotated[str | None, typer.Option(help="Số, ký hiệu kế hoạch.")] = None,
    content: Annotated[
        list[str] | None, typer.Option(help="Nội dung dân chủ ở cơ sở; ghi được nhiều lần.")
    ] = None,
    form: Annotated[
        list[str] | None, typer.Option(help="Hình thức dân chủ ở cơ sở; ghi được nhiều lần.")
    ] = None,
    docs: Annotated[
        Path | None,
        typer.Option(help="Thư mục bài viết; mặc định PORTAL_DOCS hoặc docs/.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Không hỏi gì thêm.")] = False,
) -> None:
    """Tạo một bài nháp với phần khai báo đúng, rồi nói việc cần làm tiếp theo.

    Điều gì chưa cho thì hỏi; không có bàn phím (hoặc có --yes) thì không hỏi. Không ghi đè tệp nào.
    Mã thoát: 0 đã tạo, 2 thiếu hoặc sai điều gì.
    """
    root = (docs or Path(os.environ.get("PORTAL_DOCS") or ROOT / "docs")).absolute()
    if not root.is_dir():
        fail(f"Không có thư mục bài viết {root}.")
    try:
        today = read_now(os.environ.get("PORTAL_NOW")).date()
    except SettingsError as error:
        fail(str(error))
    ask = _Questions(asks=not yes and sys.stdin.isatty(), registers=load_registers(root))
    article = NewArticle(
        title=ask.text("Đầu đề", "--title", title, is_needed=True),
        event=(event := ask.day("Ngày diễn ra (ngày/tháng/năm)", "--event-date", event_date)),
        published=ask.day("Ngày đăng", "--date", published, default=today) or today,
        unit=ask.choice("Đơn vị bài viết về", "--unit", unit, unit_choices, event or today),
        author=ask.text("Họ và tên người viết", "--author", author),
        role=ask.text("Chức danh người viết", "--role", role),
        plan=ask.choice("Kế hoạch", "--plan", plan, plan_choices, event or today, others=True),
        content=ask.values("--content", content, DEMOCRACY.axes[0]),
        form=ask.values("--form", form, DEMOCRACY.axes[1]),
    )
    _write(root, article, ask.registers)


class _Questions:
    """Takes each field from its option, or asks for it on a terminal, or leaves it out."""

    def __init__(self, *, asks: bool, registers: Registers) -> None:
        self._asks = asks
        self.registers = registers
        self._about_democracy: bool | None = None

    def text(
        self, question: str, option: str, given: str | None, *, is_needed: bool = False
    ) -> str:
        value = " ".join((given or "").split())
        while not value and self._asks and given is None:
            value = " ".join(
                _prompt(question + ("" if is_needed else " (Enter để bỏ qua)")).split()
            )
            if value or not is_needed:
                break
            typer.echo("  Điều này bắt buộc phải có.")
        if is_needed and not value:
            fail(f"Thiếu {question.lower()}: thêm {option} “…”.")
        return value

    def day(
        self, question: str, option: str, given: str | None, default: date | None = None
    ) -> date | None:
        answer = given
        while True:
            if answer is None:
                if not self._asks:
                    return default
                shown = f" (Enter: {short_date(default)})" if default else " (Enter để bỏ qua)"
                answer = _prompt(question + shown)
            if not answer.strip():
                return default
            try:
                return parse_date(answer)
            except ValueError as error:
                if given is not None:
                    fail(f"{option}: {error}.")
                typer.echo(f"  {error}.")
                answer = None

    def choice(
        self,
        question: str,
        option: str,
        given: str | None,
        choices: Callable[[Registers, date], list[Choice]],
        when: date,
        *,
        others: bool = False,
    ) -> str:
        """A value of the register by number, id, name or a part of the name."""
        known = choices(self.registers, when)
        if given is not None:
            found = _matching(given, known) if given.strip() else []
            if len(found) != 1 and given.strip() and not others:
                fail(f"{option}: {_unclear(given, found, known)}")
            return found[0].value if len(found) == 1 else given.strip()
        return self._chosen(question, known, others=others) if self._asks else ""

    def _chosen(self, question: str, known: list[Choice], *, others: bool) -> str:
        _show(question, known)
        while True:
            answer = _prompt("Gõ số thứ tự, hoặc một phần tên (Enter để bỏ qua)").strip()
            if not answer:
                return ""
            if answer.isdecimal() and 1 <= int(answer) <= len(known):
                return known[int(answer) - 1].value
            found = _matching(answer, known)
            if len(found) == 1:
                typer.echo(f"  → {found[0].label}")
                return found[0].value
            typer.echo(f"  {_unclear(answer, found, known)}")
            if (
                others
                and not found
                and _prompt(f"Vẫn ghi “{answer}”? (c/k)").lower().startswith("c")
            ):
                return answer

    def values(self, option: str, given: list[str] | None, axis: Axis) -> tuple[str, ...]:
        known = [Choice(value.id, value.label) for value in axis.values]
        if given is not None:
            values = [axis.find(text) for text in given]
            for text, value in zip(given, values, strict=True):
                if value is None:
                    fail(f"{option}: {_unclear(text, [], known)}")
            return tuple(value.id for value in values if value)
        if not self._asks or not self._is_about_democracy():
            return ()
        _show(axis.label, known)
        answer = _prompt(
            "Gõ các số thứ tự, giá trị chính trước, ví dụ 5 hoặc 1,3 (Enter để bỏ qua)"
        )
        numbers = [int(n) for n in answer.replace(",", " ").split() if n.isdecimal()]
        return tuple(known[n - 1].value for n in dict.fromkeys(numbers) if 1 <= n <= len(known))

    def _is_about_democracy(self) -> bool:
        if self._about_democracy is None:
            question = "Bài về thực hiện dân chủ ở cơ sở? (c/k, Enter: không)"
            self._about_democracy = _agrees(question)
        return self._about_democracy


def _matching(text: str, known: list[Choice]) -> list[Choice]:
    """The choices that *text* names: exactly, else as the beginning or a part of one."""
    wanted = fold(text)
    names = {choice: [fold(name) for name in choice.names] for choice in known}
    for matches in (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted + " "),
        lambda name: wanted in name,
    ):
        if found := [c for c in known if any(matches(name) for name in names[c])]:
            return found
    return []


def _unclear(text: str, found: list[Choice], known: list[Choice]) -> str:
    if found:
        shown = "; ".join(f"{choice.label} ({choice.value})" for choice in found[:6])
        return f"“{text}” có thể là: {shown}. Ghi rõ hơn."
    by_name = {name: choice for choice in known for name in choice.names}
    close = dict.fromkeys(by_name[name] for name in nearest(text, by_name, 5))
    shown = "; ".join(f"{choice.label} ({choice.value})" for choice in list(close)[:3])
    return f"Không có “{text}”." + (f" Gần nhất: {shown}." if shown else "")


def _show(question: str, known: list[Choice]) -> None:
    typer.echo(f"\n{question}:")
    for number, choice in enumerate(known[:_MOST_SHOWN], start=1):
        typer.echo(f"  {number:>2}. {choice.label}")
    if len(known) > _MOST_SHOWN:
        typer.echo(f"  … còn {len(known) - _MOST_SHOWN} mục; gõ một phần tên để tìm.")


def _agrees(question: str) -> bool:
    return _prompt(question).strip().lower().startswith(("c", "y"))


def _prompt(question: str) -> str:
    typer.echo(f"{question}: ", nl=False)
    try:
        line = sys.stdin.readline()
    except (KeyboardInterrupt, EOFError):
        line = ""
    if not line:
        typer.echo("")
        fail("Đã dừng, chưa tạo tệp nào.")
    return line.rstrip("\r\n")


def _write(root: Path, article: NewArticle, registers: Registers) -> None:
    year = article.published.year
    name = free_name(article.title, year, registers.addresses)
    path = f"{ARTICLE_FOLDER}/{year}/{name}.md"
    text = write_draft(article)
    if fault := verified(text, path):
        fail(f"{fault.message} {fault.hint}")
    try:
        write_new(root / path, text.encode())
    except OSError as error:
        fail(f"Không ghi được {root / path}: {in_words(error)}.")
    shown = os.path.relpath(root / path)
    typer.echo(
        f"\nĐã tạo bài nháp: {root / path if shown.startswith('..') else Path(shown).as_posix()}\n"
        "Việc tiếp theo:\n"
        "  1. Mở tệp bằng Notepad, viết nội dung bên dưới dòng --- thứ hai, mỗi đoạn cách nhau"
        " một dòng trống.\n"
        "  2. Đặt ảnh vào cùng thư mục với tệp; chỗ có ảnh viết: ![Trong ảnh thấy gì](ten-anh.jpg"
        ' "Chú thích").\n'
        "  3. Kiểm tra: python scripts/check.py\n"
        "  4. Xem trước: mkdocs serve (hoặc make preview), rồi mở http://127.0.0.1:8000/\n"
        "  5. Khi bài được duyệt, xóa dòng “draft: true”."
    )


if __name__ == "__main__":
    speak_utf8()
    typer.run(main)
