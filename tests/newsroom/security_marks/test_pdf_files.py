"""PDF files: the mark in each, what a machine cannot read, and files that were made to do harm."""

from __future__ import annotations

import json
import random
import zlib
from pathlib import Path

import pytest

from newsroom.security_marks import pdf_files
from newsroom.security_marks.marks import Mark
from newsroom.security_marks.pdf_files import Finding, look_through

from ..pdf_writer import PROSE, locked, pdf

STAMPED = f"VIỆN KIỂM SÁT NHÂN DÂN\nMẬT\n{PROSE}"
FILES: dict[str, tuple[bytes, Finding]] = {
    "có chữ, không có dấu": (pdf(PROSE), Finding()),
    "nói về bí mật": (pdf(f"{PROSE}\nTập huấn bảo vệ bí mật nhà nước.\n"), Finding()),
    "dấu ở trang 1": (pdf(STAMPED), Finding(Mark.SECRET, 1)),
    "dấu ở trang 3": (pdf(PROSE, PROSE, f"TỐI MẬT\n{PROSE}"), Finding(Mark.HIGH, 3)),
    "lưu hành nội bộ": (pdf(f"{PROSE}\n(Lưu hành nội bộ)"), Finding(Mark.INTERNAL, 1)),
    "dấu đóng lên trang": (pdf(PROSE, note="TUYỆT MẬT"), Finding(Mark.TOP, 1)),
    "dấu ở thuộc tính": (pdf(PROSE, title="Kế hoạch (mật)"), Finding(Mark.SECRET)),
    "chỉ là ảnh": (pdf(""), Finding(unread="trang chỉ là ảnh, không có chữ")),
    "một trang là ảnh": (
        pdf("", PROSE, "3"),
        Finding(unread="trang 1, 3 chỉ là ảnh hoặc không rõ chữ"),
    ),
    "phông không cho biết chữ": (
        pdf("\ue001\ue002\ue003 " * 30),
        Finding(unread="trang chỉ là ảnh, không có chữ"),
    ),
    "dài": (
        pdf(PROSE, count=61),
        Finding(unread="tệp dài 61 trang, máy chỉ đọc 60 trang đầu"),
    ),
    "có mật khẩu": (
        locked(pdf(STAMPED), "1"),
        Finding(unread="tệp bị khóa bằng mật khẩu"),
    ),
    "khóa sửa, mở xem được": (locked(pdf(STAMPED), ""), Finding(Mark.SECRET, 1)),
    "cụt đuôi": (pdf(PROSE)[:200], Finding(unread="tệp hỏng hoặc thiếu dữ liệu")),
    "tệp Word đổi đuôi": (b"PK\x03\x04 word/document.xml", Finding(is_pdf=False)),
    "trang web đổi đuôi": (b"<!doctype html><p>M\xe1\xba\xacT", Finding(is_pdf=False)),
    "rỗng": (b"", Finding(is_pdf=False)),
}


def test_what_is_found(tmp_path: Path) -> None:
    """All at once: a process a file would take a minute."""
    paths = {name: tmp_path / f"{number}.pdf" for number, name in enumerate(FILES)}
    for name, path in paths.items():
        path.write_bytes(FILES[name][0])
    found = look_through(paths.values())
    assert {name: found[path] for name, path in paths.items()} == {
        name: finding for name, (_, finding) in FILES.items()
    }


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert look_through([path]) == {path: Finding(unread="tệp hỏng hoặc thiếu dữ liệu")}


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(pdf_files.MAX_BYTES + 1)
    assert look_through([path])[path].unread == "tệp nặng hơn 100 MB"


def bomb() -> bytes:
    """A page whose text unpacks to 400 MB."""
    packed = zlib.compress(b"BT /F 12 Tf (A) Tj ET\n" * 18_000_000, 9)
    good = pdf("A")
    start = good.index(b"/Length")
    end = good.index(b"endstream", start)
    packed = b"/Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\n"
    return good[:start] + packed + good[end:]


def loop() -> bytes:
    """A tree of pages that is its own branch."""
    return pdf(PROSE).replace(b"/Kids [", b"/Kids [2 0 R ")


def nested() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer << /Root 1 0 R >>\n"


