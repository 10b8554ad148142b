"""What a reader can set and do: by keyboard, kept from page to page, absent without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from page_kinds import ARTICLE, FULL_ARTICLE, PAGES

SETTINGS = "Tùy chọn đọc"
LARGEST, SMALLEST = "150%", "100%"

# Debian's Chromium has no voices: these stand in for a machine's, and write down what is said.
_VOICES = """
window.said = [];
window.voices = %s;
speechSynthesis.getVoices = () => voices;
speechSynthesis.speak = (utterance) => said.push(utterance);
speechSynthesis.cancel = () => {};
Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { writable: true });
"""
_VOICE = '[{{ name: "{0}", lang: "{0}", localService: {1} }}]'

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Open]:
    """Opens a page by its path; pages opened in one test share a reader's storage."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = ARTICLE, script: str = "", **options: object) -> Page:
        if not contexts or options:
            contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
            if script:
                contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        answer = page.goto(f"{site}/{path}")
        assert answer is not None and answer.ok, path
        return page

    yield open_page
    for context in contexts:
        context.close()


def _button(page: Page, name: str):  # type: ignore[no-untyped-def]
    return page.get_by_role("button", name=name, exact=True)


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if _focused(page) == name:
            return
    pytest.fail(f"Tab never reaches {name!r}")


def _text_size(page: Page) -> float:
    script = "parseFloat(getComputedStyle(document.querySelector('.story-body p')).fontSize)"
    return float(page.evaluate(script))


def _paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


WHITE, PAPER, NIGHT, BLACK = (
    "rgb(255, 255, 255)",
    "rgb(255, 254, 251)",
    "rgb(23, 18, 16)",
    "rgb(0, 0, 0)",
)


def test_every_setting_by_keyboard_alone(visit: Open) -> None:
    page = visit()
    size = _text_size(page)

    _tab_to(page, SETTINGS)
    page.keyboard.press("Enter")
    _tab_to(page, "Tăng cỡ chữ")
    for _ in range(5):  # three steps up; pressing on changes nothing and loses nothing
        page.keyboard.press("Space")
    assert page.inner_text(".text-size") == LARGEST
    assert _focused(page) == "Tăng cỡ chữ"
    assert _text_size(page) == pytest.approx(size * 1.5, rel=0.01)

    _tab_to(page, "Giao diện tối")
    page.keyboard.press("Space")
    assert _paper(page) == NIGHT
    _tab_to(page, "Tương phản cao")
    page.keyboard.press("Space")
    assert _paper(page) == BLACK
    page.keyboard.press("Space")
    assert _paper(page) == NIGHT

    page.keyboard.press("Escape")
    assert _focused(page) == SETTINGS
    assert not _button(page, "Tăng cỡ chữ").is_visible()


def test_the_focus_is_always_seen(visit: Open) -> None:
    page = visit(FULL_ARTICLE)
    _button(page, SETTINGS).click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    bare = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """(() => { const it = document.activeElement, style = getComputedStyle(it);
                 return it === document.body || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3
             })()"""
        )
        if not seen:
            bare.append(_focused(page))
    assert bare == []


def test_a_choice_holds_on_the_next_page_from_its_first_sight(visit: Open) -> None:
    page = visit(color_scheme="light")
    _button(page, SETTINGS).click()
    for name in ("Tăng cỡ chữ", "Giao diện tối", "Tương phản cao"):
        _button(page, name).click()

    page = visit("mau/tin/")
    assert _paper(page) == BLACK
    _button(page, SETTINGS).click()
    assert page.inner_text(".text-size") == "112%"
    pressed = page.locator("[aria-pressed=true]").all_inner_texts()
    assert pressed == ["Giao diện tối", "Tương phản cao"]
    assert page.context.cookies() == []


def test_going_back_shows_what_was_chosen_since(visit: Open, site: str) -> None:
    page = visit()
    page.click(".menu a")
    _button(page, SETTINGS).click()
    _button(page, "Giao diện tối").click()
    page.go_back()
    page.wait_for_function("() => document.documentElement.getAttribute('data-theme') === 'dark'")


