"""The front page of the sample and the introduction to its democracy archive."""

from __future__ import annotations

from newsroom.sample.page import Page
from newsroom.schema import PageMeta

_NOTICE = (
    "Toàn bộ tin, bài, đơn vị, kế hoạch, văn bản và ảnh ở đây là **dữ liệu mẫu** do chương trình"
    " sinh ra để thử phần mềm. Không cơ quan, con người hay sự việc nào có thật."
)


def front_pages() -> tuple[Page, ...]:
    """Return the pages that stand alone."""
    return (
        Page("index.md", PageMeta(title="Trang mẫu"), _NOTICE),
        Page(
            "dan-chu/index.md",
            PageMeta(
                title="Dân chủ ở cơ sở (mẫu)",
                summary="Tin, bài mẫu về thực hiện dân chủ ở cơ sở.",
            ),
            "Trang này tập hợp các bài mẫu về thực hiện dân chủ ở cơ sở, xếp theo nội dung và"
            f" hình thức.\n\n{_NOTICE}",
        ),
    )
