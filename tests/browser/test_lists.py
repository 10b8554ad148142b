"""Lists and indexes in Chromium: thumbs, filters without scripts, the matrix read aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, ViewportSize

from page_kinds import ARTICLE, FULL_ARTICLE, PAGES
from serving import serve

ROOT = Path(__file__).resolve().parents[2]
PHONE: ViewportSize = {"width": 390, "height": 900}
DESK: ViewportSize = {"width": 1280, "height": 900}
ARCHIVE = "mau/dan-chu/"

LISTS = {kind: path for kind, path in PAGES.items() if path not in {ARTICLE, FULL_ARTICLE}}

CONTACTS = {
    "reception": {
        "name": "Bộ phận tiếp công dân mẫu",
        "address": "Phòng mẫu, số 1 phố Mẫu",
        "phone": "0225 000 0001",
        "email": "mot-dia-chi-thu-dien-tu-mau-dai-khong-ngat@trang.example",
        "hours": "các ngày làm việc",
    },
    "crime_reports": {"phone": "0225 000 0002"},
    "spokesperson": "Người phát ngôn mẫu",
}
IDENTITY = {"publisher": "Cơ quan mẫu", "address": "Số 1 phố Mẫu", "phone": "0225 000 0000"}

# What is pressed by itself. Links in running text are as tall as their line.
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, summary, input, select")]
  .filter((e) => !e.closest(".md-typeset") && !e.matches(".skip") && e.checkVisibility())
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width < 43.9 || box.height < 43.9)
  .map(([e, box]) => `${e.textContent.trim()}: ${box.width} × ${box.height}`)"""
# One text, two places. Under a card, its date tells plans of one number apart.
REPEATED_TEXTS = """() => {
  const targets = {};
  for (const link of document.querySelectorAll("main a[href]:not(.card-origin a)")) {
    const text = link.textContent.replace(/\\s+/g, " ").trim();
    (targets[text] = targets[text] || new Set()).add(link.href);
  }
  return Object.keys(targets).filter((text) => targets[text].size > 1);
}"""


@pytest.fixture(params=LISTS.values(), ids=LISTS.keys())
def address(request: pytest.FixtureRequest, site: str) -> str:
    return f"{site}/{request.param}"


