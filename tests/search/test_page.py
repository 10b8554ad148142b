"""The page and the box as people use them: address, keyboard, screen reader, no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

RESULTS = ".search-results > li"
STATUS = ".search-status"


def ask(page: Page, site: str, address: str) -> None:
    """Open the search at *address* and wait for its answer."""
    page.goto(f"{site}/tim-kiem/{address}")
    page.wait_for_function(
        "() => /kết quả|Không/.test(document.querySelector('.search-status').textContent)"
    )


def parameters(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.fixture
def clean(browser: Browser) -> Iterator[Page]:
    """A page that must not complain: no refusal by the policy, no error, nothing from elsewhere."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_a_search_has_an_address(clean: Page, site: str) -> None:
    ask(clean, site, "?q=quy+che+dan+chu&don-vi=phong-2&sap-xep=ngay")
    assert clean.input_value("#tim-q") == "quy che dan chu"
    assert clean.input_value("select[name=don-vi]") == "phong-2"
    assert clean.input_value("select[name=sap-xep]") == "ngay"
    assert "quy che dan chu" in clean.title()
    days = clean.locator(f"{RESULTS} time").evaluate_all("all => all.map(t => t.dateTime)")
    assert days == sorted(days, reverse=True)
    units = set(clean.locator(".result-about").all_inner_texts())
    assert all("Phòng 2 (mẫu)" in text for text in units)


def test_typing_choosing_turning_pages_and_going_back(page: Page, site: str) -> None:
    page.fill("#tim-q", "lãnh đạo đơn vị")
    page.press("#tim-q", "Enter")
    expect(page.locator(RESULTS)).to_have_count(10)
    assert parameters(page) == {"q": "lãnh đạo đơn vị"}
    first = page.locator(f"{RESULTS} a").first.get_attribute("href")
    page.select_option("select[name=nam]", "2025")
    expect(page.locator(STATUS)).not_to_contain_text("217 kết quả")
    assert parameters(page) == {"q": "lãnh đạo đơn vị", "nam": "2025"}
    page.get_by_role("link", name="Trang sau").click()
    expect(page.locator(STATUS)).to_contain_text("trang 2/")
    assert parameters(page)["trang"] == "2"
    assert page.evaluate("document.activeElement.className") == "search-status"
    assert page.locator(".search-results").get_attribute("start") == "11"
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text("trang 1/")
    page.go_back()
    expect(page.locator(STATUS)).to_contain_text("217 kết quả")
    assert page.locator(f"{RESULTS} a").first.get_attribute("href") == first
    assert page.input_value("select[name=nam]") == ""
    page.go_forward()
    expect(page.locator("select[name=nam]")).to_have_value("2025")


def test_a_new_question_forgets_what_was_chosen(page: Page, site: str) -> None:
    ask(page, site, "?q=hiến+máu&nam=2019")
    page.fill("#tim-q", "phiên tòa")
    page.press("#tim-q", "Enter")
    page.wait_for_function("() => document.title.includes('phiên tòa')")
    assert parameters(page) == {"q": "phiên tòa"}


def test_everything_by_keyboard(page: Page, site: str) -> None:
    page.focus("#tim-q")
    page.keyboard.type("hien mau")
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS)).to_have_count(10)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "document.activeElement.closest('.search-results') ? 'hit' : document.activeElement.name || document.activeElement.tagName"
            )
        )
    assert [
        s for s in stops if s in {"don-vi", "ke-hoach", "nam", "noi-dung", "loai", "sap-xep"}
    ] == ["don-vi", "ke-hoach", "nam", "noi-dung", "loai", "sap-xep"]
    assert stops.count("hit") == 10


def test_the_answer_is_announced(page: Page, site: str) -> None:
    status = page.locator(STATUS)
    assert status.get_attribute("role") == "status"
    ask(page, site, "?q=hiến+máu")
    assert status.inner_text() == "24 kết quả cho “hiến máu”, trang 1/3."
    ask(page, site, "?q=hiến+máu&nam=2014&don-vi=phong-2")
    assert status.inner_text() == "Không có kết quả nào cho “hiến máu” trong phạm vi đã lọc."


