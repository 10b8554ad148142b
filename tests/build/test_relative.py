"""Links from page to page are those that MkDocs' own filter gives."""

from __future__ import annotations

from types import SimpleNamespace

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.templates import url_filter

from newsroom.relative import quick_url_filter, relative

PAGES = ["", "tin/", "tin/2025/", "tin/2025/bai/", "don-vi/phong-9/trang/3/", "tin/%C4%91/"]
TARGETS = [
    *("", ".", "./", "tin", "tin/", "tin/2025", "tin/2025/", "tin/2025/bai/", "tin/2025/bai-2/"),
    *("tin/2025/bai", "tin/20/", "don-vi/phong-9/", "assets/a.css", "tep/a b.pdf", "tin/đ/"),
    *("tin/%C4%91/", "../len/", "tin/../a/", "tin/./a/", "a//b/", "/goc/", "//vi.example/", "#muc"),
    *("https://vi.example/a/", "mailto:a@vi.example", "tin/2025/bai/#muc", "tin/?q=1", "tin\\a"),
]


def both(target: str, url: str) -> tuple[str, str]:
    """By our filter and by MkDocs'."""
    env = jinja2.Environment(autoescape=True)
    env.filters |= {"ours": quick_url_filter(url_filter), "theirs": url_filter}
    template = env.from_string("{{ target | ours }}\n{{ target | theirs }}")
    base = "../" * (url.count("/") - 1) + ".." if url else "."
    page = SimpleNamespace(url=url)
    ours, theirs = template.render(target=target, page=page, base_url=base).split("\n")
    return ours, theirs


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_link_is_that_of_mkdocs(target: str, url: str) -> None:
    ours, theirs = both(target, url)
    assert ours == theirs


PART = st.sampled_from(["a", "b", "tin", "2025", "x.html", "đ", "..", "."])
ADDRESS = st.lists(PART, max_size=4).map("/".join)


@given(ADDRESS, st.sampled_from(["", "/"]), st.lists(st.sampled_from("ab"), max_size=3))
def test_any_link_is_that_of_mkdocs(target: str, end: str, folders: list[str]) -> None:
    ours, theirs = both(target + end, "".join(f"{folder}/" for folder in folders))
    assert ours == theirs


def test_without_a_page_the_root_of_the_site_is_where_it_was() -> None:
    env = jinja2.Environment(autoescape=True)
    env.filters["url"] = quick_url_filter(url_filter)
    template = env.from_string("{{ 'tin/' | url }}")
    assert template.render(page=None, base_url="/goc/") == "/goc/tin/"


def test_the_page_itself() -> None:
    assert relative("tin/", "tin/") == "./"
