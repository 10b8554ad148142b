"""Writing what goes beside the pages, and checking that pages need what their policy allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from newsroom.caching.site_pages import Written
from newsroom.exports import Needs, SiteFile, header_files, policy, scan_site
from newsroom.system_faults import in_words

log = get_plugin_logger("portal")
_POLICED = frozenset({".css", ".js", ".mjs", ".woff2", ".woff", ".ttf", ".otf"})


def asset_contents(files: Files) -> Iterator[tuple[str, bytes]]:
    """Scripts, stylesheets and fonts that go out."""
    for file in files:
        suffix = Path(file.src_uri).suffix.lower()
        if suffix in _POLICED and not file.is_documentation_page():
            yield file.src_uri, file.content_bytes if suffix in {".css", ".js", ".mjs"} else b""


def write_files(root: Path, files: Iterable[SiteFile]) -> None:
    """Write *files* below *root*; nothing outside it, and nothing over what is there."""
    inside = root.resolve()

    @cache
    def is_inside(folder: Path) -> bool:
        return folder.resolve().is_relative_to(inside)

    for file in files:
        target = root / file.path
        if not is_inside(target.parent) or target.is_symlink() or target.exists():
            log.warning("%s: không ghi được, địa chỉ này đã có tệp khác.", file.path)
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
        except OSError as error:
            raise PluginError(f"{file.path}: không ghi được ({in_words(error)}).") from None


def write_headers(root: Path, allowed: Needs, site_url: str, written: Written) -> None:
    """Write the headers for the finished site below *root*, whose pages are *written*.

    A page that needs more than *allowed*, what its own ``<meta>`` allows, is a fault.
    """
    scan = scan_site(root, frozenset(written.paths), written.needs, written.refused)
    for path, fault in scan.faults:
        log.warning("%s: %s; chính sách bảo mật nội dung (CSP) không cho phép.", path, fault)
    for directive, source in sorted(scan.needs - allowed):
        log.warning("CSP trong trang thiếu %s %s mà Trang cần.", directive, source)
    write_files(root, header_files(policy(scan.needs, in_header=True), scan.paths, site_url))
