"""Tạo một thư mục bài mẫu để thử, đo và giới thiệu phần mềm: scripts/sample.py N OUT."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from newsroom.sample import generate

DOCS = Path(__file__).resolve().parents[1] / "docs"
WRONG_USE = 2

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(context_settings={"ignore_unknown_options": True})  # so that -5 arrives as N
def sample(
    count: Annotated[str, typer.Argument(metavar="N", help="Số bài mẫu, từ 0 trở lên.")],
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="Thư mục mới hoặc còn trống, nằm ngoài docs/.")
    ],
    seed: Annotated[
        int, typer.Option("--seed", help="Hạt giống: cùng N và S thì cho kết quả y hệt.")
    ] = 1,
) -> None:
    """Tạo N bài mẫu, cùng đơn vị, kế hoạch, văn bản và ảnh mẫu, trong thư mục OUT.

    Mọi thứ đều là mẫu, không nói về cơ quan hay con người nào có thật. Không bao giờ đưa lên Trang.
    """
    articles = _articles(count)
    _check_folder(out)
    console = Console(stderr=True)
    columns = (TextColumn("Đang tạo bài mẫu"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=articles)
        generate(articles, out, seed, lambda done: bar.update(task, completed=done))
    typer.echo(f"Đã tạo {articles} bài mẫu trong {out}.")


def _articles(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        _refuse(f"N phải là số nguyên từ 0 trở lên, không phải “{text}”.")
    return int(text)


def _check_folder(out: Path) -> None:
    if out.resolve().is_relative_to(DOCS):
        _refuse(f"“{out}” nằm trong docs/; bài mẫu không được lẫn với tin, bài thật.")
    if out.exists() and not out.is_dir():
        _refuse(f"“{out}” là một tệp; cần một thư mục mới hoặc còn trống.")
    if out.is_dir() and any(out.iterdir()):
        _refuse(f"Thư mục “{out}” không trống; hãy chọn thư mục khác hoặc xóa nội dung cũ.")


def _refuse(reason: str) -> None:
    typer.echo(f"Lỗi: {reason}", err=True)
    raise typer.Exit(WRONG_USE)


if __name__ == "__main__":
    app()