def test_excerpts_keep_their_spelling(page: Page, site: str) -> None:
    ask(page, site, "?q=PHIEN+TOA+rut+kinh+nghiem")
    marks = page.locator(f"{RESULTS} mark").all_inner_texts()
    assert marks
    assert {text.lower() for text in marks} == {"phiên tòa rút kinh nghiệm"}
    ask(page, site, "?q=4/2/2025")
    assert "04/02/2025" in page.locator(f"{RESULTS} mark").all_inner_texts()


def test_one_item_and_one_link_a_hit(page: Page, site: str) -> None:
    for address in ("?q=lanh+dao", "?q=118+kh+vksmau", "?q=hiến+máu+phòng+5", "?nam=2024"):
        ask(page, site, address)
        counts = page.locator(RESULTS).evaluate_all(
            "all => all.map(li => li.querySelectorAll('a').length)"
        )
        assert counts == [1] * 10 or set(counts) == {1}
        for link in page.locator(f"{RESULTS} a").evaluate_all("all => all.map(a => a.href)"):
            answer = page.request.get(link)
            assert answer.ok, link


def test_a_closed_unit_leads_to_its_successor(page: Page, site: str) -> None:
    for query in ("VKSND quận Mẫu A", "vks quan mau a", "quận Mẫu A"):
        ask(page, site, f"?q={quote(query)}")
        hint = page.locator(".search-hints")
        expect(hint).to_contain_text("VKSND quận Mẫu A kết thúc hoạt động từ ngày 01/7/2025.")
        expect(hint.get_by_role("link", name="VKSND khu vực Mẫu 1")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("xyzzy hiến máu", ["“hiến máu”", "24 kết quả"]),
        ("ngày 2 tháng 3 năm 2025", ["“tháng 3/2025”"]),
        ("phog 10 (mẫu)", ["Phòng 10 (mẫu)"]),
        ("712/QĐ-VKSMAUU", ["712/QĐ-VKSMAU"]),
        ("chuyẻn đôi ssố", ["chuyển đổi số"]),
    ],
)
def test_nothing_found_leads_on(page: Page, site: str, query: str, leads: list[str]) -> None:
    ask(page, site, f"?q={quote(query)}")
    assert page.locator(STATUS).inner_text() == f"Không tìm thấy trang nào cho “{query}”."
    assert page.locator(RESULTS).count() == 0
    for words in leads:
        expect(page.locator(".search-more")).to_contain_text(words)
    expect(page.locator(".search-ways")).to_be_visible()


def test_a_suggestion_is_a_search(page: Page, site: str) -> None:
    ask(page, site, "?q=xyzzy+hiến+máu")
    page.get_by_role("link", name="“hiến máu”").click()
    expect(page.locator(STATUS)).to_contain_text("24 kết quả")
    assert parameters(page) == {"q": "hiến máu"}


def test_words_apart_are_called_so(page: Page, site: str) -> None:
    ask(page, site, "?q=hiến+máu+phòng+5")
    expect(page.locator(STATUS)).to_contain_text("Không có trang nào có nguyên cụm từ này.")


def test_quotation_marks_ask_for_the_phrase(page: Page, site: str) -> None:
    for marks in ('"hiến máu phòng 5"', "“hiến máu phòng 5”"):
        ask(page, site, f"?q={quote(marks)}")
        expect(page.locator(STATUS)).to_contain_text("Không tìm thấy")
    ask(page, site, f"?q={quote('“hiến máu” “phòng 5”')}")
    assert page.locator(RESULTS).count() == 6


def test_a_phrase_can_be_widened(page: Page, site: str) -> None:
    ask(page, site, "?q=đoàn+thanh+niên")
    before = page.locator(STATUS).inner_text()
    page.get_by_role("link", name="Tìm cả những trang có đủ các từ").click()
    page.wait_for_function(
        "(before) => document.querySelector('.search-status').textContent !== before", arg=before
    )
    assert parameters(page)["rong"] == "1"


def test_without_a_question_nothing_is_shown(page: Page, site: str) -> None:
    assert page.locator(".search-found").is_hidden()
    assert page.locator(".search-narrow").is_hidden()


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"'<>&%",
    "a" * 2000,
    "((((",
    "\\",
    "🙂",
    "\u0301",
    "?q=1&don-vi=x",
)


