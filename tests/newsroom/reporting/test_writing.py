"""Writing the report's files: whole or not at all, and never over what someone just typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.reporting.files import OutputError, Outputs, write_all

from ..small import LoadSmall
from .reports import read, report_on, sheet, told


def test_a_locked_file_keeps_its_bytes_and_is_named(
    newsroom_of: LoadSmall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"open in Word")

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "locked", str(target))

    monkeypatch.setattr(Path, "replace", locked)
    outputs = Outputs.beside(out, None, with_outline=False)
    with pytest.raises(OutputError, match=r"a\.docx.*đang mở trong Word"):
        write_all(report_on(newsroom_of({})), outputs, None)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["a.docx"]
    assert out.read_bytes() == b"open in Word"


def test_a_supplement_saved_meanwhile_is_left_alone(newsroom_of: LoadSmall, tmp_path: Path) -> None:
    extra = tmp_path / "bo-sung.csv"
    supplement = read(sheet())
    extra.write_bytes(sheet("ngoai-1,,05/3/2025,Phòng 2,,,,,,,1,"))
    made = report_on(newsroom_of({"tin/2025/a.md": told()}))
    outputs = Outputs.beside(tmp_path / "a.csv", extra, with_outline=False)
    with pytest.raises(OutputError, match="vừa được lưu lại"):
        write_all(made, outputs, supplement)
    assert b"ngoai-1" in extra.read_bytes()


@pytest.mark.parametrize("left", [None, b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_supplement_that_is_missing_or_empty_is_made(
    newsroom_of: LoadSmall, tmp_path: Path, left: bytes | None
) -> None:
    extra = tmp_path / "bo-sung.csv"
    if left is not None:
        extra.write_bytes(left)
    outputs = Outputs.beside(tmp_path / "a.csv", extra, with_outline=False)
    write_all(report_on(newsroom_of({"tin/2025/a.md": told()})), outputs, None)
    assert [entry.key for entry in read(extra.read_bytes()).entries] == ["a"]
