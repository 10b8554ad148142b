"""The server that stands in for a real host when the built site is tested and measured."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import pytest

from serving import headers_for, read_header_rules, serve

RULES = """\
# Chú thích
/*
  Content-Security-Policy: default-src 'none'; img-src 'self' data:
  X-Content-Type-Options: nosniff

/assets/*
  Cache-Control: public, max-age=31536000, immutable
/tin/:nam/
  X-Nam: 1
/tin/*
  x-nam: 2
"""


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("/", "Content-Security-Policy", "default-src 'none'; img-src 'self' data:"),
        ("/tin/2025/bai/", "X-Content-Type-Options", "nosniff"),
        ("/assets/a/b.css", "Cache-Control", "public, max-age=31536000, immutable"),
        ("/mau/assets/a.css", "Cache-Control", None),
        ("/tin/2025/", "X-Nam", "1, 2"),
        ("/tin/2025/bai/", "x-nam", "2"),
    ],
)
def test_header_rules(path: str, name: str, value: str | None) -> None:
    assert headers_for(read_header_rules(RULES), path).get(name) == value


@pytest.mark.parametrize("text", ["  X-A: 1", "/*\n  X-A", "/*\n  X-A:", "/*\n  X-A: một"])
def test_a_wrong_headers_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="_headers, dòng"):
        read_header_rules(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": "<p>Trang chủ</p>" * 100,
        "tin/index.html": "<p>Tin</p>",
        "404.html": "<p>Không tìm thấy</p>",
        "feed.xml": "<feed/>",
        "_headers": RULES,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def get(address: str, **headers: str) -> tuple[int, Message, bytes]:
    asked = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_pages_come_compressed_with_their_headers(folder: Path) -> None:
    plain = (folder / "index.html").read_bytes()
    with serve(folder) as address:
        status, headers, body = get(f"{address}/", **{"Accept-Encoding": "gzip, br"})
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert gzip.decompress(body) == plain
        assert len(body) < len(plain) / 5
        assert get(f"{address}/")[2] == plain


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/tin/", 200, "Tin"),
        ("/tin", 200, "Tin"),
        ("/khong/co/", 404, "Không tìm thấy"),
        ("/_headers", 404, "Không tìm thấy"),
        ("/../../etc/passwd", 404, "Không tìm thấy"),
        ("/feed.xml", 200, "<feed/>"),
    ],
)
def test_answers_as_a_static_host(folder: Path, path: str, status: int, words: str) -> None:
    with serve(folder) as address:
        got, _, body = get(f"{address}{path}")
    assert got == status
    assert words in body.decode()
