"""Viết những gì sinh từ mã và danh bạ: danh mục lỗi, lược đồ JSON, các mục cho VS Code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from newsroom.archive_blocks import article_model
from newsroom.clock import read_now
from newsroom.commands import fail
from newsroom.config_file import read_config_file
from newsroom.loading import load_newsroom
from newsroom.problem_page import problem_page
from newsroom.schema import json_schemas
from newsroom.settings import SettingsError, SiteSettings
from newsroom.writing_form.vscode import front_matter_settings

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
    schemas = json_schemas(article_model(_settings(config).all_archives))
    out.mkdir(parents=True, exist_ok=True)
    for kind, content in schemas.items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (out / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {len(schemas)} lược đồ vào {out}")


@app.command("vscode")
def vscode(
    out: Annotated[Path, typer.Option(help="Tệp sẽ viết.")] = ROOT / "frontmatter.json",
) -> None:
    """Viết các mục khai báo và danh bạ cho tiện ích Front Matter CMS của VS Code."""
    settings = _settings(ROOT / "mkdocs.yml")
    newsroom = load_newsroom(ROOT / "docs", read_now(None), settings=settings)
    text = json.dumps(front_matter_settings(newsroom), ensure_ascii=False, indent=2) + "\n"
    out.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"Đã viết {out}")


def _settings(config: Path) -> SiteSettings:
    try:
        return read_config_file(config, os.environ)
    except SettingsError as error:
        fail(str(error))


if __name__ == "__main__":
    app()
