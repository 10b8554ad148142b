"""Pictures as MkDocs' files: each is put into the site from the cache of finished ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from newsroom.commands import reading_progress
from newsroom.newsroom import Newsroom
from newsroom.pages import SitePage, site_pages
from newsroom.pictures.cache import PictureCache
from newsroom.pictures.inspection import PictureError
from newsroom.pictures.making import make_renditions, place_original, place_size, without
from newsroom.pictures.renditions import sizes
from newsroom.pictures.social import social_address, social_picture
from newsroom.publishing import published_assets
from newsroom.settings import SiteSettings

log = get_plugin_logger("portal")


def cache_folder(config: MkDocsConfig) -> Path:
    """The folder for what builds keep: beside the configuration unless it says otherwise."""
    root = Path(config.config_file_path).absolute().parent
    return root / str(config.extra.get("cache") or ".cache")  # “5” comes as a number


def open_cache(config: MkDocsConfig) -> PictureCache:
    """The finished pictures kept in the cache that *config* names."""
    return PictureCache(cache_folder(config))


def pages_with_pictures(
    newsroom: Newsroom, settings: SiteSettings, cache: PictureCache
) -> tuple[Newsroom, dict[str, SitePage], frozenset[str]]:
    """Make the sizes of all pictures to be published.

    Returns the newsroom without pictures that turned out to be spoilt, its pages by address, and
    the files of the docs folder they use.
    """
    pages = {page.address: page for page in site_pages(newsroom, settings)}
    assets = published_assets(newsroom, pages.values())
    if newsroom.is_preview:
        return newsroom, pages, assets
    with reading_progress("Làm ảnh") as progress:
        made = make_renditions(newsroom, assets, cache, progress)
    if made.unkept:
        path, why = next(iter(made.unkept.items()))
        others = f" và {len(made.unkept) - 1} ảnh khác" if len(made.unkept) > 1 else ""
        log.warning("%s%s: không ghi được các cỡ ảnh (%s); đăng nguyên cỡ.", path, others, why)
    if made.broken or made.unkept:
        newsroom = without(newsroom, made)
        pages = {page.address: page for page in site_pages(newsroom, settings)}
    return newsroom, pages, assets & newsroom.assets.keys()


class PlacedFile(File):
    """A file that something else than MkDocs puts in its place."""

    put: Callable[[Path], None]

    def copy_file(self, dirty: bool = False) -> None:
        """Put the file into the site."""
        del dirty
        try:
            self.put(Path(self.abs_dest_path))
        except PictureError as error:
            log.warning("%s: ảnh không đăng được: %s.", self.src_uri, error)


def original_file(file: File, newsroom: Newsroom, cache: PictureCache) -> File:
    """The picture *file* of the docs folder, to go out upright and without metadata."""
    placed = PlacedFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
    source, info = newsroom.root / file.src_uri, newsroom.pictures[file.src_uri]
    placed.put = partial(place_original, cache, source, info)
    return placed


def size_files(
    newsroom: Newsroom, paths: Iterable[str], cache: PictureCache, config: MkDocsConfig
) -> Iterator[File]:
    """A file for each rendition of the pictures *paths*; pictures that are equal share theirs."""
    if newsroom.is_preview:
        return
    found = {
        size: path
        for path in paths
        if (info := newsroom.pictures.get(path))
        for size in sizes(info)
    }
    for size, path in found.items():
        put = partial(place_size, cache, newsroom.root / path, size)
        yield _generated(config, size.address, put)


def social_file(title: str, site_name: str, cache: PictureCache, config: MkDocsConfig) -> File:
    """The picture shown beside links to a page that has none of its own."""
    address = social_address(title, site_name)
    name, make = _drawing(title, site_name)
    return _generated(config, address, lambda target: cache.place(name, target, make))


def draw(titles: Mapping[str, str], cache: PictureCache) -> Iterator[None]:
    """Draw the pictures for *titles*, each with the line below it, before they are asked for."""
    for title, site_name in titles.items():
        cache.prepare(*_drawing(title, site_name))
        yield


def _drawing(title: str, site_name: str) -> tuple[str, Callable[[], bytes]]:
    """The name of a picture in the cache, and what makes it."""
    name = social_address(title, site_name).rpartition("/")[2]
    return name, partial(social_picture, title, site_name)


def _generated(config: MkDocsConfig, address: str, put: Callable[[Path], None]) -> File:
    file = PlacedFile(address, None, config.site_dir, config.use_directory_urls)
    file.generated_by = "portal"
    file.put = put
    return file
