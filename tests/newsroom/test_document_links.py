"""Registered documents in bodies become links; the words stay as written."""

from __future__ import annotations

import re

import pytest

from newsroom.markdown_scan import heading_anchor
from newsroom.pages import generated_addresses
from newsroom.rendering import Renderer

from .small import PATH, article, load, page

ADDRESS = "tin/2025/bai/"
FILES = {
    PATH: article(event_date="2025-03-05"),
    "ke-hoach/31.md": page("title: Kế hoạch mẫu\nnumber: 31/KH-MAU\ndate: 2025-02-07"),
    "van-ban/143.md": page(
        "title: Quyết định mẫu\nnumber: 143/QĐ-MAU\ndate: 2024-10-22\nabstract: Việc nội bộ\n"
        "status: het-hieu-luc\naliases: [Quy chế dân chủ mẫu]"
    ),
    "van-ban/luat.md": page(
        "title: Luật Thực hiện dân chủ ở cơ sở\nnumber: 10/2022/QH15\ntype: luật\n"
        'date: 2022-11-10\npublic: true\nabstract: Về "dân chủ"'
    ),
}
KH = '<a href="../../../ke-hoach/31/" title="Kế hoạch số 31/KH-MAU ngày 07/02/2025">{}</a>'
QD = '<a href="../../../van-ban/143/" title="Quyết định số 143/QĐ-MAU ngày 22/10/2024 (đã hết hiệu lực)">{}</a>'
LAW = '<a href="../../../van-ban/luat/" title="Luật số 10/2022/QH15 ngày 10/11/2022: Về &quot;dân chủ&quot;">{}</a>'


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    newsroom = load(tmp_path_factory.mktemp("site"), FILES)
    return Renderer(
        ["tables", "footnotes", "sane_lists", "fenced_code", "toc"],
        {"toc": {"slugify": heading_anchor}},
        newsroom,
        generated_addresses(newsroom),
    )


LINKED = {
    "Theo Kế hoạch số 31/KH-MAU ngày 07/02/2025.": f"<p>Theo {KH.format('Kế hoạch số 31/KH-MAU ngày 07/02/2025')}.</p>",
    "Kế hoạch số\n31/KH-MAU": f"<p>{KH.format('Kế hoạch số' + chr(10) + '31/KH-MAU')}</p>",
    "Theo Quy chế dân chủ mẫu và luật thực hiện dân chủ ở cơ sở": "<p>Theo "
    f"{QD.format('Quy chế dân chủ mẫu')} và {LAW.format('luật thực hiện dân chủ ở cơ sở')}</p>",
    "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15": f"<p>{LAW.format('Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15')}</p>",
    "**Kế hoạch số 31/KH-MAU** ngày 07/02/2025": f"<p><strong>{KH.format('Kế hoạch số 31/KH-MAU')}</strong> ngày 07/02/2025</p>",
    "*Theo* 31/KH-MAU, *và* 31/KH-MAU": f"<p><em>Theo</em> {KH.format('31/KH-MAU')}, <em>và</em> 31/KH-MAU</p>",
    "- 143/QĐ-MAU": f"<ul>\n<li>{QD.format('143/QĐ-MAU')}</li>\n</ul>",
    "31/KH-MAU & <b": f"<p>{KH.format('31/KH-MAU')} &amp; &lt;b</p>",
    "Kế hoạch số 31/KH\\-MAU": f"<p>{KH.format('Kế hoạch số 31/KH-MAU')}</p>",
    # stays as it is
    "[Kế hoạch số 31/KH-MAU](https://mau.example/)": '<p><a href="https://mau.example/">Kế hoạch số 31/KH-MAU</a></p>',
    "[**31/KH-MAU**](https://mau.example/)": '<p><a href="https://mau.example/"><strong>31/KH-MAU</strong></a></p>',
    "`31/KH-MAU`": "<p><code>31/KH-MAU</code></p>",
    "    31/KH-MAU": "<pre><code>31/KH-MAU\n</code></pre>",
    "Kế hoạch số 31/KH-MAU ngày 07/02/2023": "<p>Kế hoạch số 31/KH-MAU ngày 07/02/2023</p>",
    "Chỉ thị số 99/CT-MAU": "<p>Chỉ thị số 99/CT-MAU</p>",
    "31/KH-MAU/x.md, https://mau.example/31/KH-MAU": "<p>31/KH-MAU/x.md, https://mau.example/31/KH-MAU</p>",
}


@pytest.mark.parametrize(("body", "html"), LINKED.items())
def test_links(renderer: Renderer, body: str, html: str) -> None:
    assert renderer.render(body, PATH, ADDRESS).strip() == html


def test_the_first_mention_in_each_section(renderer: Renderer) -> None:
    html = renderer.render(
        "31/KH-MAU 31/KH-MAU\n\nLại 31/KH-MAU\n\n## Theo 31/KH-MAU\n\n> 31/KH-MAU\n\n31/KH-MAU",
        PATH,
        ADDRESS,
    )
    assert html.count("<a ") == 2
    assert re.search(r"<h2[^>]*>Theo 31/KH-MAU</h2>", html)
    assert html.index("</h2>") < html.rindex("<a ") < html.index("</blockquote>")


def test_no_text_is_changed(renderer: Renderer) -> None:
    body = "Theo **Kế hoạch** số 31/KH-MAU ngày 17/02/2025của X\n\n1. 143/QĐ-MAU  \n2. y"
    html = renderer.render(body, PATH, ADDRESS)
    words = " ".join(re.sub("<[^>]+>", "", html).split())
    assert words == "Theo Kế hoạch số 31/KH-MAU ngày 17/02/2025của X 143/QĐ-MAU y"


def test_a_document_does_not_link_to_itself(renderer: Renderer) -> None:
    html = renderer.render("143/QĐ-MAU theo 10/2022/QH15", "van-ban/143.md", "van-ban/143/")
    assert html.count("<a ") == 1
    assert 'href="../luat/"' in html


def test_the_guide_shows_numbers_as_they_are_typed(renderer: Renderer) -> None:
    html = renderer.render("Gõ 31/KH-MAU", "bien-tap/huong-dan.md", "bien-tap/huong-dan/")
    assert html == "<p>Gõ 31/KH-MAU</p>"


def test_captions_are_text_too(renderer: Renderer) -> None:
    html = renderer.render(
        "| Số |\n| --- |\n| 31/KH-MAU |\n\nChú[^1]\n\n[^1]: 143/QĐ-MAU", PATH, ADDRESS
    )
    assert html.count('title="') == 2 + html.count('title="Jump')
