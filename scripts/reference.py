"""Viết các trang và tệp tra cứu sinh từ mã: danh mục lỗi, lược đồ JSON của phần khai báo."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from newsroom.archive_blocks import article_model
from newsroom.commands import fail
from newsroom.config_file import read_config_file
from newsroom.problem_page import problem_page
from newsroom.schema import json_schemas
from newsroom.settings import SettingsError

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
    config: Annotated[
        Path, typer.Option("--config-file", "-f", help="Tệp cấu hình của Trang.")
    ] = ROOT / "mkdocs.yml",
) -> None:
    """Viết lược đồ JSON của từng loại phần khai báo, cho các chương trình soạn thảo."""
    try:
        archives = read_config_file(config, os.environ).all_archives
    except SettingsError as error:
        fail(str(error))
    schemas = json_schemas(article_model(archives))
    out.mkdir(parents=True, exist_ok=True)
    for kind, content in schemas.items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (out / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {len(schemas)} lược đồ vào {out}")


if __name__ == "__main__":
    app()
