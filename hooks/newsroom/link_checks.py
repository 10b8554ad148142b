"""Links, anchors, pictures and attachments, resolved by the core itself.

MkDocs' own validation is off: it knows no line numbers and only sees pages it renders.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from newsroom.content import page_address
from newsroom.markdown_scan import BodyLink, BodyScan, is_unsafe_target, link_scheme
from newsroom.model import Article, BrokenPage, Document, Page, Unit
from newsroom.problems import Problem, problem
from newsroom.source import Source
from newsroom.text import nearest, nfc

_WEB_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_DRIVE = re.compile(r"^[a-zA-Z]:[\\/]|^\\\\")


@dataclass(frozen=True, slots=True)
class LinkMap:
    """What a link may lead to. Paths are relative to the docs folder."""

    pages: Mapping[str, BodyScan]
    """Pages on the site, by path."""
    unpublished: Collection[str]
    """Paths of pages that exist but are not published."""
    assets: Collection[str]
    generated: Callable[[], Collection[str]]
    """Addresses of generated pages; asked for only when a link needs them."""
    refused: Collection[str] = ()
    """Files that exist but may not go out: those with security marks."""


def check_links(source: Source, scan: BodyScan, known: LinkMap) -> Iterator[Problem]:
    """Yield a problem for each link or picture in the body that does not lead anywhere."""
    for link in scan.links:
        if link.is_image:
            yield from check_picture(source.path, link.target, link.line, known, link.column)
            if not link.text.strip():
                yield problem(
                    "image-alt", source.path, link.line, column=link.column, target=link.target
                )
        else:
            yield from _check_link(source.path, link, scan, known)


def check_unsafe(source: Source, scan: BodyScan) -> Iterator[Problem]:
    """Yield the link faults so grave that the page may not be shown, whatever else exists."""
    for link in scan.links:
        if link.is_image:
            found = refused_picture(source.path, link.target, link.line, link.column)
            if found:
                yield found
        elif is_unsafe_target(link.target):
            yield _unsafe(source.path, link)


def check_picture(
    path: str, target: str, line: int | None, known: LinkMap, column: int | None = None
) -> Iterator[Problem]:
    """Yield what keeps the picture *target* of the page *path* from being shown."""
    if refused := refused_picture(path, target, line, column):
        yield refused
        return
    resolved = resolve(path, target)
    if resolved in known.refused:
        yield problem("file-refused", path, line, column=column, target=target)
    elif resolved is not None and resolved not in known.assets:
        yield problem(
            "image-missing",
            path,
            line,
            column=column,
            target=target,
            suggestion=_nearest_file(path, resolved, known.assets),
        )


def refused_picture(
    path: str, target: str, line: int | None, column: int | None = None
) -> Problem | None:
    """Say why the picture *target* may not be shown wherever its file lies; None when it may."""
    if is_unsafe_target(target):
        return problem("link-unsafe", path, line, column=column, target=target[:80])
    if _DRIVE.match(target) or link_scheme(target) == "file":
        return problem("image-outside", path, line, column=column, target=target)
    if link_scheme(target) or target.startswith("//"):
        return problem("image-remote", path, line, column=column, target=target)
    if target.startswith("/") or resolve(path, target) is None:
        return problem("image-outside", path, line, column=column, target=target)
    return None


def _unsafe(path: str, link: BodyLink) -> Problem:
    return problem("link-unsafe", path, link.line, column=link.column, target=link.target[:80])


def check_attachment(path: str, target: str, line: int | None, known: LinkMap) -> Iterator[Problem]:
    """Yield what keeps the attachment *target* of the page *path* from being offered."""
    resolved = resolve(path, target)
    if resolved in known.refused:
        yield problem("file-refused", path, line, target=target)
    elif resolved is None or resolved not in known.assets:
        yield problem(
            "attachment-missing",
            path,
            line,
            target=target,
            suggestion=_nearest_file(path, resolved or target, known.assets),
        )


def resolve(path: str, target: str) -> str | None:
    """Path below the docs folder that *target*, written in the file *path*, means."""
    plain = nfc(unquote(target))
    if "\\" in plain or "\0" in plain:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
    return None if joined.startswith(("../", "/")) or joined == ".." else joined


def link_targets(page: Article | Unit | Document | Page | BrokenPage) -> Iterator[str]:
    """Everything the page links to or shows, as written; not what may not be public."""
    if isinstance(page, BrokenPage):
        return
    yield from (urlsplit(link.target).path for link in page.scan.links if _is_local(link.target))
    if isinstance(page, Article):
        yield from (attachment.file for attachment in page.meta.attachments)
        if page.meta.image:
            yield page.meta.image.src
    if isinstance(page, Document) and page.meta.public:
        yield from (attachment.file for attachment in page.meta.attachments)


def internal_files(documents: Iterable[Document]) -> set[str]:
    """Files of documents that are not public: they stay at home, whoever links to them."""
    return {
        resolved
        for document in documents
        if not document.meta.public
        for attachment in document.meta.attachments
        if (resolved := resolve(document.path, attachment.file))
    }


def _is_local(target: str) -> bool:
    try:
        return not urlsplit(target).scheme and not target.startswith("/")
    except ValueError:
        return False


def _check_link(path: str, link: BodyLink, scan: BodyScan, known: LinkMap) -> Iterator[Problem]:
    target, column = link.target, link.column
    if is_unsafe_target(target):
        yield _unsafe(path, link)
        return
    if _DRIVE.match(target) or link_scheme(target) == "file":
        yield problem("link-local", path, link.line, column=column, target=target)
        return
    if link_scheme(target) in _WEB_SCHEMES or target.startswith("//"):
        return
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = None
    if parts is None or parts.scheme:
        yield _dead(path, link, "Kiểm tra lại địa chỉ này.")
        return
    if target.startswith("/"):
        suggestion = _relative_page(path, parts.path, known) or "đường dẫn tới tệp .md"
        yield problem(
            "link-absolute", path, link.line, column=column, target=target, suggestion=suggestion
        )
        return
    if not parts.path:
        yield from _check_anchor(path, path, link, parts.fragment, scan.anchors)
        return
    yield from _check_target(path, link, parts.path, parts.fragment, known)


def _check_target(
    path: str, link: BodyLink, target: str, fragment: str, known: LinkMap
) -> Iterator[Problem]:
    resolved = resolve(path, target)
    if resolved is None:
        yield _dead(path, link, "Liên kết ra ngoài thư mục bài viết; kiểm tra số lần ../.")
    elif resolved in known.pages:
        yield from _check_anchor(path, resolved, link, fragment, known.pages[resolved].anchors)
    elif resolved in known.refused:
        yield problem("file-refused", path, link.line, column=link.column, target=link.target)
    elif resolved in known.unpublished:
        yield problem("link-unpublished", path, link.line, column=link.column, target=link.target)
    elif resolved in known.assets or (
        resolved.endswith(".md") and page_address(resolved) in known.generated()
    ):
        return
    elif not resolved.endswith(".md") and (page := _relative_page(path, "/" + resolved, known)):
        yield _dead(path, link, f"Liên kết tới tệp .md. Sửa thành:  {page}")
    else:
        yield _dead(path, link, _nearest_file(path, resolved, [*known.pages, *known.assets]))


def _check_anchor(
    path: str, page: str, link: BodyLink, fragment: str, anchors: Collection[str]
) -> Iterator[Problem]:
    anchor = unquote(fragment)
    if not anchor or anchor in anchors or anchor.startswith(("fn:", "fnref:")):
        return
    close = nearest(anchor, anchors, 1)
    yield problem(
        "link-anchor",
        path,
        link.line,
        column=link.column,
        page=page,
        anchor=anchor,
        suggestion=f"Có phải là “#{close[0]}”?" if close else "Bỏ phần sau dấu #.",
    )


def _dead(path: str, link: BodyLink, suggestion: str) -> Problem:
    return problem(
        "link-dead",
        path,
        link.line,
        column=link.column,
        target=link.target,
        suggestion=suggestion,
    )


def _relative_page(path: str, absolute: str, known: LinkMap) -> str | None:
    """Path, relative to *path*, of the file whose page stands at the address *absolute*."""
    address = absolute.strip("/")
    for candidate in (f"{address}.md", f"{address}/index.md" if address else "index.md"):
        if candidate in known.pages:
            return posixpath.relpath(candidate, posixpath.dirname(path) or ".")
    return None


def _nearest_file(path: str, wanted: str, files: Collection[str]) -> str:
    """A hint naming the file most like *wanted*, relative to the page *path*."""
    name = posixpath.basename(wanted)
    same_name = [f for f in files if posixpath.basename(f) == name]
    same_folder = [f for f in files if posixpath.dirname(f) == posixpath.dirname(wanted)]
    close = same_name[:1] or nearest(wanted, same_folder[:2000], 1, likeness=0.7)
    if not close:
        return "Kiểm tra tên tệp; đường dẫn tính từ thư mục của bài."
    return f"Gần nhất: {posixpath.relpath(close[0], posixpath.dirname(path) or '.')}."
