"""What a first visit to an article costs a reader on a slow line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from page_kinds import ARTICLE, FULL_ARTICLE

MOST_BYTES = 120 * 1000
MOST_BLOCKING_SHEETS = 2  # Material's and ours


@dataclass(frozen=True)
class Visit:
    """What came over the wire: (kind, address, bytes with headers), and what held up rendering."""

    answers: tuple[tuple[str, str, int], ...]
    blocking: tuple[str, ...]

    def size(self, *, pictures: bool) -> int:
        """Bytes of all answers, with or without pictures."""
        return sum(size for kind, _, size in self.answers if pictures or kind != "Image")


def visit(browser: Browser, address: str) -> Visit:
    """Open *address* with an empty cache, on a phone, and scroll to its end."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    kinds: dict[str, tuple[str, str]] = {}
    sizes: dict[str, int] = {}
    wire.on(
        "Network.responseReceived",
        lambda e: kinds.update({e["requestId"]: (e["type"], e["response"]["url"])}),
    )
    wire.on(
        "Network.loadingFinished",
        lambda e: sizes.update({e["requestId"]: round(e["encodedDataLength"])}),
    )
    wire.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    page.mouse.wheel(0, 100_000)
    page.wait_for_load_state("networkidle")
    blocking = page.evaluate(
        """performance.getEntriesByType("resource")
             .filter(entry => entry.renderBlockingStatus === "blocking").map(entry => entry.name)"""
    )
    context.close()
    answers = tuple((*kinds[key], size) for key, size in sizes.items() if key in kinds)
    return Visit(answers, tuple(blocking))


@pytest.mark.parametrize(
    ("path", "pictures"), [(ARTICLE, True), (FULL_ARTICLE, False)], ids=["bài thật", "bài mẫu"]
)
def test_an_article_is_light(browser: Browser, site: str, path: str, pictures: bool) -> None:
    """At most 120 KB without the article's pictures; the real article has none."""
    seen = visit(browser, f"{site}/{path}")
    assert len(seen.answers) >= 3, "page, style sheet and icon at least"
    assert seen.size(pictures=pictures) <= MOST_BYTES, seen.answers


@pytest.mark.parametrize("path", ["", ARTICLE, FULL_ARTICLE, "mau/", "mau/tin/"])
def test_little_holds_up_the_first_sight(browser: Browser, site: str, path: str) -> None:
    """Two style sheets at most, and no script."""
    seen = visit(browser, f"{site}/{path}")
    assert all(url.endswith(".css") for url in seen.blocking)
    assert 1 <= len(seen.blocking) <= MOST_BLOCKING_SHEETS


@pytest.mark.parametrize("path", ["", ARTICLE, FULL_ARTICLE, "mau/", "mau/tin/"])
def test_nothing_comes_from_elsewhere(browser: Browser, site: str, path: str) -> None:
    seen = visit(browser, f"{site}/{path}")
    assert [url for _, url, _ in seen.answers if not url.startswith((f"{site}/", "data:"))] == []
