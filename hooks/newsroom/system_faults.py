"""What the operating system refuses, in Vietnamese."""

from __future__ import annotations

import errno

_WORDS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "là một thư mục",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
}


def in_words(error: OSError) -> str:
    """Why the system refused, for a message."""
    return _WORDS.get(error.errno or 0) or f"lỗi hệ thống số {error.errno}"
