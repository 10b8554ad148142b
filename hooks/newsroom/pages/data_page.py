"""``/du-lieu/``: what the open data hold and how to read them."""

from __future__ import annotations

from functools import partial

from newsroom.open_data import Dataset, datasets
from newsroom.pages.context import HOME, PageContext
from newsroom.pages.data_links import DATA_PAGE, DATA_VERSION, data_address
from newsroom.pages.site_page import SitePage
from newsroom.views import DataTable, DataView, Link


def data_page(context: PageContext) -> SitePage:
    """The page that explains the files."""
    address = DATA_PAGE.address or ""
    view = partial(_view, context, address)
    return SitePage(address, context.introduction(address), view, context.newest_change)


def _view(context: PageContext, address: str) -> DataView:
    has_files = not context.newsroom.is_preview
    return DataView(
        title=context.title(address, DATA_PAGE.text),
        description=context.summary(address)
        or "Tin, bài, hoạt động, đơn vị và văn bản của Trang ở dạng tệp JSON và CSV.",
        crumbs=(HOME, Link(DATA_PAGE.text)),
        section=address,
        notices=context.introduction_notices(address),
        version=str(DATA_VERSION),
        tables=tuple(_table(one, has_files) for one in datasets(context.newsroom)),
    )


def _table(dataset: Dataset, has_files: bool) -> DataTable:
    kinds = (("CSV", "csv"), ("JSON", "json"), ("Lược đồ JSON", "schema.json"))
    files = (Link(text, data_address(dataset.name, suffix)) for text, suffix in kinds)
    return DataTable(
        dataset.name,
        dataset.title,
        dataset.about,
        tuple(files) if has_files else (),
        dataset.columns,
    )
