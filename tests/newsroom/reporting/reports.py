"""Reports of tiny newsrooms: ``{path: text}`` and a supplement in, a Report out."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.archives import DEMOCRACY
from newsroom.newsroom import Newsroom
from newsroom.periods import DEFAULT_PERIODS, Period, find_period
from newsroom.reporting.growing import grown
from newsroom.reporting.report import Report, make_report
from newsroom.reporting.supplement import Supplement, read_supplement

from ..small import article

AGENCY = "Viện kiểm sát nhân dân thành phố Mẫu"
NAME = "bo-sung.csv"


def period(name: str) -> Period:
    found = find_period(DEFAULT_PERIODS, name)
    assert found is not None
    return found


def told(
    content: str = "to-chuc-thuc-hien", form: str = "kiem-tra", more: str = "", **fields: str | None
) -> str:
    """An article of the archive; *more* goes into its ``democracy:`` block."""
    block = f"{{content: [{content}], form: [{form}]{', ' if more else ''}{more}}}"
    return article(**{"democracy": block, **fields})


def report_on(
    newsroom: Newsroom, supplement: bytes | None = None, name: str = "2025-H1", base: str = "/"
) -> Report:
    """The report on the archive of democracy; the supplement must be readable."""
    index = newsroom.archives[0]
    entries = read(supplement).entries if supplement else ()
    return make_report(newsroom, index, period(name), agency=AGENCY, base=base, entries=entries)


def read(data: bytes) -> Supplement:
    """Read a supplement that has no fault."""
    found, problems = read_supplement(data, NAME, DEMOCRACY)
    assert found is not None, problems
    return found


def next_run(newsroom: Newsroom, supplement: bytes | None, name: str = "2025-H1") -> bytes:
    """What a run of the command leaves of the supplement."""
    made = report_on(newsroom, supplement, name)
    if supplement is None:
        return grown(None, made.new, made.archive)
    return grown(read(supplement), made.new, made.archive)


def sheet(*rows: str) -> bytes:
    """A supplement with the usual columns."""
    return ("\n".join([HEADER, *rows]) + "\n").encode()


HEADER = (
    "Mã hoạt động,Hoạt động trên Trang,Ngày,Đơn vị,Nội dung,Hình thức,Văn bản căn cứ,"
    "Người chủ trì,Kết quả,Hạn chế,Số người dự,Số ý kiến"
)


def texts(made: Report) -> list[Mapping[str, str]]:
    return [row.texts for row in made.rows]
