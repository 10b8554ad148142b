"""The tables of a site: their names, what they hold, their columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from newsroom.activities import activities
from newsroom.newsroom import ArchiveIndex, Newsroom
from newsroom.open_data.axes import with_axes
from newsroom.open_data.making import Address, Rows, published
from newsroom.open_data.records import (
    ActivityRecord,
    ArticleRecord,
    DocumentRecord,
    Record,
    UnitRecord,
)
from newsroom.pages.data_links import archive_data_name


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table. ``rows`` takes how addresses are written in the file."""

    name: str
    title: str
    about: str
    model: type[Record]
    rows: Callable[[Address], Iterator[Record]]

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name and description of each column, in their order."""
        fields = self.model.model_fields.items()
        return tuple((field.alias or key, field.description or "") for key, field in fields)


def datasets(newsroom: Newsroom) -> tuple[Dataset, ...]:
    """All tables of the site; their rows are made when asked for."""
    archives = tuple(index.archive for index in newsroom.archives)
    article = with_axes(ArticleRecord, archives)
    activity = with_axes(ActivityRecord, archives)

    def rows_of_all(address: Address) -> Iterator[Record]:
        found = activities(published(newsroom.articles))
        return Rows(newsroom, address).activities(activity, found)

    return (
        Dataset(
            "tin-bai",
            "Tin, bài",
            "Mỗi dòng một tin, bài đã đăng, mới nhất đứng trước. Không gồm tên tác giả.",
            article,
            lambda address: Rows(newsroom, address).articles(article),
        ),
        Dataset(
            "hoat-dong",
            "Hoạt động",
            "Mỗi dòng một hoạt động đã có tin, bài; nhiều tin, bài về cùng một hoạt động nằm trên"
            " một dòng.",
            activity,
            rows_of_all,
        ),
        Dataset(
            "don-vi",
            "Đơn vị",
            "Danh bạ đơn vị, tổ chức, gồm cả đơn vị đã kết thúc hoạt động.",
            UnitRecord,
            lambda address: Rows(newsroom, address).units(UnitRecord),
        ),
        Dataset(
            "van-ban",
            "Văn bản, kế hoạch",
            "Các văn bản, kế hoạch có trang trên Trang này. Trích yếu chỉ có khi được công khai.",
            DocumentRecord,
            lambda address: Rows(newsroom, address).documents(DocumentRecord),
        ),
        *(_of_archive(index, newsroom, activity) for index in newsroom.archives),
    )


def _of_archive(index: ArchiveIndex, newsroom: Newsroom, model: type[ActivityRecord]) -> Dataset:
    archive = index.archive
    return Dataset(
        archive_data_name(archive),
        f"Chuyên mục {archive.title}",
        "Các hoạt động thuộc chuyên mục, như các bảng tổng hợp của chuyên mục đếm.",
        model,
        partial(_archive_rows, index, newsroom, model),
    )


def _archive_rows(
    index: ArchiveIndex, newsroom: Newsroom, model: type[ActivityRecord], address: Address
) -> Iterator[Record]:
    found = activities(published(index.articles))
    return Rows(newsroom, address).activities(model, found)
