"""The form as the preview serves it: its files, and its page in whatever state it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.newsroom import Newsroom
from newsroom.pages import FORM_ADDRESS, SitePage, form_missing_page, form_page
from newsroom.writing_form.sveltia import form_settings
from newsroom.writing_form.vendored import TOOLS, ToolMissingError, tool_files

FORM_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; media-src blob:; font-src 'self';"
    " connect-src 'self' data: blob:; worker-src 'self' blob:; frame-src blob:;"
    " base-uri 'none'; form-action 'none'"
)
"""Sveltia writes its styles into the page and shows pictures from memory. No other server is
allowed, and no script inside the page: so MkDocs' own, which would load the page anew after each
save and take away what is being written, does not run."""
_SETTINGS = "cau-hinh.json"


@dataclass(frozen=True, slots=True)
class PreviewForm:
    """The form's page, and path → content of the files it loads, below the site's root."""

    page: SitePage
    files: dict[str, bytes] = field(default_factory=dict, repr=False)


def preview_form(newsroom: Newsroom, installed: Path, root_address: str) -> PreviewForm:
    """The form for *newsroom*, with the program in *installed* (a ``node_modules``).

    *root_address* is the path at which the site is served, with a slash at both ends.
    """
    folder, docs = newsroom.root.resolve().parent, newsroom.root.resolve().name
    if docs.startswith("."):  # the program passes over such folders
        page = form_missing_page(f"Tên thư mục bài viết bắt đầu bằng dấu chấm: {docs}.")
        return PreviewForm(page)
    tools = f"{FORM_ADDRESS}{TOOLS}/"
    try:
        found = tool_files(installed, f"{root_address}{tools}")
    except ToolMissingError:
        return PreviewForm(form_missing_page())
    files = {f"{tools}{name}": content for name, content in found.items()}
    settings = json.dumps(form_settings(newsroom, docs), ensure_ascii=False)
    files[f"{FORM_ADDRESS}{_SETTINGS}"] = settings.encode("utf-8")
    has_guide = "bien-tap/huong-dan/" in newsroom.pages
    return PreviewForm(form_page(str(folder), FORM_POLICY, has_guide=has_guide), files)
