"""From an empty form to a page in the preview; and what the form must never do to files.

What the form saves in the browser's folder is copied to the real one, then checked, shown and built
as any article.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

from newsroom.pages import FORM_ADDRESS
from test_tools import ROOT

from .driver import Form
from .serving_preview import ask, preview_of, surroundings, until

FIRST = "docs/tin/2025/phong-2-tiep-doan-kiem-tra-dan-chu-o-co-so-2025.md"
NEW_TITLE = "Phòng 9: tập huấn mẫu về đối thoại #2"
NEW = "docs/tin/2025/phong-9-tap-huan-mau-ve-doi-thoai-2.md"
ENGLISH = re.compile(
    r"\b(select|folder|file|save|add|remove|edit|slug|entry|entries|title|new|sign|repository"
    r"|upload|settings|search|required|optional|default|image|show|hide|more|options?)\b",
    re.IGNORECASE,
)


def check(docs: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/check.py"), str(docs)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_from_an_empty_form_to_a_page_in_the_preview(
    form: Form, docs: Path, preview: str, tmp_path: Path
) -> None:
    page = form.page
    page.get_by_role("button", name="Tạo bài viết mới").click()
    form.type("title", NEW_TITLE)
    form.field("event_date").locator("input[type=date]").fill("2025-03-05")
    form.field("author").get_by_text("Thêm").click()
    form.type("author.0.name", "Người Viết Mẫu")
    form.choose("unit", "Phòng 9")
    form.choose("plan", "118/KH-VKSHP-TTr")
    form.field("democracy").get_by_role("checkbox").first.click()
    form.choose("democracy.content", "Tổ chức thực hiện")
    form.choose("democracy.content", "Công khai")
    form.choose("democracy.form", "Tập huấn, tọa đàm")
    form.type("tags", "dân chủ ở cơ sở")
    form.field("body").locator("[contenteditable=true]").click()
    for line in (
        "Phòng 9 tập huấn mẫu theo Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025.",
        "- việc thứ nhất;",
        "việc thứ hai.",
        "",
        "Đoạn cuối của bài mẫu.",
    ):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    assert form.field("event_date_read").get_by_role("textbox").input_value() == "05/03/2025"
    assert ENGLISH.findall(form.words()) == []
    form.saved()

    text = form.files()[NEW].decode()
    assert text == (
        f'---\ntitle: "{NEW_TITLE}"\nevent_date: 2025-03-05\nauthor: Người Viết Mẫu\n'
        "unit: phong-9\nplan: 118/KH-VKSHP-TTr\n"
        "democracy:\n  content: [to-chuc-thuc-hien, cong-khai]\n  form: [tap-huan-toa-dam]\n"
        "tags: [dân chủ ở cơ sở]\ndraft: true\n---\n\n"
        "Phòng 9 tập huấn mẫu theo Kế hoạch số 118/KH-VKSHP-TTr ngày 07/02/2025.\n\n"
        "- việc thứ nhất;\n- việc thứ hai.\n\nĐoạn cuối của bài mẫu.\n"
    )
    assert form.others_asked() == []

    (docs.parent / NEW).write_text(text, encoding="utf-8")
    done = check(docs)
    assert done.returncode == 0, done.stdout
    address = f"{preview}tin/2025/{Path(NEW).stem}/"
    until(lambda: "Đoạn cuối của bài mẫu." in ask(address)[1])
    assert "đối thoại #2" in ask(address)[1]

    # MkDocs' reloading would have taken away what is being written.
    form.open_article(NEW_TITLE)
    form.type("activity", "ma-dang-viet-do")
    (docs / "index.md").write_bytes((docs / "index.md").read_bytes() + b"\n")
    page.wait_for_timeout(6000)
    assert form.field("activity").get_by_role("textbox").input_value() == "ma-dang-viet-do"

    site = tmp_path / "site"
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)],
        cwd=ROOT,
        env=surroundings(docs),
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    traces = [
        path
        for path in site.rglob("*")
        if path.is_file()
        and re.search(rb"(?i)sveltia|bien-tap/viet|cau-hinh\.json", path.read_bytes())
    ]
    assert traces == []
    assert not (site / "bien-tap").exists()


def test_an_article_that_is_opened_and_saved_changes_where_it_was_changed(form: Form) -> None:
    before = form.files()
    form.open_article("Phòng 2 tiếp Đoàn kiểm tra")
    form.type("activity", "ma-khac")
    form.saved()
    after = form.files()
    assert {path for path in after if after[path] != before.get(path)} == {FIRST}
    old, new = before[FIRST].decode().splitlines(), after[FIRST].decode().splitlines()
    assert [line for line in new if line not in old] == ["activity: ma-khac"]
    assert [line for line in old if line not in new] == ["activity: kiem-tra-dan-chu-phong-2-2025"]
    assert form.others_asked() == []


def test_a_picture_lies_beside_the_article(form: Form, docs: Path, tmp_path: Path) -> None:
    form.open_article("Phòng 2 tiếp Đoàn kiểm tra")
    form.field("image").get_by_role("checkbox").first.click()
    picture = ROOT / "overrides/assets/images/bieu-tuong.png"
    form.field("image.src").get_by_role("button", name="Duyệt tệp").click()
    dialogue = form.page.get_by_role("dialog")
    with form.page.expect_file_chooser() as chooser:
        dialogue.get_by_role("button", name="Lấy từ máy").click()
    chooser.value.set_files(
        {"name": "Ảnh hội nghị Đoàn.png", "mimeType": "image/png", "buffer": picture.read_bytes()}
    )
    insert = dialogue.get_by_role("button", name="Chèn")
    if insert.count():  # one picture is taken at once
        insert.click()
    form.type("image.alt", "Biểu tượng mẫu")
    form.saved()
    files = form.files()
    folder = Path(FIRST).stem
    assert files[f"docs/tin/2025/{folder}/anh-hoi-nghi-doan.png"] == picture.read_bytes()
    assert f"image:\n  src: {folder}/anh-hoi-nghi-doan.png\n  alt:".encode() in files[FIRST]
    shutil.copytree(docs, tmp_path / "docs")
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    done = check(tmp_path / "docs")
    assert done.returncode == 0, done.stdout


def test_a_file_changed_elsewhere_meanwhile_is_not_written_over(form: Form) -> None:
    form.open_article("Phòng 2 tiếp Đoàn kiểm tra")
    form.type("activity", "ma-khac")
    elsewhere = (
        form.files()[FIRST].decode().replace("Cuộc kiểm tra", "Sửa ở Notepad: cuộc kiểm tra")
    )
    form.fill_folder({FIRST: elsewhere})
    form.save()
    until(lambda: (form.page.wait_for_timeout(100), bool(form.alerts))[1])
    assert "đã được sửa ở chương trình khác" in form.alerts[0]
    form.page.wait_for_timeout(500)
    assert form.files()[FIRST].decode() == elsewhere
    assert [path for path in form.files() if "sveltia" in path] == []


def test_the_wrong_folder_is_refused_in_vietnamese(browser: Browser, preview: str) -> None:
    context = browser.new_context()
    form = Form(context.new_page(), preview)
    form.fill_folder({"khac/tep.md": "x"})
    form.page.get_by_role("button", name="Mở thư mục bài viết").click()
    form.page.get_by_text("không phải thư mục của Trang").wait_for()
    assert form.page.locator("button:visible").all_inner_texts() == ["Mở thư mục bài viết"]
    context.close()


def test_other_pages_of_the_preview_have_no_policy(preview: str) -> None:
    assert "Content-Security-Policy" in ask(preview + FORM_ADDRESS)[1]
    for address in ("", "bien-tap/"):
        assert "Content-Security-Policy" not in ask(preview + address)[1]
    assert "viet/" in ask(preview + "bien-tap/")[1]


def test_without_the_program_the_preview_works_and_says_how_to_get_it(
    docs: Path, tmp_path: Path
) -> None:
    with preview_of(docs, PORTAL_CACHE=str(tmp_path)) as address:
        status, text = ask(address + FORM_ADDRESS)
        assert status == 200
        assert "make form" in text and "Node.js" in text
        assert "cong-cu/" not in text
        assert ask(f"{address}tin/")[0] == 200