@pytest.mark.parametrize("make", [bomb, loop, nested])
def test_what_was_made_to_do_harm(tmp_path: Path, make: object) -> None:
    path, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(make())  # type: ignore[operator]
    other.write_bytes(pdf(STAMPED))
    found = look_through([path, other])
    assert found[path].mark is None
    assert found[other] == Finding(Mark.SECRET, 1)


def test_spoilt_bytes_never_raise(tmp_path: Path) -> None:
    rng = random.Random(5)
    good = pdf(STAMPED, PROSE, title="Kế hoạch", note="Ghi chú")
    paths = [tmp_path / f"{number}.pdf" for number in range(150)]
    for path in paths:
        data = bytearray(good)
        for _ in range(rng.randrange(1, 30)):
            place = rng.randrange(8, len(data))
            way = rng.random()
            if way < 0.6:
                data[place] = rng.randrange(256)
            elif way < 0.8:
                del data[place : place + rng.randrange(40)]
            else:
                data[place:place] = data[place : place + rng.randrange(40)]
        path.write_bytes(data)
    found = look_through(paths)
    assert set(found) == set(paths)
    assert all(one.is_pdf for one in found.values())
    assert any(one.mark for one in found.values())
    assert any(one.unread for one in found.values())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each process was given; what this process knew is forgotten."""
    monkeypatch.setattr(pdf_files, "_known", {})
    monkeypatch.setattr(pdf_files, "_digests", {})
    calls: list[int] = []
    ask = pdf_files._ask

    def count(paths: list[Path]) -> list[object]:
        calls.append(len(paths))
        return ask(paths)

    monkeypatch.setattr(pdf_files, "_ask", count)
    return calls


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_files, "_known", {})


def test_a_file_is_read_once(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = tmp_path / "a.pdf", tmp_path / "cache"
    path.write_bytes(pdf(STAMPED))
    for _ in range(2):
        forget(monkeypatch)
        assert look_through([path], kept)[path].mark is Mark.SECRET
    assert asked == [1]
    path.write_bytes(pdf(PROSE, PROSE))
    assert look_through([path], kept)[path] == Finding()
    assert asked == [1, 1]


def test_no_text_lies_in_the_cache(tmp_path: Path) -> None:
    path, kept = tmp_path / "a.pdf", tmp_path / "cache"
    path.write_bytes(pdf(f"{STAMPED}\nPhương án tác chiến mẫu, điều riêng của tệp này."))
    look_through([path], kept)
    (file,) = kept.iterdir()
    assert "tác chiến" not in json.dumps(json.loads(file.read_text()), ensure_ascii=False)


SPOILT_CACHES = {
    "không phải JSON": "{",
    "một danh sách": "[]",
    "giá trị lạ": '{"%s": {"mark": "LA"}}',
    "thiếu số trang": '{"%s": {"mark": "SECRET"}}',
    "một chữ": '{"%s": "mark"}',
}


@pytest.mark.parametrize("text", SPOILT_CACHES.values(), ids=SPOILT_CACHES.keys())
def test_a_spoilt_cache_is_made_anew(
    tmp_path: Path, text: str, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = tmp_path / "a.pdf", tmp_path / "cache"
    path.write_bytes(pdf(STAMPED))
    look_through([path], kept)
    (file,) = kept.iterdir()
    (digest,) = json.loads(file.read_text())
    file.write_text(text.replace("%s", digest))
    forget(monkeypatch)
    assert look_through([path], kept)[path] == Finding(Mark.SECRET, 1)
    assert asked == [1, 1]


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    path, kept = tmp_path / "a.pdf", tmp_path / "cache"
    path.write_bytes(pdf(f"{STAMPED}\n một tệp khác"))
    kept.write_text("một tệp ở chỗ của thư mục")
    assert look_through([path], kept)[path] == Finding(Mark.SECRET, 1)


def test_a_process_that_ends_early_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files after it are read by the next process."""
    paths = [tmp_path / f"{number}.pdf" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_bytes(pdf(f"{PROSE} {number} {tmp_path.name}"))
    ask = pdf_files._ask

    def ends_at_the_second(batch: list[Path]) -> list[object]:
        return ask(batch)[: batch.index(paths[1])] if paths[1] in batch else ask(batch)

    monkeypatch.setattr(pdf_files, "_ask", ends_at_the_second)
    found = look_through(paths)
    assert [bool(found[path].unread) for path in paths] == [False, True, False, False]
