"""Which files a report is, and writing them so that none is ever half written."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.reporting.annex_csv import annex_csv
from newsroom.reporting.annex_docx import annex_docx
from newsroom.reporting.annex_xlsx import annex_xlsx
from newsroom.reporting.growing import grown
from newsroom.reporting.internal_xlsx import internal_xlsx
from newsroom.reporting.outline_docx import outline_docx
from newsroom.reporting.report import Report
from newsroom.reporting.supplement import Supplement
from newsroom.system_faults import in_words

_ANNEX: dict[str, Callable[[Report], bytes]] = {
    ".docx": annex_docx,
    ".xlsx": annex_xlsx,
    ".csv": annex_csv,
}


class OutputError(Exception):
    """A file cannot be written; the message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files of one report."""

    annex: Path
    internal: Path
    outline: Path | None
    supplement: Path | None

    @classmethod
    def beside(cls, annex: Path, supplement: Path | None, *, with_outline: bool) -> Outputs:
        """The files that go with *annex*, in its folder. Raises OutputError."""
        if annex.suffix.lower() not in _ANNEX:
            raise OutputError(f"--out “{annex}”: tên tệp phải kết thúc bằng {', '.join(_ANNEX)}.")
        internal = annex.with_name(f"{annex.stem}-noi-bo.xlsx")
        outline = annex.with_name(f"{annex.stem}-de-cuong.docx") if with_outline else None
        if supplement and supplement.suffix.lower() != ".csv":
            raise OutputError(f"--extra “{supplement}”: tệp bổ sung phải là tệp .csv.")
        files = cls(annex, internal, outline, supplement)
        for file in files.all:
            if not file.absolute().parent.is_dir():
                raise OutputError(f"Không có thư mục {file.absolute().parent}.")
            if file.is_dir():
                raise OutputError(f"“{file}” là một thư mục.")
        if supplement and supplement.resolve() in {f.resolve() for f in files.all[:-1]}:
            raise OutputError("--extra và --out phải là hai tệp khác nhau.")
        return files

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file, the supplement last."""
        files = (self.annex, self.internal, self.outline, self.supplement)
        return tuple(file for file in files if file)


def write_all(
    report: Report, outputs: Outputs, supplement: Supplement | None
) -> list[tuple[str, Path]]:
    """Write the report's files; returns what each is. Raises OutputError.

    *supplement* is what was read of ``outputs.supplement``; None creates it. It is only ever
    appended to, and left alone where nothing is new.
    """
    written = []
    for what, file, data in _contents(report, outputs, supplement):
        _write(file, data)
        written.append((what, file))
    return written


def _contents(
    report: Report, outputs: Outputs, supplement: Supplement | None
) -> Iterator[tuple[str, Path, bytes]]:
    yield "Phụ lục", outputs.annex, _ANNEX[outputs.annex.suffix.lower()](report)
    yield "Ghi chú nội bộ, không gửi kèm", outputs.internal, internal_xlsx(report)
    if outputs.outline:
        yield "Đề cương báo cáo", outputs.outline, outline_docx(report)
    if outputs.supplement and (report.new or supplement is None):
        _check_unchanged(outputs.supplement, supplement)
        data = grown(supplement, report.new, report.archive)
        yield "Tệp bổ sung, điền số liệu vào đây", outputs.supplement, data


def _check_unchanged(file: Path, supplement: Supplement | None) -> None:
    """Whoever saved the supplement while we worked must not lose what they typed."""
    known = supplement.table.data if supplement else b""
    now = file.read_bytes() if file.exists() else b""
    if now != known and now.removeprefix(BOM_UTF8).strip() != known:
        raise OutputError(f"“{file}” vừa được lưu lại trong lúc lập báo cáo. Hãy chạy lại lệnh.")


def _write(file: Path, data: bytes) -> None:
    """Write beside *file*, then rename: whoever reads sees the old bytes or the new."""
    beside = file.with_name(f".{file.name}.dang-ghi")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except PermissionError:
        beside.unlink(missing_ok=True)
        raise OutputError(
            f"Không ghi được “{file}”: tệp đang mở trong Word, Excel hoặc không có quyền ghi."
            " Đóng tệp rồi chạy lại."
        ) from None
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f"Không ghi được “{file}”: {in_words(error)}.") from None
