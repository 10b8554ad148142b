"""Each page kind in Chromium: accessible, self-contained, readable on a phone, without scripts."""

from __future__ import annotations

from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from page_kinds import ARTICLE, PAGES

WIDTHS = (320, 390, 1280)
WCAG = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),  # 2.2 only when named
            "best-practice",
        ],
    }
}


@pytest.fixture(params=PAGES.values(), ids=PAGES.keys())
def address(request: pytest.FixtureRequest, site: str) -> str:
    return f"{site}/{request.param}"


def _open(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    answer = page.goto(address)
    assert answer is not None and answer.ok, f"{address}: {answer and answer.status}"
    return page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("look", ["light", "dark", "high contrast"])
def test_no_accessibility_fault(browser: Browser, address: str, look: str, width: int) -> None:
    page = _open(
        browser,
        address,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if look == "dark" else "light",
        bypass_csp=True,  # axe is a script that is not the site's
    )
    if look == "high contrast":
        page.evaluate("document.documentElement.dataset.contrast = 'high'")
    results = Axe().run(page, options=WCAG)
    faults = [
        f"{v['id']}: {[n['target'] for n in v['nodes'][:3]]}"
        for v in results.response["violations"]
    ]
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    page = _open(browser, address, viewport={"width": width, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= width


def test_no_other_host_no_cookie_no_console_fault(
    browser: Browser, address: str, site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.goto(address)
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert context.cookies() == []
    assert faults == []
    context.close()


READ = {kind: path for kind, path in PAGES.items() if "tim-kiem/" not in path}
"""The search is a script; what stands in its place without one is tested in tests/search."""


@pytest.mark.parametrize("path", READ.values(), ids=READ.keys())
def test_nothing_is_lost_without_javascript(browser: Browser, site: str, path: str) -> None:
    """Every word of the page but those on buttons, and every link."""
    address = f"{site}/{path}"
    read = {}
    for with_scripts in (True, False):
        page = _open(browser, address, java_script_enabled=with_scripts)
        words = " ".join(page.locator("body > *:not(.settings)").all_inner_texts()).split()
        buttons = " ".join(page.locator("button:visible").all_inner_texts()).split()
        links = page.locator("a:visible").count()
        page.context.close()
        assert with_scripts or not buttons, "a button that does nothing"
        read[with_scripts] = (Counter(words) - Counter(buttons), links)
    assert read[False] == read[True]


def test_the_article_reads_without_javascript(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/{ARTICLE}", java_script_enabled=False)
    text = page.inner_text("main")
    page.context.close()
    for words in (
        "Lược thuật từ bài của Phạm Thị Chinh, Chuyên viên Phòng 2",
        "Diễn ra ngày 05/3/2025 · Chưa rõ ngày đăng",
        "Văn bản được viện dẫn",
        "118/KH-VKSHP-TTr",
        "VKSND quận Ngô Quyền và VKSND quận Lê Chân kết thúc hoạt động từ ngày 01/7/2025.",
    ):
        assert words in text


def test_text_size_and_measure(browser: Browser, site: str) -> None:
    """18 px and 60 to 75 characters a line on a desk; at least 17 px on a phone."""
    for width, least in ((1280, 18), (390, 17)):
        page = _open(browser, f"{site}/{ARTICLE}", viewport={"width": width, "height": 900})
        size = page.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('.story-body p')).fontSize)"
        )
        page.context.close()
        assert size >= least - 0.01


def test_keyboard_reaches_the_content_first(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/{ARTICLE}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Chuyển đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.context.close()


def test_old_address_leads_to_the_article(browser: Browser, site: str) -> None:
    slug = "phong-2-vien-kiem-sat-nhan-dan-thanh-pho-hai-phong-kiem-tra-thuc-hien-quy-che-dan-chu-nam-2025"
    page = _open(browser, f"{site}/vksnd-tp/{slug}-21687/")
    page.wait_for_url(f"{site}/{ARTICLE}")
    assert "Phòng 2 tiếp Đoàn kiểm tra" in page.inner_text("h1")
    page.context.close()
