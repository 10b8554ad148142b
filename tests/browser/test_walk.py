"""A reader without a mouse: from the front page through lists to an article and its buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

MOST_STEPS = 200
_FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    text: e.textContent.replace(/\\s+/g, " ").trim(),
    classes: e.className || "",
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""


@pytest.fixture(params=[390, 1280], ids=["điện thoại", "máy tính"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    opened = context.new_page()
    opened.goto(f"{site}/mau/")
    yield opened
    context.close()


def tab_to(page: Page, text: str = "", *, classes: str = "", back: bool = False) -> str:
    """Press Tab until something with this text or class has the focus; returns its text.

    Whatever gets the focus on the way is on the screen and shows it.
    """
    for _ in range(MOST_STEPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = page.evaluate(_FOCUSED)
        assert here["seen"], f"out of sight: {here['text']}"
        assert here["outline"], f"focus not shown: {here['text']}"
        if (text and here["text"].startswith(text)) or (classes and classes in here["classes"]):
            found: str = here["text"]
            return found
    raise AssertionError(f"{MOST_STEPS} steps and no {text or classes}")


def press(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_the_front_page_to_an_older_article_and_its_buttons(page: Page) -> None:
    assert tab_to(page, "Chuyển đến nội dung chính")
    tab_to(page, "Tin tức")
    press(page)
    assert page.inner_text("h1") == "Tin tức"
    tab_to(page, "2024")
    press(page)
    assert page.inner_text("h1") == "Tin tức năm 2024"
    tab_to(page, "Tin tức")
    press(page)
    tab_to(page, "Cũ hơn")
    press(page)
    assert "trang" in page.inner_text("h1")
    title = tab_to(page, classes="card-link")
    press(page)
    assert page.inner_text("h1") == title
    tab_to(page, "Sao chép liên kết")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đã sao chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(page.url.partition("/mau/")[2])


def test_the_readers_settings(page: Page) -> None:
    tab_to(page, "Tùy chọn đọc") if page.viewport_size["width"] > 1000 else tab_to(  # type: ignore[index]
        page, classes="settings-toggle"
    )
    page.keyboard.press("Enter")
    tab_to(page, "Tương phản cao")
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.dataset.contrast") == "high"
    tab_to(page, "Tăng cỡ chữ", back=True)
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.dataset.text") == "1"


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