@pytest.fixture(scope="module")
def contacts_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real articles with sample contacts."""
    folder = tmp_path_factory.mktemp("lien-he")
    config = load_config(
        config_file=str(ROOT / "mkdocs.yml"),
        docs_dir=str(ROOT / "docs"),
        site_dir=str(folder / "www"),
        extra={
            "now": "2026-01-05T08:00",
            "cache": str(folder / "cache"),
            "portal": {"identity": IDENTITY, "contacts": CONTACTS},
        },
    )
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    with serve(folder / "www") as where:
        yield where


def _open(browser: Browser, address: str, viewport: ViewportSize, *, scripts: bool = True) -> Page:
    page = browser.new_context(viewport=viewport, java_script_enabled=scripts).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["điện thoại", "máy tính"])
def test_thumbs_large_text_and_link_texts(
    browser: Browser, address: str, viewport: ViewportSize
) -> None:
    """What is pressed is 44 pixels; 150 % text fits; a link and a landmark say what they are."""
    page = _open(browser, address, viewport)
    small = page.evaluate(SMALL_TARGETS)
    repeated = page.evaluate(REPEATED_TEXTS)
    landmarks = page.locator("nav[aria-label], section[aria-label]").evaluate_all(
        "all => all.map((e) => e.ariaLabel)"
    )
    page.evaluate("document.documentElement.dataset.text = 3")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert small == []
    assert repeated == []
    assert len(landmarks) == len(set(landmarks))
    assert wide <= viewport["width"]


@pytest.mark.parametrize("start", ["mau/tin/", "mau/dan-chu/"])
def test_filters_work_without_javascript(browser: Browser, site: str, start: str) -> None:
    page = _open(browser, f"{site}/{start}", PHONE, scripts=False)
    filters = page.get_by_role("navigation", name="Lọc theo năm")
    everything = filters.get_by_role("link", name="Tất cả")
    total = everything.inner_text()
    assert everything.get_attribute("aria-current") == "page"
    filters.get_by_role("link", name="2024").click()
    page.wait_for_url(f"{site}/{start}2024/")
    current = filters.locator("[aria-current]")
    assert current.count() == 1
    assert current.inner_text().startswith("2024")
    assert current.inner_text().endswith("tin, bài")
    assert "2024" in page.inner_text("h1")
    assert {date[-4:] for date in page.locator(".card-date").all_inner_texts()} == {"2024"}
    filters.get_by_role("link", name="Tất cả").click()
    page.wait_for_url(f"{site}/{start}")
    assert everything.inner_text() == total
    page.context.close()


def test_months_work_without_javascript(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/mau/tin/2024/", PHONE, scripts=False)
    month = page.get_by_role("navigation", name="Theo tháng").get_by_role("link").first
    name = month.inner_text().split("\n")[0]
    month.click()
    page.wait_for_url(f"{site}/mau/tin/2024/*/")
    assert name.lower() in page.inner_text("h1").lower()
    page.context.close()


ROLES = ("table", "row", "columnheader", "rowheader", "cell")


def _heard(page: Page) -> tuple[Counter[str], list[list[str]]]:
    """How often each role of a table is in Chromium's accessibility tree, and the table's rows."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    told = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield node
        for child in node.get("childIds", ()):
            yield from walk(told[child])

    heard = [node for node in walk(nodes[0]) if not node["ignored"]]
    roles = Counter(node["role"]["value"] for node in heard)
    rows = [
        [told[child]["name"]["value"] for child in node["childIds"]]
        for node in heard
        if node["role"]["value"] == "row"
    ]
    return Counter({role: roles[role] for role in ROLES}), rows


@pytest.mark.parametrize("scripts", [True, False], ids=["có JavaScript", "không JavaScript"])
def test_the_matrix_is_a_table_on_a_phone(browser: Browser, site: str, scripts: bool) -> None:
    """Laid out as blocks, it reads aloud as on a desk: every head, every cell, zeros too."""
    desk = _open(browser, f"{site}/{ARCHIVE}", DESK, scripts=scripts)
    phone = _open(browser, f"{site}/{ARCHIVE}", PHONE, scripts=scripts)
    shapes = desk.locator(".matrix").evaluate_all(
        "all => all.map((table) => [table.rows.length, table.tHead.rows[0].cells.length])"
    )
    lengths = [columns for rows, columns in shapes for _ in range(rows)]
    roles, heard = _heard(phone)
    wanted, on_desk = _heard(desk)
    assert phone.locator(".matrix tr").nth(1).evaluate("e => getComputedStyle(e).display") == "flex"
    desk.context.close()
    phone.context.close()
    assert roles == wanted
    assert heard == on_desk
    assert (roles["table"], roles["row"]) == (2, len(lengths))
    assert roles["columnheader"] == sum(columns for _, columns in shapes)
    assert roles["rowheader"] == sum(rows - 1 for rows, _ in shapes)
    assert roles["cell"] == sum((rows - 1) * (columns - 1) for rows, columns in shapes)
    assert [len(row) for row in heard] == lengths
    counts = [cell for row in heard if row[0] not in {"Đơn vị", "Tổng số"} for cell in row[1:]]
    assert counts
    assert all(cell.isdigit() for cell in counts)


