"""Dates as Vietnamese administration writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.dates import (
    TIME_ZONE,
    as_day,
    as_moment,
    day_after,
    long_date,
    month_heading,
    parse_date,
    parse_moment,
    short_date,
)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))

DAYS = {
    "ngày có số 0": "05/3/2025",
    "ngày không có số 0": "5/3/2025",
    "tháng có số 0": "05/03/2025",
    "ISO": "2025-03-05",
    "khoảng trắng hai đầu": " 05/3/2025 ",
}


@pytest.mark.parametrize("text", DAYS.values(), ids=DAYS.keys())
def test_the_same_day_in_each_spelling(text: str) -> None:
    assert parse_date(text) == date(2025, 3, 5)


def test_the_day_stands_before_the_month() -> None:
    assert parse_date("10/12/2025") == date(2025, 12, 10)


REFUSED = {
    "30 tháng 2": ("2025-02-30", "không phải là một ngày có thật trong lịch"),
    "31 tháng 4": ("31/4/2025", "không phải là một ngày có thật trong lịch"),
    "29 tháng 2 năm thường": ("29/02/2025", "không phải là một ngày có thật trong lịch"),
    "tháng 13": ("05/13/2025", "không phải là một ngày có thật trong lịch"),
    "ngày 0": ("00/3/2025", "không phải là một ngày có thật trong lịch"),
    "chỉ có tháng": ("3/2025", "dạng 2025-03-05 hoặc 05/3/2025"),
    "chỉ có năm": ("2025", "dạng 2025-03-05 hoặc 05/3/2025"),
    "gạch ngang, ngày trước": ("05-03-2025", "dạng 2025-03-05 hoặc 05/3/2025"),
    "dấu chấm": ("05.3.2025", "dạng 2025-03-05 hoặc 05/3/2025"),
    "giờ": ("12:30", "dạng 2025-03-05 hoặc 05/3/2025"),
    "năm hai chữ số": ("05/3/25", "dạng 2025-03-05 hoặc 05/3/2025"),
    "tháng một chữ số kiểu ISO": ("2025-3-5", "dạng 2025-03-05 hoặc 05/3/2025"),
    "viết bằng lời": ("ngày 05 tháng 3 năm 2025", "dạng 2025-03-05 hoặc 05/3/2025"),
    "rỗng": ("", "dạng 2025-03-05 hoặc 05/3/2025"),
    "gõ nhầm năm": ("05/3/0225", "nằm ngoài khoảng 1900–2200"),
    "năm quá xa": ("2925-03-05", "nằm ngoài khoảng 1900–2200"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_date_is_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message) as refused:
        parse_date(text)
    assert text.strip() in str(refused.value)


@given(days)
def test_every_day_survives_being_written(day: date) -> None:
    assert parse_date(short_date(day)) == day
    assert parse_date(day.isoformat()) == day


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        parse_moment(text)
    except ValueError:
        return


MOMENTS = {
    "giờ hai chấm": ("2025-03-05 08:00", (8, 0)),
    "giờ một chữ số": ("05/3/2025 8:00", (8, 0)),
    "giờ kiểu h": ("05/3/2025 8h00", (8, 0)),
    "giờ kiểu g": ("05/3/2025 14g30", (14, 30)),
    "chữ T": ("2025-03-05T08:00", (8, 0)),
    "có giây": ("2025-03-05 08:00:15", (8, 0)),
    "giờ Việt Nam ghi rõ": ("2025-03-05T08:00+07:00", (8, 0)),
    "giờ Việt Nam ghi liền": ("2025-03-05 08:00+0700", (8, 0)),
    "giờ quốc tế": ("2025-03-05T01:00Z", (8, 0)),
}


@pytest.mark.parametrize(("text", "clock"), MOMENTS.values(), ids=MOMENTS.keys())
def test_a_time_means_hai_phong(text: str, clock: tuple[int, int]) -> None:
    moment = parse_moment(text)
    assert isinstance(moment, datetime)
    assert (moment.date(), (moment.hour, moment.minute)) == (date(2025, 3, 5), clock)
    assert moment.utcoffset() == datetime(2025, 3, 5, tzinfo=TIME_ZONE).utcoffset()


def test_without_a_time_a_day_stays_a_day() -> None:
    assert parse_moment("05/3/2025") == date(2025, 3, 5)
    assert not isinstance(parse_moment("05/3/2025"), datetime)


NO_MOMENTS = {
    "25 giờ": ("2025-03-05 25:00", "không phải là giờ có thật"),
    "24 giờ": ("2025-03-05 24:00", "không phải là giờ có thật"),
    "60 phút": ("2025-03-05 08:60", "không phải là giờ có thật"),
    "chữ sau ngày": ("2025-03-05 sáng", "không phải là giờ viết theo dạng 08:00"),
    "thiếu phút": ("2025-03-05 8h", "không phải là giờ viết theo dạng 08:00"),
    "giờ không có ngày": ("12:30", "dạng 2025-03-05 hoặc 05/3/2025"),
    "ngày không có thật": ("2025-02-30 08:00", "không phải là một ngày có thật"),
    "múi giờ không có thật": (
        "2025-03-05 08:00+99:99",
        "không phải là giờ",
    ),
}


@pytest.mark.parametrize(
    ("text", "message"),
    NO_MOMENTS.values(),
    ids=NO_MOMENTS.keys(),
)
def test_what_is_no_moment_is_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_moment(text)
    assert message in str(refused.value)


STYLES = {
    "ngày và tháng dưới 10": (date(2025, 3, 5), "05/3/2025", "ngày 05 tháng 3 năm 2025"),
    "tháng 1": (date(2025, 1, 15), "15/01/2025", "ngày 15 tháng 01 năm 2025"),
    "tháng 2": (date(2025, 2, 7), "07/02/2025", "ngày 07 tháng 02 năm 2025"),
    "tháng 10": (date(2024, 10, 22), "22/10/2024", "ngày 22 tháng 10 năm 2024"),
    "tháng 7": (date(2023, 7, 1), "01/7/2023", "ngày 01 tháng 7 năm 2023"),
    "cuối năm": (date(2025, 12, 31), "31/12/2025", "ngày 31 tháng 12 năm 2025"),
}


@pytest.mark.parametrize(("day", "short", "long"), STYLES.values(), ids=STYLES.keys())
def test_administrative_style(day: date, short: str, long: str) -> None:
    assert short_date(day) == short
    assert long_date(day) == long


def test_a_moment_is_written_as_its_day() -> None:
    assert short_date(datetime(2025, 3, 5, 23, 59, tzinfo=TIME_ZONE)) == "05/3/2025"


@pytest.mark.parametrize(
    ("year", "month", "heading"),
    [(2025, 3, "Tháng 3 năm 2025"), (2025, 1, "Tháng 1 năm 2025"), (2024, 12, "Tháng 12 năm 2024")],
)
def test_month_heading(year: int, month: int, heading: str) -> None:
    assert month_heading(year, month) == heading


def test_the_day_is_that_of_hai_phong() -> None:
    assert as_day(datetime(2025, 6, 30, 18, 0, tzinfo=UTC)) == date(2025, 7, 1)
    assert as_day(datetime(2025, 6, 30, 23, 0)) == date(2025, 6, 30)
    assert as_day(date(2025, 6, 30)) == date(2025, 6, 30)


def test_a_bare_day_begins_at_midnight_in_hai_phong() -> None:
    assert as_moment(date(2025, 7, 1)) == datetime(2025, 6, 30, 17, 0, tzinfo=UTC)


@given(days)
def test_a_day_and_its_midnight_are_one_day(day: date) -> None:
    assert as_day(as_moment(day)) == day


def test_a_closed_unit_no_longer_works_on_the_day_after() -> None:
    assert day_after(date(2025, 6, 30)) == date(2025, 7, 1)
