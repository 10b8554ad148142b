"""Lấy về chương trình của mẫu viết bài trên trình duyệt: python scripts/form.py.

Cần npm và mạng, một lần. Chương trình nằm trong .cache, đúng phiên bản và mã băm ghi ở
requirements/npm-form; sau đó mẫu có ở /bien-tap/viet/ của bản xem trước.
"""

from __future__ import annotations

import sys

from test_tools import MISSING, MissingToolError, writing_form


def main() -> int:
    """Install what is missing; exit with 2 and say what to do where that cannot be."""
    try:
        folder = writing_form(install=True)
    except MissingToolError as missing:
        print(missing, file=sys.stderr)
        return MISSING
    print(f"Đã có mẫu viết bài trong {folder.parent}.")
    print("Chạy lại bản xem trước rồi mở /bien-tap/viet/ bằng Chrome hoặc Edge.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
