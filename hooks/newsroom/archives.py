"""Tagged archives: what an archive is, its axes and values. Democracy at the grass roots is one.

Axes are independent; an article may have several values on each, the first is the main one. Values
are what a person entered, never a guess. Further archives are configuration (``archive_rules``).
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.text import fold


@dataclass(frozen=True, slots=True)
class AxisValue:
    """A value of an axis, such as “Công khai”."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """``key`` is the field of the front matter block, ``folder`` the part of the address."""

    key: str
    folder: str
    label: str
    values: tuple[AxisValue, ...]

    def value(self, value_id: str) -> AxisValue | None:
        """The value with the id *value_id*."""
        return next((value for value in self.values if value.id == value_id), None)

    def find(self, text: str) -> AxisValue | None:
        """The value whose id or label is *text*, compared after folding."""
        wanted = fold(text)
        return next((v for v in self.values if wanted in {fold(v.id), fold(v.label)}), None)


@dataclass(frozen=True, slots=True)
class Archive:
    """A tagged archive; an article belongs that carries ``tag`` or the front matter ``block``.

    ``axes`` may be empty: then the tag or the bare block is all there is to say.
    """

    id: str
    title: str
    short_title: str
    tag: str
    block: str | None
    axes: tuple[Axis, ...]

    @property
    def address(self) -> str:
        """``dan-chu/``."""
        return f"{self.id}/"

    def value_address(self, axis: Axis, value: AxisValue) -> str:
        """``dan-chu/noi-dung/cong-khai/``."""
        return f"{self.id}/{axis.folder}/{value.id}/"

    def block_example(self) -> str:
        """``democracy: {content: […], form: […]}``: what a writer adds to classify an article."""
        return f"{self.block}: {{{', '.join(f'{axis.key}: […]' for axis in self.axes)}}}"


DEMOCRACY = Archive(
    id="dan-chu",
    title="Thực hiện dân chủ ở cơ sở",
    short_title="Dân chủ ở cơ sở",
    tag="dân chủ ở cơ sở",
    block="democracy",
    axes=(
        Axis(
            "content",
            "noi-dung",
            "Nội dung",
            (
                AxisValue("cong-khai", "Công khai"),
                AxisValue("ban-quyet-dinh", "Bàn và quyết định"),
                AxisValue("tham-gia-y-kien", "Tham gia ý kiến"),
                AxisValue("kiem-tra-giam-sat", "Kiểm tra, giám sát"),
                AxisValue("to-chuc-thuc-hien", "Tổ chức thực hiện"),
            ),
        ),
        Axis(
            "form",
            "hinh-thuc",
            "Hình thức",
            (
                AxisValue("kiem-tra", "Kiểm tra"),
                AxisValue("tu-kiem-tra", "Tự kiểm tra"),
                AxisValue("hoi-nghi-can-bo", "Hội nghị cán bộ, công chức, người lao động"),
                AxisValue("doi-thoai", "Đối thoại"),
                AxisValue("lay-y-kien", "Lấy ý kiến"),
                AxisValue("niem-yet-thong-bao", "Niêm yết, thông báo công khai"),
                AxisValue("tuyen-truyen-quan-triet", "Tuyên truyền, quán triệt"),
                AxisValue("tap-huan-toa-dam", "Tập huấn, tọa đàm"),
                AxisValue("ban-thanh-tra-nhan-dan", "Hoạt động Ban Thanh tra nhân dân"),
                AxisValue("ban-hanh-van-ban", "Ban hành văn bản"),
                AxisValue("so-ket-tong-ket", "Sơ kết, tổng kết"),
            ),
        ),
    ),
)
"""Thực hiện dân chủ ở cơ sở (Luật 10/2022/QH15).

It stands here and not in mkdocs.yml: its ids are addresses, keys of thousands of articles and terms
of the committee's report, so that a slip in the configuration must not lose them. An archive of
the configuration with the same id replaces it.
"""
