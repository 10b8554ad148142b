"""Nhập tin, bài từ tệp Word, tệp chữ, trang web đã lưu: python scripts/import_article.py TỆP…"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from newsroom.clock import read_now
from newsroom.commands import fail, speak_utf8
from newsroom.importing.blocks import ImportRefused
from newsroom.importing.importing import AskAlt, Imported, nobody_says, prepare, write
from newsroom.importing.reading import files_below, read_file
from newsroom.importing.report import as_dict, report_lines
from newsroom.registers import Registers, load_registers
from newsroom.settings import SettingsError

ROOT = Path(__file__).resolve().parent.parent


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def main(
    paths: Annotated[
        list[Path], typer.Argument(metavar="TỆP…", help="Tệp .docx, .txt, .html, hoặc thư mục.")
    ],
    docs: Annotated[
        Path | None,
        typer.Option(help="Thư mục bài viết; mặc định PORTAL_DOCS hoặc docs/.", show_default=False),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ báo cáo, không ghi gì.")] = False,
    show: Annotated[bool, typer.Option("--show", help="In cả tệp bài sẽ ghi.")] = False,
    output: Annotated[
        Format, typer.Option("--format", help="text: cho người đọc; json: mỗi tệp một dòng.")
    ] = Format.TEXT,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Không hỏi gì (mô tả ảnh để trống).")
    ] = False,
) -> None:
    """Nhập từng tệp thành một bài nháp và báo cáo đã hiểu gì, chỗ nào cần xem lại.

    Không ghi đè tệp nào. Mã thoát: 0 mọi tệp đã nhập, 1 có tệp không nhập được, 2 gọi sai lệnh.
    """
    root = (docs or Path(os.environ.get("PORTAL_DOCS") or ROOT / "docs")).absolute()
    if not root.is_dir():
        fail(f"Không có thư mục bài viết {root}.")
    try:
        today = read_now(os.environ.get("PORTAL_NOW")).date()
    except SettingsError as error:
        fail(str(error))
    files = list(_files(paths))
    if not files:
        fail("Không thấy tệp .docx, .txt hay .html nào trong thư mục đã cho.")
    may_ask = not yes and output is Format.TEXT and sys.stdin.isatty() and sys.stdout.isatty()
    importer = _Importer(root, today, dry_run, show, output, _ask_alt if may_ask else None)
    with _progress(len(files), hidden=may_ask or output is Format.JSON) as advance:
        for file in files:
            importer.take(file)
            advance()
    importer.say_total(len(files))
    if importer.failed:
        raise typer.Exit(1)


class _Importer:
    """Takes one file after the other; what fails stops no other."""

    def __init__(
        self,
        root: Path,
        today: date,
        dry_run: bool,
        show: bool,
        output: Format,
        ask_alt: AskAlt | None,
    ) -> None:
        self._root, self._today = root, today
        self._dry_run, self._show, self._output = dry_run, show, output
        self._ask_alt = ask_alt or nobody_says
        self._registers: Registers = load_registers(root)
        self._taken = set(self._registers.addresses)
        self.failed = 0

    def take(self, file: Path) -> None:
        try:
            imported = prepare(
                read_file(file), self._registers, self._taken, self._today, self._ask_alt
            )
            if not self._dry_run:
                write(imported, self._root)
        except ImportRefused as refusal:
            self._refused(file, str(refusal))
        except Exception as fault:  # nobody who imports can mend a traceback
            self._refused(
                file,
                f"Lỗi của phần mềm ({type(fault).__name__}). Gửi tệp này cho người quản trị Trang;"
                " trong lúc chờ, dán chữ của bài vào một tệp .txt rồi nhập tệp đó.",
            )
        else:
            self._taken.add(imported.path.removesuffix(".md").casefold())
            self._told(imported)

    def _told(self, imported: Imported) -> None:
        target = _shown(self._root / imported.path)
        if self._output is Format.JSON:
            _print_json(as_dict(imported, target, written=not self._dry_run))
            return
        for line in report_lines(imported, target, dry_run=self._dry_run):
            typer.echo(line)
        if self._show:
            typer.echo("\n" + imported.written.text)
        typer.echo("")

    def _refused(self, file: Path, reason: str) -> None:
        self.failed += 1
        if self._output is Format.JSON:
            _print_json({"source": str(file), "written": False, "error": reason})
        else:
            typer.echo(f"{file}: KHÔNG NHẬP ĐƯỢC. {reason}\n")

    def say_total(self, count: int) -> None:
        if self._output is Format.TEXT and count > 1:
            done = count - self.failed
            verb = "sẽ nhập được" if self._dry_run else "đã nhập"
            typer.echo(f"{count} tệp: {verb} {done}, không nhập được {self.failed}.")


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from files_below(path)
        elif path.exists():
            yield path
        else:
            fail(f"Không có tệp hoặc thư mục {path}.")


def _ask_alt(name: str, caption: str) -> str:
    typer.echo(f"Ảnh {name}" + (f", chú thích: “{caption}”" if caption else ""))
    answer: str = typer.prompt(
        "Trong ảnh thấy gì (để người không nhìn được hình dung; Enter để bỏ qua)",
        default="",
        show_default=False,
    )
    return answer


@contextmanager
def _progress(count: int, *, hidden: bool) -> Iterator[Callable[[], None]]:
    console = Console(stderr=True)
    if hidden or count < 2 or not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("Đang nhập"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=count)
        yield lambda: bar.advance(task)


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else Path(relative).as_posix()


def _print_json(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    speak_utf8()
    typer.run(main)
