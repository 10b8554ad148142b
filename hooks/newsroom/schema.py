"""The front matter of each kind of page: one Pydantic model a kind.

Keys are English (as the guide for writers names them), values and all messages Vietnamese. Values
arrive as the strict YAML reader gives them: text, lists, mappings, ``True``, ``False`` or ``None``;
never numbers or dates, so that ``010`` and ``05/3/2025`` stay what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from newsroom.dates import parse_date, parse_moment
from newsroom.text import clean

_TAG_LIKE = re.compile(r"<\s*[/!?a-zA-Z]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PROSE_CITATION = re.compile(
    r"(?:[^\W\d]+ ){0,4}(?P<number>\d{1,5}[^\s,]*[/-][^\s,]+),?"
    r"(?: ngày (?P<date>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}))?"
)
_MOST_VALUES = 100
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _fail(message: str) -> PydanticCustomError:
    return PydanticCustomError("portal", "{message}", {"message": message})


def _plain_text(value: object) -> str:
    if not isinstance(value, str):
        raise _fail("cần một dòng chữ")
    if _FORBIDDEN.search(value):
        raise _fail("có ký tự điều khiển hoặc ký tự đảo chiều chữ không nhìn thấy được")
    text = clean(value)
    if not text:
        raise _fail("để trống")
    if _TAG_LIKE.search(text):
        raise _fail("có thẻ HTML; chỉ được dùng chữ thường")
    return text


def _headline(value: object) -> str:
    text = _plain_text(value)
    if not any(c.isalpha() for c in text):
        raise _fail(f"“{text}” không phải là đầu đề: cần có chữ")
    if len(text) > 300:
        raise _fail(f"dài {len(text)} ký tự; đầu đề tối đa 300 ký tự")
    return text


def _one_or_many(value: object) -> object:
    """A single value stands for a list of one."""
    if value is None:
        return []
    values = value if isinstance(value, list | tuple) else [value]
    if len(values) > _MOST_VALUES:
        raise _fail(f"có {len(values)} giá trị; tối đa {_MOST_VALUES}")
    return values


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise _fail("cần một ngày viết theo dạng 2025-03-05 hoặc 05/3/2025")
    try:
        return parse_date(_plain_text(value))
    except ValueError as error:
        raise _fail(str(error)) from None


def _moment(value: object) -> date | datetime:
    if isinstance(value, date):
        return value
    try:
        return parse_moment(_plain_text(value))
    except ValueError as error:
        raise _fail(str(error)) from None


def _publication(value: object) -> date | datetime | Literal["unknown"] | None:
    if value is None or value == "unknown":
        return None if value is None else "unknown"
    return _moment(value)


def _document_day(value: object) -> date | int:
    """A document's date: a day, or a bare year where only that is known."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d", value.strip()):
        return int(value)
    return _day(value)


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _fail("chỉ nhận true (có) hoặc false (không)")


def _whole_number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"0|[1-9]\d{0,8}", value.strip()):
        return int(value)
    raise _fail("cần một số nguyên không có số 0 đứng đầu")


def _identifier(value: object) -> str:
    text = _plain_text(value)
    if not _IDENTIFIER.fullmatch(text) or len(text) > 96:
        raise _fail(f"“{text}” không đúng dạng: chỉ chữ thường không dấu, chữ số và dấu gạch nối")
    return text


Text = Annotated[str, BeforeValidator(_plain_text, json_schema_input_type=str)]
Headline = Annotated[str, BeforeValidator(_headline, json_schema_input_type=str)]
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
DocumentDay = Annotated[date | int, BeforeValidator(_document_day, json_schema_input_type=str)]
Moment = Annotated[date | datetime, BeforeValidator(_moment, json_schema_input_type=str)]
Publication = Annotated[
    date | datetime | Literal["unknown"] | None,
    BeforeValidator(_publication, json_schema_input_type=str),
]
YesNo = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=bool)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number, json_schema_input_type=int)]
Identifier = Annotated[str, BeforeValidator(_identifier, json_schema_input_type=str)]
Texts = Annotated[
    tuple[Text, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str])
]
Identifiers = Annotated[
    tuple[Identifier, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str])
]