def test_another_tab_follows(visit: Open) -> None:
    first, second = visit(), visit("mau/")
    _button(first, SETTINGS).click()
    _button(first, "Tương phản cao").click()
    second.wait_for_function(
        "() => document.documentElement.getAttribute('data-contrast') === 'high'"
    )


@pytest.mark.parametrize(
    ("device", "choice", "paper"),
    [
        ({"color_scheme": "light"}, None, PAPER),
        ({"color_scheme": "dark"}, None, NIGHT),
        ({"color_scheme": "dark"}, "Giao diện sáng", PAPER),
        ({"color_scheme": "light"}, "Giao diện tối", NIGHT),
        ({"color_scheme": "dark"}, "Theo thiết bị", NIGHT),
        ({"color_scheme": "light", "contrast": "more"}, None, WHITE),
        ({"color_scheme": "dark", "contrast": "more"}, None, BLACK),
        ({"color_scheme": "light", "contrast": "more"}, "Tương phản cao", PAPER),  # switched off
        ({"color_scheme": "dark", "java_script_enabled": False}, None, NIGHT),
    ],
)
def test_the_device_decides_until_the_reader_does(
    visit: Open, device: dict[str, object], choice: str | None, paper: str
) -> None:
    page = visit(**device)
    if choice:
        _button(page, SETTINGS).click()
        _button(page, choice).click()
    assert _paper(page) == paper


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_no_button_without_scripts(visit: Open, path: str) -> None:
    page = visit(path, java_script_enabled=False)
    assert page.locator("button:visible, [role=button]:visible").count() == 0


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_enlarged_text_fits(visit: Open, path: str) -> None:
    page = visit(
        path,
        "localStorage.setItem('portal-text', '3')",
        viewport={"width": 320, "height": 900},
    )
    _button(page, SETTINGS).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_high_contrast_has_no_accessibility_fault(visit: Open, path: str, theme: str) -> None:
    chosen = f"localStorage.setItem('portal-theme', '{theme}'); localStorage.setItem('portal-contrast', 'high')"
    page = visit(path, chosen, bypass_csp=True)
    _button(page, SETTINGS).click()
    found = Axe().run(page, options={"rules": {"color-contrast-enhanced": {"enabled": True}}})
    faults = [
        (v["id"], [n["target"] for n in v["nodes"][:3]]) for v in found.response["violations"]
    ]
    assert faults == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_targets_are_44_pixels(visit: Open, width: int) -> None:
    page = visit(
        FULL_ARTICLE,
        _VOICES % _VOICE.format("vi-VN", "true"),
        viewport={"width": width, "height": 900},
    )
    _button(page, SETTINGS).click()
    small = page.evaluate(
        """[...document.querySelectorAll("button, .masthead a, .menu a, .crumbs a, .kicker a")]
             .filter(it => it.offsetParent && it.getBoundingClientRect().height < 44)
             .map(it => it.textContent)"""
    )
    assert small == []


@pytest.mark.parametrize(
    ("voice", "shown"),
    [
        (_VOICE.format("vi-VN", "true"), True),
        (_VOICE.format("vi_VN", "true"), True),  # as Android writes it
        (_VOICE.format("vi-VN", "false"), False),  # would send the article to its maker
        (_VOICE.format("en-US", "true"), False),
        (_VOICE.format("vie-x", "true"), False),
        ("[]", False),
    ],
)
def test_listening_needs_a_vietnamese_voice_on_this_machine(
    visit: Open, voice: str, shown: bool
) -> None:
    page = visit(ARTICLE, _VOICES % voice, viewport={"width": 390, "height": 900})
    assert _button(page, "Nghe bài viết").is_visible() == shown


