"""The headers that the site gives its host, really served: nothing breaks, nothing is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from page_kinds import FULL_ARTICLE, OLD_ADDRESS, PAGES
from serving import HEADERS_FILE, headers_for, read_header_rules

POLICY = "Content-Security-Policy"
_LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", event => refused.push(
  `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`), true);
"""


@pytest.fixture
def rules(site_folder: Path) -> dict[str, str]:
    """The headers of the front page."""
    file = site_folder / HEADERS_FILE
    assert file.is_file(), "the site has no _headers"
    return headers_for(read_header_rules(file.read_text(encoding="utf-8")), "/")


def test_one_strict_policy(rules: dict[str, str], site_folder: Path) -> None:
    policy = rules[POLICY]
    assert "unsafe-" not in policy
    assert "default-src 'none'" in policy
    text = (site_folder / HEADERS_FILE).read_text(encoding="utf-8")
    assert text.count(f"{POLICY}:") == 1, "one policy for all pages"


class Watched:
    """A page that remembers what the browser refused or complained of."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context()
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.add_init_script(_LISTEN)
        self.page.on(
            "console",
            lambda message: self.complaints.append(f"{message.text} {message.location['url']}"),
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str) -> None:
        answer = self.page.goto(address, wait_until="networkidle")
        assert answer is not None
        assert POLICY.lower() in answer.headers, "served without the policy"

    def faults(self) -> list[str]:
        refused: list[str] = self.page.evaluate("window.refused")
        return refused + self.complaints


@pytest.mark.parametrize("path", [*PAGES.values(), OLD_ADDRESS], ids=[*PAGES.keys(), "địa chỉ cũ"])
def test_no_page_breaks_the_policy(
    browser: Browser, site: str, path: str, rules: dict[str, str]
) -> None:
    watched = Watched(browser)
    watched.open(f"{site}/{path}")
    watched.page.mouse.wheel(0, 100_000)  # pictures below the fold load as well
    watched.page.wait_for_load_state("networkidle")
    found = watched.faults()
    watched.context.close()
    assert found == []


def test_the_listener_hears(browser: Browser, site: str, rules: dict[str, str]) -> None:
    watched = Watched(browser)
    watched.open(site)
    watched.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"top:0\">')")
    watched.page.wait_for_function("() => window.refused.length > 0")
    found = watched.faults()
    watched.context.close()
    assert "style-src-attr" in found[0]


def test_the_controls_work_under_the_policy(
    browser: Browser, site: str, rules: dict[str, str]
) -> None:
    watched = Watched(browser)
    watched.page.add_init_script("window.print = () => {}")
    watched.open(f"{site}/{FULL_ARTICLE}")
    pressed = watched.page.evaluate(
        "[...document.querySelectorAll('button')].filter(b => !b.closest('[hidden]')).map(b => b.click()).length"
    )
    watched.page.wait_for_timeout(200)
    found = watched.faults()
    watched.context.close()
    assert pressed > 0
    assert found == []
