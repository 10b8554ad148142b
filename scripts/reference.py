"""Viết các trang và tệp tra cứu sinh từ mã: danh mục lỗi, lược đồ JSON của phần khai báo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from newsroom.problem_page import problem_page
from newsroom.schema import json_schemas

ROOT = Path(__file__).resolve().parent.parent
app = typer.Typer(help=__doc__, add_completion=False)


@app.command("danh-muc-loi")
def problems(
    out: Annotated[Path, typer.Option(help="Tệp sẽ viết.")] = ROOT
    / "docs/bien-tap/danh-muc-loi.md",
) -> None:
    """Viết trang danh mục lỗi trong hướng dẫn biên tập."""
    out.write_text(problem_page(), encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {out}")


@app.command("schema")
def schema(
    out: Annotated[Path, typer.Argument(help="Thư mục sẽ chứa các tệp .schema.json.")],
) -> None:
    """Viết lược đồ JSON của từng loại phần khai báo, cho các chương trình soạn thảo."""
    out.mkdir(parents=True, exist_ok=True)
    for kind, content in json_schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (out / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {len(json_schemas())} lược đồ vào {out}")


if __name__ == "__main__":
    app()