def test_a_voice_that_comes_late_moves_nothing(visit: Open) -> None:
    page = visit(ARTICLE, _VOICES % "[]", viewport={"width": 390, "height": 900})
    before = page.locator(".story-main").bounding_box()
    page.evaluate(f"voices.push(...{_VOICE.format('vi-VN', 'true')})")
    page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    assert _button(page, "Nghe bài viết").is_visible()
    assert page.locator(".story-main").bounding_box() == before


def test_the_article_is_read_sentence_by_sentence(visit: Open) -> None:
    page = visit(
        FULL_ARTICLE,
        _VOICES % _VOICE.format("vi-VN", "true"),
        viewport={"width": 390, "height": 900},
    )
    _button(page, "Nghe bài viết").click()
    said = page.evaluate("said.map(it => it.text)")
    assert said[0] == page.inner_text("h1")
    assert said[1].startswith("Bài này không kể việc có thật")
    for sentence in (
        "Đoạn thứ nhất có chữ đậm, chữ nghiêng, liên kết tới danh sách đơn vị và một chú thích.",
        "Mục thứ nhất: danh sách",
        "Việc thứ hai, có các bước:",
        "bước đầu;",
        "1.055",
        "Đoạn cuối bài.",
    ):
        assert sentence in said
    assert not any("Chú thích thứ nhất" in text for text in said)
    assert max(map(len, said)) < 250

    assert _button(page, "Dừng nghe").is_visible()
    _button(page, "Dừng nghe").click()
    assert _button(page, "Nghe bài viết").is_visible()

    _button(page, "Nghe bài viết").click()
    page.evaluate("said[said.length - 1].onend()")
    assert _button(page, "Nghe bài viết").is_visible()


def test_copying_gives_the_canonical_address(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    _button(page, "Sao chép liên kết").click()
    done = _button(page, "Đã sao chép")
    done.wait_for()
    assert page.inner_text(".tools [role=status]") == "Đã sao chép"
    assert page.evaluate("navigator.clipboard.readText()") == f"https://trang.example/{ARTICLE}"
    _button(page, "Sao chép liên kết").wait_for(timeout=4000)
    assert page.inner_text(".tools [role=status]") == ""


def test_no_copying_where_the_browser_forbids_it(visit: Open) -> None:
    nothing = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
    page = visit(ARTICLE, nothing, viewport={"width": 390, "height": 900})
    assert not _button(page, "Sao chép liên kết").is_visible()
    assert _button(page, "In bài viết").is_visible()


def test_print_button(visit: Open) -> None:
    page = visit(ARTICLE, "window.print = () => { window.printed = true }", color_scheme="light")
    _button(page, "In bài viết").click()
    assert page.evaluate("window.printed")


def test_on_paper(visit: Open) -> None:
    """Whatever the screen shows: black on white, the address below, nothing to click."""
    screen = "for (const [k, v] of [['theme', 'dark'], ['contrast', 'high'], ['text', '3']]) localStorage.setItem('portal-' + k, v)"
    page = visit(FULL_ARTICLE, screen, viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    assert _paper(page) == WHITE
    assert _text_size(page) == pytest.approx(16, abs=0.1)  # 12 points
    assert (
        page.locator(
            "button:visible, .menu:visible, .crumbs:visible, aside:visible, .related:visible"
        ).count()
        == 0
    )
    for part in (
        ".masthead-name",
        "h1",
        ".date-line",
        ".byline",
        ".lead",
        ".story-body",
        "figcaption",
    ):
        assert page.locator(part).first.is_visible(), part
    assert (
        page.inner_text(".page-address") == f"Địa chỉ trang: https://trang.example/{FULL_ARTICLE}"
    )
    assert page.locator(".masthead").bounding_box()["height"] < 60  # type: ignore[index]


def test_a_page_without_a_known_address_prints_the_one_it_was_read_at(
    visit: Open, site: str
) -> None:
    page = visit(ARTICLE, viewport={"width": 794, "height": 1123})
    page.evaluate("document.querySelector('.page-address span').textContent = ''")
    page.emulate_media(media="print")
    assert not page.locator(".page-address").is_visible()
