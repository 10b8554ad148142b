"""Days in texts: which is the event's, which the portal's line, which a document's."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from newsroom.dates import TIME_ZONE
from newsroom.importing.understanding.days import date_line, is_date_line

from ..articles import understood

DAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("05/03/2025", DAY),
        ("(5/3/2025)", DAY),
        ("Ngày đăng: 05/3/2025", DAY),
        ("Ngày 05 tháng 3 năm 2025", DAY),
        ("Thứ tư, 05/03/2025 | 10:20", datetime(2025, 3, 5, 10, 20, tzinfo=TIME_ZONE)),
        ("10:20 05/03/2025", datetime(2025, 3, 5, 10, 20, tzinfo=TIME_ZONE)),
        ("05-03-2025 08h30", datetime(2025, 3, 5, 8, 30, tzinfo=TIME_ZONE)),
        ("08:30 AM, 05/3/2025", datetime(2025, 3, 5, 8, 30, tzinfo=TIME_ZONE)),
        ("30/02/2025", None),
        ("Ngày 05/3/2025, Phòng 9 tổ chức hội nghị.", None),
        ("118/KH-VKSHP", None),
    ],
)
def test_date_lines(line: str, when: date | datetime | None) -> None:
    assert date_line(line) == when
    assert is_date_line(line) or when is None


@pytest.mark.parametrize(
    ("lead", "event"),
    [
        ("Ngày 05/3/2025, Phòng 9 tiếp Đoàn kiểm tra.", DAY),
        ("Sáng 05/3/2025, Phòng 9 tổ chức hội nghị.", DAY),
        ("Chiều ngày 5/3/2025, tại trụ sở, Phòng 9 họp.", DAY),
        ("Vào ngày 05 tháng 3 năm 2025, Phòng 9 họp.", DAY),
        ("Phòng 9 họp trong ngày 05-3-2025.", DAY),
        ("Thực hiện Kế hoạch số 45/KH-VKSM-TTr ngày 15/01/2025, ngày 05/3/2025 Phòng 9 họp.", DAY),
        ("Luật mẫu có hiệu lực từ ngày 01/7/2023. Ngày 05/3/2025, Phòng 9 họp.", DAY),
        ("Thực hiện Kế hoạch số 45/KH-VKSM-TTr ngày 15/01/2025 về kiểm tra, Phòng 9 họp.", None),
        ("Nghị quyết số 49-NQ/TW ngày 02/6/2005 và Luật có hiệu lực từ ngày 01/7/2023.", None),
        ("Phòng 9 làm việc 24/7, đạt 85/100 điểm.", None),
    ],
)
def test_the_event_is_never_a_documents_date(lead: str, event: date | None) -> None:
    assert understood(f"Phòng 9 tổ chức hội nghị mẫu\n\n{lead}\n\nĐoạn sau của bài.").event == event


def test_the_line_under_the_headline_is_the_publication() -> None:
    article = understood("Phòng 9 họp mẫu\n06/3/2025\n\nNgày 05/3, Phòng 9 họp.\n\nĐoạn sau.")
    assert (article.published, article.event) == (date(2025, 3, 6), DAY)
    doubts = {one.field: one.doubt for one in article.findings}
    assert "ngày đăng" in doubts["date"]
    assert "không ghi năm" in doubts["event_date"]


def test_without_any_day_the_day_of_import_stands_in_and_is_told() -> None:
    article = understood("Phòng 9 họp mẫu\n\nPhòng 9 đã họp.\n\nĐoạn sau.")
    assert article.published == date(2026, 1, 5)
    assert any("tạm ghi ngày nhập bài" in remark.message for remark in article.remarks)
