"""How long after a save the preview shows the change: the portal's, and MkDocs + Material's."""

from __future__ import annotations

import http.client
import itertools
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring.builds import MKDOCS, ROOT, progress_bar
from measuring.contenders import PORTAL, portal_environment
from measuring.figures import OURS, Waits, spread
from measuring.scenarios import middle_article, retitled
from peers.kinds import PEERS, find_tool

STOCK = "material"
_HOST = "127.0.0.1"
_PATIENCE = 900
"""Seconds until a page that does not come ends the measuring."""
_POLL = 0.01
_PAUSES = itertools.cycle((0.3, 0.43, 0.56, 0.69))
"""Seconds before a save, not all alike: MkDocs looks for changes at fixed intervals."""
_HEADLINES = 5
_SLOW_AT, _SLOW_SAVES = 3000, 5
"""From so many articles on, stock MkDocs takes half a minute a save: fewer are enough."""
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE)


class TooLongError(Exception):
    """A page did not come in time, or the server has ended; the text says which."""


@dataclass(frozen=True)
class Server:
    """One preview: what starts it, and the article that is edited."""

    name: str
    title: str
    command: tuple[str, ...]
    environment: dict[str, str]
    article: Path
    address: str
    log: Path


@dataclass(frozen=True)
class Page:
    """One page of a running server."""

    port: int
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def text(self) -> str:
        """What it shows; empty while it cannot be had."""
        connection = http.client.HTTPConnection(_HOST, self.port, timeout=_PATIENCE)
        try:
            connection.request("GET", f"/{self.address}")
            answer = connection.getresponse()
            return answer.read().decode(errors="replace") if answer.status == 200 else ""
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def wait(self, words: str, patience: float = _PATIENCE) -> float:
        """Seconds until the page shows *words*. Raises TooLongError."""
        start = time.perf_counter()
        while words not in self.text():
            if self.process.poll() is not None:
                said = self.log.read_text(encoding="utf-8", errors="replace")[-2000:]
                raise TooLongError(
                    f"máy chủ xem trước đã dừng ({self.process.returncode}).\n{said}"
                )
            if time.perf_counter() - start > patience:
                raise TooLongError(f"trang /{self.address} không đổi sau {patience:g} giây.")
            time.sleep(_POLL)
        return time.perf_counter() - start


def measure_previews(count: int, docs: Path, work: Path, saves: int) -> Iterator[Waits]:
    """Measure both previews with the *count* articles in *docs*, which are changed."""
    work.mkdir(parents=True)
    for server in (_portal(docs, work / OURS), _stock(docs, work / STOCK)):
        is_slow = server.name == STOCK and count >= _SLOW_AT
        number = min(saves, _SLOW_SAVES) if is_slow else saves
        try:
            yield _measure(server, count, number)
        except TooLongError as error:
            raise SystemExit(f"Lỗi: {server.title}, {count} bài: {error}") from None


def _portal(docs: Path, work: Path) -> Server:
    work.mkdir()
    article = middle_article(docs)
    return Server(
        OURS,
        PORTAL,
        (*MKDOCS, "serve", "-f", str(ROOT / "mkdocs.yml")),
        portal_environment(docs, work / "cache"),
        article,
        _address(article.relative_to(docs)),
        work / "serve.log",
    )


def _stock(docs: Path, work: Path) -> Server:
    work.mkdir()
    peer = next(peer for peer in PEERS if peer.name == STOCK)
    peer.write(docs, work)
    path = middle_article(docs).relative_to(docs)
    command = (find_tool(peer.tool), "serve", "-f", str(work / "mkdocs.yml"))
    article, log = work / "docs" / path, work / "serve.log"
    return Server(STOCK, peer.title, command, {}, article, _address(path), log)


def _address(path: Path) -> str:
    return f"{path.with_suffix('').as_posix()}/"


def _measure(server: Server, count: int, saves: int) -> Waits:
    with _running(server) as page:
        page.wait("</html>")
        bodies, memory = [], []
        title = f"{count} bài, {server.title}"
        for number in progress_bar(f"{title}: lưu nội dung", range(1, saves + 1)):
            words = f"Câu đánh dấu số {number:05d} của lần đo."
            changed = f"{_text(server.article)}\n{words}\n"
            bodies.append(_save(page, server.article, changed, words))
            memory.append(resident_memory(page.process.pid))
        headlines, original = [], _text(server.article)
        for number in progress_bar(f"{title}: lưu đầu đề", range(1, _HEADLINES + 1)):
            words = f"đầu đề thứ {number:05d}"
            changed = retitled(original, f", {words}")
            headlines.append(_save(page, server.article, changed, words))
    return Waits(
        count, server.name, server.title, spread(bodies), spread(headlines), memory[0], memory[-1]
    )


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _save(page: Page, article: Path, text: str, words: str) -> float:
    """Seconds from saving *text* until the page shows its *words*."""
    time.sleep(next(_PAUSES))
    article.write_text(text, encoding="utf-8", newline="\n")
    return page.wait(words)


@contextmanager
def _running(server: Server) -> Iterator[Page]:
    """The server while the block runs."""
    port = free_port()
    command = [*server.command, "-a", f"{_HOST}:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | server.environment
    environment["TMPDIR"] = str(server.log.parent)  # MkDocs leaves its site there when stopped
    with server.log.open("wb") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        try:
            yield Page(port, server.address, process, server.log)
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def resident_memory(process: int) -> float | None:
    """MiB that *process* holds in memory, where the system tells."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    found = _RESIDENT.search(text)
    return int(found[1]) / 1024 if found else None
