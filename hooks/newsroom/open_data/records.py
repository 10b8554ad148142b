"""One row of each table: a field's alias is its column, its description explains it to readers."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Texts = tuple[str, ...]


class Record(BaseModel):
    """A row: texts, days, numbers, yes or no, lists of texts; nothing nested."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def column(name: str, description: str) -> Any:
    """A field whose column is *name*."""
    return Field(alias=name, description=description)


class ArticleRecord(Record):
    """An article."""

    address: str = column("dia_chi", "địa chỉ của tin, bài")
    title: str = column("dau_de", "đầu đề")
    description: str = column("mo_ta", "một, hai câu đầu của tin, bài")
    published: date | None = column("ngay_dang", "ngày đăng; trống khi không rõ")
    event: date | None = column(
        "ngay_dien_ra",
        "ngày diễn ra sự việc, như tin, bài ghi; khi trống, các bảng tính theo ngày đăng",
    )
    updated: date | None = column("ngay_cap_nhat", "ngày sửa đổi gần nhất mà bạn đọc cần biết")
    unit_id: str | None = column("don_vi_ma", "mã của đơn vị mà tin, bài viết về")
    unit: str | None = column("don_vi", "tên đơn vị đó vào ngày diễn ra")
    inspected: Texts = column("don_vi_duoc_kiem_tra", "mã (hoặc tên) đơn vị được kiểm tra")
    led_by: Texts = column("chu_tri", "mã (hoặc tên) đơn vị, tổ chức chủ trì kiểm tra")
    partner: Texts = column("phoi_hop", "mã (hoặc tên) đơn vị phối hợp")
    mentioned: Texts = column("duoc_nhac_den", "mã (hoặc tên) đơn vị được nhắc đến")
    plans: Texts = column("ke_hoach", "số, ký hiệu của kế hoạch")
    plan_ids: Texts = column("ke_hoach_ma", "mã của kế hoạch trong bảng văn bản")
    documents: Texts = column("van_ban", "số, ký hiệu của văn bản khác được viện dẫn")
    document_ids: Texts = column("van_ban_ma", "mã của văn bản đó trong bảng văn bản, nếu có")
    tags: Texts = column("chu_de", "chủ đề")
    activity: str = column("hoat_dong_ma", "mã của hoạt động trong bảng hoạt động")
    archives: Texts = column("chuyen_muc", "mã của chuyên mục")


class ActivityRecord(Record):
    """An activity; several articles may tell of it."""

    id: str = column("ma", "mã của hoạt động")
    day: date = column("ngay", "ngày diễn ra; nếu các bài ghi khác nhau thì lấy ngày sớm nhất")
    title: str = column("dau_de", "đầu đề của tin, bài đầu tiên về hoạt động")
    unit_ids: Texts = column("don_vi_ma", "mã (hoặc tên) đơn vị mà các tin, bài viết về")
    units: Texts = column("don_vi", "tên các đơn vị đó vào ngày diễn ra")
    plans: Texts = column("ke_hoach", "số, ký hiệu của kế hoạch")
    plan_ids: Texts = column("ke_hoach_ma", "mã của kế hoạch trong bảng văn bản")
    documents: Texts = column("van_ban", "số, ký hiệu của văn bản khác được viện dẫn")
    document_ids: Texts = column("van_ban_ma", "mã của văn bản đó trong bảng văn bản, nếu có")
    archives: Texts = column("chuyen_muc", "mã của chuyên mục")
    count: int = column("so_tin_bai", "số tin, bài về hoạt động")
    articles: Texts = column("tin_bai", "địa chỉ các tin, bài, theo thời gian")


class UnitRecord(Record):
    """A unit or body."""

    id: str = column("ma", "mã của đơn vị; không đổi khi đơn vị đổi tên")
    name: str = column("ten", "tên gọi")
    full_name: str | None = column("ten_day_du", "tên đầy đủ")
    kind: str = column("loai", "nhóm đơn vị trên Trang")
    function: str | None = column("chuc_nang", "chức năng, nếu đã ghi")
    parent: str | None = column("don_vi_cap_tren_ma", "mã của đơn vị cấp trên")
    first_day: date | None = column("hoat_dong_tu", "ngày bắt đầu hoạt động, nếu đã ghi")
    last_day: date | None = column("hoat_dong_den", "ngày cuối cùng hoạt động, nếu đã kết thúc")
    closing: str | None = column("cach_ket_thuc", "cách kết thúc, nếu đã ghi")
    successors: Texts = column("don_vi_ke_tuc_ma", "mã các đơn vị kế tục")
    aliases: Texts = column("ten_goi_khac", "tên gọi khác")
    address: str = column("dia_chi", "địa chỉ trang của đơn vị")


class DocumentRecord(Record):
    """A document or plan, as its page shows it."""

    id: str = column("ma", "mã của văn bản")
    number: str = column("so_ky_hieu", "số, ký hiệu")
    title: str = column("ten", "tên")
    type: str | None = column("loai", "loại văn bản")
    is_plan: bool = column("la_ke_hoach", "có phải là kế hoạch không")
    is_registered: bool = column(
        "da_dang_ky",
        "văn bản có trang riêng do người biên tập lập; nếu không, chỉ biết qua tin, bài",
    )
    day: date | None = column("ngay_ban_hanh", "ngày ban hành")
    year: int | None = column("nam", "năm ban hành")
    issuer: str | None = column("co_quan_ban_hanh", "cơ quan ban hành")
    abstract: str | None = column("trich_yeu", "trích yếu, khi văn bản được công khai")
    effective_from: date | None = column("hieu_luc_tu", "ngày có hiệu lực")
    effective_to: date | None = column("hieu_luc_den", "ngày hết hiệu lực")
    status: str | None = column("tinh_trang", "tình trạng hiệu lực, khi người biên tập đã ghi")
    starts: date | None = column("thuc_hien_tu", "ngày bắt đầu thực hiện (kế hoạch)")
    ends: date | None = column("thuc_hien_den", "ngày kết thúc thực hiện (kế hoạch)")
    articles: int = column("so_tin_bai", "số tin, bài viện dẫn")
    activities: int = column("so_hoat_dong", "số hoạt động mà các tin, bài đó viết về")
    address: str = column("dia_chi", "địa chỉ trang của văn bản")