@pytest.mark.parametrize("query", HOSTILE)
def test_whatever_is_typed_is_text(clean: Page, site: str, query: str) -> None:
    clean.goto(f"{site}/tim-kiem/?q={quote(query)}&trang=-3&don-vi=khong-co")
    clean.wait_for_timeout(500)
    assert clean.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "address", ["", "?q=vks+quan+mau+a", "?q=xyzzy+hiến+máu", "?q=hiến+máu+phòng+5&nam=2019"]
)
def test_no_accessibility_fault(
    browser: Browser, site: str, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    ask(page, site, address) if address else page.goto(f"{site}/tim-kiem/")
    wide = page.evaluate("document.documentElement.scrollWidth")
    results = Axe().run(page)
    context.close()
    assert [
        (v["id"], [n["target"] for n in v["nodes"][:3]]) for v in results.response["violations"]
    ] == []
    assert wide <= width


def test_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/tim-kiem/?q=hien+mau")
    assert "Phần tìm kiếm cần JavaScript" in page.inner_text("main")
    links = page.locator("main .search-ways a").all_inner_texts()
    assert {"Tin tức", "Đơn vị", "Kế hoạch", "Văn bản", "Dân chủ ở cơ sở"} <= set(links)
    assert page.locator("button:visible, input:visible").count() == 0
    page.goto(f"{site}/")
    assert page.locator(".search-box").is_hidden()
    context.close()


def test_the_box_shows_first_results(clean: Page, site: str) -> None:
    asked: list[str] = []
    clean.on("request", lambda request: asked.append(request.url))
    clean.goto(f"{site}/")
    clean.wait_for_load_state("networkidle")
    assert not any("assets/tim-kiem/" in url or "ranking" in url for url in asked), (
        "nothing before typing"
    )
    clean.fill(".search-box input", "doan thanh nien")
    box = clean.locator(".search-box")
    expect(box.locator(".instant li")).to_have_count(5)
    expect(box.get_by_role("status")).to_contain_text("152 kết quả")
    clean.keyboard.press("ArrowDown")
    assert clean.evaluate("document.activeElement.closest('.instant') !== null")
    clean.keyboard.press("Escape")
    expect(box.locator(".instant")).to_be_hidden()
    assert clean.evaluate("document.activeElement.name") == "q"
    clean.keyboard.press("Enter")
    clean.wait_for_url("**/tim-kiem/?q=doan+thanh+nien")


def test_the_box_knows_unfinished_words(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.fill(".search-box input", "quy chế dân ch")
    expect(page.locator(".instant li")).to_have_count(5)
    page.locator(".instant-all").click()
    expect(page.locator(STATUS)).to_contain_text("27 kết quả cho “quy chế dân”")


def test_the_box_has_no_accessibility_fault(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site}/")
    page.fill(".search-box input", "quy chế")
    page.wait_for_selector(".instant li")
    results = Axe().run(page)
    context.close()
    assert [
        (v["id"], [n["target"] for n in v["nodes"][:3]]) for v in results.response["violations"]
    ] == []


def test_an_index_that_is_not_there(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/assets/tim-kiem/**", lambda route: route.fulfill(status=404))
    page.goto(f"{site}/tim-kiem/?q=hiến+máu")
    expect(page.locator(STATUS)).to_contain_text("Chưa đọc được chỉ mục tìm kiếm.")
    expect(page.locator(".search-ways")).to_be_visible()
    page.goto(f"{site}/")
    page.fill(".search-box input", "hiến máu")
    page.press(".search-box input", "Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    context.close()


def test_a_site_published_anew_in_the_meantime(browser: Browser, site: str) -> None:
    """The page was open with the old index: its files are gone, the new one is read instead."""
    context = browser.new_context()
    page = context.new_page()
    missed: list[str] = []

    def gone(route) -> None:  # type: ignore[no-untyped-def]
        if len(missed) < 2:
            missed.append(route.request.url)
            route.fulfill(status=404)
        else:
            route.continue_()

    page.goto(f"{site}/tim-kiem/?q=hiến+máu")
    page.wait_for_selector(RESULTS)
    page.route("**/assets/tim-kiem/*/*/*.bin", gone)
    page.fill("#tim-q", "phiên tòa rút kinh nghiệm")
    page.press("#tim-q", "Enter")
    expect(page.locator(STATUS)).to_contain_text("23 kết quả")
    assert missed
    context.close()