def test_the_matrix_shows_no_zeros_on_a_phone(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/{ARCHIVE}", PHONE)
    zeros = page.locator(".matrix .zero")
    assert zeros.count() > 0
    sizes = zeros.evaluate_all("all => all.map((e) => e.offsetWidth * e.offsetHeight)")
    page.context.close()
    assert set(sizes) == {1}


def test_hidden_column_heads_show_when_the_keyboard_reaches_them(
    browser: Browser, site: str
) -> None:
    page = _open(browser, f"{site}/{ARCHIVE}", PHONE)
    head = page.locator(".matrix thead").first
    assert head.evaluate("e => e.offsetHeight") == 1
    page.locator(".matrix thead a").first.focus()
    assert head.evaluate("e => e.offsetHeight") > 44
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.close()


def test_a_wide_matrix_is_moved_with_the_keyboard(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/{ARCHIVE}", DESK)
    frame = page.get_by_role("region", name="Số hoạt động đã có tin, bài, theo hình thức")
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(50):
        if frame.evaluate("e => e.scrollLeft"):
            break
        page.wait_for_timeout(100)
    assert frame.evaluate("e => e.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]
    page.context.close()


def test_page_numbers_say_where_they_lead(browser: Browser, site: str) -> None:
    page = _open(browser, f"{site}/mau/tin/trang/2/", PHONE)
    pager = page.get_by_role("navigation", name="Các trang")
    names = pager.get_by_role("link").evaluate_all("all => all.map((e) => e.textContent)")
    assert "Cũ hơn: trang 1" in names
    assert pager.locator("[aria-current=page]").text_content() == "Trang 2"
    pager.get_by_role("link", name="Cũ hơn").click()
    page.wait_for_url(f"{site}/mau/tin/trang/1/")
    page.context.close()


def test_feeds_are_named(browser: Browser, site: str) -> None:
    rows = {
        "mau/don-vi/phong-7/": ("Theo dõi qua RSS: Tin, bài về Phòng 7 (mẫu)", "don-vi/phong-7/"),
        "mau/tin/2024/": ("Theo dõi qua RSS: Tin mới nhất của ", ""),
    }
    for start, (name, folder) in rows.items():
        page = _open(browser, f"{site}/{start}", PHONE)
        link = page.locator("main .feed a")
        assert (link.text_content() or "").startswith(name)
        assert link.evaluate("e => e.href") == f"{site}/mau/{folder}atom.xml"
        page.context.close()


def test_no_address_leads_to_nothing(browser: Browser, site: str) -> None:
    """The page for unknown addresses shows the newest articles and ways on, and nothing dead."""
    page = _open(browser, f"{site}/404.html", PHONE, scripts=False)
    assert page.inner_text("h1") == "Không tìm thấy trang"
    newest = page.locator('[data-list="tin-moi-nhat"] a.card-link')
    assert newest.count() >= 1
    assert page.locator(".find a").count() >= 5
    assert page.locator("main form[role=search]").count() == 1
    page.context.close()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["điện thoại", "máy tính"])
@pytest.mark.parametrize("path", ["lien-he/", "gioi-thieu/", "404.html"])
def test_contacts(browser: Browser, contacts_site: str, path: str, viewport: ViewportSize) -> None:
    context = browser.new_context(viewport=viewport, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{contacts_site}/{path}")
    small = page.evaluate(SMALL_TARGETS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    faults = [v["id"] for v in Axe().run(page).response["violations"]]
    context.close()
    assert (small, wide <= viewport["width"], faults) == ([], True, [])


def test_what_is_not_set_is_not_there(browser: Browser, contacts_site: str, site: str) -> None:
    page = _open(browser, f"{contacts_site}/lien-he/", PHONE, scripts=False)
    text = page.inner_text("main")
    calls = page.locator('main a[href^="tel:"]').evaluate_all("all => all.map((e) => e.href)")
    page.context.close()
    assert "Tiếp công dân" in text
    assert "Người phát ngôn mẫu" in text
    assert "Đề nghị gỡ bỏ thông tin" not in text
    assert "chưa khai báo" not in text
    assert calls == ["tel:02250000001", "tel:02250000002", "tel:02250000000"]
    answer = browser.new_context().new_page().goto(f"{site}/lien-he/")
    assert answer is not None
    assert answer.status == 404
