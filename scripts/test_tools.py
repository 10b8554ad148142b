"""Lo cho kiểm thử có đủ công cụ ngoài Python: trình duyệt Chromium của Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Install what is missing where that is allowed; else say what and how, and exit with 2."""
    if find_browser():
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Đang cài Chromium bằng apt-get…", flush=True)
        quiet = {"stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
        subprocess.run(  # type: ignore[call-overload]
            ["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"], check=False, **quiet
        )
        if find_browser():
            return 0
    print(
        "Thiếu trình duyệt Chromium để kiểm thử giao diện.\n"
        "Cài bằng quyền quản trị: apt-get install chromium fonts-noto-core\n"
        "hoặc đặt biến CHROMIUM bằng đường dẫn tới Chromium, Chrome có sẵn.",
        file=sys.stderr,
    )
    return 2


def find_browser() -> str | None:
    """Path of a Chromium: ``CHROMIUM``, else one on the PATH."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return chosen if Path(chosen).exists() else None
    return next((path for name in _BROWSERS if (path := shutil.which(name))), None)


if __name__ == "__main__":
    sys.exit(main())
