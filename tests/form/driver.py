"""The form in Chromium, used as a writer uses it.

The folder that a writer would choose in a dialogue is one that the browser keeps for the page.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, TimeoutError

from newsroom.pages import FORM_ADDRESS

CLICK_AGAIN = 12_000
"""Milliseconds."""
PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
WRITE = """
async files => {
  for (const [path, text] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    for (const name of path.split("/").slice(0, -1)) {
      folder = await folder.getDirectoryHandle(name, {create: true});
    }
    const file = await folder.getFileHandle(path.split("/").at(-1), {create: true});
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}
"""
READ = """
async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await walk(entry, `${path}${name}/`);
      else found[path + name] = [...new Uint8Array(await (await entry.getFile()).arrayBuffer())];
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}
"""


class Form:
    """The form with its folder open, and what it asked of whom."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.alerts: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: (self.alerts.append(dialog.message), dialog.accept()))
        page.add_init_script(PICKER)
        page.goto(address + FORM_ADDRESS)

    def fill_folder(self, files: dict[str, str]) -> None:
        self.page.evaluate(WRITE, files)

    def open_folder(self) -> None:
        self.page.get_by_role("button", name="Mở thư mục bài viết").click()
        self.page.get_by_role("button", name="Tạo bài viết mới").wait_for()

    def open_article(self, title: str) -> None:
        self.page.get_by_text(title).first.click()
        self.field("title").wait_for()

    def field(self, key: str) -> Locator:
        return self.page.locator(f'section[data-key-path="{key}"]')

    def type(self, key: str, text: str) -> None:
        self.field(key).get_by_role("textbox").fill(text)

    def choose(self, key: str, label: str) -> None:
        self.field(key).get_by_role("combobox").click()
        self.page.get_by_role("option", name=label).click()

    def save(self) -> None:
        self.page.get_by_role("button", name="Lưu", exact=True).click()

    def saved(self) -> None:
        """Save, and wait until the form has closed. While the program draws its bar anew it loses
        a click, as it does on a slow machine of a writer's; then one clicks again.
        """
        closed = self.field("title")
        for _ in range(5):
            self.save()
            try:
                closed.wait_for(state="detached", timeout=CLICK_AGAIN)
                return
            except TimeoutError:
                continue
        pytest.fail("the form did not close after saving")

    def files(self) -> dict[str, bytes]:
        return {path: bytes(content) for path, content in self.page.evaluate(READ).items()}

    def others_asked(self) -> list[str]:
        own = urlsplit(self.page.url).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != own
        ]

    def words(self) -> str:
        """All that the writer sees or hears; icons are letters of a font."""
        self.page.add_style_tag(content=".icon { display: none !important; }")
        found: str = self.page.evaluate(
            """() => [document.body.innerText,
              ...[...document.querySelectorAll("[aria-label],[title],[placeholder]")].flatMap(
                e => ["aria-label", "title", "placeholder"].map(name => e.getAttribute(name) ?? ""))]
              .join("\\n")"""
        )
        return found
