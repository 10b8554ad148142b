"""Lập phụ lục hoạt động cho báo cáo định kỳ: python scripts/report.py --period 2025-H1 --out …."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from newsroom.clock import read_now
from newsroom.commands import fail, reading_progress
from newsroom.config_file import read_config_file
from newsroom.dates import parse_date
from newsroom.loading import load_newsroom
from newsroom.model import Document
from newsroom.newsroom import ArchiveIndex, Newsroom
from newsroom.periods import Period, find_period
from newsroom.problems import Problem
from newsroom.reporting.files import OutputError, Outputs, write_all
from newsroom.reporting.report import REORGANISATION_NOTE, Report, make_report
from newsroom.reporting.supplement import Supplement, read_supplement
from newsroom.settings import SettingsError, SiteSettings, read_site_url

ROOT = Path(__file__).resolve().parents[1]
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def report(  # noqa: PLR0913, PLR0917 - the options of the command
    out: Annotated[Path, typer.Option(help="Tệp phụ lục sẽ viết: .docx, .xlsx hoặc .csv.")],
    period: Annotated[str, typer.Option(help="Kỳ báo cáo, ví dụ 2025-H1.")] = "",
    first: Annotated[str, typer.Option("--from", help="Từ ngày, ví dụ 01/12/2024.")] = "",
    last: Annotated[str, typer.Option("--to", help="Đến hết ngày, ví dụ 31/5/2025.")] = "",
    archive: Annotated[str, typer.Option(help="Mã chuyên mục.")] = "dan-chu",
    extra: Annotated[
        Path | None,
        typer.Option(
            help="Tệp bổ sung .csv để điền tay; chưa có thì được tạo.", show_default=False
        ),
    ] = None,
    plan: Annotated[
        str, typer.Option(help="Chỉ xem đơn vị chưa có tin, bài theo kế hoạch này (tệp nội bộ).")
    ] = "",
    outline: Annotated[
        bool, typer.Option("--outline", help="Viết thêm đề cương báo cáo (…-de-cuong.docx).")
    ] = False,
    url: Annotated[
        str,
        typer.Option(help="Địa chỉ của Trang, để ghi đủ địa chỉ tin, bài.", envvar="PORTAL_URL"),
    ] = "",
) -> None:
    """Viết phụ lục, tệp ghi chú nội bộ và bổ sung dòng mới vào tệp bổ sung.

    Mã thoát: 0 ổn; 1 tệp bổ sung hoặc tin, bài còn lỗi; 2 gọi sai lệnh hoặc không ghi được tệp.
    """
    try:
        settings = read_config_file(ROOT / "mkdocs.yml", os.environ)
        base = read_site_url(url).rstrip("/") + "/" if url else "/"
        now = read_now(os.environ.get("PORTAL_NOW"))
    except SettingsError as error:
        fail(str(error))
    chosen = _period(settings, period, first, last)
    docs = Path(os.environ.get("PORTAL_DOCS") or ROOT / "docs").absolute()
    outputs = _outputs(out, extra, docs, outline)
    with reading_progress() as progress:
        newsroom = load_newsroom(
            docs,
            now,
            archives=settings.all_archives,
            progress=progress,
            begin=progress.begin if progress else None,
        )
    index = _archive(newsroom, archive)
    supplement = _supplement(extra, index)
    made = make_report(
        newsroom,
        index,
        chosen,
        agency=settings.name,
        base=base,
        entries=supplement.entries if supplement else (),
        plans=_plans(newsroom, plan),
    )
    try:
        written = write_all(made, outputs, supplement)
    except OutputError as error:
        fail(str(error))
    _tell(made, newsroom, written, now.date(), with_supplement=extra is not None)


def _period(settings: SiteSettings, name: str, first: str, last: str) -> Period:
    if bool(name) == bool(first or last):
        fail("Cần --period (ví dụ 2025-H1), hoặc cả --from và --to.")
    if name:
        found = find_period(settings.periods, name)
        if found is None:
            known = ", ".join(f"2025-{rule.id} ({rule.label} 2025)" for rule in settings.periods)
            fail(f"Không có kỳ báo cáo “{name}”. Ghi năm rồi mã kỳ, ví dụ: {known}.")
        return found
    if not (first and last):
        fail("Cần cả --from và --to.")
    try:
        days = parse_date(first), parse_date(last)
    except ValueError as error:
        fail(str(error))
    if days[0] > days[1]:
        fail(f"Ngày bắt đầu ({first}) đứng sau ngày kết thúc ({last}).")
    return Period(*days, f"{days[0].isoformat()}_{days[1].isoformat()}", "")


def _outputs(out: Path, extra: Path | None, docs: Path, outline: bool) -> Outputs:
    if not docs.is_dir():
        fail(f"Không có thư mục bài viết {docs}.")
    try:
        outputs = Outputs.beside(out, extra, with_outline=outline)
    except OutputError as error:
        fail(str(error))
    for file in outputs.all:
        if file.resolve().is_relative_to(docs.resolve()):
            fail(f"“{file}” nằm trong thư mục bài viết; tệp của báo cáo phải để ở nơi khác.")
    return outputs


def _archive(newsroom: Newsroom, name: str) -> ArchiveIndex:
    found = next((i for i in newsroom.archives if i.archive.id == name), None)
    if found is None:
        known = ", ".join(index.archive.id for index in newsroom.archives)
        fail(f"Không có chuyên mục “{name}”; có: {known}.")
    return found


def _plans(newsroom: Newsroom, number: str) -> list[Document] | None:
    if not number:
        return None
    found = newsroom.documents.find(number)
    if found is None or not found.is_plan:
        fail(f"Không có kế hoạch “{number}”. {newsroom.documents.suggestion(number)}")
    return [found]


def _supplement(file: Path | None, index: ArchiveIndex) -> Supplement | None:
    """The supplement, or None where there is none yet; leaves with exit code 1 when it is wrong."""
    if file is None or not file.exists():
        return None
    try:
        data = file.read_bytes()
    except OSError:
        fail(f"Không đọc được “{file}”. Đóng chương trình đang mở tệp rồi chạy lại.")
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        return None
    supplement, problems = read_supplement(data, str(file), index.archive)
    if problems:
        _print_problems(problems)
        raise typer.Exit(1)
    return supplement


def _print_problems(problems: tuple[Problem, ...]) -> None:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for found in problems:
        place = found.place + (f", cột {found.column}" if found.column else "")
        console.print(
            Text.assemble((place, "bold"), ": ", ("Lỗi", "bold red"), f": {found.message}")
        )
        console.print(Text(f"    Cách sửa: {found.hint}"))
    console.print("Chưa viết báo cáo; tệp bổ sung giữ nguyên.")


def _tell(
    made: Report,
    newsroom: Newsroom,
    written: list[tuple[str, Path]],
    today: date,
    *,
    with_supplement: bool,
) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(f"{made.archive.title}, {made.period_line}: {len(made.rows)} hoạt động."))
    for what, file in written:
        console.print(Text(f"{what}: {file}"))
    if made.new and with_supplement:
        console.print(Text(f"Hoạt động mới chờ bổ sung số liệu: {len(made.new)}."))
    warnings = []
    if made.period.crosses_reorganisation:
        warnings.append(REORGANISATION_NOTE)
    if made.period.last >= today:
        warnings.append("Kỳ báo cáo chưa kết thúc: số liệu còn thay đổi.")
    if made.gaps:
        warnings.append(f"{len(made.gaps)} lượt đơn vị trong phạm vi kế hoạch chưa có tin, bài.")
    if newsroom.broken:
        count = len(newsroom.broken)
        warnings.append(f"{count} trang còn lỗi nên không được tính; xem: python scripts/check.py.")
    for text in warnings:
        console.print(Text.assemble(("Lưu ý", "yellow"), f": {text}"))
    for remark in made.remarks:
        place = f"dòng {remark.line}, " if remark.line else ""
        console.print(
            Text.assemble(("Xem lại", "yellow"), f": {place}{remark.subject}: {remark.text}")
        )
    if newsroom.broken:
        raise typer.Exit(1)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    app()