class _Meta(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    more_names: ClassVar[Mapping[str, str]] = {}
    """Vietnamese names of keys that the configuration adds; else as ``FIELD_NAMES``."""


class Byline(_Meta):
    """One person who signed an article, with the role and unit at that time."""

    name: Text
    role: Text | None = None
    unit: Text | None = None


class Retelling(_Meta):
    """The article that this one retells: its headline and who signed it."""

    title: Headline
    author: Text | None = None
    role: Text | None = None
    unit: Text | None = None


class DocumentCitation(_Meta):
    """A document as a writer cites it: a number, with a date where one tells years apart."""

    number: Text
    date: DocumentDay | None = None


class UnitRoles(_Meta):
    """Units and bodies that take part in an article besides the one it is about."""

    inspected: Texts = ()
    led_by: Texts = ()
    partner: Texts = ()
    mentioned: Texts = ()


class Classification(_Meta):
    """Where an article stands in a tagged archive; the first value of an axis is the main one.

    ``lead``, ``result`` and ``limits`` are for the committee's report and never published.
    """

    content: Texts = ()
    form: Texts = ()
    lead: Text | None = None
    result: Text | None = None
    limits: Text | None = None


class ArchiveBlock(_Meta):
    """The block of an archive that the configuration adds: its axes are fields of a subclass.

    ``lead``, ``result`` and ``limits`` as in ``Classification``.
    """

    lead: Text | None = None
    result: Text | None = None
    limits: Text | None = None


class Picture(_Meta):
    """A picture beside the article; ``src`` is relative to the article's folder."""

    src: Text
    alt: Text | None = None
    caption: Text | None = None
    credit: Text | None = None


class Attachment(_Meta):
    """A file offered for download; ``file`` is relative to the page's folder."""

    file: Text
    title: Text


def _person(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _citation(value: object) -> object:
    """A citation as text: a number, or as prose has it (“Kế hoạch số 118/KH-X ngày 07/02/2025”)."""
    if not isinstance(value, str):
        return value
    match = _PROSE_CITATION.fullmatch(" ".join(value.split()))
    if match is None:
        return {"number": value}
    return {"number": match["number"]} | ({"date": match["date"]} if match["date"] else {})


Bylines = Annotated[
    tuple[Annotated[Byline, BeforeValidator(_person, json_schema_input_type=str | Byline)], ...],
    BeforeValidator(_one_or_many),
]
Citations = Annotated[
    tuple[
        Annotated[
            DocumentCitation,
            BeforeValidator(_citation, json_schema_input_type=str | DocumentCitation),
        ],
        ...,
    ],
    BeforeValidator(_one_or_many),
]


class ArticleMeta(_Meta):
    """Front matter of an article (``docs/tin/<year>/*.md``)."""

    title: Headline
    date: Publication = None
    author: Bylines = ()
    unit: Text | None = None
    plan: Citations = ()
    tags: Texts = ()
    event_date: Day | None = None
    units: UnitRoles = UnitRoles()
    activity: Identifier | None = None
    documents: Citations = ()
    democracy: Classification | None = None
    summary: Text | None = None
    image: Picture | None = None
    aliases: Texts = ()
    updated: Moment | None = None
    attachments: tuple[Attachment, ...] = ()
    lint_ignore: dict[str, Text] = Field(default_factory=dict)
    retold_from: Retelling | None = None
    draft: YesNo = False
    publish_at: Moment | None = None

    @model_validator(mode="after")
    def _needs_a_day(self) -> ArticleMeta:
        if self.event_date is None and (self.date is None or self.date == "unknown"):
            raise _fail(
                "bài chưa có ngày nào: ghi ngày đăng (`date`), hoặc ngày diễn ra (`event_date`)"
                " khi không rõ ngày đăng"
            )
        return self


class UnitKind(StrEnum):
    """Kinds in the register; the value is what stands in the front matter."""

    AGENCY = "co-quan"
    DEPARTMENT = "phong"
    DISTRICT = "quan-huyen"
    REGION = "khu-vuc"
    BODY = "to-chuc"


class ClosingKind(StrEnum):
    """How a unit ended."""

    RENAMED = "doi-ten"
    AMALGAMATED = "hop-nhat"
    MERGED = "sap-nhap"
    SPLIT = "chia-tach"
    DISSOLVED = "giai-the"
    UNDETERMINED = "chua-xac-dinh"


class UnitName(_Meta):
    """A name a unit bore, with the first and last day it bore it (open when absent)."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    name: Text
    full_name: Text | None = None
    valid_from: Day | None = Field(default=None, alias="from")
    valid_to: Day | None = Field(default=None, alias="to")


class Closing(_Meta):
    """How a unit ended, and the ids of those that took over."""

    kind: ClosingKind
    successors: Identifiers = ()


class UnitMeta(_Meta):
    """Front matter of a unit or body (``docs/don-vi/*.md``); the file name is its id."""

    title: Headline
    full_name: Text | None = None
    kind: UnitKind
    function: Text | None = None
    order: WholeNumber | None = None
    parent: Identifier | None = None
    names: tuple[UnitName, ...] = ()
    aliases: Texts = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    closing: Closing | None = None
    predecessors: Identifiers = ()


class RelationKind(StrEnum):
    """How one document stands to another."""

    ISSUED_WITH = "ban-hanh-kem-theo"
    REPLACES = "thay-the"
    AMENDS = "sua-doi"
    BASED_ON = "can-cu"


class Relation(_Meta):
    """A document's relation to another, named by number, id or name."""

    kind: RelationKind
    to: Text


class DocumentStatus(StrEnum):
    """Validity as a person entered it; never derived."""

    IN_FORCE = "con-hieu-luc"
    LAPSED = "het-hieu-luc"
    PARTLY_LAPSED = "het-hieu-luc-mot-phan"
    NOT_YET = "chua-co-hieu-luc"


class DocumentMeta(_Meta):
    """Front matter of a document (``docs/van-ban/*.md``)."""

    title: Headline
    number: Text
    type: Text | None = None
    date: DocumentDay | None = None
    issuer: Text | None = None
    abstract: Text | None = None
    effective_from: Day | None = None
    effective_to: Day | None = None
    status: DocumentStatus | None = None
    aliases: Texts = ()
    public: YesNo = False
    attachments: tuple[Attachment, ...] = ()
    relations: tuple[Relation, ...] = ()


class PlanMeta(DocumentMeta):
    """Front matter of a plan (``docs/ke-hoach/*.md``): a document with units in scope."""

    scope: Texts = ()
    starts: Day | None = None
    ends: Day | None = None


class PageMeta(_Meta):
    """Front matter of any other page: introductions and guides."""

    title: Headline
    summary: Text | None = None


AnyMeta = ArticleMeta | UnitMeta | DocumentMeta | PlanMeta | PageMeta

FIELD_NAMES: dict[str, str] = {
    "title": "đầu đề",
    "date": "ngày",
    "author": "tác giả",
    "unit": "đơn vị",
    "plan": "kế hoạch",
    "tags": "chủ đề",
    "event_date": "ngày diễn ra",
    "units": "các đơn vị tham gia",
    "inspected": "đơn vị được kiểm tra",
    "led_by": "chủ trì kiểm tra",
    "partner": "đơn vị phối hợp",
    "mentioned": "đơn vị được nhắc đến",
    "activity": "mã hoạt động",
    "documents": "văn bản viện dẫn",
    "democracy": "dân chủ ở cơ sở",
    "content": "nội dung",
    "form": "hình thức",
    "lead": "người chủ trì",
    "result": "kết quả",
    "limits": "hạn chế",
    "summary": "tóm tắt",
    "image": "ảnh",
    "src": "tệp ảnh",
    "alt": "mô tả ảnh",
    "caption": "chú thích ảnh",
    "credit": "người chụp",
    "aliases": "tên gọi hoặc địa chỉ khác",
    "updated": "ngày cập nhật",
    "attachments": "tệp đính kèm",
    "file": "tệp",
    "lint_ignore": "cảnh báo bỏ qua",
    "retold_from": "bài gốc được lược thuật",
    "draft": "bản nháp",
    "publish_at": "giờ đăng",
    "name": "tên",
    "role": "chức danh",
    "number": "số, ký hiệu",
    "full_name": "tên đầy đủ",
    "kind": "loại",
    "function": "chức năng",
    "order": "thứ tự",
    "parent": "đơn vị cấp trên",
    "names": "các tên gọi",
    "from": "từ ngày",
    "to": "đến ngày",
    "valid_from": "hoạt động từ ngày",
    "valid_to": "hoạt động đến hết ngày",
    "closing": "cách kết thúc",
    "successors": "đơn vị kế tục",
    "predecessors": "đơn vị tiền thân",
    "type": "loại văn bản",
    "issuer": "cơ quan ban hành",
    "abstract": "trích yếu",
    "effective_from": "có hiệu lực từ ngày",
    "effective_to": "hết hiệu lực ngày",
    "status": "tình trạng hiệu lực",
    "public": "công khai",
    "relations": "quan hệ với văn bản khác",
    "scope": "đơn vị thuộc phạm vi",
    "starts": "thực hiện từ ngày",
    "ends": "thực hiện đến ngày",
}
"""Vietnamese name of each key, for messages and for the guide."""


def field_label(key: str, more_names: Mapping[str, str] | None = None) -> str:
    """``đơn vị (`unit`)``: the field as messages name it."""
    name = FIELD_NAMES.get(key) or (more_names or {}).get(key)
    return f"{name} (`{key}`)" if name else f"`{key}`"


def json_schemas(article: type[ArticleMeta] = ArticleMeta) -> dict[str, dict[str, Any]]:
    """JSON Schema of each kind of front matter, by kind, as editors' programs use them.

    *article* is the model with the blocks of configured archives (``archive_blocks``).
    """
    kinds: dict[str, type[BaseModel]] = {
        "article": article,
        "unit": UnitMeta,
        "document": DocumentMeta,
        "plan": PlanMeta,
        "page": PageMeta,
    }
    return {kind: model.model_json_schema() for kind, model in kinds.items()}
