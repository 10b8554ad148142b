"""Words that mean the same to a reader of this site; an agency adds its own in mkdocs.yml."""

from __future__ import annotations

DEFAULT_SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("VKS", "VKSND", "Viện kiểm sát", "Viện kiểm sát nhân dân"),
    ("VKSNDTC", "VKSND tối cao", "Viện kiểm sát nhân dân tối cao"),
    ("TAND", "Tòa án nhân dân"),
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("quy chế dân chủ", "dân chủ ở cơ sở"),
    ("CBCC", "cán bộ, công chức"),
    ("KSV", "Kiểm sát viên"),
    ("ĐTN", "Đoàn Thanh niên"),
    ("BCĐ", "Ban Chỉ đạo"),
)
"""Each row: ways to say one thing. A query with one of them also finds the others, after itself."""
